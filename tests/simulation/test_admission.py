"""Costs and limits: worked number E27, priorities, and who waits for what."""

from __future__ import annotations

import pytest

from tests.simulation.worlds import GIB, MIB, TEXTBOOK, engine, host, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase


def _running(machine: Engine) -> list[str]:
    return [id_ for id_ in machine.active_ids() if machine.phase(id_) is not Phase.QUEUED]


def _evacuated(count: int, gbit: int, *, to: str, datastore: str = "") -> Engine:
    nics = (e.PhysicalNic(device="vmnic0", speed_bits_per_s=gbit * 10**9, switch="dvs"),)
    machines = [vm(number, memory=GIB) for number in range(1, count + 1)]
    running = engine(host(1, pnics=nics), host(2, pnics=nics), *machines, profile=TEXTBOOK)
    for number in range(1, count + 1):
        assert running.submit(move(number, to=to, datastore=datastore)).accepted
    return running


@pytest.mark.parametrize(("gbit", "at_once"), [(1, 4), (10, 8), (25, 8)])
def test_e27_vmotions_at_once(gbit: int, at_once: int) -> None:
    """Four on 1 GbE, eight from 10 GbE on."""
    running = _evacuated(20, gbit, to="h-2")
    assert len(_running(running)) == at_once


@pytest.mark.parametrize(("gbit", "waves"), [(1, 5), (10, 3)])
def test_e27_waves(gbit: int, waves: int) -> None:
    """20 equal vMotions off one host: five waves on 1 GbE, three on 10 GbE."""
    running = _evacuated(20, gbit, to="h-2")
    starts = set()
    while running.busy:
        due = running.next_event_s
        assert due is not None
        running.advance(due)
    for id_ in running.migration_ids():
        start = running.status(id_).start_s
        assert start is not None
        starts.add(round(start, 6))
    assert len(starts) == waves


def test_e27_storage_vmotions_of_a_host() -> None:
    """A host's budget of 16 allows two moves of files at 8 each."""
    running = _evacuated(5, 10, to="h-1", datastore="ds-b")
    assert len(_running(running)) == 2


def test_one_storage_vmotion_and_four_vmotions() -> None:
    machines = [vm(number, memory=GIB) for number in range(1, 8)]
    fast = 1300.0 * MIB
    running = engine(host(1, goodput=fast), host(2, goodput=fast), *machines)
    running.submit(move(1, to="h-1", datastore="ds-b"))
    for number in range(2, 8):
        running.submit(move(number))
    assert len(_running(running)) == 1 + 4
    assert running.status("migration-6").waits_for == ("h-1",)


def test_high_priority_goes_first() -> None:
    machines = [vm(number, memory=GIB) for number in range(1, 13)]
    running = engine(host(1), host(2), *machines)
    for number in range(1, 11):
        running.submit(move(number))
    running.submit(move(11, priority="lowPriority"))
    running.submit(move(12, priority="highPriority"))
    while running.phase("migration-12") is Phase.QUEUED:
        due = running.next_event_s
        assert due is not None
        running.advance(due, max_events=1)
    assert running.phase("migration-11") is Phase.QUEUED


def test_a_dear_one_is_not_starved_by_cheap_ones() -> None:
    """Cheap vMotions that come later do not take what an earlier Storage vMotion waits for."""
    machines = [vm(number, memory=GIB) for number in range(1, 20)]
    running = engine(host(1), host(2), *machines)
    for number in range(1, 9):
        running.submit(move(number))
    running.submit(move(9, to="h-1", datastore="ds-b"))
    for number in range(10, 20):
        running.submit(move(number))
    while running.phase("migration-9") is Phase.QUEUED:
        due = running.next_event_s
        assert due is not None
        running.advance(due, max_events=1)
    assert all(running.phase(f"migration-{n}") is Phase.QUEUED for n in range(14, 20))
