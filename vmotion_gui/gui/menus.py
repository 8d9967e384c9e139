"""The menu bar. Its texts are set anew when the language changes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vmotion_gui.gui.actions.objects import ObjectActions
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.dialogs.settings import Choice
from vmotion_gui.gui.docks import Docks
from vmotion_gui.gui.files.controller import FileController
from vmotion_gui.gui.icons import glyph
from vmotion_gui.gui.settings import LANGUAGE, THEME, ZOOM_PERCENT
from vmotion_gui.gui.theme import Theme

_LANGUAGE_NAMES = {"en": "English", "de": "Deutsch"}
_ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200, 250, 300)

Text = Callable[[], str]


class Menus(QObject):
    """Makes the menus of a window, and keeps them up to date."""

    def __init__(
        self, context: Context, files: FileController, docks: Docks, actions: ObjectActions, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._context = context
        self._files = files
        self._docks = docks
        self._actions = actions
        self._texts: list[tuple[QAction, Text]] = []
        self.choices: list[Choice] = []
        """What the settings offer, too."""
        self.file, self.edit, self.view, self.object, self.lessons, self.help = (QMenu(parent) for _ in range(6))
        for menu, text in (
            (self.file, lambda: self.tr("&File")),
            (self.edit, lambda: self.tr("&Edit")),
            (self.view, lambda: self.tr("&View")),
            (self.object, lambda: self.tr("&Actions")),
            (self.lessons, lambda: self.tr("&Lessons")),
            (self.help, lambda: self.tr("&Help")),
        ):
            self._texts.append((menu.menuAction(), text))
        self._fill_file()
        self._fill_edit()
        self._fill_view()
        self.object.aboutToShow.connect(self._fill_object)
        self.object.setToolTipsVisible(True)
        context.commands.history.changed.connect(self._show_history)
        context.themes.changed.connect(self._dress)
        self._dress(context.themes.theme)
        self.retranslate()

    def all(self) -> list[QMenu]:
        """The menus in their order."""
        return [self.file, self.edit, self.view, self.object, self.lessons, self.help]

    def add(
        self, menu: QMenu, text: Text, run: Callable[[], object], key: str | QKeySequence.StandardKey = ""
    ) -> QAction:
        """Add an action whose text follows the language."""
        action = QAction(menu)
        if key != "":
            action.setShortcut(QKeySequence(key))
        action.triggered.connect(lambda: run())
        menu.addAction(action)
        self._texts.append((action, text))
        return action

    def follow(self, action: QAction, text: Text) -> None:
        """Let an action's text follow the language."""
        self._texts.append((action, text))

    def _submenu(self, menu: QMenu, text: Text) -> QMenu:
        submenu = QMenu(menu)
        menu.addMenu(submenu)
        self._texts.append((submenu.menuAction(), text))
        return submenu

    # --- file and edit --------------------------------------------------------------------------------------

    def _fill_file(self) -> None:
        files, keys, menu = self._files, QKeySequence.StandardKey, self.file
        self.add(menu, lambda: self.tr("&New"), files.new, keys.New)
        self.add(menu, lambda: self.tr("&Open…"), files.ask_open, keys.Open)
        self._recent = self._submenu(menu, lambda: self.tr("Open &recent"))
        self._recent.aboutToShow.connect(self._fill_recent)
        self.add(menu, lambda: self.tr("Open the &demo lab"), files.open_demo)
        menu.addSeparator()
        self.add(menu, lambda: self.tr("&Save"), files.save, keys.Save)
        self.add(menu, lambda: self.tr("Save &as…"), files.save_as, "Ctrl+Shift+S")
        menu.addSeparator()
        self.add(menu, lambda: self.tr("&Import RVTools…"), files.ask_import)
        self._report = self.add(menu, lambda: self.tr("Import re&port…"), files.imports.show_report)
        menu.aboutToShow.connect(lambda: self._report.setEnabled(files.imports.has_report))
        self.add(menu, lambda: self.tr("&Compare with recorded migrations…"), files.recordings.ask)
        menu.addSeparator()

    def _fill_recent(self) -> None:
        self._recent.clear()
        for path in self._context.settings.recent():
            action = self._recent.addAction(Path(path).name)
            action.setToolTip(path)
            action.setStatusTip(path)
            action.triggered.connect(self._opener(path))
        if self._recent.isEmpty():
            self._recent.addAction(self.tr("No labs yet")).setEnabled(False)

    def _opener(self, path: str) -> Callable[[], None]:
        return lambda: self._files.open_recent(path)

    def _fill_edit(self) -> None:
        commands, keys = self._context.commands, QKeySequence.StandardKey
        self.undo = self.add(self.edit, self._undo_text, commands.undo, keys.Undo)
        self.redo = self.add(self.edit, self._redo_text, commands.redo, "Ctrl+Y")
        self.edit.addSeparator()

    def _undo_text(self) -> str:
        step = self._context.commands.history.undo_step
        return self.tr("&Undo {step}").format(step=step.text()) if step is not None else self.tr("&Undo")

    def _redo_text(self) -> str:
        step = self._context.commands.history.redo_step
        return self.tr("&Redo {step}").format(step=step.text()) if step is not None else self.tr("&Redo")

    def _show_history(self) -> None:
        history = self._context.commands.history
        for action, text, step in (
            (self.undo, self._undo_text, history.undo_step),
            (self.redo, self._redo_text, history.redo_step),
        ):
            action.setText(text())
            action.setToolTip(text().replace("&", ""))
            action.setEnabled(step is not None)

    # --- view -----------------------------------------------------------------------------------------------

    def _fill_view(self) -> None:
        self.views = self._submenu(self.view, lambda: self.tr("&Inventory"))
        panels = self._submenu(self.view, lambda: self.tr("&Panels"))
        for dock in self._docks.all():
            panels.addAction(dock.toggleViewAction())
        self.view.addSeparator()
        self._choice(
            lambda: self.tr("&Theme"),
            self._context.themes.choice,
            {
                "system": lambda: self.tr("Follow the system"),
                "light": lambda: self.tr("Light"),
                "dark": lambda: self.tr("Dark"),
                "contrast": lambda: self.tr("High contrast"),
            },
            self._choose_theme,
        )
        names = {code: self._constant(name) for code, name in _LANGUAGE_NAMES.items()}
        self._choice(lambda: self.tr("&Language"), self._context.language.code, names, self._choose_language)
        sizes = {str(percent): self._constant(f"{percent} %") for percent in _ZOOMS}
        zoom = str(self._context.settings.get(ZOOM_PERCENT))
        self._choice(lambda: self.tr("&Text size"), zoom, sizes, self._choose_zoom)

    @staticmethod
    def _constant(text: str) -> Text:
        return lambda: text

    def _choice(self, title: Text, chosen: str, texts: dict[str, Text], choose: Callable[[str], None]) -> None:
        menu = self._submenu(self.view, title)
        group = QActionGroup(menu)
        self.choices.append(Choice(title, group))
        for value, text in texts.items():
            action = self.add(menu, text, self._chooser(choose, value))
            action.setCheckable(True)
            action.setChecked(value == chosen)
            group.addAction(action)

    @staticmethod
    def _chooser(choose: Callable[[str], None], value: str) -> Callable[[], None]:
        return lambda: choose(value)

    def _choose_theme(self, choice: str) -> None:
        self._context.settings.put(THEME, choice)
        self._context.themes.choose(choice)

    def _choose_language(self, code: str) -> None:
        self._context.settings.put(LANGUAGE, code)
        self._context.language.choose(code)

    def _choose_zoom(self, percent: str) -> None:
        self._context.settings.put(ZOOM_PERCENT, int(percent))
        self._context.themes.set_zoom(int(percent))

    # --- the rest -------------------------------------------------------------------------------------------

    def _fill_object(self) -> None:
        self.object.clear()
        self._actions.fill(self.object, self._context.selection.ids)

    def _dress(self, theme: Theme) -> None:
        self.undo.setIcon(glyph("undo", theme))
        self.redo.setIcon(glyph("redo", theme))

    def retranslate(self) -> None:
        """Set all texts in the language of the moment."""
        for action, text in self._texts:
            action.setText(text())
        self._show_history()
