"""The tree widget: selects, starts drags, takes drops, and asks for the context menu."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QTreeView, QWidget

from vmotion_gui.gui.drag.mime import VM_MIME, from_mime
from vmotion_gui.gui.drag.port import DragPort
from vmotion_gui.gui.maintenance.area import drag_hosts
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.tree.model import InventoryModel
from vmotion_gui.gui.tree.structure import ROOT


class InventoryTree(QTreeView):
    """One view of the inventory.

    Signals:
        menu_requested(QPoint): the context menu of the selection is wanted, at a global position.
        activated_object(str): an object was opened (double click, Enter).
    """

    menu_requested = Signal(QPoint)
    activated_object = Signal(str)

    def __init__(
        self, model: InventoryModel, selection: Selection, drag: DragPort, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._selection = selection
        self._drag = drag
        self._following = False
        self.setModel(model)
        self._configure()
        self.selectionModel().selectionChanged.connect(self._selected)
        self.activated.connect(self._activated)
        selection.changed.connect(self.show_selection)
        model.modelReset.connect(self._reset)

    def _configure(self) -> None:
        self.setHeaderHidden(True)
        self.setUniformRowHeights(True)
        self.setAnimated(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setDragEnabled(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setAutoScroll(True)
        self.setIndentation(16)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    # --- selection ------------------------------------------------------------------------------------------

    def _selected(self) -> None:
        if self._following or not self.isVisible():
            return
        ids = [self._model.id_at(index) for index in self.selectedIndexes()]
        current = self._model.id_at(self.currentIndex())
        if current in ids:
            ids = [id_ for id_ in ids if id_ != current] + [current]
        self._following = True
        self._selection.select(ids)
        self._following = False

    @contextmanager
    def rows_changing(self) -> Iterator[None]:
        """While rows go and come, nothing is deselected by that."""
        self._following = True
        try:
            yield
        finally:
            self._following = False
        self.show_selection(scroll=False)

    def show_selection(self, _ids: object = None, *, scroll: bool = True) -> None:
        """Show what is selected elsewhere, opening the way to it."""
        if self._following or not self.isVisible():
            return
        indexes = [index for id_ in self._selection.ids if (index := self._model.index_of(id_)).isValid()]
        chosen = QItemSelection()
        for index in indexes:
            chosen.select(index, index)
        self._following = True
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if indexes:
            self.selectionModel().setCurrentIndex(indexes[-1], QItemSelectionModel.SelectionFlag.NoUpdate)
            if scroll:
                self.scrollTo(indexes[-1])
        self._following = False

    def _reset(self) -> None:
        self.show_selection(scroll=False)

    def _activated(self, index: QModelIndex) -> None:
        self.activated_object.emit(self._model.id_at(index))

    # --- what is open ---------------------------------------------------------------------------------------

    def expanded_ids(self) -> list[str]:
        """Ids of what is expanded."""
        found: list[str] = []
        self._walk_expanded(QModelIndex(), found.append)
        return found

    def _walk_expanded(self, parent: QModelIndex, note: Callable[[str], None]) -> None:
        for row in range(self._model.rowCount(parent)):
            index = self._model.index(row, 0, parent)
            if self.isExpanded(index):
                note(self._model.id_at(index))
                self._walk_expanded(index, note)

    def expand_ids(self, ids: list[str]) -> None:
        """Expand these, as far as they are there."""
        for id_ in ids:
            index = self._model.index_of(id_)
            if index.isValid():
                self.expand(index)

    def expand_places(self, limit: int = 400) -> None:
        """Expand everything down to hosts, as long as that shows no more rows than a person can look through."""
        parents = [QModelIndex()]
        shown = 0
        while parents:
            rows = [index for above in parents for index in self._model.places_under(above)]
            shown += len(rows)
            if shown > limit:
                return
            for index in rows:
                self.expand(index)
            parents = rows

    # --- context menu and keys ------------------------------------------------------------------------------

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if by_key:
            rect = self.visualRect(self.currentIndex())
            self.menu_requested.emit(self.viewport().mapToGlobal(rect.bottomLeft()))
        else:
            if not index.isValid():
                self._selection.select(())
            self.menu_requested.emit(event.globalPos())
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._drag.cancel()
        if event.text() in ("[", "]", ".", ",", " ", "?"):
            event.ignore()
            return
        super().keyPressEvent(event)

    # --- drag and drop --------------------------------------------------------------------------------------

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803  # Qt's own name
        vms = self._model.vms_at(self.selectedIndexes())
        hosts = self._model.hosts_at(self.selectedIndexes())
        if vms:
            self._drag.start(vms, self)
        elif hosts:
            drag_hosts([host.id for host in hosts], [host.name for host in hosts], self)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(VM_MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        super().dragMoveEvent(event)
        position = event.position().toPoint()
        hover = self._drag.hover(self._target(position), self.viewport().mapToGlobal(position))
        if hover.accepts:
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._drag.leave()

    def dropEvent(self, event: QDropEvent) -> None:
        target = self._target(event.position().toPoint())
        vms = from_mime(event.mimeData())
        self.viewport().update()
        if vms and target != ROOT and self._drag.drop(vms, target):
            event.acceptProposedAction()
        else:
            event.ignore()

    def _target(self, position: QPoint) -> str:
        return self._model.id_at(self.indexAt(position))
