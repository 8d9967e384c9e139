"""Series as inline vector charts: no script, colours from the page's style, told apart by dashes as well."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Sequence

import numpy as np

from vmotion_gui.lessons.pages.markup import Markup, element
from vmotion_gui.messages import Catalogue
from vmotion_gui.simulation.status import FloatArray

WIDTH, HEIGHT = 720, 220
_LEFT, _RIGHT, _TOP, _BOTTOM = 78, 12, 18, 30
_COLUMNS = 600
_MOST_MARKS = 14
_BEFORE = 0.02
_LEAST = 1e-6
"""What is less than that in any unit is nothing."""


@dataclasses.dataclass(frozen=True)
class Curve:
    """One line of a chart. `kind` names its looks in the page's style: copy, dirty, disk, remaining."""

    name: str
    kind: str
    values: FloatArray


@dataclasses.dataclass(frozen=True)
class Chart:
    """What a chart shows. `time_s` (n,), as the curves' values; `unit` as of `Catalogue.quantity`; `marks` are moments
    with a short label each."""

    title: str
    unit: str
    time_s: FloatArray
    curves: Sequence[Curve]
    marks: Sequence[tuple[float, str]] = ()


def drawn(chart: Chart, words: Catalogue) -> Markup:
    """A figure with a title, a legend and the chart; nothing for a series without points."""
    if len(chart.time_s) < 2:
        return Markup("")
    plot = _Plot(chart)
    lines = [plot.line(curve) for curve in chart.curves]
    label = f"{chart.title}: {', '.join(curve.name for curve in chart.curves)}"
    picture = element(
        "svg",
        *plot.grid(words),
        *(lines if plot.top else ()),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_label=label,
    )
    keys = (_key(curve) for curve in chart.curves)
    caption = element("figcaption", element("strong", chart.title), *keys)
    return element("figure", caption, picture)


def _key(curve: Curve) -> Markup:
    sample = element("path", d="M0 5H28", class_=f"curve {curve.kind}")
    picture = element("svg", sample, viewBox="0 0 28 10", class_="sample", aria_hidden="true")
    return element("span", picture, f" {curve.name}", class_="key")


class _Plot:
    """Where values come to lie."""

    def __init__(self, chart: Chart) -> None:
        self._chart = chart
        self._from_s, self._to_s = float(chart.time_s[0]), float(chart.time_s[-1])
        highest = max(float(_finite(curve.values).max()) for curve in chart.curves)
        self.top = highest if highest >= _LEAST else 0.0

    def _x(self, time_s: float) -> float:
        share = (time_s - self._from_s) / ((self._to_s - self._from_s) or 1.0)
        return _LEFT + share * (WIDTH - _LEFT - _RIGHT)

    def _y(self, value: float) -> float:
        room = HEIGHT - _TOP - _BOTTOM
        return HEIGHT - _BOTTOM - (value / self.top if self.top else 0.0) * room

    def grid(self, words: Catalogue) -> list[Markup]:
        parts = []
        for value in _ticks(self.top, self._chart.unit):
            y = self._y(value)
            text = words.quantity(value, self._chart.unit) if value else "0"
            parts.append(element("path", d=f"M{_LEFT} {y:.1f}H{WIDTH - _RIGHT}", class_="grid"))
            parts.append(element("text", text, x=_LEFT - 6, y=f"{y + 4:.1f}", text_anchor="end"))
        for time_s in _times(self._from_s, self._to_s):
            x = self._x(time_s)
            text = words.quantity(time_s, "seconds") if time_s else "0 s"
            parts.append(element("text", text, x=f"{x:.1f}", y=HEIGHT - 10, text_anchor="middle"))
        # a series may begin a moment after the first pass
        since_s = self._from_s - _BEFORE * (self._to_s - self._from_s)
        shown = [(time_s, text) for time_s, text in self._chart.marks if since_s <= time_s <= self._to_s]
        for time_s, text in shown if len(shown) <= _MOST_MARKS else ():
            x = self._x(max(time_s, self._from_s))
            parts.append(element("path", d=f"M{x:.1f} {_TOP}V{HEIGHT - _BOTTOM}", class_="mark"))
            parts.append(element("text", text, x=f"{x + 3:.1f}", y=_TOP - 5, class_="mark"))
        return parts

    def line(self, curve: Curve) -> Markup:
        times, values = thinned(self._chart.time_s, curve.values)
        points = (f"{self._x(float(t)):.1f} {self._y(float(v)):.1f}" for t, v in zip(times, values, strict=True))
        return element("path", d="M" + "L".join(points), class_=f"curve {curve.kind}")


def thinned(times: FloatArray, values: FloatArray) -> tuple[FloatArray, FloatArray]:
    """At most 4 points for each of 600 columns: of each its first, lowest, highest and last, so that no peak is lost.

    Shapes (n,) and (n,); nan is taken for 0. Ascending times stay ascending.
    """
    values = _finite(values)
    if len(times) <= 2 * _COLUMNS:
        return times, values
    kept: list[int] = []
    for column in np.array_split(np.arange(len(times)), _COLUMNS):
        part = values[column]
        kept += sorted({int(column[0]), int(column[part.argmin()]), int(column[part.argmax()]), int(column[-1])})
    return times[kept], values[kept]


def _finite(values: FloatArray) -> FloatArray:
    return np.nan_to_num(values, posinf=0.0, neginf=0.0)


def _ticks(top: float, unit: str) -> list[float]:
    """Round values from 0 to the top, three to five of them; powers of two for bytes."""
    if top <= 0.0:
        return [0.0]
    step = 2.0 ** math.ceil(math.log2(top / 4.0)) if unit.startswith("bytes") else _round_step(top / 4.0)
    return [index * step for index in range(int(top / step) + 1)]


def _times(from_s: float, to_s: float) -> list[float]:
    span_s = to_s - from_s
    if span_s <= 0.0:
        return [from_s]
    step_s = _round_step(span_s / 6.0)
    first = math.ceil(from_s / step_s)
    return [index * step_s for index in range(first, math.floor(to_s / step_s) + 1)]


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(factor * power for factor in (1.0, 2.0, 5.0, 10.0) if factor * power >= least * (1.0 - 1e-9))
