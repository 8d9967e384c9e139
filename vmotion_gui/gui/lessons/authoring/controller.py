"""Records lessons in the window, and lets them be edited, previewed and saved."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDockWidget, QMenu

from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.lessons.authoring import asking
from vmotion_gui.gui.lessons.authoring.dialog import AuthoringWindow
from vmotion_gui.gui.lessons.authoring.picker import TargetPicker
from vmotion_gui.gui.lessons.authoring.recording_pane import RecordingPane
from vmotion_gui.gui.lessons.gallery import own_folder
from vmotion_gui.gui.lessons.stage import Stage
from vmotion_gui.inventory.commands import Command
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.drafting import Draft
from vmotion_gui.lessons.reading import load_lesson
from vmotion_gui.lessons.recording import Recorder
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.embedded import EmbeddedBackend

if TYPE_CHECKING:
    from vmotion_gui.gui.lessons.controller import LessonController
    from vmotion_gui.gui.window import MainWindow


class AuthoringController(QObject):
    """One window's authoring. At most one lesson is recorded or edited at a time.

    Attributes: `recorder`, while somebody records; `dialog`, while a lesson is edited.
    """

    def __init__(self, window: MainWindow, lessons: LessonController) -> None:
        super().__init__(window)
        self._window, self._lessons, self._context = window, lessons, window.context
        self._session = window.context.session
        self._stage = Stage(window)
        self.recorder: Recorder | None = None
        self.dialog: AuthoringWindow | None = None
        self._dock: QDockWidget | None = None
        self._pane: RecordingPane | None = None
        self._happened: tuple[str, ...] = ()
        self._previewing = False
        session = self._session
        session.submitted.connect(self._submitted)
        session.playback_changed.connect(self._time)
        session.time_changed.connect(self._time)
        session.opened.connect(self._opened)
        self._context.selection.changed.connect(self._selected)
        self._context.language.changed.connect(self._retranslate)
        lessons.shown.connect(self._lesson_shown)

    def fill(self, menu: QMenu) -> None:
        """The entries of the Lessons menu."""
        add = self._window.menus.add
        menu.addSeparator()
        self._record = add(menu, lambda: self.tr("&Record a lesson…"), self.record, "Ctrl+Shift+R")
        self._edit = add(menu, lambda: self.tr("&Edit a lesson…"), self.ask_edit)
        menu.aboutToShow.connect(self._show_menu)

    def _show_menu(self) -> None:
        for action in (self._record, self._edit):
            action.setEnabled(self._free)

    @property
    def _free(self) -> bool:
        return self.recorder is None and self.dialog is None and self._lessons.player is None

    # --- recording ----------------------------------------------------------------------------------------------

    def record(self) -> None:
        """Begin to record, with the estate as it is now, on a run of its own."""
        backend = self._session.backend
        if not self._free or not isinstance(backend, EmbeddedBackend):
            return
        if backend.busy:
            self._tell(self.tr("Something is under way. A lesson can be recorded once it has ended."))
            return
        self.recorder = recorder = Recorder(backend.now_lab())
        self._stage.show(recorder.backend, recorder.lab)
        self._open_dock()
        self._show_steps()

    def _open_dock(self) -> None:
        self._pane = RecordingPane()
        self._pane.end_step_wanted.connect(self._end_step)
        self._pane.stop_wanted.connect(self.stop)
        self._pane.discard_wanted.connect(self.discard)
        self._dock = QDockWidget(self.tr("Recording"), self._window)
        self._dock.setObjectName("dock-recording")
        self._dock.setFeatures(QDockWidget.DockWidgetFeature.DockWidgetMovable)
        self._dock.setWidget(self._pane)
        self._window.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self._dock)
        self._window.tabifyDockWidget(self._window.docks["inspector"], self._dock)
        self._dock.show()
        self._dock.raise_()

    def _close_dock(self) -> None:
        if self._dock is not None:
            self._window.removeDockWidget(self._dock)
            self._dock.deleteLater()
        self._dock = self._pane = None

    def stop(self) -> None:
        """The recording is over; what came of it is edited."""
        recorder = self.recorder
        if recorder is None or not recorder.steps():
            return
        self._session.pause()
        self.recorder = None
        self._close_dock()
        self._happened = tuple(dict.fromkeys(event.type for event in recorder.backend.events))
        self._open(Draft(recorder.lesson("my-lesson"), recorder.lab))

    def discard(self) -> None:
        """The recording is over, and nothing is kept of it."""
        self.recorder = None
        self._close_dock()
        self._stage.restore()

    def _end_step(self) -> None:
        if self.recorder is not None:
            self.recorder.paused()
            self._show_steps()

    def _submitted(self, command: Command, ticket: Ticket) -> None:
        if self.recorder is not None and ticket.accepted:
            self.recorder.acted(command)
            self._show_steps()

    def _selected(self, ids: Sequence[str]) -> None:
        if self.recorder is not None:
            self.recorder.looked_at(ids)
            self._show_steps()

    def _time(self, *_: object) -> None:
        recorder = self.recorder
        if recorder is None:
            return
        if self._session.playing:
            recorder.watched()
        else:
            recorder.paused()
            self._show_steps()

    def _opened(self) -> None:
        if self._stage.moving:
            return
        if self.recorder is not None and self._session.backend is self.recorder.backend:
            self.recorder.went_back()
            self._show_steps()
        elif self.recorder is not None:
            self.recorder = None
            self._close_dock()
            self._stage.forget()

    def _show_steps(self) -> None:
        if self.recorder is not None and self._pane is not None:
            self._pane.show_steps(self.recorder.steps(), self._context.language.code)

    # --- editing ------------------------------------------------------------------------------------------------

    def ask_edit(self) -> None:
        """Let the user choose a lesson file to edit."""
        folder = own_folder(self._context.settings)
        path = asking.open_lesson(self._window, str(folder))
        if path:
            self.edit(path)

    def edit(self, path: str) -> None:
        """Edit the lesson of a file, with its lab in the window."""
        if not self._free:
            return
        try:
            loaded = load_lesson(path)
        except LabError as error:
            dialogs.show_lab_error(self._window, self._context.language, error)
            return
        self._stage.show(EmbeddedBackend(loaded.lab), loaded.lab)
        self._happened = ()
        self._open(Draft(loaded.lesson, loaded.lab, Path(path)))

    def _open(self, draft: Draft) -> None:
        self.dialog = dialog = AuthoringWindow(self._context, draft, self._happened, self._window)
        dialog.may_close = self._may_close
        dialog.preview_wanted.connect(self.preview)
        dialog.save_wanted.connect(self.save)
        dialog.pick_wanted.connect(self.pick)
        dialog.closed.connect(self._closed)
        self._show_dialog()
        dialog.steps.setFocus()

    def _show_dialog(self) -> None:
        if self.dialog is not None:
            self.dialog.show()
            self.dialog.raise_()
            self.dialog.activateWindow()

    def _may_close(self) -> bool:
        dialog = self.dialog
        if dialog is None or not dialog.draft.modified:
            return True
        answer = dialogs.ask_unsaved(dialog, dialog.draft.lesson.title.of(self._context.language.code))
        return answer == "discard" or (answer == "save" and self.save())

    def _closed(self) -> None:
        dialog, self.dialog = self.dialog, None
        if dialog is not None:
            dialog.deleteLater()
            self._stage.restore()

    def save(self) -> bool:
        """Write the lesson with its lab; False if nothing was written."""
        dialog = self.dialog
        if dialog is None or dialog.draft.findings():
            return False
        draft, folder = dialog.draft, own_folder(self._context.settings)
        suggestion = draft.path or folder / f"{draft.lesson.id}.toml"
        path = asking.save_lesson(dialog, str(suggestion))
        if not path:
            return False
        try:
            Path(path).parent.mkdir(parents=True, exist_ok=True)
            draft.save(Path(path))
        except LabError as error:
            dialogs.show_lab_error(dialog, self._context.language, error)
            return False
        self._tell(self.tr("Saved: {file}").format(file=path))
        return True

    def preview(self) -> None:
        """Play the draft; its end, or leaving it, leads back to the dialog."""
        if self.dialog is not None and not self.dialog.draft.findings():
            self._previewing = True
            self.dialog.hide()
            self._lessons.play(self.dialog.draft.loaded(), preview=True)

    def _lesson_shown(self) -> None:
        if self._previewing and self._lessons.player is None:
            self._previewing = False
            self._show_dialog()

    def pick(self) -> None:
        """Let the user click what the spotlight is to fall on."""
        if self.dialog is not None:
            self.dialog.hide()
            topology = self._window.parts.topology.view
            picker = TargetPicker(self._window, self._lessons.targets, topology, self._context.themes)
            picker.picked.connect(self._picked)

    def _picked(self, target: str) -> None:
        if self.dialog is not None:
            if target:
                self.dialog.step_page.lights.put(target)
            self._show_dialog()

    # --- words --------------------------------------------------------------------------------------------------

    def _tell(self, text: str) -> None:
        self._window.statusBar().showMessage(text, 8000)

    def _retranslate(self) -> None:
        """Both windows are made anew: what they hold is kept elsewhere."""
        if self.recorder is not None:
            self._close_dock()
            self._open_dock()
            self._show_steps()
        if self.dialog is not None:
            old, row, seen = self.dialog, self.dialog.steps.currentRow(), self.dialog.isVisible()
            self._open(old.draft)
            self.dialog.steps.setCurrentRow(row)
            self.dialog.setVisible(seen)
            old.hide()
            old.deleteLater()
