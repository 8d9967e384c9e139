"""The checks: one VM against one destination with all reasons, or against every host at once."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.case import Case, migration_type
from vmotion_gui.compatibility.columns import HostColumns
from vmotion_gui.compatibility.rule import Findings, Rule
from vmotion_gui.compatibility.steps import Steps, at_once
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import MigrationType, Reason, Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory

SeverityArray = npt.NDArray[np.uint8]
_Judged = list[tuple[Rule, Findings, SeverityArray]]


class HostVerdicts:
    """Every host's verdict for one or several VMs that would change their host.

    Attributes:
        host_ids: (n,) ids of all hosts, in the inventory's order.
        severity: (n,) uint8, the worst `Severity` of each host.
    """

    def __init__(
        self, columns: HostColumns, judged: Sequence[tuple[Case, _Judged]], staying: Sequence[tuple[Case, _Judged]] = ()
    ) -> None:
        """`staying`: the VMs' moves on their own hosts where these are of another type; one-row columns."""
        self.host_ids = columns.ids
        self._columns = columns
        self._judged = judged
        self._staying = {case.vm.id: (case, findings) for case, findings in staying}
        self.severity: SeverityArray = np.zeros(len(columns.ids), dtype=np.uint8)
        for case, findings in judged:
            worst = np.maximum.reduce([np.zeros_like(self.severity), *(levels for _, _, levels in findings)])
            if case.vm.id in self._staying:
                own = self._staying[case.vm.id][1]
                worst[case.source_row] = max((int(levels[0]) for _, _, levels in own), default=0)
            np.maximum(self.severity, worst, out=self.severity)

    def reasons(self, host_id: str) -> tuple[Reason, ...]:
        """All reasons at one host, errors first; sentences are made only here."""
        row = self._columns.index[host_id]
        reasons: list[Reason] = []
        for case, judged in self._judged:
            if row == case.source_row and case.vm.id in self._staying:
                reasons += _reasons(*self._staying[case.vm.id], 0)
            else:
                reasons += _reasons(case, judged, row)
        return tuple(sorted(reasons, key=lambda reason: -reason.severity))

    def all_reasons(self) -> dict[str, tuple[Reason, ...]]:
        """Host -> what `reasons` says of it, for all hosts at once."""
        found: dict[str, list[Reason]] = {id_: [] for id_ in self.host_ids}
        for severity in (Severity.ERROR, Severity.WARNING, Severity.INFO):
            for case, judged in self._judged:
                own = self._staying.get(case.vm.id)
                for rule, findings, levels in judged:
                    for row in np.flatnonzero(levels == severity).tolist():
                        if own is None or row != case.source_row:
                            found[self.host_ids[row]].append(rule.reason(case, row, severity, findings))
                if own is not None:
                    stays = (rule.reason(own[0], 0, severity, f) for rule, f, levels in own[1] if levels[0] == severity)
                    found[self.host_ids[case.source_row]] += stays
        return {id_: tuple(reasons) for id_, reasons in found.items()}

    def by_rule(self) -> dict[str, SeverityArray]:
        """Rule -> (n,) uint8, its `Severity` at each host, of all VMs together the worst; silent rules are left out."""
        found: dict[str, SeverityArray] = {}
        for case, judged in self._judged:
            own = self._staying.get(case.vm.id)
            for rule, _, levels in judged:
                here = levels.copy()
                if own is not None:
                    here[case.source_row] = 0
                _add(found, rule.id, here)
            for rule, _, levels in own[1] if own is not None else ():
                here = np.zeros_like(self.severity)
                here[case.source_row] = levels[0]
                _add(found, rule.id, here)
        return {rule: levels for rule, levels in found.items() if levels.any()}

    def of(self, host_id: str) -> Severity:
        """One host's verdict."""
        return Severity(int(self.severity[self._columns.index[host_id]]))

    def counts(self) -> tuple[int, int, int]:
        """How many hosts are able, able with warnings, unable."""
        return _counts(self.severity)


class DatastoreVerdicts:
    """Every datastore's verdict for one VM that would change its storage only; arrays as in `HostVerdicts`."""

    def __init__(self, checker: Checker, vm_id: str) -> None:
        self.datastore_ids = tuple(checker.inventory.datastores)
        self._checker = checker
        self._vm_id = vm_id
        kind = checker.kind_of_datastore(vm_id)
        known: dict[object, Severity] = {}
        levels = []
        for id_ in self.datastore_ids:
            key = kind(id_)
            if key not in known:
                known[key] = self._check(id_).severity
            levels.append(known[key])
        self.severity: SeverityArray = np.array(levels, dtype=np.uint8)

    def _check(self, datastore_id: str) -> Verdict:
        return self._checker.check(MigrationSpec(vm=self._vm_id, datastore=datastore_id))

    def reasons(self, datastore_id: str) -> tuple[Reason, ...]:
        """All reasons at one datastore, errors first. KeyError for an unknown id."""
        if datastore_id not in self.datastore_ids:
            raise KeyError(datastore_id)
        return self._check(datastore_id).reasons

    def counts(self) -> tuple[int, int, int]:
        """How many datastores are able, able with warnings, unable."""
        return _counts(self.severity)


class Checker:
    """Answers for one inventory. Making one walks over the estate; `for_inventory` reuses what did not change."""

    def __init__(self, inventory: Inventory, *, columns: HostColumns | None = None) -> None:
        self.inventory = inventory
        self._columns = columns if columns is not None else HostColumns(inventory)

    @classmethod
    def in_steps(cls, inventory: Inventory) -> Steps[Checker]:
        """A checker that has asked every rule once, made in steps of some milliseconds: its first answers come as
        quickly as all others."""
        checker = cls(inventory, columns=(yield from HostColumns.in_steps(inventory)))
        running = (vm for vm in inventory.vms.values() if vm.power_state == "poweredOn" and not vm.template)
        for vm in itertools.islice(running, 1):
            case = Case(checker._columns, MigrationSpec(vm=vm.id), MigrationType.VMOTION)
            for number, rule in enumerate(RULES):
                rule.judge(case)
                yield 0.9 + 0.1 * number / len(RULES)
        return checker

    @property
    def columns(self) -> HostColumns:
        """The hosts as the rules see them."""
        return self._columns

    @classmethod
    def for_inventory(cls, inventory: Inventory, *, previous: Checker) -> Checker:
        """The checker of the next inventory."""
        return cls(inventory, columns=previous._columns.updated(inventory))

    def check(self, spec: MigrationSpec, *, busy: Mapping[str, str] | None = None) -> Verdict:
        """One VM, one destination: all reasons, errors first. KeyError for ids that do not exist.

        `busy` names the task that runs on a VM. An empty `spec.host` means the VM's own host.
        """
        vm = self.inventory.vms[spec.vm]
        columns = self._narrowed(spec, vm)
        row = columns.index[spec.host or vm.host]
        case = Case(columns, spec, migration_type(self.inventory, spec), busy)
        reasons = sorted(_reasons(case, _judge(case), row), key=lambda reason: -reason.severity)
        return Verdict(
            type=case.type,
            cross_vcenter=bool(case.other_vcenter[row]),
            cross_datacenter=bool(case.other_datacenter[row]),
            cross_subnet=self._cross_subnet(vm.host, columns.ids[row]),
            reasons=tuple(reasons),
        )

    def _narrowed(self, spec: MigrationSpec, vm: VirtualMachine) -> HostColumns:
        """The columns of the hosts that one migration is about; and of a cluster that it enters."""
        index = self._columns.index
        wanted = [vm.host, spec.host or vm.host]
        cluster = self.inventory.hosts[wanted[1]].cluster
        if cluster and cluster != self.inventory.hosts[vm.host].cluster:
            wanted += self.inventory.hosts_in(cluster)
        return self._columns.taken([index[id_] for id_ in dict.fromkeys(wanted)])

    def hosts(self, vm_id: str, *, datastore: str = "", busy: Mapping[str, str] | None = None) -> HostVerdicts:
        """Every host for one VM: compute resource only, or with its storage to `datastore`."""
        return self.hosts_for([vm_id], datastore=datastore, busy=busy)

    def hosts_for(
        self, vm_ids: Sequence[str], *, datastore: str = "", busy: Mapping[str, str] | None = None
    ) -> HostVerdicts:
        """Every host for several VMs at once: it must take them all; what they need is added up."""
        return at_once(self.judging(vm_ids, datastore=datastore, busy=busy))

    def judging(
        self, vm_ids: Sequence[str], *, datastore: str = "", busy: Mapping[str, str] | None = None
    ) -> Steps[HostVerdicts]:
        """What `hosts_for` does, one VM at a step."""
        judged: list[tuple[Case, _Judged]] = []
        staying: list[tuple[Case, _Judged]] = []
        columns = self._columns
        for vm_id in vm_ids:
            vm = self.inventory.vms[vm_id]
            spec = MigrationSpec(vm=vm_id, datastore=datastore)
            type_ = migration_type(self.inventory, spec)
            if type_ is MigrationType.STORAGE_VMOTION:
                own = Case(self._narrowed(spec, vm), spec, type_, busy)
                staying.append((own, _judge(own)))
                type_ = MigrationType.XVMOTION
            case = Case(columns, spec, type_, busy)
            judged.append((case, _judge(case)))
            if len(vm_ids) > 1 and vm.power_state == "poweredOn":
                columns = columns.with_arrival(vm)
            yield len(judged) / len(vm_ids)
        return HostVerdicts(self._columns, judged, staying)

    def datastores(self, vm_id: str) -> DatastoreVerdicts:
        """Every datastore for one VM that stays on its host."""
        return DatastoreVerdicts(self, vm_id)

    def kind_of_datastore(self, vm_id: str) -> Callable[[str], object]:
        """What the rules ask of a datastore: those of one kind get the same verdict for a VM that stays on its host."""
        stores, columns = self.inventory.datastores, self._columns
        vm = self.inventory.vms[vm_id]
        own = frozenset(vm.datastores)
        row = columns.index[vm.host]
        need = next((self._arriving_bytes(vm_id, id_) for id_ in stores if id_ not in own), 0.0)

        def kind(id_: str) -> object:
            if id_ in own:
                return id_
            store = stores[id_]
            return (
                bool(columns.mounted(id_)[row]),
                bool(columns.read_only(id_)[row]),
                columns.mount_count(id_) == 1,
                store.accessible,
                store.maintenance_mode,
                need > store.free_bytes,
            )

        return kind

    def _arriving_bytes(self, vm_id: str, datastore: str) -> float:
        spec = MigrationSpec(vm=vm_id, datastore=datastore)
        columns = self._narrowed(spec, self.inventory.vms[vm_id])
        return Case(columns, spec, migration_type(self.inventory, spec)).arriving_bytes.get(datastore, 0.0)

    def _cross_subnet(self, source: str, destination: str) -> bool:
        subnets = [
            {vmk.subnet for vmk in self.inventory.hosts[id_].vmk_adapters if "vmotion" in vmk.services}
            for id_ in (source, destination)
        ]
        return all(subnets) and subnets[0].isdisjoint(subnets[1])


def _add(found: dict[str, SeverityArray], rule: str, levels: SeverityArray) -> None:
    found[rule] = np.maximum(found[rule], levels) if rule in found else levels


def _counts(severity: SeverityArray) -> tuple[int, int, int]:
    unable = int((severity >= Severity.ERROR).sum())
    cautioned = int((severity == Severity.WARNING).sum())
    return len(severity) - unable - cautioned, cautioned, unable


def _judge(case: Case) -> _Judged:
    """Every rule that applies to the type and found something anywhere."""
    rows = len(case.columns.hosts)
    judged: _Judged = []
    for rule in RULES:
        if case.type in rule.types:
            findings = rule.judge(case)
            if not findings.empty:
                judged.append((rule, findings, findings.severity(rows)))
    return judged


_SEVERITIES = tuple(Severity)


def _reasons(case: Case, judged: _Judged, row: int) -> list[Reason]:
    return [
        rule.reason(case, row, _SEVERITIES[levels[row]], findings) for rule, findings, levels in judged if levels[row]
    ]
