"""Max-min fairness: worked numbers E15, and the laws that define it."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation.laws import law
from vmotion_gui.simulation.sharing import Demand, LinkKey, Use, max_min


def _link(name: str) -> LinkKey:
    return LinkKey("pnic", name, "", "tx")


def _demand(*links: str, cap: float = math.inf, weight: float = 1.0) -> Demand:
    return Demand(tuple(Use(_link(name)) for name in links), cap, weight)


_E15_LINKS = {_link("h1"): 10.0, _link("h2"): 10.0, _link("h3"): 10.0, _link("h4"): 25.0}


def test_e15_four_flows() -> None:
    flows = [_demand("h1", "h3"), _demand("h2", "h3"), _demand("h2", "h4"), _demand("h2", "h4")]
    assert max_min(flows, _E15_LINKS) == pytest.approx([20 / 3, 10 / 3, 10 / 3, 10 / 3])


def test_e15_one_is_capped() -> None:
    flows = [_demand("h1", "h3"), _demand("h2", "h3"), _demand("h2", "h4", cap=1.0), _demand("h2", "h4")]
    assert max_min(flows, _E15_LINKS) == pytest.approx([5.5, 4.5, 1.0, 4.5])


def test_e15_weights() -> None:
    flows = [_demand("nic", weight=50), _demand("nic", weight=100), _demand("nic", weight=50, cap=1.0)]
    assert max_min(flows, {_link("nic"): 10.0}) == pytest.approx([3.0, 6.0, 1.0])


def test_headers_take_their_part() -> None:
    flow = Demand((Use(_link("nic"), 1.25),))
    assert max_min([flow], {_link("nic"): 10.0}) == pytest.approx([8.0])


def test_a_flow_without_links_gets_its_cap_and_a_dead_link_nothing() -> None:
    assert max_min([Demand((), 7.0), _demand("dead")], {_link("dead"): 0.0}) == [7.0, 0.0]


_NAMES = ("a", "b", "c", "d")
_demands = st.lists(
    st.builds(
        lambda links, cap, weight: _demand(*sorted(links), cap=cap, weight=weight),
        st.sets(st.sampled_from(_NAMES), min_size=1),
        st.one_of(st.just(math.inf), st.floats(0.1, 20.0)),
        st.floats(0.5, 4.0),
    ),
    min_size=1,
    max_size=8,
)
_capacities = st.fixed_dictionaries({_link(name): st.floats(0.5, 50.0) for name in _NAMES})


@law
@given(_demands, _capacities)
def test_no_link_over_capacity_and_nobody_could_have_more(
    demands: list[Demand], capacities: dict[LinkKey, float]
) -> None:
    """Every flow is at its cap, or crosses a full link on which nobody has a larger rate for its weight."""
    rates = max_min(demands, capacities)
    used = dict.fromkeys(capacities, 0.0)
    for demand, rate in zip(demands, rates, strict=True):
        for use in demand.uses:
            used[use.link] += rate
    assert all(used[key] <= capacity * (1 + 1e-9) for key, capacity in capacities.items())
    level = [rate / demand.weight for demand, rate in zip(demands, rates, strict=True)]
    for index, demand in enumerate(demands):
        if rates[index] >= demand.cap * (1 - 1e-9):
            continue
        full = [use.link for use in demand.uses if used[use.link] >= capacities[use.link] * (1 - 1e-9)]
        tops = [
            max(level[i] for i, other in enumerate(demands) if link in [use.link for use in other.uses])
            for link in full
        ]
        assert any(top <= level[index] * (1 + 1e-9) for top in tops)


@law
@given(_demands, _capacities, st.randoms(use_true_random=False))
def test_order_does_not_matter(demands: list[Demand], capacities: dict[LinkKey, float], random: object) -> None:
    order = list(range(len(demands)))
    random.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    rates = max_min(demands, capacities)
    shuffled = max_min([demands[i] for i in order], capacities)
    assert [shuffled[order.index(i)] for i in range(len(demands))] == pytest.approx(rates)


@law
@given(_demands, _capacities)
def test_one_more_flow_never_raises_the_smallest_rate(demands: list[Demand], capacities: dict[LinkKey, float]) -> None:
    levels = [r / d.weight for r, d in zip(max_min(demands, capacities), demands, strict=True) if r < d.cap]
    more = max_min([*demands, _demand("a", "b")], capacities)[: len(demands)]
    levels_more = [r / d.weight for r, d in zip(more, demands, strict=True)]
    if levels:
        assert min(levels_more) <= min(levels) * (1 + 1e-9)
