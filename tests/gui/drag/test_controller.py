"""The gesture that moves VMs: allowed, refused, cancelled, several at once, with and without a mouse."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QTableWidget, QWidget
from pytestqt.qtbot import QtBot

from vmotion_gui import resources
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.drag import working
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.gui.drag.port import HostMarks
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.inventory.document import load
from vmotion_gui.simulation.embedded import EmbeddedBackend

_NONE, _SHIFT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier


class Bench:
    """A window with a drag controller on the demo lab, and what it told."""

    def __init__(self, window: QWidget, application: QApplication) -> None:
        self.window = window
        self.session = Session(EmbeddedBackend(load(resources.path("labs/demo.json"))), window)
        self.language = Language(application, "en")
        self.themes = ThemeManager(application, "light")
        self.controller = DragController(self.session, Selection(window), self.language, self.themes, window)
        self.verdicts: list[HostMarks | None] = []
        self.requested: list[object] = []
        self.refusals: list[str] = []
        self.controller.verdicts_changed.connect(self.verdicts.append)
        self.controller.migrations_requested.connect(self.requested.append)
        self.controller.refused.connect(self.refusals.append)

    def dialog(self) -> ConfirmDialog | None:
        dialogs = [widget for widget in self.window.findChildren(ConfirmDialog) if widget.isVisible()]
        return dialogs[0] if dialogs else None


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setattr(working, "SLICE_S", 60.0)  # the first slice is the last, however slow the machine is
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = Bench(window, qapp)
    yield made
    made.controller.cancel()


def _confirmed(bench: Bench, qtbot: QtBot) -> ConfirmDialog:
    qtbot.waitUntil(lambda: bench.dialog() is not None)
    dialog = bench.dialog()
    assert dialog is not None
    return dialog


def test_a_drop_asks_once_and_enter_starts(bench: Bench, qtbot: QtBot) -> None:
    bench.controller.pick_up(["vm-web-01"])
    assert bench.controller.put_down("host-2")
    dialog = _confirmed(bench, qtbot)
    assert "web-01" in dialog.windowTitle()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (specs,) = bench.requested
    assert [(spec.vm, spec.host) for spec in specs] == [("vm-web-01", "host-2")]


def test_escape_in_the_dialog_starts_nothing(bench: Bench, qtbot: QtBot) -> None:
    bench.controller.pick_up(["vm-web-01"])
    bench.controller.put_down("host-2")
    qtbot.keyClick(_confirmed(bench, qtbot), Qt.Key.Key_Escape)
    assert bench.requested == []
    assert not bench.session.backend.migrations()


def test_an_impossible_drop_gives_the_reason_and_starts_nothing(bench: Bench) -> None:
    bench.controller.pick_up(["vm-web-01"])
    assert not bench.controller.put_down("host-5")
    (sentence,) = bench.refusals
    assert "esx-05" in sentence
    assert "maintenance" in sentence
    assert bench.dialog() is None
    assert not bench.controller.active


def test_hosts_are_marked_during_the_gesture_only(bench: Bench) -> None:
    bench.controller.pick_up(["vm-web-01"])
    assert len(bench.verdicts[0].host_ids) == len(bench.session.inventory.hosts)
    bench.controller.cancel()
    assert bench.verdicts[-1] is None
    assert not bench.controller.active


def test_marks_follow_whether_the_storage_comes_along(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_storage = False
    monkeypatch.setattr(QGuiApplication, "queryKeyboardModifiers", lambda: _SHIFT if with_storage else _NONE)

    def mark(host: str) -> int:
        marks = bench.verdicts[-1]
        assert marks is not None
        return int(marks.severity[marks.host_ids.index(host)])

    bench.controller.pick_up(["vm-erp-archive-01"])
    bench.controller.hover("host-4", QPoint())
    qtbot.waitUntil(lambda: bool(bench.verdicts) and mark("host-4") >= Severity.ERROR)
    with_storage = True
    bench.controller.hover("host-4", QPoint())
    qtbot.waitUntil(lambda: mark("host-4") < Severity.ERROR)
    with_storage = False
    bench.controller.hover("host-4", QPoint())
    assert mark("host-4") >= Severity.ERROR


def test_the_label_tells_verdict_and_reasons(bench: Bench) -> None:
    bench.controller.pick_up(["vm-web-01"])
    good = bench.controller.hover("host-2", QPoint(10, 10))
    bad = bench.controller.hover("host-5", QPoint(10, 10))
    assert good.accepts
    assert "✓" in good.title
    assert not bad.accepts
    assert "✕" in bad.title
    assert bad.lines
    nowhere = bench.controller.hover("", QPoint(10, 10))
    assert not nowhere.accepts


def test_resting_over_a_host_predicts_load_and_duration(bench: Bench, qtbot: QtBot) -> None:
    bench.controller.pick_up(["vm-web-01"])
    bench.controller.hover("host-2", QPoint(10, 10))

    def predicted() -> None:
        lines = " ".join(bench.controller.hover("host-2", QPoint(10, 10)).lines)
        assert "memory" in lines
        assert "simulated" in lines

    qtbot.waitUntil(predicted, timeout=3000)


def test_several_at_once_are_one_question(bench: Bench, qtbot: QtBot) -> None:
    vms = ["vm-web-01", "vm-web-05", "vm-web-09"]
    bench.controller.pick_up(vms)
    assert bench.controller.put_down("host-2")
    dialog = _confirmed(bench, qtbot)
    assert "3" in dialog.windowTitle()
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (specs,) = bench.requested
    assert [spec.vm for spec in specs] == vms


def test_picking_up_again_puts_back(bench: Bench) -> None:
    bench.controller.pick_up(["vm-web-01"])
    assert bench.controller.picked_up == ("vm-web-01",)
    bench.controller.pick_up(["vm-web-01"])
    assert bench.controller.picked_up == ()


def test_unknown_vms_start_no_gesture(bench: Bench) -> None:
    bench.controller.pick_up(["vm-of-another-lab"])
    assert not bench.controller.active
    assert bench.verdicts == []


def test_many_on_a_cluster_each_get_a_host_of_their_own_and_are_told_why(bench: Bench, qtbot: QtBot) -> None:
    inventory = bench.session.inventory
    here = [id_ for id_, vm in inventory.vms.items() if inventory.hosts[vm.host].cluster == "cluster-prod"]
    bench.controller.pick_up(here)
    bench.controller.hover("cluster-prod", QPoint())
    assert bench.controller.put_down("cluster-prod")
    dialog = _confirmed(bench, qtbot)
    (table,) = dialog.findChildren(QTableWidget)
    ticked = [r for r in range(table.rowCount()) if table.item(r, 0).checkState() is Qt.CheckState.Checked]  # type: ignore[union-attr]
    told = set()
    for row in ticked:
        table.setCurrentCell(row, 1)
        assert table.item(row, 2).text() in dialog.why.text()  # type: ignore[union-attr]
        assert "% memory" in dialog.why.text()
        told.add(dialog.why.text())
    assert len(told) == len(ticked)
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    (specs,) = bench.requested
    assert len(specs) == len(ticked)
    assert len({spec.host for spec in specs}) > 1
    assert all(spec.host != inventory.vms[spec.vm].host for spec in specs)


def test_a_drop_before_the_answer_is_known_waits_for_it(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "SLICE_S", 0.0)
    bench.controller.pick_up(["vm-web-01", "vm-web-02"])
    assert bench.verdicts == []
    assert "50 %" in bench.controller.hover("cluster-prod", QPoint()).lines[0]
    assert bench.controller.put_down("cluster-prod")
    assert bench.dialog() is None
    assert "web-01" in _confirmed(bench, qtbot).findChildren(QTableWidget)[0].item(0, 0).text()  # type: ignore[union-attr]


def test_an_answer_that_nobody_waits_for_any_more_is_dropped(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "SLICE_S", 0.0)
    bench.controller.pick_up(["vm-web-01", "vm-web-02"])
    bench.controller.put_down("cluster-prod")
    bench.controller.cancel()
    bench.controller.pick_up(["vm-web-01"])
    qtbot.waitUntil(lambda: bench.verdicts[-1] is not None)
    assert bench.verdicts[0] is None
    assert len(bench.verdicts) == 2
    assert bench.dialog() is None


def test_a_proposal_that_takes_longer_comes_all_the_same(
    bench: Bench, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(working, "SLICE_S", 0.0)
    bench.controller.propose(["vm-web-01", "vm-web-02", "vm-web-03"], "cluster-prod")
    assert bench.dialog() is None
    _confirmed(bench, qtbot)


def test_the_rules_are_asked_ahead_of_the_first_drag(bench: Bench, qtbot: QtBot) -> None:
    session, kept = bench.session, []
    keep = session.keep_checker
    session.keep_checker = lambda checker: (kept.append(checker), keep(checker))  # type: ignore[method-assign]
    session.adopt(EmbeddedBackend(load(resources.path("labs/demo.json"))))
    qtbot.waitUntil(lambda: bool(kept))
    assert session.checker() is kept[0]
    assert kept[0].inventory is session.inventory
