"""Flows that come, wait, go on, change and go: however they got there, their rates are those of all shared at once."""

from __future__ import annotations

import math

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from vmotion_gui.simulation.network import Network
from vmotion_gui.simulation.sharing import Demand, LinkKey, Use, max_min

_LINKS = [LinkKey("link", f"l{index}", "", "ab") for index in range(6)]
_DEMANDS = st.builds(
    Demand,
    st.lists(
        st.builds(Use, st.sampled_from(_LINKS), st.sampled_from([1.0, 1.25])),
        min_size=1,
        max_size=3,
        unique_by=lambda u: u.link,
    ),
    st.sampled_from([10.0, 300.0]),
    st.sampled_from([1.0, 2.0]),
).map(lambda demand: demand._replace(uses=tuple(demand.uses)))
_WAYS = st.lists(_DEMANDS, min_size=1, max_size=2).map(tuple)
_SPEEDS = st.sampled_from([0.0, 40.0, 100.0, 250.0, math.inf])


class Sharing(RuleBasedStateMachine):
    """A network beside one that is made anew after every step."""

    def __init__(self) -> None:
        super().__init__()
        self.network = Network()
        self.capacities = dict.fromkeys(_LINKS, 100.0)

    def _some(self, data: st.DataObject) -> int:
        return data.draw(st.sampled_from(sorted(self.network.flows)))

    @rule(parts=_WAYS)
    def come(self, parts: tuple[Demand, ...]) -> None:
        self.network.add("m", parts)

    @precondition(lambda self: self.network.flows)
    @rule(data=st.data())
    def go(self, data: st.DataObject) -> None:
        self.network.remove(self._some(data))

    @precondition(lambda self: self.network.flows)
    @rule(data=st.data())
    def wait_or_go_on(self, data: st.DataObject) -> None:
        id_ = self._some(data)
        if id_ in self.network.held:
            self.network.release(id_)
        else:
            self.network.hold(id_)

    @precondition(lambda self: self.network.flows)
    @rule(data=st.data(), parts=_WAYS)
    def change(self, data: st.DataObject, parts: tuple[Demand, ...]) -> None:
        self.network.set_parts(self._some(data), parts)

    @rule(link=st.sampled_from(_LINKS), speed=_SPEEDS)
    def widen_or_narrow(self, link: LinkKey, speed: float) -> None:
        self.capacities[link] = speed
        self.network.touch_all()

    @rule()
    def be_copied(self) -> None:
        self.network = self.network.copy()

    @invariant()
    def rates_are_fair(self) -> None:
        for flow in self.network.reshared(self.capacities.__getitem__):
            self.network.flows[flow.id] = flow
        running = [flow for id_, flow in self.network.flows.items() if id_ not in self.network.held]
        expected = max_min([part for flow in running for part in flow.parts], self.capacities)
        assert [rate for flow in running for rate in flow.rates] == pytest.approx(expected)
        assert all(not any(self.network.flows[id_].rates) for id_ in self.network.held)


TestSharing = Sharing.TestCase
