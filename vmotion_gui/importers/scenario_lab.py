"""The lab of a neutral scenario: one datacenter, one switch, one subnet, and everything that is equal only once."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import Migrate, MigrationSpec, TimedCommand
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Linear, Workload, WorkloadPhase

if TYPE_CHECKING:
    from vmotion_gui.importers.scenarios import Scenario, ScenarioHost, ScenarioVm

PAGE_BYTES: Final = 4096
_HOST_MEMORY_BYTES = 1 << 50
"""The format knows no end of a host's memory."""
_MTU = 9000
_ADAPTERS = (
    e.VmKernelAdapter(
        device="vmk0",
        portgroup="portgroup-1",
        subnet="subnet-1",
        services=("management", "vmotion"),
        mtu=_MTU,
    ),
)
_LAYOUT = (e.MemoryPart(role="applications", fraction=1.0),)
_LINEAR = Linear()


def lab_for(scenario: Scenario) -> Lab:
    """The lab in the profile `simgrid`; migration n of the scenario is "migration-n", n from 1.

    Ids are the names with "host-" or "vm-" before them.
    """
    params = scenario.params
    return Lab(
        inventory=Inventory([*_places(scenario), *_hosts(scenario), *_vms(scenario)]),
        name=scenario.name,
        description=scenario.description,
        profile="simgrid",
        profile_settings=ProfileSettings(
            switchover_goal_s=params.downtime_target_s,
            working_set_fraction=params.working_set_fraction,
            stage_timeout_s=params.stage_timeout_s,
            max_concurrent_per_source=params.max_concurrent_per_source,
        ),
        commands=tuple(_commands(scenario)),
    )


def _places(scenario: Scenario) -> Iterator[e.Entity]:
    members = tuple([f"host-{host.name}" for host in scenario.hosts])
    yield e.VCenter(id="vcenter-1", name="vcenter-1")
    yield e.Datacenter(id="datacenter-1", name="Datacenter", vcenter="vcenter-1")
    yield e.Subnet(id="subnet-1", name="Migration", cidr="10.0.0.0/8")
    yield e.Switch(
        id="switch-1", name="Star", distributed=True, datacenter="datacenter-1", hosts=members, mtu=_MTU, ports=0
    )
    yield e.PortGroup(id="portgroup-1", name="Migration", switch="switch-1", subnet="subnet-1")


def _hosts(scenario: Scenario) -> Iterator[e.Host]:
    pnics = functools.cache(_pnics)
    for host in scenario.hosts:
        yield e.Host(
            id=f"host-{host.name}",
            name=host.name,
            datacenter="datacenter-1",
            sockets=1,
            cores=host.cores,
            hyperthreading=False,
            cpu_mhz=_megahertz(host),
            memory_bytes=_HOST_MEMORY_BYTES,
            pnics=pnics(host.nic_bandwidth_bytes_per_s, host.nic_latency_s),
            vmk_adapters=_ADAPTERS,
        )


def _megahertz(host: ScenarioHost) -> int:
    """A flop each cycle."""
    return max(1, round(host.core_speed_flops / 1e6))


def _pnics(bandwidth_bytes_per_s: float, latency_s: float) -> tuple[e.PhysicalNic, ...]:
    speed = round(8.0 * bandwidth_bytes_per_s)
    return (e.PhysicalNic(device="vmnic0", speed_bits_per_s=speed, switch="switch-1", latency_s=latency_s),)


def _vms(scenario: Scenario) -> Iterator[e.VirtualMachine]:
    fraction = scenario.params.working_set_fraction
    workload = functools.cache(_workload)
    for vm in scenario.vms:
        yield e.VirtualMachine(
            id=f"vm-{vm.name}",
            name=vm.name,
            host=f"host-{vm.host}",
            cpus=vm.vcpus,
            memory_bytes=round(vm.ram_bytes),
            workload=workload(vm.dirty_rate_bytes_per_s, round(fraction * vm.ram_bytes), _busy_share(vm)),
            memory_layout=_LAYOUT,
        )


def _busy_share(vm: ScenarioVm) -> float:
    return min(1.0, vm.cpu_load / vm.vcpus)


def _workload(dirty_rate_bytes_per_s: float, working_set_bytes: int, cpu_load: float) -> Workload:
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=dirty_rate_bytes_per_s / PAGE_BYTES,
        working_set_bytes=working_set_bytes,
        distribution=_LINEAR,
        cpu_load=cpu_load,
    )
    return Workload(phases=(phase,))


def _commands(scenario: Scenario) -> Iterator[TimedCommand]:
    """Those that leave one host stand in line: none is asked for before those that stand before it."""
    speeds = {vm.name: vm.migration_speed_bytes_per_s for vm in scenario.vms}
    latest_s: dict[str, float] = {}
    for move in scenario.migrations:
        time_s = latest_s[move.source] = max(move.start_s, latest_s.get(move.source, 0.0))
        spec = MigrationSpec(
            vm=f"vm-{move.vm}", host=f"host-{move.destination}", max_bandwidth_bytes_per_s=speeds[move.vm]
        )
        yield TimedCommand(time_s=time_s, command=Migrate(spec=spec))
