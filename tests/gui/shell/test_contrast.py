"""What is read stands out from what lies behind it (WCAG 2.2: relative luminance and contrast ratio)."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QColor

from vmotion_gui.gui.theme import CONTRAST, DARK, LIGHT, Theme

_BEHIND = ("background", "panel", "raised")
_WORDS = ("text", "muted", "info", "warning_text", "alert", "simulated")


def _luminance(colour: str) -> float:
    parts = [QColor(colour).redF(), QColor(colour).greenF(), QColor(colour).blueF()]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _ratio(one: str, other: str) -> float:
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def test_the_ratio_is_that_of_the_standard() -> None:
    assert _ratio("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert _ratio("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)  # the best known near miss


@pytest.mark.parametrize(("theme", "least"), [(LIGHT, 4.5), (DARK, 4.5), (CONTRAST, 7.0)])
def test_words_stand_out(theme: Theme, least: float) -> None:
    """Success criterion 1.4.6 (7 to 1) for high contrast; 1.4.3 (4.5 to 1) for the others."""
    ratios = {(w, b): _ratio(getattr(theme, w), getattr(theme, b)) for w in _WORDS for b in _BEHIND}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}
    assert _ratio(theme.selection, theme.selection_text) >= min(least, 4.5)


def test_shapes_stand_out_in_high_contrast() -> None:
    """Success criterion 1.4.11: 3 to 1 for what is no text."""
    shapes = ("border", "grid", "normal", "warning", "neutral", "selection", "dirty", "in_flight", "clean")
    assert all(_ratio(getattr(CONTRAST, shape), CONTRAST.background) >= 3.0 for shape in shapes)
