"""Plain facts of an object, as its tooltip tells them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.gui import objects, words
from vmotion_gui.gui.topology.facts import host_count, host_facts, vm_count
from vmotion_gui.gui.topology.items_node import carries_vmotion, link_line
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory


def tooltip(inventory: Inventory, id_: str, notes: Sequence[str] = ()) -> str:
    """Rich text: kind and name, then a few lines, then the notes; "" for what does not exist."""
    entity = inventory.get(id_)
    if entity is None:
        return ""
    head = f"<b>{escape(objects.label(entity))}</b>"
    kind = escape(objects.kind_name(objects.kind_of(entity)))
    lines = "".join(f"<br>{escape(line)}" for line in (*_lines(inventory, entity), *notes) if line)
    return f"<div style='white-space:pre'>{head}<br>{kind}{lines}</div>"


def _lines(inventory: Inventory, entity: e.Entity) -> list[str]:
    if isinstance(entity, e.VirtualMachine):
        return _vm(inventory, entity)
    if isinstance(entity, e.Host):
        return _host(inventory, entity)
    if isinstance(entity, e.Datastore):
        return _datastore(inventory, entity)
    if isinstance(entity, e.Subnet):
        return _subnet(inventory, entity)
    if isinstance(entity, e.NetworkLink):
        return [link_line(entity), _named(QCoreApplication.translate("Topology", "Loss {value}"), f"{entity.loss:.4%}")]
    if isinstance(entity, e.Cluster):
        hosts = inventory.hosts_in(entity.id)
        return [f"{host_count(len(hosts))} · {vm_count(sum(len(inventory.vms_on(id_)) for id_ in hosts))}"]
    if isinstance(entity, e.VCenter):
        return [_named(QCoreApplication.translate("Topology", "Version {value}"), entity.version)]
    return []


def _named(text: str, value: str) -> str:
    return text.format(value=value)


def _vm(inventory: Inventory, vm: e.VirtualMachine) -> list[str]:
    size = QCoreApplication.translate("Topology", "{cpus} vCPUs · {memory} memory")
    host = inventory.hosts.get(vm.host)
    stores = [store.name for id_ in vm.datastores if (store := inventory.datastores.get(id_)) is not None]
    networks = [group.name for nic in vm.nics if (group := inventory.portgroups.get(nic.portgroup)) is not None]
    return [
        objects.power_name(vm.power_state),
        size.format(cpus=QLocale().toString(vm.cpus), memory=words.quantity(vm.memory_bytes, "bytes")),
        _named(QCoreApplication.translate("Topology", "Host {value}"), host.name) if host else "",
        _named(QCoreApplication.translate("Topology", "Storage {value}"), ", ".join(stores)) if stores else "",
        _named(QCoreApplication.translate("Topology", "Networks {value}"), ", ".join(networks)) if networks else "",
    ]


def _host(inventory: Inventory, host: e.Host) -> list[str]:
    facts = host_facts(inventory, host)
    size = QCoreApplication.translate("Topology", "{cores} cores · {memory} memory")
    load = QCoreApplication.translate("Topology", "CPU {cpu} · Memory {memory} (configured)")
    return [
        size.format(cores=QLocale().toString(host.cores), memory=words.quantity(host.memory_bytes, "bytes")),
        load.format(cpu=facts.cpu_text, memory=facts.memory_text) if facts.reachable else "",
        facts.line,
    ]


def _datastore(inventory: Inventory, store: e.Datastore) -> list[str]:
    free = QCoreApplication.translate("Topology", "{free} of {capacity} free")
    users = [host for host in inventory.hosts.values() if any(m.datastore == store.id for m in host.mounts)]
    return [
        store.type,
        free.format(
            free=words.quantity(store.free_bytes, "bytes"), capacity=words.quantity(store.capacity_bytes, "bytes")
        ),
        _named(QCoreApplication.translate("Topology", "Mounted by {value}"), host_count(len(users))),
    ]


def _subnet(inventory: Inventory, subnet: e.Subnet) -> list[str]:
    gateway = QCoreApplication.translate("Topology", "Gateway {value}")
    return [
        f"{subnet.cidr} · VLAN {subnet.vlan}" if subnet.vlan else subnet.cidr,
        _named(gateway, subnet.gateway) if subnet.gateway else QCoreApplication.translate("Topology", "No gateway"),
        QCoreApplication.translate("Topology", "Carries vMotion") if carries_vmotion(inventory, subnet.id) else "",
    ]
