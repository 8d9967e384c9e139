"""The Monitor tab's page of the vMotion network, with migrations that really run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from tests.gui.conftest import possible_moves
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.gui.workspace.network_use import NetworkUse
from vmotion_gui.inventory.commands import Migrate


def _page(window: MainWindow) -> NetworkUse:
    monitor = window.parts.monitor
    window.tabs.setCurrentWidget(monitor)
    monitor.tabs.setCurrentWidget(monitor.network)
    monitor.refresh()
    return monitor.network


def _texts(page: NetworkUse) -> list[str]:
    return [page.layers.item(row).text() for row in range(page.layers.count())]


def test_two_migrations_lie_one_upon_the_other_and_a_click_shows_one(window: MainWindow, qtbot: QtBot) -> None:
    session, selection = window.context.session, window.context.selection
    inventory = session.inventory
    moves = possible_moves(window, 12)
    source = inventory.vms[moves[0].vm].host
    moves = [move for move in moves if inventory.vms[move.vm].host == source][:2]
    assert all(session.submit(Migrate(spec=move)).accepted for move in moves)
    session.backend.advance(6.0)
    session.refresh()
    selection.select([source])
    page = _page(window)
    texts = _texts(page)
    assert len(texts) == 2
    assert {inventory.vms[move.vm].name for move in moves} == {text.split(" → ")[0] for text in texts}
    assert all("/s" in text for text in texts)

    top = page.layers.visualItemRect(page.layers.item(0)).center()
    qtbot.mouseClick(page.layers.viewport(), Qt.MouseButton.LeftButton, pos=top)
    assert selection.migration == page.layers.item(0).data(Qt.ItemDataRole.UserRole)

    idle = next(id_ for id_ in inventory.hosts if id_ not in {source, *(move.host for move in moves)})
    selection.select([idle])
    window.parts.monitor.refresh()
    assert _texts(page) == []
    assert not page.layers.isVisible()
