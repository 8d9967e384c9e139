"""The mirror's closed form where the guest hardly writes."""

from __future__ import annotations

import pytest

from vmotion_gui.simulation.storage import mirror_position, mirror_time_s


@pytest.mark.parametrize("write_rate", [5e-324, 1e-300, 1e-9, 1e-3, 1.0])
def test_a_guest_that_hardly_writes_takes_as_long_as_one_that_does_not(write_rate: float) -> None:
    """T = -(S/w) ln(1 - w/B) -> S/B, from the middle half of it; the cursor is at B t."""
    assert mirror_time_s(1e12, 1e9, write_rate) == pytest.approx(1000.0, rel=1e-9)
    assert mirror_time_s(1e12, 1e9, write_rate, 5e11) == pytest.approx(500.0, rel=1e-9)
    assert float(mirror_position(1e12, 1e9, write_rate, 0.0, 250.0)) == pytest.approx(2.5e11, rel=1e-9)
