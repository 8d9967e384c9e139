"""Layers of copy rates: nothing is lost, nothing is drawn outside its time."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from vmotion_gui.simulation.stacking import OTHERS, stacked
from vmotion_gui.simulation.status import Samples


def _samples(start_s: float, rates: list[float]) -> Samples:
    count = len(rates)
    nothing = np.zeros(count)
    return Samples(
        time_s=start_s + np.arange(count) * 0.5,
        copy_bytes_per_s=np.array(rates),
        dirty_bytes_per_s=nothing,
        remaining_bytes=nothing,
        guest_slowdown=nothing,
        disk_copy_bytes_per_s=nothing,
    )


_SERIES = st.dictionaries(
    st.text("abcdef", min_size=1, max_size=3),
    st.builds(_samples, st.floats(0.0, 50.0), st.lists(st.floats(0.0, 1e9), min_size=1, max_size=6)),
    max_size=9,
)


@given(_SERIES, st.integers(1, 8))
def test_whatever_is_gathered_the_top_is_the_sum(series: dict[str, Samples], most: int) -> None:
    """Σ layers at t = Σ rates at t, and there are no more layers than asked for."""
    stack, whole = stacked(series, most), stacked(series, len(series) + 1)
    assert len(stack.layers) <= most
    assert np.allclose(sum(stack.layers.values(), np.zeros(len(stack.time_s))), sum(whole.layers.values(), 0.0))
    edges = stack.edges()
    assert all(np.all(upper >= lower) for _name, lower, upper in edges)
    assert all(np.array_equal(one[2], other[1]) for one, other in itertools.pairwise(edges))


@given(_SERIES)
def test_a_layer_is_nothing_outside_its_time(series: dict[str, Samples]) -> None:
    stack = stacked(series, len(series) + 1)
    for id_, layer in stack.layers.items():
        times = series[id_].time_s
        outside = (stack.time_s < times[0]) | (stack.time_s > times[-1])
        assert not layer[outside].any()


def test_the_largest_keep_their_own_layer() -> None:
    """0.5 s at 4, at 1 and at 2 bytes/s: 2, 0.5 and 1 bytes."""
    series = {"m-1": _samples(0.0, [4.0, 4.0]), "m-2": _samples(0.0, [1.0, 1.0]), "m-3": _samples(0.0, [2.0, 2.0])}
    layers = stacked(series, 2).layers
    assert list(layers) == ["m-1", OTHERS]
    assert layers[OTHERS].max() == pytest.approx(3.0)
    assert stacked({}, 3).layers == {}
