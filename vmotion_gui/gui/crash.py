"""What happens when something unexpected goes wrong: a clear dialog and a file with the details, never a traceback."""

from __future__ import annotations

import sys
import traceback
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QApplication, QMessageBox


class CrashReporter(QObject):
    """Takes the place of Python's own report of uncaught exceptions.

    Signals:
        reported(str): a details file has been written.
    """

    reported = Signal(str)

    def __init__(self, application: QApplication, folder: Path) -> None:
        super().__init__(application)
        self._folder = folder
        self._box: QMessageBox | None = None
        self._former = sys.excepthook

    def install(self) -> None:
        """Report uncaught exceptions from now on."""
        self._former = sys.excepthook
        sys.excepthook = self.report

    def remove(self) -> None:
        """Leave uncaught exceptions to Python again."""
        sys.excepthook = self._former

    def report(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        """Write the details, and tell the user once; further errors are only added to the file."""
        if issubclass(kind, KeyboardInterrupt):
            QApplication.quit()
            return
        path = self._write("".join(traceback.format_exception(kind, error, trace)))
        self.reported.emit(str(path))
        if self._box is None:
            self._tell(kind, error, path)

    def _write(self, details: str) -> Path | None:
        path = self._folder / "errors.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with path.open("a", encoding="utf-8") as file:
                file.write(f"{datetime.now(UTC).isoformat()}\n{details}\n")
        except OSError:
            return None
        return path

    def _tell(self, kind: type[BaseException], error: BaseException, path: Path | None) -> None:
        box = QMessageBox(QApplication.activeWindow())
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setIcon(QMessageBox.Icon.Critical)
        box.setWindowTitle(self.tr("Something went wrong"))
        box.setText(self.tr("The program met an error that it did not expect. Your lab is safe; save it to be sure."))
        reason = f"{kind.__name__}: {error}"
        where = self.tr("Details are in {path}.").format(path=path) if path is not None else ""
        box.setInformativeText(f"{reason}\n\n{where}".strip())
        box.finished.connect(self._closed)
        self._box = box
        box.open()

    def _closed(self) -> None:
        self._box = None
