"""Presenter mode: all but what the class is to see is put away, and comes back as it was."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QToolBar

from vmotion_gui.gui.presenting.notes import NotesWindow
from vmotion_gui.gui.presenting.slide import MOST_CHOICES, Slide
from vmotion_gui.gui.presenting.tools import Blank, Dot, Lens
from vmotion_gui.gui.settings import ZOOM_PERCENT
from vmotion_gui.lessons.targets import in_topology

if TYPE_CHECKING:
    from vmotion_gui.gui.menus import Menus
    from vmotion_gui.gui.window import MainWindow

_LARGER, _LARGEST_PERCENT = 1.5, 300
_PICTURE_LARGER = 2.0
"""The picture has the whole screen, and is read from the last row."""
_DOCKS_SHARE = 0.35
_NO_LIMIT_PX = (1 << 24) - 1


@dataclass(frozen=True)
class _Before:
    """How the window was."""

    docks: QByteArray
    state: Qt.WindowState
    bars: tuple[QToolBar, ...]
    with_map: bool
    """Whether the topology's overview map was wanted."""
    reading: float
    """The topology's size for reading."""


class PresenterController(QObject):
    """One window's presenter mode."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._context = window, window.context
        self._before: _Before | None = None
        self._step: tuple[int, int] = (0, -1)
        self.slide = Slide()
        self._bar = QToolBar(window)
        self._bar.setObjectName("bar-slide")
        self._bar.setMovable(False)
        self._bar.addWidget(self.slide)
        self._bar.hide()
        self.notes = NotesWindow(window)
        self.dot, self.lens, self.blank = Dot(), Lens(window), Blank(window)
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.timeout.connect(self._look_again)
        self._keys = self._make_keys()
        self._connect()

    def _make_keys(self) -> list[QShortcut]:
        """Keys that mean something only while something is presented."""
        deeds: dict[str, Callable[[], None]] = {
            "Esc": self.leave,
            "Space": self._play_or_pause,
            "B": self.blank.toggle,
            ".": self.blank.toggle,
            "L": lambda: self.dot.set_on(on=not self.dot.on),
            "M": lambda: self.lens.set_on(on=self.lens.isHidden()),
        }
        keys = [QShortcut(QKeySequence(key), self._window, deed) for key, deed in deeds.items()]
        digits = range(MOST_CHOICES)
        keys += [QShortcut(QKeySequence(str(index + 1)), self._window, self._chooser(index)) for index in digits]
        for key in keys:
            key.setEnabled(False)
        return keys

    def _connect(self) -> None:
        lessons = self._window.lessons
        lessons.shown.connect(self._follow)
        self.slide.chosen.connect(self._choose)
        self.notes.next_wanted.connect(lessons.go_on)
        self.notes.back_wanted.connect(lessons.back)
        self._window.parts.drag.targets_shown.connect(self._targets_shown)
        self._window.installEventFilter(self)

    def fill(self, menus: Menus) -> None:
        """Add the entries of the View menu."""
        self._present = menus.add(menus.view, lambda: self.tr("&Presenter mode"), self.toggle, "F11")
        self._present.setCheckable(True)
        menus.add(menus.view, lambda: self.tr("Speaker &notes"), self.show_notes, "Ctrl+F11")

    @property
    def presenting(self) -> bool:
        """Whether presenter mode is on."""
        return self._before is not None

    # --- beginning and end ------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Begin presenter mode, or end it."""
        if self.presenting:
            self.leave()
        else:
            self.enter()

    def enter(self) -> None:
        """Full screen, large type, nothing but the picture and the slide."""
        window = self._window
        bars = tuple(bar for bar in window.findChildren(QToolBar) if bar.isVisibleTo(window) and bar is not self._bar)
        topology = window.parts.topology
        with_map, reading = topology.bar.map.isChecked(), topology.view.reading
        self._before = _Before(window.saveState(), window.windowState(), bars, with_map, reading)
        topology.view.reading = reading * _PICTURE_LARGER
        percent = self._context.settings.get(ZOOM_PERCENT)
        self._context.themes.set_zoom(min(round(percent * _LARGER), _LARGEST_PERCENT))
        self.slide.enlarge()
        for bar in bars:
            bar.hide()
        self._show_controls(on=False)
        window.menuBar().setMaximumHeight(0)  # a hidden one would take its keys along
        window.statusBar().hide()
        window.addToolBar(Qt.ToolBarArea.BottomToolBarArea, self._bar)
        window.lessons.targets.widgets["lesson"] = self.slide
        for key in self._keys:
            key.setEnabled(True)
        self._present.setChecked(True)
        self._step = (0, -1)
        window.showFullScreen()
        self._follow()
        if window.lessons.player is not None and len(window.screen().virtualSiblings()) > 1:
            self.show_notes()

    def leave(self) -> None:
        """Everything as it was before."""
        before, window = self._before, self._window
        if before is None:
            return
        self._show_controls(on=True)
        window.parts.topology.view.reading = before.reading
        self._before = None
        self.dot.set_on(on=False)
        self.lens.set_on(on=False)
        self.blank.hide()
        for key in self._keys:
            key.setEnabled(False)
        self._present.setChecked(False)
        window.lessons.targets.widgets["lesson"] = window.lessons.pane
        window.removeToolBar(self._bar)
        window.menuBar().setMaximumHeight(_NO_LIMIT_PX)
        window.statusBar().show()
        for bar in before.bars:
            bar.show()
        self._context.themes.set_zoom(self._context.settings.get(ZOOM_PERCENT))
        window.setWindowState(before.state)
        window.restoreState(before.docks)
        player = window.lessons.player
        window.lessons.dock.setVisible(player is not None)
        window.lessons.spotlight.point_at(player.step.targets if player is not None and not player.free else ())
        self._again.start(0)

    def _show_controls(self, *, on: bool) -> None:
        """The tabs and what stands above and over the picture."""
        window, topology = self._window, self._window.parts.topology
        window.tabs.tabBar().setVisible(on)
        topology.bar.setVisible(on)
        if on:
            window.tabs.show()
        if self._before is not None:
            topology.bar.map.setChecked(on and self._before.with_map)

    def show_notes(self) -> None:
        """Open the window for who speaks."""
        self.notes.show_player(self._window.lessons.player, self._context.language.code)
        self.notes.begin()

    # --- following the lesson -----------------------------------------------------------------------------------

    def _follow(self) -> None:
        """The lesson is at another step, or its numbers are others."""
        player, language = self._window.lessons.player, self._context.language.code
        if self.notes.isVisible():
            self.notes.show_player(player, language)
        if not self.presenting:
            return
        self._bar.setVisible(player is not None)
        if player is not None:
            self.slide.show_player(player, language)
        step = (id(player), player.index if player is not None else 0)
        if step != self._step:
            self._step = step
            self._put_away()

    def _put_away(self) -> None:
        """Show what the step speaks of: its docks, and the picture unless it speaks of docks alone."""
        window, lessons = self._window, self._window.lessons
        for dock in (*window.docks.all(), lessons.dock):
            dock.hide()
        player = lessons.player
        targets = player.step.targets if player is not None and not player.free else ()
        lessons.spotlight.point_at(targets)
        of_picture = any(map(in_topology, targets))
        docked = any(dock.isVisibleTo(window) for dock in window.docks.all())
        window.tabs.setVisible(of_picture or not docked)
        if of_picture:
            window.tabs.setCurrentWidget(window.parts.topology)
        self._again.start(0)

    def _play_or_pause(self) -> None:
        session = self._context.session
        if session.playing:
            session.pause()
        else:
            session.play()

    def _look_again(self) -> None:
        """The picture has another size now: show there what the step is about."""
        window = self._window
        if not self.presenting:
            window.lessons.look()
            return
        docks = [dock for dock in window.docks.all() if dock.isVisibleTo(window)]
        if docks:  # without the picture they have all there is
            share = _DOCKS_SHARE if window.tabs.isVisibleTo(window) else 1.0
            window.resizeDocks(docks, [round(window.height() * share)] * len(docks), Qt.Orientation.Vertical)
        window.lessons.look()

    def _chooser(self, index: int) -> Callable[[], None]:
        return lambda: self._choose(index)

    def _choose(self, index: int) -> None:
        player = self._window.lessons.player
        prediction = player.step.prediction if player is not None else None
        if player is None or prediction is None or prediction.id in player.answers:
            return
        if index < len(prediction.choices):
            self._window.lessons.pane.answered.emit(index)

    def _targets_shown(self, vms: tuple[str, ...]) -> None:
        """While possible targets are marked, Esc ends that."""
        self._keys[0].setEnabled(self.presenting and not vms)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A window that closes while it presents must not remember what was put away."""
        if watched is self._window and event.type() is QEvent.Type.Close:
            self.leave()
            self.notes.close()
        elif watched is self._window and event.type() is QEvent.Type.Resize:
            self.blank.follow()
        return super().eventFilter(watched, event)
