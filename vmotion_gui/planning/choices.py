"""What a person chooses step by step before VMs are moved, and what follows from it, without any window.

A `Wish` is the value that a wizard edits: it keeps every choice also while another kind of move makes it irrelevant, so
that going back and forth loses nothing. The steps and their names are those of the vSphere Client's Migrate wizard.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping, Sequence

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity, Verdict
from vmotion_gui.inventory.commands import MigrationSpec, MovePriority
from vmotion_gui.inventory.entities import (
    Cluster,
    Datacenter,
    Datastore,
    DiskFormat,
    Host,
    VCenter,
    VirtualMachine,
)
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.drop import DropPlan
from vmotion_gui.planning.networks import destination_networks, network_here
from vmotion_gui.planning.placement import Placing, largest_first


class Kind(enum.Enum):
    """The migration types of the wizard's first page."""

    COMPUTE = "compute"
    STORAGE = "storage"
    BOTH = "both"
    EXPORT = "export"
    """To a host of another vCenter Server, with the storage."""

    @property
    def moves_host(self) -> bool:
        return self is not Kind.STORAGE

    @property
    def moves_storage(self) -> bool:
        return self is not Kind.COMPUTE


class Step(enum.Enum):
    """The wizard's pages, in their order."""

    KIND = "kind"
    COMPUTE = "compute"
    STORAGE = "storage"
    NETWORKS = "networks"
    PRIORITY = "priority"
    READY = "ready"


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that was chosen so far; empty texts are not chosen yet."""

    vms: tuple[str, ...]
    kind: Kind = Kind.COMPUTE
    target: str = ""
    """A host, or a cluster, which lets the placement choose."""
    datastore: str = ""
    """For all VMs that `datastores` does not name."""
    datastores: dict[str, str] = {}
    """VM -> datastore."""
    disks: dict[str, dict[str, str]] = {}
    """VM -> disk label -> datastore."""
    format: DiskFormat | None = None
    """Of every disk that moves; None: as at the source."""
    formats: dict[str, dict[str, DiskFormat]] = {}
    """VM -> disk label -> format, where it differs from `format`."""
    networks: dict[str, str] = {}
    """Network key at the source -> network key at the destination (`planning.networks`)."""
    adapters: dict[str, dict[str, str]] = {}
    """VM -> NIC label -> network key at the destination, before `networks`; empty: what it finds by itself."""
    priority: MovePriority = "defaultPriority"

    def datastore_of(self, vm: str) -> str:
        """Where a VM's home and its other disks go."""
        return self.datastores.get(vm) or self.datastore


def kinds(inventory: Inventory, vm_ids: Sequence[str]) -> dict[Kind, Message | None]:
    """Each kind of move, with the reason why these VMs cannot make it at all."""
    homes = [inventory.hosts[inventory.vms[id_].host] for id_ in vm_ids]
    vcenters = {inventory.vcenter_of_host(host).id for host in homes}
    several = message("choices.severalVcenters") if len(vcenters) > 1 else None
    near = any(inventory.vcenter_of_host(host).id in vcenters and host not in homes for host in _hosts(inventory))
    alone = several or (None if near or len(set(homes)) > 1 else message("choices.noOtherHost"))
    far = any(inventory.vcenter_of_host(host).id not in vcenters for host in _hosts(inventory))
    stores = {mount.datastore for host in homes for mount in host.mounts}
    held = set[str]().union(*(inventory.vms[id_].datastores for id_ in vm_ids))
    no_store = None if stores - held or len(held) > 1 else message("choices.noOtherDatastore")
    return {
        Kind.COMPUTE: alone,
        Kind.STORAGE: no_store,
        Kind.BOTH: alone,
        Kind.EXPORT: several or (None if far else message("choices.oneVcenter")),
    }


def _hosts(inventory: Inventory) -> Sequence[Host]:
    return tuple(inventory.hosts.values())


def steps(inventory: Inventory, wish: Wish) -> tuple[Step, ...]:
    """The pages that this wish goes through."""
    found = [Step.KIND]
    if wish.kind.moves_host:
        found.append(Step.COMPUTE)
    if wish.kind.moves_storage:
        found.append(Step.STORAGE)
    if wish.kind.moves_host and any(inventory.vms[id_].nics for id_ in wish.vms):
        found.append(Step.NETWORKS)
    if any(inventory.vms[id_].power_state == "poweredOn" for id_ in wish.vms):
        found.append(Step.PRIORITY)
    return (*found, Step.READY)


def wish_for(inventory: Inventory, vm_ids: Sequence[str], target_id: str = "", *, with_storage: bool = False) -> Wish:
    """The wish that a drop of VMs on an object begins with; what the object leaves open is not chosen.

    A VM stands for its host. Objects that are no place for VMs are left out.
    """
    target = inventory.get(target_id)
    if isinstance(target, VirtualMachine):
        target = inventory.hosts.get(target.host)
    if isinstance(target, Datastore):
        return Wish(vms=tuple(vm_ids), kind=Kind.STORAGE, datastore=target.id)
    here = {inventory.vcenter_of_host(inventory.hosts[inventory.vms[id_].host]).id for id_ in vm_ids}
    if isinstance(target, Datacenter | VCenter):
        far = (target.vcenter if isinstance(target, Datacenter) else target.id) not in here
        return Wish(vms=tuple(vm_ids), kind=Kind.EXPORT if far else Kind.BOTH)
    if not isinstance(target, Host | Cluster):
        return Wish(vms=tuple(vm_ids))
    there = inventory.datacenters[target.datacenter].vcenter
    kind = Kind.EXPORT if there not in here else Kind.BOTH if with_storage else Kind.COMPUTE
    return Wish(vms=tuple(vm_ids), kind=kind, target=target.id)


def wizard_helps(plan: DropPlan, inventory: Inventory) -> bool:
    """Whether a drop that cannot start as it is lacks only what the wizard asks for: a host, a datastore, networks."""
    if plan.refusal is not None:
        return isinstance(inventory.get(plan.target), Datacenter | VCenter)
    errors = [reason for move in plan.moves for reason in move.verdict.reasons if reason.severity >= Severity.ERROR]
    return not plan.possible and all(reason.test_group in ("networkTests", "datastoreTests") for reason in errors)


class Placement(msgspec.Struct, frozen=True, kw_only=True):
    """Which host each VM would go to."""

    hosts: dict[str, str]
    """VM -> host; VMs for which no host was found are missing."""
    reason: Message | None = None
    """Why these hosts, or why none: where the target left it open."""


def placed(checker: Checker, wish: Wish, severity_of: Mapping[str, Mapping[str, Severity]]) -> Placement:
    """The hosts for the VMs of a wish that changes the compute resource.

    In a cluster each VM finds its own as in a drop there (`placement`). `severity_of`: VM -> host -> verdict, with what
    is chosen already (`candidates`).
    """
    inventory = checker.inventory
    cluster = inventory.clusters.get(wish.target)
    if cluster is None:
        return Placement(hosts=dict.fromkeys(wish.vms, wish.target) if wish.target else {})
    hosts = inventory.hosts_in(cluster.id)
    if not hosts:
        return Placement(hosts={}, reason=message("drop.noHost", cluster=cluster.name))
    placing = Placing(checker, wish.vms, hosts)
    found = {vm: placing.host_for(vm, severity_of[vm]) for vm in largest_first(inventory, wish.vms)}
    chosen = {vm: found[vm] for vm in wish.vms if found[vm]}
    if len(chosen) < len(wish.vms):
        return Placement(hosts=chosen, reason=message("drop.noHost", cluster=cluster.name))
    names = [inventory.hosts[id_].name for id_ in dict.fromkeys(chosen.values())]
    if len(names) == 1:
        return Placement(hosts=chosen, reason=message("drop.hostChosen", host=names[0], cluster=cluster.name))
    return Placement(hosts=chosen, reason=message("choices.placed", hosts=names, cluster=cluster.name))


def specs(inventory: Inventory, wish: Wish, hosts: Mapping[str, str]) -> tuple[MigrationSpec, ...]:
    """What would be asked of the engine. A VM without a host in `hosts` is left out where hosts change."""
    return tuple(
        _spec(inventory, wish, inventory.vms[id_], hosts.get(id_, ""))
        for id_ in wish.vms
        if id_ in hosts or not wish.kind.moves_host
    )


def _spec(inventory: Inventory, wish: Wish, vm: VirtualMachine, host: str) -> MigrationSpec:
    spec = MigrationSpec(vm=vm.id, priority=wish.priority)
    if wish.kind.moves_host:
        spec = msgspec.structs.replace(spec, host=host, networks=_networks(inventory, wish, vm, host))
    if not wish.kind.moves_storage:
        return spec
    disks = {label: store for label, store in wish.disks.get(vm.id, {}).items() if store != wish.datastore_of(vm.id)}
    return msgspec.structs.replace(
        spec, datastore=wish.datastore_of(vm.id), disks=disks, formats=_formats(wish, vm, disks)
    )


def _formats(wish: Wish, vm: VirtualMachine, disks: Mapping[str, str]) -> dict[str, DiskFormat]:
    """Formats of the disks that move and become another one."""
    own = wish.formats.get(vm.id, {})
    home = wish.datastore_of(vm.id)
    found = {}
    for disk in vm.disks:
        format_ = own.get(disk.label) or wish.format
        moves = (disks.get(disk.label) or home or disk.datastore) != disk.datastore
        if format_ is not None and format_ != disk.format and moves and disk.rdm is None:
            found[disk.label] = format_
    return found


def _networks(inventory: Inventory, wish: Wish, vm: VirtualMachine, host: str) -> dict[str, str]:
    """Port groups of the NICs that were given another network than the one they would find by themselves."""
    own = wish.adapters.get(vm.id, {})
    there = {network.key: network.portgroup for network in destination_networks(inventory, [host])} if host else {}
    found = {}
    for nic in vm.nics:
        key = network_here(inventory, nic.portgroup)
        chosen = own[nic.label] if nic.label in own else wish.networks.get(key)
        if chosen in there:
            found[nic.label] = there[chosen]
    return found


def verdicts(
    checker: Checker, specs_: Sequence[MigrationSpec], *, busy: Mapping[str, str] | None = None
) -> dict[str, Verdict]:
    """VM -> the verdict of its move, all rules asked."""
    return {spec.vm: checker.check(spec, busy=busy) for spec in specs_}
