"""The flows that run now, and their rates: only flows joined by shared links to a change are shared anew."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable

import msgspec

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.sharing import Demand, LinkKey, max_min


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


@dataclasses.dataclass(slots=True)
class Network:
    """All flows by id, and which links they use. A `copy` shares the flows, which never change."""

    flows: dict[int, Flow] = dataclasses.field(default_factory=dict)
    by_link: dict[LinkKey, tuple[int, ...]] = dataclasses.field(default_factory=dict)
    touched: dict[LinkKey, None] = dataclasses.field(default_factory=dict)
    """Links whose flows must be shared anew (a set that keeps its order)."""
    next_id: int = 1

    def copy(self) -> Network:
        return Network(dict(self.flows), dict(self.by_link), dict(self.touched), self.next_id)

    def add(self, owner: str, parts: tuple[Demand, ...]) -> int:
        """A new flow's id; its rate is 0 until the flows are shared."""
        flow = Flow(id=self.next_id, owner=owner, parts=parts, rates=(0.0,) * len(parts))
        self.next_id += 1
        self.flows[flow.id] = flow
        for key in _keys(flow):
            self.by_link[key] = (*self.by_link.get(key, ()), flow.id)
            self.touched[key] = None
        return flow.id

    def remove(self, flow_id: int) -> None:
        flow = self.flows.pop(flow_id)
        for key in _keys(flow):
            self.by_link[key] = tuple(other for other in self.by_link[key] if other != flow_id)
            if not self.by_link[key]:
                del self.by_link[key]
            self.touched[key] = None

    def set_parts(self, flow_id: int, parts: tuple[Demand, ...]) -> None:
        """Other caps for a flow that keeps its links."""
        flow = self.flows[flow_id]
        if flow.parts != parts:
            self.flows[flow_id] = msgspec.structs.replace(flow, parts=parts)
            self.touched.update(dict.fromkeys(_keys(flow)))

    def touch_all(self) -> None:
        """Capacities may have changed anywhere."""
        self.touched.update(dict.fromkeys(self.by_link))

    def reshared(self, capacity_of: Callable[[LinkKey], float]) -> list[Flow]:
        """The flows whose rates change, with their new rates, by id; forgets what was touched. Changes no
        flow.
        """
        ids = sorted(self._component())
        self.touched.clear()
        flows = [self.flows[id_] for id_ in ids]
        demands = [part for flow in flows for part in flow.parts]
        capacities = {use.link: capacity_of(use.link) for part in demands for use in part.uses}
        rates = iter(max_min(demands, capacities))
        changed = []
        for flow in flows:
            new = tuple(next(rates) for _ in flow.parts)
            if new != flow.rates:
                changed.append(msgspec.structs.replace(flow, rates=new))
        return changed

    def _component(self) -> set[int]:
        found: set[int] = set()
        links = list(self.touched)
        seen = set(links)
        while links:
            for id_ in self.by_link.get(links.pop(), ()):
                if id_ not in found:
                    found.add(id_)
                    fresh = [key for key in _keys(self.flows[id_]) if key not in seen]
                    seen.update(fresh)
                    links += fresh
        return found


def _keys(flow: Flow) -> list[LinkKey]:
    return list(dict.fromkeys(use.link for part in flow.parts for use in part.uses))


def capped(parts: tuple[Demand, ...], total_bytes_per_s: float) -> tuple[Demand, ...]:
    """The same parts, together at most this fast."""
    return tuple(part._replace(cap=min(part.cap, total_bytes_per_s / len(parts))) for part in parts)
