"""The window's words for the domain's values: phases, types, roles, and quantities as people read them."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.status import MigrationStatus, Phase


def quantity(value: float, unit: str) -> str:
    """A number with its unit in the window's language; units as in `Catalogue.quantity`."""
    return catalogue(QLocale().name()[:2] if QLocale().name()[:2] == "de" else "en").quantity(value, unit)


def type_name(type_: MigrationType, *, cross_vcenter: bool = False) -> str:
    """The name of a type of migration, as the vSphere Client says it."""
    names = {
        MigrationType.VMOTION: QCoreApplication.translate("Words", "vMotion (compute resource only)"),
        MigrationType.STORAGE_VMOTION: QCoreApplication.translate("Words", "Storage vMotion (storage only)"),
        MigrationType.XVMOTION: QCoreApplication.translate("Words", "vMotion (compute resource and storage)"),
        MigrationType.COLD: QCoreApplication.translate("Words", "Cold migration (powered off)"),
        MigrationType.SUSPENDED: QCoreApplication.translate("Words", "Migration of a suspended VM"),
    }
    prefix = QCoreApplication.translate("Words", "Cross vCenter: ") if cross_vcenter else ""
    return prefix + names[type_]


def profile_name(profile: ProfileName) -> str:
    """The hypervisor by whose rules migrations go."""
    names: dict[ProfileName, str] = {
        "vsphere": "vSphere",
        "qemu": "QEMU",
        "xen": "Xen",
        "xen-classic": QCoreApplication.translate("Words", "Xen before 4.6"),
        "xen-adaptive": QCoreApplication.translate("Words", "Xen with adaptive rate (2005)"),
        "stop-and-copy": QCoreApplication.translate("Words", "Stop-and-copy"),
        "post-copy": QCoreApplication.translate("Words", "Post-copy"),
        "simgrid": "SimGrid",
    }
    return names[profile]


def severity_name(severity: Severity) -> str:
    """The verdict in words."""
    if severity >= Severity.ERROR:
        return QCoreApplication.translate("Words", "Not compatible")
    if severity >= Severity.WARNING:
        return QCoreApplication.translate("Words", "Compatible with warnings")
    return QCoreApplication.translate("Words", "Compatibility checks succeeded")


def severity_mark(severity: Severity) -> str:
    """The verdict's shape as a character: check mark, triangle or cross."""
    return "✕" if severity >= Severity.ERROR else "⚠" if severity >= Severity.WARNING else "✓"


def phase_name(status: MigrationStatus) -> str:
    """The phase of a migration, with the pass while memory is copied."""
    names = {
        Phase.QUEUED: QCoreApplication.translate("Words", "Queued"),
        Phase.CHECKING: QCoreApplication.translate("Words", "Checking"),
        Phase.PREPARING: QCoreApplication.translate("Words", "Preparing"),
        Phase.COPYING_DISK: QCoreApplication.translate("Words", "Copying disk"),
        Phase.COPYING_MEMORY: QCoreApplication.translate("Words", "Copying memory"),
        Phase.SWITCHOVER: QCoreApplication.translate("Words", "Switchover"),
        Phase.RESUMING: QCoreApplication.translate("Words", "Resuming"),
        Phase.POST_COPYING: QCoreApplication.translate("Words", "Fetching memory"),
        Phase.CLEANING_UP: QCoreApplication.translate("Words", "Cleaning up"),
        Phase.COMPLETED: QCoreApplication.translate("Words", "Completed"),
        Phase.ROLLING_BACK: QCoreApplication.translate("Words", "Rolling back"),
        Phase.FAILED: QCoreApplication.translate("Words", "Failed"),
        Phase.CANCELLED: QCoreApplication.translate("Words", "Cancelled"),
    }
    name = names[status.phase]
    if status.phase is Phase.COPYING_MEMORY and status.passes:
        number = QLocale().toString(status.passes[-1].index + 1)
        return QCoreApplication.translate("Words", "Copying memory (pass {number})").format(number=number)
    return name


def stage_name(stage: int) -> str:
    """The three stages of VMware's page; "" while queued."""
    names = {
        1: QCoreApplication.translate("Words", "1 Stable state"),
        2: QCoreApplication.translate("Words", "2 Copy of the state"),
        3: QCoreApplication.translate("Words", "3 Resume"),
    }
    return names.get(stage, "")


def role_name(role: str) -> str:
    """What a region of memory holds."""
    names = {
        "operatingSystem": QCoreApplication.translate("Words", "Operating system"),
        "applications": QCoreApplication.translate("Words", "Applications"),
        "transactionData": QCoreApplication.translate("Words", "Transaction data"),
    }
    return names[role]
