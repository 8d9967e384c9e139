"""The status of a migration, made on reading: nothing here changes anything."""

from __future__ import annotations

import math

import numpy as np

from vmotion_gui.simulation.checking import CHECKS
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.device_state import DEVICE_PARCELS, device_state_bytes
from vmotion_gui.simulation.disk_copy import arrived_bytes, sent_bytes
from vmotion_gui.simulation.memory import PageCounts
from vmotion_gui.simulation.memory_copy import copy_rate, is_sending, pass_record, slowdown
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.placement import placement
from vmotion_gui.simulation.progress import progress_of
from vmotion_gui.simulation.status import (
    CheckItem,
    FloatArray,
    ItemState,
    MemoryMap,
    MigrationStatus,
    Parcel,
    PassRecord,
    Phase,
    Placement,
    Samples,
)


def status_of(core: Core, migration: Migration) -> MigrationStatus:
    """All of a migration as it stands now."""
    if migration.final is not None:
        return migration.final
    plan, now = migration.plan, core.state.now_s
    counts = _counts(core, migration)
    return MigrationStatus(
        id=migration.id,
        vm=plan.vm,
        spec=migration.spec,
        type=plan.type,
        initiator=migration.initiator,
        source_host=plan.source,
        destination_host=plan.destination,
        disks=migration.disks_shown,
        cross_vcenter=plan.cross_vcenter,
        cross_datacenter=plan.cross_datacenter,
        cross_subnet=plan.cross_subnet,
        phase=migration.phase,
        stage=migration.stage,
        waits_for=tuple(dict.fromkeys(object_ for _, object_ in migration.lacking)),
        checks=_checks(core, migration),
        parcels=_parcels(core, migration, counts),
        passes=_passes(core, migration),
        downtime=migration.downtime,
        queued_s=migration.queued_s,
        start_s=migration.start_s,
        end_s=migration.end_s,
        progress=None if migration.phase is Phase.QUEUED else progress_of(core, migration),
        remaining_bytes=float((counts.dirty + counts.in_flight).sum()) * core.profile.tracking_bytes if counts else 0.0,
        sent_bytes=_memory_sent(core, migration) + sent_bytes(core, migration) + _device_sent(migration),
        disk_sent_bytes=sent_bytes(core, migration),
        copy_bytes_per_s=copy_rate(core, migration),
        dirty_bytes_per_s=_dirty_rate(core, migration, counts, now) if counts else 0.0,
        guest_slowdown=slowdown(migration),
        downtime_s=_downtime(core, migration),
        route=_route(migration),
        fault=migration.fault if migration.phase is not Phase.CHECKING else None,
        before=migration.before,
        after=_after(core, migration),
        holdings=migration.holdings,
    )


def _route(migration: Migration) -> tuple[str, ...]:
    plan, route = migration.plan, migration.route
    if not plan.changes_host:
        return (plan.source,)
    if route is None:
        return (plan.source, plan.destination)
    first, last = route.subnets[:1], route.subnets[1:]
    return (plan.source, *first, *route.links, *last, plan.destination)


def _after(core: Core, migration: Migration) -> Placement | None:
    if not migration.phase.ended:
        return None
    vm = core.state.inventory.vms.get(migration.plan.vm)
    return placement(core.state.inventory, vm) if vm is not None else None


def _checks(core: Core, migration: Migration) -> tuple[CheckItem, ...]:
    """Ticked one after the other while the phase lasts."""
    if migration.phase is Phase.QUEUED or migration.start_s is None:
        return tuple(CheckItem(check=check, state="pending") for check in CHECKS)
    each = core.profile.check_s / len(CHECKS)
    checking = migration.phase is Phase.CHECKING
    elapsed = core.state.now_s - migration.start_s
    ticked = int(elapsed / each) if checking and each > 0.0 else len(CHECKS)
    return tuple(_check_item(migration, index, ticked, checking) for index in range(len(CHECKS)))


def _check_item(migration: Migration, index: int, ticked: int, checking: bool) -> CheckItem:
    failed = migration.failed_check
    state: ItemState = "done"
    if checking and index >= ticked:
        state = "running" if index == ticked else "pending"
    elif failed is not None and index >= failed:
        state = "failed" if index == failed else "skipped"
    detail = migration.fault.text if state == "failed" and migration.fault else None
    return CheckItem(check=CHECKS[index], state=state, detail=detail)


# --- what is copied ---------------------------------------------------------------


def _counts(core: Core, migration: Migration) -> PageCounts | None:
    if migration.memory is None or migration.clock is None or migration.phase is Phase.COMPLETED:
        return None
    return migration.memory.counts(migration.clock, core.state.now_s)


def _dirty_rate(core: Core, migration: Migration, counts: PageCounts, now_s: float) -> float:
    """Clean pages turning dirty now, bytes per second."""
    assert migration.clock is not None
    return float((counts.clean * migration.clock.rate(now_s)).sum()) * core.profile.tracking_bytes


def _memory_sent(core: Core, migration: Migration) -> float:
    """Bytes on the wire by memory so far."""
    copy = migration.memory
    running = 0.0
    if copy is not None and is_sending(migration):
        running = copy.position(core.state.now_s)
    return migration.memory_sent_bytes + running


def _device_sent(migration: Migration) -> float:
    return migration.device_bytes if migration.device_arrived else 0.0


def _passes(core: Core, migration: Migration) -> tuple[PassRecord, ...]:
    running = migration.memory is not None and migration.flow
    if running and is_sending(migration):
        return (*migration.passes, pass_record(core, migration, ended=False))
    return migration.passes


def _downtime(core: Core, migration: Migration) -> float:
    if migration.stun_s is None:
        return 0.0
    end = core.state.now_s if migration.downtime_end_s is None else migration.downtime_end_s
    return end - migration.stun_s


def _parcels(core: Core, migration: Migration, counts: PageCounts | None) -> tuple[Parcel, ...]:
    vm = core.state.inventory.vms.get(migration.plan.vm)
    if vm is None:
        return ()
    parcels = [_disk_parcel(core, migration, index) for index in range(len(migration.plan.disks))]
    if migration.plan.live and migration.plan.changes_host:
        parcels += _memory_parcels(core, migration, counts)
    if migration.plan.live:
        arrived = migration.device_arrived
        for kind in DEVICE_PARCELS:
            size = device_state_bytes(vm)[kind]
            state = _state(migration, arrived, migration.phase is Phase.SWITCHOVER and not arrived)
            parcels.append(Parcel(kind=kind, state=state, total_bytes=size, arrived_bytes=size if arrived else 0.0))
    return tuple(parcels)


def _state(migration: Migration, done: bool, running: bool) -> ItemState:
    if migration.phase in (Phase.ROLLING_BACK, Phase.FAILED, Phase.CANCELLED):
        return "failed"
    return "done" if done else "running" if running else "pending"


def _disk_parcel(core: Core, migration: Migration, index: int) -> Parcel:
    move = migration.plan.disks[index]
    transfers = migration.plan.transfers
    mine = {index for index, transfer in enumerate(transfers) if transfer.label == move.label}
    done = mine <= set(migration.files_done)
    running = any(file.index in mine for file in migration.files) or (not done and bool(mine & {*migration.files_done}))
    arrived, total = arrived_bytes(core, migration, move.label)
    return Parcel(
        kind="disk",
        state=_state(migration, done, running),
        total_bytes=total,
        arrived_bytes=arrived,
        label=move.label,
    )


def _memory_parcels(core: Core, migration: Migration, counts: PageCounts | None) -> list[Parcel]:
    if migration.clock is None:
        return []
    layout = migration.clock.layout
    waits = migration.rest_follows and migration.phase in (Phase.SWITCHOVER, Phase.RESUMING, Phase.POST_COPYING)
    over = (migration.device_arrived or migration.handed_over) and not waits
    parcels = []
    for index, role in enumerate(layout.roles):
        mine = layout.role == index
        total = float(layout.pages[mine].sum()) * core.profile.tracking_bytes
        arrived = (
            float((counts.clean[mine] - _unsent_marks(core, migration)[mine]).sum()) * core.profile.tracking_bytes
            if counts
            else 0.0
        )
        arrived = total if over else max(0.0, arrived)
        state = _state(migration, over, counts is not None and not over)
        parcels.append(Parcel(kind="memory", role=role, state=state, total_bytes=total, arrived_bytes=arrived))
    return parcels


def _unsent_marks(core: Core, migration: Migration) -> FloatArray:
    """Untouched pages whose mark has not gone over yet: clean, but not at the destination."""
    copy = migration.memory
    assert copy is not None
    if migration.pass_index > 0:
        return np.zeros(len(copy.wire))
    position = copy.position(core.state.now_s)
    return np.where(copy.wire_start + copy.wire > position, copy.layout.untouched, 0.0)


# --- heat map and series ---------------------------------------------------------------


def memory_map_of(core: Core, migration: Migration) -> MemoryMap | None:
    """The VM's memory now; None before its copy begins and after its end."""
    counts = _counts(core, migration)
    if counts is None or migration.clock is None:
        return None
    layout = migration.clock.layout
    rates = layout.phases[migration.clock.phase].write_rate(layout.pages) * migration.clock.speed
    return MemoryMap(
        page_bytes=core.profile.tracking_bytes,
        roles=layout.roles,
        role=layout.role,
        pages=layout.pages,
        clean=counts.clean,
        dirty=counts.dirty,
        in_flight=counts.in_flight,
        write_rate_pages_per_s=rates,
    )


def samples_of(core: Core, migration: Migration, times_s: FloatArray) -> Samples:
    """The migration's series at times since its last change of rate, up to now."""
    times = np.asarray(times_s, dtype=np.float64)
    zeros = np.zeros(len(times))
    copied = remaining = dirty = zeros
    copy, clock = migration.memory, migration.clock
    if copy is not None and clock is not None and len(times):
        curves = copy.curves(clock, times)
        copied = copy.rates(times)
        remaining = curves.remaining_pages * core.profile.tracking_bytes
        dirty = curves.dirty_pages_per_s * core.profile.tracking_bytes
    transfers = migration.plan.transfers
    disk_rate = math.fsum(core.rate(file.flow) for file in migration.files if transfers[file.index].source)
    disk_rate += math.fsum(core.rate(flow) for flow, _ in migration.mirrors)
    return Samples(
        time_s=times,
        copy_bytes_per_s=copied,
        dirty_bytes_per_s=dirty,
        remaining_bytes=remaining,
        guest_slowdown=zeros + slowdown(migration),
        disk_copy_bytes_per_s=zeros + disk_rate,
    )
