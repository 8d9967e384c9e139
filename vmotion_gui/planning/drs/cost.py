"""What a move costs: the performance that is lost while it goes on.

The guest is slowed and stands still, and both hosts set CPU aside for vMotion (`simulation/cpu.py`), which is missed as
far as they are busy.
"""

from __future__ import annotations

from collections.abc import Callable

import msgspec

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import VirtualMachine

_PAGE_BYTES = 4096
_SETUP_S = 3.0
_MOST_RATIO = 0.9
_DOWNTIME_S = 0.5
HORIZON_S = 3600.0
"""So long the load is taken to stay as it is: over it a move has to win more than it costs (assumed)."""
PRIORITY_VMS = (0.5, 0.1, 0.02, 0.004)
"""What a move of priority 2, 3, 4, 5 wins at least after its cost, in VMs' performance over the horizon (assumed)."""


class MoveCost(msgspec.Struct, frozen=True, kw_only=True):
    """What is predicted of a move."""

    duration_s: float
    downtime_s: float
    guest_slowdown: float
    """Share of its performance that the guest loses while memory is copied, 0 to 1."""
    completes: bool = True


Predict = Callable[[MigrationSpec], MoveCost]
"""Foretells a move; the engine's own estimate, or `rough_cost`."""


def rough_cost(vm: VirtualMachine, bytes_per_s: float) -> MoveCost:
    """Pre-copy in closed form: what has been touched, sent again in proportion to the dirty rate. `bytes_per_s`: speed
    of the vMotion network."""
    touched = vm.memory_bytes if vm.resident_memory_bytes is None else vm.resident_memory_bytes
    phase = vm.workload.phases[0]
    ratio = min(_MOST_RATIO, phase.page_write_rate_pages_per_s * _PAGE_BYTES / bytes_per_s)
    return MoveCost(
        duration_s=_SETUP_S + touched / bytes_per_s / (1.0 - ratio), downtime_s=_DOWNTIME_S, guest_slowdown=0.0
    )


def cost_vm_s(cost: MoveCost, weight: float, hosts_loss: float) -> float:
    """Performance lost, in VMs times seconds. `weight`: the VM's share in VMs; `hosts_loss`: VMs' performance that both
    hosts' VMs miss while the move runs."""
    guest = weight * (cost.duration_s * cost.guest_slowdown + cost.downtime_s)
    return guest + cost.duration_s * hosts_loss


def priority_of(net_vms: float) -> int | None:
    """2 to 5 by what a move wins after its cost; None: it is not worth it."""
    return next((number for number, least in enumerate(PRIORITY_VMS, start=2) if net_vms >= least), None)
