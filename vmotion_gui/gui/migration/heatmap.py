"""The map of a VM's memory: every page is clean, dirty or in flight, and the cells add up to what remains."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import MemoryMap

CELL = 9
GAP = 1
_HEADER = 18
_FOOTER = 40

FloatArray = npt.NDArray[np.float64]


def cell_pages(memory: MemoryMap, cells: int) -> FloatArray:
    """Pages per cell: (cells, 3) clean, dirty, in flight. Cells are of equal size, in address order.

    Sums over the cells equal the sums over the regions, so the map adds up to the remaining bytes.
    """
    bounds = np.concatenate(([0.0], np.cumsum(memory.pages)))
    edges = np.linspace(0.0, bounds[-1], cells + 1)
    columns = [
        np.diff(np.interp(edges, bounds, np.concatenate(([0.0], np.cumsum(part)))))
        for part in (memory.clean, memory.dirty, memory.in_flight)
    ]
    return np.stack(columns, axis=1)


class MemoryHeatMap(QWidget):
    """Paints the cells, by role from left to right and top to bottom, with the sums below."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._memory: MemoryMap | None = None
        self._cells: FloatArray = np.zeros((0, 3))
        self._columns = 1
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Memory map"))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Memory map"))
        super().changeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(300, 220)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 110)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def show_memory(self, memory: MemoryMap | None) -> None:
        """Draw a migration's memory; None: nothing to draw."""
        self._memory = memory
        self.update()
        self.setAccessibleDescription(self.summary())

    @property
    def cells(self) -> FloatArray:
        """(n, 3) pages of each drawn cell: clean, dirty, in flight."""
        self._fill_cells()
        return self._cells

    def summary(self) -> str:
        """The sums in words."""
        if self._memory is None:
            return self.tr("No memory copy is running.")
        page = self._memory.page_bytes
        _clean, dirty, in_flight = (float(np.sum(part)) * page for part in self._parts())
        text = self.tr("Dirty {dirty} + in flight {in_flight} = remaining {remaining}")
        return text.format(
            dirty=words.quantity(dirty, "bytes"),
            in_flight=words.quantity(in_flight, "bytes"),
            remaining=words.quantity(dirty + in_flight, "bytes"),
        )

    def _parts(self) -> tuple[FloatArray, FloatArray, FloatArray]:
        assert self._memory is not None
        return self._memory.clean, self._memory.dirty, self._memory.in_flight

    def _fill_cells(self) -> None:
        self._columns = max((self.width() - 2) // (CELL + GAP), 1)
        rows = max((self.height() - _HEADER - _FOOTER) // (CELL + GAP), 1)
        count = self._columns * rows
        self._cells = np.zeros((0, 3)) if self._memory is None else cell_pages(self._memory, count)

    # --- painting -----------------------------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("background"))
        if self._memory is None:
            painter.setPen(self._theme.color("muted"))
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(12, 12, -12, -12), flags, self.summary())
            painter.end()
            return
        self._fill_cells()
        self._paint_roles(painter)
        painter.drawImage(QPoint(1, _HEADER), self._image())
        self._paint_footer(painter)
        painter.end()

    def _image(self) -> QImage:
        """Each cell as a stack: clean below, in flight, dirty on top, in proportion to its pages."""
        rows = -(-len(self._cells) // self._columns)
        pitch = CELL + GAP
        shares = np.zeros((rows * self._columns, 3))
        shares[: len(self._cells)] = self._cells / np.maximum(self._cells.sum(axis=1, keepdims=True), 1e-12)
        heights = (np.arange(CELL)[::-1] + 0.5) / CELL
        clean, in_flight = shares[:, 0, None], shares[:, 2, None]
        state = (heights >= clean).astype(np.intp) + (heights >= clean + in_flight)
        state[len(self._cells) :] = 3
        colors = [self._theme.color(role) for role in ("clean", "in_flight", "dirty", "background")]
        palette = np.array([[color.blue(), color.green(), color.red(), 255] for color in colors], dtype=np.uint8)
        picture = np.empty((rows, pitch, self._columns, pitch, 4), dtype=np.uint8)
        picture[:] = palette[3]
        stacked = palette[state].reshape(rows, self._columns, CELL, 4).transpose(0, 2, 1, 3)
        picture[:, :CELL, :, :CELL] = stacked[:, :, :, None, :]
        width, height = self._columns * pitch, rows * pitch
        pixels = picture.tobytes()  # the image only borrows them, so they must outlive the copy
        return QImage(pixels, width, height, width * 4, QImage.Format.Format_RGB32).copy()

    def _role_spans(self) -> list[tuple[str, float, float]]:
        """(role, first, last) as shares of the address space, where neighbours of one role are one span."""
        memory = self._memory
        assert memory is not None
        ends = np.cumsum(memory.pages) / max(float(np.sum(memory.pages)), 1e-12)
        spans: list[tuple[str, float, float]] = []
        start = 0.0
        for index, end in zip(memory.role.tolist(), ends.tolist(), strict=True):
            role = memory.roles[index]
            if spans and spans[-1][0] == role:
                spans[-1] = (role, spans[-1][1], end)
            else:
                spans.append((role, start, end))
            start = end
        return spans

    def _paint_roles(self, painter: QPainter) -> None:
        painter.setPen(self._theme.color("muted"))
        texts = [
            f"{words.role_name(role)} {round((last - first) * 100)} %" for role, first, last in self._role_spans()[:3]
        ]
        line = " › ".join(texts)
        area = QRect(2, 0, self.width() - 4, _HEADER)
        elided = painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, elided)

    def _paint_footer(self, painter: QPainter) -> None:
        top = self.height() - _FOOTER + 2
        left = 2
        entries = (("clean", self.tr("clean")), ("dirty", self.tr("dirty")), ("in_flight", self.tr("in flight")))
        for role, text in entries:
            painter.fillRect(left, top + 4, CELL, CELL, self._theme.color(role))
            painter.setPen(self._theme.color("text"))
            painter.drawText(QPoint(left + CELL + 4, top + 13), text)
            left += CELL + 16 + painter.fontMetrics().horizontalAdvance(text)
        area = QRect(2, top + 18, self.width() - 4, 20)
        text = painter.fontMetrics().elidedText(self.summary(), Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, text)

    # --- asking -------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._memory is not None:
            text = self.cell_text(event.pos())
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)

    def cell_text(self, position: QPoint) -> str:
        """What the cell at a position holds, in words; "" beside the cells."""
        column, row = (position.x() - 1) // (CELL + GAP), (position.y() - _HEADER) // (CELL + GAP)
        index = row * self._columns + column
        if self._memory is None or not (0 <= column < self._columns and 0 <= index < len(self._cells)):
            return ""
        clean, dirty, in_flight = (float(n) for n in self._cells[index])
        share = (index + 0.5) / len(self._cells)
        role = next((role for role, _, last in self._role_spans() if share <= last), "applications")
        text = self.tr("{role}: {clean} pages clean, {dirty} dirty, {in_flight} in flight")
        return text.format(
            role=words.role_name(role), clean=round(clean), dirty=round(dirty), in_flight=round(in_flight)
        )
