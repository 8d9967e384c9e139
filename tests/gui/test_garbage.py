"""What belongs to a large estate is left alone by the collector, and given back when another one is opened."""

from __future__ import annotations

import gc

from vmotion_gui.gui.garbage import LARGE_VMS, Garbage, resting


def test_a_large_estate_is_kept_out_of_the_rounds_until_another_is_opened() -> None:
    before = gc.get_freeze_count()
    garbage = Garbage()
    garbage.opened(LARGE_VMS - 1)
    assert gc.get_freeze_count() == before
    garbage.opened(LARGE_VMS)
    assert gc.get_freeze_count() > before
    garbage.opened(10)
    assert gc.get_freeze_count() == 0


def test_it_rests_while_much_is_made_and_goes_on_after_an_error() -> None:
    try:
        with resting():
            assert not gc.isenabled()
            raise KeyError
    except KeyError:
        assert gc.isenabled()
