"""What is selected: one selection for tree, topology, tables and panels alike."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """Ids of the selected objects; the last one is the current one, which the panels show.

    Signals:
        changed(tuple[str, ...]): the selected ids, in the order in which they were selected.
        migration_changed(str): the id of the migration that the panels show, "" for none.
    """

    changed = Signal(object)
    migration_changed = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[str, ...] = ()
        self._migration = ""

    @property
    def ids(self) -> tuple[str, ...]:
        return self._ids

    @property
    def current(self) -> str:
        """The object that was selected last, "" if nothing is."""
        return self._ids[-1] if self._ids else ""

    @property
    def migration(self) -> str:
        return self._migration

    def select(self, ids: Iterable[str]) -> None:
        """Replace the selection."""
        following = tuple(dict.fromkeys(ids))
        if following != self._ids:
            self._ids = following
            self.changed.emit(following)

    def toggle(self, id_: str) -> None:
        """Add an object, or take it away."""
        rest = tuple(other for other in self._ids if other != id_)
        self.select(rest if len(rest) < len(self._ids) else (*self._ids, id_))

    def show_migration(self, migration: str) -> None:
        """Choose the migration that the charts and panels show."""
        if migration != self._migration:
            self._migration = migration
            self.migration_changed.emit(migration)
