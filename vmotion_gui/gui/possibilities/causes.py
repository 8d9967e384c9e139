"""Which reason costs how many pairs of VM and host: the list that the table can be narrowed by."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt

from vmotion_gui.gui.language import Language
from vmotion_gui.gui.possibilities.judging import Judging
from vmotion_gui.inventory.commands import MigrationSpec

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class CausesModel(QAbstractTableModel):
    """Reasons, the dearest first: fault with an example, pairs refused, pairs with a warning."""

    def __init__(self, judging: Judging, language: Language, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._judging = judging
        self._language = language
        self._rows: list[tuple[str, int, int]] = []
        self._examples: dict[str, tuple[str, str]] = {}
        """Rule -> fault, and an example's sentence."""

    def refresh(self) -> None:
        """Count anew."""
        matrix = self._judging.matrix
        if matrix is None:
            return
        rows = [(rule, *pairs.sum(axis=0).tolist()) for rule, pairs in matrix.reasons.items()]
        rows = [(rule, warns, errors) for rule, warns, errors in rows if warns or errors]
        rows.sort(key=lambda row: (-row[2], -row[1], row[0]))
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()

    def forget(self) -> None:
        """Another estate, or another language: examples are told anew."""
        self._examples.clear()
        self.refresh()

    def rule(self, row: int) -> str:
        """The rule of a row."""
        return self._rows[row][0]

    def row_of(self, rule: str) -> int:
        """The row of a rule; -1 if it says nothing."""
        return next((row for row, held in enumerate(self._rows) if held[0] == rule), -1)

    def _example(self, rule: str) -> tuple[str, str]:
        if rule not in self._examples:
            checker, matrix = self._judging.checker, self._judging.matrix
            assert checker is not None
            assert matrix is not None
            vm, host = matrix.examples[rule]
            reasons = checker.check(MigrationSpec(vm=vm, host=host), busy=self._judging.busy).reasons
            found = next(reason for reason in reasons if reason.rule == rule)
            self._examples[rule] = found.fault, self._language.text(found.text)
        return self._examples[rule]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else 3

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        rule, warns, errors = self._rows[index.row()]
        if index.column() == 0 and role == Qt.ItemDataRole.DisplayRole:
            return self._example(rule)[1]
        if index.column() == 0 and role == Qt.ItemDataRole.ToolTipRole:
            fault, text = self._example(rule)
            example = self.tr("For example: {sentence}").format(sentence=text)
            return f"{fault}\n{example}" if fault else example
        if role == Qt.ItemDataRole.DisplayRole:
            number = (errors, warns)[index.column() - 1]
            return QLocale().toString(number) if number else "–"
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return (self.tr("Reason (an example)"), "✕", "⚠")[section]
        if role == Qt.ItemDataRole.ToolTipRole:
            tips = (
                self.tr("What stands against moves, with the first case as an example."),
                self.tr("Pairs of virtual machine and host that it makes impossible."),
                self.tr("Pairs of virtual machine and host of which it warns."),
            )
            return tips[section]
        return None
