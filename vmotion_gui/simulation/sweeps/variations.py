"""What a sweep varies, and the labs that come of it."""

from __future__ import annotations

import itertools
import math
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab, LabDocument
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.messages import message
from vmotion_gui.simulation.sweeps.fields import Target, target_of
from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.values import Value, parse_values

MAX_RUNS = 100_000
_WORDS = {"on": True, "true": True, "yes": True, "off": False, "false": False, "no": False, "none": None}
Point = tuple[Value, ...]


class Variation(msgspec.Struct, frozen=True):
    """A path and the values that it takes, in the order given."""

    path: str
    values: tuple[Value, ...]


def parse_variation(text: str) -> Variation:
    """The variation of "vm.workload.rate=100,200". SweepError for a bad path or bad values."""
    path, mark, values = text.partition("=")
    if not mark:
        raise SweepError(message("sweep.form", text=text))
    target = target_of(path.strip())
    return Variation(target.path, parse_values(values, target.unit))


def points_of(variations: Sequence[Variation], seeds: int) -> Iterator[Point]:
    """Every combination of values, the last variation's changing fastest.

    SweepError if a path is varied twice, or with `seeds` runs of each point there are more than MAX_RUNS runs.
    """
    paths = [variation.path for variation in variations]
    for path in paths:
        if paths.count(path) > 1:
            raise SweepError(message("sweep.path.twice", path=path))
    runs = math.prod(len(variation.values) for variation in variations) * seeds
    if runs > MAX_RUNS:
        raise SweepError(message("sweep.tooMany", runs=runs, most=MAX_RUNS))
    return itertools.product(*(variation.values for variation in variations))


def varied(lab: Lab, paths: Sequence[str], point: Point) -> Lab:
    """The lab with a point's values. SweepError if one does not fit its field or the lab is not valid with them."""
    for path, value in zip(paths, point, strict=True):
        lab = _with_value(lab, target_of(path), value)
    if point and (problems := validate_lab(lab)):
        settings = [f"{path}={value.text}" for path, value in zip(paths, point, strict=True)]
        raise SweepError(message("sweep.invalid", point=settings, place=problems[0].place, text=problems[0].text))
    return lab


def with_random_pages(lab: Lab) -> Lab:
    """The lab whose runs differ from seed to seed in how many pages are dirtied."""
    settings = msgspec.structs.replace(lab.profile_settings or ProfileSettings(), random_pages=True)
    return msgspec.structs.replace(lab, profile_settings=settings)


def _with_value(lab: Lab, target: Target, value: Value) -> Lab:
    try:
        changed = target.change(lab, lambda old: _new(target, value, old))
        # the profile's name is the only field that is not set through its type
        msgspec.convert(changed.profile, _PROFILE_TYPE)
    except msgspec.ValidationError as error:
        text = message("sweep.values.unfit", value=value.text, path=target.path, reason=str(error))
        raise SweepError(text) from error
    return changed


(_PROFILE_TYPE,) = (field.type for field in msgspec.structs.fields(LabDocument) if field.name == "profile")


def _new(target: Target, value: Value, old: Any) -> Any:
    if isinstance(value.content, str):
        return _WORDS.get(value.content.lower(), value.content)
    number = value.content
    if value.is_factor:
        if isinstance(old, bool) or not isinstance(old, int | float):
            raise SweepError(message("sweep.values.noFactor", path=target.path, value=value.text))
        number *= old
    if isinstance(old, int) and (value.is_factor or value.rounded):
        return round(number)
    return int(number) if number.is_integer() else number
