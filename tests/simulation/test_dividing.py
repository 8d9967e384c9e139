"""Shares, reservations and limits of kinds of traffic on one adapter."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmotion_gui.simulation.dividing import Claim, divided


def test_e15c_shares_with_one_that_wants_little() -> None:
    """vmotion 50 : vm 100 : nfs 50, which has 1 to send, on 10: the other 9 go 1 : 2."""
    rates = divided(10.0, [Claim(math.inf, 50.0), Claim(math.inf, 100.0), Claim(1.0, 50.0)])
    assert rates == pytest.approx([3.0, 6.0, 1.0])


def test_who_wants_less_than_there_is_gets_it() -> None:
    assert divided(10.0, [Claim(2.0), Claim(3.0, 100.0)]) == [2.0, 3.0]
    assert divided(10.0, [Claim(math.inf)]) == [10.0]
    assert divided(10.0, []) == []
    assert divided(0.0, [Claim(math.inf), Claim(1.0)]) == [0.0, 0.0]


def test_a_limit_holds_on_an_idle_adapter_and_a_reservation_on_a_full_one() -> None:
    assert divided(10.0, [Claim(math.inf, 50.0, 0.0, 4.0)]) == [4.0]
    # 5 are reserved for the first; the other 5 go to the second, whose shares alone would give it 7.5
    assert divided(10.0, [Claim(math.inf, 50.0, 5.0), Claim(math.inf, 150.0)]) == pytest.approx([5.0, 5.0])
    # what is reserved and not used goes to the others
    assert divided(10.0, [Claim(1.0, 50.0, 5.0), Claim(math.inf, 150.0)]) == pytest.approx([1.0, 9.0])
    assert divided(10.0, [Claim(math.inf, 1.0, 15.0), Claim(math.inf, 1.0, 5.0)]) == pytest.approx([7.5, 2.5])


_CLAIMS = st.lists(
    st.builds(
        Claim,
        demand=st.one_of(st.just(math.inf), st.floats(0.0, 100.0)),
        shares=st.floats(1.0, 100.0),
        reservation=st.floats(0.0, 20.0),
        limit=st.one_of(st.just(math.inf), st.floats(0.1, 100.0)),
    ),
    min_size=1,
    max_size=6,
)


@given(_CLAIMS, st.floats(0.1, 100.0), st.randoms(use_true_random=False))
def test_laws_of_a_division(claims: list[Claim], capacity: float, shuffler: object) -> None:
    """Nobody gets more than he wants; nothing is wasted; whoever is not content has at least as much per share as
    everybody who has more than his reservation; the order is of no account."""
    rates = divided(capacity, claims)
    total = math.fsum(rates)
    assert total <= capacity * (1.0 + 1e-9)
    assert total >= min(capacity, math.fsum(claim.most for claim in claims)) * (1.0 - 1e-9)
    hungry = [rate / claim.shares for rate, claim in zip(rates, claims, strict=True) if rate < claim.most * (1 - 1e-9)]
    above = [rate / claim.shares for rate, claim in zip(rates, claims, strict=True) if rate > claim.least * (1 + 1e-9)]
    if hungry and above:
        assert max(above) <= min(hungry) * (1.0 + 1e-6) + 1e-9
    order = list(range(len(claims)))
    shuffler.shuffle(order)  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    other = divided(capacity, [claims[i] for i in order])
    assert [other[order.index(i)] for i in range(len(claims))] == rates
