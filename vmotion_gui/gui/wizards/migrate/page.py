"""What the wizard asks of each of its pages."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vmotion_gui.gui.wizards.migrate.draft import Draft
from vmotion_gui.gui.wizards.migrate.panel import Finding


class Page(QWidget):
    """One step. It writes into the draft at once, so that Back and Next lose nothing.

    Signals:
        told(): `finding` may say something else now.
        advance(): a choice was made that means "and go on" (double click).
    """

    told = Signal()
    advance = Signal()

    def __init__(self, draft: Draft, intro: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        label = QLabel(intro, self)
        label.setWordWrap(True)
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        self.body.addWidget(label)

    def enter(self) -> None:
        """The page comes to the front: show what the draft says."""

    def leave(self) -> None:
        """The page goes out of sight."""

    def finding(self) -> Finding:
        """What stands in the panel below, and whether the next page may follow."""
        raise NotImplementedError

    def first_field(self) -> QWidget:
        """What has the keyboard when the page comes to the front."""
        raise NotImplementedError
