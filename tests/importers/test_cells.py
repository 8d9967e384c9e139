"""What cells of spreadsheets mean."""

from __future__ import annotations

import datetime
from typing import Any

import pytest

from vmotion_gui.importers import cells


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("12", 12.0),
        ("12.5", 12.5),
        ("1,234", 1234.0),
        ("1.234", 1234.0),
        ("1.234.567", 1234567.0),
        ("1,234,567.5", 1234567.5),
        ("1.234.567,5", 1234567.5),
        ("1 234 567", 1234567.0),
        ("1\u202f234\u00a0567", 1234567.0),
        ("1'234'567", 1234567.0),
        ("3,5", 3.5),
        ("0.34375", 0.34375),
        ("-1", -1.0),
        ("n/a", None),
        ("12 MiB", None),
        ("1.2.3.4", None),
        ("", None),
        ("1e5", None),
        ("--", None),
        (",", None),
    ],
)
def test_numbers_in_the_spelling_of_any_locale(text: str, value: float | None) -> None:
    assert cells.number(text) == value


def test_a_column_that_mixes_text_and_numbers() -> None:
    bad: list[tuple[int, Any]] = []
    values = [4096.0, "4,096", "", None, "lots", -5.0, float("nan"), True, "  7 "]
    assert cells.counts(values, lambda index, value: bad.append((index, value))) == [
        4096,
        4096,
        None,
        None,
        None,
        None,
        None,
        None,
        7,
    ]
    assert [index for index, _ in bad] == [4, 5, 6, 7]


def test_limits_say_none_as_minus_one() -> None:
    assert cells.limits([-1.0, "-1", 500.0, ""], lambda *_: pytest.fail("-1 is no bad cell")) == [None, None, 500, None]


def test_truth_in_all_its_spellings() -> None:
    bad: list[int] = []
    values = ["True", "FALSE", "1", 0.0, "yes", "Nein", "", True, "maybe"]
    found = cells.truths(values, lambda index, _: bad.append(index))
    assert found == [True, False, True, False, True, False, None, True, None]
    assert bad == [8]


def test_texts() -> None:
    values = [" a ", 5.0, 0.5, None, datetime.datetime(2025, 5, 1, 8, 0, tzinfo=datetime.UTC)]
    assert cells.texts(values) == ["a", "5", "0.5", "", "2025-05-01T08:00:00+00:00"]
