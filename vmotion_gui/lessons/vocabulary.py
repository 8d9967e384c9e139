"""The words of a lesson's expressions: what can be asked of a run. Nothing else can."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import Literal

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.lessons.expression import Kind, Value
from vmotion_gui.simulation.backend import Backend
from vmotion_gui.simulation.status import MigrationStatus, PassRecord, Phase, ServiceMonitor

Parameter = Literal["migration", "vm", "host", "datastore", "link", "event", "word", "number"]
"""What an argument is: an id of the lab, "migration-N", an event's type, another word, or a number."""


class NotKnownError(Exception):
    """The run has not given this value yet."""


@dataclasses.dataclass(frozen=True, slots=True)
class Word:
    """One word: what it takes, what it gives, and how it is found. `find` raises NotKnownError."""

    parameters: tuple[Parameter, ...]
    result: Kind
    find: Callable[..., Value]


def _status(run: Backend, migration: str) -> MigrationStatus:
    try:
        return run.migrations()[migration]
    except KeyError as error:
        raise NotKnownError(migration) from error


def _known(value: float | None) -> float:
    if value is None:
        raise NotKnownError
    return value


def _of_migration(find: Callable[[MigrationStatus], Value]) -> Callable[..., Value]:
    return lambda run, migration: find(_status(run, migration))


def _pass(run: Backend, migration: str, number: float) -> PassRecord:
    """Passes count from 1; the stop-and-copy is the last."""
    passes = _status(run, migration).passes
    if not 1 <= number <= len(passes):
        raise NotKnownError
    return passes[int(number) - 1]


def _of_pass(find: Callable[[PassRecord], float]) -> Callable[..., Value]:
    return lambda run, migration, number: find(_pass(run, migration, number))


def _outcome(status: MigrationStatus) -> str:
    return status.phase.value if status.phase.ended else "running"


def _mean_rate(status: MigrationStatus) -> float:
    seconds = sum(record.duration_s for record in status.passes)
    if seconds <= 0.0:
        raise NotKnownError
    return sum(record.sent_bytes for record in status.passes) / seconds


def _slowest(status: MigrationStatus) -> float:
    """The guest's greatest slowdown while it still ran."""
    return max((record.guest_slowdown for record in status.passes if not record.stop_and_copy), default=0.0)


def _downtime_part(run: Backend, migration: str, part: str) -> float:
    parts: dict[str, float] = {item.part: item.duration_s for item in _status(run, migration).downtime}
    return _known(parts.get(part))


def _parcel(run: Backend, migration: str, kind: str) -> float:
    sizes = [parcel.total_bytes for parcel in _status(run, migration).parcels if parcel.kind == kind]
    if not sizes:
        raise NotKnownError
    return sum(sizes)


def _most_at_once(run: Backend) -> float:
    """Most migrations that ran at one time so far, those in the queue not counted."""
    edges = []
    for status in run.migrations().values():
        if status.start_s is not None:
            edges.append((status.start_s, 1))
            if status.end_s is not None:
                edges.append((status.end_s, -1))
    most = running = 0
    for _, change in sorted(edges):
        running += change
        most = max(most, running)
    return float(most)


def _last_end(run: Backend) -> float:
    ends = [status.end_s for status in run.migrations().values() if status.end_s is not None]
    return _known(max(ends, default=None))


def _count(*phases: Phase) -> Callable[[Backend], Value]:
    return lambda run: float(sum(run.phase(id_) in phases for id_ in run.migrations()))


def _running(run: Backend) -> float:
    waiting = (Phase.QUEUED, Phase.COMPLETED, Phase.FAILED, Phase.CANCELLED)
    return float(sum(run.phase(id_) not in waiting for id_ in run.migrations()))


def _events(run: Backend, type_: str) -> float:
    return float(sum(event.type == type_ for event in run.events))


def _vm(run: Backend, vm: str) -> VirtualMachine:
    try:
        return run.inventory.vms[vm]
    except KeyError as error:
        raise NotKnownError(vm) from error


def _monitor(run: Backend, vm: str) -> ServiceMonitor:
    found = run.service_monitor(vm)
    if found is None:
        raise NotKnownError(vm)
    return found


def _on(run: Backend, host: str) -> list[VirtualMachine]:
    return [vm for vm in run.inventory.vms.values() if vm.host == host and vm.power_state == "poweredOn"]


def _verdict(run: Backend, vm: str, host: str) -> Verdict:
    if vm not in run.inventory.vms or host not in run.inventory.hosts:
        raise NotKnownError
    return Checker(run.inventory).check(MigrationSpec(vm=vm, host=host))


def _errors(run: Backend, vm: str, host: str) -> float:
    return float(sum(reason.severity is Severity.ERROR for reason in _verdict(run, vm, host).reasons))


def _speaks(run: Backend, vm: str, host: str, rule: str) -> bool:
    return any(reason.rule == rule for reason in _verdict(run, vm, host).reasons)


def _link(run: Backend, link: str) -> float:
    """The busier direction's load now."""
    return max((load.used_bytes_per_s for load in run.link_loads() if load.link == link), default=0.0)


def _constant(value: float) -> Word:
    return Word((), "number", lambda _run: value)


def _number(*parameters: Parameter) -> Callable[[Callable[..., Value]], Word]:
    return lambda find: Word(parameters, "number", find)


_migration = _number("migration")
_numbered_pass = _number("migration", "number")

WORDS: dict[str, Word] = {
    # units
    "ms": _constant(0.001),
    "minute": _constant(60.0),
    "KiB": _constant(2.0**10),
    "MiB": _constant(2.0**20),
    "GiB": _constant(2.0**30),
    "Mbit": _constant(1e6 / 8.0),
    "Gbit": _constant(1e9 / 8.0),
    # the run
    "now_s": Word((), "number", lambda run: run.now_s),
    "events": Word(("event",), "number", _events),
    "queued": Word((), "number", _count(Phase.QUEUED)),
    "running": Word((), "number", _running),
    "completed": Word((), "number", _count(Phase.COMPLETED)),
    "failed": Word((), "number", _count(Phase.FAILED)),
    "most_at_once": Word((), "number", _most_at_once),
    "last_end_s": Word((), "number", _last_end),
    # a migration
    "phase": Word(("migration",), "text", _of_migration(lambda status: status.phase.value)),
    "outcome": Word(("migration",), "text", _of_migration(_outcome)),
    "fault": Word(("migration",), "text", _of_migration(lambda status: status.fault.fault if status.fault else "")),
    "reason": Word(("migration",), "text", _of_migration(lambda status: status.fault.rule if status.fault else "")),
    "stage": _migration(_of_migration(lambda status: float(status.stage))),
    "waited_s": _migration(_of_migration(lambda status: _known(status.start_s) - status.queued_s)),
    "started_s": _migration(_of_migration(lambda status: _known(status.start_s))),
    "ended_s": _migration(_of_migration(lambda status: _known(status.end_s))),
    "total_s": _migration(_of_migration(lambda status: _known(status.total_s))),
    "downtime_s": _migration(_of_migration(lambda status: status.downtime_s)),
    "downtime_part_s": Word(("migration", "word"), "number", _downtime_part),
    "passes": _migration(_of_migration(lambda status: float(len(status.passes)))),
    "sent_bytes": _migration(_of_migration(lambda status: status.sent_bytes)),
    "memory_sent_bytes": _migration(_of_migration(lambda status: sum(record.sent_bytes for record in status.passes))),
    "disk_sent_bytes": _migration(_of_migration(lambda status: status.disk_sent_bytes)),
    "remaining_bytes": _migration(_of_migration(lambda status: status.remaining_bytes)),
    "copy_bytes_per_s": _migration(_of_migration(_mean_rate)),
    "slowdown": _migration(_of_migration(_slowest)),
    "parcel_bytes": Word(("migration", "word"), "number", _parcel),
    "pass_pages": _numbered_pass(_of_pass(lambda record: record.pages)),
    "pass_bytes": _numbered_pass(_of_pass(lambda record: record.sent_bytes)),
    "pass_s": _numbered_pass(_of_pass(lambda record: record.duration_s)),
    "pass_dirtied_pages": _numbered_pass(_of_pass(lambda record: record.dirtied_pages)),
    "pass_copy_bytes_per_s": _numbered_pass(_of_pass(lambda record: record.copy_bytes_per_s)),
    "pass_dirty_bytes_per_s": _numbered_pass(_of_pass(lambda record: record.dirty_bytes_per_s)),
    # a virtual machine
    "host": Word(("vm",), "text", lambda run, vm: _vm(run, vm).host),
    "datastore": Word(("vm",), "text", lambda run, vm: _vm(run, vm).home_datastore),
    "power": Word(("vm",), "text", lambda run, vm: _vm(run, vm).power_state),
    "memory_bytes": Word(("vm",), "number", lambda run, vm: float(_vm(run, vm).memory_bytes)),
    "gap_s": Word(("vm",), "number", lambda run, vm: _monitor(run, vm).last_gap_s),
    "delayed_requests": Word(("vm",), "number", lambda run, vm: _monitor(run, vm).requests_delayed),
    "connection_open": Word(("vm",), "truth", lambda run, vm: _monitor(run, vm).connection_open),
    # hosts and links
    "vms_on": Word(("host",), "number", lambda run, host: float(len(_on(run, host)))),
    "memory_used_bytes": Word(
        ("host",), "number", lambda run, host: float(sum(vm.memory_bytes for vm in _on(run, host)))
    ),
    "host_memory_bytes": Word(("host",), "number", lambda run, host: float(run.inventory.hosts[host].memory_bytes)),
    "maintenance": Word(("host",), "text", lambda run, host: run.inventory.hosts[host].maintenance_state),
    "link_bytes_per_s": Word(("link",), "number", _link),
    # rules
    "possible": Word(("vm", "host"), "truth", lambda run, vm, host: _verdict(run, vm, host).possible),
    "errors": Word(("vm", "host"), "number", _errors),
    "speaks": Word(("vm", "host", "word"), "truth", _speaks),
    # sums
    "larger": Word(("number", "number"), "number", lambda _run, a, b: max(a, b)),
    "smaller": Word(("number", "number"), "number", lambda _run, a, b: min(a, b)),
    "about": Word(("number", "number", "number"), "truth", lambda _run, a, b, share: abs(a - b) <= share * abs(b)),
}
"""Every word of the language."""
