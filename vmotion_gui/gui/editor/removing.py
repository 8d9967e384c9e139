"""What removing objects means, before it is done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import level_icon, object_icon
from vmotion_gui.gui.objects import kind_name, kind_of, state_of
from vmotion_gui.planning.building.removing import Removal

_SHOWN = 300


class RemoveDialog(QDialog):
    """Lists what goes along and what stands against it.

    Signals:
        confirmed(): all of it is to go.
    """

    confirmed = Signal()

    def __init__(self, removal: Removal, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._removal, self._context = removal, context
        names = [context.name(id_) for id_ in removal.chosen]
        self.setWindowTitle(self.tr("Remove {names}").format(names=", ".join(names[:3]) + ("…" if names[3:] else "")))
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("What this is about"))
        buttons = QDialogButtonBox.StandardButton
        self.buttons = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        self.ok = self.buttons.button(buttons.Ok)
        self.ok.setText(self.tr("Remove"))
        layout = QVBoxLayout(self)
        for widget in (self._text, self.list, self.buttons):
            layout.addWidget(widget)
        self.buttons.accepted.connect(self._confirm)
        self.buttons.rejected.connect(self.reject)
        self._fill()
        self.resize(520, 420 if self.list.count() else 140)

    def _fill(self) -> None:
        removal = self._removal
        if removal.obstacles:
            self._text.setText(self.tr("This cannot be removed yet:"))
            for obstacle in removal.obstacles[:_SHOWN]:
                icon = level_icon("error", self._context.themes.theme)
                self.list.addItem(QListWidgetItem(icon, self._context.language.text(obstacle)))
        elif removal.along:
            self._text.setText(self.tr("These go along: {kinds}.").format(kinds=self._kinds(removal.along)))
            for id_ in removal.along[:_SHOWN]:
                self._add(id_)
        else:
            self._text.setText(self.tr("{title}? It can be brought back with Ctrl+Z.").format(title=self.windowTitle()))
        self.ok.setEnabled(not removal.obstacles)
        self.list.setVisible(self.list.count() > 0)

    def _add(self, id_: str) -> None:
        entity = self._context.session.inventory.get(id_)
        assert entity is not None
        icon = object_icon(kind_of(entity), state_of(entity), self._context.themes.theme)
        self.list.addItem(QListWidgetItem(icon, entity.name))

    def _kinds(self, ids: Iterable[str]) -> str:
        inventory = self._context.session.inventory
        held = [entity for id_ in ids if (entity := inventory.get(id_)) is not None]
        counts = Counter(kind_name(kind_of(entity)) for entity in held)
        return ", ".join(f"{count} × {name}" for name, count in counts.items())

    def _confirm(self) -> None:
        self.confirmed.emit()
        self.accept()
