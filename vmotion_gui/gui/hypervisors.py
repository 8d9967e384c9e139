"""The menu of hypervisors: whose rules migrations go by."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

from PySide6.QtCore import QEvent
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.files.controller import FileController
from vmotion_gui.inventory.hypervisor import ProfileName

PROFILES: tuple[ProfileName, ...] = get_args(ProfileName)


class HypervisorMenu(QMenu):
    """Shows the profile in force, and plays the lab by another one."""

    def __init__(self, context: Context, files: FileController, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        self._files = files
        group = QActionGroup(self)
        for profile in PROFILES:
            action = self.addAction("")
            action.setCheckable(True)
            action.setData(profile)
            action.triggered.connect(self._chooser(profile))
            group.addAction(action)
        self.setToolTipsVisible(True)
        context.session.opened.connect(self._show)
        self._retranslate()

    def _chooser(self, profile: ProfileName) -> Callable[[], None]:
        return lambda: self._choose(profile)

    def _choose(self, profile: ProfileName) -> None:
        self._files.play_by(profile)
        self._show()

    def _show(self) -> None:
        for action in self.actions():
            action.setChecked(action.data() == self._context.session.backend.profile)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setTitle(self.tr("&Hypervisor"))
        tip = self.tr("Play all that was asked for in this lab once more from its beginning, by these rules")
        for action in self.actions():
            action.setText(words.profile_name(action.data()))
            action.setToolTip(tip)
        self._show()
