"""Disks go over one after the other in a single pass, while the guest's writes behind the cursor are
mirrored.
"""

from __future__ import annotations

import math

from vmotion_gui.messages import message
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import new_clock, schedule_workload
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.network import capped
from vmotion_gui.simulation.plan import DiskMove
from vmotion_gui.simulation.sharing import Demand, LinkKey, Use
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.storage import DiskCopy, held_write_rate


def enter_copying_disk(core: Core, migration: Migration) -> None:
    """Start the first disk's copy."""
    migration.stage = 2
    key = "simulation.event.copyingDisk" if migration.plan.live else "simulation.event.copyingDiskCold"
    text = message(key, vm=migration.vm_name)
    core.emit("PhaseStarted", text, migration, milestone=True)
    if migration.plan.live:
        migration.clock = new_clock(core, migration)
        schedule_workload(core, migration)
    _start_disk(core, migration)


def _start_disk(core: Core, migration: Migration) -> None:
    move = migration.plan.disks[migration.disk_index]
    migration.disk = DiskCopy(move.copy_bytes, core.state.now_s)
    migration.flow = core.state.network.add(migration.id, _parts(migration, move))
    core.replan(core, migration)


def _parts(migration: Migration, move: DiskMove) -> tuple[Demand, ...]:
    """From the source datastore over the network, if hosts differ, to the destination datastore."""
    read = Use(LinkKey("datastore", move.source, "", "read"))
    write = Use(LinkKey("datastore", move.destination, "", "write"))
    if migration.route is None:
        return (Demand((read, write)),)
    return tuple(part._replace(uses=(read, *part.uses, write)) for part in migration.route.parts)


def _mirror_parts(migration: Migration, move: DiskMove, rate: float) -> tuple[Demand, ...]:
    """Mirrored writes come from the guest, so they take nothing of the source's reads."""
    parts = _parts(migration, move)
    return capped(tuple(part._replace(uses=part.uses[1:]) for part in parts), rate)


def guest_writes(migration: Migration) -> float:
    """Disk bytes per second that the guest writes now, to all its disks."""
    clock = migration.clock
    return clock.layout.phases[clock.phase].disk_write_bytes_per_s if clock is not None else 0.0


def disk_share(core: Core, migration: Migration, move: DiskMove) -> float:
    """Share of the guest's writes that falls on one disk: by allocated bytes."""
    disks = core.state.inventory.vms[migration.plan.vm].disks
    total = sum(disk.allocated_bytes for disk in disks if disk.rdm is None)
    return move.copy_bytes / total if total > 0 else 0.0


def plan_disk(core: Core, migration: Migration) -> float:
    """When the running disk is through at the present rate; infinite while nothing moves.

    The writes that the mirror holds back depend on the rate, so they are looked at here.
    """
    assert migration.disk is not None
    rate = core.rate(migration.flow)
    wanted = guest_writes(migration) * disk_share(core, migration, migration.plan.disks[migration.disk_index])
    held = held_write_rate(wanted, rate, core.profile.mirror_share)
    migration.io_share = 1.0 if wanted <= 0.0 else held / wanted
    migration.disk = _with_writes(migration.disk, held)
    left = migration.disk.remaining_s(rate)
    return math.inf if math.isinf(left) else core.state.now_s + left


def _with_writes(disk: DiskCopy, write_rate: float) -> DiskCopy:
    return DiskCopy(disk.size_bytes, disk.since_s, disk.copied_bytes, disk.mirrored_bytes, write_rate)


def disk_done(core: Core, migration: Migration) -> None:
    """One disk is through; its mirror stays until the switchover."""
    core.settle(core, migration)
    disk, move = migration.disk, migration.plan.disks[migration.disk_index]
    assert disk is not None
    migration.disk_sent_bytes += disk.size_bytes + disk.mirrored_bytes
    core.state.network.remove(migration.flow)
    migration.flow, migration.disk = 0, None
    migration.disk_index += 1
    migration.io_share = 1.0
    share = disk_share(core, migration, move)
    if migration.plan.live and share > 0.0:
        flow = core.state.network.add(migration.id, _mirror_parts(migration, move, guest_writes(migration) * share))
        migration.mirrors = (*migration.mirrors, (flow, share))
        migration.mirror_since_s = core.state.now_s
    if migration.disk_index < len(migration.plan.disks):
        _start_disk(core, migration)
    else:
        _leave(core, migration)


def _leave(core: Core, migration: Migration) -> None:
    text = message("simulation.event.disksCopied", vm=migration.vm_name, bytes=migration.disk_sent_bytes)
    core.emit("DisksCopied", text, migration, milestone=True)
    if not migration.plan.live:
        core.enter(migration, Phase.RESUMING)
    elif migration.plan.changes_host:
        core.enter(migration, Phase.COPYING_MEMORY)
    else:
        core.enter(migration, Phase.SWITCHOVER)


def refresh_disk(core: Core, migration: Migration) -> None:
    """The way has changed: the running disk goes over the new one."""
    parts = _parts(migration, migration.plan.disks[migration.disk_index])
    core.state.network.set_parts(migration.flow, parts)


def refresh_mirrors(core: Core, migration: Migration) -> None:
    """The guest's disk writes have changed: so have the mirrors' flows."""
    for index, (flow, share) in enumerate(migration.mirrors):
        parts = _mirror_parts(migration, migration.plan.disks[index], guest_writes(migration) * share)
        core.state.network.set_parts(flow, parts)


def mirror_rate(core: Core, migration: Migration) -> float:
    """Bytes per second of all mirrored writes to disks that are copied."""
    return sum(core.rate(flow) for flow, _ in migration.mirrors)


def note_mirror_lag(core: Core, migration: Migration) -> None:
    """While memory is copied too, the guest writes to its disks only what its mirrors get of the links."""
    wanted = guest_writes(migration) * sum(share for _, share in migration.mirrors)
    migration.io_share = min(1.0, mirror_rate(core, migration) / wanted) if wanted > 0.0 else 1.0


def settle_mirrors(core: Core, migration: Migration) -> None:
    """Count the mirrored bytes up to now."""
    now = core.state.now_s
    migration.mirror_sent_bytes += mirror_rate(core, migration) * (now - migration.mirror_since_s)
    migration.mirror_since_s = now
