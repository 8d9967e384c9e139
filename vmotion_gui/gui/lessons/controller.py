"""Plays lessons in the window: the player decides, the session runs and shows, the pane and the spotlight tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDockWidget, QMenu

from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.lessons.arriving import DroppedFiles, FirstOffer
from vmotion_gui.gui.lessons.authoring.controller import AuthoringController
from vmotion_gui.gui.lessons.gallery import Gallery
from vmotion_gui.gui.lessons.pane import LessonPane
from vmotion_gui.gui.lessons.progress import Progress
from vmotion_gui.gui.lessons.room import ChartsRoom
from vmotion_gui.gui.lessons.spotlight import Spotlight
from vmotion_gui.gui.lessons.stage import Stage
from vmotion_gui.gui.lessons.student.mode import StudentMode
from vmotion_gui.gui.lessons.targets import Targets
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.document import Step, WhenDone, WhenHappened, WhenPassed, WhenTrue
from vmotion_gui.lessons.player import Answer, Player, StuckError
from vmotion_gui.lessons.reading import LoadedLesson, load_lesson

if TYPE_CHECKING:
    from vmotion_gui.gui.window import MainWindow

EVENTS_AT_ONCE = 8
_RUNS_BY_ITSELF = (WhenHappened, WhenPassed, WhenTrue)
_CAMERA_MARGIN = 40.0


class LessonController(QObject):
    """One window's lessons. `player` is the lesson that is open, or None.

    Signals: shown(): the lesson is at another step, its numbers are others, or it was closed.
    """

    shown = Signal()

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._context = window, window.context
        self._session = window.context.session
        self.player: Player | None = None
        self._stage = Stage(window)
        self._preview = False
        self._moving = False
        self._beyond = False
        self._resume_at = 0
        self._room = ChartsRoom(window)
        self.progress = Progress(self._context.settings)
        self.student = StudentMode(window)
        self.pane = LessonPane()
        self.dock = QDockWidget(window)
        self.dock.setObjectName("dock-lesson")
        self.dock.setWidget(self.pane)
        self.dock.hide()
        window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        window.tabifyDockWidget(window.docks["inspector"], self.dock)
        window.docks.let_be_tall(self.dock)  # its text is to be read without scrolling
        self.targets = Targets(window, window.parts, self.pane)
        self.spotlight = Spotlight(window, self.targets, self._context.themes)
        self._ahead = QTimer(self)
        self._ahead.timeout.connect(self._go_ahead)
        self._keys = [QShortcut(QKeySequence(key), window) for key in ("PgDown", "PgUp")]
        self._connect()
        self.authoring = AuthoringController(window, self)
        DroppedFiles(window, self.start, window.files.open_recent)
        self.first = FirstOffer(window, self.start, self.show_gallery)
        self.shown.connect(self.first.hide)
        self._retranslate()
        self._enable_keys(on=False)

    def _connect(self) -> None:
        pane, session = self.pane, self._session
        pane.answered.connect(self._answer)
        pane.do_wanted.connect(self._do)
        pane.hint_wanted.connect(self._hint)
        pane.next_wanted.connect(self.go_on)
        pane.back_wanted.connect(self.back)
        pane.event_wanted.connect(session.step)
        pane.free_wanted.connect(self.toggle_free_play)
        pane.again_wanted.connect(self.again)
        pane.leave_wanted.connect(self.leave)
        self._keys[0].activated.connect(self.go_on)
        self._keys[1].activated.connect(self.back)
        session.time_changed.connect(self._look)
        session.submitted.connect(self._look)
        session.opened.connect(self._opened)
        self.student.changed.connect(self._retranslate)
        self._context.language.changed.connect(self._retranslate)
        self._window.parts.topology.view.looked.connect(self.spotlight.follow)

    def fill(self, menu: QMenu) -> None:
        """The Lessons menu."""
        add = self._window.menus.add
        add(menu, lambda: self.tr("&Gallery…"), self.show_gallery, "Ctrl+L")
        self._back_to = add(menu, lambda: self.tr("&Show the lesson"), self._show_dock)
        self._leave = add(menu, lambda: self.tr("&Leave the lesson"), self.leave)
        menu.aboutToShow.connect(self._show_menu)
        self.student.fill(menu)
        self.authoring.fill(menu)

    def _show_menu(self) -> None:
        for action in (self._back_to, self._leave):
            action.setEnabled(self.player is not None)

    def _retranslate(self) -> None:
        self.dock.setWindowTitle(self.tr("Lesson"))
        if self.player is not None:
            self._show()

    def _enable_keys(self, *, on: bool) -> None:
        """A presenter's clicker sends Page Up and Page Down; without a lesson they scroll as ever."""
        for key in self._keys:
            key.setEnabled(on)

    # --- beginning and end --------------------------------------------------------------------------------

    def show_gallery(self) -> Gallery:
        """Let the user choose a lesson."""
        gallery = Gallery(self._context, self._window)
        gallery.chosen.connect(self.start)
        gallery.lab_chosen.connect(self._window.files.open_recent)
        gallery.open()
        return gallery

    def start(self, path: str) -> None:
        """Begin the lesson of a file. What was open stays open behind it."""
        try:
            loaded = load_lesson(path)
        except LabError as error:
            dialogs.show_lab_error(self._window, self._context.language, error)
            return
        self.play(loaded)

    def play(self, loaded: LoadedLesson, *, preview: bool = False) -> None:
        """Begin a lesson. Of a preview no progress is kept, and no gallery follows it."""
        self._ahead.stop()
        self._preview = preview
        player = Player(loaded)
        self._resume_at = 0 if preview else self.student.begin(player)
        self.player = player
        self._session.limit = self._limit_s
        self._stage.show(self.player.backend, loaded.lab)
        self._enable_keys(on=True)
        self._show_dock()
        if self._resume_at:
            self.student.answer_again(self.player)
            self._ahead.start(0)
        else:
            self._enter()

    def leave(self) -> None:
        """Close the lesson, and go back to what was open before it."""
        if self.player is None:
            return
        self._ahead.stop()
        self.student.end()
        self.player = None
        self._session.limit = None
        self.pane.forget()
        self._enable_keys(on=False)
        self.spotlight.point_at(())
        self._room.take_back()
        self.dock.hide()
        self._stage.restore()
        self.shown.emit()

    def _show_dock(self) -> None:
        self.dock.show()
        self.dock.raise_()

    # --- going through it ---------------------------------------------------------------------------------

    def go_on(self) -> None:
        """To the next step; where this one has not ended, bring it to its end first."""
        player = self.player
        if player is None or player.free or self._ahead.isActive():
            return
        if not player.fulfilled:
            self.student.shown(player)
            self._session.pause()
            self._ahead.start(0)
        elif player.finished:
            preview = self._preview
            if not preview:
                self.progress.note(player.lesson.id, len(player.lesson.steps), done=True)
            self.leave()
            if not preview:
                self.show_gallery()
        elif player.forward():
            self._enter()

    def back(self) -> None:
        """To the step before."""
        self._ahead.stop()
        if self.player is not None and self.player.back():
            self._enter(play=False)

    def again(self) -> None:
        """This step from its beginning."""
        self._ahead.stop()
        if self.player is not None:
            self.player.again()
            self.pane.forget()
            self._enter()

    def toggle_free_play(self) -> None:
        """Play without the lesson, or go back to the moment at which that began."""
        player = self.player
        if player is None:
            return
        self._ahead.stop()
        lab = self._window.current.lab
        self._stage.show(player.return_to_lesson() if player.free else player.play_freely(), lab)
        self.look()
        self.spotlight.point_at(() if player.free else player.step.targets)
        self._show()

    def _answer(self, given: Answer) -> None:
        if self.player is not None:
            self.player.answer(given)
            self.student.answered(self.player, given)
            self.go_on()

    def _do(self, action: int) -> None:
        if self.player is not None:
            self._session.submit(self.player.step.actions[action].command)

    def _hint(self) -> None:
        if self.player is not None:
            self.student.hinted(self.player)
            self._show()

    def _enter(self, *, play: bool = True) -> None:
        """Show a step that the player has just come to."""
        player = self.player
        if player is None:
            return
        if not self._preview:
            self.progress.note(player.lesson.id, player.index + 1, done=False)
        self.student.entered(player)
        self._session.pause()
        self._redraw()
        self._show_migration(player.step)
        if player.step.camera:
            self.look()
        if any(target.startswith("migration") for target in player.step.targets):
            self._room.give()
            QTimer.singleShot(0, self, self.look)  # what was in view has less room now
        elif self._room.take_back():
            QTimer.singleShot(0, self, self.look)
        self.spotlight.point_at(player.step.targets)
        if player.step.speed:
            self._session.set_speed(player.step.speed)
        self._beyond = player.fulfilled
        if play and isinstance(player.step.until, _RUNS_BY_ITSELF) and not player.fulfilled:
            self._session.play()
        self._show()

    def _redraw(self) -> None:
        """The player has moved the run itself: all that is shown is old."""
        self._moving = True
        self._session.rewind(self._session.backend.now_s)
        self._session.refresh()
        self._moving = False
        self.spotlight.follow()

    def _show_migration(self, step: Step) -> None:
        """The first of the migrations that the step has just begun."""
        begun = sum(action.by == "lesson" and isinstance(action.command, Migrate) for action in step.actions)
        known = list(self._session.backend.migrations())
        if begun and len(known) >= begun:
            self._context.selection.show_migration(known[-begun])

    def look(self) -> None:
        """Bring into view what the step is about, or the last one before that was; and let the light follow."""
        if self.player is None:
            return
        so_far = self.player.lesson.steps[: self.player.index + 1]
        camera = next((step.camera for step in reversed(so_far) if step.camera), ())
        if camera:
            self._look_at(camera)
            self.spotlight.follow()

    def _look_at(self, ids: tuple[str, ...]) -> None:
        view = self._window.parts.topology.view
        rect = QRectF()
        for id_ in ids:
            rect = rect.united(view.rect_of(id_))
        if rect.isEmpty():
            view.fit()
        else:
            view.fit(rect, margin=_CAMERA_MARGIN)

    def _go_ahead(self) -> None:
        """A slice of what brings the step to its end."""
        player = self.player
        if player is None:
            self._ahead.stop()
            return
        try:
            ended = player.complete(EVENTS_AT_ONCE)
        except StuckError:
            self._ahead.stop()
            self._redraw()
            self._window.statusBar().showMessage(self.tr("This step cannot end any more. Start it again."))
            return
        if ended and player.index < self._resume_at:
            player.forward()
            self.student.answer_again(player)
            if player.index == self._resume_at:
                self._resume_at = 0
                self._ahead.stop()
                self._enter()
            return
        if ended:
            self._ahead.stop()
            self._redraw()
            self._ended(player)
        self._show()

    # --- following the run --------------------------------------------------------------------------------

    def _look(self, *_: object) -> None:
        """Time has gone on, or somebody has acted: has the step ended?"""
        player = self.player
        if player is None or self._moving:
            return
        if player.fulfilled and isinstance(player.step.until, WhenDone):
            self._ended(player)
            return
        self.spotlight.follow()
        self._show()

    def _ended(self, player: Player) -> None:
        """Where the user had to do something, the lesson goes on by itself."""
        if isinstance(player.step.until, WhenDone) and player.fulfilled and not player.last:
            self._session.pause()
            player.forward()
            self._enter()

    def _limit_s(self) -> float | None:
        """The end of a step that runs by itself; who goes on playing after it, plays on."""
        player = self.player
        return player.limit_s() if player is not None and not self._beyond else None

    def _opened(self) -> None:
        """Somebody has opened another lab, or another moment of this one."""
        player = self.player
        if player is None or self._moving or self._stage.moving:
            return
        if self._session.backend is not player.backend:
            self._stage.forget()
            self.student.end()
            self.player = None
            self._session.limit = None
            self.pane.forget()
            self._enable_keys(on=False)
            self.spotlight.point_at(())
            self.dock.hide()
            self.shown.emit()
            return
        self.spotlight.follow()
        self._show()

    def _show(self) -> None:
        if self.player is not None:
            if not self._resume_at:
                self.student.look(self.player)
            self.pane.show_score(self.student.line())
            self.pane.show_player(self.player, self._context.language.code)
            self.shown.emit()
