"""What rules ask of a VM's adapters and disks, without what makes each VM another: through these, many look alike."""

from __future__ import annotations

from typing import NamedTuple

from vmotion_gui.inventory.entities import VirtualMachine, VirtualNic


class Traits(NamedTuple):
    """A network adapter without its addresses and its network."""

    label: str
    type: str
    reservation_bits_per_s: float
    wake_on_lan: bool
    conflict_port: bool


class DiskTraits(NamedTuple):
    """A disk without its place and size."""

    label: str
    mode: str
    bus_sharing: str
    thin: bool
    lun: str
    """Of a raw device mapping; empty for a file."""


def plugs(vm: VirtualMachine) -> tuple[tuple[str, bool], ...]:
    """Port group of each adapter, and whether it is connected."""
    return tuple((nic.portgroup, nic.connected) for nic in vm.nics)


def adapters(vm: VirtualMachine) -> tuple[Traits, ...]:
    """The adapters' traits."""
    return tuple(_traits(nic) for nic in vm.nics)


def _traits(nic: VirtualNic) -> Traits:
    reserved = nic.reservation_bits_per_s or 0.0
    return Traits(nic.label, nic.type, reserved, nic.wake_on_lan_enabled, nic.conflict_port)


def addresses(vm: VirtualMachine) -> tuple[tuple[str, str, str], ...]:
    """Label, port group and guest address of each connected adapter whose address is known."""
    return tuple((nic.label, nic.portgroup, nic.ip_address) for nic in vm.nics if nic.connected and nic.ip_address)


def mac_addresses(vm: VirtualMachine) -> tuple[str, ...]:
    """The adapters' MAC addresses, as far as they are known."""
    return tuple(nic.mac_address.casefold() for nic in vm.nics if nic.mac_address)


def has_mac_address(vm: VirtualMachine) -> bool:
    """Whether any adapter's MAC address is known."""
    return any(nic.mac_address for nic in vm.nics)


def disks(vm: VirtualMachine) -> tuple[DiskTraits, ...]:
    """The disks' traits."""
    return tuple(
        DiskTraits(disk.label, disk.mode, disk.bus_sharing, disk.thin, disk.rdm.lun if disk.rdm is not None else "")
        for disk in vm.disks
    )


def disk_datastores(vm: VirtualMachine) -> tuple[str, ...]:
    """The datastores of the disks, each once."""
    return tuple(dict.fromkeys(disk.datastore for disk in vm.disks))
