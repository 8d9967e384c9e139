"""Plans that empty datastores."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.datastores.estates import GIB, STORES, estate, moment, vm
from tests.simulation import worlds as w
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.planner import plan_datastores, store_alternatives
from vmotion_gui.planning.maintenance.plan import OBJECTIVES, Plan
from vmotion_gui.simulation.engine import Engine

NOTHING_KEPT = StoreOptions(keep_free=0.0)


def planned(inventory: Inventory, options: StoreOptions = NOTHING_KEPT, **more: object) -> Plan:
    return plan_datastores(moment(inventory), ["ds-a"], options, **more)  # type: ignore[arg-type]


def targets(plan: Plan) -> dict[str, tuple[str, ...]]:
    return {move.spec.vm: move.to_datastores for move in plan.moves}


def carried_out(inventory: Inventory, plan: Plan) -> Inventory:
    """The estate with the plan carried out in a new run, each move when those that it waits for have completed."""
    engine = Engine(Lab(inventory=inventory))
    ids: dict[int, str] = {}
    while len(ids) < len(plan.moves) or engine.active_ids():
        done = {k for k, id_ in ids.items() if engine.phase(id_).ended}
        for k, move in enumerate(plan.moves):
            if k not in ids and set(move.after) <= done:
                ids[k] = engine.submit(Migrate(spec=move.spec)).id
        engine.advance(engine.next_event_s or engine.now_s)
    return engine.inventory


def test_running_machines_move_live_and_the_others_cold_and_nothing_is_left() -> None:
    machines = (vm(1, 40), vm(2, 20, power_state="poweredOff"), vm(3, 30, on="h-2"), vm(4, 10, store="ds-b"))
    inventory = estate(*machines, free={"ds-b": 200, "ds-c": 200})
    plan = planned(inventory)
    assert plan.possible
    types = {move.spec.vm: move.type for move in plan.moves}
    assert types == {
        "vm-1": MigrationType.STORAGE_VMOTION,
        "vm-2": MigrationType.COLD,
        "vm-3": MigrationType.STORAGE_VMOTION,
    }
    assert {move.from_datastores for move in plan.moves} == {("ds-a",)}
    assert {store for places in targets(plan).values() for store in places} == {"ds-b", "ds-c"}
    after = carried_out(inventory, plan)
    assert not [machine.id for machine in after.vms.values() if "ds-a" in machine.datastores]
    assert plan.makespan_s == pytest.approx(max(move.end_s for move in plan.moves))
    assert 0.0 < plan.bound.seconds <= plan.makespan_s


def test_only_what_lies_on_the_datastore_leaves_it() -> None:
    disks = tuple(
        e.VirtualDisk(label=label, datastore=store, path=f"web-1/{label}.vmdk", capacity_bytes=10 * GIB)
        for label, store in (("Disk 1", "ds-a"), ("Disk 2", "ds-b"), ("Disk 3", "ds-a"))
    )
    mixed = w.vm(1, memory=GIB, disks=disks, config_datastore="ds-b")
    inventory = estate(mixed, free={"ds-b": 5, "ds-c": 300})
    plan = planned(inventory)
    assert [move.spec for move in plan.moves] == [
        MigrationSpec(vm="vm-1", disks={"Disk 1": "ds-c", "Disk 3": "ds-c"}, state="poweredOn")
    ]
    assert carried_out(inventory, plan).vms["vm-1"].disks[1] == disks[1]


def test_files_stay_in_their_datastore_cluster_unless_they_may_leave_it() -> None:
    inventory = estate(vm(1, 100), free={"ds-b": 50, "ds-c": 400}, pods={"ds-a": "pod", "ds-b": "pod"})
    inside = planned(inventory)
    assert [reason.rule for reason in inside.unplaceable[0].reasons] == ["ds.space"]
    outside = planned(inventory, StoreOptions(keep_free=0.0, other_clusters=True))
    assert outside.possible
    assert targets(outside) == {"vm-1": ("ds-c",)}


def test_a_share_of_each_destination_stays_free() -> None:
    inventory = estate(vm(1, 100), vm(2, 100), free={"ds-b": 250, "ds-c": 0})
    assert planned(inventory).possible
    kept = planned(inventory, StoreOptions(keep_free=0.1))
    assert len(kept.unplaceable) == 1
    assert {space.datastore: space.after for space in kept.spaces}["ds-b"] <= 0.9


def test_disks_part_only_where_they_must_and_may() -> None:
    inventory = estate(vm(1, 60, 60), free={"ds-b": 70, "ds-c": 70})
    plan = planned(inventory)
    assert plan.possible
    assert set(targets(plan)["vm-1"]) == {"ds-b", "ds-c"}
    assert not planned(inventory, StoreOptions(keep_free=0.0, split_disks=False)).possible
    roomy = estate(vm(1, 60, 60), free={"ds-b": 200, "ds-c": 200})
    assert len(targets(planned(roomy))["vm-1"]) == 1


def test_files_of_others_make_room_where_nothing_fits_directly() -> None:
    machines = (vm(1, 100), vm(2, 50, store="ds-b"), vm(3, 30, store="ds-b"))
    inventory = estate(*machines, free={"ds-b": 60, "ds-c": 60})
    plan = planned(inventory)
    assert plan.possible
    assert [(move.spec.vm, move.makes_room) for move in plan.moves] == [("vm-2", True), ("vm-1", False)]
    assert plan.moves[1].after == (0,)
    assert plan.moves[1].start_s >= plan.moves[0].end_s
    assert carried_out(inventory, plan).vms["vm-1"].datastores == ("ds-b",)


def test_a_machine_goes_only_where_its_host_sees_the_datastore() -> None:
    inventory = estate(
        vm(1, 50), vm(2, 50, on="h-2"), free={"ds-b": 400, "ds-c": 400}, mounts=(("ds-a", "ds-b"), ("ds-a", "ds-c"))
    )
    assert targets(planned(inventory)) == {"vm-1": ("ds-b",), "vm-2": ("ds-c",)}


@pytest.mark.parametrize("language", ["en", "de"])
def test_what_no_migration_helps_is_told_with_its_cure(language: str) -> None:
    cdrom = e.VirtualDevice(kind="cdrom", label="CD", backing="iso:ds-a/boot.iso")
    machines = (
        vm(1, 10, template=True, power_state="poweredOff"),
        vm(2, 10, store="ds-b", devices=(cdrom,)),
        vm(3, 400),
    )
    plan = planned(estate(*machines, free={"ds-b": 300}))
    found = {one.vm: one.reasons[0] for one in plan.unplaceable}
    assert {vm_: reason.rule for vm_, reason in found.items()} == {
        "vm-1": "plan.template",
        "vm-2": "dev.image",
        "vm-3": "ds.space",
    }
    words = catalogue(language)
    assert all(words.render(reason.text) and words.render(reason.cure) for reason in found.values())
    alone = planned(estate(vm(1, 10), free={}))
    assert alone.unplaceable[0].reasons[0].rule == "plan.place"
    assert words.render(alone.unplaceable[0].reasons[0].text)


def test_plans_for_other_objectives_serve_them() -> None:
    machines = [vm(number, 10 * number, on=f"h-{1 + number % 2}") for number in range(1, 7)]
    inventory = estate(*machines, free={"ds-b": 700, "ds-c": 300, "ds-d": 250})
    plans = {
        objective: planned(inventory, StoreOptions(objective=objective, keep_free=0.0)) for objective in OBJECTIVES
    }
    assert all(plan.possible for plan in plans.values())
    assert plans["balance"].imbalance == min(plan.imbalance for plan in plans.values())
    assert plans["time"].makespan_s == min(plan.makespan_s for plan in plans.values())
    assert plans["downtime"].downtime_s <= plans["time"].downtime_s
    found = store_alternatives(moment(inventory), ["ds-a"], NOTHING_KEPT)
    assert found[0].moves == plans["time"].moves
    assert len(found) > 1
    assert all(one.moves != other.moves for one, other in itertools.combinations(found, 2))


def test_what_runs_already_goes_on_and_is_counted_on() -> None:
    inventory = estate(vm(1, 100), vm(2, 100), free={"ds-b": 120, "ds-c": 120})
    engine = Engine(Lab(inventory=inventory))
    id_ = engine.submit(Migrate(spec=MigrationSpec(vm="vm-1", datastore="ds-b"))).id
    engine.advance(20.0)
    plan = plan_datastores(engine.checkpoint(), ["ds-a"], NOTHING_KEPT)
    assert plan.under_way == (id_,)
    assert plan.possible
    assert targets(plan)["vm-2"] == ("ds-c",), "the space on ds-b is taken already"


def test_progress_is_told_and_cancels_by_raising() -> None:
    inventory = estate(vm(1, 10), vm(2, 10), free={"ds-b": 400})
    seen: list[tuple[int, int]] = []
    planned(inventory, on_progress=lambda done, count: seen.append((done, count)))
    assert seen[-1] == (2, 2)

    def stop(_done: int, _count: int) -> None:
        raise InterruptedError

    with pytest.raises(InterruptedError):
        planned(inventory, on_progress=stop)


@st.composite
def _estates(draw: st.DrawFn) -> Inventory:
    machines = [
        vm(
            number,
            *draw(st.lists(st.integers(1, 60), min_size=1, max_size=2)),
            on=draw(st.sampled_from(["h-1", "h-2"])),
            store=draw(st.sampled_from(["ds-a", "ds-a", "ds-a", "ds-b"])),
            power_state=draw(st.sampled_from(["poweredOn", "poweredOn", "poweredOff", "suspended"])),
        )
        for number in range(1, draw(st.integers(2, 6)))
    ]
    free = {id_: draw(st.integers(0, 150)) for id_ in STORES[1:]}
    seen = draw(st.sampled_from([STORES, ("ds-a", "ds-b"), ("ds-a", "ds-b", "ds-d")]))
    return estate(*machines, free=free, mounts=(STORES, seen))


@given(inventory=_estates(), objective=st.sampled_from(OBJECTIVES), keep=st.sampled_from([0.0, 0.05]))
def test_no_plan_overfills_a_datastore_or_loses_a_file(inventory: Inventory, objective: object, keep: float) -> None:
    plan = planned(inventory, StoreOptions(objective=objective, keep_free=keep))  # type: ignore[arg-type]
    assert all(move.outcome == "completed" for move in plan.moves)
    after = carried_out(inventory, plan)
    staying = {one.vm for one in plan.unplaceable}
    for machine in after.vms.values():
        before = inventory.vms[machine.id]
        assert machine.host == before.host
        assert [disk.capacity_bytes for disk in machine.disks] == [disk.capacity_bytes for disk in before.disks]
        assert ("ds-a" in machine.datastores) == (machine.id in staying)
    for store in after.datastores.values():
        known = {space.datastore: space for space in plan.spaces}.get(store.id)
        if known is None:
            assert store == inventory.datastores[store.id]
            continue
        kept = (
            0.0 if store.id == "ds-a" else min(keep, inventory.datastores[store.id].free_bytes / store.capacity_bytes)
        )
        assert known.after == pytest.approx(1.0 - store.free_bytes / store.capacity_bytes, abs=1e-6)
        assert known.worst <= 1.0 - kept + 1e-9
    assert plan.makespan_s >= plan.bound.seconds


@given(
    sizes=st.lists(st.integers(1, 100), min_size=1, max_size=6),
    free=st.lists(st.integers(0, 160), min_size=3, max_size=3),
)
def test_all_leave_wherever_that_is_possible(sizes: list[int], free: list[int]) -> None:
    """Held against all placements there are."""
    inventory = estate(
        *(vm(number, size) for number, size in enumerate(sizes, 1)),
        free=dict(zip(STORES[1:], free, strict=True)),
    )
    ways = itertools.product(range(3), repeat=len(sizes))
    room = any(
        all(sum(size for size, place in zip(sizes, way, strict=True) if place == k) <= free[k] for k in range(3))
        for way in ways
    )
    assert planned(inventory).possible >= room
