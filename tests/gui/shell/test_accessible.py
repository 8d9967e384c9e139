"""What a screen reader finds: every widget that takes the keyboard says what it is, in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QDialog,
    QMenu,
    QScrollBar,
    QTabBar,
    QTabWidget,
    QWidget,
)

from vmotion_gui.gui.window import MainWindow

_BY_CONTENT = (QTabBar, QTabWidget, QScrollBar)
"""They are told by what they hold or belong to."""


def unnamed(top: QWidget) -> list[str]:
    """Visible widgets that take the focus by Tab and have no name, with the way to them."""
    found = []
    for widget in [top, *top.findChildren(QWidget)]:
        if not widget.isVisibleTo(top) or not widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            continue
        if isinstance(widget, _BY_CONTENT) or widget.objectName().startswith("qt_"):
            continue
        parent = widget.parentWidget()
        if isinstance(parent, QAbstractScrollArea) and parent.viewport() is widget:
            continue  # part of what it belongs to
        interface = QAccessible.queryAccessibleInterface(widget)
        if interface is None or not interface.text(QAccessible.Text.Name).strip():
            found.append(_way_to(widget))
    return found


def _way_to(widget: QWidget) -> str:
    names = []
    here: QWidget | None = widget
    while here is not None:
        names.append(here.objectName() or type(here).__name__)
        here = here.parentWidget()
    return " < ".join(names[:5])


def children_of(interface: QAccessibleInterface) -> Iterator[QAccessibleInterface]:
    for index in range(interface.childCount()):
        child = interface.child(index)
        if child is not None:
            yield child


_DIALOGS: dict[str, Callable[[MainWindow], QWidget]] = {
    "settings": lambda window: window.show_settings(),
    "palette": lambda window: window.show_palette(),
    "possibilities": lambda window: window.possibilities.show(),
    "maintenance": lambda window: window.maintenance.plan("host-9"),
    "migrate": lambda window: _opened(window, lambda: window.parts.drag.open_wizard(["vm-web-01"])),
    "edit": lambda window: _opened(window, lambda: window.editor.edit("host-9")),
}


def _opened(window: MainWindow, act: Callable[[], object]) -> QWidget:
    before = set(window.findChildren(QDialog))
    act()
    (made,) = set(window.findChildren(QDialog)) - before
    return made


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_place_of_the_window_has_a_name(window: MainWindow, language: str) -> None:
    window.context.language.choose(language)
    window.context.selection.select(["host-1"])
    missing = {}
    for index in range(window.tabs.count()):
        window.tabs.setCurrentIndex(index)
        missing[f"tab {index}"] = unnamed(window)
    for dock in window.docks.all():
        dock.show()
        dock.raise_()
        missing[dock.objectName()] = unnamed(window)
    assert not sorted({way for ways in missing.values() for way in ways})


@pytest.mark.parametrize("name", _DIALOGS)
def test_every_place_of_a_dialog_has_a_name(window: MainWindow, name: str) -> None:
    dialog = _DIALOGS[name](window)
    assert not unnamed(dialog)
    dialog.close()


def test_every_action_of_the_menus_is_reached_and_named(window: MainWindow) -> None:
    """From the menu bar down, as a screen reader goes: each entry has its name, and each action is found."""
    bar = QAccessible.queryAccessibleInterface(window.menuBar())
    assert bar is not None
    titles = [child.text(QAccessible.Text.Name) for child in children_of(bar)]
    assert all(titles)
    assert len(titles) == len(window.menus.all())
    for menu in window.menus.all():
        _reach(menu)


def _reach(menu: QMenu) -> None:
    interface = QAccessible.queryAccessibleInterface(menu)
    assert interface is not None
    told = [child.text(QAccessible.Text.Name) for child in children_of(interface)]
    wanted = [action for action in menu.actions() if not action.isSeparator()]
    for action in wanted:
        plain = action.text().replace("&", "")
        assert plain in told, f"{plain} in {menu.title()}"
        inner = action.menu()
        if isinstance(inner, QMenu):
            _reach(inner)


def test_every_button_of_the_bars_can_be_pressed_by_a_screen_reader(window: MainWindow) -> None:
    for button in window.findChildren(QAbstractButton):
        if button.isVisible() and button.isEnabled():
            interface = QAccessible.queryAccessibleInterface(button)
            assert interface is not None
            actions = interface.actionInterface()
            assert actions is not None
            assert actions.actionNames(), _way_to(button)
