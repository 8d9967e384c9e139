"""The lab of a recorded migration: two hosts with nothing between them but the link, and one VM."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Literal, NamedTuple

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import (
    CancelMigration,
    ChangeSettings,
    Command,
    EditInventory,
    HostFailed,
    InjectFault,
    LinkFailed,
    Migrate,
    MigrationSpec,
    TimedCommand,
)
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import (
    Distribution,
    HotCold,
    SequentialSweep,
    Uniform,
    Workload,
    WorkloadPhase,
)
from vmotion_gui.simulation.routes import goodput_factor

SOURCE, DESTINATION, LINK, VM, MIGRATION = "host-1", "host-2", "link-1", "vm-1", "migration-1"
_MTU = 9000
_UNLIMITED_BITS_PER_S = 1_000_000_000_000
"""Adapters, and a link that does not limit."""

_NO_LIMIT_BYTES_PER_S = 1e12

StepKind = Literal["cancel", "kill destination", "cut link", "change link", "change cap", "change downtime limit"]


class Step(NamedTuple):
    """Something done to the migration, seconds after its start; `value`: the new payload, bytes per second, or the new
    downtime limit, seconds."""

    kind: StepKind
    time_s: float
    value: float = 0.0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Load:
    """How the guest writes its memory."""

    rate_pages_per_s: float
    working_set_bytes: int
    start_bytes: int
    """Where the working set begins in the touched memory."""
    hot: tuple[float, float] | None
    """Share of the working set that is hot, and its share of the writes."""
    sweep_start_page: int | None
    """Where a sweep stands at the start; None: writes are random."""
    turns: tuple[float, ...]
    """Rates that take turns of `turn_s` each; the migration starts `offset_s` into the cycle."""
    turn_s: float
    offset_s: float


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """What a lab needs to know of a recorded migration."""

    name: str
    memory_bytes: int
    used_bytes: int
    own_cap: bool
    """The hypervisor holds the bandwidth itself; otherwise the link has it."""
    bandwidth_bytes_per_s: float
    downtime_limit_s: float
    auto_converge: bool
    time_limit_s: float | None
    post_copy_start_s: float | None
    load: Load
    steps: tuple[Step, ...]


def lab_for(recording: Recording) -> Lab:
    """The lab whose only migration, started by its first command, repeats the recorded one."""
    settings = ProfileSettings(
        switchover_goal_s=recording.downtime_limit_s,
        max_bandwidth_bytes_per_s=recording.bandwidth_bytes_per_s if recording.own_cap else _NO_LIMIT_BYTES_PER_S,
        auto_converge=recording.auto_converge,
        post_copy_start_s=recording.post_copy_start_s,
        time_limit_s=recording.time_limit_s,
    )
    return Lab(
        inventory=Inventory([*_places(), _link(recording), *_hosts(), _vm(recording)]),
        name=recording.name,
        profile="qemu",
        profile_settings=settings,
        commands=tuple(_commands(recording)),
    )


def _places() -> Iterator[e.Entity]:
    yield e.VCenter(id="vcenter-1", name="vcenter-1")
    yield e.Datacenter(id="datacenter-1", name="Datacenter", vcenter="vcenter-1")
    for number in (1, 2):
        yield e.Subnet(id=f"subnet-{number}", name=f"Migration {number}", cidr=f"10.0.{number}.0/24")


def _link(recording: Recording) -> e.NetworkLink:
    speed = _UNLIMITED_BITS_PER_S if recording.own_cap else bits_per_s(recording.bandwidth_bytes_per_s)
    return e.NetworkLink(id=LINK, name=LINK, a="subnet-1", b="subnet-2", bandwidth_bits_per_s=speed)


def bits_per_s(payload_bytes_per_s: float) -> float:
    """The speed of a link that carries this payload."""
    return payload_bytes_per_s * 8.0 / goodput_factor(_MTU)


def _hosts() -> Iterator[e.Host]:
    for number, id_ in enumerate((SOURCE, DESTINATION), 1):
        adapter = e.VmKernelAdapter(
            device="vmk0",
            ip_address=f"10.0.{number}.10",
            subnet=f"subnet-{number}",
            services=("management", "vmotion"),
            mtu=_MTU,
        )
        yield e.Host(
            id=id_,
            name=id_,
            datacenter="datacenter-1",
            cores=2,
            pnics=(e.PhysicalNic(device="vmnic0", speed_bits_per_s=_UNLIMITED_BITS_PER_S),),
            vmk_adapters=(adapter,),
        )


def _vm(recording: Recording) -> e.VirtualMachine:
    return e.VirtualMachine(
        id=VM,
        name=recording.name,
        host=SOURCE,
        cpus=1,
        memory_bytes=recording.memory_bytes,
        touched_memory_bytes=min(recording.used_bytes, recording.memory_bytes),
        firmware="bios",
        video_ram_bytes=0,
        workload=Workload(phases=tuple(_phases(recording.load))),
        memory_layout=(e.MemoryPart(role="applications", fraction=1.0),),
    )


def _phases(load: Load) -> Iterator[WorkloadPhase]:
    mean = sum(load.turns) / len(load.turns) if load.turns else 0.0
    measured = load.rate_pages_per_s / mean if mean > 0.0 else 1.0
    for rate in load.turns or (load.rate_pages_per_s,):
        yield WorkloadPhase(
            duration_s=load.turn_s,
            page_write_rate_pages_per_s=rate * measured,
            working_set_bytes=load.working_set_bytes,
            working_set_start_bytes=load.start_bytes,
            distribution=_distribution(load),
        )


def _distribution(load: Load) -> Distribution:
    if load.sweep_start_page is not None:
        return SequentialSweep(start_page=load.sweep_start_page)
    if load.hot is None or load.hot[0] >= 1.0:
        return Uniform()
    return HotCold(hot_fraction=load.hot[0], hot_write_share=load.hot[1])


def _commands(recording: Recording) -> Iterator[TimedCommand]:
    begin = recording.load.offset_s
    yield TimedCommand(time_s=begin, command=Migrate(spec=MigrationSpec(vm=VM, host=DESTINATION)))
    for step in recording.steps:
        yield TimedCommand(time_s=begin + step.time_s, command=_command(step))


def _command(step: Step) -> Command:
    match step.kind:
        case "cancel":
            return CancelMigration(migration=MIGRATION)
        case "kill destination":
            return InjectFault(fault=HostFailed(host=DESTINATION))
        case "cut link":
            return InjectFault(fault=LinkFailed(link=LINK))
        case "change cap":
            return ChangeSettings(settings=ProfileSettings(max_bandwidth_bytes_per_s=step.value))
        case "change downtime limit":
            return ChangeSettings(settings=ProfileSettings(switchover_goal_s=step.value))
        case "change link":
            speed = {"bandwidth_bits_per_s": bits_per_s(step.value)}
            return EditInventory(changes=(FieldsChanged(id=LINK, fields=speed),))
