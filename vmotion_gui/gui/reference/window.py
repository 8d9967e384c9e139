"""What all such windows share: filter, list, page, and the lesson about what is chosen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QLocale, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
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

from vmotion_gui.gui.theme import Theme, ThemeManager

_ID_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Entry:
    """One thing to look up."""

    id: str
    columns: tuple[str, ...]
    searched: str
    """All words by which it is found."""
    group: str = ""
    """The name under which it stands; "" for none."""


class ReferenceWindow(QDialog):
    """Subclasses say what the entries are and what stands on their pages.

    Signals:
        lesson_wanted(str): the name of a lesson's file, without its ending.
    """

    lesson_wanted = Signal(str)
    scheme = ""
    """Links of this scheme lead to another entry of the same window."""

    def __init__(self, themes: ThemeManager, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.filter = QLineEdit(self)
        self.tree = QTreeWidget(self)
        self.page = QTextBrowser(self)
        self.count = QLabel(self)
        self.lesson = QPushButton(self)
        self.shown = ""
        self._groups: dict[str, tuple[QTreeWidgetItem, list[QTreeWidgetItem]]] = {}
        self._items: dict[str, tuple[QTreeWidgetItem, str]] = {}
        self._arrange()
        self.filter.textChanged.connect(self._filter)
        self.tree.currentItemChanged.connect(lambda item, _before: self._choose(item))
        self.page.anchorClicked.connect(self._follow)
        self.lesson.clicked.connect(lambda: self.lesson_wanted.emit(self.lesson_of(self.shown)))
        themes.changed.connect(self._dress)
        self.resize(self.sizeHint())

    def _dress(self, _theme: Theme) -> None:
        self._tell()

    def page_of(self, id_: str) -> str:
        """The page of an entry, as HTML."""
        raise NotImplementedError

    def lesson_of(self, id_: str) -> str:
        """The lesson that shows it."""
        raise NotImplementedError

    def sizeHint(self) -> QSize:
        em = self.fontMetrics().height()
        return QSize(60 * em, 38 * em)

    def fill(self, entries: Iterable[Entry], headers: Sequence[str]) -> None:
        """Show these, and the page of the first one."""
        self.tree.setColumnCount(len(headers))
        self.tree.setHeaderLabels(list(headers))
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in range(1, len(headers)):
            self.tree.setColumnWidth(column, self.fontMetrics().height() * 11)
        for entry in entries:
            self._add(entry)
        self._count()
        self.tree.setCurrentItem(next(iter(self._items.values()))[0])

    def show_entry(self, id_: str) -> None:
        """Choose an entry; an unknown one leaves everything as it is."""
        item = self._items[id_][0] if id_ in self._items else None
        if item is None:
            return
        if item.isHidden():
            self.filter.clear()
        self.tree.setCurrentItem(item)
        self.tree.scrollToItem(item)

    def _arrange(self) -> None:
        self.tree.setUniformRowHeights(True)
        self.page.setOpenLinks(False)
        self.lesson.setAutoDefault(False)
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
        self.filter.setAccessibleName(self.tr("Filter"))
        self.filter.setClearButtonEnabled(True)
        self.page.setAccessibleName(self.tr("Explanation"))
        self.lesson.setText(self.tr("Play the lesson about it"))
        tip = self.tr("Opens a lesson in which this can be watched; what is open stays open behind it.")
        self.lesson.setToolTip(tip)

    def _add(self, entry: Entry) -> None:
        if entry.group:
            if entry.group not in self._groups:
                self._groups[entry.group] = self._group(entry.group), []
            group, items = self._groups[entry.group]
            item = QTreeWidgetItem(group, list(entry.columns))
            items.append(item)
        else:
            item = QTreeWidgetItem(self.tree, list(entry.columns))
        for column, text in enumerate(entry.columns):
            item.setToolTip(column, text)
        item.setData(0, _ID_ROLE, entry.id)
        self._items[entry.id] = item, entry.searched.casefold()

    def _group(self, name: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem(self.tree, [name])
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setFirstColumnSpanned(True)
        item.setExpanded(True)
        font = item.font(0)
        font.setBold(True)
        item.setFont(0, font)
        return item

    def _filter(self, text: str) -> None:
        wanted = text.casefold().split()
        for item, searched in self._items.values():
            item.setHidden(not all(word in searched for word in wanted))
        for group, items in self._groups.values():
            group.setHidden(all(item.isHidden() for item in items))
        self._count()

    def _count(self) -> None:
        shown = sum(not item.isHidden() for item, _searched in self._items.values())
        self.count.setText(self.tr("{count} found").format(count=QLocale().toString(shown)))

    def _choose(self, item: QTreeWidgetItem | None) -> None:
        id_ = item.data(0, _ID_ROLE) if item is not None else None
        if id_:
            self.shown = id_
            self._tell()

    def _tell(self) -> None:
        if self.shown:
            self.page.setHtml(self.page_of(self.shown))

    def _follow(self, link: QUrl) -> None:
        if link.scheme() == self.scheme:
            self.show_entry(link.path())
        else:
            QDesktopServices.openUrl(link)
