"""Answers that take longer than a frame are worked out between frames."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator
from typing import Generic, TypeVar

from PySide6.QtCore import QObject, QTimer

T = TypeVar("T")
SLICE_S = 0.012


class Working(Generic[T]):
    """Runs steps to their end in slices, the first of them at once: what is short is done when it is made.

    Whoever makes one keeps it: nothing else does.
    """

    def __init__(self, steps: Generator[float, None, T], done: Callable[[T], None], parent: QObject) -> None:
        """`done` gets the result; not after `stop`."""
        self._steps = steps
        self._done = done
        self.share = 0.0
        """What is done, 0 to 1."""
        self._running = True
        self._timer = QTimer(parent)
        self._timer.timeout.connect(self._slice)
        self._timer.start(0)
        self._slice()

    def stop(self) -> None:
        """Go no further."""
        if self._running:
            self._running = False
            self._timer.stop()
            self._timer.deleteLater()
            self._steps.close()

    def _slice(self) -> None:
        until = time.perf_counter() + SLICE_S
        try:
            self.share = next(self._steps)
            while time.perf_counter() < until:
                self.share = next(self._steps)
        except StopIteration as end:
            self.stop()
            self._done(end.value)
        except BaseException:
            self.stop()  # a generator that has failed would look as if it had come to its end
            raise
