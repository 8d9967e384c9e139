"""Commands that come in order, name what exists and can be applied."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from vmotion_gui.inventory import changes as c
from vmotion_gui.inventory import commands as k
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.inventory.problems import Problem, found, unknown_field
from vmotion_gui.inventory.typecheck import type_problems
from vmotion_gui.inventory.validation.material import Material
from vmotion_gui.inventory.validation.references import Known
from vmotion_gui.messages import message

_MIGRATION = re.compile(r"migration-([1-9][0-9]*)")
_TASK = re.compile(r"task-([1-9][0-9]*)")


def command_problems(material: Material) -> Iterator[Problem]:
    """Everything about the journal. What an earlier command adds, a later one may name."""
    checker = _Checker(material)
    for index, timed in material.commands:
        yield from checker.problems(f"$.commands[{index}]", timed)


class _Checker:
    """Walks the journal in order and remembers what it has brought into being."""

    def __init__(self, material: Material) -> None:
        self._material = material
        self._known = Known(material)
        self._last_s = 0.0
        self._migrations = 0
        self._tasks = 0

    def problems(self, place: str, timed: k.TimedCommand) -> Iterator[Problem]:
        if timed.time_s < self._last_s:
            text = message("inventory.problem.timeBackwards", found=timed.time_s, allowed=self._last_s)
            yield Problem(f"{place}.time_s", text)
        self._last_s = max(self._last_s, timed.time_s)
        place = f"{place}.command"
        match timed.command:
            case k.Migrate(spec=spec):
                self._migrations += 1
                yield from self._migrate(f"{place}.spec", spec)
            case k.CancelMigration(migration=migration):
                yield from self._cancel(f"{place}.migration", migration)
            case k.EnterMaintenanceMode(host=host) | k.ExitMaintenanceMode(host=host):
                self._tasks += 1
                yield from self._reference(f"{place}.host", host, "hosts")
            case k.EnterDatastoreMaintenanceMode(datastore=store) | k.ExitDatastoreMaintenanceMode(datastore=store):
                self._tasks += 1
                yield from self._reference(f"{place}.datastore", store, "datastores")
            case k.ApplyRecommendations() as command:
                yield from self._task(f"{place}.task", command.task)
                for number, vm in enumerate(command.vms):
                    yield from self._reference(f"{place}.vms[{number}]", vm, "vms")
            case k.CancelTask(task=task):
                yield from self._task(f"{place}.task", task)
            case k.InjectFault(fault=fault) | k.RepairFault(fault=fault):
                yield from self._fault(f"{place}.fault", fault)
            case k.EditInventory(changes=changes):
                for number, change in enumerate(changes):
                    yield from self._change(f"{place}.changes[{number}]", change)

    def _reference(self, place: str, value: str, *targets: str, optional: bool = False) -> Iterator[Problem]:
        if not (value == "" and optional) and value not in self._known.of(targets):
            yield Problem(place, self._known.why_not(value, targets))

    def _migrate(self, place: str, spec: k.MigrationSpec) -> Iterator[Problem]:
        yield from self._reference(f"{place}.vm", spec.vm, "vms")
        yield from self._reference(f"{place}.host", spec.host, "hosts", optional=True)
        yield from self._reference(f"{place}.datastore", spec.datastore, "datastores", optional=True)
        yield from self._reference(f"{place}.resource_pool", spec.resource_pool, "resource_pools", optional=True)
        vm = self._material.by_id(e.VirtualMachine).get(spec.vm)
        disks = [disk.label for disk in vm.disks] if vm else None
        nics = [nic.label for nic in vm.nics] if vm else None
        yield from self._labelled(f"{place}.disks", spec.disks, disks, "datastores")
        yield from self._labelled(f"{place}.networks", spec.networks, nics, "portgroups")
        yield from self._labels(f"{place}.formats", spec.formats, disks)
        if not (spec.host or spec.datastore or spec.disks or spec.resource_pool):
            yield Problem(place, message("inventory.problem.migrationToNowhere"))

    def _labelled(
        self, place: str, targets: dict[str, str], labels: list[str] | None, collection: str
    ) -> Iterator[Problem]:
        yield from self._labels(place, targets, labels)
        for label, target in targets.items():
            yield from self._reference(f"{place}[{found(label)}]", target, collection)

    @staticmethod
    def _labels(place: str, given: Iterable[str], labels: list[str] | None) -> Iterator[Problem]:
        for label in given:
            if labels is not None and label not in labels:
                text = message("inventory.problem.unknownLabel", found=label, allowed=labels)
                yield Problem(f"{place}[{found(label)}]", text)

    def _cancel(self, place: str, migration: str) -> Iterator[Problem]:
        number = _MIGRATION.fullmatch(migration)
        if number is None or int(number[1]) > self._migrations:
            text = message("inventory.problem.unknownMigration", found=found(migration), n=self._migrations)
            yield Problem(place, text)

    def _task(self, place: str, task: str) -> Iterator[Problem]:
        number = _TASK.fullmatch(task)
        if number is None or int(number[1]) > self._tasks:
            yield Problem(place, message("inventory.problem.unknownTask", found=found(task), n=self._tasks))

    def _fault(self, place: str, fault: k.Fault) -> Iterator[Problem]:
        for field, collection in (
            ("host", "hosts"),
            ("link", "links"),
            ("datastore", "datastores"),
            ("vm", "vms"),
        ):
            if hasattr(fault, field):
                yield from self._reference(f"{place}.{field}", getattr(fault, field), collection)

    def _change(self, place: str, change: c.Change) -> Iterator[Problem]:
        match change:
            case c.VmMoved():
                yield from self._moved(place, change)
            case c.FieldsChanged():
                yield from self._fields(place, change)
            case c.EntityPut():
                yield from self._put(place, change)
            case c.EntityRemoved(id=id_):
                yield from self._reference(f"{place}.id", id_, *COLLECTIONS)

    def _moved(self, place: str, change: c.VmMoved) -> Iterator[Problem]:
        yield from self._reference(f"{place}.vm", change.vm, "vms")
        yield from self._reference(f"{place}.host", change.host, "hosts")
        yield from self._reference(f"{place}.resource_pool", change.resource_pool, "resource_pools", optional=True)
        yield from self._reference(f"{place}.config_datastore", change.config_datastore, "datastores", optional=True)
        yield from self._reference(f"{place}.folder", change.folder or "", "folders", optional=True)
        for number, disk in enumerate(change.disks):
            yield from self._reference(f"{place}.disks[{number}].datastore", disk.datastore, "datastores")
        for label, portgroup in change.portgroups.items():
            yield from self._reference(f"{place}.portgroups[{found(label)}]", portgroup, "portgroups")

    def _fields(self, place: str, change: c.FieldsChanged) -> Iterator[Problem]:
        yield from self._reference(f"{place}.id", change.id, *COLLECTIONS)
        kind = next((kind for kind in COLLECTIONS.values() if change.id in self._material.by_id(kind)), None)
        if kind is None:
            return
        types: dict[str, Any] = {field.name: field.type for field in msgspec.structs.fields(kind)}
        for name, value in change.fields.items():
            if name in types:
                yield from type_problems(value, types[name], f"{place}.fields.{name}")
            else:
                yield Problem(f"{place}.fields.{name}", unknown_field(name, list(types)))

    def _put(self, place: str, change: c.EntityPut) -> Iterator[Problem]:
        kind = COLLECTIONS.get(change.collection)
        if kind is None:
            text = message(
                "inventory.problem.wrongValue",
                found=found(change.collection),
                allowed=message("inventory.allowed.oneOf", values=[found(name) for name in COLLECTIONS]),
            )
            yield Problem(f"{place}.collection", text)
            return
        yield from type_problems(change.entity, kind, f"{place}.entity")
        if isinstance(change.entity.get("id"), str):
            self._known.add(change.collection, change.entity["id"])
