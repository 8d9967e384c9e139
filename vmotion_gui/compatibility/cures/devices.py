"""Cures on the VM's devices, disks and network adapters."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from vmotion_gui.compatibility.cures.cure import CureBook, Patient, Recipe, cure_text, edit, effect
from vmotion_gui.inventory.entities import VirtualDevice, VirtualDisk, VirtualNic

BOOK = CureBook()
_PASSED_THROUGH = ("pciPassthrough", "nvdimm", "sharedPci")


def _devices(patient: Patient, wanted: Callable[[VirtualDevice], bool], **fields: Any) -> tuple[VirtualDevice, ...]:
    return tuple(
        msgspec.structs.replace(device, **fields) if wanted(device) else device for device in patient.vm.devices
    )


def _nics(patient: Patient, wanted: Callable[[VirtualNic], bool], **fields: Any) -> tuple[VirtualNic, ...]:
    return tuple(msgspec.structs.replace(nic, **fields) if wanted(nic) else nic for nic in patient.vm.nics)


def _disks(patient: Patient, wanted: Callable[[VirtualDisk], bool], **fields: Any) -> tuple[VirtualDisk, ...]:
    return tuple(msgspec.structs.replace(disk, **fields) if wanted(disk) else disk for disk in patient.vm.disks)


@BOOK.cure("dev.cd")
def client_device(patient: Patient) -> Iterable[Recipe]:
    """A drive that is disconnected but still names the host's device would keep the warning."""
    drives = _devices(patient, lambda device: device.backing.startswith("host:"), backing="client:", connected=False)
    yield patient.of_vm("clientDevice", effect("mediumGone"), devices=drives)


@BOOK.cure("dev.image")
def no_image(patient: Patient) -> Iterable[Recipe]:
    drives = _devices(patient, lambda device: device.backing.startswith("iso:"), backing="client:", connected=False)
    yield patient.of_vm("clientDevice", effect("mediumGone"), devices=drives)


@BOOK.cure("dev.client", "dev.filePort", "dev.usb")
def disconnect(patient: Patient) -> Iterable[Recipe]:
    def tied(device: VirtualDevice) -> bool:
        return device.kind == "usb" or device.backing.startswith(("client:", "file:"))

    yield patient.of_vm("disconnectDevices", effect("deviceGone"), devices=_devices(patient, tied, connected=False))


@BOOK.cure("dev.passthrough")
def remove_passed_through(patient: Patient) -> Iterable[Recipe]:
    kept = tuple(device for device in patient.vm.devices if device.kind not in _PASSED_THROUGH)
    yield patient.of_vm_off("removeDevices", effect("deviceGone"), devices=kept)


@BOOK.cure("dev.unsupported")
def remove_unsupported(patient: Patient) -> Iterable[Recipe]:
    kept = tuple(d for d in patient.vm.devices if d.kind not in patient.host.unsupported_devices)
    yield patient.of_vm_off("removeDevices", effect("deviceGone"), devices=kept)


@BOOK.cure("dev.sriov")
def virtual_adapter(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off(
        "useVmxnet3", effect("newDriver"), nics=_nics(patient, lambda nic: nic.type == "sriov", type="vmxnet3")
    )


@BOOK.cure("net.card")
def supported_adapter(patient: Patient) -> Iterable[Recipe]:
    refused = patient.host.unsupported_devices
    if "vmxnet3" not in refused:
        nics = _nics(patient, lambda nic: nic.type in refused, type="vmxnet3")
        yield patient.of_vm_off("useVmxnet3", effect("newDriver"), nics=nics)


@BOOK.cure("dev.vgpuOff")
def allow_vgpu_moves(patient: Patient) -> Iterable[Recipe]:
    vcenter = patient.inventory.vcenter_of_host(patient.source)
    yield Recipe(
        cure_text("vgpuHotMigrate", vcenter=vcenter.name),
        (edit(vcenter, vgpu_hot_migrate_enabled=True),),
        (effect("longStun"),),
    )


@BOOK.cure("vm.encrypted")
def key_provider(patient: Patient) -> Iterable[Recipe]:
    vm, host = patient.vm, patient.host
    needed = {device.backing for device in vm.devices if device.kind == "tpm" and device.backing}
    needed |= {vm.key_provider} if vm.encrypted and vm.key_provider else set()
    providers = (*host.key_providers, *sorted(needed - set(host.key_providers)))
    yield Recipe(cure_text("keyProvider", host=host.name), (edit(host, key_providers=providers),))


@BOOK.cure("disk.mode", "disk.undoable")
def persistent(patient: Patient) -> Iterable[Recipe]:
    disks = _disks(patient, lambda d: d.mode not in ("persistent", "independent_persistent"), mode="persistent")
    yield patient.of_vm_off("persistentDisks", effect("changesStay"), disks=disks)


@BOOK.cure("disk.delta")
def full_clone(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("fullClone", effect("moreSpace"), linked_clone=False)


@BOOK.cure("rdm.conversion")
def virtual_mode(patient: Patient) -> Iterable[Recipe]:
    disks = tuple(
        msgspec.structs.replace(disk, rdm=msgspec.structs.replace(disk.rdm, compatibility_mode="virtualMode"))
        if disk.rdm is not None
        else disk
        for disk in patient.vm.disks
    )
    yield patient.of_vm_off("virtualMode", effect("noScsiPassThrough"), disks=disks)


@BOOK.cure("rdm.lun")
def present_lun(patient: Patient) -> Iterable[Recipe]:
    host = patient.host
    luns = dict.fromkeys([*host.rdm_luns, *(disk.rdm.lun for disk in patient.vm.disks if disk.rdm is not None)])
    yield Recipe(cure_text("presentLuns", host=host.name), (edit(host, rdm_luns=tuple(luns)),), (effect("zoning"),))


@BOOK.cure("net.reservation", "net.capacity")
def no_reservation(patient: Patient) -> Iterable[Recipe]:
    nics = _nics(patient, lambda nic: True, reservation_bits_per_s=None)
    yield patient.of_vm("noNetworkReservation", effect("mayStarve"), nics=nics)


@BOOK.cure("net.conflict")
def connect_again(patient: Patient) -> Iterable[Recipe]:
    nics = _nics(patient, lambda nic: True, conflict_port=False)
    yield patient.of_vm("connectAgain", effect("packetsLost"), nics=nics)


@BOOK.cure("net.wol")
def no_wake_on_lan(patient: Patient) -> Iterable[Recipe]:
    nics = _nics(patient, lambda nic: True, wake_on_lan_enabled=False)
    yield patient.of_vm_off("noWakeOnLan", nics=nics)


@BOOK.cure("net.mac")
def other_mac(patient: Patient) -> Iterable[Recipe]:
    taken = set(patient.columns.mac_addresses())
    nics = []
    for nic in patient.vm.nics:
        if nic.mac_address:
            fresh = _free_mac(taken)
            taken.add(fresh)
            nic = msgspec.structs.replace(nic, mac_address=fresh)
        nics.append(nic)
    yield patient.of_vm_off("newMac", effect("newMac"), nics=tuple(nics))


def _free_mac(taken: set[str]) -> str:
    """An address of VMware's range that no VM has."""
    return next(mac for number in range(1 << 22) if (mac := _mac(number)) not in taken)


def _mac(number: int) -> str:
    return ":".join(f"{byte:02x}" for byte in (0x005056800000 + number).to_bytes(6, "big"))
