"""Faults that can be injected, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmotion_gui.inventory.commands import (
    DatastoreFull,
    DestinationCannotResume,
    Fault,
    HostFailed,
    LinkFailed,
    SwitchoverStalled,
    VmotionNetworkLost,
)


def fault_name(fault: Fault) -> str:
    """What fails."""
    match fault:
        case VmotionNetworkLost():
            return QCoreApplication.translate("Faults", "vMotion network lost")
        case HostFailed():
            return QCoreApplication.translate("Faults", "Host failed")
        case LinkFailed():
            return QCoreApplication.translate("Faults", "Link failed")
        case DatastoreFull():
            return QCoreApplication.translate("Faults", "Datastore full")
        case SwitchoverStalled():
            return QCoreApplication.translate("Faults", "Next switchover stalls")
        case DestinationCannotResume():
            return QCoreApplication.translate("Faults", "Destination cannot resume the VM")
