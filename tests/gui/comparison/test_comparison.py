"""Recorded migrations under simulated curves, from the menu to the drawn points."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from tests.importers.test_traces import document
from vmotion_gui.gui.comparison.dialog import ComparisonDialog
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.importers.comparison import Overlay, overlay
from vmotion_gui.importers.traces import decode_trace


def recorded(name: str = "calm", **outputs: object) -> bytes:
    told = document()
    told["case"] = name
    told["outputs"] |= outputs
    times = [0.5 * n for n in range(10)]
    told["series"] = {
        "t_s": times,
        "transferred_bytes": [int(6e7 * t) for t in times],
        "remaining_bytes": [int(2.6e8 - 5e7 * t) for t in times],
    }
    told["series"]["t_s"].append(5.0)
    told["series"]["transferred_bytes"].append(None)
    told["series"]["remaining_bytes"].append(None)
    return json.dumps(told).encode()


def both(name: str = "calm", **outputs: object) -> Overlay:
    return overlay(decode_trace(recorded(name, **outputs)))


def open_dialogs(window: MainWindow) -> list[ComparisonDialog]:
    return window.findChildren(ComparisonDialog)


def test_the_simulated_curve_is_that_of_its_passes() -> None:
    """It begins with all of the memory to send and nothing sent, and ends with all that was sent."""
    found = both()
    assert found.measured is not None
    assert len(found.measured.time_s) == 10
    curve = found.simulated
    assert list(curve.time_s) == sorted(curve.time_s)
    assert curve.sent_bytes[0] == 0.0
    assert curve.believed_bytes[0] > 250e6
    assert curve.sent_bytes[-1] == pytest.approx(found.comparison.simulated.sent_bytes, rel=0.01)
    assert curve.time_s[-1] == pytest.approx(found.comparison.simulated.total_s, abs=0.05)


def test_from_the_menu_to_the_curves(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paths = [tmp_path / "first.json", tmp_path / "second.json"]
    paths[0].write_bytes(recorded("first"))
    paths[1].write_bytes(recorded("second", status="cancelled", downtime_s=None))
    monkeypatch.setattr(dialogs, "ask_open_many", lambda *_: [str(path) for path in paths])
    (action,) = [action for action in window.menus.file.actions() if "recorded" in action.text()]
    action.trigger()
    qtbot.waitUntil(lambda: bool(open_dialogs(window)), timeout=30_000)
    (dialog,) = open_dialogs(window)
    assert dialog.table.rowCount() == 2
    assert "1 of 2 outcomes agree" in dialog.head.text()
    assert dialog.chart.drawn()[0] == 10
    assert dialog.chart.drawn()[1] > 4
    dialog.table.setCurrentCell(1, 0)
    row = [dialog.table.item(1, column).text() for column in range(2)]  # type: ignore[union-attr]  # all are filled
    assert row == ["second", "cancelled / completed"]
    dialog.close()


def test_a_file_that_is_no_recording_is_told_of(
    window: MainWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    broken, told = tmp_path / "broken.json", []
    broken.write_text("{", encoding="utf-8")
    monkeypatch.setattr(dialogs, "tell_problem", lambda *args: told.append(args[-1]))
    window.files.recordings.compare([str(broken)])
    qtbot.waitUntil(lambda: bool(told), timeout=30_000)
    assert "broken.json" in told[0]
    assert not open_dialogs(window)


def test_without_a_series_there_is_only_the_simulated_curve(window: MainWindow) -> None:
    plain = decode_trace(json.dumps(document()).encode())
    dialog = ComparisonDialog([overlay(plain)], window.context, window)
    assert dialog.chart.drawn()[0] == 0
    assert dialog.chart.drawn()[1] > 0
    dialog.close()


def test_recordings_that_ship_agree_and_others_can_be_chosen(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window.files.recordings.show_shipped()
    qtbot.waitUntil(lambda: bool(open_dialogs(window)), timeout=30_000)
    (dialog,) = open_dialogs(window)
    assert dialog.table.rowCount() >= 7
    assert "7 of 7 outcomes agree" in dialog.head.text()
    asked: list[object] = []
    monkeypatch.setattr(dialogs, "ask_open_many", lambda *args: asked.append(args) or [])
    dialog.others.click()
    assert asked
    dialog.close()
