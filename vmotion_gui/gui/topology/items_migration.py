"""One running migration in the picture: ghost, path with page packets, ring, label, and the disks that stay."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QGraphicsRectItem, QStyleOptionGraphicsItem, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.topology import glyphs
from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.facts import percent
from vmotion_gui.gui.topology.journey import Journey, Way
from vmotion_gui.gui.topology.loads import share_text
from vmotion_gui.gui.topology.paint_host import rect_of
from vmotion_gui.gui.topology.picture import Detail, Picture
from vmotion_gui.simulation.status import MigrationStatus, Phase

MIGRATION_Z = 40.0
"""Above the names of frames: what moves is what one looks at."""
_PACKETS_EVERY_PX = 34.0
_PACKET_PX = 7.0
_LABEL_PX = (460.0, 24.0)
_STAYS_NAMED_FROM = 0.6
_COPYING = (Phase.COPYING_DISK, Phase.COPYING_MEMORY, Phase.SWITCHOVER)


class MigrationItem(QGraphicsRectItem):
    """Draws from a status and a journey; both are replaced as the migration goes on."""

    def __init__(self, picture: Picture, status: MigrationStatus, journey: Journey, *, plain: bool = False) -> None:
        super().__init__()
        self.setZValue(MIGRATION_Z)
        self.setAcceptedMouseButtons(Qt.MouseButton.NoButton)
        self._picture = picture
        self.status = status
        self.journey = journey
        self.shift = 0.0
        """How far the packets have gone, in screen pixels."""
        self.stunned = False
        self.labelled = not plain
        self._drop = self._aside = 0.0
        self._brief = False
        self.moving = True
        """Whether packets are drawn on their way; else (reduced motion) the path alone."""
        self.plain = plain
        self.place(journey)

    def place(self, journey: Journey) -> None:
        """The picture was laid out anew, or is seen from another distance."""
        self.journey = journey
        bounds = rect_of(journey.chip)
        if journey.ghost is not None:
            bounds = bounds.united(rect_of(journey.ghost))
        if not self._is_line:
            for path in [*(way.path for way in journey.course.ways), *journey.course.stays]:
                bounds = bounds.united(path.boundingRect())
            for box in journey.course.stay_at:
                bounds = bounds.united(rect_of(box))
        scale = max(self._picture.scale, 0.01)
        across, down = _LABEL_PX[0] / scale / 2.0 + 8.0, (1.5 * _LABEL_PX[1] + self._drop) / scale + 8.0
        self.setRect(bounds.adjusted(-across - abs(self._aside), -down, across + abs(self._aside), down))

    @property
    def back(self) -> bool:
        """Whether it is on the way back."""
        return self.status.phase in (Phase.ROLLING_BACK, Phase.FAILED, Phase.CANCELLED)

    def label(self) -> str:
        """ "web-01 · 2 Copying memory (pass 3) · 47 % · 588 MB/s = 50 % of vmnic0"; among many without its stage."""
        status = self.status
        vm = self._picture.inventory.vms[status.vm]
        phase = words.phase_name(status)
        running = not status.phase.ended and not self.back
        stage = f"{status.stage} {phase}" if status.stage and running else phase
        parts = [vm.name] if self._brief and running and status.progress else [vm.name, stage]
        if status.progress is not None and running:
            parts.append(percent(status.progress))
        share = self._picture.loads.tightest(status.id) if running else None
        if share is not None:
            parts.append(share_text(share, self._picture.inventory))
        return " · ".join(parts)

    def set_labelled(self, *, on: bool) -> None:
        """Whether words stand at its ghost."""
        if on != self.labelled:
            self.labelled = on
            self.place(self.journey)
            self.update()

    def label_rect(self) -> QRectF:
        """Where its words stand, in the scene: below its ghost, or below the VM if only storage moves."""
        scale = max(self._picture.scale, 0.01)
        anchor = self.journey.ghost or self.journey.here
        width, height = self._label_width() / scale, _LABEL_PX[1] / scale
        top = anchor.bottom + (6.0 + self._drop) / scale
        return QRectF(anchor.center[0] - width / 2.0 + self._aside, top, width, height)

    def settle_label(self, taken: Sequence[QRectF], sight: QRectF, *, brief: bool = False) -> None:
        """Move the words into sight if what they belong to is, and lower them until they cover none of these."""
        before = self._drop, self._aside, self._brief
        self._drop = self._aside = 0.0
        self._brief = brief
        rect = self.label_rect()
        if sight.contains(rect.center()) and rect.width() < sight.width():
            self._aside = max(sight.left() - rect.left(), 0.0) - max(rect.right() - sight.right(), 0.0)
        while any(self.label_rect().intersects(other) for other in taken):
            self._drop += _LABEL_PX[1] + 2.0
        if (self._drop, self._aside, self._brief) != before:
            self.place(self.journey)
            self.update()

    def _label_width(self) -> float:
        return min(self._picture.style.width(self.label(), 11.0) + 18.0, _LABEL_PX[0])

    # --- painting -----------------------------------------------------------------------------------------------------

    def paint(self, painter: QPainter, option: QStyleOptionGraphicsItem, widget: QWidget | None = None) -> None:
        if self._is_line:
            self._paint_line(painter)
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_stays(painter)
        for k, way in enumerate(self.journey.course.ways):
            self._paint_way(painter, way, disk=k > 0 or self.journey.ghost is None)
        if self.journey.ghost is not None:
            self._paint_ghost(painter, rect_of(self.journey.ghost))
        if self.stunned:
            self._paint_stun(painter, rect_of(self.journey.here))
        elif self.journey.here == self.journey.chip:
            self._paint_origin(painter, rect_of(self.journey.chip))
        self._paint_label(painter)

    def _paint_line(self, painter: QPainter) -> None:
        """One of very many: from where it is to where it goes."""
        here, there = self.journey.here.center, (self.journey.ghost or self.journey.here).center
        painter.setPen(self._picture.style.pen("alert" if self.back else "in_flight", 1.0, 160, cosmetic=True))
        painter.drawLine(QPointF(*here), QPointF(*there))

    def set_plain(self, *, on: bool) -> None:
        """Whether it is drawn as one of very many."""
        if on != self.plain:
            self.plain = on
            self.place(self.journey)
            self.update()

    @property
    def _is_line(self) -> bool:
        return self.plain and not self.labelled

    def _paint_stays(self, painter: QPainter) -> None:
        style, scale = self._picture.style, self._picture.scale
        painter.setBrush(style.no_brush)
        painter.setPen(style.pen("normal", 1.3, 150, cosmetic=True))
        for path in self.journey.course.stays:
            painter.drawPath(path)
        for box in self.journey.course.stay_at:
            painter.setPen(style.pen("normal", 2.0, cosmetic=True))
            painter.setBrush(style.no_brush)
            painter.drawRoundedRect(rect_of(box), 4.0, 4.0)
            if scale >= _STAYS_NAMED_FROM:
                text = QCoreApplication.translate("Topology", "disk stays")
                self._paint_stay_word(painter, box, text)

    def _paint_stay_word(self, painter: QPainter, box: Box, text: str) -> None:
        """In place of the datastore's second line."""
        style = self._picture.style
        painter.setPen(style.no_pen)
        painter.setBrush(style.brush("raised"))
        line = QRectF(box.x + 40.0, box.center[1], box.w - 44.0, box.h / 2.0 - 3.0)
        painter.drawRect(line)
        style.text(painter, line.adjusted(4.0, 0.0, 0.0, 0.0), text, size=11.0, bold=True, role="normal")

    def _paint_way(self, painter: QPainter, way: Way, *, disk: bool) -> None:
        style, scale = self._picture.style, self._picture.scale
        role = "alert" if self.back else "dirty" if disk else "in_flight"
        painter.setBrush(style.no_brush)
        painter.setPen(style.pen(role, 4.0, 50, cosmetic=True))
        painter.drawPath(way.path)
        painter.setPen(style.pen(role, 1.3, 220, cosmetic=True))
        painter.drawPath(way.path)
        if not self._sends(disk=disk):
            return
        length = max(way.length * scale, 1.0)
        count = max(1, int(length / _PACKETS_EVERY_PX))
        side = _PACKET_PX / scale
        painter.setPen(style.pen("raised", 1.0, cosmetic=True))
        painter.setBrush(style.brush(role))
        for k in range(count):
            share = ((k * _PACKETS_EVERY_PX + (self.shift if self.moving else 0.0)) / length) % 1.0
            at = way.at(1.0 - share if self.back else share)
            painter.drawRect(QRectF(at.x() - side / 2.0, at.y() - side / 2.0, side, side))

    def _sends(self, *, disk: bool) -> bool:
        phase = self.status.phase
        if disk:
            return phase in _COPYING or phase is Phase.ROLLING_BACK
        return phase in (Phase.COPYING_MEMORY, Phase.SWITCHOVER, Phase.POST_COPYING, Phase.ROLLING_BACK)

    def _paint_ghost(self, painter: QPainter, rect: QRectF) -> None:
        style = self._picture.style
        if self.journey.here == self.journey.ghost:
            painter.setBrush(style.no_brush)
            painter.setPen(style.pen("normal", 2.5, cosmetic=True))
            painter.drawRoundedRect(rect, 3.0, 3.0)
            return
        role = "alert" if self.back else "info"
        painter.setOpacity(0.45 if self.back else 1.0)
        painter.setPen(style.no_pen)
        painter.setBrush(style.brush("raised"))
        painter.drawRoundedRect(rect, 3.0, 3.0)
        share = min(max(self.status.progress or 0.0, 0.0), 1.0)
        painter.setBrush(style.brush(role, 95))
        painter.drawRect(QRectF(rect.x(), rect.y(), rect.width() * share, rect.height()))
        painter.setPen(style.pen(role, 1.6, 255, Qt.PenStyle.DashLine, cosmetic=True))
        painter.setBrush(style.no_brush)
        painter.drawRoundedRect(rect, 3.0, 3.0)
        if self._picture.detail == Detail.NEAR:
            name = self._picture.inventory.vms[self.status.vm].name
            style.text(painter, rect.adjusted(8.0, 0.0, -6.0, 0.0), name, size=12.0)
        painter.setOpacity(1.0)

    def _paint_stun(self, painter: QPainter, rect: QRectF) -> None:
        """The VM stands still for its switchover: a heavy frame."""
        style = self._picture.style
        painter.setPen(style.pen("warning", 3.5, cosmetic=True))
        painter.setBrush(style.brush("warning", 120))
        painter.drawRoundedRect(rect, 3.0, 3.0)

    def _paint_origin(self, painter: QPainter, rect: QRectF) -> None:
        """Dashes on the chip's edge that move, and a ring with the share that is done."""
        style = self._picture.style
        pen = QPen(style.pen("info", 2.0, 255, Qt.PenStyle.DashLine, cosmetic=True))
        if self.moving:
            pen.setDashOffset(-self.shift / 6.0)
        painter.setPen(pen)
        painter.setBrush(style.no_brush)
        painter.drawRoundedRect(rect, 3.0, 3.0)
        if self._picture.detail < Detail.NEAR or self.status.progress is None:
            return
        ring = QRectF(rect.right() - 19.0, rect.center().y() - 7.0, 14.0, 14.0)
        painter.setPen(style.pen("raised", 6.0))
        painter.setBrush(style.brush("raised"))
        painter.drawEllipse(ring)
        painter.setPen(style.pen("grid", 3.0))
        painter.drawEllipse(ring)
        painter.setPen(style.pen("info", 3.0))
        painter.drawArc(ring, 90 * 16, -round(360 * 16 * min(max(self.status.progress, 0.0), 1.0)))

    def _paint_label(self, painter: QPainter) -> None:
        if self.labelled:
            done = self.status.phase is Phase.COMPLETED
            role = "normal" if done else "alert" if self.back else "warning_text" if self.stunned else "info"
            self._pill(painter, self.label_rect().center(), self.label(), role)

    def _pill(self, painter: QPainter, center: QPointF, text: str, role: str) -> None:
        """A label in the screen's pixels."""
        style = self._picture.style
        width = min(style.width(text, 11.0) + 18.0, _LABEL_PX[0])
        painter.save()
        painter.translate(center)
        painter.scale(1.0 / self._picture.scale, 1.0 / self._picture.scale)
        plate = QRectF(-width / 2.0, -10.0, width, 20.0)
        painter.setPen(style.pen(role, 1.4))
        painter.setBrush(style.brush("raised", 245))
        painter.drawRoundedRect(plate, 10.0, 10.0)
        style.text(painter, plate.adjusted(9.0, 0.0, -8.0, 0.0), text, size=11.0, align=glyphs.ALIGN_CENTER)
        painter.restore()
