"""Disks that move: the copy with mirrored writes in closed form, and where the files land."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping

import numpy as np

from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.status import FloatArray

_NO_WRITES = 1e-9
"""Bytes per second that are none: one byte in thirty years."""


def mirror_position(
    size_bytes: float, rate: float, write_rate: float, from_bytes: float, elapsed_s: float | FloatArray
) -> FloatArray:
    """The copy's cursor after a time: dx/dt = rate - write_rate * x / size (uniform writes, mirrored behind
    the cursor).
    """
    elapsed = np.asarray(elapsed_s, dtype=np.float64)
    if write_rate < _NO_WRITES or size_bytes <= 0.0:
        return np.minimum(size_bytes, from_bytes + rate * elapsed)
    level = rate * size_bytes / write_rate
    grown = (level - from_bytes) * -np.expm1(-write_rate * elapsed / size_bytes)
    return np.minimum(size_bytes, from_bytes + grown)


def mirror_time_s(size_bytes: float, rate: float, write_rate: float, from_bytes: float = 0.0) -> float:
    """How long until the cursor reaches the end; infinite if it stalls (write_rate >= rate)."""
    if from_bytes >= size_bytes:
        return 0.0
    if rate <= 0.0:
        return math.inf
    if write_rate < _NO_WRITES:
        return (size_bytes - from_bytes) / rate
    if write_rate >= rate:
        return math.inf
    part = write_rate / rate
    return size_bytes / write_rate * (math.log1p(-part * from_bytes / size_bytes) - math.log1p(-part))


@dataclasses.dataclass(frozen=True, slots=True)
class DiskCopy:
    """The bulk copy of one disk with its mirror, since the last change of a rate."""

    size_bytes: float
    since_s: float
    copied_bytes: float = 0.0
    mirrored_bytes: float = 0.0
    write_rate: float = 0.0
    """Distinct bytes per second that the guest writes to this disk and that are mirrored behind the cursor.
    """

    def at(self, rate: float, time_s: float | FloatArray) -> FloatArray:
        """The cursor at a time, bytes."""
        elapsed = np.asarray(time_s) - self.since_s
        return mirror_position(self.size_bytes, rate, self.write_rate, self.copied_bytes, elapsed)

    def settled(self, rate: float, now_s: float) -> DiskCopy:
        """The same copy, seen from now."""
        copied = float(self.at(rate, now_s))
        moved = rate * (now_s - self.since_s)
        mirrored = self.mirrored_bytes + max(0.0, moved - (copied - self.copied_bytes))
        return dataclasses.replace(self, since_s=now_s, copied_bytes=copied, mirrored_bytes=mirrored)

    def with_writes(self, write_rate: float) -> DiskCopy:
        """The same copy with other mirrored writes from its last settling on."""
        return dataclasses.replace(self, write_rate=write_rate)

    def remaining_s(self, rate: float) -> float:
        return mirror_time_s(self.size_bytes, rate, self.write_rate, self.copied_bytes)


def held_write_rate(write_rate: float, rate: float, share: float) -> float:
    """What the guest can write while its writes are mirrored: a mirrored write completes when both sides have
    it.
    """
    return min(write_rate, share * rate)


def free_folder(inventory: Inventory, datastore: str, name: str, vm: str) -> str:
    """The folder for a VM's files on a datastore: its name, with a number where others' files lie there."""
    taken = _owners(inventory).get(datastore, {})
    folder, number = name, 0
    while taken.get(folder, vm) != vm:
        number += 1
        folder = f"{name}_{number}"
    return folder


_Owners = dict[str, dict[str, str]]
"""Datastore -> folder -> the VM whose files lie in it; "" where several VMs' do."""

_recent: list[tuple[Mapping[str, VirtualMachine], _Owners]] = []


def _owners(inventory: Inventory) -> _Owners:
    """Who has which folder, remembered as long as no VM has changed: asking for many VMs walks over them once."""
    if not _recent or _recent[0][0] is not inventory.vms:
        _recent[:] = [(inventory.vms, _walk(inventory))]
    return _recent[0][1]


def _walk(inventory: Inventory) -> _Owners:
    owners: _Owners = {}
    for vm in inventory.vms.values():
        places = [(disk.datastore, disk.path) for disk in vm.disks]
        for datastore, path in [*places, (vm.home_datastore, vm.config_path)]:
            folders = owners.setdefault(datastore, {})
            folder = path.partition("/")[0]
            folders[folder] = vm.id if folders.get(folder, vm.id) == vm.id else ""
    return owners
