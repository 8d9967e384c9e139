"""Words and marks of several migrations at once."""

from __future__ import annotations

from itertools import combinations

from tests.gui.topology.conftest import Stage
from vmotion_gui.gui.topology.overlay import FADE_FRAMES, STUN_FRAMES
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.simulation.status import Phase


def _start(stage: Stage, vm: str, host: str) -> str:
    spec = MigrationSpec(vm=stage.id_of(vm), host=stage.id_of(host))
    ticket = stage.session.submit(Migrate(spec=spec))
    assert ticket.accepted
    return ticket.id


def _step(stage: Stage) -> None:
    due = stage.session.backend.next_event_s
    assert due is not None
    stage.session.backend.advance(due, max_events=1)
    stage.session.refresh()


def _until(stage: Stage, migration: str, phase: Phase) -> None:
    while stage.session.backend.migrations()[migration].phase is not phase:
        _step(stage)


def test_labels_of_migrations_to_one_host_stand_above_each_other(stage: Stage) -> None:
    ids = [_start(stage, vm, "esx-04") for vm in ("web-01", "web-02", "web-03")]
    _until(stage, ids[-1], Phase.COPYING_MEMORY)
    stage.view.fit()
    rects = [item.label_rect() for item in stage.view.overlay.items.values()]
    assert len(rects) == 3
    assert not any(a.intersects(b) for a, b in combinations(rects, 2))
    assert all(item.boundingRect().contains(item.label_rect()) for item in stage.view.overlay.items.values())


def test_of_very_many_only_those_pointed_at_have_words(stage: Stage) -> None:
    pairs = (("esx-01", "esx-04"), ("esx-02", "esx-03"), ("esx-09", "esx-12"), ("esx-06", "esx-07"))
    for source, target in pairs:
        for vm in stage.inventory.vms_on(stage.id_of(source))[:4]:
            stage.session.submit(Migrate(spec=MigrationSpec(vm=vm, host=stage.id_of(target))))
    items = stage.view.overlay.items
    while len(items) <= 8:
        _step(stage)
    assert not any(item.labelled for item in items.values())
    status = next(iter(items.values())).status
    stage.selection.select([status.vm])
    assert [item.status.vm for item in items.values() if item.labelled] == [status.vm]


def test_after_the_switchover_the_chip_is_marked_where_the_vm_now_is(stage: Stage) -> None:
    vm, target = stage.id_of("web-01"), stage.id_of("esx-04")
    migration = _start(stage, "web-01", "esx-04")
    origin = stage.view.rect_of(vm)
    while stage.inventory.vms[vm].host != target:
        _step(stage)
    item = stage.view.overlay.items[migration]
    assert (item.journey.here.x, item.journey.here.y) == (stage.view.rect_of(vm).x(), stage.view.rect_of(vm).y())
    assert (item.journey.chip.x, item.journey.chip.y) == (origin.x(), origin.y()), "where it was, not the whole host"
    assert stage.view.rect_of(target).contains(stage.view.rect_of(vm))


def test_when_all_is_over_nothing_is_left_and_nothing_moves(stage: Stage) -> None:
    migration = _start(stage, "web-01", "esx-04")
    _until(stage, migration, Phase.COMPLETED)
    for _ in range(STUN_FRAMES + FADE_FRAMES + 2):
        stage.view.overlay.advance_frame()
    assert stage.view.overlay.items == {}
    assert not stage.view.overlay.animating
    assert stage.view.picture.picture.stunned == set()
