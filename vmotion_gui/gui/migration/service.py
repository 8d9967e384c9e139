"""What the VM's users notice: answered requests, the gap at the switchover, the connection that stays open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.backend import Backend
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.status import ServiceMonitor
from vmotion_gui.simulation.switch_ports import PortEntry

WINDOW_S = 20.0
_STRIP = 34


class ServiceView(QWidget):
    """A strip of the last twenty simulated seconds with gaps where the VM did not answer, and the counts in words."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._monitor: ServiceMonitor | None = None
        self._now_s = 0.0
        self._gaps: tuple[tuple[float, float], ...] = ()
        self._ports: tuple[str, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Service monitor"))

    def sizeHint(self) -> QSize:
        return QSize(280, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(180, 90)

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Service monitor"))
            self.update()
        super().changeEvent(event)

    def show_monitor(
        self,
        monitor: ServiceMonitor | None,
        now_s: float,
        gaps: Sequence[tuple[float, float]],
        ports: Sequence[str] = (),
    ) -> None:
        """Show the state at a simulated time; `gaps` are (start_s, end_s) in which the VM stood still; `ports`: what
        the physical switch has learned, in words."""
        self._monitor, self._now_s, self._gaps, self._ports = monitor, now_s, tuple(gaps), tuple(ports)
        self.setAccessibleDescription(" ".join(self.lines()))
        self.setToolTip("\n".join(self.lines()))
        self.update()

    def lines(self) -> list[str]:
        """What the view says, in words."""
        monitor = self._monitor
        if monitor is None:
            return [self.tr("No virtual machine is being watched.")]
        answered = self.tr("Requests answered: {answered} of {sent}").format(
            answered=words.quantity(monitor.requests_answered, "count"),
            sent=words.quantity(monitor.requests_sent, "count"),
        )
        if monitor.last_gap_s > 0.0:
            gap = self.tr("Longest pause: {gap}; {delayed} requests answered late").format(
                gap=words.quantity(monitor.last_gap_s, "seconds"),
                delayed=words.quantity(monitor.requests_delayed, "count"),
            )
        else:
            gap = self.tr("No pause so far")
        connection = (
            self.tr("Client connection: open") if monitor.connection_open else self.tr("Client connection: lost")
        )
        latency = self.tr("Answer after {latency}").format(latency=words.quantity(monitor.latency_s, "seconds"))
        answering = latency if monitor.answering else self.tr("Not answering now")
        return [answered, gap, connection, answering, *self._ports]

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme
        painter.fillRect(self.rect(), theme.color("background"))
        strip = QRectF(8.0, 22.0, self.width() - 16.0, _STRIP)
        if self._monitor is not None:
            self._paint_strip(painter, strip)
        painter.setPen(theme.color("text"))
        area = QRectF(8.0, strip.bottom() + 6.0, self.width() - 16.0, self.height())
        for line in self.lines():
            used = painter.drawText(area, Qt.TextFlag.TextWordWrap, line)
            area.setTop(used.bottom() + 3.0)
        painter.end()

    def _paint_strip(self, painter: QPainter, strip: QRectF) -> None:
        theme, monitor = self._theme, self._monitor
        assert monitor is not None
        painter.fillRect(strip, theme.color("grid"))
        start_s = self._now_s - WINDOW_S
        ticks = 100
        width = strip.width() / ticks
        for tick in range(ticks):
            at = start_s + (tick + 0.5) * WINDOW_S / ticks
            if at >= 0.0 and not any(first <= at < last for first, last in self._gaps):
                height = strip.height() * 0.7
                bar = QRectF(strip.left() + tick * width, strip.bottom() - height, max(width - 1.0, 1.0), height)
                painter.fillRect(bar, theme.color("normal"))
        for first, last in self._gaps:
            if last > start_s:
                self._paint_gap(painter, strip, start_s, first, last)

    def _paint_gap(self, painter: QPainter, strip: QRectF, start_s: float, first: float, last: float) -> None:
        scale = strip.width() / WINDOW_S
        left = strip.left() + max(first - start_s, 0.0) * scale
        right = strip.left() + (min(last, self._now_s) - start_s) * scale
        painter.fillRect(QRectF(left, strip.top(), max(right - left, 3.0), strip.height()), self._theme.color("alert"))
        painter.setPen(self._theme.color("text"))
        text = words.quantity(last - first, "seconds") if last <= self._now_s else "…"
        width = painter.fontMetrics().horizontalAdvance(text) + 4.0
        middle = (left + right) / 2.0
        at = min(max(middle - width / 2.0, strip.left()), strip.right() - width)  # the strip ends where now is
        painter.drawText(QRectF(at, strip.top() - 17.0, width, 15.0), Qt.AlignmentFlag.AlignCenter, text)


def port_lines(ports: Sequence[PortEntry], backend: Backend) -> list[str]:
    """The switch's table in words: which host's port it has learned for each MAC address."""
    lines = []
    for port in ports:
        host = backend.inventory.hosts.get(port.host)
        if port.astray:
            text = QCoreApplication.translate(
                "ServiceView", "Switch: {mac} still at {host}; frames are lost until the RARP"
            )
        elif port.learned_s is not None:
            text = QCoreApplication.translate("ServiceView", "Switch: {mac} at {host} (RARP {time})")
        else:
            text = QCoreApplication.translate("ServiceView", "Switch: {mac} at {host}")
        name = host.name.partition(".")[0] if host is not None else port.host
        lines.append(text.format(mac=port.mac_address, host=name, time=clock(port.learned_s or 0.0)))
    return lines


def stun_gaps(events: Sequence[Event], vm: str, now_s: float) -> list[tuple[float, float]]:
    """(start_s, end_s) of each time in which the VM stood still; a gap that is not over ends at infinity."""
    gaps: list[tuple[float, float]] = []
    stunned_s: float | None = None
    for event in events:
        if event.vm != vm:
            continue
        if event.type == "VmStunned" and stunned_s is None:
            stunned_s = event.time_s
        elif event.type == "VmResumed" and stunned_s is not None:
            gaps.append((stunned_s, event.time_s))
            stunned_s = None
    if stunned_s is not None:
        gaps.append((stunned_s, float("inf")))
    return gaps
