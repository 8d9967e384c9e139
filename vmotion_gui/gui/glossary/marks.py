"""What a widget is about: its term is told in its tooltip, and F1 opens the glossary there."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QPoint, QUrl
from PySide6.QtGui import QDesktopServices, QHelpEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHeaderView, QToolTip, QWidget

from vmotion_gui.lessons.glossary import TERMS
from vmotion_gui.messages import LANGUAGES, Message, catalogue

SCHEME = "term"
_PROPERTY = "term"
_FIRST = "vmotion"
"""Where the glossary opens if nothing says more."""


def mark(widget: QWidget, term: str) -> None:
    """This widget, with all it contains, is about a term: F1 opens the glossary there. KeyError for an unknown one."""
    widget.setProperty(_PROPERTY, TERMS[term].id)


def teach(widget: QWidget, term: str) -> None:
    """As `mark`, and the widget's tooltip tells the meaning."""
    mark(widget, term)
    widget.installEventFilter(_Tips(widget))


def teach_columns(header: QHeaderView, terms: Mapping[int, str]) -> None:
    """The columns of a table that are about terms. KeyError for an unknown one."""
    header.viewport().installEventFilter(_ColumnTips(header, {column: TERMS[id_].id for column, id_ in terms.items()}))


def serve_help_key(window: QWidget) -> None:
    """F1 opens the glossary at what has the focus in this window."""
    QShortcut(QKeySequence("F1"), window, lambda: open_term(term_of(QApplication.focusWidget())))


def open_term(term: str) -> None:
    """Open the glossary at a term."""
    QDesktopServices.openUrl(QUrl(f"{SCHEME}:{term}"))


def term_of(widget: QWidget | None) -> str:
    """The term of the nearest marked widget around this one."""
    while widget is not None:
        if term := widget.property(_PROPERTY):
            return str(term)
        widget = widget.parentWidget()
    return _FIRST


def _show(own: str, term: str, at: QPoint, widget: QWidget) -> None:
    code = QLocale().name()[:2]
    words = catalogue(code if code in LANGUAGES else "en")
    name, text = (words.render(Message(f"glossary.{term}.{part}")) for part in ("name", "text"))
    more = QCoreApplication.translate("Glossary", "F1: glossary")
    parts = [escape(own)] if own else []
    parts += [f"<b>{escape(name)}</b><br>{escape(text)}", f"<i>{escape(more)}</i>"]
    QToolTip.showText(at, "<p>" + "</p><p>".join(parts) + "</p>", widget)


class _Tips(QObject):
    """Made anew each time a tip is shown, so that it follows the language."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and isinstance(watched, QWidget):
            _show(watched.toolTip(), watched.property(_PROPERTY), event.globalPos(), watched)
            return True
        return False


class _ColumnTips(QObject):
    def __init__(self, header: QHeaderView, terms: Mapping[int, str]) -> None:
        super().__init__(header)
        self._header = header
        self._terms = terms

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent) and isinstance(watched, QWidget):
            term = self._terms.get(self._header.logicalIndexAt(event.pos()))
            if term is not None:
                _show("", term, event.globalPos(), watched)
                return True
        return False
