"""Which hosts see a datastore."""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message


def used_unmounted(inventory: Inventory, store: str, hosts: Iterable[e.Host]) -> Message | None:
    """Why these hosts cannot be as they are given here: one of them no longer sees what its VM lies on."""
    for host in hosts:
        if any(mount.datastore == store for mount in host.mounts):
            continue
        for id_ in inventory.vms_on(host.id):
            vm = inventory.vms[id_]
            if store in vm.datastores:
                return message("building.inUse", name=inventory.datastores[store].name, user=vm.name)
    return None
