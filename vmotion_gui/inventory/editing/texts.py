"""How fields, groups and values are called, and what they mean, as messages."""

from __future__ import annotations

from vmotion_gui.inventory.editing.fields import FormField
from vmotion_gui.messages import Message, catalogue, message


def label(field: FormField) -> Message:
    """What a form calls a field."""
    return _most_special("field", field) or message(f"editing.field.{field.name}")


def meaning(field: FormField) -> Message:
    """What a field means."""
    return _most_special("meaning", field) or message(f"editing.meaning.{field.name}")


def effect(field: FormField) -> Message | None:
    """What the field changes in a migration; None if nothing beyond its meaning is to be said."""
    return _most_special("effect", field)


def group(name: str) -> Message:
    """The title of a group of fields."""
    return message(f"editing.group.{name}")


def value(word: str) -> Message | None:
    """A word of the lab document ("poweredOn") for people; None where it is a proper name ("VMFS", "vmxnet3")."""
    key = f"editing.value.{word or 'empty'}"
    return message(key) if key in catalogue("en").keys else None


def _most_special(sort: str, field: FormField) -> Message | None:
    known = catalogue("en").keys
    keys = (f"editing.{sort}.{field.owner.__name__}.{field.name}", f"editing.{sort}.{field.name}")
    return next((message(key) for key in keys if key in known), None)
