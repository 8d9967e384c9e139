"""The palette itself: a line to type in, and what fits, with keys and reasons."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPersistentModelIndex, QRect, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFontMetrics, QIcon, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui import objects
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.palette.choices import Choice
from vmotion_gui.gui.palette.fuzzy import FuzzyIndex
from vmotion_gui.inventory.entities import VirtualMachine

_ACTIONS_SHOWN, _OBJECTS_SHOWN = 60, 60
_SEARCH_AFTER_MS = 40
_CHOICE = int(Qt.ItemDataRole.UserRole)
_PAD = 8


class _Lines(QStyledItemDelegate):
    """Two lines: what, with its key at the right; below it where it is found, or why it cannot be done."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(0, 2 * QFontMetrics(option.font).height() + _PAD + 4)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        choice: Choice = index.data(_CHOICE)
        style = QApplication.style()
        self.initStyleOption(option, index)
        option.text, option.icon = "", QIcon()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, None)
        area: QRect = option.rect.adjusted(_PAD, _PAD // 2, -_PAD, -_PAD // 2)
        palette: QPalette = option.palette
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        group = QPalette.ColorGroup.Disabled if choice.reason else QPalette.ColorGroup.Active
        strong = palette.color(group, QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text)
        weak = strong if chosen else palette.color(QPalette.ColorRole.PlaceholderText)
        if choice.icon is not None and not choice.icon.isNull():
            mode = QIcon.Mode.Selected if chosen else QIcon.Mode.Disabled if choice.reason else QIcon.Mode.Normal
            choice.icon.paint(painter, QRect(area.left(), area.top() + 2, 18, 18), mode=mode)
        _draw_lines(painter, area.adjusted(26, 0, 0, 0), choice, strong, weak)


def _draw_lines(painter: QPainter, area: QRect, choice: Choice, strong: QColor, weak: QColor) -> None:
    metrics = painter.fontMetrics()
    half = metrics.height() + 2
    keys = metrics.horizontalAdvance(choice.keys) + (2 * _PAD if choice.keys else 0)
    above = QRect(area.left(), area.top(), area.width(), half)
    painter.setPen(strong)
    text = metrics.elidedText(choice.text, Qt.TextElideMode.ElideMiddle, area.width() - keys)
    painter.drawText(above, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, text)
    painter.setPen(weak)
    painter.drawText(above, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, choice.keys)
    below = QRect(area.left(), area.top() + half, area.width(), half)
    detail = f"⊘ {choice.reason}" if choice.reason else choice.detail
    shown = metrics.elidedText(detail, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(below, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


class Palette(QDialog):
    """Enter does the chosen thing after the palette has gone; an object is selected."""

    def __init__(self, context: Context, actions: Sequence[Choice], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = parent
        self.setWindowTitle(self.tr("Command palette"))
        self._context = context
        self._actions = list(actions)
        self._entities = list(context.session.inventory)
        self._action_index = FuzzyIndex([choice.text for choice in self._actions])
        self._path_index = FuzzyIndex([f"{choice.detail} {choice.text}" for choice in self._actions])
        self._object_index = FuzzyIndex([entity.name for entity in self._entities])
        self.text = QLineEdit(self)
        self.text.setPlaceholderText(self.tr("Type some letters of an action or an object"))
        self.text.setAccessibleName(self.tr("Search actions and objects"))
        self.text.setClearButtonEnabled(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Actions and objects"))
        self.list.setItemDelegate(_Lines(self.list))
        self.list.setUniformItemSizes(True)
        self._count = QLabel(self)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        layout = QVBoxLayout(self)
        for widget in (self.text, self.list, self._count):
            layout.addWidget(widget)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SEARCH_AFTER_MS)
        self._timer.timeout.connect(self.search)
        self.text.textChanged.connect(lambda: self._timer.start())
        self.text.returnPressed.connect(self._choose)
        self.list.itemClicked.connect(lambda _item: self._choose())
        self.text.installEventFilter(self)
        self.resize(min(720, parent.width() - 80), min(520, parent.height() - 120))
        self.search()

    # --- searching ------------------------------------------------------------------------------------------

    def search(self) -> None:
        """Show what fits; all actions while nothing is typed."""
        self._timer.stop()
        query = self.text.text()
        if query.strip():
            found = self._action_index.find(query)
            found += [number for number in self._path_index.find(query) if number not in set(found)]
            hits = self._object_index.find(query)
        else:
            found, hits = list(range(len(self._actions))), []
        self.list.clear()
        for number in found[:_ACTIONS_SHOWN]:
            self._add(self._actions[number])
        for number in hits[:_OBJECTS_SHOWN]:
            self._add(self._of_object(number))
        self.list.setCurrentRow(0)
        text = self.tr("{actions} actions, {objects} objects")
        self._count.setText(text.format(actions=len(found), objects=len(hits)))

    def _add(self, choice: Choice) -> None:
        item = QListWidgetItem(self.list)
        item.setData(_CHOICE, choice)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, " – ".join(part for part in _spoken(choice) if part))
        item.setToolTip(choice.reason or choice.detail)

    def _of_object(self, number: int) -> Choice:
        entity = self._entities[number]
        kind = objects.kind_of(entity)
        place = objects.kind_name(kind)
        if isinstance(entity, VirtualMachine):
            place = self.tr("{kind} on {host}").format(kind=place, host=self._context.name(entity.host))
        icon = object_icon(kind, objects.state_of(entity), self._context.themes.theme)
        return Choice(objects.label(entity), place, icon=icon, run=self._selecting(entity.id))

    def _selecting(self, id_: str) -> Callable[[], None]:
        return lambda: self._context.selection.select([id_])

    # --- choosing -------------------------------------------------------------------------------------------

    def _choose(self) -> None:
        if self._timer.isActive():
            self.search()
        item = self.list.currentItem()
        choice: Choice | None = item.data(_CHOICE) if item is not None else None
        if choice is None or choice.run is None:
            return
        if choice.reason:
            self._count.setText(choice.reason)
            return
        run = choice.run
        self.accept()
        QTimer.singleShot(0, self._window, lambda: run())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and self.list.count():
            page = max(1, self.list.viewport().height() // max(1, self.list.sizeHintForRow(0)))
            steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: page, Qt.Key.Key_PageUp: -page}
            step = steps.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                count = self.list.count()
                self.list.setCurrentRow(row % count if abs(step) == 1 else min(max(row, 0), count - 1))
                return True
        return super().eventFilter(watched, event)


def _spoken(choice: Choice) -> tuple[str, ...]:
    return choice.text, choice.keys, choice.reason or choice.detail
