"""Shares, reservations and limits of kinds of traffic on one adapter."""

from __future__ import annotations

import math

import pytest

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
