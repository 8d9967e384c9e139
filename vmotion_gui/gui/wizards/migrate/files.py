"""The files of the VMs with the datastore and the format that each would have: what is configured per disk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.inventory.entities import DiskFormat


@dataclass(frozen=True)
class File:
    """A VM's home (no label), or one of its disks."""

    vm: str
    label: str
    size_bytes: float
    before: str
    """The datastore it is on."""
    after: str
    """The datastore that it would be on."""
    format: DiskFormat | None
    """What a disk would be; None for a home."""


def format_name(format_: DiskFormat | None) -> str:
    """A virtual disk format as the vSphere Client names it."""
    if format_ is None:
        return QCoreApplication.translate("MigrateWizard", "Same format as source")
    names = {
        "thick": QCoreApplication.translate("MigrateWizard", "Thick Provision Lazy Zeroed"),
        "eagerZeroedThick": QCoreApplication.translate("MigrateWizard", "Thick Provision Eager Zeroed"),
        "thin": QCoreApplication.translate("MigrateWizard", "Thin Provision"),
    }
    return names[format_]


def files_of(draft: Draft) -> list[File]:
    """Home and disks of every VM, in order."""
    found = []
    wish = draft.wish
    for vm_id in wish.vms:
        vm = draft.inventory.vms[vm_id]
        home = wish.datastore_of(vm_id)
        found.append(File(vm_id, "", 0.0, vm.home_datastore, home or vm.home_datastore, None))
        own, formats = wish.disks.get(vm_id, {}), wish.formats.get(vm_id, {})
        for disk in vm.disks:
            after = own.get(disk.label) or home or disk.datastore
            wanted = formats.get(disk.label) or wish.format or disk.format
            became = wanted if after != disk.datastore else disk.format
            found.append(File(vm_id, disk.label, disk.capacity_bytes, disk.datastore, after, became))
    return found


def put(draft: Draft, chosen: Sequence[File], datastore: str) -> None:
    """Put some files on a datastore; where all the others of their VMs would be is held fast."""
    wish = draft.wish
    homes: dict[str, str] = dict(wish.datastores)
    disks: dict[str, dict[str, str]] = {vm: dict(own) for vm, own in wish.disks.items()}
    touched = {(file.vm, file.label) for file in chosen}
    vms = {file.vm for file in chosen}
    for file in files_of(draft):
        if file.vm not in vms:
            continue
        after = datastore if (file.vm, file.label) in touched else file.after
        if file.label:
            disks.setdefault(file.vm, {})[file.label] = after
        else:
            homes[file.vm] = after
    draft.change(datastores=homes, disks=disks)


def reformat(draft: Draft, chosen: Sequence[File], format_: DiskFormat | None) -> None:
    """Give some disks a format; None: the one they have."""
    formats: dict[str, dict[str, DiskFormat]] = {vm: dict(own) for vm, own in draft.wish.formats.items()}
    for file in chosen:
        if file.label:
            now: Mapping[str, DiskFormat] = {d.label: d.format for d in draft.inventory.vms[file.vm].disks}
            formats.setdefault(file.vm, {})[file.label] = format_ or now[file.label]
    draft.change(formats=formats)
