"""Light, dark and high contrast: the colours that everything is drawn with.

Values of the status colours are those of the open design system that the field's clients use; state is always shown by
shape and text as well, never by colour alone.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from vmotion_gui.gui.style import style_sheet


@dataclass(frozen=True)
class Theme:
    """One set of colours, as "#RRGGBB"."""

    name: str
    background: str
    panel: str
    raised: str
    text: str
    muted: str
    border: str
    grid: str
    normal: str
    warning: str
    warning_text: str
    alert: str
    info: str
    neutral: str
    disabled: str
    simulated: str
    selection: str
    selection_text: str
    dirty: str
    in_flight: str
    clean: str

    @property
    def dark(self) -> bool:
        return self.name != "light"

    def color(self, role: str, alpha: int = 255) -> QColor:
        """A role's colour with an opacity of 0 to 255."""
        color = QColor(getattr(self, role))
        color.setAlpha(alpha)
        return color


LIGHT = Theme(
    name="light",
    background="#FFFFFF",
    panel="#F3F6F8",
    raised="#FFFFFF",
    text="#1B2A32",
    muted="#4F6169",
    border="#B3BFC5",
    grid="#DDE4E8",
    normal="#42810E",
    warning="#FFB92E",
    warning_text="#9C6100",
    alert="#D92100",
    info="#0077A9",
    neutral="#4F6169",
    disabled="#AEB8BC",
    simulated="#7C12A5",
    selection="#0079AD",
    selection_text="#FFFFFF",
    dirty="#D9660B",
    in_flight="#0079AD",
    clean="#8FBF6A",
)
DARK = Theme(
    name="dark",
    background="#1B2B32",
    panel="#21333B",
    raised="#2A3F48",
    text="#E9EEF0",
    muted="#AEB8BC",
    border="#4A606B",
    grid="#33474F",
    normal="#67CA16",
    warning="#FFCF66",
    warning_text="#FFCF66",
    alert="#FF8672",
    info="#2EC0FF",
    neutral="#AEB8BC",
    disabled="#4F6169",
    simulated="#D29BEC",
    selection="#0F6E97",
    selection_text="#FFFFFF",
    dirty="#FF9A4D",
    in_flight="#2EC0FF",
    clean="#5E9440",
)
CONTRAST = Theme(
    name="contrast",
    background="#000000",
    panel="#000000",
    raised="#000000",
    text="#FFFFFF",
    muted="#E0E0E0",
    border="#FFFFFF",
    grid="#8C8C8C",
    normal="#7CFF3A",
    warning="#FFE14D",
    warning_text="#FFE14D",
    alert="#FF9A8A",
    info="#5CE1FF",
    neutral="#E0E0E0",
    disabled="#A6A6A6",
    simulated="#F0B3FF",
    selection="#1557CE",
    selection_text="#FFFFFF",
    dirty="#FFB05C",
    in_flight="#5CE1FF",
    clean="#7CFF3A",
)
"""Seven to one at least between all that is read and what lies behind it (WCAG 2.2, success criterion 1.4.6)."""
_CHOICES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}


class ThemeManager(QObject):
    """Chooses the theme, follows the system, and dresses the application.

    Signals:
        changed(Theme): the theme is another one now.
    """

    changed = Signal(object)

    def __init__(self, application: QApplication, choice: str = "system") -> None:
        super().__init__(application)
        self._application = application
        self._choice = choice
        self._theme = LIGHT
        self._system_points = application.font().pointSizeF()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        self._apply()

    def set_zoom(self, percent: int) -> None:
        """Make all text of the application larger or smaller than the system's."""
        font = self._application.font()
        font.setPointSizeF(self._system_points * percent / 100.0)
        self._application.setFont(font)
        self._apply()

    @property
    def theme(self) -> Theme:
        return self._theme

    @property
    def choice(self) -> str:
        """ "system", "light", "dark" or "contrast"."""
        return self._choice

    def choose(self, choice: str) -> None:
        """Take "light", "dark" or "contrast", or follow the "system"."""
        if choice != self._choice:
            self._choice = choice
            self._apply()

    def _scheme_changed(self) -> None:
        if self._choice == "system":
            self._apply()

    def _apply(self) -> None:
        system_dark = QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        self._theme = _CHOICES.get(self._choice, DARK if system_dark else LIGHT)
        self._application.setStyle("Fusion")
        self._application.setPalette(_palette(self._theme))
        self._application.setStyleSheet(style_sheet(self._theme))
        self.changed.emit(self._theme)


def _palette(theme: Theme) -> QPalette:
    roles = QPalette.ColorRole
    colours = {
        roles.Window: theme.panel,
        roles.WindowText: theme.text,
        roles.Base: theme.background,
        roles.AlternateBase: theme.panel,
        roles.Text: theme.text,
        roles.Button: theme.raised,
        roles.ButtonText: theme.text,
        roles.BrightText: theme.alert,
        roles.Highlight: theme.selection,
        roles.HighlightedText: theme.selection_text,
        roles.Link: theme.info,
        roles.ToolTipBase: theme.raised,
        roles.ToolTipText: theme.text,
        roles.PlaceholderText: theme.muted,
        roles.Mid: theme.border,
        roles.Light: theme.raised,
        roles.Midlight: theme.grid,
        roles.Dark: theme.border,
        roles.Shadow: theme.border,
    }
    palette = QPalette()
    for role, value in colours.items():
        palette.setColor(role, QColor(value))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, _between(theme.muted, theme.disabled))
    return palette


def _between(a: str, b: str) -> QColor:
    """The colour half-way: text that cannot be used now stays readable, because it stands beside the reason."""
    first, second = QColor(a), QColor(b)
    pairs = (first.red(), second.red()), (first.green(), second.green()), (first.blue(), second.blue())
    return QColor(*(sum(pair) // 2 for pair in pairs))
