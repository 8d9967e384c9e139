"""One question to the rules: this VM, this kind of move, seen against all hosts at once."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility import evc, looks
from vmotion_gui.compatibility.columns import HostColumns, Mask
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Host, VirtualDisk, VirtualMachine
from vmotion_gui.inventory.estate import Inventory

T = TypeVar("T")
LIVE = frozenset({MigrationType.VMOTION, MigrationType.STORAGE_VMOTION, MigrationType.XVMOTION})
HOST_LIVE = frozenset({MigrationType.VMOTION, MigrationType.XVMOTION})
STORAGE_LIVE = frozenset({MigrationType.STORAGE_VMOTION, MigrationType.XVMOTION})
RESUMING = frozenset({MigrationType.VMOTION, MigrationType.XVMOTION, MigrationType.SUSPENDED})
EVERY = frozenset(MigrationType)


def migration_type(inventory: Inventory, spec: MigrationSpec) -> MigrationType:
    """Which type of migration a spec asks for, by the VM's power state and by what changes."""
    vm = inventory.vms[spec.vm]
    if vm.power_state == "poweredOff":
        return MigrationType.COLD
    if vm.power_state == "suspended":
        return MigrationType.SUSPENDED
    moves_storage = bool(spec.datastore or spec.disks)
    if not moves_storage:
        return MigrationType.VMOTION
    return MigrationType.XVMOTION if spec.host not in ("", vm.host) else MigrationType.STORAGE_VMOTION


class Case:
    """The VM, the spec and what follows from them. `spec.host` does not matter here: every host is judged."""

    def __init__(
        self,
        columns: HostColumns,
        spec: MigrationSpec,
        type_: MigrationType,
        busy: Mapping[str, str] | None = None,
    ) -> None:
        self.columns = columns
        self.inventory = columns.inventory
        self.spec = spec
        self.type = type_
        self.busy_task = (busy or {}).get(spec.vm, "")
        self.vm: VirtualMachine = self.inventory.vms[spec.vm]
        self.source: Host = self.inventory.hosts[self.vm.host]
        self.source_row = columns.index[self.vm.host]

    def here(self, column: npt.NDArray[Any]) -> Any:
        """What a column says of the VM's own host, as a plain value."""
        return column[self.source_row].item()

    def look(self, through: Callable[[VirtualMachine], T]) -> T:
        """The VM through one of `looks`."""
        return through(self.vm)

    @property
    def powered_on(self) -> bool:
        return self.vm.power_state == "poweredOn"

    @functools.cached_property
    def elsewhere(self) -> Mask:
        """Every host but the VM's own."""
        mask = self.columns.all
        mask[self.source_row] = False
        return mask

    @functools.cached_property
    def other_datacenter(self) -> Mask:
        """Hosts of other datacenters."""
        codes, _ = self.columns.codes("datacenter", lambda host: host.datacenter)
        other: Mask = np.not_equal(codes, self.here(codes))
        return other

    @functools.cached_property
    def other_vcenter(self) -> Mask:
        """Hosts of other vCenter Servers."""
        datacenters = self.inventory.datacenters
        codes, _ = self.columns.codes("vcenter", lambda host: datacenters[host.datacenter].vcenter)
        other: Mask = np.not_equal(codes, self.here(codes))
        return other

    @property
    def moves_storage(self) -> bool:
        return bool(self.spec.datastore or self.spec.disks)

    def target_of(self, disk: VirtualDisk) -> str:
        """The datastore that a disk would be on afterwards."""
        return self.spec.disks.get(disk.label) or self.spec.datastore or disk.datastore

    @functools.cached_property
    def staying_disks(self) -> tuple[VirtualDisk, ...]:
        """Disks that stay on their datastore."""
        return tuple(disk for disk in self.vm.disks if self.target_of(disk) == disk.datastore)

    @property
    def staying_datastores(self) -> tuple[str, ...]:
        """The datastores of the disks that stay where they are."""
        if not self.moves_storage:
            return self.look(looks.disk_datastores)
        return tuple(dict.fromkeys(disk.datastore for disk in self.staying_disks))

    @functools.cached_property
    def arriving_bytes(self) -> dict[str, float]:
        """Target datastore -> bytes that the move brings there, the swap file of a running VM with its home."""
        sizes: dict[str, float] = {}
        for disk in self.vm.disks:
            target = self.target_of(disk)
            if target != disk.datastore and disk.rdm is None:
                size = disk.space_as(self.spec.formats.get(disk.label, disk.format))
                sizes[target] = sizes.get(target, 0.0) + size
        home = self.spec.datastore
        if home and home != self.vm.home_datastore:
            swap = 0 if self.vm.swap_placement == "hostLocal" else self.vm.swap_file_bytes
            beside = sum(snapshot.size_bytes for snapshot in self.vm.snapshots)
            beside += self.vm.memory_bytes if self.vm.power_state == "suspended" else 0
            sizes[home] = sizes.get(home, 0.0) + swap + beside
        return sizes

    @functools.cached_property
    def needed_evc_mode(self) -> str:
        """The EVC mode whose features the running or suspended VM saw at power-on."""
        return evc.needed(self.inventory, self.vm)
