"""Opens what cures: the preview of a cure, and the list of all reasons of a refused drop."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.cures.problem import Problem, curable, distinct, problems_of
from vmotion_gui.gui.cures.reason_list import ReasonList


class CureController(QObject):
    """Answers the wish for a cure, wherever it was said."""

    def __init__(self, context: Context, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._window = window

    def ask(self, problems: Sequence[Problem]) -> CureDialog | None:
        """Show the cures of these, the first one's first; None, and a sentence, where there is none any more."""
        found = curable(self._context.session.checker(), problems)
        if not found:
            self._context.commands.told.emit(self.tr("There is nothing in the estate that would cure it."))
            return None
        dialog = CureDialog(self._context, found, self._over())
        dialog.open()
        return dialog

    def explain(self, target: str, problems: Sequence[Problem]) -> RefusalDialog:
        """All that stands against a drop, with the cures."""
        dialog = RefusalDialog(self._context, target, problems, self._window)
        dialog.reasons.cure_wanted.connect(lambda problem: self.ask([problem]))
        dialog.open()
        return dialog

    def _over(self) -> QWidget:
        front = QApplication.activeModalWidget() or QApplication.activeWindow()
        return front if front is not None and front.isVisible() else self._window


class RefusalDialog(QDialog):
    """Why a move cannot be: every reason; it follows what is cured."""

    def __init__(self, context: Context, target: str, problems: Sequence[Problem], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._context = context
        self._target = target
        self._specs = tuple(distinct(problem.spec for problem in problems))
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.reasons = ReasonList(context, self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.reasons, 1)
        layout.addWidget(self.buttons)
        self.setWindowTitle(self.tr("Why not? | {target}").format(target=context.name(target)))
        self.resize(560, 460)
        context.session.inventory_changed.connect(self._judge)
        context.session.opened.connect(self.reject)
        self._show(problems)
        self.setWindowModality(Qt.WindowModality.WindowModal)

    def _judge(self) -> None:
        session = self._context.session
        known = session.inventory
        specs = [spec for spec in self._specs if spec.vm in known.vms and spec.host in (*known.hosts, "")]
        checker = session.checker()
        self._show(problems_of((spec, checker.check(spec)) for spec in specs))

    def _show(self, problems: Sequence[Problem]) -> None:
        target = self._context.name(self._target)
        vms = ", ".join(dict.fromkeys(self._context.name(spec.vm) for spec in self._specs[:3]))
        if any(problem.reason.severity >= Severity.ERROR for problem in problems):
            text = self.tr("{vms} cannot go to {target}. All reasons, each with its cure:")
        else:
            text = self.tr("Nothing stands against moving {vms} to {target} any more. Drop it again.")
        self.heading.setText(text.format(vms=vms, target=target))
        self.reasons.tell(problems)
