"""Queue, stage 1 of a migration: is the VM in a stable state, may it go there, and what must be held for it."""

from __future__ import annotations

import msgspec

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.entities import Host, VmkService
from vmotion_gui.messages import message
from vmotion_gui.simulation import admission, queueing
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.cpu import vmotion_reservation_mhz
from vmotion_gui.simulation.encryption import encryption_cycles
from vmotion_gui.simulation.ending import fail
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.network import capped
from vmotion_gui.simulation.plan import Plan
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.routes import Route, adapters, route
from vmotion_gui.simulation.status import Holding, Phase, StableCheck
from vmotion_gui.simulation.versions import version_of

CHECKS: tuple[StableCheck, ...] = (
    "vmConnected",
    "noOtherTask",
    "noPendingQuestion",
    "toolsState",
    "hostConnected",
    "compatibility",
)

_CHECK_OF_RULE: dict[str, StableCheck] = {
    "vm.connection": "vmConnected",
    "vm.busy": "noOtherTask",
    "vm.question": "noPendingQuestion",
    "vm.toolsInstaller": "toolsState",
    "host.source": "hostConnected",
    "host.disconnected": "hostConnected",
    "host.unreachable": "hostConnected",
}
"""Rules that have a line of their own among the checks of a stable state; all others are its compatibility."""


def enter_queued(core: Core, migration: Migration) -> None:
    """It waits for its turn, which may be now."""
    migration.slots = admission.costs(core.state.inventory, migration.plan, core.profile)
    queueing.join(core, migration)


def admit(core: Core) -> None:
    """Start all waiting migrations for which there is room."""
    for migration in queueing.admitted(core):
        migration.start_s = core.state.now_s
        core.enter(migration, Phase.CHECKING)


def enter_checking(core: Core, migration: Migration) -> None:
    """Run the checks; they are ticked one after the other, and the first that says no ends them."""
    migration.stage = 1
    found = _first_no(core, migration)
    count = len(CHECKS)
    if found is not None:
        migration.failed_check, migration.fault = found
        count = migration.failed_check + 1
    _announce(core, migration)
    core.start_timer(migration, core.profile.check_s * count / len(CHECKS))


def _announce(core: Core, migration: Migration) -> None:
    plan = migration.plan
    names = {
        "vm": migration.vm_name,
        "source": core.name(plan.source),
        "destination": core.name(plan.destination),
    }
    type_, text = _announcement(plan)
    core.emit(type_, message(text, **names), migration, milestone=True)


def _announcement(plan: Plan) -> tuple[str, str]:
    """The event class and its sentence."""
    if not plan.changes_host:
        return "VmBeingRelocatedEvent", "simulation.event.beingRelocated"
    if not plan.live:
        return "VmBeingMigratedEvent", "simulation.event.beingMovedCold"
    if plan.moves_files:
        return "VmBeingRelocatedEvent", "simulation.event.beingMoved"
    return "VmBeingHotMigratedEvent", "simulation.event.beingMoved"


def _first_no(core: Core, migration: Migration) -> tuple[int, Reason] | None:
    """The first check that says no, with its reason; None if all say yes. Cautions are told and stop nothing."""
    reasons = _reasons(core, migration) if core.profile.checks_rules else ()
    errors = [reason_ for reason_ in reasons if reason_.severity is Severity.ERROR]
    if errors:
        return min(((_check_of(error), error) for error in errors), key=lambda found: found[0])
    for caution in reasons:
        if caution.severity is Severity.WARNING:
            core.emit("MigrationWarningEvent", caution.text, migration, level="warning", objects=caution.objects)
    missing = _in_maintenance(core, migration) or _no_way(core, migration) or _no_space(core, migration)
    return None if missing is None else (len(CHECKS) - 1, missing)


def _in_maintenance(core: Core, migration: Migration) -> Reason | None:
    """No rules or other rules: a host that is to be empty takes no VM all the same."""
    plan = migration.plan
    if not plan.changes_host or core.state.inventory.hosts[plan.destination].maintenance_state == "normal":
        return None
    return reason("hostInMaintenance", plan.destination, host=core.name(plan.destination), vm=migration.vm_name)


def _reasons(core: Core, migration: Migration) -> tuple[Reason, ...]:
    """What the table of rules has to say."""
    other = _busy_with(core, migration)
    busy = {migration.plan.vm: other} if other else {}
    return core.check(core.state.inventory, migration.spec, busy).reasons


def _check_of(error: Reason) -> int:
    """Under which line of stage 1 a rule's reason belongs."""
    return CHECKS.index(_CHECK_OF_RULE.get(error.rule, "compatibility"))


def _busy_with(core: Core, migration: Migration) -> str:
    """The id of another migration of the same VM that was there before; empty if none."""
    others = (core.state.migrations[id_] for id_ in core.state.by_vm[migration.plan.vm])
    return next((other.id for other in others if other.number < migration.number), "")


def _no_way(core: Core, migration: Migration) -> Reason | None:
    """The rules look at adapters and links; whether a copy really gets through is seen when its way is planned."""
    migration.route = find_route(core, migration)
    migration.cold_route = find_cold_route(core, migration)
    if migration.route is not None or not _needs_route(core, migration):
        return None
    plan = migration.plan
    names = {"source": core.name(plan.source), "destination": core.name(plan.destination)}
    return reason("noRoute", plan.source, plan.destination, **names)


def _no_space(core: Core, migration: Migration) -> Reason | None:
    """Space that running migrations hold counts too, which no look at the inventory alone can see."""
    for datastore, amount in migration.plan.arriving:
        free = core.free_bytes(datastore)
        if amount > free:
            args = {"datastore": core.name(datastore), "needed": amount, "free": max(0, free)}
            return reason("noSpace", datastore, **args)
    return None


def _needs_route(core: Core, migration: Migration) -> bool:
    plan = migration.plan
    if not plan.changes_host:
        return False
    return plan.live or bool(plan.transfers and not _same_storage(core, migration))


def _same_storage(core: Core, migration: Migration) -> bool:
    """Whether the source host itself reaches every datastore that the files go to."""
    host = core.state.inventory.hosts[migration.plan.source]
    seen = {mount.datastore for mount in host.mounts if mount.accessible}
    return all(transfer.destination in seen for transfer in migration.plan.transfers)


def find_route(core: Core, migration: Migration) -> Route | None:
    """The way of the copy over the network, if it needs one: cold data goes by NFC, or since 8.0 as vMotion's
    (UDT).
    """
    inventory, plan = core.state.inventory, migration.plan
    source, destination = inventory.hosts[plan.source], inventory.hosts[plan.destination]
    if not _needs_route(core, migration):
        return None
    if plan.live:
        cycles = encryption_cycles(core, plan)
        return route(inventory, core.profile, source, destination, encryption_cycles_per_byte=cycles)
    return _cold_way(core, source, destination)


def find_cold_route(core: Core, migration: Migration) -> Route | None:
    """The way of a live migration's cold files between hosts; None if it has none. Where there is no other than
    vMotion's own, they take that at NFC's rate (assumed)."""
    plan, hosts = migration.plan, core.state.inventory.hosts
    if not (plan.live and plan.changes_host and any(transfer.cold for transfer in plan.transfers)):
        return None
    source, destination = hosts[plan.source], hosts[plan.destination]
    found = _cold_way(core, source, destination)
    if found is None and migration.route is not None:
        return _limited(migration.route, core.profile.nfc_bytes_per_s)
    return found


def _cold_way(core: Core, source: Host, destination: Host) -> Route | None:
    """NFC over management or, if both hosts have it, provisioning; there UDT from 8.0 on (VMware, Unified Data
    Transport: NFC peaks at 1.3 Gbit/s, UDT at 80)."""
    hosts, profile = (source, destination), core.profile
    provisioned = all(adapters(host, "vSphereProvisioning") for host in hosts)
    service: VmkService = "vSphereProvisioning" if provisioned else "management"
    found = route(core.state.inventory, profile, source, destination, service)
    if found is None:
        return None
    udt = provisioned and all(version_of(host.version) >= (8, 0, 0) for host in hosts)
    return _limited(found, profile.udt_bytes_per_s if udt else profile.nfc_bytes_per_s)


def _limited(way: Route, bytes_per_s: float) -> Route:
    return msgspec.structs.replace(way, parts=capped(way.parts, bytes_per_s))


def leave_checking(core: Core, migration: Migration) -> None:
    """The last check has been ticked."""
    if migration.fault is not None:
        fail(core, migration, migration.fault)
    else:
        core.enter(migration, Phase.PREPARING)


def enter_preparing(core: Core, migration: Migration) -> None:
    """The destination makes a skeleton of the VM and holds what it will need."""
    plan = migration.plan
    if full := _no_space(core, migration):
        # Others have taken it since the check.
        fail(core, migration, full)
        return
    migration.holdings = _holdings(core, migration)
    for datastore, amount in plan.arriving:
        core.reserve(datastore, amount)
    core.emit("PhaseStarted", message("simulation.event.preparing", vm=migration.vm_name), migration, milestone=True)
    if plan.live and plan.changes_host:
        text = message("simulation.event.emigrating", vm=migration.vm_name, host=core.name(plan.source))
        core.emit("VmEmigratingEvent", text, migration)
    core.start_timer(migration, core.profile.prepare_s)


def _holdings(core: Core, migration: Migration) -> tuple[Holding, ...]:
    """What it holds from now on until its end, on hosts and datastores."""
    plan, inventory = migration.plan, core.state.inventory
    vm = inventory.vms[plan.vm]
    held = []
    reserves = plan.live and plan.changes_host and core.profile.reserves_cpu
    cycles = encryption_cycles(core, plan)
    for host in dict.fromkeys((plan.source, plan.destination)):
        arriving = host == plan.destination and plan.changes_host and plan.live
        held.append(
            Holding(
                object=host,
                cpu_reservation_mhz=vmotion_reservation_mhz(inventory, inventory.hosts[host], cycles)
                if reserves
                else 0.0,
                memory_bytes=float(vm.memory_bytes) if arriving else 0.0,
                slots=migration.slots.get(("host", host), 0.0),
            )
        )
    slots = {id_: taken for (kind, id_), taken in migration.slots.items() if kind == "datastore"}
    spaces = dict(plan.arriving)
    held += [
        Holding(object=id_, space_bytes=float(spaces.get(id_, 0)), slots=slots.get(id_, 0.0))
        for id_ in dict.fromkeys((*slots, *spaces))
    ]
    return tuple(held)


def leave_preparing(core: Core, migration: Migration) -> None:
    """Both sides are ready: copy what must be copied."""
    plan = migration.plan
    if plan.transfers:
        core.enter(migration, Phase.COPYING_DISK)
    elif plan.live and plan.changes_host:
        core.enter(migration, Phase.COPYING_MEMORY)
    elif plan.live:
        core.enter(migration, Phase.SWITCHOVER)
    else:
        core.enter(migration, Phase.RESUMING)
