"""The virtual disks of vDisk, and those of which only vInfo's sums are known."""

from __future__ import annotations

import re
from typing import Any

from vmotion_gui.importers.cells import MIB
from vmotion_gui.importers.rvtools.datastores import Stores
from vmotion_gui.importers.rvtools.draft import Draft, VmDraft, unique_label
from vmotion_gui.importers.rvtools.machines import Owners
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.inventory import entities as e

PATH = re.compile(r"\[(?P<store>[^\]]+)\]\s*(?P<file>.*)")
_MODES: dict[str, e.DiskMode] = {
    "persistent": "persistent",
    "nonpersistent": "nonpersistent",
    "undoable": "undoable",
    "append": "undoable",
    "independent_persistent": "independent_persistent",
    "independent_nonpersistent": "independent_nonpersistent",
}
_BUS: dict[str, e.BusSharing] = {
    "nosharing": "noSharing",
    "virtualsharing": "virtualSharing",
    "physicalsharing": "physicalSharing",
}


def read_disks(draft: Draft, owners: Owners, stores: Stores) -> None:
    """Give every VM its home and its disks."""
    for vm in draft.vms:
        _settle_home(vm, stores)
    sheet = draft.sheets.get("vDisk")
    if sheet is not None:
        _read_rows(draft, owners, stores, sheet)
    for vm in draft.vms:
        _disks_of_sums(draft, vm, stores)
        _settle_use(draft, vm)
    by_id = {store.id: store for store in stores.all}
    for vm in draft.vms:
        for disk in vm.disks:
            by_id[disk.datastore].held_bytes += disk.allocated_bytes


def _settle_home(vm: VmDraft, stores: Stores) -> None:
    found = PATH.match(vm.home)
    if found is not None:
        vm.fields["config_datastore"] = stores.of(vm.on, found["store"]).id
        vm.fields["config_path"] = found["file"]


def _read_rows(draft: Draft, owners: Owners, stores: Stores, sheet: Sheet) -> None:
    columns: tuple[list[Any], ...] = (
        sheet.texts("Disk"),
        sheet.texts("Path"),
        sheet.texts("Disk Path"),
        sheet.counts("Capacity MiB"),
        sheet.truths("Thin"),
        sheet.truths("Raw"),
        sheet.texts("Disk Mode"),
        sheet.texts("Sharing mode"),
        sheet.texts("Shared Bus"),
        sheet.texts("Raw LUN ID"),
        sheet.texts("Raw Comp. Mode"),
        sheet.texts("Disk UUID"),
    )
    rows = list(zip(*columns, strict=True))
    labels: dict[int, set[str]] = {}
    for index, vm in owners.rows(sheet):
        label, path, other_path, capacity, thin, raw, mode, sharing, bus, lun, compatibility, uuid = rows[index]
        taken = labels.setdefault(id(vm), set())
        if mode.casefold() not in _MODES and mode:
            sheet.bad(index, "Disk Mode", mode)
        store, file = _place(draft, vm, stores, path if "[" in path else other_path, len(vm.disks))
        vm.disks.append(
            e.VirtualDisk(
                label=unique_label(label or f"Hard disk {len(vm.disks) + 1}", taken),
                datastore=store,
                path=file,
                capacity_bytes=(capacity or 0) * MIB,
                thin=thin is not False,
                mode=_MODES.get(mode.casefold(), "persistent"),
                sharing="sharingMultiWriter" if sharing.casefold() == "sharingmultiwriter" else "sharingNone",
                bus_sharing=_BUS.get(bus.casefold(), "noSharing"),
                rdm=_mapping(lun or uuid or path, compatibility) if raw else None,
            )
        )
        if capacity is None:
            draft.notes.assume(
                "diskSize", f"{vm.name}: {label}", sheet="vDisk", column="Capacity MiB", row=sheet.row(index)
            )


def _mapping(lun: str, compatibility: str) -> e.RawDeviceMapping:
    physical = compatibility.casefold().startswith("physical")
    return e.RawDeviceMapping(lun=lun, compatibility_mode="physicalMode" if physical else "virtualMode")


def _place(draft: Draft, vm: VmDraft, stores: Stores, path: str, number: int) -> tuple[str, str]:
    """Id of the datastore and path in it; beside the VM's home, or on an assumed datastore, where no path is told."""
    found = PATH.match(path)
    if found is not None:
        return stores.of(vm.on, found["store"]).id, found["file"]
    home = vm.fields.get("config_datastore", "")
    folder = vm.fields.get("config_path", "").rpartition("/")[0] or vm.name
    if "disks" not in vm.assumed:
        vm.assumed.append("disks")
        draft.notes.assume("diskPath", vm.name, sheet="vDisk", column="Path")
    suffix = f"_{number}" if number else ""
    return home or stores.unknown(vm).id, f"{folder}/{vm.name}{suffix}.vmdk"


def _disks_of_sums(draft: Draft, vm: VmDraft, stores: Stores) -> None:
    """VMs without a vDisk row get as many equal disks as vInfo counts; all get a home."""
    total = vm.disk_capacity_bytes or 0
    count = vm.disk_count if vm.disk_count is not None else int(total > 0)
    if not vm.disks and count and not ("vDisk" in draft.sheets and not total):
        for number in range(count):
            store, path = _place(draft, vm, stores, "", number)
            label = f"Hard disk {number + 1}"
            vm.disks.append(e.VirtualDisk(label=label, datastore=store, path=path, capacity_bytes=total // count))
        draft.notes.assume("disksOfSums", vm.name, sheet="vInfo", column="Disks", row=vm.row)
    if not vm.disks and not vm.fields.get("config_datastore"):
        vm.fields["config_datastore"] = stores.unknown(vm).id
        vm.assumed.append("config_datastore")
        draft.notes.assume("vmHome", vm.name, sheet="vInfo", column="Path", row=vm.row)


def _settle_use(draft: Draft, vm: VmDraft) -> None:
    """What the VM holds in all is spread over its thin disks in proportion to their size; thick ones hold all."""
    thick = sum(disk.capacity_bytes for disk in vm.disks if not disk.thin)
    thin = sum(disk.capacity_bytes for disk in vm.disks if disk.thin)
    if vm.in_use_bytes is None or not thin:
        return
    share = min(1.0, max(0, vm.in_use_bytes - thick) / thin)
    vm.disks = [_with_use(disk, round(disk.capacity_bytes * share)) if disk.thin else disk for disk in vm.disks]
    draft.notes.guess("diskUse", vm.name, sheet="vInfo", column="In Use MiB")


def _with_use(disk: e.VirtualDisk, used_bytes: int) -> e.VirtualDisk:
    return e.VirtualDisk(
        label=disk.label,
        datastore=disk.datastore,
        path=disk.path,
        capacity_bytes=disk.capacity_bytes,
        used_bytes=min(used_bytes, disk.capacity_bytes),
        thin=True,
        mode=disk.mode,
        sharing=disk.sharing,
        bus_sharing=disk.bus_sharing,
        rdm=disk.rdm,
    )


def give_luns(draft: Draft) -> None:
    """Raw device mappings need their LUN on the host; all hosts of the VM's cluster are taken to see it."""
    groups = draft.in_cluster()
    for vm in draft.vms:
        for disk in vm.disks:
            if disk.rdm is not None:
                draft.notes.assume("rdmLun", f"{vm.name}: {disk.label}", sheet="vDisk", column="Raw LUN ID")
                for host in groups[vm.on.owner]:
                    host.luns[disk.rdm.lun] = None
