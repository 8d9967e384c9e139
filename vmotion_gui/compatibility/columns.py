"""The hosts of an inventory as columns, so that one rule judges thousands of hosts in one stroke."""

from __future__ import annotations

import functools
import itertools
import operator
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.claims import claimed_mhz, slots_taken
from vmotion_gui.compatibility.steps import Steps
from vmotion_gui.inventory.entities import Host, PhysicalNic, PortGroup, VirtualMachine, VmKernelAdapter
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.layered import differing

Mask = npt.NDArray[np.bool_]
IntArray = npt.NDArray[np.intp]
T = TypeVar("T")

_USAGE = (
    "reserved_mhz", "reserved_bytes", "running_bytes", "vm_count", "running_count",
    "claimed_mhz", "claimed_bytes", "largest_claims", "slots_taken",
)  # fmt: skip
"""Columns of what VMs take of their hosts."""
_ROWS_A_STEP = 100
"""Hosts that are filled in at a time where that is done in steps."""
_HARDWARE_VERSIONS = (
    ((9, 0, 0), 22), ((8, 0, 2), 21), ((8, 0, 0), 20), ((7, 0, 2), 19), ((7, 0, 1), 18), ((7, 0, 0), 17),
    ((6, 7, 2), 15), ((6, 7, 0), 14), ((6, 5, 0), 13), ((6, 0, 0), 11), ((5, 5, 0), 10), ((5, 1, 0), 9), ((0, 0, 0), 8),
)  # fmt: skip
"""ESXi version -> newest virtual hardware version (govmomi vim25/types/hardware_version.go)."""


def version_of(text: str) -> tuple[int, int, int]:
    """ "8.0.3" as numbers; what is missing or no number counts as 0."""
    numbers = [int(part) if part.isdigit() else 0 for part in text.split(".")]
    major, minor, update = [*numbers, 0, 0, 0][:3]
    return major, minor, update


def newest_hardware_version(esxi: str) -> int:
    """The newest virtual hardware version that an ESXi version runs."""
    version = version_of(esxi)
    return next(hardware for since, hardware in _HARDWARE_VERSIONS if version >= since)


def memory_overhead_bytes(vm: VirtualMachine) -> float:
    """What ESXi needs beside a running VM's memory: about 1 % of it and 40 MiB per vCPU (simplified)."""
    return 0.01 * vm.memory_bytes + 40 * 1024**2 * vm.cpus


def vmotion_adapters(host: Host) -> tuple[VmKernelAdapter, ...]:
    """The host's VMkernel adapters that are enabled for vMotion."""
    return tuple(vmk for vmk in host.vmk_adapters if "vmotion" in vmk.services)


def vmotion_uplinks(inventory: Inventory, host: Host) -> tuple[PhysicalNic, ...]:
    """The physical adapters that can carry the host's vMotion traffic, those that are down too."""
    portgroups = [inventory.portgroups.get(vmk.portgroup) for vmk in vmotion_adapters(host)]
    switches = {portgroup.switch for portgroup in portgroups if portgroup is not None}
    return tuple(nic for nic in host.pnics if not switches or nic.switch in switches)


class MacAddresses:
    """Who has which MAC address: found out when it is first asked for, and kept while VMs keep theirs."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory

    @functools.cached_property
    def index(self) -> Mapping[str, Mapping[str, str]]:
        """MAC address in lower case -> vCenter Server -> the name of a VM there that has it."""
        found: dict[str, dict[str, str]] = {}
        for _ in self._indexing(found):
            pass
        return found

    def in_steps(self) -> Iterator[float]:
        """Find all of it out now."""
        found: dict[str, dict[str, str]] = {}
        yield from self._indexing(found)
        self.__dict__["index"] = found

    def _indexing(self, found: dict[str, dict[str, str]]) -> Iterator[float]:
        inventory = self._inventory
        for number, host in enumerate(inventory.hosts.values()):
            if number % _ROWS_A_STEP == _ROWS_A_STEP - 1:
                yield 0.5 + 0.4 * number / len(inventory.hosts)
            vcenter = inventory.vcenter_of_host(host).id
            for vm in map(inventory.vms.__getitem__, inventory.vms_on(host.id)):
                for nic in vm.nics:
                    if nic.mac_address:
                        found.setdefault(nic.mac_address.casefold(), {})[vcenter] = vm.name

    def updated(self, inventory: Inventory) -> MacAddresses:
        """That of the next inventory, whose hosts are the same."""
        replaced = _replaced_in_place(self._inventory, inventory)
        if replaced is None or not all(map(self._alike, replaced[::2], replaced[1::2])):
            return MacAddresses(inventory)
        following = MacAddresses(inventory)
        if "index" in self.__dict__:
            following.__dict__["index"] = self.index
        return following

    def _alike(self, before: VirtualMachine, after: VirtualMachine) -> bool:
        hosts, vcenter_of = self._inventory.hosts, self._inventory.vcenter_of_host
        macs = [[nic.mac_address for nic in vm.nics] for vm in (before, after)]
        return macs[0] == macs[1] and vcenter_of(hosts[before.host]) is vcenter_of(hosts[after.host])


class HostColumns:
    """One column per fact; row i is `hosts[i]`. Immutable; `updated` makes those of the next inventory."""

    def __init__(self, inventory: Inventory) -> None:
        for _ in self._filling(inventory):
            pass

    @classmethod
    def in_steps(cls, inventory: Inventory) -> Steps[HostColumns]:
        """The columns, and what most rules ask first, in steps of some milliseconds."""
        made = object.__new__(cls)
        yield from made._filling(inventory)
        yield from made._macs.in_steps()
        return made

    def _filling(self, inventory: Inventory) -> Iterator[float]:
        """Fill all columns; yields the share (0 to 1) that is done."""
        self.inventory = inventory
        self.hosts: tuple[Host, ...] = tuple(inventory.hosts.values())
        self.ids: tuple[str, ...] = tuple(host.id for host in self.hosts)
        self.index = {id_: row for row, id_ in enumerate(self.ids)}
        self._rows = np.arange(len(self.hosts))
        """Row of each host in the columns of the whole inventory."""
        self._known: dict[object, Any] = {}
        self._counted: dict[object, Any] = {}
        self._macs = MacAddresses(inventory)
        for fill in (self._fill_states, self._fill_vmotion, self._fill_memberships):
            fill()
            yield 0.1
        self.reserved_mhz = np.zeros(len(self.hosts))
        self.reserved_bytes = np.zeros(len(self.hosts))
        self.running_bytes = np.zeros(len(self.hosts))
        self.vm_count = np.zeros(len(self.hosts))
        self.running_count = np.zeros(len(self.hosts))
        self.claimed_mhz = np.zeros(len(self.hosts))
        """What HA's admission control counts of each host's running VMs; `with_arrival` leaves it alone, since what
        comes to a cluster comes to one of its hosts only."""
        self.claimed_bytes = np.zeros(len(self.hosts))
        self.largest_claims = np.zeros((len(self.hosts), 2))
        """(n, 2) the largest claim of one VM: MHz, bytes."""
        self.slots_taken = np.zeros(len(self.hosts))
        self.arriving: tuple[VirtualMachine, ...] = ()
        """VMs that count as being on every host."""
        for first in range(0, len(self.hosts), _ROWS_A_STEP):
            self._fill_usage(range(first, min(first + _ROWS_A_STEP, len(self.hosts))))
            yield 0.1 + 0.4 * first / len(self.hosts)

    @property
    def none(self) -> Mask:
        """No host."""
        return np.zeros(len(self.hosts), dtype=bool)

    @property
    def all(self) -> Mask:
        """Every host."""
        return np.ones(len(self.hosts), dtype=bool)

    def where(self, test: Callable[[Host], bool]) -> Mask:
        """The hosts of which something is true."""
        return np.fromiter((test(host) for host in self.hosts), bool, len(self.hosts))

    def known(self, key: object, make: Callable[[], T]) -> T:
        """A fact of the hosts and their ground alone (not of the VMs), made once for all who ask."""
        if key not in self._known:
            self._known[key] = make()
        fact: T = self._known[key]
        return fact

    def counted(self, key: object, make: Callable[[], T]) -> T:
        """A fact about the inventory's VMs too, made once and forgotten with the inventory."""
        if key not in self._counted:
            self._counted[key] = make()
        fact: T = self._counted[key]
        return fact

    def mac_addresses(self) -> Mapping[str, Mapping[str, str]]:
        """MAC address in lower case -> vCenter Server -> the name of a VM there that has it."""
        return self._macs.index

    def fact(self, name: str, test: Callable[[Host], bool]) -> Mask:
        """The hosts of which something is true that depends on nothing else; `name` stands for the test."""
        return self.known(name, lambda: self.where(test))

    def codes(self, name: str, key: Callable[[Host], Hashable]) -> tuple[IntArray, tuple[Any, ...]]:
        """(n,) a number for each host, equal where the keys are equal, and the keys by number; `name` as in `fact`."""

        def make() -> tuple[IntArray, tuple[Any, ...]]:
            numbers: dict[Hashable, int] = {}
            coded = [numbers.setdefault(key(host), len(numbers)) for host in self.hosts]
            return np.array(coded, dtype=np.intp), tuple(numbers)

        return self.known(("codes", name), make)

    def rows(self, ids: Iterable[str]) -> Mask:
        """The hosts with these ids; ids of other things count for nothing."""
        mask = self.none
        mask[[self.index[id_] for id_ in ids if id_ in self.index]] = True
        return mask

    def updated(self, inventory: Inventory) -> HostColumns:
        """The columns of the next inventory; only what VMs take is counted anew where only VMs changed."""
        if inventory.hosts is not self.inventory.hosts or not _same_ground(inventory, self.inventory):
            return HostColumns(inventory)
        following = object.__new__(HostColumns)
        following.__dict__.update(self.__dict__)
        following.inventory = inventory
        following._counted = {}
        following._macs = self._macs.updated(inventory)
        for name in _USAGE:
            setattr(following, name, getattr(self, name).copy())
        following._fill_usage(self._rows_with_other_vms(inventory))
        return following

    def taken(self, rows: Sequence[int]) -> HostColumns:
        """The columns of a few hosts only, for judging one destination without asking about thousands."""
        following = object.__new__(HostColumns)
        following.__dict__.update(self.__dict__)
        for name, value in self.__dict__.items():
            if isinstance(value, np.ndarray):
                setattr(following, name, value[list(rows)])
            elif name in ("hosts", "ids", "cluster", "datacenter", "vcenter", "evc_keys"):
                setattr(following, name, type(value)(value[row] for row in rows))
        following.index = {id_: row for row, id_ in enumerate(following.ids)}
        following._rows = np.array([self._rows[row] for row in rows], dtype=np.intp)
        following._known = {}
        following._counted = {}
        return following

    def with_arrival(self, vm: VirtualMachine) -> HostColumns:
        """As if a running VM were on every host already; for judging several VMs that arrive together.

        On its own host it has been counted before.
        """
        arrives = np.ones(len(self.hosts))
        arrives[self.index[vm.host]] = 0.0
        following = object.__new__(HostColumns)
        following.__dict__.update(self.__dict__)
        following.reserved_mhz = self.reserved_mhz + arrives * vm.cpu_reservation_mhz
        reserved = vm.memory_reservation_bytes + memory_overhead_bytes(vm)
        following.reserved_bytes = self.reserved_bytes + arrives * reserved
        following.running_bytes = self.running_bytes + arrives * vm.memory_bytes
        following.vm_count = self.vm_count + arrives
        following.arriving = (*self.arriving, vm)
        return following

    # --- filling ------------------------------------------------------------------------------------------------------

    def _fill_states(self) -> None:
        self.disconnected = self.where(lambda h: h.connection_state == "disconnected")
        self.not_responding = self.where(lambda h: h.connection_state == "notResponding")
        self.powered_off = self.where(lambda h: h.power_state in ("poweredOff", "standBy"))
        self.maintenance = self.where(lambda h: h.maintenance_state != "normal")
        self.quarantine = self.where(lambda h: h.in_quarantine_mode)
        self.component_failed = self.where(lambda h: h.component_failed)
        self.without_agents = self.where(lambda h: not h.agent_vms_deployed)
        self.das_error = self.where(lambda h: h.das_state == "error")
        self.amd = self.where(lambda h: h.cpu_vendor == "amd")
        self.cores = np.array([h.cores for h in self.hosts], dtype=float)
        self.threads = np.array([h.threads for h in self.hosts], dtype=float)
        self.capacity_mhz = np.array([h.cores * h.cpu_mhz for h in self.hosts], dtype=float)
        self.memory_bytes = np.array([h.memory_bytes for h in self.hosts], dtype=float)
        self.max_vms = np.array([h.max_vms for h in self.hosts], dtype=float)
        self.hardware_version = np.array([newest_hardware_version(h.version) for h in self.hosts], dtype=float)
        self.evc_keys = [h.max_evc_mode_key for h in self.hosts]

    def _fill_vmotion(self) -> None:
        uplinks = [vmotion_uplinks(self.inventory, host) for host in self.hosts]
        self.vmotion_configured = self.where(lambda h: bool(vmotion_adapters(h)))
        self.vmotion_licensed = self.where(lambda h: "vmotion" in h.licence_features)
        self.vmotion_supported = self.where(lambda h: h.vmotion_supported)
        self.encrypted_vmotion = self.where(lambda h: h.encrypted_vmotion_supported)
        fastest = [max((nic.speed_bits_per_s for nic in nics), default=0) for nics in uplinks]
        self.vmotion_speed = np.array(fastest, dtype=float)
        self.vmotion_half_duplex = np.array([any(not nic.full_duplex for nic in nics) for nics in uplinks], dtype=bool)
        self.vmotion_mtu = np.array(
            [min((vmk.mtu for vmk in vmotion_adapters(h)), default=0) for h in self.hosts], dtype=float
        )

    def _fill_memberships(self) -> None:
        datacenters = self.inventory.datacenters
        self.cluster = [host.cluster for host in self.hosts]
        self.datacenter = [host.datacenter for host in self.hosts]
        self.vcenter = [datacenters[host.datacenter].vcenter for host in self.hosts]
        self._mounted: dict[str, Mask] = {}
        self._read_only: dict[str, Mask] = {}
        for row, host in enumerate(self.hosts):
            for mount in host.mounts:
                if mount.accessible:
                    self._mounted.setdefault(mount.datastore, self.none)[row] = True
                if mount.access_mode == "readOnly":
                    self._read_only.setdefault(mount.datastore, self.none)[row] = True
        self._fill_networks()

    def _fill_networks(self) -> None:
        self._switch_members: dict[str, Mask] = {}
        self._uplinked: dict[str, Mask] = {}
        self._networks: dict[str, Mask] = {}
        self._distributed_networks: dict[str, Mask] = {}
        self._distributed_groups: dict[str, tuple[PortGroup, ...]] = {}
        self._portgroups_here: dict[tuple[str, int], str] = {}
        for switch in self.inventory.switches.values():
            self._switch_members[switch.id] = self.rows(switch.hosts)
        for row, host in enumerate(self.hosts):
            for nic in host.pnics:
                if nic.switch and nic.speed_bits_per_s > 0:
                    self._uplinked.setdefault(nic.switch, self.none)[row] = True
        for portgroup in self.inventory.portgroups.values():
            owner = self.inventory.switches.get(portgroup.switch)
            if owner is None:
                continue
            if owner.distributed:
                there = self._distributed_networks.setdefault(portgroup.name, self.none)
                there |= self._switch_members[owner.id]
                self._distributed_groups[portgroup.name] = (*self.distributed_groups(portgroup.name), portgroup)
                continue
            mask = self._networks.setdefault(portgroup.name, self.none)
            for id_ in owner.hosts:
                if (here := self.index.get(id_)) is not None:
                    mask[here] = True
                    self._portgroups_here[portgroup.name, here] = portgroup.id

    def _fill_usage(self, rows: Iterable[int]) -> None:
        vms = self.inventory.vms
        for row in rows:
            running = [vms[id_] for id_ in self.inventory.vms_on(self.ids[row])]
            self.vm_count[row] = len(running)
            running = [vm for vm in running if vm.power_state == "poweredOn"]
            self.reserved_mhz[row] = sum(vm.cpu_reservation_mhz for vm in running)
            self.reserved_bytes[row] = sum(vm.memory_reservation_bytes + memory_overhead_bytes(vm) for vm in running)
            self.running_bytes[row] = sum(vm.memory_bytes for vm in running)
            self._fill_claims(row, running)

    def _fill_claims(self, row: int, running: Sequence[VirtualMachine]) -> None:
        cluster = self.inventory.clusters.get(self.hosts[row].cluster)
        self.running_count[row] = len(running)
        self.claimed_mhz[row] = sum(map(claimed_mhz, running))
        self.claimed_bytes[row] = self.reserved_bytes[row]
        if cluster is None or cluster.das.policy != "failoverLevel":
            return
        sizes = [vm.memory_reservation_bytes + memory_overhead_bytes(vm) for vm in running]
        self.largest_claims[row] = max(map(claimed_mhz, running), default=0.0), max(sizes, default=0.0)
        taken = (slots_taken(cluster.das, vm, size) for vm, size in zip(running, sizes, strict=True))
        self.slots_taken[row] = sum(taken)

    def _rows_with_other_vms(self, inventory: Inventory) -> Sequence[int]:
        before, after = self.inventory, inventory
        if before.vms is after.vms:
            return ()
        if (replaced := _replaced_in_place(before, after)) is not None:
            return sorted({self.index[vm.host] for vm in replaced if vm.host in self.index})
        changed = {vm.host for id_, vm in after.vms.items() if before.vms.get(id_) is not vm}
        changed |= {
            before.vms[id_].host for id_, vm in after.vms.items() if id_ in before.vms and before.vms[id_] is not vm
        }
        changed |= {vm.host for id_, vm in before.vms.items() if id_ not in after.vms}
        return sorted(self.index[id_] for id_ in changed if id_ in self.index)

    # --- reading ------------------------------------------------------------------------------------------------------

    def mounted(self, datastore: str) -> Mask:
        """The hosts that see a datastore."""
        return self._held(self._mounted, datastore)

    def read_only(self, datastore: str) -> Mask:
        """The hosts that may only read a datastore."""
        return self._held(self._read_only, datastore)

    def members(self, switch: str) -> Mask:
        """The hosts that a switch is on."""
        return self._held(self._switch_members, switch)

    def uplinked(self, switch: str) -> Mask:
        """The hosts on which a switch has a live uplink."""
        return self._held(self._uplinked, switch)

    def network(self, name: str) -> Mask:
        """The hosts that have a standard port group of this name."""
        return self._held(self._networks, name)

    def distributed_network(self, name: str) -> Mask:
        """The hosts that have a distributed port group of this name, on whichever switch."""
        return self._held(self._distributed_networks, name)

    def distributed_groups(self, name: str) -> tuple[PortGroup, ...]:
        """The distributed port groups of this name, of all switches."""
        return self._distributed_groups.get(name, ())

    def portgroup_here(self, name: str, row: int) -> str:
        """The standard port group of this name on one host that has it."""
        return self._portgroups_here[name, int(self._rows[row])]

    def mount_count(self, datastore: str) -> int:
        """How many hosts of the whole inventory see a datastore."""
        mask = self._mounted.get(datastore)
        return 0 if mask is None else int(mask.sum())

    def _held(self, masks: dict[str, Mask], key: str) -> Mask:
        mask = masks.get(key)
        return self.none if mask is None else mask[self._rows]


def _replaced_in_place(before: Inventory, after: Inventory) -> list[VirtualMachine] | None:
    """The VMs that differ, old and new; None if VMs came, went or changed their order."""
    if (known := differing(before.vms, after.vms)) is not None:
        return [vm for pair in known for vm in pair]
    if len(before.vms) != len(after.vms):
        return None
    changed = itertools.starmap(operator.is_not, zip(before.vms.values(), after.vms.values(), strict=True))
    pairs = list(itertools.compress(zip(before.vms.values(), after.vms.values(), strict=True), changed))
    if any(old.id != new.id for old, new in pairs):
        return None
    return [vm for pair in pairs for vm in pair]


def _same_ground(after: Inventory, before: Inventory) -> bool:
    names = ("clusters", "datacenters", "vcenters", "switches", "portgroups", "subnets", "links", "resource_pools")
    return all(after.collection(name) is before.collection(name) for name in names)
