"""The pictures of lessons: icons that the window has anyway, and the estate that a lesson is about, in miniature."""

from __future__ import annotations

import math
from typing import get_args

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap

from vmotion_gui.gui.icons import glyph, level_icon, object_icon, paint_object
from vmotion_gui.gui.objects import State
from vmotion_gui.gui.theme import Theme
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.lessons.document import Icon

_OBJECTS = ("vm", "host", "datastore", "link")
_GLYPHS = {"memory": "redo", "migrate": "next", "compare": "branch"}
_LEVELS = {"warning": "warning", "error": "error"}
_HOSTS: dict[str, State] = {"maintenance": "maintenance", "cancel": "notResponding"}
_LARGEST_ICON = 32.0
_MOST_HOSTS, _MOST_VMS, _MOST_DATASTORES = 12, 12, 6


def lesson_icon(name: str, theme: Theme) -> QIcon:
    """The icon of a lesson by the name in its file."""
    if name in _GLYPHS:
        return glyph(_GLYPHS[name], theme)
    if name in _LEVELS:
        return level_icon(_LEVELS[name], theme)
    if name in _HOSTS:
        return object_icon("host", _HOSTS[name], theme)
    return object_icon(name if name in _OBJECTS else "vm", "normal", theme)  # type: ignore[arg-type]  # one of _OBJECTS


NAMES = get_args(Icon)
"""All names that a lesson may give."""


def lab_picture(inventory: Inventory, theme: Theme, size: QSize, scale: float, icon: QIcon | None = None) -> QPixmap:
    """Hosts with their virtual machines, the datastores below; of very many, some. `scale`: pixels per unit of size."""
    pixmap = QPixmap(size * scale)
    pixmap.setDevicePixelRatio(scale)
    pixmap.fill(theme.color("panel"))
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    area = QRectF(0.0, 0.0, size.width(), size.height()).adjusted(3.0, 3.0, -3.0, -3.0)
    stores = list(inventory.datastores.values())[:_MOST_DATASTORES]
    below = area.height() * 0.24 if stores else 0.0
    _paint_hosts(painter, inventory, theme, area.adjusted(0.0, 0.0, 0.0, -below))
    side = below * 0.8
    for number in range(len(stores)):
        left = area.left() + (area.width() - len(stores) * side * 1.3) / 2.0 + number * side * 1.3
        paint_object(painter, QRectF(left, area.bottom() - side, side, side), "datastore", "normal", theme)
    painter.setPen(theme.color("border"))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(QRectF(0.5, 0.5, size.width() - 1.0, size.height() - 1.0))
    if icon is not None:
        corner = min(size.height() * 0.4, _LARGEST_ICON)
        place = QRectF(size.width() - corner, size.height() - corner, corner, corner)
        painter.fillRect(place, theme.color("panel"))
        icon.paint(painter, place.toAlignedRect())
    painter.end()
    return pixmap


def _paint_hosts(painter: QPainter, inventory: Inventory, theme: Theme, area: QRectF) -> None:
    hosts = list(inventory.hosts.values())[:_MOST_HOSTS]
    if not hosts:
        return
    columns = min(len(hosts), 4)
    width, height = area.width() / columns, area.height() / math.ceil(len(hosts) / columns)
    vms: dict[str, list[bool]] = {host.id: [] for host in hosts}
    for vm in inventory.vms.values():
        if vm.host in vms:
            vms[vm.host].append(vm.power_state == "poweredOn")
    for number, host in enumerate(hosts):
        row, column = divmod(number, columns)
        box = QRectF(area.left() + column * width, area.top() + row * height, width, height).adjusted(1, 1, -1, -1)
        away = host.maintenance_state != "normal" or host.connection_state != "connected"
        painter.setPen(theme.color("warning" if away else "neutral"))
        painter.setBrush(theme.color("raised"))
        painter.drawRoundedRect(box, 2.0, 2.0)
        _paint_vms(painter, theme, box.adjusted(2.0, 2.0, -2.0, -2.0), vms[host.id][:_MOST_VMS])


def _paint_vms(painter: QPainter, theme: Theme, box: QRectF, running: list[bool]) -> None:
    columns = 3
    rows = max(3, math.ceil(len(running) / columns))
    width, height = box.width() / columns, box.height() / rows
    painter.setPen(Qt.PenStyle.NoPen)
    for number, on in enumerate(running):
        row, column = divmod(number, columns)
        place = QRectF(box.left() + column * width, box.top() + row * height, width, height)
        painter.fillRect(place.adjusted(0.7, 0.7, -0.7, -0.7), theme.color("info" if on else "disabled"))
