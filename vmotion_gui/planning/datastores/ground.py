"""What a plan for datastores stands on: who has to leave, where each could go, and the space there is."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.tasks.store_files import (
    disks_on,
    image_readers,
    machines_on,
    reads_image_on,
    relocation,
)

FloatArray = npt.NDArray[np.float64]
BoolArray = npt.NDArray[np.bool_]
COUNTED = frozenset(("ds.space",))
"""Rules about what a plan counts itself."""


class Ground:
    """Datastores to be empty, the datastores that files could come to, and the VMs.

    Attributes:
        vms: ids of the VMs that have to leave and can be moved at all, the largest first.
        stuck: VMs that keep a datastore from being empty and that no migration helps: templates, image readers.
        stores: ids of the datastores that files could come to, in the inventory's order.
        free_bytes: (d,) what may come to each; negative where less than the wanted share is free already.
        size_bytes: (v,) what each VM's files take at a destination.
    """

    def __init__(
        self,
        checker: Checker,
        datastores: Collection[str],
        options: StoreOptions,
        *,
        closed: Collection[str] = (),
        banned: Mapping[tuple[str, str], Reason] | None = None,
        claims: Mapping[str, int] | None = None,
        pulse: Callable[[], None] | None = None,
    ) -> None:
        """`closed`: datastores that are to take nothing. `banned`: (VM, datastore) that do not go together, and why.
        `claims`: bytes that are on their way to datastores. `pulse` is called once per VM, and ends the work by
        raising. KeyError for a datastore that does not exist."""
        self.checker, self.inventory, self.options = checker, checker.inventory, options
        stores = self.inventory.datastores
        self.leaving = frozenset(stores[id_].id for id_ in datastores)
        self.banned = dict(banned or {})
        self.stores = tuple(
            store.id
            for store in stores.values()
            if store.id not in self.leaving and store.id not in closed and store.maintenance_mode == "normal"
        )
        self.column = {id_: column for column, id_ in enumerate(self.stores)}
        here = {vm.id: vm for id_ in self.leaving for vm in machines_on(self.inventory, id_)}
        readers = {vm.id: vm for id_ in self.leaving for vm in image_readers(self.inventory, id_)}
        self.stuck = tuple(
            vm for vm in {**here, **readers}.values() if vm.template or any(reads_image_on(vm, d) for d in self.leaving)
        )
        held = {vm.id for vm in self.stuck}
        sizes = {id_: self._size(vm) for id_, vm in here.items() if id_ not in held}
        self.vms = tuple(sorted(sizes, key=lambda id_: (-sizes[id_], id_)))
        self.size_bytes: FloatArray = np.array([sizes[id_] for id_ in self.vms], dtype=np.float64)
        claimed = claims or {}
        capacities = np.array([stores[id_].capacity_bytes for id_ in self.stores], dtype=np.float64)
        free = np.array([stores[id_].free_bytes - claimed.get(id_, 0) for id_ in self.stores], dtype=np.float64)
        self.capacity_bytes: FloatArray = np.maximum(capacities, 1.0)
        self.free_bytes: FloatArray = free - options.keep_free * capacities
        self._pulse = pulse or (lambda: None)
        self._allowed: dict[int, BoolArray] = {}
        self._reasons: dict[tuple[str, str], tuple[Reason, ...]] = {}

    def machine(self, vm: int) -> VirtualMachine:
        """A VM by its number."""
        return self.inventory.vms[self.vms[vm]]

    def _size(self, vm: VirtualMachine) -> float:
        """Of what leaves; wherever it goes, it takes the same."""
        target = next((id_ for id_ in self.stores if id_ not in vm.datastores), "")
        if not target:
            return float(sum(disk.space_as(disk.format) for disk in disks_on(vm, self.leaving)))
        return float(sum(self.arriving(relocation(vm, self.leaving, target)).values()))

    def arriving(self, spec: MigrationSpec) -> dict[str, int]:
        """Datastore -> bytes that a migration brings there, as the engine counts them."""
        return dict(resolve(self.inventory, spec).arriving)

    def reachable(self, vm: VirtualMachine) -> tuple[str, ...]:
        """The datastores that the options let a VM's files go to, whatever the rules say."""
        stores = self.inventory.datastores
        pods = {stores[id_].cluster for id_ in vm.datastores if id_ in self.leaving}
        if self.options.other_clusters or "" in pods or not pods:
            return self.stores
        return tuple(id_ for id_ in self.stores if stores[id_].cluster in pods)

    def alike(self, vm: VirtualMachine) -> list[list[str]]:
        """The datastores that a VM's files could go to, those together of which the rules say the same."""
        kind = self.checker.kind_of_datastore(vm.id)
        groups: dict[object, list[str]] = {}
        for id_ in self.reachable(vm):
            store = self.inventory.datastores[id_]
            groups.setdefault((kind(id_), store.type, store.datacenter), []).append(id_)
        return list(groups.values())

    def allowed(self, vm: int) -> BoolArray:
        """(d,) the datastores that all of a VM's leaving files may go to, without regard to space. The rules are asked
        for one datastore of each kind."""
        if vm not in self._allowed:
            self._pulse()
            machine = self.machine(vm)
            found = np.zeros(len(self.stores), dtype=np.bool_)
            for alike in self.alike(machine):
                if not self.against(relocation(machine, self.leaving, alike[0]), alike[0]):
                    for id_ in alike:
                        found[self.column[id_]] = (machine.id, id_) not in self.banned
            self._allowed[vm] = found
        return self._allowed[vm]

    def against(self, spec: MigrationSpec, target: str) -> tuple[Reason, ...]:
        """The errors that no space would cure."""
        return tuple(reason for reason in self.reasons(spec, target) if reason.severity is Severity.ERROR)

    def reasons(self, spec: MigrationSpec, target: str) -> tuple[Reason, ...]:
        """All that the rules say of a migration but for space, errors first."""
        key = (spec.vm, target)
        if key not in self._reasons:
            found = self.checker.check(spec).reasons
            self._reasons[key] = tuple(reason for reason in found if reason.rule not in COUNTED)
        return self._reasons[key]
