"""HA's admission control: does a cluster keep the room that it needs when hosts fail?

Three policies, after VMware's "vSphere Availability". Percentage: so much of all CPU and memory must stay unreserved,
by default as much as the largest hosts have (vSphere's own default since 6.5). Slots: a slot holds the largest
reservation of a running VM, or has a size that is given, and there must be enough slots without the largest hosts.
Dedicated hosts: one of them must be in service and empty (simplified: not all of them).

The same count serves the rule `ha.capacity`, powering on, the entry into maintenance mode, plans and the page of the
cluster. Nothing is asked about VMs that move within their cluster or that HA restarts.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

import msgspec
import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.claims import LEAST_CPU_MHZ, claimed_mhz, slots_taken
from vmotion_gui.compatibility.columns import HostColumns, Mask, memory_overhead_bytes
from vmotion_gui.inventory.automation import AdmissionControlPolicy, DasConfig
from vmotion_gui.inventory.entities import Cluster, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message

FloatArray = npt.NDArray[np.float64]
_NOTHING_ASKED = (np.inf, np.inf, np.inf)
_NO_ROOM = (-np.inf, -np.inf, -np.inf)


def in_service(host: Host) -> bool:
    """Whether a host can take VMs at all."""
    return host.connection_state == "connected" and host.maintenance_state == "normal"


def claimed_bytes(vm: VirtualMachine) -> float:
    """Memory that is kept for a running VM: its reservation and its overhead."""
    return vm.memory_reservation_bytes + memory_overhead_bytes(vm)


class Demand(NamedTuple):
    """What running VMs claim together."""

    mhz: float = 0.0
    bytes: float = 0.0
    largest_mhz: float = 0.0
    largest_bytes: float = 0.0
    slots: int = 0
    """As many as VMs, unless the slots' size is given."""

    def plus(self, other: Demand) -> Demand:
        """Both together."""
        return Demand(
            self.mhz + other.mhz,
            self.bytes + other.bytes,
            max(self.largest_mhz, other.largest_mhz),
            max(self.largest_bytes, other.largest_bytes),
            self.slots + other.slots,
        )


def demand(das: DasConfig, vms: Iterable[VirtualMachine]) -> Demand:
    """What VMs claim if all of them run."""
    total = Demand()
    for vm in vms:
        mhz, size = claimed_mhz(vm), claimed_bytes(vm)
        total = total.plus(Demand(mhz, size, mhz, size, slots_taken(das, vm, size)))
    return total


class Supply(NamedTuple):
    """A cluster's hosts in service, (n,) each, and how many dedicated failover hosts are among them and empty."""

    mhz: FloatArray
    bytes: FloatArray
    ready: int


class Slots(msgspec.Struct, frozen=True, kw_only=True):
    """The slot policy's figures."""

    cpu_mhz: float
    memory_bytes: float
    total: int
    used: int
    """A VM larger than a slot takes several."""
    tolerated: int
    """How many hosts, the largest first, could fail now (`currentFailoverLevel`)."""


class Shares(msgspec.Struct, frozen=True, kw_only=True):
    """The percentage policy's figures: what is unreserved now, and what must be, of all in percent."""

    cpu_percent: float
    memory_percent: float
    cpu_wanted_percent: float
    memory_wanted_percent: float


class FailoverRoom(msgspec.Struct, frozen=True, kw_only=True):
    """How a cluster stands with its admission control."""

    policy: AdmissionControlPolicy
    active: bool
    """False: HA or its admission control is off, and nothing is refused."""
    enough: bool
    reason: Message
    """What there is and what there must be."""
    slots: Slots | None = None
    shares: Shares | None = None


def counts(das: DasConfig) -> bool:
    """Whether admission control is on."""
    return das.enabled and das.admission_control_enabled


def failover_room(
    inventory: Inventory, cluster: Cluster, arriving: Sequence[VirtualMachine] = (), without: Collection[str] = ()
) -> FailoverRoom:
    """A cluster's room for failures, with VMs that would be powered on or come in, and without hosts that are to go."""
    held = _supply(inventory, cluster, without)
    claimed = _claimed(inventory, cluster, arriving)
    found = _figures(cluster.das, held, claimed)
    if not counts(cluster.das):
        return msgspec.structs.replace(found, active=False, enough=True, reason=message("ha.off"))
    return msgspec.structs.replace(found, enough=bool(min(budget(cluster.das, held, claimed)) >= 0.0))


def spare(inventory: Inventory, cluster: Cluster, without: Collection[str] = ()) -> FloatArray:
    """(3,) what may still be claimed in a cluster, some hosts left out: bytes, MHz and slots; see `budget`."""
    return np.array(budget(cluster.das, _supply(inventory, cluster, without), _claimed(inventory, cluster)))


def takes(inventory: Inventory, cluster: Cluster, vm: VirtualMachine, without: Collection[str] = ()) -> FloatArray:
    """(3,) by how much `spare` shrinks when a VM comes in; a VM that makes all slots larger takes many."""
    if vm.power_state != "poweredOn":
        return np.zeros(3)
    more = demand(cluster.das, [vm])
    if not counts(cluster.das) or cluster.das.policy != "failoverLevel":
        return np.array([more.bytes, more.mhz, 0.0])
    held, claimed = _supply(inventory, cluster, without), _claimed(inventory, cluster)
    before, after = budget(cluster.das, held, claimed)[2], budget(cluster.das, held, claimed.plus(more))[2]
    return np.array([more.bytes, more.mhz, before - after if np.isfinite(before) else 0.0])


def budget(das: DasConfig, held: Supply, claimed: Demand) -> tuple[float, float, float]:
    """What may still be claimed: bytes, MHz, slots; infinite what the policy does not count, negative what lacks."""
    if not counts(das):
        return _NOTHING_ASKED
    if das.policy == "failoverHost":
        return _NOTHING_ASKED if held.ready else _NO_ROOM
    if not len(held.mhz):
        return _NO_ROOM
    if das.policy == "failoverResources":
        wanted_mhz, wanted_bytes = _wanted(das, held)
        return (
            float(held.bytes.sum()) - wanted_bytes - claimed.bytes,
            float(held.mhz.sum()) - wanted_mhz - claimed.mhz,
            np.inf,
        )
    if not das.failover_level:
        return _NOTHING_ASKED
    cpu, memory = _slot(das, claimed)
    kept = np.sort(_slots_on(held, cpu, memory))[: max(0, len(held.mhz) - das.failover_level)]
    return np.inf, np.inf, float(kept.sum()) - claimed.slots if len(kept) else -np.inf


def _wanted(das: DasConfig, held: Supply) -> tuple[float, float]:
    """MHz and bytes that must stay unreserved."""
    if das.auto_compute_percentages:
        first = max(0, len(held.mhz) - das.failover_level)
        return float(np.sort(held.mhz)[first:].sum()), float(np.sort(held.bytes)[first:].sum())
    return (
        das.cpu_failover_resources_percent / 100 * float(held.mhz.sum()),
        das.memory_failover_resources_percent / 100 * float(held.bytes.sum()),
    )


def _slot(das: DasConfig, claimed: Demand) -> tuple[float, float]:
    return (
        das.slot_cpu_mhz or claimed.largest_mhz or LEAST_CPU_MHZ,
        das.slot_memory_bytes or claimed.largest_bytes or 1.0,
    )


def _slots_on(held: Supply, cpu: float, memory: float) -> FloatArray:
    slots: FloatArray = np.minimum(held.mhz // cpu, held.bytes // memory)
    return slots


# --- one cluster of an inventory --------------------------------------------------------------------------------------


def _supply(inventory: Inventory, cluster: Cluster, without: Collection[str]) -> Supply:
    ids = [id_ for id_ in inventory.hosts_in(cluster.id) if id_ not in without and in_service(inventory.hosts[id_])]
    hosts = [inventory.hosts[id_] for id_ in ids]
    ready = sum(id_ in cluster.das.failover_hosts and not _runs_any(inventory, id_) for id_ in ids)
    return Supply(
        np.array([float(host.cores * host.cpu_mhz) for host in hosts]),
        np.array([float(host.memory_bytes) for host in hosts]),
        ready,
    )


def _runs_any(inventory: Inventory, host: str) -> bool:
    return any(inventory.vms[id_].power_state == "poweredOn" for id_ in inventory.vms_on(host))


def _claimed(inventory: Inventory, cluster: Cluster, arriving: Sequence[VirtualMachine] = ()) -> Demand:
    members = (inventory.vms[id_] for host in inventory.hosts_in(cluster.id) for id_ in inventory.vms_on(host))
    running = {vm.id: vm for vm in members if vm.power_state == "poweredOn"} | {vm.id: vm for vm in arriving}
    return demand(cluster.das, running.values())


def _figures(das: DasConfig, held: Supply, claimed: Demand) -> FailoverRoom:
    if das.policy == "failoverHost":
        reason = message("ha.dedicated", ready=held.ready, wanted=len(das.failover_hosts))
        return FailoverRoom(policy="failoverHost", active=True, enough=held.ready > 0, reason=reason)
    return _of_slots(das, held, claimed) if das.policy == "failoverLevel" else _of_shares(das, held, claimed)


def _of_slots(das: DasConfig, held: Supply, claimed: Demand) -> FailoverRoom:
    cpu, memory = _slot(das, claimed)
    fewest_first = np.sort(_slots_on(held, cpu, memory))
    tolerated = 0
    while (
        tolerated + 1 < len(fewest_first) and fewest_first[: len(fewest_first) - tolerated - 1].sum() >= claimed.slots
    ):
        tolerated += 1
    slots = Slots(
        cpu_mhz=cpu, memory_bytes=memory, total=int(fewest_first.sum()), used=claimed.slots, tolerated=tolerated
    )
    figures = {"total": slots.total, "used": slots.used, "tolerated": tolerated, "wanted": das.failover_level}
    enough = tolerated >= das.failover_level
    return FailoverRoom(
        policy="failoverLevel", active=True, enough=enough, slots=slots, reason=message("ha.slots", **figures)
    )


def _of_shares(das: DasConfig, held: Supply, claimed: Demand) -> FailoverRoom:
    wanted_mhz, wanted_bytes = _wanted(das, held)
    mhz, size = float(held.mhz.sum()), float(held.bytes.sum())
    shares = Shares(
        cpu_percent=_percent(mhz - claimed.mhz, mhz, 0.0),
        memory_percent=_percent(size - claimed.bytes, size, 0.0),
        cpu_wanted_percent=_percent(wanted_mhz, mhz, 100.0),
        memory_wanted_percent=_percent(wanted_bytes, size, 100.0),
    )
    enough = shares.cpu_percent >= shares.cpu_wanted_percent and shares.memory_percent >= shares.memory_wanted_percent
    reason = message(
        "ha.percentage",
        cpu=round(shares.cpu_percent),
        memory=round(shares.memory_percent),
        cpu_wanted=round(shares.cpu_wanted_percent),
        memory_wanted=round(shares.memory_wanted_percent),
    )
    return FailoverRoom(policy="failoverResources", active=True, enough=enough, shares=shares, reason=reason)


def _percent(part: float, whole: float, otherwise: float) -> float:
    return 100.0 * part / whole if whole > 0 else otherwise


# --- all clusters at once ---------------------------------------------------------------------------------------------


class Rooms:
    """Every cluster's room, from the columns of the hosts; (clusters,) in the order of `ids`."""

    def __init__(self, columns: HostColumns) -> None:
        self._columns = columns
        self.codes, self.ids = columns.codes("cluster", lambda host: host.cluster)
        known = columns.inventory.clusters
        self._das = [known[id_].das if id_ in known else DasConfig(enabled=False) for id_ in self.ids]
        self._held = columns.known("failover supply", self._supplies)
        self._claimed = [self._demand(number) for number in range(len(self.ids))]
        budgets = [budget(*of) for of in zip(self._das, self._supply(), self._claimed, strict=True)]
        self._budgets = np.array(budgets, dtype=float).reshape(-1, 3)
        self._by_slots = [n for n, das in enumerate(self._das) if counts(das) and das.policy == "failoverLevel"]

    @classmethod
    def of(cls, columns: HostColumns) -> Rooms:
        """Those of these columns, made once."""
        return columns.counted("failover rooms", lambda: cls(columns))

    @functools.cached_property
    def _members(self) -> list[npt.NDArray[np.intp]]:
        order = np.argsort(self.codes, kind="stable")
        ends = np.cumsum(np.bincount(self.codes, minlength=len(self.ids)))
        return np.split(order, ends[:-1])

    def _supplies(self) -> list[tuple[FloatArray, FloatArray]]:
        columns = self._columns
        serving = columns.where(in_service)
        rows = [members[serving[members]] for members in self._members]
        return [(columns.capacity_mhz[of], columns.memory_bytes[of]) for of in rows]

    def _supply(self) -> list[Supply]:
        columns, index = self._columns, self._columns.index
        found = []
        for das, (mhz, size) in zip(self._das, self._held, strict=True):
            rows = [index[id_] for id_ in das.failover_hosts if id_ in index and in_service(columns.hosts[index[id_]])]
            found.append(Supply(mhz, size, sum(not columns.running_count[row] for row in rows)))
        return found

    def _demand(self, number: int) -> Demand:
        if not counts(self._das[number]):
            return Demand()
        columns, rows = self._columns, self._members[number]
        return Demand(
            float(columns.claimed_mhz[rows].sum()),
            float(columns.claimed_bytes[rows].sum()),
            float(columns.largest_claims[rows, 0].max(initial=0.0)),
            float(columns.largest_claims[rows, 1].max(initial=0.0)),
            int(columns.slots_taken[rows].sum()),
        )

    def short(self, vm: VirtualMachine, arriving: Sequence[VirtualMachine] = ()) -> Mask:
        """(clusters,) which would not keep their room with a running VM more, besides others that come before it."""
        need = np.zeros((len(self.ids), 3))
        need[:, :2] = claimed_bytes(vm), claimed_mhz(vm)
        for other in arriving:
            comes = np.array([id_ != self._home(other) for id_ in self.ids])
            need[:, 0] += comes * claimed_bytes(other)
            need[:, 1] += comes * claimed_mhz(other)
        short: Mask = np.logical_or.reduce(self._budgets < need, axis=1)
        for number in self._by_slots:
            das = self._das[number]
            others = [other for other in arriving if self._home(other) != self.ids[number]]
            claimed = self._claimed[number].plus(demand(das, [*others, vm]))
            short[number] = min(budget(das, Supply(*self._held[number], ready=0), claimed)) < 0.0
        return short

    def _home(self, vm: VirtualMachine) -> str:
        return self._columns.inventory.hosts[vm.host].cluster
