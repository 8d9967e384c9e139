"""Resource pools, vApps, folders and cluster rules, which VMs name by path."""

from __future__ import annotations

from typing import Any

from vmotion_gui.importers.cells import MIB
from vmotion_gui.importers.rvtools.draft import Draft, VmDraft
from vmotion_gui.importers.rvtools.places import Places
from vmotion_gui.inventory import entities as e

_ROOT = "Resources"
Path = tuple[str, ...]


def settle_pools(draft: Draft, places: Places) -> None:
    """Make the pools on the way to each VM, with the limits of vRP, and put the VM into the last."""
    limits = _limits(draft, places)
    made: dict[tuple[str, Path], str] = {}
    for vm in draft.vms:
        path = _below_root(vm.pool_path)
        if vm.vapp and path[-1:] != (vm.vapp,):
            path = (*path, vm.vapp)
        parent = vm.on.owner
        for depth in range(1, len(path) + 1):
            key = (vm.on.owner, path[:depth])
            if key not in made:
                vapp = depth == len(path) and bool(vm.vapp)
                made[key] = _pool(draft, vm, path[:depth], parent, vapp, limits)
            parent = made[key]
        if path:
            vm.fields["resource_pool"] = parent


def _below_root(path: str) -> Path:
    """What stands in a pool's path after the root pool "Resources"; nothing for the root itself."""
    parts = tuple(filter(None, path.split("/")))
    return parts[parts.index(_ROOT) + 1 :] if _ROOT in parts else ()


def _pool(
    draft: Draft, vm: VmDraft, path: Path, parent: str, vapp: bool, limits: dict[tuple[str, str], dict[str, Any]]
) -> str:
    full = vm.pool_path
    extra = len(_below_root(full)) - len(path)
    if extra > 0:
        full = "/".join(full.split("/")[:-extra])
    id_ = draft.ids.make(f"pool:{vm.on.owner}/{'/'.join(path)}", vm.vcenter)
    fields = limits.get((vm.vcenter, full), {})
    draft.entities.append(e.ResourcePool(id=id_, name=path[-1], parent=parent, vapp=vapp, **fields))
    return id_


def _limits(draft: Draft, places: Places) -> dict[tuple[str, str], dict[str, Any]]:
    sheet = draft.sheets.get("vRP")
    if sheet is None:
        return {}
    rows = zip(
        places.vcenters_of(sheet),
        sheet.texts("Resource Pool path"),
        sheet.counts("CPU reservation"),
        sheet.counts("Mem reservation"),
        sheet.limits("CPU limit"),
        sheet.limits("Mem limit"),
        sheet.truths("CPU expandableReservation"),
        strict=True,
    )
    return {
        (vcenter, path): {
            "cpu_reservation_mhz": cpu or 0,
            "memory_reservation_bytes": (memory or 0) * MIB,
            "cpu_limit_mhz": cpu_limit,
            "memory_limit_bytes": None if memory_limit is None else memory_limit * MIB,
            "expandable_reservation": expandable is not False,
        }
        for vcenter, path, cpu, memory, cpu_limit, memory_limit, expandable in rows
    }


def settle_folders(draft: Draft) -> None:
    """Make the folders on the way to each VM and put it into the last."""
    made: dict[tuple[str, Path], str] = {}
    names = {entity.id: entity.name for entity in draft.entities if isinstance(entity, e.Datacenter)}
    for vm in draft.vms:
        datacenter = vm.on.datacenter
        path = _below_datacenter(vm.folder_path, names[datacenter])
        parent = datacenter
        for depth in range(1, len(path) + 1):
            key = (datacenter, path[:depth])
            if key not in made:
                made[key] = draft.ids.make(f"folder:{datacenter}/{'/'.join(path[:depth])}", vm.vcenter)
                draft.entities.append(e.Folder(id=made[key], name=path[depth - 1], parent=parent))
            parent = made[key]
        if path:
            vm.fields["folder"] = parent


def _below_datacenter(path: str, datacenter: str) -> Path:
    parts = tuple(filter(None, path.split("/")))
    for leading in (datacenter, "vm"):
        if parts[:1] == (leading,):
            parts = parts[1:]
    return parts


def note_rules(draft: Draft) -> None:
    """Name the cluster rules, of which the export tells neither the kind nor the groups of hosts."""
    sheet = draft.sheets.get("vInfo")
    if sheet is None or not (sheet.has("Cluster rule name(s)") or sheet.has("Cluster rule(s)")):
        return
    column = "Cluster rule name(s)" if sheet.has("Cluster rule name(s)") else "Cluster rule(s)"
    rules: dict[str, list[str]] = {}
    for name, text in zip(sheet.texts("VM"), sheet.texts(column), strict=True):
        for rule in filter(None, map(str.strip, text.split(","))):
            rules.setdefault(rule, []).append(name)
    for rule, vms in rules.items():
        draft.notes.warn("ruleOfUnknownKind", f"{rule}: {', '.join(vms)}", sheet="vInfo", column=column)
