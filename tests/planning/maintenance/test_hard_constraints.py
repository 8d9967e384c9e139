"""Over random estates no plan ever breaks a hard constraint: not at its end, and not on the way."""

from __future__ import annotations

import itertools
import random

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from tests.planning.maintenance.estates import GIB, start
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.failover import claimed_bytes, failover_room
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.planning.maintenance.plan import OBJECTIVES, Options, Plan
from vmotion_gui.planning.maintenance.planner import plan_maintenance


def varied(seed: int, hosts: int, vms: int) -> Inventory:
    """The generator's estate with reservations, rules, VMs on local disks, sensitive VMs, small hosts, hosts away."""
    rng = random.Random(seed)
    inventory = generate(hosts, vms, seed=seed, clusters_of=rng.choice((3, 5, hosts)))
    changed: list[e.Entity] = []
    for vm in inventory.vms.values():
        share = rng.choice((0.0, 0.0, 0.5, 1.0))
        fields: dict[str, object] = {
            "memory_reservation_bytes": int(share * vm.memory_bytes),
            "cpu_reservation_mhz": rng.choice((0, 0, 1000)),
        }
        if rng.random() < 0.05:
            fields["latency_sensitivity"] = "high"
        if rng.random() < 0.1:
            local = vm.host.replace("host-", "datastore-local-")
            fields["disks"] = tuple(msgspec.structs.replace(disk, datastore=local) for disk in vm.disks)
        changed.append(msgspec.structs.replace(vm, **fields))
    for host in inventory.hosts.values():
        state = rng.choice((*["normal"] * 7, "inMaintenance"))
        size = rng.choice((96, 128, 256)) * GIB
        changed.append(msgspec.structs.replace(host, memory_bytes=size, maintenance_state=state))
    for cluster in inventory.clusters.values():
        ids = [id_ for host in inventory.hosts_in(cluster.id) for id_ in inventory.vms_on(host)]
        changed.append(msgspec.structs.replace(cluster, rules=tuple(_rules(rng, ids, inventory.hosts_in(cluster.id)))))
    return inventory.with_entities(changed)


def _rules(rng: random.Random, vms: list[str], hosts: tuple[str, ...]) -> list[e.ClusterRule]:
    rules: list[e.ClusterRule] = []
    for number in range(rng.randrange(4) if len(vms) > 3 else 0):
        members = tuple(rng.sample(vms, rng.choice((2, 3))))
        kind = rng.choice((e.VmAntiAffinityRule, e.VmAffinityRule, e.VmHostRule))
        if kind is e.VmHostRule:
            named = tuple(rng.sample(hosts, max(1, len(hosts) // 2)))
            mandatory, affine = rng.random() < 0.5, rng.random() < 0.7
            rules.append(e.VmHostRule(name=f"r{number}", vms=members, hosts=named, mandatory=mandatory, affine=affine))
        else:
            rules.append(kind(name=f"r{number}", vms=members))
    return rules


def kept_bytes(inventory: Inventory, vm: str) -> float:
    """What a VM keeps of a host's memory from others: nothing unless it runs."""
    machine = inventory.vms[vm]
    return claimed_bytes(machine) if machine.power_state == "poweredOn" else 0.0


def check(inventory: Inventory, plan: Plan) -> Inventory:
    """Carry the plan's moves out in order of their ends, each judged by the table where it begins; the estate after."""
    before = inventory
    coming: dict[str, float] = {}
    moments = [(move.start_s, 1, move) for move in plan.moves] + [(move.end_s, 0, move) for move in plan.moves]
    for _, begins, move in sorted(moments, key=lambda moment: moment[:2]):
        assert move.outcome == "completed"
        need, host = kept_bytes(inventory, move.spec.vm), move.spec.host
        if begins:
            verdict = Checker(inventory).check(move.spec)
            assert verdict.possible, [reason.rule for reason in verdict.reasons]
            assert not _antagonists(inventory, move.spec.vm) & set(inventory.vms_on(host))
            coming[host] = coming.get(host, 0.0) + need
            held = sum(kept_bytes(inventory, id_) for id_ in inventory.vms_on(host))
            assert not need or held + coming[host] <= inventory.hosts[host].memory_bytes
        else:
            inventory = VmMoved(vm=move.spec.vm, host=host).apply(inventory)
            coming[host] -= need
    _check_rooms(before, inventory, plan)
    _check_groups(before, inventory)
    return inventory


def _antagonists(inventory: Inventory, vm: str) -> set[str]:
    """The running VMs that a running one must be apart from."""
    rules = inventory.clusters[inventory.hosts[inventory.vms[vm].host].cluster].rules
    apart = {id_ for rule in rules if isinstance(rule, e.VmAntiAffinityRule) and vm in rule.vms for id_ in rule.vms}
    return {
        id_ for id_ in apart - {vm} if "poweredOn" == inventory.vms[id_].power_state == inventory.vms[vm].power_state
    }


def _check_rooms(before: Inventory, after: Inventory, plan: Plan) -> None:
    columns = Checker(after).columns
    for row, host in enumerate(columns.ids):
        came = [move for move in plan.moves if move.spec.host == host and after.vms[move.spec.vm].host == host]
        if came:
            assert columns.reserved_bytes[row] <= columns.memory_bytes[row]
            assert columns.reserved_mhz[row] <= columns.capacity_mhz[row]
    touched = {before.hosts[id_].cluster for id_ in plan.hosts} if plan.moves else set()
    for id_ in touched - {""}:
        assert failover_room(after, after.clusters[id_], without=plan.hosts).enough


def _check_groups(before: Inventory, after: Inventory) -> None:
    rules = [rule for cluster in before.clusters.values() for rule in cluster.rules if rule.enabled]
    for rule in rules:
        running = [id_ for id_ in rule.vms if before.vms[id_].power_state == "poweredOn"]
        moved = {id_ for id_ in running if before.vms[id_].host != after.vms[id_].host}
        if isinstance(rule, e.VmAntiAffinityRule):
            for a, b in itertools.combinations(running, 2):
                assert not {a, b} & moved or after.vms[a].host != after.vms[b].host
        elif isinstance(rule, e.VmAffinityRule) and len({before.vms[id_].host for id_ in running}) == 1:
            assert len({after.vms[id_].host for id_ in running}) == 1


@given(st.integers(0, 10**6), st.integers(3, 8), st.integers(10, 60), st.sampled_from(OBJECTIVES), st.booleans())
def test_no_plan_breaks_a_hard_constraint(seed: int, hosts: int, vms: int, objective: str, other: bool) -> None:
    inventory = varied(seed, hosts, vms)
    rng = random.Random(seed)
    emptied = rng.sample(list(inventory.hosts), min(hosts - 1, rng.choice((1, 1, 2))))
    options = Options(objective=objective, other_clusters=other)  # type: ignore[arg-type]
    plan = plan_maintenance(start(inventory), emptied, options)
    after = check(inventory, plan)
    stuck = {item.vm for item in plan.unplaceable}
    assert all(item.reasons for item in plan.unplaceable)
    if not plan.obstacles:
        on = {id_ for id_ in inventory.vms if inventory.vms[id_].power_state == "poweredOn"}
        assert {id_ for id_ in on if after.vms[id_].host in emptied} == stuck
