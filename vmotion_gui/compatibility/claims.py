"""What HA's admission control counts of a running VM."""

from __future__ import annotations

from vmotion_gui.inventory.automation import DasConfig
from vmotion_gui.inventory.entities import VirtualMachine

LEAST_CPU_MHZ = 32
"""Counted for a VM without a CPU reservation (`das.vmcpuminmhz`)."""


def claimed_mhz(vm: VirtualMachine) -> float:
    """MHz that are kept for a VM."""
    return float(max(vm.cpu_reservation_mhz, LEAST_CPU_MHZ))


def slots_taken(das: DasConfig, vm: VirtualMachine, claimed_bytes: float) -> int:
    """How many slots a VM takes: more than one if it is larger than the size that is given; `claimed_bytes`: with its
    overhead."""
    wide = -(-claimed_mhz(vm) // das.slot_cpu_mhz) if das.slot_cpu_mhz else 1
    tall = -(-claimed_bytes // das.slot_memory_bytes) if das.slot_memory_bytes else 1
    return int(max(1, wide, tall))
