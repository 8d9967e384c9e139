"""The wizard's window: steps at the left, the page, the compatibility panel, and the buttons."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QWidget,
)

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.opening import open_cures
from vmotion_gui.gui.cures.problem import Problem, is_curable
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.page import Page
from vmotion_gui.gui.wizards.migrate.page_compute import ComputePage
from vmotion_gui.gui.wizards.migrate.page_kind import KindPage
from vmotion_gui.gui.wizards.migrate.page_networks import NetworksPage
from vmotion_gui.gui.wizards.migrate.page_priority import PriorityPage
from vmotion_gui.gui.wizards.migrate.page_ready import ReadyPage
from vmotion_gui.gui.wizards.migrate.page_storage import StoragePage
from vmotion_gui.gui.wizards.migrate.panel import CompatibilityPanel, Finding
from vmotion_gui.gui.wizards.migrate.steps import step_name
from vmotion_gui.gui.wizards.rail import StepRail, beside
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.choices import Step, Wish

_WIDTH, _HEIGHT, _LEAST = 1190, 720, 600
_NAMED = 8
"""So many VMs are named on the first page."""
_TERMS = {
    Step.KIND: "vmotion",
    Step.COMPUTE: "evc",
    Step.STORAGE: "storage-vmotion",
    Step.NETWORKS: "distributed-switch",
    Step.PRIORITY: "priority",
    Step.READY: "stages",
}
"""What F1 explains on each page."""


class MigrateWizard(QDialog):
    """Next stays disabled while an error stands; going back keeps every choice.

    Signals:
        confirmed(tuple[MigrationSpec, ...]): start these.
    """

    confirmed = Signal(object)

    def __init__(self, context: Context, wish: Wish, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        serve_help_key(self)
        self.draft = Draft(context, wish, self)
        self.step = Step.KIND
        theme = context.themes.theme
        self.rail = StepRail(theme, map(step_name, Step), self)
        self.panel = CompatibilityPanel(context.language, theme, self)
        self.title = QLabel(self)
        self.title.setObjectName("cardTitle")
        self.stack = QStackedWidget(self)
        self.pages = self._make_pages()
        self.back = QPushButton(self.tr("Back"), self)
        self.next = QPushButton(self.tr("Next"), self)
        self.cancel = QPushButton(self.tr("Cancel"), self)
        self.finish = QPushButton(self.tr("Finish"), self)
        self._arrange()
        self._connect()
        self._name()
        room = parent.window().size()
        self.resize(min(_WIDTH, max(room.width() - 40, _LEAST)), min(_HEIGHT, max(room.height() - 60, _LEAST)))
        self.go_to(Step.KIND)

    def _make_pages(self) -> dict[Step, Page]:
        draft = self.draft
        pages: dict[Step, Page] = {
            Step.KIND: KindPage(draft, self._kind_intro(), self),
            Step.COMPUTE: ComputePage(
                draft,
                self.tr("Select a host, or a cluster: there each virtual machine gets the host that suits it best."),
                self,
            ),
            Step.STORAGE: StoragePage(draft, self.tr("Select the datastore for the virtual machines' files."), self),
            Step.NETWORKS: NetworksPage(
                draft, self.tr("Select the network that each source network becomes at the destination."), self
            ),
            Step.PRIORITY: PriorityPage(
                draft, self.tr("Select how the migration is served when others run or wait."), self
            ),
            Step.READY: ReadyPage(draft, self.tr("Verify what will happen, then press Finish."), self),
        }
        for step, page in pages.items():
            mark(page, _TERMS[step])
            self.stack.addWidget(page)
            page.told.connect(self._show_finding)
            page.advance.connect(self.go_on)
        return pages

    def _kind_intro(self) -> str:
        names = [self.draft.context.name(id_) for id_ in self.draft.wish.vms]
        if len(names) > _NAMED:
            named = self.tr("{names} and {count} more")
            listed = named.format(names=", ".join(names[:_NAMED]), count=len(names) - _NAMED)
        else:
            listed = ", ".join(names)
        return self.tr("Change where these run, where their files are, or both: {names}").format(names=listed)

    def _arrange(self) -> None:
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self.cancel, self.back, self.next, self.finish):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        right = beside(self.rail, self)
        right.addWidget(self.title)
        right.addWidget(self.stack, 1)
        right.addWidget(self.panel)
        right.addLayout(buttons)

    def _connect(self) -> None:
        session = self.draft.context.session
        self.back.clicked.connect(self.go_back)
        self.next.clicked.connect(self.go_on)
        self.finish.clicked.connect(self._finish)
        self.cancel.clicked.connect(self.reject)
        self.panel.cures_wanted.connect(self._show_cures)
        self.rail.itemClicked.connect(lambda item: self.go_to(item.data(Qt.ItemDataRole.UserRole)))
        session.opened.connect(self._close_quietly)
        session.inventory_changed.connect(self._estate_changed)

    def _name(self) -> None:
        vms = self.draft.wish.vms
        if len(vms) == 1:
            self.setWindowTitle(self.tr("Migrate | {name}").format(name=self.draft.context.name(vms[0])))
        else:
            self.setWindowTitle(self.tr("Migrate | %n VM(s)", "", len(vms)))

    # --- the way --------------------------------------------------------------------------------------------

    @property
    def page(self) -> Page:
        """The page in front."""
        return self.pages[self.step]

    def go_to(self, step: Step) -> None:
        """Bring a page to the front."""
        self.page.leave()
        self.step = step
        self.stack.setCurrentWidget(self.page)
        self.title.setText(step_name(step))
        self.page.enter()
        self._show_finding()
        self.page.first_field().setFocus(Qt.FocusReason.TabFocusReason)

    def go_back(self) -> None:
        """To the page before."""
        place = self.draft.steps.index(self.step)
        if place > 0:
            self.go_to(self.draft.steps[place - 1])

    def go_on(self) -> None:
        """To the next page, if nothing stands against it."""
        steps = self.draft.steps
        if self.step is not steps[-1] and self.page.finding().complete:
            self.go_to(steps[steps.index(self.step) + 1])

    def _show_finding(self) -> None:
        finding = self.page.finding()
        checker = self.draft.context.session.checker()
        self.panel.tell(finding, curable=is_curable(checker, self._problems(finding)))
        steps = self.draft.steps
        last = self.step is steps[-1]
        self.rail.show_steps([(step, step_name(step)) for step in steps], steps.index(self.step))
        self.back.setEnabled(self.step is not steps[0])
        self.next.setEnabled(finding.complete and not last)
        self.finish.setEnabled(finding.complete and last)
        (self.finish if last else self.next).setDefault(True)

    def _problems(self, finding: Finding) -> tuple[Problem, ...]:
        """What the panel says, each with the migration that it is about."""
        specs = {spec.vm: spec for spec in self.draft.specs()}
        return tuple(
            Problem(specs.get(vm) or MigrationSpec(vm=vm, host=host), reason)
            for reason in finding.reasons
            if reason.severity >= Severity.WARNING
            for vm, host in (reason.objects[:2],)
        )

    def _show_cures(self) -> None:
        open_cures(self.draft.context, self._problems(self.page.finding()), self)

    def _estate_changed(self) -> None:
        """Time may go on while the wizard is open: what was judged is judged anew."""
        known = self.draft.inventory.vms
        if any(vm not in known for vm in self.draft.wish.vms):
            self._close_quietly()
            return
        self.draft.estate_changed()
        self.go_to(self.step)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on also from a table; Esc asks before choices are lost."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(self.focusWidget(), QAbstractItemView):
            self._finish() if self.finish.isEnabled() else self.go_on()
            return
        super().keyPressEvent(event)

    # --- the end --------------------------------------------------------------------------------------------

    def _finish(self) -> None:
        if not self.finish.isEnabled():
            return
        specs = self.draft.specs()
        self.accept()
        self.confirmed.emit(specs)

    def reject(self) -> None:
        """Cancel, Esc, or the window's cross: asks only if something was chosen."""
        if self.draft.wish == self.draft.begun_with or self._may_discard():
            super().reject()

    def _may_discard(self) -> bool:
        buttons = QMessageBox.StandardButton
        text = self.tr("Close the wizard? What you have chosen is not kept.")
        return QMessageBox.question(self, self.windowTitle(), text, buttons.Yes | buttons.No) is buttons.Yes

    def _close_quietly(self) -> None:
        super().reject()

    def done(self, result: int) -> None:
        """Nothing goes on working behind a closed wizard."""
        self.page.leave()
        self.draft.stop()
        super().done(result)
