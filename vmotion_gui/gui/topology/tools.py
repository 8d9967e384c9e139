"""The topology's toolbar: which picture, where to look, the legend, and the search."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon, QKeyEvent, QPainter, QPixmap
from PySide6.QtWidgets import QLabel, QLineEdit, QSizePolicy, QToolBar, QWidget

from vmotion_gui.gui.theme import Theme, ThemeManager
from vmotion_gui.gui.topology import tool_glyphs
from vmotion_gui.gui.topology.glyphs import Draw
from vmotion_gui.gui.topology.layout import Mode
from vmotion_gui.gui.topology.navigation import STEP
from vmotion_gui.gui.topology.style import Style

_SEARCH_WIDTH = 240


class SearchField(QLineEdit):
    """A line that goes to the next match on Enter, to the previous on Shift+Enter, and empties itself on Esc.

    Signals:
        next_wanted(int): 1 for the next match, -1 for the previous one.
    """

    next_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.next_wanted.emit(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class Tools(QToolBar):
    """The bar above the view.

    Signals:
        mode_chosen(str): "nested" or "graph".
        fit_wanted(), selection_wanted(): show everything, what is selected.
        zoom_wanted(float): zoom by a factor.
        legend_wanted(bool): show or hide the legend.
        searched(str): the search's text is another one.
        next_wanted(int): go to the next (1) or previous (-1) match.
    """

    mode_chosen = Signal(str)
    fit_wanted = Signal()
    selection_wanted = Signal()
    zoom_wanted = Signal(float)
    legend_wanted = Signal(bool)
    searched = Signal(str)
    next_wanted = Signal(int)

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self._make_actions()
        self._make_search()
        self._retranslate()
        self._dress(themes.theme)
        themes.changed.connect(self._dress)

    def _make_actions(self) -> None:
        modes = QActionGroup(self)
        self.nested, self.graph = (modes.addAction(self.addAction("")) for _ in range(2))
        self.addSeparator()
        self.fit, self.to_selection, self.nearer, self.farther = (self.addAction("") for _ in range(4))
        self.addSeparator()
        self.legend = self.addAction("")
        for action in (self.nested, self.graph, self.legend):
            action.setCheckable(True)
        self.nested.setChecked(True)
        self.nested.toggled.connect(self._choose_mode)
        self.fit.triggered.connect(self.fit_wanted)
        self.to_selection.triggered.connect(self.selection_wanted)
        self.nearer.triggered.connect(lambda: self.zoom_wanted.emit(STEP))
        self.farther.triggered.connect(lambda: self.zoom_wanted.emit(1.0 / STEP))
        self.legend.toggled.connect(self.legend_wanted)

    def _make_search(self) -> None:
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(spacer)
        self.found = QLabel(self)
        self.found.setContentsMargins(0, 0, 8, 0)
        self.addWidget(self.found)
        self.search = SearchField(self)
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(_SEARCH_WIDTH)
        self.search.textChanged.connect(self.searched)
        self.search.next_wanted.connect(self.next_wanted)
        self.addWidget(self.search)

    def _choose_mode(self, nested: bool) -> None:
        self.mode_chosen.emit("nested" if nested else "graph")

    def set_mode(self, mode: Mode) -> None:
        """Press the button of a picture."""
        (self.nested if mode == "nested" else self.graph).setChecked(True)

    def tell_found(self, count: int, place: int) -> None:
        """Say how much the search found, and the how manieth is shown (from 1; 0: none yet)."""
        if not self.search.text().strip():
            self.found.clear()
        elif not count:
            self.found.setText(self.tr("Nothing found"))
        elif place:
            text = self.tr("{place} of {count}")
            self.found.setText(text.format(place=QLocale().toString(place), count=QLocale().toString(count)))
        else:
            self.found.setText(self.tr("{count} found").format(count=QLocale().toString(count)))

    # --- looks --------------------------------------------------------------------------------------------------------

    def _dress(self, theme: Theme) -> None:
        style = Style(theme)
        glyphs: dict[QAction, Draw] = {
            self.nested: tool_glyphs.nested,
            self.graph: tool_glyphs.graph,
            self.fit: tool_glyphs.fit,
            self.to_selection: tool_glyphs.to_selection,
            self.nearer: tool_glyphs.nearer,
            self.farther: tool_glyphs.farther,
            self.legend: tool_glyphs.legend,
        }
        for action, glyph in glyphs.items():
            action.setIcon(_icon(glyph, style))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Topology tools"))
        self.nested.setText(self.tr("Nested view"))
        self.graph.setText(self.tr("Graph view"))
        self.fit.setText(self.tr("Show everything (0)"))
        self.to_selection.setText(self.tr("Zoom to the selection (F)"))
        self.nearer.setText(self.tr("Zoom in (+)"))
        self.farther.setText(self.tr("Zoom out (−)"))
        self.legend.setText(self.tr("Legend"))
        self.search.setPlaceholderText(self.tr("Search in the topology"))
        self.search.setAccessibleName(self.tr("Search in the topology"))
        self.search.setToolTip(self.tr("Enter goes to the next match, Shift+Enter to the previous one"))


def _icon(glyph: Draw, style: Style) -> QIcon:
    icon = QIcon()
    for side in (18, 27, 36):
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(side / 16.0, side / 16.0)
        glyph(painter, style)
        painter.end()
        icon.addPixmap(pixmap)
    return icon
