"""A plan for datastores while it is carried out, changed by a person, checked before, and played ahead."""

from __future__ import annotations

import pytest

from tests.planning.datastores.estates import GIB, estate, moment, vm
from tests.planning.maintenance.test_replan import World
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.cures import cures_for
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import FieldsChanged, apply_all
from vmotion_gui.inventory.commands import CancelMigration, DatastoreFull, EditInventory, InjectFault
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.datastores.checks import StoreChecks
from vmotion_gui.planning.datastores.homeward import places_of, plan_files_home
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.override import changed_stores
from vmotion_gui.planning.datastores.planner import plan_datastores
from vmotion_gui.planning.datastores.replan import plan_rest_of_stores
from vmotion_gui.planning.maintenance.ahead import estate_at, stage_of
from vmotion_gui.planning.maintenance.carrying import Carrying, Stage
from vmotion_gui.planning.maintenance.override import RefusedError, Wish

NOTHING_KEPT = StoreOptions(keep_free=0.0)


class Drive:
    """Carries a plan out, event by event, with a new plan whenever one is wanted."""

    def __init__(self, inventory: Inventory) -> None:
        self.world = World(inventory)
        self.plan = plan_datastores(self.world.engine.checkpoint(), ["ds-a"], NOTHING_KEPT)
        assert self.plan.possible
        self.run = Carrying(self.world, self.plan)
        self.rests = 0
        self.run.follow()

    def step(self) -> bool:
        moved = self.world.engine.next_event_s is not None
        self.world.engine.play(float("inf"), 1)
        self.run.follow()
        if self.run.wants_plan:
            self.rests += 1
            now, failures = self.world.engine.checkpoint(), self.run.ask_for_plan()
            wanted, queued = self.run.wanted(), self.run.queued()
            rest = plan_rest_of_stores(now, ["ds-a"], NOTHING_KEPT, failures, recallable=queued, wanted=wanted)
            self.run.hand_over(rest)
            moved = True
        return moved

    def until(self, stage: Stage) -> None:
        for _ in range(100_000):
            if self.run.stage is stage or not self.step():
                break
        assert self.run.stage is stage


def many() -> Inventory:
    return estate(
        *(vm(number, 20, on=f"h-{1 + number % 2}") for number in range(1, 9)),
        free={"ds-b": 300, "ds-c": 300},
    )


def test_carried_out_it_takes_as_long_as_predicted_and_nothing_is_left() -> None:
    drive = Drive(many())
    drive.until(Stage.DONE)
    assert drive.run.complete
    assert drive.run.staying() == ()
    assert drive.world.now_s == pytest.approx(drive.plan.makespan_s)


def test_a_destination_fills_up_in_the_middle_and_the_rest_goes_elsewhere() -> None:
    drive = Drive(many())
    while not any(entry.move.to_datastores == ("ds-b",) and entry.id for entry in drive.run.entries):
        drive.step()
    drive.world.submit(InjectFault(fault=DatastoreFull(datastore="ds-b")))
    drive.until(Stage.DONE)
    assert drive.rests >= 1
    assert drive.run.staying() == ()
    assert {failure.host for failure in drive.run.failures} == {"ds-b"}
    assert drive.run.complete


def test_where_not_all_can_leave_any_more_a_person_is_asked() -> None:
    drive = Drive(estate(vm(1, 60), vm(2, 60), free={"ds-b": 70, "ds-c": 70}))
    drive.world.submit(EditInventory(changes=(FieldsChanged(id="ds-c", fields={"accessible": False}),)))
    drive.until(Stage.ASKING)
    assert drive.run.proposal is not None
    assert len(drive.run.proposal.plan.unplaceable) == 1
    drive.run.accept()
    drive.until(Stage.DONE)
    assert len(drive.run.staying()) == 1


def test_a_person_sends_files_elsewhere_or_later() -> None:
    inventory = many()
    plan = plan_datastores(moment(inventory), ["ds-a"], NOTHING_KEPT)
    [target] = plan.moves[0].to_datastores
    other = "ds-c" if target == "ds-b" else "ds-b"
    elsewhere = changed_stores(moment(inventory), plan, NOTHING_KEPT, Wish(move=0, host=other))
    assert elsewhere.moves[0].to_datastores == (other,)
    used = {space.datastore: space.after for space in elsewhere.spaces}
    before = {space.datastore: space.after for space in plan.spaces}
    assert used[other] > before[other]
    later = changed_stores(moment(inventory), plan, NOTHING_KEPT, Wish(move=0, begin_s=plan.makespan_s / 2))
    moved = next(move for move in later.moves if move.spec.vm == plan.moves[0].spec.vm)
    assert moved.start_s > plan.moves[0].start_s
    assert later.possible


@pytest.mark.parametrize(
    ("store", "key"),
    [
        ("ds-a", "evacuation.refused.emptiedStore"),
        ("ds-c", "evacuation.refused.otherPod"),
        ("ds-d", "evacuation.refused.space"),
    ],
)
def test_what_breaks_a_plan_is_refused_with_the_reason(store: str, key: str) -> None:
    pods = {"ds-a": "pod", "ds-b": "pod", "ds-d": "pod"}
    inventory = estate(vm(1, 60), free={"ds-b": 70, "ds-c": 70, "ds-d": 50}, pods=pods)
    plan = plan_datastores(moment(inventory), ["ds-a"], NOTHING_KEPT)
    with pytest.raises(RefusedError) as refused:
        changed_stores(moment(inventory), plan, NOTHING_KEPT, Wish(move=0, host=store))
    assert [reason.key for reason in refused.value.reasons] == [key]
    assert all(store in catalogue(language).render(refused.value.reasons[0]) for language in ("en", "de"))


def test_checks_tell_each_machine_apart() -> None:
    cdrom = e.VirtualDevice(kind="cdrom", label="CD", backing="iso:ds-a/boot.iso")
    machines = (
        vm(1, 10),
        vm(2, 200),
        vm(3, 10, template=True, power_state="poweredOff"),
        vm(4, 10, store="ds-b", devices=(cdrom,)),
        vm(5, 10, linked_clone=True),
        vm(6, 10, power_state="poweredOff"),
    )
    inventory = estate(*machines, free={"ds-b": 100, "ds-c": 100})
    found = {one.vm: one for one in StoreChecks(Checker(inventory), ["ds-a"], NOTHING_KEPT).departures()}
    assert {vm_: one.state for vm_, one in found.items()} == {
        "vm-1": "able",
        "vm-2": "blocked",
        "vm-3": "blocked",
        "vm-4": "blocked",
        "vm-5": "blocked",
        "vm-6": "able",
    }
    assert found["vm-1"].able == 2
    rules = {vm_: one.objections[0].reason.rule for vm_, one in found.items() if one.objections}
    assert rules == {"vm-2": "ds.space", "vm-3": "plan.template", "vm-4": "dev.image", "vm-5": "disk.delta"}


def test_what_blocks_is_cured_by_what_is_offered() -> None:
    cdrom = e.VirtualDevice(kind="cdrom", label="CD", backing="iso:ds-a/boot.iso")
    inventory = estate(vm(1, 200), vm(2, 10, store="ds-b", devices=(cdrom,)), free={"ds-b": 100, "ds-c": 100})
    for _ in range(2):
        blocked = [
            one for one in StoreChecks(Checker(inventory), ["ds-a"], NOTHING_KEPT).departures() if one.objections
        ]
        objection = blocked[0].objections[0]
        [cure, *_] = cures_for(inventory, objection.spec, objection.reason.rule)
        inventory = apply_all(inventory, cure.changes)
    assert plan_datastores(moment(inventory), ["ds-a"], NOTHING_KEPT).possible


def test_played_ahead_the_files_are_where_the_plan_has_brought_them() -> None:
    inventory = many()
    plan = plan_datastores(moment(inventory), ["ds-a"], NOTHING_KEPT)
    stage = stage_of(inventory, plan)
    assert set(stage.datastores) == {"ds-a", "ds-b", "ds-c"}
    assert set(stage.vms) == {f"vm-{number}" for number in range(1, 9)}
    end = estate_at(stage, plan.moves, plan.makespan_s + 1.0)
    assert not [one.id for one in end.vms.values() if "ds-a" in one.datastores]
    assert end.datastores["ds-a"].free_bytes == inventory.datastores["ds-a"].free_bytes + 8 * 20 * GIB
    begin = estate_at(stage, plan.moves, 0.0)
    assert all("ds-a" in one.datastores for one in begin.vms.values())


def test_files_come_home_in_an_order_in_which_all_find_room() -> None:
    machines = (vm(1, 100), vm(2, 50, store="ds-b"), vm(3, 30, store="ds-b"))
    inventory = estate(*machines, free={"ds-b": 60, "ds-c": 60})
    drive = Drive(inventory)
    drive.until(Stage.DONE)
    after = drive.world.inventory
    assert after.vms["vm-1"].datastores == ("ds-b",)
    homes = {one.id: places_of(one) for one in inventory.vms.values()}
    plan = plan_files_home(drive.world.engine.checkpoint(), homes)
    assert [(move.spec.vm, move.after) for move in plan.moves] == [("vm-1", ()), ("vm-2", (0,))]
    assert all(move.outcome == "completed" for move in plan.moves)
    back = Carrying(drive.world, plan)
    for _ in range(10_000):
        back.follow()
        if back.stage is Stage.DONE:
            break
        drive.world.engine.play(float("inf"), 1)
    assert {one.id: places_of(one) for one in drive.world.inventory.vms.values()} == homes
    assert not plan_files_home(drive.world.engine.checkpoint(), homes).moves


def test_a_failure_on_the_way_home_keeps_only_those_away_that_wait_for_it() -> None:
    machines = (vm(1, 100), vm(2, 50, store="ds-b"), vm(3, 30))
    inventory = estate(*machines, free={"ds-b": 90, "ds-c": 80})
    drive = Drive(inventory)
    drive.until(Stage.DONE)
    homes = {one.id: places_of(one) for one in inventory.vms.values()}
    plan = plan_files_home(drive.world.engine.checkpoint(), homes)
    after = {move.spec.vm: move.after for move in plan.moves}
    assert after["vm-2"], "it waits for room on ds-b"
    back = Carrying(drive.world, plan)
    back.follow()
    drive.world.submit(
        CancelMigration(migration=next(entry.id for entry in back.entries if entry.move.spec.vm == "vm-1"))
    )
    for _ in range(10_000):
        back.follow()
        if back.stage is Stage.PAUSED:
            back.resume()
        if back.stage is Stage.DONE:
            break
        drive.world.engine.play(float("inf"), 1)
    assert back.stage is Stage.DONE
    assert not back.complete
    assert {failure.vm for failure in back.failures} == {"vm-1", "vm-2"}
    assert [entry.move.spec.vm for entry in back.entries if entry.refused is not None] == ["vm-2"]
    assert places_of(drive.world.inventory.vms["vm-3"]) == homes["vm-3"]


def test_no_way_home_is_told_where_there_is_no_room() -> None:
    inventory = estate(vm(1, 100), free={"ds-b": 200})
    drive = Drive(inventory)
    drive.until(Stage.DONE)
    drive.world.submit(InjectFault(fault=DatastoreFull(datastore="ds-a")))
    assert not plan_files_home(drive.world.engine.checkpoint(), {"vm-1": {"": "ds-a", "Hard disk 1": "ds-a"}}).moves
