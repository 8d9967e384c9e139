"""A lesson is played on the real engine, forward and back, and every moment can be reached again."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.lessons.writing import LESSON, small_lesson
from vmotion_gui.inventory.commands import CancelMigration, Migrate, MigrationSpec
from vmotion_gui.lessons.player import Player, StuckError
from vmotion_gui.lessons.rehearsal import rehearse
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.backend import Backend
from vmotion_gui.simulation.status import Phase


def moment(run: Backend) -> Any:
    """All that can be seen of a run."""
    return (
        run.now_s,
        list(run.events),
        msgspec.to_builtins([run.migrations()[id_] for id_ in run.migrations()], str_keys=True),
        [msgspec.to_builtins(vm) for vm in run.inventory.vms.values()],
    )


def move(to: str, vm: str = "vm-1") -> Migrate:
    return Migrate(spec=MigrationSpec(vm=vm, host=to))


def at(player: Player, step: str) -> Player:
    """The player, taken to a step."""
    while player.step.id != step:
        assert player.complete()
        assert player.forward()
    return player


def test_a_step_ends_when_its_condition_is_met_and_not_before(tmp_path: Path) -> None:
    player = Player(small_lesson(tmp_path))
    assert player.fulfilled
    assert player.forward()
    assert not player.forward()
    player.answer(0.3)
    assert player.forward()
    assert player.step.id == "go"
    assert not player.fulfilled
    assert player.backend.phase("migration-1") is not Phase.COMPLETED
    assert player.complete()
    assert player.backend.events[-1].time_s == player.backend.now_s
    assert "VmMigratedEvent" in {event.type for event in player.backend.events}
    assert all(player.claims().values())


def test_numbers_in_texts_come_from_the_run(tmp_path: Path) -> None:
    player = Player(small_lesson(tmp_path))
    narration = player.lesson.step("after").narration
    assert player.text(narration, "en") == "It stood still for …."
    at(player, "after")
    downtime_s = player.backend.migrations()["migration-1"].downtime_s
    assert player.text(narration, "de") == f"Sie stand {catalogue('de').quantity(downtime_s, 'seconds')} still."
    assert player.text(player.lesson.steps[0].narration, "en") == "A machine runs on a host."


def test_going_back_and_forward_again_gives_the_identical_state(tmp_path: Path) -> None:
    player = Player(small_lesson(tmp_path))
    seen = {0: moment(player.backend)}
    while not player.last:
        player.complete()
        player.forward()
        seen[player.index] = moment(player.backend)
    for _ in range(2):
        while player.back():
            assert moment(player.backend) == seen[player.index]
        while not player.last:
            player.complete()
            player.forward()
            assert moment(player.backend) == seen[player.index]
    assert len(player.backend.branches()) == 1


def test_a_step_can_be_done_again_and_again(tmp_path: Path) -> None:
    player = at(Player(small_lesson(tmp_path)), "exercise")
    before = moment(player.backend)[1:]
    for _ in range(8):
        player.complete()
        assert player.finished
        player.again()
        assert not player.finished
        assert moment(player.backend)[1:] == before


def test_a_window_that_overshoots_stops_where_a_headless_run_stops(tmp_path: Path) -> None:
    exact = at(Player(small_lesson(tmp_path)), "go")
    exact.complete()
    coarse = at(Player(small_lesson(tmp_path)), "go")
    coarse.backend.advance(500.0)
    assert coarse.fulfilled
    coarse.settle()
    assert moment(coarse.backend) == moment(exact.backend)


def test_whoever_acts_otherwise_in_the_past_goes_on_from_there(tmp_path: Path) -> None:
    player = at(Player(small_lesson(tmp_path)), "exercise")
    player.complete()
    assert player.finished
    while player.step.id != "go":
        player.back()
    player.backend.submit(CancelMigration(migration="migration-1"))
    player.backend.advance(500.0)
    assert not player.fulfilled
    assert player.backend.phase("migration-1") is Phase.CANCELLED
    with pytest.raises(StuckError):
        player.complete()
    assert player.back()
    assert player.step.id == "guess"
    assert len(player.backend.branches()) == 2


def test_free_play_leaves_the_lesson_as_it_was(tmp_path: Path) -> None:
    player = at(Player(small_lesson(tmp_path)), "exercise")
    before, run = moment(player.backend), player.backend
    free = player.play_freely()
    assert moment(free) == before
    free.submit(move("h-2", "vm-2"))
    free.advance(free.now_s + 500.0)
    assert not player.fulfilled
    assert not player.back()
    assert free.inventory.vms["vm-2"].host == "h-2"
    assert player.return_to_lesson() is run
    assert moment(run) == before
    player.complete()
    assert player.finished


def test_an_exercise_is_solved_by_whatever_reaches_its_goals(tmp_path: Path) -> None:
    player = at(Player(small_lesson(tmp_path)), "exercise")
    assert [reached for _, reached in player.goals()] == [False]
    player.backend.submit(move("h-1"))
    player.backend.advance(player.backend.now_s + 500.0)
    assert [reached for _, reached in player.goals()] == [True]
    assert player.finished
    player.again()
    assert not player.finished


def test_a_prediction_is_held_against_the_run(tmp_path: Path) -> None:
    player = at(Player(small_lesson(tmp_path)), "after")
    downtime_s = player.backend.migrations()["migration-1"].downtime_s
    for given, correct in ((downtime_s * 1.4, True), (downtime_s * 1.6, False), (None, False)):
        player.answers["gap"] = given
        resolution = player.resolution()
        assert resolution is not None
        assert (resolution.right, resolution.correct) == (downtime_s, correct)
    with pytest.raises(ValueError, match="asks nothing"):
        player.answer(1)


CHOICES = """choices = [
    { text = { en = "Short", de = "Kurz" }, right = 'downtime_s("migration-1") < 1' },
    { text = { en = "Long", de = "Lang" }, right = 'downtime_s("migration-1") >= 1' },
]
"""
VALUE = 'value = \'downtime_s("migration-1")\'\nunit = "seconds"\ntol'
BY_USER = 'by = "user", command = { kind = "migrate", spec = { vm = "vm-1", host = "h-2" } }'


def test_a_choice_is_right_if_the_run_says_so(tmp_path: Path) -> None:
    value = 'value = \'downtime_s("migration-1")\'\nunit = "seconds"\ntolerance = 0.5\n'
    player = at(Player(small_lesson(tmp_path, LESSON.replace(value, CHOICES))), "guess")
    with pytest.raises(ValueError, match="none of the 2"):
        player.answer(2)
    player.answer(0)
    at(player, "after")
    resolution = player.resolution()
    assert resolution is not None
    assert resolution.correct


def test_a_step_waits_for_what_it_asks_of_the_user(tmp_path: Path) -> None:
    text = LESSON.replace(BY_USER.removeprefix('by = "user", '), BY_USER)
    text = text.replace(
        'until = { kind = "event", type = "VmMigratedEvent" }\nclaims', 'until = { kind = "action" }\n_'
    )
    text = "\n".join(line for line in text.splitlines() if not line.startswith("_")).replace('resolves = "gap"', "")
    text = text.replace("stood still for {downtime}", "moves").replace("stand {downtime} still", "zieht um")
    text = text.replace('id = "exercise"', 'id = "exercise"\nresolves = "gap"')
    player = at(Player(small_lesson(tmp_path, text)), "go")
    assert not player.fulfilled
    player.backend.submit(move("h-2", "vm-2"))
    assert not player.fulfilled
    player.backend.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="h-2", priority="highPriority")))
    assert player.fulfilled
    player.again()
    assert not player.fulfilled


def test_a_rehearsal_proves_a_sound_lesson(tmp_path: Path) -> None:
    done = rehearse(small_lesson(tmp_path))
    assert done.problems == ()
    assert done.claims == 2
    assert done.end_s > 1.0


@pytest.mark.parametrize(
    ("old", "new", "place", "key"),
    [
        ('== "completed"', '== "failed"', "$.steps[2].claims[0]", "falseClaim"),
        ('type = "VmMigratedEvent"', 'type = "VmMigratedEvent", count = 2', "$.steps[2].until", "noEnd"),
        ("It moves.", "It moves: {downtime}.", "", ""),
        ("Bring it back", "Bring it back after {never}", "$.steps[4].narration", "numberNotKnown"),
        ('that = \'host("vm-1") == "h-1" and running == 0\'', "that = 'now_s >= 0'", "$.steps[4].exercise", "nothing"),
        (
            'value = \'downtime_s("migration-1")\'\nunit = "seconds"\ntol',
            CHOICES.replace(">=", "<") + "#",
            "res",
            "right",
        ),
        (
            'value = \'downtime_s("migration-1")\'\nunit = "seconds"\ntol',
            "value = 'passes(\"migration-9\")'\n#",
            "res",
            "noA",
        ),
    ],
)
def test_a_rehearsal_finds_what_the_run_does_not_give(tmp_path: Path, old: str, new: str, place: str, key: str) -> None:
    text = LESSON.replace("[numbers]", "[numbers]\nnever = { value = 'ended_s(\"migration-9\")' }", 1)
    assert old in text
    text = text.replace(old, new, 1)
    if "{downtime}" in new:
        text = text.replace("Sie zieht um.", "Sie zieht um: {downtime}.")
    if "{never}" in new:
        text = text.replace("Bringen Sie sie zurück", "Bringen Sie sie nach {never} zurück")
    found = rehearse(small_lesson(tmp_path, text)).problems
    assert [place in problem.place and key in problem.text.key for problem in found] == [True] * bool(key)
