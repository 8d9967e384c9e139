"""Writes resources/labs/demo.json: `python -m tests.tools.make_demo_lab`. The same document every time."""

from __future__ import annotations

from collections import Counter

from tests.tools.demo import estate, machines
from vmotion_gui import resources
from vmotion_gui.inventory.document import save
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab

_DESCRIPTION = (
    "A company with its data centre in Frankfurt and a second site in Munich: two vCenter Servers in one SSO "
    "domain, four clusters, 16 hosts. Most machines move freely within their cluster; a dozen cannot, each "
    "for a reason of its own, which its notes tell."
)


def demo_lab() -> Lab:
    """The demo lab."""
    vms = list(machines.machines())
    used: Counter[str] = Counter()
    for vm in vms:
        for disk in vm.disks:
            used[disk.datastore] += disk.allocated_bytes
        if vm.power_state == "poweredOn":
            used[vm.home_datastore] += vm.memory_bytes - vm.memory_reservation_bytes
        used[vm.home_datastore] += sum(snapshot.size_bytes for snapshot in vm.snapshots)
    entities = [*estate.estate(), *estate.datastores(used), *vms]
    return Lab(inventory=Inventory(entities), name="Demo", description=_DESCRIPTION, seed=1)


if __name__ == "__main__":
    save(demo_lab(), resources.path("labs/demo.json"))
