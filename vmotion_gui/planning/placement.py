"""Which host or datastore to take when a person names only the place around it.

The choice is DRS-like in its order: first compatibility, then the fewest warnings (a broken rule is one), then the load
of the host's fuller resource with the VM on it, then the inventory's own order, so that the same question always gets
the same answer. Of several VMs each finds those there that were placed before it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

import msgspec
import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.case import Case, migration_type
from vmotion_gui.compatibility.checker import Checker, HostVerdicts
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Entity, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.maintenance.ground import COUNTED

FloatArray = npt.NDArray[np.float64]

OF_STORAGE = frozenset(rule.id for rule in RULES if rule.group == "storage")
_HOSTS_TRIED_WITH_STORAGE = 4
"""So many hosts are asked for a datastore, the best first."""
_DATASTORES_TRIED = 8


class HostLoad(msgspec.Struct, frozen=True, kw_only=True):
    """What the powered-on VMs of a host take of it."""

    cpu_mhz: float
    memory_bytes: float
    cpu_share: float
    """Of the host's capacity; above 1 it is overcommitted."""
    memory_share: float


def host_load(inventory: Inventory, host: Host, arriving: Iterable[VirtualMachine] = ()) -> HostLoad:
    """The load of a host, with VMs that would arrive; what of those is there already counts once."""
    running = {vm.id: vm for id_ in inventory.vms_on(host.id) if (vm := inventory.vms[id_]).power_state == "poweredOn"}
    running |= {vm.id: vm for vm in arriving}
    cpu_mhz = sum(_busy_cpus(vm) for vm in running.values()) * host.cpu_mhz
    memory = float(sum(vm.memory_bytes for vm in running.values()))
    return HostLoad(
        cpu_mhz=cpu_mhz,
        memory_bytes=memory,
        cpu_share=cpu_mhz / (host.cores * host.cpu_mhz),
        memory_share=memory / host.memory_bytes,
    )


def _busy_cpus(vm: VirtualMachine) -> float:
    return vm.cpus * vm.workload.phases[0].cpu_load


def roomiest(inventory: Inventory, host: str) -> list[str]:
    """The datastores of a host that are tried for files that come to it, the one with most free space first."""
    mounts = [mount.datastore for mount in inventory.hosts[host].mounts if mount.access_mode == "readWrite"]
    return sorted(mounts, key=lambda id_: -inventory.datastores[id_].free_bytes)[:_DATASTORES_TRIED]


def best_datastore(checker: Checker, vm_id: str, host: str) -> str:
    """The datastore for a VM that moves to a host with its storage: the one with most free space; "" if none can."""
    for datastore in roomiest(checker.inventory, host):
        if checker.check(MigrationSpec(vm=vm_id, host=host, datastore=datastore)).possible:
            return datastore
    return ""


class Rehearsal:
    """The estate as it becomes while VMs are sent one after the other; judges only the hosts that matter."""

    def __init__(self, checker: Checker, vm_ids: Iterable[str], hosts: Iterable[str]) -> None:
        """`hosts`: where VMs may be sent."""
        inventory = checker.inventory
        wanted = dict.fromkeys(hosts)
        for cluster in {inventory.hosts[id_].cluster for id_ in wanted} - {""}:
            wanted |= dict.fromkeys(inventory.hosts_in(cluster))
        wanted |= dict.fromkeys(inventory.vms[id_].host for id_ in vm_ids)
        index = checker.columns.index
        self.checker = Checker(inventory, columns=checker.columns.taken(sorted(index[id_] for id_ in wanted)))

    def judged(self, spec: MigrationSpec, busy: Mapping[str, str] | None = None) -> Verdict:
        """The verdict of a move after those that were sent before; a move that may be counts as done from now on."""
        verdict = self.checker.check(spec, busy=busy)
        if verdict.possible:
            self.send(spec)
        return verdict

    def send(self, spec: MigrationSpec) -> None:
        """Count a move as done."""
        inventory = self.checker.inventory
        vm = inventory.vms[spec.vm]
        changed: list[Entity] = [msgspec.structs.replace(vm, host=spec.host or vm.host)]
        if spec.datastore or spec.disks:
            case = Case(self.checker.columns, spec, migration_type(inventory, spec))
            for id_, taken in case.arriving_bytes.items():
                store = inventory.datastores[id_]
                left = max(0, store.free_bytes - int(taken))
                changed.append(msgspec.structs.replace(store, free_bytes=left))
        self.checker = Checker.for_inventory(inventory.with_entities(changed), previous=self.checker)


class Seat(msgspec.Struct, frozen=True, kw_only=True):
    """Where a VM would go."""

    spec: MigrationSpec
    verdict: Verdict
    """Not `possible`: no host can take the VM, and this is the one against which least stands."""
    reason: Message
    """Why this host, or that there is none."""


class Placing:
    """Finds a host for one VM after the other, and remembers those that were placed."""

    def __init__(self, checker: Checker, vm_ids: Sequence[str], hosts: Sequence[str]) -> None:
        """`hosts` (not empty): those in question; a VM's own host is never the answer."""
        inventory = checker.inventory
        self._rehearsal = Rehearsal(checker, vm_ids, hosts)
        columns = self._rehearsal.checker.columns
        self._hosts = tuple(hosts)
        self._rows = np.array([columns.index[id_] for id_ in hosts], dtype=np.intp)
        self._number = {id_: number for number, id_ in enumerate(hosts)}
        self._busy_cpus = np.array([self._busy(inventory, id_) for id_ in hosts])
        self._cores = columns.cores[self._rows]

    @staticmethod
    def _busy(inventory: Inventory, host: str) -> float:
        vms = (inventory.vms[id_] for id_ in inventory.vms_on(host))
        return sum(_busy_cpus(vm) for vm in vms if vm.power_state == "poweredOn")

    def place(
        self,
        vm_id: str,
        *,
        with_storage: bool = False,
        busy: Mapping[str, str] | None = None,
    ) -> Seat | None:
        """The host for a VM that may be there; it counts as there from now on. None: its own host is the only one.

        `with_storage`: its files go to the roomiest datastore of the host that can hold them.
        """
        checker = self._rehearsal.checker
        vm = checker.inventory.vms[vm_id]
        verdicts = checker.hosts(vm_id, busy=busy)
        levels, warnings = self._levels(verdicts, with_storage)
        cpu, memory = self._loads(vm)
        order = np.lexsort((np.maximum(cpu, memory), warnings, levels))
        rows = [row for row in order.tolist() if self._hosts[row] != vm.host]
        if not rows:
            return None
        spec = self._spec(vm_id, rows, levels, with_storage)
        verdict = self._rehearsal.judged(spec, busy)
        row = self._number[spec.host]
        if verdict.possible:
            why = self._why(row, rows, levels, (cpu, memory), verdicts)
            self._seat(vm, row)
        else:
            why = message("drop.why.none", count=len(rows))
        return Seat(spec=spec, verdict=verdict, reason=why)

    def host_for(self, vm_id: str, known: Mapping[str, Severity]) -> str:
        """The host for a VM of which more is chosen already: `known` are the verdicts with that, host -> severity, with
        nobody placed before; "" if none can take it. It counts as there from now on."""
        checker = self._rehearsal.checker
        vm = checker.inventory.vms[vm_id]
        own = np.array([known[id_] for id_ in self._hosts], dtype=np.uint8)
        levels, warnings = self._levels(checker.hosts(vm_id), with_storage=False, only=COUNTED)
        levels = np.maximum(levels, np.where(own >= Severity.ERROR, own, 0))
        order = np.lexsort((np.maximum(*self._loads(vm)), warnings + (own == Severity.WARNING), levels)).tolist()
        able = (row for row in order if levels[row] < Severity.ERROR and self._hosts[row] != vm.host)
        row = next(able, -1)
        if row < 0:
            return ""
        self._rehearsal.send(MigrationSpec(vm=vm_id, host=self._hosts[row]))
        self._seat(vm, row)
        return self._hosts[row]

    def _levels(
        self, verdicts: HostVerdicts, with_storage: bool, only: Collection[str] = ()
    ) -> tuple[npt.NDArray[np.uint8], FloatArray]:
        """(hosts,) the worst of each, and how many rules warn; reasons that another datastore removes are left out.
        `only`: rules that count; none: all."""
        levels = np.zeros(len(self._hosts), dtype=np.uint8)
        warnings = np.zeros(len(self._hosts))
        for rule, found in verdicts.by_rule().items():
            if (with_storage and rule in OF_STORAGE) or (only and rule not in only):
                continue
            here = found[self._rows]
            levels = np.maximum(levels, np.where(here >= Severity.ERROR, here, 0))
            warnings += here == Severity.WARNING
        return levels, warnings

    def _loads(self, vm: VirtualMachine) -> tuple[FloatArray, FloatArray]:
        """(hosts,) shares of CPU and memory in use with the VM there."""
        columns = self._rehearsal.checker.columns
        runs = vm.power_state == "poweredOn"
        there = np.array([vm.host == id_ for id_ in self._hosts])
        more_cpus = np.where(there | (not runs), 0.0, _busy_cpus(vm))
        more_bytes = np.where(there | (not runs), 0.0, float(vm.memory_bytes))
        cpu = (self._busy_cpus + more_cpus) / self._cores
        memory = (columns.running_bytes[self._rows] + more_bytes) / columns.memory_bytes[self._rows]
        return cpu, memory

    def _spec(self, vm: str, rows: Sequence[int], levels: npt.NDArray[np.uint8], with_storage: bool) -> MigrationSpec:
        if with_storage:
            for row in rows[:_HOSTS_TRIED_WITH_STORAGE]:
                if levels[row] < Severity.ERROR:
                    store = best_datastore(self._rehearsal.checker, vm, self._hosts[row])
                    if store:
                        return MigrationSpec(vm=vm, host=self._hosts[row], datastore=store)
        return MigrationSpec(vm=vm, host=self._hosts[rows[0]])

    def _seat(self, vm: VirtualMachine, row: int) -> None:
        if vm.power_state == "poweredOn":
            self._busy_cpus[row] += _busy_cpus(vm)
            home = self._number.get(vm.host)
            if home is not None:
                self._busy_cpus[home] -= _busy_cpus(vm)

    def _why(
        self,
        row: int,
        rows: Sequence[int],
        levels: npt.NDArray[np.uint8],
        shares: tuple[FloatArray, FloatArray],
        verdicts: HostVerdicts,
    ) -> Message:
        """The load that the host then has, and what stands against a host that would have less."""
        cpu, memory = (round(100 * float(share[row])) for share in shares)
        load = np.maximum(*shares)
        emptier = min(rows, key=lambda other: float(load[other]))
        if load[emptier] < load[row]:
            known = {reason.rule for reason in verdicts.reasons(self._hosts[row])}
            against = [r for r in verdicts.reasons(self._hosts[emptier]) if r.severity >= Severity.WARNING]
            told = next((reason for reason in against if reason.rule not in known), None)
            if told is not None:
                other = self._rehearsal.checker.inventory.hosts[self._hosts[emptier]].name
                return message("drop.why.but", cpu=cpu, memory=memory, host=other, reason=told.text)
        able = sum(levels[other] < Severity.ERROR for other in rows)
        key = "drop.why.only" if able == 1 else "drop.why.least"
        return message(key, cpu=cpu, memory=memory, count=int(able))


def largest_first(inventory: Inventory, vm_ids: Sequence[str]) -> Iterator[str]:
    """VMs in the order in which they are placed: what is hard to find room for comes first, running before the rest."""
    vms = (inventory.vms[id_] for id_ in vm_ids)
    return (vm.id for vm in sorted(vms, key=lambda vm: (vm.power_state != "poweredOn", -vm.memory_bytes)))
