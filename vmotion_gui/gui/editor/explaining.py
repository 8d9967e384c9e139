"""What a field means: its meaning, unit and range, what it is by default, and what it changes in a migration."""

from __future__ import annotations

from html import escape
from typing import Any

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.gui import words
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.inventory.editing import texts
from vmotion_gui.inventory.editing.fields import FormField, Shape, Unit

_WORDED = {Unit.BYTES: "bytes", Unit.BYTES_PER_S: "bytes_per_s", Unit.BITS_PER_S: "bits_per_s", Unit.SECONDS: "seconds"}
_UNBOUNDED = 1e9


def explanation(field: FormField, around: Surroundings) -> list[str]:
    """Sentences about a field: what it means, and what it changes in a migration."""
    sentences = [around.text(texts.meaning(field))]
    effect = texts.effect(field)
    if effect is not None:
        about = QCoreApplication.translate("Editor", "In a migration: {effect}")
        sentences.append(about.format(effect=around.text(effect)))
    return sentences


def limits(field: FormField, around: Surroundings) -> str:
    """Range and default in one line; empty if there is nothing to say."""
    parts = []
    if field.shape in (Shape.INTEGER, Shape.NUMBER) and field.low is not None:
        low = amount(field, field.low)
        if field.high is not None and field.high < _UNBOUNDED:
            text = QCoreApplication.translate("Editor", "From {low} to {high}.")
            parts.append(text.format(low=low, high=amount(field, field.high)))
        else:
            parts.append(QCoreApplication.translate("Editor", "From {low}.").format(low=low))
    if field.required:
        parts.append(QCoreApplication.translate("Editor", "Must be given."))
    elif default := default_text(field, around):
        parts.append(QCoreApplication.translate("Editor", "Default: {value}.").format(value=default))
    return " ".join(parts)


def default_text(field: FormField, around: Surroundings) -> str:
    """What the field is where nothing is said; empty for lists and parts."""
    if field.default is None and field.nullable:
        return QCoreApplication.translate("Editor", "not specified")
    if field.shape is Shape.SWITCH:
        yes, no = QCoreApplication.translate("Editor", "yes"), QCoreApplication.translate("Editor", "no")
        return yes if field.default else no
    if field.shape in (Shape.INTEGER, Shape.NUMBER):
        return amount(field, field.default)
    if field.shape is Shape.CHOICE:
        name = texts.value(field.default)
        return around.text(name) if name is not None else str(field.default)
    return str(field.default) if field.shape is Shape.TEXT else ""


def amount(field: FormField, value: Any) -> str:
    """A field's number with its unit, as people read it."""
    if field.unit in _WORDED:
        return words.quantity(float(value), _WORDED[field.unit])
    if field.unit is Unit.SHARE:
        return QCoreApplication.translate("Editor", "{number} %").format(number=QLocale().toString(value * 100, "g", 6))
    number = QLocale().toString(float(value), "g", 12)
    if field.unit is Unit.PAGES_PER_S:
        return QCoreApplication.translate("Editor", "{number} pages/s").format(number=number)
    return f"{number} {field.unit.value.replace('per_s', '1/s')}".strip()


def tooltip(field: FormField, around: Surroundings) -> str:
    """All of it, for the pointer that rests on a field."""
    lines = [*explanation(field, around), limits(field, around)]
    return "<qt>" + "<br>".join(escape(line) for line in lines if line) + "</qt>"
