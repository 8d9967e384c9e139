"""Do the cluster's rules allow it? After the vSphere API reference on `ClusterRuleInfo`.

A user may break a VM-VM rule or a "should" rule, so these are warnings; a "must" rule makes hosts incompatible.
"""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.compatibility.case import HOST_LIVE, Case
from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.inventory.entities import VmAffinityRule, VmAntiAffinityRule, VmHostRule

BOOK = RuleBook("rules", "hostTests", "cluster-rules")


def _host_rules(case: Case, *, mandatory: bool) -> Iterable[tuple[VmHostRule, Mask]]:
    """The VM's VM-Host rules of its cluster, with the hosts where each would be broken."""
    cluster = case.inventory.clusters.get(case.source.cluster)
    for rule in cluster.rules if cluster else ():
        if isinstance(rule, VmHostRule) and rule.enabled and rule.mandatory == mandatory and case.vm.id in rule.vms:
            named = case.columns.rows(rule.hosts)
            yield rule, (~named if rule.affine else named) & case.elsewhere


def _names(parts: list[tuple[str, Mask]], row: int) -> dict[str, list[str]]:
    return {"rules": [name for name, mask in parts if mask[row]]}


def _own_cluster(case: Case, _row: int) -> tuple[str, ...]:
    return (case.source.cluster,)


@BOOK.rule("rule.vmhost", "VmHostAffinityRuleViolation", types=HOST_LIVE, also=("NoCompatibleHardAffinityHost",))
def must(case: Case) -> Findings:
    parts = [(rule.name, mask) for rule, mask in _host_rules(case, mandatory=True)]
    return Findings(error=_union(case, parts), words=lambda _case, row: _names(parts, row), about=_own_cluster)


@BOOK.rule("rule.vmhostShould", "NoCompatibleSoftAffinityHost", types=HOST_LIVE, also=("SoftRuleVioCorrectionImpact",))
def should(case: Case) -> Findings:
    parts = [(rule.name, mask) for rule, mask in _host_rules(case, mandatory=False)]
    return Findings(warning=_union(case, parts), words=lambda _case, row: _names(parts, row), about=_own_cluster)


@BOOK.rule("rule.separate", "RuleViolation", types=HOST_LIVE)
def separate(case: Case) -> Findings:
    parts = [
        (rule.name, case.columns.rows(_hosts_of_others(case, rule.vms)) & case.elsewhere)
        for rule in _vm_rules(case)
        if isinstance(rule, VmAntiAffinityRule)
    ]
    return Findings(warning=_union(case, parts), words=lambda _case, row: _names(parts, row), about=_own_cluster)


@BOOK.rule("rule.together", "RuleViolation", types=HOST_LIVE)
def together(case: Case) -> Findings:
    parts = []
    for rule in _vm_rules(case):
        homes = _hosts_of_others(case, rule.vms)
        if isinstance(rule, VmAffinityRule) and homes:
            parts.append((rule.name, ~case.columns.rows(homes) & case.elsewhere))
    return Findings(warning=_union(case, parts), words=lambda _case, row: _names(parts, row), about=_own_cluster)


@BOOK.rule("drs.pinned", "DrsDisabledOnVm", types=HOST_LIVE, test_group="sourceTests")
def pinned(case: Case) -> Findings:
    return Findings(info=case.vm.drs_behavior == "disabled")


def _vm_rules(case: Case) -> Iterable[VmAffinityRule | VmAntiAffinityRule]:
    cluster = case.inventory.clusters.get(case.source.cluster)
    for rule in cluster.rules if cluster else ():
        if not isinstance(rule, VmHostRule) and rule.enabled and case.vm.id in rule.vms:
            yield rule


def _hosts_of_others(case: Case, vms: Iterable[str]) -> list[str]:
    known = case.inventory.vms
    return [known[id_].host for id_ in vms if id_ != case.vm.id and id_ in known]


def _union(case: Case, parts: Iterable[tuple[str, Mask]]) -> Mask:
    union = case.columns.none
    for _, mask in parts:
        union |= mask
    return union
