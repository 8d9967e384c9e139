"""The engine as others use it: time, commands, readings, checkpoints."""

from __future__ import annotations

import time

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests import strategies
from tests.simulation.laws import law
from tests.simulation.worlds import GIB, MIB, PAGE, TEXTBOOK, at, engine, finished, host, inventory, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import CancelMigration, Migrate, MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import HotCold, Uniform, Workload, WorkloadPhase
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.sharing import LinkKey
from vmotion_gui.simulation.status import Phase

BUSY = vm(memory=8 * GIB, writes=40_000.0, working_set=GIB, distribution=HotCold(), disk_writes=20e6)


def test_a_vmotion_goes_through_its_phases() -> None:
    running = engine(host(1), host(2), BUSY)
    ticket = running.submit(move())
    assert ticket.accepted
    assert ticket.id == "migration-1"
    seen = []
    while running.busy:
        due = running.next_event_s
        assert due is not None
        running.advance(due)
        status = running.status("migration-1")
        if not seen or seen[-1] is not status.phase:
            seen.append(status.phase)
    assert seen == [
        Phase.CHECKING,
        Phase.PREPARING,
        Phase.COPYING_MEMORY,
        Phase.SWITCHOVER,
        Phase.RESUMING,
        Phase.CLEANING_UP,
        Phase.COMPLETED,
    ] or seen == [
        Phase.PREPARING,
        Phase.COPYING_MEMORY,
        Phase.SWITCHOVER,
        Phase.RESUMING,
        Phase.CLEANING_UP,
        Phase.COMPLETED,
    ]
    assert running.inventory.vms["vm-1"].host == "h-2"


def test_event_types_are_those_of_vsphere() -> None:
    running = engine(host(1), host(2), BUSY, commands=(at(1.0, move()),))
    running.advance(600.0)
    types = [event.type for event in running.events]
    for type_ in (
        "VmBeingHotMigratedEvent",
        "VmEmigratingEvent",
        "PassStarted",
        "VmStunned",
        "VmResumed",
        "RarpSent",
    ):
        assert type_ in types
    assert types[-1] == "VmMigratedEvent"
    assert [event.sequence for event in running.events] == list(range(len(types)))
    assert all(a.time_s <= b.time_s for a, b in zip(running.events, running.events[1:], strict=False))


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_event_has_a_sentence(language: str) -> None:
    running = engine(host(1), host(2), BUSY, commands=(at(0.0, move(datastore="ds-b")),))
    running.advance(600.0)
    sentences = catalogue(language)
    for event in running.events:
        assert sentences.render(event.text) != event.text.key


def test_downtime_is_itemised() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move(datastore="ds-b"))
    status = finished(running)
    assert [item.part for item in status.downtime] == [
        "quiesce",
        "remainingPages",
        "deviceState",
        "mirrorDrain",
        "resume",
        "networkAnnounce",
    ]
    still = sum(item.duration_s for item in status.downtime if item.part != "networkAnnounce")
    assert still == pytest.approx(status.downtime_s)


def test_what_is_copied_is_listed_and_arrives() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move(datastore="ds-b"))
    running.advance(10.0)
    kinds = [parcel.kind for parcel in running.status("migration-1").parcels]
    assert kinds[0] == "disk"
    assert kinds.count("memory") == 3
    assert kinds[-7:] == [
        "bios",
        "devices",
        "cpu",
        "macAddresses",
        "chipset",
        "registers",
        "networkConnections",
    ]
    for parcel in finished(running).parcels:
        assert parcel.state == "done"
        assert parcel.arrived_bytes == pytest.approx(parcel.total_bytes)


def test_remaining_bytes_are_the_heat_maps() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    for moment in (3.0, 5.5, 9.0):
        running.advance(moment)
        status, cells = running.status("migration-1"), running.memory_map("migration-1")
        assert cells is not None
        left = float((cells.dirty + cells.in_flight).sum()) * cells.page_bytes
        assert status.remaining_bytes == pytest.approx(left)
        np.testing.assert_allclose(cells.clean + cells.dirty + cells.in_flight, cells.pages)


def test_progress_never_falls() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move(datastore="ds-b"))
    last = 0.0
    for moment in np.arange(0.0, 40.0, 0.25):
        running.advance(float(moment))
        progress = running.status("migration-1").progress
        assert progress is not None
        assert progress >= last
        last = progress
    assert last == 1.0


def test_the_checks_are_ticked_one_by_one() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    states = []
    for moment in (0.0, 0.5, 1.3):
        running.advance(moment)
        states.append([check.state for check in running.status("migration-1").checks])
    assert states[0] == ["running", *["pending"] * 5]
    assert states[1][:2] == ["done", "done"]
    assert states[1][-1] == "pending"
    assert states[2] == ["done"] * 6


def test_a_fast_writer_is_slowed_down_until_it_converges() -> None:
    """Without throttling 2 GiB/s of writes on a 1000 MiB/s link never converge; SDPS holds them below the
    link.
    """
    wild = vm(memory=8 * GIB, writes=600_000.0, working_set=4 * GIB, distribution=Uniform())
    running = engine(host(1), host(2), wild)
    running.submit(move())
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert max(record.guest_slowdown for record in status.passes[:-1]) > 0.3
    assert status.passes[-1].duration_s <= 0.5
    assert any(event.type == "GuestThrottled" for event in running.events)


def test_two_migrations_share_the_link() -> None:
    """Each gets half of the source's adapter; alone, one would take half as long."""
    machines = [vm(number, memory=4 * GIB) for number in (1, 2)]
    running = engine(host(1), host(2), *machines, profile=TEXTBOOK)
    running.submit(move(1))
    running.submit(move(2))
    running.advance(1.0)
    loads = {(load.link, load.direction): load for load in running.link_loads()}
    load = loads["h-1/vmnic0", "tx"]
    assert load.used_bytes_per_s == pytest.approx(load.capacity_bytes_per_s, rel=1e-6)
    assert set(load.migrations) == {"migration-1", "migration-2"}
    assert finished(running, "migration-2").passes[0].copy_bytes_per_s == pytest.approx(500 * MIB, rel=1e-6)


def test_migrations_without_a_common_resource_do_not_influence_each_other() -> None:
    machines = [vm(1, on="h-1"), vm(2, on="h-3")]
    alone = engine(host(1), host(2), host(3), host(4), *machines)
    alone.submit(move(1, to="h-2"))
    both = engine(host(1), host(2), host(3), host(4), *machines)
    both.submit(move(1, to="h-2"))
    both.submit(move(2, to="h-4"))
    assert finished(alone).passes == finished(both).passes


def test_other_hosts_are_not_slowed_by_cold_migration_types() -> None:
    off = vm(1, power_state="poweredOff")
    running = engine(host(1), host(2), off)
    running.submit(move())
    status = finished(running)
    assert status.type.value == "cold"
    assert status.passes == ()
    assert status.downtime_s == 0.0
    assert running.inventory.vms["vm-1"].host == "h-2"


def test_cold_data_goes_by_file_copy_at_its_peak() -> None:
    """NFC carries 1.3 Gbit/s at most, single-threaded."""
    off = vm(1, power_state="poweredOff", disk=10 * GIB)
    running = engine(host(1, stores=("ds-a",)), host(2), off, profile=TEXTBOOK)
    running.submit(move(datastore="ds-b"))
    status = finished(running)
    assert status.total_s == pytest.approx(10 * GIB / (1.3e9 / 8.0), rel=1e-6)
    assert status.disks[0].after == "[store-b] web-1/web-1.vmdk"


def test_a_storage_vmotion_stays_on_its_host_and_moves_space() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move(to="", datastore="ds-b"))
    before = {id_: store.free_bytes for id_, store in running.inventory.datastores.items()}
    status = finished(running)
    after = {id_: store.free_bytes for id_, store in running.inventory.datastores.items()}
    assert status.type.value == "storageVmotion"
    assert status.source_host == status.destination_host
    assert (after["ds-a"] - before["ds-a"], after["ds-b"] - before["ds-b"]) == (
        9 * GIB,
        -9 * GIB,
    )  # its disk and its swap file
    assert running.inventory.vms["vm-1"].config_path == "web-1/web-1.vmx"
    assert status.after is not None
    assert status.after.disk_paths == ("[store-b] web-1/web-1.vmdk",)


def test_a_folder_that_is_taken_gets_a_number() -> None:
    squatter = vm(2, disks=(e.VirtualDisk(datastore="ds-b", path="web-1/other.vmdk", capacity_bytes=GIB),), on="h-2")
    running = engine(host(1), host(2), BUSY, squatter)
    running.submit(move(to="h-1", datastore="ds-b"))
    assert finished(running).disks[0].after == "[store-b] web-1_1/web-1.vmdk"


def test_several_disks_go_one_after_the_other() -> None:
    disks = tuple(
        e.VirtualDisk(label=f"Hard disk {n}", datastore="ds-a", path=f"web-1/web-1_{n}.vmdk", capacity_bytes=GIB)
        for n in (1, 2)
    )
    running = engine(host(1), host(2), vm(disks=disks, disk_writes=50e6))
    running.submit(move(datastore="ds-b"))
    running.advance(5.0)
    first, second = running.status("migration-1").parcels[:2]
    assert (first.state, second.state) == ("done", "running")
    assert finished(running).phase is Phase.COMPLETED


def test_phases_of_the_workload_change_the_dirty_rate() -> None:
    phases = (
        WorkloadPhase(duration_s=6.0, page_write_rate_pages_per_s=0.0, working_set_bytes=GIB),
        WorkloadPhase(duration_s=6.0, page_write_rate_pages_per_s=100_000.0, working_set_bytes=GIB),
    )
    running = engine(host(1), host(2), vm(memory=8 * GIB, workload=Workload(phases=phases)))
    running.submit(move())
    running.advance(5.9)
    assert running.status("migration-1").dirty_bytes_per_s == 0.0
    running.advance(6.1)
    assert running.status("migration-1").dirty_bytes_per_s > 1e8


def test_samples_are_closed_forms_of_the_running_stretch() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    running.advance(5.0)
    times = np.array([4.0, 4.5, 5.0])
    samples = running.samples_at("migration-1", times)
    status = running.status("migration-1")
    assert samples.remaining_bytes[-1] == pytest.approx(status.remaining_bytes)
    assert samples.copy_bytes_per_s[-1] == status.copy_bytes_per_s
    assert samples.dirty_bytes_per_s[-1] == pytest.approx(status.dirty_bytes_per_s)
    assert list(np.diff(samples.remaining_bytes) < 0) == [True, True]


class _Recorder:
    def __init__(self) -> None:
        self.told: list[tuple[float, str]] = []
        self.loads: dict[LinkKey, float] = {}

    def before_change(self, engine: Engine, migration_id: str) -> None:
        self.told.append((engine.now_s, engine.phase(migration_id).value))

    def load_changed(self, engine: Engine, link: LinkKey, bytes_per_s: float) -> None:
        self.loads[link] = bytes_per_s


def test_observers_are_told_before_every_change_and_change_nothing() -> None:
    watched, plain = (engine(host(1), host(2), BUSY, commands=(at(1.0, move()),)) for _ in range(2))
    recorder = _Recorder()
    watched.observe(recorder)
    watched.advance(5.0)
    assert {key.object: load > 0.0 for key, load in recorder.loads.items() if key.kind == "pnic"} == {
        "h-1": True,
        "h-2": True,
    }
    watched.advance(50.0)
    plain.advance(50.0)
    assert watched.events == plain.events
    ends = [event.time_s for event in plain.events if event.type in ("PassEnded", "PhaseStarted", "VmStunned")]
    assert set(ends) <= {time_s for time_s, _ in recorder.told}
    assert not any(recorder.loads.values())


def test_a_checkpoint_is_a_moment_to_come_back_to() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    running.advance(6.0)
    checkpoint = running.checkpoint()
    running.advance(100.0)
    again = Engine.restore(checkpoint)
    assert again.now_s == 6.0
    again.advance(100.0)
    assert again.events == running.events
    other = Engine.restore(checkpoint)
    other.submit(CancelMigration(migration="migration-1"))
    other.advance(100.0)
    assert other.phase("migration-1") is Phase.CANCELLED
    assert running.phase("migration-1") is Phase.COMPLETED


def test_max_events_stops_early() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    assert not running.advance(100.0, max_events=2)
    assert 0.0 < running.now_s < 100.0
    assert running.advance(100.0)
    assert running.now_s == 100.0


@law
@given(strategies.labs(with_commands=True), st.lists(st.floats(0.0, 400.0), max_size=30), st.booleans())
def test_slices_of_any_size_give_the_same_events(lab: Lab, cuts: list[float], read: bool) -> None:
    whole, sliced = Engine(lab), Engine(lab)
    whole.advance(400.0, max_events=3000)
    for cut in sorted(cuts):
        sliced.advance(min(cut, whole.now_s))
        if read:
            for id_ in sliced.migration_ids():
                sliced.status(id_)
                sliced.memory_map(id_)
            sliced.link_loads()
        if cut < 50.0:
            sliced = Engine.restore(sliced.checkpoint())
    sliced.advance(whole.now_s)
    count = min(len(whole.events), len(sliced.events))
    assert whole.events[:count] == sliced.events[:count]
    if whole.now_s >= 400.0:
        assert whole.events == sliced.events
        assert whole.inventory == sliced.inventory


@law
@given(strategies.labs(with_commands=True))
def test_commands_by_hand_are_the_journals(lab: Lab) -> None:
    """Submitting at the journal's times gives the same events as the journal itself."""
    scheduled = Engine(lab)
    by_hand = Engine(Lab(inventory=lab.inventory, profile=lab.profile, seed=lab.seed))
    for timed in lab.commands:
        by_hand.advance(timed.time_s)
        by_hand.submit(timed.command, initiator=timed.initiator)
    end = max((timed.time_s for timed in lab.commands), default=0.0) + 60.0
    by_hand.advance(end)
    scheduled.advance(end)
    assert by_hand.events == scheduled.events


def test_an_idle_estate_costs_nothing() -> None:
    """40,000 VMs: made in under half a second, and not one event."""
    hosts = [host(number) for number in range(1, 1001)]
    machines = [vm(number, on=f"h-{number % 1000 + 1}") for number in range(40_000)]
    estate = inventory(*hosts, *machines)
    begin = time.perf_counter()
    running = Engine(Lab(inventory=estate))
    running.advance(3600.0)
    assert time.perf_counter() - begin < 0.5
    assert running.events == []
    assert running.next_event_s is None


def test_unknown_things_are_refused_with_a_reason() -> None:
    running = engine(host(1), host(2), BUSY)
    strange = [
        move(99),
        move(to="h-99"),
        move(datastore="ds-99"),
        Migrate(spec=MigrationSpec(vm="vm-1", host="h-2", disks={"Hard disk 9": "ds-b"})),
        Migrate(spec=MigrationSpec(vm="vm-1", host="h-2", networks={"Network adapter 9": "pg"})),
        Migrate(spec=MigrationSpec(vm="vm-1", host="h-2", resource_pool="pool-9")),
        move(to="h-1"),
        CancelMigration(migration="migration-9"),
    ]
    for command in strange:
        ticket = running.submit(command)
        assert not ticket.accepted
        assert ticket.id == ""
        assert ticket.reason is not None
        assert catalogue("en").render(ticket.reason) != ticket.reason.key
    assert [event.type for event in running.events] == ["CommandRefused"] * len(strange)


def test_a_template_does_not_migrate() -> None:
    running = engine(host(1), host(2), vm(template=True, power_state="poweredOff"))
    ticket = running.submit(move())
    assert ticket.reason is not None
    assert ticket.reason.key == "simulation.refused.template"


def test_holdings_are_shown_while_it_runs_and_returned() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move(datastore="ds-b"))
    running.advance(3.0)
    held = {holding.object: holding for holding in running.holdings("migration-1")}
    assert held["h-2"].memory_bytes == 8 * GIB
    assert held["h-2"].cpu_reservation_mhz > 0.0
    assert held["ds-b"].space_bytes == 1 * GIB + 8 * GIB  # its disk and its swap file
    assert held["ds-b"].slots == 16.0
    assert running.status("migration-1").holdings == running.holdings("migration-1")
    assert finished(running).holdings == ()
    assert running.holdings("migration-1") == ()


def test_the_service_monitor_counts_the_gap() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move())
    status = finished(running)
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert monitor.answering
    assert monitor.connection_open
    gap_s = status.downtime_s + VSPHERE.announce_s
    assert monitor.last_gap_s == pytest.approx(gap_s)
    assert monitor.requests_delayed == pytest.approx(50.0 * gap_s)
    assert monitor.requests_answered == pytest.approx(monitor.requests_sent)
    assert running.service_monitor("vm-9") is None


def test_a_vm_that_is_off_serves_nobody() -> None:
    running = engine(host(1), host(2), vm(power_state="poweredOff"))
    running.advance(10.0)
    monitor = running.service_monitor("vm-1")
    assert monitor is not None
    assert not monitor.answering
    assert monitor.requests_sent == 0.0


def test_qemu_runs_its_own_loop() -> None:
    """Passes end at the first window of 0.1 s at whose beginning less than 0.3 s' worth is left; the cap of 128 MiB/s
    holds."""
    lab = Lab(inventory=inventory(host(1), host(2), vm(writes=2000.0, working_set=GIB)), profile="qemu")
    running = Engine(lab)
    running.submit(move())
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.passes[0].copy_bytes_per_s == pytest.approx(128 * MIB, rel=0.005)
    assert status.passes[-1].duration_s < 0.3
    left = 8 * GIB / PAGE * 4104 - status.passes[0].sent_bytes
    assert 0.2 * 128 * MIB < left < 0.301 * 128 * MIB


def test_xen_stops_after_five_passes() -> None:
    lab = Lab(
        inventory=inventory(host(1), host(2), vm(writes=200_000.0, working_set=4 * GIB, distribution=Uniform())),
        profile="xen",
    )
    running = Engine(lab)
    running.submit(move())
    status = finished(running)
    assert len(status.passes) == 6
    assert status.passes[-1].stop_and_copy
    assert not any(event.type == "GuestThrottled" for event in running.events)


def test_equal_labs_give_equal_logs_and_other_seeds_other_sweeps() -> None:
    sweeping = vm(memory=8 * GIB, writes=30_000.0, working_set=2 * GIB)
    logs = []
    for seed in (1, 1, 2):
        running = engine(host(1), host(2), sweeping, seed=seed)
        running.submit(move())
        finished(running)
        logs.append(running.events)
    assert logs[0] == logs[1]
    assert logs[0] != logs[2]


def test_entities_of_the_estate_are_untouched_by_reading() -> None:
    estate = inventory(host(1), host(2), BUSY)
    running = Engine(Lab(inventory=estate))
    running.submit(move())
    running.advance(4.0)
    running.status("migration-1")
    assert running.inventory == estate
    assert isinstance(running.inventory, Inventory)


def test_mirrors_follow_the_guests_writes() -> None:
    """Silent for 10 s, then 30 MiB/s: the memory copy has so much less of the link."""
    phases = (
        WorkloadPhase(duration_s=10.0),
        WorkloadPhase(duration_s=1000.0, disk_write_rate_bytes_per_s=30.0 * MIB),
    )
    running = engine(host(1), host(2), vm(memory=32 * GIB, workload=Workload(phases=phases)), profile=TEXTBOOK)
    running.submit(move(datastore="ds-b"))
    running.advance(9.9)
    before = running.status("migration-1")
    running.advance(10.1)
    after = running.status("migration-1")
    assert before.phase is after.phase is Phase.COPYING_MEMORY
    assert before.copy_bytes_per_s - after.copy_bytes_per_s == pytest.approx(30.0 * MIB, rel=1e-6)
    samples = running.samples_at("migration-1", np.array([10.1]))
    assert samples.disk_copy_bytes_per_s[0] == pytest.approx(30.0 * MIB)


def _standard_networks(*names: str) -> list[e.Entity]:
    """One standard switch a host, each with a port group of the given name."""
    switches: list[e.Entity] = [
        e.Switch(id=f"vss-{number}", name="vSwitch1", hosts=(f"h-{number}",)) for number in (1, 2)
    ]
    groups = [e.PortGroup(id=f"pg-{n}", name=name, switch=f"vss-{n}") for n, name in enumerate(names, start=1)]
    return [*switches, *groups]


def _with_standard_switch(number: int) -> e.Host:
    nics = (e.PhysicalNic(device="vmnic0", switch="dvs"), e.PhysicalNic(device="vmnic1", switch=f"vss-{number}"))
    return host(number, pnics=nics)


def test_a_standard_port_group_is_found_by_its_name() -> None:
    machine = vm(nics=(e.VirtualNic(portgroup="pg-1", mac_address="00:50:56:00:00:01"),))
    running = engine(*_standard_networks("Shop", "Shop"), _with_standard_switch(1), _with_standard_switch(2), machine)
    running.submit(move())
    assert finished(running).phase is Phase.COMPLETED
    assert running.inventory.vms["vm-1"].nics[0].portgroup == "pg-2"


def test_a_network_that_the_destination_does_not_have_stops_the_move() -> None:
    machine = vm(nics=(e.VirtualNic(portgroup="pg-1", mac_address="00:50:56:00:00:01"),))
    running = engine(*_standard_networks("Shop", "Office"), _with_standard_switch(1), _with_standard_switch(2), machine)
    running.submit(move())
    assert finished(running).phase is Phase.FAILED
    assert running.inventory.vms["vm-1"].nics[0].portgroup == "pg-1"


def test_what_drs_moves_is_called_so() -> None:
    running = engine(host(1), host(2), BUSY)
    running.submit(move(), initiator="DRS")
    assert finished(running).initiator == "DRS"
    assert running.events[-1].type == "DrsVmMigratedEvent"


def test_disks_that_are_raw_mappings_or_thick_and_snapshots_count_as_they_are() -> None:
    """A mapping moves nothing, a thick disk takes its capacity, snapshots go along as cold data."""
    disks = (
        e.VirtualDisk(
            label="Hard disk 1",
            datastore="ds-a",
            path="web-1/a.vmdk",
            capacity_bytes=4 * GIB,
            used_bytes=GIB,
            thin=False,
        ),
        e.VirtualDisk(
            label="Hard disk 2",
            datastore="ds-a",
            path="web-1/b.vmdk",
            capacity_bytes=100 * GIB,
            rdm=e.RawDeviceMapping(lun="lun-1"),
        ),
    )
    machine = vm(disks=disks, snapshots=(e.Snapshot(name="before", size_bytes=GIB),), power_state="poweredOff")
    both = [host(number, rdm_luns=("lun-1",)) for number in (1, 2)]
    running = engine(*both, machine)
    running.submit(move(datastore="ds-b"))
    before = running.inventory.datastores["ds-b"].free_bytes
    status = finished(running)
    assert status.phase is Phase.COMPLETED, status.fault
    assert [parcel.total_bytes for parcel in status.parcels] == [2 * GIB, 0.0]
    assert before - running.inventory.datastores["ds-b"].free_bytes == 5 * GIB
