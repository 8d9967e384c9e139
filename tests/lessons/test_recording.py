"""What somebody does becomes a lesson that asks for it, and that the engine proves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.writing import small_lab
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import CancelMigration, Command, EditInventory, Migrate, MigrationSpec
from vmotion_gui.inventory.document import dumps
from vmotion_gui.lessons.checking import problems_of
from vmotion_gui.lessons.document import Lesson, WhenDone, WhenHappened
from vmotion_gui.lessons.reading import LoadedLesson
from vmotion_gui.lessons.recording import Recorder
from vmotion_gui.lessons.rehearsal import rehearse
from vmotion_gui.lessons.writing import lesson_text

MOVE = Migrate(spec=MigrationSpec(vm="vm-1", host="h-2"))
OTHER = Migrate(spec=MigrationSpec(vm="vm-2", host="h-2"))
OFF = EditInventory(changes=(FieldsChanged(id="vm-2", fields={"power_state": "poweredOff"}),), label="edit.powerOff")


def do(recorder: Recorder, command: Command) -> None:
    """What the window does with a user's command."""
    if recorder.backend.submit(command).accepted:
        recorder.acted(command)


def go_on(recorder: Recorder, seconds: float) -> None:
    """Let time go on, and stop it."""
    recorder.backend.advance(recorder.backend.now_s + seconds)
    recorder.paused()


def sound(recorder: Recorder) -> Lesson:
    """The lesson, which has no problem, nor does its run."""
    lesson = recorder.lesson("mine")
    assert problems_of(lesson, recorder.lab) == []
    assert rehearse(LoadedLesson(lesson, recorder.lab, Path("mine.toml"))).problems == ()
    assert lesson_text(lesson)
    return lesson


def test_a_migration_that_was_waited_for() -> None:
    recorder = Recorder(small_lab())
    recorder.looked_at(["vm-1"])
    do(recorder, MOVE)
    go_on(recorder, 60.0)
    asks, waits, tells = sound(recorder).steps
    assert asks.actions[0].command == MOVE
    assert asks.until == WhenDone()
    assert asks.title.en == "Move web-1 to esx-2"
    assert set(asks.targets) == {"object:vm-1", "object:h-2"}
    assert isinstance(waits.until, WhenHappened)
    assert (waits.until.type, waits.until.vm) == ("VmMigratedEvent", "vm-1")
    assert waits.claims == ('outcome("migration-1") == "completed"', 'host("vm-1") == "h-2"')
    assert "{downtime_1}" in tells.narration.de


def test_looking_acting_together_and_acting_later() -> None:
    recorder = Recorder(small_lab())
    recorder.looked_at(["h-1"])
    recorder.looked_at(["h-2"])
    do(recorder, OFF)
    recorder.looked_at(["vm-1"])
    do(recorder, MOVE)
    recorder.backend.advance(4.0)
    do(recorder, CancelMigration(migration="migration-1"))
    go_on(recorder, 30.0)
    looks, acts, waits, cancels, *_ = sound(recorder).steps
    assert looks.targets == ("object:h-2",)
    assert [action.command for action in acts.actions] == [OFF, MOVE]
    assert acts.narration.en == "Power off web-2. Move web-1 to esx-2."
    assert isinstance(waits.until, WhenHappened)
    assert cancels.narration.de == "Brechen Sie die Migration von web-1 ab."


def test_what_came_after_is_forgotten_by_who_goes_back() -> None:
    recorder = Recorder(small_lab())
    do(recorder, MOVE)
    go_on(recorder, 3.0)
    do(recorder, OFF)
    recorder.backend.rewind(3.0 - 0.5)
    recorder.went_back()
    assert len(recorder.steps()) == 1
    go_on(recorder, 60.0)
    assert [len(step.actions) for step in sound(recorder).steps] == [1, 0, 0]


def test_a_field_without_a_value_is_written_with_its_whole_object() -> None:
    recorder = Recorder(small_lab())
    do(recorder, EditInventory(changes=(FieldsChanged(id="vm-1", fields={"touched_memory_bytes": None}),)))
    (step,) = sound(recorder).steps
    assert 'kind = "entityPut"' in lesson_text(recorder.lesson("mine"))
    assert step.title.en == "Change the settings of web-1"


DEEDS: list[Callable[[Recorder], None]] = [
    lambda r: do(r, MOVE),
    lambda r: do(r, OTHER),
    lambda r: do(r, OFF),
    lambda r: do(r, CancelMigration(migration="migration-1")),
    lambda r: r.looked_at(["vm-2", "gone"]),
    lambda r: r.looked_at([]),
    lambda r: go_on(r, 0.2),
    lambda r: go_on(r, 7.0),
    lambda r: go_on(r, 45.0),
]


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(DEEDS), min_size=1, max_size=8))
def test_whatever_is_done_becomes_a_lesson_that_is_well_formed(deeds: list[Callable[[Recorder], None]]) -> None:
    recorder = Recorder(small_lab())
    for deed in deeds:
        deed(recorder)
    lesson = recorder.lesson("mine")
    assert lesson.steps == () or problems_of(lesson, recorder.lab) == []
    assert dumps(recorder.lab)
