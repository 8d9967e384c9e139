"""Cells as they come out of spreadsheets, made into text, numbers and truth values.

What cannot be converted becomes None ("unknown"), never zero; the caller is told which cells those were.
"""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable, Sequence
from typing import Any

MIB = 1024**2

Raw = Any
"""str, float, int, bool, or a date or time, as python-calamine or the csv module give them."""
OnBad = Callable[[int, Raw], None]
"""Told the index and value of a cell that is not what its column should hold."""

_TRUE = frozenset(("true", "1", "yes", "y", "on", "wahr", "ja", "1.0"))
_FALSE = frozenset(("false", "0", "no", "n", "off", "falsch", "nein", "0.0"))
_SPACES = re.compile(r"[\s'’]")
"""Marks that group thousands and never separate decimals (\\s covers the no-break spaces too)."""
_GROUPED = re.compile(r"[+-]?[1-9]\d{0,2}(?P<mark>[.,])\d{3}((?P=mark)\d{3})*")
_DECIMAL = re.compile(
    r"(?P<whole>[+-]?(\d+|\d{1,3}(?P<mark>[.,])\d{3}((?P=mark)\d{3})*))((?!(?P=mark))[.,](?P<part>\d+))"
    r"|(?P<plain>[+-]?\d+)([.,](?P<rest>\d+))?"
)
_LARGEST = 1e15


def text(value: Raw) -> str:
    """The cell as text without surrounding space; whole numbers without a decimal point."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.date | datetime.time):
        return value.isoformat()
    return str(value)


def texts(values: Sequence[Raw]) -> list[str]:
    """A whole column as text."""
    return [value.strip() if type(value) is str else text(value) for value in values]


def number(value: str) -> float | None:
    """The number in a text, whatever thousands marks its writer's locale uses; None if there is none.

    A single mark before exactly three digits groups thousands: RVTools writes whole MiB, MHz and counts.
    """
    bare = _SPACES.sub("", value)
    if _GROUPED.fullmatch(bare):
        return float(bare.replace(".", "").replace(",", ""))
    found = _DECIMAL.fullmatch(bare)
    if found is None:
        return None
    whole = (found["whole"] or found["plain"]).replace(",", "").replace(".", "")
    return float(f"{whole}.{found['part'] or found['rest'] or 0}")


def counts(values: Sequence[Raw], on_bad: OnBad) -> list[int | None]:
    """A column of whole numbers from zero up; empty cells are None, and so is what is none (`on_bad` hears of it)."""
    return [_count(index, value, on_bad) for index, value in enumerate(values)]


def _count(index: int, value: Raw, on_bad: OnBad) -> int | None:
    if type(value) is str:
        if not value or value.isspace():
            return None
        found = number(value)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        found = float(value)
    else:
        found = None
    if found is None or not math.isfinite(found) or not 0 <= found < _LARGEST:
        if value is not None:
            on_bad(index, value)
        return None
    return round(found)


def limits(values: Sequence[Raw], on_bad: OnBad) -> list[int | None]:
    """A column of limits: -1 means none, as an empty cell does."""
    return counts([None if text(value) == "-1" else value for value in values], on_bad)


def truths(values: Sequence[Raw], on_bad: OnBad) -> list[bool | None]:
    """A column of True/False, 1/0, yes/no in any case; empty cells are None, and so is what is none of them."""
    known: dict[Any, bool | None] = {}
    result = []
    for index, value in enumerate(values):
        if value not in known:
            known[value] = _truth(value)
        found = known[value]
        if found is None and value not in ("", None):
            on_bad(index, value)
        result.append(found)
    return result


def _truth(value: Raw) -> bool | None:
    word = text(value).casefold()
    return True if word in _TRUE else False if word in _FALSE else None
