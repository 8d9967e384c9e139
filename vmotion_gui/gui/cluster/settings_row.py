"""DRS's automation level and migration threshold, each change an undoable edit."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QLabel, QSlider, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import teach
from vmotion_gui.inventory.entities import Cluster, DrsConfig

_LEVELS = ("manual", "partiallyAutomated", "fullyAutomated")


class DrsSettingsRow(QWidget):
    """On or off, level, threshold."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._cluster = ""
        self.enabled = QCheckBox("DRS", self)
        self.level = QComboBox(self)
        for level in _LEVELS:
            self.level.addItem("", level)
        self.threshold = QSlider(Qt.Orientation.Horizontal, self)
        self.threshold.setRange(1, 5)
        self.threshold.setPageStep(1)
        self.threshold.setTickPosition(QSlider.TickPosition.TicksBelow)
        self.threshold.setTickInterval(1)
        self.threshold.setTracking(False)
        self.threshold.setMaximumWidth(160)
        teach(self.threshold, "migration-threshold")
        self._low, self._high, self._meaning = QLabel(self), QLabel(self), QLabel(self)
        self._meaning.setForegroundRole(self._meaning.palette().ColorRole.PlaceholderText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        for widget in (self.enabled, self.level, self._low, self.threshold, self._high):
            row.addWidget(widget)
        row.addWidget(self._meaning, 1)
        self.enabled.toggled.connect(lambda on: self._change(enabled=on))
        self.level.activated.connect(lambda _row: self._change(default_vm_behavior=self.level.currentData()))
        self.threshold.valueChanged.connect(lambda value: self._change(migration_threshold=value))

    def show_cluster(self, cluster: Cluster) -> None:
        """Show a cluster's settings."""
        self._cluster = cluster.id
        drs = cluster.drs
        with QSignalBlocker(self.enabled), QSignalBlocker(self.threshold):
            self.enabled.setChecked(drs.enabled)
            self.level.setCurrentIndex(_LEVELS.index(drs.default_vm_behavior))
            self.threshold.setValue(drs.migration_threshold)
        self.level.setEnabled(drs.enabled)
        self.threshold.setEnabled(drs.enabled)
        self._explain(drs)

    def _explain(self, drs: DrsConfig) -> None:
        texts = (
            self.tr("1: only what rules and maintenance demand"),
            self.tr("2: and significant improvements"),
            self.tr("3: and good improvements"),
            self.tr("4: and moderate improvements"),
            self.tr("5: and slight improvements"),
        )
        self._meaning.setText(texts[drs.migration_threshold - 1])

    def _change(self, **fields: object) -> None:
        cluster = self._context.session.inventory.clusters.get(self._cluster)
        if cluster is None:
            return
        changed = msgspec.structs.replace(cluster.drs, **fields)
        if changed != cluster.drs:
            self._context.commands.set_fields(
                lambda: self.tr("DRS settings of {cluster}").format(cluster=cluster.name),
                [cluster.id],
                "drs.edit.cluster",
                drs=msgspec.to_builtins(changed),
            )

    def retranslate(self) -> None:
        """Set the texts in the language of the moment."""
        for row, text in enumerate((self.tr("Manual"), self.tr("Partially Automated"), self.tr("Fully Automated"))):
            self.level.setItemText(row, text)
        self._low.setText(self.tr("Conservative"))
        self._high.setText(self.tr("Aggressive"))
        self.enabled.setAccessibleName(self.tr("DRS on"))
        self.level.setAccessibleName(self.tr("Automation level"))
        self.threshold.setAccessibleName(self.tr("Migration threshold"))
