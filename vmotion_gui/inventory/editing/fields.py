"""The fields of an entity as a form shows them, read from the types that also make the schema."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from typing import Any

import msgspec
from msgspec import inspect as mi

from vmotion_gui.inventory.editing.grouping import HIDDEN
from vmotion_gui.inventory.validation.references import REFERENCES, Reference


class Shape(enum.Enum):
    """What sort of value a field holds."""

    TEXT = enum.auto()
    INTEGER = enum.auto()
    NUMBER = enum.auto()
    SWITCH = enum.auto()
    CHOICE = enum.auto()
    FLAGS = enum.auto()
    """Any of several words."""
    TEXTS = enum.auto()
    INTEGERS = enum.auto()
    REFERENCE = enum.auto()
    REFERENCES = enum.auto()
    STRUCT = enum.auto()
    """A part with fields of its own, of one of several types."""
    STRUCTS = enum.auto()
    """A list of such parts."""


class Unit(enum.Enum):
    """What a number counts, and so how it is written."""

    PLAIN = ""
    BYTES = "bytes"
    BYTES_PER_S = "bytes_per_s"
    BITS_PER_S = "bits_per_s"
    SECONDS = "seconds"
    MEGAHERTZ = "MHz"
    PAGES_PER_S = "pages_per_s"
    PER_S = "per_s"
    SHARE = "share"
    """0 to 1, written as per cent."""


_UNITS = (
    ("_pages_per_s", Unit.PAGES_PER_S),
    ("_bits_per_s", Unit.BITS_PER_S),
    ("_bytes_per_s", Unit.BYTES_PER_S),
    ("rate_per_s", Unit.PER_S),
    ("_bytes", Unit.BYTES),
    ("_mhz", Unit.MEGAHERTZ),
    ("_s", Unit.SECONDS),
    ("mtu", Unit.BYTES),
)


@dataclass(frozen=True)
class FormField:
    """One field of a struct."""

    owner: type[Any]
    name: str
    shape: Shape
    path: str
    """As in `REFERENCES`: "pnics[].switch"."""
    unit: Unit = Unit.PLAIN
    low: float | None = None
    high: float | None = None
    nullable: bool = False
    """Whether `null` is allowed: no limit, unknown, as by default."""
    required: bool = False
    default: Any = None
    """As in the lab document; None also where the field is required."""
    choices: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    """Collections that a reference may point into."""
    clearable: bool = True
    """Whether a reference may be empty."""
    structs: tuple[type[Any], ...] = ()


_known: dict[tuple[Any, Any, str], tuple[FormField, ...]] = {}


def fields_of(kind: type[Any], entity: type[Any], path: str = "") -> tuple[FormField, ...]:
    """The fields of a struct in the order of its type; `path` leads to it from its entity ("pnics[].")."""
    key = (kind, entity, path)
    if key not in _known:
        info = mi.type_info(kind)
        assert isinstance(info, mi.StructType)
        _known[key] = tuple(_field(kind, field, entity, path) for field in info.fields if field.name not in HIDDEN)
    return _known[key]


def _field(owner: type[Any], field: mi.Field, entity: type[Any], path: str) -> FormField:
    place = path + field.name
    kind, nullable = _without_null(field.type)
    shape, more = _shape(kind)
    reference = _reference(entity, place)
    if reference is not None:
        shape = Shape.REFERENCES if reference.path.endswith("[]") else Shape.REFERENCE
        more = {"targets": reference.targets, "clearable": reference.optional}
    unit = next((unit for ending, unit in _UNITS if field.name.endswith(ending)), Unit.PLAIN)
    if shape is Shape.NUMBER and unit is Unit.PLAIN and more.get("high") == 1.0:
        unit = Unit.SHARE
    return FormField(
        owner=owner,
        name=field.name,
        shape=shape,
        path=place,
        unit=unit if shape in (Shape.INTEGER, Shape.NUMBER) else Unit.PLAIN,
        nullable=nullable,
        required=field.required,
        default=_default(field),
        **more,
    )


def _default(field: mi.Field) -> Any:
    if field.default is not msgspec.NODEFAULT:
        return msgspec.to_builtins(field.default)
    return field.default_factory() if callable(field.default_factory) else None


def _reference(entity: type[Any], place: str) -> Reference | None:
    known = REFERENCES.get(entity, ())
    return next((reference for reference in known if reference.path.removesuffix("[]") == place), None)


def _without_null(kind: mi.Type) -> tuple[mi.Type, bool]:
    if isinstance(kind, mi.Metadata):
        return _without_null(kind.type)
    if not isinstance(kind, mi.UnionType):
        return kind, False
    members = tuple(member for member in kind.types if not isinstance(member, mi.NoneType))
    nullable = len(members) < len(kind.types)
    return (members[0] if len(members) == 1 else mi.UnionType(members)), nullable


def _shape(kind: mi.Type) -> tuple[Shape, dict[str, Any]]:
    match kind:
        case mi.Metadata():
            return _shape(kind.type)
        case mi.StrType():
            return Shape.TEXT, {}
        case mi.BoolType():
            return Shape.SWITCH, {}
        case mi.IntType() | mi.FloatType():
            shape = Shape.INTEGER if isinstance(kind, mi.IntType) else Shape.NUMBER
            return shape, {"low": _first(kind.ge, kind.gt), "high": _first(kind.le, kind.lt)}
        case mi.LiteralType():
            return Shape.CHOICE, {"choices": tuple(str(value) for value in kind.values)}
        case mi.StructType():
            return Shape.STRUCT, {"structs": (kind.cls,)}
        case mi.UnionType():
            return Shape.STRUCT, {"structs": tuple(_struct(member) for member in kind.types)}
        case mi.VarTupleType():
            return _list(kind.item_type)
        case _:
            raise TypeError(f"no form for {kind}")


def _list(item: mi.Type) -> tuple[Shape, dict[str, Any]]:
    shape, more = _shape(item)
    lists = {
        Shape.TEXT: Shape.TEXTS,
        Shape.INTEGER: Shape.INTEGERS,
        Shape.CHOICE: Shape.FLAGS,
        Shape.STRUCT: Shape.STRUCTS,
    }
    return lists[shape], more


def _first(*bounds: float | None) -> float | None:
    return next((bound for bound in bounds if bound is not None), None)


def _struct(kind: mi.Type) -> type[Any]:
    assert isinstance(kind, mi.StructType)
    return kind.cls


def tag_of(kind: type[Any]) -> str:
    """The word by which a struct is told from the others of its union; empty if it is in none."""
    return str(kind.__struct_config__.tag or "")
