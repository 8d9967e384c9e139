"""The palette of objects: kinds that are dragged onto the topology, or added with Enter to what is selected."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QMimeData, QSize, Qt, Signal
from PySide6.QtGui import QDrag
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.editor.kinds import KINDS
from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.objects import kind_name
from vmotion_gui.planning.building.adding import missing

KIND_MIME = "application/x-vmotion-gui-kind"
_COLLECTION = Qt.ItemDataRole.UserRole


class ObjectsPalette(QListWidget):
    """Every kind of object; what cannot be added yet is disabled and says why.

    Signals:
        wanted(str): an object of this collection is wanted where the selection is.
    """

    wanted = Signal(str)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setIconSize(QSize(20, 20))
        self.setUniformItemSizes(True)
        for collection in KINDS:
            item = QListWidgetItem(self)
            item.setData(_COLLECTION, collection)
        self.itemActivated.connect(self._activated)
        context.session.inventory_changed.connect(self._show_possible)
        context.session.opened.connect(self._show_possible)
        context.themes.changed.connect(self._dress)
        self._retranslate()
        self._dress()

    def _activated(self, item: QListWidgetItem) -> None:
        if item.flags() & Qt.ItemFlag.ItemIsEnabled:
            self.wanted.emit(item.data(_COLLECTION))

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _dress(self) -> None:
        for item in self._items():
            kind = KINDS[item.data(_COLLECTION)]
            item.setIcon(object_icon(kind, "normal", self._context.themes.theme))

    def _show_possible(self) -> None:
        inventory = self._context.session.inventory
        for item in self._items():
            reason = missing(inventory, item.data(_COLLECTION))
            hint = self.tr("Drag it onto the topology, or press Enter to add it to what is selected.")
            item.setToolTip(self._context.language.text(reason) if reason is not None else hint)
            able = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
            item.setFlags(able if reason is None else Qt.ItemFlag.NoItemFlags)

    # --- dragging -------------------------------------------------------------------------------------------

    def mimeData(self, items: list[QListWidgetItem]) -> QMimeData:  # type: ignore[override]  # the stub says Sequence
        data = QMimeData()
        data.setData(KIND_MIME, str(items[0].data(_COLLECTION)).encode())
        data.setText(items[0].text())
        return data

    def startDrag(self, supportedActions: Qt.DropAction) -> None:  # noqa: N803  # Qt's own name
        items = self.selectedItems()
        if items:
            drag = QDrag(self)
            drag.setMimeData(self.mimeData(items))
            drag.setPixmap(items[0].icon().pixmap(24, 24))
            self.run(drag)

    @staticmethod
    def run(drag: QDrag) -> None:
        """Drag until the button is released; in its own event loop."""
        drag.exec(Qt.DropAction.CopyAction)

    # --- words ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Objects that can be added"))
        for item in self._items():
            item.setText(kind_name(KINDS[item.data(_COLLECTION)]))
        self._show_possible()
