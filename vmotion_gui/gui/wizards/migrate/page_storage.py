"""Select storage."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLabel,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from vmotion_gui.gui import words
from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.files import File, files_of, format_name, put, reformat
from vmotion_gui.gui.wizards.migrate.page import Page
from vmotion_gui.gui.wizards.migrate.panel import Finding
from vmotion_gui.gui.wizards.migrate.storage_model import DatastoreModel
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.inventory.entities import DiskFormat

_FORMATS: tuple[DiskFormat | None, ...] = (None, "thick", "eagerZeroedThick", "thin")


class StoragePage(Page):
    """A datastore and a format for everything; or, configured per disk, for the files that are selected above."""

    def __init__(self, draft: Draft, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(draft, intro, parent)
        self.format = QComboBox(self)
        for format_ in _FORMATS:
            self.format.addItem(format_name(format_), format_)
        self.per_disk = QCheckBox(self.tr("Configure per disk"), self)
        self.files = self._make_files()
        self.model = DatastoreModel(draft, draft.context.themes.theme, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Datastores"))
        self._rows: list[File] = []
        self._arrange()
        self.format.activated.connect(self._format_chosen)
        self.per_disk.toggled.connect(self._switched)
        self.files.itemSelectionChanged.connect(self._file_selected)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.doubleClicked.connect(lambda: self.advance.emit())
        self.model.judged.connect(self._judged)

    def _make_files(self) -> QTableWidget:
        table = QTableWidget(0, 5, self)
        titles = (self.tr("Virtual machine"), self.tr("File"), self.tr("Size"), self.tr("Datastore"))
        table.setHorizontalHeaderLabels([*titles, self.tr("Virtual disk format")])
        dress_table(table, self.tr("Files of the virtual machines"), several=True)
        return table

    def _arrange(self) -> None:
        label = QLabel(self.tr("Select virtual disk format:"), self)
        label.setBuddy(self.format)
        line = QHBoxLayout()
        for widget in (label, self.format):
            line.addWidget(widget)
        line.addStretch(1)
        line.addWidget(self.per_disk)
        self._hint = QLabel(
            self.tr("Select files above, then a datastore or a format for them (Ctrl or Shift: several)."), self
        )
        self._hint.setWordWrap(True)
        self.body.addLayout(line)
        self.body.addWidget(self.files, 1)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.table, 1)

    # --- showing --------------------------------------------------------------------------------------------

    def enter(self) -> None:
        wish = self.draft.wish
        self.per_disk.blockSignals(True)
        self.per_disk.setChecked(bool(wish.disks or wish.datastores or wish.formats))
        self.per_disk.blockSignals(False)
        self._show_mode()
        self.model.begin()

    def leave(self) -> None:
        self.model.stop()

    def _show_mode(self) -> None:
        by_disk = self.per_disk.isChecked()
        self.files.setVisible(by_disk)
        self._hint.setVisible(by_disk)
        if by_disk:
            self._show_files()
        else:
            self.format.setCurrentIndex(_FORMATS.index(self.draft.wish.format))

    def _show_files(self) -> None:
        chosen = sorted({index.row() for index in self.files.selectedIndexes()}) or [0]
        self.files.blockSignals(True)
        self._rows = files_of(self.draft)
        self.files.setRowCount(len(self._rows))
        for row, file in enumerate(self._rows):
            for column, text in enumerate(self._cells(file)):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.files.setItem(row, column, item)
        share_width(self.files, 0)
        flags = QItemSelectionModel.SelectionFlag
        for row in chosen:
            self.files.selectionModel().select(self.files.model().index(row, 0), flags.Select | flags.Rows)
        self.files.blockSignals(False)

    def _cells(self, file: File) -> tuple[str, ...]:
        stores = self.draft.inventory.datastores
        before, after = (stores[id_].name if id_ in stores else "–" for id_ in (file.before, file.after))
        return (
            self.draft.inventory.vms[file.vm].name,
            file.label or self.tr("Configuration files"),
            words.quantity(file.size_bytes, "bytes") if file.label else "–",
            f"{before} → {after}" if before != after else after,
            format_name(file.format) if file.label else "–",
        )

    def _judged(self) -> None:
        share_width(self.table, 0)
        self._mark()
        self.told.emit()

    def _mark(self) -> None:
        """Mark the datastore that is chosen, for what is selected."""
        chosen = self._chosen_files()
        stores = {file.after for file in chosen} if self.per_disk.isChecked() else {self.draft.wish.datastore}
        row = self.model.row_of(stores.pop()) if len(stores) == 1 else -1
        flags = QItemSelectionModel.SelectionFlag
        self.table.selectionModel().blockSignals(True)
        if row < 0:
            self.table.clearSelection()
        else:
            index = self.model.index(row, 0)
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self.table.selectionModel().blockSignals(False)
        self.table.viewport().update()

    # --- choosing -------------------------------------------------------------------------------------------

    def _chosen_files(self) -> list[File]:
        return [self._rows[row] for row in sorted({index.row() for index in self.files.selectedIndexes()})]

    def _switched(self, on: bool) -> None:
        if not on:
            self.draft.change(datastores={}, disks={}, formats={})
        self._show_mode()
        self._mark()
        self.told.emit()

    def _file_selected(self) -> None:
        formats = {file.format for file in self._chosen_files() if file.label}
        if len(formats) == 1:
            self.format.setCurrentIndex(_FORMATS.index(formats.pop()))
        self._mark()

    def _format_chosen(self) -> None:
        if self.per_disk.isChecked():
            reformat(self.draft, self._chosen_files(), self.format.currentData())
            self._show_files()
            self.told.emit()
        else:
            self.draft.change(format=self.format.currentData())
            self.model.begin()

    def _selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if not rows:
            return
        datastore = self.model.id_at(rows[0].row())
        if self.per_disk.isChecked():
            put(self.draft, self._chosen_files(), datastore)
            self._show_files()
        else:
            self.draft.change(datastore=datastore)
        self.told.emit()

    def finding(self) -> Finding:
        missing = self.tr("Select a datastore.")
        if self.per_disk.isChecked():
            if all(file.before == file.after for file in files_of(self.draft)):
                return Finding(missing=missing)
        elif not self.draft.wish.datastore:
            return Finding(missing=missing)
        return Finding(self.draft.reasons(networks=False))

    def first_field(self) -> QWidget:
        return self.table
