"""Variants of the same migration side by side: curves over each other, one time for all, and a table of outcomes."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSlider,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.comparison.contest import Contest
from vmotion_gui.gui.comparison.outcomes import OutcomesTable
from vmotion_gui.gui.comparison.runs_chart import Run, RunsChart
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.icons import glyph
from vmotion_gui.planning.tuning.knobs import Move
from vmotion_gui.planning.tuning.variants import SETS, SetName, Variant, set_name, variants
from vmotion_gui.simulation.status import MigrationStatus

_STEPS = 1000
_FRAME_MS = 33
_WHOLE_S = 12.0
"""So long the whole of it is played."""


class VariantsDialog(QDialog):
    """Stays beside the main window; what it plays changes nothing there."""

    def __init__(
        self, context: Context, move: Move, possible: list[str], recorded: Callable[[], object], parent: QWidget
    ) -> None:
        """`possible`: hosts to which the VM can go; `recorded` lets the user choose recorded migrations."""
        super().__init__(parent)
        self._context = context
        self._move = move
        self._inventory, self._rules = context.session.inventory, context.session.backend.rules
        self._variants: tuple[Variant, ...] = ()
        self._now_s = 0.0
        self.contest = Contest(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.sets, self.destination = QComboBox(self), QComboBox(self)
        self.recorded = QPushButton(self)
        self.recorded.setAutoDefault(False)
        self.recorded.clicked.connect(lambda: recorded())
        for host in possible:
            self.destination.addItem(context.name(host), host)
        self.destination.setCurrentIndex(self.destination.findData(move.destination))
        self.chart = RunsChart(context.themes.theme, ("remaining_bytes", "copy_bytes_per_s", "guest_slowdown"), self)
        self.play = QPushButton(self)
        self.play.setAutoDefault(False)
        self.play.setIcon(glyph("play", context.themes.theme))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 20)
        self.slider.setValue(_STEPS)
        self.time = QLabel(self)
        self.table = OutcomesTable(self)
        self._timer = QTimer(self)
        self._timer.setInterval(_FRAME_MS)
        self._arrange()
        self._connect()
        self._retranslate()
        self.resize(1140, 720)

    # --- making ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._labels = [QLabel(self) for _ in range(2)]
        head = QGridLayout()
        for row, (label, box) in enumerate(zip(self._labels, (self.destination, self.sets), strict=True)):
            label.setBuddy(box)
            head.addWidget(label, row, 0)
            head.addWidget(box, row, 1)
        head.addWidget(self.recorded, 1, 2)
        head.setColumnStretch(1, 1)
        bar = QHBoxLayout()
        bar.addWidget(self.play)
        bar.addWidget(self.slider, 1)
        bar.addWidget(self.time)
        self.time.setMinimumWidth(self.time.fontMetrics().horizontalAdvance("0:00:00.000"))
        layout = QVBoxLayout(self)
        layout.addLayout(head)
        layout.addWidget(self.chart, 1)
        layout.addLayout(bar)
        layout.addWidget(self.table)
        mark(self, "pre-copy")
        serve_help_key(self)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self, self._switch)

    def _connect(self) -> None:
        self.sets.activated.connect(self._begin)
        self.destination.activated.connect(self._begin)
        self.play.clicked.connect(self._switch)
        self.slider.valueChanged.connect(self._slid)
        self.contest.changed.connect(self._known)
        self.chart.chosen.connect(lambda: self._slid(self.slider.value()))
        self._timer.timeout.connect(self._frame)
        self._context.themes.changed.connect(self._dress)

    # --- playing --------------------------------------------------------------------------------------------

    def _begin(self) -> None:
        """Play the chosen variants to their ends; what is shown is how far the common time is."""
        move = Move(vm=self._move.vm, source=self._move.source, destination=str(self.destination.currentData()))
        self._variants = variants(self.sets.currentData(), self._inventory, self._rules, move)
        names = [self._context.language.text(variant.name) for variant in self._variants]
        count = range(len(names))
        self.table.show_names(names, [self.chart.colour(n) for n in count], [self.chart.dash(n) for n in count])
        self.table.fit()
        self._pause()
        self.slider.setValue(_STEPS)
        self.contest.begin(self._variants)

    def _known(self) -> None:
        language = self._context.language
        for row, trial in enumerate(self.contest.trials):
            status = trial.status
            reason = trial.refusal or (status.fault.text if status is not None and status.fault is not None else None)
            self.table.show_outcome(row, status, "" if reason is None else language.text(reason))
        self._slid(self.slider.value())

    def statuses(self) -> list[MigrationStatus | None]:
        """What became of each variant that has been played."""
        return [trial.status for trial in self.contest.trials]

    def _switch(self) -> None:
        if self._timer.isActive():
            self._pause()
            return
        if self.slider.value() >= _STEPS:
            self.slider.setValue(0)
        self._last = time.perf_counter()
        self._timer.start()
        self.play.setIcon(glyph("pause", self._context.themes.theme))
        self._name_play()

    def _pause(self) -> None:
        self._timer.stop()
        self.play.setIcon(glyph("play", self._context.themes.theme))
        self._name_play()

    def _frame(self) -> None:
        now = time.perf_counter()
        self._now_s += (now - self._last) / _WHOLE_S * self.end_s
        self._last = now
        share = min(1.0, self._now_s / self.end_s)
        self.slider.blockSignals(True)
        self.slider.setValue(round(share * _STEPS))
        self.slider.blockSignals(False)
        self._show(share * self.end_s)
        if share >= 1.0:
            self._pause()

    def _slid(self, place: int) -> None:
        self._show(place / _STEPS * self.end_s)

    @property
    def end_s(self) -> float:
        """Where the common time ends: that of those that the legend shows."""
        hidden = {n for n, on in enumerate(self.chart.shown) if not on}
        return self.contest.end_of(n for n in range(len(self.contest.trials)) if n not in hidden)

    def _show(self, time_s: float) -> None:
        self._now_s = time_s
        self.time.setText(clock(time_s))
        names = [self._context.language.text(variant.name) for variant in self._variants]
        runs = [Run(name, series) for name, series in zip(names, self.contest.series, strict=False)]
        self.chart.show_runs(runs, time_s, self.end_s)
        for row, status in enumerate(self.statuses()):
            self.table.show_moment(row, status, time_s)

    # --- the end --------------------------------------------------------------------------------------------

    def done(self, result: int) -> None:
        """Closed in whatever way: nothing goes on."""
        self.contest.stop()
        self._timer.stop()
        super().done(result)

    # --- looks and words ------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.chart.set_theme(self._context.themes.theme)
        self._begin()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _name_play(self) -> None:
        self.play.setText(self.tr("Pause") if self._timer.isActive() else self.tr("Play"))

    def _retranslate(self) -> None:
        vm = self._context.name(self._move.vm)
        self.setWindowTitle(self.tr("Ways to migrate {vm}").format(vm=vm))
        source = self._context.name(self._move.source).split(".")[0]
        self._labels[0].setText(self.tr("From {host} &to").format(host=source))
        self._labels[1].setText(self.tr("&Compare"))
        kept: SetName = self.sets.currentData() or SETS[0]
        self.sets.clear()
        for name in SETS:
            self.sets.addItem(self._context.language.text(set_name(name)), name)
        self.sets.setCurrentIndex(self.sets.findData(kept))
        self.recorded.setText(self.tr("&Recorded QEMU migrations…"))
        self.recorded.setToolTip(self.tr("Migrations that QEMU really carried out, with the simulation laid over them"))
        self.play.setToolTip(self.tr("All variants go on together, second by second (space bar)"))
        self.slider.setAccessibleName(self.tr("Common time of all variants"))
        self._name_play()
        self._begin()
