"""Why a migration failed, as the engine itself finds it; reasons of the rule table come from the rules."""

from __future__ import annotations

from typing import Any

from vmotion_gui.compatibility.verdict import Reason, ReasonGroup, Severity, TestGroup
from vmotion_gui.messages import message

KINDS: dict[str, tuple[str, ReasonGroup, TestGroup]] = {
    "networkTimeout": ("Timedout", "network", "networkTests"),
    "noRoute": ("VMotionNotConfigured", "network", "networkTests"),
    "switchoverTimeout": ("Timedout", "vmState", "sourceTests"),
    "cannotResume": ("GenericVmConfigFault", "hostState", "hostTests"),
    "datastoreFull": ("NoDiskSpace", "storage", "datastoreTests"),
    "destinationFailed": ("HostNotConnected", "hostState", "hostTests"),
    "sourceFailed": ("HostNotConnected", "hostState", "sourceTests"),
    "cancelled": ("RequestCanceled", "vmState", "sourceTests"),
    "estateChanged": ("InvalidState", "vmState", "sourceTests"),
    "postCopyLost": ("HostNotConnected", "hostState", "hostTests"),
    "hostInMaintenance": ("InvalidHostState", "hostState", "hostTests"),
    "maintenanceCanceled": ("RequestCanceled", "hostState", "hostTests"),
    "maintenanceTimeout": ("Timedout", "hostState", "hostTests"),
    "maintenanceEdited": ("InvalidState", "hostState", "hostTests"),
    "maintenanceVsan": ("VsanFault", "storage", "datastoreTests"),
    "maintenanceHostAway": ("HostNotConnected", "hostState", "hostTests"),
    "storeCanceled": ("RequestCanceled", "storage", "datastoreTests"),
    "storeEdited": ("InvalidState", "storage", "datastoreTests"),
    "noSpace": ("NoDiskSpace", "storage", "datastoreTests"),
}
"""Kind -> the vSphere fault that it stands for, and where a report lists it."""


def reason(kind: str, *objects: str, **args: Any) -> Reason:
    """The engine's reason of a kind; `args` are its sentence's arguments, names not ids."""
    fault, group, test_group = KINDS[kind]
    return Reason(
        rule=f"simulation.{kind}",
        fault=fault,
        severity=Severity.ERROR,
        group=group,
        test_group=test_group,
        text=message(f"simulation.reason.{kind}", **args),
        cure=message(f"simulation.cure.{kind}", **args),
        objects=objects,
    )
