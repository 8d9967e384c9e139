"""Makes the pictures of README anew.

python -m tests.tools.screenshots [FOLDER] [en|de] [light|dark] [WIDTHxHEIGHT]
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PIL import Image
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from vmotion_gui import resources
from vmotion_gui.gui.files.controller import demo_path
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.lessons.room import ChartsRoom
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import Settings
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.lessons.reading import shipped
from vmotion_gui.simulation.embedded import EmbeddedBackend

_TURN_MS = 20
_SETTLE_MS = 900
_COLOURS = 256


def wait_for(condition: Callable[[], bool]) -> None:
    """Let the window work until something is true."""
    while not condition():
        QTest.qWait(_TURN_MS)


@contextmanager
def opened(app: QApplication, code: str, theme: str, size: tuple[int, int]) -> Iterator[MainWindow]:
    """A window over the demo lab, with settings of its own."""
    with tempfile.TemporaryDirectory() as own:
        language, themes = Language(app, code), ThemeManager(app, theme)
        lab = load(demo_path())
        session = Session(EmbeddedBackend(lab), app)
        window = MainWindow(session, lab, themes, language, Settings(Path(own)), Autosave(Path(own) / "journal"))
        window.resize(*size)
        window.show()
        QTest.qWaitForWindowExposed(window)
        window.docks.arrange()
        yield window
        window.files.may_close = lambda: True  # type: ignore[method-assign]  # nobody is there to answer
        window.close()


def migration(window: MainWindow) -> QWidget:
    """Two databases on their way."""
    session, view = window.context.session, window.parts.topology.view
    for vm in ("vm-sql-01", "vm-pg-01"):
        session.submit(Migrate(spec=MigrationSpec(vm=vm, host="host-7")))
    window.docks.show("migration")
    ChartsRoom(window).give()
    QTest.qWait(_SETTLE_MS)
    view.fit(view.rect_of("cluster-db").adjusted(-340, -40, 560, 60))
    session.backend.advance(28.0)
    session.refresh()
    window.context.selection.show_migration("migration-1")
    return window


def targets(window: MainWindow) -> QWidget:
    """Where a VM can go, and why not elsewhere."""
    view, drag = window.parts.topology.view, window.parts.drag
    window.context.selection.select(["vm-web-01"])
    view.fit(view.rect_of("vcenter-hq").adjusted(-20, -20, 20, 20))
    drag.pick_up(["vm-web-01"])
    place = view.viewport_point_of("host-9")
    drag.hover("host-9", view.viewport().mapToGlobal(place))
    return window


def plan(window: MainWindow) -> QWidget:
    """The plan that empties a host."""
    wizard = window.maintenance.plan_hosts(["host-9"])
    while wizard.stack.currentWidget() is not wizard.plan:
        wizard.next.click()
    wait_for(lambda: wizard.draft.found is not None)
    return wizard


def lesson(window: MainWindow) -> QWidget:
    """A lesson at the answer to its question."""
    window.lessons.start(str(next(file for file in shipped() if file.name.startswith("04"))))
    player = window.lessons.player
    assert player is not None
    while not player.step.resolves:
        window.lessons.go_on()
        wait_for(lambda: not window.lessons._ahead.isActive())
    return window


SHOTS = (migration, targets, plan, lesson)


def main(folder: Path, code: str = "en", theme: str = "light", size: str = "1500x940") -> None:
    """All pictures, each from a window of its own."""
    app = QApplication([])
    width, height = map(int, size.split("x"))
    for shot in SHOTS:
        with opened(app, code, theme, (width, height)) as window:
            shown = shot(window)
            QTest.qWait(_SETTLE_MS)
            path = folder / f"{shot.__name__}.png"
            shown.grab().save(str(path))
            with Image.open(path) as picture:
                picture.convert("RGB").quantize(_COLOURS).save(path, optimize=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else resources.path("screenshots"), *sys.argv[2:])
