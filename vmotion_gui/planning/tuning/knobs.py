"""The knobs of a migration: what each stands at, how far it goes, and the command that turns it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

import msgspec

from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import ChangeSettings, Command, EditInventory
from vmotion_gui.inventory.entities import GIB, Host, PhysicalNic, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.graph import Hop, network_path, round_trip_s
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.workload import Workload, WorkloadPhase
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.tuning.closed_form import Race
from vmotion_gui.simulation.capacities import capacity
from vmotion_gui.simulation.profiles.profile import PAGE_BYTES, Profile
from vmotion_gui.simulation.routes import adapters, attachments, route, streams
from vmotion_gui.simulation.sharing import max_min

KnobName = Literal[
    "dirtyRate", "workingSet", "bandwidth", "streams", "roundTrip", "memory", "switchoverGoal", "concurrency"
]
NAMES: tuple[KnobName, ...] = (
    "dirtyRate",
    "workingSet",
    "bandwidth",
    "streams",
    "roundTrip",
    "memory",
    "switchoverGoal",
    "concurrency",
)
Unit = Literal["bytes_per_s", "bytes", "bits_per_s", "seconds", "count"]
_MIB = 1024**2
_SETTING_OF: dict[KnobName, Literal["switchover_goal_s", "max_concurrent_per_source", "streams_per_adapter"]] = {
    "streams": "streams_per_adapter",
    "switchoverGoal": "switchover_goal_s",
    "concurrency": "max_concurrent_per_source",
}
LABEL = "knobs.turned"


class Move(msgspec.Struct, frozen=True, kw_only=True):
    """The migration that is looked at: one that runs, or one that could begin now. Ids."""

    vm: str
    source: str
    destination: str
    running: bool = False


class Knob(msgspec.Struct, frozen=True, kw_only=True):
    """One knob as it stands."""

    name: KnobName
    value: float
    least: float
    most: float
    unit: Unit
    why_not: Message | None = None
    """Why it cannot be turned now."""


def knobs(inventory: Inventory, rules: Profile, move: Move) -> tuple[Knob, ...]:
    """All knobs of a move, in the order of `NAMES`. KeyError if the VM or a host is gone."""
    vm = inventory.vms[move.vm]
    phases = vm.workload.phases or Workload().phases
    resident = float(vm.resident_memory_bytes or vm.memory_bytes)
    busy = message("knobs.running", vm=vm.name) if move.running else None
    nics = [nic for _, nic in _carriers(inventory, move)]
    way = _way(inventory, move)
    least_memory = max(256 * _MIB, vm.memory_reservation_bytes)
    no_guest = None if vm.power_state == "poweredOn" else message("knobs.off", vm=vm.name)
    return (
        _knob("dirtyRate", dirty_rate(vm), (0.0, 16.0 * GIB), "bytes_per_s", no_guest),
        _knob("workingSet", _working_set(phases), (0.0, resident), "bytes", no_guest or busy),
        _knob(
            "bandwidth",
            float(min((nic.speed_bits_per_s for nic in nics), default=0)),
            (1e8, 4e11),
            "bits_per_s",
            None if nics else message("knobs.noAdapter"),
        ),
        _knob(
            "streams",
            float(_streams(inventory, rules, move)),
            (1.0, 16.0),
            "count",
            None if nics else message("knobs.noAdapter"),
        ),
        _knob(
            "roundTrip",
            round_trip_s(inventory, way),
            (0.0, 0.3),
            "seconds",
            None if way else message("knobs.noLink"),
        ),
        _knob("memory", float(vm.memory_bytes), (float(least_memory), 6144.0 * GIB), "bytes", busy),
        _knob("switchoverGoal", rules.switchover_goal_s, (0.01, 30.0), "seconds", None),
        _knob("concurrency", float(_concurrency(inventory, rules, move)), (1.0, 16.0), "count", None),
    )


def _knob(name: KnobName, value: float, limits: tuple[float, float], unit: Unit, why_not: Message | None) -> Knob:
    """What stands beyond the usual limits widens them."""
    least, most = min(limits[0], value), max(limits[1], value)
    return Knob(name=name, value=value, least=least, most=most, unit=unit, why_not=why_not)


def turn(inventory: Inventory, rules: Profile, move: Move, name: KnobName, value: float) -> Command:
    """The command that sets a knob; it is held within its limits. KeyError if what it is about is gone."""
    knob = next(each for each in knobs(inventory, rules, move) if each.name == name)
    value = min(max(value, knob.least), knob.most)
    match name:
        case "switchoverGoal":
            return ChangeSettings(settings=ProfileSettings(switchover_goal_s=value))
        case "concurrency":
            return ChangeSettings(settings=ProfileSettings(max_concurrent_per_source=max(1, round(value))))
        case "streams":
            return ChangeSettings(settings=ProfileSettings(streams_per_adapter=max(1, round(value))))
        case "dirtyRate" | "workingSet":
            vm = inventory.vms[move.vm]
            other = _at_rate(vm, value) if name == "dirtyRate" else _within(vm, value)
            changes = [FieldsChanged(id=vm.id, fields={"workload": msgspec.to_builtins(other)})]
        case "memory":
            changes = [FieldsChanged(id=move.vm, fields=_memory(inventory.vms[move.vm], value))]
        case "bandwidth":
            changes = list(_at_speed(inventory, move, round(value)))
        case "roundTrip":
            changes = list(_at_distance(inventory, move, value))
    return EditInventory(changes=tuple(changes), label=LABEL)


def as_before(rules: Profile, name: KnobName) -> ChangeSettings:
    """The command that gives a setting back what it is under these rules. KeyError for a knob of the estate."""
    field = _SETTING_OF[name]
    value = getattr(rules, field)
    if value is None:
        return ChangeSettings(settings=ProfileSettings(), reset=(field,))
    return ChangeSettings(settings=ProfileSettings(**{field: value}))


def race(inventory: Inventory, rules: Profile, move: Move) -> Race | None:
    """What the textbook's series needs to know of a move that has its way for itself; None if there is no way."""
    vm = inventory.vms[move.vm]
    hosts = inventory.hosts[move.source], inventory.hosts[move.destination]
    way = route(inventory, rules, *hosts)
    if way is None:
        return None
    capacities = {use.link: capacity(inventory, (), use.link) for part in way.parts for use in part.uses}
    rate = sum(max_min(way.parts, capacities))
    rate = min(rate, rules.max_bandwidth_bytes_per_s) * rules.tracking_bytes / rules.page_bytes
    if rate <= 0.0:
        return None
    phases = vm.workload.phases or Workload().phases
    return Race(
        memory_bytes=float(vm.resident_memory_bytes or vm.memory_bytes),
        working_set_bytes=_working_set(phases),
        dirty_bytes_per_s=dirty_rate(vm),
        bandwidth_bytes_per_s=rate,
        goal_s=rules.switchover_goal_s,
        throttle_margin=rules.throttle_margin if rules.throttles else None,
    )


def fixed_s(rules: Profile) -> tuple[float, float]:
    """What a migration takes besides copying memory: while the guest runs, and while it stands still."""
    still_s = rules.quiesce_s + rules.device_state_s + rules.resume_s
    return rules.check_s + rules.prepare_s + rules.clean_up_s, still_s


# --- what a guest does ---------------------------------------------------------------


def dirty_rate(vm: VirtualMachine) -> float:
    """Bytes in pages that the guest writes per second, over all phases of its workload."""
    phases = vm.workload.phases or Workload().phases
    cycle = sum(phase.duration_s for phase in phases)
    if cycle <= 0.0:
        return phases[0].page_write_rate_pages_per_s * PAGE_BYTES
    written = sum(phase.page_write_rate_pages_per_s * phase.duration_s for phase in phases)
    return written / cycle * PAGE_BYTES


def _working_set(phases: tuple[WorkloadPhase, ...]) -> float:
    return float(max(phase.working_set_bytes for phase in phases))


def _at_rate(vm: VirtualMachine, bytes_per_s: float) -> Workload:
    """The workload with all its phases so much faster or slower; a guest that wrote nothing writes evenly."""
    now, phases = dirty_rate(vm), vm.workload.phases or Workload().phases
    faster = tuple(
        msgspec.structs.replace(
            phase,
            page_write_rate_pages_per_s=bytes_per_s / PAGE_BYTES
            if now <= 0.0
            else phase.page_write_rate_pages_per_s * (bytes_per_s / now),
        )
        for phase in phases
    )
    return msgspec.structs.replace(vm.workload, preset="", phases=faster)


def _within(vm: VirtualMachine, size_bytes: float) -> Workload:
    """The workload with the working sets of all its phases so much larger or smaller."""
    phases = vm.workload.phases or Workload().phases
    now = _working_set(phases)
    sized = tuple(
        msgspec.structs.replace(
            phase,
            working_set_bytes=round(size_bytes if now <= 0.0 else phase.working_set_bytes * (size_bytes / now)),
        )
        for phase in phases
    )
    return msgspec.structs.replace(vm.workload, preset="", phases=sized)


def _memory(vm: VirtualMachine, size_bytes: float) -> dict[str, int]:
    """The VM's memory in whole MiB, with what its guest has touched in proportion."""
    size = max(_MIB, round(size_bytes / _MIB) * _MIB)
    fields = {"memory_bytes": size}
    if vm.touched_memory_bytes is not None:
        fields["touched_memory_bytes"] = min(size, round(vm.touched_memory_bytes * (size / vm.memory_bytes)))
    away = min(1.0, size / vm.memory_bytes)
    for name in ("swapped_memory_bytes", "ballooned_memory_bytes"):
        if getattr(vm, name):
            fields[name] = round(getattr(vm, name) * away)
    return fields


# --- the way ---------------------------------------------------------------


def _carriers(inventory: Inventory, move: Move) -> Iterator[tuple[Host, PhysicalNic]]:
    """The physical adapters that carry vMotion at both ends, each once."""
    for id_ in dict.fromkeys((move.source, move.destination)):
        host = inventory.hosts[id_]
        found = attachments(inventory, host, adapters(host, "vmotion"))
        for nic in {end.nic.device: end.nic for end in found}.values():
            yield host, nic


def _at_speed(inventory: Inventory, move: Move, bits_per_s: int) -> Iterator[FieldsChanged]:
    for id_ in dict.fromkeys((move.source, move.destination)):
        host = inventory.hosts[id_]
        devices = {nic.device for owner, nic in _carriers(inventory, move) if owner.id == id_}
        pnics = [
            msgspec.structs.replace(nic, speed_bits_per_s=bits_per_s) if nic.device in devices else nic
            for nic in host.pnics
        ]
        if devices:
            yield FieldsChanged(id=id_, fields={"pnics": msgspec.to_builtins(pnics)})


def _way(inventory: Inventory, move: Move) -> tuple[Hop, ...]:
    """The links on the way; none if the hosts meet without any, or not at all."""
    return network_path(inventory, move.source, move.destination) or ()


def _at_distance(inventory: Inventory, move: Move, rtt_s: float) -> Iterator[FieldsChanged]:
    """All links of the way so much longer or shorter; of links without delay the first one gets it all."""
    way = _way(inventory, move)
    now = round_trip_s(inventory, way)
    for place, hop in enumerate(way):
        link = inventory.links[hop.link]
        share = link.rtt_s / now if now > 0.0 else float(place == 0)
        yield FieldsChanged(id=link.id, fields={"rtt_s": rtt_s * share})


def _streams(inventory: Inventory, rules: Profile, move: Move) -> int:
    """How many streams a pair of the slowest adapters opens."""
    hosts = inventory.hosts[move.source], inventory.hosts[move.destination]
    speeds = [nic.speed_bits_per_s for _, nic in _carriers(inventory, move)]
    return streams(rules, hosts, float(min(speeds, default=0)))


def _concurrency(inventory: Inventory, rules: Profile, move: Move) -> int:
    """How many VMs leave the source at a time: as set, else by vCenter's costs (2 of a host's 16 each; 4 of a vMotion
    network, 8 from 10 Gbit/s on)."""
    if rules.max_concurrent_per_source:
        return rules.max_concurrent_per_source
    speeds = [nic.speed_bits_per_s for host, nic in _carriers(inventory, move) if host.id == move.source]
    return 8 if max(speeds, default=0) >= 10_000_000_000 else 4
