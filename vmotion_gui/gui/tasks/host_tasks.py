"""The rows of hosts' tasks among the recent ones."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui import words
from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.maintenance import wording
from vmotion_gui.gui.tasks import cells
from vmotion_gui.gui.tasks.cells import Offer
from vmotion_gui.simulation.tasks.task import TaskStatus

LEVELS = {"success": "done", "error": "error", "canceled": "warning"}


def initiator_name(initiator: str) -> str:
    """Who asked for a task."""
    names = {
        "user": QCoreApplication.translate("TasksModel", "User"),
        "maintenance": "DRS",
        "plan": QCoreApplication.translate("TasksModel", "Maintenance plan"),
    }
    return names.get(initiator, initiator)


def task_text(task: TaskStatus, column: int, context: Context) -> str:
    """The text of a cell."""
    texts: dict[int, Callable[[], str]] = {
        cells.NAME: lambda: wording.task_name(task),
        cells.TARGET: lambda: context.name(task.target),
        cells.STATUS: lambda: wording.state_name(task),
        cells.DETAILS: lambda: wording.details(task, context.language),
        cells.INITIATOR: lambda: initiator_name(task.initiator),
        cells.QUEUED: lambda: words.quantity(0.0, "seconds"),
        cells.START: lambda: clock(task.start_s),
        cells.COMPLETION: lambda: clock(task.end_s) if task.end_s is not None else "",
        cells.ACTION: lambda: task_offer(task).text,
    }
    return texts[column]()


def task_hint(task: TaskStatus, column: int, context: Context) -> str:
    """The tooltip of a cell."""
    text = task_text(task, column, context)
    if column != cells.DETAILS or not task.blockers:
        return text
    hint = QCoreApplication.translate("HostTasks", "Double-click: each virtual machine with its reason and what to do.")
    return f"{text}\n{hint}"


def task_offer(task: TaskStatus) -> Offer:
    """What can be done about it."""
    if task.ended:
        return Offer("", "")
    if task.recommendations:
        return Offer("apply", QCoreApplication.translate("HostTasks", "Apply"))
    return Offer("cancel", QCoreApplication.translate("HostTasks", "Cancel"))
