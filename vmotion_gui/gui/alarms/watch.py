"""What is triggered now, for all who show it; looked at again only when something can have changed."""

from __future__ import annotations

import math
from collections.abc import Mapping

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.gui.session import Session
from vmotion_gui.simulation.alarms.log import Alarm, AlarmLog, Key, Turn

_SLICE_S = 0.008


class AlarmWatch(QObject):
    """The alarms of the present moment.

    Signals:
        changed(frozenset[str]): the alarms of these objects are others now.
        turned(): alarms were triggered or cleared, perhaps both since the last look.
    """

    changed = Signal(object)
    turned = Signal()

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._by_object: dict[str, tuple[Alarm, ...]] = {}
        self._log: AlarmLog | None = None
        self._version = 0
        self._at_s, self._until_s = 0.0, -math.inf
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._read_on)
        session.opened.connect(self._opened)
        session.time_changed.connect(self._look)
        session.inventory_changed.connect(self._look)
        self._opened()

    @property
    def alarms(self) -> tuple[Alarm, ...]:
        """Red before yellow, the latest first."""
        found = [alarm for alarms in self._by_object.values() for alarm in alarms]
        return tuple(sorted(found, key=lambda alarm: (-alarm.level, -alarm.since_s, alarm.key)))

    def of(self, object_: str) -> tuple[Alarm, ...]:
        """An object's alarms, the worst first."""
        return self._by_object.get(object_, ())

    def marks(self) -> Mapping[str, int]:
        """Object -> the worst level that nobody has acknowledged; only objects that are to be marked."""
        levels = {id_: mark_of(alarms) for id_, alarms in self._by_object.items()}
        return {id_: level for id_, level in levels.items() if level}

    def turns(self) -> tuple[Turn, ...]:
        """What has changed since the lab began, in order of time; nothing while the estate is still looked through."""
        if self._slices.isActive():
            return ()
        return self._session.backend.alarms().turns(self._session.backend.now_s)

    def acknowledge(self, keys: list[Key]) -> None:
        """Somebody has seen these."""
        for key in keys:
            self._session.backend.alarms().acknowledge(key, self._session.backend.now_s)
        self._look()

    def reset(self, keys: list[Key]) -> None:
        """These go back to green, until they are triggered anew."""
        for key in keys:
            self._session.backend.alarms().reset(key, self._session.backend.now_s)
        self._look()

    # --- looking --------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self._log = None
        self._slices.start(0)
        if self._session.backend.alarms().is_read:
            self._read_on()

    def _read_on(self) -> None:
        if self._session.backend.alarms().read_on(_SLICE_S):
            self._slices.stop()
            self._look()

    def _look(self, _: object = None) -> None:
        if self._slices.isActive():
            return
        log, now_s = self._session.backend.alarms(), self._session.backend.now_s
        known = log is self._log and log.version == self._version and self._at_s <= now_s < self._until_s
        self._at_s = now_s
        if known:
            return
        self._log, self._version, self._until_s = log, log.version, log.next_turn_s(now_s)
        fresh: dict[str, tuple[Alarm, ...]] = {}
        for alarm in log.at(now_s):
            fresh[alarm.key.object] = (*fresh.get(alarm.key.object, ()), alarm)
        before, self._by_object = self._by_object, fresh
        touched = frozenset(id_ for id_ in before.keys() | fresh.keys() if before.get(id_) != fresh.get(id_))
        if touched:
            self.changed.emit(touched)
        self.turned.emit()


def mark_of(alarms: tuple[Alarm, ...]) -> int:
    """The worst level that nobody has acknowledged; 0: none."""
    return max((alarm.level for alarm in alarms if not alarm.acknowledged), default=0)
