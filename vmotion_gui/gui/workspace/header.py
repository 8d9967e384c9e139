"""The line on top of the workspace: which object is shown, and what it is."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from vmotion_gui.gui import objects
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import object_icon


class ObjectHeader(QWidget):
    """Icon, name, kind of the current object; a hint where nothing is selected."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._icon = QLabel(self)
        self._name = QLabel(self)
        self._name.setObjectName("objectName")
        self._name.setWordWrap(True)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(10, 6, 10, 6)
        layout.setSpacing(8)
        layout.addWidget(self._icon)
        layout.addWidget(self._name, 1)
        context.selection.changed.connect(self.refresh)
        context.session.opened.connect(self.refresh)
        context.session.inventory_changed.connect(self.refresh)
        context.themes.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show the current object anew."""
        entity = self._context.session.inventory.get(self._context.selection.current)
        self._icon.setVisible(entity is not None)
        if entity is None:
            self._name.setText(self.tr("Nothing selected"))
            return
        kind, theme = objects.kind_of(entity), self._context.themes.theme
        self._icon.setPixmap(object_icon(kind, objects.state_of(entity), theme).pixmap(QSize(20, 20)))
        more = len(self._context.selection.ids) - 1
        others = " " + self.tr("and {count} more").format(count=more) if more > 0 else ""
        self._name.setText(
            f"<b>{escape(objects.label(entity))}</b>{escape(others)} "
            f'<span style="color:{theme.muted}">{escape(objects.kind_name(kind))}</span>'
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.refresh()
        super().changeEvent(event)
