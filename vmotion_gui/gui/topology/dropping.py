"""What happens while VMs are dragged above the topology: the target lights up, the picture follows at its edges."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QPointF, QRectF, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent

from vmotion_gui.gui.drag.mime import VM_MIME, from_mime
from vmotion_gui.gui.drag.port import DragPort
from vmotion_gui.gui.topology.navigation import NavigableView
from vmotion_gui.gui.topology.scene import TopologyScene

_EDGE = 36
"""Pixels from the viewport's edge within which it pans by itself."""
_PAN_MS = 30
_FASTEST = 22
_REST_MS = 800
"""Who rests so long on a cluster wants to aim at its hosts."""
_STILL_PX = 8


class Dropping(QObject):
    """Takes the view's drag events; who decides is the drag controller."""

    def __init__(self, scene: TopologyScene, drag: DragPort, view: NavigableView) -> None:
        super().__init__(view)
        self._scene = scene
        self._drag = drag
        self._view = view
        self._at = QPoint()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAN_MS)
        self._timer.timeout.connect(self._pan)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._come_nearer)
        self._rested_at = QPoint()
        self._before: QRectF | None = None
        """What was in sight before a rest brought the view nearer."""

    def enter(self, event: QDragEnterEvent) -> None:
        """Something came in: VMs are taken, anything else is not."""
        if event.mimeData().hasFormat(VM_MIME):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def move(self, event: QDragMoveEvent) -> None:
        """Accepts where the controller would take the drop."""
        if not event.mimeData().hasFormat(VM_MIME):
            event.ignore()
            return
        self._at = event.position().toPoint()
        if self._judge():
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()
        if (self._at - self._rested_at).manhattanLength() > _STILL_PX:
            self._rested_at = self._at
            self._rest.start()
        if self._push().isNull():
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _judge(self) -> bool:
        id_ = self._target()
        answer = self._drag.hover(id_, self._view.viewport().mapToGlobal(self._at))
        self._scene.hover(id_)
        self._scene.aim(id_ if answer.accepts else "")
        return answer.accepts

    def _target(self) -> str:
        """What is under the pointer; a chip stands for the host that it is on."""
        point = self._view.mapToScene(self._at)
        id_ = self._scene.object_at(point.x(), point.y())
        return self._scene.host_of(id_) if id_ in self._scene.picture.inventory.vms else id_

    def leave(self) -> None:
        """The drag went elsewhere: the view springs back to where it was."""
        self.end()
        self._drag.leave()
        if self._before is not None:
            self._view.fit(self._before)
            self._before = None

    def drop(self, event: QDropEvent) -> None:
        """Hand the VMs to the controller, with what is under the pointer."""
        self._at = event.position().toPoint()
        ids, target = from_mime(event.mimeData()), self._target()
        self._before = None
        self.end()
        if ids and target and self._drag.drop(ids, target):
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
        else:
            event.ignore()

    def end(self) -> None:
        """The gesture is over, however it ended."""
        self._timer.stop()
        self._rest.stop()
        self._scene.hover("")
        self._scene.aim("")

    def _push(self) -> QPoint:
        """How far the picture moves per tick, for a pointer this near to an edge."""
        size = self._view.viewport().size()
        return QPoint(_depth(self._at.x(), size.width()), _depth(self._at.y(), size.height()))

    def _come_nearer(self) -> None:
        """The pointer rests on a cluster, or on something in it, that is too small to aim at."""
        target, inventory = self._target(), self._scene.picture.inventory
        host = inventory.hosts.get(target)
        box = self._scene.box_of(host.cluster or target if host is not None else target)
        if box is None or not self._push().isNull():
            return
        before = self._view.sight()
        if self._view.zoom_into(QRectF(*box), QPointF(self._at)):
            self._before = self._before or before
            self._judge()

    def _pan(self) -> None:
        push = self._push()
        if push.isNull():
            self._timer.stop()
            return
        self._view.pan(push)
        self._judge()


def _depth(at: int, size: int) -> int:
    if at < _EDGE:
        return -max(1, _FASTEST * (_EDGE - max(at, 0)) // _EDGE)
    if at > size - _EDGE:
        return max(1, _FASTEST * (_EDGE - max(size - at, 0)) // _EDGE)
    return 0
