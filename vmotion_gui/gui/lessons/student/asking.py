"""The questions of student mode; each in a function of its own, which tests replace."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from vmotion_gui.lessons.results.document import SUFFIX, StudentResult
from vmotion_gui.lessons.results.score import score

Wish = Literal["resume", "again", "keep"]


def ask_earlier(parent: QWidget, result: StudentResult, *, resumable: bool) -> Wish:
    """What is to become of an earlier result: go on with it, begin again, or keep it and just play."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Question)
    box.setWindowTitle(QCoreApplication.translate("Student", "Student mode"))
    points = score(result)
    head = QCoreApplication.translate("Student", "There is a result of {name}: {points} of {possible} points.")
    box.setText(head.format(name=result.student, points=points.points, possible=points.possible))
    box.setInformativeText(QCoreApplication.translate("Student", "Whoever begins again replaces it."))
    roles = QMessageBox.ButtonRole
    resume = QCoreApplication.translate("Student", "Go on at step {n}").format(n=result.step)
    go_on = box.addButton(resume, roles.AcceptRole) if resumable else None
    again = box.addButton(QCoreApplication.translate("Student", "Begin again"), roles.DestructiveRole)
    keep = box.addButton(QCoreApplication.translate("Student", "Keep it, only play"), roles.RejectRole)
    box.setDefaultButton(go_on or keep)
    box.setEscapeButton(keep)
    box.exec()
    if go_on is not None and box.clickedButton() is go_on:
        return "resume"
    return "again" if box.clickedButton() is again else "keep"


def ask_folder(parent: QWidget, folder: Path) -> str:
    """Which folder holds results; "" if none."""
    title = QCoreApplication.translate("Student", "Folder of results")
    return QFileDialog.getExistingDirectory(parent, title, str(folder))


def ask_files(parent: QWidget, folder: Path) -> list[str]:
    """Which result files; none if nothing was chosen."""
    title = QCoreApplication.translate("Student", "Add result files")
    pattern = QCoreApplication.translate("Student", "Results of lessons") + f" (*{SUFFIX})"
    return QFileDialog.getOpenFileNames(parent, title, str(folder), pattern)[0]


def ask_export(parent: QWidget) -> str:
    """Where the class's table is written; "" if nowhere. What is no page is a table."""
    title = QCoreApplication.translate("Student", "Export the results")
    page = QCoreApplication.translate("Student", "Page for a browser (*.html)")
    path, chosen = QFileDialog.getSaveFileName(parent, title, "results.csv", f"CSV (*.csv);;{page}")
    if not path or Path(path).suffix:
        return path
    return path + (".html" if chosen == page else ".csv")
