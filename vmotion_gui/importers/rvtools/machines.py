"""The VMs of vInfo, and which VM a row of another sheet belongs to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vmotion_gui.importers.cells import MIB
from vmotion_gui.importers.errors import RvtoolsError
from vmotion_gui.importers.rvtools.draft import Draft, VmDraft
from vmotion_gui.importers.rvtools.places import Places
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.messages import message

ANONYMISED = "VM"
"""What some anonymisers put into free-text cells."""
_NETWORKS = 8
_VCLS = re.compile(r"vCLS\b", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)\s*$")

_POWER = {
    "poweredon": "poweredOn",
    "poweredoff": "poweredOff",
    "suspended": "suspended",
    "on": "poweredOn",
    "off": "poweredOff",
}
_CONNECTION = {name.casefold(): name for name in ("connected", "disconnected", "orphaned", "inaccessible", "invalid")}
_FAULT_TOLERANCE = {
    name.casefold(): name for name in ("notConfigured", "disabled", "enabled", "needSecondary", "starting", "running")
}
_LATENCY = {name: name for name in ("low", "normal", "medium", "high")}
_FIRMWARE = {"bios": "bios", "efi": "efi", "uefi": "efi"}
_HEARTBEAT = {name: name for name in ("gray", "green", "yellow", "red")}
_WORDS = (
    ("Powerstate", "power_state", _POWER),
    ("Connection state", "connection_state", _CONNECTION),
    ("FT State", "fault_tolerance", _FAULT_TOLERANCE),
    ("Latency Sensitivity", "latency_sensitivity", _LATENCY),
    ("Firmware", "firmware", _FIRMWARE),
    ("Heartbeat", "guest_heartbeat", _HEARTBEAT),
)
"""Column of vInfo, field of the VM, and the words it may hold."""


def free_text(values: list[str]) -> list[str]:
    """A free-text column without the placeholders of anonymisers."""
    return ["" if value == ANONYMISED else value for value in values]


def read_machines(draft: Draft, places: Places) -> None:
    """Every VM of vInfo, in its order. RvtoolsError if there is none."""
    sheet = draft.sheets["vInfo"]
    if not sheet.has("VM"):
        raise RvtoolsError(message("importers.error.noVmColumn"))
    rows = zip(
        sheet.texts("VM"),
        places.vcenters_of(sheet),
        sheet.texts("VM ID"),
        sheet.texts("Host"),
        sheet.texts("Cluster"),
        sheet.texts("Datacenter"),
        sheet.truths("SRM Placeholder"),
        strict=True,
    )
    seen: dict[tuple[str, str, str], VmDraft] = {}
    kept: list[int] = []
    for index, (name, vcenter, vm_id, host, cluster, datacenter, placeholder) in enumerate(rows):
        if not (name or vm_id):
            continue
        vm = VmDraft(name or vm_id, sheet.row(index), vcenter, vm_id, host, cluster, datacenter, bool(placeholder))
        if vm_id and (vcenter, vm_id, name) in seen:
            draft.notes.leave_out("duplicateVm", vm.name, sheet="vInfo", row=vm.row)
            continue
        seen[vcenter, vm_id, name] = vm
        if vm.left_out:
            draft.notes.leave_out("srmPlaceholder", vm.name, sheet="vInfo", column="SRM Placeholder", row=vm.row)
        kept.append(index)
        draft.vms.append(vm)
    if not draft.vms:
        raise RvtoolsError(message("importers.error.noVms"))
    _read_facts(draft, sheet, kept)


def _read_facts(draft: Draft, sheet: Sheet, kept: list[int]) -> None:
    for column, field, words in _WORDS:
        values = sheet.texts(column)
        for vm, index in zip(draft.vms, kept, strict=True):
            if value := values[index]:
                if (word := words.get(value.casefold())) is not None:
                    vm.fields[field] = word
                else:
                    sheet.bad(index, column, value)
    _read_sizes(draft, sheet, kept)
    _read_texts(draft, sheet, kept)
    _read_flags(draft, sheet, kept)


def _read_sizes(draft: Draft, sheet: Sheet, kept: list[int]) -> None:
    columns = (
        sheet.counts("CPUs"),
        sheet.counts("Memory"),
        sheet.counts("Active Memory"),
        sheet.counts("Disks"),
        sheet.counts("Total disk capacity MiB"),
        sheet.counts("Provisioned MiB"),
        sheet.counts("In Use MiB"),
        sheet.counts("Video Ram KiB"),
    )
    rows = list(zip(*columns, strict=True))
    for vm, index in zip(draft.vms, kept, strict=True):
        cpus, memory, active, disks, capacity, provisioned, in_use, video = rows[index]
        if cpus:
            vm.fields["cpus"] = cpus
        if memory:
            vm.fields["memory_bytes"] = memory * MIB
        if video:
            vm.fields["video_ram_bytes"] = video * 1024
        vm.active_bytes = None if active is None else active * MIB
        vm.disk_count = disks
        total = capacity if capacity is not None else provisioned
        vm.disk_capacity_bytes = None if total is None else total * MIB
        vm.in_use_bytes = None if in_use is None else in_use * MIB


def _read_texts(draft: Draft, sheet: Sheet, kept: list[int]) -> None:
    networks = [free_text(sheet.texts(f"Network #{n}")) for n in range(1, _NETWORKS + 1) if sheet.has(f"Network #{n}")]
    rows = list(
        zip(
            sheet.texts("Path"),
            sheet.texts("Resource pool"),
            sheet.texts("Folder"),
            sheet.texts("vApp"),
            free_text(sheet.texts("OS according to the configuration file")),
            free_text(sheet.texts("OS according to the VMware Tools")),
            sheet.texts("Annotation"),
            sheet.texts("min Required EVC Mode Key"),
            sheet.texts("VM UUID"),
            sheet.texts("SMBIOS UUID"),
            sheet.texts("HW version"),
            zip(*networks, strict=True) if networks else [()] * len(sheet),
            strict=True,
        )
    )
    for vm, index in zip(draft.vms, kept, strict=True):
        path, pool, folder, vapp, os, os_tools, annotation, evc, uuid, bios_uuid, version, used = rows[index]
        vm.home, vm.pool_path, vm.folder_path, vm.vapp = path, pool, folder, vapp
        vm.guest = os_tools or os
        vm.networks = tuple(name for name in used if name)
        vm.fields |= {"annotation": annotation, "min_required_evc_mode_key": evc, "instance_uuid": uuid}
        vm.fields["bios_uuid"] = bios_uuid or uuid
        if version:
            _hardware_version(vm, sheet, index, version)


def _hardware_version(vm: VmDraft, sheet: Sheet, index: int, text: str) -> None:
    found = _DIGITS.search(text)
    if found is not None and 3 <= int(found[1]) <= 99:
        vm.fields["hardware_version"] = int(found[1])
    else:
        sheet.bad(index, "HW version", text)


def _read_flags(draft: Draft, sheet: Sheet, kept: list[int]) -> None:
    templates = sheet.truths("Template")
    secure = sheet.truths("EFI Secure boot")
    consolidation = sheet.truths("Consolidation Needed")
    running = sheet.texts("Guest state")
    for vm, index in zip(draft.vms, kept, strict=True):
        if templates[index]:
            vm.fields |= {"template": True, "power_state": "poweredOff"}
            draft.notes.warn("template", vm.name, sheet="vInfo", column="Template", row=vm.row)
        if secure[index]:
            vm.fields["secure_boot"] = True
        if consolidation[index] and not vm.left_out:
            draft.notes.warn("consolidationNeeded", vm.name, sheet="vInfo", column="Consolidation Needed", row=vm.row)
        if running[index]:
            vm.fields["tools_running"] = running[index].casefold() == "running"
        if _VCLS.match(vm.name):
            draft.notes.warn("vcls", vm.name, sheet="vInfo", column="VM", row=vm.row)


class Owners:
    """Finds the VM that a row of another sheet is about: by VM ID, else by name and, of several, by host."""

    def __init__(self, draft: Draft, places: Places) -> None:
        self._notes = draft.notes
        self._places = places
        self._by_id: dict[tuple[str, str], VmDraft] = {}
        self._by_name: dict[tuple[str, str], list[VmDraft]] = {}
        for vm in draft.vms:
            if vm.vm_id:
                self._by_id.setdefault((vm.vcenter, vm.vm_id), vm)
            self._by_name.setdefault((vm.vcenter, vm.name), []).append(vm)

    def rows(self, sheet: Sheet) -> Iterator[tuple[int, VmDraft]]:
        """Index and VM of each row whose VM is part of the lab; rows about unknown VMs are noted."""
        columns = (self._places.vcenters_of(sheet), sheet.texts("VM ID"), sheet.texts("VM"), sheet.texts("Host"))
        for index, (vcenter, vm_id, name, host) in enumerate(zip(*columns, strict=True)):
            vm = self._by_id.get((vcenter, vm_id)) if vm_id else None
            if vm is None:
                if not (vm_id or name):
                    continue
                vm = self._by_its_name(vcenter, vm_id, name, host)
            if vm is None:
                self._notes.leave_out("unknownVm", name or vm_id, sheet=sheet.name, row=sheet.row(index))
            elif not vm.left_out:
                yield index, vm

    def _by_its_name(self, vcenter: str, vm_id: str, name: str, host: str) -> VmDraft | None:
        found = self._by_name.get((vcenter, name), [])
        if vm_id:
            found = [vm for vm in found if not vm.vm_id]
        if len(found) > 1:
            found = [vm for vm in found if vm.host_name == host]
        if len(found) != 1:
            return None
        if vm_id:
            found[0].vm_id = vm_id
            self._by_id[vcenter, vm_id] = found[0]
        return found[0]
