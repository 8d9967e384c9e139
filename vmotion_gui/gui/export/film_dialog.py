"""How long and how large an animation is to be."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QSpinBox, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.export.film import Cut

_SHORTEST_S, _LONGEST_S, _USUAL_S = 3, 12, 8
_WIDTHS = (640, 960, 1280)


class FilmDialog(QDialog):
    """Asks for the cut of a run from one simulated second to another."""

    def __init__(self, from_s: float, to_s: float, parent: QWidget) -> None:
        super().__init__(parent)
        self._from_s, self._to_s = from_s, to_s
        self.setWindowTitle(self.tr("Animation of the run"))
        self.seconds = QSpinBox(self)
        self.seconds.setRange(_SHORTEST_S, _LONGEST_S)
        self.seconds.setValue(_USUAL_S)
        self.seconds.setSuffix(" s")
        self.width_px = QComboBox(self)
        for width in _WIDTHS:
            self.width_px.addItem(f"{width} × {width * 9 // 16}", width)
        self.width_px.setCurrentIndex(1)
        told = self.tr("The topology as it is shown now, from {start} to {end} of simulated time.")
        start, end = (words.quantity(time, "seconds") for time in (from_s, to_s))
        about = QLabel(told.format(start=start, end=end), self)
        about.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        go = buttons.addButton(self.tr("Choose a file…"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        go.setDefault(True)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QFormLayout(self)
        layout.addRow(about)
        layout.addRow(self.tr("&Length of the animation"), self.seconds)
        layout.addRow(self.tr("&Size in pixels"), self.width_px)
        layout.addRow(buttons)

    def cut(self) -> Cut:
        """What was chosen."""
        return Cut(self._from_s, self._to_s, self.seconds.value(), int(self.width_px.currentData()))

    def size_px(self) -> QSize:
        """Width and height of the pictures."""
        width = int(self.width_px.currentData())
        return QSize(width, width * 9 // 16)
