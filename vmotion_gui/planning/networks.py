"""Which networks the VMs find at their destination, and which others they could be given.

A network's *key* says what stays the same from host to host: the name of a standard port group, which each host has for
itself, or the id of a distributed one.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from vmotion_gui.inventory.estate import Inventory


class DestinationNetwork(msgspec.Struct, frozen=True, kw_only=True):
    """A network that all of the asked hosts have."""

    key: str
    name: str
    portgroup: str
    """The port group on the first of the hosts."""
    distributed: bool
    switch: str
    """Name of the switch that it is on."""


class SourceNetwork(msgspec.Struct, frozen=True, kw_only=True):
    """A network that VMs use today."""

    key: str
    name: str
    adapters: tuple[tuple[str, str], ...]
    """(VM, NIC label) that are on it."""
    default: str
    """Key of the network that they would find by themselves; empty: none."""


def network_here(inventory: Inventory, portgroup_id: str) -> str:
    """The key of a port group; empty for one that the estate does not have."""
    portgroup = inventory.portgroups.get(portgroup_id)
    if portgroup is None:
        return ""
    switch = inventory.switches.get(portgroup.switch)
    return f"id:{portgroup.id}" if switch is not None and switch.distributed else f"name:{portgroup.name}"


def destination_networks(inventory: Inventory, hosts: Iterable[str]) -> tuple[DestinationNetwork, ...]:
    """The networks that all these hosts offer to VMs, by name. Standard port groups of VMkernel adapters are none."""
    wanted = tuple(dict.fromkeys(hosts))
    common: dict[str, DestinationNetwork] = {}
    for number, host in enumerate(wanted):
        here = _networks_of(inventory, host)
        common = here if number == 0 else {key: network for key, network in common.items() if key in here}
    return tuple(sorted(common.values(), key=lambda network: (network.name, network.key)))


def _networks_of(inventory: Inventory, host_id: str) -> dict[str, DestinationNetwork]:
    taken = {vmk.portgroup for vmk in inventory.hosts[host_id].vmk_adapters}
    found = {}
    for portgroup in inventory.portgroups.values():
        switch = inventory.switches.get(portgroup.switch)
        if switch is None or host_id not in switch.hosts or portgroup.id in taken:
            continue
        key = network_here(inventory, portgroup.id)
        found[key] = DestinationNetwork(
            key=key, name=portgroup.name, portgroup=portgroup.id, distributed=switch.distributed, switch=switch.name
        )
    return found


def source_networks(inventory: Inventory, hosts: Mapping[str, str]) -> tuple[SourceNetwork, ...]:
    """The networks that VMs use today. `hosts`: VM -> host that it would go to."""
    adapters: dict[str, list[tuple[str, str]]] = {}
    names: dict[str, str] = {}
    for vm_id in hosts:
        for nic in inventory.vms[vm_id].nics:
            key = network_here(inventory, nic.portgroup)
            adapters.setdefault(key, []).append((vm_id, nic.label))
            if key:
                names[key] = inventory.portgroups[nic.portgroup].name
    return tuple(
        SourceNetwork(
            key=key,
            name=names.get(key, ""),
            adapters=tuple(used),
            default=_default(inventory, key, names.get(key, ""), [hosts[vm] for vm, _ in used]),
        )
        for key, used in adapters.items()
    )


def _default(inventory: Inventory, key: str, name: str, hosts: Sequence[str]) -> str:
    """The same network where all hosts have it, else the one of its name (VMs are plugged in by name there)."""
    there = destination_networks(inventory, hosts)
    keys = {network.key for network in there}
    if key in keys:
        return key
    return next((network.key for network in there if network.name == name), "")
