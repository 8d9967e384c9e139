"""The map of a VM's memory: every page is clean, dirty or in flight, and the cells add up to what remains."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QHelpEvent, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import MemoryMap

CELL = 9
GAP = 1

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


def shortened(parts: Sequence[tuple[str, str]], between: str, metrics: QFontMetrics, width_px: int) -> str:
    """Names, each with what must stay after it, on one line: where they do not fit, the names are cut, all to the same
    width."""
    line = between.join(name + rest for name, rest in parts)
    if not parts or metrics.horizontalAdvance(line) <= width_px:
        return line
    kept_px = metrics.horizontalAdvance(between.join(rest for _, rest in parts))
    room_px = (width_px - kept_px) // len(parts)
    right = Qt.TextElideMode.ElideRight
    return between.join(metrics.elidedText(name, right, room_px) + rest for name, rest in parts)


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
        dirty, in_flight, remaining = self._sums()
        text = self.tr("Dirty {dirty} + in flight {in_flight} = remaining {remaining}")
        return text.format(dirty=dirty, in_flight=in_flight, remaining=remaining)

    def _sums(self) -> tuple[str, str, str]:
        """What is dirty, in flight, and both."""
        memory = self._memory
        assert memory is not None
        dirty, in_flight = (float(np.sum(part)) * memory.page_bytes for part in (memory.dirty, memory.in_flight))
        return (
            words.quantity(dirty, "bytes"),
            words.quantity(in_flight, "bytes"),
            words.quantity(dirty + in_flight, "bytes"),
        )

    def _header_px(self) -> int:
        return self.fontMetrics().height() + 2

    def _footer_px(self) -> int:
        return 2 * self.fontMetrics().height() + 6

    def _fill_cells(self) -> None:
        self._columns = max((self.width() - 2) // (CELL + GAP), 1)
        rows = max((self.height() - self._header_px() - self._footer_px()) // (CELL + GAP), 1)
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
        painter.drawImage(QPoint(1, self._header_px()), self._image())
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
        names = [(words.role_name(role), f" {round((end - begin) * 100)} %") for role, begin, end in self._role_spans()]
        area = QRect(2, 0, self.width() - 4, self._header_px())
        line = shortened(names[:3], " › ", painter.fontMetrics(), area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, line)

    def _paint_footer(self, painter: QPainter) -> None:
        line_px = painter.fontMetrics().height()
        top = self.height() - self._footer_px() + 3
        left = 2
        entries = (("clean", self.tr("clean")), ("dirty", self.tr("dirty")), ("in_flight", self.tr("in flight")))
        for role, text in entries:
            painter.fillRect(left, top + (line_px - CELL) // 2, CELL, CELL, self._theme.color(role))
            painter.setPen(self._theme.color("text"))
            painter.drawText(QPoint(left + CELL + 4, top + painter.fontMetrics().ascent()), text)
            left += CELL + 16 + painter.fontMetrics().horizontalAdvance(text)
        area = QRect(2, top + line_px + 1, self.width() - 4, line_px)
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self._sum_line(area.width()))

    def _sum_line(self, width_px: int) -> str:
        """The sums in words, or as figures in the legend's order where there is no room for words."""
        text = self.summary()
        if self.fontMetrics().horizontalAdvance(text) <= width_px:
            return text
        dirty, in_flight, remaining = self._sums()
        return f"{dirty} + {in_flight} = {remaining}"

    # --- asking -------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and self._memory is not None:
            text = self.cell_text(event.pos())
            QToolTip.showText(event.globalPos(), text, self) if text else QToolTip.hideText()
            return True
        return super().event(event)

    def cell_text(self, position: QPoint) -> str:
        """What the cell at a position holds, in words; "" beside the cells."""
        column, row = (position.x() - 1) // (CELL + GAP), (position.y() - self._header_px()) // (CELL + GAP)
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
