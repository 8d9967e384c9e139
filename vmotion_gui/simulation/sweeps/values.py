"""What stands after the `=` of a variation: lists, ranges, factors and units."""

from __future__ import annotations

import re

import msgspec
import numpy as np

from vmotion_gui.messages import message
from vmotion_gui.simulation.sweeps.problems import SweepError

MAX_VALUES = 100_000
_NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
_QUANTITY = re.compile(rf"({_NUMBER})\s*(%|[A-Za-zµ][A-Za-z/]*)?")
_FACTOR = re.compile(rf"[x×]({_NUMBER})")
_RANGE = re.compile(r"(.+?)\.\.(.+)([/*])(\d{1,9})")

# as the program shows sizes: KB, MB and GB are powers of 1024, too
_SIZES = {"": 0, "k": 1, "m": 2, "g": 3, "t": 4}
_BYTES = {f"{p}{i}b": 1024.0**power for p, power in _SIZES.items() for i in ("i", "") if p or not i}
_BITS = {f"{p}bit/s": 1000.0**power for p, power in _SIZES.items()}
_BITS |= {f"{p}bps": 1000.0**power for p, power in _SIZES.items()}
_BYTES_PER_S = {f"{unit}/s": factor for unit, factor in _BYTES.items()}
UNITS: dict[str, dict[str, float]] = {
    "bits_per_s": _BITS | {unit: 8.0 * factor for unit, factor in _BYTES_PER_S.items()},
    "bytes_per_s": _BYTES_PER_S | {unit: factor / 8.0 for unit, factor in _BITS.items()},
    "pages_per_s": {"pages/s": 1.0, "/s": 1.0},
    "bytes": _BYTES,
    "mhz": {"mhz": 1.0, "ghz": 1000.0},
    "s": {"us": 1e-6, "µs": 1e-6, "ms": 1e-3, "s": 1.0, "min": 60.0, "h": 3600.0},
    "": {"%": 0.01},
}
"""By the unit that a field's name ends in: what one of a written unit is in it."""


class Value(msgspec.Struct, frozen=True):
    """One value of a variation: a number in the field's unit, a word, or a factor on what the lab has."""

    text: str
    content: float | str
    is_factor: bool = False
    rounded: bool = False
    """Whole-numbered fields take the nearest whole number: the value is a point of a range."""


def unit_of(field: str) -> str:
    """The unit that a field's name ends in, a key of `UNITS`."""
    return next((unit for unit in UNITS if unit and field.endswith(f"_{unit}")), "")


def parse_values(text: str, unit: str) -> tuple[Value, ...]:
    """The values of "1,2,5", "100..1000/10", "1..100*3", "x0.5,x2", "10Gbit/s", "on"; `unit` is a key of `UNITS`.

    SweepError for what cannot be read.
    """
    found = tuple(value for part in text.split(",") for value in _part(part.strip(), unit))
    if len(found) > MAX_VALUES:
        raise SweepError(message("sweep.tooMany", runs=len(found), most=MAX_VALUES))
    return found


def _part(text: str, unit: str) -> tuple[Value, ...]:
    if not text:
        raise SweepError(message("sweep.values.empty"))
    if ".." in text:
        return _range(text, unit)
    if factor := _FACTOR.fullmatch(text):
        return (Value(text, _finite(float(factor[1]), text), is_factor=True),)
    quantity = _QUANTITY.fullmatch(text)
    if quantity is None:
        return (Value(text, text),)
    return (Value(text, _finite(float(quantity[1]) * _scale(quantity[2], unit, text), text)),)


def _finite(number: float, text: str) -> float:
    if not np.isfinite(number):
        raise SweepError(message("sweep.values.notFinite", value=text))
    return number


def _scale(written: str | None, unit: str, text: str) -> float:
    if written is None:
        return 1.0
    scale = UNITS[unit].get(written.lower())
    if scale is None:
        raise SweepError(message("sweep.values.unit", value=text, unit=written, units=list(UNITS[unit])))
    return scale


def _range(text: str, unit: str) -> tuple[Value, ...]:
    found = _RANGE.fullmatch(text)
    if found is None:
        raise SweepError(message("sweep.values.range", value=text))
    ends = [_QUANTITY.fullmatch(end.strip()) for end in (found[1], found[2])]
    first, last = ends
    count = int(found[4])
    if first is None or last is None or not 2 <= count <= MAX_VALUES:
        raise SweepError(message("sweep.values.range", value=text))
    # "1..10Gbit/s/4": the first end's unit is the last one's
    low = _finite(float(first[1]) * _scale(first[2] or last[2], unit, text), text)
    high = _finite(float(last[1]) * _scale(last[2], unit, text), text)
    if found[3] == "*" and not (low > 0.0 and high > 0.0):
        raise SweepError(message("sweep.values.logarithmic", value=text))
    numbers = np.geomspace(low, high, count) if found[3] == "*" else np.linspace(low, high, count)
    return tuple(Value(f"{number:.6g}", number, rounded=True) for number in numbers.tolist())
