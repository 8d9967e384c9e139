"""What a cluster's rules demand of its running VMs as they are placed now."""

from __future__ import annotations

import collections
from collections.abc import Iterator
from typing import Literal, NamedTuple

from vmotion_gui.inventory.entities import Cluster, VmAffinityRule, VmAntiAffinityRule, VmHostRule
from vmotion_gui.planning.maintenance.ground import Ground, IntArray

DemandReason = Literal["jointAffin", "antiAffin", "vmHostHardAffinity", "vmHostSoftAffinity"]


class Demand(NamedTuple):
    """A VM that a rule wants elsewhere."""

    vm: int
    rule: str
    reason: DemandReason
    targets: frozenset[int]
    """Rows of the hosts that the rule allows."""


def demands(cluster: Cluster, ground: Ground, at: IntArray) -> Iterator[Demand]:
    """Every VM that breaks a rule, must-rules first. `at`: (v,) row of each VM's host. Of a pair that must be apart the
    later VM is told to go, of a group that belongs together those that are not with the most."""
    rules = [rule for rule in cluster.rules if rule.enabled]
    hard = [rule for rule in rules if isinstance(rule, VmHostRule) and rule.mandatory]
    soft = [rule for rule in rules if isinstance(rule, VmHostRule) and not rule.mandatory]
    for rule in (*hard, *(rule for rule in rules if not isinstance(rule, VmHostRule)), *soft):
        members = [vm for id_ in rule.vms if (vm := ground.number.get(id_)) is not None and ground.running[vm]]
        if isinstance(rule, VmHostRule):
            yield from _placed(rule, members, ground, at)
        elif isinstance(rule, VmAntiAffinityRule):
            yield from _apart(rule, members, ground, at)
        else:
            yield from _together(rule, members, at)


def soft_targets(cluster: Cluster, ground: Ground, vm: int) -> frozenset[int]:
    """Rows of the hosts where no "should" rule about a VM is broken."""
    rows = frozenset(range(len(ground.hosts)))
    for rule in cluster.rules:
        if isinstance(rule, VmHostRule) and rule.enabled and not rule.mandatory and ground.vms[vm] in rule.vms:
            rows &= _rows(rule, ground)
    return rows


def _rows(rule: VmHostRule, ground: Ground) -> frozenset[int]:
    named = frozenset(ground.row[id_] for id_ in rule.hosts if id_ in ground.row)
    return named if rule.affine else frozenset(range(len(ground.hosts))) - named


def _placed(rule: VmHostRule, members: list[int], ground: Ground, at: IntArray) -> Iterator[Demand]:
    rows = _rows(rule, ground)
    for vm in members:
        if int(at[vm]) not in rows:
            yield Demand(vm, rule.name, "vmHostHardAffinity" if rule.mandatory else "vmHostSoftAffinity", rows)


def _apart(rule: VmAntiAffinityRule, members: list[int], ground: Ground, at: IntArray) -> Iterator[Demand]:
    taken: set[int] = set()
    for vm in members:
        row = int(at[vm])
        if row in taken:
            others = frozenset(int(at[other]) for other in members if other != vm)
            yield Demand(vm, rule.name, "antiAffin", frozenset(range(len(ground.hosts))) - others)
        taken.add(row)


def _together(rule: VmAffinityRule, members: list[int], at: IntArray) -> Iterator[Demand]:
    counts = collections.Counter(int(at[vm]) for vm in members)
    if len(counts) > 1:
        home = max(counts, key=lambda row: (counts[row], -row))
        for vm in members:
            if int(at[vm]) != home:
                yield Demand(vm, rule.name, "jointAffin", frozenset((home,)))
