"""How the inventory's objects are called and what state of theirs is shown."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication

from vmotion_gui.inventory import entities as e

Kind = Literal[
    "vm",
    "template",
    "host",
    "cluster",
    "datastore",
    "datastoreCluster",
    "portgroup",
    "switch",
    "subnet",
    "link",
    "datacenter",
    "vcenter",
    "site",
    "folder",
    "pool",
    "vapp",
]
State = Literal[
    "normal",
    "off",
    "suspended",
    "disconnected",
    "notResponding",
    "standby",
    "maintenance",
    "entering",
    "quarantine",
    "inaccessible",
    "down",
]

_KINDS: dict[type[e.Entity], Kind] = {
    e.Host: "host",
    e.Cluster: "cluster",
    e.Datastore: "datastore",
    e.DatastoreCluster: "datastoreCluster",
    e.PortGroup: "portgroup",
    e.Switch: "switch",
    e.Subnet: "subnet",
    e.NetworkLink: "link",
    e.Datacenter: "datacenter",
    e.VCenter: "vcenter",
    e.Site: "site",
    e.Folder: "folder",
}


def kind_of(entity: e.Entity) -> Kind:
    """What sort of object it is, as far as its icon and name tell it apart."""
    if isinstance(entity, e.VirtualMachine):
        return "template" if entity.template else "vm"
    if isinstance(entity, e.ResourcePool):
        return "vapp" if entity.vapp else "pool"
    return _KINDS[type(entity)]


def kind_name(kind: Kind) -> str:
    """The word for a sort of object."""
    names: dict[Kind, str] = {
        "vm": QCoreApplication.translate("Objects", "Virtual machine"),
        "template": QCoreApplication.translate("Objects", "Template"),
        "host": QCoreApplication.translate("Objects", "Host"),
        "cluster": QCoreApplication.translate("Objects", "Cluster"),
        "datastore": QCoreApplication.translate("Objects", "Datastore"),
        "datastoreCluster": QCoreApplication.translate("Objects", "Datastore cluster"),
        "portgroup": QCoreApplication.translate("Objects", "Port group"),
        "switch": QCoreApplication.translate("Objects", "Switch"),
        "subnet": QCoreApplication.translate("Objects", "Subnet"),
        "link": QCoreApplication.translate("Objects", "Network link"),
        "datacenter": QCoreApplication.translate("Objects", "Datacenter"),
        "vcenter": QCoreApplication.translate("Objects", "vCenter Server"),
        "site": QCoreApplication.translate("Objects", "Site"),
        "folder": QCoreApplication.translate("Objects", "Folder"),
        "pool": QCoreApplication.translate("Objects", "Resource pool"),
        "vapp": QCoreApplication.translate("Objects", "vApp"),
    }
    return names[kind]


def state_of(entity: e.Entity) -> State:
    """The one state that is shown; of several the worst."""
    if isinstance(entity, e.VirtualMachine):
        return _vm_state(entity)
    if isinstance(entity, e.Host):
        return _host_state(entity)
    if isinstance(entity, e.Datastore):
        if not entity.accessible:
            return "inaccessible"
        states: dict[str, State] = {"inMaintenance": "maintenance", "enteringMaintenance": "entering"}
        return states.get(entity.maintenance_mode, "normal")
    if isinstance(entity, e.NetworkLink):
        return "down" if entity.state == "down" else "normal"
    return "normal"


def _vm_state(vm: e.VirtualMachine) -> State:
    if vm.connection_state != "connected":
        return "disconnected"
    states: dict[str, State] = {"poweredOff": "off", "suspended": "suspended"}
    return states.get(vm.power_state, "normal")


def _host_state(host: e.Host) -> State:
    if host.connection_state != "connected":
        return "notResponding" if host.connection_state == "notResponding" else "disconnected"
    if host.power_state == "standBy":
        return "standby"
    if host.power_state == "poweredOff":
        return "off"
    if host.maintenance_state != "normal":
        return "maintenance" if host.maintenance_state == "inMaintenance" else "entering"
    return "quarantine" if host.in_quarantine_mode else "normal"


def state_text(entity: e.Entity) -> str:
    """The state in words, as it stands in brackets behind a name; "" if there is nothing to say."""
    state = state_of(entity)
    if isinstance(entity, e.VirtualMachine):
        return _connection_text(entity.connection_state) if state == "disconnected" else ""
    words = {
        "disconnected": QCoreApplication.translate("Objects", "disconnected"),
        "notResponding": QCoreApplication.translate("Objects", "not responding"),
        "standby": QCoreApplication.translate("Objects", "standby"),
        "off": QCoreApplication.translate("Objects", "powered off"),
        "maintenance": QCoreApplication.translate("Objects", "maintenance mode"),
        "entering": QCoreApplication.translate("Objects", "entering maintenance mode"),
        "quarantine": QCoreApplication.translate("Objects", "quarantine mode"),
        "inaccessible": QCoreApplication.translate("Objects", "inaccessible"),
        "down": QCoreApplication.translate("Objects", "down"),
    }
    return words.get(state, "")


def _connection_text(state: str) -> str:
    words = {
        "disconnected": QCoreApplication.translate("Objects", "disconnected"),
        "orphaned": QCoreApplication.translate("Objects", "orphaned"),
        "inaccessible": QCoreApplication.translate("Objects", "inaccessible"),
        "invalid": QCoreApplication.translate("Objects", "invalid"),
    }
    return words[state]


def label(entity: e.Entity) -> str:
    """Name and state: "esx-03 (maintenance mode)"."""
    text = state_text(entity)
    return f"{entity.name} ({text})" if text else entity.name


def power_name(state: str) -> str:
    """The power state of a VM or host."""
    words = {
        "poweredOn": QCoreApplication.translate("Objects", "Powered on"),
        "poweredOff": QCoreApplication.translate("Objects", "Powered off"),
        "suspended": QCoreApplication.translate("Objects", "Suspended"),
        "standBy": QCoreApplication.translate("Objects", "Standby"),
        "unknown": QCoreApplication.translate("Objects", "Unknown"),
    }
    return words[state]


def connection_name(state: str) -> str:
    """The connection state of a host."""
    words = {
        "connected": QCoreApplication.translate("Objects", "Connected"),
        "notResponding": QCoreApplication.translate("Objects", "Not responding"),
        "disconnected": QCoreApplication.translate("Objects", "Disconnected"),
    }
    return words[state]


def maintenance_name(state: str) -> str:
    """The maintenance state of a host or datastore."""
    words = {
        "normal": QCoreApplication.translate("Objects", "Normal"),
        "entering": QCoreApplication.translate("Objects", "Entering maintenance mode"),
        "enteringMaintenance": QCoreApplication.translate("Objects", "Entering maintenance mode"),
        "inMaintenance": QCoreApplication.translate("Objects", "Maintenance mode"),
    }
    return words[state]
