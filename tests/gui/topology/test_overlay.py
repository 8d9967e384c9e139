"""Running migrations in the picture: ghost, path, ring, stun, the way back; driven by the real engine."""

from __future__ import annotations

import pytest

from tests.gui.topology.conftest import Stage
from vmotion_gui.gui.topology.items_migration import MigrationItem
from vmotion_gui.inventory.commands import CancelMigration, Migrate, MigrationSpec
from vmotion_gui.simulation.status import Phase


def _start(stage: Stage, vm: str = "vm-web-01", host: str = "host-2", datastore: str = "") -> str:
    ticket = stage.session.submit(Migrate(spec=MigrationSpec(vm=vm, host=host, datastore=datastore)))
    assert ticket.accepted
    return ticket.id


def _go(stage: Stage, until_s: float) -> None:
    stage.session.backend.advance(until_s)
    stage.session.refresh()


def _until(stage: Stage, migration: str, *phases: Phase) -> None:
    backend = stage.session.backend
    for _ in range(20_000):
        if backend.migrations()[migration].phase in phases:
            break
        assert backend.next_event_s is not None
        backend.advance(backend.next_event_s, max_events=1)
    stage.session.refresh()
    assert backend.migrations()[migration].phase in phases


def _item(stage: Stage, migration: str) -> MigrationItem:
    return stage.view.overlay.items[migration]


def test_a_running_migration_has_a_ghost_in_a_free_slot_and_a_path_over_the_network(stage: Stage) -> None:
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    item = _item(stage, migration)
    ghost = item.journey.ghost
    assert ghost is not None
    scene = stage.view.picture
    assert scene.picture.layout.boxes["host-2"].holds(ghost)
    assert scene.object_at(*ghost.center) == "host-2"
    (way,) = item.journey.course.ways
    subnet = scene.picture.layout.boxes["subnet-vmotion-hq"]
    assert any(subnet.grown(30.0).contains(x, y) for x, y in way.points)
    assert "web-01" in item.label()
    assert item.label().split(" · ")[1].startswith("2 Copying memory")


def test_disks_that_stay_are_tied_to_both_hosts_and_send_nothing(stage: Stage) -> None:
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    journey = _item(stage, migration).journey
    stores = {stage.inventory.vms["vm-web-01"].home_datastore}
    assert journey.course.stay_at == [stage.view.picture.box_of(id_) for id_ in stores]
    assert len(journey.course.stays) == 2
    assert len(journey.course.ways) == 1


def test_a_disk_that_moves_has_a_way_of_its_own(stage: Stage) -> None:
    before = stage.inventory.vms["vm-web-01"].home_datastore
    target = next(id_ for id_ in ("datastore-vmfs-03", "datastore-vmfs-02") if id_ != before)
    migration = _start(stage, host="", datastore=target)
    _until(stage, migration, Phase.COPYING_DISK)
    journey = _item(stage, migration).journey
    assert journey.ghost is None
    (way,) = journey.course.ways
    boxes = stage.view.picture.picture.layout.boxes
    assert boxes[before].grown(2.0).contains(*way.points[0])
    assert boxes[target].grown(2.0).contains(*way.points[-1])


def test_the_vm_arrives_where_its_ghost_was(stage: Stage) -> None:
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    ghost = _item(stage, migration).journey.ghost
    _until(stage, migration, Phase.COMPLETED)
    assert stage.view.picture.box_of("vm-web-01") == ghost
    assert stage.view.picture.host_of("vm-web-01") == "host-2"


def test_two_arrivals_get_two_places(stage: Stage) -> None:
    first, second = _start(stage, "vm-web-01"), _start(stage, "vm-app-05")
    _until(stage, first, Phase.COPYING_MEMORY)
    _until(stage, second, Phase.COPYING_MEMORY)
    one, other = _item(stage, first).journey.ghost, _item(stage, second).journey.ghost
    assert one is not None
    assert other is not None
    assert not one.overlaps(other)


def test_a_switchover_is_seen_even_if_it_was_too_short_for_a_frame(stage: Stage) -> None:
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    _until(stage, migration, Phase.COMPLETED)
    overlay, picture = stage.view.overlay, stage.view.picture.picture
    assert "vm-web-01" in picture.stunned
    seen = set()
    for _ in range(40):
        seen |= {item.stunned for item in overlay.items.values()}
        overlay.advance_frame()
    assert seen == {True, False}
    assert not picture.stunned
    assert overlay.items == {}
    assert not overlay.animating


def test_a_cancelled_migration_goes_back_and_fades(stage: Stage) -> None:
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    stage.session.submit(CancelMigration(migration=migration))
    _until(stage, migration, Phase.ROLLING_BACK, Phase.CANCELLED)
    item = _item(stage, migration)
    assert item.back
    _until(stage, migration, Phase.CANCELLED)
    for _ in range(60):
        stage.view.overlay.advance_frame()
    assert stage.view.overlay.items == {}
    assert stage.view.picture.host_of("vm-web-01") == "host-1"
    assert stage.view.picture.hosts["host-2"].slots.count == len(stage.inventory.vms_on("host-2"))


def test_nothing_moves_by_itself_while_time_stands_still(stage: Stage) -> None:
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    assert not stage.view.overlay.animating
    stage.session.play()
    assert stage.view.overlay.animating
    stage.session.pause()
    assert not stage.view.overlay.animating


def test_reduced_motion_keeps_packets_still(stage: Stage) -> None:
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    stage.view.set_reduced_motion(on=True)
    stage.session.play()
    assert not stage.view.overlay.animating
    assert not _item(stage, migration).moving
    stage.session.pause()


def test_another_moment_shows_what_ran_then(stage: Stage) -> None:
    _go(stage, 5.0)
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    copying_s = stage.session.backend.now_s
    _until(stage, migration, Phase.COMPLETED)
    stage.session.rewind(copying_s)
    assert stage.session.backend.migrations()[migration].phase is Phase.COPYING_MEMORY
    assert list(stage.view.overlay.items) == [migration]
    stage.session.rewind(1.0)
    assert stage.view.overlay.items == {}


@pytest.mark.parametrize("mode", ["nested", "graph"])
@pytest.mark.parametrize("zoom", [0.3, 1.0])
def test_it_paints_at_every_zoom_in_both_layouts(stage: Stage, mode: str, zoom: float) -> None:
    stage.view.set_layout_mode("graph" if mode == "graph" else "nested")
    stage.view.zoom_to(zoom)
    stage.view.center_on_object("host-1")
    before = stage.view.grab().toImage()
    migration = _start(stage)
    _until(stage, migration, Phase.COPYING_MEMORY)
    _go(stage, stage.session.backend.now_s + 1.0)
    assert stage.view.grab().toImage() != before
