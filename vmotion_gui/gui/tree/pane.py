"""The left dock: four inventories, a filter, and the tree of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from vmotion_gui.gui.drag.port import DragPort
from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.objects import Kind
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import Theme, ThemeManager
from vmotion_gui.gui.tree.model import InventoryModel
from vmotion_gui.gui.tree.structure import VIEWS
from vmotion_gui.gui.tree.view import InventoryTree
from vmotion_gui.inventory.estate import Inventory

_FILTER_AFTER_MS = 150
_EXPAND_MATCHES = 200
_ICONS: tuple[Kind, ...] = ("host", "vm", "datastore", "portgroup")


class InventoryPane(QWidget):
    """The inventory in four views.

    Signals:
        menu_requested(QPoint): the context menu of the selection is wanted, at a global position.
        activated_object(str): an object was opened.
    """

    menu_requested = Signal(QPoint)
    activated_object = Signal(str)

    def __init__(
        self,
        session: Session,
        selection: Selection,
        theme_manager: ThemeManager,
        drag: DragPort,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._selection = selection
        self._themes = theme_manager
        self._drag = drag
        self._trees: dict[int, InventoryTree] = {}
        self._alarms: tuple[Mapping[str, int], Callable[[str], Sequence[str]]] = ({}, lambda _id: ())
        self._stack = QStackedWidget(self)
        for _view in VIEWS:
            self._stack.addWidget(QWidget(self._stack))
        self.filter = QLineEdit(self)
        self.filter.setClearButtonEnabled(True)
        self._filter_timer = QTimer(self)
        self._filter_timer.setSingleShot(True)
        self._filter_timer.setInterval(_FILTER_AFTER_MS)
        self._arrange()
        self._connect()
        self._retranslate()
        self.show_view(0)

    def _arrange(self) -> None:
        self._buttons = QButtonGroup(self)
        row = QHBoxLayout()
        row.setSpacing(2)
        for number in range(len(VIEWS)):
            button = QToolButton(self)
            button.setCheckable(True)
            button.setAutoRaise(True)
            button.setIconSize(QSize(20, 20))
            self._buttons.addButton(button, number)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(6)
        layout.addLayout(row)
        layout.addWidget(self.filter)
        layout.addWidget(self._stack, 1)
        self._dress(self._themes.theme)

    def _connect(self) -> None:
        self._buttons.idClicked.connect(self.show_view)
        self.filter.textChanged.connect(self._typed)
        self._filter_timer.timeout.connect(self._apply_filter)
        self.filter.returnPressed.connect(self._choose_first)
        self._session.opened.connect(self._opened)
        self._session.inventory_changed.connect(self._inventory_changed)
        self._themes.changed.connect(self._dress)

    def _dress(self, theme: Theme) -> None:
        for number, kind in enumerate(_ICONS):
            self._buttons.button(number).setIcon(object_icon(kind, "normal", theme))
        for tree in self._trees.values():
            self._model(tree).set_theme(theme)
            tree.viewport().update()

    # --- views ----------------------------------------------------------------------------------------------

    @property
    def tree(self) -> InventoryTree:
        """The tree that is shown."""
        return self._trees[self._stack.currentIndex()]

    @property
    def model(self) -> InventoryModel:
        """The model of the tree that is shown."""
        return self._model(self.tree)

    @staticmethod
    def _model(tree: InventoryTree) -> InventoryModel:
        model = tree.model()
        assert isinstance(model, InventoryModel)
        return model

    def show_view(self, number: int) -> None:
        """Show one of `VIEWS`; its tree is made when it is first wanted."""
        if number not in self._trees:
            self._make_tree(number)
        self._buttons.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self._apply_filter()
        self.tree.show_selection()

    def set_alarms(
        self, marks: Mapping[str, int], notes: Callable[[str], Sequence[str]], changed: Collection[str]
    ) -> None:
        """Mark objects with alarms: 1 warning, 2 alert; `notes`: what an object's tooltip tells of them."""
        self._alarms = marks, notes
        for tree in self._trees.values():
            self._model(tree).set_alarms(marks, notes, changed)

    def _make_tree(self, number: int) -> None:
        model = InventoryModel(VIEWS[number], self._session.inventory, self._themes.theme, self)
        model.set_alarms(*self._alarms, ())
        tree = InventoryTree(model, self._selection, self._drag, self._stack)
        model.setParent(tree)
        tree.menu_requested.connect(self._ask_for_menu)
        tree.activated_object.connect(self.activated_object)
        self._trees[number] = tree
        old = self._stack.widget(number)
        self._stack.insertWidget(number, tree)
        if old is not None:
            self._stack.removeWidget(old)
            old.deleteLater()
        tree.expand_places()
        self._name_tree(number, tree)

    def _ask_for_menu(self, position: QPoint) -> None:
        self.menu_requested.emit(position)

    def _opened(self) -> None:
        inventory = self._session.inventory
        for tree in self._trees.values():
            model = self._model(tree)
            kept = tree.expanded_ids()
            with tree.rows_changing():
                model.open_inventory(inventory)
                tree.expand_ids(kept)
            if not tree.expanded_ids():
                tree.expand_places()

    def _inventory_changed(self, inventory: Inventory) -> None:
        for tree in self._trees.values():
            kept = tree.expanded_ids() if self.filter.text() else []
            with tree.rows_changing():
                self._model(tree).follow(inventory)
                tree.expand_ids(kept)

    # --- filter ---------------------------------------------------------------------------------------------

    def focus_filter(self) -> None:
        """Let the user type a filter."""
        self.filter.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.filter.selectAll()

    def _typed(self) -> None:
        self._filter_timer.start()

    def _apply_filter(self) -> None:
        self._filter_timer.stop()
        text, tree = self.filter.text().strip(), self.tree
        if tree.property("filter") == text or (not text and not tree.property("filter")):
            return
        if not tree.property("filter"):
            tree.setProperty("expanded", tree.expanded_ids())
        tree.setProperty("filter", text)
        matches = self._model(tree).set_filter(text)
        if not text:
            tree.expand_ids(tree.property("expanded") or [])
            tree.show_selection()
        else:
            self._open_matches(tree, matches)

    def _open_matches(self, tree: InventoryTree, matches: list[str]) -> None:
        model = self._model(tree)
        for id_ in matches[:_EXPAND_MATCHES]:
            index = model.index_of(id_).parent()
            while index.isValid() and not tree.isExpanded(index):
                tree.expand(index)
                index = index.parent()

    def _choose_first(self) -> None:
        self._apply_filter()
        found = self.model.set_filter(self.filter.text())
        self._open_matches(self.tree, found)
        if found:
            self._selection.select([found[0]])
            self.tree.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.filter.text():
            self.filter.clear()
        else:
            super().keyPressEvent(event)

    # --- words ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def view_names(self) -> tuple[str, ...]:
        """The names of the four views, in the order of `VIEWS`."""
        return self.tr("Hosts and Clusters"), self.tr("VMs and Templates"), self.tr("Storage"), self.tr("Networking")

    def _retranslate(self) -> None:
        for number, name in enumerate(self.view_names()):
            button = self._buttons.button(number)
            button.setToolTip(self.tr("{view} (Ctrl+{number})").format(view=name, number=number + 1))
            button.setAccessibleName(name)
        self.filter.setPlaceholderText(self.tr("Filter by name or address"))
        self.filter.setAccessibleName(self.tr("Filter the inventory"))
        for number, tree in self._trees.items():
            self._name_tree(number, tree)
            tree.viewport().update()

    def _name_tree(self, number: int, tree: InventoryTree) -> None:
        tree.setAccessibleName(self.view_names()[number])
