"""Hosts or clusters as a table with verdicts; loads are reckoned only for the rows that are looked at."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import objects, words
from vmotion_gui.gui.icons import level_icon, object_icon
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.inventory.entities import Cluster, Host
from vmotion_gui.planning.placement import host_load

_Index = QModelIndex | QPersistentModelIndex
_CLUSTERS_AT_ONCE = 64
"""So many clusters are sorted by verdict; of more, only those that are looked at are judged."""


def verdict_icon_name(severity: Severity) -> str:
    """The sign of a verdict in `level_icon`."""
    return "error" if severity >= Severity.ERROR else "warning" if severity >= Severity.WARNING else "done"


def verdict_text(severity: Severity) -> str:
    """A verdict in a cell: the sentence is the panel's."""
    if severity < Severity.WARNING:
        return QCoreApplication.translate("MigrateWizard", "Compatible")
    if severity < Severity.ERROR:
        return QCoreApplication.translate("MigrateWizard", "With warnings")
    return words.severity_name(severity)


class ComputeModel(QAbstractTableModel):
    """Rows are ids; the columns depend on whether they are hosts or clusters."""

    def __init__(self, draft: Draft, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._draft = draft
        self._theme = theme
        self._ids: list[str] = []
        self._clusters = False
        self._loads: dict[str, tuple[str, str]] = {}

    @property
    def ids(self) -> list[str]:
        """The rows."""
        return self._ids

    def show_rows(self, *, clusters: bool, text: str) -> None:
        """Hosts or clusters whose name, or whose cluster's name, holds a text; the able ones first."""
        candidates = self._draft.candidates()
        wanted = text.strip().casefold()
        ids = candidates.cluster_ids if clusters else candidates.host_ids
        found = [id_ for id_ in ids if wanted in self._searched(id_)]
        if not clusters or (self._draft.is_prepared and len(found) <= _CLUSTERS_AT_ONCE):
            found.sort(key=lambda id_: candidates.severity(id_))
        self.beginResetModel()
        self._ids, self._clusters = found, clusters
        self.endResetModel()

    def _searched(self, id_: str) -> str:
        inventory = self._draft.inventory
        entity = inventory.get(id_)
        assert entity is not None
        cluster = inventory.clusters.get(entity.cluster) if isinstance(entity, Host) else None
        return f"{entity.name} {cluster.name if cluster else ''}".casefold()

    # --- the table ------------------------------------------------------------------------------------------

    def _titles(self) -> tuple[str, ...]:
        if self._clusters:
            return self.tr("Name"), self.tr("Compatibility"), self.tr("Datacenter"), self.tr("Hosts"), self.tr("DRS")
        return (
            self.tr("Name"),
            self.tr("Compatibility"),
            self.tr("Cluster"),
            self.tr("State"),
            self.tr("CPU"),
            self.tr("Memory"),
        )

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008  # Qt's own signature
        return 0 if parent.isValid() else len(self._titles())

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles()[section]
        return None

    def severity(self, id_: str) -> Severity | None:
        """A row's verdict; None while it is not known yet."""
        if self._clusters and not self._draft.is_prepared:
            return None
        return self._draft.candidates().severity(id_)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        id_ = self._ids[index.row()]
        entity = self._draft.inventory.get(id_)
        if not isinstance(entity, Host | Cluster):
            return None
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._text(entity, index.column())
        if role == Qt.ItemDataRole.DecorationRole:
            return self._icon(entity, index.column())
        return id_ if role == Qt.ItemDataRole.UserRole else None

    def _text(self, entity: Host | Cluster, column: int) -> str:
        if column == 0:
            return entity.name
        if column == 1:
            severity = self.severity(entity.id)
            return self.tr("Checking…") if severity is None else verdict_text(severity)
        return self._cluster_cells(entity)[column - 2]() if isinstance(entity, Cluster) else self._host(entity, column)

    def _cluster_cells(self, cluster: Cluster) -> tuple[Callable[[], str], ...]:
        inventory = self._draft.inventory
        return (
            lambda: inventory.datacenters[cluster.datacenter].name,
            lambda: words.quantity(len(inventory.hosts_in(cluster.id)), "count"),
            lambda: self.tr("On") if cluster.drs.enabled else self.tr("Off"),
        )

    def _host(self, host: Host, column: int) -> str:
        if column == 2:
            cluster = self._draft.inventory.clusters.get(host.cluster)
            return cluster.name if cluster is not None else "–"
        if column == 3:
            text = objects.state_text(host) or objects.connection_name("connected")
            return text[:1].upper() + text[1:]
        if host.id not in self._loads:
            load = host_load(self._draft.inventory, host)
            self._loads[host.id] = f"{load.cpu_share:.0%}", f"{load.memory_share:.0%}"
        return self._loads[host.id][column - 4].replace("%", " %")

    def _icon(self, entity: Host | Cluster, column: int) -> Any:
        if column == 0:
            return object_icon(objects.kind_of(entity), objects.state_of(entity), self._theme)
        if column == 1 and (severity := self.severity(entity.id)) is not None:
            return level_icon(verdict_icon_name(severity), self._theme)
        return None
