"""The summary of all VMs against all hosts says what a check of each pair says."""

from __future__ import annotations

import pickle

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.compatibility.all_examples import EXAMPLES
from tests.compatibility.examples import SOURCE, VM, healthy, on_vm, put, standard_networks
from tests.compatibility.test_cures import with_faults
from tests.strategies import labs
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.matrix import Matrix, Work, matrix
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab

ORDER = [rule.id for rule in RULES]


def slowly(checker: Checker, vm_ids: list[str], busy: dict[str, str] | None = None) -> Matrix:
    """The same summary from one drag's verdicts for each VM."""
    hosts = list(checker.inventory.hosts.values())
    clusters = tuple(dict.fromkeys(host.cluster for host in hosts))
    column = {Severity.NONE: 0, Severity.INFO: 0, Severity.WARNING: 1, Severity.ERROR: 2}
    counts = np.zeros((len(vm_ids), len(clusters), 3), dtype=np.uint16)
    reasons: dict[str, np.ndarray] = {}
    spoken = []
    for row, vm in enumerate(vm_ids):
        verdicts = checker.hosts(vm, busy=busy)
        rules = set()
        for host in hosts:
            if host.id == checker.inventory.vms[vm].host:
                continue
            place = clusters.index(host.cluster)
            counts[row, place, column[verdicts.of(host.id)]] += 1
            for reason in verdicts.reasons(host.id):
                rules.add(reason.rule)
                total = reasons.setdefault(reason.rule, np.zeros((len(clusters), 2), dtype=np.int64))
                if reason.severity >= Severity.WARNING:
                    total[place, reason.severity - Severity.WARNING] += 1
        spoken.append(tuple(rule for rule in ORDER if rule in rules))
    return Matrix(
        vm_ids=tuple(vm_ids),
        cluster_ids=clusters,
        counts=counts,
        reasons=reasons,
        spoken=spoken,
        judged=len(vm_ids),
    )


def assert_same(one: Matrix, other: Matrix) -> None:
    assert one.cluster_ids == other.cluster_ids
    assert one.spoken == other.spoken
    assert np.array_equal(one.counts, other.counts)
    totals = [{rule: n.tolist() for rule, n in m.reasons.items() if n.any()} for m in (one, other)]
    assert totals[0] == totals[1]


def assert_agrees(inventory: Inventory, vm_ids: list[str]) -> None:
    checker = Checker(inventory)
    assert_same(matrix(checker, vm_ids), slowly(checker, vm_ids))


def test_the_demo_estate() -> None:
    inventory = healthy()
    assert_agrees(inventory, list(inventory.vms))


def test_a_generated_estate() -> None:
    inventory = generate(60, 300, seed=5, clusters_of=6)
    assert_agrees(inventory, list(inventory.vms)[::3])


@pytest.mark.parametrize("rule_id", sorted(EXAMPLES))
def test_an_estate_in_which_a_rule_speaks(rule_id: str) -> None:
    inventory = EXAMPLES[rule_id].edit(healthy())
    near = [*inventory.vms_on(SOURCE)[:4], *inventory.vms_on("host-2")[:2], "vm-web-dr-01"]
    assert_agrees(inventory, list(dict.fromkeys([VM, *near])))


@given(st.lists(st.sampled_from(sorted(EXAMPLES)), min_size=2, max_size=5, unique=True))
def test_an_estate_with_several_faults(ids: list[str]) -> None:
    inventory = with_faults(ids)
    assert_agrees(inventory, [VM, *list(inventory.vms)[::11]])


@given(labs())
def test_any_lab(lab: Lab) -> None:
    inventory = lab.inventory
    assert_agrees(inventory, list(inventory.vms))


def test_standard_networks() -> None:
    inventory = standard_networks(there={"vlan": 9}, ports=1)(healthy())
    assert_agrees(inventory, [*inventory.vms_on(SOURCE), *inventory.vms_on("host-2")])


def test_busy_vms_are_judged_with_their_tasks() -> None:
    inventory = healthy()
    checker, ids, busy = Checker(inventory), list(inventory.vms)[:6], {VM: "a task", "vm-web-02": "another"}
    assert_same(matrix(checker, ids, busy=busy), slowly(checker, ids, busy))


def test_the_work_can_be_left_and_gone_on_with() -> None:
    inventory = healthy()
    checker = Checker(inventory)
    work = Work(checker)
    seen = [judged for _, judged in zip(range(10), work.steps(), strict=False)]
    assert seen == list(range(1, 11))
    assert not work.matrix.done
    assert work.matrix.counts.any(axis=(1, 2)).sum() == 10
    again = [judged for _, judged in zip(range(5), work.steps(), strict=False)]
    assert again == list(range(11, 16))
    whole = work.finish()
    assert whole.done
    assert_same(whole, matrix(checker))
    assert pickle.loads(pickle.dumps(whole)).judged == len(inventory.vms)


def test_a_vm_that_no_host_takes_is_stuck() -> None:
    inventory = on_vm(disabled_methods=("RelocateVM_Task",))(put("vm-web-02", memory_reservation_bytes=0)(healthy()))
    found = matrix(Checker(inventory), [VM, "vm-web-02"])
    assert found.stuck().tolist() == [True, False]
    assert "vm.disabled" in found.spoken[0]
    assert found.reasons["vm.disabled"].sum(axis=0).tolist() == [0, len(inventory.hosts) - 1]


def test_an_unknown_vm_is_an_error() -> None:
    with pytest.raises(KeyError):
        Work(Checker(healthy()), ["vm-nobody"])


def test_a_row_says_of_each_host_what_a_check_says() -> None:
    checker = Checker(generate(24, 60))
    work = Work(checker)
    for row in (0, 31, 59):
        verdicts, levels = checker.hosts(work.matrix.vm_ids[row]), work.levels(row)
        elsewhere = np.arange(24) != work.own[row]
        assert levels[elsewhere].tolist() == verdicts.severity[elsewhere].tolist()


def test_rows_that_are_wanted_first_are_judged_first_and_none_twice() -> None:
    checker = Checker(generate(24, 60))
    work = Work(checker)
    steps = work.steps()
    work.prefer([50, 7])
    next(steps)
    next(steps)
    assert work.is_judged(7)
    assert work.is_judged(50)
    assert_same(work.finish(), matrix(checker))


def test_every_rule_that_costs_a_pair_has_an_example_of_it() -> None:
    checker = Checker(generate(24, 60))
    whole = matrix(checker)
    assert whole.examples.keys() == {rule for rule, pairs in whole.reasons.items() if pairs.any()}
    for rule, (vm, host) in whole.examples.items():
        assert rule in {reason.rule for reason in checker.hosts(vm).reasons(host)}


def test_the_totals_are_the_sum_of_the_counts() -> None:
    whole = matrix(Checker(generate(24, 60)))
    assert [whole.able, whole.cautioned, whole.unable] == whole.counts.sum(axis=(0, 1)).tolist()


def test_a_checker_made_in_steps_says_what_one_made_at_once_says() -> None:
    inventory = generate(250, 300, clusters_of=8)
    steps = Checker.in_steps(inventory)
    shares = []
    while True:
        try:
            shares.append(next(steps))
        except StopIteration as end:
            made: Checker = end.value
            break
    assert shares == sorted(shares)
    assert 0.0 < shares[0] < shares[-1] <= 1.0
    for vm in list(inventory.vms)[::40]:
        assert (made.hosts(vm).severity == Checker(inventory).hosts(vm).severity).all()
