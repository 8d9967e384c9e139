"""One thing changed in the past: both futures are kept, and differ by nothing else."""

from __future__ import annotations

import pytest

from tests.simulation import worlds
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import ChangeSettings, EditInventory
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.tuning.knobs import Move, turn
from vmotion_gui.simulation.embedded import EmbeddedBackend

MOVE = Move(vm="vm-1", source="h-1", destination="h-2")


def _played(*later: float) -> EmbeddedBackend:
    """A lab in which vm-1 was moved at 0 and its disk named anew at these times, played to its end."""
    machine = worlds.vm(writes=60_000, working_set=4 * worlds.GIB)
    backend = EmbeddedBackend(Lab(inventory=worlds.inventory(machine, worlds.vm(2))))
    backend.submit(worlds.move())
    for number, time_s in enumerate(later):
        backend.advance(time_s)
        name = FieldsChanged(id="vm-2", fields={"name": f"renamed-{number}"})
        backend.submit(EditInventory(changes=(name,)))
    while backend.busy and backend.next_event_s is not None:
        backend.advance(backend.next_event_s)
    return backend


def test_a_fork_without_a_change_is_the_same_run() -> None:
    backend = _played(3.0, 8.0)
    told = backend.migrations()["migration-1"]
    assert backend.fork(5.0, ()) == ()
    assert backend.current_branch == 1
    assert backend.inventory.vms["vm-2"].name == "renamed-0"
    backend.advance(told.end_s or 0.0)
    again = backend.migrations()["migration-1"]
    assert (again.end_s, again.sent_bytes) == (told.end_s, told.sent_bytes)
    assert backend.inventory.vms["vm-2"].name == "renamed-1", "what was asked for later is asked for again"


@pytest.mark.parametrize("at_s", [0.0, 4.0])
def test_both_futures_are_there_to_be_laid_over_each_other(at_s: float) -> None:
    """Even the memory can be another one if the fork is before the move."""
    backend = _played()
    told = backend.migrations()["migration-1"]
    name, value = ("memory", 32.0 * worlds.GIB) if at_s == 0.0 else ("dirtyRate", 700.0 * worlds.MIB)
    command = turn(backend.inventory, backend.rules, MOVE, name, value)  # type: ignore[arg-type]  # names of knobs
    (ticket,) = backend.fork(at_s, [command], before=at_s == 0.0)
    assert ticket.accepted
    while backend.busy and backend.next_event_s is not None:
        backend.advance(backend.next_event_s)
    futures = [backend.future(branch.id, "migration-1") for branch in backend.branches()]
    (old, old_samples), (new, new_samples) = [future for future in futures if future is not None]
    assert (old.end_s, old.sent_bytes) == (told.end_s, told.sent_bytes)
    assert (new.end_s or 0.0) > (old.end_s or 0.0)
    assert old_samples.time_s[-1] <= (old.end_s or 0.0) < new_samples.time_s[-1] + 2.0
    until = 3.5 if at_s else 0.0
    before = [list(series.remaining_bytes[series.time_s < until]) for series in (old_samples, new_samples)]
    assert before[0] == before[1]


def test_looking_at_another_branch_leaves_the_present_alone() -> None:
    backend = _played()
    backend.fork(4.0, [ChangeSettings(settings=ProfileSettings(switchover_goal_s=3.0))])
    backend.advance(6.0)
    before = backend.now_s, backend.current_branch, len(backend.events), backend.rules.switchover_goal_s
    assert backend.future(0, "migration-1") is not None
    assert backend.future(0, "migration-9") is None
    with pytest.raises(KeyError):
        backend.future(7, "migration-1")
    assert (backend.now_s, backend.current_branch, len(backend.events), backend.rules.switchover_goal_s) == before
    backend.advance(8.0)
    backend.rewind(2.0)
    assert backend.rules.switchover_goal_s == 0.5
