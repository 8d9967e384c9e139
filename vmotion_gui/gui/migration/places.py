"""Where the VM's parts are, before and after: host, files, reservations; and which of its disks stand still."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHeaderView, QTableWidget, QTableWidgetItem, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import Holding, MigrationStatus, Phase, Placement

PART_WIDTH = 96


class PlacesTable(QTableWidget):
    """What / before / after. Once a migration was rolled back, it shows that both are the same again."""

    def __init__(self, session: Session, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(0, 4, parent)
        self._session = session
        self._theme = theme
        self._status: MigrationStatus | None = None
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
        self.setWordWrap(False)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        self.setColumnWidth(0, PART_WIDTH)
        header.setSectionResizeMode(3, QHeaderView.ResizeMode.ResizeToContents)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.show_status(self._status)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Before and after"))
        self.setHorizontalHeaderLabels([self.tr("Part"), self.tr("Before"), self.tr("Now / after"), ""])
        self.show_status(self._status)

    def show_status(self, status: MigrationStatus | None) -> None:
        """Compare a migration's places; None empties the table."""
        self._status = status
        rows = self._rows(status) if status is not None else []
        self.setRowCount(len(rows))
        for row, (part, before, after) in enumerate(rows):
            same = before == after
            mark = self.tr("= same") if same else self.tr("→ moved")
            for column, text in enumerate((part, before, after, mark)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                if column == 3:
                    item.setForeground(self._theme.color("muted" if same else "info"))
                self.setItem(row, column, item)

    def _rows(self, status: MigrationStatus) -> list[tuple[str, str, str]]:
        rolled_back = status.phase in (Phase.FAILED, Phase.CANCELLED) and status.after is not None
        before_host = self._name(status.source_host)
        after_host = self._name(status.after.host) if status.after is not None else self._name(status.destination_host)
        rows = [(self.tr("Host"), before_host, after_host)]
        for index, disk in enumerate(status.disks):
            after = disk.after
            if rolled_back and status.after is not None and index < len(status.after.disk_paths):
                after = status.after.disk_paths[index]
            rows.append((disk.label, disk.before, after))
        if status.before is not None and status.after is not None:
            rows.insert(1, (self.tr("Configuration"), status.before.config_path, status.after.config_path))
            rows += self._reservation_rows(status.before, status.after)
        return rows

    def _reservation_rows(self, before: Placement, after: Placement) -> list[tuple[str, str, str]]:
        held_before = {holding.object: holding for holding in before.holdings}
        held_after = {holding.object: holding for holding in after.holdings}
        return [
            (
                self.tr("Reserved on {name}").format(name=self._name(object_)),
                self._holding(held_before.get(object_)),
                self._holding(held_after.get(object_)),
            )
            for object_ in dict.fromkeys((*held_before, *held_after))
        ]

    def _holding(self, holding: Holding | None) -> str:
        if holding is None:
            return self.tr("nothing")
        parts = []
        if holding.cpu_reservation_mhz:
            parts.append(self.tr("{mhz} MHz").format(mhz=round(holding.cpu_reservation_mhz)))
        if holding.memory_bytes:
            parts.append(self.tr("{amount} memory").format(amount=words.quantity(holding.memory_bytes, "bytes")))
        if holding.space_bytes:
            parts.append(self.tr("{amount} space").format(amount=words.quantity(holding.space_bytes, "bytes")))
        return ", ".join(parts) or self.tr("nothing")

    def _name(self, id_: str) -> str:
        entity = self._session.inventory.get(id_)
        return entity.name if entity is not None else id_
