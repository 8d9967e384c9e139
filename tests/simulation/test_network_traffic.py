"""Migrations beside each other and beside other traffic, through the engine: E15, shares, half duplex, shaping."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from tests.simulation.worlds import GIB, MIB, TEXTBOOK, finished, host, inventory, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory, Migrate, MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.traffic import TrafficAllocation, TrafficLoad
from vmotion_gui.inventory.workload import Workload, WorkloadPhase
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.routes import goodput_factor
from vmotion_gui.simulation.status import LinkLoad

GBIT = 125e6
PAYLOAD = goodput_factor(9000)


def _host(number: int, gbit: float = 10.0, **nic: object) -> e.Host:
    """A host with one adapter of this line rate."""
    fields = {"speed_bits_per_s": round(gbit * 1e9), "switch": "dvs", **nic}
    return host(number, pnics=(e.PhysicalNic(device="vmnic0", **fields),))  # type: ignore[arg-type]


def _talker(number: int, bytes_per_s: float, on: str = "h-1", **more: object) -> e.VirtualMachine:
    """A VM that sends and receives this much."""
    workload = Workload(phases=(WorkloadPhase(network_load_bytes_per_s=bytes_per_s),))
    return vm(number, on=on, workload=workload, **more)  # type: ignore[arg-type]


def _edited(estate: Inventory, id_: str, **fields: object) -> Inventory:
    entity = estate.get(id_)
    assert entity is not None
    return estate.with_entities([msgspec.structs.replace(entity, **fields)])


def _engine(estate: Inventory) -> Engine:
    return Engine(Lab(inventory=estate), TEXTBOOK)


def _load(running: Engine, link: str, direction: str) -> LinkLoad:
    return next(load for load in running.link_loads() if (load.link, load.direction) == (link, direction))


def _rate(running: Engine, number: int) -> float:
    return running.status(f"migration-{number}").copy_bytes_per_s


def _running(estate: Inventory, *moves: tuple[int, str], limits: dict[int, float] | None = None) -> Engine:
    """An engine in which these VMs have been on their way for half a second."""
    running = _engine(estate)
    for number, to in moves:
        limit = (limits or {}).get(number)
        running.submit(Migrate(spec=MigrationSpec(vm=f"vm-{number}", host=to, max_bandwidth_bytes_per_s=limit)))
    running.advance(0.5)
    return running


# --- migrations beside each other ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("limit", "expected"), [(None, (20 / 3, 10 / 3, 10 / 3, 10 / 3)), (100.0 * MIB, (5.5, 4.5, 1.0, 4.5))]
)
def test_e15_four_migrations_between_four_hosts(limit: float | None, expected: tuple[float, ...]) -> None:
    """h1 and h2 send 10, h3 receives 10, h4 25 (units of 100 MiB/s): a h1>h3, b h2>h3, c and d h2>h4."""
    hosts = [host(n, goodput=units * 100.0 * MIB) for n, units in ((1, 10), (2, 10), (3, 10), (4, 25))]
    vms = [vm(1, on="h-1"), *(vm(n, on="h-2") for n in (2, 3, 4))]
    running = _running(
        inventory(*hosts, *vms),
        (1, "h-3"),
        (2, "h-3"),
        (3, "h-4"),
        (4, "h-4"),
        limits={3: limit} if limit else None,
    )
    units = [_rate(running, n) / (100.0 * MIB) for n in (1, 2, 3, 4)]
    assert units == pytest.approx(expected, rel=1e-6)


def test_a_host_sends_at_line_rate_while_it_receives_at_line_rate() -> None:
    running = _running(inventory(_host(1), _host(2), vm(1, on="h-1"), vm(2, on="h-2")), (1, "h-2"), (2, "h-1"))
    assert [_rate(running, n) for n in (1, 2)] == pytest.approx([10 * GBIT * PAYLOAD] * 2)


def test_half_duplex_shares_one_capacity_between_both_directions() -> None:
    estate = inventory(_host(1, full_duplex=False), _host(2), _host(3), vm(1, on="h-1"), vm(2, on="h-2"))
    running = _running(estate, (1, "h-3"), (2, "h-1"))
    assert [_rate(running, n) for n in (1, 2)] == pytest.approx([5 * GBIT * PAYLOAD] * 2)
    shown = {(load.link, load.direction) for load in running.link_loads()}
    assert ("h-1/vmnic0", "tx") in shown
    assert len(shown) == len(running.link_loads()) == 4


# --- shares ---------------------------------------------------------------


def test_e15c_shares_on_one_adapter() -> None:
    """vmotion 50 : vm 100 : nfs 50, of which nfs has 1 Gbit/s to send, on 10 Gbit/s: 3, 6 and 1."""
    nfs = TrafficLoad(traffic="nfs", send_bytes_per_s=1 * GBIT)
    estate = inventory(_host(1, loads=(nfs,)), _host(2), vm(1), _talker(2, 20 * GBIT))
    running = _running(estate, (1, "h-2"))
    load = _load(running, "h-1/vmnic0", "tx")
    assert load.migrations["migration-1"] == pytest.approx(3 * GBIT)
    assert load.others == pytest.approx({"virtualMachine": 6 * GBIT, "nfs": 1 * GBIT})
    assert load.used_bytes_per_s == pytest.approx(load.capacity_bytes_per_s)
    assert _rate(running, 1) == pytest.approx(3 * GBIT * PAYLOAD)


def test_shares_are_a_kinds_not_a_flows() -> None:
    """Two migrations have together what vMotion's shares give; what one leaves the other takes."""
    estate = inventory(_host(1), _host(2), vm(1), vm(2), _talker(3, 20 * GBIT))
    running = _running(estate, (1, "h-2"), (2, "h-2"))
    assert [_rate(running, n) for n in (1, 2)] == pytest.approx([10 / 6 * GBIT * PAYLOAD] * 2)
    limited = _running(estate, (1, "h-2"), (2, "h-2"), limits={1: 1 * GBIT * PAYLOAD})
    assert [_rate(limited, n) for n in (1, 2)] == pytest.approx([GBIT * PAYLOAD, (10 / 3 - 1) * GBIT * PAYLOAD])


def test_other_traffic_takes_what_a_slow_migration_leaves() -> None:
    estate = inventory(_host(1), _host(2), vm(1), _talker(2, 20 * GBIT))
    running = _running(estate, (1, "h-2"), limits={1: 1 * GBIT * PAYLOAD})
    assert _load(running, "h-1/vmnic0", "tx").others == pytest.approx({"virtualMachine": 9 * GBIT})


@pytest.mark.parametrize(
    ("allocation", "gbit"),
    [
        (TrafficAllocation(traffic="vmotion", shares=100), 5.0),
        (TrafficAllocation(traffic="vmotion", limit_bits_per_s=2e9), 2.0),
        (TrafficAllocation(traffic="vmotion", reservation_bits_per_s=7e9), 7.0),
        (TrafficAllocation(traffic="virtualMachine", shares=100, limit_bits_per_s=4e9), 6.0),
    ],
)
def test_allocations_of_a_switch(allocation: TrafficAllocation, gbit: float) -> None:
    estate = inventory(_host(1), _host(2), vm(1), _talker(2, 20 * GBIT))
    running = _running(_edited(estate, "dvs", allocations=(allocation,)), (1, "h-2"))
    assert _rate(running, 1) == pytest.approx(gbit * GBIT * PAYLOAD)


def test_a_limit_holds_all_migrations_of_an_adapter_together_also_when_it_is_idle() -> None:
    estate = _edited(
        inventory(_host(1), _host(2), vm(1), vm(2)),
        "dvs",
        allocations=(TrafficAllocation(traffic="vmotion", limit_bits_per_s=4e9),),
    )
    running = _running(estate, (1, "h-2"), (2, "h-2"))
    assert [_rate(running, n) for n in (1, 2)] == pytest.approx([2 * GBIT * PAYLOAD] * 2)


def test_without_io_control_each_kind_counts_the_same_and_so_it_is_where_a_host_receives() -> None:
    estate = inventory(_host(1), _host(2), vm(1), _talker(2, 20 * GBIT))
    running = _running(_edited(estate, "dvs", io_control=False), (1, "h-2"))
    assert _rate(running, 1) == pytest.approx(5 * GBIT * PAYLOAD)
    at_the_other_end = inventory(_host(1), _host(2), vm(1), _talker(2, 20 * GBIT, on="h-2"))
    assert _rate(_running(at_the_other_end, (1, "h-2")), 1) == pytest.approx(5 * GBIT * PAYLOAD)


def test_a_cold_migration_counts_as_management() -> None:
    """Provisioning since 8.0 is as fast as vMotion, with shares of its own: 50 + 25 of migrations beside 100 of VMs."""
    services = ("management", "vmotion", "vSphereProvisioning")
    hosts = [
        msgspec.structs.replace(
            each,
            vmk_adapters=(msgspec.structs.replace(each.vmk_adapters[0], services=services),),
            mounts=(e.DatastoreMount(datastore=store),),
        )
        for each, store in ((_host(1), "ds-a"), (_host(2), "ds-b"))
    ]
    shared = e.Datastore(id="ds-c", name="c", datacenter="dc", capacity_bytes=GIB, free_bytes=GIB)
    hosts = [msgspec.structs.replace(h, mounts=(*h.mounts, e.DatastoreMount(datastore="ds-c"))) for h in hosts]
    running_vm = vm(1, disks=(e.VirtualDisk(datastore="ds-c", path="a/a.vmdk", capacity_bytes=GIB // 2),))
    off = vm(2, power_state="poweredOff", disk=100 * GIB)
    estate = inventory(*hosts, running_vm, off, _talker(3, 20 * GBIT), shared)
    estate = _edited(estate, "dvs", allocations=(TrafficAllocation(traffic="management", shares=25),))
    running = _engine(estate)
    running.submit(move(1))
    running.submit(move(2, datastore="ds-b"))
    running.advance(0.5)
    load = _load(running, "h-1/vmnic0", "tx")
    assert load.others["virtualMachine"] == pytest.approx(10 * GBIT * 100 / 175)
    assert load.migrations["migration-1"] == pytest.approx(10 * GBIT * 50 / 175)
    assert load.migrations["migration-2"] == pytest.approx(10 * GBIT * 25 / 175)


# --- what the VMs do ---------------------------------------------------------------


def test_a_vms_load_lies_on_the_adapters_of_its_switch_and_is_spread_over_them() -> None:
    nics = (
        e.PhysicalNic(device="vmnic0", switch="dvs"),
        e.PhysicalNic(device="vmnic1", switch="dvs"),
        e.PhysicalNic(device="vmnic2"),
    )
    estate = inventory(host(1, pnics=nics), _host(2), vm(1), _talker(2, 4 * GBIT))
    running = _running(estate, (1, "h-2"))
    assert _load(running, "h-1/vmnic0", "tx").others == pytest.approx({"virtualMachine": 2 * GBIT})
    assert _rate(running, 1) == pytest.approx(8 * GBIT * PAYLOAD)


@pytest.mark.parametrize(
    "quiet",
    [
        {"power_state": "poweredOff"},
        {"nics": (e.VirtualNic(portgroup="pg-vm", connected=False),)},
        {"nics": ()},
    ],
)
def test_what_is_off_or_not_connected_sends_nothing(quiet: dict[str, object]) -> None:
    estate = inventory(_host(1), _host(2), vm(1), _talker(2, 20 * GBIT, **quiet))
    assert _rate(_running(estate, (1, "h-2")), 1) == pytest.approx(10 * GBIT * PAYLOAD)


def test_a_migration_follows_the_phases_of_the_others() -> None:
    """2 s of silence, 3 s of 20 Gbit/s, over and over: the copy has 10 or 10/3 Gbit/s."""
    phases = (
        WorkloadPhase(duration_s=2.0),
        WorkloadPhase(duration_s=3.0, network_load_bytes_per_s=20 * GBIT),
    )
    estate = inventory(_host(1), _host(2), vm(1, memory=32 * GIB), vm(2, workload=Workload(phases=phases)))
    running = _engine(estate)
    running.submit(move(1))
    shares = []
    for second in range(1, 10):
        running.advance(second - 0.5)
        shares.append(_rate(running, 1) / (GBIT * PAYLOAD))
    assert shares == pytest.approx([10.0] * 2 + [10 / 3] * 3 + [10.0] * 2 + [10 / 3] * 2)
    status = finished(running)
    assert sum(each.sent_bytes for each in status.passes) == pytest.approx(32 * GIB)
    # 2 s at 10 and 3 s at 10/3 make 30 Gbit in 5 s
    gbits = 32 * GIB / (GBIT * PAYLOAD)
    laps, rest = divmod(gbits, 30.0)
    assert status.passes[0].duration_s == pytest.approx(
        laps * 5.0 + (rest / 10 if rest < 20 else 2 + (rest - 20) * 0.3)
    )
    assert running.next_event_s is None


def test_a_vms_load_goes_with_it() -> None:
    estate = inventory(_host(1), _host(2), _host(3), vm(1, memory=64 * GIB), _talker(2, 20 * GBIT, memory=GIB))
    running = _running(estate, (1, "h-2"))
    assert _rate(running, 1) == pytest.approx(10 / 3 * GBIT * PAYLOAD)
    running.submit(move(2, to="h-3"))
    finished(running, "migration-2")
    assert not running.phase("migration-1").ended
    assert _rate(running, 1) == pytest.approx(10 * GBIT * PAYLOAD)


def test_a_load_that_is_edited_counts_at_once() -> None:
    running = _running(inventory(_host(1), _host(2), vm(1)), (1, "h-2"))
    nic = {"device": "vmnic0", "switch": "dvs", "loads": [{"traffic": "vsan", "send_bytes_per_s": 4 * GBIT}]}
    running.submit(EditInventory(changes=(FieldsChanged(id="h-1", fields={"pnics": [nic]}),)))
    assert _rate(running, 1) == pytest.approx(6 * GBIT * PAYLOAD)
    running.submit(EditInventory(changes=(FieldsChanged(id="vm-1", fields={"annotation": "x"}),)))
    assert _rate(running, 1) == pytest.approx(6 * GBIT * PAYLOAD)


def test_the_order_of_vms_and_loads_is_of_no_account() -> None:
    loads = tuple(TrafficLoad(traffic=kind, send_bytes_per_s=rate) for kind, rate in (("nfs", 1e8), ("vsan", 3.3e8)))
    talkers = [_talker(n, 1.1e8 * n / 3.0) for n in range(3, 8)]
    logs = []
    for turn in (1, -1):
        estate = inventory(_host(1, loads=loads[::turn]), _host(2), vm(1), *talkers[::turn])
        running = _running(estate, (1, "h-2"))
        finished(running)
        logs.append([(event.time_s, event.type) for event in running.events])
    assert logs[0] == logs[1]


# --- shaping ---------------------------------------------------------------


def test_shaping_holds_what_an_adapter_sends_and_what_another_receives() -> None:
    estate = inventory(_host(1), _host(2), _host(3), vm(1), vm(2, on="h-3"))
    out = _edited(estate, "pg", shaping_out_bits_per_s=4e9)
    assert _rate(_running(out, (1, "h-2")), 1) == pytest.approx(4 * GBIT * PAYLOAD)
    into = _running(_edited(estate, "pg", shaping_in_bits_per_s=3e9), (1, "h-2"), (2, "h-2"))
    assert [_rate(into, n) for n in (1, 2)] == pytest.approx([1.5 * GBIT * PAYLOAD] * 2)


def test_shaping_of_the_vms_port_group_leaves_more_to_migrations() -> None:
    estate = inventory(_host(1), _host(2), vm(1), _talker(2, 20 * GBIT))
    running = _running(_edited(estate, "pg-vm", shaping_out_bits_per_s=2e9), (1, "h-2"))
    assert _rate(running, 1) == pytest.approx(8 * GBIT * PAYLOAD)


def test_shaping_that_is_edited_holds_a_running_copy() -> None:
    running = _running(inventory(_host(1), _host(2), vm(1)), (1, "h-2"))
    for limit, gbit in ((2e9, 2.0), (None, 10.0)):
        change = FieldsChanged(id="pg", fields={"shaping_out_bits_per_s": limit})
        running.submit(EditInventory(changes=(change,)))
        assert _rate(running, 1) == pytest.approx(gbit * GBIT * PAYLOAD)


def test_a_checkpoint_knows_what_else_is_on_the_adapters() -> None:
    phases = (
        WorkloadPhase(duration_s=1.0),
        WorkloadPhase(duration_s=1.5, network_load_bytes_per_s=20 * GBIT),
    )
    estate = inventory(_host(1), _host(2), vm(1), vm(2, workload=Workload(phases=phases)))
    running = Engine(Lab(inventory=estate), dataclasses.replace(TEXTBOOK, prepare_s=0.3))
    running.submit(move(1))
    running.advance(1.7)
    again = Engine.restore(running.checkpoint())
    assert again.status("migration-1") == running.status("migration-1")
    assert finished(again) == finished(running)
