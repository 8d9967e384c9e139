"""HA's three admission control policies, counted by hand, and asked by the rule, by powering on and by maintenance."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.maintenance.estates import GIB, estate, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.compatibility.failover import FailoverRoom, failover_room, spare, takes
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory, EnterMaintenanceMode, MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Engine

SLOTS = e.DasConfig(admission_control_policy="failoverLevel")


def room(inventory: Inventory, *arriving: e.VirtualMachine) -> FailoverRoom:
    return failover_room(inventory, inventory.clusters["cluster-0"], arriving)


def small(count: int, das: e.DasConfig, reserved_gib: float = 4.0) -> Inventory:
    """Three hosts of 32 GiB."""
    return estate([32, 32, 32], [vm(n, n % 3, reserved_gib=reserved_gib) for n in range(count)], das=das)


@pytest.mark.parametrize(
    ("count", "level", "enough"), [(6, 1, True), (14, 1, True), (15, 1, False), (7, 2, True), (8, 2, False)]
)
def test_slots_are_of_the_largest_reservation_and_must_hold_all_without_the_largest_hosts(
    count: int, level: int, enough: bool
) -> None:
    found = room(small(count, e.DasConfig(admission_control_policy="failoverLevel", failover_level=level)))
    assert found.slots is not None
    assert found.slots.memory_bytes == 4 * GIB + memory_overhead_bytes(vm(0, 0))
    assert found.slots.cpu_mhz == 32
    assert found.slots.total == 3 * 7
    assert found.slots.used == count
    assert found.enough is enough


def test_one_large_reservation_makes_all_slots_large() -> None:
    inventory = small(6, e.DasConfig(admission_control_policy="failoverLevel"))
    large = inventory.with_entities([vm(9, 0, reserved_gib=20.0, memory_gib=24.0)])
    assert room(inventory).enough
    found = room(large)
    assert found.slots is not None
    assert found.slots.total == 3
    assert not found.enough


def test_a_slot_can_be_given_and_larger_vms_take_several() -> None:
    found = room(
        small(2, e.DasConfig(admission_control_policy="failoverLevel", slot_memory_bytes=GIB, slot_cpu_mhz=1000))
    )
    assert found.slots is not None
    assert found.slots.used == 2 * 5
    assert found.slots.total == 3 * 32


def test_slots_count_cpu_reservations_too() -> None:
    found = room(estate([512] * 2, [vm(0, 0, cpu_reservation_mhz=10_000)], das=SLOTS))
    assert found.slots is not None
    assert found.slots.cpu_mhz == 10_000
    assert found.slots.total == 2 * (32 * 2600 // 10_000)


@pytest.mark.parametrize(("percent", "enough"), [(50, True), (74, True), (75, False)])
def test_a_percentage_of_memory_must_stay_unreserved(percent: int, enough: bool) -> None:
    das = e.DasConfig(auto_compute_percentages=False, memory_failover_resources_percent=percent)
    found = room(small(6, das))
    assert found.shares is not None
    reserved = 6 * (4 * GIB + memory_overhead_bytes(vm(0, 0)))
    assert found.shares.memory_percent == pytest.approx(100 * (1 - reserved / (96 * GIB)))
    assert found.enough is enough


def test_a_percentage_of_cpu_must_stay_unreserved() -> None:
    das = e.DasConfig(auto_compute_percentages=False, cpu_failover_resources_percent=90)
    inventory = estate([256] * 2, [vm(0, 0, cpu_reservation_mhz=10_000)], das=das)
    assert room(inventory).enough
    assert not room(inventory, vm(1, 1, cpu_reservation_mhz=10_000)).enough


def test_dedicated_hosts_must_be_in_service_and_empty() -> None:
    das = e.DasConfig(failover_hosts=("host-2",))
    inventory = estate([32] * 3, [vm(0, 0), vm(1, 1)], das=das)
    assert room(inventory).policy == "failoverHost"
    assert room(inventory).enough
    assert not room(inventory.with_entities([vm(2, 2)])).enough
    away = msgspec.structs.replace(inventory.hosts["host-2"], maintenance_state="inMaintenance")
    assert not room(inventory.with_entities([away])).enough


def test_a_policy_of_dedicated_hosts_without_any_keeps_no_room() -> None:
    assert not room(small(1, e.DasConfig(admission_control_policy="failoverHost"))).enough


@pytest.mark.parametrize("das", [e.DasConfig(enabled=False), e.DasConfig(admission_control_enabled=False)])
def test_switched_off_it_asks_for_nothing(das: e.DasConfig) -> None:
    found = room(small(40, das))
    assert found.enough
    assert not found.active
    assert found.reason.key == "ha.off"


def test_a_vm_more_is_judged_before_it_is_there_and_only_running_ones_count() -> None:
    inventory = small(14, SLOTS)
    assert room(inventory).enough
    assert not room(inventory, vm(20, 0)).enough
    assert room(inventory, inventory.vms["m0"]).enough
    assert room(inventory.with_entities([vm(20, 0, power_state="poweredOff")])).enough


@pytest.mark.parametrize(("hosts", "enough"), [((), True), (("host-2",), False)])
def test_a_host_that_is_to_go_gives_no_room(hosts: tuple[str, ...], enough: bool) -> None:
    inventory = small(12, SLOTS)
    assert failover_room(inventory, inventory.clusters["cluster-0"], without=hosts).enough is enough


def test_a_host_that_is_away_gives_no_room() -> None:
    inventory = small(8, SLOTS)
    away = msgspec.structs.replace(inventory.hosts["host-2"], connection_state="notResponding")
    assert room(inventory).enough
    assert not room(inventory.with_entities([away])).enough


@pytest.mark.parametrize(("host_gib", "enough"), [((32, 32, 32), True), ((32, 32, 64), True), ((16, 16, 64), False)])
def test_by_default_as_much_is_kept_as_the_largest_host_has(host_gib: tuple[int, ...], enough: bool) -> None:
    inventory = estate(host_gib, [vm(n, 2, reserved_gib=8.0) for n in range(5)], das=e.DasConfig())
    found = room(inventory)
    assert found.policy == "failoverResources"
    assert found.shares is not None
    assert found.shares.memory_wanted_percent == pytest.approx(100 * max(host_gib) / sum(host_gib))
    assert found.enough is enough


# --- who asks ---------------------------------------------------------------------------------------------------------

PERCENT = e.DasConfig(auto_compute_percentages=False, memory_failover_resources_percent=60)
CPU_PERCENT = e.DasConfig(auto_compute_percentages=False, cpu_failover_resources_percent=60)
DEDICATED = e.DasConfig(failover_hosts=("host-2",))
POLICIES = pytest.mark.parametrize(
    ("das", "fits", "more"),
    [
        pytest.param(SLOTS, 13, {}, id="slots"),
        pytest.param(PERCENT, 8, {}, id="percentage of memory"),
        pytest.param(CPU_PERCENT, 2, {"cpu_reservation_mhz": 25_000}, id="percentage of CPU"),
        pytest.param(e.DasConfig(), 14, {}, id="as much as the largest host"),
    ],
)
"""Each with how many VMs of 4 GiB there may be so that one more is the last that may come."""


def crowd(count: int, das: e.DasConfig, more: dict[str, int]) -> Inventory:
    """Three hosts of 32 GiB with so many VMs on the first two, and one that is off on the first."""
    vms = [vm(n, n % 2, **more) for n in range(count)]
    return estate([32, 32, 32], [*vms, vm(99, 0, power_state="poweredOff", **more)], das=das)


def beside(inventory: Inventory, **fields: object) -> Inventory:
    """The same with a running VM on a host of its own beside the cluster."""
    host = inventory.hosts["host-0"]
    alone = msgspec.structs.replace(host, id="alone", name="alone", cluster="", vmk_adapters=host.vmk_adapters)
    own = msgspec.structs.replace(inventory.vms["m99"], id="comer", name="comer", host="alone", power_state="poweredOn")
    switches = [msgspec.structs.replace(s, hosts=(*s.hosts, "alone")) for s in inventory.switches.values()]
    return inventory.with_entities([alone, own, *switches])


def refused(inventory: Inventory, host: str = "host-1", vms: tuple[str, ...] = ("comer",)) -> bool:
    levels = Checker(inventory).hosts_for(vms).by_rule().get("ha.capacity")
    return levels is not None and levels[list(inventory.hosts).index(host)] == Severity.ERROR


@POLICIES
def test_the_rule_lets_the_last_vm_in_that_leaves_room_and_no_other(
    das: e.DasConfig, fits: int, more: dict[str, int]
) -> None:
    assert not refused(beside(crowd(fits, das, more)))
    assert refused(beside(crowd(fits + 1, das, more)))
    spec = MigrationSpec(vm="comer", host="host-1")
    assert "ha.capacity" in {reason.rule for reason in Checker(beside(crowd(fits + 1, das, more))).check(spec).reasons}


@POLICIES
def test_several_at_once_count_together(das: e.DasConfig, fits: int, more: dict[str, int]) -> None:
    inventory = beside(crowd(fits, das, more))
    other = msgspec.structs.replace(inventory.vms["comer"], id="second", name="second")
    assert refused(inventory.with_entities([other]), vms=("comer", "second"))


@POLICIES
def test_within_the_cluster_nothing_is_asked(das: e.DasConfig, fits: int, more: dict[str, int]) -> None:
    assert not refused(crowd(fits + 1, das, more), vms=("m1",))


@POLICIES
def test_powering_on_takes_the_last_room_and_no_more(das: e.DasConfig, fits: int, more: dict[str, int]) -> None:
    on = EditInventory(changes=(FieldsChanged(id="m99", fields={"power_state": "poweredOn"}),))
    assert Engine(Lab(inventory=crowd(fits, das, more))).submit(on).accepted
    ticket = Engine(Lab(inventory=crowd(fits + 1, das, more))).submit(on)
    assert ticket.reason is not None
    assert ticket.reason.key == "simulation.refused.failoverRoom"


@pytest.mark.parametrize(("das", "count"), [(SLOTS, 7), (PERCENT, 6), (e.DasConfig(), 7)])
def test_a_host_is_emptied_only_while_the_others_keep_the_room(das: e.DasConfig, count: int) -> None:
    for number, empties in ((count, True), (count + 1, False)):
        inventory = estate([32] * 3, [vm(n, n % 2) for n in range(number)], das=das)
        engine = Engine(Lab(inventory=inventory))
        engine.submit(EnterMaintenanceMode(host="host-0"))
        engine.advance(3600.0)
        reached = engine.inventory.hosts["host-0"].maintenance_state == "inMaintenance"
        assert reached is empties


def test_dedicated_hosts_keep_the_room_as_long_as_one_is_there() -> None:
    inventory = beside(estate([32] * 3, [vm(0, 0), vm(99, 0, power_state="poweredOff")], das=DEDICATED))
    assert not refused(inventory)
    assert refused(inventory.with_entities([vm(2, 2)]))
    away = msgspec.structs.replace(inventory.hosts["host-2"], connection_state="notResponding")
    assert refused(inventory.with_entities([away]))
    on = EditInventory(changes=(FieldsChanged(id="m99", fields={"power_state": "poweredOn"}),))
    assert Engine(Lab(inventory=inventory)).submit(on).accepted
    assert not Engine(Lab(inventory=inventory.with_entities([away]))).submit(on).accepted


@given(
    st.sampled_from([SLOTS, PERCENT, CPU_PERCENT, DEDICATED, e.DasConfig(), e.DasConfig(enabled=False)]),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 12), st.booleans()), max_size=12),
    st.integers(0, 12),
    st.sampled_from([0, 2**30, 3 * 2**30]),
)
def test_the_rule_counts_as_the_page_does(
    das: e.DasConfig, there: list[tuple[int, int, bool]], size: int, slot_bytes: int
) -> None:
    """For all hosts at once on columns, or for one cluster on entities: the same answer."""
    states = {True: "poweredOn", False: "poweredOff"}
    vms = [vm(n, host, reserved_gib=gib, power_state=states[on]) for n, (host, gib, on) in enumerate(there)]
    das = msgspec.structs.replace(das, slot_memory_bytes=slot_bytes)
    inventory = beside(estate([32, 16, 64], [*vms, vm(99, 0, reserved_gib=size, power_state="poweredOff")], das=das))
    cluster = inventory.clusters["cluster-0"]
    enough = failover_room(inventory, cluster, [inventory.vms["comer"]]).enough
    assert refused(inventory) is not enough
    counts = spare(inventory, cluster) - takes(inventory, cluster, inventory.vms["comer"])
    if bool((spare(inventory, cluster) > -1e300).all()):
        assert bool((counts >= 0).all()) is enough
