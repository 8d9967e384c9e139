"""The flows that run now, and their rates: only flows joined by shared links to a change are shared anew."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Callable, Iterable
from typing import NamedTuple

import msgspec

from vmotion_gui.inventory.traffic import TrafficClass
from vmotion_gui.simulation.sharing import Demand, LinkKey, Part, fill, part_of
from vmotion_gui.simulation.traffic import Beside

_ADAPTER_KINDS = ("pnic", "halfDuplex")
_SLACK = 1.0 - 1e-9
"""A link that carries less than this share of what it can binds nobody."""


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
        return self.rates[0] if len(self.rates) == 1 else sum(self.rates)


class LinkTable:
    """Small numbers for links, so that nothing hot hashes their names. It only grows, so all copies of a network share
    one."""

    def __init__(self) -> None:
        self.keys: list[LinkKey] = []
        self.adapters: dict[int, None] = {}
        """The links that are physical adapters."""
        self.adapters_of: dict[str, list[int]] = {}
        """Host -> such links of it."""
        self._ids: dict[LinkKey, int] = {}

    def id_of(self, key: LinkKey) -> int:
        """The number of a link; a new one gets the next."""
        id_ = self._ids.get(key)
        if id_ is None:
            id_ = self._ids[key] = len(self.keys)
            self.keys.append(key)
            if key.kind in _ADAPTER_KINDS:
                self.adapters[id_] = None
                self.adapters_of.setdefault(key.object, []).append(id_)
        return id_

    def part(self, demand: Demand) -> Part[int]:
        """A demand over numbered links."""
        cap, weight, uses = part_of(demand)
        return cap, weight, tuple((self.id_of(key), coefficient) for key, coefficient in uses)


class _Bound(NamedTuple):
    """What of a flow's way can bind it: links without a limit are most of those that a way crosses."""

    links: tuple[int, ...]
    parts: tuple[Part[int], ...]


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
    others: dict[int, Beside] = dataclasses.field(default_factory=dict)
    """The other traffic on each adapter in use."""
    changes_due: dict[str, tuple[float, int]] = dataclasses.field(default_factory=dict)
    """Host -> when the other traffic on its adapters in use changes next, and the heap entry for that."""
    _parts: dict[int, tuple[Part[int], ...]] = dataclasses.field(default_factory=dict)
    _links: dict[int, tuple[int, ...]] = dataclasses.field(default_factory=dict)
    """Flow -> the links that it uses."""
    _members: dict[int, tuple[int, ...]] = dataclasses.field(default_factory=dict)
    """Link -> the flows that use it."""
    _capacities: dict[int, float] = dataclasses.field(default_factory=dict)
    _bound: dict[int, _Bound] = dataclasses.field(default_factory=dict)

    def copy(self) -> Network:
        """An independent network."""
        return Network(
            dict(self.flows),
            dict(self.touched),
            self.next_id,
            dict(self.held),
            self.table,
            dict(self.others),
            dict(self.changes_due),
            dict(self._parts),
            dict(self._links),
            dict(self._members),
            dict(self._capacities),
            dict(self._bound),
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
            self._touch(link)

    def _leave(self, flow_id: int) -> None:
        for link in self._links[flow_id]:
            self._members[link] = tuple([other for other in self._members[link] if other != flow_id])
            if not self._members[link]:
                del self._members[link]
            self._touch(link)

    def _touch(self, link: int) -> None:
        """Its flows must be shared anew. What other traffic leaves depends on who else is there."""
        self.touched[link] = None
        beside = self.others.get(link)
        if beside is not None and beside.others:
            self._capacities.pop(link, None)

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
        self._bound.pop(flow.id, None)

    def remove(self, flow_id: int) -> None:
        """End a flow."""
        if flow_id in self.held:
            del self.held[flow_id]
        else:
            self._leave(flow_id)
        del self.flows[flow_id], self._parts[flow_id], self._links[flow_id]
        self._bound.pop(flow_id, None)

    def set_parts(self, flow_id: int, parts: tuple[Demand, ...]) -> None:
        """Other caps or weights for a flow, or another way; it has its new rates once the flows are shared."""
        flow = self.flows[flow_id]
        if flow.parts == parts:
            return
        waits = flow_id in self.held
        if not waits:
            self._leave(flow_id)
        rates = flow.rates if len(flow.rates) == len(parts) else (flow.rate, *(0.0,) * (len(parts) - 1))
        flow = msgspec.structs.replace(flow, parts=parts, rates=rates)
        self.flows[flow_id] = flow
        self._compile(flow)
        if not waits:
            self._join(flow_id)

    def touch_all(self) -> None:
        """Capacities, and other traffic, may have changed anywhere."""
        self._capacities.clear()
        self._bound.clear()
        self.others.clear()
        self.changes_due.clear()
        self.touched.update(dict.fromkeys(self._members))

    # --- other traffic ---------------------------------------------------------------

    def in_use(self, link: int) -> bool:
        """Whether a flow goes over a link."""
        return link in self._members

    def compete(self, link: int, beside: Beside, capacity_of: Callable[[LinkKey], float]) -> None:
        """There is this other traffic on an adapter in use from now on. Its flows are shared anew, unless it binds none
        of them before or after."""
        known = self.others.get(link)
        if known is None or known.others != beside.others:
            self.others[link] = beside
            before, now = self._capacities.pop(link, 0.0), capacity_of(self.table.keys[link])
            self._capacities[link] = now
            if self.load(link) >= min(before, now) * _SLACK:
                self.touched[link] = None

    def forget_others(self, host: str) -> None:
        """A host's adapters may have changed."""
        for link in self.table.adapters_of.get(host, ()):
            if self.forget(link):
                self.touched[link] = None

    def forget(self, link: int) -> bool:
        """What else is on an adapter has to be looked at again when it is used; whether it was known."""
        known = self.others.pop(link, None)
        if known is not None:
            self._capacities.pop(link, None)
        return known is not None

    def kinds_on(self, link: int) -> frozenset[TrafficClass]:
        """The kinds of traffic that the flows on a link are."""
        return frozenset([part.traffic for id_ in self._members.get(link, ()) for part in self.flows[id_].parts])

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
        flows, bound = self.flows, self._bound
        rates = fill([part for id_ in ids for part in bound[id_].parts], self._capacities)
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
        members, bound, capacities = self._members, self._bound, self._capacities
        found: set[int] = set()
        links = list(self.touched)
        seen = set(links)
        while links:
            for id_ in members.get(links.pop(), ()):
                if id_ in found:
                    continue
                found.add(id_)
                for link in (bound.get(id_) or self._bind(id_, capacity_of)).links:
                    if link not in capacities:
                        capacities[link] = capacity_of(self.table.keys[link])
                    if link not in seen:
                        seen.add(link)
                        if len(members[link]) > 1:
                            links.append(link)
        return found

    def _bind(self, flow_id: int, capacity_of: Callable[[LinkKey], float]) -> _Bound:
        """Find what can bind a flow. That a link has no limit changes only with `touch_all`."""
        capacities = self._capacities
        for link in self._links[flow_id]:
            if link not in capacities:
                capacities[link] = capacity_of(self.table.keys[link])
        limited = tuple(link for link in self._links[flow_id] if capacities[link] != math.inf)
        parts = tuple(
            (cap, weight, tuple(use for use in uses if capacities[use[0]] != math.inf))
            for cap, weight, uses in self._parts[flow_id]
        )
        bound = self._bound[flow_id] = _Bound(limited, parts)
        return bound


def capped(parts: tuple[Demand, ...], total_bytes_per_s: float) -> tuple[Demand, ...]:
    """The same parts, together at most this fast."""
    return tuple(part._replace(cap=min(part.cap, total_bytes_per_s / len(parts))) for part in parts)
