"""What comes of the knobs in figures: by the textbook's formula, and by the engine."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QSizePolicy, QWidget

from vmotion_gui.gui import words
from vmotion_gui.planning.tuning.closed_form import Race, series
from vmotion_gui.planning.tuning.knobs import fixed_s
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.status import MigrationStatus, Phase

_DASH = "–"


class Figures(QWidget):
    """Passes, total time, downtime and data in two columns, and whether it converges."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = QLabel(self)
        self.verdict.setWordWrap(True)
        self.verdict.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._heads = [QLabel(self) for _ in range(2)]
        self._names = [QLabel(self) for _ in range(4)]
        self.formula = [QLabel(_DASH, self) for _ in range(4)]
        self.simulated = [QLabel(_DASH, self) for _ in range(4)]
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setVerticalSpacing(2)
        layout.addWidget(self.verdict, 0, 0, 1, 3)
        for column, head in enumerate(self._heads, start=1):
            layout.addWidget(head, 1, column, Qt.AlignmentFlag.AlignRight)
        for row, labels in enumerate(zip(self._names, self.formula, self.simulated, strict=True), start=2):
            for column, label in enumerate(labels):
                layout.addWidget(
                    label, row, column, Qt.AlignmentFlag.AlignRight if column else Qt.AlignmentFlag.AlignLeft
                )
        layout.setColumnStretch(0, 1)
        self._retranslate()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        names = (self.tr("Passes"), self.tr("Total time"), self.tr("Downtime"), self.tr("Data sent"))
        for label, name in zip(self._names, names, strict=True):
            label.setText(name)
        for head, name in zip(self._heads, (self.tr("Formula"), self.tr("Simulated")), strict=True):
            head.setText(f"<b>{name}</b>")
        self._heads[0].setToolTip(
            self.tr(
                "The textbook: each pass sends what turned dirty in the one before, V(i+1) = min(W, D · V(i) / R), "
                "until the rest fits the switchover goal. It counts every write as a page of its own."
            )
        )
        self._heads[1].setToolTip(
            self.tr("The engine, run ahead from now: page by page, with all that shares the way.")
        )

    def show_race(self, race: Race | None, rules: Profile) -> None:
        """What the formula gives; None: there is no way for a copy."""
        if race is None:
            self._fill(self.formula, None)
            self.verdict.setText(self.tr("✕ There is no vMotion network between the hosts."))
            return
        told, (around_s, still_s) = series(race), fixed_s(rules)
        total_s, downtime_s = told.copy_s + around_s + still_s, told.downtime_s + still_s
        self._fill(self.formula, (len(told.passes_bytes), total_s, downtime_s, told.sent_bytes))
        share = f"{round(race.ratio * 100)} %"
        if told.slowed:
            text = self.tr("⚠ The guest dirties {share} of what is copied in the same time: SDPS slows it.")
        elif not told.converges:
            text = self.tr("⚠ The guest dirties {share} of what is copied in the same time: it does not converge.")
        else:
            text = self.tr("✓ The guest dirties {share} of what is copied in the same time: it converges.")
        self.verdict.setText(text.format(share=share))

    def show_outcome(self, status: MigrationStatus | None, why_not: str) -> None:
        """What the engine gives; None and the reason if it refused."""
        if status is None or status.phase is not Phase.COMPLETED:
            self._fill(self.simulated, None)
            names = {Phase.FAILED: self.tr("fails"), Phase.CANCELLED: self.tr("cancelled")}
            phase = Phase.FAILED if status is None else status.phase
            self.simulated[1].setText(names.get(phase, self.tr("no end in sight")))
            self.simulated[1].setToolTip(why_not)
            return
        self.simulated[1].setToolTip("")
        passes = sum(not record.stop_and_copy for record in status.passes)
        self._fill(self.simulated, (passes, status.total_s or 0.0, status.downtime_s, status.sent_bytes))

    def _fill(self, labels: list[QLabel], figures: tuple[int, float, float, float] | None) -> None:
        texts = [_DASH] * len(labels)
        if figures is not None:
            units = ("count", "seconds", "seconds", "bytes")
            texts = [words.quantity(figure, unit) for figure, unit in zip(figures, units, strict=True)]
        for label, text in zip(labels, texts, strict=True):
            label.setText(text)
