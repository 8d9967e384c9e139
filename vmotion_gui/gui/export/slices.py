"""Longer work in the window's own thread, in slices between its frames, with progress and a way out."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QProgressDialog, QWidget

SLICE_S = 0.015
_SHOWN_AFTER_MS = 500
_STEPS = 1000


class Slices(QObject):
    """Runs an iterator of shares (0 to 1) to its end; after `cancel` nothing of it runs any more."""

    def __init__(
        self, work: Iterator[float], done: Callable[[], None], failed: Callable[[OSError], None], parent: QObject
    ) -> None:
        """Begins at once. `done` is called at the end, `failed` for an OSError that ends it; neither after `cancel`."""
        super().__init__(parent)
        self._work, self._done, self._failed = work, done, failed
        self._dialog: QProgressDialog | None = None
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._slice)
        self._timer.start(0)

    @property
    def running(self) -> bool:
        """Whether there is still something to do."""
        return self._timer.isActive()

    def show_progress(self, text: str, cancel: str, parent: QWidget) -> None:
        """Tell how far it is, once it takes longer than a moment."""
        self._dialog = QProgressDialog(text, cancel, 0, _STEPS, parent)
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setMinimumDuration(_SHOWN_AFTER_MS)
        self._dialog.setAutoReset(False)
        self._dialog.setValue(0)
        self._dialog.canceled.connect(self.cancel)

    def cancel(self) -> None:
        """Stop. What the work holds is given back (`GeneratorExit`)."""
        self._end()
        close = getattr(self._work, "close", None)
        if close is not None:
            close()

    def _slice(self) -> None:
        until = time.perf_counter() + SLICE_S
        share = 0.0
        try:
            while time.perf_counter() < until:
                share = next(self._work)
        except StopIteration:
            self._end()
            self._done()
        except OSError as error:
            self._end()
            self._failed(error)
        except BaseException:
            self._end()  # a generator that has failed would look as if it had come to its end
            raise
        else:
            if self._dialog is not None:
                self._dialog.setValue(min(round(share * _STEPS), _STEPS - 1))

    def _end(self) -> None:
        self._timer.stop()
        if self._dialog is not None:
            self._dialog.canceled.disconnect(self.cancel)
            self._dialog.reset()
            self._dialog.deleteLater()
            self._dialog = None
