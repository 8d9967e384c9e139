"""Which datastores have to be empty, what the plan is to have little of, and when it may be done."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QSpinBox,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.objects import state_of, state_text
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.page_hosts import objective_names
from vmotion_gui.gui.wizards.maintenance.window_row import WindowRow
from vmotion_gui.gui.words import quantity
from vmotion_gui.inventory.entities import Datastore
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.maintenance.plan import OBJECTIVES

_ID_ROLE = Qt.ItemDataRole.UserRole
_FEW_GROUPS = 4


class StoresPage(QWidget):
    """Signals: told(): whether the next page may follow is something else now."""

    told = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.list = QTreeWidget(self)
        self.list.setHeaderLabels(
            [self.tr("Datastore"), self.tr("State"), self.tr("VMs"), self.tr("In use"), self.tr("Free")]
        )
        self.list.setAccessibleName(self.tr("Datastores to empty"))
        self.list.setUniformRowHeights(True)
        self._fill()
        self.list.itemChanged.connect(self._changed)
        self.objective = QComboBox(self)
        for objective, text in objective_names().items():
            self.objective.addItem(text, objective)
        self.objective.setCurrentIndex(OBJECTIVES.index("time"))
        self.keep_free = QSpinBox(self)
        self.keep_free.setRange(0, 99)
        self.keep_free.setValue(round(draft.store_options.keep_free * 100))
        self.keep_free.setSuffix(" %")
        self.keep_free.setAccessibleName(self.tr("Stays free on every destination"))
        self.clusters = QCheckBox(self.tr("Files may leave their datastore cluster"), self)
        self.parting = QCheckBox(self.tr("A VM's disks may part where they do not fit on one datastore"), self)
        self.parting.setChecked(draft.store_options.split_disks)
        self.window_row = WindowRow(self)
        self._arrange()
        self.objective.currentIndexChanged.connect(self._changed)
        self.keep_free.valueChanged.connect(self._changed)
        for box in (self.clusters, self.parting):
            box.toggled.connect(self._changed)
        self.window_row.changed.connect(self._changed)
        self._changed()

    def _arrange(self) -> None:
        form = QFormLayout()
        form.addRow(self.tr("Plan for:"), self.objective)
        kept = QHBoxLayout()
        kept.addWidget(self.keep_free)
        kept.addStretch(1)
        form.addRow(self.tr("Stays free on every destination:"), kept)
        for box in (self.clusters, self.parting):
            form.addRow("", box)
        self.window_row.add_to(form)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list, 1)
        layout.addLayout(form)

    def _fill(self) -> None:
        inventory, theme = self.draft.context.session.inventory, self.draft.context.themes.theme
        held = dict.fromkeys(inventory.datastores, 0)
        for vm in inventory.vms.values():
            for id_ in vm.datastores:
                if id_ in held:
                    held[id_] += 1
        groups: dict[str, QTreeWidgetItem] = {}
        for store in sorted(inventory.datastores.values(), key=lambda one: (not one.cluster, one.cluster, one.name)):
            if store.cluster not in groups:
                name = self.draft.context.name(store.cluster) if store.cluster else self.tr("In no datastore cluster")
                groups[store.cluster] = QTreeWidgetItem(self.list, [name])
                groups[store.cluster].setFirstColumnSpanned(True)
            self._add(store, groups[store.cluster], held[store.id]).setIcon(
                0, object_icon("datastore", state_of(store), theme)
            )
        for key, group in groups.items():
            chosen = any(inventory.datastores[id_].cluster == key for id_ in self.draft.datastores)
            group.setExpanded(chosen or (not self.draft.datastores and len(groups) < _FEW_GROUPS))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _add(self, store: Datastore, group: QTreeWidgetItem, vms: int) -> QTreeWidgetItem:
        used = 1.0 - store.free_bytes / max(1, store.capacity_bytes)
        texts = [store.name, state_text(store) or self.tr("Normal"), str(vms), f"{round(used * 100)} %"]
        item = QTreeWidgetItem(group, [*texts, quantity(store.free_bytes, "bytes")])
        for column in (2, 3, 4):
            item.setTextAlignment(column, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        item.setData(0, _ID_ROLE, store.id)
        if store.maintenance_mode == "inMaintenance" or not store.accessible:
            item.setDisabled(True)
        else:
            ticked = store.id in self.draft.datastores
            item.setCheckState(0, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
            if ticked:
                self.list.setCurrentItem(item)
        return item

    def chosen(self) -> tuple[str, ...]:
        """The datastores with a tick."""
        groups = [self.list.topLevelItem(k) for k in range(self.list.topLevelItemCount())]
        items = [group.child(row) for group in groups if group is not None for row in range(group.childCount())]
        ticked = [item for item in items if item is not None and item.checkState(0) is Qt.CheckState.Checked]
        return tuple(str(item.data(0, _ID_ROLE)) for item in ticked)

    def _changed(self) -> None:
        options = StoreOptions(
            objective=self.objective.currentData(),
            keep_free=self.keep_free.value() / 100.0,
            other_clusters=self.clusters.isChecked(),
            split_disks=self.parting.isChecked(),
        )
        window = self.window_row.window()
        self.draft.choose(datastores=self.chosen(), store_options=options, window=window)
        self.told.emit()
