"""Which files of a VM a migration brings where, in which order, and what space they take there.

- A disk's data go once; what its format reserves beyond them takes space only, what an eagerly zeroed disk lacks is
  written at the destination alone ("Virtual Disk Provisioning Policies", vSphere documents).
- Of a VM with snapshots only the running point is written to: its disks and its older snapshots are cold, like all of
  a VM that is off or suspended ("Unified Data Transport", VMware: cold are powered-off VMs, snapshots, idle disks).
- The swap file is as large as the memory that is not reserved. A VM that runs gets a new one at its destination if the
  old one lies on its host or its home moves, and only pages that are swapped out are copied into it (Denneman, 2012;
  vSphere Resource Management, "Host-local swap"). Pages in a swap file that both hosts reach stay where they are.
"""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import DiskFormat, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.storage import free_folder

TransferKind = Literal["disk", "zeroes", "snapshots", "runningPoint", "suspendedMemory", "swapFile"]
Amounts = tuple[tuple[str, int], ...]
"""Datastores with bytes, each once."""


class DiskMove(msgspec.Struct, frozen=True, kw_only=True):
    """A disk that goes to another datastore."""

    label: str
    source: str
    destination: str
    path: str
    """Its path at the destination."""
    format: DiskFormat
    """What it is there."""
    copy_bytes: float
    zero_bytes: float
    """What is zeroed at the destination besides."""
    space_bytes: int
    """What it takes at the destination."""
    freed_bytes: int
    """What it took at the source."""


class Transfer(msgspec.Struct, frozen=True, kw_only=True):
    """Bytes that go from one datastore to another in one piece."""

    kind: TransferKind
    label: str
    """The disk that it belongs to or is shown with; empty if no disk moves."""
    source: str
    """Empty: nothing is read, as zeroes are made where they are written."""
    destination: str
    copy_bytes: float
    cold: bool
    """Nobody writes to it meanwhile: it goes by NFC or UDT, without a mirror."""
    write_share: float = 0.0
    """Share of the guest's disk writes that falls on it."""


class Files(msgspec.Struct, frozen=True, kw_only=True):
    """All that a migration does to datastores; in `transfers`, those of one datastore in the order in which they go."""

    disks: tuple[DiskMove, ...]
    transfers: tuple[Transfer, ...]
    arriving: Amounts
    """What is held at destinations from the preparing on, and used from the hand-over on."""
    leaving: Amounts
    """What becomes free at sources once the VM runs at its destination."""


def swap_datastore(inventory: Inventory, vm: VirtualMachine, host: Host, home: str) -> str:
    """Where a running VM's swap file lies on a host: its own datastore for such files if the VM wants that and the host
    reaches one, else beside the configuration ("Swap File Location", vSphere documents)."""
    mounted = {mount.datastore for mount in host.mounts if mount.accessible}
    local = host.local_swap_datastore
    return local if vm.swap_placement == "hostLocal" and local in mounted and local in inventory.datastores else home


def files(inventory: Inventory, vm: VirtualMachine, source: Host, destination: Host, spec: MigrationSpec) -> Files:
    """What a specification means for a VM's files. Says nothing about whether it is allowed."""
    disks = _disk_moves(inventory, vm, spec)
    home, new_home = vm.home_datastore, spec.datastore or vm.home_datastore
    label = disks[0].label if disks else ""
    beside = _beside(vm, label, home, new_home) if new_home != home else ()
    arriving = [(move.destination, move.space_bytes) for move in disks]
    leaving = [(move.source, move.freed_bytes) for move in disks]
    arriving += [(transfer.destination, round(transfer.copy_bytes)) for transfer in beside]
    leaving += [(transfer.source, round(transfer.copy_bytes)) for transfer in beside]
    if vm.power_state == "poweredOn":
        swap = swap_datastore(inventory, vm, source, home)
        new_swap = swap_datastore(inventory, vm, destination, new_home)
        if swap != new_swap:
            arriving.append((new_swap, vm.swap_file_bytes))
            leaving.append((swap, vm.swap_file_bytes))
            beside = (*beside, *_swapped_out(vm, label, swap, new_swap))
    transfers = (*_of_disks(vm, disks), *beside)
    return Files(
        disks=disks,
        transfers=tuple(sorted(transfers, key=lambda transfer: not transfer.cold)),
        arriving=_summed(arriving),
        leaving=_summed(leaving),
    )


def footprint(inventory: Inventory, vm: VirtualMachine) -> dict[str, int]:
    """What a VM's files take where it is: datastore -> bytes."""
    home = vm.home_datastore
    taken = [(disk.datastore, disk.space_as(disk.format)) for disk in vm.disks]
    taken += [(home, snapshot.size_bytes) for snapshot in vm.snapshots]
    taken.append((home, vm.memory_bytes if vm.power_state == "suspended" else 0))
    taken.append((swap_datastore(inventory, vm, inventory.hosts[vm.host], home), vm.swap_file_bytes))
    return dict(_summed(taken))


def _disk_moves(inventory: Inventory, vm: VirtualMachine, spec: MigrationSpec) -> tuple[DiskMove, ...]:
    folders: dict[str, str] = {}
    moves = []
    for index, disk in enumerate(vm.disks):
        target = spec.disks.get(disk.label) or spec.datastore or disk.datastore
        if target == disk.datastore:
            continue
        if target not in folders:
            folders[target] = free_folder(inventory, target, vm.name, vm.id)
        suffix = f"_{index}" if index else ""
        format_ = spec.formats.get(disk.label, disk.format)
        rest = disk.capacity_bytes - disk.allocated_bytes if disk.rdm is None else 0
        moves.append(
            DiskMove(
                label=disk.label,
                source=disk.datastore,
                destination=target,
                path=f"{folders[target]}/{vm.name}{suffix}.vmdk",
                format=format_,
                copy_bytes=float(0 if disk.rdm else disk.allocated_bytes),
                zero_bytes=float(rest if format_ == "eagerZeroedThick" else 0),
                space_bytes=disk.space_as(format_),
                freed_bytes=disk.space_as(disk.format),
            )
        )
    return tuple(moves)


def _of_disks(vm: VirtualMachine, disks: tuple[DiskMove, ...]) -> list[Transfer]:
    """Each disk's data, then its zeroes."""
    found = []
    for move in disks:
        cold = vm.power_state != "poweredOn" or bool(vm.snapshots)
        found.append(
            Transfer(
                kind="disk",
                label=move.label,
                source=move.source,
                destination=move.destination,
                copy_bytes=move.copy_bytes,
                cold=cold,
                write_share=0.0 if cold else _share(vm, move),
            )
        )
        if move.zero_bytes > 0.0:
            zeroes = Transfer(
                kind="zeroes",
                label=move.label,
                source="",
                destination=move.destination,
                copy_bytes=move.zero_bytes,
                cold=cold,
            )
            found.append(zeroes)
    return found


def _share(vm: VirtualMachine, move: DiskMove) -> float:
    """Share of the guest's writes that falls on one disk: by allocated bytes."""
    total = sum(disk.allocated_bytes for disk in vm.disks if disk.rdm is None)
    return move.copy_bytes / total if total > 0 else 0.0


def _beside(vm: VirtualMachine, label: str, home: str, new_home: str) -> tuple[Transfer, ...]:
    """What lies beside the configuration and goes with it; the last snapshot's disks are the running point."""
    found: list[tuple[TransferKind, int]] = [("snapshots", snapshot.size_bytes) for snapshot in vm.snapshots]
    live = vm.power_state == "poweredOn"
    if live and found:
        found[-1] = ("runningPoint", found[-1][1])
    if vm.power_state == "suspended":
        found.append(("suspendedMemory", vm.memory_bytes))
    return tuple(
        Transfer(
            kind=kind,
            label=label,
            source=home,
            destination=new_home,
            copy_bytes=float(size),
            cold=kind != "runningPoint",
            write_share=1.0 if kind == "runningPoint" else 0.0,
        )
        for kind, size in found
        if size or kind == "runningPoint"
    )


def _swapped_out(vm: VirtualMachine, label: str, swap: str, new_swap: str) -> tuple[Transfer, ...]:
    size = float(min(vm.swapped_memory_bytes, vm.swap_file_bytes))
    if not size:
        return ()
    return (Transfer(kind="swapFile", label=label, source=swap, destination=new_swap, copy_bytes=size, cold=True),)


def _summed(amounts: list[tuple[str, int]]) -> Amounts:
    total: dict[str, int] = {}
    for datastore, amount in amounts:
        total[datastore] = total.get(datastore, 0) + amount
    return tuple((datastore, amount) for datastore, amount in total.items() if datastore and amount)


def startable(transfers: tuple[Transfer, ...], running: frozenset[int], done: frozenset[int], most: int) -> list[int]:
    """Indices of the transfers that may begin now, beside the running ones.

    At most `most` (vSphere 5.1: four) at a time, and only between distinct datastores: two that read from the same one,
    or write to the same one, go one after the other (Hogan, "vSphere 5.1 Storage Enhancements, Part 7").
    """
    chosen: list[int] = []
    sources: set[str] = set()
    destinations: set[str] = set()
    for index, transfer in enumerate(transfers):
        if index in done:
            continue
        free = transfer.source not in sources and transfer.destination not in destinations
        if free and index not in running and len(running) + len(chosen) < most:
            chosen.append(index)
        if transfer.source:
            sources.add(transfer.source)
        destinations.add(transfer.destination)
    return chosen
