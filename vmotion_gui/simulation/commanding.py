"""What each command does, and when it is refused."""

from __future__ import annotations

import msgspec

from vmotion_gui.compatibility.failover import failover_room
from vmotion_gui.inventory.changes import touched_by
from vmotion_gui.inventory.commands import (
    ApplyRecommendations,
    CancelMigration,
    CancelTask,
    ChangeSettings,
    Command,
    EditInventory,
    EnterDatastoreMaintenanceMode,
    EnterMaintenanceMode,
    ExitDatastoreMaintenanceMode,
    ExitMaintenanceMode,
    Fault,
    InjectFault,
    Migrate,
    MigrationSpec,
    RepairFault,
    TimedCommand,
    fault_target,
)
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation import drs_limit, ending, faults, planning, queueing, rates, rerouting
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory_copy import settings_changed
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.placement import disk_locations, placement
from vmotion_gui.simulation.plan import resolve
from vmotion_gui.simulation.profiles.table import as_by_default, changed
from vmotion_gui.simulation.reasons import reason
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks import maintenance, stores
from vmotion_gui.simulation.tasks.store_edits import against_edit

_ACCEPTED = Ticket(id="", accepted=True)


def execute(core: Core, command: Command, initiator: str) -> Ticket:
    """Do what is asked, or say why not."""
    match command:
        case Migrate(spec=spec):
            ticket = _migrate(core, spec, initiator)
        case CancelMigration(migration=id_):
            ticket = _cancel(core, id_)
        case InjectFault(fault=fault):
            ticket = _inject(core, fault)
        case RepairFault(fault=fault):
            ticket = _repair(core, fault)
        case EditInventory():
            ticket = _edit(core, command)
        case ChangeSettings():
            ticket = _change_settings(core, command)
        case EnterMaintenanceMode():
            ticket = maintenance.enter(core, command, initiator)
        case ExitMaintenanceMode(host=host):
            ticket = maintenance.leave(core, host, initiator)
        case EnterDatastoreMaintenanceMode():
            ticket = stores.enter(core, command, initiator)
        case ExitDatastoreMaintenanceMode(datastore=datastore):
            ticket = stores.leave(core, datastore, initiator)
        case ApplyRecommendations(task=task, vms=vms):
            tasks = stores if task in core.state.store_tasks else maintenance
            ticket = tasks.apply_recommendations(core, task, vms)
        case CancelTask(task=task):
            tasks = stores if task in core.state.store_tasks else maintenance
            ticket = tasks.cancel(core, task)
    if not ticket.accepted and ticket.reason is not None:
        text = message("simulation.event.refused", reason=ticket.reason)
        core.emit("CommandRefused", text, level="warning")
    return ticket


def ordered(core: Core, command: Command) -> Ticket:
    """Do what a task asks for by itself, and keep it as the journal keeps what people ask for."""
    timed = TimedCommand(time_s=core.state.now_s, command=command, initiator=maintenance.INITIATOR)
    core.state.ordered = (*core.state.ordered, timed)
    return execute(core, command, maintenance.INITIATOR)


def _refused(key: str, **args: object) -> Ticket:
    return Ticket(id="", accepted=False, reason=message(key, **args))


# --- migrations ---------------------------------------------------------------


def _migrate(core: Core, spec: MigrationSpec, initiator: str) -> Ticket:
    inventory = core.state.inventory
    refusal = _why_not(inventory, spec)
    if refusal is not None:
        return Ticket(id="", accepted=False, reason=refusal)
    number = len(core.state.migrations) + 1
    vm, plan = inventory.vms[spec.vm], resolve(inventory, spec)
    if initiator == drs_limit.INITIATOR:
        full = drs_limit.host_without_moves_left(core, plan.source, plan.destination)
        if full:
            most = drs_limit.max_moves_per_host(core, full)
            return _refused("simulation.refused.drsMoves", vm=vm.name, host=core.name(full), most=most)
    migration = Migration(
        id=f"migration-{number}",
        number=number,
        spec=spec,
        initiator=initiator,
        plan=plan,
        before=placement(inventory, vm),
        vm_name=vm.name,
        disks_shown=disk_locations(inventory, vm, plan),
        queued_s=core.state.now_s,
    )
    core.state.migrations[migration.id] = migration
    core.state.active[migration.id] = None
    core.state.by_vm[vm.id] = (*core.state.by_vm.get(vm.id, ()), migration.id)
    names = {"vm": vm.name, "destination": core.name(plan.destination), "initiator": initiator}
    core.emit("CommandAccepted", message("simulation.event.accepted", **names), migration)
    core.enter(migration, Phase.QUEUED)
    return Ticket(id=migration.id, accepted=True)


def _why_not(inventory: Inventory, spec: MigrationSpec) -> Message | None:
    """What makes no sense at all is refused; what is merely impossible fails in its checks."""
    unknown = _unknown_id(inventory, spec)
    if unknown:
        return message("simulation.refused.unknown", id=unknown)
    vm = inventory.vms[spec.vm]
    if vm.template:
        return message("simulation.refused.template", vm=vm.name)
    known = {disk.label for disk in vm.disks}, {nic.label for nic in vm.nics}
    strange = [label for label in {**spec.disks, **spec.formats} if label not in known[0]]
    strange += [label for label in spec.networks if label not in known[1]]
    if strange:
        return message("simulation.refused.unknownLabel", vm=vm.name, label=strange[0])
    if planning.changes_nothing(inventory, resolve(inventory, spec)):
        return message("simulation.refused.nothingToDo", vm=vm.name)
    return None


def _unknown_id(inventory: Inventory, spec: MigrationSpec) -> str:
    """The first id that the estate does not have; empty if all are known."""
    asked = [
        (spec.vm, inventory.vms),
        *([(spec.host, inventory.hosts)] if spec.host else []),
        *((id_, inventory.datastores) for id_ in (spec.datastore, *spec.disks.values()) if id_),
        *((id_, inventory.portgroups) for id_ in spec.networks.values()),
        *([(spec.resource_pool, inventory.resource_pools)] if spec.resource_pool else []),
    ]
    return next((id_ for id_, known in asked if id_ not in known), "")


def _cancel(core: Core, id_: str) -> Ticket:
    migration = core.state.migrations.get(id_)
    if migration is None:
        return _refused("simulation.refused.unknown", id=id_)
    if migration.phase.ended or migration.cancelled:
        return _ACCEPTED
    if not ending.cancel(core, migration):
        return _refused("simulation.refused.tooLate", vm=migration.vm_name)
    return _ACCEPTED


def _change_settings(core: Core, command: ChangeSettings) -> Ticket:
    limit, opened = core.profile.max_concurrent_per_source, core.profile.streams_per_adapter
    core.profile = changed(as_by_default(core.profile, command.reset), command.settings)
    if core.profile.max_concurrent_per_source != limit:
        queueing.recount(core)
        queueing.limits_changed(core)
    core.emit("SettingsChanged", message("simulation.event.settingsChanged"), milestone=True)
    if core.profile.streams_per_adapter != opened:
        rerouting.ways_changed(core)
    for id_ in list(core.state.active):
        migration = core.state.migrations[id_]
        if migration.phase is Phase.COPYING_MEMORY:
            settings_changed(core, migration)
    return _ACCEPTED


# --- faults ---------------------------------------------------------------


def _inject(core: Core, fault: Fault) -> Ticket:
    target = fault_target(fault)
    if core.state.inventory.get(target) is None:
        return _refused("simulation.refused.unknown", id=target)
    if faults.active_fault(core, fault) is not None:
        return _refused("simulation.refused.alreadyFailed", name=core.name(target))
    faults.inject(core, fault)
    return _ACCEPTED


def _repair(core: Core, fault: Fault) -> Ticket:
    active = faults.active_fault(core, fault)
    if active is None:
        return _refused("simulation.refused.notFailed", name=core.name(fault_target(fault)))
    faults.repair(core, active)
    return _ACCEPTED


# --- edits ---------------------------------------------------------------


def _edit(core: Core, command: EditInventory) -> Ticket:
    """Change the estate. A VM that is being migrated is locked, as its configuration file is in vSphere; how hard its
    guest works is no matter of that file."""
    locked = {core.state.migrations[id_].plan.vm for id_ in core.state.active if core.state.migrations[id_].admitted}
    touched = [touched_by(change) for change in command.changes]
    for change, id_ in zip(command.changes, touched, strict=True):
        if id_ in locked and not rates.is_other_rate(core.state.inventory, change):
            return _refused("simulation.refused.locked", vm=core.name(id_))
    try:
        inventory = core.state.inventory
        for change in command.changes:
            inventory = change.apply(inventory)
    except KeyError as error:
        return _refused("simulation.refused.unknown", id=str(error.args[0]))
    except msgspec.ValidationError as error:
        return _refused("simulation.refused.badEdit", reason=str(error))
    if (refusal := _against_maintenance(core.state.inventory, inventory, touched)) is not None:
        return Ticket(id="", accepted=False, reason=refusal)
    if (refusal := against_edit(core.state.inventory, inventory, touched)) is not None:
        return Ticket(id="", accepted=False, reason=refusal)
    if (refusal := _against_failover_room(core.state.inventory, inventory, touched)) is not None:
        return Ticket(id="", accepted=False, reason=refusal)
    before, core.state.inventory = core.state.inventory, inventory
    core.tell_estate(before, touched)
    label = message(command.label) if command.label else message("simulation.event.editUnnamed")
    core.emit("InventoryEdited", message("simulation.event.edited", label=label), objects=dict.fromkeys(touched))
    core.state.network.touch_all()
    queueing.limits_changed(core)
    _end_senseless(core)
    rerouting.ways_changed(core)
    rates.follow(core, before)
    return _ACCEPTED


def _against_maintenance(before: Inventory, after: Inventory, touched: list[str]) -> Message | None:
    """No VM starts on a host that is to be empty or is, or is put there running; none is left running on one that is
    said to be empty."""
    for id_ in touched:
        vm, old, host = after.vms.get(id_), before.vms.get(id_), after.hosts.get(id_)
        if vm is not None and vm.power_state == "poweredOn" and vm.host in after.hosts:
            ran_there = old is not None and (old.host, old.power_state) == (vm.host, "poweredOn")
            if not ran_there and after.hosts[vm.host].maintenance_state != "normal":
                return message("simulation.refused.notInMaintenanceMode", vm=vm.name, host=after.hosts[vm.host].name)
        if host is not None and host.maintenance_state == "inMaintenance":
            newly = id_ not in before.hosts or before.hosts[id_].maintenance_state != "inMaintenance"
            running = [vm for vm in after.vms_on(id_) if after.vms[vm].power_state == "poweredOn"]
            if newly and running:
                return message("simulation.refused.hostStillRuns", host=host.name, count=len(running))
    return None


def _against_failover_room(before: Inventory, after: Inventory, touched: list[str]) -> Message | None:
    """No VM that was there is powered on in a cluster that would then lack the room that HA's admission control keeps;
    what is built running is taken as it is."""
    for id_ in touched:
        vm, old = after.vms.get(id_), before.vms.get(id_)
        if vm is None or old is None or vm.power_state != "poweredOn" or old.power_state == "poweredOn":
            continue
        cluster = after.clusters.get(after.hosts[vm.host].cluster) if vm.host in after.hosts else None
        if cluster is not None and not (room := failover_room(after, cluster)).enough:
            return message("simulation.refused.failoverRoom", vm=vm.name, cluster=cluster.name, room=room.reason)
    return None


def _end_senseless(core: Core) -> None:
    """Migrations whose VM, hosts or datastores are gone fail; those that wait are planned anew."""
    for id_ in list(core.state.active):
        migration = core.state.migrations[id_]
        if migration.phase is Phase.QUEUED:
            planning.plan_anew(core, migration)
        elif not (migration.handed_over or migration.phase is Phase.ROLLING_BACK or _makes_sense(core, migration)):
            ending.fail(core, migration, reason("estateChanged", migration.plan.vm, vm=migration.vm_name))


def _makes_sense(core: Core, migration: Migration) -> bool:
    inventory, plan = core.state.inventory, migration.plan
    hosts = all(host in inventory.hosts for host in (plan.source, plan.destination))
    stores = all(id_ in inventory.datastores for id_, _ in (*plan.arriving, *plan.leaving))
    return plan.vm in inventory.vms and hosts and stores
