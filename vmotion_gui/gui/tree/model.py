"""The item model of one view of the inventory, made for tens of thousands of VMs.

An index holds the number of an id. What Qt has been shown of each parent is kept apart from the structure, which runs
ahead when the inventory changes, so that rows are removed and inserted from a state that Qt knows.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, Qt

from vmotion_gui.gui import objects
from vmotion_gui.gui.drag.mime import VM_MIME, to_mime
from vmotion_gui.gui.icons import object_icon
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.tree.search import NameIndex
from vmotion_gui.gui.tree.structure import ROOT, Structure, ViewName
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

Index = QModelIndex | QPersistentModelIndex
ID_ROLE = Qt.ItemDataRole.UserRole
_MANY_CHANGES = 400
_NOWHERE = QModelIndex()


class InventoryModel(QAbstractItemModel):
    """One view: ids as a tree, filtered by name if asked to."""

    def __init__(self, view: ViewName, inventory: Inventory, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._structure = Structure(view, inventory)
        self._theme = theme
        self._ids: list[str] = [ROOT]
        self._numbers: dict[str, int] = {ROOT: 0}
        self._text = ""
        self._alarms: Mapping[str, int] = {}
        self._notes: Callable[[str], Sequence[str]] = lambda _id: ()
        self._names: NameIndex | None = None
        self._forget()

    def _forget(self) -> None:
        self._shown: dict[str, list[str]] = {}
        self._above: dict[str, str] = {}
        self._rows: dict[str, dict[str, int]] = {}
        self._visible = self._matches()

    # --- contents -------------------------------------------------------------------------------------------

    @property
    def structure(self) -> Structure:
        return self._structure

    def open_inventory(self, inventory: Inventory) -> None:
        """Show another estate."""
        self.beginResetModel()
        self._structure = Structure(self._structure.view, inventory)
        self._names = None
        self._forget()
        self.endResetModel()

    def follow(self, inventory: Inventory) -> None:
        """Show the next inventory of the same estate, keeping what is expanded and selected."""
        touched, changed = self._structure.follow(inventory)
        if len(changed) > _MANY_CHANGES or (self._visible is not None and touched):
            self.open_inventory(inventory)
            return
        if changed:
            self._names = None
        shown = [parent for parent in sorted(touched) if parent in self._shown]
        for parent in shown:
            self._remove_gone(parent)
        for parent in shown:
            self._insert_new(parent)
        for id_ in changed & self._above.keys():
            index = self.index_of(id_)
            self.dataChanged.emit(index, index)

    def _remove_gone(self, parent: str) -> None:
        shown, following = self._shown[parent], self._structure.children(parent)
        staying = set(following)
        if [id_ for id_ in shown if id_ in staying] != [id_ for id_ in following if id_ in set(shown)]:
            staying = set()
        for row in range(len(shown) - 1, -1, -1):
            if shown[row] not in staying:
                self.beginRemoveRows(self.index_of(parent), row, row)
                del self._above[shown.pop(row)]
                self._rows.pop(parent, None)
                self.endRemoveRows()

    def _insert_new(self, parent: str) -> None:
        shown = self._shown[parent]
        for row, id_ in enumerate(self._structure.children(parent)):
            if row >= len(shown) or shown[row] != id_:
                self.beginInsertRows(self.index_of(parent), row, row)
                shown.insert(row, id_)
                self._above[id_] = parent
                self._rows.pop(parent, None)
                self.endInsertRows()

    def set_alarms(
        self, marks: Mapping[str, int], notes: Callable[[str], Sequence[str]], changed: Collection[str]
    ) -> None:
        """Objects with alarms: 1 warning, 2 alert; `notes` tells those of an object; `changed`: repaint these."""
        self._alarms, self._notes = marks, notes
        for id_ in changed:
            if id_ in self._above:
                index = self.index_of(id_)
                self.dataChanged.emit(index, index)

    def set_theme(self, theme: Theme) -> None:
        """Draw with other colours."""
        self._theme = theme

    # --- filter ---------------------------------------------------------------------------------------------

    def set_filter(self, text: str) -> list[str]:
        """Show only what has all these words in its name, with what is above it; gives the matches."""
        self.beginResetModel()
        self._text = text.strip()
        self._forget()
        self.endResetModel()
        return self._found

    def _matches(self) -> set[str] | None:
        self._found: list[str] = []
        if not self._text:
            return None
        if self._names is None:
            self._names = NameIndex(self._structure.entities())
        self._found = self._names.find(self._text)
        visible = set(self._found)
        for id_ in self._found:
            above = self._structure.parent(id_)
            while above != ROOT and above not in visible:
                visible.add(above)
                above = self._structure.parent(above)
        return visible

    # --- places ---------------------------------------------------------------------------------------------

    def _children(self, parent: str) -> list[str]:
        if parent not in self._shown:
            below = self._structure.children(parent)
            held = [id_ for id_ in below if self._visible is None or id_ in self._visible]
            self._shown[parent] = held
            self._above.update(dict.fromkeys(held, parent))
        return self._shown[parent]

    def _row(self, id_: str) -> int:
        parent = self._above[id_]
        if parent not in self._rows:
            self._rows[parent] = {held: row for row, held in enumerate(self._shown[parent])}
        return self._rows[parent][id_]

    def _number(self, id_: str) -> int:
        number = self._numbers.get(id_)
        if number is None:
            number = self._numbers[id_] = len(self._ids)
            self._ids.append(id_)
        return number

    def id_at(self, index: Index) -> str:
        """The id at an index, ROOT for the invisible root."""
        return self._ids[index.internalId()] if index.isValid() else ROOT

    def index_of(self, id_: str) -> QModelIndex:
        """The index of an id; an invalid one for what the view does not show."""
        if id_ == ROOT or id_ not in self._structure:
            return QModelIndex()
        if id_ not in self._above:
            parent = self._structure.parent(id_)
            if parent != ROOT and not self.index_of(parent).isValid():
                return QModelIndex()
            if id_ not in self._children(parent):
                return QModelIndex()
        return self.createIndex(self._row(id_), 0, self._number(id_))

    def places_under(self, parent: Index) -> list[QModelIndex]:
        """Those below that hold hosts, datastores or networks rather than being one."""
        places = e.VCenter | e.Site | e.Datacenter | e.Folder | e.Cluster | e.DatastoreCluster
        held = enumerate(self._children(self.id_at(parent)))
        rows = [row for row, id_ in held if isinstance(self._structure.entity(id_), places)]
        return [self.index(row, 0, parent) for row in rows]

    # --- what Qt asks ---------------------------------------------------------------------------------------

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        children = self._children(self.id_at(parent))
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, self._number(children[row]))

    def parent(self, child: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # QObject.parent() has no index
        above = self._above.get(self.id_at(child), ROOT)
        return QModelIndex() if above == ROOT else self.createIndex(self._row(above), 0, self._number(above))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.column() > 0 else len(self._children(self.id_at(parent)))

    def hasChildren(self, parent: Index = _NOWHERE) -> bool:
        id_ = self.id_at(parent)
        if id_ in self._shown or self._visible is not None:
            return bool(self._children(id_))
        return self._structure.has_children(id_)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        id_ = self.id_at(index)
        if role == ID_ROLE:
            return id_
        if id_ not in self._structure:
            return None
        entity = self._structure.entity(id_)
        if role == Qt.ItemDataRole.DisplayRole:
            return objects.label(entity)
        if role == Qt.ItemDataRole.DecorationRole:
            return object_icon(objects.kind_of(entity), objects.state_of(entity), self._theme, self._alarms.get(id_, 0))
        if role == Qt.ItemDataRole.ToolTipRole:
            head = f"{objects.kind_name(objects.kind_of(entity))}: {objects.label(entity)}"
            return "\n".join((head, *self._notes(id_)))
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(entity)
        if role == Qt.ItemDataRole.ForegroundRole and objects.state_of(entity) in ("off", "disconnected"):
            return self._theme.color("muted")
        return None

    def _spoken(self, entity: e.Entity) -> str:
        parts = [objects.kind_name(objects.kind_of(entity)), objects.label(entity)]
        if isinstance(entity, e.VirtualMachine):
            parts.append(objects.power_name(entity.power_state))
        return ", ".join((*parts, *self._notes(entity.id)))

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not index.isValid():
            return flags
        entity = self._structure.entity(self.id_at(index)) if self.id_at(index) in self._structure else None
        if isinstance(entity, e.VirtualMachine | e.Host):
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    # --- drag -----------------------------------------------------------------------------------------------

    def mimeTypes(self) -> list[str]:
        return [VM_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        vms = self.vms_at(indexes)
        return to_mime(vms, [self._structure.entity(id_).name for id_ in vms])

    def hosts_at(self, indexes: Sequence[QModelIndex]) -> list[e.Host]:
        """The hosts among the indexes."""
        ids = [self.id_at(index) for index in indexes]
        entities = [self._structure.entity(id_) for id_ in ids if id_ in self._structure]
        return [host for host in entities if isinstance(host, e.Host)]

    def vms_at(self, indexes: Sequence[QModelIndex]) -> list[str]:
        """Ids of the VMs (no templates) among the indexes."""
        ids = [self.id_at(index) for index in indexes]
        entities = [self._structure.entity(id_) for id_ in ids if id_ in self._structure]
        return [vm.id for vm in entities if isinstance(vm, e.VirtualMachine) and not vm.template]
