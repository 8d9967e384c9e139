"""VMs whose own numbers contradict each other, and workloads that cannot be played."""

from __future__ import annotations

import math
from collections.abc import Iterator

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.problems import Problem
from vmotion_gui.inventory.validation.material import Material, place_of
from vmotion_gui.inventory.workload import Workload
from vmotion_gui.messages import message

_ROUNDING = 1e-6


def sizes(material: Material) -> Iterator[Problem]:
    """Parts that are larger than the whole."""
    for index, vm in material.entries(e.VirtualMachine):
        place = place_of("vms", index)
        yield from _memory(place, vm)
        if vm.cpus % vm.cores_per_socket:
            text = message("inventory.problem.coresPerSocket", found=vm.cores_per_socket, cpus=vm.cpus)
            yield Problem(f"{place}.cores_per_socket", text)
        if vm.template and vm.power_state != "poweredOff":
            text = message("inventory.problem.templatePower", found=vm.power_state)
            yield Problem(f"{place}.power_state", text)
        for number, disk in enumerate(vm.disks):
            if disk.used_bytes is not None and disk.used_bytes > disk.capacity_bytes:
                text = message("inventory.problem.diskUsed", found=disk.used_bytes, allowed=disk.capacity_bytes)
                yield Problem(f"{place}.disks[{number}].used_bytes", text)


def _memory(place: str, vm: e.VirtualMachine) -> Iterator[Problem]:
    if vm.memory_reservation_bytes > vm.memory_bytes:
        text = message("inventory.problem.moreThanMemory", found=vm.memory_reservation_bytes, allowed=vm.memory_bytes)
        yield Problem(f"{place}.memory_reservation_bytes", text)
    if vm.touched_memory_bytes is not None and vm.touched_memory_bytes > vm.memory_bytes:
        text = message("inventory.problem.moreThanMemory", found=vm.touched_memory_bytes, allowed=vm.memory_bytes)
        yield Problem(f"{place}.touched_memory_bytes", text)
    away = vm.swapped_memory_bytes + vm.ballooned_memory_bytes
    if away > vm.memory_bytes:
        text = message("inventory.problem.moreThanMemory", found=away, allowed=vm.memory_bytes)
        yield Problem(f"{place}.swapped_memory_bytes", text)
    if vm.memory_layout is not e.DEFAULT_MEMORY_LAYOUT:
        total = math.fsum(part.fraction for part in vm.memory_layout)
        if abs(total - 1.0) > _ROUNDING:
            yield Problem(f"{place}.memory_layout", message("inventory.problem.memoryLayout", found=total))


def workloads(material: Material) -> Iterator[Problem]:
    """Workloads without a phase, or with a phase without an end among several."""
    for index, vm in material.entries(e.VirtualMachine):
        yield from _workload(f"{place_of('vms', index)}.workload", vm.workload)


def _workload(place: str, workload: Workload) -> Iterator[Problem]:
    if not workload.phases:
        yield Problem(f"{place}.phases", message("inventory.problem.noPhase"))
    if len(workload.phases) < 2:
        return
    for number, phase in enumerate(workload.phases):
        if phase.duration_s == 0.0:
            yield Problem(f"{place}.phases[{number}].duration_s", message("inventory.problem.phaseWithoutDuration"))
