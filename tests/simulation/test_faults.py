"""Faults and cancels at any moment: the way back, and that nothing is ever lost."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.simulation.laws import law
from tests.simulation.worlds import GIB, at, engine, finished, host, inventory, move, still_held, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import EntityRemoved, FieldsChanged, VmMoved
from vmotion_gui.inventory.commands import (
    CancelMigration,
    DatastoreFull,
    DestinationCannotResume,
    EditInventory,
    Fault,
    HostFailed,
    InjectFault,
    LinkFailed,
    Migrate,
    RepairFault,
    SwitchoverStalled,
    VmotionNetworkLost,
)
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.inventory.workload import HotCold
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import MigrationStatus, Phase

BUSY = vm(memory=8 * GIB, writes=40_000.0, working_set=GIB, distribution=HotCold(), disk_writes=20e6, disk=4 * GIB)
"""Preparing lasts to 2.7 s, the disk copy to about 8 s, the memory copy to about 17 s."""


def _run(fault: Fault, when: float, *, datastore: str = "ds-b") -> tuple[Engine, MigrationStatus]:
    running = engine(host(1), host(2), host(3), BUSY)
    running.submit(move(datastore=datastore))
    running.advance(when)
    assert running.submit(InjectFault(fault=fault)).accepted
    return running, finished(running)


def _rolled_back(running: Engine, status: MigrationStatus) -> None:
    """The VM is where it was, and nobody holds anything."""
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.after == status.before
    assert running.holdings(status.id) == ()
    assert running.link_loads() == []
    machine = running.inventory.vms["vm-1"]
    assert (machine.host, machine.power_state) == ("h-1", "poweredOn")
    assert {text.key for text in (status.fault.text, status.fault.cure)} <= catalogue("de").keys


@pytest.mark.parametrize("when", [0.5, 2.0, 5.0, 12.0])
@pytest.mark.parametrize("lost", ["h-1", "h-2"])
def test_a_lost_vmotion_network_times_out_and_rolls_back(lost: str, when: float) -> None:
    running, status = _run(VmotionNetworkLost(host=lost), when)
    _rolled_back(running, status)
    assert status.fault is not None
    assert status.fault.fault == "Timedout"
    assert status.end_s is not None
    assert status.end_s - when >= 20.0
    assert running.inventory == inventory(host(1), host(2), host(3), BUSY)


def test_a_failed_migration_can_be_tried_again_and_begins_anew() -> None:
    """What was sent before is lost: the second try sends as much as a first one would."""
    fault = VmotionNetworkLost(host="h-2")
    running, failed = _run(fault, 5.0, datastore="")
    assert failed.phase is Phase.FAILED
    assert running.submit(RepairFault(fault=fault)).accepted
    again = running.submit(Migrate(spec=failed.spec))
    assert again.accepted
    second = finished(running, again.id)
    assert second.phase is Phase.COMPLETED
    assert second.passes[0].pages == failed.passes[0].pages
    assert still_held(running) == {}


def test_a_network_that_comes_back_in_time_lets_the_copy_go_on() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    running.advance(4.0)
    fault = VmotionNetworkLost(host="h-2")
    running.submit(InjectFault(fault=fault))
    running.advance(10.0)
    assert running.status("migration-1").copy_bytes_per_s == 0.0
    assert running.submit(RepairFault(fault=fault)).accepted
    assert finished(running).phase is Phase.COMPLETED
    assert running.faults() == ()


@pytest.mark.parametrize("when", [2.0, 5.0, 12.0])
def test_a_dead_destination_leaves_the_vm_where_it_is(when: float) -> None:
    running, status = _run(HostFailed(host="h-2"), when)
    _rolled_back(running, status)
    assert running.inventory.hosts["h-2"].connection_state == "notResponding"


@pytest.mark.parametrize("when", [2.0, 5.0, 9.0])
def test_a_dead_source_takes_the_vm_along_and_ha_restarts_it(when: float) -> None:
    running, status = _run(HostFailed(host="h-1"), when, datastore="")
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.fault.rule == "simulation.sourceFailed"
    assert running.inventory.vms["vm-1"].power_state == "poweredOff"
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert not monitor.answering
    assert not monitor.connection_open
    running.advance(when + 120.0)
    machine = running.inventory.vms["vm-1"]
    assert machine.power_state == "poweredOn"
    assert machine.host in ("h-2", "h-3")
    assert "VmRestartedOnAlternateHostEvent" in [event.type for event in running.events]
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.answering
    assert not monitor.connection_open


def test_without_ha_a_vm_waits_for_its_host() -> None:
    alone = host(1, cluster="")
    running = engine(alone, host(2), BUSY)
    running.submit(InjectFault(fault=HostFailed(host="h-1")))
    running.advance(300.0)
    assert running.inventory.vms["vm-1"].power_state == "poweredOff"
    running.submit(RepairFault(fault=HostFailed(host="h-1")))
    assert running.inventory == inventory(alone, host(2), BUSY)
    running.advance(400.0)
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.answering


def test_ha_says_when_no_host_can_take_a_vm() -> None:
    running = engine(host(1), host(2, stores=("ds-b",)), BUSY)
    running.submit(InjectFault(fault=HostFailed(host="h-1")))
    running.advance(100.0)
    assert running.events[-1].type == "NotEnoughResourcesToStartVmEvent"
    assert running.inventory.vms["vm-1"].power_state == "poweredOff"


def test_a_full_destination_datastore_fails_the_disk_copy() -> None:
    running, status = _run(DatastoreFull(datastore="ds-b"), 4.0)
    _rolled_back(running, status)
    assert status.fault is not None
    assert status.fault.fault == "NoDiskSpace"
    assert running.inventory.datastores["ds-b"].free_bytes == 0
    running.submit(RepairFault(fault=DatastoreFull(datastore="ds-b")))
    assert running.inventory == inventory(host(1), host(2), host(3), BUSY)


def test_a_full_datastore_does_not_hurt_disks_that_are_written() -> None:
    _, status = _run(DatastoreFull(datastore="ds-b"), 12.0)
    assert status.phase is Phase.COMPLETED


def test_space_that_becomes_free_on_a_full_datastore_is_kept_for_the_repair() -> None:
    running = engine(host(1), host(2), BUSY)
    before = running.inventory.datastores["ds-a"].free_bytes
    running.submit(InjectFault(fault=DatastoreFull(datastore="ds-a")))
    running.submit(move(datastore="ds-b"))
    finished(running)
    assert running.inventory.datastores["ds-a"].free_bytes == 0
    running.submit(RepairFault(fault=DatastoreFull(datastore="ds-a")))
    assert running.inventory.datastores["ds-a"].free_bytes == before + 4 * GIB + 8 * GIB  # disk, swap file


def test_a_stalled_switchover_ends_at_its_limit() -> None:
    """After 100 s the migration fails, so that the VM goes on at its source."""
    running, status = _run(SwitchoverStalled(vm="vm-1"), 1.0)
    _rolled_back(running, status)
    assert status.downtime_s == pytest.approx(100.0)
    assert sum(item.duration_s for item in status.downtime) == pytest.approx(100.0)
    assert running.faults() == (), "it strikes the next switchover only"
    running.submit(move())
    assert finished(running, "migration-2").phase is Phase.COMPLETED


def test_a_destination_that_cannot_resume() -> None:
    running, status = _run(DestinationCannotResume(vm="vm-1"), 1.0)
    _rolled_back(running, status)
    assert status.fault is not None
    assert status.fault.fault == "GenericVmConfigFault"
    assert [event.type for event in running.events][-4:] == [
        "RollbackStarted",
        "VmResumed",
        "RollbackEnded",
        "VmRelocateFailedEvent",
    ]


def _over_a_link() -> Engine:
    far = host(2, subnet="far")
    places: list[e.Entity] = [
        e.Site(id="site-2", name="Site 2"),
        e.Datacenter(id="dc-2", name="DC 2", vcenter="vc", site="site-2"),
        e.Subnet(id="far", name="far", cidr="10.9.0.0/24", gateway="10.9.0.1", site="site-2"),
        e.NetworkLink(id="wan", name="WAN", a="site", b="site-2", bandwidth_bits_per_s=1e9, rtt_s=0.01),
    ]
    fields = {name: getattr(far, name) for name in far.__struct_fields__}
    return engine(*places, host(1), e.Host(**{**fields, "datacenter": "dc-2", "cluster": ""}), BUSY)


def test_a_failed_link_stops_the_copy_and_its_state_is_seen() -> None:
    running = _over_a_link()
    running.submit(move())
    running.advance(10.0)
    status = running.status("migration-1")
    assert status.cross_datacenter
    assert status.cross_subnet
    assert not status.cross_vcenter
    assert status.route == ("h-1", "net", "wan", "far", "h-2")
    running.submit(InjectFault(fault=LinkFailed(link="wan")))
    assert running.inventory.links["wan"].state == "down"
    _rolled_back(running, finished(running))
    running.submit(RepairFault(fault=LinkFailed(link="wan")))
    assert running.inventory.links["wan"].state == "up"


def test_a_link_that_changes_in_mid_run_changes_the_rate() -> None:
    running = _over_a_link()
    running.submit(move())
    running.advance(10.0)
    before = running.status("migration-1").copy_bytes_per_s
    edit = EditInventory(changes=(FieldsChanged(id="wan", fields={"bandwidth_bits_per_s": 5e8}),))
    assert running.submit(edit).accepted
    assert running.status("migration-1").copy_bytes_per_s == pytest.approx(before / 2.0)


@pytest.mark.parametrize("when", [0.0, 0.5, 2.0, 5.0, 12.0])
def test_cancel_is_idempotent_and_leaves_no_trace(when: float) -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move(datastore="ds-b"))
    running.advance(when)
    for _ in range(2):
        assert running.submit(CancelMigration(migration="migration-1")).accepted
    status = finished(running)
    assert status.phase is Phase.CANCELLED
    assert status.after == status.before
    assert running.inventory == inventory(host(1), host(2), BUSY)
    assert running.submit(CancelMigration(migration="migration-1")).accepted


def test_after_the_point_of_no_return_a_cancel_is_refused() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    while running.phase("migration-1") is not Phase.CLEANING_UP:
        due = running.next_event_s
        assert due is not None
        running.advance(due, max_events=1)
    ticket = running.submit(CancelMigration(migration="migration-1"))
    assert not ticket.accepted
    assert finished(running).phase is Phase.COMPLETED


def test_a_queued_migration_can_be_cancelled() -> None:
    machines = [vm(number) for number in range(1, 11)]
    running = engine(host(1), host(2), *machines)
    for number in range(1, 11):
        running.submit(move(number))
    last = running.status("migration-10")
    assert last.phase is Phase.QUEUED
    assert set(last.waits_for) == {"h-1", "h-2"}
    running.submit(CancelMigration(migration="migration-10"))
    assert running.phase("migration-10") is Phase.CANCELLED


def test_two_tasks_for_one_vm() -> None:
    running = engine(host(1), host(2), host(3), BUSY)
    running.submit(move())
    running.submit(move(to="h-3"))
    running.advance(1.0)
    status = running.status("migration-2")
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.fault.fault == "TaskInProgress"
    assert [check.state for check in status.checks] == ["done", "failed", *["skipped"] * 4]


@pytest.mark.parametrize(
    ("fields", "rule"),
    [
        ({"connection_state": "disconnected"}, "vm.connection"),
        ({"question": "Which one?"}, "vm.question"),
        ({"tools_installer_mounted": True}, "vm.toolsInstaller"),
    ],
)
def test_an_unstable_vm_fails_its_checks(fields: dict[str, object], rule: str) -> None:
    running = engine(host(1), host(2), vm(**fields))
    running.submit(move())
    status = finished(running)
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.fault.rule == rule
    assert not any(event.type == "RollbackStarted" for event in running.events)


def test_a_disconnected_host_fails_the_checks() -> None:
    running = engine(host(1), host(2, connection_state="disconnected"), BUSY)
    running.submit(move())
    status = finished(running)
    assert status.fault is not None
    assert status.fault.rule == "host.disconnected"


def test_no_way_between_the_hosts() -> None:
    running = engine(host(1), host(2, vmk_adapters=()), BUSY)
    running.submit(move())
    assert finished(running).phase is Phase.FAILED


def test_space_that_others_hold_counts() -> None:
    """Two copies of 300 GiB do not fit into 500 GiB, even before either has arrived."""
    machines = [vm(number, disk=300 * GIB) for number in (1, 2)]
    running = engine(host(1), host(2), *machines)
    running.submit(move(1, to="h-1", datastore="ds-b"))
    running.advance(5.0)
    running.submit(move(2, to="h-1", datastore="ds-b"))
    running.advance(10.0)
    status = running.status("migration-2")
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.fault.fault == "NoDiskSpace"


def test_a_vm_that_is_being_migrated_is_locked() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    running.advance(5.0)
    for change in (EntityRemoved(id="vm-1"), VmMoved(vm="vm-1", host="h-2")):
        assert not running.submit(EditInventory(changes=(change,))).accepted
    assert running.inventory == inventory(host(1), host(2), BUSY)


def test_an_edit_that_removes_the_destination_fails_the_migration() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    running.advance(5.0)
    assert running.submit(EditInventory(changes=(EntityRemoved(id="h-2"),))).accepted
    status = finished(running)
    assert status.fault is not None
    assert status.fault.rule == "simulation.estateChanged"


def test_edits_that_make_no_sense_are_refused() -> None:
    running = engine(host(1), host(2), BUSY)
    for change in (EntityRemoved(id="nothing"), FieldsChanged(id="h-1", fields={"cores": -1})):
        assert not running.submit(EditInventory(changes=(change,))).accepted
    assert running.inventory == inventory(host(1), host(2), BUSY)


def test_faults_of_nothing_and_repairs_of_nothing_are_refused() -> None:
    running = engine(host(1), host(2), BUSY)
    fault = LinkFailed(link="no-link")
    assert not running.submit(InjectFault(fault=fault)).accepted
    assert not running.submit(RepairFault(fault=HostFailed(host="h-1"))).accepted
    assert running.submit(InjectFault(fault=HostFailed(host="h-2"))).accepted
    assert not running.submit(InjectFault(fault=HostFailed(host="h-2"))).accepted


# --- laws ---------------------------------------------------------------


@st.composite
def _one_fault(draw: st.DrawFn) -> tuple[Lab, Migrate, Fault | None, float]:
    """A lab, a migration, and at some time a fault (None: a cancel)."""
    lab = draw(strategies.labs())
    command = draw(strategies.migrations(lab.inventory))
    fault = draw(st.one_of(st.none(), strategies.faults(lab.inventory)))
    return lab, command, fault, draw(st.floats(0.0, 200.0))


def _without(estate: Inventory, fault: Fault | None) -> Inventory:
    """What the fault alone makes of the estate, had the migration never started."""
    bystander = Engine(Lab(inventory=estate))
    if fault is not None:
        bystander.submit(InjectFault(fault=fault))
    return bystander.inventory


@law
@given(_one_fault())
def test_whatever_fails_nothing_is_lost(case: tuple[Lab, Migrate, Fault | None, float]) -> None:
    """After a failure the inventory is as if the migration had never started; no VM is lost or doubled; all
    is returned.
    """
    lab, command, fault, when = case
    running = Engine(lab)
    ticket = running.submit(command)
    running.advance(when, max_events=5000)
    if not ticket.accepted:
        return
    if fault is None:
        running.submit(CancelMigration(migration=ticket.id))
    else:
        running.submit(InjectFault(fault=fault))
    handed_over = any(event.type == "VmResumed" and event.host != "" for event in running.events)
    running.advance(when + 5000.0, max_events=5000)
    estate = running.inventory
    assert sorted(estate.vms) == sorted(lab.inventory.vms)
    assert sorted(id_ for h in estate.hosts for id_ in estate.vms_on(h)) == sorted(estate.vms)
    status = running.status(ticket.id)
    if not status.phase.ended:
        return
    assert running.holdings(ticket.id) == ()
    assert still_held(running) == {}
    if status.phase in (Phase.FAILED, Phase.CANCELLED) and not handed_over and not isinstance(fault, HostFailed):
        assert estate == _without(lab.inventory, fault)
        assert status.after == status.before


@law
@given(strategies.labs(with_commands=True))
def test_many_commands_keep_the_books(lab: Lab) -> None:
    """Bytes are conserved, progress does not fall, and at the end nobody holds anything."""
    running = Engine(lab)
    progress: dict[str, float] = {}
    for moment in range(0, 600, 20):
        if not running.advance(float(moment), max_events=500):
            break
        for id_ in running.migration_ids():
            status = running.status(id_)
            if status.progress is not None:
                assert status.progress >= progress.get(id_, 0.0)
                progress[id_] = status.progress
            assert status.sent_bytes >= status.disk_sent_bytes >= 0.0
            cells = running.memory_map(id_)
            if cells is not None:
                left = float((cells.dirty + cells.in_flight).sum()) * cells.page_bytes
                assert status.remaining_bytes == pytest.approx(left, abs=1.0)
    for id_ in running.migration_ids():
        status = running.status(id_)
        if status.phase.ended:
            assert running.holdings(id_) == ()
            wire = sum(record.sent_bytes for record in status.passes if record.ended)
            assert status.sent_bytes >= wire
    if all(running.phase(id_).ended for id_ in running.migration_ids()):
        assert still_held(running) == {}


def test_a_host_failure_in_the_last_phase_does_not_undo_the_move() -> None:
    running = engine(host(1), host(2), BUSY, commands=(at(0.0, move()),))
    while not running.migration_ids() or running.phase("migration-1") is not Phase.CLEANING_UP:
        due = running.next_event_s
        assert due is not None
        running.advance(due, max_events=1)
    running.submit(InjectFault(fault=HostFailed(host="h-1")))
    assert finished(running).phase is Phase.COMPLETED
    assert running.inventory.vms["vm-1"].host == "h-2"


def test_a_second_migration_that_waits_starts_from_where_the_first_has_brought_the_vm() -> None:
    """Nine vMotions share a budget of eight; the last one's VM has moved meanwhile."""
    machines = [vm(number, memory=GIB) for number in range(1, 10)]
    running = engine(host(1), host(2), host(3), *machines)
    for number in range(1, 10):
        running.submit(move(number))
    running.submit(move(1, to="h-3"))
    status = finished(running, "migration-10")
    assert status.phase is Phase.COMPLETED
    assert (status.source_host, status.destination_host) == ("h-2", "h-3")
    assert running.inventory.vms["vm-1"].host == "h-3"


def test_a_migration_that_waits_for_what_has_happened_fails() -> None:
    machines = [vm(number, memory=GIB) for number in range(1, 10)]
    running = engine(host(1), host(2), *machines)
    for number in (*range(1, 10), 1):
        running.submit(move(number))
    status = finished(running, "migration-10")
    assert status.phase is Phase.FAILED
    assert status.fault is not None
    assert status.fault.rule == "simulation.estateChanged"


@pytest.mark.parametrize("dead", ["h-1", "h-2"])
def test_a_host_that_dies_during_the_checks(dead: str) -> None:
    running, status = _run(HostFailed(host=dead), 0.5)
    assert status.phase is Phase.FAILED
    assert running.holdings("migration-1") == ()
    assert not any(event.type == "RollbackStarted" for event in running.events)


def test_two_copies_that_are_checked_at_once_cannot_hold_the_same_space() -> None:
    machines = [vm(number, disk=300 * GIB) for number in (1, 2)]
    running = engine(host(1), host(2), *machines)
    for number in (1, 2):
        running.submit(move(number, to="h-1", datastore="ds-b"))
    running.advance(10.0)
    phases = {running.phase("migration-1"), running.phase("migration-2")}
    assert phases == {Phase.COPYING_DISK, Phase.FAILED}


def test_the_guest_waits_for_its_mirrors_when_the_link_is_narrow() -> None:
    """200 MiB/s of mirrored writes beside the memory copy on a link of 300: both get 150."""
    writer = vm(memory=GIB, disk=GIB, disk_writes=200 * 2**20)
    slow = 300.0 * 2**20
    running = engine(host(1, goodput=slow), host(2, goodput=slow), writer)
    running.submit(move(datastore="ds-b"))
    while running.phase("migration-1") is not Phase.COPYING_MEMORY:
        due = running.next_event_s
        assert due is not None
        running.advance(due, max_events=1)
    running.advance(running.now_s + 0.5)
    status = running.status("migration-1")
    assert status.copy_bytes_per_s == pytest.approx(slow / 2, rel=1e-6)
    assert status.guest_slowdown == pytest.approx(0.25, rel=1e-6)


def _in_switchover(part: str) -> Engine:
    """A vMotion whose standstill has just accounted for this part."""
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    while part not in [item.part for item in running.status("migration-1").downtime]:
        due = running.next_event_s
        assert due is not None
        running.advance(due, max_events=1)
    assert running.phase("migration-1") is Phase.SWITCHOVER
    return running


@pytest.mark.parametrize("part", ["quiesce", "remainingPages"])
def test_a_network_lost_in_the_switchover_wakes_the_vm_at_its_source(part: str) -> None:
    running = _in_switchover(part)
    lost = running.now_s
    running.submit(InjectFault(fault=VmotionNetworkLost(host="h-2")))
    status = finished(running)
    _rolled_back(running, status)
    assert status.downtime_s == pytest.approx(20.0, abs=1.0)
    assert running.now_s - lost >= 20.0
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.connection_open
    assert monitor.last_gap_s == pytest.approx(status.downtime_s)


@pytest.mark.parametrize("part", ["quiesce", "remainingPages"])
def test_a_network_back_in_the_switchover_lets_it_finish(part: str) -> None:
    running = _in_switchover(part)
    fault = VmotionNetworkLost(host="h-2")
    running.submit(InjectFault(fault=fault))
    running.advance(running.now_s + 5.0)
    running.submit(RepairFault(fault=fault))
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.downtime_s > 5.0


def test_between_vcenters_of_one_domain() -> None:
    """Both vCenters' hosts see the datastore, so only the host changes."""
    places: list[e.Entity] = [
        e.VCenter(id="vc-2", name="vc-2"),
        e.Datacenter(id="dc-2", name="DC 2", vcenter="vc-2", site="site"),
    ]
    there = host(2, cluster="", datacenter="dc-2")
    running = engine(*places, host(1), there, BUSY)
    running.submit(move())
    status = finished(running)
    assert status.cross_vcenter
    assert status.cross_datacenter
    assert status.phase is Phase.COMPLETED, status.fault
    assert running.inventory.vms["vm-1"].host == "h-2"


@pytest.mark.parametrize(("datacenter", "folder"), [("dc-2", ""), ("dc", "folder-web")])
def test_a_vm_leaves_its_folder_only_with_its_datacenter(datacenter: str, folder: str) -> None:
    """A folder belongs to a datacenter; a VM that stayed in it would make a lab that no program opens."""
    places: list[e.Entity] = [
        e.Datacenter(id="dc-2", name="DC 2", vcenter="vc", site="site"),
        e.Folder(id="folder-web", name="Web", parent="dc"),
    ]
    there = host(2, cluster="", datacenter=datacenter)
    running = engine(*places, host(1), there, msgspec.structs.replace(BUSY, folder="folder-web"))
    running.submit(move())
    assert finished(running).phase is Phase.COMPLETED
    assert running.inventory.vms["vm-1"].folder == folder
    assert not [p for p in validate_lab(Lab(inventory=running.inventory)) if p.place.startswith("$.vms")]


def test_cautions_are_told_and_stop_nothing() -> None:
    """A vMotion link below 1 Gbit/s is a warning (VMotionLinkCapacityLow)."""
    slow = 500e6 / 8.0
    running = engine(host(1, goodput=slow), host(2, goodput=slow), vm(memory=GIB))
    running.submit(move())
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert "MigrationWarningEvent" in [event.type for event in running.events]
