"""The questions about lesson files; each in a function of its own, which tests replace."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from vmotion_gui.lessons.reading import is_lesson_file


def open_lesson(parent: QWidget, folder: str) -> str:
    """Which lesson to open; "" if none."""
    title = QCoreApplication.translate("Lessons", "Open a lesson file")
    pattern = QCoreApplication.translate("Lessons", "Lessons (*.toml *.vmlesson)")
    return QFileDialog.getOpenFileName(parent, title, folder, pattern)[0]


def save_lesson(parent: QWidget, suggestion: str) -> str:
    """Where to save a lesson; "" if nowhere."""
    title = QCoreApplication.translate("Lessons", "Save the lesson")
    alone = QCoreApplication.translate("Lessons", "Lesson, its lab beside it (*.toml)")
    shared = QCoreApplication.translate("Lessons", "Lesson and lab in one file to share (*.vmlesson)")
    Path(suggestion).parent.mkdir(parents=True, exist_ok=True)
    path, chosen = QFileDialog.getSaveFileName(parent, title, suggestion, f"{alone};;{shared}")
    if not path or is_lesson_file(path):
        return path
    return path + (".vmlesson" if chosen == shared else ".toml")
