"""Leads to the cures from wherever a move was refused: the table, the question after a drop, the drop itself."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QMainWindow, QPushButton, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.cures.opening import open_cures
from vmotion_gui.gui.cures.problem import Problem
from vmotion_gui.gui.cures.refusal import RefusalDialog
from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.planning.drop import DropPlan


class CureController(QObject):
    """Answers the wish for a cure; after a refused drop the status bar offers to tell why."""

    def __init__(self, context: Context, drag: DragController, window: QMainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._drag = drag
        self._window = window
        self._plan: DropPlan | None = None
        self.why_not = QPushButton(window)
        self.why_not.hide()
        self.why_not.clicked.connect(self.explain)
        window.statusBar().addPermanentWidget(self.why_not)
        window.installEventFilter(self)
        self._name()
        drag.cures_wanted.connect(self.ask)
        drag.moves_refused.connect(self._offer)
        drag.gesture_changed.connect(self._withdraw)
        context.session.opened.connect(lambda: self._withdraw(True))

    def _name(self) -> None:
        self.why_not.setText(self.tr("&Why not?…"))
        self.why_not.setToolTip(self.tr("All reasons against the move that was refused, each with its cure."))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self._name()
        return super().eventFilter(watched, event)

    def ask(self, problems: Sequence[Problem]) -> CureDialog | None:
        """Show the cures of these."""
        return open_cures(self._context, problems, self._over())

    def _offer(self, plan: DropPlan) -> None:
        self._plan = plan
        self.why_not.show()

    def _withdraw(self, begins: bool) -> None:
        if begins:
            self._plan = None
            self.why_not.hide()

    def explain(self) -> RefusalDialog | None:
        """All that stands against the last refused drop; None if there was none."""
        plan = self._plan
        if plan is None:
            return None
        dialog = RefusalDialog(self._context, plan, self._window)
        dialog.reasons.cure_wanted.connect(lambda problem: self.ask([problem]))
        vms = [move.spec.vm for move in plan.moves]
        dialog.retried.connect(lambda: self._drag.propose(vms, plan.target))
        self._withdraw(True)
        dialog.open()
        return dialog

    def _over(self) -> QWidget:
        front = QApplication.activeModalWidget() or QApplication.activeWindow()
        return front if front is not None and front.isVisible() else self._window
