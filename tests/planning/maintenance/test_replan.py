"""A plan goes on when a move fails or a host dies in the middle; whatever fails, nobody is lost and no rule broken."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.planning.maintenance.estates import estate, vm
from tests.planning.maintenance.test_hard_constraints import varied
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import (
    CancelMigration,
    Command,
    DestinationCannotResume,
    Fault,
    HostFailed,
    InjectFault,
    Migrate,
    MigrationSpec,
    SwitchoverStalled,
    VmotionNetworkLost,
)
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.maintenance.carrying import Carrying, Stage
from vmotion_gui.planning.maintenance.plan import Objective, Options
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.planning.maintenance.replan import plan_rest
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase


class World:
    """An engine as the world of a run; remembers how the estate was when each migration was asked for."""

    def __init__(self, inventory: Inventory) -> None:
        self.engine = Engine(Lab(inventory=inventory))

    @property
    def now_s(self) -> float:
        return self.engine.now_s

    @property
    def inventory(self) -> Inventory:
        return self.engine.inventory

    def submit(self, command: Command, *, initiator: str = "user") -> Ticket:
        return self.engine.submit(command, initiator=initiator)

    def phase(self, migration: str) -> Phase:
        return self.engine.phase(migration)

    def fault(self, migration: str) -> Reason | None:
        return self.engine.status(migration).fault


class Drive:
    """Carries a plan out, event by event, with a new plan whenever one is wanted."""

    def __init__(
        self, inventory: Inventory, hosts: list[str], *, ask: bool = False, objective: Objective = "time"
    ) -> None:
        self.world = World(inventory)
        self.plan = plan_maintenance(self.world.engine.checkpoint(), hosts, Options(objective=objective))
        self.run = Carrying(self.world, self.plan, ask=ask)
        self.rests = 0
        self.run.follow()

    def step(self) -> bool:
        """One event more; False if nothing happens any more."""
        moved = self.world.engine.busy or self.world.engine.next_event_s is not None
        self.world.engine.play(float("inf"), 1)
        self.run.follow()
        if self.run.wants_plan:
            self.rests += 1
            moment, failures = self.world.engine.checkpoint(), self.run.ask_for_plan()
            wanted, queued = self.run.wanted(), self.run.queued()
            self.run.hand_over(plan_rest(moment, self.plan.hosts, None, failures, recallable=queued, wanted=wanted))
            moved = True
        return moved

    def until(self, stage: Stage) -> None:
        for _ in range(100_000):
            if self.run.stage is stage or not self.step():
                break
        assert self.run.stage is stage

    def until_copying(self, host: str = "") -> str:
        """Go on until one copies its memory (to a host); its id."""
        for _ in range(10_000):
            for id_ in self.world.engine.active_ids():
                status = self.world.engine.status(id_)
                if status.phase is Phase.COPYING_MEMORY and host in ("", status.destination_host):
                    return id_
            self.step()
        raise AssertionError

    def fail(self, fault: Fault) -> None:
        self.world.submit(InjectFault(fault=fault))
        self.run.follow()


def small(hosts: int = 4, vms: int = 6) -> Inventory:
    return estate([64.0] * hosts, [vm(n, 0) for n in range(vms)])


def test_a_destination_dies_in_the_middle_and_the_rest_goes_elsewhere() -> None:
    drive = Drive(small(), ["host-0"])
    id_ = drive.until_copying()
    dead = drive.world.engine.status(id_).destination_host
    drive.fail(HostFailed(host=dead))
    drive.until(Stage.DONE)
    inventory = drive.world.inventory
    assert drive.rests == 1
    assert drive.run.staying() == ()
    assert {failure.host for failure in drive.run.failures} == {dead}
    arrived = {entry.move.spec.host for k, entry in enumerate(drive.run.entries) if entry.failure is None}
    assert dead not in arrived
    assert all(inventory.vms[f"m{n}"].power_state == "poweredOn" for n in range(6))


def test_what_is_queued_for_a_dead_host_is_recalled_and_what_is_queued_for_others_is_not() -> None:
    drive = Drive(small(vms=20), ["host-0"], objective="balance")
    id_ = drive.until_copying()
    engine = drive.world.engine
    dead = engine.status(id_).destination_host
    queued = {i: engine.status(i).destination_host for i in drive.run.queued()}
    assert {host == dead for host in queued.values()} == {True, False}
    drive.fail(HostFailed(host=dead))
    drive.until(Stage.DONE)
    assert drive.run.staying() == ()
    cancelled = {i for i in queued if engine.phase(i) is Phase.CANCELLED}
    assert cancelled == {i for i, host in queued.items() if host == dead}
    assert not [i for i in queued if engine.phase(i) is Phase.FAILED]


def test_a_move_that_fails_is_tried_at_another_host_and_what_runs_is_left_alone() -> None:
    drive = Drive(small(), ["host-0"])
    id_ = drive.until_copying()
    victim = drive.world.engine.status(id_)
    before = set(drive.world.engine.migration_ids())
    drive.fail(DestinationCannotResume(vm=victim.vm))
    drive.until(Stage.DONE)
    assert drive.run.staying() == ()
    assert drive.world.inventory.vms[victim.vm].host not in ("host-0", victim.destination_host)
    fresh = [drive.world.engine.status(i) for i in drive.world.engine.migration_ids() if i not in before]
    assert victim.vm in {status.vm for status in fresh}
    moved = [status for i in before if (status := drive.world.engine.status(i)).phase is Phase.COMPLETED]
    assert len(moved) == 5


def test_where_there_is_one_host_only_a_failed_move_is_tried_there_again_but_not_for_ever() -> None:
    drive = Drive(small(hosts=2, vms=1), ["host-0"])
    drive.until_copying()
    drive.fail(DestinationCannotResume(vm="m0"))
    drive.until(Stage.DONE)
    assert drive.world.inventory.vms["m0"].host == "host-1"
    drive = Drive(small(hosts=2, vms=1), ["host-0"])
    for number in range(3):
        drive.until_copying()
        drive.fail(DestinationCannotResume(vm="m0"))
        while len(drive.run.failures) == number:
            drive.step()
    drive.until(Stage.ASKING)
    proposal = drive.run.proposal
    assert proposal is not None
    assert [item.vm for item in proposal.plan.unplaceable] == ["m0"]
    drive.run.accept()
    assert drive.run.stage is Stage.DONE
    assert drive.run.staying() == ("m0",)


def test_paused_nothing_begins_and_resumed_it_goes_on() -> None:
    drive = Drive(small(vms=14), ["host-0"])
    drive.until_copying()
    drive.run.pause()
    begun = {entry.id for entry in drive.run.entries if entry.id}
    while drive.step():
        pass
    assert {entry.id for entry in drive.run.entries if entry.id} == begun
    assert 0 < len(drive.run.staying()) < 14
    drive.run.resume()
    drive.until(Stage.DONE)
    assert drive.run.staying() == ()
    assert drive.rests == 0


def test_ended_after_what_runs_and_ended_now() -> None:
    for now in (False, True):
        drive = Drive(small(vms=14), ["host-0"])
        drive.until_copying()
        running = len(drive.world.engine.active_ids()) - len(drive.run.queued())
        drive.run.end(now=now)
        drive.until(Stage.DONE)
        assert not drive.world.engine.active_ids()
        assert len(drive.run.staying()) == (14 if now else 14 - running)
        assert all(machine.power_state == "poweredOn" for machine in drive.world.inventory.vms.values())


def test_a_person_who_cancels_a_move_is_asked_to_resume() -> None:
    drive = Drive(small(), ["host-0"])
    id_ = drive.until_copying()
    drive.world.submit(CancelMigration(migration=id_))
    drive.until(Stage.PAUSED)
    drive.run.resume()
    drive.until(Stage.DONE)
    assert drive.run.staying() == ()


def test_asked_before_a_new_plan_and_planned_again_when_the_estate_is_another() -> None:
    drive = Drive(small(), ["host-0"], ask=True)
    id_ = drive.until_copying()
    drive.fail(DestinationCannotResume(vm=drive.world.engine.status(id_).vm))
    drive.until(Stage.ASKING)
    first = drive.run.proposal
    assert first is not None
    assert first.complete
    drive.fail(HostFailed(host=first.plan.moves[-1].spec.host))
    drive.run.plan_again()
    drive.until(Stage.ASKING)
    second = drive.run.proposal
    assert second is not None
    assert second.plan.moves[-1].spec.host != first.plan.moves[-1].spec.host
    drive.run.accept()


def test_what_has_not_failed_goes_where_it_was_to_go() -> None:
    drive = Drive(small(vms=10), ["host-0"], objective="downtime")
    wanted = {move.spec.vm: move.spec.host for move in drive.plan.moves}
    id_ = drive.until_copying()
    vm_id = drive.world.engine.status(id_).vm
    drive.fail(DestinationCannotResume(vm=vm_id))
    drive.until(Stage.DONE)
    assert drive.rests == 1
    ends = {id_: machine.host for id_, machine in drive.world.inventory.vms.items()}
    assert {vm: host for vm, host in ends.items() if vm != vm_id} == {k: v for k, v in wanted.items() if k != vm_id}
    assert ends[vm_id] not in ("host-0", wanted[vm_id])


def test_what_comes_waits_for_what_is_still_leaving() -> None:
    """m0 is on its way from host-1, and must be apart from m1, which can only go to host-1: when m0 has left."""
    rule = e.VmAntiAffinityRule(name="apart", vms=("m0", "m1"))
    world = World(estate([64.0, 64.0, 64.0], [vm(0, 1), vm(1, 0)], [rule]))
    world.submit(Migrate(spec=MigrationSpec(vm="m0", host="host-2")))
    plan = plan_maintenance(world.engine.checkpoint(), ["host-0"])
    assert plan.possible
    assert plan.under_way == ("migration-1",)
    first, second = plan.moves
    assert (second.spec.vm, second.spec.host, second.after) == ("m1", "host-1", (0,))
    assert second.start_s == pytest.approx(first.end_s)
    assert [loads.after.memory > 0.0 for loads in plan.loads] == [False, True, True]


FAULTS = ("host", "switchover", "resume", "network", "cancel", "pause")


@settings(max_examples=20)
@given(st.integers(0, 10**6))
def test_whatever_fails_no_vm_is_lost_and_no_hard_constraint_is_broken(seed: int) -> None:
    rng = random.Random(seed)
    inventory = varied(seed, rng.randint(3, 6), rng.randint(5, 25))
    drive = Drive(inventory, [rng.choice(list(inventory.hosts))])
    dead: set[str] = set()
    for _ in range(rng.randint(1, 3)):
        for _ in range(rng.randint(1, 60)):
            drive.step()
        dead |= _break(drive, rng)
    for _ in range(20_000):
        if drive.run.stage is Stage.PAUSED:
            drive.run.resume()
        elif drive.run.stage is Stage.ASKING:
            drive.run.accept()
        if drive.run.stage is Stage.DONE or not drive.step():
            break
    assert drive.run.stage is Stage.DONE
    _nobody_lost(inventory, drive.world.inventory, dead)
    _nothing_broken(inventory, drive)


def _break(drive: Drive, rng: random.Random) -> set[str]:
    kind = rng.choice(FAULTS)
    moving = [entry for entry in drive.run.entries if entry.id] or drive.run.entries
    if not moving:
        return set()
    move = rng.choice(moving)
    hosts = [move.move.spec.host, move.move.source]
    if kind == "host":
        host = rng.choice(hosts)
        drive.fail(HostFailed(host=host))
        return {host}
    if kind in ("switchover", "resume"):
        fault = SwitchoverStalled if kind == "switchover" else DestinationCannotResume
        drive.fail(fault(vm=move.move.spec.vm))
    elif kind == "network":
        drive.fail(VmotionNetworkLost(host=rng.choice(hosts)))
    elif kind == "cancel" and move.id:
        drive.world.submit(CancelMigration(migration=move.id))
    else:
        drive.run.pause()
    return set()


def _nobody_lost(before: Inventory, after: Inventory, dead: set[str]) -> None:
    assert before.vms.keys() == after.vms.keys()
    for id_, machine in before.vms.items():
        now = after.vms[id_]
        assert now.host in after.hosts
        if not dead:
            assert now.power_state == machine.power_state


def _nothing_broken(before: Inventory, drive: Drive) -> None:
    """Every migration that got there was allowed, and rules between VMs that held still hold among those it moved."""
    engine = drive.world.engine
    moved = {s.vm for i in engine.migration_ids() if (s := engine.status(i)).phase is Phase.COMPLETED}
    ha = {event.vm for event in engine.events if event.type == "VmRestartedOnAlternateHostEvent"}
    after = engine.inventory
    columns = Checker(after).columns
    for row, host in enumerate(columns.ids):
        came = {vm_id for vm_id in moved if after.vms[vm_id].host == host}
        if came and not ha:
            assert columns.reserved_bytes[row] <= columns.memory_bytes[row]
    for cluster in before.clusters.values():
        for rule in cluster.rules:
            if not isinstance(rule, e.VmAntiAffinityRule):
                continue
            on = [id_ for id_ in rule.vms if after.vms[id_].power_state == "poweredOn" and id_ not in ha]
            for a in moved.intersection(on):
                mates = [b for b in on if b != a and before.vms[b].host != before.vms[a].host]
                assert all(after.vms[a].host != after.vms[b].host for b in mates)
