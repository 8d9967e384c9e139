"""After a refused drop: why not, with all reasons and their cures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QVBoxLayout, QWidget

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.problem import Problem, distinct, problems_of
from vmotion_gui.gui.cures.reason_list import ReasonList
from vmotion_gui.planning.drop import DropPlan


class RefusalDialog(QDialog):
    """Every reason against the moves of a drop; it follows what is cured.

    Signals:
        retried(): nothing stands against it any more, and it is to be proposed again.
    """

    retried = Signal()

    def __init__(self, context: Context, plan: DropPlan, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._context = context
        self._target = plan.target
        self._specs = tuple(distinct(move.spec for move in plan.moves))
        self.heading = QLabel(self)
        self.heading.setWordWrap(True)
        self.reasons = ReasonList(context, self)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.retry = self.buttons.addButton(self.tr("Migrate…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.buttons.rejected.connect(self.reject)
        self.buttons.accepted.connect(self._retry)
        layout = QVBoxLayout(self)
        layout.addWidget(self.heading)
        layout.addWidget(self.reasons, 1)
        layout.addWidget(self.buttons)
        self.setWindowTitle(self.tr("Why not? | {target}").format(target=context.name(self._target)))
        self.resize(560, 460)
        context.session.inventory_changed.connect(self._judge)
        context.session.opened.connect(self.reject)
        self._show(problems_of((move.spec, move.verdict) for move in plan.moves))

    def _judge(self) -> None:
        session = self._context.session
        known, checker = session.inventory, session.checker()
        specs = [spec for spec in self._specs if spec.vm in known.vms and (not spec.host or spec.host in known.hosts)]
        busy = {vm: self.tr("Relocate virtual machine") for vm in session.busy_vms()}
        self._show(problems_of((spec, checker.check(spec, busy=busy)) for spec in specs))

    def _show(self, problems: Sequence[Problem]) -> None:
        target = self._context.name(self._target)
        vms = ", ".join(self._context.name(spec.vm) for spec in self._specs[:3])
        if len(self._specs) > 3:
            vms = self.tr("{vms} and {count} more").format(vms=vms, count=len(self._specs) - 3)
        refused = any(problem.reason.severity >= Severity.ERROR for problem in problems)
        if refused:
            text = self.tr("{vms} cannot go to {target}. All reasons, each with its cure:")
        else:
            text = self.tr("Nothing stands against moving {vms} to {target} any more.")
        self.heading.setText(text.format(vms=vms, target=target))
        self.retry.setEnabled(not refused)
        self.reasons.tell(problems)

    def _retry(self) -> None:
        self.accept()
        self.retried.emit()
