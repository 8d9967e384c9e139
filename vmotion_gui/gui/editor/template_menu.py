"""The menu of templates: estates to begin with."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QMenu, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.files.controller import FileController
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.building.templates import TEMPLATES, explanation, title


class TemplateMenu(QMenu):
    """Opens a new lab that is made from a template."""

    def __init__(self, context: Context, files: FileController, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._files = files
        self.setToolTipsVisible(True)
        for name in TEMPLATES:
            action = self.addAction("")
            action.setData(name)
            action.triggered.connect(self._opener(name))
        self._retranslate()

    def _opener(self, name: str) -> Callable[[], None]:
        return lambda: self._open(name)

    def _open(self, name: str) -> None:
        text = self._context.language.text
        lab = Lab(inventory=TEMPLATES[name](), name=text(title(name)), description=text(explanation(name)))
        self._files.new_from(lab)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setTitle(self.tr("New from &template"))
        for action in self.actions():
            action.setText(self._context.language.text(title(action.data())))
            about = self._context.language.text(explanation(action.data()))
            action.setToolTip(about)
            action.setStatusTip(about)
