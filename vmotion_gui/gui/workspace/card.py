"""Cards: a heading and rows of facts, as data and as widgets."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, QTextBoundaryFinder, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from vmotion_gui.gui.theme import Theme


@dataclass(frozen=True)
class Fact:
    """One row: a label and its value; with a target the value is a link to that object."""

    label: str
    value: str
    target: str = ""
    mark: str = ""
    """"warning" or "error" where the value is one to look at."""


@dataclass(frozen=True)
class Bar:
    """A share of a capacity, 0 to 1 and above, with its numbers in words."""

    label: str
    share: float
    text: str


@dataclass(frozen=True)
class Card:
    """A heading with its rows."""

    title: str
    rows: list[Fact | Bar] = field(default_factory=list)


_WARN, _ALERT = 0.75, 0.9
_LEAST_WIDTH = 60
_GAP = 14


class UsageBar(QWidget):
    """A bar whose end says how full something is, in the colours of the field's thresholds (75 % and 90 %)."""

    def __init__(self, share: float, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._share = share
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(120, 8)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, 8)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._theme
        colour = theme.alert if self._share >= _ALERT else theme.warning if self._share >= _WARN else theme.info
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("grid"))
        painter.drawRoundedRect(QRectF(self.rect()), 3, 3)
        painter.setBrush(QColor(colour))
        width = self.width() * min(max(self._share, 0.0), 1.0)
        if width >= 1.0:
            painter.drawRoundedRect(QRectF(0, 0, width, self.height()), 3, 3)
        painter.end()


@dataclass
class _Pair:
    """A label and its value, beside it or below."""

    label: QLabel
    value: QLabel
    text: str
    row: int
    is_below: bool = False

    def longest_word_px(self) -> float:
        """The width without which the value is cut off."""
        metrics = QFontMetricsF(self.value.font())
        finder = QTextBoundaryFinder(QTextBoundaryFinder.BoundaryType.Line, self.text)
        widest, start = 0.0, 0
        while (end := finder.toNextBoundary()) >= 0:
            widest = max(widest, metrics.horizontalAdvance(self.text[start:end].rstrip()))
            start = end
        return widest

    def below(self, grid: QGridLayout, is_below: bool) -> None:
        """Put the value below its label, or beside it."""
        if is_below == self.is_below:
            return
        self.is_below = is_below
        grid.removeWidget(self.value)
        if is_below:
            grid.addWidget(self.value, self.row + 1, 0, 1, 2)
        else:
            grid.addWidget(self.value, self.row, 1)


class CardFrame(QFrame):
    """A card as a widget.

    Signals:
        followed(str): the link to an object was clicked.
    """

    followed = Signal(str)

    def __init__(self, card: Card, theme: Theme, parent: QWidget | None = None, *, compact: bool = False) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setObjectName("card")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._pairs: list[_Pair] = []
        layout = QVBoxLayout(self)
        edge = 8 if compact else 12
        layout.setContentsMargins(edge, edge, edge, edge)
        layout.setSpacing(6)
        heading = QLabel(card.title, self)
        heading.setObjectName("cardTitle")
        heading.setWordWrap(True)
        heading.setMinimumWidth(_LEAST_WIDTH)
        layout.addWidget(heading)
        self._grid = grid = QGridLayout()
        grid.setHorizontalSpacing(_GAP)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        layout.addLayout(grid)
        for number, fact in enumerate(card.rows):
            if isinstance(fact, Bar):
                self._add_bar(grid, fact, 2 * number)
            else:
                self._add_fact(grid, fact, 2 * number)

    def _add_fact(self, grid: QGridLayout, fact: Fact, row: int) -> None:
        value = QLabel(self)
        value.setTextFormat(Qt.TextFormat.RichText)
        value.setText(self._markup(fact))
        value.setWordWrap(True)
        value.setMinimumWidth(_LEAST_WIDTH)
        value.setToolTip(fact.value)  # a word that is longer than the card is cut off
        value.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        value.linkActivated.connect(self.followed)
        if not fact.label:
            grid.addWidget(value, row, 0, 1, 2)
            return
        label = QLabel(fact.label, self)
        label.setObjectName("factLabel")
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(value, row, 1)
        self._pairs.append(_Pair(label, value, fact.value, row))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A value with a word that is too long for its column stands below its label, where it has the whole width."""
        super().resizeEvent(event)
        beside = max((pair.label.sizeHint().width() for pair in self._pairs), default=0)
        room = self._grid.geometry().width() - beside - _GAP
        for pair in self._pairs:
            pair.below(self._grid, pair.longest_word_px() > room)

    def _markup(self, fact: Fact) -> str:
        text = escape(fact.value).replace("\n", "<br>")
        if fact.target:
            return f'<a href="{escape(fact.target)}" style="color:{self._theme.info};text-decoration:none">{text}</a>'
        if fact.mark:
            colour = self._theme.alert if fact.mark == "error" else self._theme.warning_text
            sign = "✕" if fact.mark == "error" else "⚠"
            return f'<span style="color:{colour}">{sign} {text}</span>'
        return text

    def _add_bar(self, grid: QGridLayout, bar: Bar, row: int) -> None:
        label = QLabel(bar.label, self)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        value = QLabel(bar.text, self)
        value.setAlignment(Qt.AlignmentFlag.AlignRight)
        value.setWordWrap(True)
        value.setMinimumWidth(_LEAST_WIDTH)
        grid.addWidget(label, row, 0)
        grid.addWidget(value, row, 1)
        usage = UsageBar(bar.share, self._theme, self)
        usage.setAccessibleName(f"{bar.label}: {bar.text}")
        grid.addWidget(usage, row + 1, 0, 1, 2)
