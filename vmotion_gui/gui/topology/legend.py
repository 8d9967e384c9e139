"""What the shapes and colours of the picture mean."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.topology import glyphs
from vmotion_gui.gui.topology.style import Style

_ROW, _PAD, _ICON, _TITLE = 22.0, 12.0, 16.0, 26.0
Draw = Callable[[QPainter, Style], None]


@dataclass(frozen=True)
class _Entry:
    draw: Draw
    text: str


def _vm_on(painter: QPainter, style: Style) -> None:
    glyphs.draw(painter, style, glyphs.vm, 0.0, 0.0, 14.0)
    glyphs.draw(painter, style, glyphs.play, 7.0, 6.0, 9.0)


def _vm_suspended(painter: QPainter, style: Style) -> None:
    glyphs.draw(painter, style, glyphs.vm, 0.0, 0.0, 14.0)
    glyphs.draw(painter, style, glyphs.pause, 7.0, 6.0, 9.0)


def _ghost(painter: QPainter, style: Style) -> None:
    painter.fillRect(QRectF(0.0, 3.0, 9.0, 10.0), style.brush("info", 95))
    painter.setBrush(style.no_brush)
    painter.setPen(style.pen("info", 1.4, 255, Qt.PenStyle.DashLine))
    painter.drawRect(QRectF(0.5, 3.0, 15.0, 10.0))


def _packets(painter: QPainter, style: Style) -> None:
    painter.fillRect(QRectF(0.0, 7.4, 16.0, 1.4), style.brush("in_flight"))
    for x in (1.0, 10.0):
        painter.fillRect(QRectF(x, 5.0, 6.0, 6.0), style.brush("in_flight"))


def _disk_packets(painter: QPainter, style: Style) -> None:
    painter.fillRect(QRectF(0.0, 7.4, 16.0, 1.4), style.brush("dirty"))
    for x in (1.0, 10.0):
        painter.fillRect(QRectF(x, 5.0, 6.0, 6.0), style.brush("dirty"))


def _load(role: str, share: float) -> Draw:
    def draw(painter: QPainter, style: Style) -> None:
        painter.fillRect(QRectF(0.0, 6.0, 16.0, 4.0), style.brush("grid"))
        painter.fillRect(QRectF(0.0, 6.0, 16.0 * share, 4.0), style.brush(role))

    return draw


def _link(painter: QPainter, style: Style) -> None:
    painter.fillRect(QRectF(0.0, 5.5, 16.0, 5.0), style.brush("neutral", 150))
    painter.fillRect(QRectF(0.0, 7.0, 16.0, 2.0), style.brush("raised"))


def _link_down(painter: QPainter, style: Style) -> None:
    for x in (0.0, 6.0, 12.0):
        painter.fillRect(QRectF(x, 6.8, 4.0, 2.4), style.brush("alert"))


def _sso(painter: QPainter, style: Style) -> None:
    for x in (0.0, 6.0, 12.0):
        painter.fillRect(QRectF(x, 7.2, 4.0, 1.6), style.brush("simulated", 190))


def _tie(painter: QPainter, style: Style) -> None:
    painter.fillRect(QRectF(0.0, 7.4, 16.0, 1.4), style.brush("muted"))


def _datastore(painter: QPainter, style: Style) -> None:
    glyphs.cylinder(painter, style, QRectF(1.5, 0.5, 13.0, 15.0), 0.5)


class Legend(QWidget):
    """Paints its own rows; lies over the picture."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = Style(theme)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._style = Style(theme)
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Legend"))
        self._sections = [
            (self.tr("Virtual machines"), self._vm_rows()),
            (self.tr("Hosts"), self._host_rows()),
            (self.tr("While dragging"), self._verdict_rows()),
            (self.tr("Storage and network"), self._tie_rows()),
        ]
        text = "; ".join(entry.text for _, rows in self._sections for entry in rows)
        self.setAccessibleDescription(text)
        self.resize(self.sizeHint())
        self.update()

    def _vm_rows(self) -> list[_Entry]:
        return [
            _Entry(_vm_on, self.tr("Powered on")),
            _Entry(glyphs.vm_dimmed, self.tr("Powered off")),
            _Entry(_vm_suspended, self.tr("Suspended")),
            _Entry(glyphs.template, self.tr("Template")),
            _Entry(_ghost, self.tr("Arriving: filled as far as copied")),
            _Entry(_packets, self.tr("Memory pages on their way")),
            _Entry(_disk_packets, self.tr("Disk blocks on their way")),
        ]

    def _host_rows(self) -> list[_Entry]:
        return [
            _Entry(_load("info", 0.5), self.tr("CPU and memory load in %")),
            _Entry(_load("warning", 0.85), self.tr("above 80 %")),
            _Entry(_load("alert", 1.0), self.tr("above 95 %")),
            _Entry(glyphs.wrench, self.tr("Maintenance mode; ring: entering")),
            _Entry(glyphs.not_responding, self.tr("Not responding; grey: disconnected")),
            _Entry(glyphs.moon, self.tr("Standby")),
            _Entry(glyphs.shield, self.tr("Quarantine mode")),
        ]

    def _verdict_rows(self) -> list[_Entry]:
        return [
            _Entry(glyphs.check, self.tr("Compatible")),
            _Entry(glyphs.caution, self.tr("Compatible with warnings")),
            _Entry(glyphs.cross, self.tr("Not compatible")),
        ]

    def _tie_rows(self) -> list[_Entry]:
        return [
            _Entry(_datastore, self.tr("Datastore, filled as far as used")),
            _Entry(_tie, self.tr("Reaches (mounts, is attached to)")),
            _Entry(_link, self.tr("Network link: bit/s (powers of 1000), RTT")),
            _Entry(_link_down, self.tr("Broken: link down, path lost")),
            _Entry(_sso, self.tr("vCenters of one SSO domain")),
            _Entry(lambda painter, style: None, self.tr("Sizes in KB, MB, GB: powers of 1024")),
        ]

    def sizeHint(self) -> QSize:
        texts = [entry.text for _, rows in self._sections for entry in rows]
        width = max(self._style.width(text, 12.0) for text in texts) + _ICON + 9.0 + 2 * _PAD
        rows = sum(_TITLE + len(rows) * _ROW for _, rows in self._sections)
        return QSize(round(width), round(rows + _PAD))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, style = QPainter(self), self._style
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(style.pen("border"))
        painter.setBrush(style.brush("raised"))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4.0, 4.0)
        y, width = 4.0, self.width() - 2 * _PAD
        for title, rows in self._sections:
            style.text(painter, QRectF(_PAD, y, width, _TITLE), title, size=12.0, bold=True)
            y += _TITLE
            for entry in rows:
                painter.save()
                painter.translate(_PAD, y + (_ROW - _ICON) / 2.0)
                entry.draw(painter, style)
                painter.restore()
                place = QRectF(_PAD + _ICON + 9.0, y, width - _ICON - 9.0 + 2.0, _ROW)
                style.text(painter, place, entry.text, size=12.0)
                y += _ROW
        painter.end()
