"""Going back, going on and acting otherwise: the same moment is the same to the last bit, and nothing is
lost.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import histories as h
from tests.simulation.laws import law
from tests.strategies import labs
from vmotion_gui.inventory import document
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import CancelMigration, EditInventory, Migrate, MigrationSpec
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation import timeline as timeline_module
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase


@pytest.fixture(params=[(1, 0.5), (256, 30.0), (10**9, 1e12)], ids=["dense", "usual", "only the first"])
def checkpoint_spacing(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """However many checkpoints there are, the result must be the same."""
    events, seconds = request.param
    monkeypatch.setattr(timeline_module, "CHECKPOINT_EVENTS", events)
    monkeypatch.setattr(timeline_module, "CHECKPOINT_S", seconds)


@pytest.mark.usefixtures("checkpoint_spacing")
@pytest.mark.parametrize("to_s", [0.0, 3.0, 5.0, 17.25, 59.999, 60.0, 61.5, 399.0])
def test_going_back_and_forward_again_gives_the_identical_state(to_s: float) -> None:
    backend = h.busy_backend()
    end, end_series = h.state(backend), h.series(backend)
    straight = h.state_at(to_s)
    backend.rewind(to_s)
    assert backend.now_s == to_s
    assert h.state(backend) == straight
    backend.rewind(400.0)
    assert h.state(backend) == end
    backend.rewind(to_s)
    backend.advance(400.0)
    assert h.state(backend) == end
    assert h.series(backend) == end_series
    assert len(backend.branches()) == 1


def test_going_step_by_step_gives_the_same_as_one_leap() -> None:
    straight = h.busy_backend()
    sliced = EmbeddedBackend(straight.lab())
    while not sliced.advance(60.0, max_events=1):
        pass
    for step in range(60 * 30, 400 * 30 + 1):
        while not sliced.advance(step / 30.0, max_events=3):
            pass
    assert h.state(sliced) == h.state(straight)
    assert h.series(sliced) == h.series(straight)


def test_saved_and_loaded_the_lab_gives_the_same_run() -> None:
    backend = h.busy_backend()
    lab = document.loads(document.dumps(backend.lab()))
    again = EmbeddedBackend(lab)
    assert again.played_until_s == 60.0
    again.advance(400.0)
    assert h.state(again) == h.state(backend)
    engine = Engine(lab)
    engine.advance(400.0)
    assert engine.events == list(backend.events)
    assert engine.inventory == backend.inventory


def test_a_refused_command_is_history_but_not_saved() -> None:
    backend = EmbeddedBackend(h.lab())
    ticket = backend.submit(Migrate(spec=MigrationSpec(vm="nobody", host="h-2")))
    assert not ticket.accepted
    assert [event.type for event in backend.events] == ["CommandRefused"]
    backend.submit(h.migrate(1))
    assert [type(timed.command) for timed in backend.lab().commands] == [Migrate]
    assert len(backend.branches()[0].journal) == 2
    assert document.loads(document.dumps(backend.lab())) == backend.lab()


def test_acting_after_a_rewind_starts_a_branch_and_the_old_one_keeps_everything() -> None:
    backend = h.busy_backend()
    end, end_series = h.state(backend), h.series(backend)
    backend.rewind(10.0)
    backend.submit(CancelMigration(migration="migration-1"))
    backend.advance(200.0)
    assert backend.migrations()["migration-1"].phase is Phase.CANCELLED
    root, other = backend.branches()
    assert (other.parent, other.forked_at_s, other.end_s, backend.current_branch) == (0, 10.0, 200.0, 1)
    assert len(root.journal) == 4
    assert len(other.journal) == 4
    assert root.journal[:3] == other.journal[:3]
    other_end, other_series = h.state(backend), h.series(backend)
    backend.switch_branch(0)
    assert h.state(backend) == end
    assert h.series(backend) == end_series
    backend.switch_branch(1)
    assert h.state(backend) == other_end
    assert h.series(backend) == other_series


@pytest.mark.parametrize("forked_s", [30.0, 60.0, "a pass ends"])
def test_a_branch_is_like_a_lab_played_that_way_from_the_beginning(forked_s: float | str) -> None:
    backend = h.busy_backend()
    ends = [event.time_s for event in backend.events if event.type == "PassEnded"]
    backend.rewind(ends[1] if isinstance(forked_s, str) else forked_s)
    backend.submit(h.migrate(4, 3))
    backend.advance(300.0)
    straight = EmbeddedBackend(backend.lab())
    straight.advance(300.0)
    assert h.state(backend) == h.state(straight)
    for host in ("h-1", "h-2", "h-3"):
        there, expected = backend.nic_samples(host), straight.nic_samples(host)
        assert there.keys() == expected.keys() == {"vmnic0"}
        for one, other in zip(there["vmnic0"], expected["vmnic0"], strict=True):
            assert h.as_bytes(one) == h.as_bytes(other)


def test_acting_at_the_end_starts_no_branch() -> None:
    backend = h.busy_backend()
    backend.rewind(100.0)
    backend.rewind(backend.played_until_s)
    backend.submit(h.migrate(4))
    assert len(backend.branches()) == 1


def test_acting_before_a_loaded_labs_last_command_starts_a_branch() -> None:
    backend = EmbeddedBackend(h.busy_backend().lab())
    backend.submit(h.migrate(4))
    assert [len(branch.journal) for branch in backend.branches()] == [4, 2]


def test_a_rewind_beyond_either_end_goes_to_it() -> None:
    backend = h.busy_backend()
    backend.rewind(1e9)
    assert backend.now_s == 400.0
    backend.rewind(-1.0)
    assert backend.now_s == 0.0
    assert backend.played_until_s == 400.0


def test_branches_of_branches_and_names() -> None:
    backend = EmbeddedBackend(h.lab())
    for number, vm in enumerate((1, 2, 3)):
        backend.rewind(10.0 * number)
        backend.submit(h.migrate(vm))
        backend.advance(10.0 * number + 50.0)
    parents = [branch.parent for branch in backend.branches()]
    assert parents == [None, 0, 1]
    backend.rename_branch(1, "by night")
    assert [branch.name for branch in backend.branches()] == ["1", "by night", "3"]
    for unknown in (-1, 3):
        with pytest.raises(KeyError):
            backend.switch_branch(unknown)
        with pytest.raises(KeyError):
            backend.rename_branch(unknown, "x")


def test_steps_stop_at_every_milestone_and_only_there() -> None:
    backend = EmbeddedBackend(h.lab())
    backend.submit(h.migrate(1))
    times = [backend.now_s]
    while backend.next_event_s is not None:
        while not backend.advance_to_next_milestone(max_events=1):
            pass
        times.append(backend.now_s)
    due = sorted({event.time_s for event in backend.events if event.milestone} - {0.0})
    assert [time for time in times[1:] if time in due] == due
    assert set(times[1:-1]) <= set(due)
    assert backend.advance_to_next_milestone()


def test_the_status_of_what_has_ended_is_made_once() -> None:
    backend = h.busy_backend()
    first = backend.migrations()
    assert backend.migrations() is first
    backend.advance(401.0)
    ended = [id_ for id_, status in first.items() if status.phase.ended]
    assert ended
    assert all(backend.migrations()[id_] is first[id_] for id_ in ended)


def test_the_present_estate_becomes_a_new_lab() -> None:
    backend = h.busy_backend()
    lab = backend.now_lab()
    assert lab.inventory == backend.inventory != backend.lab().inventory
    assert lab.commands == ()
    assert lab.seed == 7
    assert document.loads(document.dumps(lab)) == lab


def test_what_is_not_there_has_no_series() -> None:
    backend = EmbeddedBackend(h.lab())
    assert backend.samples("migration-1") is None
    assert backend.memory_map("migration-1") is None
    assert backend.nic_samples("h-1") == {}
    assert not backend.busy
    edit = EditInventory(changes=(FieldsChanged(id="vm-1", fields={"name": "db"}),))
    assert backend.submit(edit).accepted
    assert backend.inventory.vms["vm-1"].name == "db"


@law
@given(lab=labs(with_commands=True), moments=st.lists(st.floats(0.0, 400.0), min_size=1, max_size=6))
def test_however_one_wanders_through_a_random_lab_the_end_is_the_same(lab: Lab, moments: list[float]) -> None:
    backend = EmbeddedBackend(lab)
    backend.advance(400.0)
    end = h.state(backend)
    for moment in moments:
        backend.rewind(moment)
    backend.advance(400.0)
    assert h.state(backend) == end
