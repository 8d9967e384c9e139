"""The order in which an estate is put together from the sheets."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator

from vmotion_gui.importers.rvtools.adapters import read_adapters, settle_adapters
from vmotion_gui.importers.rvtools.datastores import Stores, settle_datastores
from vmotion_gui.importers.rvtools.devices import read_devices
from vmotion_gui.importers.rvtools.disks import give_luns, read_disks
from vmotion_gui.importers.rvtools.draft import Draft, HostDraft, VmDraft
from vmotion_gui.importers.rvtools.guests import guess_guests
from vmotion_gui.importers.rvtools.hardware import settle_hardware
from vmotion_gui.importers.rvtools.hosts import HostBook, read_hosts
from vmotion_gui.importers.rvtools.machines import Owners, read_machines
from vmotion_gui.importers.rvtools.networks import Networks
from vmotion_gui.importers.rvtools.nics import NicReader, copy_networks, guess_guest_subnets
from vmotion_gui.importers.rvtools.places import Places
from vmotion_gui.importers.rvtools.pools import note_rules, settle_folders, settle_pools
from vmotion_gui.importers.rvtools.sizes import read_sizes
from vmotion_gui.importers.rvtools.subnets import Subnets
from vmotion_gui.importers.rvtools.workloads import guess_workloads
from vmotion_gui.inventory import entities as e

Step = Callable[[], None]


def steps(draft: Draft) -> Iterator[tuple[float, Step]]:
    """The steps with the share of the work that is done before each; run each before asking for the next."""
    places = Places(draft)
    yield 0.0, functools.partial(read_machines, draft, places)
    owners = Owners(draft, places)
    hosts = _Hosts(draft, places, owners)
    yield 0.2, hosts
    yield 0.3, functools.partial(read_sizes, draft, owners)
    yield 0.4, functools.partial(_storage, draft, places, owners, hosts.book)
    yield 0.6, functools.partial(_network, draft, places, owners, hosts.book)
    yield 0.7, functools.partial(settle_hardware, draft)
    yield 0.75, functools.partial(_pools, draft, places)
    yield 0.8, functools.partial(_guests, draft)
    yield 0.9, functools.partial(_finish, draft, places)


class _Hosts:
    """The step that finds all hosts, and the book of them that later steps look up."""

    def __init__(self, draft: Draft, places: Places, owners: Owners) -> None:
        self._arguments = (draft, places, owners)
        self.book = HostBook()

    def __call__(self) -> None:
        draft = self._arguments[0]
        self.book = read_hosts(*self._arguments)
        draft.vms = [vm for vm in draft.vms if not vm.left_out]
        for vm in draft.vms:
            vm.id = draft.ids.make(vm.vm_id or f"vm:{vm.name}", vm.vcenter)
            if not vm.vm_id:
                draft.notes.assume("vmId", vm.name, sheet="vInfo", column="VM ID", row=vm.row)


def _storage(draft: Draft, places: Places, owners: Owners, book: HostBook) -> None:
    stores = Stores(draft, places, book)
    read_disks(draft, owners, stores)
    read_devices(draft, owners, stores)
    give_luns(draft)
    settle_datastores(draft, stores)


def _network(draft: Draft, places: Places, owners: Owners, book: HostBook) -> None:
    networks, subnets = Networks(draft), Subnets(draft)
    networks.read(places, book)
    read_adapters(draft, places, book, networks, subnets)
    copy_networks(draft, networks)
    NicReader(draft, networks).read(owners)
    guess_guest_subnets(draft, networks, subnets)
    settle_adapters(draft, networks, subnets)
    networks.finish()
    subnets.finish()


def _pools(draft: Draft, places: Places) -> None:
    settle_pools(draft, places)
    settle_folders(draft)
    note_rules(draft)


def _guests(draft: Draft) -> None:
    guess_guests(draft)
    guess_workloads(draft)


def _finish(draft: Draft, places: Places) -> None:
    places.finish()
    draft.entities += [_host(host) for host in draft.hosts]
    draft.entities += [_vm(vm) for vm in draft.vms]


def _host(host: HostDraft) -> e.Host:
    return e.Host(
        id=host.id,
        name=host.name,
        datacenter=host.datacenter,
        cluster=host.cluster,
        pnics=tuple(host.pnics),
        vmk_adapters=tuple(host.vmks),
        mounts=tuple(host.mounts.values()),
        rdm_luns=tuple(host.luns),
        assumed=tuple(host.assumed),
        **host.fields,
    )


def _vm(vm: VmDraft) -> e.VirtualMachine:
    return e.VirtualMachine(
        id=vm.id,
        name=vm.name,
        host=vm.on.id,
        disks=tuple(vm.disks),
        nics=tuple(vm.nics),
        devices=tuple(vm.devices),
        snapshots=tuple(vm.snapshots),
        assumed=tuple(dict.fromkeys(vm.assumed)),
        **vm.fields,
    )
