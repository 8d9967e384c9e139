"""What a plan stands on: hosts and VMs as columns, and who may go where whatever else moves.

Every rule of the table that says the same wherever other VMs are is asked once (`compatibility/memo.py` remembers it
for VMs that look alike). What depends on where others are (room, VM-VM rules, HA) is kept as numbers and groups, for
`arrangement.py` to count.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.case import migration_type
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.columns import Mask, memory_overhead_bytes
from vmotion_gui.compatibility.failover import spare, takes
from vmotion_gui.compatibility.memo import Memo
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import MigrationType, Reason, Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import VirtualMachine, VmAffinityRule, VmAntiAffinityRule
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.plan import Options

FloatArray = npt.NDArray[np.float64]
IntArray = npt.NDArray[np.intp]

COUNTED = frozenset(
    (
        "cap.memory",
        "cap.cpu",
        "vm.latency",
        "cap.load",
        "ha.capacity",
        "host.full",
        "host.same",
        "lic.vms",
        "rule.separate",
        "rule.together",
    )
)
"""Rules that depend on where other VMs are, and that `arrangement.py` counts itself."""
_OF_STORAGE = frozenset(rule.id for rule in RULES if rule.group == "storage")
_NEVER = 1 << 40


class Ground:
    """Arrays over VMs (v,) and hosts (h,) in the order of `vms` and `hosts`; nothing here changes while planning."""

    def __init__(
        self,
        checker: Checker,
        emptied: Collection[str],
        options: Options,
        *,
        closed: Collection[str] = (),
        banned: Mapping[tuple[str, str], Reason] | None = None,
        preferred: Collection[str] = (),
        about: Collection[str] = (),
        pulse: Callable[[], None] | None = None,
    ) -> None:
        """`emptied`: hosts to be empty; `closed`: hosts that take no VM for other reasons; `banned`: (VM, host)
        that were found not to go together, and why; `preferred`: hosts that are taken before others; `about`: hosts
        that the plan is about, if they do not follow from those that are emptied; `pulse`: called now and then while
        something is looked for, and ends that by raising."""
        self.pulse = pulse or (lambda: None)
        self.checker, self.options = checker, options
        self.inventory: Inventory = checker.inventory
        self.hosts = tuple(about) or scope(self.inventory, emptied, options)
        self.row = {id_: row for row, id_ in enumerate(self.hosts)}
        self.emptied = np.array([id_ in emptied for id_ in self.hosts], dtype=bool)
        self.open = np.array([id_ not in emptied and id_ not in closed for id_ in self.hosts], dtype=bool)
        self.preferred = np.array([id_ in preferred for id_ in self.hosts], dtype=bool)
        self.vms: tuple[str, ...] = tuple(id_ for host in self.hosts for id_ in self.inventory.vms_on(host))
        self.number = {id_: number for number, id_ in enumerate(self.vms)}
        self._machines = [self.inventory.vms[id_] for id_ in self.vms]
        self.banned = dict(banned or {})
        self._rows = np.array([checker.columns.index[id_] for id_ in self.hosts], dtype=np.intp)
        self._memos: dict[MigrationType, Memo] = {}
        self._judged: dict[int, tuple[Mask, IntArray]] = {}
        self.stores: dict[tuple[int, int], str] = {}
        """(VM, host) -> the datastore that the VM's files must go to, where they cannot stay."""
        self.needed_space: dict[int, dict[str, float]] = {}
        """VM that moves with its files -> datastore -> bytes that it takes there."""
        self._fill_machines()
        self._fill_hosts()
        self._fill_groups()

    # --- filling ------------------------------------------------------------------------------------------------------

    def _fill_machines(self) -> None:
        vms = self._machines
        self.at = np.array([self.row[vm.host] for vm in vms], dtype=np.intp)
        self.running = np.array([vm.power_state == "poweredOn" for vm in vms], dtype=bool)
        on = self.running.astype(float)
        self.reserved_bytes = on * np.array([vm.memory_reservation_bytes + memory_overhead_bytes(vm) for vm in vms])
        self.reserved_mhz = on * np.array([float(vm.cpu_reservation_mhz) for vm in vms])
        self.memory_bytes = on * np.array([float(vm.memory_bytes) for vm in vms])
        self.busy_cpus = on * np.array([vm.cpus * vm.workload.phases[0].cpu_load for vm in vms])
        self.sensitive = self.running & np.array([vm.latency_sensitivity == "high" for vm in vms], dtype=bool)
        leaves = self.running | np.full(len(vms), self.options.evacuate_powered_off)
        self.must_leave = np.flatnonzero(self.emptied[self.at] & leaves) if vms else np.zeros(0, dtype=np.intp)

    def _fill_hosts(self) -> None:
        columns, rows = self.checker.columns, self._rows
        hosts = [self.inventory.hosts[id_] for id_ in self.hosts]
        self.capacity_bytes: FloatArray = columns.memory_bytes[rows]
        self.capacity_mhz: FloatArray = columns.capacity_mhz[rows]
        self.core_mhz: FloatArray = columns.capacity_mhz[rows] / columns.cores[rows]
        self.max_vms: IntArray = columns.max_vms[rows].astype(np.intp)
        limits = [_NEVER if host.licence_max_vms is None else host.licence_max_vms for host in hosts]
        self.max_running = np.array(limits, dtype=np.intp)
        self.vmotion_speed: FloatArray = np.maximum(columns.vmotion_speed[rows], 1.0)
        clusters = list(dict.fromkeys(host.cluster for host in hosts))
        self.cluster = np.array([clusters.index(host.cluster) for host in hosts], dtype=np.intp)
        gone = {id_ for id_, open_ in zip(self.hosts, self.open, strict=True) if not open_}
        known = self.inventory.clusters
        unlimited = np.full(3, np.inf)
        self.spare = np.array([spare(self.inventory, known[i], gone) if i in known else unlimited for i in clusters])
        """(clusters, 3) what HA's admission control lets be claimed in each; see `failover.budget`."""
        self.cluster_ids = tuple(clusters)
        self._gone = gone
        self._takes: dict[int, FloatArray] = {}

    def _fill_groups(self) -> None:
        self.apart: list[list[int]] = [[] for _ in self.vms]
        """For each running VM, those that must not be on its host."""
        self.together: list[tuple[int, ...]] = []
        """Groups of running VMs that stay on one host."""
        self.group_of: dict[int, list[int]] = {}
        rules = (rule for id_ in self.cluster_ids if id_ in self.inventory.clusters for rule in self._rules(id_))
        for rule in rules:
            members = [self.number[id_] for id_ in dict.fromkeys(rule.vms) if id_ in self.number]
            members = [member for member in members if self.running[member]]
            if isinstance(rule, VmAntiAffinityRule):
                for a, b in itertools.permutations(members, 2):
                    self.apart[a].append(b)
            elif len(members) > 1:
                for member in members:
                    self.group_of.setdefault(member, []).append(len(self.together))
                self.together.append(tuple(members))

    def _rules(self, cluster: str) -> Iterable[VmAffinityRule | VmAntiAffinityRule]:
        for rule in self.inventory.clusters[cluster].rules:
            if isinstance(rule, VmAffinityRule | VmAntiAffinityRule) and rule.enabled:
                yield rule

    def takes(self, vm: int) -> FloatArray:
        """(clusters, 3) what a VM claims of each cluster's `spare`."""
        if vm not in self._takes:
            known, machine = self.inventory.clusters, self._machines[vm]
            self._takes[vm] = np.array(
                [
                    takes(self.inventory, known[id_], machine, self._gone) if id_ in known else np.zeros(3)
                    for id_ in self.cluster_ids
                ]
            )
        return self._takes[vm]

    # --- who may go where ---------------------------------------------------------------------------------------------

    def machine(self, vm: int) -> VirtualMachine:
        """The entity of a VM by its number."""
        return self._machines[vm]

    def allowed(self, vm: int) -> Mask:
        """(h,) open hosts where no rule is an error, wherever the other VMs are; its own host is left out."""
        return self._verdict(vm)[0]

    def allowed_or_home(self, vm: int) -> Mask:
        """(h,) as `allowed`, and the host from which it was only moved to make room."""
        mask = self.allowed(vm).copy()
        mask[self.at[vm]] = self.open[self.at[vm]]
        return mask

    def cautions(self, vm: int) -> IntArray:
        """(h,) how many rules warn at each host."""
        return self._verdict(vm)[1]

    def _verdict(self, vm: int) -> tuple[Mask, IntArray]:
        if vm not in self._judged:
            self._judged[vm] = self._judge(vm)
        return self._judged[vm]

    def _judge(self, vm: int) -> tuple[Mask, IntArray]:
        machine = self._machines[vm]
        worst = np.zeros(len(self.hosts), dtype=np.uint8)
        warnings = np.zeros(len(self.hosts), dtype=np.intp)
        refused = np.zeros(len(self.hosts), dtype=bool)
        for finding in self._memo(machine).findings(machine):
            levels = finding.levels[self._rows]
            worst = np.maximum(worst, levels)
            refused |= (levels >= Severity.ERROR) & (finding.rule not in _OF_STORAGE)
            warnings += levels == Severity.WARNING
        allowed: Mask = (worst < Severity.ERROR) & self.reachable(vm)
        if not allowed.any() and self.options.move_storage and machine.datastores:
            allowed, warnings = self._with_storage(vm, self.reachable(vm) & ~refused)
        return allowed, warnings

    def reachable(self, vm: int) -> Mask:
        """The hosts that the options let it go to."""
        own = int(self.at[vm])
        reachable = self.open.copy()
        reachable[own] = False
        if not self.options.other_clusters and self.cluster_ids[self.cluster[own]]:
            reachable &= self.cluster == self.cluster[own]
        for row, host in enumerate(self.hosts) if self.banned else ():
            reachable[row] &= (self.vms[vm], host) not in self.banned
        return reachable

    def _memo(self, vm: VirtualMachine) -> Memo:
        type_ = migration_type(self.inventory, MigrationSpec(vm=vm.id))
        if type_ not in self._memos:
            rules = [rule for rule in RULES if rule.id not in COUNTED]
            self._memos[type_] = Memo(self.checker.columns, type_, rules)
        return self._memos[type_]

    def _with_storage(self, vm: int, reachable: Mask) -> tuple[Mask, IntArray]:
        """Hosts that could take it with its files, the roomiest datastore of each first."""
        machine = self._machines[vm]
        allowed = np.zeros_like(reachable)
        warnings = np.zeros(len(self.hosts), dtype=np.intp)
        for store in self._roomiest(reachable):
            if (allowed | ~reachable).all():
                break
            levels = self._levels(machine.id, store)
            new = reachable & ~allowed & (levels < Severity.ERROR)
            for row in np.flatnonzero(new).tolist():
                self.stores[vm, row] = store
            if new.any():
                self.needed_space.setdefault(vm, {})[store] = _space(machine, store)
            allowed |= new
            warnings[new] = (levels[new] == Severity.WARNING).astype(np.intp)
        return allowed, warnings

    def _levels(self, vm: str, store: str) -> npt.NDArray[np.uint8]:
        worst = np.zeros(len(self.hosts), dtype=np.uint8)
        for rule, levels in self.checker.hosts(vm, datastore=store).by_rule().items():
            if rule not in COUNTED:
                worst = np.maximum(worst, levels[self._rows])
        return worst

    def _roomiest(self, rows: Mask) -> Sequence[str]:
        hosts = [self.inventory.hosts[self.hosts[row]] for row in np.flatnonzero(rows).tolist()]
        stores = {m.datastore for host in hosts for m in host.mounts if m.accessible and m.access_mode == "readWrite"}
        known = self.inventory.datastores
        return sorted((id_ for id_ in stores if id_ in known), key=lambda id_: (-known[id_].free_bytes, id_))


def _space(vm: VirtualMachine, store: str) -> float:
    disks = sum(disk.space_as(disk.format) for disk in vm.disks if disk.datastore != store)
    return float(disks + vm.swap_file_bytes + sum(snapshot.size_bytes for snapshot in vm.snapshots))


def scope(inventory: Inventory, emptied: Collection[str], options: Options) -> tuple[str, ...]:
    """The hosts that a plan is about: those of the emptied hosts' clusters, or all of the inventory."""
    clusters = {inventory.hosts[id_].cluster for id_ in emptied}
    if options.other_clusters or "" in clusters:
        return tuple(inventory.hosts)
    return tuple(id_ for id_, host in inventory.hosts.items() if host.cluster in clusters)
