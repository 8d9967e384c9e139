"""The events as a table, filtered by text, level and object."""

from __future__ import annotations

import bisect
from collections.abc import Iterable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import level_icon
from vmotion_gui.simulation.alarms.log import Turn
from vmotion_gui.simulation.alarms.telling import event_of
from vmotion_gui.simulation.events import Event

Index = QModelIndex | QPersistentModelIndex
DESCRIPTION, LEVEL, TIME, TARGET, TYPE = range(5)
_NOWHERE = QModelIndex()


class EventsModel(QAbstractTableModel):
    """What the engine told and what alarms did; the newest event is the first row."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._text = ""
        self._levels: frozenset[str] = frozenset(("info", "warning", "error"))
        self._object = ""
        self._events: list[Event] = []
        self._turns: tuple[Turn, ...] = ()
        self._read = 0
        """So many of the engine's events are known."""
        context.session.opened.connect(self.rebuild)
        context.session.events_added.connect(self._added)
        context.alarms.turned.connect(self._turned)
        self.rebuild()

    # --- rows -----------------------------------------------------------------------------------------------

    def set_filter(
        self,
        *,
        text: str | None = None,
        levels: Iterable[str] | None = None,
        object_id: str | None = None,
    ) -> None:
        """Show only events with this text, of these levels, about this object; None leaves a part as it is."""
        before = (self._text, self._levels, self._object)
        self._text = self._text if text is None else text.casefold().strip()
        self._levels = self._levels if levels is None else frozenset(levels)
        self._object = self._object if object_id is None else object_id
        if before != (self._text, self._levels, self._object):
            self.rebuild()

    def rebuild(self) -> None:
        """Read all events anew."""
        self.beginResetModel()
        self._turns = self._context.alarms.turns()
        events = self._context.session.backend.events
        self._read = len(events)
        told = [*events, *map(self._event, self._turns)]
        self._events = [event for event in sorted(told, key=_time_s) if self._shows(event)]
        self.endResetModel()

    def _event(self, turn: Turn) -> Event:
        return event_of(turn, self._context.session.inventory)

    def _turned(self) -> None:
        turns, known = self._context.alarms.turns(), self._turns
        if turns[: len(known)] != known:
            self.rebuild()
            return
        self._turns = turns
        for event in map(self._event, turns[len(known) :]):
            if self._shows(event):
                # an alarm is due between two looks at it: other things may have happened since
                place = bisect.bisect_right(self._events, event.time_s, key=_time_s)
                row = len(self._events) - place
                self.beginInsertRows(QModelIndex(), row, row)
                self._events.insert(place, event)
                self.endInsertRows()

    def _added(self) -> None:
        events = self._context.session.backend.events[self._read :]
        self._read += len(events)
        fresh = [event for event in events if self._shows(event)]
        if fresh and self._events and fresh[0].time_s < self._events[-1].time_s:
            self.rebuild()
        elif fresh:
            self.beginInsertRows(QModelIndex(), 0, len(fresh) - 1)
            self._events.extend(fresh)
            self.endInsertRows()

    def _shows(self, event: Event) -> bool:
        if event.level not in self._levels:
            return False
        if self._object and self._object not in (event.vm, event.host, *event.objects):
            return False
        return not self._text or self._text in self._sentence(event).casefold()

    def _sentence(self, event: Event) -> str:
        return self._context.language.text(event.text)

    def event_at(self, index: Index) -> Event | None:
        """The event of a row."""
        row = len(self._events) - 1 - index.row()
        return self._events[row] if index.isValid() and 0 <= row < len(self._events) else None

    # --- what Qt asks ---------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._events)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else TYPE + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (
            self.tr("Description"),
            self.tr("Severity"),
            self.tr("Time (simulated)"),
            self.tr("Target"),
            self.tr("Type"),
        )
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        event = self.event_at(index)
        if event is None:
            return None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == DESCRIPTION:
            return level_icon(event.level, self._context.themes.theme)
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        column = index.column()
        if column == DESCRIPTION:
            return self._sentence(event)
        if column == LEVEL:
            return self.level_name(event.level)
        if column == TIME:
            return clock(event.time_s)
        if column == TARGET:
            target = event.vm or event.host or next(iter(event.objects), "")
            return self._context.name(target) if target else ""
        return event.type

    def level_name(self, level: str) -> str:
        """An event's level in words."""
        names = {"info": self.tr("Information"), "warning": self.tr("Warning"), "error": self.tr("Error")}
        return names[level]


def _time_s(event: Event) -> float:
    return event.time_s
