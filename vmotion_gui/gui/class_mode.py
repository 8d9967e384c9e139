"""Class mode: what distracts a class is hidden, and what has to stay is locked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QObject, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDockWidget

if TYPE_CHECKING:
    from vmotion_gui.gui.window import MainWindow

_DISTRACTING = ("objects", "knobs", "alarms", "logs")
"""Docks that no lesson speaks of."""
_FREE = QDockWidget.DockWidgetFeature.NoDockWidgetFeatures


class ClassMode(QObject):
    """Panels stay where they are, the estate is operated and not rebuilt, and no other file is opened."""

    def __init__(self, window: MainWindow, building: Sequence[QAction], quitting: QAction) -> None:
        """`building`: what changes the estate itself; `quitting`: stays in the File menu."""
        super().__init__(window)
        self._window = window
        self._building, self._quitting = tuple(building), quitting
        self._layout: QByteArray | None = None
        self._features: dict[QDockWidget, QDockWidget.DockWidgetFeature] = {}
        self._locked: list[QAction] = []
        self.action = window.menus.add(window.menus.lessons, lambda: self.tr("Class m&ode"), self.toggle)
        self.action.setCheckable(True)

    @property
    def on(self) -> bool:
        """Whether it is on."""
        return self._layout is not None

    def toggle(self) -> None:
        """Begin class mode, or end it."""
        if self.on:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Hide and lock."""
        window = self._window
        self._layout = window.saveState()
        for name in _DISTRACTING:
            window.docks[name].hide()
        for dock in (*window.docks.all(), window.lessons.dock):
            self._features[dock] = dock.features()
            dock.setFeatures(_FREE)
            dock.toggleViewAction().setEnabled(False)
        self._lock([action for action in window.menus.file.actions() if action is not self._quitting])
        self._lock(self._building)
        window.object_actions.building = False
        self._offer_notes(on=False)
        window.setAcceptDrops(False)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.action.setChecked(True)

    def leave(self) -> None:
        """Everything as it was before."""
        window, layout = self._window, self._layout
        if layout is None:
            return
        self._layout = None
        for action in self._locked:
            action.setVisible(True)
            action.setEnabled(True)
        self._locked.clear()
        for dock, features in self._features.items():
            dock.setFeatures(features)
            dock.toggleViewAction().setEnabled(True)
        self._features.clear()
        window.object_actions.building = True
        self._offer_notes(on=True)
        window.setAcceptDrops(True)
        window.setContextMenuPolicy(Qt.ContextMenuPolicy.DefaultContextMenu)
        window.restoreState(layout)
        self.action.setChecked(False)

    def _offer_notes(self, *, on: bool) -> None:
        pane, player = self._window.lessons.pane, self._window.lessons.player
        pane.for_speaker = on
        pane.forget()
        if player is not None:
            pane.show_player(player, self._window.context.language.code)

    def _lock(self, actions: Sequence[QAction]) -> None:
        """Out of sight, and without their keys."""
        for action in actions:
            if action.isVisible() and not action.isSeparator():
                action.setVisible(False)
                action.setEnabled(False)
                self._locked.append(action)
