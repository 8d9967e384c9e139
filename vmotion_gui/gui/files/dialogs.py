"""The questions that files raise; each in a function of its own, which tests replace."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QHeaderView,
    QLabel,
    QMessageBox,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.language import Language
from vmotion_gui.inventory.problems import LabError

Answer = Literal["save", "discard", "cancel"]


def ask_unsaved(parent: QWidget, name: str) -> Answer:
    """What is to become of unsaved changes."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setWindowTitle(QCoreApplication.translate("Files", "Unsaved changes"))
    box.setText(QCoreApplication.translate("Files", "Save the changes to {name}?").format(name=name))
    box.setInformativeText(QCoreApplication.translate("Files", "They are lost if you do not save them."))
    buttons = QMessageBox.StandardButton
    box.setStandardButtons(buttons.Save | buttons.Discard | buttons.Cancel)
    box.button(buttons.Save).setText(QCoreApplication.translate("Files", "Save"))
    box.button(buttons.Discard).setText(QCoreApplication.translate("Files", "Discard"))
    box.button(buttons.Cancel).setText(QCoreApplication.translate("Files", "Cancel"))
    box.setDefaultButton(buttons.Save)
    answers: dict[int, Answer] = {buttons.Save.value: "save", buttons.Discard.value: "discard"}
    return answers.get(int(box.exec()), "cancel")


def ask_open(parent: QWidget, folder: str, pattern: str, title: str) -> str:
    """Which file to open; "" if none."""
    return QFileDialog.getOpenFileName(parent, title, folder, pattern)[0]


def ask_open_many(parent: QWidget, folder: str, pattern: str, title: str) -> list[str]:
    """Which files to open; none if nothing was chosen."""
    return QFileDialog.getOpenFileNames(parent, title, folder, pattern)[0]


def ask_save(parent: QWidget, suggestion: str) -> str:
    """Where to save; "" if nowhere."""
    title = QCoreApplication.translate("Files", "Save lab as")
    pattern = QCoreApplication.translate("Files", "Labs (*.json)")
    path = QFileDialog.getSaveFileName(parent, title, suggestion, pattern)[0]
    return path if not path or path.endswith(".json") else f"{path}.json"


def ask_recover(parent: QWidget | None, count: int) -> bool:
    """Whether to bring back what a crash has left behind."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Files", "Recover work"))
    box.setText(QCoreApplication.translate("Files", "The program did not end properly last time."))
    text = QCoreApplication.translate("Files", "The lab can be brought back as it was at most a second before.")
    if count > 1:
        more = QCoreApplication.translate("Files", "There are {count} such labs; the latest one is offered first.")
        text = f"{text} {more.format(count=count)}"
    box.setInformativeText(text)
    recover = box.addButton(QCoreApplication.translate("Files", "Recover"), QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QCoreApplication.translate("Files", "Throw away"), QMessageBox.ButtonRole.DestructiveRole)
    box.setDefaultButton(recover)
    box.exec()
    return box.clickedButton() is recover


def tell_problem(parent: QWidget | None, title: str, text: str) -> None:
    """A sentence about something that went wrong."""
    QMessageBox.warning(parent, title, text)


def show_lab_error(parent: QWidget | None, language: Language, error: LabError) -> None:
    """Every problem of a lab document: its place, and what was found and is allowed there."""
    dialog = lab_error_dialog(parent, language, error)
    dialog.exec()
    dialog.deleteLater()


def lab_error_dialog(parent: QWidget | None, language: Language, error: LabError) -> QDialog:
    """The dialog of `show_lab_error`."""
    dialog = QDialog(parent)
    dialog.setWindowTitle(QCoreApplication.translate("Files", "The lab cannot be opened"))
    layout = QVBoxLayout(dialog)
    head = QLabel(_headline(error), dialog)
    head.setWordWrap(True)
    layout.addWidget(head)
    if any(problem.place for problem in error.problems):
        layout.addWidget(_problem_table(dialog, language, error), 1)
        dialog.resize(820, 420)
    else:
        text = QLabel("\n".join(language.text(problem.text) for problem in error.problems), dialog)
        text.setWordWrap(True)
        layout.addWidget(text)
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, dialog)
    buttons.rejected.connect(dialog.reject)
    layout.addWidget(buttons)
    return dialog


def _headline(error: LabError) -> str:
    count = len(error.problems)
    if count == 1:
        return QCoreApplication.translate("Files", "{name} has a problem:").format(name=error.name)
    return QCoreApplication.translate("Files", "{name} has {count} problems:").format(name=error.name, count=count)


def _problem_table(parent: QWidget, language: Language, error: LabError) -> QTableWidget:
    table = QTableWidget(len(error.problems), 2, parent)
    place = QCoreApplication.translate("Files", "Place")
    table.setHorizontalHeaderLabels([place, QCoreApplication.translate("Files", "What was found, and what is allowed")])
    table.setEditTriggers(QTableWidget.EditTrigger.NoEditTriggers)
    table.setWordWrap(True)
    table.verticalHeader().hide()
    for row, problem in enumerate(error.problems):
        table.setItem(row, 0, QTableWidgetItem(problem.place))
        item = QTableWidgetItem(language.text(problem.text))
        item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        table.setItem(row, 1, item)
    table.setColumnWidth(0, 280)
    table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
    table.resizeRowsToContents()
    return table
