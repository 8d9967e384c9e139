"""Before a cure is done: what it changes, what else it brings, and what the checks say afterwards."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from html import escape

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QRadioButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.cures import Cure
from vmotion_gui.compatibility.verdict import Severity, Verdict
from vmotion_gui.gui import words
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.cures.differences import differences
from vmotion_gui.gui.cures.problem import Problem, cures_of
from vmotion_gui.gui.cures.reason_list import severity_colour
from vmotion_gui.inventory.changes import apply_all
from vmotion_gui.inventory.estate import Inventory

_MOST_LEFT = 6
_WIDTH = 720
_MOST_TABLE = 190


class CureDialog(QDialog):
    """Choose a reason, choose one of its cures, see what it does, apply it as one step that can be undone.

    Signals:
        applied(): the estate is another one now.
    """

    applied = Signal()

    def __init__(self, context: Context, problems: Sequence[Problem], parent: QWidget) -> None:
        """`problems`: curable ones, at least one."""
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Fix it"))
        self._context = context
        self._problems = list(problems)
        self._cures: tuple[Cure, ...] = ()
        self.reasons = QComboBox(self)
        self.reason = self._label()
        self.options: list[QRadioButton] = []
        self._options = QVBoxLayout()
        self.table = self._make_table()
        self.effects, self.afterwards, self.refusal = self._label(), self._label(), self._label()
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self.apply = self.buttons.addButton(self.tr("Apply"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._arrange()
        self._connect()
        self._fill()
        self.setMinimumWidth(_WIDTH)

    # --- parts ----------------------------------------------------------------------------------------------

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.RichText)
        label.setWordWrap(True)
        return label

    def _title(self, text: str) -> QLabel:
        title = QLabel(text, self)
        title.setObjectName("cardTitle")
        return title

    def _make_table(self) -> QTableWidget:
        table = QTableWidget(0, 4, self)
        table.setHorizontalHeaderLabels([self.tr("Object"), self.tr("Setting"), self.tr("Before"), self.tr("After")])
        table.verticalHeader().hide()
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        table.setTabKeyNavigation(False)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setAccessibleName(self.tr("What changes"))
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return table

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        layout.addWidget(self.reasons)
        layout.addWidget(self.reason)
        layout.addLayout(self._options)
        layout.addWidget(self._title(self.tr("What changes")))
        layout.addWidget(self.table)
        layout.addWidget(self._title(self.tr("Side effects")))
        layout.addWidget(self.effects)
        layout.addWidget(self._title(self.tr("Compatibility afterwards")))
        layout.addWidget(self.afterwards)
        layout.addWidget(self.refusal)
        layout.addWidget(self.buttons)
        self.refusal.hide()
        self.apply.setToolTip(self.tr("Changes the simulated estate; Undo takes it back."))
        self.apply.setDefault(True)

    def _connect(self) -> None:
        self.reasons.currentIndexChanged.connect(self._fill_cures)
        self.buttons.accepted.connect(self._apply)
        self.buttons.rejected.connect(self.reject)
        self._context.session.opened.connect(self.reject)
        self._context.commands.refused.connect(self._show_refusal)

    # --- contents -------------------------------------------------------------------------------------------

    def _fill(self) -> None:
        text = self._context.language.text
        self.reasons.setAccessibleName(self.tr("Reason"))
        self.reasons.blockSignals(True)
        for problem in self._problems:
            self.reasons.addItem(f"{words.severity_mark(problem.reason.severity)} {text(problem.reason.text)}")
        self.reasons.blockSignals(False)
        self.reasons.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.reasons.setVisible(len(self._problems) > 1)
        self.reason.setVisible(len(self._problems) == 1)
        self._fill_cures()

    @property
    def problem(self) -> Problem:
        """The one that is to be cured."""
        return self._problems[max(self.reasons.currentIndex(), 0)]

    @property
    def cure(self) -> Cure | None:
        """The cure that is chosen; None if the estate changed so that there is none any more."""
        place = next((number for number, option in enumerate(self.options) if option.isChecked()), -1)
        return self._cures[place] if place >= 0 else None

    def _fill_cures(self) -> None:
        for option in self.options:
            self._options.removeWidget(option)
            option.setParent(None)
            option.deleteLater()
        problem, language, theme = self.problem, self._context.language, self._context.themes.theme
        severity = problem.reason.severity
        mark = f"<span style='color:{severity_colour(theme, severity)}'><b>{words.severity_mark(severity)}</b></span>"
        self.reason.setText(f"{mark} {escape(language.text(problem.reason.text))}")
        self._cures = cures_of(self._context.session.checker(), problem)
        self.options = [QRadioButton(language.text(cure.text), self) for cure in self._cures]
        for option in self.options:
            option.toggled.connect(self._choose)
            self._options.addWidget(option)
        for before, after in itertools.pairwise([self.reasons, *self.options, self.table]):
            self.setTabOrder(before, after)
        if self.options:
            self.options[0].setChecked(True)
            self.options[0].setFocus()
        else:
            self._preview()

    def _choose(self, chosen: bool) -> None:
        if chosen:
            self._preview()

    def _preview(self) -> None:
        cure = self.cure
        self.apply.setEnabled(cure is not None)
        if cure is None:
            return
        inventory = self._context.session.inventory
        rows = differences(inventory, cure.changes, self._context.language)
        self.table.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, text in enumerate(row):
                item = QTableWidgetItem(text)
                item.setToolTip(text)
                self.table.setItem(number, column, item)
        self._show_effects(cure)
        self._show_afterwards(apply_all(inventory, cure.changes))
        self._fit()

    def _fit(self) -> None:
        """As high as what it says, at this width."""
        self.table.resizeRowsToContents()
        heights = sum(self.table.rowHeight(number) for number in range(self.table.rowCount()))
        self.table.setFixedHeight(min(heights, _MOST_TABLE) + self.table.horizontalHeader().sizeHint().height() + 4)
        layout = self.layout()
        if self.isVisible() and layout is not None:
            layout.activate()
            self.resize(self.width(), layout.totalHeightForWidth(self.width()))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._fit()

    def _show_effects(self, cure: Cure) -> None:
        theme, text = self._context.themes.theme, self._context.language.text
        lines = [
            f"<span style='color:{theme.warning_text}'><b>⚠</b></span> {escape(text(effect))}"
            for effect in cure.effects
        ]
        self.effects.setText("<br>".join(lines) or escape(self.tr("None beyond the change itself.")))

    def _show_afterwards(self, after: Inventory) -> None:
        session, theme = self._context.session, self._context.themes.theme
        busy = {vm: self.tr("Relocate virtual machine") for vm in session.busy_vms()}
        checker = Checker.for_inventory(after, previous=session.checker())
        verdict = checker.check(self.problem.spec, busy=busy)
        left = [reason for reason in verdict.reasons if reason.severity >= Severity.WARNING]
        lines = [self._verdict_line(verdict)]
        for reason in left[:_MOST_LEFT]:
            colour = severity_colour(theme, reason.severity)
            mark = words.severity_mark(reason.severity)
            sentence = escape(self._context.language.text(reason.text))
            lines.append(f"<span style='color:{colour}'>{mark}</span> {sentence}")
        if len(left) > _MOST_LEFT:
            lines.append(escape(self.tr("+ {count} more").format(count=len(left) - _MOST_LEFT)))
        self.afterwards.setText("<br>".join(lines))

    def _verdict_line(self, verdict: Verdict) -> str:
        spec, name = self.problem.spec, self._context.name
        colour = severity_colour(self._context.themes.theme, verdict.severity)
        sentence = f"{words.severity_mark(verdict.severity)} {words.severity_name(verdict.severity)}"
        move = escape(f"{name(spec.vm)} → {name(spec.host or spec.datastore)}: ")
        return f"{move}<span style='color:{colour}'><b>{escape(sentence)}</b></span>"

    # --- the end --------------------------------------------------------------------------------------------

    def _apply(self) -> None:
        cure, session = self.cure, self._context.session
        if cure is None:
            return
        before, language = session.inventory, self._context.language
        self.refusal.hide()
        self._context.commands.edit(lambda: language.text(cure.text), cure.changes, "edit.cure")
        if session.inventory is not before:
            self.applied.emit()
            self.accept()

    def _show_refusal(self, sentence: str) -> None:
        self.refusal.setText(f"<span style='color:{self._context.themes.theme.alert}'>✕ {escape(sentence)}</span>")
        self.refusal.show()
