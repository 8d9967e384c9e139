"""The checks: one VM against one destination with all reasons, or against every host at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import msgspec
import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.case import Case, migration_type
from vmotion_gui.compatibility.columns import HostColumns
from vmotion_gui.compatibility.rule import Findings, Rule
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

    def __init__(self, columns: HostColumns, judged: Sequence[tuple[Case, _Judged]]) -> None:
        self.host_ids = columns.ids
        self._columns = columns
        self._judged = judged
        worst = [levels for _, findings in judged for _, _, levels in findings]
        self.severity: SeverityArray = np.maximum.reduce([np.zeros(len(columns.ids), dtype=np.uint8), *worst])

    def reasons(self, host_id: str) -> tuple[Reason, ...]:
        """All reasons at one host, errors first; sentences are made only here."""
        row = self._columns.index[host_id]
        reasons = [reason for case, judged in self._judged for reason in _reasons(case, judged, row)]
        return tuple(sorted(reasons, key=lambda reason: -reason.severity))

    def of(self, host_id: str) -> Severity:
        """One host's verdict."""
        return Severity(int(self.severity[self._columns.index[host_id]]))

    def counts(self) -> tuple[int, int, int]:
        """How many hosts are able, able with warnings, unable."""
        unable = int((self.severity >= Severity.ERROR).sum())
        cautioned = int((self.severity == Severity.WARNING).sum())
        return len(self.host_ids) - unable - cautioned, cautioned, unable


class DatastoreVerdicts(msgspec.Struct, frozen=True):
    """Every datastore's verdict for one VM that would change its storage only; arrays as in `HostVerdicts`."""

    datastore_ids: tuple[str, ...]
    severity: SeverityArray


class Checker:
    """Answers for one inventory. Making one walks over the estate; `for_inventory` reuses what did not change."""

    def __init__(self, inventory: Inventory, *, columns: HostColumns | None = None) -> None:
        self.inventory = inventory
        self._columns = columns if columns is not None else HostColumns(inventory)

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
        judged: list[tuple[Case, _Judged]] = []
        columns = self._columns
        for vm_id in vm_ids:
            vm = self.inventory.vms[vm_id]
            spec = MigrationSpec(vm=vm_id, datastore=datastore)
            type_ = migration_type(self.inventory, spec)
            type_ = MigrationType.XVMOTION if type_ is MigrationType.STORAGE_VMOTION else type_
            case = Case(columns, spec, type_, busy)
            judged.append((case, _judge(case)))
            if len(vm_ids) > 1 and vm.power_state == "poweredOn":
                columns = columns.with_arrival(vm)
        return HostVerdicts(self._columns, judged)

    def datastores(self, vm_id: str) -> DatastoreVerdicts:
        """Every datastore for one VM that stays on its host."""
        ids = tuple(self.inventory.datastores)
        levels = [self.check(MigrationSpec(vm=vm_id, datastore=id_)).severity for id_ in ids]
        return DatastoreVerdicts(ids, np.array(levels, dtype=np.uint8))

    def _cross_subnet(self, source: str, destination: str) -> bool:
        subnets = [
            {vmk.subnet for vmk in self.inventory.hosts[id_].vmk_adapters if "vmotion" in vmk.services}
            for id_ in (source, destination)
        ]
        return all(subnets) and subnets[0].isdisjoint(subnets[1])


def _judge(case: Case) -> _Judged:
    """Every rule that applies to the type and found something anywhere."""
    rows = len(case.columns.hosts)
    judged: _Judged = []
    for rule in RULES:
        if case.type in rule.types:
            findings = rule.judge(case)
            levels: np.ndarray[Any, np.dtype[np.uint8]] = findings.severity(rows)
            if levels.any():
                judged.append((rule, findings, levels))
    return judged


def _reasons(case: Case, judged: _Judged, row: int) -> list[Reason]:
    return [
        rule.reason(case, row, Severity(int(levels[row])), findings) for rule, findings, levels in judged if levels[row]
    ]
