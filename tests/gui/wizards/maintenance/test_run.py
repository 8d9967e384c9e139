"""The run of a plan in its window: what fails, what becomes of the rest, pause, abort, and where everybody is then."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.run_window import RunWindow
from vmotion_gui.inventory.commands import DestinationCannotResume, HostFailed, InjectFault
from vmotion_gui.planning.maintenance.carrying import Stage
from vmotion_gui.planning.maintenance.plan import Objective, Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 30_000
HOST = "host-9"


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window(show=False)


def begun(window: MainWindow, objective: Objective = "time") -> RunWindow:
    """A plan that has just begun, with the clock standing."""
    lab = window.current.lab
    draft = Draft(window.context, lab, [HOST])
    plan = plan_maintenance(Engine(lab).checkpoint(), [HOST], Options(objective=objective))
    shown = RunWindow(draft, plan, "tonight", window)
    shown.start()
    window.context.session.pause()
    return shown


def play_until(running: RunWindow, qtbot: QtBot, stage: Stage) -> None:
    session = running.run.draft.context.session
    session.set_speed(300.0)
    if stage is not running.run.stage:
        session.play()
    qtbot.waitUntil(lambda: running.run.stage is stage, timeout=TIMEOUT)
    session.pause()


def copying(running: RunWindow) -> str:
    """Go on until one of the plan copies its memory; its id."""
    backend = running.run.draft.context.session.backend
    for _ in range(10_000):
        for id_, status in backend.migrations().items():
            if status.phase is Phase.COPYING_MEMORY:
                running.run.draft.context.session.refresh()
                return id_
        backend.advance_to_next_milestone()
    raise AssertionError


def ids(running: RunWindow) -> list[str]:
    """The migrations that have begun."""
    return [entry.id for entry in running.run.carrying.entries if entry.id]


def sentences(running: RunWindow) -> str:
    return "\n".join(running.happened.item(row).text() for row in range(running.happened.count()))


def test_when_a_destination_dies_the_rest_goes_elsewhere_and_the_host_is_emptied(
    window: MainWindow, qtbot: QtBot
) -> None:
    running = begun(window)
    context, session = window.context, window.context.session
    dead = session.backend.migrations()[copying(running)].destination_host
    session.submit(InjectFault(fault=HostFailed(host=dead)))
    play_until(running, qtbot, Stage.DONE)
    assert running.run.carrying.staying() == ()
    assert session.inventory.hosts[HOST].maintenance_state != "normal"
    assert "empty" in running.state.text()
    told = sentences(running)
    assert f"to {context.name(dead)} failed:" in told
    assert "New plan of the rest" in told
    rows = {bar.key: bar for bar in running.gantt.bars()}
    actual = running.run.actual()
    assert len(rows) == len(running.run.carrying.entries)
    assert {rows[key].group for key, one in actual.items() if one.failed} == {dead}
    assert dead not in {rows[key].group for key, one in actual.items() if not one.failed}
    running.close()


@pytest.mark.slow
def test_asked_first_a_person_has_the_new_plan_carried_out(window: MainWindow, qtbot: QtBot) -> None:
    running, session = begun(window), window.context.session
    qtbot.mouseClick(running.ask, LEFT, pos=QPoint(10, running.ask.height() // 2))
    assert running.run.carrying.ask
    victim = session.backend.migrations()[copying(running)]
    session.submit(InjectFault(fault=DestinationCannotResume(vm=victim.vm)))
    play_until(running, qtbot, Stage.ASKING)
    assert running.question.isVisibleTo(running)
    assert session.inventory.vms[victim.vm].host == HOST
    qtbot.mouseClick(running.question.accept, LEFT)
    assert not running.question.isVisibleTo(running)
    play_until(running, qtbot, Stage.DONE)
    assert session.inventory.vms[victim.vm].host not in (HOST, victim.destination_host)
    running.close()


def test_paused_resumed_and_aborted_and_everybody_runs_somewhere(window: MainWindow, qtbot: QtBot) -> None:
    running = begun(window, "downtime")
    context, session = window.context, window.context.session
    copying(running)
    qtbot.mouseClick(running.pause, LEFT)
    count = len(ids(running))
    assert count
    while session.backend.busy:
        session.backend.advance_to_next_milestone()
    session.refresh()
    assert running.run.stage is Stage.PAUSED
    assert len(ids(running)) == count
    assert running.pause.text() == "Resume"
    qtbot.mouseClick(running.pause, LEFT)
    session.pause()
    assert len(ids(running)) > count
    running.at_once.trigger()
    play_until(running, qtbot, Stage.DONE)
    assert session.inventory.hosts[HOST].maintenance_state == "normal"
    staying = running.run.carrying.staying()
    assert staying
    assert context.name(staying[0]) in running.state.text()
    rows = {
        running.where.item(row, 0).text(): running.where.item(row, 1).text() for row in range(running.where.rowCount())
    }
    assert rows == {
        context.name(vm): context.name(session.inventory.vms[vm].host)
        for vm in {entry.move.spec.vm for entry in running.run.carrying.entries}
    }
    assert not running.abort.isEnabled()
    running.close()


def test_however_fast_time_goes_by_each_move_begins_when_what_it_waits_for_has_ended(
    window: MainWindow, qtbot: QtBot
) -> None:
    running, session = begun(window, "downtime"), window.context.session
    assert any(entry.after for entry in running.run.carrying.entries)
    session.set_speed(1000.0)
    session.play()
    qtbot.waitUntil(lambda: running.run.done, timeout=TIMEOUT)
    session.pause()
    assert session.limit is None
    moves = [entry.move for entry in running.run.carrying.entries]
    actual = running.run.actual()
    assert [actual[k].start_s for k in range(len(moves))] == pytest.approx([move.start_s for move in moves])
    assert [actual[k].end_s for k in range(len(moves))] == pytest.approx([move.end_s for move in moves])
    running.close()
