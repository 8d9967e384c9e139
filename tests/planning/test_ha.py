"""HA's three admission control policies, counted by hand."""

from __future__ import annotations

import msgspec
import pytest

from tests.planning.maintenance.estates import GIB, estate, vm
from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.ha import FailoverRoom, failover_room
from vmotion_gui.simulation.tasks.failover import keeps_failover_room

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
    assert found.enough is keeps_failover_room(inventory, inventory.clusters["cluster-0"], without="")
