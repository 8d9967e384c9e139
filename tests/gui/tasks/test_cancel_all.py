"""Recent Tasks' menu cancels what waits, or all migrations, and leaves the others alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QMenu

from tests.gui.conftest import MakeWindow, possible_moves
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.status import Phase


@pytest.fixture
def crowded(make_window: MakeWindow, demo: Lab) -> MainWindow:
    """More migrations than the hosts take at once."""
    window = make_window(demo)
    session = window.context.session
    session.pause()
    window.context.commands.migrate(possible_moves(window, 24))
    session.backend.advance(1.0)
    session.refresh()
    assert {Phase.QUEUED} < _phases(window), "some wait, some run"
    return window


def _phases(window: MainWindow) -> set[Phase]:
    return {status.phase for status in window.context.session.backend.migrations().values()}


def _choose(window: MainWindow, beginning: str, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[QMenu] = []
    monkeypatch.setattr(QMenu, "popup", lambda menu, _at: shown.append(menu))
    pane = window.parts.tasks
    pane.table.selectRow(0)
    # as the menu key does it: at a place without a row
    pane.table.customContextMenuRequested.emit(pane.table.viewport().rect().bottomRight())
    (menu,) = shown
    action = next(action for action in menu.actions() if action.text().startswith(beginning))
    action.trigger()
    menu.deleteLater()


def test_all_that_wait_are_cancelled_and_the_others_run_on(
    crowded: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    backend = crowded.context.session.backend
    before = {id_: status.phase for id_, status in backend.migrations().items()}
    _choose(crowded, "Cancel all that wait", monkeypatch)
    for id_, phase in before.items():
        now = backend.migrations()[id_].phase
        assert now is (Phase.CANCELLED if phase is Phase.QUEUED else phase)


def test_all_are_cancelled_and_none_that_waited_starts(crowded: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = crowded.context.session.backend
    waiting = [id_ for id_, status in backend.migrations().items() if status.phase is Phase.QUEUED]
    _choose(crowded, "Cancel all migrations", monkeypatch)
    backend.advance(600.0)
    assert _phases(crowded) == {Phase.CANCELLED}
    assert all(backend.migrations()[id_].start_s is None for id_ in waiting)
