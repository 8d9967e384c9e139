"""The dialog of a job that runs in another process: how far it is, and Cancel."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QProgressDialog, QWidget

from vmotion_gui.gui.files.jobs import Job, Worker
from vmotion_gui.gui.language import Language
from vmotion_gui.messages import Message

_STEPS = 1000


class JobDialog(QProgressDialog):
    """Runs a job and closes when it is over."""

    def __init__(self, title: str, text: str, language: Language, done: Callable[[Any], None], parent: QWidget) -> None:
        """`done` takes what the job returned."""
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setLabelText(text)
        self.setRange(0, _STEPS)
        self.setMinimumDuration(0)
        self.setAutoClose(False)
        self.setAutoReset(False)
        self.setModal(True)
        self.setMinimumWidth(420)
        self._language = language
        self._done = done
        self._worker = Worker(self)
        self._worker.progressed.connect(self._progressed)
        self._worker.finished.connect(self._finished)
        self._worker.failed.connect(self._failed)
        self.canceled.connect(self._cancelled)

    def run(self, job: Job, *args: Any) -> None:
        """Start the job and show the dialog."""
        self._worker.start(job, *args)
        self.setValue(0)
        self.show()

    def _progressed(self, share: float, text: Message | None) -> None:
        self.setValue(round(share * _STEPS))
        if text is not None:
            self.setLabelText(self._language.text(text))

    def _finished(self, answer: Any) -> None:
        self.hide()
        self.deleteLater()
        self._done(answer)

    def _failed(self, error: BaseException, details: str) -> None:
        self.hide()
        self.deleteLater()
        error.add_note(details)
        raise error

    def _cancelled(self) -> None:
        self._worker.cancel()
        self.hide()
        self.deleteLater()
