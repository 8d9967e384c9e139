"""Long work in a process of its own, so that the window stays alive, and can end it.

The job's function must be importable and know no Qt; it is called with its arguments and a `progress` function that
takes (share, Message or None). What it returns, or why it failed, comes back over a pipe.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import threading
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.messages import Message

_POLL_MS = 40
_END_WAIT_S = 2.0
_ORDER_WAIT_S = 0.05

Job = Callable[..., Any]


class Worker(QObject):
    """Runs one job.

    Signals:
        progressed(float, Message | None): share of the work done, 0 to 1, and what is being done.
        finished(object): what the job returned.
        failed(object, str): the exception that the job raised, and its traceback in words.
    """

    progressed = Signal(float, object)
    finished = Signal(object)
    failed = Signal(object, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._process: multiprocessing.process.BaseProcess | None = None
        self._pipe: Connection | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_POLL_MS)
        self._timer.timeout.connect(self._poll)

    @property
    def running(self) -> bool:
        """Whether the job is still at work."""
        return self._process is not None

    def start(self, job: Job, *args: Any) -> None:
        """Begin."""
        context = multiprocessing.get_context("spawn")
        self._pipe, answers = context.Pipe(duplex=False)
        orders, ours = context.Pipe(duplex=False)
        self._process = context.Process(target=_work, args=(answers, orders), daemon=True)
        self._process.start()
        answers.close()
        orders.close()
        # an estate is written only as fast as the new process, which has first to load, reads it
        self._orderer = threading.Thread(target=_order, args=(ours, job, args), daemon=True)
        self._orderer.start()
        self._timer.start()

    def cancel(self) -> None:
        """End the process, whatever it is doing. Nothing is told any more."""
        self._timer.stop()
        process, self._process = self._process, None
        if process is not None:
            process.terminate()
            process.join(_END_WAIT_S)
            self._orderer.join(_ORDER_WAIT_S)
        if self._pipe is not None:
            self._pipe.close()
            self._pipe = None

    def _poll(self) -> None:
        pipe, process = self._pipe, self._process
        if pipe is None or process is None:
            return
        try:
            while pipe.poll():
                kind, *values = pipe.recv()
                if kind == "progress":
                    self.progressed.emit(*values)
                    continue
                self._end()
                (self.finished if kind == "finished" else self.failed).emit(*values)
                return
        except EOFError:
            self._end()
            self.failed.emit(RuntimeError("the worker process ended early"), "")

    def _end(self) -> None:
        self._timer.stop()
        if self._process is not None:
            self._process.join(_END_WAIT_S)
        if self._pipe is not None:
            self._pipe.close()
        self._process = self._pipe = None


def _order(pipe: Connection, job: Job, args: tuple[Any, ...]) -> None:
    """Tell a process what to do, unless it is ended before."""
    with pipe, contextlib.suppress(OSError):
        pipe.send((job, args))


def _work(pipe: Connection, orders: Connection) -> None:
    def progress(share: float, text: Message | None = None) -> None:
        pipe.send(("progress", float(share), text))

    answer: tuple[Any, ...]
    try:
        with orders:
            job, args = orders.recv()
        answer = ("finished", job(*args, progress=progress))
    except BaseException as error:  # the boundary of a process: whatever it is goes to the window
        answer = ("failed", error, traceback.format_exc())
    pipe.send(answer)
    pipe.close()
