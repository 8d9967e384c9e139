"""The field tables of docs/lab-format.md, made from the types.

`python -m vmotion_gui.inventory.manual FILE` renews them.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import msgspec
from msgspec import inspect as mi

from vmotion_gui.inventory.fielddocs import field_docs, summary
from vmotion_gui.inventory.kinds import struct_types
from vmotion_gui.inventory.lab import LabDocument
from vmotion_gui.inventory.validation.references import REFERENCES

BEGIN = "<!-- made from the types: begin -->"
END = "<!-- made from the types: end -->"

_UNITS = {
    "_pages_per_s": "pages/s",
    "_bits_per_s": "bit/s",
    "_bytes_per_s": "B/s",
    "rate_per_s": "1/s",
    "_bytes": "B",
    "_mhz": "MHz",
    "_s": "s",
    "mtu": "B",
}
"""How a field's name ends, and its unit; the first that fits counts."""


def renewed(text: str) -> str:
    """The document with its tables made anew. ValueError if it lacks the marks between which they stand."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"the marks {BEGIN} and {END} are not both there")
    return f"{before}{BEGIN}\n\n{format_tables()}\n{END}{after}"


def format_tables() -> str:
    """A section with a table for every type of the document, in the order in which they are met."""
    return "\n".join(_section(kind) for kind in struct_types(LabDocument))


def _section(kind: type[Any]) -> str:
    info = mi.type_info(kind)
    assert isinstance(info, mi.StructType)
    lines = [f"### {kind.__name__}", "", _escaped(summary(kind)), ""]
    if info.tag is not None:
        lines += [f"`{info.tag_field}` is `{info.tag}`.", ""]
    if info.fields:
        docs = field_docs(kind)
        lines += ["| Field | Allowed | Unit | If missing | Meaning |", "| --- | --- | --- | --- | --- |"]
        lines += [_row(field, docs[field.name], _targets(kind, field.name)) for field in info.fields]
        lines.append("")
    return "\n".join(lines)


def _row(field: mi.Field, meaning: str, targets: str) -> str:
    unit = next((unit for ending, unit in _UNITS.items() if field.name.endswith(ending)), "")
    allowed = targets or _allowed(field.type)
    return f"| `{field.encode_name}` | {allowed} | {unit} | {_default(field)} | {_escaped(meaning)} |"


def _targets(kind: type[Any], name: str) -> str:
    """What a field that holds ids may point at; empty if it holds none."""
    for reference in REFERENCES.get(kind, ()):
        if reference.path.removesuffix("[]") == name:
            targets = " or ".join(f"`{target}`" for target in reference.targets)
            return f"ids of {targets}" if reference.path.endswith("[]") else f"id of {targets}"
    return ""


def _allowed(kind: mi.Type) -> str:
    match kind:
        case mi.Metadata():
            return _allowed(kind.type)
        case mi.StructType():
            return f"[{kind.cls.__name__}](#{kind.cls.__name__.lower()})"
        case mi.VarTupleType():
            return f"list of {_allowed(kind.item_type)}"
        case mi.DictType():
            return f"object of {_allowed(kind.value_type)}"
        case mi.UnionType():
            return " or ".join(_allowed(member) for member in kind.types)
        case mi.LiteralType():
            return ", ".join(f"`{value}`" if value != "" else "empty" for value in kind.values)
        case mi.IntType() | mi.FloatType():
            return _allowed_number(kind)
        case _:
            return _PLAIN[type(kind)]


_PLAIN: dict[type[mi.Type], str] = {
    mi.StrType: "text",
    mi.BoolType: "`true`, `false`",
    mi.NoneType: "`null`",
    mi.AnyType: "anything",
}


def _allowed_number(kind: mi.IntType | mi.FloatType) -> str:
    noun = "whole number" if isinstance(kind, mi.IntType) else "number"
    low = f" from {_digits(kind.ge)}" if kind.ge is not None else f" above {_digits(kind.gt)}"
    high = f" to {_digits(kind.le)}" if kind.le is not None else f" below {_digits(kind.lt)}"
    return f"{noun}{low}{high}"


def _digits(number: float | None) -> str:
    return f"{number:,}" if isinstance(number, int) else f"{number:g}"


def _default(field: mi.Field) -> str:
    if field.required:
        return "**required**"
    if field.default is msgspec.NODEFAULT:
        return "empty"
    plain = msgspec.to_builtins(field.default)
    if plain in ("", (), [], {}):
        return "as below" if isinstance(field.default, msgspec.Struct) else "empty"
    if isinstance(plain, str | bool | int | float) or plain is None:
        return f"`{msgspec.json.encode(plain).decode()}`"
    return "see the schema"


def _escaped(text: str) -> str:
    return text.replace("|", "\\|")


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.write_text(renewed(target.read_text(encoding="utf-8")), encoding="utf-8")
