"""The window with all checks: a list by topics with a filter, and the page of the one that is chosen."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QSplitter,
    QTextBrowser,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.compatibility.explanation import Explanation, explanations
from vmotion_gui.gui.checks.page import page_of
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.lessons.explaining import LESSON_OF_TOPIC

_ID_ROLE = Qt.ItemDataRole.UserRole


class ChecksWindow(QDialog):
    """Every check before a migration.

    Signals:
        lesson_wanted(str): the name of a lesson's file, without its ending.
    """

    lesson_wanted = Signal(str)

    def __init__(self, language: Language, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._language = language
        self._themes = themes
        self.filter = QLineEdit(self)
        self.tree = QTreeWidget(self)
        self.page = QTextBrowser(self)
        self.count = QLabel(self)
        self.lesson = QPushButton(self)
        self.lesson.setAutoDefault(False)
        self._topics: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._shown: Explanation | None = None
        self._arrange()
        self._name()
        self._fill()
        self.filter.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self.lesson.clicked.connect(self._want_lesson)
        themes.changed.connect(lambda _theme: self._tell())
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(60 * em, 38 * em)

    def show_check(self, id_: str) -> None:
        """Choose a check by its id; an unknown one leaves everything as it is."""
        item = self._items.get(id_)
        if item is None:
            return
        if item.isHidden():
            self.filter.clear()
        self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item)

    def _arrange(self) -> None:
        self.tree.setColumnCount(2)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.header().setStretchLastSection(False)
        self.tree.setColumnWidth(1, self.fontMetrics().height() * 10)
        left, right = QWidget(self), QWidget(self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.filter)
        column.addWidget(self.tree, 1)
        column.addWidget(self.count)
        column = QVBoxLayout(right)
        column.setContentsMargins(8, 0, 0, 0)
        column.addWidget(self.page, 1)
        row = QHBoxLayout()
        row.addWidget(self.lesson)
        row.addStretch(1)
        column.addLayout(row)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        for part in (left, right):
            split.addWidget(part)
        split.setChildrenCollapsible(False)
        split.setSizes([520, 480])
        layout = QVBoxLayout(self)
        layout.addWidget(split)

    def _name(self) -> None:
        self.setWindowTitle(self.tr("Checks before a migration"))
        self.filter.setPlaceholderText(self.tr("Filter by words, fault or check"))
        self.filter.setAccessibleName(self.filter.placeholderText())
        self.filter.setClearButtonEnabled(True)
        self.tree.setHeaderLabels([self.tr("Example"), self.tr("Fault")])
        self.tree.setAccessibleName(self.tr("Checks"))
        self.page.setAccessibleName(self.tr("What the check means"))
        self.lesson.setText(self.tr("Play the lesson about it"))
        self.lesson.setToolTip(
            self.tr("Opens a lesson in which this can be watched; what is open stays open behind it.")
        )

    def _fill(self) -> None:
        for check in explanations().values():
            if check.topic not in self._topics:
                self._topics[check.topic] = self._topic(self._language.text(check.name)), []
            topic, items = self._topics[check.topic]
            sentence = check.example.sentence[self._language.code]
            item = QTreeWidgetItem(topic, [sentence, check.fault])
            item.setData(0, _ID_ROLE, check.id)
            item.setToolTip(0, sentence)
            item.setToolTip(1, check.fault)
            items.append(item)
            self._items[check.id] = item
        self._count()
        self.tree.setCurrentItem(next(iter(self._items.values())))
        self._choose(self.tree.currentItem())

    def _topic(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [name, ""])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        item.setExpanded(True)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for id_, item in self._items.items():
            check = explanations()[id_]
            current = self._language.code
            parts = (id_, check.fault, *check.also, check.example.sentence[current], check.example.cure[current])
            searched = " ".join(parts).casefold()
            item.setHidden(not all(word in searched for word in wanted))
        for topic, items in self._topics.values():
            topic.setHidden(all(item.isHidden() for item in items))
        self._count()

    def _count(self) -> None:
        shown = sum(not item.isHidden() for item in self._items.values())
        self.count.setText(self.tr("%n check(s)", "", shown))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        check = explanations().get(item.data(0, _ID_ROLE) or "") if item is not None else None
        if check is not None:
            self._shown = check
            self._tell()

    def _tell(self) -> None:
        if self._shown is not None:
            self.page.setHtml(page_of(self._shown, self._language, self._themes.theme))

    def _want_lesson(self) -> None:
        if self._shown is not None:
            self.lesson_wanted.emit(LESSON_OF_TOPIC[self._shown.topic])
