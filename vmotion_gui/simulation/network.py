"""The flows that run now, and their rates: only flows joined by shared links to a change are shared anew."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable

import msgspec

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.sharing import Demand, LinkKey, Part, fill, part_of


class Flow(msgspec.Struct, frozen=True, kw_only=True):
    """Data that moves at a constant rate until the next change."""

    id: int
    owner: str
    """The migration."""
    parts: tuple[Demand, ...]
    rates: tuple[float, ...]
    """Bytes per second of each part (payload)."""

    @property
    def rate(self) -> float:
        return sum(self.rates)


def capacity(inventory: Inventory, lost_hosts: Iterable[str], key: LinkKey) -> float:
    """Bytes per second that one direction of a link carries, headers included; 0 of what is down or gone."""
    match key.kind:
        case "pnic":
            host = inventory.hosts.get(key.object)
            speeds = [nic.speed_bits_per_s for nic in host.pnics if nic.device == key.device] if host else []
            return sum(speeds) / 8.0
        case "link":
            link = inventory.links.get(key.object)
            return link.bandwidth_bits_per_s / 8.0 if link and link.state == "up" else 0.0
        case "datastore":
            datastore = inventory.datastores.get(key.object)
            if datastore is None or not datastore.accessible:
                return 0.0
            read = key.direction == "read"
            return datastore.read_bandwidth_bytes_per_s if read else datastore.write_bandwidth_bytes_per_s
        case _:
            return 0.0 if key.object in lost_hosts else math.inf


class LinkTable:
    """Small numbers for links, so that nothing hot hashes their names. It only grows, so all copies of a network share
    one."""

    def __init__(self) -> None:
        self.keys: list[LinkKey] = []
        self._ids: dict[LinkKey, int] = {}

    def id_of(self, key: LinkKey) -> int:
        """The number of a link; a new one gets the next."""
        id_ = self._ids.get(key)
        if id_ is None:
            id_ = self._ids[key] = len(self.keys)
            self.keys.append(key)
        return id_

    def part(self, demand: Demand) -> Part[int]:
        """A demand over numbered links."""
        cap, weight, uses = part_of(demand)
        return cap, weight, tuple((self.id_of(key), coefficient) for key, coefficient in uses)


@dataclasses.dataclass(slots=True)
class Network:
    """All flows by id, and which links they use. A `copy` shares the flows, which never change."""

    flows: dict[int, Flow] = dataclasses.field(default_factory=dict)
    touched: dict[int, None] = dataclasses.field(default_factory=dict)
    """Links whose flows must be shared anew (a set that keeps its order)."""
    next_id: int = 1
    held: dict[int, None] = dataclasses.field(default_factory=dict)
    """Flows that wait."""
    table: LinkTable = dataclasses.field(default_factory=LinkTable)
    _parts: dict[int, tuple[Part[int], ...]] = dataclasses.field(default_factory=dict)
    _links: dict[int, tuple[int, ...]] = dataclasses.field(default_factory=dict)
    """Flow -> the links that it uses."""
    _members: dict[int, tuple[int, ...]] = dataclasses.field(default_factory=dict)
    """Link -> the flows that use it."""
    _capacities: dict[int, float] = dataclasses.field(default_factory=dict)

    def copy(self) -> Network:
        """An independent network."""
        return Network(
            dict(self.flows),
            dict(self.touched),
            self.next_id,
            dict(self.held),
            self.table,
            dict(self._parts),
            dict(self._links),
            dict(self._members),
            dict(self._capacities),
        )

    def add(self, owner: str, parts: tuple[Demand, ...]) -> int:
        """A new flow's id; its rate is 0 until the flows are shared."""
        flow = Flow(id=self.next_id, owner=owner, parts=parts, rates=(0.0,) * len(parts))
        self.next_id += 1
        self.flows[flow.id] = flow
        self._compile(flow)
        self._join(flow.id)
        return flow.id

    def _join(self, flow_id: int) -> None:
        for link in self._links[flow_id]:
            self._members[link] = (*self._members.get(link, ()), flow_id)
            self.touched[link] = None

    def _leave(self, flow_id: int) -> None:
        for link in self._links[flow_id]:
            self._members[link] = tuple([other for other in self._members[link] if other != flow_id])
            if not self._members[link]:
                del self._members[link]
            self.touched[link] = None

    def hold(self, flow_id: int) -> None:
        """Let a flow wait: it has a rate of 0, and others may have what it had."""
        self._leave(flow_id)
        flow = self.flows[flow_id]
        self.held[flow_id] = None
        self.flows[flow_id] = msgspec.structs.replace(flow, rates=(0.0,) * len(flow.rates))

    def release(self, flow_id: int) -> None:
        """A flow has waited long enough."""
        del self.held[flow_id]
        self._join(flow_id)

    def _compile(self, flow: Flow) -> None:
        self._parts[flow.id] = tuple(self.table.part(part) for part in flow.parts)
        self._links[flow.id] = tuple(dict.fromkeys(link for part in self._parts[flow.id] for link, _ in part[2]))

    def remove(self, flow_id: int) -> None:
        """End a flow."""
        if flow_id in self.held:
            del self.held[flow_id]
        else:
            self._leave(flow_id)
        del self.flows[flow_id], self._parts[flow_id], self._links[flow_id]

    def set_parts(self, flow_id: int, parts: tuple[Demand, ...]) -> None:
        """Other caps or weights for a flow that keeps its links."""
        flow = self.flows[flow_id]
        if flow.parts != parts:
            flow = msgspec.structs.replace(flow, parts=parts)
            self.flows[flow_id] = flow
            self._compile(flow)
            self.touched.update(dict.fromkeys(self._links[flow_id]))

    def touch_all(self) -> None:
        """Capacities may have changed anywhere."""
        self._capacities.clear()
        self.touched.update(dict.fromkeys(self._members))

    def users(self) -> dict[LinkKey, tuple[int, ...]]:
        """The links in use with their flows, in the order in which they came into use."""
        return {self.table.keys[link]: ids for link, ids in self._members.items()}

    def links_of(self, flows: Iterable[Flow], others: Iterable[int]) -> list[int]:
        """The links of some flows and others, each once."""
        return list(dict.fromkeys([*others, *(link for flow in flows for link in self._links[flow.id])]))

    def load(self, link: int) -> float:
        """Bytes per second on a link, headers included. The order in which flows came leaves no trace in it."""
        return math.fsum(
            rate * coefficient
            for id_ in self._members.get(link, ())
            for (_, _, uses), rate in zip(self._parts[id_], self.flows[id_].rates, strict=True)
            for used, coefficient in uses
            if used == link
        )

    def reshared(self, capacity_of: Callable[[LinkKey], float]) -> list[Flow]:
        """The flows whose rates change, with their new rates, by id; forgets what was touched. Changes no
        flow.
        """
        ids = sorted(self._component(capacity_of))
        self.touched = {}
        if not ids:
            return []
        flows, compiled = self.flows, self._parts
        rates = fill([part for id_ in ids for part in compiled[id_]], self._capacities)
        changed, at = [], 0
        for id_ in ids:
            flow = flows[id_]
            end = at + len(flow.rates)
            new = tuple(rates[at:end])
            at = end
            if new != flow.rates:
                changed.append(Flow(id=id_, owner=flow.owner, parts=flow.parts, rates=new))
        return changed

    def _component(self, capacity_of: Callable[[LinkKey], float]) -> set[int]:
        """The flows that a change of the touched links can reach; a link without a limit joins nobody."""
        members, links_of, capacities = self._members, self._links, self._capacities
        found: set[int] = set()
        links = list(self.touched)
        seen = set(links)
        while links:
            for id_ in members.get(links.pop(), ()):
                if id_ in found:
                    continue
                found.add(id_)
                for link in links_of[id_]:
                    if link not in capacities:
                        capacities[link] = capacity_of(self.table.keys[link])
                    if link not in seen:
                        seen.add(link)
                        if capacities[link] != math.inf:
                            links.append(link)
        return found


def capped(parts: tuple[Demand, ...], total_bytes_per_s: float) -> tuple[Demand, ...]:
    """The same parts, together at most this fast."""
    return tuple(part._replace(cap=min(part.cap, total_bytes_per_s / len(parts))) for part in parts)
