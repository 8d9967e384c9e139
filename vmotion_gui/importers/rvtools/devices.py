"""CD-ROM drives, USB devices and snapshots."""

from __future__ import annotations

from vmotion_gui.importers.cells import MIB
from vmotion_gui.importers.rvtools.datastores import Stores
from vmotion_gui.importers.rvtools.disks import PATH
from vmotion_gui.importers.rvtools.draft import Draft, VmDraft, unique_label
from vmotion_gui.importers.rvtools.machines import Owners
from vmotion_gui.inventory import entities as e

_STATES: dict[str, e.VmPowerState] = {"poweredon": "poweredOn", "suspended": "suspended"}
"""What a VM was when its snapshot was taken; without a word the snapshot counts as one without memory."""


def read_devices(draft: Draft, owners: Owners, stores: Stores) -> None:
    """Give every VM its devices and snapshots."""
    labels: dict[int, set[str]] = {}
    _drives(draft, owners, stores, labels)
    _usb(draft, owners, labels)
    _snapshots(draft, owners)


def _drives(draft: Draft, owners: Owners, stores: Stores, labels: dict[int, set[str]]) -> None:
    if (sheet := draft.sheets.get("vCD")) is None:
        return
    rows = list(zip(sheet.texts("Device Node"), sheet.truths("Connected"), sheet.texts("Device Type"), strict=True))
    for index, vm in owners.rows(sheet):
        node, connected, kind = rows[index]
        label = unique_label(node or "CD/DVD drive 1", labels.setdefault(id(vm), set()))
        backing = _backing(vm, kind, stores)
        vm.devices.append(e.VirtualDevice(kind="cdrom", label=label, backing=backing, connected=bool(connected)))


def _backing(vm: VmDraft, kind: str, stores: Stores) -> str:
    """ "ISO [datastore] path", "Remote device", "Host device /dev/…": what RVTools writes, as the lab says it."""
    found = PATH.search(kind)
    if found is not None:
        return f"iso:{stores.of(vm.on, found['store']).id}/{found['file']}"
    words = kind.casefold()
    if not words or "client" in words or "remote" in words:
        return "client:"
    return f"host:{kind}"


def _usb(draft: Draft, owners: Owners, labels: dict[int, set[str]]) -> None:
    if (sheet := draft.sheets.get("vUSB")) is None:
        return
    columns = (sheet.texts("Device Node"), sheet.truths("Connected"), sheet.texts("Device Type"), sheet.texts("Family"))
    rows = list(zip(*columns, strict=True))
    for index, vm in owners.rows(sheet):
        node, connected, kind, family = rows[index]
        if "controller" in f"{node} {kind}".casefold():
            continue  # a controller alone ties a VM to nothing
        label = unique_label(node or "USB 1", labels.setdefault(id(vm), set()))
        backing = f"{kind} {family}".strip()
        vm.devices.append(e.VirtualDevice(kind="usb", label=label, backing=backing, connected=bool(connected)))


def _snapshots(draft: Draft, owners: Owners) -> None:
    if (sheet := draft.sheets.get("vSnapshot")) is None:
        return
    columns = (sheet.texts("Name"), sheet.texts("Date / time"), sheet.counts("Size MiB (total)"), sheet.texts("State"))
    rows = list(zip(*columns, strict=True))
    for index, vm in owners.rows(sheet):
        name, created, size, state = rows[index]
        vm.snapshots.append(
            e.Snapshot(
                name=name or "snapshot",
                created=created,
                size_bytes=(size or 0) * MIB,
                state=_STATES.get(state.casefold(), "poweredOff"),
            )
        )
