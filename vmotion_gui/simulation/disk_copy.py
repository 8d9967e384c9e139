"""Files go over in a single pass each, several at a time between distinct datastores, while the guest's writes behind a
disk's cursor are mirrored.
"""

from __future__ import annotations

import math

import msgspec

from vmotion_gui.messages import message
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.files import Transfer, startable
from vmotion_gui.simulation.memory_copy import new_clock, schedule_workload
from vmotion_gui.simulation.migration import FileCopy, Migration
from vmotion_gui.simulation.network import capped
from vmotion_gui.simulation.sharing import Demand, LinkKey, Use
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.storage import DiskCopy, held_write_rate


def enter_copying_disk(core: Core, migration: Migration) -> None:
    """Start the first files' copies."""
    migration.stage = 2
    text = message(_what_goes(migration.plan.transfers), vm=migration.vm_name)
    core.emit("PhaseStarted", text, migration, milestone=True)
    if migration.plan.live:
        migration.clock = new_clock(core, migration)
        schedule_workload(core, migration)
    _start_files(core, migration)


def _what_goes(transfers: tuple[Transfer, ...]) -> str:
    """The key of the sentence that says what is copied."""
    if all(transfer.kind == "swapFile" for transfer in transfers):
        return "simulation.event.copyingSwapFile"
    mirrored = any(transfer.write_share > 0.0 for transfer in transfers)
    return "simulation.event.copyingDisk" if mirrored else "simulation.event.copyingDiskCold"


def _start_files(core: Core, migration: Migration) -> None:
    transfers = migration.plan.transfers
    running = frozenset(file.index for file in migration.files)
    for index in startable(transfers, running, frozenset(migration.files_done), core.profile.parallel_disks):
        flow = core.state.network.add(migration.id, _parts(migration, transfers[index]))
        copy = DiskCopy(transfers[index].copy_bytes, core.state.now_s)
        migration.files = (*migration.files, FileCopy(index=index, flow=flow, copy=copy))
    core.replan(core, migration)


def _parts(migration: Migration, transfer: Transfer) -> tuple[Demand, ...]:
    """From the source datastore over the network, if hosts differ, to the destination datastore, where zeroes begin."""
    write = Use(LinkKey("datastore", transfer.destination, "", "write"))
    if not transfer.source:
        return (Demand((write,)),)
    read = Use(LinkKey("datastore", transfer.source, "", "read"))
    route = migration.cold_route if transfer.cold and migration.cold_route is not None else migration.route
    if route is None:
        return (Demand((read, write)),)
    return tuple(part._replace(uses=(read, *part.uses, write)) for part in route.parts)


def _mirror_parts(migration: Migration, transfer: Transfer) -> tuple[Demand, ...]:
    """Mirrored writes come from the guest, so they take nothing of the source's reads."""
    rate = guest_writes(migration) * transfer.write_share
    return capped(tuple(part._replace(uses=part.uses[1:]) for part in _parts(migration, transfer)), rate)


def guest_writes(migration: Migration) -> float:
    """Disk bytes per second that the guest writes now, to all its disks."""
    clock = migration.clock
    return clock.layout.phases[clock.phase].disk_write_bytes_per_s if clock is not None else 0.0


def plan_files(core: Core, migration: Migration) -> float:
    """When the next of the running files is through at the present rates; infinite while nothing moves.

    The writes that mirrors hold back depend on the rates, so they are looked at here.
    """
    writes, now = guest_writes(migration), core.state.now_s
    transfers = migration.plan.transfers
    all_wanted = writes * sum(transfers[index].write_share for _, index in migration.mirrors)
    all_held = min(all_wanted, mirror_rate(core, migration))
    files = []
    for file in migration.files:
        rate = core.rate(file.flow)
        wanted = writes * transfers[file.index].write_share
        held = held_write_rate(wanted, rate, core.profile.mirror_share)
        copy = file.copy.with_writes(held)
        files.append(msgspec.structs.replace(file, copy=copy, due_s=now + copy.remaining_s(rate)))
        all_wanted += wanted
        all_held += held
    migration.files = tuple(files)
    migration.io_share = 1.0 if all_wanted <= 0.0 else all_held / all_wanted
    return min((file.due_s for file in files), default=math.inf)


def files_done(core: Core, migration: Migration) -> None:
    """One file or more are through; a disk's mirror stays until the switchover."""
    core.settle(core, migration)
    now = core.state.now_s
    through = [file for file in migration.files if file.due_s <= now]
    migration.files = tuple(file for file in migration.files if file.due_s > now)
    migration.io_share = 1.0
    for file in through:
        transfer = migration.plan.transfers[file.index]
        migration.disk_sent_bytes += file.copy.size_bytes + file.copy.mirrored_bytes if transfer.source else 0.0
        core.state.network.remove(file.flow)
        migration.files_done = (*migration.files_done, file.index)
        if transfer.write_share > 0.0:
            flow = core.state.network.add(migration.id, _mirror_parts(migration, transfer))
            migration.mirrors = (*migration.mirrors, (flow, file.index))
            migration.mirror_since_s = now
    if len(migration.files_done) < len(migration.plan.transfers):
        _start_files(core, migration)
    else:
        _leave(core, migration)


def _leave(core: Core, migration: Migration) -> None:
    if migration.plan.moves_files:
        text = message("simulation.event.disksCopied", vm=migration.vm_name, bytes=migration.disk_sent_bytes)
        core.emit("DisksCopied", text, migration, milestone=True)
    if not migration.plan.live:
        core.enter(migration, Phase.RESUMING)
    elif migration.plan.changes_host:
        core.enter(migration, Phase.COPYING_MEMORY)
    else:
        core.enter(migration, Phase.SWITCHOVER)


def refresh_files(core: Core, migration: Migration) -> None:
    """A way has changed: running files go over the new one."""
    for file in migration.files:
        core.state.network.set_parts(file.flow, _parts(migration, migration.plan.transfers[file.index]))


def refresh_mirrors(core: Core, migration: Migration) -> None:
    """The guest's disk writes or its way have changed: so have the mirrors' flows."""
    for flow, index in migration.mirrors:
        core.state.network.set_parts(flow, _mirror_parts(migration, migration.plan.transfers[index]))


def mirror_rate(core: Core, migration: Migration) -> float:
    """Bytes per second of all mirrored writes to disks that are copied."""
    return sum(core.rate(flow) for flow, _ in migration.mirrors)


def note_mirror_lag(core: Core, migration: Migration) -> None:
    """While memory is copied too, the guest writes to its disks only what its mirrors get of the links."""
    shares = sum(migration.plan.transfers[index].write_share for _, index in migration.mirrors)
    wanted = guest_writes(migration) * shares
    migration.io_share = min(1.0, mirror_rate(core, migration) / wanted) if wanted > 0.0 else 1.0


def settle_files(core: Core, migration: Migration) -> None:
    """Bring running files and mirrors up to now, at the rates until now."""
    now = core.state.now_s
    migration.files = tuple(
        msgspec.structs.replace(file, copy=file.copy.settled(core.rate(file.flow), now)) for file in migration.files
    )
    if migration.mirrors:
        migration.mirror_sent_bytes += mirror_rate(core, migration) * (now - migration.mirror_since_s)
        migration.mirror_since_s = now


def sent_bytes(core: Core, migration: Migration) -> float:
    """Bytes of files that have gone from source to destination so far, mirrored writes included; zeroes are none."""
    now = core.state.now_s
    sent = migration.disk_sent_bytes + migration.mirror_sent_bytes
    for file in migration.files:
        if migration.plan.transfers[file.index].source:
            copy, rate = file.copy, core.rate(file.flow)
            sent += copy.copied_bytes + copy.mirrored_bytes + rate * (now - copy.since_s)
    if migration.mirrors:
        sent += mirror_rate(core, migration) * (now - migration.mirror_since_s)
    return sent


def arrived_bytes(core: Core, migration: Migration, label: str | None = None) -> tuple[float, float]:
    """What has arrived of a disk and all that belongs to it, and how much that is together; None: of all files."""
    running = {file.index: file for file in migration.files}
    arrived = total = 0.0
    for index, transfer in enumerate(migration.plan.transfers):
        if label is not None and transfer.label != label:
            continue
        total += transfer.copy_bytes
        if index in migration.files_done:
            arrived += transfer.copy_bytes
        elif index in running:
            file = running[index]
            arrived += float(file.copy.at(core.rate(file.flow), core.state.now_s))
    return arrived, total
