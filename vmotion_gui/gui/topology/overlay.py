"""Running migrations in the picture: one item each, moved by a frame timer only while something moves."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject, QRectF, QTimer

from vmotion_gui.gui.session import Session
from vmotion_gui.gui.topology.items_migration import MigrationItem
from vmotion_gui.gui.topology.journey import journey
from vmotion_gui.gui.topology.loads import Loads
from vmotion_gui.gui.topology.scene import TopologyScene
from vmotion_gui.simulation.status import MigrationStatus, Phase

FRAME_MS = 50
FRAMES_AT_ONCE = 10
"""With very many migrations, so many frames are one: to paint all of them costs more than to run them."""
_STEP_PX = 4.0
MANY = 60
"""With more migrations than that at once each is a line from host to host."""
STUN_FRAMES = 12
"""Frames for which a switchover stays visible, however short it was in simulated time."""
FADE_FRAMES = 24
"""Frames for which the way back stays visible after it has ended."""
_MOST_LABELS = 8
_MOST_LONG_LABELS = 3
_BEFORE_SWITCH = (Phase.QUEUED, Phase.CHECKING, Phase.PREPARING, Phase.COPYING_DISK, Phase.COPYING_MEMORY)


class MigrationOverlay(QObject):
    """Keeps an item for every migration that runs, and for a moment after it was rolled back."""

    def __init__(self, scene: TopologyScene, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._scene = scene
        self._session = session
        self._items: dict[str, MigrationItem] = {}
        self._stuns: dict[str, int] = {}
        self._fading: dict[str, int] = {}
        self._reduced = False
        self._timer = QTimer(self)
        self._timer.setInterval(FRAME_MS)
        self._timer.timeout.connect(self.advance_frame)
        session.migrations_changed.connect(self._changed)
        session.playback_changed.connect(self._pace)
        self.reset()

    @property
    def items(self) -> dict[str, MigrationItem]:
        """Migration -> its item."""
        return self._items

    @property
    def animating(self) -> bool:
        """Whether the frame timer runs."""
        return self._timer.isActive()

    @property
    def reduced_motion(self) -> bool:
        """Whether nothing moves by itself."""
        return self._reduced

    def set_reduced_motion(self, *, on: bool) -> None:
        """Nothing moves by itself; states change by steps."""
        self._reduced = on
        for item in self._items.values():
            item.moving = not on
            item.update()
        self._pace()

    def clear(self) -> None:
        """Before the scene is made anew: take all items out."""
        self._timer.stop()
        for id_ in list(self._items):
            self._remove(id_)
        self._scene.picture.leaving.clear()
        self._scene.picture.stunned.clear()
        self._stuns.clear()
        self._fading.clear()

    def reset(self) -> None:
        """The scene was made anew: items for all that runs."""
        self.clear()
        backend = self._session.backend
        statuses = backend.migrations()
        self._changed(statuses[id_] for id_ in statuses if not backend.phase(id_).ended)

    def follow(self) -> None:
        """The inventory changed: chips may be elsewhere."""
        for item in self._items.values():
            found = journey(self._scene, item.status, item.journey)
            if found is not None and not (self.crowded and found.ends() == item.journey.ends()):
                item.place(found)
                item.update()
        self.spread_labels()

    def zoomed(self) -> None:
        """Places or the zoom are others."""
        for item in self._items.values():
            found = journey(self._scene, item.status, item.journey)
            if found is not None:
                item.place(found)
                item.update()
        self.spread_labels()

    def spread_labels(self) -> None:
        """Stack labels that would cover each other; of many migrations only those pointed at have one."""
        picture = self._scene.picture
        wanted = {picture.hovered, *picture.selected}
        crowded = len(self._items) > _MOST_LABELS
        taken: list[QRectF] = []
        sight, brief = self._sight(), len(self._items) > _MOST_LONG_LABELS
        for item in self._items.values():
            status = item.status
            ends = {status.vm, status.source_host, status.destination_host}
            item.set_labelled(on=not crowded or (bool(wanted & ends) and len(taken) < _MOST_LABELS))
            if item.labelled:
                item.settle_label(taken, sight, brief=brief)
                taken.append(item.label_rect())

    def _sight(self) -> QRectF:
        views = self._scene.views()
        return views[0].mapToScene(views[0].viewport().rect()).boundingRect() if views else QRectF()

    # --- what runs ----------------------------------------------------------------------------------------------------

    def _changed(self, statuses: Iterable[MigrationStatus]) -> None:
        for status in statuses:
            if status.phase is Phase.QUEUED or status.vm not in self._scene.picture.inventory.vms:
                continue
            self._note_switchover(status)
            if status.phase.ended:
                self._end(status)
            else:
                self._show(status)
        self._weigh()
        for item in self._items.values():
            item.set_plain(on=self.crowded)
        self.spread_labels()
        self._pace()

    def _weigh(self) -> None:
        """What the links carry now; of very many migrations nobody reads the shares."""
        picture = self._scene.picture
        before = picture.loads.used
        picture.loads = Loads() if self.crowded or not self._items else Loads(self._session.backend.link_loads())
        self._scene.repaint(before.keys() | picture.loads.used.keys())

    @property
    def crowded(self) -> bool:
        """Whether so many run that each is but a line."""
        return len(self._items) > MANY

    def _show(self, status: MigrationStatus) -> None:
        item = self._items.get(status.id)
        if item is not None and self.crowded:
            item.status = status
            self._scene.picture.leaving[status.vm] = status.progress or 0.0
            return
        found = journey(self._scene, status, item.journey if item is not None else None)
        if found is None:
            return
        if item is None:
            item = MigrationItem(self._scene.picture, status, found, plain=self.crowded)
            item.moving = not self._reduced
            self._items[status.id] = item
            self._scene.addItem(item)
        item.status = status
        item.stunned = status.phase is Phase.SWITCHOVER or status.id in self._stuns
        item.place(found)
        item.update()
        self._scene.picture.leaving[status.vm] = status.progress or 0.0

    def _note_switchover(self, status: MigrationStatus) -> None:
        item = self._items.get(status.id)
        before = item.status.phase if item is not None else Phase.QUEUED
        switched = status.phase not in _BEFORE_SWITCH and before in _BEFORE_SWITCH and status.downtime_s > 0.0
        if status.phase is Phase.SWITCHOVER or switched:
            self._stuns[status.id] = STUN_FRAMES
            self._scene.picture.stunned.add(status.vm)

    def _end(self, status: MigrationStatus) -> None:
        self._release(status)
        item = self._items.get(status.id)
        if item is None:
            return
        item.status = status
        found = journey(self._scene, status, item.journey)
        if found is not None:
            item.place(found)
        if status.phase is Phase.COMPLETED and status.id not in self._stuns:
            self._remove(status.id)
        else:
            self._fading[status.id] = STUN_FRAMES if status.phase is Phase.COMPLETED else FADE_FRAMES
            item.update()

    def _release(self, status: MigrationStatus) -> None:
        self._scene.picture.leaving.pop(status.vm, None)
        destination = self._scene.hosts.get(status.destination_host)
        if destination is not None:
            destination.slots.release(status.vm)
        self._scene.repaint([status.vm])

    def _remove(self, id_: str) -> None:
        item = self._items.pop(id_)
        if item.scene() is not None:
            self._scene.removeItem(item)

    # --- frames -------------------------------------------------------------------------------------------------------

    def _pace(self) -> None:
        """The timer runs while packets move, or something is still to be seen for a moment."""
        moving = bool(self._items) and self._session.playing and not self._reduced and not self.crowded
        if moving or self._stuns or self._fading:
            interval_ms = FRAME_MS * self._frames
            if not self._timer.isActive() or self._timer.interval() != interval_ms:
                self._timer.start(interval_ms)
        else:
            self._timer.stop()

    @property
    def _frames(self) -> int:
        return FRAMES_AT_ONCE if self.crowded else 1

    def advance_frame(self) -> None:
        """One frame: packets go on, stuns and fades run out; with very many at once they stand still."""
        moving = self._session.playing and not self._reduced and not self.crowded
        for id_ in [*self._stuns, *self._fading] if self.crowded else list(self._items):
            item = self._items.get(id_)
            if item is None:
                continue
            if moving:
                item.shift += _STEP_PX
            item.stunned = item.status.phase is Phase.SWITCHOVER or self._stuns.get(id_, 0) % 4 in (2, 3)
            if self._reduced and id_ in self._stuns:
                item.stunned = True
            item.update()
        self._count_down()
        self._pace()

    def _count_down(self) -> None:
        for id_ in [id_ for id_, left in self._stuns.items() if left <= self._frames]:
            del self._stuns[id_]
            if id_ in self._items:
                vm = self._items[id_].status.vm
                self._scene.picture.stunned.discard(vm)
                self._scene.repaint([vm])
        for id_ in [id_ for id_, left in self._fading.items() if left <= self._frames]:
            del self._fading[id_]
            if id_ in self._items:
                self._remove(id_)
        for counts in (self._stuns, self._fading):
            for id_ in counts:
                counts[id_] -= self._frames
        for id_, left in self._fading.items():
            self._items[id_].setOpacity(min(1.0, left / (FADE_FRAMES / 2.0)))
