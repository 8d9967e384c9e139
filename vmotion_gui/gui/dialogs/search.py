"""Global search: jump to any object by a part of its name or address."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QLabel, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vmotion_gui.gui import objects
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.tree.search import NameIndex
from vmotion_gui.inventory.entities import Entity, VirtualMachine

_LIMIT = 100
_SEARCH_AFTER_MS = 80


class SearchDialog(QDialog):
    """A line to type in, and what fits.

    Signals:
        chosen(str): the id of the object to jump to.
    """

    chosen = Signal(str)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._index = NameIndex.of_inventory(context.session.inventory)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Search the whole inventory"))
        self.resize(560, 420)
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Name or address of any object"))
        self.text.setClearButtonEnabled(True)
        self.hits = QListWidget(self)
        self._count = QLabel(self)
        self._count.setForegroundRole(self._count.palette().ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        for widget in (self.text, self.hits, self._count):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self.search)
        self.text.textChanged.connect(self._typed)
        self.text.returnPressed.connect(self._choose)
        self.hits.itemActivated.connect(self._choose)
        self.text.installEventFilter(self)

    def _typed(self) -> None:
        self._timer.start()

    def search(self) -> None:
        """Show what fits to the text."""
        self._timer.stop()
        found = self._index.find(self.text.text())
        self.hits.clear()
        for id_ in found[:_LIMIT]:
            entity = self._context.session.inventory.get(id_)
            if entity is not None:
                self.hits.addItem(self._item(entity))
        self.hits.setCurrentRow(0)
        shown = self.tr("{shown} of {count} objects").format(shown=min(len(found), _LIMIT), count=len(found))
        self._count.setText(shown if self.text.text().strip() else "")

    def _item(self, entity: Entity) -> QListWidgetItem:
        kind = objects.kind_of(entity)
        place = ""
        if isinstance(entity, VirtualMachine):
            place = self.tr(" on {host}").format(host=self._context.name(entity.host))
        text = f"{objects.label(entity)} – {objects.kind_name(kind)}{place}"
        item = QListWidgetItem(object_icon(kind, objects.state_of(entity), self._context.themes.theme), text)
        item.setData(Qt.ItemDataRole.UserRole, entity.id)
        return item

    def _choose(self) -> None:
        if self._timer.isActive():
            self.search()
        item = self.hits.currentItem()
        if item is not None:
            self.chosen.emit(item.data(Qt.ItemDataRole.UserRole))
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
            step = steps.get(Qt.Key(event.key()))
            if step is not None and self.hits.count():
                self.hits.setCurrentRow((self.hits.currentRow() + step) % self.hits.count())
                return True
        return super().eventFilter(watched, event)
