"""What it costs the guest that its writes are noticed: traces are put on its memory, and each first write to a traced
page is a fault.

Up to vSphere 6.7 all vCPUs stop while each installs a part of the traces; since 7.0 one vCPU installs them, in units
larger than a page, and the others run on (VMware, "vMotion enhancements in vSphere 7"). Traces cost the guest speed,
not downtime.
"""

from __future__ import annotations

from typing import NamedTuple

from vmotion_gui.inventory.entities import Host, VirtualMachine
from vmotion_gui.simulation.profiles.profile import PAGE_BYTES, Profile
from vmotion_gui.simulation.versions import version_of

LOOSE_TRACES_SINCE = (7, 0, 0)
MOST_LOST = 0.5
"""A guest never loses more than this to faults (assumed: writes that wait are not written meanwhile)."""


class TraceInstall(NamedTuple):
    """How long traces are being installed, and which share of its speed the guest loses meanwhile."""

    duration_s: float
    lost: float


def install(profile: Profile, host: Host, vm: VirtualMachine) -> TraceInstall:
    """What installing traces on all of a VM's memory takes: t = c * pages / (vCPUs that work on it)."""
    pages = vm.memory_bytes / PAGE_BYTES
    if version_of(host.version) < LOOSE_TRACES_SINCE:
        return TraceInstall(profile.trace_install_s_per_page * pages / vm.cpus, 1.0)
    return TraceInstall(profile.loose_trace_install_s_per_page * pages, 1.0 / vm.cpus)


def lost_to_faults(profile: Profile, vm: VirtualMachine, dirty_pages_per_s: float) -> float:
    """Share of its speed that a guest loses when it writes this many traced pages a second, spread over its vCPUs."""
    return min(MOST_LOST, dirty_pages_per_s * profile.trace_fault_s / vm.cpus)
