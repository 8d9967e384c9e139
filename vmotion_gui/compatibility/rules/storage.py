"""Can the destination reach the VM's files, and is there room? After VMware's Storage vMotion requirements."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from vmotion_gui.compatibility import looks
from vmotion_gui.compatibility.case import LIVE, STORAGE_LIVE, Case
from vmotion_gui.compatibility.columns import Mask, version_of
from vmotion_gui.compatibility.rule import Findings, Part, RuleBook, naming
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.entities import Datastore
from vmotion_gui.inventory.estate import Inventory

BOOK = RuleBook("storage", "datastoreTests", "storage")
_NO_RAW_DEVICES = ("NFS", "NFS41", "vSAN", "VVOL")
"""Kinds of datastores that hold no mapping files of raw devices."""
_LARGE_BYTES = 2 * 1024**4
_LARGE_SINCE = (5, 5, 0)
"""Disks of more than 2 TB exist since ESXi 5.5."""
_MOVING = STORAGE_LIVE | {MigrationType.COLD, MigrationType.SUSPENDED}


def _name(case: Case, datastore: str) -> str:
    entity = case.inventory.datastores.get(datastore)
    return entity.name if entity is not None else datastore


def _targets(case: Case) -> list[Datastore]:
    """The datastores that files of the VM would newly come to."""
    wanted = dict.fromkeys((*case.spec.disks.values(), case.spec.datastore))
    return [store for id_ in wanted if (store := case.inventory.datastores.get(id_)) is not None]


def _any(case: Case, masks: Iterable[tuple[Mask, str]]) -> Findings:
    """An error wherever one of (hosts, datastore) applies, naming those datastores."""
    parts = [Part(mask, datastore, _name(case, datastore)) for mask, datastore in masks]
    error = case.columns.none
    for part in parts:
        error |= part.mask
    words, about = naming("datastores", parts)
    return Findings(error=error, words=words, about=about)


@BOOK.rule("ds.config", "CannotAccessVmConfig")
def config(case: Case) -> Findings:
    home = case.vm.home_datastore
    if not home or case.spec.datastore:
        return Findings()
    return _any(case, [(~case.columns.mounted(home) & case.elsewhere, home)])


@BOOK.rule("ds.disk", "CannotAccessVmDisk")
def disk(case: Case) -> Findings:
    home = "" if case.spec.datastore else case.vm.home_datastore
    stores = [store for store in case.staying_datastores if store != home]
    return _any(case, ((~case.columns.mounted(store) & case.elsewhere, store) for store in stores))


@BOOK.rule("ds.target", "InvalidDatastore", types=_MOVING)
def target(case: Case) -> Findings:
    return _any(case, ((~case.columns.mounted(store.id), store.id) for store in _targets(case)))


@BOOK.rule("ds.readonly", "DatastoreNotWritableOnHost")
def read_only(case: Case) -> Findings:
    targets = {store.id for store in _targets(case)}
    staying = set(case.staying_datastores) - targets
    parts = [(case.columns.read_only(store), store) for store in sorted(targets)]
    parts += [(case.columns.read_only(store) & case.elsewhere, store) for store in sorted(staying)]
    return _any(case, parts)


@BOOK.rule("ds.inaccessible", "InaccessibleDatastore")
def inaccessible(case: Case) -> Findings:
    stores = {*(store.id for store in _targets(case)), *case.vm.datastores}
    broken = [id_ for id_ in sorted(stores) if (s := case.inventory.datastores.get(id_)) and not s.accessible]
    return _any(case, ((case.columns.all, id_) for id_ in broken))


@BOOK.rule("ds.maintenance", "InvalidDatastoreState", types=_MOVING)
def maintenance(case: Case) -> Findings:
    return _any(case, ((case.columns.all, s.id) for s in _targets(case) if s.maintenance_mode != "normal"))


@BOOK.rule("ds.space", "NoDiskSpace", types=_MOVING, also=("InsufficientStorageSpace", "NoCompatibleDatastore"))
def space(case: Case) -> Findings:
    stores = case.inventory.datastores
    short = [
        (id_, need) for id_, need in case.arriving_bytes.items() if id_ in stores and need > stores[id_].free_bytes
    ]
    if not short:
        return Findings()
    id_, need = short[0]
    return Findings(
        error=True,
        words=lambda case, _row: {"datastore": _name(case, id_), "need": need, "free": stores[id_].free_bytes},
        about=lambda _case, _row: (id_,),
    )


@BOOK.rule("ds.same", "", types=_MOVING)
def already_there(case: Case) -> Findings:
    if not case.moves_storage or case.arriving_bytes:
        return Findings()
    stays = not case.spec.datastore or case.spec.datastore == case.vm.home_datastore
    return Findings(error=~case.elsewhere if stays else False)


@BOOK.rule("disk.mode", "NonPersistentDisksNotSupported", types=STORAGE_LIVE, also=("VirtualDiskModeNotSupported",))
def disk_mode(case: Case) -> Findings:
    labels = [
        disk.label for disk in case.vm.disks if disk.mode in ("nonpersistent", "independent_nonpersistent", "undoable")
    ]
    return Findings(error=bool(labels), words=lambda _case, _row: {"disks": labels})


@BOOK.rule("disk.undoable", "UncommittedUndoableDisk")
def undoable(case: Case) -> Findings:
    labels = [disk.label for disk in case.look(looks.disks) if disk.mode == "undoable"]
    return Findings(error=bool(labels), words=lambda _case, _row: {"disks": labels})


@BOOK.rule("disk.sharedBus", "SharedBusControllerNotSupported", types=LIVE, wrapper="DisallowedMigrationDeviceAttached")
def shared_bus(case: Case) -> Findings:
    labels = [disk.label for disk in case.look(looks.disks) if disk.bus_sharing != "noSharing"]
    return Findings(error=bool(labels), words=lambda _case, _row: {"disks": labels})


@BOOK.rule("disk.multiWriter", "MultiWriterNotSupported", types=STORAGE_LIVE, simplified=True)
def multi_writer(case: Case) -> Findings:
    labels = [disk.label for disk in case.vm.disks if disk.sharing == "sharingMultiWriter"]
    return Findings(error=bool(labels), words=lambda _case, _row: {"disks": labels})


@BOOK.rule(
    "disk.delta",
    "CannotMoveVmWithDeltaDisk",
    types=STORAGE_LIVE,
    also=("CannotMoveVmWithNativeDeltaDisk", "DiskMoveTypeNotSupported"),
)
def linked_clone(case: Case) -> Findings:
    return Findings(error=case.vm.linked_clone)


@BOOK.rule("disk.count", "TooManyDevices", types=STORAGE_LIVE, also=("VmValidateMaxDevice",))
def disk_count(case: Case) -> Findings:
    moving = len(case.vm.disks) - len(case.staying_disks)
    return Findings(
        error=case.columns.where(lambda host: moving > host.max_disks_storage_vmotion),
        words=lambda case, row: {"count": moving, "most": case.columns.hosts[row].max_disks_storage_vmotion},
    )


@BOOK.rule("rdm.lun", "RDMPointsToInaccessibleDisk")
def raw_device(case: Case) -> Findings:
    luns = [disk.lun for disk in case.look(looks.disks) if disk.lun]
    if not luns:
        return Findings()
    return Findings(
        error=case.columns.where(lambda host: not set(luns) <= set(host.rdm_luns)) & case.elsewhere,
        words=lambda case, row: {"luns": [lun for lun in luns if lun not in case.columns.hosts[row].rdm_luns]},
    )


@BOOK.rule("rdm.unsupported", "RDMNotSupported", also=("PhysCompatRDMNotSupported", "RawDiskNotSupported"))
def raw_device_supported(case: Case) -> Findings:
    if not any(disk.lun for disk in case.look(looks.disks)):
        return Findings()
    return Findings(error=case.columns.where(lambda host: not host.raw_device_mappings_supported) & case.elsewhere)


@BOOK.rule("rdm.conversion", "RDMConversionNotSupported", types=STORAGE_LIVE | {MigrationType.COLD}, simplified=True)
def raw_device_conversion(case: Case) -> Findings:
    """No source tells when a move keeps the mapping instead, so a new datastore counts as a conversion."""
    if not case.moves_storage:
        return Findings()
    labels = [
        disk.label
        for disk in case.vm.disks
        if disk.rdm is not None
        and disk.rdm.compatibility_mode == "physicalMode"
        and case.target_of(disk) != disk.datastore
    ]
    return Findings(error=bool(labels), words=lambda _case, _row: {"disks": labels})


@BOOK.rule("rdm.datastore", "RDMNotSupportedOnDatastore", types=_MOVING, also=("LargeRDMNotSupportedOnDatastore",))
def raw_device_datastore(case: Case) -> Findings:
    if not case.moves_storage:
        return Findings()
    wrong = [
        target
        for disk in case.vm.disks
        if disk.rdm is not None
        and (target := case.target_of(disk)) != disk.datastore
        and (store := case.inventory.datastores.get(target)) is not None
        and store.type in _NO_RAW_DEVICES
    ]
    return _any(case, ((case.columns.all, id_) for id_ in wrong))


@BOOK.rule("rdm.large", "LargeRDMConversionNotSupported", types=STORAGE_LIVE | {MigrationType.COLD})
def large_raw_device(case: Case) -> Findings:
    if not case.moves_storage:
        return Findings()
    labels = [
        disk.label
        for disk in case.vm.disks
        if disk.rdm is not None and disk.capacity_bytes > _LARGE_BYTES and case.target_of(disk) != disk.datastore
    ]
    if not labels:
        return Findings()
    old = case.columns.fact("disks up to 2 TB", lambda host: version_of(host.version) < _LARGE_SINCE)
    return Findings(error=old, words=lambda _case, _row: {"disks": labels})


@BOOK.rule("ds.datacenter", "DatacenterMismatch")
def datacenter(case: Case) -> Findings:
    """What is named for the destination must lie in the destination host's datacenter."""
    named = {store.id: (store.datacenter, store.name) for store in _targets(case)}
    pool = case.inventory.resource_pools.get(case.spec.resource_pool)
    if pool is not None:
        named[pool.id] = (_datacenter_of(case.inventory, pool.parent), pool.name)
    groups, switches = case.inventory.portgroups, case.inventory.switches
    for id_ in case.spec.networks.values():
        if id_ in groups and (place := switches[groups[id_].switch].datacenter):
            named[id_] = (place, groups[id_].name)
    if not named:
        return Findings()
    codes, places = case.columns.codes("datacenter", lambda host: host.datacenter)
    parts = [
        (np.array([place not in ("", there) for there in places])[codes], label) for place, label in named.values()
    ]
    return Findings(
        error=np.logical_or.reduce([mask for mask, _ in parts]),
        words=lambda _case, row: {"names": [label for mask, label in parts if mask[row]]},
    )


def _datacenter_of(inventory: Inventory, parent: str) -> str:
    while (pool := inventory.resource_pools.get(parent)) is not None:
        parent = pool.parent
    place = inventory.clusters.get(parent) or inventory.hosts.get(parent)
    return place.datacenter if place is not None else ""


@BOOK.rule(
    "swap.local",
    "UnsharedSwapVMotionNotSupported",
    types={MigrationType.VMOTION},
    also=("SwapPlacementOverrideNotSupported",),
)
def unshared_swap(case: Case) -> Findings:
    if case.vm.swap_placement != "hostLocal":
        return Findings()
    unable = case.columns.fact("no unshared swap", lambda host: not host.unshared_swap_vmotion_supported)
    return Findings(error=(unable | case.here(unable)) & case.elsewhere)


@BOOK.rule("vm.snapshotFolder", "WillResetSnapshotDirectory", types=_MOVING)
def snapshot_directory(case: Case) -> Findings:
    home = case.spec.datastore
    moves = bool(home) and home != case.vm.home_datastore
    return Findings(
        warning=moves and bool(case.vm.snapshot_directory),
        words=lambda case, _row: {"folder": case.vm.snapshot_directory},
    )


@BOOK.rule(
    "vm.snapshot",
    "SnapshotMoveNotSupported",
    types=STORAGE_LIVE,
    also=(
        "HotSnapshotMoveNotSupported",
        "SnapshotMoveFromNonHomeNotSupported",
        "SnapshotMoveToNonHomeNotSupported",
        "SnapshotCopyNotSupported",
    ),
)
def snapshots(case: Case) -> Findings:
    count = len(case.vm.snapshots)
    return Findings(warning=count > 0, words=lambda _case, _row: {"count": count})


@BOOK.rule("ha.protect", "WillLoseHAProtection", types=STORAGE_LIVE)
def ha_protection(case: Case) -> Findings:
    lonely = [store for store in _targets(case) if case.columns.mount_count(store.id) == 1]
    clusters = case.inventory.clusters
    protected = case.columns.where(lambda host: host.cluster in clusters and clusters[host.cluster].das.enabled)
    return Findings(
        warning=protected if lonely else False,
        words=lambda _case, _row: {"datastores": [store.name for store in lonely]},
    )
