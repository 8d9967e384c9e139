"""Post-copy's last phase: the VM runs at its destination while its memory is still on the way.

Pages are pushed in address order; one that the guest wants earlier is a fault and is fetched. Each page crosses once.
The guest waits for every fault, and for the network if that is away; if either host dies now, the VM is lost
(QEMU, docs/devel/migration/postcopy).
"""

from __future__ import annotations

import math

from vmotion_gui.messages import message
from vmotion_gui.simulation import availability
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.ending import finish
from vmotion_gui.simulation.memory_copy import all_sent_s, begin_pass, pass_record, source_share
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.outages import begin_outage, end_outage
from vmotion_gui.simulation.profiles.profile import PAGE_BYTES
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import Phase

MOST_LOST = 0.95
"""A guest that faults all the time still gets on a little."""


def enter_post_copying(core: Core, migration: Migration) -> None:
    """Push what is left; the guest waits for what it wants before."""
    names = {"vm": migration.vm_name, "host": core.name(migration.plan.destination)}
    faults = expected_faults(core, migration)
    text = message("simulation.event.postCopying", faults=faults, **names)
    core.emit("PhaseStarted", text, migration, milestone=True)
    migration.trace_cost = _lost_to_faults(core, migration, faults)
    begin_pass(core, migration)


def expected_faults(core: Core, migration: Migration) -> float:
    """Pages that the guest writes to before they are there, at the present rate of the copy: for each region, those
    that are not there yet times the mean over their arrivals of the chance to be written before."""
    copy, clock, now = migration.memory, migration.clock, core.state.now_s
    assert copy is not None
    assert clock is not None
    rate = core.rate(migration.flow)
    if rate <= 0.0:
        return 0.0
    clock = clock.changed(now, speed=source_share(core, migration))
    return copy.paced(rate, now).written_before_sent(clock, now + copy.wire_total / rate)


def _lost_to_faults(core: Core, migration: Migration, faults: float) -> float:
    """Share of its speed that the guest loses, on average over the phase: each fault holds one vCPU for the round trip,
    the page and what the hosts need for it."""
    copy, rate = migration.memory, core.rate(migration.flow)
    assert copy is not None
    if rate <= 0.0 or copy.wire_total <= 0.0:
        return 0.0
    rtt_s = migration.route.rtt_s if migration.route else 0.0
    fault_s = core.profile.page_fault_s + rtt_s + PAGE_BYTES / rate
    vcpus = core.state.inventory.vms[migration.plan.vm].cpus
    return min(MOST_LOST, faults * fault_s / (copy.wire_total / rate) / vcpus)


def plan_post_copying(core: Core, migration: Migration) -> float:
    """When all of the memory is there; while the network is away the guest waits, and nobody gives up."""
    vm = migration.plan.vm
    if core.rate(migration.flow) <= 0.0:
        if not migration.paused:
            migration.paused = True
            begin_outage(core.state, vm)
            text = message("simulation.event.postCopyPaused", vm=migration.vm_name)
            core.emit("VmPaused", text, migration, level="warning", milestone=True)
        return math.inf
    if migration.paused:
        migration.paused = False
        end_outage(core.state, vm)
        text = message("simulation.event.postCopyGoesOn", vm=migration.vm_name)
        core.emit("VmResumed", text, migration, milestone=True)
    return all_sent_s(core, migration)


def memory_there(core: Core, migration: Migration) -> None:
    """All of the memory is at the destination."""
    core.note(migration)
    record = pass_record(core, migration, ended=True)
    migration.passes = (*migration.passes, record)
    migration.memory_sent_bytes += record.sent_bytes
    migration.trace_cost = 0.0
    core.drop_flows(migration)
    core.enter(migration, Phase.CLEANING_UP)


def host_gone(core: Core, migration: Migration, host: str) -> None:
    """Half of the memory is on a host that is dead: nobody has all of the VM any more."""
    core.note(migration)
    record = pass_record(core, migration, ended=False)
    migration.passes = (*migration.passes, record)
    migration.memory_sent_bytes += record.sent_bytes
    migration.fault = reason("postCopyLost", host, vm=migration.vm_name, host=core.name(host))
    if host == migration.plan.source:
        availability.vm_lost(core, migration.plan.vm)
    finish(core, migration, Phase.FAILED)
