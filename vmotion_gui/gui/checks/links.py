"""Links from a reason to its explanation; any label or text browser that opens external links can carry one."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QCoreApplication

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.gui.theme import Theme

SCHEME = "check"


def explaining_link(reason: Reason, theme: Theme) -> str:
    """HTML of the link; "" for what the engine itself found, which no check stands behind."""
    if not reason.help:
        return ""
    text = QCoreApplication.translate("Checks", "What is checked here?")
    return f"<a style='color:{theme.info}' href='{SCHEME}:{escape(reason.rule)}'>{escape(text)}</a>"


def simplified_note() -> str:
    """What is said of a check whose behaviour no source tells exactly."""
    return QCoreApplication.translate(
        "Checks", "Simplified: no source documents the exact behaviour or level of this check."
    )
