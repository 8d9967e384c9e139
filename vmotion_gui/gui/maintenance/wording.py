"""A host's task in the window's words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui import words
from vmotion_gui.gui.language import Language
from vmotion_gui.simulation.tasks.task import Blocker, TaskStatus


def task_name(task: TaskStatus) -> str:
    """What it is."""
    if task.enters:
        return QCoreApplication.translate("HostTasks", "Enter maintenance mode")
    return QCoreApplication.translate("HostTasks", "Exit maintenance mode")


def state_name(task: TaskStatus) -> str:
    """How it stands."""
    names = {
        "success": QCoreApplication.translate("HostTasks", "Completed"),
        "error": QCoreApplication.translate("HostTasks", "Failed"),
        "canceled": QCoreApplication.translate("HostTasks", "Cancelled"),
    }
    if task.ended:
        return names[task.state]
    if waits_for_a_person(task):
        return QCoreApplication.translate("HostTasks", "Waits for you")
    if task.data_bytes:
        return QCoreApplication.translate("HostTasks", "Migrating vSAN data")
    return QCoreApplication.translate("HostTasks", "Migrating VMs")


def waits_for_a_person(task: TaskStatus) -> bool:
    """Whether nothing goes on by itself."""
    return bool(task.blockers) and not task.ended and all(blocker.kind != "migrating" for blocker in task.blockers)


def blocker_state(blocker: Blocker) -> str:
    """How a VM stands that is still there, in a word or two."""
    names = {
        "migrating": QCoreApplication.translate("HostTasks", "Migrating"),
        "recommended": QCoreApplication.translate("HostTasks", "Recommended"),
    }
    return names.get(blocker.kind, QCoreApplication.translate("HostTasks", "Blocked"))


def details(task: TaskStatus, language: Language) -> str:
    """What has become of the VMs, in one line."""
    if task.fault is not None:
        return language.text(task.fault.text)
    if task.datastore and not task.enters:
        return QCoreApplication.translate("HostTasks", "No files come back by themselves.")
    if not task.enters:
        return QCoreApplication.translate("HostTasks", "No virtual machine comes back by itself.")
    left = QCoreApplication.translate("HostTasks", "{left} of {leaving} VMs have left")
    parts = [left.format(left=task.left, leaving=task.leaving)]
    if task.ended:
        taken = words.quantity((task.end_s or 0.0) - task.start_s, "seconds")
        return " · ".join([*parts, taken])
    if task.data_bytes:
        text = QCoreApplication.translate("HostTasks", "{moved} of {total} of vSAN data moved")
        moved, total = (words.quantity(value, "bytes") for value in (task.data_moved_bytes, task.data_bytes))
        parts.append(text.format(moved=moved, total=total))
    counts = {kind: sum(b.kind == kind for b in task.blockers) for kind in ("migrating", "recommended")}
    blocked = len(task.blockers) - sum(counts.values())
    if counts["migrating"]:
        text = QCoreApplication.translate("HostTasks", "{count} on their way")
        parts.append(text.format(count=counts["migrating"]))
    if counts["recommended"]:
        text = QCoreApplication.translate("HostTasks", "{count} recommended migrations to apply")
        parts.append(text.format(count=counts["recommended"]))
    if blocked:
        text = QCoreApplication.translate("HostTasks", "{count} blocked")
        parts.append(text.format(count=blocked))
    return " · ".join(parts)
