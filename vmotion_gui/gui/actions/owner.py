"""Which window an action belongs to."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget


def window_of(part: QObject) -> QWidget | None:
    """The widget that a part of the window hangs on; dialogs open over it and go with it."""
    owner: QObject | None = part
    while owner is not None and not isinstance(owner, QWidget):
        owner = owner.parent()
    return owner
