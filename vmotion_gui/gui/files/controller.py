"""New, open, save, import, recover: what the File menu does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from vmotion_gui import resources
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.dialogs.import_report import ImportReportDialog
from vmotion_gui.gui.dialogs.progress import JobDialog
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.files.current import CurrentLab
from vmotion_gui.gui.files.import_reports import ImportReports
from vmotion_gui.gui.files.loading import check_job, import_job, is_large, read_checked
from vmotion_gui.gui.files.protection import CrashProtection
from vmotion_gui.gui.files.recordings import Recordings
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.gui.garbage import resting
from vmotion_gui.gui.settings import LAST_FOLDER
from vmotion_gui.importers.rvtools import ImportResult
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.messages import Message
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.journal import RecoveredSession
from vmotion_gui.simulation.profiles.table import by_rules_of


def demo_path() -> Path:
    """The lab that is opened where none is named."""
    return resources.path("labs/demo.json")


class FileController(QObject):
    """Opens and saves labs, and asks before anything is lost.

    Signals:
        opened(): another lab is open.
        told(str): a sentence for the status bar.
    """

    opened = Signal()
    told = Signal(str)

    def __init__(self, context: Context, current: CurrentLab, autosave: Autosave, window: QWidget) -> None:
        super().__init__(window)
        self._context = context
        self._current = current
        self.protection = CrashProtection(context, current, autosave, window)
        self._window = window
        self.imports = ImportReports(context, current, window)
        self.imports.corrected.connect(lambda lab: self._adopt(lab, current.path, dirty=True))
        self.imports.told.connect(self.told)
        self.recordings = Recordings(context, window)
        self.protection.begin()

    # --- opening --------------------------------------------------------------------------------------------

    def new(self) -> None:
        """An empty lab."""
        if self.may_close():
            self._adopt(Lab(inventory=Inventory(), name=self.tr("New lab")), "")

    def new_from(self, lab: Lab, *, ask: bool = True) -> bool:
        """A lab that was made by the program, in no file yet; False if the user keeps what is open."""
        if ask and not self.may_close():
            return False
        self._adopt(lab, "")
        return True

    def open_demo(self) -> None:
        """The demo lab."""
        if self.may_close():
            self._adopt(load(demo_path()), "")

    def play_by(self, profile: ProfileName) -> None:
        """Play what has been asked for in this lab once more, by another hypervisor's rules; from its beginning."""
        lab = self._current.to_save()
        one_branch = len(self._context.session.backend.branches()) == 1
        if profile != lab.profile and (one_branch or self.may_close()):
            self._adopt(by_rules_of(lab, profile), self._current.path, dirty=True)

    def ask_open(self) -> None:
        """Open a lab that the user chooses."""
        if not self.may_close():
            return
        title, pattern = self.tr("Open lab"), self.tr("Labs (*.json)")
        path = dialogs.ask_open(self._window, self._folder(), pattern, title)
        if path:
            self.open_path(path)

    def open_recent(self, path: str) -> None:
        """Open a lab of the recent ones."""
        if self.may_close():
            self.open_path(path)

    def open_path(self, path: str) -> None:
        """Open a lab; large ones are checked in a process of their own."""
        if is_large(path):
            dialog = JobDialog(
                self.tr("Open lab"),
                self.tr("Checking {name}…").format(name=Path(path).name),
                self._context.language,
                lambda answer: self._checked(path, answer),
                self._window,
            )
            dialog.run(check_job, path)
            return
        try:
            lab = load(path)
        except LabError as error:
            self._not_opened(path, error)
            return
        self._adopt_file(lab, path)

    def _checked(self, path: str, answer: Any) -> None:
        try:
            if not isinstance(answer, str):
                raise LabError(answer, path)
            with resting():
                self._adopt_file(read_checked(path, answer), path)
        except LabError as error:
            self._not_opened(path, error)

    def _not_opened(self, path: str, error: LabError) -> None:
        if not Path(path).exists():
            self._context.settings.forget_recent(path)
        dialogs.show_lab_error(self._window, self._context.language, error)

    def _adopt_file(self, lab: Lab, path: str) -> None:
        self._remember(path)
        self._adopt(lab, path)
        self.imports.tell_of_opened()

    def _adopt(self, lab: Lab, path: str, *, dirty: bool = False) -> None:
        self._context.selection.select(())
        self._context.selection.show_migration("")
        with resting():
            self._context.session.adopt(EmbeddedBackend(lab))
            self._current.opened(lab, path, dirty=dirty)
            self.protection.begin()
            self.opened.emit()

    def recover(self, recovered: RecoveredSession) -> None:
        """Bring back what a crash has left behind."""
        self._context.session.adopt(EmbeddedBackend.recovered(recovered))
        self._current.opened(recovered.lab, recovered.file, dirty=True)
        self.protection.begin()
        self.told.emit(self.tr("The lab was brought back."))
        self.opened.emit()

    # --- importing ------------------------------------------------------------------------------------------

    def ask_import(self) -> None:
        """Import an RVTools export that the user chooses."""
        if not self.may_close():
            return
        pattern = self.tr("RVTools exports (*.xlsx *.csv);;All files (*)")
        path = dialogs.ask_open(self._window, self._folder(), pattern, self.tr("Import RVTools export"))
        if path:
            self.import_path(path)

    def import_path(self, path: str) -> None:
        """Import an export in a process of its own."""
        self._context.settings.put(LAST_FOLDER, str(Path(path).parent))
        text = self.tr("Importing {name}…").format(name=Path(path).name)
        title, language = self.tr("Import RVTools export"), self._context.language
        JobDialog(title, text, language, self._imported, self._window).run(import_job, path)

    def _imported(self, answer: ImportResult | Message) -> None:
        if isinstance(answer, Message):
            text = self._context.language.text(answer)
            dialogs.tell_problem(self._window, self.tr("Import RVTools export"), text)
            return
        dialog = ImportReportDialog(answer.lab.inventory, answer.report, self._context, self._window)
        dialog.confirmed.connect(lambda hosts: self._take_import(answer.lab, hosts))
        dialog.open()

    def _take_import(self, lab: Lab, confirmed: list[Host]) -> None:
        inventory = lab.inventory.with_entities(confirmed)
        self._adopt(msgspec.structs.replace(lab, inventory=inventory), "", dirty=True)

    # --- saving ---------------------------------------------------------------------------------------------

    def save(self) -> bool:
        """Save; False if the user did not want to, or it failed."""
        return self._save_to(self._current.path) if self._current.path else self.save_as()

    def save_as(self) -> bool:
        """Save under another name."""
        suggestion = self._current.path or str(Path(self._folder()) / f"{self._current.lab.name or 'lab'}.json")
        path = dialogs.ask_save(self._window, suggestion)
        return bool(path) and self._save_to(path)

    def _save_to(self, path: str) -> bool:
        try:
            self._current.save(path)
        except LabError as error:
            dialogs.show_lab_error(self._window, self._context.language, error)
            return False
        self._remember(path)
        self.protection.begin()
        self.told.emit(self.tr("Saved {name}.").format(name=Path(path).name))
        return True

    def may_close(self) -> bool:
        """Ask about unsaved changes; whether the lab may be closed."""
        if not self._current.modified:
            return True
        answer = dialogs.ask_unsaved(self._window, self._current.name)
        return answer == "discard" or (answer == "save" and self.save())

    def end(self) -> None:
        """The program ends: no journal is left behind."""
        self.protection.end()

    def _remember(self, path: str) -> None:
        self._context.settings.remember_recent(str(Path(path).resolve()))
        self._context.settings.put(LAST_FOLDER, str(Path(path).resolve().parent))

    def _folder(self) -> str:
        return self._context.settings.get(LAST_FOLDER) or str(Path.home())
