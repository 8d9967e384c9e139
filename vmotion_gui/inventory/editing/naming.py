"""Ids, names and addresses that nothing else in the estate has."""

from __future__ import annotations

import ipaddress
import re
import uuid
from collections.abc import Collection, Iterable
from typing import Any

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.parts import next_label
from vmotion_gui.inventory.estate import COLLECTION_OF, Inventory

_PREFIXES: dict[type[Any], str] = {
    e.Site: "site",
    e.VCenter: "vcenter",
    e.Datacenter: "datacenter",
    e.Folder: "group",
    e.Cluster: "domain-c",
    e.ResourcePool: "resgroup",
    e.Subnet: "subnet",
    e.Switch: "dvs",
    e.PortGroup: "dvportgroup",
    e.NetworkLink: "link",
    e.DatastoreCluster: "group-p",
    e.Datastore: "datastore",
    e.Host: "host",
    e.VirtualMachine: "vm",
}
_FIRST_NAMES: dict[type[Any], str] = {
    e.Site: "Site 1",
    e.VCenter: "vcenter-1",
    e.Datacenter: "Datacenter 1",
    e.Folder: "Folder 1",
    e.Cluster: "Cluster 1",
    e.ResourcePool: "Resource pool 1",
    e.Subnet: "Subnet 1",
    e.Switch: "DSwitch 1",
    e.PortGroup: "DPortGroup 1",
    e.NetworkLink: "WAN 1",
    e.DatastoreCluster: "Datastore cluster 1",
    e.Datastore: "datastore-01",
    e.Host: "esx-01",
    e.VirtualMachine: "vm-01",
}
_MAC_FIRST, _MAC_LAST = 0x005056800000, 0x005056BFFFFF
"""The range from which a vCenter Server gives addresses to VMs ("VMware OUI in Auto-generated MAC Addresses")."""
_UUIDS = uuid.UUID("6f0c1f7e-5a0e-4a55-9d52-0f4f1a0f7f11")
_PRIVATE = ipaddress.IPv4Network("10.0.0.0/8")


def next_name(name: str, taken: Collection[str]) -> str:
    """The name with the next free number. Of a host name only the part before the domain counts: "esx-05.dc2.example"
    after "esx-04.dc2.example"."""
    first, dot, domain = name.partition(".")
    if not dot or " " in name:
        return next_label(name, taken)
    local = {held.removesuffix(f".{domain}") for held in taken if held.endswith(f".{domain}")}
    return f"{next_label(first, local)}.{domain}"


class Names:
    """Hands out what is free in an estate, and remembers what it has handed out: whole series cost one look at it."""

    def __init__(self, inventory: Inventory) -> None:
        self._inventory = inventory
        self._ids: set[str] = set()
        self._numbers: dict[type[Any], int] = {}
        self._names: dict[type[Any], set[str]] = {}
        self._macs: set[int] | None = None
        self._next_mac = _MAC_FIRST
        self._addresses: set[str] | None = None

    def id_for(self, kind: type[e.Entity]) -> str:
        """An id that nothing has, with vSphere's prefix for the kind and the number after the highest ("vm-108")."""
        prefix = _PREFIXES[kind]
        dash = "" if prefix[-2] == "-" else "-"
        number = self._numbers.get(kind) or self._highest(kind, prefix)
        while (found := f"{prefix}{dash}{number + 1}") in self._ids or self._inventory.get(found) is not None:
            number += 1
        self._numbers[kind] = number + 1
        self._ids.add(found)
        return found

    def _highest(self, kind: type[e.Entity], prefix: str) -> int:
        pattern = re.compile(re.escape(prefix) + r"-?(\d+)")
        held = self._inventory.collection(COLLECTION_OF[kind])
        return max((int(match[1]) for id_ in held if (match := pattern.fullmatch(id_))), default=0)

    def name_for(self, kind: type[e.Entity], siblings: Iterable[str] = ()) -> str:
        """A name for a new object: the one after its siblings', or the first of its kind that is free."""
        taken = self._taken(kind)
        last = max(siblings, key=lambda name: (len(name), name), default="")
        first = _FIRST_NAMES[kind]
        found = next_name(last, taken) if last else first if first not in taken else next_name(first, taken)
        taken.add(found)
        return found

    def free_name(self, kind: type[e.Entity], name: str) -> str:
        """The name, or the next one after it if something of that kind is called so."""
        return self.name_for(kind, [name]) if name in self._taken(kind) else self._take(kind, name)

    def _take(self, kind: type[e.Entity], name: str) -> str:
        self._taken(kind).add(name)
        return name

    def _taken(self, kind: type[e.Entity]) -> set[str]:
        if kind not in self._names:
            held = self._inventory.collection(COLLECTION_OF[kind]).values()
            self._names[kind] = {entity.name for entity in held}
        return self._names[kind]

    def mac_address(self) -> str:
        """A free MAC address in the range from which a vCenter Server gives them; "" if all are used."""
        if self._macs is None:
            self._macs = _used_macs(self._inventory)
            highest = max(
                (number for number in self._macs if _MAC_FIRST <= number <= _MAC_LAST), default=_MAC_FIRST - 1
            )
            self._next_mac = highest + 1 if highest < _MAC_LAST else _MAC_FIRST
        while self._next_mac in self._macs:
            self._next_mac += 1
        if self._next_mac > _MAC_LAST:
            return ""
        text = f"{self._next_mac:012x}"
        self._next_mac += 1
        return ":".join(text[place : place + 2] for place in range(0, 12, 2))

    def free_mac(self, mac: str) -> str:
        """The MAC address if nobody has it, else a free one; "" for "", which means that none was given."""
        number = _number(mac)
        if number in self._used_macs():
            return self.mac_address()
        if mac:
            self._used_macs().add(number)
        return mac

    def _used_macs(self) -> set[int]:
        if self._macs is None:
            self._macs = _used_macs(self._inventory)
            own = [number for number in self._macs if _MAC_FIRST <= number <= _MAC_LAST]
            highest = max(own, default=_MAC_FIRST - 1)
            self._next_mac = highest + 1 if highest < _MAC_LAST else _MAC_FIRST
        return self._macs

    def is_used(self, address: str) -> bool:
        """Whether somebody has an IP address."""
        return address in self._used()

    def _used(self) -> set[str]:
        if self._addresses is None:
            self._addresses = _used_addresses(self._inventory)
        return self._addresses

    def address_in(self, subnet: e.Subnet, after: str = "") -> str:
        """A free address of a subnet, see `next_address`."""
        found = next_address(subnet, self._used(), after)
        self._used().add(found)
        return found


def _used_macs(inventory: Inventory) -> set[int]:
    used = {_number(nic.mac_address) for vm in inventory.vms.values() for nic in vm.nics if nic.mac_address}
    return used | {_number(mac) for vcenter in inventory.vcenters.values() for mac in vcenter.blocked_mac_addresses}


def _number(mac: str) -> int:
    try:
        return int(mac.replace(":", "").replace("-", ""), 16)
    except ValueError:
        return -1


def _used_addresses(inventory: Inventory) -> set[str]:
    """Addresses that somebody has: routers, VMkernel adapters, guests."""
    used = {vmk.ip_address for host in inventory.hosts.values() for vmk in host.vmk_adapters}
    used |= {nic.ip_address for vm in inventory.vms.values() for nic in vm.nics}
    return (used | {subnet.gateway for subnet in inventory.subnets.values()}) - {""}


def next_address(subnet: e.Subnet, used: Collection[str], after: str = "") -> str:
    """The next free address of a subnet, from the one after `after` on, else from its beginning; "" if it is full or
    its network is none."""
    try:
        network = ipaddress.ip_network(subnet.cidr)
        last = ipaddress.ip_address(after) if after else network.network_address
    except ValueError:
        return ""
    begin = int(network.network_address) + 1
    end = int(network.broadcast_address)
    start = int(last) + 1 if last in network and after else begin + min(9, max(0, end - begin - 1))
    for span in (range(start, end), range(begin, min(start, end))):
        for number in span:
            if (found := str(network.network_address + (number - int(network.network_address)))) not in used:
                return found
    return ""


def next_network(inventory: Inventory) -> str:
    """A private /24 that overlaps none of the estate's."""
    taken = []
    for subnet in inventory.subnets.values():
        try:
            taken.append(ipaddress.ip_network(subnet.cidr))
        except ValueError:
            continue
    for number in range(10, 1 << 16, 10):
        network = ipaddress.ip_network((int(_PRIVATE.network_address) + (number << 8), 24))
        if not any(network.version == held.version and network.overlaps(held) for held in taken):
            return str(network)
    return "10.255.255.0/24"


def first_address(cidr: str) -> str:
    """The address that a subnet's router has by custom: the first. ValueError if the text is no network."""
    return str(ipaddress.ip_network(cidr).network_address + 1)


def uuid_for(id_: str, purpose: str) -> str:
    """A UUID that follows from an id: the same edit gives the same estate."""
    return str(uuid.uuid5(_UUIDS, f"{purpose}:{id_}"))
