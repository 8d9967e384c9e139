"""The nested picture: vCenters hold datacenters hold clusters hold host cards.

Pure functions from an inventory to rectangles. Networks stand left of the clusters that use them, storage right, so
that edges run in the gutters and never through a cluster. Where VMs are does not matter beyond the size of the cards,
so that a migration never makes the picture jump.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from vmotion_gui.gui.topology.boxes import Box, in_rows, union
from vmotion_gui.gui.topology.card import CARD_W, CardPlan, card_plan, foot_boxes
from vmotion_gui.gui.topology.ties import Ties, ties_of
from vmotion_gui.inventory.estate import Inventory

NodeKind = Literal["site", "vcenter", "datacenter", "cluster", "standalone", "host", "datastore", "subnet", "link"]
Mode = Literal["nested", "graph"]

GAP = 14.0
FRAME_PAD = 16.0
FRAME_HEADER = 44.0
LANE_W, LANE_GAP = 214.0, 10.0
SUBNET_H, DATASTORE_H, SITE_H = 44.0, 50.0, 40.0
GUTTER = 54.0
DATACENTER_GAP = 28.0
VCENTER_GAP = 120.0
SITE_W = 190.0
SITE_STRIP = 196.0
LINK_W, LINK_H, LINK_LIFT = 230.0, 40.0, 60.0
LINK_LINE = 34.0
"""What is seen of a link between its label and a site in the same row."""
EMPTY_CLUSTER = (CARD_W, 60.0)
_CLUSTERS_RATIO = 1.45
_DATACENTERS_RATIO = 1.25
_WORLD_RATIO = 1.7
_MOST_COLUMNS = 12


@dataclass
class Layout:
    """Where everything is, and what belongs to what."""

    mode: Mode
    ties: Ties
    boxes: dict[str, Box] = field(default_factory=dict)
    kinds: dict[str, NodeKind] = field(default_factory=dict)
    """Kind of everything that has a box; frames before what they hold."""
    plans: dict[str, CardPlan] = field(default_factory=dict)
    """Host -> what its card has room for."""
    parents: dict[str, str] = field(default_factory=dict)
    """What something stands in; absent for what stands alone."""

    _bounds: Box | None = None

    @property
    def bounds(self) -> Box:
        """What holds everything."""
        if self._bounds is None:
            self._bounds = union(self.boxes.values())
        return self._bounds

    def put(self, id_: str, kind: NodeKind, box: Box, parent: str = "") -> None:
        self.boxes[id_] = box
        self._bounds = None
        self.kinds[id_] = kind
        if parent:
            self.parents[id_] = parent

    def of_kind(self, *kinds: NodeKind) -> list[str]:
        """Ids of these kinds, frames first."""
        return [id_ for id_, kind in self.kinds.items() if kind in kinds]


def standalone_frame(datacenter: str) -> str:
    """The id that the frame around a datacenter's stand-alone hosts has in a layout (no entity has it)."""
    return f"{datacenter}/standalone"


def nested_layout(inventory: Inventory) -> Layout:
    """Rectangles of the nested picture; every entity with a picture of its own gets one."""
    ties = ties_of(inventory)
    layout = Layout("nested", ties)
    groups = _Groups(inventory, ties)
    blocks = [_vcenter(inventory, groups, id_) for id_ in inventory.vcenters]
    sites = groups.sites_over
    gap = _site_gap(inventory)
    sizes = [(max(b.w, _sites_width(sites.get(b.id, ()), gap)), b.h + SITE_STRIP) for b in blocks]
    for block, (x, y) in zip(blocks, in_rows(sizes, VCENTER_GAP, _WORLD_RATIO) if sizes else (), strict=True):
        _put_sites(layout, sites.get(block.id, ()), x, y, gap)
        block.put(layout, x, y + SITE_STRIP)
    below = GAP if gap == GAP else SITE_STRIP - SITE_H
    _put_sites(layout, groups.sites_alone, 0.0, layout.bounds.bottom + below if layout.boxes else 0.0, gap)
    put_links(layout, inventory)
    return layout


def put_links(layout: Layout, inventory: Inventory) -> None:
    """Give every network link its label's rectangle, half way between what it joins."""
    parallel: dict[tuple[str, str], int] = {}
    for link in inventory.links.values():
        ends = (layout.boxes.get(link.a), layout.boxes.get(link.b))
        if ends[0] is None or ends[1] is None:
            continue
        pair = (min(link.a, link.b), max(link.a, link.b))
        nth = parallel[pair] = parallel.get(pair, -1) + 1
        x, y = _label_place(layout, link.a, link.b, nth)
        layout.put(link.id, "link", Box(x - LINK_W / 2.0, y - LINK_H / 2.0, LINK_W, LINK_H))


def _label_place(layout: Layout, a: str, b: str, nth: int) -> tuple[float, float]:
    """The middle of a link's label: half way; beside its first end where it leads to another row of the picture."""
    one, other = layout.boxes[a], layout.boxes[b]
    (ax, ay), (bx, by) = one.center, other.center
    down = nth * (LINK_H + 6.0)
    if layout.mode == "nested" and one.y != other.y:
        side = 1.0 if bx > ax else -1.0
        return ax + side * (one.w / 2.0 + LINK_W / 2.0 + 40.0), ay - down
    # seen from afar a label keeps the size in which it can be read: between two sites it would grow over their names
    lift = LINK_LIFT if layout.kinds[a] == "site" or not _is_free(layout, a, b) else 0.0
    return (ax + bx) / 2.0, (ay + by) / 2.0 - lift - down


def _is_free(layout: Layout, a: str, b: str) -> bool:
    """Whether nothing of the same kind stands in a row between two."""
    one, other = sorted((layout.boxes[a], layout.boxes[b]))
    kind = layout.kinds[a]
    return not any(
        box.y == one.y == other.y and one.x < box.x < other.x
        for id_, box in layout.boxes.items()
        if layout.kinds[id_] == kind
    )


def _site_gap(inventory: Inventory) -> float:
    """How far apart sites stand in a row: where links join sites, their labels and a piece of each line fit between."""
    joined = any({link.a, link.b} <= inventory.sites.keys() for link in inventory.links.values())
    return LINK_W + 2.0 * LINK_LINE if joined else GAP


def _sites_width(sites: Sequence[str], gap: float) -> float:
    return len(sites) * (SITE_W + gap) - gap


def _put_sites(layout: Layout, sites: Sequence[str], x: float, y: float, gap: float) -> None:
    for k, site in enumerate(sites):
        layout.put(site, "site", Box(x + k * (SITE_W + gap), y, SITE_W, SITE_H))


class _Groups:
    """Which subnets, datastores and sites stand where."""

    def __init__(self, inventory: Inventory, ties: Ties) -> None:
        self.inventory = inventory
        self.ties = ties
        self.datacenters: dict[str, list[str]] = {}
        for datacenter in inventory.datacenters.values():
            self.datacenters.setdefault(datacenter.vcenter, []).append(datacenter.id)
        self.clusters: dict[str, list[str]] = {}
        for cluster in inventory.clusters.values():
            self.clusters.setdefault(cluster.datacenter, []).append(cluster.id)
        self.alone: dict[str, list[str]] = {}
        for id_ in inventory.hosts_in(""):
            self.alone.setdefault(inventory.hosts[id_].datacenter, []).append(id_)
        self.stores: dict[str, list[str]] = {}
        for store in inventory.datastores.values():
            if store.id not in ties.local:
                self.stores.setdefault(store.datacenter, []).append(store.id)
        self.feet: dict[str, list[str]] = {}
        for store_id, host in ties.local.items():
            self.feet.setdefault(host, []).append(store_id)
        self._place_sites()
        self.subnets: dict[str, list[str]] = {}
        for subnet in inventory.subnets:
            self.subnets.setdefault(self._place_of_subnet(subnet), []).append(subnet)

    def _place_sites(self) -> None:
        self.sites_over: dict[str, list[str]] = {}
        self._first_at: dict[str, str] = {}
        for datacenter in self.inventory.datacenters.values():
            if datacenter.site and datacenter.site not in self._first_at:
                self._first_at[datacenter.site] = datacenter.id
                self.sites_over.setdefault(datacenter.vcenter, []).append(datacenter.site)
        self.sites_alone = [id_ for id_ in self.inventory.sites if id_ not in self._first_at]

    def _place_of_subnet(self, subnet: str) -> str:
        """The datacenter whose hosts alone use it; else the vCenter of the first of them; else where its site is."""
        hosts = self.inventory.hosts
        users = list(dict.fromkeys(hosts[id_].datacenter for id_ in self.ties.of_node.get(subnet, ())))
        if not users:
            at_site = self._first_at.get(self.inventory.subnets[subnet].site, "")
            users = [at_site] if at_site else list(self.inventory.datacenters)[:1]
        if not users:
            return ""
        return users[0] if len(users) == 1 else self.inventory.datacenters[users[0]].vcenter


@dataclass
class _Block:
    """A rectangle with what is in it, relative to its top left corner."""

    id: str
    kind: NodeKind
    w: float = 0.0
    h: float = 0.0
    children: list[tuple[float, float, _Block]] = field(default_factory=list)
    plan: CardPlan | None = None

    def put(self, layout: Layout, x: float, y: float, parent: str = "") -> None:
        layout.put(self.id, self.kind, Box(x, y, self.w, self.h), parent)
        if self.plan is not None:
            layout.plans[self.id] = self.plan
        for dx, dy, child in self.children:
            child.put(layout, x + dx, y + dy, self.id)

    def add(self, x: float, y: float, child: _Block) -> None:
        self.children.append((x, y, child))


def _vcenter(inventory: Inventory, groups: _Groups, id_: str) -> _Block:
    block = _Block(id_, "vcenter")
    inner = [_datacenter(inventory, groups, child) for child in groups.datacenters.get(id_, ())]
    sizes = [(child.w, child.h) for child in inner]
    places = in_rows(sizes, DATACENTER_GAP, _DATACENTERS_RATIO) if sizes else []
    extent = union(Box(x, y, c.w, c.h) for (x, y), c in zip(places, inner, strict=True))
    lane = _lane(groups.subnets.get(id_, ()), "subnet", SUBNET_H, extent.h)
    x = FRAME_PAD + (lane.w + GUTTER if lane.children else 0.0)
    top = FRAME_HEADER + FRAME_PAD / 2
    height = max(extent.h, lane.h)
    lane.spread(block, FRAME_PAD, top + (height - lane.h) / 2)
    for (dx, dy), child in zip(places, inner, strict=True):
        block.add(x + dx, top + dy, child)
    block.w = max(x + extent.w + FRAME_PAD, EMPTY_CLUSTER[0])
    block.h = top + max(height, EMPTY_CLUSTER[1]) + FRAME_PAD
    return block


def _datacenter(inventory: Inventory, groups: _Groups, id_: str) -> _Block:
    block = _Block(id_, "datacenter")
    teams = [(c, inventory.hosts_in(c)) for c in groups.clusters.get(id_, ())]
    if alone := groups.alone.get(id_):
        teams.append((standalone_frame(id_), tuple(alone)))
    plans = [_plan(inventory, groups, hosts) for _, hosts in teams]
    columns = _columns([len(hosts) for _, hosts in teams], plans)
    frames = [
        _cluster(inventory, groups, team, hosts, plan, columns)
        for (team, hosts), plan in zip(teams, plans, strict=True)
    ]
    stack_w = max((frame.w for frame in frames), default=EMPTY_CLUSTER[0])
    stack_h = sum(frame.h + GAP for frame in frames) - GAP if frames else EMPTY_CLUSTER[1]
    middles = _middles(frames)
    left = _lane_beside(groups, groups.subnets.get(id_, ()), "subnet", SUBNET_H, middles, stack_h)
    right = _lane_beside(groups, groups.stores.get(id_, ()), "datastore", DATASTORE_H, middles, stack_h)
    x = FRAME_PAD + (left.w + GUTTER if left.children else 0.0)
    top, height = FRAME_HEADER + FRAME_PAD / 2, max(stack_h, left.h, right.h)
    left.spread(block, FRAME_PAD, top)
    y = top
    for frame in frames:
        frame.w = stack_w
        block.add(x, y, frame)
        y += frame.h + GAP
    x += stack_w
    if right.children:
        right.spread(block, x + GUTTER, top)
        x += GUTTER + right.w
    block.w, block.h = x + FRAME_PAD, top + height + FRAME_PAD
    return block


def _middles(frames: Sequence[_Block]) -> dict[str, float]:
    """The y of the middle of each frame of a stack, from the stack's top."""
    middles, y = {}, 0.0
    for frame in frames:
        middles[frame.id] = y + frame.h / 2.0
        y += frame.h + GAP
    return middles


def _lane_beside(
    groups: _Groups, nodes: Sequence[str], kind: NodeKind, height: float, middles: dict[str, float], room: float
) -> _Lane:
    """A lane whose nodes stand beside the clusters that use them, as far as there is room."""

    def wanted(node: str) -> float:
        hosts = (groups.inventory.hosts[id_] for id_ in groups.ties.of_node.get(node, ()))
        places = [middles[host.cluster] for host in hosts if host.cluster in middles]
        return sum(places) / len(places) if places else room

    order = sorted(nodes, key=wanted)
    lane = _lane(order, kind, height, room)
    if lane.w == LANE_W and lane.h < room:
        tops = _stacked([wanted(node) - height / 2.0 for node in order], height + LANE_GAP, room - height)
        lane.children = [(x, y, node) for (x, _, node), y in zip(lane.children, tops, strict=True)]
        lane.h = max(tops) + height
    return lane


def _around(wanted: Sequence[float], pitch: float) -> list[float]:
    """Wanted places; those of several that want the same one are spread evenly around it."""
    count = Counter(wanted)
    seen: Counter[float] = Counter()
    places = []
    for place in wanted:
        places.append(place + (seen[place] - (count[place] - 1) / 2.0) * pitch)
        seen[place] += 1
    return places


def _stacked(wanted: Sequence[float], pitch: float, last: float) -> list[float]:
    """Places in ascending order, at least `pitch` apart, from 0 to `last`, near the wanted ones."""
    places: list[float] = []
    for place in _around(wanted, pitch):
        places.append(max(place, places[-1] + pitch if places else 0.0))
    limit = last
    for k in range(len(places) - 1, -1, -1):
        places[k] = min(places[k], limit)
        limit = places[k] - pitch
    return places


def _plan(inventory: Inventory, groups: _Groups, hosts: Iterable[str]) -> CardPlan:
    ids = list(hosts)
    most = max((len(inventory.vms_on(id_)) for id_ in ids), default=0)
    return card_plan(most, any(id_ in groups.feet for id_ in ids))


def _columns(counts: Sequence[int], plans: Sequence[CardPlan]) -> int:
    """The number of cards side by side that makes a datacenter's stack of clusters come closest to a good outline."""
    best, best_miss = 1, float("inf")
    for columns in range(1, min(_MOST_COLUMNS, max(counts, default=1)) + 1):
        rows = [-(-count // columns) for count in counts]
        sizes = zip(rows, plans, strict=True)
        height = sum(FRAME_HEADER + FRAME_PAD + GAP + row * (plan.height + GAP) for row, plan in sizes)
        ratio = columns * (CARD_W + GAP) / max(height, 1.0)
        places = sum(row * columns for row in rows)
        waste = places / max(sum(counts), 1)
        miss = max(ratio / _CLUSTERS_RATIO, _CLUSTERS_RATIO / ratio) * waste
        if miss < best_miss:
            best, best_miss = columns, miss
    return best


def _cluster(
    inventory: Inventory, groups: _Groups, id_: str, hosts: Sequence[str], plan: CardPlan, columns: int
) -> _Block:
    block = _Block(id_, "cluster" if id_ in inventory.clusters else "standalone")
    for k, host in enumerate(hosts):
        row, column = divmod(k, columns)
        card = _Block(host, "host", CARD_W, plan.height, plan=plan)
        feet = groups.feet.get(host, [])
        for store, box in zip(feet, foot_boxes(Box(0.0, 0.0, card.w, card.h), len(feet)), strict=True):
            card.add(box.x, box.y, _Block(store, "datastore", box.w, box.h))
        block.add(FRAME_PAD + column * (CARD_W + GAP), FRAME_HEADER + row * (plan.height + GAP), card)
    rows = -(-len(hosts) // columns)
    block.w = 2 * FRAME_PAD + columns * (CARD_W + GAP) - GAP if hosts else EMPTY_CLUSTER[0]
    inner = rows * (plan.height + GAP) - GAP if hosts else EMPTY_CLUSTER[1] - FRAME_HEADER
    block.h = FRAME_HEADER + inner + FRAME_PAD
    return block


class _Lane(_Block):
    """A column (or several) of nodes beside the clusters."""

    def spread(self, into: _Block, x: float, y: float) -> None:
        """Put the lane's nodes straight into a block."""
        for dx, dy, child in self.children:
            into.add(x + dx, y + dy, child)


def _lane(nodes: Sequence[str], kind: NodeKind, height: float, beside: float) -> _Lane:
    """Nodes one below the other, in more columns where they would be taller than what they stand beside."""
    lane = _Lane("", kind)
    if not nodes:
        return lane
    rows = max(1, min(len(nodes), int((beside + LANE_GAP) // (height + LANE_GAP))))
    columns = -(-len(nodes) // rows)
    rows = -(-len(nodes) // columns)
    for k, node in enumerate(nodes):
        column, row = divmod(k, rows)
        lane.add(column * (LANE_W + GAP), row * (height + LANE_GAP), _Block(node, kind, LANE_W, height))
    lane.w, lane.h = columns * (LANE_W + GAP) - GAP, rows * (height + LANE_GAP) - LANE_GAP
    return lane
