"""Every way in which plain JSON data differs from the types of a document, all at once.

msgspec's decoder is fast and stops at the first error; this walks on. It reads the same types
(`msgspec.inspect`), so the two agree about what is allowed.
"""

from __future__ import annotations

import functools
import math
from collections.abc import Iterator
from typing import Any, TypeVar

import msgspec
from msgspec import inspect as mi

from vmotion_gui.inventory.problems import Problem, found, unknown_field
from vmotion_gui.messages import Message, message

T = TypeVar("T")


def type_problems(value: Any, kind: Any, place: str = "$") -> list[Problem]:
    """All problems of `value` (as the json module reads it) seen as a `kind` (any type that
    msgspec knows).
    """
    return list(_walk(value, _info(kind), place))


@functools.cache
def _info(kind: Any) -> mi.Type:
    return mi.type_info(kind)


def _walk(value: Any, kind: mi.Type, place: str) -> Iterator[Problem]:
    if isinstance(kind, mi.Metadata):
        yield from _walk(value, kind.type, place)
    elif isinstance(kind, mi.StructType):
        yield from _walk_struct(value, kind, place)
    elif isinstance(kind, mi.VarTupleType):
        yield from _walk_list(value, kind, place)
    elif isinstance(kind, mi.DictType):
        yield from _walk_dict(value, kind, place)
    elif isinstance(kind, mi.UnionType):
        yield from _walk_union(value, kind, place)
    elif not _fits(value, kind):
        yield _wrong(value, kind, place)


def _walk_struct(value: Any, kind: mi.StructType, place: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong(value, kind, place)
        return
    fields = {field.encode_name: field for field in kind.fields}
    for name, part in value.items():
        if name in fields:
            yield from _walk(part, fields[name].type, f"{place}.{name}")
        elif name != kind.tag_field:
            yield Problem(f"{place}.{name}", unknown_field(name, list(fields)))
    for name, field in fields.items():
        if field.required and name not in value:
            yield Problem(place, message("inventory.problem.missingField", field=name, allowed=allowed(field.type)))


def _walk_list(value: Any, kind: mi.VarTupleType, place: str) -> Iterator[Problem]:
    if not isinstance(value, list | tuple):
        yield _wrong(value, kind, place)
        return
    entries = kind.item_type.cls if isinstance(kind.item_type, mi.StructType) else None
    for index, item in enumerate(value):
        if entries is None or converts(item, entries) is None:
            yield from _walk(item, kind.item_type, f"{place}[{index}]")


def _walk_dict(value: Any, kind: mi.DictType, place: str) -> Iterator[Problem]:
    if not isinstance(value, dict):
        yield _wrong(value, kind, place)
        return
    for name, item in value.items():
        yield from _walk(item, kind.value_type, f"{place}[{found(name)}]")


def _walk_union(value: Any, kind: mi.UnionType, place: str) -> Iterator[Problem]:
    tagged = {member.tag: member for member in kind.types if isinstance(member, mi.StructType)}
    if not tagged:
        if not any(not list(_walk(value, member, place)) for member in kind.types):
            yield _wrong(value, kind, place)
        return
    if None in tagged:  # one struct or nothing, as no tag tells several apart
        if value is not None:
            yield from _walk_struct(value, tagged[None], place)
        return
    tag_field = next(member.tag_field for member in tagged.values())
    if not isinstance(value, dict):
        yield Problem(place, _wrong_text(value, message("inventory.allowed.object")))
    elif tag_field not in value:
        yield Problem(place, message("inventory.problem.missingField", field=tag_field, allowed=_one_of(tuple(tagged))))
    elif not isinstance(value[tag_field], str) or value[tag_field] not in tagged:
        yield Problem(f"{place}.{tag_field}", _wrong_text(value[tag_field], _one_of(tuple(tagged))))
    else:
        yield from _walk_struct(value, tagged[value[tag_field]], place)


def _fits(value: Any, kind: mi.Type) -> bool:
    match kind:
        case mi.AnyType():
            return True
        case mi.NoneType():
            return value is None
        case mi.BoolType():
            return isinstance(value, bool)
        case mi.IntType():
            return isinstance(value, int) and not isinstance(value, bool) and _in_range(value, kind)
        case mi.FloatType():
            number = isinstance(value, int | float) and not isinstance(value, bool)
            return number and math.isfinite(value) and _in_range(value, kind)
        case mi.StrType():
            return isinstance(value, str) and len(value) >= (kind.min_length or 0)
        case mi.LiteralType():
            return any(value == choice and type(value) is type(choice) for choice in kind.values)
        case _:
            raise TypeError(f"a lab document has no {kind!r}")


def _in_range(value: float, kind: mi.IntType | mi.FloatType) -> bool:
    return not (
        (kind.ge is not None and value < kind.ge)
        or (kind.gt is not None and value <= kind.gt)
        or (kind.le is not None and value > kind.le)
        or (kind.lt is not None and value >= kind.lt)
    )


def _wrong(value: Any, kind: mi.Type, place: str) -> Problem:
    return Problem(place, _wrong_text(value, allowed(kind)))


def _wrong_text(value: Any, allowed_: Message) -> Message:
    return message("inventory.problem.wrongValue", found=found(value), allowed=allowed_)


def _one_of(values: tuple[Any, ...]) -> Message:
    if len(values) == 1:
        return message("inventory.allowed.only", value=found(values[0]))
    return message("inventory.allowed.oneOf", values=[found(value) for value in values])


def allowed(kind: mi.Type) -> Message:
    """What a type allows, as a part of a sentence."""
    match kind:
        case mi.Metadata():
            return allowed(kind.type)
        case mi.BoolType():
            return message("inventory.allowed.boolean")
        case mi.IntType() | mi.FloatType():
            return _allowed_number(kind)
        case mi.StrType():
            return message("inventory.allowed.nonEmptyText" if kind.min_length else "inventory.allowed.text")
        case mi.LiteralType():
            return _one_of(tuple(kind.values))
        case mi.VarTupleType():
            return message("inventory.allowed.list")
        case mi.UnionType():
            return _allowed_union(kind)
        case mi.StructType() | mi.DictType():
            return message("inventory.allowed.object")
        case mi.NoneType():
            return message("inventory.allowed.null")
        case _:
            raise TypeError(f"a lab document has no {kind!r}")


def _allowed_union(kind: mi.UnionType) -> Message:
    tags = tuple(str(member.tag) for member in kind.types if isinstance(member, mi.StructType) and member.tag)
    if tags:
        return message("inventory.allowed.tagged", values=[found(tag) for tag in tags])
    others = [member for member in kind.types if not isinstance(member, mi.NoneType)]
    return message("inventory.allowed.orNull", allowed=allowed(others[0]))


def _allowed_number(kind: mi.IntType | mi.FloatType) -> Message:
    noun = message("inventory.allowed.integer" if isinstance(kind, mi.IntType) else "inventory.allowed.number")
    low = kind.ge if kind.ge is not None else kind.gt
    high = kind.le if kind.le is not None else kind.lt
    if low is None or high is None:
        return noun
    suffix = _RANGES[kind.ge is None, kind.le is None]
    return message(f"inventory.allowed.range{suffix}", noun=noun, low=_plain(low), high=_plain(high))


_RANGES = {(False, False): "", (True, False): "Above", (False, True): "Below", (True, True): "Between"}
"""(lower end excluded, upper end excluded) -> the sentence."""


def _plain(number: float) -> str:
    """Digits as they may stand in the document, whatever the language."""
    return str(number) if isinstance(number, int) else f"{number:g}"


def converts(value: Any, kind: type[T]) -> T | None:
    """`value` as a `kind`, or None where it is none."""
    try:
        return msgspec.convert(value, kind)
    except msgspec.ValidationError:
        return None
