"""A run as a versioned document, as `simulate --json` writes it; explained in docs/simulate-json.md."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final, Literal

import msgspec

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import Catalogue, Message
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.status import MigrationStatus, Parcel, PassRecord, Phase

FORMAT: Final = "vmotion-gui-simulation"
VERSION: Final = 1

Outcome = Literal["completed", "failed", "cancelled", "running"]


class _Data(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the document's parts."""


class Named(_Data, frozen=True, kw_only=True):
    """An entity: its id, and its name at the end of the run."""

    id: str
    name: str


class PassResult(_Data, frozen=True, kw_only=True):
    """One copy pass; rates are means over it."""

    index: int
    start_s: float
    duration_s: float
    pages: float
    sent_bytes: float
    copy_bytes_per_s: float
    dirtied_pages: float
    dirty_pages_per_s: float
    dirty_bytes_per_s: float
    guest_slowdown: float
    stop_and_copy: bool
    ended: bool


class DowntimeResult(_Data, frozen=True, kw_only=True):
    """A part of the time in which the VM stood still."""

    part: str
    duration_s: float


class ParcelResult(_Data, frozen=True, kw_only=True):
    """A part of the VM's state. `role` is memory's, `label` a disk's; both empty for the other kinds."""

    kind: str
    role: str
    label: str
    state: str
    total_bytes: float
    arrived_bytes: float


class DiskResult(_Data, frozen=True, kw_only=True):
    """A disk's path before and after."""

    label: str
    before: str
    after: str
    moved: bool


class FaultResult(_Data, frozen=True, kw_only=True):
    """Why a migration failed. `fault` is vSphere's name for it."""

    rule: str
    fault: str
    text: str
    cure: str
    objects: tuple[str, ...]


class MigrationResult(_Data, frozen=True, kw_only=True):
    """One migration. Times are seconds of the simulation; None for what has not happened."""

    id: str
    vm: Named
    type: str
    initiator: str
    source_host: Named
    destination_host: Named
    cross_vcenter: bool
    cross_datacenter: bool
    cross_subnet: bool
    outcome: Outcome
    phase: str
    fault: FaultResult | None
    queued_s: float
    start_s: float | None
    end_s: float | None
    total_s: float | None
    downtime_s: float
    downtime: tuple[DowntimeResult, ...]
    sent_bytes: float
    memory_sent_bytes: float
    disk_sent_bytes: float
    parcels: tuple[ParcelResult, ...]
    remaining_bytes: float
    mean_copy_bytes_per_s: float
    mean_dirty_pages_per_s: float
    mean_dirty_bytes_per_s: float
    passes: tuple[PassResult, ...]
    disks: tuple[DiskResult, ...]


class RefusedCommand(_Data, frozen=True, kw_only=True):
    """A command that made no sense when its time came."""

    time_s: float
    text: str


class SimulationResult(_Data, frozen=True, kw_only=True):
    """The document."""

    format: Literal["vmotion-gui-simulation"] = FORMAT
    version: Literal[1] = VERSION
    simulated: Literal[True] = True
    lab: str
    profile: str
    seed: int
    end_s: float
    finished: bool
    migrations: tuple[MigrationResult, ...]
    refused: tuple[RefusedCommand, ...]


def result_of(engine: Engine, lab: Lab, words: Catalogue) -> SimulationResult:
    """What has become of a lab, at the engine's present time."""
    inventory = engine.inventory
    statuses = (engine.status(id_) for id_ in engine.migration_ids())
    return SimulationResult(
        lab=lab.name,
        profile=engine.profile.name,
        seed=lab.seed,
        end_s=engine.now_s,
        finished=engine.next_event_s is None and not engine.busy,
        migrations=tuple(migration_result(status, inventory, words) for status in statuses),
        refused=refused_commands(engine.events, words),
    )


def encoded(result: SimulationResult) -> bytes:
    """The document as UTF-8 JSON, indented."""
    return msgspec.json.format(msgspec.json.encode(result), indent=2) + b"\n"


def migration_result(status: MigrationStatus, inventory: Inventory, words: Catalogue) -> MigrationResult:
    """One migration as the document tells it; `inventory` is that at the end of the run."""
    running = [record for record in status.passes if not record.stop_and_copy]
    return MigrationResult(
        id=status.id,
        vm=_named(inventory, status.vm),
        type=status.type.value,
        initiator=status.initiator,
        source_host=_named(inventory, status.source_host),
        destination_host=_named(inventory, status.destination_host),
        cross_vcenter=status.cross_vcenter,
        cross_datacenter=status.cross_datacenter,
        cross_subnet=status.cross_subnet,
        outcome=outcome_of(status.phase),
        phase=status.phase.value,
        fault=_fault(status.fault, words) if status.phase is Phase.FAILED and status.fault else None,
        queued_s=status.queued_s,
        start_s=status.start_s,
        end_s=status.end_s,
        total_s=status.total_s,
        downtime_s=status.downtime_s,
        downtime=tuple(DowntimeResult(part=item.part, duration_s=item.duration_s) for item in status.downtime),
        sent_bytes=status.sent_bytes,
        memory_sent_bytes=sum(record.sent_bytes for record in status.passes),
        disk_sent_bytes=status.disk_sent_bytes,
        parcels=tuple(_parcel(parcel) for parcel in status.parcels),
        remaining_bytes=status.remaining_bytes,
        mean_copy_bytes_per_s=_mean(running, sum([record.sent_bytes for record in running])),
        mean_dirty_pages_per_s=_mean(running, sum([record.dirtied_pages for record in running])),
        mean_dirty_bytes_per_s=_mean(running, sum([r.dirty_bytes_per_s * r.duration_s for r in running])),
        passes=tuple(_pass(record) for record in status.passes),
        disks=tuple(
            DiskResult(label=disk.label, before=disk.before, after=disk.after, moved=disk.moved)
            for disk in status.disks
        ),
    )


def outcome_of(phase: Phase) -> Outcome:
    """What has become of a migration in this phase."""
    ends: dict[Phase, Outcome] = {
        Phase.COMPLETED: "completed",
        Phase.FAILED: "failed",
        Phase.CANCELLED: "cancelled",
    }
    return ends.get(phase, "running")


def _pass(record: PassRecord) -> PassResult:
    return PassResult(
        index=record.index,
        start_s=record.start_s,
        duration_s=record.duration_s,
        pages=record.pages,
        sent_bytes=record.sent_bytes,
        copy_bytes_per_s=record.copy_bytes_per_s,
        dirtied_pages=record.dirtied_pages,
        dirty_pages_per_s=_mean([record], record.dirtied_pages),
        dirty_bytes_per_s=record.dirty_bytes_per_s,
        guest_slowdown=record.guest_slowdown,
        stop_and_copy=record.stop_and_copy,
        ended=record.ended,
    )


def _parcel(parcel: Parcel) -> ParcelResult:
    return ParcelResult(
        kind=parcel.kind,
        role=parcel.role or "",
        label=parcel.label,
        state=parcel.state,
        total_bytes=parcel.total_bytes,
        arrived_bytes=parcel.arrived_bytes,
    )


def _mean(records: list[PassRecord], amount: float) -> float:
    duration_s = sum([record.duration_s for record in records])
    return amount / duration_s if duration_s > 0.0 else 0.0


def _named(inventory: Inventory, id_: str) -> Named:
    entity = inventory.get(id_)
    return Named(id=id_, name=entity.name if entity else id_)


def _fault(reason: Reason, words: Catalogue) -> FaultResult:
    return FaultResult(
        rule=reason.rule,
        fault=reason.fault,
        text=words.render(reason.text),
        cure=words.render(reason.cure),
        objects=reason.objects,
    )


def refused_commands(events: Iterable[Event], words: Catalogue) -> tuple[RefusedCommand, ...]:
    """The commands among a run's events that made no sense when their time came."""
    return tuple(_refused(event, words) for event in events if event.type == "CommandRefused")


def _refused(event: Event, words: Catalogue) -> RefusedCommand:
    why: Any = event.text.args.get("reason", event.text)
    return RefusedCommand(time_s=event.time_s, text=words.render(why if isinstance(why, Message) else event.text))
