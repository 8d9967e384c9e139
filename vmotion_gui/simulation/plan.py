"""What a migration is to do, resolved against the inventory when it is asked for; a value."""

from __future__ import annotations

import msgspec

from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.files import Amounts, DiskMove, Transfer, files
from vmotion_gui.simulation.storage import free_folder


class Plan(msgspec.Struct, frozen=True, kw_only=True):
    """Who goes where, by id."""

    vm: str
    type: MigrationType
    source: str
    destination: str
    resource_pool: str
    config_datastore: str
    config_path: str
    disks: tuple[DiskMove, ...]
    transfers: tuple[Transfer, ...]
    """What goes from datastore to datastore."""
    arriving: Amounts
    leaving: Amounts
    portgroups: dict[str, str]
    cross_vcenter: bool
    cross_datacenter: bool
    cross_subnet: bool

    @property
    def changes_host(self) -> bool:
        return self.source != self.destination

    @property
    def moves_files(self) -> bool:
        return bool(self.disks) or self.type is MigrationType.STORAGE_VMOTION

    @property
    def live(self) -> bool:
        return self.type not in (MigrationType.COLD, MigrationType.SUSPENDED)


def migration_type(vm: VirtualMachine, changes_host: bool, moves_files: bool) -> MigrationType:
    """The type by the VM's power state and what changes."""
    if vm.power_state == "poweredOff":
        return MigrationType.COLD
    if vm.power_state == "suspended":
        return MigrationType.SUSPENDED
    if moves_files:
        return MigrationType.XVMOTION if changes_host else MigrationType.STORAGE_VMOTION
    return MigrationType.VMOTION


def resolve(inventory: Inventory, spec: MigrationSpec) -> Plan:
    """The plan of a specification whose ids all exist. It says nothing about whether the migration is
    allowed.
    """
    vm = inventory.vms[spec.vm]
    source, destination = inventory.hosts[vm.host], inventory.hosts[spec.host or vm.host]
    home = spec.datastore or vm.config_datastore
    moves_home = bool(spec.datastore) and spec.datastore != vm.home_datastore
    moved = files(inventory, vm, source, destination, spec)
    kind = migration_type(vm, source.id != destination.id, moves_home or bool(moved.disks))
    return Plan(
        vm=vm.id,
        type=kind,
        source=source.id,
        destination=destination.id,
        resource_pool=spec.resource_pool or (vm.resource_pool if source.cluster == destination.cluster else ""),
        config_datastore=home if moves_home else vm.config_datastore,
        config_path=_config_path(inventory, vm, spec.datastore) if moves_home else vm.config_path,
        disks=moved.disks,
        transfers=moved.transfers,
        arriving=moved.arriving,
        leaving=moved.leaving,
        portgroups=_portgroups(inventory, vm, spec, destination),
        cross_vcenter=inventory.vcenter_of_host(source).id != inventory.vcenter_of_host(destination).id,
        cross_datacenter=source.datacenter != destination.datacenter,
        cross_subnet=_vmotion_subnet(source) != _vmotion_subnet(destination),
    )


def _vmotion_subnet(host: Host) -> str:
    return next((vmk.subnet for vmk in host.vmk_adapters if "vmotion" in vmk.services), "")


def _config_path(inventory: Inventory, vm: VirtualMachine, datastore: str) -> str:
    return f"{free_folder(inventory, datastore, vm.name, vm.id)}/{vm.name}.vmx"


def _portgroups(inventory: Inventory, vm: VirtualMachine, spec: MigrationSpec, destination: Host) -> dict[str, str]:
    """NIC label -> port group at the destination, where it changes."""
    changed = {}
    for nic in vm.nics:
        target = spec.networks.get(nic.label) or _same_network(inventory, nic.portgroup, destination)
        if target != nic.portgroup:
            changed[nic.label] = target
    return changed


def _same_network(inventory: Inventory, portgroup_id: str, destination: Host) -> str:
    """The port group itself where the destination is on its switch, else the one of its name there, else
    itself.
    """
    portgroup = inventory.portgroups.get(portgroup_id)
    if portgroup is None or _reaches(inventory, portgroup.switch, destination):
        return portgroup_id
    for other in inventory.portgroups.values():
        if other.name == portgroup.name and _reaches(inventory, other.switch, destination):
            return other.id
    return portgroup_id


def _reaches(inventory: Inventory, switch_id: str, host: Host) -> bool:
    switch = inventory.switches.get(switch_id)
    return switch is not None and host.id in switch.hosts
