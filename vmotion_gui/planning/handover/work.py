"""What is to be done on the real estate, in order: names as vCenter has them, and nothing of the simulation."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message

VsanMode = Literal["", "ensureObjectAccessibility", "evacuateAllData", "noAction"]


class _Step(msgspec.Struct, frozen=True, kw_only=True):
    """Base of the steps."""


class Machine(_Step, frozen=True, kw_only=True):
    """A virtual machine: where its instance UUID is known, that alone tells which one is meant."""

    name: str
    instance_uuid: str = ""


class Move(_Step, frozen=True, kw_only=True):
    """A vMotion, or Storage vMotion, within one vCenter Server."""

    vm: Machine
    source: str
    """Host, for people; the scripts do not depend on it."""
    host: str
    """Destination; empty: where the VM is."""
    datastore: str = ""
    """Destination of all its files; empty: where they are."""
    high_priority: bool = False
    wave: int = 0
    """Moves of the same wave that follow each other start together; the next step waits for all of them."""


class MoveFiles(_Step, frozen=True, kw_only=True):
    """A Storage vMotion, or cold relocation, of some of a VM's files."""

    vm: Machine
    home: str = ""
    """Datastore that the VM's configuration goes to; empty: it stays."""
    disks: tuple[tuple[str, str], ...]
    """Each disk's label and the datastore where it is afterwards, of those that stay, too."""
    moving: tuple[str, ...]
    """The labels of those that move."""

    @property
    def text(self) -> Message:
        """What goes where, for people."""
        files = [f"{label} → {store}" for label, store in self.disks if label in self.moving]
        if not self.home:
            return message("handover.disksByHand", vm=self.vm.name, files=files)
        return message("handover.filesByHand", vm=self.vm.name, home=self.home, files=files)


class EnterMaintenance(_Step, frozen=True, kw_only=True):
    """Put an empty host into maintenance mode."""

    host: str
    evacuate_powered_off: bool = False
    vsan_mode: VsanMode = ""
    timeout_s: float = 0.0
    """0: wait without end."""


class ExitMaintenance(_Step, frozen=True, kw_only=True):
    """Take a host back into use."""

    host: str


class StoreMaintenance(_Step, frozen=True, kw_only=True):
    """Put an empty datastore into maintenance mode, or take it back into use."""

    datastore: str
    enters: bool


class Power(_Step, frozen=True, kw_only=True):
    """Shut a VM's guest down, suspend it or start it."""

    vm: Machine
    action: Literal["shutDown", "suspend", "powerOn"]


class ByHand(_Step, frozen=True, kw_only=True):
    """What a script cannot do: it stops, tells, and waits for somebody."""

    text: Message


Step = Move | MoveFiles | EnterMaintenance | ExitMaintenance | StoreMaintenance | Power | ByHand


class Work(msgspec.Struct, frozen=True, kw_only=True):
    """All of it."""

    title: str
    steps: tuple[Step, ...]


def waves(steps: Iterable[Step]) -> list[tuple[Step, ...]]:
    """The steps in order; moves of one wave that follow each other together."""
    groups: list[list[Step]] = []
    for step in steps:
        last = groups[-1][-1] if groups else None
        if isinstance(step, Move) and isinstance(last, Move) and last.wave == step.wave:
            groups[-1].append(step)
        else:
            groups.append([step])
    return [tuple(group) for group in groups]


def machine(inventory: Inventory, vm: str) -> Machine:
    """A VM by its id. KeyError if there is none."""
    entity = inventory.vms[vm]
    return Machine(name=entity.name, instance_uuid=entity.instance_uuid)


def move_of(inventory: Inventory, spec: MigrationSpec, wave: int = 0) -> Move | MoveFiles | ByHand:
    """A migration as a step; one that needs more than a host, a datastore or datastores is left to people. KeyError for
    ids that do not exist."""
    vm = inventory.vms[spec.vm]
    source = inventory.hosts[vm.host]
    host = inventory.hosts[spec.host] if spec.host else source
    across = inventory.vcenter_of_host(host).id != inventory.vcenter_of_host(source).id
    if spec.disks and not (across or spec.host or spec.formats or spec.networks):
        return _files(inventory, spec)
    if across or spec.disks or spec.formats or spec.networks:
        text = message("handover.moveByHand", vm=vm.name, host=host.name)
        return ByHand(text=text)
    return Move(
        vm=machine(inventory, spec.vm),
        source=source.name,
        host=host.name if spec.host else "",
        datastore=inventory.datastores[spec.datastore].name if spec.datastore else "",
        high_priority=spec.priority == "highPriority",
        wave=wave,
    )


def _files(inventory: Inventory, spec: MigrationSpec) -> MoveFiles:
    vm, stores = inventory.vms[spec.vm], inventory.datastores
    where = {disk.label: spec.disks.get(disk.label) or spec.datastore or disk.datastore for disk in vm.disks}
    return MoveFiles(
        vm=machine(inventory, spec.vm),
        home=stores[spec.datastore].name if spec.datastore not in ("", vm.home_datastore) else "",
        disks=tuple((label, stores[store].name) for label, store in where.items()),
        moving=tuple(disk.label for disk in vm.disks if where[disk.label] != disk.datastore),
    )
