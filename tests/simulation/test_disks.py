"""Disks, their formats, cold files and swap files: how long they take and what room, in worked numbers.

B: a datastore's writing, 200 MiB/s; R: the network's goodput; NFC: 1.3 Gbit/s. No fixed steps, memory is not written.
"""

from __future__ import annotations

import dataclasses
import math

import msgspec
import pytest

from tests.simulation.worlds import GIB, MIB, TEXTBOOK, engine, finished, host, inventory, move, vm
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import EditInventory, Migrate, MigrationSpec
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import MigrationStatus, Phase

B = 200 * MIB
NFC = 1.3e9 / 8.0


def _stores(names: str) -> list[e.Datastore]:
    return [
        e.Datastore(
            id=f"ds-{name}",
            name=f"store-{name}",
            datacenter="dc",
            capacity_bytes=2000 * GIB,
            free_bytes=1000 * GIB,
            read_bandwidth_bytes_per_s=1000.0 * MIB,
            write_bandwidth_bytes_per_s=float(B),
        )
        for name in names
    ]


def _spread(
    pairs: str, *, goodput: float = 4000.0 * MIB, to: str = "h-1", disk: int = 100 * GIB
) -> tuple[MigrationStatus, int]:
    """A VM with a disk for each pair of datastores ("ac bd": from a to c, from b to d), through; and how many of them
    were on their way at a time."""
    ways = pairs.split()
    stores = _stores("".join(sorted(set(pairs) - set(" ab"))))
    ids = tuple(f"ds-{name}" for name in sorted(set(pairs.replace(" ", "") + "ab")))
    hosts = [host(number, goodput=goodput, stores=ids) for number in (1, 2)]
    disks = tuple(
        e.VirtualDisk(
            label=f"Hard disk {n}", datastore=f"ds-{way[0]}", path=f"web-1/web-1_{n}.vmdk", capacity_bytes=disk
        )
        for n, way in enumerate(ways, start=1)
    )
    machine = vm(memory=MIB, disks=disks, config_datastore=f"ds-{ways[0][0]}")
    running = engine(*stores, *hosts, machine, profile=TEXTBOOK, write_bandwidth=float(B))
    targets = {f"Hard disk {n}": f"ds-{way[1]}" for n, way in enumerate(ways, start=1)}
    ticket = running.submit(Migrate(spec=MigrationSpec(vm="vm-1", host=to, disks=targets)))
    assert ticket.accepted, ticket.reason
    running.advance(1.0)
    together = len(running.flows())
    status = finished(running)
    assert status.phase is Phase.COMPLETED, status.fault
    return status, together


ONE_S = 100 * GIB / B
"""512 s."""


@pytest.mark.parametrize(
    ("pairs", "rounds", "together"),
    [
        ("ac bd", 1, 2),  # distinct at both ends: together
        ("ac ad", 2, 1),  # a fan-out is not copied in parallel
        ("ac bc", 2, 1),  # nor two that write to one datastore
        ("ac ac bd bd", 2, 2),  # the first of each pair, then the second of each
        ("ag bh ci dj", 1, 4),  # four at a time …
        ("ag bh ci dj ek fl", 2, 4),  # … and the other two as soon as others are through
    ],
)
def test_disks_go_four_at_a_time_between_distinct_datastores(pairs: str, rounds: int, together: int) -> None:
    """T = rounds S/B (Hogan, vSphere 5.1 storage enhancements, part 7), S = 100 GiB: 512 s a round."""
    status, at_a_time = _spread(pairs)
    assert at_a_time == together
    assert status.total_s == pytest.approx(rounds * ONE_S, rel=1e-6)
    assert status.disk_sent_bytes == pytest.approx(len(pairs.split()) * 100 * GIB)
    assert [parcel.state for parcel in status.parcels if parcel.kind == "disk"] == ["done"] * len(pairs.split())


@pytest.mark.parametrize(("goodput", "seconds"), [(4000.0, ONE_S), (300.0, 2 * 100 * GIB / (300 * MIB))])
def test_parallel_disks_share_the_network_max_min(goodput: float, seconds: float) -> None:
    """Two disks of S to another host: T = S / min(B, R/2), so 512 s over 4000 MiB/s and 2 S/R over 300 MiB/s; then
    1 MiB of memory and the device state at R."""
    status, _ = _spread("ac bd", goodput=goodput * MIB, to="h-2")
    assert status.total_s == pytest.approx(seconds + _after_files_s(status, goodput * MIB), rel=1e-6)


def test_mirrors_that_get_less_than_the_guest_writes_slow_it() -> None:
    """Two disks between the same datastores, w = 160 MiB/s over R = 100: while the second goes, the first one's mirror
    wants 80 and gets 50 of R; the second's is held to half of its 50: the guest's writes lose 1 - (50 + 25)/160."""
    disks = tuple(
        e.VirtualDisk(label=f"Hard disk {n}", datastore="ds-a", path=f"web-1/{n}.vmdk", capacity_bytes=GIB)
        for n in (1, 2)
    )
    hosts = [host(number, goodput=100.0 * MIB) for number in (1, 2)]
    running = engine(*hosts, vm(memory=MIB, disks=disks, disk_writes=160.0 * MIB), profile=TEXTBOOK)
    running.submit(move(datastore="ds-b"))
    while len(running.flows()) < 2:
        running.advance(running.next_event_s or 0.0)
    assert running.status("migration-1").guest_slowdown == pytest.approx(1.0 - 75.0 / 160.0)
    assert finished(running).phase is Phase.COMPLETED


def _after_files_s(status: MigrationStatus, rate: float) -> float:
    """How long memory and device state took."""
    return (status.sent_bytes - status.disk_sent_bytes) / rate


RUNNING_POINT_S = -1024 / 10 * math.log(1 - 10 / 400)
"""2.592541 s: 1 GiB at 400 MiB/s under 10 MiB/s of writes."""


def _snapshots(version: str, services: tuple[e.VmkService, ...], *, goodput: float) -> MigrationStatus:
    """10 GiB of disk, snapshots of 2 GiB and then 1 GiB, from a host with ds-a to one with ds-b."""
    hosts = [host(n, goodput=goodput, stores=(f"ds-{'ab'[n - 1]}",), version=version) for n in (1, 2)]
    hosts = [msgspec.structs.replace(h, vmk_adapters=(_serving(h, services),)) for h in hosts]
    taken = (e.Snapshot(name="old", size_bytes=2 * GIB), e.Snapshot(name="new", size_bytes=GIB))
    machine = vm(memory=MIB, disk=10 * GIB, disk_writes=10.0 * MIB, snapshots=taken)
    running = engine(*hosts, machine, profile=TEXTBOOK)
    running.submit(move(datastore="ds-b"))
    status = finished(running)
    assert status.phase is Phase.COMPLETED, status.fault
    return status


def test_cold_files_of_a_live_migration_go_by_nfc_its_running_point_by_vmotion() -> None:
    """S = 10 GiB of disk and d1 = 2 GiB of the older snapshot at NFC, d2 = 1 GiB that is written to at R = 400 MiB/s
    with its mirror of w = 10 MiB/s: T = (S + d1)/NFC - (d2/w) ln(1 - w/R) = 79.29 + 2.59 s; then memory, device state
    and 10 ms in which the mirror is drained."""
    status = _snapshots("7.0.3", ("management", "vmotion"), goodput=400.0 * MIB)
    after = _after_files_s(status, 400.0 * MIB)
    assert status.total_s == pytest.approx(12 * GIB / NFC + RUNNING_POINT_S + after + 0.01, abs=1e-3)
    assert status.disk_sent_bytes >= 13 * GIB


def test_from_8_0_on_they_go_by_udt_over_the_provisioning_network() -> None:
    """T = (S + d1 + d2)/R and the mirror's part: at 400 MiB/s 30.72 + 2.59 s."""
    services: tuple[e.VmkService, ...] = ("management", "vmotion", "vSphereProvisioning")
    status = _snapshots("8.0.1", services, goodput=400.0 * MIB)
    after = _after_files_s(status, 400.0 * MIB)
    assert status.total_s == pytest.approx(12 * GIB / (400 * MIB) + RUNNING_POINT_S + after + 0.01, abs=1e-3)


def test_cold_files_take_a_better_way_when_there_is_one() -> None:
    """In mid-copy both hosts get provisioning: what goes by NFC goes by UDT from then on, at the network's R."""
    hosts = [host(n, goodput=400.0 * MIB, stores=(f"ds-{'ab'[n - 1]}",), version="8.0.1") for n in (1, 2)]
    machine = vm(memory=MIB, disk=10 * GIB, snapshots=(e.Snapshot(name="one"),))
    running = engine(*hosts, machine, profile=TEXTBOOK)
    running.submit(move(datastore="ds-b"))
    running.advance(10.0)
    assert [flow.rate for flow in running.flows().values()] == pytest.approx([NFC])
    services = ("management", "vmotion", "vSphereProvisioning")
    better = [
        FieldsChanged(id=h.id, fields={"vmk_adapters": msgspec.to_builtins((_serving(h, services),))}) for h in hosts
    ]
    assert running.submit(EditInventory(changes=tuple(better))).accepted
    assert [flow.rate for flow in running.flows().values()] == pytest.approx([400.0 * MIB])
    status = finished(running)
    seconds = 10.0 + (10 * GIB - 10.0 * NFC) / (400 * MIB)
    assert status.total_s == pytest.approx(seconds + _after_files_s(status, 400.0 * MIB), abs=1e-3)


def _serving(one: e.Host, services: tuple[e.VmkService, ...]) -> e.VmKernelAdapter:
    return msgspec.structs.replace(one.vmk_adapters[0], services=services)


@pytest.mark.parametrize(
    ("source", "asked", "seconds", "room"),
    [
        ("thin", "thin", 51.2, 10),  # U/B
        ("thin", "thick", 51.2, 40),  # U/B: the rest is reserved, and zeroed when the guest first writes there
        ("thin", "eagerZeroedThick", 204.8, 40),  # C/B: the rest is zeroed at the destination
        ("thick", "", 51.2, 40),
        ("thick", "thin", 51.2, 10),
        ("eagerZeroedThick", "", 204.8, 40),
        ("eagerZeroedThick", "thin", 51.2, 10),
    ],
)
def test_a_disk_takes_time_and_room_by_its_format(source: str, asked: str, seconds: float, room: int) -> None:
    """A disk of C = 40 GiB with U = 10 GiB used: U bytes go over the network, whatever the format."""
    disk = e.VirtualDisk(
        datastore="ds-a",
        path="web-1/web-1.vmdk",
        capacity_bytes=40 * GIB,
        used_bytes=10 * GIB,
        thin=source == "thin",
        eagerly_scrub=source == "eagerZeroedThick",
    )
    machine = vm(memory=MIB, disks=(disk,))
    formats = {"Hard disk 1": asked} if asked else {}
    running = engine(host(1), host(2), machine, profile=TEXTBOOK, write_bandwidth=float(B))
    before = running.inventory.datastores
    spec = MigrationSpec(vm="vm-1", datastore="ds-b", formats=formats)  # type: ignore[arg-type]  # literals above
    assert running.submit(Migrate(spec=spec)).accepted
    status = finished(running)
    after = running.inventory.datastores
    assert status.total_s == pytest.approx(seconds, abs=1e-3)
    assert status.disk_sent_bytes == 10 * GIB
    assert before["ds-b"].free_bytes - after["ds-b"].free_bytes == room * GIB + MIB
    assert after["ds-a"].free_bytes - before["ds-a"].free_bytes == (10 if source == "thin" else 40) * GIB + MIB
    assert running.inventory.vms["vm-1"].disks[0].format == (asked or source)


def test_formats_of_disks_that_do_not_exist_are_refused() -> None:
    running = engine(host(1), host(2), vm())
    spec = MigrationSpec(vm="vm-1", datastore="ds-b", formats={"Hard disk 7": "thin"})
    assert not running.submit(Migrate(spec=spec)).accepted


def _swapping(placement: str, local: tuple[str, str]) -> tuple[Engine, MigrationStatus]:
    """A VM of 8 GiB, 2 of them reserved, 1 swapped out and 1 in the balloon, that goes to the other host alone."""
    hosts = [
        host(n, goodput=1000.0 * MIB, stores=("ds-a", store) if store else ("ds-a",), local_swap_datastore=store)
        for n, store in zip((1, 2), local, strict=True)
    ]
    machine = vm(
        memory=8 * GIB,
        memory_reservation_bytes=2 * GIB,
        swapped_memory_bytes=GIB,
        ballooned_memory_bytes=GIB,
        swap_placement=placement,
    )
    running = engine(*_stores("xy"), *hosts, machine, profile=TEXTBOOK)
    assert running.submit(move()).accepted
    return running, finished(running)


def test_a_shared_swap_file_stays_where_it_is() -> None:
    """Of 8 GiB the 6 that the guest holds go: what is swapped out stays in the file, the balloon holds nothing."""
    running, status = _swapping("inherit", ("ds-x", "ds-y"))
    assert status.phase is Phase.COMPLETED, status.fault
    assert status.disk_sent_bytes == 0.0
    assert sum(record.sent_bytes for record in status.passes) == pytest.approx(6 * GIB, rel=1e-6)
    assert {store.free_bytes for store in running.inventory.datastores.values()} == {500 * GIB, 1000 * GIB}


def test_a_host_local_swap_file_is_made_anew_and_takes_its_swapped_pages_along() -> None:
    """The file: 8 - 2 = 6 GiB at each end; 1 GiB of pages at NFC before 6 GiB of memory at R: 6.6 + 6.1 s."""
    running, status = _swapping("hostLocal", ("ds-x", "ds-y"))
    assert status.phase is Phase.COMPLETED, status.fault
    assert status.disk_sent_bytes == GIB
    assert "simulation.event.copyingSwapFile" in {event.text.key for event in running.events}
    assert status.total_s == pytest.approx(GIB / NFC + 6 * GIB / (1000 * MIB), rel=1e-3)
    free = {id_: store.free_bytes for id_, store in running.inventory.datastores.items()}
    assert free["ds-x"] == 1006 * GIB
    assert free["ds-y"] == 994 * GIB
    assert free["ds-a"] == 500 * GIB


def test_a_swap_file_lies_beside_the_configuration_where_the_host_has_no_place_for_it() -> None:
    running, status = _swapping("hostLocal", ("ds-x", ""))
    assert status.phase is Phase.COMPLETED, status.fault
    free = {id_: store.free_bytes for id_, store in running.inventory.datastores.items()}
    assert (free["ds-x"], free["ds-a"]) == (1006 * GIB, 494 * GIB)


def test_the_swap_file_is_held_before_the_switchover_and_released_after_it() -> None:
    running = engine(host(1), host(2), vm(memory=8 * GIB))
    running.submit(move(datastore="ds-b"))
    seen = {}
    while not running.phase("migration-1").ended:
        running.advance(running.next_event_s or 0.0)
        held = {holding.object: holding.space_bytes for holding in running.holdings("migration-1")}
        stores = running.inventory.datastores
        seen[running.phase("migration-1")] = (
            held.get("ds-b", 0.0) / GIB,
            stores["ds-a"].free_bytes / GIB,
            stores["ds-b"].free_bytes / GIB,
        )
    assert seen[Phase.COPYING_DISK] == seen[Phase.COPYING_MEMORY] == seen[Phase.SWITCHOVER] == (9.0, 500.0, 500.0)
    assert seen[Phase.CLEANING_UP][1:] == (500.0, 491.0)
    assert seen[Phase.COMPLETED] == (0.0, 509.0, 491.0)


@pytest.mark.parametrize("format_", ["thin", "thick", "eagerZeroedThick"])
@pytest.mark.parametrize("power_state", ["poweredOn", "poweredOff", "suspended"])
@pytest.mark.parametrize("missing", [0, 1])
def test_the_rule_of_space_and_the_engine_agree_to_the_byte(format_: str, power_state: str, missing: int) -> None:
    """Need: the disk in its format, the snapshot, and memory: 6 GiB of swap file, or 8 GiB of a suspended VM's."""
    disk = e.VirtualDisk(datastore="ds-a", path="web-1/a.vmdk", capacity_bytes=9 * GIB, used_bytes=4 * GIB)
    machine = vm(
        memory=8 * GIB,
        memory_reservation_bytes=2 * GIB,
        disks=(disk,),
        snapshots=(e.Snapshot(name="one", size_bytes=3 * GIB),),
        power_state=power_state,
    )
    beside = {"poweredOn": 6, "poweredOff": 0, "suspended": 8}[power_state]
    need = ((4 if format_ == "thin" else 9) + 3 + beside) * GIB
    estate = inventory(host(1), host(2), machine)
    tight = msgspec.structs.replace(estate.datastores["ds-b"], free_bytes=need - missing)
    estate = estate.with_entities([tight])
    spec = MigrationSpec(vm="vm-1", host="h-2", datastore="ds-b", formats={"Hard disk 1": format_})  # type: ignore[dict-item]
    says_no = any(reason.rule == "ds.space" for reason in Checker(estate).check(spec).reasons)
    assert says_no == bool(missing)
    unchecked = Engine(Lab(inventory=estate), dataclasses.replace(TEXTBOOK, checks_rules=False))
    unchecked.submit(Migrate(spec=spec))
    status = finished(unchecked)
    assert (status.phase is Phase.COMPLETED) == (not missing)
    if not missing:
        assert unchecked.inventory.datastores["ds-b"].free_bytes == 0
