"""Ctrl+K: what is found by a few letters, what is done, and why something cannot be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vmotion_gui.gui.palette.choices import Choice
from vmotion_gui.gui.palette.dialog import Palette
from vmotion_gui.gui.palette.fuzzy import FuzzyIndex
from vmotion_gui.gui.window import MainWindow


def opened(window: MainWindow, qtbot: QtBot) -> Palette:
    window.activateWindow()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    (palette,) = window.findChildren(Palette)
    return palette


def lines(palette: Palette) -> list[Choice]:
    return [palette.list.item(row).data(Qt.ItemDataRole.UserRole) for row in range(palette.list.count())]


def typed(palette: Palette, qtbot: QtBot, text: str) -> list[Choice]:
    qtbot.keyClicks(palette.text, text)
    palette.search()
    return lines(palette)


@pytest.mark.parametrize(
    ("query", "best"),
    [("emm", "Enter Maintenance Mode"), ("enter", "Enter Maintenance Mode"), ("mig", "Migrate…"), ("web-02", "web-02")],
)
def test_the_best_comes_first(query: str, best: str) -> None:
    texts = ["Them sell them", "Enter Maintenance Mode", "Emigrate", "Migrate…", "web-02x", "web-02", "old web-02"]
    assert texts[FuzzyIndex(texts).find(query)[0]] == best


@given(st.lists(st.text(alphabet="abc -\n", max_size=8), max_size=12), st.text(alphabet="abc", min_size=1, max_size=4))
def test_everything_with_these_letters_in_order_is_found_and_nothing_else(texts: list[str], query: str) -> None:
    def holds(text: str) -> bool:
        rest = iter(text)
        return all(letter in rest for letter in query)

    assert sorted(FuzzyIndex(texts).find(query)) == [n for n, text in enumerate(texts) if holds(text)]


def test_signs_with_a_meaning_elsewhere_are_letters_here() -> None:
    texts = ["a^b", "a]b", "a-b", "a.b", "ab"]
    for letter in "^]-.":
        assert [texts[n] for n in FuzzyIndex(texts).find(f"a{letter}b")] == [f"a{letter}b"]


def test_an_object_is_selected_by_name_and_enter(window: MainWindow, qtbot: QtBot) -> None:
    palette = opened(window, qtbot)
    found = typed(palette, qtbot, "esx-07.hq")
    assert any(choice.text.startswith("esx-07.hq") for choice in found)
    while not palette.list.currentItem().data(Qt.ItemDataRole.UserRole).text.startswith("esx-07.hq"):
        qtbot.keyClick(palette.text, Qt.Key.Key_Down)
    with qtbot.waitSignal(window.context.selection.changed):
        qtbot.keyClick(palette.text, Qt.Key.Key_Return)
    assert window.context.selection.current == "host-7"


def test_an_action_of_the_selected_object_is_done(window: MainWindow, qtbot: QtBot) -> None:
    window.context.selection.select(["vm-web-01"])
    palette = opened(window, qtbot)
    first = typed(palette, qtbot, "power off")[0]
    assert first.text == "Power › Power Off"
    assert first.detail == "web-01"
    qtbot.keyClick(palette.text, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.context.session.inventory.vms["vm-web-01"].power_state == "poweredOff")


def test_what_cannot_be_done_is_listed_with_its_reason_and_stays_undone(window: MainWindow, qtbot: QtBot) -> None:
    window.context.selection.select(["host-1"])
    palette = opened(window, qtbot)
    first = typed(palette, qtbot, "exit maintenance")[0]
    assert "not in maintenance mode" in first.reason
    qtbot.keyClick(palette.text, Qt.Key.Key_Return)
    assert palette.isVisible()
    assert window.context.session.inventory.hosts["host-1"].maintenance_state == "normal"
    qtbot.keyClick(palette, Qt.Key.Key_Escape)


def test_every_action_of_the_menus_is_offered_with_its_keys(window: MainWindow, qtbot: QtBot) -> None:
    offered = {choice.text: choice for choice in opened(window, qtbot)._actions}
    assert offered["Save as…"].keys == "Ctrl+Shift+S"
    assert offered["Dark"].detail == "View › Theme"
    assert {"Migrate…", "Quit", "Keys", "Pick up"} <= set(offered)
    assert all(choice.run is not None or choice.reason for choice in offered.values())


def test_disabled_actions_say_why(window: MainWindow, qtbot: QtBot) -> None:
    disabled = [choice for choice in opened(window, qtbot)._actions if choice.reason]
    assert disabled
    assert all(choice.reason.strip() for choice in disabled)
