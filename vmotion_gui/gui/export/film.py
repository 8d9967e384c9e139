"""A run as an animation: the run is played again on a stage of its own, and each frame of it is painted."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtWidgets import QProgressDialog, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.gui.export.encoding import encode
from vmotion_gui.gui.export.pictures import CAPTION_PX, paint_topology
from vmotion_gui.gui.export.slices import Slices
from vmotion_gui.gui.files.jobs import Worker
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.embedded import EmbeddedBackend

FRAMES_PER_S = 10
_EVENTS_AT_ONCE = 8
_PACKET_STEP_PX = 7.0
_MARGIN = 10.0
_PAINTING = 0.75
"""Of the progress that is shown, the share of painting; the rest is writing."""
_STEPS = 1000
Caption = Callable[[float], str]


@dataclass(frozen=True)
class Cut:
    """What is filmed: from and to which simulated second, in how many seconds of film, how wide in pixels."""

    from_s: float
    to_s: float
    film_s: int
    width: int

    @property
    def frames(self) -> int:
        """How many pictures that makes."""
        return self.film_s * FRAMES_PER_S

    def time_s(self, frame: int) -> float:
        """The simulated time of a frame."""
        return self.from_s + (self.to_s - self.from_s) * frame / (self.frames - 1)


class Stage(QObject):
    """A topology that nobody sees, over a run of its own; the window's stays where it is."""

    def __init__(self, context: Context, lab: Lab, like: TopologyView, size: QSize) -> None:
        """`lab` has the commands of the run; what `like` shows is what is seen here."""
        super().__init__()
        self._owner = QWidget()
        self._owner.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
        self.backend = EmbeddedBackend(lab)
        self.session = Session(self.backend, self)
        selection = Selection(self)
        drag = DragController(self.session, selection, context.language, context.themes, self._owner)
        self.view = TopologyView(self.session, selection, context.themes, context.language, drag, self._owner)
        self.view.set_layout_mode(like.layout_mode)
        self.view.resize(size - QSize(0, CAPTION_PX))
        self._owner.show()  # what was never shown takes no size
        self.view.fit(like.sight(), _MARGIN)
        self._context, self._size = context, size

    def painted(self, caption: str) -> QImage:
        """The frame of this moment."""
        self.session.refresh()
        for item in self.view.overlay.items.values():
            item.shift += _PACKET_STEP_PX
        image = QImage(self._size, QImage.Format.Format_RGB32)
        painter = QPainter(image)
        room = QRectF(0.0, 0.0, self._size.width(), self._size.height())
        paint_topology(painter, self.view, self._context.themes.theme, caption, room)
        painter.end()
        return image

    def strike(self) -> None:
        """Take it down."""
        self._owner.hide()
        self._owner.deleteLater()
        self.deleteLater()


class Film(QObject):
    """Makes one film. Signals: finished(): the file is there; failed(OSError): it could not be written."""

    finished = Signal()
    failed = Signal(object)

    def __init__(self, stage: Stage, cut: Cut, caption: Caption, target: Path, parent: QWidget) -> None:
        """Begins at once."""
        super().__init__(parent)
        self._stage: Stage | None = stage
        self._cut, self._caption, self._target = cut, caption, target
        self._folder = tempfile.TemporaryDirectory(prefix="vmotion-gui-film-")
        self._dialog = QProgressDialog(parent)
        self._dialog.setLabelText(self.tr("The run is being filmed…"))
        self._dialog.setCancelButtonText(self.tr("Cancel"))
        self._dialog.setWindowModality(Qt.WindowModality.WindowModal)
        self._dialog.setRange(0, _STEPS)
        self._dialog.setAutoReset(False)
        self._dialog.setMinimumDuration(0)
        self._dialog.setValue(0)
        self._dialog.canceled.connect(self.cancel)
        self._worker = Worker(self)
        self._worker.progressed.connect(lambda share, _: self._show(_PAINTING + (1.0 - _PAINTING) * share))
        self._worker.finished.connect(lambda _: self._end(self.finished.emit))
        self._worker.failed.connect(self._not_written)
        self._slices = Slices(self._frames(stage), self._write, self._not_painted, self)

    @property
    def running(self) -> bool:
        """Whether it is still being made."""
        return self._slices.running or self._worker.running

    def cancel(self) -> None:
        """Give it up; nothing is left of it."""
        self._slices.cancel()
        self._worker.cancel()
        self._end(lambda: None)

    def _frames(self, stage: Stage) -> Iterator[float]:
        cut = self._cut
        for frame in range(cut.frames):
            time_s = cut.time_s(frame)
            while not stage.backend.advance(time_s, max_events=_EVENTS_AT_ONCE):
                yield frame / cut.frames
            image = stage.painted(self._caption(time_s))
            path = Path(self._folder.name) / f"{frame:05d}.png"
            writer = QImageWriter(str(path), QByteArray(b"png"))
            writer.setCompression(1)
            if not writer.write(image):
                raise OSError(f"{path}: {writer.errorString()}")
            self._show(_PAINTING * (frame + 1) / cut.frames)
            yield frame / cut.frames

    def _show(self, share: float) -> None:
        self._dialog.setValue(min(round(share * _STEPS), _STEPS - 1))

    def _write(self) -> None:
        self._strike()
        self._dialog.setLabelText(self.tr("The animation is being written…"))
        self._worker.start(encode, self._folder.name, str(self._target), round(1000 / FRAMES_PER_S))

    def _not_painted(self, error: OSError) -> None:
        self._end(lambda: self.failed.emit(error))

    def _not_written(self, error: object, _trace: str) -> None:
        told = error if isinstance(error, OSError) else OSError(str(error))
        self._end(lambda: self.failed.emit(told))

    def _strike(self) -> None:
        if self._stage is not None:
            self._stage.strike()
            self._stage = None

    def _end(self, tell: Callable[[], None]) -> None:
        self._strike()
        self._dialog.canceled.disconnect(self.cancel)
        self._dialog.reset()
        self._dialog.deleteLater()
        self._folder.cleanup()
        tell()
        self.deleteLater()
