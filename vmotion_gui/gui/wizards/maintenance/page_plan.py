"""The plan: made in a process of its own, then shown as bars, as a table, by hosts, and with what cannot leave."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.files.jobs import Worker
from vmotion_gui.gui.prediction.words import range_text
from vmotion_gui.gui.wizards.maintenance.bars import bar_of, groups_of, ready_times, target_text
from vmotion_gui.gui.wizards.maintenance.draft import Draft, Found
from vmotion_gui.gui.wizards.maintenance.gantt import GanttView
from vmotion_gui.gui.wizards.maintenance.job import plan_job
from vmotion_gui.gui.wizards.maintenance.page_hosts import objective_names
from vmotion_gui.gui.wizards.maintenance.tables import fill
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.maintenance.plan import Load, Plan


class PlanPage(QWidget):
    """Signals: told(): there is a plan now, or none any more."""

    told = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        self.worker = Worker(self)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.gantt = GanttView(draft.context.themes.theme, self)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.gantt)
        self.moves = QTableWidget(0, 7, self)
        dress_table(self.moves, self.tr("Migrations of the plan"))
        self.hosts = QTableWidget(0, 4, self)
        dress_table(self.hosts, self.tr("Load of the hosts"))
        self.blocked = QListWidget(self)
        self.blocked.setWordWrap(True)
        self.blocked.setAccessibleName(self.tr("What stands against the plan"))
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(scroll, self.tr("In time"))
        self.tabs.addTab(self.moves, self.tr("Migrations"))
        self.tabs.addTab(self.hosts, self.tr("Hosts"))
        self.tabs.addTab(self.blocked, "")
        self.others = QTableWidget(0, 5, self)
        dress_table(self.others, self.tr("Other plans"))
        self.use = QPushButton(self.tr("Use the selected plan"), self)
        self.tabs.addTab(self._page_of_others(), self.tr("Other plans"))
        self._arrange()
        self.worker.progressed.connect(lambda share, _text: self.progress.setValue(round(share * 100)))
        self.worker.finished.connect(self._finished)
        self.worker.failed.connect(self._failed)
        self.stop.clicked.connect(self._stopped)

    def _page_of_others(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.others, 1)
        layout.addWidget(self.use, 0, Qt.AlignmentFlag.AlignLeft)
        self.use.clicked.connect(self._use_other)
        self.others.itemDoubleClicked.connect(self._use_other)
        self.others.itemSelectionChanged.connect(lambda: self.use.setEnabled(self.others.currentRow() > 0))
        return page

    def _use_other(self) -> None:
        row = self.others.currentRow()
        if self.draft.found is not None and row > 0:
            self.draft.found = self.draft.found.choosing(row - 1)
            self._show(self.draft.found)

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.progress, 1)
        bar.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addLayout(bar)
        layout.addWidget(self.tabs, 1)

    # --- planning -------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Plan, unless nothing has changed since."""
        if self.draft.found is not None:
            self._show(self.draft.found)
            return
        self._busy(on=True)
        self.summary.setText(self.tr("Planning…"))
        self.tabs.setEnabled(False)
        session = self.draft.context.session
        lab = self.draft.present_lab()
        self.worker.start(plan_job, lab, session.backend.now_s, self.draft.hosts, self.draft.options)
        self.told.emit()

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self.worker.cancel()
        self._busy(on=False)

    def _busy(self, *, on: bool) -> None:
        self.progress.setValue(0)
        self.progress.setVisible(on)
        self.stop.setVisible(on)

    def _stopped(self) -> None:
        self.leave()
        self.summary.setText(self.tr("Stopped. Go back, and come again for a plan."))

    def _failed(self, error: object, _trace: str) -> None:
        self._busy(on=False)
        self.summary.setText(self.tr("There is no plan: {reason}").format(reason=error))
        self.told.emit()

    def _finished(self, found: Found) -> None:
        self.draft.found = found
        self._show(found)

    # --- showing --------------------------------------------------------------------------------------------

    def _show(self, found: Found) -> None:
        self._busy(on=False)
        self.tabs.setEnabled(True)
        plan = found.plan
        self.summary.setText(self._summary(found))
        self._show_bars(plan)
        self._show_moves(plan)
        self._show_hosts(plan)
        self.blocked.clear()
        self.blocked.addItems(self._against(plan))
        self._show_others(found)
        self.tabs.setTabText(3, self.tr("Stands against it ({count})").format(count=self.blocked.count()))
        if self.blocked.count():
            self.tabs.setCurrentIndex(3)
        self.told.emit()

    def _summary(self, found: Found) -> str:
        plan, window = found.plan, self.draft.window
        time = range_text(found.duration, "seconds") if found.duration else quantity(plan.makespan_s, "seconds")
        lines = [
            self.tr("%n migration(s)", "", len(plan.moves))
            + " · "
            + self.tr("empty after {time}").format(time=time)
            + " · "
            + self.tr("downtime of all together {time}").format(time=quantity(plan.downtime_s, "seconds"))
            + " · "
            + self.tr("{data} sent").format(data=quantity(plan.bytes, "bytes"))
        ]
        if plan.bound.seconds > 0.0:
            text = self.tr(
                "No plan is faster than {time}; this one takes {percent} % longer. All figures are simulated."
            )
            percent = round(plan.distance * 100)
            lines.append(text.format(time=quantity(plan.bound.seconds, "seconds"), percent=percent))
        if window is not None:
            fits = (found.duration.most if found.duration else plan.makespan_s) <= window.seconds
            text = self.tr("It fits into the window {window}.") if fits else self.tr("It does not fit into {window}.")
            lines.append(text.format(window=window.text))
        if not plan.possible:
            lines.append(self.tr("Not all that has to leave can leave: see what stands against it."))
        return "\n".join(lines)

    def _show_bars(self, plan: Plan) -> None:
        name = self.draft.context.name
        ready = ready_times(plan.moves)
        bars = [bar_of(index, move, ready[index], name) for index, move in enumerate(plan.moves)]
        hosts = [one.host for one in plan.loads if one.host not in plan.hosts]
        self.gantt.show_rows(groups_of(bars, hosts, plan.loads, name), bars)

    def _show_moves(self, plan: Plan) -> None:
        titles = (self.tr("Virtual machine"), self.tr("From"), self.tr("To"), self.tr("Start"))
        self.moves.setHorizontalHeaderLabels([*titles, self.tr("Duration"), self.tr("Downtime"), self.tr("Data")])
        rows = [
            (
                self.draft.context.name(move.spec.vm),
                self.draft.context.name(move.source),
                target_text(move, self.draft.context.name),
                *(quantity(value, "seconds") for value in (move.start_s, move.duration_s, move.downtime_s)),
                quantity(move.bytes, "bytes"),
            )
            for move in plan.moves
        ]
        fill(self.moves, rows)
        share_width(self.moves, 1, 2)

    def _show_others(self, found: Found) -> None:
        """The plan in use first, marked, then those for other objectives."""
        titles = (self.tr("Plan for"), self.tr("Empty after"), self.tr("Downtime of all"), self.tr("Migrations"))
        self.others.setHorizontalHeaderLabels([*titles, self.tr("Difference in memory afterwards")])
        names = objective_names()
        rows = []
        for place, (plan, duration) in enumerate(((found.plan, found.duration), *found.others)):
            time = range_text(duration, "seconds") if duration else quantity(plan.makespan_s, "seconds")
            name = (
                names[plan.objective]
                if place
                else self.tr("{objective} (shown)").format(objective=names[plan.objective])
            )
            imbalance = f"{round(plan.imbalance * 100)} %"
            rows.append((name, time, quantity(plan.downtime_s, "seconds"), str(len(plan.moves)), imbalance))
        fill(self.others, rows)
        share_width(self.others, 0, 1)
        self.use.setEnabled(False)

    def _show_hosts(self, plan: Plan) -> None:
        head = [self.tr("Host"), self.tr("Before"), self.tr("At the worst moment"), self.tr("Afterwards")]
        self.hosts.setHorizontalHeaderLabels(head)
        told = self.tr("{memory} % memory, {cpu} % CPU")

        def load(one: Load) -> str:
            return told.format(memory=round(one.memory * 100), cpu=round(one.cpu * 100))

        rows = [
            (self.draft.context.name(one.host), *map(load, (one.before, one.worst, one.after))) for one in plan.loads
        ]
        fill(self.hosts, rows)
        share_width(self.hosts, 0, 1, 2, 3)

    def _against(self, plan: Plan) -> list[str]:
        text, name = self.draft.context.language.text, self.draft.context.name
        found = [text(obstacle) for obstacle in plan.obstacles]
        for one in plan.unplaceable:
            reasons = [f"{text(reason.text)} {text(reason.cure)}".strip() for reason in one.reasons]
            found.append(f"{name(one.vm)} ({name(one.host)})\n" + "\n".join(f"• {reason}" for reason in reasons))
        for move in plan.moves:
            if move.outcome != "completed":
                why = text(move.fault.text) if move.fault is not None else move.outcome
                found.append(f"{name(move.spec.vm)}: {why}")
        return found
