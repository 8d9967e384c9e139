"""What of a host's vSAN data moves in each of the three modes, how long it takes, and when the host does not enter."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import worlds as w
from tests.simulation.laws import law
from tests.simulation.tasks.estates import enter, estate, settled, state, told
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import CancelTask, VsanMode
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.tasks import vsan

GIB = w.GIB


def part(vm: int, gib: float = 100.0, *, witness: bool = False) -> e.VsanComponent:
    return e.VsanComponent(vm=f"vm-{vm}", size_bytes=round(gib * GIB), witness=witness)


def cluster(*held: Sequence[e.VsanComponent], capacity: int = 1000 * GIB) -> Engine:
    """A host for each list of parts, its VMs on the last one."""
    hosts = [
        w.host(number, vsan_capacity_bytes=capacity, vsan_components=tuple(parts))
        for number, parts in enumerate(held, 1)
    ]
    ids = sorted({p.vm for parts in held for p in parts})
    return estate(*(w.vm(int(id_[3:]), on=f"h-{len(held)}") for id_ in ids), hosts=hosts)


def mirrored() -> Engine:
    """vm-1 mirrored on h-1 and h-2, its witness on h-3; vm-2 on h-1 alone; h-4 is empty."""
    return cluster([part(1), part(2, 50.0)], [part(1)], [part(1, 0.004, witness=True)], [])


def held_by(inventory: Inventory) -> dict[str, set[str]]:
    return {host.id: {p.vm for p in host.vsan_components} for host in inventory.hosts.values()}


@pytest.mark.parametrize(
    ("mode", "moved_gib", "left"),
    [
        ("noAction", 0.0, {"vm-1", "vm-2"}),
        ("ensureObjectAccessibility", 50.0, {"vm-1"}),
        ("evacuateAllData", 150.0, set()),
    ],
)
def test_the_three_modes_move_different_amounts(mode: VsanMode, moved_gib: float, left: set[str]) -> None:
    running = mirrored()
    enter(running, vsan_mode=mode)
    task = settled(running)
    assert task.state == "success"
    assert task.data_bytes == moved_gib * GIB
    assert held_by(running.inventory)["h-1"] == left
    lost = told(running, "VsanObjectsInaccessible")
    assert [event.text.args["vms"] for event in lost] == ([["web-2"]] if mode == "noAction" else [])
    # 10 Gbit/s without any adapter of vSAN's own, of which the data take half: bytes / 625 MB/s
    assert running.now_s == pytest.approx(moved_gib * GIB / 625e6)


def test_a_copy_that_is_away_already_makes_the_other_one_needed() -> None:
    running = mirrored()
    enter(running, host="h-2", vsan_mode="noAction")
    assert settled(running).state == "success"
    enter(running)
    task = settled(running)
    assert task.data_bytes == 150.0 * GIB, "both VMs' only usable copies are on h-1"
    assert held_by(running.inventory)["h-1"] == set()


def test_a_cluster_of_three_cannot_give_up_a_mirrors_part() -> None:
    """Each of the other two hosts has a part of the VM already: full data migration has nowhere to go."""
    running = cluster([part(1)], [part(1)], [part(1, 0.004, witness=True)])
    enter(running, vsan_mode="evacuateAllData")
    task = settled(running)
    assert task.fault is not None
    assert (task.state, task.fault.fault) == ("error", "VsanFault")
    assert state(running) == "normal"
    enter(running)
    assert settled(running).state == "success", "ensuring accessibility moves nothing here"


def test_without_room_the_host_does_not_enter() -> None:
    running = cluster([part(1, 80.0)], [part(2, 90.0)], [], capacity=100 * GIB)
    enter(running, host="h-2", vsan_mode="evacuateAllData")
    assert settled(running).state == "success"
    enter(running, vsan_mode="evacuateAllData")
    assert settled(running).state == "error"


def test_cancelled_in_the_middle_what_is_through_stays_there() -> None:
    running = mirrored()
    id_ = enter(running, vsan_mode="evacuateAllData")
    running.advance(100.0 * GIB / 625e6 + 1.0)
    task = running.tasks()[id_]
    assert task.data_moved_bytes == pytest.approx(100.0 * GIB + 625e6)
    assert 0.5 < task.progress < 1.0
    running.submit(CancelTask(task=id_))
    assert state(running) == "normal"
    assert held_by(running.inventory) == {"h-1": {"vm-2"}, "h-2": {"vm-1"}, "h-3": {"vm-1"}, "h-4": {"vm-1"}}
    assert settled(running).state == "canceled"


@st.composite
def _clusters(draw: st.DrawFn) -> Engine:
    held: list[list[e.VsanComponent]] = [[] for _ in range(draw(st.integers(3, 6)))]
    for number in range(1, draw(st.integers(1, 6)) + 1):
        places = draw(st.lists(st.integers(0, len(held) - 1), min_size=1, max_size=3, unique=True))
        for order, place in enumerate(places):
            size = draw(st.integers(1, 300))
            held[place].append(part(number, size, witness=order == 2))
    return cluster(*held, capacity=600 * GIB)


@law
@given(running=_clusters())
def test_modes_move_more_the_more_they_promise_and_no_part_gets_lost(running: Engine) -> None:
    inventory = running.inventory
    host = inventory.hosts["h-1"]
    plans = [vsan.plan(inventory, host, mode) for mode in ("noAction", "ensureObjectAccessibility", "evacuateAllData")]
    moved = [{move.vm for move in plan.moves} | set(plan.stuck) for plan in plans]
    assert moved[0] <= moved[1] <= moved[2] == {p.vm for p in host.vsan_components}
    for plan in plans:
        after = inventory
        for change in vsan.changes(inventory, host, plan.moves):
            after = change.apply(after)
        assert _parts(after) == _parts(inventory)
        for other in after.hosts.values():
            vms = [p.vm for p in other.vsan_components]
            assert len(vms) == len(set(vms)), "never two parts of one VM on a host"
            grown = len(vms) > len(inventory.hosts[other.id].vsan_components)
            assert not grown or sum(p.size_bytes for p in other.vsan_components) <= other.vsan_capacity_bytes


def _parts(inventory: Inventory) -> list[tuple[str, int, bool]]:
    return sorted((p.vm, p.size_bytes, p.witness) for host in inventory.hosts.values() for p in host.vsan_components)
