"""A lab without any object: says how one begins, and shows the palette of objects."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractScrollArea

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint


class EmptyLabHint(EmptyHint):
    """The sentence in the middle of the empty topology."""

    def __init__(self, area: QAbstractScrollArea, context: Context, show_palette: Callable[[], None]) -> None:
        super().__init__(area)
        self._context = context
        self._show_palette = show_palette
        context.session.opened.connect(self._opened)
        context.session.inventory_changed.connect(self._look)
        self._retranslate()
        self._look()

    def _is_empty(self) -> bool:
        return next(iter(self._context.session.inventory), None) is None

    def _opened(self) -> None:
        if self._is_empty():
            self._show_palette()
        self._look()

    def _look(self) -> None:
        self.show_if(self._is_empty())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setText(
            self.tr(
                "This lab is empty.\n\nDrag objects here from the Objects panel, choose Edit > Add, or right-click.\n"
                "It begins with a vCenter Server and a datacenter.\n\n"
                "File > New from template opens a complete estate instead."
            )
        )
