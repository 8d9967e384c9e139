"""Which workload a VM probably has: by its name and guest, and by how active it was when the export was written.

A guess for a start, never a measurement: an export has no dirty-page rate. The measured Active memory bounds the
working set, the measured CPU use gives the CPU load and scales the write rate with it.
"""

from __future__ import annotations

import functools
import re

import msgspec

from vmotion_gui.importers.rvtools.draft import Draft, VmDraft
from vmotion_gui.inventory import presets
from vmotion_gui.inventory.workload import Workload

_MIB = 1024**2
_WORD = r"(?:^|[^a-z]){}(?:[^a-z]|$)"
_HINTS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("in-memory-cache", re.compile(r"redis|memcache|cache|hazelcast|ignite|elastic|coherence")),
    (
        "database",
        re.compile(
            r"sql|oracle|postgres|mongo|maria|hana|database|cassandra|exchange|"
            + _WORD.format(r"(?:ora|db|dbs|pg|dwh|rac|edb)")
        ),
    ),
    ("build-server", re.compile(r"jenkins|build|gitlab|runner|bamboo|teamcity|" + _WORD.format(r"(?:ci|cd)"))),
    (
        "web-server",
        re.compile(r"web|www|nginx|apache|http|proxy|portal|tomcat|" + _WORD.format(r"(?:iis|app|api|lb|fe)")),
    ),
)
_IDLE_CPU = 0.03
_IDLE_ACTIVE = 0.03
_MOST_SCALE = 2.0


def guess_workloads(draft: Draft) -> None:
    """Give every VM a workload, with the reasons in the report."""
    for vm in draft.vms:
        vm.fields["workload"] = _guess(draft, vm)
        vm.assumed.append("workload")


def _guess(draft: Draft, vm: VmDraft) -> Workload:
    cpu = _cpu_load(vm)
    preset = _hint(f"{vm.name} {vm.guest}".casefold())
    if vm.name.startswith("vCLS") or _is_idle(vm, cpu):
        preset, kind = "idle", "workloadIdle"
    elif preset:
        kind = "workloadByName"
    elif cpu is None and (vm.active_bytes is None or not vm.powered_on):
        preset, kind = "idle", "workloadUnknown"
    else:
        preset, kind = "web-server", "workloadByUse"
    draft.notes.guess(kind, vm.name, sheet="vMemory", column="Active")
    active = vm.active_bytes if vm.powered_on else None
    return _workload(
        preset, vm.memory_bytes, int(vm.fields["cpus"]), active or None, None if cpu is None else round(cpu, 2)
    )


def _hint(text: str) -> str:
    return next((preset for preset, pattern in _HINTS if pattern.search(text)), "")


def _cpu_load(vm: VmDraft) -> float | None:
    if vm.cpu_used_mhz is None or not vm.powered_on:
        return None
    capacity = int(vm.fields["cpus"]) * int(vm.on.fields["cpu_mhz"])
    return min(1.0, vm.cpu_used_mhz / capacity)


def _is_idle(vm: VmDraft, cpu: float | None) -> bool:
    active = None if vm.active_bytes is None else vm.active_bytes / vm.memory_bytes
    if not vm.powered_on or (cpu is None and active is None):
        return False
    return (cpu is None or cpu < _IDLE_CPU) and (active is None or active < _IDLE_ACTIVE)


@functools.lru_cache(maxsize=65536)
def _workload(preset: str, memory_bytes: int, cpus: int, active_bytes: int | None, cpu: float | None) -> Workload:
    """The preset, its steady phase brought to what was measured."""
    made = presets.workload(preset, memory_bytes=memory_bytes, cpus=cpus)
    if len(made.phases) > 1:
        return made
    phase = made.phases[0]
    if active_bytes is not None:
        phase = msgspec.structs.replace(phase, working_set_bytes=min(max(active_bytes, 16 * _MIB), memory_bytes))
    if cpu is not None:
        scale = min(_MOST_SCALE, max(0.1, cpu / phase.cpu_load))
        rate = round(phase.page_write_rate_pages_per_s * scale, 1)
        phase = msgspec.structs.replace(phase, cpu_load=cpu, page_write_rate_pages_per_s=rate)
    return msgspec.structs.replace(made, phases=(phase,))
