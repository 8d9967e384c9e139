"""What is wrong with an object, as it stands: broken rules, bad states, injected faults, no place to go."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QCoreApplication

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui import objects
from vmotion_gui.gui.alarms.words import alarm_name
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.faults import fault_name
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import InjectFault, MigrationSpec, fault_target
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.alarms.definitions import BY_ID

_SPACE_ALERT, _SPACE_WARNING = 0.85, 0.75
_COUNTED = 200


@dataclass(frozen=True)
class Issue:
    """One thing that is wrong."""

    level: Literal["warning", "error", "info"]
    text: str
    cure: str = ""
    target: str = ""


def issues_of(entity: e.Entity, context: Context) -> list[Issue]:
    """All issues of an object, errors first; of a container those of what it holds."""
    inventory = context.session.inventory
    found = [*_injected(entity, context), *_alarms(entity, context), *_own(entity, inventory)]
    if isinstance(entity, e.VirtualMachine):
        found += [*_broken_rules([entity.id], inventory), *_stuck(entity, context)]
    elif isinstance(entity, e.Host):
        found += _broken_rules(inventory.vms_on(entity.id), inventory)
    elif isinstance(entity, e.Cluster):
        hosts = inventory.hosts_in(entity.id)
        found += _broken_rules([vm for host in hosts for vm in inventory.vms_on(host)], inventory)
        found += [issue for host in hosts for issue in _own(inventory.hosts[host], inventory)]
    order = {"error": 0, "warning": 1, "info": 2}
    return sorted(dict.fromkeys(found), key=lambda issue: order[issue.level])[:_COUNTED]


def _injected(entity: e.Entity, context: Context) -> Iterator[Issue]:
    for command in context.session.backend.faults():
        if isinstance(command, InjectFault) and fault_target(command.fault) == entity.id:
            text = QCoreApplication.translate("Issues", "Injected fault: {fault}").format(
                fault=fault_name(command.fault)
            )
            cure = QCoreApplication.translate("Issues", "Repair it with the object's menu, Inject fault.")
            yield Issue("error", text, cure, entity.id)


def _alarms(entity: e.Entity, context: Context) -> Iterator[Issue]:
    for alarm in context.alarms.of(entity.id):
        if alarm.key.definition != "datastore.usage":  # which is told with its share, below
            why = context.language.text(BY_ID[alarm.key.definition].why)
            yield Issue("error" if alarm.level == 2 else "warning", alarm_name(alarm, context.language), why)


def _own(entity: e.Entity, inventory: Inventory) -> Iterator[Issue]:
    state = objects.state_text(entity)
    if state:
        worst = objects.state_of(entity) in ("notResponding", "inaccessible", "down", "disconnected")
        text = QCoreApplication.translate("Issues", "{name} is {state}.").format(name=entity.name, state=state)
        yield Issue("error" if worst else "warning", text, "", entity.id)
    if isinstance(entity, e.Datastore):
        yield from _space(entity)
    elif isinstance(entity, e.Host):
        yield from _host(entity)
    elif isinstance(entity, e.VirtualMachine):
        yield from _vm(entity)
    if entity.assumed:
        text = QCoreApplication.translate("Issues", "Some values of {name} were assumed by the import.")
        yield Issue("info", text.format(name=entity.name), "", entity.id)


def _space(datastore: e.Datastore) -> Iterator[Issue]:
    used = 1.0 - datastore.free_bytes / max(datastore.capacity_bytes, 1)
    if used >= _SPACE_WARNING:
        text = QCoreApplication.translate("Issues", "{name} is {percent} % full.")
        level: Literal["error", "warning"] = "error" if used >= _SPACE_ALERT else "warning"
        cure = QCoreApplication.translate("Issues", "Move disks to another datastore.")
        yield Issue(level, text.format(name=datastore.name, percent=round(used * 100)), cure, datastore.id)


def _host(host: e.Host) -> Iterator[Issue]:
    if not any("vmotion" in adapter.services for adapter in host.vmk_adapters):
        text = QCoreApplication.translate("Issues", "No VMkernel adapter of {name} is enabled for vMotion.")
        cure = QCoreApplication.translate("Issues", "Enable vMotion on an adapter.")
        yield Issue("warning", text.format(name=host.name), cure, host.id)
    for pnic in host.pnics:
        if not pnic.speed_bits_per_s:
            text = QCoreApplication.translate("Issues", "The link of {nic} of {name} is down.")
            yield Issue("warning", text.format(nic=pnic.device, name=host.name), "", host.id)


def _vm(vm: e.VirtualMachine) -> Iterator[Issue]:
    if vm.question:
        text = QCoreApplication.translate("Issues", "{name} waits for an answer: {question}")
        yield Issue("warning", text.format(name=vm.name, question=vm.question), "", vm.id)
    if vm.power_state == "poweredOn" and not vm.tools_running:
        text = QCoreApplication.translate("Issues", "VMware Tools does not run in {name}.")
        yield Issue("info", text.format(name=vm.name), "", vm.id)


def _broken_rules(vms: Iterable[str], inventory: Inventory) -> Iterator[Issue]:
    held = set(vms)
    clusters = {inventory.hosts[inventory.vms[id_].host].cluster for id_ in held}
    for cluster in sorted(clusters - {""}):
        for rule in inventory.clusters[cluster].rules:
            if rule.enabled and not held.isdisjoint(rule.vms) and _is_broken(rule, inventory):
                must = isinstance(rule, e.VmHostRule) and not rule.mandatory
                text = QCoreApplication.translate("Issues", "Rule “{rule}” is violated.").format(rule=rule.name)
                yield Issue("warning" if must else "error", text, "", cluster)


def _is_broken(rule: e.ClusterRule, inventory: Inventory) -> bool:
    members = [inventory.vms[id_] for id_ in rule.vms if id_ in inventory.vms]
    running = [vm.host for vm in members if vm.power_state == "poweredOn"]
    if isinstance(rule, e.VmAffinityRule):
        return len(set(running)) > 1
    if isinstance(rule, e.VmAntiAffinityRule):
        return len(set(running)) < len(running)
    return any((host in rule.hosts) != rule.affine for host in running)


def _stuck(vm: e.VirtualMachine, context: Context) -> Iterator[Issue]:
    """A VM that no other host of its cluster can take."""
    inventory = context.session.inventory
    cluster = inventory.hosts[vm.host].cluster
    others = [host for host in inventory.hosts_in(cluster) if host != vm.host] if cluster else []
    if vm.template or not others:
        return
    verdicts = context.session.checker().hosts_for([vm.id])
    severity = dict(zip(verdicts.host_ids, verdicts.severity.tolist(), strict=True))
    best = min(others, key=lambda host: severity[host])
    if severity[best] < Severity.ERROR:
        return
    text = QCoreApplication.translate("Issues", "No other host of its cluster can take {name}.")
    yield Issue("warning", text.format(name=vm.name), "", vm.id)
    verdict = context.session.checker().check(MigrationSpec(vm=vm.id, host=best))
    for reason in verdict.reasons:
        if reason.severity >= Severity.ERROR:
            yield Issue("warning", context.language.text(reason.text), context.language.text(reason.cure), vm.id)
