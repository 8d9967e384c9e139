"""Plans side by side: what each takes, and which is best in what."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vmotion_gui.gui.prediction.words import range_text
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.simulation.forecast import Range

_NEAR = 0.005
"""Plans that differ by less than that share are as good as each other."""


@dataclasses.dataclass(frozen=True)
class Compared:
    """One of the plans; the first is the one in use."""

    title: str
    plan: Plan
    duration: Range | None


class PlanCards(QWidget):
    """Signals: chosen(int): another plan is to be used; which, from 0 for the one in use."""

    chosen = Signal(int)

    def __init__(self, theme: Callable[[], Theme], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._row = QHBoxLayout(self)
        self._row.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.cards: list[QFrame] = []
        self.buttons: list[QPushButton] = []

    def show_plans(self, plans: Sequence[Compared]) -> None:
        """A card each; bars are as long as the figures of all plans compare."""
        for card in self.cards:
            self._row.removeWidget(card)
            card.deleteLater()
        self.cards, self.buttons = [], []
        figures = [self._figures(one) for one in plans]
        for place, one in enumerate(plans):
            best = [_is_best([row[k][1] for row in figures], place) for k in range(len(figures[place]))]
            most = [max(row[k][1] for row in figures) for k in range(len(figures[place]))]
            self._add(place, one, figures[place], best, most)

    def _figures(self, one: Compared) -> list[tuple[str, float, str]]:
        """What, how much, and how it reads; less is better in all."""
        plan = one.plan
        time = range_text(one.duration, "seconds") if one.duration else quantity(plan.makespan_s, "seconds")
        return [
            (self.tr("Empty after"), one.duration.most if one.duration else plan.makespan_s, time),
            (self.tr("Downtime of all"), plan.downtime_s, quantity(plan.downtime_s, "seconds")),
            (self.tr("Migrations"), float(len(plan.moves)), str(len(plan.moves))),
            (
                self.tr("Difference in space afterwards")
                if plan.datastores
                else self.tr("Difference in memory afterwards"),
                plan.imbalance,
                f"{round(plan.imbalance * 100)} %",
            ),
            (self.tr("Data sent"), plan.bytes, quantity(plan.bytes, "bytes")),
        ]

    def _add(
        self,
        place: int,
        one: Compared,
        figures: Sequence[tuple[str, float, str]],
        best: Sequence[bool],
        most: Sequence[float],
    ) -> None:
        card = QFrame(self)
        card.setFrameShape(QFrame.Shape.StyledPanel)
        layout = QVBoxLayout(card)
        title = QLabel(one.title, card)
        title.setWordWrap(True)
        font = title.font()
        font.setBold(True)
        title.setFont(font)
        layout.addWidget(title)
        grid = QGridLayout()
        grid.setVerticalSpacing(2)
        told = []
        for row, (name, value, text) in enumerate(figures):
            label, figure = QLabel(name, card), QLabel(text, card)
            label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
            if best[row]:
                figure.setFont(font)
                figure.setText(self.tr("{figure} – best").format(figure=text))
            told.append(f"{name}: {figure.text()}")
            grid.addWidget(label, 3 * row, 0)
            grid.addWidget(figure, 3 * row + 1, 0)
            grid.addWidget(
                _Share(self._theme, value / most[row] if most[row] else 0.0, best[row], card), 3 * row + 2, 0
            )
        layout.addLayout(grid)
        button = QPushButton(self.tr("Use this plan") if place else self.tr("In use"), card)
        button.setEnabled(place > 0)
        button.setAutoDefault(False)
        button.setAccessibleDescription(f"{one.title}. " + ", ".join(told))
        button.clicked.connect(lambda _checked=False, place=place: self.chosen.emit(place))
        layout.addWidget(button)
        card.setAccessibleName(one.title)
        card.setAccessibleDescription(", ".join(told))
        self._row.addWidget(card, 1)
        self.cards.append(card)
        self.buttons.append(button)


class _Share(QWidget):
    """A thin bar."""

    def __init__(self, theme: Callable[[], Theme], share: float, best: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._share, self._best = theme, share, best
        self.setFixedHeight(10)

    def sizeHint(self) -> QSize:
        return QSize(120, 10)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        theme = self._theme()
        track = QRectF(0.0, 1.0, self.width(), 5.0)
        painter.fillRect(track, theme.color("grid"))
        track.setWidth(max(2.0, self.width() * min(self._share, 1.0)))
        painter.fillRect(track, theme.color("normal" if self._best else "info"))
        painter.end()


def _is_best(values: Sequence[float], place: int) -> bool:
    """Whether none is less; nobody is best where all are alike."""
    least, most = min(values), max(values)
    alike = most - least <= _NEAR * max(most, 1e-9)
    return not alike and values[place] - least <= _NEAR * max(most, 1e-9)
