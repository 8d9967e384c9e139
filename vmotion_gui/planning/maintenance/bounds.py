"""A time that no plan can beat, so that a plan can say how far it is from the best.

Four facts of the model, each with its proof:

* A migration sends every page that its guest holds at least once, through the adapters of its source, at no more than
  their speed without headers, and the fixed steps before and after come on top. So it takes no less than that.
* Where files have to come along, they are copied before the memory, no faster than their datastore reads them.
* All that leaves a host goes through the same adapters, and nothing is sent before the first migration is prepared, nor
  after the last one switches over. The same holds for all destinations together.
* A host has at most so many migrations at once (`simulation/admission.py`), so their times add up to no more than so
  many times the makespan.

What else makes migrations slower (pages sent again, other traffic, a destination's limits) is left out: the bound is
lower than the truth, never higher.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from vmotion_gui.inventory.entities import Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.files import least_files_s
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.planning.maintenance.plan import Bound
from vmotion_gui.simulation import admission
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.routes import adapters, attachments, goodput_factor


def least_makespan(ground: Ground, profile: Profile, vms: Iterable[int]) -> Bound:
    """The largest of the bounds for these VMs, each of which has to leave its host at least once.

    Only those that run count: files that stay where they are cost no time.
    """
    inventory = ground.inventory
    running = [vm for vm in vms if ground.running[vm]]
    bounds = [Bound(seconds=0.0, of="nothing")]
    by_source: dict[str, list[int]] = {}
    for vm in running:
        by_source.setdefault(ground.machine(vm).host, []).append(vm)
    for host, vms_there in by_source.items():
        bounds += _of_source(ground, profile, inventory.hosts[host], vms_there)
    if running and (rate := _into(ground, profile, running)) > 0.0:
        total = sum(_held_bytes(ground.machine(vm)) for vm in running)
        bounds.append(Bound(seconds=_fixed_s(profile) + total / rate, of="destinations"))
    return max(bounds, key=lambda bound: bound.seconds)


def _of_source(ground: Ground, profile: Profile, host: Host, vms: list[int]) -> list[Bound]:
    inventory, machines = ground.inventory, [ground.machine(vm) for vm in vms]
    rate = _rate(inventory, profile, host)
    if rate <= 0.0:
        return []
    fixed_s = _fixed_s(profile)
    alone = min(rate, profile.max_bandwidth_bytes_per_s)
    each = [
        fixed_s + least_files_s(ground, vm) + _held_bytes(machine) / alone
        for vm, machine in zip(vms, machines, strict=True)
    ]
    longest = max(range(len(each)), key=each.__getitem__)
    resource = "source" if profile.max_concurrent_per_source is not None else "network"
    slots = admission.limit(inventory, (resource, host.id), profile)
    return [
        Bound(seconds=each[longest], of="migration", object=machines[longest].id),
        Bound(seconds=fixed_s + sum(map(_held_bytes, machines)) / rate, of="source", object=host.id),
        Bound(seconds=sum(each) / slots, of="slots", object=host.id),
    ]


def _into(ground: Ground, profile: Profile, vms: Iterable[int]) -> float:
    """What all hosts together that any of the VMs could go to can take, bytes per second."""
    rows = {row for vm in vms for row in ground.allowed(vm).nonzero()[0].tolist()}
    return sum(_rate(ground.inventory, profile, ground.inventory.hosts[ground.hosts[row]]) for row in rows)


def _held_bytes(vm: VirtualMachine) -> float:
    resident = vm.resident_memory_bytes
    return float(vm.memory_bytes if resident is None else min(resident, vm.memory_bytes))


def _rate(inventory: Inventory, profile: Profile, host: Host) -> float:
    """Payload that a host's vMotion adapters carry in one direction; 0: they carry nothing, so nothing is known."""
    ends = attachments(inventory, host, adapters(host, "vmotion"))
    nics = {end.nic.device: end.nic.speed_bits_per_s for end in ends}
    headers = max((goodput_factor(end.vmk.mtu) for end in ends), default=1.0) if profile.protocol_headers else 1.0
    rate = sum(nics.values()) / 8.0 * headers
    return rate if math.isfinite(rate) else 0.0


def _fixed_s(profile: Profile) -> float:
    """What every live migration takes before its first byte and after its last."""
    return profile.check_s + profile.prepare_s + profile.resume_s + profile.clean_up_s
