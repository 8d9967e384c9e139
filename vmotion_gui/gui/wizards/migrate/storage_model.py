"""Datastores as a table with verdicts, judged a slice at a time; and where each file of the VMs would go."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, QTimer, Signal

from vmotion_gui.gui import objects, words
from vmotion_gui.gui.icons import level_icon, object_icon
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.migrate.compute_model import verdict_icon_name, verdict_text
from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.planning.candidates import DatastoreCandidate, datastore_candidates

_Index = QModelIndex | QPersistentModelIndex


class DatastoreModel(QAbstractTableModel):
    """The datastores of the destination; rows come as they are judged.

    Signals:
        judged(): all datastores are there.
    """

    judged = Signal()

    def __init__(self, draft: Draft, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._theme = theme
        self._rows: list[DatastoreCandidate] = []
        self._work: Iterator[DatastoreCandidate] = iter(())
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._judge_next)

    def begin(self) -> None:
        """Judge anew."""
        self.beginResetModel()
        self._rows = []
        self.endResetModel()
        draft = self._draft
        checker = draft.context.session.checker()
        self._work = datastore_candidates(checker, draft.wish, draft.placement().hosts, busy=draft.busy)
        self._timer.start(0)

    def stop(self) -> None:
        """Judge no more."""
        self._timer.stop()

    def _judge_next(self) -> None:
        row = next(self._work, None)
        if row is None:
            self._timer.stop()
            self.judged.emit()
            return
        place = len(self._rows)
        self.beginInsertRows(QModelIndex(), place, place)
        self._rows.append(row)
        self.endInsertRows()

    def id_at(self, row: int) -> str:
        """The datastore of a row."""
        return self._rows[row].id

    def row_of(self, id_: str) -> int:
        """The row of a datastore; -1 if it has none."""
        return next((number for number, row in enumerate(self._rows) if row.id == id_), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Name"), self.tr("Compatibility"), self.tr("Type"), self.tr("Capacity"), self.tr("Free"))[
            section
        ]

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        store = self._draft.inventory.datastores[row.id]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return (
                store.name,
                self._verdict(row),
                store.type,
                words.quantity(store.capacity_bytes, "bytes"),
                words.quantity(store.free_bytes, "bytes"),
            )[index.column()]
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 0:
            return object_icon("datastore", objects.state_of(store), self._theme)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == 1:
            return level_icon(verdict_icon_name(row.severity), self._theme)
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() > 2:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _verdict(self, row: DatastoreCandidate) -> str:
        if not row.mounted:
            return self.tr("Not mounted on the host")
        return verdict_text(row.severity)
