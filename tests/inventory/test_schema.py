"""The schema and the manual are those of the types."""

from __future__ import annotations

import json

import jsonschema
import msgspec
import pytest

from vmotion_gui import resources
from vmotion_gui.inventory import manual, schema
from vmotion_gui.inventory.fielddocs import field_docs, summary
from vmotion_gui.inventory.kinds import struct_types
from vmotion_gui.inventory.lab import LabDocument
from vmotion_gui.inventory.meanings import MEANINGS


def test_the_schema_that_ships_is_up_to_date() -> None:
    assert resources.path(schema.PATH).read_text(encoding="utf-8") == schema.schema_text()


def test_the_manual_is_up_to_date() -> None:
    path = resources.path("labs").parents[1] / "docs" / "lab-format.md"
    text = path.read_text(encoding="utf-8")
    assert manual.renewed(text) == text


def test_a_manual_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="not both there"):
        manual.renewed(manual.BEGIN)


@pytest.mark.parametrize("kind", struct_types(LabDocument), ids=lambda kind: kind.__name__)
def test_every_type_and_field_has_a_meaning(kind: type[msgspec.Struct]) -> None:
    assert summary(kind)
    assert not [field.name for field in msgspec.structs.fields(kind) if field.name not in field_docs(kind)]


def test_no_meaning_is_left_over() -> None:
    used = set()
    for kind in struct_types(LabDocument):
        for base in kind.__mro__:
            for name in getattr(base, "__annotations__", {}):
                used |= {f"{base.__name__}.{name}", name}
    assert not MEANINGS.keys() - used


def test_the_demo_lab_follows_the_schema() -> None:
    validator = jsonschema.Draft202012Validator(schema.lab_schema())
    document = json.loads(resources.path("labs/demo.json").read_text(encoding="utf-8"))
    assert not list(validator.iter_errors(document))
    document["hosts"][3]["pnics"][0]["speed_bits_per_s"] = -1
    assert [error.json_path for error in validator.iter_errors(document)] == ["$.hosts[3].pnics[0].speed_bits_per_s"]


def test_the_schema_carries_ranges_and_meanings() -> None:
    loss = schema.lab_schema()["$defs"]["NetworkLink"]["properties"]["loss"]
    assert (loss["minimum"], loss["maximum"]) == (0.0, 1.0)
    assert loss["description"] == "Share of packets lost, 0 to 1."
