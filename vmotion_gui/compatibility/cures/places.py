"""Cures on datastores, clusters and resource pools."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.case import Case, migration_type
from vmotion_gui.compatibility.cures.cure import CureBook, Patient, Recipe, cure_text, edit, effect
from vmotion_gui.inventory.changes import Change
from vmotion_gui.inventory.entities import Cluster, DatastoreMount, Host

BOOK = CureBook()
_RULES = {
    "rule.vmhost": "vmHost",
    "rule.vmhostShould": "vmHost",
    "rule.separate": "vmAntiAffinity",
    "rule.together": "vmAffinity",
}


def _stores(patient: Patient) -> set[str]:
    """The datastores on which the VM would have files afterwards."""
    spec, vm = patient.spec, patient.vm
    disks = {spec.disks.get(disk.label) or spec.datastore or disk.datastore for disk in vm.disks}
    return {store for store in {*disks, spec.datastore or vm.home_datastore} if store}


def _names(patient: Patient, stores: Iterable[str]) -> list[str]:
    return [patient.inventory.datastores[store].name for store in stores]


@BOOK.cure("ds.config", "ds.disk", "ds.target")
def mount(patient: Patient) -> Iterable[Recipe]:
    host = patient.host
    seen = {mount.datastore for mount in host.mounts if mount.accessible}
    absent = sorted(_stores(patient) - seen)
    if any(store not in patient.inventory.datastores for store in absent):
        return
    kept = tuple(mount for mount in host.mounts if mount.datastore not in absent)
    mounts = (*kept, *(DatastoreMount(datastore=store) for store in absent))
    text = cure_text("mount", datastores=_names(patient, absent), host=host.name)
    yield Recipe(text, (edit(host, mounts=mounts),), (effect("zoning"),))


@BOOK.cure("ds.readonly")
def writable(patient: Patient) -> Iterable[Recipe]:
    host, stores = patient.host, _stores(patient)
    mounts = tuple(
        msgspec.structs.replace(mount, access_mode="readWrite") if mount.datastore in stores else mount
        for mount in host.mounts
    )
    yield Recipe(cure_text("mountWritable", host=host.name), (edit(host, mounts=mounts),))


@BOOK.cure("ds.inaccessible")
def paths_back(patient: Patient) -> Iterable[Recipe]:
    stores = patient.inventory.datastores
    lost = sorted(
        id_ for id_ in {*_stores(patient), *patient.vm.datastores} if id_ in stores and not stores[id_].accessible
    )
    text = cure_text("pathsBack", datastores=_names(patient, lost))
    yield Recipe(text, tuple(edit(stores[id_], accessible=True) for id_ in lost), (effect("storageRepaired"),))


@BOOK.cure("ds.maintenance")
def end_maintenance(patient: Patient) -> Iterable[Recipe]:
    stores = patient.inventory.datastores
    named = {*patient.spec.disks.values(), patient.spec.datastore}
    busy = sorted(id_ for id_ in named if id_ in stores and stores[id_].maintenance_mode != "normal")
    text = cure_text("endDatastoreMaintenance", datastores=_names(patient, busy))
    yield Recipe(
        text, tuple(edit(stores[id_], maintenance_mode="normal") for id_ in busy), (effect("workInterrupted"),)
    )


@BOOK.cure("ds.space")
def extend(patient: Patient) -> Iterable[Recipe]:
    case = Case(patient.columns, patient.spec, migration_type(patient.inventory, patient.spec))
    changes: dict[str, Change] = {}
    for id_, need in case.arriving_bytes.items():
        store = patient.inventory.datastores.get(id_)
        if store is not None and need > store.free_bytes:
            more = int(need) + 1 - store.free_bytes
            grown = {"capacity_bytes": store.capacity_bytes + more, "free_bytes": store.free_bytes + more}
            changes[id_] = edit(store, **grown)
    text = cure_text("extendDatastores", datastores=_names(patient, changes))
    yield Recipe(text, tuple(changes.values()), (effect("largerLun"),))


def _cluster(patient: Patient, host: Host) -> Cluster | None:
    return patient.inventory.clusters.get(host.cluster)


def _of_cluster(cluster: Cluster, text: str, note: str, **fields: Any) -> Recipe:
    return Recipe(cure_text(text, cluster=cluster.name), (edit(cluster, **fields),), (effect(note),))


@BOOK.cure("host.failover")
def no_failover_host(patient: Patient) -> Iterable[Recipe]:
    changes = [
        edit(cluster, das=msgspec.structs.replace(cluster.das, failover_hosts=_without(cluster, patient.host)))
        for cluster in patient.inventory.clusters.values()
        if patient.host.id in cluster.das.failover_hosts
    ]
    yield Recipe(cure_text("noFailoverHost", host=patient.host.name), tuple(changes), (effect("lessFailover"),))


def _without(cluster: Cluster, host: Host) -> tuple[str, ...]:
    return tuple(id_ for id_ in cluster.das.failover_hosts if id_ != host.id)


@BOOK.cure("ha.capacity")
def no_admission_control(patient: Patient) -> Iterable[Recipe]:
    if cluster := _cluster(patient, patient.host):
        das = msgspec.structs.replace(cluster.das, admission_control_enabled=False)
        yield _of_cluster(cluster, "noAdmissionControl", "lessFailover", das=das)


@BOOK.cure("cpu.evc")
def raise_mode(patient: Patient) -> Iterable[Recipe]:
    """Where only the destination cluster's EVC mode is in the way, and all its hosts offer what the VM needs."""
    cluster = _cluster(patient, patient.host)
    needed = evc.needed(patient.inventory, patient.vm)
    if cluster is None or not cluster.evc_mode_key:
        return
    hosts = [patient.inventory.hosts[id_] for id_ in patient.inventory.hosts_in(cluster.id)]
    if all(evc.supports(host.max_evc_mode_key, needed) for host in hosts):
        text = cure_text("raiseClusterMode", cluster=cluster.name, mode=evc.name(needed))
        yield Recipe(text, (edit(cluster, evc_mode_key=needed),), (effect("olderHostsOut"),))


@BOOK.cure("cap.pool", "cap.poolCpu")
def expandable(patient: Patient) -> Iterable[Recipe]:
    pool = patient.inventory.resource_pools.get(patient.spec.resource_pool or patient.vm.resource_pool)
    if pool is not None:
        text = cure_text("expandablePool", pool=pool.name)
        yield Recipe(text, (edit(pool, expandable_reservation=True),), (effect("parentGives"),))


for _rule, _tag in _RULES.items():

    @BOOK.cure(_rule)
    def disable_rules(patient: Patient, tag: str = _tag) -> Iterable[Recipe]:
        cluster = _cluster(patient, patient.source)
        if cluster is None:
            return
        named = [r for r in cluster.rules if r.enabled and patient.vm.id in r.vms and _is(r, tag)]
        rules = tuple(msgspec.structs.replace(r, enabled=False) if r in named else r for r in cluster.rules)
        text = cure_text("disableRules", rules=[r.name for r in named], cluster=cluster.name)
        yield Recipe(text, (edit(cluster, rules=rules),), (effect("othersUnruled"),))


def _is(rule: msgspec.Struct, tag: str) -> bool:
    return rule.__struct_config__.tag == tag
