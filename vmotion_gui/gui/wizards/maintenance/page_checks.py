"""The checks: who cannot leave, on top, with every reason and the button that cures it; then the others."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QSplitter, QTableWidget, QTableWidgetItem, QVBoxLayout, QWidget

from vmotion_gui.gui.cures.opening import open_cures
from vmotion_gui.gui.cures.problem import Problem
from vmotion_gui.gui.cures.reason_list import ReasonList
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.planning.datastores.checks import StoreChecks
from vmotion_gui.planning.maintenance.checks import STATES, Checks, Departure, State

_SLICE_S = 0.008
_ID_ROLE = Qt.ItemDataRole.UserRole
_MARKS: dict[State, tuple[str, str]] = {
    "blocked": ("✕", "alert"),
    "decision": ("⚠", "warning_text"),
    "able": ("✓", "normal"),
    "stays": ("–", "muted"),
}


class ChecksPage(QWidget):
    """Judges VM after VM between the window's frames, and all again when the estate changes.

    Signals:
        told(): the estate is another one: what was planned is of no use any more.
    """

    told = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self._running: Iterator[Departure] | None = None
        self._found: list[Departure] = []
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.table = QTableWidget(0, 4, self)
        dress_table(
            self.table,
            self.tr("Virtual machines on the datastores")
            if draft.of_stores
            else self.tr("Virtual machines on the hosts"),
        )
        self.table.setHorizontalHeaderLabels(
            [self.tr("Virtual machine"), self.tr("Host"), self.tr("Can it leave?"), self.tr("Destinations")]
        )
        self.reasons = ReasonList(draft.context, self)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.reasons)
        split.setChildrenCollapsible(False)
        split.setSizes([300, 200])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addWidget(split, 1)
        self._slices = QTimer(self)
        self._slices.timeout.connect(self._go_on)
        self.table.itemSelectionChanged.connect(self._show_reasons)
        self.reasons.cure_wanted.connect(self._cure)
        draft.context.session.inventory_changed.connect(self._estate_changed)

    @property
    def complete(self) -> bool:
        """Whether every VM has been judged."""
        return self._running is None

    @property
    def found(self) -> tuple[Departure, ...]:
        """What has been found so far."""
        return tuple(self._found)

    def counts(self) -> dict[State, int]:
        """How many VMs are in each state."""
        return {state: sum(one.state == state for one in self._found) for state in STATES}

    def enter(self) -> None:
        """Judge anew."""
        self._found = []
        self.table.setRowCount(0)
        self.summary.setText(self.tr("Checking…"))
        draft, checker = self.draft, self.draft.context.session.checker()
        if draft.of_stores:
            self._running = StoreChecks(checker, draft.datastores, draft.store_options).departures()
        else:
            self._running = Checks(checker, draft.hosts, draft.options).departures()
        self._slices.start(0)

    def leave(self) -> None:
        """Nobody looks."""
        self._slices.stop()
        self._running = None

    def _estate_changed(self, _: object = None) -> None:
        if self.isVisible():
            self.draft.found = None
            self.enter()
            self.told.emit()

    def _go_on(self) -> None:
        running = self._running
        assert running is not None, "the timer runs while something is judged only"
        end_s = time.perf_counter() + _SLICE_S
        while time.perf_counter() < end_s:
            one = next(running, None)
            if one is None:
                self.leave()
                self._show()
                return
            self._found.append(one)

    # --- showing --------------------------------------------------------------------------------------------

    def _show(self) -> None:
        chosen = self._chosen()
        self._found.sort(key=lambda one: (STATES.index(one.state), self.draft.context.name(one.vm)))
        counts = self.counts()
        self.summary.setText(
            " · ".join(
                (
                    self.tr("✕ %n cannot leave", "", counts["blocked"]),
                    self.tr("⚠ %n only at a price", "", counts["decision"]),
                    self.tr("✓ %n can leave", "", counts["able"]),
                    *(
                        (self.tr("– %n does not run and stays", "", counts["stays"]),)
                        if not self.draft.of_stores
                        else ()
                    ),
                )
            )
        )
        self.table.setRowCount(len(self._found))
        for row, one in enumerate(self._found):
            self._fill(row, one)
        share_width(self.table, 0, 2)
        rows = [row for row, one in enumerate(self._found) if one.vm == chosen]
        if self._found:
            self.table.selectRow(rows[0] if rows else 0)
        else:
            self.reasons.tell(())

    def _fill(self, row: int, one: Departure) -> None:
        name, theme = self.draft.context.name, self.draft.context.themes.theme
        mark, role = _MARKS[one.state]
        of_stores = self.draft.of_stores
        places = self.tr("%n datastore(s)", "", one.able) if of_stores else self.tr("%n host(s)", "", one.able)
        if one.cautioned:
            places = self.tr("{hosts}, {count} of them with warnings").format(hosts=places, count=one.cautioned)
        texts = (name(one.vm), name(one.host), f"{mark} {self._verdict(one)}", places if one.state != "stays" else "")
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            item.setToolTip(text)
            item.setData(_ID_ROLE, one.vm)
            if column == 2:
                item.setForeground(theme.color(role))
            self.table.setItem(row, column, item)

    def _verdict(self, one: Departure) -> str:
        if one.state == "blocked":
            first = next((objection.reason for objection in one.objections), None)
            none = self.tr("No datastore takes it.") if self.draft.of_stores else self.tr("No host takes it.")
            return self.draft.context.language.text(first.text) if first is not None else none
        if one.with_storage:
            return self.tr("It has to take its disks along.")
        if one.state == "decision":
            return self.tr("Only with warnings.")
        return self.tr("It can leave.") if one.state == "able" else self.tr("It does not run and may stay.")

    def _chosen(self) -> str:
        item = self.table.currentItem()
        return str(item.data(_ID_ROLE)) if item is not None else ""

    def _show_reasons(self) -> None:
        chosen = self._chosen()
        one = next((found for found in self._found if found.vm == chosen), None)
        objections = one.objections if one is not None else ()
        notes = [self._note(each.count) for each in objections]
        self.reasons.tell([Problem(each.spec, each.reason) for each in objections], notes)

    def _note(self, count: int) -> str:
        if self.draft.of_stores:
            return self.tr("At %n datastore(s); the first one as an example.", "", count)
        return self.tr("At %n host(s); the first one as an example.", "", count)

    def _cure(self, problem: Problem) -> None:
        open_cures(self.draft.context, [problem], self.window())
