"""The axes speak the window's language."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale
from pytestqt.qtbot import QtBot

from vmotion_gui.gui.migration.axes import TimeAxis


@pytest.fixture
def locale() -> Iterator[None]:
    """Whatever a test sets, the next one finds the default."""
    before = QLocale()
    yield
    QLocale.setDefault(before)


@pytest.mark.parametrize(("code", "expected"), [("en", ["2.8 s", "1:02:05.2"]), ("de", ["2,8 s", "1:02:05,2"])])
def test_times(qtbot: QtBot, locale: None, code: str, expected: list[str]) -> None:
    QLocale.setDefault(QLocale(code))
    axis = TimeAxis("bottom")
    assert axis.tickStrings([2.8, 3725.2], 1.0, 0.1) == expected
    axis.deleteLater()
