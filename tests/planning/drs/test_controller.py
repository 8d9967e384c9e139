"""DRS acts by itself in simulated time: journaled, the same at any speed, and never to and fro."""

from __future__ import annotations

import itertools
import random

import msgspec
import pytest

from tests.planning.drs.test_recommend import busy, crowded, with_drs
from tests.planning.maintenance.estates import estate
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory, Migrate
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.drs.controller import DrsController
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.journal import RecoveredSession


def automated(inventory: Inventory) -> EmbeddedBackend:
    backend = EmbeddedBackend(Lab(inventory=inventory))
    backend.control(DrsController())
    return backend


def uneven(seed: int) -> Inventory:
    """A cluster of five hosts with forty VMs thrown onto them."""
    chance = random.Random(seed)
    vms = [
        busy(n, chance.choice([0, 0, 0, 1, 1, 2, 3, 4]), chance.choice([1, 2, 4, 8]), chance.uniform(0.1, 1.0))
        for n in range(40)
    ]
    return with_drs(estate([256] * 5, vms), migration_threshold=5)


def journeys(backend: EmbeddedBackend) -> dict[str, list[str]]:
    """VM -> the hosts that it was on, in order."""
    found: dict[str, list[str]] = {}
    for status in backend.migrations().values():
        found.setdefault(status.vm, [status.source_host]).append(status.destination_host)
    return found


def test_nothing_happens_before_the_first_run_and_then_the_moves_are_journaled_commands() -> None:
    backend = automated(crowded())
    backend.advance(299.0)
    assert not backend.migrations()
    backend.advance(301.0)
    journal = backend.branches()[0].journal
    assert journal
    assert {timed.initiator for timed in journal} == {"DRS"}
    assert {timed.time_s for timed in journal} == {300.0}
    backend.advance(600.0)
    assert {status.phase.name for status in backend.migrations().values()} == {"COMPLETED"}
    assert any(event.type == "DrsVmMigratedEvent" for event in backend.events)


@pytest.mark.parametrize("seed", range(10))
def test_ten_minutes_never_ping_pong(seed: int) -> None:
    backend = automated(uneven(seed))
    backend.advance(601.0)
    assert backend.migrations()
    for hosts in journeys(backend).values():
        assert len(hosts) == len(set(hosts))


def test_in_two_hours_of_the_same_load_it_settles() -> None:
    backend = automated(uneven(3))
    backend.advance(7200.0)
    assert all(len(hosts) == len(set(hosts)) for hosts in journeys(backend).values())
    assert max(timed.time_s for timed in backend.branches()[0].journal) < 3600.0


@pytest.mark.parametrize(("step_s", "max_events"), [(0.7, 3), (47.0, 4), (1000.0, 1)])
def test_the_same_at_every_speed(step_s: float, max_events: int) -> None:
    whole, sliced = automated(uneven(1)), automated(uneven(1))
    whole.advance(1000.0)
    while sliced.now_s < 1000.0:
        target = min(1000.0, sliced.now_s + step_s)
        while not sliced.advance(target, max_events=max_events):
            pass
    assert sliced.branches()[0].journal == whole.branches()[0].journal
    assert list(sliced.events) == list(whole.events)
    assert sliced.inventory == whole.inventory


def test_drs_that_still_thinks_acts_before_who_asks_meanwhile_and_forgets_its_thoughts_when_time_goes_back() -> None:
    whole, backend = automated(uneven(1)), automated(uneven(1))
    whole.advance(310.0)
    steps = 0
    while not backend.migrations():
        assert not backend.advance(310.0, max_events=1)
        steps += backend.now_s == 300.0
    assert steps > 3  # a window shows frames in between

    backend = automated(uneven(1))
    while backend.now_s < 300.0 or backend.advance(310.0, max_events=1):
        backend.advance(310.0, max_events=1)
    assert not backend.migrations()
    backend.rewind(10.0)
    backend.advance(310.0)
    assert backend.branches()[0].journal == whole.branches()[0].journal

    backend = automated(uneven(1))
    while backend.now_s < 300.0:
        backend.advance(310.0, max_events=1)
    off = FieldsChanged(id="cluster-0", fields={"drs": {"enabled": False}})
    backend.submit(EditInventory(changes=(off,)))
    assert [timed.initiator for timed in backend.branches()[0].journal][-2:] == ["DRS", "user"]


def test_rewound_and_played_again_it_is_the_same_run() -> None:
    backend = automated(uneven(1))
    backend.advance(700.0)
    journal, events = backend.branches()[0].journal, list(backend.events)
    for moment in (650.0, 300.0, 299.0, 0.0):
        backend.rewind(moment)
        backend.advance(700.0)
    assert [branch.journal for branch in backend.branches()] == [journal]
    assert list(backend.events) == events


def test_a_lab_with_its_journal_gives_the_same_run_and_goes_on_alike() -> None:
    backend = automated(uneven(2))
    backend.advance(450.0)
    again = EmbeddedBackend(backend.lab())
    again.control(DrsController())
    backend.advance(1300.0)
    again.advance(1300.0)
    assert again.branches()[0].journal == backend.branches()[0].journal
    assert list(again.events) == list(backend.events)


def test_who_acts_after_going_back_starts_a_branch_with_a_drs_of_its_own() -> None:
    backend = automated(crowded())
    backend.advance(400.0)
    backend.rewind(100.0)
    off = FieldsChanged(id="cluster-0", fields={"drs": {"enabled": False}})
    backend.submit(EditInventory(changes=(off,)))
    backend.advance(700.0)
    assert backend.current_branch == 1
    assert not backend.migrations()
    backend.switch_branch(0)
    assert backend.migrations()


@pytest.mark.parametrize(
    ("cluster", "own", "moves"),
    [
        ("manual", "default", False),
        ("partiallyAutomated", "default", False),
        ("manual", "fullyAutomated", True),
        ("fullyAutomated", "manual", False),
        ("fullyAutomated", "default", True),
    ],
)
def test_only_what_is_fully_automated_moves_by_itself(cluster: str, own: str, moves: bool) -> None:
    inventory = with_drs(crowded(), default_vm_behavior=cluster)
    inventory = inventory.with_entities(
        [msgspec.structs.replace(vm, drs_behavior=own) for vm in inventory.vms.values()]
    )
    backend = automated(inventory)
    backend.advance(310.0)
    assert bool(backend.migrations()) is moves


def test_a_change_of_load_is_answered_in_the_next_run() -> None:
    backend = automated(estate([256] * 3, [busy(number, number % 3) for number in range(12)]))
    backend.advance(310.0)
    assert not backend.migrations()
    more = {"phases": [{"cpu_load": 1.0}]}
    changes = [FieldsChanged(id=f"m{n}", fields={"cpus": 12, "workload": more}) for n in range(0, 12, 3)]
    backend.submit(EditInventory(changes=tuple(changes)))
    backend.advance(610.0)
    assert {status.source_host for status in backend.migrations().values()} == {"host-0"}


def test_switched_off_it_leaves_what_it_did_in_the_journal() -> None:
    backend = automated(crowded())
    backend.advance(310.0)
    count = len(backend.migrations())
    backend.control(None)
    backend.rewind(0.0)
    backend.advance(2000.0)
    assert len(backend.migrations()) == count


def test_the_crash_journal_holds_its_commands() -> None:
    class Written:
        def __init__(self) -> None:
            self.commands: list[object] = []

        def commanded(self, _branch: int, timed: object) -> None:
            self.commands.append(timed)

        def at(self, *_args: object, **_more: object) -> None:
            return

    backend, written = automated(crowded()), Written()
    backend.keep_journal(written)  # type: ignore[arg-type]  # what of a writer is called here
    for time_s in itertools.count(50, 50):
        backend.advance(time_s)
        if time_s >= 400:
            break
    assert tuple(written.commands) == backend.branches()[0].journal
    session: RecoveredSession = backend.session()
    recovered = EmbeddedBackend.recovered(session)
    assert list(recovered.events) == list(backend.events)
    assert all(isinstance(timed.command, Migrate) for timed in session.branches[0].journal)
