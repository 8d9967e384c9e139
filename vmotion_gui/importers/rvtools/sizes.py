"""VM sizes and reservations: vInfo's, completed by vCPU, vMemory and vTools."""

from __future__ import annotations

from vmotion_gui.importers.cells import MIB
from vmotion_gui.importers.rvtools.draft import Draft, VmDraft
from vmotion_gui.importers.rvtools.machines import Owners
from vmotion_gui.inventory import entities as e

_DEFAULT_CPUS = 2
_DEFAULT_MEMORY_BYTES = 4 * e.GIB


def read_sizes(draft: Draft, owners: Owners) -> None:
    """Settle vCPUs, memory, reservations, use and VMware Tools of every VM."""
    _cpus(draft, owners)
    _memory(draft, owners)
    _tools(draft, owners)
    for vm in draft.vms:
        _complete(draft, vm)


def _cpus(draft: Draft, owners: Owners) -> None:
    if (sheet := draft.sheets.get("vCPU")) is None:
        return
    columns = (sheet.counts("CPUs"), sheet.counts("Cores p/s"), sheet.counts("Overall"), sheet.counts("Reservation"))
    rows = list(zip(*columns, strict=True))
    for index, vm in owners.rows(sheet):
        cpus, cores, used, reservation = rows[index]
        if cpus:
            vm.fields.setdefault("cpus", cpus)
        if cores and vm.fields.get("cpus", 1) % cores == 0:
            vm.fields["cores_per_socket"] = cores
        vm.cpu_used_mhz = used
        if reservation:
            vm.fields["cpu_reservation_mhz"] = reservation


def _memory(draft: Draft, owners: Owners) -> None:
    if (sheet := draft.sheets.get("vMemory")) is None:
        return
    columns = (sheet.counts("Size MiB"), sheet.counts("Active"), sheet.counts("Consumed"), sheet.counts("Reservation"))
    rows = list(zip(*columns, strict=True))
    for index, vm in owners.rows(sheet):
        size, active, consumed, reservation = rows[index]
        if size:
            vm.fields.setdefault("memory_bytes", size * MIB)
        if active is not None:
            vm.active_bytes = active * MIB
        if consumed and vm.powered_on:
            vm.fields["touched_memory_bytes"] = consumed * MIB
        if reservation:
            vm.fields["memory_reservation_bytes"] = reservation * MIB


def _tools(draft: Draft, owners: Owners) -> None:
    if (sheet := draft.sheets.get("vTools")) is None:
        return
    states = sheet.texts("Tools")
    for index, vm in owners.rows(sheet):
        if state := states[index].casefold():
            vm.fields["tools_running"] = state in ("toolsok", "toolsold")


def _complete(draft: Draft, vm: VmDraft) -> None:
    fields, notes = vm.fields, draft.notes
    if "cpus" not in fields:
        fields["cpus"] = _DEFAULT_CPUS
        vm.assumed.append("cpus")
        notes.assume("vmCpus", vm.name, sheet="vInfo", column="CPUs", row=vm.row)
    if "memory_bytes" not in fields:
        fields["memory_bytes"] = _DEFAULT_MEMORY_BYTES
        vm.assumed.append("memory_bytes")
        notes.assume("vmMemory", vm.name, sheet="vInfo", column="Memory", row=vm.row)
    if "power_state" not in fields:
        fields["power_state"] = "poweredOff"
        vm.assumed.append("power_state")
        notes.assume("powerState", vm.name, sheet="vInfo", column="Powerstate", row=vm.row)
    for field in ("touched_memory_bytes", "memory_reservation_bytes"):
        if fields.get(field, 0) > vm.memory_bytes:
            fields[field] = vm.memory_bytes
    if "touched_memory_bytes" in fields:
        vm.assumed.append("touched_memory_bytes")
        notes.guess("touchedMemory", vm.name, sheet="vMemory", column="Consumed")
    if fields["cpus"] % fields.get("cores_per_socket", 1):
        del fields["cores_per_socket"]
    if not vm.powered_on:
        fields["tools_running"] = False
