"""A cluster is gone through host by host: planned in the window, carried out on the session's clock, handed over."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from tests.planning.maintenance.estates import estate, vm
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.wizards.rolling.dialog import RollingWindow
from vmotion_gui.gui.wizards.rolling.run import Doing
from vmotion_gui.inventory.commands import DestinationCannotResume, InjectFault
from vmotion_gui.inventory.entities import VirtualDevice
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.status import Phase

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 60_000
SPEED = 2_000.0


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    return make_window(Lab(inventory=generate(4, 16, seed=3, clusters_of=4)))


def planned(window: MainWindow, qtbot: QtBot, *, home: bool = True) -> RollingWindow:
    shown = window.maintenance.plan_cluster()
    shown.home.setChecked(home)
    shown.at_once.setValue(1)
    shown.work.setValue(10)
    shown.in_window.setChecked(True)
    qtbot.mouseClick(shown.begin, LEFT)
    qtbot.waitUntil(lambda: shown.plan is not None, timeout=TIMEOUT)
    return shown


def ended(shown: RollingWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: shown.run is not None and shown.run.over, timeout=TIMEOUT)


@pytest.mark.slow
def test_what_is_planned_happens_at_its_times_and_everybody_is_home_again(window: MainWindow, qtbot: QtBot) -> None:
    shown, session = planned(window, qtbot), window.context.session
    before = session.inventory
    assert shown.plan is not None
    assert shown.plan.possible
    assert shown.steps.rowCount() == len(before.hosts)
    assert "It fits into the window." in shown.summary.text()
    session.set_speed(SPEED)
    qtbot.mouseClick(shown.start, LEFT)
    shown.close()
    assert window.maintenance.plan_cluster() is shown
    ended(shown, qtbot)
    run, plan = shown.run, shown.plan
    assert run is not None
    assert run.doing == [Doing.DONE] * 4
    planned_times = [(step.start_s, step.empty_s) for step in plan.steps]
    assert [tuple(times[:2]) for times in run.times] == [pytest.approx(times, abs=5.0) for times in planned_times]
    assert run.times[-1][-1] == pytest.approx(plan.end_s, rel=0.02)
    after = session.inventory
    assert {id_: vm.host for id_, vm in after.vms.items()} == {id_: vm.host for id_, vm in before.vms.items()}
    assert {host.maintenance_state for host in after.hosts.values()} == {"normal"}
    assert session.limit is None
    shown.close()


@pytest.mark.slow
def test_a_failure_is_planned_around_and_it_can_be_stopped_after_a_step(window: MainWindow, qtbot: QtBot) -> None:
    shown, session = planned(window, qtbot, home=False), window.context.session
    shown.start.click()
    backend = session.backend
    while not (copying := [s for s in backend.migrations().values() if s.phase is Phase.COPYING_MEMORY]):
        session.pause()
        backend.advance_to_next_milestone()
    session.submit(InjectFault(fault=DestinationCannotResume(vm=copying[0].vm)))
    session.set_speed(SPEED)
    session.play()
    shown.end.click()
    ended(shown, qtbot)
    run = shown.run
    assert run is not None
    assert run.doing == [Doing.DONE, Doing.WAITING, Doing.WAITING, Doing.WAITING]
    assert session.backend.migrations()[copying[0].id].phase is Phase.FAILED
    first = run.plan.steps[0].hosts[0]
    assert not [vm for vm in session.inventory.vms.values() if vm.host == first and vm.power_state == "poweredOn"]
    assert "not begun" in [shown.steps.item(row, 6).text() for row in range(4)]
    shown.close()


def test_a_plan_is_written_in_each_form_and_lost_with_another_choice(window: MainWindow, qtbot: QtBot) -> None:
    shown = planned(window, qtbot)
    for form in ("csv", "powercli", "govc", "ansible"):
        assert b"esx-0002" in shown.written(form)  # type: ignore[arg-type]
    shown.work.setValue(20)
    assert shown.plan is None
    assert not shown.start.isEnabled()
    assert not shown.export.isEnabled()
    shown.close()


@pytest.mark.slow
def test_what_cannot_leave_is_decided_in_the_window_and_runs_again_in_the_end(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    card = VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="host:0000:3b:00.0")
    inventory = estate([64.0] * 3, [vm(0, 0, devices=(card,)), vm(1, 0), vm(2, 1), vm(3, 2)])
    window = make_window(Lab(inventory=inventory))
    shown, session = planned(window, qtbot), window.context.session
    assert shown.plan is not None
    assert not shown.plan.possible
    shown.tabs.setCurrentWidget(shown.decisions)
    qtbot.mouseClick(shown.decisions.suggest, LEFT)
    assert shown.draft.decisions == {"m0": "shutDown"}
    assert not shown.start.isEnabled()
    qtbot.mouseClick(shown.begin, LEFT)
    qtbot.waitUntil(lambda: shown.plan is not None, timeout=TIMEOUT)
    assert shown.plan.possible
    assert "machine 0 - Shut down" in shown.summary.text()
    session.set_speed(SPEED)
    states = set()
    session.inventory_changed.connect(lambda estate: states.add(estate.vms["m0"].power_state))
    qtbot.mouseClick(shown.start, LEFT)
    ended(shown, qtbot)
    assert shown.run is not None
    assert shown.run.doing == [Doing.DONE] * 3
    assert states == {"poweredOff", "poweredOn"}
    assert session.inventory.vms["m0"].power_state == "poweredOn"
    assert session.inventory.vms["m0"].host == "host-0"
    shown.close()
