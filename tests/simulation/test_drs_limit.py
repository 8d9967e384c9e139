"""DRS asks for no more moves in a run than fit in it."""

from __future__ import annotations

from tests.simulation.worlds import GIB, MIB, engine, finished, host, move, vm
from vmotion_gui.simulation.drs_limit import POLL_PERIOD_S
from vmotion_gui.simulation.engine import Engine


def _accepted(running: Engine, numbers: range) -> list[bool]:
    return [running.submit(move(number), initiator="DRS").accepted for number in numbers]


def _estate(vms: int) -> Engine:
    return engine(host(1), host(2), *(vm(number, memory=GIB) for number in range(1, vms + 1)))


def test_without_a_past_as_many_as_go_side_by_side() -> None:
    """vCenter's 4 over 8 Gbit/s; who is no DRS may ask for more, and waits in the queue."""
    running = _estate(7)
    assert _accepted(running, range(1, 6)) == [True] * 4 + [False]
    assert running.events[-1].type == "CommandRefused"
    assert running.submit(move(6)).accepted


def test_the_next_run_has_moves_again_and_past_times_say_how_many() -> None:
    """One move of t seconds: 4 x 300 / t fit in the next run."""
    running = _estate(80)
    assert running.submit(move(1), initiator="DRS").accepted
    took_s = finished(running).total_s
    assert took_s is not None
    running.advance(POLL_PERIOD_S)
    fit = int(4 * POLL_PERIOD_S / took_s)
    assert fit > 79  # an idle GiB is across in seconds
    assert _accepted(running, range(2, 81)) == [True] * 79


def test_one_slow_move_leaves_room_for_one() -> None:
    """160 GiB over 1 Gbit/s take longer than four runs: still one move, so that DRS never stands still."""
    slow = 118.0 * MIB
    ends = (host(1, goodput=slow, memory_bytes=1024 * GIB), host(2, goodput=slow, memory_bytes=1024 * GIB))
    running = engine(*ends, *(vm(number, memory=160 * GIB) for number in range(1, 5)))
    assert running.submit(move(1), initiator="DRS").accepted
    took_s = finished(running).total_s
    assert took_s is not None
    assert took_s > 4 * POLL_PERIOD_S
    running.advance((running.now_s // POLL_PERIOD_S + 1) * POLL_PERIOD_S)
    assert _accepted(running, range(2, 4)) == [True, False]
