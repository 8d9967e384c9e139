"""What of a host's vSAN data goes elsewhere before the host is away, where to, and how fast.

One object a VM: its copies and witnesses lie on different hosts. It can be used as long as one copy and more than half
of its parts are on hosts in service. *Full data migration* moves every part, *Ensure accessibility* only those without
which their VM could not be used, *No data migration* none; where a part that must go finds no place, the host does not
enter. Sources: `VsanHostDecommissionModeObjectAction` in the vSphere API reference; VMware, "Place a Member of vSAN
Cluster in Maintenance Mode". Simplified: mirrors only, parts are not split or rebuilt, and moves of disks do not change
where data lie.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from vmotion_gui.compatibility.failover import in_service
from vmotion_gui.inventory.changes import Change, FieldsChanged
from vmotion_gui.inventory.commands import VsanMode
from vmotion_gui.inventory.entities import Host, VsanComponent
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.routes import adapters, uplinks
from vmotion_gui.simulation.tasks.task import VsanMove

RESYNC_SHARE = 0.5
"""Of the host's vSAN uplinks, what its data take; the guests' own traffic has the rest (assumed)."""
_DEFAULT_BITS_PER_S = 10e9
"""For a host whose vSAN adapter the inventory does not have."""


class Plan(NamedTuple):
    """What moves, which VMs' data find no place, and which VMs could not be used with the host away."""

    moves: tuple[VsanMove, ...]
    stuck: tuple[str, ...] = ()
    lost: tuple[str, ...] = ()


def plan(inventory: Inventory, host: Host, mode: VsanMode) -> Plan:
    """What the mode asks for, the largest parts first, each to the host with the most room."""
    others = [
        other
        for id_ in (inventory.hosts_in(host.cluster) if host.cluster else ())
        if id_ != host.id and in_service(other := inventory.hosts[id_]) and other.vsan_capacity_bytes
    ]
    free = {other.id: other.vsan_capacity_bytes - _used(other) for other in others}
    holders = {other.id: {part.vm for part in other.vsan_components} for other in others}
    needed = _needed(inventory, host)
    moves: list[VsanMove] = []
    stuck: list[str] = []
    for part in sorted(host.vsan_components, key=lambda part: (-part.size_bytes, part.vm)):
        if mode == "noAction" or (mode == "ensureObjectAccessibility" and part.vm not in needed):
            continue
        fit = [id_ for id_, room in free.items() if room >= part.size_bytes and part.vm not in holders[id_]]
        if not fit:
            stuck.append(part.vm)
            continue
        target = max(fit, key=lambda id_: free[id_])
        free[target] -= part.size_bytes
        holders[target].add(part.vm)
        moves.append(VsanMove(vm=part.vm, size_bytes=part.size_bytes, host=target))
    lost = tuple(sorted(needed)) if mode == "noAction" else ()
    return Plan(tuple(moves), tuple(stuck), lost)


def bytes_per_s(inventory: Inventory, host: Host) -> float:
    """How fast data leave a host."""
    nics = uplinks(inventory, host, adapters(host, "vsan"))
    return (sum(nic.speed_bits_per_s for nic in nics) or _DEFAULT_BITS_PER_S) / 8.0 * RESYNC_SHARE


def arrived(moves: tuple[VsanMove, ...], moved_bytes: float) -> tuple[VsanMove, ...]:
    """Those that are through, one after the other."""
    done, total = [], 0.0
    for move in moves:
        total += move.size_bytes
        # the last one ends with the sum that was scheduled, but for rounding
        if total > moved_bytes + 0.5:
            break
        done.append(move)
    return tuple(done)


def changes(inventory: Inventory, host: Host, moves: tuple[VsanMove, ...]) -> list[Change]:
    """The estate's changes that these moves are."""
    going = {move.vm: move.host for move in moves}
    parts = {host.id: tuple(part for part in host.vsan_components if part.vm not in going)}
    for part in host.vsan_components:
        target = going.get(part.vm, "")
        if target in inventory.hosts:
            parts[target] = (*parts.get(target, inventory.hosts[target].vsan_components), part)
    return [FieldsChanged(id=id_, fields={"vsan_components": _document(held)}) for id_, held in parts.items()]


def _document(parts: tuple[VsanComponent, ...]) -> list[dict[str, object]]:
    built: list[dict[str, object]] = msgspec.to_builtins(list(parts))
    return built


def _used(host: Host) -> int:
    return sum(part.size_bytes for part in host.vsan_components)


def _needed(inventory: Inventory, host: Host) -> set[str]:
    """The VMs whose data could not be used with a host away."""
    parts: dict[str, list[tuple[Host, VsanComponent]]] = {part.vm: [] for part in host.vsan_components}
    for id_ in inventory.hosts_in(host.cluster):
        other = inventory.hosts[id_]
        for part in other.vsan_components:
            if part.vm in parts:
                parts[part.vm].append((other, part))
    return {vm for vm, held in parts.items() if not _usable(host, held)}


def _usable(host: Host, held: list[tuple[Host, VsanComponent]]) -> bool:
    rest = [part for other, part in held if other.id != host.id and in_service(other)]
    return any(not part.witness for part in rest) and 2 * len(rest) > len(held)
