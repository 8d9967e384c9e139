"""Select a compute resource."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QLocale, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QTabBar, QTableView, QWidget

from vmotion_gui.gui.wizards.migrate.compute_model import ComputeModel
from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.page import Page
from vmotion_gui.gui.wizards.migrate.panel import Finding
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width


class ComputePage(Page):
    """Hosts, or clusters in which the placement chooses; each with its verdict."""

    def __init__(self, draft: Draft, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(draft, intro, parent)
        self.sorts = QTabBar(self)
        self.sorts.addTab(self.tr("Hosts"))
        self.sorts.addTab(self.tr("Clusters"))
        self.sorts.setAccessibleName(self.tr("Hosts or clusters"))
        self.filter = QLineEdit(self)
        self.filter.setPlaceholderText(self.tr("Filter by name or cluster"))
        self.filter.setClearButtonEnabled(True)
        self.filter.setFixedWidth(max(260, self.filter.fontMetrics().averageCharWidth() * 36))
        self.counts = QLabel(self)
        self.counts.setTextFormat(Qt.TextFormat.PlainText)
        self.model = ComputeModel(draft, draft.context.themes.theme, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        dress_table(self.table, self.tr("Compute resources"))
        above = QHBoxLayout()
        above.addWidget(self.sorts)
        above.addStretch(1)
        above.addWidget(self.filter)
        self.body.addLayout(above)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self.counts)
        self.sorts.currentChanged.connect(self._show_rows)
        self.filter.textChanged.connect(self._show_rows)
        self.table.selectionModel().selectionChanged.connect(self._selected)
        self.table.doubleClicked.connect(lambda: self.advance.emit())
        draft.prepared.connect(self._prepared)

    @property
    def _clusters(self) -> bool:
        return self.sorts.currentIndex() == 1

    def enter(self) -> None:
        target = self.draft.wish.target
        if target in self.draft.inventory.clusters:
            self.sorts.setCurrentIndex(1)
        elif target:
            self.sorts.setCurrentIndex(0)
        self._show_rows()

    def _prepared(self) -> None:
        if self.isVisible():
            self._show_rows()
            self.told.emit()

    def _show_rows(self) -> None:
        self.table.selectionModel().blockSignals(True)
        self.model.show_rows(clusters=self._clusters, text=self.filter.text())
        share_width(self.table, 0)
        if self.draft.wish.target in self.model.ids:
            index = self.model.index(self.model.ids.index(self.draft.wish.target), 0)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
            self.table.scrollTo(index)
        self.table.selectionModel().blockSignals(False)
        self._count()

    def _count(self) -> None:
        number = QLocale().toString
        able, cautioned, unable = self.draft.candidates().counts()
        text = self.tr("Hosts: ✓ {able} compatible · ⚠ {cautioned} with warnings · ✕ {unable} not compatible")
        self.counts.setText(text.format(able=number(able), cautioned=number(cautioned), unable=number(unable)))

    def _selected(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self.draft.change(target=self.model.ids[rows[0].row()])
            self.told.emit()

    def finding(self) -> Finding:
        candidates, target = self.draft.candidates(), self.draft.wish.target
        if target not in (*candidates.host_ids, *candidates.cluster_ids):
            return Finding(missing=self.tr("Select a host or a cluster."))
        if target in candidates.cluster_ids and not self.draft.is_prepared:
            return Finding(missing=self.tr("Checking…"))
        placement = self.draft.placement()
        notes = (self.draft.context.language.text(placement.reason),) if placement.reason is not None else ()
        if len(placement.hosts) < len(self.draft.wish.vms):
            return Finding(candidates.reasons(target), missing=notes[0] if notes else "")
        return Finding(candidates.reasons(target), notes=notes)

    def first_field(self) -> QWidget:
        return self.table
