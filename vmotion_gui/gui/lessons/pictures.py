"""The pictures of lessons: icons that the window has anyway."""

from __future__ import annotations

from typing import get_args

from PySide6.QtGui import QIcon

from vmotion_gui.gui.icons import glyph, level_icon, object_icon
from vmotion_gui.gui.objects import State
from vmotion_gui.gui.theme import Theme
from vmotion_gui.lessons.document import Icon

_OBJECTS = ("vm", "host", "datastore", "link")
_GLYPHS = {"memory": "redo", "migrate": "next", "compare": "branch"}
_LEVELS = {"warning": "warning", "error": "error"}
_HOSTS: dict[str, State] = {"maintenance": "maintenance", "cancel": "notResponding"}


def lesson_icon(name: str, theme: Theme) -> QIcon:
    """The icon of a lesson by the name in its file."""
    if name in _GLYPHS:
        return glyph(_GLYPHS[name], theme)
    if name in _LEVELS:
        return level_icon(_LEVELS[name], theme)
    if name in _HOSTS:
        return object_icon("host", _HOSTS[name], theme)
    return object_icon(name if name in _OBJECTS else "vm", "normal", theme)  # type: ignore[arg-type]  # one of _OBJECTS


NAMES = get_args(Icon)
"""All names that a lesson may give."""
