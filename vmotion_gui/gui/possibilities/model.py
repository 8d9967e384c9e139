"""The table of VMs and hosts as Qt asks for it: numbers in arrays, a cell is made only while it is painted."""

from __future__ import annotations

import enum
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.possibilities.judging import Judging
from vmotion_gui.inventory.estate import Inventory

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
OPEN_UP_TO = 40
"""Estates with so many hosts are shown host by host at once."""


class Mark(enum.IntEnum):
    """What a cell shows."""

    ABLE = 0
    CAUTION = 1
    UNABLE = 2
    HERE = 3
    """The VM runs there."""
    UNKNOWN = 4
    """Not judged yet."""


_MARK_OF = {Severity.NONE: Mark.ABLE, Severity.INFO: Mark.ABLE, Severity.WARNING: Mark.CAUTION}


class Column(NamedTuple):
    """A cluster, or one of its hosts."""

    cluster: int
    """Its place in `Matrix.cluster_ids`."""
    host: int = -1
    """Its row among the checker's columns; -1: the cluster as a whole."""


class Cell(NamedTuple):
    """What is painted."""

    mark: Mark
    hosts: int = 0
    """Of a cluster: how many of its hosts are so."""


class PossibilitiesModel(QAbstractTableModel):
    """Rows are VMs, columns clusters that open to their hosts."""

    def __init__(self, judging: Judging, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judging = judging
        self.columns: list[Column] = []
        self.rows: npt.NDArray[np.intp] = np.zeros(0, dtype=np.intp)
        """Rows of the matrix that are shown, in their order."""
        self._opened: set[str] = set()
        self._names: tuple[str, ...] = ()
        self._lowered: list[str] = []
        self._order: list[int] = []
        judging.rows_known.connect(self._rows_known)

    @property
    def inventory(self) -> Inventory:
        """The estate that was judged."""
        assert self._judging.checker is not None
        return self._judging.checker.inventory

    # --- what is shown --------------------------------------------------------------------------------------

    def reset(self, *, first: bool) -> None:
        """Another estate is judged; the `first` time, small estates show all their hosts."""
        self.beginResetModel()
        matrix = self._judging.matrix
        assert matrix is not None
        inventory = self.inventory
        if first:
            few = len(inventory.hosts) <= OPEN_UP_TO
            self._opened = set(matrix.cluster_ids) if few else set()
        vms = inventory.vms
        self._names = tuple([vms[id_].name for id_ in matrix.vm_ids])
        self._lowered = [name.lower() for name in self._names]
        self._order = sorted(range(len(self._lowered)), key=self._lowered.__getitem__)
        self.rows = np.array(self._order, dtype=np.intp)
        self.columns = self._make_columns("")
        self.endResetModel()

    def filter(self, vms: str, hosts: str, rule: str) -> None:
        """Show VMs whose name holds a text and of which a rule says something; hosts whose name holds a text."""
        matrix = self._judging.matrix
        if matrix is None:
            return
        self.beginResetModel()
        words = vms.lower().split()
        lowered, spoken = self._lowered, matrix.spoken
        shown = [
            row
            for row in self._order
            if all(word in lowered[row] for word in words) and (not rule or rule in spoken[row])
        ]
        self.rows = np.array(shown, dtype=np.intp)
        self.columns = self._make_columns(hosts)
        self.endResetModel()

    def _make_columns(self, text: str) -> list[Column]:
        matrix, checker = self._judging.matrix, self._judging.checker
        assert matrix is not None
        assert checker is not None
        words = text.lower().split()
        members: dict[str, list[int]] = {id_: [] for id_ in matrix.cluster_ids}
        for row, host in enumerate(checker.columns.hosts):
            members[host.cluster].append(row)
        columns = []
        for place, id_ in enumerate(matrix.cluster_ids):
            named = all(word in self.cluster_name(place).lower() for word in words)
            hosts = [
                row
                for row in members[id_]
                if named or all(word in checker.columns.hosts[row].name.lower() for word in words)
            ]
            if hosts:
                columns.append(Column(place))
                if id_ in self._opened or (words and not named):
                    columns += [Column(place, row) for row in hosts]
        return columns

    def toggle(self, section: int, hosts: str) -> None:
        """Open a cluster to its hosts, or close it."""
        matrix = self._judging.matrix
        assert matrix is not None
        self._opened ^= {matrix.cluster_ids[self.columns[section].cluster]}
        self.beginResetModel()
        self.columns = self._make_columns(hosts)
        self.endResetModel()

    def is_open(self, cluster: int) -> bool:
        """Whether a cluster shows its hosts."""
        return self._judging.matrix is not None and self._judging.matrix.cluster_ids[cluster] in self._opened

    def cluster_name(self, cluster: int) -> str:
        """The cluster's name."""
        assert self._judging.matrix is not None
        id_ = self._judging.matrix.cluster_ids[cluster]
        return self.inventory.clusters[id_].name if id_ else self.tr("Stand-alone hosts")

    # --- cells ----------------------------------------------------------------------------------------------

    def cell(self, row: int, column: int) -> Cell:
        """What a cell shows."""
        work = self._judging.work
        assert work is not None
        vm, place = int(self.rows[row]), self.columns[column]
        if place.host < 0:
            return self._cluster_cell(vm, place.cluster)
        if work.own[vm] == place.host:
            return Cell(Mark.HERE)
        levels = self._judging.levels(vm)
        if levels is None:
            return Cell(Mark.UNKNOWN)
        return Cell(_MARK_OF.get(Severity(int(levels[place.host])), Mark.UNABLE))

    def _cluster_cell(self, vm: int, cluster: int) -> Cell:
        work = self._judging.work
        assert work is not None
        if not work.is_judged(vm):
            self._judging.levels(vm)
            return Cell(Mark.UNKNOWN)
        able, cautioned, unable = work.matrix.counts[vm, cluster].tolist()
        if able:
            return Cell(Mark.ABLE, able)
        if cautioned:
            return Cell(Mark.CAUTION, cautioned)
        return Cell(Mark.UNABLE, unable) if unable else Cell(Mark.HERE)

    def cluster_counts(self, row: int, column: int) -> tuple[int, int, int]:
        """How many hosts of a cluster are able, able with warnings, unable."""
        assert self._judging.matrix is not None
        able, cautioned, unable = self._judging.matrix.counts[
            int(self.rows[row]), self.columns[column].cluster
        ].tolist()
        return able, cautioned, unable

    def vm_id(self, row: int) -> str:
        """The VM of a row."""
        assert self._judging.matrix is not None
        return self._judging.matrix.vm_ids[int(self.rows[row])]

    def host_id(self, column: int) -> str:
        """The host of a column; "" for a cluster's."""
        assert self._judging.checker is not None
        host = self.columns[column].host
        return self._judging.checker.columns.ids[host] if host >= 0 else ""

    def row_of(self, vm: str) -> int:
        """The row of a VM; -1 if it is not shown."""
        matrix = self._judging.matrix
        if matrix is None or vm not in matrix.vm_ids:
            return -1
        found = np.flatnonzero(self.rows == matrix.vm_ids.index(vm))
        return int(found[0]) if len(found) else -1

    def column_of(self, host: str) -> int:
        """The column of a host; -1 if it is not shown."""
        assert self._judging.checker is not None
        row = self._judging.checker.columns.index.get(host, -1)
        return next((k for k, column in enumerate(self.columns) if row >= 0 and column.host == row), -1)

    def place_name(self, column: int) -> str:
        """The cluster's or host's name."""
        place = self.columns[column]
        assert self._judging.checker is not None
        if place.host < 0:
            return self.cluster_name(place.cluster)
        return self._judging.checker.columns.hosts[place.host].name

    def _rows_known(self, known: tuple[int, ...]) -> None:
        shown = np.flatnonzero(np.isin(self.rows, known)).tolist()
        if shown and self.columns:
            self.dataChanged.emit(self.index(min(shown), 0), self.index(max(shown), len(self.columns) - 1))

    # --- Qt -------------------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return mark_text(self.cell(index.row(), index.column()))
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return self.words(index.row(), index.column())
        return None

    def words(self, row: int, column: int) -> str:
        """A cell in words: VM, place, verdict."""
        cell = self.cell(row, column)
        vm, place = self._names[int(self.rows[row])], self.place_name(column)
        if self.columns[column].host < 0 and cell.mark is not Mark.UNKNOWN:
            able, cautioned, unable = self.cluster_counts(row, column)
            text = self.tr("{vm} to {place}: {able} hosts able, {cautioned} with warnings, {unable} unable")
            return text.format(vm=vm, place=place, able=able, cautioned=cautioned, unable=unable)
        return f"{vm} → {place}: {self.mark_name(cell.mark)}"

    def mark_name(self, mark: Mark) -> str:
        """What a mark means."""
        names = {
            Mark.ABLE: self.tr("able"),
            Mark.CAUTION: self.tr("able with warnings"),
            Mark.UNABLE: self.tr("unable"),
            Mark.HERE: self.tr("runs here"),
            Mark.UNKNOWN: self.tr("not checked yet"),
        }
        return names[mark]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if section >= len(self.columns) or role not in (
                Qt.ItemDataRole.DisplayRole,
                Qt.ItemDataRole.ToolTipRole,
                Qt.ItemDataRole.AccessibleTextRole,
            ):
                return None
            return self.place_name(section)
        if section < len(self.rows) and role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._names[int(self.rows[section])]
        return None


def mark_text(cell: Cell) -> str:
    """The mark as characters, with the count of hosts where it stands for several."""
    shape = "✓⚠✕●…"[cell.mark]
    return f"{shape} {cell.hosts}" if cell.hosts else shape
