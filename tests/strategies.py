"""Hypothesis strategies: small random labs that are valid documents, and journals for them."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from vmotion_gui.inventory import changes as c
from vmotion_gui.inventory import commands as k
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory import presets
from vmotion_gui.inventory import workload as w
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab

GIB = 1024**3
MIB = 1024**2

NAMES = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), min_size=1, max_size=12)


def distributions() -> st.SearchStrategy[w.Distribution]:
    """Any distribution of writes."""
    return st.one_of(
        st.just(w.Uniform()),
        st.builds(w.HotCold, hot_fraction=st.floats(0.01, 0.5), hot_write_share=st.floats(0.5, 1.0)),
        st.builds(w.Zipf, exponent=st.floats(0.0, 1.5)),
        st.just(w.Linear()),
        st.just(w.SequentialSweep()),
    )


def phases(min_duration_s: float) -> st.SearchStrategy[w.WorkloadPhase]:
    """Phases from silence to twice what 10 GbE carries; with 0.0 as the least duration they last for ever."""
    return st.builds(
        w.WorkloadPhase,
        duration_s=st.floats(min_duration_s, 120.0) if min_duration_s else st.just(0.0),
        page_write_rate_pages_per_s=st.one_of(st.just(0.0), st.floats(1.0, 6e5)),
        working_set_bytes=st.integers(0, 4 * GIB),
        distribution=distributions(),
        cpu_load=st.floats(0.0, 1.0),
        disk_write_rate_bytes_per_s=st.floats(0.0, 2e8),
        network_load_bytes_per_s=st.floats(0.0, 1e8),
    )


def workloads(memory_bytes: int, cpus: int) -> st.SearchStrategy[w.Workload]:
    """A preset, one phase for ever, or several that repeat."""
    return st.one_of(
        st.sampled_from(sorted(presets.PRESETS)).map(
            lambda name: presets.workload(name, memory_bytes=memory_bytes, cpus=cpus)
        ),
        st.builds(lambda phase: w.Workload(phases=(phase,)), phases(0.0)),
        st.builds(lambda some: w.Workload(phases=tuple(some)), st.lists(phases(1.0), min_size=2, max_size=3)),
    )


@st.composite
def labs(draw: st.DrawFn, *, with_commands: bool = False) -> Lab:
    """A valid lab of 2 to 5 hosts, 1 to 8 VMs, 1 to 3 datastores (shared or local) and one or two vMotion
    subnets.

    All hosts are connected, licensed and of one CPU generation, and every VM's files are where its host sees
    them, so that most migrations are allowed; those between hosts without a common datastore have to move the
    disks too.
    """
    host_count = draw(st.integers(2, 5))
    subnets = draw(st.integers(1, 2))
    hosts_of_store = draw(_hosts_of_datastores(host_count))
    entities: list[e.Entity] = [*_places(), *_networks(subnets, host_count, draw)]
    entities += [
        e.Datastore(
            id=f"ds-{n}",
            name=f"store-{n}",
            datacenter="dc",
            capacity_bytes=4096 * GIB,
            free_bytes=draw(st.sampled_from((64 * GIB, 1024 * GIB, 2048 * GIB))),
            read_bandwidth_bytes_per_s=draw(st.sampled_from((2e8, 1e9))),
            write_bandwidth_bytes_per_s=draw(st.sampled_from((1e8, 8e8))),
        )
        for n in range(len(hosts_of_store))
    ]
    gbit = draw(st.sampled_from((1, 10, 25)))
    entities += [_host(n, subnets, gbit, hosts_of_store) for n in range(host_count)]
    entities += [draw(_vms(n, host_count, hosts_of_store)) for n in range(draw(st.integers(1, 8)))]
    lab = Lab(
        inventory=Inventory(entities),
        name=draw(NAMES),
        seed=draw(st.integers(0, 2**32)),
        profile=draw(st.sampled_from(("vsphere", "qemu", "xen"))),
    )
    if not with_commands:
        return lab
    return Lab(
        inventory=lab.inventory,
        name=lab.name,
        seed=lab.seed,
        profile=lab.profile,
        commands=draw(journals(lab.inventory)),
    )


@st.composite
def _hosts_of_datastores(draw: st.DrawFn, host_count: int) -> tuple[tuple[int, ...], ...]:
    """The hosts that mount each datastore; every host mounts at least one."""
    everyone = tuple(range(host_count))
    stores = draw(
        st.lists(
            st.lists(st.sampled_from(everyone), min_size=1, max_size=host_count, unique=True).map(
                lambda some: tuple(sorted(some))
            ),
            min_size=0,
            max_size=2,
        )
    )
    without = tuple(host for host in everyone if not any(host in store for store in stores))
    return (*stores, everyone if draw(st.booleans()) or not without else without)


def _places() -> list[e.Entity]:
    return [
        e.VCenter(id="vc", name="vc.example.com"),
        e.Datacenter(id="dc", name="DC", vcenter="vc"),
        e.Cluster(id="cl", name="Cluster", datacenter="dc"),
    ]


def _networks(subnets: int, host_count: int, draw: st.DrawFn) -> list[e.Entity]:
    """vMotion subnets with routers, a link between them if there are two, and one switch for all."""
    made: list[e.Entity] = [
        e.Subnet(id=f"net-{n}", name=f"vMotion {n}", cidr=f"10.0.{n}.0/24", gateway=f"10.0.{n}.1", site=f"site-{n}")
        for n in range(subnets)
    ]
    made += [e.Site(id=f"site-{n}", name=f"Site {n}") for n in range(subnets)]
    if subnets == 2:
        made.append(
            e.NetworkLink(
                id="wan",
                name="WAN",
                a="site-0",
                b="site-1",
                bandwidth_bits_per_s=draw(st.sampled_from((1e9, 10e9))),
                rtt_s=draw(st.sampled_from((0.0, 0.005, 0.1))),
                loss=draw(st.sampled_from((0.0, 0.0001))),
            )
        )
    members = tuple(f"h-{n}" for n in range(host_count))
    made.append(e.Switch(id="dvs", name="DSwitch", distributed=True, datacenter="dc", hosts=members, mtu=9000))
    made += [e.PortGroup(id=f"pg-{n}", name=f"vMotion {n}", switch="dvs", subnet=f"net-{n}") for n in range(subnets)]
    made.append(e.PortGroup(id="pg-vm", name="VM Network", switch="dvs"))
    return made


def _host(number: int, subnets: int, gbit: int, hosts_of_store: tuple[tuple[int, ...], ...]) -> e.Host:
    net = number % subnets
    return e.Host(
        id=f"h-{number}",
        name=f"esx-{number}",
        datacenter="dc",
        cluster="cl",
        memory_bytes=256 * GIB,
        pnics=(e.PhysicalNic(device="vmnic0", speed_bits_per_s=gbit * 10**9, switch="dvs"),),
        vmk_adapters=(
            e.VmKernelAdapter(
                device="vmk0",
                portgroup=f"pg-{net}",
                ip_address=f"10.0.{net}.{number + 10}",
                subnet=f"net-{net}",
                services=("management", "vmotion"),
                net_stack="vmotion",
                mtu=9000,
                gateway=f"10.0.{net}.1",
            ),
        ),
        mounts=tuple(
            e.DatastoreMount(datastore=f"ds-{n}") for n, hosts in enumerate(hosts_of_store) if number in hosts
        ),
    )


@st.composite
def _vms(
    draw: st.DrawFn, number: int, host_count: int, hosts_of_store: tuple[tuple[int, ...], ...]
) -> e.VirtualMachine:
    host = draw(st.integers(0, host_count - 1))
    store = draw(st.sampled_from([f"ds-{n}" for n, hosts in enumerate(hosts_of_store) if host in hosts]))
    memory_bytes = draw(st.sampled_from((256 * MIB, GIB, 4 * GIB, 16 * GIB)))
    cpus = draw(st.sampled_from((1, 2, 4)))
    disks = tuple(
        e.VirtualDisk(
            label=f"Hard disk {n + 1}",
            datastore=store,
            path=f"vm-{number}/vm-{number}_{n}.vmdk",
            capacity_bytes=20 * GIB,
            used_bytes=draw(st.one_of(st.none(), st.integers(0, 20 * GIB))),
        )
        for n in range(draw(st.integers(1, 2)))
    )
    return e.VirtualMachine(
        id=f"vm-{number}",
        name=f"vm-{number}",
        host=f"h-{host}",
        memory_bytes=memory_bytes,
        cpus=cpus,
        touched_memory_bytes=draw(st.one_of(st.none(), st.integers(0, memory_bytes))),
        power_state=draw(st.sampled_from(("poweredOn", "poweredOn", "poweredOn", "poweredOff", "suspended"))),
        config_datastore=store,
        config_path=f"vm-{number}/vm-{number}.vmx",
        disks=disks,
        nics=(e.VirtualNic(portgroup="pg-vm", mac_address=f"00:50:56:00:00:{number:02x}"),),
        workload=draw(workloads(memory_bytes, cpus)),
    )


def faults(inventory: Inventory) -> st.SearchStrategy[k.Fault]:
    """Any fault of something that exists."""
    hosts, vms = st.sampled_from(sorted(inventory.hosts)), st.sampled_from(sorted(inventory.vms))
    kinds: list[st.SearchStrategy[Any]] = [
        st.builds(k.VmotionNetworkLost, host=hosts),
        st.builds(k.HostFailed, host=hosts),
        st.builds(k.DatastoreFull, datastore=st.sampled_from(sorted(inventory.datastores))),
        st.builds(k.SwitchoverStalled, vm=vms),
        st.builds(k.DestinationCannotResume, vm=vms),
    ]
    if inventory.links:
        kinds.append(st.builds(k.LinkFailed, link=st.sampled_from(sorted(inventory.links))))
    return st.one_of(kinds)


def migrations(inventory: Inventory) -> st.SearchStrategy[k.Migrate]:
    """A migration of any VM to any host, with or without a datastore."""
    stores = st.sampled_from(["", *sorted(inventory.datastores)])
    spec = st.builds(
        k.MigrationSpec,
        vm=st.sampled_from(sorted(inventory.vms)),
        host=st.sampled_from(sorted(inventory.hosts)),
        datastore=stores,
    )
    return st.builds(k.Migrate, spec=spec)


def inventory_changes(inventory: Inventory) -> st.SearchStrategy[c.Change]:
    """Changes that the inventory can take: moves, new field values, entities put and VMs removed."""
    vms, hosts = sorted(inventory.vms), sorted(inventory.hosts)
    moved = st.builds(
        lambda vm, host, store, folder: c.VmMoved(
            vm=vm,
            host=host,
            config_datastore=store,
            folder=folder,
            disks=tuple(c.DiskPlace(label=d.label, datastore=store, path=d.path) for d in inventory.vms[vm].disks),
        ),
        st.sampled_from(vms),
        st.sampled_from(hosts),
        st.sampled_from(sorted(inventory.datastores)),
        st.sampled_from((None, "")),
    )
    fields = st.builds(
        lambda id_, state: c.FieldsChanged(id=id_, fields={"connection_state": state}),
        st.sampled_from(hosts),
        st.sampled_from(("connected", "notResponding", "disconnected")),
    )
    renamed = st.builds(
        lambda id_, name: c.FieldsChanged(id=id_, fields={"name": name}),
        st.sampled_from([*vms, *hosts]),
        NAMES,
    )
    put = st.builds(
        lambda name, number: c.EntityPut.of(
            e.VirtualMachine(id=f"vm-new-{number}", name=name, host=hosts[0], nics=(e.VirtualNic(portgroup="pg-vm"),))
        ),
        NAMES,
        st.integers(0, 3),
    )
    return st.one_of(moved, fields, renamed, put)


@st.composite
def journals(draw: st.DrawFn, inventory: Inventory) -> tuple[k.TimedCommand, ...]:
    """Commands in order of time: migrations, cancels, faults, repairs and edits."""
    edits = st.builds(
        k.EditInventory,
        changes=st.lists(inventory_changes(inventory), max_size=2).map(tuple),
        label=st.just(""),
    )
    commands = draw(
        st.lists(
            st.one_of(
                migrations(inventory),
                st.builds(k.InjectFault, fault=faults(inventory)),
                st.builds(k.RepairFault, fault=faults(inventory)),
                edits,
            ),
            max_size=5,
        )
    )
    times = sorted(draw(st.lists(st.floats(0.0, 300.0), min_size=len(commands), max_size=len(commands))))
    return tuple(k.TimedCommand(time_s=t, command=command) for t, command in zip(times, commands, strict=True))
