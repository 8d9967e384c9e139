"""What the export does not tell about a host's hardware, taken from its neighbours."""

from __future__ import annotations

from collections import Counter
from typing import Any

from vmotion_gui.importers.rvtools import evc
from vmotion_gui.importers.rvtools.draft import Draft, HostDraft, VmDraft
from vmotion_gui.inventory import entities as e

_FIELDS = {
    "cpu_model": "CPU Model",
    "sockets": "# CPU",
    "cores": "# Cores",
    "cpu_mhz": "Speed",
    "memory_bytes": "# Memory",
    "version": "ESX Version",
}
"""Field -> column of vHost that would have told."""
_DEFAULTS: dict[str, Any] = {
    "cpu_model": "",
    "sockets": 2,
    "cores": 32,
    "cpu_mhz": 2600,
    "memory_bytes": 512 * e.GIB,
    "version": "8.0.3",
}


def settle_hardware(draft: Draft) -> None:
    """Give every host its full hardware: its own, else the commonest of its cluster, of all hosts, or a plain one.

    A host that was made carries its VMs: its memory is at least theirs, its processor reaches their EVC modes.
    """
    groups = draft.in_cluster()
    models = {owner: _commonest(hosts) for owner, hosts in groups.items()}
    overall = _commonest(draft.hosts)
    vms: dict[str, list[VmDraft]] = {}
    for vm in draft.vms:
        vms.setdefault(vm.on.id, []).append(vm)
    for host in draft.hosts:
        model = models[host.owner] or overall
        _complete(draft, host, model)
        _complete_evc(draft, host, model, vms.get(host.id, []))
        if host.made:
            _fit(host, vms.get(host.id, []))
            host.assumed = ["*"]
        draft.notes.assume("hostConnection", host.name, sheet="vHost")


def _commonest(hosts: list[HostDraft]) -> dict[str, Any]:
    """The fields of the host whose model, cores and memory are the commonest; {} if none tells its own."""
    told = [host for host in hosts if not host.made and ("cores" in host.fields or "memory_bytes" in host.fields)]
    if not told:
        return {}
    kinds = Counter(tuple(host.fields.get(name) for name in _FIELDS) for host in told)
    commonest = max(kinds, key=lambda kind: kinds[kind])
    return next(h.fields for h in told if tuple(h.fields.get(name) for name in _FIELDS) == commonest)


def _complete(draft: Draft, host: HostDraft, model: dict[str, Any]) -> None:
    for field, column in _FIELDS.items():
        if field in host.fields:
            continue
        host.fields[field] = model.get(field, _DEFAULTS[field])
        host.assumed.append(field)
        if not host.made:
            draft.notes.assume("hostField", host.name, sheet="vHost", column=column)
    host.fields["sockets"] = min(host.fields["sockets"], host.fields["cores"])
    for field in ("hyperthreading", "licence_features", "build"):
        if field not in host.fields and field in model:
            host.fields[field] = model[field]
            host.assumed.append(field)


def _complete_evc(draft: Draft, host: HostDraft, model: dict[str, Any], vms: list[VmDraft]) -> None:
    needed = ""
    for vm in vms:
        needed = evc.higher(needed, vm.fields.get("min_required_evc_mode_key", ""))
    if "max_evc_mode_key" not in host.fields:
        mode = evc.of_model(host.fields["cpu_model"])
        if not host.made and mode:
            draft.notes.guess("hostEvc", host.name, sheet="vHost", column="Max EVC")
        elif not host.made:
            draft.notes.assume("hostEvc", host.name, sheet="vHost", column="Max EVC")
        mode = model.get("max_evc_mode_key") or mode
        maker = host.fields.get("cpu_vendor") or evc.vendor(mode) or evc.vendor(needed) or "intel"
        if evc.vendor(mode) != maker:
            mode = evc.DEFAULT[maker]
        host.fields["max_evc_mode_key"] = evc.higher(mode, needed)
        if host.made and host.fields["max_evc_mode_key"] != mode:
            draft.notes.guess("evcOfVms", host.name, sheet="vInfo", column="min Required EVC Mode Key")
        host.assumed.append("max_evc_mode_key")
    if "cpu_vendor" not in host.fields:
        host.fields["cpu_vendor"] = evc.vendor(host.fields["max_evc_mode_key"]) or "intel"
        host.assumed.append("cpu_vendor")


def _fit(host: HostDraft, vms: list[VmDraft]) -> None:
    """A made host has room for what runs on it, and for half as much again; sizes go up in steps of 64 GiB."""
    needed = sum(vm.memory_bytes for vm in vms if vm.powered_on) * 3 // 2
    step = 64 * e.GIB
    host.fields["memory_bytes"] = max(host.fields["memory_bytes"], -(-needed // step) * step)
