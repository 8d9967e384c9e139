"""The run of a plan beside the window: predicted against actual, what went wrong, what becomes of the rest."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QTableWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.wizards.maintenance.bars import bar_of, groups_of
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.exporting import Exports
from vmotion_gui.gui.wizards.maintenance.gantt import GanttView
from vmotion_gui.gui.wizards.maintenance.report_window import ReportWindow
from vmotion_gui.gui.wizards.maintenance.run_log import RunLog, against, places
from vmotion_gui.gui.wizards.maintenance.running import PlanRun
from vmotion_gui.gui.wizards.maintenance.tables import fill
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.maintenance.carrying import Stage
from vmotion_gui.planning.maintenance.plan import Plan

_REFRESH_MS = 200
_WIDTH, _HEIGHT = 940, 640


class RunWindow(QDialog):
    """Stays beside the window, in which everything goes on as always."""

    def __init__(self, draft: Draft, plan: Plan, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.run = PlanRun(draft, plan, parent)  # it goes on when this window is closed
        self.log = RunLog(self.run, self)
        self._draft, self._title = draft, title
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.question = _Question(self)
        self.gantt = GanttView(draft.context.themes.theme, self)
        self.happened = QListWidget(self)
        self.happened.setWordWrap(True)
        self.happened.setAccessibleName(self.tr("What happened"))
        self.where = QTableWidget(0, 3, self)
        dress_table(self.where, self.tr("Where the virtual machines are"))
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.happened, self.tr("What happened"))
        self.tabs.addTab(self.where, self.tr("Where the virtual machines are"))
        self.ask = QCheckBox(self.tr("Ask before a new plan is carried out"), self)
        self.ask.setToolTip(
            self.tr(
                "When a migration fails, the rest is planned anew and goes on by itself, if all can still leave. "
                "Otherwise you are asked in any case."
            )
        )
        self.pause = QPushButton(self.tr("Pause"), self)
        self.abort = QPushButton(self.tr("Abort"), self)
        self.report_button = QPushButton(self.tr("Report…"), self)
        self.report_button.setEnabled(False)
        self.report: ReportWindow | None = None
        self.close_button = QPushButton(self.tr("Close window"), self)
        self._arrange()
        self._connect()
        self.happened.addItems(self.log.sentences)
        self._show_bars()

    def _arrange(self) -> None:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.gantt)
        legend = QLabel(
            self.tr(
                "Outlined: planned. Filled: as it goes. Hatched: waits for its turn. Cross: failed. All simulated."
            ),
            self,
        )
        legend.setWordWrap(True)
        legend.setForegroundRole(legend.palette().ColorRole.PlaceholderText)
        top = QWidget(self)
        upper = QVBoxLayout(top)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.addWidget(scroll, 1)
        upper.addWidget(legend)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.setChildrenCollapsible(False)
        split.addWidget(top)
        split.addWidget(self.tabs)
        split.setSizes([_HEIGHT * 2 // 3, _HEIGHT // 3])
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(self.question)
        layout.addWidget(split, 1)
        layout.addWidget(self.ask)
        layout.addLayout(self._buttons())
        parent = self.parentWidget()
        assert parent is not None
        room = parent.window().size()
        self.resize(min(_WIDTH, room.width() - 40), min(_HEIGHT, room.height() - 60))

    def _buttons(self) -> QHBoxLayout:
        export = QPushButton(self.tr("Export"), self)
        menu = QMenu(export)
        Exports(self._draft, self._title, self).fill(menu)
        export.setMenu(menu)
        ways = QMenu(self.abort)
        self.after_running = ways.addAction(self.tr("After the running migrations"))
        self.at_once = ways.addAction(self.tr("Now: cancel the running migrations"))
        self.abort.setMenu(ways)
        buttons = QHBoxLayout()
        buttons.addWidget(export)
        buttons.addStretch(1)
        for button in (self.pause, self.abort, self.report_button, self.close_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        return buttons

    def _connect(self) -> None:
        self.pause.clicked.connect(self._pause_or_resume)
        self.after_running.triggered.connect(lambda: self.run.end())
        self.at_once.triggered.connect(lambda: self.run.end(now=True))
        self.report_button.clicked.connect(self.show_report)
        self.close_button.clicked.connect(self.close)
        self.ask.toggled.connect(self._set_ask)
        self.question.accept.clicked.connect(self.run.accept)
        self.question.again.clicked.connect(self.run.plan_again)
        self.log.added.connect(self._add_sentence)
        self.run.replanned.connect(self._show_bars)
        self.run.changed.connect(self._show)
        self.run.ended.connect(self._show)
        self.run.ended.connect(self._ended)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REFRESH_MS)
        self._later.timeout.connect(self._show)
        self._draft.context.session.time_changed.connect(self._show_soon)

    def start(self) -> None:
        """Show it, and begin."""
        self.show()
        self.run.start()
        self._show()

    # --- what a person does -----------------------------------------------------------------------------------

    def _pause_or_resume(self) -> None:
        if self.run.stage is Stage.PAUSED:
            self.run.resume()
        else:
            self.run.pause()

    def _set_ask(self, ask: bool) -> None:
        self.run.carrying.ask = ask

    def _ended(self) -> None:
        """The report comes by itself, unless somebody has closed this window or gone to another moment."""
        self.report_button.setEnabled(self.run.told_result is not None)
        if self.isVisible() and self.run.told_result is not None:
            self.show_report()

    def show_report(self) -> None:
        """What came of it."""
        result = self.run.told_result
        if result is None:
            return
        result = msgspec.structs.replace(result, sentences=tuple(self.log.sentences))
        parent = self.parentWidget()
        assert parent is not None
        self.report = ReportWindow(self._draft, result, self._title, self._run_home, parent)
        self.report.show()

    def _run_home(self, plan: Plan) -> None:
        parent = self.parentWidget()
        assert parent is not None
        RunWindow(self._draft, plan, self.tr("The way home"), parent).start()

    # --- showing ----------------------------------------------------------------------------------------------

    def _show_soon(self, _now_s: float) -> None:
        if not self._later.isActive():
            self._later.start()

    def _add_sentence(self, text: str) -> None:
        self.happened.addItem(text)
        self.happened.scrollToBottom()

    def _show_bars(self) -> None:
        """The moves of the run as they are planned now; the proposed ones are drawn once they are taken."""
        name = self._draft.context.name
        entries = self.run.carrying.entries
        bars = []
        for index, entry in enumerate(entries):
            if entry.own:
                ready_s = max((entries[k].move.end_s for k in entry.after), default=0.0)
                bars.append(bar_of(index, entry.move, ready_s, name))
        self.gantt.show_rows(groups_of(bars, None, name), bars)
        self._show()

    def _show(self) -> None:
        run = self.run
        self.gantt.show_actual(run.actual())
        self.gantt.set_cursor(None if run.done else self._draft.context.session.backend.now_s - run.begin_s)
        completed, lost, count = run.counts()
        now_s = self._draft.context.session.backend.now_s - run.begin_s
        text = self.tr("{done} of {count} migrations completed, {lost} failed or cancelled, after {time}.")
        first = text.format(done=completed, count=count, lost=lost, time=quantity(max(0.0, now_s), "seconds"))
        self.state.setText("\n".join([first, *self._about()]))
        fill(self.where, [row[1:] for row in places(run)])
        self.where.setHorizontalHeaderLabels([self.tr("Virtual machine"), self.tr("Now on"), self.tr("State")])
        share_width(self.where, 0, 1, 2)
        stage = run.stage
        self.question.ask(run if stage is Stage.ASKING else None)
        self.pause.setText(self.tr("Resume") if stage is Stage.PAUSED else self.tr("Pause"))
        self.pause.setEnabled(stage not in (Stage.ENDING, Stage.DONE))
        self.abort.setEnabled(not run.done)
        self.after_running.setEnabled(stage is not Stage.ENDING)

    def _about(self) -> list[str]:
        """What goes on, in a sentence or two."""
        run, stage = self.run, self.run.stage
        hosts = ", ".join(self._draft.context.name(id_) for id_ in (*run.plan.hosts, *run.plan.datastores))
        if stage is Stage.DONE and run.entered:
            entered = self.tr("{hosts}: empty, and entering maintenance mode.").format(hosts=hosts)
            return [entered if hosts else self.tr("All are where they should be.")]
        if stage is Stage.DONE:
            return [self._where_all_are()]
        return {
            Stage.REPLANNING: [
                self.tr("A migration did not complete: the rest is planned anew. The clock stands meanwhile.")
            ],
            Stage.PAUSED: [self.tr("Paused: nothing more begins until you resume; what runs goes on.")],
            Stage.ENDING: [self.tr("Nothing more begins; what runs comes to its end.")],
        }.get(stage, [])

    def _where_all_are(self) -> str:
        """The hosts are not to be taken into maintenance: who is still there, and that the others run."""
        staying = self.run.carrying.staying()
        name = self._draft.context.name
        inventory = self._draft.context.session.inventory
        named = ", ".join(f"{name(vm)} ({name(inventory.vms[vm].host)})" for vm in staying[:8])
        named = f"{named}, …" if len(staying) > 8 else named
        if not (self.run.plan.hosts or self.run.plan.datastores):
            return self.tr("Not all are back where they were. Every virtual machine is listed below.")
        if not staying and self.run.of_files:
            return self.tr("No datastore was taken into maintenance mode. Every virtual machine is listed below.")
        if not staying:
            return self.tr("No host was taken into maintenance mode. Every virtual machine is listed below.")
        if self.run.of_files:
            names = ", ".join(name(vm) for vm in staying[:8]) + (", …" if len(staying) > 8 else "")
            text = self.tr(
                "Not all datastores are empty. Files are still there of: {vms}. All others are listed below."
            )
            return text.format(vms=names)
        return self.tr(
            "Not all hosts are empty. Still there, and running: {places}. All others are listed below."
        ).format(places=named)


class _Question(QFrame):
    """Whether a new plan of the rest is carried out."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = QLabel(self)
        self.text.setWordWrap(True)
        self.accept = QPushButton(self.tr("Carry out the new plan"), self)
        self.again = QPushButton(self.tr("Plan again"), self)
        self.again.setToolTip(self.tr("If the estate is another one by now: a host is back, a cause is removed."))
        buttons = QHBoxLayout()
        buttons.addWidget(self.accept)
        buttons.addWidget(self.again)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addLayout(buttons)
        self.hide()

    def ask(self, run: PlanRun | None) -> None:
        """Ask about a run's proposal; None: nothing."""
        proposal = run.carrying.proposal if run is not None else None
        self.setVisible(proposal is not None)
        if run is None or proposal is None:
            return
        plan = proposal.plan
        count = len(plan.moves) - len(plan.under_way)
        lines = [self.tr("New plan of the rest: %n migration(s).", "", count)]
        lines[0] += " " + self.tr("Empty after {time}.").format(time=quantity(plan.makespan_s, "seconds"))
        if not proposal.complete:
            lines = [self.tr("Not all can leave any more: %n migration(s) would still be made.", "", count)]
            lines += against(plan, run)[:4]
        self.text.setText("\n".join(lines))
