"""The entries of the Help menu under which things can be looked up."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from vmotion_gui.gui.checks import links
from vmotion_gui.gui.checks.window import ChecksWindow
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary import marks
from vmotion_gui.gui.glossary.window import GlossaryWindow
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.reference.opening import ReferenceOpener


def make_references(context: Context, menus: Menus, start_lesson: Callable[[str], None], window: QWidget) -> None:
    """Glossary and checks; `start_lesson` gets the path of a lesson."""
    language, themes = context.language, context.themes
    glossary = ReferenceOpener(lambda over: GlossaryWindow(language, themes, over), marks.SCHEME, start_lesson, window)
    checks = ReferenceOpener(lambda over: ChecksWindow(language, themes, over), links.SCHEME, start_lesson, window)
    menus.add(
        menus.help,
        lambda: QCoreApplication.translate("References", "&Glossary…"),
        lambda: glossary.show().show_entry(marks.term_of(QApplication.focusWidget())),
        "F1",
    )
    menus.add(
        menus.help,
        lambda: QCoreApplication.translate("References", "&Checks before a migration…"),
        checks.show,
        "Shift+F1",
    )
