"""Kinds of objects that are dropped on the topology: what would hold the new object lights up."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QToolTip

from vmotion_gui.gui.editor.controller import Editor
from vmotion_gui.gui.editor.kinds import KINDS
from vmotion_gui.gui.editor.palette import KIND_MIME
from vmotion_gui.gui.objects import kind_name
from vmotion_gui.gui.topology.scene import TopologyScene
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.planning.building.adding import missing, parent_for


class KindDropping(QObject):
    """Looks at the view's drag events before the view does, and takes those of the palette."""

    def __init__(self, view: TopologyView, editor: Editor) -> None:
        super().__init__(view)
        self._view = view
        self._editor = editor
        view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.DragLeave:
            self._show("", QPoint(), "")
            return False
        if not isinstance(event, QDropEvent) or not event.mimeData().hasFormat(KIND_MIME):
            return False
        collection = bytes(event.mimeData().data(KIND_MIME).data()).decode()
        self._over(event, collection)
        return True

    def _over(self, event: QDropEvent, collection: str) -> None:
        inventory = self._editor.context.session.inventory
        position = event.position().toPoint()
        if collection not in KINDS or missing(inventory, collection) is not None:
            event.ignore()
            return
        parent = parent_for(inventory, collection, self._view.object_at(position))
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        if isinstance(event, QDragMoveEvent):
            self._show(parent, position, collection)
        else:
            self._show("", position, "")
            self._editor.add(collection, parent)

    def _show(self, parent: str, position: QPoint, collection: str) -> None:
        """Light up what would hold the new object, and say so at the pointer."""
        scene = self._view.scene()
        assert isinstance(scene, TopologyScene)
        scene.aim(parent)
        if not collection:
            QToolTip.hideText()
            return
        kind = kind_name(KINDS[collection])
        name = self._editor.context.name(parent) if parent else ""
        text = self.tr("New: {kind} in {parent}") if parent else self.tr("New: {kind}")
        place = self._view.viewport().mapToGlobal(position)
        here = QRect(self._view.mapFromGlobal(place), QSize(2, 2))  # with a rectangle it follows the pointer
        QToolTip.showText(place, text.format(kind=kind, parent=name), self._view, here)
