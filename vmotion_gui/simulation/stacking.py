"""Who uses the vMotion network: the copy rates of several migrations over one axis of time, one upon the other."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np

from vmotion_gui.simulation.status import FloatArray, Samples

OTHERS = ""
"""The layer of all migrations that have none of their own."""


class Stack(NamedTuple):
    """Layers from the bottom up."""

    time_s: FloatArray
    """(k,), ascending."""
    layers: dict[str, FloatArray]
    """Migration, or `OTHERS` -> (k,) its own bytes per second; not yet added up."""

    def edges(self) -> list[tuple[str, FloatArray, FloatArray]]:
        """Each layer with its lower and its upper edge, (k,) bytes per second."""
        below, found = np.zeros(len(self.time_s)), []
        for name, rates in self.layers.items():
            found.append((name, below, below + rates))
            below = below + rates
        return found


def stacked(series: Mapping[str, Samples], most: int) -> Stack:
    """The bytes per second that migrations copy, memory and disks, at all times at which any of them is known; 0 before
    and after each.

    At most `most` layers: those that carried most, in the order given, and the rest together on top.
    """
    filled = {id_: samples for id_, samples in series.items() if len(samples.time_s)}
    if not filled:
        return Stack(np.empty(0), {})
    time_s = np.unique(np.concatenate([_framed(samples.time_s) for samples in filled.values()]))
    rates = {id_: _at(samples, time_s) for id_, samples in filled.items()}
    if len(rates) <= most:
        return Stack(time_s, rates)
    carried = {id_: float(np.trapezoid(rate, time_s)) for id_, rate in rates.items()}
    own = set(sorted(carried, key=lambda id_: -carried[id_])[: most - 1])
    layers = {id_: rate for id_, rate in rates.items() if id_ in own}
    return Stack(time_s, {**layers, OTHERS: np.sum([rates[id_] for id_ in rates if id_ not in own], axis=0)})


def _framed(time_s: FloatArray) -> FloatArray:
    """With a moment before and after, so that a layer begins and ends upright."""
    first, last = float(time_s[0]), float(time_s[-1])
    return np.concatenate([[np.nextafter(first, -np.inf)], time_s, [np.nextafter(last, np.inf)]])


def _at(samples: Samples, time_s: FloatArray) -> FloatArray:
    rate = samples.copy_bytes_per_s + samples.disk_copy_bytes_per_s
    return np.interp(time_s, samples.time_s, rate, left=0.0, right=0.0)
