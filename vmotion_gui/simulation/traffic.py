"""Other traffic on the adapters that carry migrations: what running VMs send and receive, and steady loads.

It is looked at only while an adapter carries a migration, as one amount for each kind of traffic, and it takes its part
of what the adapter carries before migrations share the rest. That is the same as one flow with shares and a cap for
each kind, and costs as much as none.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from vmotion_gui.inventory import traffic as t
from vmotion_gui.inventory.changes import Change, FieldsChanged, VmMoved
from vmotion_gui.inventory.entities import Host, PhysicalNic, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.dividing import Claim, divided
from vmotion_gui.simulation.phases import phase_at
from vmotion_gui.simulation.sharing import LinkKey

if TYPE_CHECKING:
    from vmotion_gui.simulation.core import Core


class Other(NamedTuple):
    """What one kind of traffic would send or receive, bytes/s with headers."""

    traffic: t.TrafficClass
    bytes_per_s: float


class Beside(NamedTuple):
    """The other traffic on an adapter."""

    others: tuple[Other, ...]
    left: dict[frozenset[t.TrafficClass], float]
    """What it leaves to migrations of some kinds, once somebody has asked; it never changes then."""


# --- what there is ---------------------------------------------------------------


def others_on(inventory: Inventory, key: LinkKey, now_s: float) -> tuple[tuple[Other, ...], float]:
    """The other traffic on one direction of an adapter (both of one that is half duplex) by kind, and until when it
    stays so."""
    host = inventory.hosts.get(key.object)
    nic = next((nic for nic in host.pnics if nic.device == key.device), None) if host else None
    if host is None or nic is None or nic.speed_bits_per_s <= 0:
        return (), math.inf
    both = key.kind == "halfDuplex"
    sends, receives = both or key.direction == "tx", both or key.direction == "rx"
    amounts: dict[t.TrafficClass, list[float]] = {}
    for load in nic.loads:
        amounts.setdefault(load.traffic, []).append(load.send_bytes_per_s * sends + load.receive_bytes_per_s * receives)
    of_vms, until_s = _vms(inventory, host, nic, (sends, receives), now_s)
    amounts.setdefault("virtualMachine", []).extend(of_vms)
    totals = sorted((kind, math.fsum(parts)) for kind, parts in amounts.items())
    return tuple(Other(kind, total) for kind, total in totals if total > 0.0), until_s


def _vms(
    inventory: Inventory, host: Host, nic: PhysicalNic, ways: tuple[bool, bool], now_s: float
) -> tuple[list[float], float]:
    """What each of a host's VMs has on one of its adapters, and when that changes next."""
    if not nic.switch:
        return [], math.inf
    loads, until_s = [], math.inf
    for id_ in inventory.vms_on(host.id):
        vm = inventory.vms[id_]
        if not _has_traffic(vm) or vm.power_state != "poweredOn" or vm.template:
            continue
        phases = vm.workload.phases
        index, end_s = phase_at([each.duration_s for each in phases], now_s)
        until_s = min(until_s, end_s)
        loads.append(_vm_on(inventory, vm, nic.switch, phases[index].network_load_bytes_per_s, ways))
    # Teaming by virtual port spreads VMs over a switch's adapters; on average each carries the same part.
    spread = sum(1 for other in host.pnics if other.switch == nic.switch and other.speed_bits_per_s > 0)
    return [load / spread for load in loads], until_s


def _vm_on(inventory: Inventory, vm: VirtualMachine, switch: str, rate: float, ways: tuple[bool, bool]) -> float:
    """What a VM sends or receives over one switch: its NICs carry equal parts, each up to its port group's shaping."""
    nics = [nic for nic in vm.nics if nic.connected and nic.portgroup]
    total = 0.0
    for nic in nics:
        group = inventory.portgroups.get(nic.portgroup)
        if group is not None and group.switch == switch:
            limits = (group.shaping_out_bits_per_s, group.shaping_in_bits_per_s)
            for way, limit in zip(ways, limits, strict=True):
                total += min(rate / len(nics), math.inf if limit is None else limit / 8.0) if way else 0.0
    return total


# --- what it leaves ---------------------------------------------------------------


def _claim(inventory: Inventory, key: LinkKey, kind: t.TrafficClass, demand: float) -> Claim:
    """What Network I/O Control gives a kind of traffic; where there is none, each kind counts the same. It rules only
    what a host sends."""
    host = inventory.hosts.get(key.object)
    nic = next((nic for nic in host.pnics if nic.device == key.device), None) if host else None
    switch = inventory.switches.get(nic.switch) if nic else None
    if switch is None or not (switch.distributed and switch.io_control) or (key.kind, key.direction) != ("pnic", "tx"):
        return Claim(demand)
    for allocation in switch.allocations:
        if allocation.traffic == kind:
            limit = allocation.limit_bits_per_s
            return Claim(
                demand,
                float(allocation.shares),
                allocation.reservation_bits_per_s / 8.0,
                math.inf if limit is None else limit / 8.0,
            )
    return Claim(demand, float(t.DEFAULT_SHARES.get(kind, 50)))


def left_for_migrations(
    inventory: Inventory, key: LinkKey, gross: float, others: Iterable[Other], kinds: Iterable[t.TrafficClass]
) -> float:
    """What other traffic leaves of an adapter, bytes/s, when migrations of these kinds take all that they get."""
    claims = [_claim(inventory, key, other.traffic, other.bytes_per_s) for other in others]
    migrations = [_claim(inventory, key, kind, math.inf) for kind in sorted(kinds)]
    return max(0.0, gross - math.fsum(divided(gross, [*claims, *migrations])[: len(claims)]))


def others_now(
    inventory: Inventory, key: LinkKey, gross: float, others: tuple[Other, ...], used: float
) -> dict[str, float]:
    """What other traffic really gets, bytes/s by kind, while migrations use this much."""
    claims = [_claim(inventory, key, other.traffic, other.bytes_per_s) for other in others]
    rates = divided(max(0.0, gross - used), claims)
    return {other.traffic: rate for other, rate in zip(others, rates, strict=True)}


def kind_limit_bytes_per_s(inventory: Inventory, host: str, device: str, kind: t.TrafficClass) -> float:
    """What a kind of traffic may send over an adapter at most."""
    return _claim(inventory, LinkKey("pnic", host, device, "tx"), kind, math.inf).limit


def relative_shares(inventory: Inventory, host: str, device: str, kind: t.TrafficClass) -> float:
    """A kind's shares over those of vMotion, where the adapter's switch has Network I/O Control; else 1."""
    key = LinkKey("pnic", host, device, "tx")
    return _claim(inventory, key, kind, math.inf).shares / _claim(inventory, key, "vmotion", math.inf).shares


# --- following it while migrations run ---------------------------------------------------------------


def notice(core: Core) -> None:
    """Look at adapters that have come into use; forget those that nobody uses any more, if they have to be watched."""
    network = core.state.network
    for link in [link for link in network.touched if link in network.table.adapters]:
        if network.in_use(link):
            if link not in network.others:
                _look_at(core, link)
        elif network.changes_due:
            _look_away(core, network.table.keys[link].object)


def _look_at(core: Core, link: int) -> None:
    network = core.state.network
    key = network.table.keys[link]
    others, until_s = others_on(core.state.inventory, key, core.state.now_s)
    network.compete(link, Beside(others, {}), core.capacity)
    known = network.changes_due.get(key.object)
    if until_s != math.inf and (known is None or until_s < known[0]):
        network.changes_due[key.object] = until_s, core.schedule(until_s, "traffic", key.object)


def _look_away(core: Core, host: str) -> None:
    network = core.state.network
    if host in network.changes_due and not any(map(network.in_use, network.table.adapters_of[host])):
        del network.changes_due[host]
        network.forget_others(host)


def due(core: Core, host: str) -> None:
    """The workload of one of a host's VMs comes to its next phase."""
    core.state.network.changes_due.pop(host, None)
    _look_again(core, host)


def _look_again(core: Core, host: str) -> None:
    """What a host's VMs send and receive may have changed."""
    network = core.state.network
    for link in network.table.adapters_of.get(host, ()):
        if not network.in_use(link):
            network.forget(link)
        elif link in network.others:
            _look_at(core, link)


def estate_changed(core: Core, before: Inventory, change: Change) -> None:
    """A VM has come, gone, started or stopped: what its hosts' adapters carry is looked at anew."""
    if core.state.network.others and _may_matter(core.state.inventory, change):
        for host in dict.fromkeys([*_hosts_of(before, change), *_hosts_of(core.state.inventory, change)]):
            _look_again(core, host)
        if isinstance(change, FieldsChanged) and change.id in before.hosts:
            core.state.network.forget_others(change.id)


def _may_matter(inventory: Inventory, change: Change) -> bool:
    """A VM that never sends or receives anything takes no traffic along."""
    vm = inventory.vms.get(change.vm) if isinstance(change, VmMoved) else None
    return vm is None or _has_traffic(vm)


def _has_traffic(vm: VirtualMachine) -> bool:
    for phase in vm.workload.phases:  # noqa: SIM110  # any() makes a generator, and this is asked of every VM of a host
        if phase.network_load_bytes_per_s:
            return True
    return False


def _hosts_of(inventory: Inventory, change: Change) -> Iterator[str]:
    """The host of the VM that a change is about."""
    id_ = change.vm if isinstance(change, VmMoved) else change.id if isinstance(change, FieldsChanged) else ""
    if (vm := inventory.vms.get(id_)) is not None:
        yield vm.host
