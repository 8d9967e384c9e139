"""Whatever people do with a history, every branch is what its journal gives when it is played from the
beginning.
"""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import histories as h
from tests.simulation.laws import law
from vmotion_gui.inventory.commands import (
    ApplyRecommendations,
    CancelMigration,
    CancelTask,
    Command,
    EnterMaintenanceMode,
    ExitMaintenanceMode,
)
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.journal import JournalWriter, recover

_TIMES = st.floats(0.0, 200.0)
_COMMANDS: st.SearchStrategy[Command] = st.one_of(
    st.builds(h.migrate, st.integers(1, 4), st.integers(1, 3), st.sampled_from(["", "ds-b"])),
    st.builds(h.host_failed, st.integers(1, 3)),
    st.builds(CancelMigration, migration=st.sampled_from(["migration-1", "migration-2"])),
    st.builds(EnterMaintenanceMode, host=st.sampled_from(["h-1", "h-2"]), timeout_s=st.sampled_from([0.0, 100.0])),
    st.builds(ExitMaintenanceMode, host=st.sampled_from(["h-1", "h-2"])),
    st.builds(CancelTask, task=st.just("task-1")),
    st.builds(ApplyRecommendations, task=st.just("task-1")),
)
_STEPS = st.one_of(
    st.tuples(st.just("go"), _TIMES),
    st.tuples(st.just("rewind"), _TIMES),
    st.tuples(st.just("act"), _COMMANDS),
    st.tuples(st.just("branch"), st.integers(0, 3)),
    st.tuples(st.just("step"), st.integers(1, 5)),
)


def _do(backend: EmbeddedBackend, kind: str, value: object) -> None:
    match kind, value:
        case "go", float(seconds):
            backend.advance(backend.now_s + seconds, max_events=200)
        case "rewind", float(to_s):
            backend.rewind(to_s)
        case "branch", int(number):
            backend.switch_branch(number % len(backend.branches()))
        case "step", int(events):
            backend.advance_to_next_milestone(max_events=events)
        case _:
            backend.submit(value)  # type: ignore[arg-type]  # the strategy's commands


@law
@given(steps=st.lists(_STEPS, min_size=3, max_size=14))
def test_every_branch_is_its_journal_played_from_the_beginning(steps: list[tuple[str, object]]) -> None:
    backend = EmbeddedBackend(h.lab())
    with TemporaryDirectory() as folder:
        writer = JournalWriter(Path(folder) / "j", backend.session())
        backend.keep_journal(writer)
        for kind, value in steps:
            _do(backend, kind, value)
        backend.rewind(backend.now_s)
        backend.keep_journal(None)
        writer.close()
        session = recover(Path(folder) / "j")
    again = EmbeddedBackend.recovered(session)
    assert h.state(again) == h.state(backend)
    assert again.branches() == backend.branches()
    for branch in backend.branches():
        assert [timed.time_s for timed in branch.journal] == sorted(timed.time_s for timed in branch.journal)
        backend.switch_branch(branch.id)
        again.switch_branch(branch.id)
        assert h.state(again) == h.state(backend)
