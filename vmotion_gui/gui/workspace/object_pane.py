"""What the pages about the selected object share: a header, and a content that is made only while it is seen."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.workspace.header import ObjectHeader


class ObjectPane(QWidget):
    """Follows selection, lab and theme. Subclasses build their content, then call `follow`."""

    def __init__(self, context: Context, parent: QWidget | None, *, refresh_ms: int) -> None:
        super().__init__(parent)
        self._context = context
        self._stale = True
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)
        self.rows.addWidget(ObjectHeader(context, self))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(refresh_ms)
        self._timer.timeout.connect(self.refresh)

    def follow(self) -> None:
        """Begin to show the current object, and what becomes of it."""
        context = self._context
        context.selection.changed.connect(self.refresh)
        context.session.opened.connect(self.refresh_soon)
        context.session.inventory_changed.connect(self.refresh_soon)
        context.themes.changed.connect(self.refresh)
        self.retranslate()

    def refresh_soon(self) -> None:
        """Show it anew in a moment; many changes at once cost one refresh."""
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Show the current object anew; while the pane is hidden, once it is shown."""
        self._stale = not self.isVisible()
        if not self._stale:
            self.show_object()

    def show_object(self) -> None:
        """Fill the content with the current object."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Set the texts in the language of the moment; the content follows."""
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._stale:
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
