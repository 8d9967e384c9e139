"""Who reaches what: the ties between hosts, datastores and subnets that the picture shows as edges."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory


@dataclass(frozen=True)
class Ties:
    """Ties by host and by node. Ids in the inventory's order; they do not depend on where VMs are."""

    of_host: dict[str, tuple[str, ...]]
    """Host -> datastores that it mounts, subnets that it is attached to."""
    of_node: dict[str, tuple[str, ...]]
    """Datastore or subnet -> hosts."""
    local: dict[str, str]
    """Datastore that one host alone mounts -> that host."""
    broken: frozenset[tuple[str, str]]
    """(host, datastore) of mounts that are not accessible."""
    of_cluster: dict[tuple[str, str], int]
    """(cluster or stand-alone host, node) -> how many of its hosts are tied to the node; without local datastores."""


def ties_of(inventory: Inventory) -> Ties:
    """The ties of an estate."""
    of_host: dict[str, dict[str, None]] = {id_: {} for id_ in inventory.hosts}
    broken: set[tuple[str, str]] = set()
    for host in inventory.hosts.values():
        for mount in host.mounts:
            of_host[host.id][mount.datastore] = None
            if not mount.accessible:
                broken.add((host.id, mount.datastore))
        for adapter in host.vmk_adapters:
            if adapter.subnet:
                of_host[host.id][adapter.subnet] = None
    for subnet, hosts in _guest_subnets(inventory):
        for id_ in hosts:
            if id_ in of_host:
                of_host[id_][subnet] = None
    of_node = _turned(of_host)
    local = {node: hosts[0] for node, hosts in of_node.items() if node in inventory.datastores and len(hosts) == 1}
    return Ties(
        of_host={id_: tuple(nodes) for id_, nodes in of_host.items()},
        of_node=of_node,
        local=local,
        broken=frozenset(broken),
        of_cluster=_counted(inventory, of_node, local),
    )


def _guest_subnets(inventory: Inventory) -> Iterable[tuple[str, tuple[str, ...]]]:
    for group in inventory.portgroups.values():
        switch = inventory.switches.get(group.switch)
        if group.subnet and switch is not None:
            yield group.subnet, switch.hosts


def _turned(of_host: dict[str, dict[str, None]]) -> dict[str, tuple[str, ...]]:
    of_node: dict[str, list[str]] = {}
    for host, nodes in of_host.items():
        for node in nodes:
            of_node.setdefault(node, []).append(host)
    return {node: tuple(hosts) for node, hosts in of_node.items()}


def _counted(
    inventory: Inventory, of_node: dict[str, tuple[str, ...]], local: dict[str, str]
) -> dict[tuple[str, str], int]:
    counts: dict[tuple[str, str], int] = {}
    for node, hosts in of_node.items():
        if node in local:
            continue
        for id_ in hosts:
            key = (inventory.hosts[id_].cluster or id_, node)
            counts[key] = counts.get(key, 0) + 1
    return counts


def vm_ties(inventory: Inventory, vm: e.VirtualMachine) -> tuple[str, ...]:
    """Datastores and subnets that a VM uses, each once."""
    groups = (inventory.portgroups.get(nic.portgroup) for nic in vm.nics)
    subnets = (group.subnet for group in groups if group is not None and group.subnet)
    return tuple(dict.fromkeys([*vm.datastores, *subnets]))
