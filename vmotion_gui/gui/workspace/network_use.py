"""Who uses the vMotion network: the copy rates of an object's migrations over time, one upon the other."""

from __future__ import annotations

import numpy as np
import pyqtgraph as pg
import PySide6.QtCore  # noqa: F401  # pyqtgraph binds to the Qt binding that is imported first
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.empty import EmptyHint
from vmotion_gui.gui.glossary.marks import mark
from vmotion_gui.gui.migration.axes import QuantityAxis, TimeAxis
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.topology.facts import short
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.stacking import OTHERS, Stack, stacked
from vmotion_gui.simulation.status import MigrationStatus

MOST_LAYERS = 8
MOST_MIGRATIONS = 60
"""So many of the latest are drawn; to read more would take longer than a frame."""
_SWATCH = QSize(18, 14)
_ROLES = ("info", "dirty", "normal", "simulated")
_PATTERNS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern)
_LIST_PX = 300


class NetworkUse(QWidget):
    """A stacked chart with a list of its layers; a click on one shows that migration."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        mark(self, "vmotion-network")
        self._context = context
        self.plot = pg.PlotWidget(axisItems={"left": QuantityAxis("left", "bytes_per_s"), "bottom": TimeAxis("bottom")})
        item = self.plot.getPlotItem()
        item.setMenuEnabled(False)
        item.ctrlMenu.setParent(self, Qt.WindowType.Popup)  # pyqtgraph gives it no owner
        item.hideButtons()
        item.setMouseEnabled(x=True, y=False)
        self.layers = QListWidget(self)
        self.layers.setMaximumWidth(_LIST_PX)
        self.layers.setIconSize(_SWATCH)
        self.layers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.layers.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self._hint = EmptyHint(self.plot)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.plot, 1)
        row.addWidget(self.layers)
        self.layers.itemClicked.connect(self._chosen)
        self.layers.itemActivated.connect(self._chosen)

    def show_object(self, id_: str) -> None:
        """Draw the latest migrations that have to do with an object."""
        found = self._migrations(id_)
        backend = self._context.session.backend
        series = {status.id: samples for status in found if (samples := backend.samples(status.id)) is not None}
        stack = stacked(series, MOST_LAYERS)
        self._draw(stack)
        self._list(stack, {status.id: status for status in found})
        self._hint.setText(self.tr("Nothing has migrated here yet."))
        self._hint.show_if(not stack.layers)
        self.layers.setVisible(bool(stack.layers))

    def _migrations(self, id_: str) -> list[MigrationStatus]:
        session = self._context.session
        hosts, name = _hosts_of(session.inventory, id_), self._context.name(id_)
        found: list[MigrationStatus] = []
        statuses = session.backend.migrations()
        for migration in reversed(list(statuses)):
            status = statuses[migration]
            ends = {status.source_host, status.destination_host}
            if status.start_s is not None and (status.vm == id_ or ends & hosts or _uses(status, id_, name)):
                found.append(status)
                if len(found) == MOST_MIGRATIONS:
                    break
        return found[::-1]

    # --- drawing ----------------------------------------------------------------------------------------------

    def _draw(self, stack: Stack) -> None:
        theme = self._context.themes.theme
        plot = self.plot.getPlotItem()
        plot.clear()
        self.plot.setBackground(theme.background)
        plot.showGrid(x=True, y=True, alpha=0.15)
        for side in ("left", "bottom"):
            plot.getAxis(side).setPen(theme.border)
            plot.getAxis(side).setTextPen(theme.muted)
        top = 1024.0
        for number, (_name, lower, upper) in enumerate(stack.edges()):
            pen = pg.mkPen(_colour(theme, number), width=1)
            curves = [pg.PlotCurveItem(stack.time_s, edge, pen=pen) for edge in (lower, upper)]
            plot.addItem(pg.FillBetweenItem(*curves, brush=_brush(theme, number)))
            plot.addItem(curves[1])
            top = max(top, float(np.max(upper)))
        plot.setYRange(0.0, top * 1.1, padding=0.0)

    def _list(self, stack: Stack, statuses: dict[str, MigrationStatus]) -> None:
        theme, ratio = self._context.themes.theme, self.devicePixelRatioF()
        self.layers.clear()
        for number, (id_, rates) in enumerate(stack.layers.items()):
            now = words.quantity(float(rates[-2]) if len(rates) > 1 else 0.0, "bytes_per_s")
            item = QListWidgetItem(_swatch(theme, number, ratio), self._told(statuses.get(id_), now))
            item.setData(Qt.ItemDataRole.UserRole, id_)
            item.setToolTip(item.text())
            self.layers.insertItem(0, item)  # as they lie: the topmost first

    def _told(self, status: MigrationStatus | None, now: str) -> str:
        if status is None:
            return self.tr("All others · {rate}").format(rate=now)
        get = self._context.session.inventory.get
        names = [short(found.name) if (found := get(id_)) else id_ for id_ in (status.vm, status.destination_host)]
        if status.phase.ended:
            return self.tr("{vm} → {host} · ended").format(vm=names[0], host=names[1])
        return self.tr("{vm} → {host} · {rate}").format(vm=names[0], host=names[1], rate=now)

    def _chosen(self, item: QListWidgetItem) -> None:
        id_ = item.data(Qt.ItemDataRole.UserRole)
        if id_ != OTHERS:
            self._context.selection.show_migration(id_)

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        self.plot.setAccessibleName(self.tr("Who uses the vMotion network (simulated bytes per second, stacked)"))
        self.layers.setAccessibleName(self.tr("Migrations in the chart"))
        self.plot.setToolTip(self.tr("Simulated copy rates of memory and disks, one upon the other."))


def _hosts_of(inventory: Inventory, id_: str) -> set[str]:
    """The hosts that an object has; all of them for one that has none of its own."""
    entity = inventory.get(id_)
    hosts = inventory.hosts.values()
    if isinstance(entity, e.Host):
        return {id_}
    if isinstance(entity, e.VirtualMachine):
        return set()
    if isinstance(entity, e.Cluster):
        return set(inventory.hosts_in(id_))
    if isinstance(entity, e.Datacenter):
        return {host.id for host in hosts if host.datacenter == id_}
    if isinstance(entity, e.VCenter):
        return {host.id for host in hosts if inventory.vcenter_of_host(host).id == id_}
    if isinstance(entity, e.NetworkLink | e.Datastore | e.Subnet):
        return set()
    return {host.id for host in hosts}


def _uses(status: MigrationStatus, id_: str, name: str) -> bool:
    """Whether a migration goes over a link or subnet, or from or to a datastore of this name."""
    if id_ in status.route:
        return True
    ends = (end for disk in status.disks if disk.moved for end in (disk.before, disk.after))
    return any(end.startswith(f"[{name}]") for end in ends)


def _colour(theme: Theme, number: int) -> QColor:
    return theme.color(_ROLES[number % len(_ROLES)])


def _brush(theme: Theme, number: int) -> QBrush:
    """Four colours, solid and hatched: no two of eight alike, in grey neither."""
    colour = theme.color(_ROLES[number % len(_ROLES)], 150)
    return QBrush(colour, _PATTERNS[number // len(_ROLES) % len(_PATTERNS)])


def _swatch(theme: Theme, number: int, ratio: float) -> QIcon:
    pixmap = QPixmap(_SWATCH * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setPen(_colour(theme, number))
    painter.setBrush(_brush(theme, number))
    painter.drawRect(0, 0, _SWATCH.width() - 1, _SWATCH.height() - 1)
    painter.end()
    return QIcon(pixmap)
