"""The panel of one migration: stages, charts, memory map, service monitor, places; fed once per frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMenu,
    QMessageBox,
    QSplitter,
    QStackedWidget,
    QTabWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui import words
from vmotion_gui.gui.glossary.marks import teach
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.migration.charts import MigrationCharts
from vmotion_gui.gui.migration.export import write_csv, write_png
from vmotion_gui.gui.migration.heatmap import MemoryHeatMap
from vmotion_gui.gui.migration.nics import NicCharts
from vmotion_gui.gui.migration.places import PlacesTable
from vmotion_gui.gui.migration.service import ServiceView, port_lines, stun_gaps
from vmotion_gui.gui.migration.stages import StagesView
from vmotion_gui.gui.migration.wire import WireStrip
from vmotion_gui.gui.prediction.remaining import RemainingWatch, remaining_text
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import Theme, ThemeManager
from vmotion_gui.simulation.status import MigrationStatus, Phase
from vmotion_gui.simulation.switch_ports import switch_ports

REFRESH_MS = 50
MINIMUM_HEIGHT = 214
_SOURCE_CHARACTERS = 14
"""Pixels below which two plots above each other say nothing any more."""


class _Title(QLabel):
    """As high as its one or two lines at this width; no more of the charts' height, which shrink with the window."""

    def hasHeightForWidth(self) -> bool:
        return False

    def sizeHint(self) -> QSize:
        height = min(self.heightForWidth(self.width()), self.fontMetrics().lineSpacing() * 2)
        return QSize(super().sizeHint().width(), height)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()


class MigrationPanel(QWidget):
    """Shows the migration of `Selection.migration`, or the newest one."""

    def __init__(
        self,
        session: Session,
        selection: Selection,
        theme_manager: ThemeManager,
        language: Language,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._selection = selection
        self._language = language
        theme = theme_manager.theme
        self._stale = True
        self._title = _Title(self)
        self._title.setTextFormat(Qt.TextFormat.RichText)
        # a long reason takes a second line and never widens the window
        self._title.setWordWrap(True)
        self._choice = QComboBox(self)
        self._offered: set[str] = set()
        self._choice.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._source = QComboBox(self)
        self._source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._source.setMinimumContentsLength(_SOURCE_CHARACTERS)
        self._export = QToolButton(self)
        self.stages = StagesView(language, theme, self)
        self.charts = MigrationCharts(theme, self)
        self.nics = NicCharts(theme, self)
        self.memory = MemoryHeatMap(theme, self)
        self.wire = WireStrip(theme, self)
        self.service = ServiceView(theme, self)
        self.places = PlacesTable(session, theme, self)
        self._remaining = RemainingWatch(session, self)
        self._arrange()
        self._connect(theme_manager)
        self._retranslate()
        self._rebuild()

    # --- making -------------------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self._pages = QStackedWidget(self)
        self._pages.addWidget(self.charts)
        self._pages.addWidget(self.nics)
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        inside = QWidget(self)
        above = QVBoxLayout(inside)
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(0)
        above.addWidget(self.wire)
        above.addWidget(self.memory, 1)
        for page in (inside, self.service, self.places):
            self._tabs.addTab(page, "")
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for widget, stretch in ((self.stages, 3), (self._pages, 5), (self._tabs, 4)):
            splitter.addWidget(widget)
            splitter.setStretchFactor(splitter.count() - 1, stretch)
        splitter.setSizes([290, 500, 390])
        splitter.setChildrenCollapsible(False)
        bar = QHBoxLayout()
        bar.setContentsMargins(8, 4, 8, 0)
        bar.addWidget(self._choice)
        bar.addWidget(self._title, 1)
        bar.addWidget(self._source)
        bar.addWidget(self._export)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(bar)
        layout.addWidget(splitter, 1)
        self.setMinimumHeight(MINIMUM_HEIGHT)
        for part, term in (
            (self.stages, "stages"),
            (self.charts, "dirty-page-rate"),
            (self.nics, "bandwidth"),
            (self.memory, "working-set"),
            (self.wire, "pass"),
            (self.service, "downtime"),
            (self.places, "what-moves"),
            (self._title, "convergence"),
        ):
            teach(part, term)
        self._export.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)

    def _connect(self, theme_manager: ThemeManager) -> None:
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(REFRESH_MS)
        self._timer.timeout.connect(self.refresh)
        self._remaining.known.connect(self._schedule)
        self._session.opened.connect(self._rebuild)
        self._session.migrations_changed.connect(self._migrations_changed)
        self._session.time_changed.connect(self._time_changed)
        self._selection.migration_changed.connect(self._migration_chosen)
        self._choice.activated.connect(self._choice_made)
        self._source.currentIndexChanged.connect(self._source_chosen)
        theme_manager.changed.connect(self._theme_changed)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
            self.refresh()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        for index, text in enumerate((self.tr("Memory"), self.tr("Service"), self.tr("Before / after"))):
            self._tabs.setTabText(index, text)
        self._choice.setAccessibleName(self.tr("Migration shown"))
        self._source.setAccessibleName(self.tr("What the charts show"))
        self._export.setText(self.tr("Export"))
        old = self._export.menu()
        menu = QMenu(self._export)
        menu.addAction(self.tr("Chart as PNG…"), self._export_png)
        menu.addAction(self.tr("Series as CSV…"), self._export_csv)
        self._export.setMenu(menu)
        if old is not None:
            old.deleteLater()
        self._fill_sources()

    # --- which migration ----------------------------------------------------------------------------------------------

    @property
    def status(self) -> MigrationStatus | None:
        """The migration that is shown, as it stands now."""
        return self._session.backend.migrations().get(self._selection.migration)

    def _rebuild(self) -> None:
        ids = list(self._session.backend.migrations())
        if self._selection.migration not in ids:
            self._selection.show_migration(ids[-1] if ids else "")
        self._fill_choice()
        self._fill_sources()
        self.refresh()

    def _migrations_changed(self, statuses: tuple[MigrationStatus, ...]) -> None:
        fresh = [status for status in statuses if status.id not in self._offered]
        if fresh:
            shown = self.status
            self._offer(fresh)
            self._choice.setCurrentIndex(self._choice.findData(self._selection.migration))
            self._choice.setVisible(True)
            if shown is None or shown.phase.ended:
                self._selection.show_migration(fresh[0].id)
        self._schedule()

    def _time_changed(self, _now_s: float) -> None:
        if self._selection.migration:
            self._schedule()

    def _schedule(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _fill_choice(self) -> None:
        self._choice.clear()
        self._offered = set()
        self._offer(self._session.backend.migrations().values())
        self._choice.setCurrentIndex(self._choice.findData(self._selection.migration))
        self._choice.setVisible(self._choice.count() > 0)

    def _offer(self, statuses: Iterable[MigrationStatus]) -> None:
        for status in statuses:
            vm = self._session.inventory.vms.get(status.vm)
            self._choice.addItem(vm.name if vm is not None else status.vm, status.id)
            self._offered.add(status.id)

    def _choice_made(self) -> None:
        self._selection.show_migration(self._choice.currentData())

    def _migration_chosen(self, migration: str) -> None:
        self._choice.setCurrentIndex(self._choice.findData(migration))
        self._fill_sources()
        self.refresh()

    def _fill_sources(self) -> None:
        kept = self._source.currentData()
        self._source.blockSignals(True)
        self._source.clear()
        self._source.addItem(self.tr("Migration"), "")
        status = self.status
        for host in dict.fromkeys((status.source_host, status.destination_host)) if status is not None else ():
            entity = self._session.inventory.hosts.get(host)
            name = entity.name if entity is not None else host
            self._source.addItem(self.tr("vMotion NICs of {host}").format(host=name), host)
        self._source.setCurrentIndex(max(self._source.findData(kept), 0))
        self._source.blockSignals(False)
        self._source_chosen()

    def _source_chosen(self) -> None:
        self._pages.setCurrentIndex(1 if self._source.currentData() else 0)
        self._schedule()

    # --- contents -----------------------------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Show how the migration stands at this moment."""
        backend = self._session.backend
        status = self.status
        self._title.setText(self._headline(status))
        self._title.setToolTip(self._formula(status))
        self.stages.show_status(status)
        self.places.show_status(status)
        self.wire.show_status(status)
        self._export.setEnabled(status is not None)
        if status is None:
            self.charts.show_samples(None, None)
            self.memory.show_memory(None)
            self.service.show_monitor(None, backend.now_s, ())
            return
        if host := self._source.currentData():
            self.nics.show_nics(backend.nic_samples(host))
        else:
            self.charts.show_samples(backend.samples(status.id), status)
        self.memory.show_memory(backend.memory_map(status.id))
        gaps = stun_gaps(backend.events, status.vm, backend.now_s)
        ports = switch_ports(backend.events, status, backend.inventory)
        self.service.show_monitor(backend.service_monitor(status.vm), backend.now_s, gaps, port_lines(ports, backend))

    def _headline(self, status: MigrationStatus | None) -> str:
        if status is None:
            return self.tr("Drag a powered-on VM to another host: its migration is shown here.")
        parts = [f"<b>{words.phase_name(status)}</b>", words.type_name(status.type, cross_vcenter=status.cross_vcenter)]
        if not status.phase.ended and (outlook := self._remaining.outlook(status.id)) is not None:
            parts.append(remaining_text(outlook, self._session.backend.now_s))
        if status.phase is Phase.COPYING_MEMORY and status.copy_bytes_per_s > 0.0:
            parts.append(self._convergence(status))
        if status.total_s is not None:
            parts.append(self.tr("{total} in all").format(total=words.quantity(status.total_s, "seconds")))
            if status.phase is Phase.COMPLETED:
                parts.append(
                    self.tr("{downtime} downtime").format(downtime=words.quantity(status.downtime_s, "seconds"))
                )
        if status.fault is not None:
            parts.append(self._language.text(status.fault.text))
        return " · ".join(parts)

    def _convergence(self, status: MigrationStatus) -> str:
        share = round(status.dirty_bytes_per_s / status.copy_bytes_per_s * 100)
        if share < 100:
            return self.tr("converging: dirties {share} % of what is copied").format(share=share)
        return self.tr("not converging: dirties {share} % of what is copied").format(share=share)

    def _formula(self, status: MigrationStatus | None) -> str:
        """The ratio that decides, with the numbers of this moment in it."""
        if status is None or status.phase is not Phase.COPYING_MEMORY or status.copy_bytes_per_s <= 0.0:
            return ""
        share = status.dirty_bytes_per_s / status.copy_bytes_per_s
        copy, dirty = (
            words.quantity(rate, "bytes_per_s") for rate in (status.copy_bytes_per_s, status.dirty_bytes_per_s)
        )
        ratio = self.tr("Dirty-page rate ÷ copy bandwidth = {dirty} ÷ {copy} = {share} %")
        lines = [ratio.format(dirty=dirty, copy=copy, share=round(share * 100))]
        if share < 1.0:
            left = self.tr(
                "Remaining ÷ (copy − dirty) = {remaining} ÷ ({copy} − {dirty}) ≈ {time}, were both rates to last"
            )
            time_s = status.remaining_bytes / (status.copy_bytes_per_s - status.dirty_bytes_per_s)
            remaining = words.quantity(status.remaining_bytes, "bytes")
            time = words.quantity(time_s, "seconds")
            lines.append(left.format(remaining=remaining, copy=copy, dirty=dirty, time=time))
            lines.append(self.tr("Below 100 % each pass has less to send than the one before."))
        else:
            lines.append(self.tr("From 100 % on no pass gets shorter: the guest has to be slowed, or it never ends."))
        return "\n".join(lines)

    def _theme_changed(self, theme: Theme) -> None:
        for widget in (self.stages, self.charts, self.nics, self.memory, self.wire, self.service, self.places):
            widget.set_theme(theme)
        self.refresh()

    # --- files --------------------------------------------------------------------------------------------------------

    def _export_png(self) -> None:
        path = self._ask_path(self.tr("Chart as PNG"), "PNG (*.png)", ".png")
        if path is not None:
            self._write(lambda: write_png(self._pages, path))

    def _export_csv(self) -> None:
        samples = self._session.backend.samples(self._selection.migration)
        path = self._ask_path(self.tr("Series as CSV"), "CSV (*.csv)", ".csv") if samples is not None else None
        if path is not None and samples is not None:
            self._write(lambda: write_csv(samples, path))

    def _ask_path(self, title: str, pattern: str, suffix: str) -> Path | None:
        name, _ = QFileDialog.getSaveFileName(self, title, f"{self._selection.migration}{suffix}", pattern)
        return Path(name) if name else None

    def _write(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            text = self.tr("The file could not be written: {error}").format(error=error.strerror or error)
            QMessageBox.warning(self, self.tr("Export"), text)
