"""The struct types that a document is made of."""

from __future__ import annotations

from typing import Any

from msgspec import inspect as mi


def struct_types(kind: type[Any]) -> list[type[Any]]:
    """A struct type and all struct types within it, each once, in the order of the fields."""
    found: dict[type[Any], None] = {}
    _collect(mi.type_info(kind), found)
    return list(found)


def _collect(kind: mi.Type, found: dict[type[Any], None]) -> None:
    match kind:
        case mi.Metadata():
            _collect(kind.type, found)
        case mi.StructType():
            if kind.cls not in found:
                found[kind.cls] = None
                for field in kind.fields:
                    _collect(field.type, found)
        case mi.UnionType():
            for member in kind.types:
                _collect(member, found)
        case mi.VarTupleType():
            _collect(kind.item_type, found)
        case mi.DictType():
            _collect(kind.value_type, found)
        case _:
            return
