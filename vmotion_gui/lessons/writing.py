"""A lesson as the text of a file that people read on: what has been written is read as the very same lesson."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

import msgspec

from vmotion_gui.lessons.document import Lesson

WIDTH: Final = 120
"""Longer lists are written an item a line, as far as they can be broken."""
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_LANGUAGES = ("en", "de")
_ESCAPES = {"\b": "\\b", "\t": "\\t", "\n": "\\n", "\f": "\\f", "\r": "\\r", '"': '\\"', "\\": "\\\\"}
_TABLES = frozenset(("numbers", "sources", "steps", "prediction", "choices", "exercise", "goals", "solution"))
"""Fields that are written as tables of their own, below everything else of the part that they belong to."""


class NotWritableError(ValueError):
    """A value that no lesson file can hold: something without a value, or a number beyond 64 bits."""


def lesson_text(lesson: Lesson) -> str:
    """The TOML of a lesson, every line ended. NotWritableError if it holds what TOML has no word for."""
    return "\n".join(_table(_plain(lesson), "")).strip("\n") + "\n"


def _plain(value: Any) -> Any:
    """Dictionaries, lists and plain values. A field without a value is left out where it has none by default."""
    if isinstance(value, msgspec.Struct):
        config = value.__struct_config__
        found: dict[str, Any] = {config.tag_field: config.tag} if config.tag_field is not None else {}
        for field in msgspec.structs.fields(value):
            held = getattr(value, field.name)
            if held is None and field.default is None:
                continue
            if not (config.omit_defaults and _is_default(field, held)):
                found[field.encode_name] = _plain(held)
        return found
    if isinstance(value, dict):
        return {key: _plain(held) for key, held in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(held) for held in value]
    return value


def _is_default(field: msgspec.structs.FieldInfo, value: Any) -> bool:
    if field.default_factory is not msgspec.NODEFAULT:
        return bool(value == field.default_factory())
    return field.default is not msgspec.NODEFAULT and type(value) is type(field.default) and value == field.default


# --- tables -------------------------------------------------------------------------------------------------


def _table(fields: dict[str, Any], place: str) -> Iterator[str]:
    below: dict[str, Any] = {}
    for name, value in fields.items():
        if name in _TABLES and _is_tables(value):
            below[name] = value
        else:
            yield from _entry(name, value)
    for name, value in below.items():
        inner = f"{place}.{name}" if place else name
        for part in value if isinstance(value, list) else (value,):
            yield ""
            yield f"[[{inner}]]" if isinstance(value, list) else f"[{inner}]"
            yield from _table(part, inner)


def _is_tables(value: Any) -> bool:
    if isinstance(value, list):
        return bool(value) and all(isinstance(part, dict) for part in value)
    return isinstance(value, dict) and bool(value)


def _entry(name: str, value: Any) -> Iterator[str]:
    line = f"{_key(name)} = {_inline(value)}"
    is_text = isinstance(value, dict) and tuple(value) == _LANGUAGES
    if is_text and (len(line) > WIDTH or any("\n" in value[code] for code in _LANGUAGES)):
        for code in _LANGUAGES:
            yield f"{_key(name)}.{code} = {_long(value[code])}"
    elif isinstance(value, list) and len(line) > WIDTH:
        yield f"{_key(name)} = ["
        yield from (f"    {_inline(item)}," for item in value)
        yield "]"
    else:
        yield line


# --- values -------------------------------------------------------------------------------------------------


def _key(name: str) -> str:
    return name if _BARE.fullmatch(name) else _quoted(name)


def _inline(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return _string(value)
    if isinstance(value, int) and -(1 << 63) <= value < 1 << 63:
        return str(value)
    if isinstance(value, float):
        return repr(value)
    if isinstance(value, list):
        return f"[{', '.join(map(_inline, value))}]"
    if isinstance(value, dict):
        inner = ", ".join(f"{_key(key)} = {_inline(held)}" for key, held in value.items())
        return f"{{ {inner} }}" if inner else "{}"
    raise NotWritableError(repr(value))


def _string(text: str) -> str:
    """Expressions have quotation marks of their own, and stand between single ones."""
    literal = '"' in text and "'" not in text and all(letter.isprintable() for letter in text)
    return f"'{text}'" if literal else _quoted(text)


def _quoted(text: str) -> str:
    return '"' + "".join(map(_escaped, text)) + '"'


def _escaped(letter: str) -> str:
    if letter in _ESCAPES:
        return _ESCAPES[letter]
    return f"\\u{ord(letter):04x}" if ord(letter) < 0x20 or ord(letter) == 0x7F else letter


def _long(text: str) -> str:
    """A text of many lines, each of which stands as it is."""
    if "\n" not in text:
        return _quoted(text)
    lines = ("".join(letter if letter == '"' else _escaped(letter) for letter in line) for line in text.split("\n"))
    body = "\n".join(lines).replace('"""', '""\\"')
    if body.endswith('"'):
        body = body[:-1] + '\\"'
    return f'"""\n{body}"""'
