"""Before a migration starts, what it will take stands there as ranges from the engine itself."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QTableWidget, QTableWidgetItem
from pytestqt.qtbot import QtBot

from tests.gui.drag.test_controller import Bench, _confirmed, bench
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.prediction.cells import show_forecast
from vmotion_gui.gui.prediction.words import convergence_text, range_text
from vmotion_gui.simulation.forecast import RUNS, Forecast, Range
from vmotion_gui.simulation.status import Estimate

__all__ = ["bench"]

_DURATION = 4


def _table(dialog: ConfirmDialog) -> QTableWidget:
    (table,) = dialog.findChildren(QTableWidget)
    return table


def _text(table: QTableWidget, row: int) -> str:
    item = table.item(row, _DURATION)
    assert item is not None
    return item.text()


def _tip(table: QTableWidget, row: int) -> str:
    item = table.item(row, _DURATION)
    assert item is not None
    return item.toolTip()


def test_estimates_come_first_then_ranges_of_all_runs(bench: Bench, qtbot: QtBot) -> None:
    bench.controller.pick_up(["vm-web-01", "vm-web-03"])
    assert bench.controller.put_down("host-2")
    dialog = _confirmed(bench, qtbot)
    table = _table(dialog)
    qtbot.waitUntil(lambda: f"{RUNS} runs" in _tip(table, 1), timeout=20_000)
    assert all(text not in _text(table, row) for row in range(2) for text in ("…", "fails"))
    alone = [_text(table, row) for row in range(2)]
    item = table.item(1, 0)
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)  # one alone has the way for itself
    qtbot.waitUntil(lambda: _text(table, 0) != alone[0], timeout=20_000)
    assert _text(table, 1) == alone[1]
    assert bench.session.backend.migrations() == {}
    assert bench.session.backend.now_s == 0.0


def test_a_range_reads_as_one_figure_where_it_is_one() -> None:
    QLocale.setDefault(QLocale("en"))
    assert range_text(Range(9.81, 11.2), "seconds") == "9.8 s – 11.2 s"
    assert range_text(Range(9.81, 9.812), "seconds") == "9.8 s"


def _told(ratio: float, slowdown: float, passes: int = 3) -> str:
    return convergence_text(
        Estimate(
            completes=True,
            duration_s=9.0,
            downtime_s=0.2,
            bytes=1e9,
            passes=passes,
            convergence_ratio=ratio,
            guest_slowdown=slowdown,
        )
    )


def test_whether_it_converges_is_one_sentence() -> None:
    assert _told(0.35, 0.0).startswith("Will converge: the guest dirties 35 %")
    assert _told(0.004, 0.01).startswith("Will converge: the guest dirties < 1 %")
    assert _told(1.4, 0.6).startswith("Converges by slowing the guest, by up to 60 %: at first it dirties 140 %")
    assert _told(1.4, 0.0).startswith("Does not converge by itself: the guest dirties 140 %")
    assert _told(0.0, 0.0, passes=0) == ""


def test_what_fails_in_some_runs_or_all_is_told(qtbot: QtBot) -> None:
    table = QTableWidget(2, 3)
    qtbot.addWidget(table)
    for row in range(2):
        for column in range(3):
            table.setItem(row, column, QTableWidgetItem("…"))
    times = Range(9.8, 11.2)
    some = Forecast(outcomes={"completed": 9, "failed": 3}, duration_s=times, downtime_s=times, bytes=Range(1e9, 1e9))
    none = Forecast(outcomes={"failed": 12}, duration_s=None, downtime_s=None, bytes=None)
    show_forecast(table, 0, 0, some)
    show_forecast(table, 1, 0, none)
    texts = [[item.text() for column in range(3) if (item := table.item(row, column))] for row in range(2)]
    assert texts[0][0] == "9.8 s – 11.2 s (fails in 3 of 12 runs)"
    assert texts[1] == ["fails"] * 3
