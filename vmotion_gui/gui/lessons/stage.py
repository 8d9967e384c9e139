"""Another estate in the window for a while, and back to what was open before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.backend import Backend

if TYPE_CHECKING:
    from vmotion_gui.gui.window import MainWindow


@dataclass(frozen=True)
class _Left:
    """What was open before."""

    backend: Backend
    lab: Lab
    path: str
    speed: float


class Stage:
    """Shows a run in the window. `moving`: it is just being changed, nobody else has opened anything."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._left: _Left | None = None
        self._shown: Backend | None = None
        self.moving = False

    def show(self, backend: Backend, lab: Lab) -> None:
        """Show this run; what was open before the first one is remembered."""
        session, current = self._window.context.session, self._window.current
        if self._left is None:
            self._left = _Left(session.backend, current.lab, current.path, session.speed)
        self._shown = backend
        self._adopt(backend, lab, "")

    def restore(self) -> None:
        """Show again what was open before, if nobody has opened anything else since."""
        left, session = self._left, self._window.context.session
        if left is not None and session.backend is self._shown:
            session.set_speed(left.speed)
            self._adopt(left.backend, left.lab, left.path)
        self.forget()

    def forget(self) -> None:
        """Nothing is to be restored any more."""
        self._left = self._shown = None

    def _adopt(self, backend: Backend, lab: Lab, path: str) -> None:
        context = self._window.context
        context.selection.select(())
        context.selection.show_migration("")
        self.moving = True
        context.session.adopt(backend)
        self.moving = False
        self._window.current.opened(lab, path)
