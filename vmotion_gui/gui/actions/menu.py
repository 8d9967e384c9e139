"""Entries of a context menu as data, and the menu made of them.

An entry that cannot be used now is shown disabled, with the reason as its tooltip and status text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QMenu


@dataclass(frozen=True)
class Entry:
    """One entry: an action, a submenu, or a separator (no text)."""

    text: str = ""
    run: Callable[[], None] | None = None
    reason: str = ""
    """Why it cannot be used now; "" if it can."""
    hint: str = ""
    icon: QIcon | None = None
    shortcut: str = ""
    children: tuple[Entry, ...] = field(default=())
    fill: Callable[[], Sequence[Entry]] | None = None
    """Makes the submenu's entries when it is opened, where that costs something."""


SEPARATOR = Entry()


def fill_menu(menu: QMenu, entries: Sequence[Entry]) -> None:
    """Add the entries to a menu."""
    menu.setToolTipsVisible(True)
    for entry in entries:
        if not entry.text:
            menu.addSeparator()
        elif entry.children or entry.fill is not None:
            _add_submenu(menu, entry)
        else:
            _add_action(menu, entry)


def _add_submenu(menu: QMenu, entry: Entry) -> None:
    submenu = QMenu(entry.text, menu)
    menu.addMenu(submenu)
    submenu.setEnabled(not entry.reason)
    submenu.menuAction().setToolTip(entry.reason or entry.text)
    submenu.menuAction().setStatusTip(entry.reason)
    if entry.fill is None:
        fill_menu(submenu, entry.children)
        return
    fill = entry.fill

    def fill_once() -> None:
        if submenu.isEmpty():
            fill_menu(submenu, fill())

    submenu.aboutToShow.connect(fill_once)


def _add_action(menu: QMenu, entry: Entry) -> None:
    action = QAction(entry.text, menu)
    if entry.icon is not None:
        action.setIcon(entry.icon)
    action.setEnabled(not entry.reason and entry.run is not None)
    action.setToolTip(entry.reason or entry.hint or entry.text)
    action.setStatusTip(entry.reason or entry.hint)
    if entry.run is not None:
        run = entry.run
        action.triggered.connect(lambda: run())
    menu.addAction(action)
