"""Recent tasks as a table: one row a migration or a host's task, newest first."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from vmotion_gui.gui import words
from vmotion_gui.gui.clock import clock, clock_to_seconds
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import level_icon
from vmotion_gui.gui.tasks.cells import (
    ACTION,
    COMPLETION,
    DETAILS,
    ID_ROLE,
    INDETERMINATE,
    INITIATOR,
    NAME,
    PROGRESS_ROLE,
    QUEUED,
    START,
    STATUS,
    TARGET,
    Offer,
)
from vmotion_gui.gui.tasks.host_tasks import LEVELS, initiator_name, task_hint, task_text
from vmotion_gui.gui.topology.facts import short
from vmotion_gui.simulation.status import MigrationStatus, Phase
from vmotion_gui.simulation.tasks.task import TaskStatus

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_SEARCHED = (NAME, TARGET, STATUS, DETAILS, INITIATOR)


class TasksModel(QAbstractTableModel):
    """The migrations and hosts' tasks of the session, or those of one object."""

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._object = ""
        self._words: tuple[str, ...] = ()
        self._ids: list[str] = []
        self._rows: dict[str, int] = {}
        session = context.session
        session.opened.connect(self.rebuild)
        session.migrations_changed.connect(self._changed)
        session.tasks_changed.connect(self._tasks_changed)
        context.expected.known.connect(self._expected_anew)
        self.rebuild()

    # --- rows -----------------------------------------------------------------------------------------------

    def show_object(self, id_: str) -> None:
        """Only tasks that have to do with an object; "" for all."""
        if id_ != self._object:
            self._object = id_
            self.rebuild()

    def filter(self, text: str) -> None:
        """Only tasks in whose row all these words stand; "" for all."""
        wanted = tuple(text.casefold().split())
        if wanted != self._words:
            self._words = wanted
            self.rebuild()

    def rebuild(self) -> None:
        """Read all tasks anew."""
        self.beginResetModel()
        self._ids = self._in_order()
        self._number()
        self.endResetModel()

    def _in_order(self) -> list[str]:
        """Newest first; a host's task stands above the moves that it asks for, and leads as long as it runs."""
        backend = self._context.session.backend
        rows = [(status.queued_s, id_) for id_, status in backend.migrations().items() if self._concerns(status)]
        tasks = (task for task in backend.tasks().values() if self._concerns_task(task))
        rows += [(math.inf if task.end_s is None else task.end_s, task.id) for task in tasks]
        # sorting is stable: what came at one time stays in order
        return [id_ for _, id_ in sorted(rows, key=lambda row: row[0])][::-1]

    def _number(self) -> None:
        self._rows = {id_: row for row, id_ in enumerate(self._ids)}

    def _concerns(self, status: MigrationStatus) -> bool:
        about = ("", status.vm, status.source_host, status.destination_host, *status.route)
        return self._object in about and self._matches(lambda column: self._text(status, column))

    def _concerns_task(self, task: TaskStatus) -> bool:
        seen = self._matches(lambda column: task_text(task, column, self._context))
        return self._object in ("", task.target) and seen

    def _matches(self, text: Callable[[int], str]) -> bool:
        if not self._words:
            return True
        row = " ".join(text(column) for column in _SEARCHED).casefold()
        return all(word in row for word in self._words)

    def _changed(self, statuses: tuple[MigrationStatus, ...]) -> None:
        self._show([status.id for status in statuses], [status.id for status in statuses if self._concerns(status)])

    def _expected_anew(self, ids: tuple[str, ...]) -> None:
        rows = [self._rows[id_] for id_ in ids if id_ in self._rows]
        if rows:
            self.dataChanged.emit(self.index(min(rows), START), self.index(max(rows), COMPLETION))

    def _tasks_changed(self, tasks: tuple[TaskStatus, ...]) -> None:
        self._show([task.id for task in tasks], [task.id for task in tasks if self._concerns_task(task)])
        if any(task.ended for task in tasks) and self._ids != self._in_order():
            self.rebuild()

    def _leading(self) -> int:
        """How many running tasks of hosts stand on top."""
        tasks = self._context.session.backend.tasks()
        return next((row for row, id_ in enumerate(self._ids) if id_ not in tasks or tasks[id_].ended), len(self._ids))

    def _show(self, changed: list[str], wanted: list[str]) -> None:
        if self._words and self._ids != self._in_order():
            self.rebuild()
        fresh = [id_ for id_ in wanted if id_ not in self._rows]
        if fresh:
            first = self._leading() if fresh[0] in self._context.session.backend.migrations() else 0
            self.beginInsertRows(QModelIndex(), first, first + len(fresh) - 1)
            self._ids[first:first] = reversed(fresh)
            self._number()
            self.endInsertRows()
        rows = [self._rows[id_] for id_ in changed if id_ in self._rows]
        if rows:
            self.dataChanged.emit(self.index(min(rows), 0), self.index(max(rows), ACTION))

    def status_at(self, index: Index) -> MigrationStatus | None:
        """The migration of a row; None if it is a host's task."""
        return self._context.session.backend.migrations().get(self._id_at(index))

    def task_at(self, index: Index) -> TaskStatus | None:
        """The host's task of a row; None if it is a migration."""
        return self._context.session.backend.tasks().get(self._id_at(index))

    def _id_at(self, index: Index) -> str:
        return self._ids[index.row()] if index.isValid() and index.row() < len(self._ids) else ""

    def row_of(self, migration: str) -> int:
        """The row of a migration; -1 if it is not shown."""
        return self._rows.get(migration, -1)

    def offer(self, status: MigrationStatus) -> Offer:
        """What can be done about a task."""
        if not status.phase.ended:
            return Offer("cancel", self.tr("Cancel") if status.phase is not Phase.ROLLING_BACK else "")
        if status.phase is Phase.COMPLETED and self._context.commands.back_step(status.id) is not None:
            return Offer("back", self.tr("Move back"))
        vm = self._context.session.inventory.vms.get(status.vm)
        if status.phase in (Phase.FAILED, Phase.CANCELLED) and vm is not None and vm.host == status.source_host:
            return Offer("retry", self.tr("Retry"))
        return Offer("", "")

    # --- what Qt asks ---------------------------------------------------------------------------------------

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else ACTION + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        titles = (
            self.tr("Task Name"),
            self.tr("Target"),
            self.tr("Status"),
            self.tr("Details"),
            self.tr("Initiator"),
            self.tr("Queued For"),
            self.tr("Start (simulated)"),
            self.tr("Completion (simulated)"),
            "",
        )
        return titles[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        status = self.status_at(index)
        if status is None:
            return self._task_data(index, role)
        if role == ID_ROLE:
            return status.id
        if role == PROGRESS_ROLE:
            return None if status.phase.ended else _share(status)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(status, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._text(status, index.column()) or None
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATUS:
            level = {Phase.COMPLETED: "done", Phase.FAILED: "error", Phase.CANCELLED: "warning"}.get(status.phase)
            return level_icon(level, self._context.themes.theme) if level else None
        return None

    def _task_data(self, index: Index, role: int) -> object:
        task = self.task_at(index)
        if task is None:
            return None
        if role == ID_ROLE:
            return task.id
        if role == PROGRESS_ROLE:
            return None if task.ended else task.progress
        if role == Qt.ItemDataRole.DisplayRole:
            return task_text(task, index.column(), self._context)
        if role == Qt.ItemDataRole.ToolTipRole:
            return task_hint(task, index.column(), self._context)
        if role == Qt.ItemDataRole.DecorationRole and index.column() == STATUS and task.ended:
            return level_icon(LEVELS[task.state], self._context.themes.theme)
        return None

    def _text(self, status: MigrationStatus, column: int) -> str:
        texts: dict[int, Callable[[], str]] = {
            NAME: lambda: self.tr("Relocate virtual machine"),
            TARGET: lambda: self._context.name(status.vm),
            STATUS: lambda: words.phase_name(status),
            DETAILS: lambda: self._details(status),
            INITIATOR: lambda: initiator_name(status.initiator),
            QUEUED: lambda: words.quantity(self._waited_s(status), "seconds"),
            START: lambda: clock(status.start_s) if status.start_s is not None else self._expected(status, START),
            COMPLETION: lambda: clock(status.end_s) if status.end_s is not None else self._expected(status, COMPLETION),
            ACTION: lambda: self.offer(status).text,
        }
        return texts[column]()

    def _expected(self, status: MigrationStatus, column: int) -> str:
        """When something will happen, as far as is known: a time, or the range of simulated runs."""
        expected = self._context.expected
        range_ = expected.start_s(status.id) if column == START else expected.end_s(status.id)
        if range_ is None or status.phase.ended:
            return ""
        least, most = (clock_to_seconds(seconds) for seconds in (range_.least, range_.most))
        return f"≈ {least}" if least == most else f"≈ {least} – {most}"

    def _waited_s(self, status: MigrationStatus) -> float:
        ends = (status.start_s, status.end_s, self._context.session.backend.now_s)
        return next(end for end in ends if end is not None) - status.queued_s

    def _details(self, status: MigrationStatus) -> str:
        if status.fault is not None:
            return self._context.language.text(status.fault.text)
        if status.phase is Phase.QUEUED and status.waits_for:
            names = ", ".join(self._context.name(id_) for id_ in status.waits_for)
            return self.tr("Waits for {names}").format(names=names)
        way = self._way(status)
        if status.phase is Phase.COPYING_MEMORY:
            return self.tr("{way} · {remaining} left, {rate} copied, {dirty} dirtied").format(
                way=way,
                remaining=words.quantity(status.remaining_bytes, "bytes"),
                rate=words.quantity(status.copy_bytes_per_s, "bytes_per_s"),
                dirty=words.quantity(status.dirty_bytes_per_s, "bytes_per_s"),
            )
        if status.phase is Phase.POST_COPYING:
            return self.tr("{way} · {remaining} left, {rate} copied; the VM runs at the destination").format(
                way=way,
                remaining=words.quantity(status.remaining_bytes, "bytes"),
                rate=words.quantity(status.copy_bytes_per_s, "bytes_per_s"),
            )
        if status.phase is Phase.COMPLETED:
            return self.tr("{way} · {duration}, {downtime} downtime, {data} copied").format(
                way=way,
                duration=words.quantity(status.total_s or 0.0, "seconds"),
                downtime=words.quantity(status.downtime_s, "seconds"),
                data=words.quantity(status.sent_bytes, "bytes"),
            )
        return way

    def _way(self, status: MigrationStatus) -> str:
        if status.source_host != status.destination_host:
            names = (self._context.name(id_) for id_ in (status.source_host, status.destination_host))
            return " → ".join(short(name) for name in names)
        moved = [disk for disk in status.disks if disk.moved]
        return f"{moved[0].before.partition(']')[0]}] → {moved[0].after.partition(']')[0]}]" if moved else ""


def _share(status: MigrationStatus) -> float | str:
    """Waiting has no share, nor has the way back, nor a copy that the guest outruns."""
    outrun = status.phase is Phase.COPYING_MEMORY and status.dirty_bytes_per_s >= status.copy_bytes_per_s > 0.0
    unknown = outrun or status.phase in (Phase.QUEUED, Phase.ROLLING_BACK)
    return INDETERMINATE if unknown or status.progress is None else status.progress
