"""What the hosts' NICs carry, kept up to date at the cost of the flows that changed, not of all that run."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping

from vmotion_gui.simulation.network import Flow
from vmotion_gui.simulation.sharing import LinkKey


class NicRates:
    """Bytes per second of each direction of each NIC in use, headers included."""

    def __init__(self) -> None:
        self._seen: dict[int, Flow] = {}
        self._shares: dict[LinkKey, dict[int, float]] = {}

    def update(self, flows: Mapping[int, Flow]) -> dict[LinkKey, float]:
        """The NICs whose rate may have changed since the last call, with their rates now.

        Flows never change: one that is the same object has the same rate.
        """
        touched: dict[LinkKey, None] = {}
        for id_ in [id_ for id_ in self._seen if id_ not in flows]:
            self._forget(self._seen.pop(id_), touched)
        for id_, flow in flows.items():
            if (before := self._seen.get(id_)) is not flow:
                if before is not None:
                    self._forget(before, touched)
                self._count(flow, touched)
                self._seen[id_] = flow
        # fsum is exact: the order in which flows came and went leaves no trace in the last digit
        return {nic: math.fsum(self._shares.get(nic, {}).values()) for nic in touched}

    def _count(self, flow: Flow, touched: dict[LinkKey, None]) -> None:
        for nic, rate in _uses(flow):
            shares = self._shares.setdefault(nic, {})
            shares[flow.id] = shares.get(flow.id, 0.0) + rate
            touched[nic] = None

    def _forget(self, flow: Flow, touched: dict[LinkKey, None]) -> None:
        for nic, _ in _uses(flow):
            self._shares[nic].pop(flow.id, None)
            touched[nic] = None


def _uses(flow: Flow) -> Iterator[tuple[LinkKey, float]]:
    for part, rate in zip(flow.parts, flow.rates, strict=True):
        for use in part.uses:
            if isinstance(use.link, LinkKey) and use.link.kind == "pnic" and use.link.direction in ("tx", "rx"):
                yield use.link, rate * use.coefficient
