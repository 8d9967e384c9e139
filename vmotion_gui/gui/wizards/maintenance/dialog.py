"""The wizard's window: hosts or datastores, checks, plan, then the run."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QMenu, QPushButton, QStackedWidget, QWidget

from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.exporting import Exports
from vmotion_gui.gui.wizards.maintenance.page_checks import ChecksPage
from vmotion_gui.gui.wizards.maintenance.page_decisions import DecisionsPage
from vmotion_gui.gui.wizards.maintenance.page_hosts import HostsPage
from vmotion_gui.gui.wizards.maintenance.page_plan import PlanPage
from vmotion_gui.gui.wizards.maintenance.page_stores import StoresPage
from vmotion_gui.gui.wizards.maintenance.run_window import RunWindow
from vmotion_gui.gui.wizards.rail import StepRail, beside

_WIDTH, _HEIGHT, _LEAST = 1120, 700, 560


class MaintenanceWizard(QDialog):
    """Its pages, then a window of its own for the run, so that the estate can be watched meanwhile."""

    def __init__(self, draft: Draft, parent: QWidget) -> None:
        super().__init__(parent)
        mark(self, "maintenance-mode")
        serve_help_key(self)
        self._window = parent
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Plan maintenance"))
        self.draft = draft
        self.running: RunWindow | None = None
        first = self.tr("Datastores and window") if draft.of_stores else self.tr("Hosts and window")
        decisions = () if draft.of_stores else (self.tr("Decisions"),)
        names = [first, self.tr("Checks"), *decisions, self.tr("Plan")]
        self._steps = list(enumerate(names))
        self.rail = StepRail(draft.context.themes.theme, names, self)
        self.title = QLabel(self)
        self.title.setObjectName("cardTitle")
        self.hosts: HostsPage | StoresPage = StoresPage(draft, self) if draft.of_stores else HostsPage(draft, self)
        self.checks, self.plan = ChecksPage(draft, self), PlanPage(draft, self)
        self.decisions = DecisionsPage(draft, lambda: self.checks.found, self)
        self.decisions.setVisible(not draft.of_stores)
        self.stack = QStackedWidget(self)
        for page in (self.hosts, self.checks, *(() if draft.of_stores else (self.decisions,)), self.plan):
            self.stack.addWidget(page)
        self.export = QPushButton(self.tr("Export"), self)
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self.tr("Next"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.begin = QPushButton(self.tr("Start"), self)
        self.begin.setToolTip(
            self.tr("Start the migrations of the plan in the simulated estate, then maintenance mode.")
        )
        self._arrange()
        self._connect()
        room = parent.window().size()
        self.resize(min(_WIDTH, max(room.width() - 40, _LEAST)), min(_HEIGHT, max(room.height() - 60, _LEAST)))
        self.go_to(0)

    def _arrange(self) -> None:
        menu = QMenu(self.export)
        Exports(self.draft, self._named(), self).fill(menu)
        self.export.setMenu(menu)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        for button in (self.cancel, self.back, self.next, self.begin):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        right = beside(self.rail, self)
        right.addWidget(self.title)
        right.addWidget(self.stack, 1)
        right.addLayout(buttons)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self.go_to(self.stack.currentIndex() - 1))
        self.next.clicked.connect(lambda: self.go_to(self.stack.currentIndex() + 1))
        self.cancel.clicked.connect(self.reject)
        self.begin.clicked.connect(self._start)
        self.rail.itemClicked.connect(lambda item: self.go_to(item.data(Qt.ItemDataRole.UserRole)))
        self.hosts.told.connect(self._show)
        self.checks.told.connect(self._show)
        self.decisions.told.connect(self._show)
        self.plan.told.connect(self._show)
        self.draft.context.session.opened.connect(self.reject)

    def _named(self) -> str:
        return self.tr("Maintenance of {lab}").format(lab=self.draft.lab.name)

    def go_to(self, page: int) -> None:
        """Bring a page to the front."""
        for left in (self.checks, self.plan):
            left.leave()
        self.stack.setCurrentIndex(page)
        self.title.setText(self._steps[page][1])
        self.rail.show_steps(self._steps, page)
        shown = self.stack.currentWidget()
        field: QWidget = self.hosts.list
        if shown is self.checks:
            self.checks.enter()
            field = self.checks.table
        elif shown is self.decisions:
            self.decisions.enter()
            field = self.decisions.table
        elif shown is self.plan:
            self.plan.enter()
            field = self.plan.tabs
        self._show()
        field.setFocus(Qt.FocusReason.TabFocusReason)

    def _show(self) -> None:
        page, last = self.stack.currentIndex(), self.stack.count() - 1
        found = self.draft.found
        self.back.setEnabled(page > 0)
        self.next.setEnabled(page < last and bool(self.draft.emptied))
        ready = page == last and found is not None
        self.export.setEnabled(ready)
        self.begin.setEnabled(ready and found is not None and found.plan.possible)
        (self.next if page < last else self.begin).setDefault(True)

    def _start(self) -> None:
        found = self.draft.found
        if found is None or not found.plan.possible:
            return
        self.running = RunWindow(self.draft, found.plan, self._named(), self._window)
        self.accept()
        self.running.start()

    def done(self, result: int) -> None:
        """However it ends, nobody plans on."""
        self.checks.leave()
        self.plan.leave()
        super().done(result)
