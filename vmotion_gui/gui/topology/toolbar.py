"""The row of controls above the picture."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.topology.tool_icons import tool_icon


class SearchField(QLineEdit):
    """A field in which Enter goes on to the next match, Shift+Enter to the previous one, Esc clears.

    Signals:
        step_wanted(int): 1 for the next match, -1 for the previous one.
    """

    step_wanted = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step_wanted.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)


class TopologyBar(QWidget):
    """Buttons and the search field; what they do is the pane's."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.nested, self.graph = self._button(checkable=True), self._button(checkable=True)
        self.modes = QButtonGroup(self)
        self.modes.addButton(self.nested)
        self.modes.addButton(self.graph)
        self.nested.setChecked(True)
        self.fit, self.selection = self._button(), self._button()
        self.zoom_in, self.zoom_out = self._button(), self._button()
        self.legend, self.map = self._button(checkable=True), self._button(checkable=True)
        self.search = SearchField(self)
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(110)
        self.search.setMaximumWidth(230)
        self.found = QLabel(self)
        self._arrange()
        self.retranslate()

    def _button(self, *, checkable: bool = False) -> QToolButton:
        button = QToolButton(self)
        button.setAutoRaise(True)
        button.setCheckable(checkable)
        button.setIconSize(QSize(20, 20))
        return button

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 4, 8, 4)
        row.setSpacing(3)
        groups = (
            (self.nested, self.graph),
            (self.zoom_out, self.zoom_in, self.fit, self.selection),
            (self.legend, self.map),
        )
        for k, group in enumerate(groups):
            if k:
                row.addWidget(self._line())
            for button in group:
                row.addWidget(button)
        for button in groups[0]:
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        row.addStretch(1)
        row.addWidget(self.found)
        row.addWidget(self.search)

    def _line(self) -> QFrame:
        line = QFrame(self)
        line.setFrameShape(QFrame.Shape.VLine)
        line.setFrameShadow(QFrame.Shadow.Plain)
        line.setStyleSheet("color: palette(mid); margin: 3px 3px;")
        return line

    def dress(self, theme: Theme) -> None:
        """Icons in the theme's colours."""
        icons = {
            "nested": self.nested,
            "graph": self.graph,
            "fit": self.fit,
            "selection": self.selection,
            "zoomIn": self.zoom_in,
            "zoomOut": self.zoom_out,
            "legend": self.legend,
            "map": self.map,
        }
        for name, button in icons.items():
            button.setIcon(tool_icon(name, theme))
        self.found.setStyleSheet(f"color: {theme.muted};")

    def retranslate(self) -> None:
        """All words anew."""
        self._name(self.nested, self.tr("Nested"), self.tr("Frames within frames"))
        self._name(self.graph, self.tr("Graph"), self.tr("Free graph with edges"))
        self._name(self.zoom_in, self.tr("Zoom in"), self.tr("Zoom in (+)"))
        self._name(self.zoom_out, self.tr("Zoom out"), self.tr("Zoom out (−)"))
        self._name(self.fit, self.tr("Fit"), self.tr("Show everything (0)"))
        self._name(self.selection, self.tr("Selection"), self.tr("Show what is selected (F)"))
        self._name(self.legend, self.tr("Legend"), self.tr("What shapes and colours mean"))
        self._name(self.map, self.tr("Map"), self.tr("Overview map"))
        self.search.setPlaceholderText(self.tr("Find in the topology"))
        self.search.setAccessibleName(self.tr("Find in the topology"))
        self.search.setToolTip(self.tr("Enter goes to the next match, Shift+Enter to the previous one"))

    def _name(self, button: QToolButton, text: str, tip: str) -> None:
        button.setText(text)
        button.setToolTip(tip)
        button.setAccessibleName(text)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
