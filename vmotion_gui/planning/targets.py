"""Every host as a target for VMs that move with their files: what a drop on it would say, for all of them at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.steps import Steps
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.planning.drop import plan_drop
from vmotion_gui.planning.placement import OF_STORAGE, roomiest

Levels = npt.NDArray[np.uint8]


class StorageTargets:
    """What `HostVerdicts` is for a change of the host alone, where the storage comes along.

    Attributes:
        host_ids: (n,) ids of all hosts, in the inventory's order.
        severity: (n,) uint8, the worst `Severity` of each host, on the datastore that it would be.
    """

    def __init__(self, checker: Checker, vm_ids: Sequence[str], severity: Levels, busy: Mapping[str, str]) -> None:
        self.host_ids = checker.columns.ids
        self.severity = severity
        self._checker, self._vm_ids, self._busy = checker, tuple(vm_ids), busy

    def reasons(self, host_id: str) -> tuple[Reason, ...]:
        """All reasons at one host, errors first."""
        plan = plan_drop(self._checker, self._vm_ids, host_id, with_storage=True, busy=self._busy)
        found = (reason for move in plan.moves for reason in move.verdict.reasons)
        return tuple(sorted(found, key=lambda reason: -reason.severity))


def storage_targets(checker: Checker, vm_ids: Sequence[str], busy: Mapping[str, str]) -> Steps[StorageTargets]:
    """Judge all hosts, a datastore of a VM at a step; each VM finds there those before it."""
    severity = np.zeros(len(checker.columns.ids), dtype=np.uint8)
    columns = checker.columns
    for vm_id in vm_ids:
        asked = Checker(checker.inventory, columns=columns)
        np.maximum(severity, (yield from _of_one(asked, vm_id, busy)), out=severity)
        vm = checker.inventory.vms[vm_id]
        if vm.power_state == "poweredOn":
            columns = columns.with_arrival(vm)
    return StorageTargets(checker, vm_ids, severity, busy)


def _of_one(checker: Checker, vm_id: str, busy: Mapping[str, str]) -> Steps[Levels]:
    """(n,) for one VM. Where something else than storage is an error no datastore is looked for."""
    without = checker.hosts(vm_id, busy=busy)
    levels = without.severity.copy()
    other = (found for rule, found in without.by_rule().items() if rule not in OF_STORAGE)
    hopeless = np.maximum.reduce([np.zeros_like(levels), *other]) >= Severity.ERROR
    hopeless[checker.columns.index[checker.inventory.vms[vm_id].host]] = False  # there it is another type of migration
    yield 0.0
    left = {row: roomiest(checker.inventory, checker.columns.ids[row]) for row in np.flatnonzero(~hopeless).tolist()}
    known: dict[str, Levels] = {}
    hosts = len(left)
    for attempt in range(max(map(len, left.values()), default=0)):
        for row, stores in list(left.items()):
            if attempt >= len(stores):
                del left[row]
                continue
            if stores[attempt] not in known:
                known[stores[attempt]] = checker.hosts(vm_id, datastore=stores[attempt], busy=busy).severity
                yield 1.0 - len(left) / hosts
            if known[stores[attempt]][row] < Severity.ERROR:
                levels[row] = known[stores[attempt]][row]
                del left[row]
    return levels
