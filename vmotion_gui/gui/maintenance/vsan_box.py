"""What becomes of the data that hosts keep for vSAN: the three modes, each with what it would move."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from vmotion_gui.gui import words
from vmotion_gui.inventory.commands import VsanMode
from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.tasks.vsan import plan


class VsanBox(QComboBox):
    """Offers the modes; what is chosen stays chosen when the hosts are others."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("vSAN data migration"))

    @property
    def mode(self) -> VsanMode:
        """What is chosen."""
        mode: VsanMode = self.currentData() or "ensureObjectAccessibility"
        return mode

    def show_hosts(self, inventory: Inventory, hosts: Sequence[Host]) -> None:
        """Say what each mode moves off these hosts as things stand, each taken alone."""
        kept = self.mode
        names: dict[VsanMode, str] = {
            "ensureObjectAccessibility": self.tr("Ensure accessibility"),
            "evacuateAllData": self.tr("Full data migration"),
            "noAction": self.tr("No data migration"),
        }
        self.blockSignals(True)
        self.clear()
        for mode, name in names.items():
            self.addItem(self._text(name, inventory, hosts, mode), mode)
        self.setCurrentIndex(self.findData(kept))
        self.blockSignals(False)

    def _text(self, name: str, inventory: Inventory, hosts: Sequence[Host], mode: VsanMode) -> str:
        plans = [plan(inventory, host, mode) for host in hosts]
        stuck, lost = sum(len(one.stuck) for one in plans), sum(len(one.lost) for one in plans)
        if stuck:
            return self.tr("{mode}: not possible, no place for {count} components").format(mode=name, count=stuck)
        if lost:
            return self.tr("{mode}: {count} VMs lose their data meanwhile").format(mode=name, count=lost)
        size = words.quantity(sum(move.size_bytes for one in plans for move in one.moves), "bytes")
        return self.tr("{mode}: {size} to move").format(mode=name, size=size)
