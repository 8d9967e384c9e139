"""How long a VM's files are on their way at least, where it has to take them along."""

from __future__ import annotations

import numpy as np

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.maintenance.ground import Ground
from vmotion_gui.simulation.plan import resolve


def least_files_s(ground: Ground, vm: int) -> float:
    """Seconds for the quickest of the datastores that they could go to; 0 if they stay where they are.

    Nothing is read faster than its datastore reads, nor written faster than the other one writes.
    """
    rows = np.flatnonzero(ground.allowed(vm)).tolist()
    stores = {ground.stores.get((vm, row), ""): row for row in rows}
    return min((_copy_s(ground, vm, row, store) for store, row in stores.items()), default=0.0)


def _copy_s(ground: Ground, vm: int, row: int, store: str) -> float:
    if not store:
        return 0.0
    inventory = ground.inventory
    plan = resolve(inventory, MigrationSpec(vm=ground.vms[vm], host=ground.hosts[row], datastore=store))
    read: dict[str, float] = {}
    for transfer in plan.transfers:
        if transfer.source:
            read[transfer.source] = read.get(transfer.source, 0.0) + transfer.copy_bytes
    times = [_at(amount, inventory.datastores[id_].read_bandwidth_bytes_per_s) for id_, amount in read.items()]
    return max((*times, _at(sum(read.values()), inventory.datastores[store].write_bandwidth_bytes_per_s)))


def _at(amount_bytes: float, rate_bytes_per_s: float) -> float:
    return amount_bytes / rate_bytes_per_s if rate_bytes_per_s > 0.0 else 0.0
