"""What becomes of each virtual machine: it moves, unless a person decides otherwise."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.migrate.table import dress_table
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.messages import Message
from vmotion_gui.planning.maintenance.checks import STATES, Departure
from vmotion_gui.planning.maintenance.decisions import (
    DECISIONS,
    Decision,
    DecisionError,
    open_decisions,
    tied_devices,
)

_ID_ROLE = Qt.ItemDataRole.UserRole
_VM, _HOST, _CHECKED, _DECISION, _MEANS = range(5)


class DecisionsPage(QWidget):
    """Signals: told(): something has been decided."""

    told = Signal()

    def __init__(self, draft: Draft, checked: Callable[[], Sequence[Departure]], parent: QWidget | None = None) -> None:
        """`checked`: what the checks have said so far."""
        super().__init__(parent)
        self.draft, self._checked = draft, checked
        self._blocked: list[str] = []
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.suggest = QPushButton(self.tr("Suggest for those that cannot leave"), self)
        self.suggest.setToolTip(
            self.tr("The mildest decision for each: disconnect what ties it to the host, else shut it down.")
        )
        self.table = QTableWidget(0, 5, self)
        dress_table(self.table, self.tr("What becomes of each virtual machine"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.table.setHorizontalHeaderLabels(
            [
                self.tr("Virtual machine"),
                self.tr("Host"),
                self.tr("Can it leave?"),
                self.tr("Decision"),
                self.tr("What it means"),
            ]
        )
        header = self.table.horizontalHeader()
        for column in (_VM, _HOST, _CHECKED, _DECISION):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(_MEANS, QHeaderView.ResizeMode.Stretch)
        self.meaning = QLabel(self)
        self.meaning.setWordWrap(True)
        self.choice = QComboBox(self)
        self._arrange()
        self.suggest.setAutoDefault(False)
        self.suggest.clicked.connect(self._suggest)
        self.choice.activated.connect(self._chosen)
        self.table.itemSelectionChanged.connect(self._offer)
        self.table.itemActivated.connect(lambda _item: self.choice.showPopup())

    def _arrange(self) -> None:
        label = QLabel(self.tr("&For the selected:"), self)
        label.setBuddy(self.choice)
        bar = QHBoxLayout()
        bar.addWidget(label)
        bar.addWidget(self.choice)
        bar.addStretch(1)
        bar.addWidget(self.suggest)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addWidget(self.table, 1)
        layout.addLayout(bar)
        layout.addWidget(self.meaning)

    # --- showing ----------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Show the machines of the chosen hosts, those that cannot leave on top."""
        draft, name = self.draft, self.draft.context.name
        inventory = draft.context.session.inventory
        known = {one.vm: one for one in self._checked()}
        self._blocked = [id_ for id_, one in known.items() if one.state == "blocked" and id_ in inventory.vms]
        vms = [id_ for host in draft.hosts for id_ in inventory.vms_on(host)]
        vms = [id_ for id_ in vms if inventory.vms[id_].power_state == "poweredOn"]
        vms.sort(key=lambda id_: (STATES.index(known[id_].state) if id_ in known else len(STATES), name(id_)))
        self.table.setRowCount(len(vms))
        for row, id_ in enumerate(vms):
            self._fill(row, inventory.vms[id_], known.get(id_))
        if vms:
            self.table.selectRow(0)
        self._offer()
        self._tell()

    def _fill(self, row: int, vm: VirtualMachine, departure: Departure | None) -> None:
        name = self.draft.context.name
        states = {
            "blocked": self.tr("✕ no"),
            "decision": self.tr("⚠ at a price"),
            "able": self.tr("✓ yes"),
        }
        state = states.get(departure.state, "") if departure is not None else ""
        for column, text in ((_VM, vm.name), (_HOST, name(vm.host)), (_CHECKED, state)):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            item.setData(_ID_ROLE, vm.id)
            self.table.setItem(row, column, item)
        self._write(row, vm)

    def _write(self, row: int, vm: VirtualMachine) -> None:
        decision = self._decision(vm)
        for column, text in ((_DECISION, self._name(decision)), (_MEANS, self._means(vm, decision))):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            if column == _DECISION and decision != "migrate":
                font = item.font()
                font.setBold(True)
                item.setFont(font)
            self.table.setItem(row, column, item)

    def _decision(self, vm: VirtualMachine) -> Decision:
        decision = self.draft.decisions.get(vm.id, "migrate")
        return decision if decision in open_decisions(vm) else "migrate"

    def _name(self, decision: Decision) -> str:
        return self.draft.context.language.text(Message(f"plan.decision.name.{decision}"))

    def _means(self, vm: VirtualMachine, decision: Decision) -> str:
        devices = [device.label for device in tied_devices(vm)]
        return self.draft.context.language.text(Message(f"plan.decision.tip.{decision}", {"devices": devices}))

    def _tell(self) -> None:
        left = sum(self.draft.decisions.get(id_, "migrate") == "migrate" for id_ in self._blocked)
        lines = [
            self.tr("%n virtual machine(s) cannot leave, and nothing is decided for them.", "", left)
            if left
            else self.tr("Every virtual machine can leave, or something is decided for it.")
        ]
        try:
            skipped = [self.draft.context.name(host) for host in self.draft.prepared().skipped]
            if skipped:
                lines.append(self.tr("Left as they are: {hosts}.").format(hosts=", ".join(skipped)))
        except DecisionError as error:
            lines.append(self.draft.context.language.text(error.text))
        self.summary.setText("\n".join(lines))
        self.suggest.setEnabled(bool(left))

    # --- deciding ---------------------------------------------------------------------------------------------

    def _selected(self) -> list[str]:
        rows = sorted({index.row() for index in self.table.selectedIndexes()})
        items = [self.table.item(row, _VM) for row in rows]
        return [str(item.data(_ID_ROLE)) for item in items if item is not None]

    def _offer(self) -> None:
        """What can be decided for all that are selected."""
        vms = self.draft.context.session.inventory.vms
        chosen = [vms[id_] for id_ in self._selected() if id_ in vms]
        common = [one for one in DECISIONS if chosen and all(one in open_decisions(vm) for vm in chosen)]
        self.choice.clear()
        for decision in common:
            self.choice.addItem(self._name(decision), decision)
        self.choice.setEnabled(bool(common))
        now = {self._decision(vm) for vm in chosen}
        self.choice.setCurrentIndex(common.index(next(iter(now))) if len(now) == 1 else -1)
        self.meaning.setText("\n".join(dict.fromkeys(self._means(vm, self._decision(vm)) for vm in chosen[:3])))

    def _chosen(self, _index: int) -> None:
        decision: Decision = self.choice.currentData()
        self.decide(dict.fromkeys(self._selected(), decision))

    def _suggest(self) -> None:
        undecided = [id_ for id_ in self._blocked if self.draft.decisions.get(id_, "migrate") == "migrate"]
        self.decide(self.draft.suggest(undecided))

    def decide(self, decisions: dict[str, Decision]) -> None:
        """Take these decisions; what was planned is of no use any more."""
        self.draft.decide(decisions)
        vms = self.draft.context.session.inventory.vms
        for row in range(self.table.rowCount()):
            item = self.table.item(row, _VM)
            if item is not None and item.data(_ID_ROLE) in decisions:
                self._write(row, vms[item.data(_ID_ROLE)])
        self._offer()
        self._tell()
        self.told.emit()
