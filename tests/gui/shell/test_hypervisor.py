"""The hypervisor in force is told, and another one plays the same lab."""

from __future__ import annotations

from PySide6.QtGui import QAction

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.hypervisors import HypervisorMenu
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate


def _action(window: MainWindow, profile: str) -> QAction:
    (menu,) = window.findChildren(HypervisorMenu)
    (found,) = [action for action in menu.actions() if action.data() == profile]
    return found


def test_the_same_commands_go_by_other_rules(window: MainWindow) -> None:
    session = window.context.session
    (move,) = possible_moves(window)
    ticket = session.submit(Migrate(spec=move))
    play_to_end(window)
    vsphere = session.backend.migrations()[ticket.id]
    assert _action(window, "vsphere").isChecked()
    assert "vSphere" in window._state.text()

    _action(window, "stop-and-copy").trigger()
    assert session.backend.profile == "stop-and-copy"
    assert _action(window, "stop-and-copy").isChecked()
    assert "Stop-and-copy" in window._state.text()
    assert window.current.modified
    assert session.backend.now_s == 0.0
    session.backend.advance(1.0)
    play_to_end(window)
    stopped = session.backend.migrations()[ticket.id]
    assert stopped.vm == vsphere.vm
    assert stopped.downtime_s > 5 * vsphere.downtime_s
    assert window.current.to_save().profile == "stop-and-copy"
