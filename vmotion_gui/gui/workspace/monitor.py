"""The Monitor tab: issues, tasks and events of the selected object."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTabWidget, QVBoxLayout, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.icons import level_icon
from vmotion_gui.gui.tasks.events_pane import EventsPane
from vmotion_gui.gui.tasks.pane import TasksPane
from vmotion_gui.gui.workspace.header import ObjectHeader
from vmotion_gui.gui.workspace.issues import issues_of

_REFRESH_MS = 300


class MonitorPane(QWidget):
    """What is wrong with the current object, and what has happened to it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.issues = QListWidget(self)
        self.issues.setWordWrap(True)
        self.issues.setSpacing(3)
        self._hint = EmptyHint(self.issues)
        self.tasks = TasksPane(context, self)
        self.events = EventsPane(context, self, fixed_object=True)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for page in (self.issues, self.tasks, self.events):
            self.tabs.addTab(page, "")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(ObjectHeader(context, self))
        layout.addWidget(self.tabs, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._connect()
        self._retranslate()

    def _connect(self) -> None:
        context = self._context
        context.selection.changed.connect(self.refresh)
        context.session.opened.connect(self._later)
        context.session.inventory_changed.connect(self._later)
        context.session.events_added.connect(self._later)
        context.themes.changed.connect(self.refresh)
        self.issues.itemActivated.connect(self._go_to)

    def _later(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Show the current object anew; while the pane is hidden, once it is shown."""
        self._stale = not self.isVisible()
        if self._stale:
            return
        id_ = self._context.selection.current
        self.tasks.show_object(id_)
        self.events.show_object(id_)
        entity = self._context.session.inventory.get(id_)
        self.issues.clear()
        for issue in issues_of(entity, self._context) if entity is not None else ():
            text = f"{issue.text}\n{issue.cure}" if issue.cure else issue.text
            item = QListWidgetItem(level_icon(issue.level, self._context.themes.theme), text)
            item.setData(Qt.ItemDataRole.UserRole, issue.target)
            self.issues.addItem(item)
        self._hint.setText(self.tr("No issues.") if entity is not None else self.tr("Nothing selected"))
        self._hint.show_if(self.issues.count() == 0)

    def _go_to(self, item: QListWidgetItem) -> None:
        target = item.data(Qt.ItemDataRole.UserRole)
        if target:
            self._context.selection.select([target])

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for number, text in enumerate((self.tr("Issues"), self.tr("Tasks"), self.tr("Events"))):
            self.tabs.setTabText(number, text)
        self.issues.setAccessibleName(self.tr("Issues"))
        self.refresh()
