"""The dock of logs: what vmkernel.log, hostd.log and vmware.log of both hosts would say of the migration shown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import teach
from vmotion_gui.simulation.logs import FILES, LogLine, log_lines
from vmotion_gui.simulation.status import MigrationStatus

_REFRESH_MS = 200


class LogsPane(QWidget):
    """Follows the moment that is shown, as long as it is seen; the newest line is at the end."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._shown: tuple[str, int, str, str] | None = None
        self.about = QLabel(self)
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self.file = QComboBox(self)
        self.copy = QPushButton(self)
        self.text = QPlainTextEdit(self)
        self.text.setReadOnly(True)
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setFrameShape(QPlainTextEdit.Shape.NoFrame)
        self.text.setTabChangesFocus(True)
        bar = QHBoxLayout()
        bar.setContentsMargins(6, 4, 6, 0)
        bar.addWidget(self.filter, 1)
        for widget in (self.file, self.copy, self.about):
            bar.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(self.text, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._connect()
        teach(self.text, "what-moves")
        self._retranslate()

    def _connect(self) -> None:
        self._timer.timeout.connect(self.refresh)
        for signal in (
            self._context.session.time_changed,
            self._context.session.opened,
            self._context.selection.migration_changed,
        ):
            signal.connect(self._later)
        self.filter.textChanged.connect(self.refresh)
        self.file.currentIndexChanged.connect(self.refresh)
        self.copy.clicked.connect(self._copy)

    def _later(self, *_: object) -> None:
        if self.isVisible() and not self._timer.isActive():
            self._timer.start()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    # --- what is shown --------------------------------------------------------------------------------------

    @property
    def status(self) -> MigrationStatus | None:
        """The migration that the charts show."""
        return self._context.session.backend.migrations().get(self._context.selection.migration)

    def lines(self) -> list[LogLine]:
        """What passes the filter."""
        status, backend = self.status, self._context.session.backend
        if status is None:
            return []
        goal_s = backend.rules.switchover_goal_s
        found = log_lines(backend.events, status, backend.inventory, goal_s)
        wanted, needle = self.file.currentData(), self.filter.text().casefold()
        written = [(line, line.written(self._context.name(line.host))) for line in found]
        return [line for line, text in written if wanted in ("", line.file) and needle in text.casefold()]

    def refresh(self) -> None:
        """Write the lines anew, if there are others."""
        if not self.isVisible():
            return
        backend = self._context.session.backend
        key = (self._context.selection.migration, len(backend.events), self.filter.text(), str(self.file.currentData()))
        if key == self._shown:
            return
        self._shown = key
        texts = [line.written(self._context.name(line.host)) for line in self.lines()]
        self.text.setPlainText("\n".join(texts))
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.maximum())

    def _copy(self) -> None:
        self.text.selectAll()
        self.text.copy()

    # --- words ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.filter.setPlaceholderText(self.tr("Filter lines"))
        self.filter.setAccessibleName(self.tr("Filter lines"))
        self.file.setAccessibleName(self.tr("File"))
        self.copy.setText(self.tr("Copy"))
        self.copy.setToolTip(self.tr("Copy all lines that are shown"))
        self.about.setText(self.tr("Simulated"))
        self.about.setToolTip(
            self.tr("Written after real logs of both hosts; numbers of processes and source lines are left out.")
        )
        self.text.setAccessibleName(self.tr("Log lines of the migration that is shown"))
        self.text.setPlaceholderText(self.tr("No migration is shown. Start one, or choose one in Recent Tasks."))
        kept = self.file.currentData()
        self.file.blockSignals(True)
        self.file.clear()
        self.file.addItem(self.tr("All files"), "")
        for file in FILES:
            self.file.addItem(file, file)
        self.file.setCurrentIndex(max(0, self.file.findData(kept)))
        self.file.blockSignals(False)
