"""The picture as a scene: one item per host, frame and node, kept in step with the inventory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QObject, QRectF
from PySide6.QtWidgets import QGraphicsItem, QGraphicsScene

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.causes import causes_at
from vmotion_gui.gui.topology.curves import missing
from vmotion_gui.gui.topology.graph_layout import graph_layout
from vmotion_gui.gui.topology.items_causes import CausesItem
from vmotion_gui.gui.topology.items_edges import EdgesItem
from vmotion_gui.gui.topology.items_frame import FrameItem
from vmotion_gui.gui.topology.items_host import HostItem
from vmotion_gui.gui.topology.items_labels import LabelsItem
from vmotion_gui.gui.topology.items_node import NodeItem
from vmotion_gui.gui.topology.layout import Layout, Mode, NodeKind, nested_layout
from vmotion_gui.gui.topology.picture import COLLAPSE_ABOVE, Detail, Picture, detail_for
from vmotion_gui.gui.topology.style import Style
from vmotion_gui.inventory.estate import Inventory

if TYPE_CHECKING:
    from vmotion_gui.gui.drag.port import HostMarks

MARGIN = 60.0
_FRAMES: tuple[NodeKind, ...] = ("vcenter", "datacenter", "cluster", "standalone")
_NODES: tuple[NodeKind, ...] = ("datastore", "subnet", "site", "link")
_STRUCTURE = ("sites", "vcenters", "datacenters", "clusters", "hosts", "datastores", "subnets", "links")
_ORDER: tuple[NodeKind, ...] = (
    "link",
    "site",
    "datastore",
    "subnet",
    "host",
    "cluster",
    "standalone",
    "datacenter",
    "vcenter",
)
"""Innermost first: what a point belongs to when several rectangles hold it."""


class TopologyScene(QGraphicsScene):
    """Items and the lookups between ids and places. Selection and gestures are the view's."""

    def __init__(self, inventory: Inventory, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.setItemIndexMethod(QGraphicsScene.ItemIndexMethod.BspTreeIndex)
        self.picture = Picture(Style(theme), inventory, nested_layout(inventory))
        self._mode: Mode = "nested"
        self._verdicts: HostMarks | None = None
        self._build()

    # --- building -----------------------------------------------------------------------------------------------------

    def rebuild(self, inventory: Inventory) -> None:
        """Another estate, or another moment of it: everything anew."""
        for item in self.items():
            if item.parentItem() is None:
                self.removeItem(item)
        self.picture.inventory = inventory
        self.picture.layout = self._layout_of(inventory)
        self._build()

    def _layout_of(self, inventory: Inventory) -> Layout:
        nested = nested_layout(inventory)
        return nested if self._mode == "nested" else graph_layout(inventory, nested)

    @property
    def mode(self) -> Mode:
        return self._mode

    def set_mode(self, mode: Mode) -> None:
        """The nested picture, or the free graph."""
        if mode != self._mode:
            self._mode = mode
            self.rebuild(self.picture.inventory)

    def _build(self) -> None:
        picture, layout = self.picture, self.picture.layout
        self.hosts: dict[str, HostItem] = {}
        self.frames: dict[str, FrameItem] = {}
        self.nodes: dict[str, NodeItem] = {}
        for id_, kind in layout.kinds.items():
            if kind in _FRAMES:
                self.frames[id_] = FrameItem(id_, kind, picture)
                self.addItem(self.frames[id_])
            elif kind == "host":
                self.hosts[id_] = HostItem(id_, picture)
                self.addItem(self.hosts[id_])
            elif id_ not in layout.ties.local:
                self.nodes[id_] = NodeItem(id_, kind, picture)
                self.addItem(self.nodes[id_])
        self.edges = EdgesItem(picture)
        self.labels = LabelsItem(picture, self.frames)
        self.causes = CausesItem(picture)
        self.addItem(self.edges)
        self.addItem(self.labels)
        self.addItem(self.causes)
        self._choose_caches()
        self._count_hosts()
        self._index()
        bounds = layout.bounds.grown(MARGIN)
        self.setSceneRect(QRectF(*bounds))

    def _count_hosts(self) -> None:
        within: dict[str, list[str]] = {}
        for host in self.hosts:
            for frame in self.ancestors(host):
                within.setdefault(frame, []).append(host)
        for id_, item in self.frames.items():
            item.hosts = within.get(id_, [])

    def ancestors(self, id_: str) -> list[str]:
        """The frames around something, innermost first."""
        parents, found = self.picture.layout.parents, []
        while id_ in parents:
            id_ = parents[id_]
            found.append(id_)
        return found

    def _index(self) -> None:
        layout = self.picture.layout
        rank = {kind: k for k, kind in enumerate(_ORDER)}
        self._ids = sorted(layout.boxes, key=lambda id_: rank[layout.kinds[id_]])
        boxes = np.array([layout.boxes[id_] for id_ in self._ids], dtype=float).reshape(-1, 4)
        self._left, self._top = boxes[:, 0], boxes[:, 1]
        self._right, self._bottom = boxes[:, 0] + boxes[:, 2], boxes[:, 1] + boxes[:, 3]
        self._weights = np.array(
            [1 + len(self.picture.inventory.vms_on(id_)) if id_ in self.hosts else 0 for id_ in self._ids]
        )

    # --- in step with the estate --------------------------------------------------------------------------------------

    def follow(self, inventory: Inventory, *, before_rebuild: Callable[[], None]) -> bool:
        """The estate is another one: redo what changed. True if the layout had to be made anew.

        `before_rebuild` is called while the old items still stand.
        """
        before = self.picture.inventory
        if _structure_changed(before, inventory):
            before_rebuild()
            self.rebuild(inventory)
            return True
        self.picture.inventory = inventory
        for host in _touched_hosts(before, inventory):
            self._refresh_host(host)
        for name in ("datastores", "subnets", "links", "sites", "vcenters", "datacenters", "clusters"):
            if before.collection(name) is not inventory.collection(name):
                self._refresh_changed(before.collection(name), inventory.collection(name))
        if before.links is not inventory.links:
            self.edges.rebuild()
        return False

    def _refresh_host(self, host: str) -> None:
        if host in self.hosts:
            self.hosts[host].refresh()
            for frame in self.ancestors(host):
                self.frames[frame].refresh()

    def _refresh_changed(self, before: Mapping[str, object], after: Mapping[str, object]) -> None:
        local = self.picture.layout.ties.local
        for id_, entity in after.items():
            if before.get(id_) is entity:
                continue
            if id_ in local:
                self.hosts[local[id_]].refresh()
            elif id_ in self.nodes:
                self.nodes[id_].refresh()
            elif id_ in self.frames:
                self.frames[id_].refresh()

    def retell(self) -> None:
        """The language is another one: all words anew."""
        items: list[HostItem | FrameItem | NodeItem] = [
            *self.hosts.values(),
            *self.frames.values(),
            *self.nodes.values(),
        ]
        for item in items:
            item.refresh()

    def dress(self, theme: Theme) -> None:
        """The theme is another one."""
        self.picture.style = Style(theme)
        self.repaint_all()

    # --- what is where ------------------------------------------------------------------------------------------------

    def object_at(self, x: float, y: float) -> str:
        """The innermost object at a point of the scene; "" for none."""
        held = (self._left <= x) & (x < self._right) & (self._top <= y) & (y < self._bottom)
        places = np.flatnonzero(held)
        if not len(places):
            return ""
        id_ = self._ids[int(places[0])]
        if id_ in self.hosts:
            return self.hosts[id_].vm_at(x, y) or id_
        return "" if self.picture.layout.kinds[id_] == "standalone" else id_

    def box_of(self, id_: str) -> Box | None:
        """Where something is drawn; None for what has no picture."""
        box = self.picture.layout.boxes.get(id_)
        vm = self.picture.inventory.vms.get(id_)
        if box is None and vm is not None and vm.host in self.hosts:
            return self.hosts[vm.host].chip_box(id_)
        return box

    def host_of(self, id_: str) -> str:
        """The host that draws something: of a VM, of a local datastore, of itself; "" for none."""
        vm = self.picture.inventory.vms.get(id_)
        if vm is not None:
            return vm.host
        return id_ if id_ in self.hosts else self.picture.layout.ties.local.get(id_, "")

    def in_sight(self, rect: QRectF) -> npt.NDArray[np.bool_]:
        """Which of `placed_ids` a rectangle of the scene touches."""
        across = (self._left < rect.right()) & (self._right > rect.left())
        inside: npt.NDArray[np.bool_] = across & (self._top < rect.bottom()) & (self._bottom > rect.top())
        return inside

    @property
    def placed_ids(self) -> Sequence[str]:
        """All that has a rectangle in the layout, innermost kinds first."""
        return self._ids

    def vms_in(self, rect: QRectF) -> list[str]:
        """VMs whose chips touch a rectangle of the scene."""
        found = []
        for k in np.flatnonzero(self.in_sight(rect)):
            item = self.hosts.get(self._ids[int(k)])
            for vm in item.slots.vms if item is not None else ():
                box = item.chip_box(vm) if vm and item is not None else None
                if box is not None and rect.intersects(QRectF(*box)):
                    found.append(vm)
        return found

    # --- marks --------------------------------------------------------------------------------------------------------

    def zoomed(self, scale: float, sight: QRectF, collapse_above: int = COLLAPSE_ABOVE) -> None:
        """The view looks from another distance or at another place: choose the level of detail."""
        picture = self.picture
        visible = int(self._weights[self.in_sight(sight)].sum())
        detail = detail_for(scale, visible, collapse_above)
        picture.scale = scale
        if detail != picture.detail:
            picture.detail = Detail(detail)
            self._choose_caches()
            self.repaint_all()

    def _choose_caches(self) -> None:
        """Near, cards are kept as pixmaps; from afar one is a few rectangles, quicker drawn than kept."""
        modes = QGraphicsItem.CacheMode
        mode = modes.DeviceCoordinateCache if self.picture.detail >= Detail.SUMMARY else modes.NoCache
        for item in (*self.hosts.values(), *self.nodes.values()):
            item.setCacheMode(mode)

    def repaint_all(self) -> None:
        """Repaint everything: cards are kept as pixmaps, which a mere update of the scene would show again."""
        for item in (*self.hosts.values(), *self.nodes.values()):
            item.update()
        self.update()

    def repaint(self, ids: Iterable[str]) -> None:
        """Repaint what draws these objects."""
        for id_ in ids:
            host = self.host_of(id_)
            item = self.hosts.get(host) or self.frames.get(id_) or self.nodes.get(id_)
            if item is not None:
                item.update()

    def hover(self, id_: str) -> None:
        """The pointer is over something."""
        picture = self.picture
        if id_ != picture.hovered:
            before, picture.hovered = picture.hovered, id_
            self.repaint([before, id_])
            if picture.severities is None:
                self.edges.highlight()

    def aim(self, id_: str) -> None:
        """A drag is over something that would take it; "" for nothing."""
        picture = self.picture
        if id_ != picture.target:
            before, picture.target = picture.target, id_
            self.repaint([before, id_])

    def select(self, ids: Iterable[str]) -> None:
        """These are selected."""
        picture = self.picture
        before, picture.selected = picture.selected, frozenset(ids)
        self.repaint(before ^ picture.selected)
        self.edges.highlight()

    def match(self, ids: Iterable[str], *, searching: bool) -> None:
        """These are what a search found."""
        picture = self.picture
        picture.matches, picture.searching = frozenset(ids), searching
        self.repaint_all()

    def alarm(self, marks: Mapping[str, int]) -> None:
        """Objects with alarms, as `Picture.alarms`."""
        picture = self.picture
        before, picture.alarms = picture.alarms, marks
        self.repaint(id_ for id_ in before.keys() | marks.keys() if before.get(id_) != marks.get(id_))

    def judge(self, verdicts: HostMarks | None) -> None:
        """How hosts are to be marked while something is dragged; None: not at all."""
        picture = self.picture
        self._verdicts = verdicts
        if verdicts is None:
            picture.severities = None
            self.show_causes("")
        else:
            severities = [Severity(int(value)) for value in verdicts.severity]
            picture.severities = dict(zip(verdicts.host_ids, severities, strict=True))
        self.repaint_all()

    def show_causes(self, host: str) -> None:
        """Draw and name what a host refuses the judged VMs for; nothing for a host that can take them."""
        picture, verdicts = self.picture, self._verdicts
        found = causes_at(picture.inventory, picture.layout, verdicts, host) if verdicts is not None else ()
        self.edges.mark_broken(frozenset((cause.host, cause.node) for cause in found if cause.node))
        self.causes.tell([(cause, missing(picture.layout, cause.host, cause.node)) for cause in found])


def _structure_changed(before: Inventory, after: Inventory) -> bool:
    """Whether something came, went, or stands elsewhere, so that places must be computed anew."""
    for name in _STRUCTURE:
        one, other = before.collection(name), after.collection(name)
        if one is not other and (one.keys() != other.keys() or any(_place(one[k]) != _place(other[k]) for k in one)):
            return True
    return before.portgroups is not after.portgroups or before.switches is not after.switches


def _place(entity: object) -> tuple[object, ...]:
    fields = ("site", "vcenter", "datacenter", "cluster", "mounts", "vmk_adapters", "a", "b")
    return tuple(getattr(entity, field, None) for field in fields)


def _touched_hosts(before: Inventory, after: Inventory) -> list[str]:
    """Hosts whose card shows something else: they changed, or a VM of theirs did, came or went."""
    touched: dict[str, None] = {}
    if before.hosts is not after.hosts:
        touched.update((id_, None) for id_, host in after.hosts.items() if before.hosts.get(id_) is not host)
    if before.vms is not after.vms:
        for id_, vm in after.vms.items():
            old = before.vms.get(id_)
            if old is not vm:
                touched[vm.host] = None
                if old is not None:
                    touched[old.host] = None
        touched.update((vm.host, None) for id_, vm in before.vms.items() if id_ not in after.vms)
    return list(touched)
