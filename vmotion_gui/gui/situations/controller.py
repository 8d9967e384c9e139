"""Opens situations from the Lessons menu, their keys and the gallery, and watches whether the goal is reached."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QEvent, QObject, QRectF, QTimer
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.files.controller import FileController
from vmotion_gui.gui.lessons.pictures import lesson_icon
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.settings import REACHED
from vmotion_gui.gui.situations.gallery import SituationGallery
from vmotion_gui.gui.situations.strip import GoalStrip
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.lessons.situations.table import SITUATIONS, Situation
from vmotion_gui.simulation.backend import Backend

if TYPE_CHECKING:
    from vmotion_gui.gui.window import MainWindow

_MARGIN = 40.0
"""Around what is looked at, in the scene."""


class SituationController(QObject):
    """At most one situation is open; another lab, or a lesson, ends it."""

    def __init__(self, context: Context, files: FileController, window: MainWindow) -> None:
        super().__init__(window)
        self._context = context
        self._files = files
        self._window = window
        self._open: Situation | None = None
        self._backend: Backend | None = None
        self._actions: list[QAction] = []
        self.strip = GoalStrip(context, window)
        self.strip.again.connect(self._again)
        self.strip.left.connect(self._leave)
        session = context.session
        session.opened.connect(self._opened)
        for signal in (session.migrations_changed, session.inventory_changed, session.tasks_changed):
            signal.connect(self._look)
        window.installEventFilter(self)

    def fill(self, menus: Menus, menu: QMenu) -> None:
        """The gallery, and a submenu with a key for each."""
        menu.addSeparator()
        menus.add(menu, lambda: self.tr("&Situations…"), self.show_gallery, "Ctrl+Shift+L")
        self._menu = menu.addMenu("")
        for number, situation in enumerate(SITUATIONS, start=1):
            action = self._menu.addAction("", self._starter(number - 1))
            action.setShortcut(f"Ctrl+Alt+{number}")
            action.setIcon(lesson_icon(situation.icon, self._context.themes.theme))
            self._window.addAction(action)
            self._actions.append(action)
        self._retranslate()

    def show_gallery(self) -> SituationGallery:
        """Let the user choose."""
        gallery = SituationGallery(self._context, self._window)
        gallery.chosen.connect(self.start)
        gallery.open()
        return gallery

    def start(self, place: int) -> None:
        """Open a situation by its place; asks before anything unsaved of another estate is lost."""
        self._begin(SITUATIONS[place], ask=self._open is None)

    def _starter(self, place: int) -> Callable[[], None]:
        return lambda: self.start(place)

    def _again(self) -> None:
        if self._open is not None:
            self._begin(self._open, ask=False)

    def _begin(self, situation: Situation, *, ask: bool) -> None:
        """What begins by itself stands at its first moment, to be played."""
        text, session = self._context.language.text, self._context.session
        lab = msgspec.structs.replace(situation.make(), name=text(situation.name), description=text(situation.goal))
        if not self._files.new_from(lab, ask=ask):
            return
        tickets = [session.submit(Migrate(spec=spec)) for spec in situation.begins]
        session.pause()
        self._open, self._backend = situation, session.backend
        self._context.selection.select([situation.selected])
        if tickets:
            self._context.selection.show_migration(tickets[0].id)
        self._window.docks.show("migration" if tickets else "tasks")
        self._look()
        QTimer.singleShot(0, self, self._show_cluster)  # the docks have their sizes then

    def _show_cluster(self) -> None:
        """The estates are small: hosts and VMs are to be read, names and all."""
        view, rect = self._window.parts.topology.view, QRectF()
        for cluster in self._context.session.inventory.clusters:
            rect = rect.united(view.rect_of(cluster))
        if not rect.isEmpty():
            view.fit(rect, margin=_MARGIN)

    def _opened(self) -> None:
        if self._context.session.backend is not self._backend:
            self._leave()

    def _leave(self) -> None:
        self._open = self._backend = None
        self.strip.forget()

    def _look(self, _: object = None) -> None:
        if self._open is None or self._backend is None:
            return
        reached = self._open.reached(self._backend)
        if reached:
            settings = self._context.settings
            known = settings.get(REACHED).split()
            if self._open.id not in known:
                settings.put(REACHED, " ".join((*known, self._open.id)))
        self.strip.tell(self._open, reached=reached)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        return False

    def _retranslate(self) -> None:
        self._menu.setTitle(self.tr("Start a s&ituation"))
        for number, (situation, action) in enumerate(zip(SITUATIONS, self._actions, strict=True), start=1):
            action.setText(f"&{number}  {self._context.language.text(situation.name)}")
        self.strip.retranslate()
