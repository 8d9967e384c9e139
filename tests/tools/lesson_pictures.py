"""Pictures of every lesson's key moment, in both languages and in the real window, to be looked at by a person.

    python -m tests.tools.lesson_pictures FOLDER [WIDTHxHEIGHT] [light|dark]

The key moment is where a step's prediction is answered by the run; the one before shows what the question is about.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vmotion_gui.gui.files.controller import demo_path
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import Settings
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.document import load
from vmotion_gui.lessons.reading import shipped
from vmotion_gui.simulation.embedded import EmbeddedBackend

_SETTLE_MS = 400
_TURN_MS = 20


def picture_lesson(window: MainWindow, file: Path, folder: Path, tail: str) -> list[Path]:
    """Play a lesson, and write what the window shows when its question is asked and when it is answered."""
    window.lessons.start(str(file))
    player = window.lessons.player
    assert player is not None, file
    written = []
    while True:
        step = player.step
        if step.resolves or step.prediction is not None:
            QTest.qWait(_SETTLE_MS)
            path = folder / f"{file.stem}-{step.id}-{tail}.png"
            window.grab().save(str(path))
            written.append(path)
        if step.resolves:
            break
        window.lessons.go_on()
        while window.lessons._ahead.isActive():
            QTest.qWait(_TURN_MS)
        if player.finished:
            break
    window.lessons.leave()
    return written


def main(folder: Path, size: str = "1280x800", theme: str = "light") -> None:
    """All lessons, English and German."""
    folder.mkdir(parents=True, exist_ok=True)
    width, height = map(int, size.split("x"))
    app = QApplication([])
    for code in ("en", "de"):
        with tempfile.TemporaryDirectory() as own:
            language, themes = Language(app, code), ThemeManager(app, theme)
            lab = load(demo_path())
            session = Session(EmbeddedBackend(lab), app)
            window = MainWindow(session, lab, themes, language, Settings(Path(own)), Autosave(Path(own) / "journal"))
            window.resize(width, height)
            window.show()
            QTest.qWaitForWindowExposed(window)
            window.docks.arrange()
            for file in shipped():
                for path in picture_lesson(window, file, folder, code):
                    print(path)
            window.files.may_close = lambda: True  # type: ignore[method-assign]  # nobody is there to answer
            window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
