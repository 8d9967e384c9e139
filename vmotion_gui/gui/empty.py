"""What an empty panel says: why it is empty, and how it fills."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLabel


class EmptyHint(QLabel):
    """A muted sentence in the middle of an empty view."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area.viewport())
        self._area = area
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setWordWrap(True)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self.setMargin(12)
        area.viewport().installEventFilter(self)

    def show_if(self, empty: bool) -> None:
        """Show the sentence, or hide it."""
        self.setGeometry(self._area.viewport().rect())
        self.setVisible(empty)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.setGeometry(self._area.viewport().rect())
        return super().eventFilter(watched, event)
