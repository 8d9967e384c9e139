"""What a cure is: changes, and the side effects that people must know before they say yes."""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from vmotion_gui.compatibility.columns import HostColumns
from vmotion_gui.inventory.changes import Change, EntityPut, FieldsChanged
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Entity, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message


class Cure(msgspec.Struct, frozen=True, kw_only=True):
    """One way to take one reason away.

    Applied to the inventory that it was asked for (`inventory.changes.apply_all`, or the command `EditInventory`), the
    rule has nothing to say about that migration any more. Other rules may have.
    """

    rule: str
    text: Message
    """What would be done."""
    changes: tuple[Change, ...]
    effects: tuple[Message, ...] = ()
    """What it would bring besides: an interruption, a protection that is lost, hardware to buy."""


class Patient:
    """The migration that a rule has something against."""

    def __init__(self, inventory: Inventory, spec: MigrationSpec, columns: HostColumns | None = None) -> None:
        """`columns`: those of this inventory, if somebody has them. KeyError for ids that do not exist."""
        self._columns = columns
        self.inventory = inventory
        self.spec = spec
        self.vm: VirtualMachine = inventory.vms[spec.vm]
        self.source: Host = inventory.hosts[self.vm.host]
        self.host: Host = inventory.hosts[spec.host or self.vm.host]

    @functools.cached_property
    def columns(self) -> HostColumns:
        """All hosts as the rules see them."""
        return self._columns or HostColumns(self.inventory)

    @property
    def running(self) -> bool:
        return self.vm.power_state == "poweredOn"

    @property
    def power_cycle(self) -> tuple[Message, ...]:
        """The effect of an edit that a running VM takes only while it is off."""
        return (effect("powerCycle", vm=self.vm.name),) if self.running else ()

    def of_vm(self, text: str, *effects: Message, **fields: Any) -> Recipe:
        """An edit of the VM that it takes while it runs."""
        return Recipe(cure_text(text, vm=self.vm.name), (edit(self.vm, **fields),), effects)

    def of_vm_off(self, text: str, *effects: Message, **fields: Any) -> Recipe:
        """An edit of the VM that it takes only while it is off: it sees its host's processor anew afterwards."""
        change = edit(self.vm, **{"min_required_evc_mode_key": "", **fields})
        return Recipe(cure_text(text, vm=self.vm.name), (change,), (*self.power_cycle, *effects))


class Recipe(msgspec.Struct, frozen=True):
    """A cure without the rule that it is for."""

    text: Message
    changes: tuple[Change, ...]
    effects: tuple[Message, ...] = ()


Find = Callable[[Patient], Iterable[Recipe]]


class CureBook:
    """Collects the cures of one module; a rule can have several."""

    def __init__(self) -> None:
        self.finders: dict[str, list[Find]] = {}

    def cure(self, *rules: str) -> Callable[[Find], Find]:
        """Enter a function for these rules."""

        def enter(find: Find) -> Find:
            for rule in rules:
                self.finders.setdefault(rule, []).append(find)
            return find

        return enter


def cure_text(kind: str, **args: Any) -> Message:
    """What a cure does."""
    return message(f"cure.{kind}", **args)


def effect(kind: str, **args: Any) -> Message:
    """What a cure brings besides."""
    return message(f"cure.effect.{kind}", **args)


def edit(entity: Entity, **fields: Any) -> FieldsChanged:
    """The change of some fields, given as entities hold them."""
    return FieldsChanged(
        id=entity.id, fields={name: msgspec.json.decode(msgspec.json.encode(value)) for name, value in fields.items()}
    )


def put(entity: Entity) -> EntityPut:
    """The change that adds an entity."""
    return EntityPut.of(entity)


def new_id(inventory: Inventory, wanted: str) -> str:
    """An id that nothing has: the wanted one, else with a number."""
    number, id_ = 1, wanted
    while inventory.get(id_) is not None:
        number, id_ = number + 1, f"{wanted}-{number + 1}"
    return id_
