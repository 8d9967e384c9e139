"""Finding objects in the picture by their names. No Qt."""

from __future__ import annotations

from collections.abc import Mapping

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

_COLLECTIONS = ("vms", "hosts", "clusters", "datastores", "subnets", "datacenters", "vcenters", "sites", "links")


def find(inventory: Inventory, text: str) -> list[str]:
    """Ids of what is called so, or an address of what holds the text: best first.

    Case does not count. A name that is the text comes before one that begins with it, that before one that holds it;
    among equals VMs come first, then hosts, then the rest, in the inventory's order.
    """
    wanted = text.strip().casefold()
    if not wanted:
        return []
    found: list[tuple[int, str]] = []
    for name in _COLLECTIONS:
        entities: Mapping[str, e.Entity] = inventory.collection(name)
        found += [(rank, id_) for id_, entity in entities.items() if (rank := _rank(entity, wanted)) < _NO_MATCH]
    return [id_ for _, id_ in sorted(found, key=lambda pair: pair[0])]


_NO_MATCH = 9


def _rank(entity: e.Entity, wanted: str) -> int:
    name = entity.name.casefold()
    if wanted in name:
        return 0 if name == wanted else 1 if name.startswith(wanted) else 2
    if isinstance(entity, e.Subnet) and wanted in entity.cidr:
        return 3
    if isinstance(entity, e.Host) and any(adapter.ip_address == wanted for adapter in entity.vmk_adapters):
        return 3
    if isinstance(entity, e.VirtualMachine) and any(nic.ip_address == wanted for nic in entity.nics):
        return 3
    return _NO_MATCH
