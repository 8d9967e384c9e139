"""The editor's entries in the Edit menu and in the context menus, and their keys."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from vmotion_gui.gui.actions.menu import Entry, fill_menu
from vmotion_gui.gui.editor.controller import Editor
from vmotion_gui.gui.editor.dropping import KindDropping
from vmotion_gui.gui.editor.empty_lab import EmptyLabHint
from vmotion_gui.gui.editor.kinds import KINDS
from vmotion_gui.gui.editor.palette import ObjectsPalette
from vmotion_gui.gui.editor.pasteboard import Pasteboard
from vmotion_gui.gui.editor.renaming import Renaming
from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.objects import kind_name
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.inventory import entities as e
from vmotion_gui.planning.building.adding import CHILDREN, missing

_SMALL = 16
"""Hosts of an estate that can be read as a whole."""


class EditorEntries(QObject):
    """Offers what the editor can do with the selected objects."""

    def __init__(self, editor: Editor, parent: QObject) -> None:
        super().__init__(parent)
        self._editor = editor
        self._context = editor.context
        self.pasteboard = Pasteboard(editor, self)
        self._renaming = Renaming(self._context, self)

    # --- the Edit menu --------------------------------------------------------------------------------------

    def fill_menu(self, menus: Menus, keyboard: Sequence[QWidget]) -> None:
        """Add the entries to the Edit menu; Ctrl+C and Del work where one of these widgets has the keyboard."""
        edit = menus.add(menus.edit, lambda: self.tr("&Edit settings…"), self._on_one(self._editor.edit))
        edit.setShortcuts([QKeySequence("E"), QKeySequence("Alt+Return")])
        rename = menus.add(menus.edit, lambda: self.tr("Re&name…"), self._on_one(self._renaming.ask), "F2")
        self._add_menu = QMenu(menus.edit)
        self._add_menu.aboutToShow.connect(self._fill_add)
        self._add_menu.setToolTipsVisible(True)
        menus.edit.addMenu(self._add_menu)
        menus.follow(self._add_menu.menuAction(), lambda: self.tr("&Add"))
        menus.add(menus.edit, lambda: self.tr("&Duplicate…"), self._on_one(self._editor.duplicate), "Ctrl+D")
        copy = menus.add(menus.edit, lambda: self.tr("&Copy"), self._copy_selected, QKeySequence.StandardKey.Copy)
        remove = menus.add(menus.edit, lambda: self.tr("&Remove…"), self._remove_selected, "Del")
        for action in (copy, remove, rename):
            action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            for widget in keyboard:
                widget.addAction(action)

    def _fill_add(self) -> None:
        self._add_menu.clear()
        fill_menu(self._add_menu, [self._add(name, self._context.selection.current) for name in KINDS])

    def _on_one(self, act: Callable[[str], object]) -> Callable[[], None]:
        def run() -> None:
            current = self._context.selection.current
            if self._context.session.inventory.get(current) is None:
                self._context.commands.told.emit(self.tr("Select an object first."))
            else:
                act(current)

        return run

    def _remove_selected(self) -> None:
        if ids := self._selected():
            self._editor.remove(ids)

    def _copy_selected(self) -> None:
        if ids := self._selected():
            self.pasteboard.copy(ids)

    def _selected(self) -> list[str]:
        """Ids of the selected objects; who has selected none is told so."""
        inventory = self._context.session.inventory
        ids = [id_ for id_ in self._context.selection.ids if inventory.get(id_) is not None]
        if not ids:
            self._context.commands.told.emit(self.tr("Select an object first."))
        return ids

    def serve_topology(self, view: TopologyView, palette: ObjectsPalette, show_palette: Callable[[], None]) -> None:
        """Take what is dragged from the palette onto the topology, and say there how an empty lab begins."""
        KindDropping(view, self._editor)
        EmptyLabHint(view, self._context, show_palette)
        self._editor.built.connect(lambda: self._follow(view))
        palette.wanted.connect(lambda name: self._editor.add(name, self._context.selection.current))

    def _follow(self, view: TopologyView) -> None:
        """While an estate is small all of it stays in sight as it grows."""
        if len(self._context.session.inventory.hosts) <= _SMALL:
            view.fit()

    # --- context menus --------------------------------------------------------------------------------------

    def entries(self, held: Sequence[e.Entity]) -> list[Entry]:
        """What can be done to these objects, which are of one kind; of none, what can be added to the lab."""
        if not held:
            entries = [self._add(name, "") for name in (CHILDREN[None] if self._is_empty() else KINDS)]
            return [*entries, *self._paste("")]
        last, ids = held[-1], [entity.id for entity in held]
        entries = [Entry(self.tr("Edit settings…"), self._bound(self._editor.edit, last.id), hint=self._hint("E"))]
        entries.append(Entry(self.tr("Rename…"), self._bound(self._renaming.ask, last.id), hint=self._hint("F2")))
        children = CHILDREN.get(type(last), ())
        if children:
            entries.append(Entry(self.tr("Add"), children=tuple(self._additions(children, last.id))))
        if isinstance(last, e.Datastore):
            entries.append(Entry(self.tr("Mount on hosts…"), self._bound(self._editor.mount, last.id)))
        duplicate = self.tr("Add more like this…") if isinstance(last, e.Host) else self.tr("Duplicate…")
        entries.append(Entry(duplicate, self._bound(self._editor.duplicate, last.id), hint=self._hint("Ctrl+D")))
        entries.append(Entry(self.tr("Copy"), self._bound(self.pasteboard.copy, ids), hint=self._hint("Ctrl+C")))
        entries += self._paste(last.id)
        entries.append(Entry(self.tr("Remove…"), self._bound(self._editor.remove, ids), hint=self._hint("Del")))
        return entries

    def _paste(self, target: str) -> list[Entry]:
        """The entry that pastes, if there is something to paste."""
        if self.pasteboard.held() is None:
            return []
        return [Entry(self.tr("Paste"), self._bound(self.pasteboard.paste, target), hint=self._hint("Ctrl+V"))]

    def _is_empty(self) -> bool:
        return next(iter(self._context.session.inventory), None) is None

    def _hint(self, key: str) -> str:
        return self.tr("Key: {key}").format(key=QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText))

    def _additions(self, collections: Sequence[str], parent: str) -> list[Entry]:
        entries = []
        for name in collections:
            entries.append(self._add(name, parent))
            if name == "vms":
                text = self.tr("Many VMs from a preset…")
                entries.append(Entry(text, self._bound(self._editor.add_batch, parent)))
        return entries

    def _add(self, collection: str, parent: str) -> Entry:
        kind = KINDS[collection]
        reason = missing(self._context.session.inventory, collection)
        return Entry(
            self.tr("{kind}…").format(kind=kind_name(kind)),
            self._bound(self._editor.add, collection, parent),
            self._context.language.text(reason) if reason is not None else "",
            icon=object_icon(kind, "normal", self._context.themes.theme),
        )

    @staticmethod
    def _bound(act: Callable[..., object], *arguments: object) -> Callable[[], None]:
        def run() -> None:
            act(*arguments)

        return run
