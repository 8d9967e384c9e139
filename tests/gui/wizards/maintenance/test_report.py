"""At the end of a run its report comes, is saved, and brings everybody home again."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from tests.gui.wizards.maintenance.test_run import HOST, begun, play_until
from vmotion_gui.gui.wizards.maintenance.run_window import RunWindow
from vmotion_gui.planning.maintenance.carrying import Stage

LEFT = Qt.MouseButton.LeftButton
TIMEOUT = 30_000


@pytest.mark.slow
def test_the_report_is_saved_and_all_come_home(
    make_window: MakeWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_window(show=False)
    session = window.context.session
    before = dict.fromkeys(session.inventory.vms_on(HOST))
    running = begun(window)
    play_until(running, qtbot, Stage.DONE)
    qtbot.waitUntil(lambda: running.report is not None)
    report = running.report
    assert report is not None
    text = report.text.toPlainText()
    assert "All hosts are empty" in text
    assert "Way home" in text
    assert all(window.context.name(vm) in text for vm in running.run.told_result.homes)  # type: ignore[union-attr]
    assert report.save(tmp_path / "report.html")
    assert report.save(tmp_path / "report.pdf")
    assert (tmp_path / "report.pdf").read_bytes().startswith(b"%PDF")
    told: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda *args: told.append(args[2]))
    assert not report.save(tmp_path / "nowhere" / "report.html")
    assert "nowhere" in told[0]
    session.set_speed(300.0)
    session.play()
    qtbot.waitUntil(lambda: session.inventory.hosts[HOST].maintenance_state == "inMaintenance", timeout=TIMEOUT)
    windows = set(window.findChildren(RunWindow))
    qtbot.mouseClick(report.home, LEFT)
    qtbot.waitUntil(lambda: set(window.findChildren(RunWindow)) > windows, timeout=TIMEOUT)
    (home,) = set(window.findChildren(RunWindow)) - windows
    play_until(home, qtbot, Stage.DONE)
    assert set(session.inventory.vms_on(HOST)) == set(before)
    assert "All are where they should be" in home.state.text()
    home.close()
    running.close()
