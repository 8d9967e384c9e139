"""The undo stack, which follows the lab through its history.

Undo is a step forward in simulated time that reverses another; rewinding is going to another moment. So after a rewind
the stack holds what had been done by that moment, on the way to the branch that is shown.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from vmotion_gui.gui.session import Session
from vmotion_gui.gui.undo.steps import MoveStep, Step
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.messages import Message


@dataclass
class _Record:
    """A step with the moments at which it was done (True) and undone (False), each on its branch."""

    step: Step
    turns: list[tuple[int, float, bool]] = field(default_factory=list)

    def state(self, visible: Callable[[int, float], bool]) -> bool | None:
        """Done, undone, or None for not yet, as seen from a moment."""
        seen = [done for branch, time_s, done in self.turns if visible(branch, time_s)]
        return seen[-1] if seen else None


class History(QObject):
    """What can be undone and redone.

    Signals:
        changed(): what can be undone or redone is something else now.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._backend = session.backend
        self._records: list[_Record] = []
        self._stacked: list[_Record] = []
        self._stack = QUndoStack(self)
        self._blocked = False
        self._stack.indexChanged.connect(self.changed)
        session.opened.connect(self._opened)

    # --- what can be done -----------------------------------------------------------------------------------

    def set_blocked(self, blocked: bool) -> None:
        """While a gesture is going on nothing is undone."""
        self._blocked = blocked
        self.changed.emit()

    @property
    def undo_step(self) -> Step | None:
        """What undo would take back."""
        index = self._stack.index()
        return self._stacked[index - 1].step if index > 0 and not self._blocked else None

    @property
    def redo_step(self) -> Step | None:
        """What redo would do again."""
        index = self._stack.index()
        return self._stacked[index].step if index < len(self._stacked) and not self._blocked else None

    def place_before(self, migration: str) -> VirtualMachine | None:
        """Where the VM of a migration was before, if that migration was a step of this history."""
        moves = (record.step for record in self._records if isinstance(record.step, MoveStep))
        return next((place for move in moves if (place := move.place_before(migration)) is not None), None)

    def push(self, step: Step) -> None:
        """Remember a step that has been done."""
        record = _Record(step)
        self._turn(record, done=True)
        self._records.append(record)
        del self._stacked[self._stack.index() :]
        self._stacked.append(record)
        self._stack.push(QUndoCommand(step.text()))

    def undo(self) -> Message | None:
        """Take the last step back; why it could not be, if it could not."""
        step = self.undo_step
        if step is None:
            return None
        refusal = step.undo(self._session)
        if refusal is None:
            self._turn(self._stacked[self._stack.index() - 1], done=False)
            self._stack.undo()
        return refusal

    def redo(self) -> Message | None:
        """Do the next step again; why it could not be, if it could not."""
        step = self.redo_step
        if step is None:
            return None
        refusal = step.redo(self._session)
        if refusal is None:
            self._turn(self._stacked[self._stack.index()], done=True)
            self._stack.redo()
        return refusal

    def _turn(self, record: _Record, *, done: bool) -> None:
        backend = self._session.backend
        record.turns.append((backend.current_branch, backend.now_s, done))

    # --- another moment -------------------------------------------------------------------------------------

    def _opened(self) -> None:
        if self._session.backend is not self._backend:
            self._backend = self._session.backend
            self._records.clear()
        states = [(record, record.state(self._is_past)) for record in self._records]
        done = [record for record, state in states if state]
        after = self._records.index(done[-1]) if done else -1
        undone = [record for record, state in states[after + 1 :] if state is False]
        self._restack(done, undone)

    def _restack(self, done: list[_Record], undone: list[_Record]) -> None:
        self._stack.clear()
        self._stacked = [*done, *undone]
        for record in self._stacked:
            self._stack.push(QUndoCommand(record.step.text()))
        self._stack.setIndex(len(done))
        self.changed.emit()

    def _is_past(self, branch: int, time_s: float) -> bool:
        backend = self._session.backend
        parents = {held.id: held for held in backend.branches()}
        horizon, shown = backend.now_s, backend.current_branch
        while shown != branch:
            held = parents[shown]
            if held.parent is None:
                return False
            horizon, shown = min(horizon, held.forked_at_s), held.parent
        return time_s <= horizon
