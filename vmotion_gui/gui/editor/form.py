"""The form of a whole entity: groups at the left, their fields at the right, an explanation of the field below."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

import vmotion_gui.gui.editor.parts as _parts  # registers what edits parts
from vmotion_gui.gui.editor.explaining import explanation, limits
from vmotion_gui.gui.editor.structs import FIELD, StructForm
from vmotion_gui.gui.editor.surroundings import Surroundings
from vmotion_gui.inventory.editing import texts
from vmotion_gui.inventory.editing.checking import Checking, Fault
from vmotion_gui.inventory.editing.fields import FormField, fields_of
from vmotion_gui.inventory.editing.grouping import groups_of

assert _parts
_CHECK_MS = 40
"""After the last keystroke, so that fast typing is not held up."""


class EntityForm(QWidget):
    """Edits one entity as a document; checks it against the estate while it is edited.

    Signals:
        checked(): `faults` is what is wrong now.
    """

    checked = Signal()

    def __init__(self, document: dict[str, Any], around: Surroundings, checking: Checking) -> None:
        super().__init__()
        self._document, self._kind = document, around.kind
        self._around, self._checking = around, checking
        self.faults: list[Fault] = []
        self._fields = {field.name: field for field in fields_of(around.kind, around.kind)}
        self._groups = groups_of(around.kind, tuple(self._fields))
        self.pages: dict[str, StructForm] = {}
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_CHECK_MS)
        self._timer.timeout.connect(self.check)
        self._make()
        self.rail.setCurrentRow(0)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._focus_changed)
        self.check()

    # --- making ---------------------------------------------------------------------------------------------

    def _make(self) -> None:
        self.rail = QListWidget(self)
        self.rail.setAccessibleName(self.tr("Groups"))
        self.rail.setFrameShape(QFrame.Shape.NoFrame)
        self.rail.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        metrics = QFontMetrics(self.font())
        names = [self._around.text(texts.group(name)) for name, _ in self._groups]
        for name in names:
            item = QListWidgetItem(name, self.rail)
            item.setSizeHint(QSize(0, metrics.height() + 14))
        self.rail.setFixedWidth(max(metrics.horizontalAdvance(f"✕ {name}") for name in names) + 44)
        self.rail.setVisible(len(names) > 1)
        self.rail.setStyleSheet("QListWidget::item { padding-left: 8px; }")
        self._stack = QStackedWidget(self)
        for _ in self._groups:
            area = QScrollArea(self._stack)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.NoFrame)
            area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            self._stack.addWidget(area)
        self._help = QLabel(self)
        self._help.setWordWrap(True)
        self._help.setTextFormat(Qt.TextFormat.PlainText)
        self._help.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self._help.setMinimumHeight(metrics.lineSpacing() * 4 + 16)
        self._help.setMargin(8)
        self._help.setObjectName("fieldHelp")
        theme = self._around.theme
        self._help.setStyleSheet(
            f"QLabel#fieldHelp {{ background: {theme.panel}; border-top: 1px solid {theme.border}; }}"
        )
        above = QHBoxLayout()
        above.setContentsMargins(0, 0, 0, 0)
        above.setSpacing(12)
        above.addWidget(self.rail)
        above.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above, 1)
        column.addWidget(self._help)
        self.rail.currentRowChanged.connect(self.show_group)

    def show_group(self, row: int) -> None:
        """Show a group of fields; its form is made when it is first wanted."""
        name, fields = self._groups[row]
        if name not in self.pages:
            area = self._stack.widget(row)
            assert isinstance(area, QScrollArea)
            page = StructForm([self._fields[field] for field in fields], self._around, area)
            page.setContentsMargins(4, 8, 12, 8)
            page.set_value({field: self._document[field] for field in fields if field in self._document})
            page.edited.connect(self._edited)
            area.setWidget(page)
            self.pages[name] = page
            self._show_faults()
        self._stack.setCurrentIndex(row)
        self._explain(self._fields[fields[0] if fields[0] != "id" else fields[1]])

    def field(self, name: str) -> QWidget:
        """What edits a field, brought into sight; KeyError for a field that there is not."""
        row = next(row for row, (_, fields) in enumerate(self._groups) if name in fields)
        self.rail.setCurrentRow(row)
        return self.pages[self._groups[row][0]].rows[name].editor

    # --- editing --------------------------------------------------------------------------------------------

    def document(self) -> dict[str, Any]:
        """The entity as the form has it."""
        document = dict(self._document)
        for page in self.pages.values():
            document |= page.value()
        return document

    def _edited(self) -> None:
        self._timer.start()

    def check(self) -> None:
        """Look at once whether the entity fits the estate."""
        self._timer.stop()
        self.faults = self._checking.faults(self.document(), self._kind)
        self._show_faults()
        self.checked.emit()

    def _show_faults(self) -> None:
        own = [(fault.path, self._around.text(fault.text)) for fault in self.faults if fault.id == self._own_id()]
        for row, (name, fields) in enumerate(self._groups):
            concerned = [(path, text) for path, text in own if path.partition(".")[0].partition("[")[0] in fields]
            title = self._around.text(texts.group(name))
            self.rail.item(row).setText(f"✕ {title}" if concerned else title)
            if name in self.pages:
                self.pages[name].show_faults(concerned)

    def _own_id(self) -> str:
        return str(self._document.get("id", ""))

    # --- explaining -----------------------------------------------------------------------------------------

    def _focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        at = new
        while at is not None and at is not self:
            field = at.property(FIELD)
            if isinstance(field, FormField):
                self._explain(field)
                return
            at = at.parentWidget()

    def _explain(self, field: FormField) -> None:
        title = self._around.text(texts.label(field))
        lines = [f"{title}: {' '.join(explanation(field, self._around))}", limits(field, self._around)]
        self._help.setText("\n".join(line for line in lines if line))
