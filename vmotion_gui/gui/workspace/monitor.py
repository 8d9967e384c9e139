"""The Monitor tab: issues, tasks, events and the vMotion network of the selected object."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QTabWidget, QWidget

from vmotion_gui.gui.cluster.page import DrsPage
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.icons import level_icon
from vmotion_gui.gui.tasks.events_pane import EventsPane
from vmotion_gui.gui.tasks.pane import TasksPane
from vmotion_gui.gui.workspace.issues import issues_of
from vmotion_gui.gui.workspace.network_use import NetworkUse
from vmotion_gui.gui.workspace.object_pane import ObjectPane
from vmotion_gui.inventory.entities import Cluster

_REFRESH_MS = 300


class MonitorPane(ObjectPane):
    """What is wrong with the current object, and what has happened to it."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(context, parent, refresh_ms=_REFRESH_MS)
        self.issues = QListWidget(self)
        self.issues.setWordWrap(True)
        self.issues.setSpacing(3)
        self._hint = EmptyHint(self.issues)
        self.tasks = TasksPane(context, self)
        self.events = EventsPane(context, self, fixed_object=True)
        self.network = NetworkUse(context, self)
        self.drs = DrsPage(context, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for page in (self.issues, self.tasks, self.events, self.network, self.drs):
            self.tabs.addTab(page, "")
        self.rows.addWidget(self.tabs, 1)
        context.session.events_added.connect(self.refresh_soon)
        context.session.time_changed.connect(self._time_changed)
        self.tabs.currentChanged.connect(self.refresh_soon)
        self.issues.itemActivated.connect(self._go_to)
        self.follow()

    def show_object(self) -> None:
        """Fill the pages."""
        id_ = self._context.selection.current
        if self.network.isVisible():
            self.network.show_object(id_)
        self.tasks.show_object(id_)
        self.events.show_object(id_)
        entity = self._context.session.inventory.get(id_)
        self.tabs.setTabVisible(self.tabs.indexOf(self.drs), isinstance(entity, Cluster))
        if isinstance(entity, Cluster) and self.drs.isVisible():
            self.drs.show_cluster(entity)
        self.issues.clear()
        for issue in issues_of(entity, self._context) if entity is not None else ():
            text = f"{issue.text}\n{issue.cure}" if issue.cure else issue.text
            item = QListWidgetItem(level_icon(issue.level, self._context.themes.theme), text)
            item.setData(Qt.ItemDataRole.UserRole, issue.target)
            self.issues.addItem(item)
        self._hint.setText(self.tr("No issues.") if entity is not None else self.tr("Nothing selected"))
        self._hint.show_if(self.issues.count() == 0)

    def _time_changed(self, _now_s: float) -> None:
        if self.network.isVisible():
            self.refresh_soon()

    def _go_to(self, item: QListWidgetItem) -> None:
        target = item.data(Qt.ItemDataRole.UserRole)
        if target:
            self._context.selection.select([target])

    def retranslate(self) -> None:
        texts = (
            self.tr("Issues"),
            self.tr("Tasks"),
            self.tr("Events"),
            self.tr("vMotion network"),
            "vSphere DRS",
        )
        for number, text in enumerate(texts):
            self.tabs.setTabText(number, text)
        self.network.retranslate()
        self.drs.retranslate()
        self.issues.setAccessibleName(self.tr("Issues"))
        super().retranslate()
