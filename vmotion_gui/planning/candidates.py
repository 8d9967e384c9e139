"""Hosts, clusters and datastores that a wish could choose, each with its verdict: the unable ones are explained too.

On the page for the compute resource what later pages decide is left out: the networks that VMs are mapped to, and the
datastores where the storage moves as well.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.checker import Checker, HostVerdicts, SeverityArray
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.choices import Kind, Placement, Wish, placed, specs

_LATER = {"networkTests": frozenset(Kind), "datastoreTests": frozenset({Kind.BOTH, Kind.EXPORT})}
"""Test groups that a later page decides, for these kinds of move."""


class ComputeCandidates:
    """The hosts and clusters for a wish, with verdicts.

    Attributes:
        host_ids: hosts of the vCenter Servers that the kind of move asks for, in the inventory's order.
        cluster_ids: the clusters that they are in.
    """

    def __init__(self, checker: Checker, wish: Wish, *, busy: Mapping[str, str] | None = None) -> None:
        self._checker = checker
        self._wish = wish
        self._busy = busy
        inventory = checker.inventory
        here = {inventory.vcenter_of_host(inventory.hosts[inventory.vms[id_].host]).id for id_ in wish.vms}
        vcenters = {id_: (center.vcenter in here) for id_, center in inventory.datacenters.items()}
        local = wish.kind is not Kind.EXPORT
        self.host_ids = tuple(host.id for host in inventory.hosts.values() if vcenters[host.datacenter] == local)
        clusters = dict.fromkeys(inventory.hosts[id_].cluster for id_ in self.host_ids)
        self.cluster_ids = tuple(id_ for id_ in clusters if id_)
        self._together = self._judge(wish.vms)
        self._severity = self._decided(self._together)
        self._alone: dict[str, HostVerdicts] = {}
        self._each: dict[str, dict[str, Severity]] = {}

    def _judge(self, vm_ids: Sequence[str]) -> HostVerdicts:
        """Storage that moves too is judged as if it went anywhere: which datastore is asked later."""
        anywhere = next(iter(self._checker.inventory.datastores), "") if self._wish.kind.moves_storage else ""
        return self._checker.hosts_for(vm_ids, datastore=anywhere, busy=self._busy)

    def _decided(self, verdicts: HostVerdicts) -> dict[str, Severity]:
        worst: SeverityArray = np.zeros(len(verdicts.host_ids), dtype=np.uint8)
        later = _decided_later(self._wish.kind)
        for rule, levels in verdicts.by_rule().items():
            if rule not in later:
                np.maximum(worst, levels, out=worst)
        return {id_: Severity(level) for id_, level in zip(verdicts.host_ids, worst.tolist(), strict=True)}

    def severity(self, id_: str) -> Severity:
        """The verdict of a host for all VMs together, or of the best placement in a cluster."""
        if id_ in self._severity:
            return self._severity[id_]
        placement = self.place(id_)
        if len(placement.hosts) < len(self._wish.vms):
            return Severity.ERROR
        return max(self.each(vm)[host] for vm, host in placement.hosts.items())

    def reasons(self, id_: str) -> tuple[Reason, ...]:
        """All reasons at a host, errors first; in a cluster of each VM at its host, or at all where it has none."""
        if id_ in self._severity:
            pairs = [(self._together, id_)]
        else:
            chosen = self.place(id_).hosts
            inside = self._checker.inventory.hosts_in(id_)
            pairs = [
                (self._judged_alone(vm), host)
                for vm in self._wish.vms
                for host in ((chosen[vm],) if vm in chosen else inside)
            ]
        later = _decided_later(self._wish.kind)
        found = [reason for verdicts, host in pairs for reason in verdicts.reasons(host) if reason.rule not in later]
        return tuple(sorted(found, key=lambda reason: -reason.severity))

    def each(self, vm_id: str) -> Mapping[str, Severity]:
        """Host -> verdict for one VM alone."""
        if vm_id not in self._each:
            self._each[vm_id] = self._decided(self._judged_alone(vm_id))
        return self._each[vm_id]

    def _judged_alone(self, vm_id: str) -> HostVerdicts:
        if vm_id not in self._alone:
            self._alone[vm_id] = self._judge([vm_id])
        return self._alone[vm_id]

    def place(self, target: str) -> Placement:
        """The hosts that the VMs would take at a target."""
        wish = msgspec.structs.replace(self._wish, target=target)
        in_cluster = target in self._checker.inventory.clusters
        return placed(self._checker, wish, {vm: self.each(vm) for vm in wish.vms} if in_cluster else {})

    def counts(self) -> tuple[int, int, int]:
        """How many hosts are able, able with warnings, unable."""
        levels: npt.NDArray[np.uint8] = np.array([self._severity[id_] for id_ in self.host_ids], dtype=np.uint8)
        unable, cautioned = int((levels >= Severity.ERROR).sum()), int((levels == Severity.WARNING).sum())
        return len(levels) - unable - cautioned, cautioned, unable


def _decided_later(kind: Kind) -> frozenset[str]:
    return frozenset(rule.id for rule in RULES if kind in _LATER.get(rule.test_group, ()))


class DatastoreCandidate(msgspec.Struct, frozen=True, kw_only=True):
    """One datastore for all VMs of a wish that do not name another."""

    id: str
    severity: Severity
    mounted: bool
    """Whether every host that a VM would run on sees it; one that does not is unable."""


def datastore_candidates(
    checker: Checker, wish: Wish, hosts: Mapping[str, str], *, busy: Mapping[str, str] | None = None
) -> Iterator[DatastoreCandidate]:
    """The datastores of the destination's datacenter, those that the hosts see first; each asks the rules once per VM.

    `hosts`: VM -> host; VMs that are missing stay on theirs. An iterator, so that a window takes it in slices.
    """
    inventory = checker.inventory
    places = [inventory.hosts[hosts.get(vm) or inventory.vms[vm].host] for vm in wish.vms]
    seen = [frozenset(mount.datastore for mount in host.mounts) for host in dict.fromkeys(places)]
    datacenters = {host.datacenter for host in places}
    common = frozenset.intersection(*seen) if seen else frozenset()
    near = [id_ for id_, store in inventory.datastores.items() if store.datacenter in datacenters or id_ in common]
    for id_ in sorted(near, key=lambda id_: id_ not in common):
        if id_ not in common:
            yield DatastoreCandidate(id=id_, severity=Severity.ERROR, mounted=False)
            continue
        reasons = datastore_reasons(checker, wish, hosts, id_, busy=busy)
        worst = max((reason.severity for reason in reasons), default=Severity.NONE)
        yield DatastoreCandidate(id=id_, severity=worst, mounted=True)


def datastore_reasons(
    checker: Checker,
    wish: Wish,
    hosts: Mapping[str, str],
    datastore: str,
    *,
    busy: Mapping[str, str] | None = None,
) -> tuple[Reason, ...]:
    """All reasons at one datastore, errors first, for the VMs that name no other; networks are decided later."""
    wish = msgspec.structs.replace(wish, datastore=datastore)
    later = {rule.id for rule in RULES if rule.test_group == "networkTests"}
    followers = [spec for spec in specs(checker.inventory, wish, hosts) if spec.datastore == datastore]
    found = [
        reason for spec in followers for reason in checker.check(spec, busy=busy).reasons if reason.rule not in later
    ]
    return tuple(sorted(found, key=lambda reason: -reason.severity))


def source_reasons(checker: Checker, wish: Wish, *, busy: Mapping[str, str] | None = None) -> tuple[Reason, ...]:
    """What speaks against this kind of move of these VMs wherever they go, errors first."""
    inventory = checker.inventory
    found: list[Reason] = []
    for vm_id in wish.vms:
        vm = inventory.vms[vm_id]
        elsewhere = next((id_ for id_ in inventory.hosts if id_ != vm.host), "") if wish.kind.moves_host else ""
        store = next((id_ for id_ in inventory.datastores if id_ not in vm.datastores), "")
        spec = MigrationSpec(vm=vm_id, host=elsewhere, datastore=store if wish.kind.moves_storage else "")
        reasons = checker.check(spec, busy=busy).reasons
        found += [reason for reason in reasons if reason.test_group == "sourceTests"]
    return tuple(sorted(found, key=lambda reason: -reason.severity))
