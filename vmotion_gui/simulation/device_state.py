"""What defines and identifies a VM besides memory and disks, in bytes: the checkpoint that goes over at the
switchover.

The sizes follow from the VM's definition: how many vCPUs, NICs and devices it has, its firmware, its video
memory. The
figures per item are rounded from the corresponding architectural state and file sizes; none is VMware's.
"""

from __future__ import annotations

from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.simulation.status import ParcelKind

KIB = 1024.0

_NVRAM_BYTES = {"bios": 8.5 * KIB, "efi": 264.0 * KIB}
"""A `.nvram` file: 8684 bytes with BIOS, about 264 KiB with EFI and its variables."""
_REGISTERS_BYTES = 16.0 * KIB
"""Per vCPU: general, control, debug and model-specific registers, and the XSAVE area with AVX-512."""
_CPU_BYTES = 4.0 * KIB
"""Per vCPU: CPUID table, local APIC page."""
_CHIPSET_BYTES = 96.0 * KIB
"""I/O APIC, PIC, timers, RTC, PCI configuration spaces, ACPI."""
_DEVICE_BYTES = 32.0 * KIB
_NIC_BYTES = 128.0 * KIB
"""Per NIC: rings, filters, statistics."""
_CONNECTION_BYTES = 64.0 * KIB
"""Per connected NIC: the port's state on the switch."""
_DISK_BYTES = 16.0 * KIB
"""Per disk: the controller's queues."""

DEVICE_PARCELS: tuple[ParcelKind, ...] = (
    "bios",
    "devices",
    "cpu",
    "macAddresses",
    "chipset",
    "registers",
    "networkConnections",
)
"""In the order in which they go over."""


def device_state_bytes(vm: VirtualMachine) -> dict[ParcelKind, float]:
    """Size of each part of the checkpoint, bytes."""
    connected = sum(nic.connected for nic in vm.nics)
    return {
        "bios": _NVRAM_BYTES[vm.firmware],
        "devices": (
            _DEVICE_BYTES * len(vm.devices)
            + _NIC_BYTES * len(vm.nics)
            + _DISK_BYTES * len(vm.disks)
            + float(vm.video_ram_bytes)
        ),
        "cpu": _CPU_BYTES * vm.cpus,
        "macAddresses": 6.0 * len(vm.nics),
        "chipset": _CHIPSET_BYTES,
        "registers": _REGISTERS_BYTES * vm.cpus,
        "networkConnections": _CONNECTION_BYTES * connected,
    }
