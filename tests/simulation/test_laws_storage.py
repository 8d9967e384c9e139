"""Laws of a migration that moves files and memory: whatever is asked for and whenever it ends, no byte of space is
lost, nothing stays held, and no write of the guest is missing at the destination.
"""

from __future__ import annotations

import dataclasses

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation.laws import law
from tests.simulation.worlds import GIB, MIB, TEXTBOOK, engine, finished, host, still_held, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import (
    CancelMigration,
    DatastoreFull,
    DestinationCannotResume,
    HostFailed,
    InjectFault,
    Migrate,
    MigrationSpec,
    RepairFault,
    VmotionNetworkLost,
)
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.files import footprint
from vmotion_gui.simulation.status import Phase

_STORES = "cdef"
_FAULTS = [
    CancelMigration(migration="migration-1"),
    InjectFault(fault=DatastoreFull(datastore="ds-b")),
    InjectFault(fault=DatastoreFull(datastore="ds-d")),
    InjectFault(fault=VmotionNetworkLost(host="h-2")),
    InjectFault(fault=HostFailed(host="h-2")),
    InjectFault(fault=DestinationCannotResume(vm="vm-1")),
]
_PROFILE = dataclasses.replace(TEXTBOOK, prepare_s=0.5, quiesce_s=0.05, resume_s=0.2, clean_up_s=0.3)

_disks = st.lists(
    st.tuples(
        st.sampled_from("ac"),
        st.sampled_from("bdef"),
        st.integers(0, 4 * 1024),
        st.sampled_from(["thin", "thick", "eagerZeroedThick"]),
        st.sampled_from(["", "thin", "thick", "eagerZeroedThick"]),
    ),
    min_size=1,
    max_size=6,
)
"""Where each disk is and goes, its used MiB, its format and the one asked for."""

_snapshots = st.lists(st.integers(0, 900), max_size=2)
_Asked = tuple[tuple[e.Entity, ...], MigrationSpec]


def _store(name: str) -> e.Datastore:
    return e.Datastore(
        id=f"ds-{name}",
        name=f"store-{name}",
        datacenter="dc",
        capacity_bytes=1000 * GIB,
        free_bytes=500 * GIB,
        read_bandwidth_bytes_per_s=600.0 * MIB,
        write_bandwidth_bytes_per_s=300.0 * MIB,
    )


@st.composite
def _asked(draw: st.DrawFn) -> _Asked:
    """A VM of any disks, snapshots, swap and writes, and where it goes; the hosts share no datastore, or all."""
    disks, formats, targets = [], {}, {}
    for number, (source, target, used, format_, asked) in enumerate(draw(_disks), start=1):
        label = f"Hard disk {number}"
        disk = e.VirtualDisk(
            label=label,
            datastore=f"ds-{source}",
            path=f"web-1/web-1_{number}.vmdk",
            capacity_bytes=5 * GIB,
            used_bytes=used * MIB,
            thin=format_ == "thin",
            eagerly_scrub=format_ == "eagerZeroedThick",
        )
        disks.append(disk)
        targets[label] = f"ds-{target}"
        formats |= {label: asked} if asked else {}
    shared = draw(st.booleans())
    reach = ("abcdef",) * 2 if shared else ("ac", "bdef")
    hosts = [
        host(
            number,
            goodput=draw(st.sampled_from([100.0, 500.0])) * MIB,
            stores=tuple(f"ds-{name}" for name in stores),
            version=draw(st.sampled_from(["7.0.3", "8.0.2"])),
            local_swap_datastore=f"ds-{stores[-1]}",
        )
        for number, stores in enumerate(reach, start=1)
    ]
    machine = vm(
        memory=GIB,
        writes=draw(st.sampled_from([0.0, 2000.0])),
        working_set=256 * MIB,
        disk_writes=draw(st.sampled_from([0.0, 5.0, 80.0])) * MIB,
        disks=tuple(disks),
        config_datastore="ds-a",
        snapshots=tuple(
            e.Snapshot(name=str(size), size_bytes=size * MIB)
            for size in draw(st.lists(st.integers(0, 900), max_size=2))
        ),
        swapped_memory_bytes=draw(st.sampled_from([0, 128 * MIB])),
        memory_reservation_bytes=draw(st.sampled_from([0, 512 * MIB])),
        swap_placement=draw(st.sampled_from(["inherit", "hostLocal"])),
        power_state=draw(st.sampled_from(["poweredOn", "poweredOn", "poweredOff", "suspended"])),
    )
    home = "ds-b" if not shared or draw(st.booleans()) else ""
    spec = MigrationSpec(vm="vm-1", host="h-2", datastore=home, disks=targets, formats=formats)
    return (*map(_store, _STORES), *hosts, machine), spec


def _running(entities: tuple[e.Entity, ...], spec: MigrationSpec) -> Engine:
    running = engine(*entities, profile=dataclasses.replace(_PROFILE, checks_rules=False))
    assert running.submit(Migrate(spec=spec)).accepted
    return running


def _room(running: Engine) -> dict[str, int]:
    """Free bytes and what the VM's files take, by datastore: others' files, which nobody moves, are the rest."""
    inventory = running.inventory
    taken = footprint(inventory, inventory.vms["vm-1"])
    return {id_: store.free_bytes + taken.get(id_, 0) for id_, store in inventory.datastores.items()}


@law
@given(_asked())
def test_the_space_that_files_take_is_what_becomes_free_elsewhere(
    asked: _Asked,
) -> None:
    """free + footprint of each datastore is what it was, for any formats, swap files, snapshots and power states; all
    that has to be copied has been, and every file is where it was sent."""
    running = _running(*asked)
    before = _room(running)
    status = finished(running)
    assert status.phase is Phase.COMPLETED, status.fault
    assert _room(running) == before
    assert still_held(running) == {}
    assert all(parcel.arrived_bytes == parcel.total_bytes for parcel in status.parcels if parcel.kind == "disk")
    machine = running.inventory.vms["vm-1"]
    assert {disk.label: disk.datastore for disk in machine.disks} == asked[1].disks
    assert all(disk.format == asked[1].formats.get(disk.label, disk.format) for disk in machine.disks)


@law
@given(_asked(), st.sampled_from(_FAULTS), st.floats(0.0, 1.0))
def test_a_failure_in_any_phase_returns_what_both_sides_hold(
    asked: _Asked, fault: CancelMigration | InjectFault, share: float
) -> None:
    """All or nothing: the VM with all its files is where it was or where it goes, and the space on all datastores and
    everything held agrees with that."""
    whole_s = finished(_running(*asked)).end_s or 0.0
    running = _running(*asked)
    before, room = running.inventory.vms["vm-1"], _room(running)
    running.advance(whole_s * share * 0.999)
    running.submit(fault)
    status = finished(running)
    assert still_held(running) == {}
    assert running.holdings("migration-1") == ()
    after = running.inventory.vms["vm-1"]
    places = [(disk.datastore, disk.path, disk.format) for disk in after.disks]
    if status.phase is Phase.COMPLETED:
        assert {disk.label: disk.datastore for disk in after.disks} == asked[1].disks
    else:
        assert status.phase in (Phase.FAILED, Phase.CANCELLED)
        assert places == [(disk.datastore, disk.path, disk.format) for disk in before.disks]
        assert after.host == before.host
    if isinstance(fault, InjectFault):
        running.submit(RepairFault(fault=fault.fault))
    if after.power_state == before.power_state:
        assert _room(running) == room


@law
@given(_asked())
def test_no_write_of_the_guest_is_missing_at_the_destination(asked: _Asked) -> None:
    """Sent until the last file's end >= content; from then until the VM stands still, when every write goes to both
    sides, sent >= what the guest writes: its rate times the share that its mirrors let through. Beyond that no more
    goes than the mirrors send while it stands still."""
    *others, machine = asked[0]
    assert isinstance(machine, e.VirtualMachine)
    running = _running((*others, msgspec.structs.replace(machine, snapshots=())), asked[1])
    content = sum(disk.allocated_bytes for disk in machine.disks)
    rate = machine.workload.phases[0].disk_write_rate_bytes_per_s if content else 0.0
    written, files = 0.0, content if machine.power_state != "poweredOn" else None
    status = running.status("migration-1")
    while not status.phase.ended:
        due = running.next_event_s
        assert due is not None
        if status.phase is Phase.COPYING_MEMORY:
            files = status.disk_sent_bytes if files is None else files
            written += rate * (1.0 - status.guest_slowdown) * (due - running.now_s)
        running.advance(due)
        status = running.status("migration-1")
    assert status.phase is Phase.COMPLETED, status.fault
    assert files is not None
    assert files >= content
    if machine.power_state == "poweredOn":
        mirrored = status.disk_sent_bytes - files
        assert written * (1.0 - 1e-9) - 1.0 <= mirrored <= (written + rate * status.downtime_s) * (1.0 + 1e-9) + 1.0


@law
@given(_asked(), st.lists(st.floats(0.01, 30.0), max_size=5))
def test_how_far_one_looks_ahead_changes_nothing(asked: _Asked, steps_s: list[float]) -> None:
    """The same lab gives the same events, to the bit, in one go or in slices with looks between them."""
    whole, sliced = _running(*asked), _running(*asked)
    finished(whole)
    for step_s in steps_s:
        sliced.advance(sliced.now_s + step_s)
        sliced.status("migration-1")
    if not sliced.phase("migration-1").ended:
        finished(sliced)
    sliced_end, whole_end = sliced.status("migration-1"), whole.status("migration-1")
    assert list(sliced.events) == list(whole.events)
    assert sliced_end == whole_end
