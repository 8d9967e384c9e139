"""What the palette offers: the menu bar's actions, those of the selected objects, and every object."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import QAction, QIcon, QKeySequence
from PySide6.QtWidgets import QMenu

from vmotion_gui.gui.actions.menu import Entry


@dataclass(frozen=True)
class Choice:
    """One line of the palette."""

    text: str
    detail: str = ""
    """Where it is found: the menu, the selected object; for an object its kind and place."""
    keys: str = ""
    reason: str = ""
    """Why it cannot be done now; "" if it can."""
    icon: QIcon | None = None
    run: Callable[[], object] | None = None


def from_menus(menus: Iterable[QMenu]) -> Iterator[Choice]:
    """The actions of menus and their submenus."""
    for menu in menus:
        yield from _from_menu(menu, _plain(menu.menuAction().text()))


def _from_menu(menu: QMenu, path: str) -> Iterator[Choice]:
    menu.aboutToShow.emit()
    for action in menu.actions():
        submenu = action.menu()
        if isinstance(submenu, QMenu):
            yield from _from_menu(submenu, f"{path} › {_plain(action.text())}")
        elif action.text() and not action.isSeparator():
            yield _from_action(action, path)


def _from_action(action: QAction, path: str) -> Choice:
    text = _plain(action.text())
    if action.isCheckable() and action.isChecked():
        text = f"{text} ✓"
    keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    reason = "" if action.isEnabled() else action.statusTip() or _tooltip(action) or path
    return Choice(text, path, keys, reason, action.icon(), action.trigger)


def _tooltip(action: QAction) -> str:
    return "" if _plain(action.text()) == action.toolTip() else action.toolTip()


def _plain(text: str) -> str:
    return text.replace("&", "")


def from_entries(entries: Sequence[Entry], subject: str, path: str = "") -> Iterator[Choice]:
    """The actions of the selected objects, those of submenus with the submenu's name before them."""
    for entry in entries:
        text = f"{path}{entry.text}"
        if entry.children:
            children = [replace(child, reason=child.reason or entry.reason) for child in entry.children]
            yield from from_entries(children, subject, f"{text} › ")
        elif entry.fill is not None and not entry.reason:
            yield from from_entries(entry.fill(), subject, f"{text} › ")
        elif entry.text:
            yield Choice(text, subject, entry.shortcut, entry.reason, entry.icon, entry.run)
