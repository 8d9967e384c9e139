"""Who plays, and where the results go."""

from __future__ import annotations

from pathlib import Path

import platformdirs
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QWidget,
)

from vmotion_gui.gui.lessons.student import asking
from vmotion_gui.gui.settings import APPLICATION, RESULTS_FOLDER, STUDENT, Settings
from vmotion_gui.lessons.results.score import GOAL_POINTS, HINT_POINTS, PREDICTION_POINTS

_LONGEST_NAME = 80


def results_folder(settings: Settings) -> Path:
    """Where result files are written: the chosen folder, else the program's own place for them."""
    chosen = settings.get(RESULTS_FOLDER)
    return Path(chosen) if chosen else Path(platformdirs.user_data_dir(APPLICATION, appauthor=False)) / "results"


class StudentDialog(QDialog):
    """Begins and ends student mode: a name, and a folder for the results."""

    def __init__(self, settings: Settings, parent: QWidget) -> None:
        super().__init__(parent)
        self._settings = settings
        self._folder = results_folder(settings)
        self.setWindowTitle(self.tr("Student mode"))
        self.name = QLineEdit(settings.get(STUDENT), self)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName(self.tr("Name"))
        self._place = QLineEdit(str(self._folder), self)
        self._place.setReadOnly(True)
        self._place.setAccessibleName(self.tr("Results go to"))
        self.choose = QPushButton(self.tr("Choose a folder…"), self)
        self.choose.setAutoDefault(False)
        self.choose.clicked.connect(self._choose)
        self._arrange(active=bool(settings.get(STUDENT)))
        self.name.textChanged.connect(self._look)
        self._look()

    def _arrange(self, *, active: bool) -> None:
        about = self.tr(
            "In student mode every goal that you reach counts {goal} points and every right prediction {prediction}; "
            "a hint costs {hint}. Each lesson leaves one small file with your result."
        ).format(goal=GOAL_POINTS, prediction=PREDICTION_POINTS, hint=HINT_POINTS)
        text = QLabel(about, self)
        text.setWordWrap(True)
        text.setMinimumWidth(560)
        row = QHBoxLayout()
        row.addWidget(self._place, 1)
        row.addWidget(self.choose)
        self.begin = QPushButton(self.tr("Change") if active else self.tr("Begin student mode"), self)
        self.begin.setDefault(True)
        self.begin.clicked.connect(self._begin)
        self.end = QPushButton(self.tr("End student mode"), self)
        self.end.setAutoDefault(False)
        self.end.clicked.connect(self._end)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        buttons.addButton(self.begin, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.end, QDialogButtonBox.ButtonRole.ActionRole)
        self.end.setVisible(active)  # a box shows what is added to it
        buttons.rejected.connect(self.reject)
        form = QFormLayout(self)
        form.addRow(text)
        form.addRow(self.tr("Name"), self.name)
        form.addRow(self.tr("Results go to"), row)
        form.addRow(buttons)

    def _look(self) -> None:
        self.begin.setEnabled(bool(self.name.text().strip()))

    def _choose(self) -> None:
        folder = asking.ask_folder(self, self._folder)
        if folder:
            self._folder = Path(folder)
            self._place.setText(folder)

    def _begin(self) -> None:
        self._settings.put(STUDENT, self.name.text().strip())
        if self._folder != results_folder(self._settings):
            self._settings.put(RESULTS_FOLDER, str(self._folder))
        self.accept()

    def _end(self) -> None:
        self._settings.put(STUDENT, "")
        self.accept()
