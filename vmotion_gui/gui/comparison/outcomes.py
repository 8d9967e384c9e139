"""The table of what became of each variant, and where it is at the moment that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.comparison.contest import state_at
from vmotion_gui.gui.glossary.marks import teach_columns
from vmotion_gui.simulation.status import MigrationStatus, Phase

_NUMBERS = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_NOW = 1
_DASH = "–"
_SAMPLE = QSize(28, 12)


class OutcomesTable(QTableWidget):
    """One row for each run."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setColumnCount(8)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QTableWidget.SelectionMode.NoSelection)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setShowGrid(False)
        self.setIconSize(_SAMPLE)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(26)
        header = self.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_NOW, QHeaderView.ResizeMode.Stretch)
        teach_columns(header, {4: "downtime", 6: "pass", 7: "sdps"})
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setHorizontalHeaderLabels(
            [
                self.tr("Variant"),
                self.tr("At this moment"),
                self.tr("Outcome"),
                self.tr("Total time"),
                self.tr("Downtime"),
                self.tr("Data sent"),
                self.tr("Passes"),
                self.tr("Slowed by up to"),
            ]
        )
        self.setAccessibleName(self.tr("What becomes of each variant"))

    def hide_moment(self) -> None:
        """There is no common time: only ends are told."""
        self.setColumnHidden(_NOW, True)
        self.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def fit(self) -> None:
        """As high as its rows."""
        self.setFixedHeight(self.horizontalHeader().height() + 26 * self.rowCount() + 4)

    def show_names(self, names: Sequence[str], colours: Sequence[QColor], dashes: Sequence[Qt.PenStyle]) -> None:
        """Begin with these variants, of which nothing is known yet."""
        self.setRowCount(len(names))
        for row, name in enumerate(names):
            for column in range(self.columnCount()):
                item = QTableWidgetItem(name if column == 0 else "…")
                if column > 2:
                    item.setTextAlignment(_NUMBERS)
                if column == 0:
                    item.setIcon(_line(colours[row], dashes[row]))
                self.setItem(row, column, item)

    def show_outcome(self, row: int, status: MigrationStatus | None, reason: str) -> None:
        """What became of one."""
        texts = self._texts(status)
        for column, text in enumerate(texts, start=2):
            self._put(row, column, text, reason if column == 2 else "")

    def _texts(self, status: MigrationStatus | None) -> tuple[str, ...]:
        if status is None:
            return (self.tr("refused"), *[_DASH] * 5)
        slowed = max((record.guest_slowdown for record in status.passes if not record.stop_and_copy), default=0.0)
        passes = sum(not record.stop_and_copy for record in status.passes)
        done, known = status.phase is Phase.COMPLETED, status.phase.ended
        return (
            words.phase_name(status) if known else self.tr("no end in sight"),
            words.quantity(status.total_s or 0.0, "seconds") if known else _DASH,
            words.quantity(status.downtime_s, "seconds") if done else _DASH,
            words.quantity(status.sent_bytes, "bytes") if known else _DASH,
            words.quantity(passes, "count") if known else _DASH,
            f"{round(slowed * 100)} %",
        )

    def show_moment(self, row: int, status: MigrationStatus | None, time_s: float) -> None:
        """Where one is at a time."""
        self._put(row, _NOW, state_at(status, time_s), "")

    def _put(self, row: int, column: int, text: str, tip: str) -> None:
        item = self.item(row, column)
        if item is not None and item.text() != text:
            item.setText(text)
            item.setToolTip(tip)


def _line(colour: QColor, dash: Qt.PenStyle) -> QPixmap:
    pixmap = QPixmap(_SAMPLE)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(QPen(colour, 2, dash))
    painter.drawLine(1, 6, 27, 6)
    painter.end()
    return pixmap
