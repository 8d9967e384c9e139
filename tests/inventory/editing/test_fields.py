"""Every field of every entity has its place in a form, a name and a meaning."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from msgspec import inspect as mi

from vmotion_gui import resources
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing import texts
from vmotion_gui.inventory.editing.fields import FormField, Shape, fields_of, tag_of
from vmotion_gui.inventory.editing.grouping import GROUPS, HIDDEN, groups_of
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.messages import LANGUAGES, catalogue

PROPER_NAMES = {"VMFS", "NFS", "vSAN", "iSCSI"}


def all_fields() -> Iterator[FormField]:
    """Every field of every entity and of the parts within them."""
    for kind in COLLECTIONS.values():
        yield from _fields(kind, kind, "")


def _fields(kind: type[Any], entity: type[Any], path: str) -> Iterator[FormField]:
    for field in fields_of(kind, entity, path):
        yield field
        for struct in field.structs:
            yield from _fields(struct, entity, f"{field.path}{'[]' if field.shape is Shape.STRUCTS else ''}.")


@pytest.mark.parametrize("kind", COLLECTIONS.values(), ids=COLLECTIONS)
def test_every_field_stands_in_one_group(kind: type[e.Entity]) -> None:
    names = [field.name for field in mi.type_info(kind).fields if field.name not in HIDDEN]  # type: ignore[attr-defined]
    grouped = [name for _, members in groups_of(kind, tuple(names)) for name in members]
    assert sorted(grouped) == sorted(names)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_field_has_a_name_and_a_meaning(language: str) -> None:
    known = catalogue(language).keys
    for field in all_fields():
        assert texts.label(field).key in known, field
        assert texts.meaning(field).key in known, field


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_and_group_has_a_name(language: str) -> None:
    known = catalogue(language).keys
    for field in all_fields():
        for word in {*field.choices, *(tag_of(struct) for struct in field.structs)} - PROPER_NAMES:
            name = texts.value(word)
            assert (word == "" and len(field.structs) == 1) or (name is not None and name.key in known), (field, word)
    for groups in GROUPS.values():
        assert {texts.group(name).key for name, _ in groups} <= known


def test_no_text_is_left_over() -> None:
    fields = list(all_fields())
    used = {
        text.key for field in fields for text in (texts.label(field), texts.meaning(field), texts.effect(field)) if text
    }
    words = {word for field in fields for word in (*field.choices, *(tag_of(struct) for struct in field.structs))}
    used |= {f"editing.value.{word or 'empty'}" for word in words}
    used |= {texts.group(name).key for groups in GROUPS.values() for name, _ in groups} | {"editing.group.general"}
    held = json.loads(resources.path("messages/en/editing.json").read_text("utf-8"))
    assert {key for key in held if key not in used and ".licence-" not in key} == set()


def test_ranges_units_and_targets_come_from_the_types() -> None:
    fields = {field.name: field for field in fields_of(e.Cluster, e.Cluster)}
    assert fields["datacenter"].targets == ("datacenters",)
    assert not fields["datacenter"].clearable
    (threshold,) = [field for field in fields_of(e.DrsConfig, e.Cluster, "drs.") if field.name == "migration_threshold"]
    assert (threshold.low, threshold.high, threshold.default) == (1, 5, 3)
    rules = fields_of(e.VmHostRule, e.Cluster, "rules[].")
    assert next(field for field in rules if field.name == "hosts").shape is Shape.REFERENCES
