"""Opens the palette over a window."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu, QWidget

from vmotion_gui.gui.actions.objects import ObjectActions
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.palette.choices import from_entries, from_menus
from vmotion_gui.gui.palette.dialog import Palette


def open_palette(context: Context, menus: list[QMenu], actions: ObjectActions, parent: QWidget) -> Palette:
    """The palette with what can be done now: with the selected objects first, then what the menus hold."""
    ids = context.selection.ids
    subject = ", ".join(context.name(id_) for id_ in ids[-3:])
    choices = list(from_entries(actions.entries(ids), subject)) if ids else []
    palette = Palette(context, [*choices, *from_menus(menus)], parent)
    palette.open()
    return palette
