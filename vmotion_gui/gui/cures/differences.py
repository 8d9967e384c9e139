"""Changes of the estate in words: object, setting, before, after."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

import msgspec
from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.compatibility import evc
from vmotion_gui.gui import objects, words
from vmotion_gui.gui.language import Language
from vmotion_gui.inventory.changes import Change, EntityPut, FieldsChanged
from vmotion_gui.inventory.editing import texts
from vmotion_gui.inventory.editing.fields import FormField, Shape, Unit, fields_of
from vmotion_gui.inventory.entities import Entity
from vmotion_gui.inventory.estate import Inventory

NOTHING = "–"
_KEYS = ("label", "device", "datastore", "id", "name", "key", "lun")
"""What tells the parts of a list apart, the first of these that they have."""
_QUANTITIES = {
    Unit.BYTES: "bytes",
    Unit.BYTES_PER_S: "bytes_per_s",
    Unit.BITS_PER_S: "bits_per_s",
    Unit.SECONDS: "seconds",
}


class Difference(NamedTuple):
    """One setting of one object."""

    object: str
    setting: str
    before: str
    after: str


def differences(inventory: Inventory, changes: Iterable[Change], language: Language) -> list[Difference]:
    """What changes would make different, seen from this inventory."""
    found: list[Difference] = []
    for change in changes:
        following = change.apply(inventory)
        found += _Telling(inventory, following, language).of(change)
        inventory = following
    return found


class _Telling:
    """One change's words."""

    def __init__(self, before: Inventory, after: Inventory, language: Language) -> None:
        self._before, self._after, self._language = before, after, language

    def of(self, change: Change) -> Iterator[Difference]:
        if isinstance(change, FieldsChanged):
            yield from self._entity(self._before.get(change.id), self._after.get(change.id))
        elif isinstance(change, EntityPut):
            id_ = change.entity["id"]
            yield from self._entity(self._before.get(id_), self._after.get(id_))
        else:
            raise TypeError(f"no cure makes {change}")

    def _entity(self, old: Entity | None, new: Entity | None) -> Iterator[Difference]:
        assert new is not None, "a cure takes no object away"
        if old is None:
            kind = objects.kind_name(objects.kind_of(new))
            yield Difference(new.name, kind, NOTHING, QCoreApplication.translate("Cures", "added"))
            return
        for setting, before, after in self._struct(old, new, type(new), ""):
            yield Difference(old.name, setting, before, after)

    def _struct(self, old: Any, new: Any, entity: type[Any], path: str) -> Iterator[tuple[str, str, str]]:
        for field in fields_of(type(new), entity, path):
            one, other = getattr(old, field.name), getattr(new, field.name)
            if one == other:
                continue
            label = self._language.text(texts.label(field))
            if field.shape is Shape.STRUCT and type(one) is type(other):
                inner = self._struct(one, other, entity, f"{field.path}.")
                yield from ((f"{label} › {setting}", before, after) for setting, before, after in inner)
            elif field.shape is Shape.STRUCTS:
                yield from self._list(label, field, one, other, entity)
            else:
                yield label, self._value(field, one), self._value(field, other)

    def _list(
        self, label: str, field: FormField, old: Any, new: Any, entity: type[Any]
    ) -> Iterator[tuple[str, str, str]]:
        one, other = _by_key(old), _by_key(new)
        for key in dict.fromkeys([*one, *other]):
            name = self._name(key)
            if key not in one:
                yield label, NOTHING, name
            elif key not in other:
                yield label, name, NOTHING
            elif one[key] != other[key]:
                inner = self._struct(one[key], other[key], entity, f"{field.path}[].")
                yield from ((f"{label} › {name} › {setting}", before, after) for setting, before, after in inner)

    def _name(self, id_: str) -> str:
        entity = self._after.get(id_) or self._before.get(id_)
        return entity.name if entity is not None else id_

    def _value(self, field: FormField, value: Any) -> str:
        if value is None or value == "" or value == ():
            return NOTHING
        if isinstance(value, bool):
            yes, no = QCoreApplication.translate("Cures", "Yes"), QCoreApplication.translate("Cures", "No")
            return yes if value else no
        if isinstance(value, int | float):
            return _number(field, value)
        if isinstance(value, tuple):
            return ", ".join(self._word(str(part)) for part in value)
        if field.name.endswith("evc_mode_key"):
            return evc.name(value)
        return self._word(str(value)) if isinstance(value, str) else type(value).__name__

    def _word(self, word: str) -> str:
        known = texts.value(word)
        return self._language.text(known) if known is not None else self._name(word)


def _number(field: FormField, value: float) -> str:
    unit = _QUANTITIES.get(field.unit)
    if unit is not None and field.name != "mtu":
        return words.quantity(value, unit)
    number = QLocale().toString(value)
    return f"{number} MHz" if field.unit is Unit.MEGAHERTZ else number


def _by_key(parts: Iterable[msgspec.Struct]) -> dict[str, msgspec.Struct]:
    found: dict[str, msgspec.Struct] = {}
    for number, part in enumerate(parts):
        name = next((name for name in _KEYS if getattr(part, name, "")), "")
        key = str(getattr(part, name)) if name else f"{number + 1}"
        found[key if key not in found else f"{key} ({number + 1})"] = part
    return found
