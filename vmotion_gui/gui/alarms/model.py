"""The triggered alarms as a table; or everything that was triggered and cleared so far."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vmotion_gui.gui.alarms.watch import AlarmWatch
from vmotion_gui.gui.alarms.words import LEVEL_ICONS, level_name, since_text
from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import level_icon
from vmotion_gui.simulation.alarms.definitions import BY_ID
from vmotion_gui.simulation.alarms.log import Key

Index = QModelIndex | QPersistentModelIndex
OBJECT, ALARM, SEVERITY, SINCE, ACKNOWLEDGED = range(5)
_NOWHERE = QModelIndex()


class _Row(NamedTuple):
    key: Key
    level: int
    time: str
    time_s: float
    acknowledged: bool = False


class AlarmsModel(QAbstractTableModel):
    """One alarm, or one change of an alarm, in a row."""

    def __init__(self, context: Context, watch: AlarmWatch, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self._watch = watch
        self._past = False
        self._rows: list[_Row] = []
        watch.changed.connect(self.rebuild)
        context.session.opened.connect(self.rebuild)
        self.rebuild()

    def show_past(self, *, on: bool) -> None:
        """Every change so far instead of what is triggered now."""
        self._past = on
        self.rebuild()

    def rebuild(self, _: object = None) -> None:
        """Read all anew."""
        self.beginResetModel()
        if self._past:
            turns = reversed(self._watch.turns())
            self._rows = [_Row(turn.key, turn.after, clock(turn.time_s), turn.time_s) for turn in turns]
        else:
            alarms = self._watch.alarms
            self._rows = [_Row(a.key, a.level, since_text(a), a.since_s, a.acknowledged) for a in alarms]
        self.endResetModel()

    def key_at(self, row: int) -> Key:
        """What a row is about."""
        return self._rows[row].key

    def time_at(self, row: int) -> float:
        """When it was, -inf: before the lab began."""
        return self._rows[row].time_s

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else ACKNOWLEDGED + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (
            self.tr("Object"),
            self.tr("Alarm"),
            self.tr("Severity"),
            self.tr("Triggered (simulated)"),
            self.tr("Acknowledged"),
        )
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row, column = self._rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DecorationRole and column == SEVERITY:
            return level_icon(LEVEL_ICONS[row.level], self._context.themes.theme)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._context.language.text(BY_ID[row.key.definition].why)
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        name = self._context.language.text(BY_ID[row.key.definition].name)
        acknowledged = self.tr("Yes") if row.acknowledged else ""
        return (self._context.name(row.key.object), name, level_name(row.level), row.time, acknowledged)[column]
