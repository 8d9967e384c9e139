"""The lab that is open: its file, and whether it has changed since it was saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal

from vmotion_gui.gui.session import Session
from vmotion_gui.inventory.commands import TimedCommand
from vmotion_gui.inventory.document import save
from vmotion_gui.inventory.editing.settling import settled
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.backend import Backend
from vmotion_gui.simulation.embedded import EmbeddedBackend


class CurrentLab(QObject):
    """What the window's title and the unsaved question need to know.

    Signals:
        changed(): path, name or modified is another one now.
    """

    changed = Signal()

    def __init__(self, session: Session, lab: Lab, path: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._lab = lab
        self._path = path
        self._saved = self._journal()
        self._dirty = False
        session.submitted.connect(self.changed)
        session.opened.connect(self.changed)

    @property
    def lab(self) -> Lab:
        """The lab as it was opened."""
        return self._lab

    @property
    def path(self) -> str:
        """Its file; "" if it has none (the demo, a new lab, an import)."""
        return self._path

    @property
    def name(self) -> str:
        """What the title shows."""
        return Path(self._path).name if self._path else self._lab.name

    @property
    def modified(self) -> bool:
        """Whether saving would write something else than what was opened or saved last."""
        return self._dirty or self._journal() != self._saved

    @property
    def untouched(self) -> bool:
        """Whether nothing has been played and nothing been asked for since it was opened."""
        backend = self._session.backend
        return backend.played_until_s == 0.0 and self._journal() == self._lab.commands and len(backend.branches()) == 1

    def _journal(self) -> tuple[TimedCommand, ...]:
        backend = self._session.backend
        return next((b.journal for b in backend.branches() if b.id == backend.current_branch), ())

    def opened(self, lab: Lab, path: str, *, dirty: bool = False) -> None:
        """Another lab is open now; `dirty` if it is in no file yet but worth one."""
        self._lab, self._path, self._dirty = lab, path, dirty
        self._saved = self._journal()
        self.changed.emit()

    def save(self, path: str) -> None:
        """Write it to a file, which it then belongs to. LabError if that fails."""
        save(self.to_save(), path)
        self._path, self._dirty = path, False
        self._saved = self._journal()
        self.changed.emit()

    def to_save(self) -> Lab:
        """The lab with the commands of the branch that is shown; what was built before them is its estate."""
        return settled(embedded(self._session.backend).lab())


def embedded(backend: Backend) -> EmbeddedBackend:
    """The backend as the embedded engine, the only one whose labs are files."""
    if not isinstance(backend, EmbeddedBackend):
        raise TypeError(f"a {type(backend).__name__} has no lab to save")
    return backend
