"""What stands after the `=`: units, ranges, factors, and what is refused."""

from __future__ import annotations

import pytest

from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.values import parse_values


@pytest.mark.parametrize(
    ("text", "unit", "numbers"),
    [
        ("1,2.5,5e3", "", [1.0, 2.5, 5000.0]),
        ("10Gbit/s,1MiB/s", "bits_per_s", [1e10, 8.0 * 1024**2]),
        ("1Gbit/s", "bytes_per_s", [1.25e8]),
        ("512MiB,1GB", "bytes", [512.0 * 1024**2, 1024.0**3]),
        ("20ms,2min", "s", [0.02, 120.0]),
        ("5%", "", [0.05]),
        ("2GHz", "mhz", [2000.0]),
        ("100..1000/10", "", [100.0 * n for n in range(1, 11)]),
        ("1..10Gbit/s/4", "bits_per_s", [1e9, 4e9, 7e9, 1e10]),
        ("1..100*3", "", [1.0, 10.0, 100.0]),
        ("x0.5,×2", "bytes", [0.5, 2.0]),
    ],
)
def test_numbers(text: str, unit: str, numbers: list[float]) -> None:
    found = [value.content for value in parse_values(text, unit)]
    assert found == pytest.approx(numbers)


def test_a_factor_is_no_number() -> None:
    assert [value.is_factor for value in parse_values("x2,2", "")] == [True, False]


@pytest.mark.parametrize(
    ("text", "unit", "key"),
    [
        ("", "", "sweep.values.empty"),
        ("1,,2", "", "sweep.values.empty"),
        ("10ms", "bytes", "sweep.values.unit"),
        ("1..5", "", "sweep.values.range"),
        ("1..5/1", "", "sweep.values.range"),
        ("a..b/3", "", "sweep.values.range"),
        ("0..5*3", "", "sweep.values.logarithmic"),
        ("1e999", "", "sweep.values.notFinite"),
        ("1..2/100000,3", "", "sweep.tooMany"),
    ],
)
def test_what_is_refused(text: str, unit: str, key: str) -> None:
    with pytest.raises(SweepError) as caught:
        parse_values(text, unit)
    assert caught.value.text.key == key
