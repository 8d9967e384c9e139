"""The hosts of vHost, and those that only VMs name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from vmotion_gui.importers.cells import MIB
from vmotion_gui.importers.rvtools import evc
from vmotion_gui.importers.rvtools.draft import Draft, HostDraft, VmDraft
from vmotion_gui.importers.rvtools.machines import Owners
from vmotion_gui.importers.rvtools.places import Places
from vmotion_gui.importers.workbook import Sheet

_VERSION = re.compile(r"(\d+\.\d+\.\d+)")
_BUILD = re.compile(r"build[- ](\d+)", re.IGNORECASE)
_ADDRESS = re.compile(r"[\d.]+")
_ALL_FEATURES = ("vmotion", "storagevmotion", "crossvcenter", "longdistance", "drs", "encryption")


class HostBook:
    """Finds hosts by name: as written, else without case, else by what stands before the first dot."""

    def __init__(self) -> None:
        self._full: dict[tuple[str, str], HostDraft] = {}
        self._short: dict[tuple[str, str], list[HostDraft]] = {}

    def add(self, host: HostDraft) -> None:
        """Take in a host."""
        self._full[host.vcenter, host.name.casefold()] = host
        self._short.setdefault((host.vcenter, _short(host.name)), []).append(host)

    def knows(self, vcenter: str, name: str) -> bool:
        """Whether there is a host of exactly this name."""
        return (vcenter, name.casefold()) in self._full

    def find(self, vcenter: str, name: str) -> HostDraft | None:
        """The host of this name; None if there is none, or several hosts share the short name."""
        found = self._full.get((vcenter, name.casefold()))
        if found is not None or not name:
            return found
        alike = self._short.get((vcenter, _short(name)), ())
        return alike[0] if len(alike) == 1 else None

    def lookup(self, sheet: Sheet, places: Places) -> list[HostDraft | None]:
        """The host of each row of a sheet."""
        rows = zip(places.vcenters_of(sheet), sheet.texts("Host"), strict=True)
        return [self.find(vcenter, name) for vcenter, name in rows]


def _short(name: str) -> str:
    folded = name.casefold()
    return folded if _ADDRESS.fullmatch(folded) else folded.partition(".")[0]


def read_hosts(draft: Draft, places: Places, owners: Owners) -> HostBook:
    """All hosts: vHost's, then those that vInfo names and vHost lacks, then one for VMs without any. VMs get theirs."""
    book = HostBook()
    _fill_places(draft, owners)
    namers: dict[tuple[str, str], VmDraft] = {}
    for vm in draft.vms:
        namers.setdefault((vm.vcenter, vm.host_name.casefold()), vm)
    if (sheet := draft.sheets.get("vHost")) is not None:
        _read_rows(draft, places, book, sheet, namers)
    for vm in draft.vms:
        if vm.host_name and not vm.left_out:
            vm.host = book.find(vm.vcenter, vm.host_name) or _assumed_host(draft, places, book, vm)
    _settle_without_host(draft, places, owners, book)
    return book


def _fill_places(draft: Draft, owners: Owners) -> None:
    """A VM whose vInfo row lacks cluster or datacenter takes them from another sheet's row about it."""
    lacking = {id(vm) for vm in draft.vms if not (vm.cluster_name or vm.datacenter_name or vm.host_name)}
    for name in ("vMemory", "vCPU", "vDisk", "vNetwork"):
        sheet = draft.sheets.get(name)
        if sheet is None or not lacking:
            continue
        clusters, datacenters = sheet.texts("Cluster"), sheet.texts("Datacenter")
        for index, vm in owners.rows(sheet):
            if id(vm) in lacking and (clusters[index] or datacenters[index]):
                vm.cluster_name, vm.datacenter_name = clusters[index], datacenters[index]
                lacking.discard(id(vm))
                draft.notes.guess("vmPlace", vm.name, sheet=name, column="Cluster", row=sheet.row(index))


def _settle_without_host(draft: Draft, places: Places, owners: Owners, book: HostBook) -> None:
    homeless = [vm for vm in draft.vms if vm.host is None and not vm.left_out]
    _hosts_of_other_sheets(draft, owners, book, homeless)
    for vm in homeless:
        if vm.host is None:
            vm.host = _placeholder(draft, places, book, vm)
            draft.notes.assume("placeholderHost", vm.name, sheet="vInfo", column="Host", row=vm.row)


def _hosts_of_other_sheets(draft: Draft, owners: Owners, book: HostBook, homeless: list[VmDraft]) -> None:
    """Another sheet's row may name a host for such a VM; it counts if that host is known otherwise."""
    wanted = {id(vm) for vm in homeless}
    for name in ("vMemory", "vCPU", "vDisk", "vNetwork"):
        sheet = draft.sheets.get(name)
        if sheet is None or not wanted:
            continue
        hosts = sheet.texts("Host")
        for index, vm in owners.rows(sheet):
            if id(vm) in wanted and (host := book.find(vm.vcenter, hosts[index])) is not None:
                vm.host = host
                wanted.discard(id(vm))
                draft.notes.guess("vmHost", vm.name, sheet=name, column="Host", row=sheet.row(index))


def _read_rows(
    draft: Draft, places: Places, book: HostBook, sheet: Sheet, namers: dict[tuple[str, str], VmDraft]
) -> None:
    rows = zip(
        sheet.texts("Host"),
        places.vcenters_of(sheet),
        sheet.texts("Datacenter"),
        sheet.texts("Cluster"),
        sheet.texts("Object ID"),
        strict=True,
    )
    facts = _facts(sheet)
    place_known = sheet.has("Datacenter"), sheet.has("Cluster")
    for index, (name, vcenter, datacenter, cluster, object_id) in enumerate(rows):
        if not name:
            continue
        if book.knows(vcenter, name):
            draft.notes.leave_out("duplicateHost", name, sheet="vHost", row=sheet.row(index))
            continue
        namer = namers.get((vcenter, name.casefold()))
        if namer is not None and not (datacenter or place_known[0]):
            datacenter = namer.datacenter_name
        if namer is not None and not (cluster or place_known[1]):
            cluster = namer.cluster_name
            draft.notes.guess("hostCluster", name, sheet="vHost", column="Cluster", row=sheet.row(index))
        host = _new_host(draft, places, book, name, vcenter, datacenter, cluster, object_id)
        host.fields, host.current_evc = facts(index)


def _new_host(
    draft: Draft, places: Places, book: HostBook, name: str, vcenter: str, datacenter: str, cluster: str, wanted_id: str
) -> HostDraft:
    place = places.datacenter(vcenter, datacenter)
    id_ = draft.ids.make(wanted_id or f"host:{name}", vcenter)
    host = HostDraft(id_, name, vcenter, place, places.cluster(vcenter, place, cluster))
    draft.hosts.append(host)
    book.add(host)
    return host


def _assumed_host(draft: Draft, places: Places, book: HostBook, vm: VmDraft) -> HostDraft:
    names = (vm.host_name, vm.vcenter, vm.datacenter_name, vm.cluster_name)
    host = _new_host(draft, places, book, *names, "")
    host.made = True
    draft.notes.assume("hostHardware", vm.host_name, sheet="vHost", column="Host")
    return host


def _placeholder(draft: Draft, places: Places, book: HostBook, vm: VmDraft) -> HostDraft:
    place = vm.cluster_name or vm.datacenter_name or "no place"
    name = f"placeholder host ({place})"
    host = book.find(vm.vcenter, name)
    if host is None:
        host = _new_host(draft, places, book, name, vm.vcenter, vm.datacenter_name, vm.cluster_name, "")
        host.made = True
    return host


def _facts(sheet: Sheet) -> Callable[[int], tuple[dict[str, Any], str]]:
    """A function from a row's index to the `Host` fields that it tells, and the current EVC mode."""
    numbers = {
        "sockets": sheet.counts("# CPU"),
        "cores": sheet.counts("# Cores"),
        "cpu_mhz": sheet.counts("Speed"),
        "memory": sheet.counts("# Memory"),
        "per_cpu": sheet.counts("Cores per CPU"),
    }
    flags = {
        "hyperthreading": sheet.truths("HT Active"),
        "vmotion_supported": sheet.truths("VMotion support"),
        "storage_vmotion_supported": sheet.truths("Storage VMotion support"),
        "in_quarantine_mode": sheet.truths("in Quarantine Mode"),
    }
    maintenance = sheet.truths("in Maintenance Mode")
    words = list(
        zip(
            sheet.texts("CPU Model"),
            sheet.texts("Max EVC"),
            sheet.texts("Current EVC"),
            sheet.texts("ESX Version"),
            sheet.texts("Assigned License(s)"),
            strict=True,
        )
    )

    def of(index: int) -> tuple[dict[str, Any], str]:
        model, max_evc, current_evc, version, licence = words[index]
        fields = _hardware({name: column[index] for name, column in numbers.items()})
        fields |= {name: column[index] for name, column in flags.items() if column[index] is not None}
        if maintenance[index]:
            fields["maintenance_state"] = "inMaintenance"
        fields |= _processor(sheet, index, model, max_evc)
        if (found := _VERSION.search(version)) is not None:
            fields["version"] = found[1]
        if (found := _BUILD.search(version)) is not None:
            fields["build"] = found[1]
        if licence:
            fields["licence_features"] = _licence_features(licence)
        return fields, current_evc

    return of


def _hardware(told: dict[str, int | None]) -> dict[str, Any]:
    fields: dict[str, Any] = {name: told[name] for name in ("sockets", "cores", "cpu_mhz") if told[name]}
    if told["memory"]:
        fields["memory_bytes"] = told["memory"] * MIB
    if "cores" not in fields and told["sockets"] and told["per_cpu"]:
        fields["cores"] = told["sockets"] * told["per_cpu"]
    if fields.get("cores", 1) < fields.get("sockets", 1):
        del fields["sockets"]
    return fields


def _processor(sheet: Sheet, index: int, model: str, max_evc: str) -> dict[str, Any]:
    fields: dict[str, Any] = {"cpu_model": model} if model else {}
    if max_evc and not evc.known(max_evc) and evc.vendor(max_evc.partition("-")[0]) is None:
        sheet.bad(index, "Max EVC", max_evc)
    elif max_evc:
        fields["max_evc_mode_key"] = max_evc
    maker = evc.vendor(fields.get("max_evc_mode_key", "")) or evc.vendor(model)
    if maker is not None:
        fields["cpu_vendor"] = maker
    return fields


def _licence_features(licence: str) -> tuple[str, ...]:
    """What an edition may do: Essentials has no vMotion, Essentials Plus and Standard have it, the rest have all.

    Source: the editions' comparison tables of vSphere 6.5 to 8 (Essentials: none; Essentials Plus: vMotion; Standard:
    vMotion, Storage vMotion, across vCenters; Enterprise Plus and later subscriptions: DRS and long distance too).
    """
    name = licence.casefold()
    if "essentials" in name:
        return ("vmotion",) if "plus" in name else ()
    if "standard" in name and "vsphere" in name:
        return ("vmotion", "storagevmotion", "crossvcenter", "encryption")
    return _ALL_FEATURES
