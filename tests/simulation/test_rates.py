"""What a person changes while a migration runs: how hard the guest works, the goal, how many go at a time."""

from __future__ import annotations

import msgspec
import pytest

from tests.simulation import worlds
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import ChangeSettings, EditInventory, MigrationSpec
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Distribution, HotCold, SequentialSweep, Uniform, Workload, WorkloadPhase
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.trial import Trial

MIB = worlds.MIB


def _phase(writes: float, distribution: Distribution, duration_s: float = 0.0) -> WorkloadPhase:
    return WorkloadPhase(
        page_write_rate_pages_per_s=writes,
        working_set_bytes=4096 * MIB,
        distribution=distribution,
        duration_s=duration_s,
    )


def _other_workload(*phases: WorkloadPhase) -> EditInventory:
    workload = msgspec.to_builtins(Workload(phases=phases))
    return EditInventory(changes=(FieldsChanged(id="vm-1", fields={"workload": workload}),))


@pytest.mark.parametrize("distribution", [Uniform(), HotCold()], ids=str)
@pytest.mark.parametrize("at_s", [2.0, 8.1])
def test_working_harder_from_a_moment_on_is_the_workload_that_has_a_second_phase_then(
    distribution: Distribution, at_s: float
) -> None:
    """Both are the integral of the same rate over the same pages (E1's VM: 8 GiB over 1000 MiB/s)."""
    slow, fast = _phase(16_000, distribution), _phase(80_000, distribution)
    edited = worlds.engine(worlds.vm(workload=Workload(phases=(slow,))), profile=worlds.TEXTBOOK, commands=())
    edited.submit(worlds.move())
    edited.advance(at_s)
    assert edited.submit(_other_workload(fast)).accepted
    phases = (msgspec.structs.replace(slow, duration_s=at_s), msgspec.structs.replace(fast, duration_s=1e6))
    phased = worlds.engine(worlds.vm(workload=Workload(phases=phases)), profile=worlds.TEXTBOOK)
    phased.submit(worlds.move())
    a, b = worlds.finished(edited), worlds.finished(phased)
    assert [each.sent_bytes for each in a.passes] == pytest.approx([each.sent_bytes for each in b.passes], rel=1e-9)
    assert a.end_s == pytest.approx(b.end_s, rel=1e-9)


def test_a_sweep_goes_on_where_it_was_when_its_workload_is_told_again() -> None:
    """Telling the same rate once more changes nothing."""
    sweep = _phase(60_000, SequentialSweep(start_page=0))
    ends = []
    for told_again in (False, True):
        engine = worlds.engine(worlds.vm(workload=Workload(phases=(sweep,))), profile=worlds.TEXTBOOK)
        engine.submit(worlds.move())
        engine.advance(5.0)
        if told_again:
            assert engine.submit(_other_workload(sweep)).accepted
        ends.append(worlds.finished(engine))
    assert ends[0].sent_bytes == pytest.approx(ends[1].sent_bytes, rel=1e-9)


def test_a_guest_that_writes_less_from_now_on_sends_less_than_one_that_goes_on() -> None:
    """And what is edited besides the rate stays locked."""
    busy = worlds.vm(workload=Workload(phases=(_phase(100_000, Uniform()),)))
    ends = []
    for calmed in (False, True):
        engine = worlds.engine(busy, profile=worlds.TEXTBOOK)
        engine.submit(worlds.move())
        engine.advance(5.0)
        assert not engine.submit(
            EditInventory(changes=(FieldsChanged(id="vm-1", fields={"memory_bytes": 1 << 30}),))
        ).accepted
        wider = msgspec.structs.replace(_phase(10, Uniform()), working_set_bytes=64 * MIB)
        assert not engine.submit(_other_workload(wider)).accepted
        if calmed:
            assert engine.submit(_other_workload(_phase(1_000, Uniform()))).accepted
        ends.append(worlds.finished(engine))
    assert ends[1].sent_bytes < 0.9 * ends[0].sent_bytes
    assert ends[1].downtime_s < ends[0].downtime_s


def test_how_many_go_at_a_time_can_be_changed_while_they_go_and_taken_back() -> None:
    """Eight of one host at 10 GbE by vCenter's limits (a cost of 2 each of 16); then two; then vCenter's again."""
    vms = [worlds.vm(number, memory=worlds.GIB) for number in range(1, 13)]
    engine = worlds.engine(worlds.host(1, goodput=1250 * MIB), worlds.host(2, goodput=1250 * MIB), *vms)
    for number in range(1, 13):
        engine.submit(worlds.move(number))

    def running() -> int:
        return sum(engine.phase(id_) is not Phase.QUEUED for id_ in engine.active_ids())

    assert running() == 8
    two = ProfileSettings(max_concurrent_per_source=2)
    engine.submit(ChangeSettings(settings=two))
    assert running() == 8, "what runs is not stopped"
    while running() > 2:
        due = engine.next_event_s
        assert due is not None
        engine.advance(due)
    waiting = len(engine.active_ids()) - running()
    assert waiting
    engine.submit(ChangeSettings(settings=ProfileSettings(), reset=("max_concurrent_per_source",)))
    assert running() == len(engine.active_ids()), "six have room again"
    for number in range(1, 13):
        assert worlds.finished(engine, f"migration-{number}").phase is Phase.COMPLETED
    assert worlds.still_held(engine) == {}


def test_a_trial_is_what_happens_and_changes_nothing() -> None:
    lab = Lab(inventory=worlds.inventory(worlds.vm(writes=20_000, working_set=2048 * MIB)))
    backend = EmbeddedBackend(lab)
    spec = MigrationSpec(vm="vm-1", host="h-2")
    told = backend.trial(spec).to_end()
    assert told.done
    assert not backend.migrations()
    backend.submit(worlds.move())
    backend.advance(4.0)
    on_the_way = backend.trial("migration-1").to_end()
    calmer = backend.trial("migration-1", [_other_workload(_phase(0, SequentialSweep()))])
    assert calmer.refusal is not None, "the same memory must be written"
    while backend.next_event_s is not None:
        backend.advance(backend.next_event_s)
    status = backend.migrations()["migration-1"]
    for trial in (told, on_the_way):
        assert isinstance(trial, Trial)
        assert trial.status is not None
        assert trial.status.sent_bytes == pytest.approx(status.sent_bytes)
        assert trial.status.downtime_s == pytest.approx(status.downtime_s)
        assert trial.status.end_s == pytest.approx(status.end_s)
    samples = told.samples()
    assert samples is not None
    assert float(samples.remaining_bytes.max()) == pytest.approx(8 * worlds.GIB, rel=0.01)
