"""Laws of max-min sharing beyond those in `test_sharing.py`: scaling, identical flows, and what one more may do."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation.laws import law
from vmotion_gui.simulation.sharing import Demand, LinkKey, Use, max_min

_LINKS = tuple(LinkKey("pnic", name, "", "tx") for name in "abcd")
_DEMANDS = st.lists(
    st.builds(
        lambda links, cap, weight: Demand(tuple(Use(link) for link in sorted(links)), cap, weight),
        st.sets(st.sampled_from(_LINKS), min_size=1),
        st.one_of(st.just(math.inf), st.floats(0.1, 20.0)),
        st.floats(0.5, 4.0),
    ),
    min_size=1,
    max_size=8,
)
_CAPACITIES = st.fixed_dictionaries({link: st.floats(0.5, 50.0) for link in _LINKS})


@law
@given(_DEMANDS, _CAPACITIES, st.floats(0.01, 100.0))
def test_rates_scale_with_capacities_and_caps(
    demands: list[Demand], capacities: dict[LinkKey, float], factor: float
) -> None:
    larger = [demand._replace(cap=demand.cap * factor) for demand in demands]
    rates = max_min(larger, {link: capacity * factor for link, capacity in capacities.items()})
    assert rates == pytest.approx([rate * factor for rate in max_min(demands, capacities)])


@law
@given(_DEMANDS, _CAPACITIES, st.floats(0.1, 10.0))
def test_only_the_proportion_of_weights_counts(
    demands: list[Demand], capacities: dict[LinkKey, float], factor: float
) -> None:
    heavier = [demand._replace(weight=demand.weight * factor) for demand in demands]
    assert max_min(heavier, capacities) == pytest.approx(max_min(demands, capacities))


@law
@given(_DEMANDS, _CAPACITIES)
def test_a_flow_in_two_equal_halves_gets_the_same(demands: list[Demand], capacities: dict[LinkKey, float]) -> None:
    """Half the weight and half the cap each: together what the one had, and nobody else feels it."""
    half = demands[0]._replace(cap=demands[0].cap / 2.0, weight=demands[0].weight / 2.0)
    rates = max_min(demands, capacities)
    split = max_min([half, half, *demands[1:]], capacities)
    assert [split[0] + split[1], *split[2:]] == pytest.approx(rates)


@law
@given(_DEMANDS, _CAPACITIES, st.sets(st.sampled_from(_LINKS), min_size=1))
def test_who_shares_no_link_even_indirectly_feels_nothing(
    demands: list[Demand], capacities: dict[LinkKey, float], links: set[LinkKey]
) -> None:
    far = {link: LinkKey("link", link.object, "", "ab") for link in links}
    newcomer = Demand(tuple(Use(link) for link in far.values()))
    more = capacities | dict.fromkeys(far.values(), 1.0)
    assert max_min([*demands, newcomer], more)[:-1] == pytest.approx(max_min(demands, capacities))


def test_one_more_flow_can_raise_another() -> None:
    """A newcomer holds back the neighbour of the one who gains."""
    a, b = _LINKS[:2]
    capacities = {a: 10.0, b: 10.0}
    gains, neighbour, newcomer = Demand((Use(a),)), Demand((Use(a), Use(b))), Demand((Use(b),))
    assert max_min([gains, neighbour], capacities) == pytest.approx([5.0, 5.0])
    assert max_min([gains, neighbour, newcomer, newcomer], capacities)[0] == pytest.approx(20.0 / 3.0)
