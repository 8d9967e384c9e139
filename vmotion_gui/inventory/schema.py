"""The lab document's JSON Schema, made from the types: `python -m vmotion_gui.inventory.schema` writes it."""

from __future__ import annotations

import inspect
import json
from typing import Any

import msgspec

from vmotion_gui import resources
from vmotion_gui.inventory.fielddocs import field_docs
from vmotion_gui.inventory.kinds import struct_types
from vmotion_gui.inventory.lab import VERSION, LabDocument

PATH = f"schemas/lab-v{VERSION}.schema.json"
"""Where the schema is among the resources."""


def lab_schema() -> dict[str, Any]:
    """The schema (draft 2020-12), with every field's meaning as its description."""
    schema = msgspec.json.schema(LabDocument)
    for kind in struct_types(LabDocument):
        definition = schema["$defs"][kind.__name__]
        for name, meaning in field_docs(kind).items():
            if name in definition["properties"]:
                definition["properties"][name].setdefault("description", meaning)
    for definition in schema["$defs"].values():
        if "description" in definition:  # Python 3.13 takes a docstring's indentation away, older ones do not
            definition["description"] = inspect.cleandoc(definition["description"])
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"vmotion-gui lab document, version {VERSION}",
        **schema,
    }


def schema_text() -> str:
    """The schema as the file holds it."""
    return json.dumps(lab_schema(), indent=2, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    resources.path(PATH).write_text(schema_text(), encoding="utf-8")
