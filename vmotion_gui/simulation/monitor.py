"""What a VM's clients see, in closed form: requests come at a constant rate, and wait while nobody answers."""

from __future__ import annotations

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import slowdown
from vmotion_gui.simulation.status import ServiceMonitor

ANSWER_S = 0.005
"""How long an answer takes when the VM runs freely (assumed)."""
PATIENCE_S = 60.0
"""After this long without an answer a client gives its connection up (assumed)."""


def service_monitor(core: Core, vm_id: str) -> ServiceMonitor | None:
    """The monitor of a VM at now; None if there is no such VM."""
    vm = core.state.inventory.vms.get(vm_id)
    if vm is None:
        return None
    now, rate = core.state.now_s, vm.workload.request_rate_per_s
    outages = core.state.outages.get(vm_id, ())
    if not outages and vm.power_state != "poweredOn":
        return _silent(vm_id)
    gaps = [((now if outage.end_s is None else outage.end_s) - outage.start_s, outage) for outage in outages]
    kept = [(gap, outage) for gap, outage in gaps if not outage.lost and gap <= PATIENCE_S]
    unanswered = rate * sum(gap for gap, outage in gaps if (gap, outage) not in kept or outage.end_s is None)
    answering = vm.power_state == "poweredOn" and not (outages and outages[-1].end_s is None)
    return ServiceMonitor(
        vm=vm_id,
        requests_sent=rate * now,
        requests_answered=rate * now - unanswered,
        requests_delayed=rate * sum(gap for gap, outage in kept if outage.end_s is not None),
        last_gap_s=max((gap for gap, _ in gaps), default=0.0),
        connection_open=len(kept) == len(gaps),
        answering=answering,
        latency_s=_latency(core, vm_id) if answering else now - (outages[-1].start_s if outages else 0.0),
    )


def _silent(vm_id: str) -> ServiceMonitor:
    return ServiceMonitor(
        vm=vm_id,
        requests_sent=0.0,
        requests_answered=0.0,
        requests_delayed=0.0,
        last_gap_s=0.0,
        connection_open=False,
        answering=False,
        latency_s=0.0,
    )


def _latency(core: Core, vm_id: str) -> float:
    """A guest that gets only a part of its time takes as much longer."""
    for id_ in core.state.by_vm.get(vm_id, ()):
        migration = core.state.migrations[id_]
        if migration.admitted:
            return ANSWER_S / max(1e-3, 1.0 - slowdown(migration))
    return ANSWER_S
