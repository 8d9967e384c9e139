"""Settings, themes, languages and sizes of text, and the program by keyboard alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QApplication, QComboBox

from tests.gui.xvfb.walking import Gesture, Walk
from vmotion_gui.gui.dialogs.settings import SettingsDialog


class AtHome(Walk):
    """What the user makes of the program, each with its picture."""

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (self.settings, self.looks, self.sizes, self.by_keyboard)

    def settings(self) -> Gesture:
        yield self.hands.click(self.at("vm-web-01"))
        yield self.hands.key("ctrl+comma")
        yield self.asked(SettingsDialog)
        self.picture("dialog")
        yield self.hands.key("Escape")
        yield self.gone(SettingsDialog)
        self.told(shown=True)

    def choose_setting(self, box: int, row: int) -> Gesture:
        """Through the dialog, as a user would."""
        yield self.back_to_the_window()
        yield self.hands.key("ctrl+comma")
        yield self.asked(SettingsDialog)
        dialog = self.dialog(SettingsDialog)
        assert isinstance(dialog, SettingsDialog)
        combo: QComboBox = dialog.boxes[box]
        combo.setFocus()
        yield self.hands.key("Home", *["Down"] * row)
        yield lambda: combo.currentIndex() == row
        yield self.hands.key("Escape")
        yield self.gone(SettingsDialog)

    def looks(self) -> Gesture:
        """Dark, high contrast; German."""
        seen = []
        for row, name in ((2, "dark"), (3, "contrast"), (1, "light")):
            yield from self.choose_setting(0, row)
            yield lambda name=name: self.window.context.themes.theme.name == name  # type: ignore[misc]
            yield self.hands.click(self.at("vm-web-01"))
            self.picture(name)
            seen.append(name)
        yield from self.choose_setting(1, 1)
        yield lambda: self.window.menus.edit.title().replace("&", "") == "Bearbeiten"
        yield self.hands.click(self.at("vm-web-01"))
        self.picture("german")
        yield from self.choose_setting(1, 0)
        yield lambda: self.window.menus.edit.title().replace("&", "") == "Edit"
        self.told(seen=seen)

    def sizes(self) -> Gesture:
        """200 % and 300 %."""
        before = QApplication.font().pointSizeF()
        for row, name in ((7, "200"), (9, "300"), (2, "100")):
            yield from self.choose_setting(2, row)
            yield self.hands.still
            self.picture(name)
        self.told(back=QApplication.font().pointSizeF() == before)

    def by_keyboard(self) -> Gesture:
        """Select, migrate and go through the wizard without the pointer."""
        yield self.back_to_the_window()
        yield self.hands.key("ctrl+f")
        yield self.hands.do("type", "--delay", "40", "web-03")
        yield lambda: self.window.parts.inventory.filter.text() == "web-03"
        yield self.hands.key("Return")
        yield lambda: self.window.context.selection.ids == ("vm-web-03",)
        self.picture("found")
        yield self.hands.key("ctrl+m")
        yield lambda: QApplication.activeModalWidget() is not None
        self.picture("wizard")
        yield self.hands.key("Escape")
        yield lambda: QApplication.activeModalWidget() is None
        self.told(selected=list(self.window.context.selection.ids))
