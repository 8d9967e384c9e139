"""Small labs with known bandwidths, and a profile without fixed costs, for worked numbers."""

from __future__ import annotations

import dataclasses
import math

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import Command, Migrate, MigrationSpec, TimedCommand
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Distribution, SequentialSweep, Workload, WorkloadPhase
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.routes import goodput_factor
from vmotion_gui.simulation.status import MigrationStatus

MIB = 2**20
GIB = 2**30
PAGE = 4096

TEXTBOOK = dataclasses.replace(
    VSPHERE,
    name="textbook",
    dirty_tracking="atSync",
    switchover_goal_s=0.3,
    page_header_bytes=0,
    zero_page_bytes=0,
    throttles=False,
    check_s=0.0,
    prepare_s=0.0,
    quiesce_s=0.0,
    device_state_s=0.0,
    resume_s=0.0,
    clean_up_s=0.0,
    stream_bytes_per_s=math.inf,
    announce_s=0.0,
    trace_install_s_per_page=0.0,
    loose_trace_install_s_per_page=0.0,
    trace_fault_s=0.0,
    reserves_cpu=False,
    encryption_cycles_per_byte=0.0,
)
"""The recurrence of the books: dirty at sync, no headers, no fixed steps."""


_SWEEP = SequentialSweep()


def link_speed(goodput_bytes_per_s: float, mtu: int = 9000) -> int:
    """The line rate, bit/s, at which TCP carries this payload."""
    return round(goodput_bytes_per_s * 8.0 / goodput_factor(mtu))


def host(
    number: int,
    *,
    goodput: float = 1000.0 * MIB,
    stores: tuple[str, ...] = ("ds-a", "ds-b"),
    cluster: str = "cl",
    subnet: str = "net",
    **more: object,
) -> e.Host:
    """A host with one vMotion adapter of this goodput."""
    fields: dict[str, object] = {
        "pnics": (e.PhysicalNic(device="vmnic0", speed_bits_per_s=link_speed(goodput), switch="dvs"),),
        "vmk_adapters": (
            e.VmKernelAdapter(
                device="vmk0",
                portgroup="pg",
                ip_address=f"10.0.0.{number + 10}",
                subnet=subnet,
                services=("management", "vmotion"),
                mtu=9000,
            ),
        ),
        "mounts": tuple(e.DatastoreMount(datastore=store) for store in stores),
    }
    fields |= {"datacenter": "dc", "cluster": cluster, **more}
    return e.Host(id=f"h-{number}", name=f"esx-{number}", **fields)


def vm(
    number: int = 1,
    *,
    on: str = "h-1",
    memory: int = 8 * GIB,
    writes: float = 0.0,
    working_set: int = 0,
    distribution: Distribution = _SWEEP,
    disk: int = GIB,
    disk_writes: float = 0.0,
    **more: object,
) -> e.VirtualMachine:
    """A VM whose disk is on ds-a; `writes` in pages per second."""
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=writes,
        working_set_bytes=working_set,
        distribution=distribution,
        disk_write_rate_bytes_per_s=disk_writes,
    )
    fields: dict[str, object] = {
        "memory_bytes": memory,
        "config_path": f"web-{number}/web-{number}.vmx",
        "disks": (e.VirtualDisk(datastore="ds-a", path=f"web-{number}/web-{number}.vmdk", capacity_bytes=disk),),
        "nics": (e.VirtualNic(portgroup="pg-vm", mac_address=f"00:50:56:00:00:{number:02x}"),),
        "workload": Workload(phases=(phase,)),
    }
    return e.VirtualMachine(id=f"vm-{number}", name=f"web-{number}", host=on, **{**fields, **more})


def inventory(*entities: e.Entity, write_bandwidth: float = 800.0 * MIB) -> Inventory:
    """An estate of one cluster with two datastores; hosts and VMs as given, else two hosts and one VM."""
    given = list(entities)
    if not any(isinstance(entity, e.Host) for entity in given):
        given += [host(1), host(2)]
    if not any(isinstance(entity, e.VirtualMachine) for entity in given):
        given.append(vm())
    hosts = tuple(entity.id for entity in given if isinstance(entity, e.Host))
    stores = [
        e.Datastore(
            id=f"ds-{name}",
            name=f"store-{name}",
            datacenter="dc",
            capacity_bytes=1000 * GIB,
            free_bytes=500 * GIB,
            read_bandwidth_bytes_per_s=1000.0 * MIB,
            write_bandwidth_bytes_per_s=write_bandwidth,
        )
        for name in "ab"
    ]
    base: list[e.Entity] = [
        e.Site(id="site", name="Site"),
        e.VCenter(id="vc", name="vc"),
        e.Datacenter(id="dc", name="DC", vcenter="vc", site="site"),
        e.Cluster(id="cl", name="Cluster", datacenter="dc"),
        e.Subnet(id="net", name="vMotion", cidr="10.0.0.0/24", gateway="10.0.0.1", site="site"),
        e.Switch(id="dvs", name="dvs", distributed=True, datacenter="dc", hosts=hosts, mtu=9000),
        e.PortGroup(id="pg", name="vMotion", switch="dvs", subnet="net"),
        e.PortGroup(id="pg-vm", name="VM Network", switch="dvs"),
        *stores,
    ]
    return Inventory([*base, *given])


def engine(
    *entities: e.Entity,
    profile: Profile | None = None,
    commands: tuple[TimedCommand, ...] = (),
    seed: int = 0,
    write_bandwidth: float = 800.0 * MIB,
) -> Engine:
    """An engine at time 0 over `inventory(*entities)`."""
    estate = inventory(*entities, write_bandwidth=write_bandwidth)
    return Engine(Lab(inventory=estate, seed=seed, commands=commands), profile)


def move(number: int = 1, *, to: str = "h-2", datastore: str = "", priority: str = "defaultPriority") -> Migrate:
    """The command that migrates a VM."""
    spec = MigrationSpec(vm=f"vm-{number}", host=to, datastore=datastore, priority=priority)  # type: ignore[arg-type]  # tests give literals
    return Migrate(spec=spec)


def at(time_s: float, command: Command) -> TimedCommand:
    return TimedCommand(time_s=time_s, command=command)


def finished(running: Engine, migration: str = "migration-1", limit_s: float = 1e5) -> MigrationStatus:
    """The migration's status after it has ended; fails if it does not."""
    while not running.phase(migration).ended:
        due = running.next_event_s
        assert due is not None
        assert due < limit_s, "the migration does not end"
        running.advance(due)
    return running.status(migration)


def still_held(running: Engine) -> dict[str, object]:
    """What migrations that have ended should have given back: limits, space, places in queues, ways; empty if they
    have."""
    state = running.checkpoint().state
    network = state.network
    all_of_it: dict[str, object] = {
        "limits": state.in_use,
        "space": state.reserved_bytes,
        "queues": state.waiting,
        "arrivals": state.arrivals,
        "active": state.active,
        "vms": state.by_vm,
        "flows": network.flows,
        "held flows": network.held,
    }
    return {name: held for name, held in all_of_it.items() if held}
