"""What the domain says to people, without knowing any language.

Domain code emits a `Message`: a key and its arguments. A `Catalogue` turns it into a sentence of one language, from
`resources/messages/<language>/*.json`. So rules, events, faults and the command line need no Qt, and a test can hold
the catalogues against the keys that the code uses.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Mapping
from typing import Any

import msgspec

from vmotion_gui import resources

LANGUAGES = ("en", "de")


class Message(msgspec.Struct, frozen=True, gc=False):
    """A sentence to be made: its key in the catalogue and the values of its placeholders.

    Values are plain data (str, int, float, list of str, or another `Message`). A placeholder may carry a format:
    `{free:bytes}`, `{rate:bytes_per_s}`, `{t:seconds}`, `{n:count}`; see `Catalogue`.
    """

    key: str
    args: dict[str, Any] = {}


def message(key: str, **args: Any) -> Message:
    """Short form of `Message(key, args)`."""
    return Message(key, args)


_BYTE_UNITS = ("B", "KB", "MB", "GB", "TB", "PB")


class Catalogue:
    """The sentences of one language."""

    def __init__(self, language: str, texts: Mapping[str, str]) -> None:
        self.language = language
        self._texts = dict(texts)

    @property
    def keys(self) -> frozenset[str]:
        """Every key that this language has a sentence for."""
        return frozenset(self._texts)

    def template(self, key: str) -> str:
        """The sentence with its placeholders. KeyError for an unknown key."""
        return self._texts[key]

    def render(self, message: Message) -> str:
        """The sentence. A key without a sentence gives the key itself, so that nothing is ever silently empty."""
        template = self._texts.get(message.key)
        if template is None:
            return message.key
        return template.format_map({name: self._argument(value) for name, value in message.args.items()})

    def _argument(self, value: Any) -> Any:
        if isinstance(value, Message):
            return self.render(value)
        if isinstance(value, list | tuple):
            return ", ".join(str(self._argument(item)) for item in value)
        if isinstance(value, int | float) and not isinstance(value, bool):
            return _Quantity(value, self.language)
        return value

    def number(self, value: float, digits: int) -> str:
        """A number with this language's decimal mark and grouping."""
        return _localised(f"{value:,.{digits}f}", self.language)

    def quantity(self, value: float, unit: str) -> str:
        """A number as people read it; `unit` is one of bytes, bytes_per_s, bits_per_s, seconds, count."""
        return format(_Quantity(value, self.language), unit)


def _localised(text: str, language: str) -> str:
    return text.translate(str.maketrans(",.", ".,")) if language == "de" else text


class _Quantity:
    """A number that knows the formats of the sentences: `{x:bytes}` and its like."""

    def __init__(self, value: float, language: str) -> None:
        self._value = value
        self._language = language

    def __format__(self, spec: str) -> str:
        return _localised(self._plain(spec), self._language)

    def _plain(self, spec: str) -> str:
        if spec == "bytes":
            return _scaled(self._value, 1024.0, _BYTE_UNITS)
        if spec == "bytes_per_s":
            return _scaled(self._value, 1024.0, _BYTE_UNITS) + "/s"
        if spec == "bits_per_s":
            return _scaled(self._value, 1000.0, ("bit/s", "kbit/s", "Mbit/s", "Gbit/s", "Tbit/s"))
        if spec == "seconds":
            return _duration(self._value)
        if spec == "count":
            return f"{self._value:,.0f}"
        return (
            format(self._value, spec)
            if spec
            else f"{self._value:g}"
            if isinstance(self._value, float)
            else str(self._value)
        )

    def __str__(self) -> str:
        return format(self, "")


def _scaled(value: float, step: float, units: tuple[str, ...]) -> str:
    index = 0
    while abs(value) >= step and index < len(units) - 1:
        value, index = value / step, index + 1
    digits = 0 if index == 0 or abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:,.{digits}f} {units[index]}"


def _duration(seconds: float) -> str:
    if seconds < 1.0:
        return f"{seconds * 1000.0:.0f} ms"
    if seconds < 60.0:
        return f"{seconds:.1f} s"
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02d}:{rest:02d} h" if hours else f"{minutes}:{rest:02d} min"


@functools.cache
def catalogue(language: str) -> Catalogue:
    """The catalogue of a language ("en" or "de"), read once.

    Raises ValueError for a language that does not ship, or when two files give one key.
    """
    if language not in LANGUAGES:
        raise ValueError(f"no such language: {language!r}; there are {', '.join(LANGUAGES)}")
    texts: dict[str, str] = {}
    for file in sorted(resources.path(f"messages/{language}").glob("*.json")):
        part = json.loads(file.read_text(encoding="utf-8"))
        doubled = texts.keys() & part.keys()
        if doubled:
            raise ValueError(f"{file}: keys that another file gives too: {', '.join(sorted(doubled))}")
        texts.update(part)
    return Catalogue(language, texts)
