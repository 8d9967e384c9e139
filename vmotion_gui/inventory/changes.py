"""Changes: objects that make the next inventory from this one.

Each change knows how to apply itself and what would take it back; a sequence of changes is undone by the
inverses in reverse order.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import COLLECTION_OF, COLLECTIONS, Inventory


class DiskPlace(e.Part, frozen=True, kw_only=True):
    """Where a disk is: its label and datastore, and its path there ("folder/disk.vmdk")."""

    label: str
    datastore: str
    path: str
    format: e.DiskFormat | None = None
    """What it is there, `null`: what it was."""

    def of(self, disk: e.VirtualDisk) -> e.VirtualDisk:
        """The disk at this place."""
        moved = msgspec.structs.replace(disk, datastore=self.datastore, path=self.path)
        if self.format in (None, disk.format):
            return moved
        eager = self.format == "eagerZeroedThick"
        return msgspec.structs.replace(moved, thin=self.format == "thin", eagerly_scrub=eager)


class _Change(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """Base of all changes."""

    def apply(self, inventory: Inventory) -> Inventory:
        """The next inventory. KeyError if what it names does not exist."""
        raise NotImplementedError

    def inverse(self, inventory: Inventory) -> Change:
        """The change that takes this one back, seen from the inventory before it."""
        raise NotImplementedError


class VmMoved(_Change, frozen=True, kw_only=True, tag="vmMoved"):
    """A VM is now on another host, its files perhaps on other datastores, its NICs perhaps at other port
    groups.
    """

    vm: str
    host: str
    resource_pool: str = ""
    config_datastore: str = ""
    disks: tuple[DiskPlace, ...] = ()
    """Only the disks that moved."""
    portgroups: dict[str, str] = {}
    """NIC label -> port group, only those that changed."""
    folder: str | None = None
    """The folder that it is in now, empty: its datacenter's top; `null`: it stays in the one that it is in."""

    def apply(self, inventory: Inventory) -> Inventory:
        vm = inventory.vms[self.vm]
        places = {place.label: place for place in self.disks}
        disks = tuple(place.of(disk) if (place := places.get(disk.label)) else disk for disk in vm.disks)
        nics = tuple(
            msgspec.structs.replace(nic, portgroup=self.portgroups.get(nic.label, nic.portgroup)) for nic in vm.nics
        )
        moved = msgspec.structs.replace(
            vm,
            host=self.host,
            resource_pool=self.resource_pool,
            config_datastore=self.config_datastore,
            disks=disks,
            nics=nics,
            folder=vm.folder if self.folder is None else self.folder,
        )
        return inventory.with_entities([moved])

    def inverse(self, inventory: Inventory) -> VmMoved:
        vm = inventory.vms[self.vm]
        moved = {place.label for place in self.disks}
        return VmMoved(
            vm=vm.id,
            host=vm.host,
            resource_pool=vm.resource_pool,
            config_datastore=vm.config_datastore,
            disks=tuple(
                DiskPlace(label=d.label, datastore=d.datastore, path=d.path, format=d.format)
                for d in vm.disks
                if d.label in moved
            ),
            portgroups={nic.label: nic.portgroup for nic in vm.nics if nic.label in self.portgroups},
            folder=None if self.folder is None else vm.folder,
        )


class FieldsChanged(_Change, frozen=True, kw_only=True, tag="fieldsChanged"):
    """Some fields of one entity have new values (a host's connection state, a VM's power state, a link's
    state …).
    """

    id: str
    fields: dict[str, Any]
    """Field name -> value as in the lab document."""

    def apply(self, inventory: Inventory) -> Inventory:
        before = _existing(inventory, self.id)
        document = {**msgspec.to_builtins(before), **self.fields}
        return inventory.with_entities([msgspec.convert(document, type(before))])

    def inverse(self, inventory: Inventory) -> FieldsChanged:
        before = _existing(inventory, self.id)
        values = {name: _as_in_document(getattr(before, name)) for name in self.fields}
        return FieldsChanged(id=self.id, fields=values)


class EntityPut(_Change, frozen=True, kw_only=True, tag="entityPut"):
    """An entity is added, or replaced as a whole."""

    collection: str
    entity: dict[str, Any]
    """The entity as in the lab document."""

    @classmethod
    def of(cls, entity: e.Entity) -> EntityPut:
        """The change that puts this entity."""
        return cls(collection=COLLECTION_OF[type(entity)], entity=_as_in_document(entity))

    def apply(self, inventory: Inventory) -> Inventory:
        return inventory.with_entities([msgspec.convert(self.entity, COLLECTIONS[self.collection])])

    def inverse(self, inventory: Inventory) -> Change:
        before = inventory.collection(self.collection).get(self.entity["id"])
        return EntityRemoved(id=self.entity["id"]) if before is None else EntityPut.of(before)


class EntityRemoved(_Change, frozen=True, kw_only=True, tag="entityRemoved"):
    """An entity is gone."""

    id: str

    def apply(self, inventory: Inventory) -> Inventory:
        _existing(inventory, self.id)
        return inventory.with_entities(remove=[self.id])

    def inverse(self, inventory: Inventory) -> EntityPut:
        return EntityPut.of(_existing(inventory, self.id))


Change = VmMoved | FieldsChanged | EntityPut | EntityRemoved


def touched_by(change: Change) -> str:
    """The id of the entity that a change is about."""
    match change:
        case VmMoved(vm=id_):
            return id_
        case EntityPut(entity=entity):
            return str(entity.get("id", ""))
        case FieldsChanged(id=id_) | EntityRemoved(id=id_):
            return id_


def apply_all(inventory: Inventory, changes: Iterable[Change]) -> Inventory:
    """The inventory after all changes, in order."""
    for change in changes:
        inventory = change.apply(inventory)
    return inventory


def inverse_all(inventory: Inventory, changes: Iterable[Change]) -> tuple[Change, ...]:
    """The changes that take a sequence back, seen from the inventory before it."""
    inverses: list[Change] = []
    for change in changes:
        inverses.append(change.inverse(inventory))
        inventory = change.apply(inventory)
    return tuple(reversed(inverses))


def _as_in_document(value: Any) -> Any:
    """Lists instead of tuples, so that a change is equal to itself after it has been saved and loaded."""
    return msgspec.json.decode(msgspec.json.encode(value))


def _existing(inventory: Inventory, id_: str) -> e.Entity:
    entity = inventory.get(id_)
    if entity is None:
        raise KeyError(id_)
    return entity
