"""A migration that was cancelled or failed is tried again from its task."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.tasks import model as columns
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import CancelMigration, Migrate
from vmotion_gui.simulation.status import Phase


def test_a_click_on_retry_starts_the_same_migration_again(window: MainWindow, qtbot: QtBot) -> None:
    session, pane = window.context.session, window.parts.tasks
    (move,) = possible_moves(window)
    first = session.submit(Migrate(spec=move))
    session.backend.advance(1.0)
    session.submit(CancelMigration(migration=first.id))
    play_to_end(window)
    row = pane.model.row_of(first.id)
    cell = pane.model.index(row, columns.ACTION)
    assert cell.data() == "Retry"
    window.docks.show("tasks")
    pane.table.scrollTo(cell)
    qtbot.mouseClick(pane.table.viewport(), Qt.MouseButton.LeftButton, pos=pane.table.visualRect(cell).center())
    statuses = session.backend.migrations()
    (again,) = [id_ for id_ in statuses if id_ != first.id]
    assert statuses[again].spec == move
    play_to_end(window)
    assert session.backend.phase(again) is Phase.COMPLETED
    assert pane.model.index(pane.model.row_of(first.id), columns.ACTION).data() in (None, "")
