"""A list of objects with a box to tick for each."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from vmotion_gui.gui.context import Context

_ID = Qt.ItemDataRole.UserRole


class CheckedList(QListWidget):
    """Objects by name; space ticks the current one."""

    def __init__(self, context: Context, ids: Iterable[str], chosen: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        for id_ in sorted(ids, key=context.name):
            item = QListWidgetItem(context.name(id_), self)
            item.setData(_ID, id_)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if id_ in chosen else Qt.CheckState.Unchecked)

    def chosen(self) -> tuple[str, ...]:
        """Ids of what is ticked."""
        items = [self.item(row) for row in range(self.count())]
        return tuple(item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked)
