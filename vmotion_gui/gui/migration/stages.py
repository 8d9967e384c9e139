"""The three stages of a vMotion as a list that ticks itself off."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.theme import Theme
from vmotion_gui.simulation.status import CheckItem, MigrationStatus, Parcel, Phase

_MARKS = {"pending": "○", "running": "◔", "done": "✓", "failed": "✕", "skipped": "–"}
_ROLES = {"pending": "muted", "running": "info", "done": "normal", "failed": "alert", "skipped": "muted"}
_MINIMUM_WIDTH = 240


class StagesView(QTreeWidget):
    """Stage 1 lists what is checked for a stable state, stage 2 what is copied, stage 3 the resume."""

    def __init__(self, language: Language, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._language = language
        self._theme = theme
        self._status: MigrationStatus | None = None
        self._followed = 0
        self.setColumnCount(2)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(14)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformRowHeights(True)
        self.setMinimumWidth(_MINIMUM_WIDTH)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self._stages = [QTreeWidgetItem(self) for _ in range(3)]
        for stage in self._stages:
            stage.setFirstColumnSpanned(True)
            font = stage.font(0)
            font.setBold(True)
            stage.setFont(0, font)
            stage.setExpanded(True)
        self._retranslate()

    def set_theme(self, theme: Theme) -> None:
        self._theme = theme
        self.show_status(self._status)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Stages of the migration"))
        titles = (
            self.tr("1  Is the VM in a stable state?"),
            self.tr("2  Its state is copied"),
            self.tr("3  It resumes at the target"),
        )
        for stage, title in zip(self._stages, titles, strict=True):
            stage.setData(0, Qt.ItemDataRole.UserRole, title)
        self.show_status(self._status)

    def show_status(self, status: MigrationStatus | None) -> None:
        """Tick off what a migration has done; None: all pending."""
        self._status = status
        self._fill(0, [self._check_row(check) for check in status.checks] if status else [])
        self._fill(1, [self._parcel_row(parcel) for parcel in status.parcels] if status else [])
        self._fill(2, self._resume_rows(status) if status else [])
        for number, stage in enumerate(self._stages, start=1):
            state = self._stage_state(number)
            self._set(stage, f"{_MARKS[state]}  {stage.data(0, Qt.ItemDataRole.UserRole)}", "", state)
        self._follow(0 if status is None else status.stage)

    def _follow(self, stage: int) -> None:
        """Bring the stage that has just begun into view; whoever scrolls within one is left alone."""
        if stage == self._followed:
            return
        self._followed = stage
        item = self._stages[min(max(stage - 1, 0), len(self._stages) - 1)]
        self.scrollToItem(item.child(item.childCount() - 1) or item)
        self.scrollToItem(item)

    def _stage_state(self, number: int) -> str:
        status = self._status
        if status is None or status.stage < number:
            return "pending"
        if status.phase in (Phase.ROLLING_BACK, Phase.FAILED, Phase.CANCELLED) and status.stage == number:
            return "failed"
        if status.phase is Phase.POST_COPYING and number == 2:
            return "running"  # the VM has resumed, and its memory follows
        return "done" if status.stage > number or status.phase is Phase.COMPLETED else "running"

    def _fill(self, stage: int, rows: list[tuple[str, str, str, str]]) -> None:
        parent = self._stages[stage]
        while parent.childCount() > len(rows):
            parent.takeChild(parent.childCount() - 1)
        for index, (text, amount, state, tip) in enumerate(rows):
            item = parent.child(index) or QTreeWidgetItem(parent)
            self._set(item, f"{_MARKS[state]}  {text}", amount, state)
            item.setToolTip(0, tip or text)
            item.setFirstColumnSpanned(not amount)

    def _set(self, item: QTreeWidgetItem, text: str, amount: str, state: str) -> None:
        if item.text(0) != text:
            item.setText(0, text)
        if item.text(1) != amount:
            item.setText(1, amount)
        item.setForeground(0, QBrush(self._theme.color("text" if state in ("done", "running") else _ROLES[state])))
        item.setForeground(1, QBrush(self._theme.color(_ROLES[state])))

    # --- rows ---------------------------------------------------------------------------------------------------------

    def _check_row(self, check: CheckItem) -> tuple[str, str, str, str]:
        names = {
            "vmConnected": self.tr("VM is connected"),
            "noOtherTask": self.tr("No other task on the VM"),
            "noPendingQuestion": self.tr("No pending question"),
            "toolsState": self.tr("VMware Tools state"),
            "hostConnected": self.tr("Both hosts are connected"),
            "compatibility": self.tr("Destination is compatible"),
        }
        tip = self._language.text(check.detail) if check.detail is not None else ""
        return names[check.check], "", check.state, tip

    def _parcel_row(self, parcel: Parcel) -> tuple[str, str, str, str]:
        if parcel.state == "done" or not parcel.total_bytes:
            amount = words.quantity(parcel.total_bytes, "bytes")
        else:
            amount = f"{min(parcel.arrived_bytes / parcel.total_bytes, 1.0) * 100:.0f} %"
        name, tip = self._parcel_words(parcel)
        return name, amount, parcel.state, tip

    def _parcel_words(self, parcel: Parcel) -> tuple[str, str]:
        if parcel.kind == "memory" and parcel.role is not None:
            return self.tr("Memory: {role}").format(role=words.role_name(parcel.role)), self.tr(
                "Pages at the destination that are still current; the share falls when the guest writes pages again."
            )
        if parcel.kind == "disk":
            return self.tr("Disk: {label}").format(label=parcel.label), self.tr(
                "The disk moves in one pass; writes behind the copy go to both sides."
            )
        names = {
            "bios": (self.tr("BIOS"), self.tr("Firmware settings (NVRAM)")),
            "devices": (self.tr("Devices"), self.tr("State of the virtual devices")),
            "cpu": (self.tr("CPU"), self.tr("The CPU features and state that the guest sees")),
            "macAddresses": (
                self.tr("MAC addresses"),
                self.tr("They identify the VM in the network and stay the same"),
            ),
            "chipset": (self.tr("Chipset state"), self.tr("Interrupt controllers, timers, buses")),
            "registers": (
                self.tr("Registers"),
                self.tr("The vCPUs' registers: the last parcel, while the VM is stunned"),
            ),
            "networkConnections": (self.tr("Network connections"), self.tr("Open connections go on at the target")),
        }
        return names[parcel.kind]

    def _resume_rows(self, status: MigrationStatus) -> list[tuple[str, str, str, str]]:
        names = {
            "quiesce": (self.tr("VM quiesced"), self.tr("vCPUs stop, I/O drains")),
            "remainingPages": (self.tr("Last pages sent"), self.tr("What was still dirty when the VM stopped")),
            "deviceState": (self.tr("Device state sent"), self.tr("The checkpoint of devices and registers")),
            "networkAnnounce": (
                self.tr("Network told (RARP)"),
                self.tr("The VM runs again; its clients reach it when the switches know its new port"),
            ),
            "mirrorDrain": (self.tr("Mirrored writes drained"), self.tr("Writes under way reach the new disk")),
            "resume": (self.tr("VM resumed"), self.tr("The VM runs at the target")),
        }
        rows = []
        for item in status.downtime:
            text, tip = names[item.part]
            rows.append((text, words.quantity(item.duration_s, "seconds"), "done", tip))
        if status.downtime and status.phase is Phase.COMPLETED:
            total = words.quantity(status.downtime_s, "seconds")
            rows.append((self.tr("Downtime in all"), total, "done", self.tr("How long the VM stood still (simulated)")))
        return rows
