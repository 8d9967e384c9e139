"""The window of a rolling plan: what is wanted above, the steps by the wall clock below, then their run."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import Qt, QTime, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QMenu,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QTableWidget,
    QTabWidget,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.files.jobs import Worker
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.exporting import fill_export_menu
from vmotion_gui.gui.wizards.maintenance.gantt import GanttView
from vmotion_gui.gui.wizards.maintenance.page_decisions import DecisionsPage
from vmotion_gui.gui.wizards.maintenance.tables import fill
from vmotion_gui.gui.wizards.migrate.table import dress_table, share_width
from vmotion_gui.gui.wizards.rolling.bars import actual_of, hosts_of, rows_of
from vmotion_gui.gui.wizards.rolling.job import rolling_job
from vmotion_gui.gui.wizards.rolling.run import Doing, RollingRun
from vmotion_gui.gui.words import quantity
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.handover.forms import FORMS, Form, rolling_written
from vmotion_gui.planning.maintenance.checks import Departure
from vmotion_gui.planning.maintenance.decisions import DecisionError, decided
from vmotion_gui.planning.maintenance.failover import most_at_once
from vmotion_gui.planning.maintenance.plan import Options
from vmotion_gui.planning.maintenance.rolling import RollingOptions, RollingPlan, RollingStep

_DAY_S = 86_400
_DECISIONS = 3
"""The tab."""


class RollingWindow(QDialog):
    """Plans in a process of its own; the run goes on beside the main window.

    Signals:
        host_wanted(str): one host is to be planned by itself.
    """

    host_wanted = Signal(str)

    def __init__(self, context: Context, lab: Lab, cluster: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Rolling maintenance"))
        mark(self, "maintenance-mode")
        serve_help_key(self)
        self._context, self._lab = context, lab
        self._planned_of = context.session.inventory
        self.draft = Draft(context, lab, ())
        self.draft.one_by_one = True
        self._stuck: dict[str, Departure] = {}
        self.plan: RollingPlan | None = None
        self.run: RollingRun | None = None
        self.worker = Worker(self)
        self._make_choices(cluster)
        self._make_plan()
        self._arrange()
        self._connect()
        self._changed()
        room = parent.window().size()
        self.resize(min(1060, room.width() - 40), min(700, room.height() - 60))

    # --- making -----------------------------------------------------------------------------------------------

    def _make_choices(self, cluster: str) -> None:
        inventory = self._context.session.inventory
        self.cluster = QComboBox(self)
        for one in sorted(inventory.clusters.values(), key=lambda one: one.name):
            self.cluster.addItem(one.name, one.id)
        self.cluster.setCurrentIndex(max(0, self.cluster.findData(cluster)))
        self.at_once = QSpinBox(self)
        self.at_once.setSpecialValueText(self.tr("as many as possible"))
        self.most = QLabel(self)
        self.work = QSpinBox(self)
        self.work.setRange(1, 24 * 60)
        self.work.setValue(30)
        self.work.setSuffix(self.tr(" min"))
        self.home = QCheckBox(self.tr("VMs go home before the next step"), self)
        self.storage = QCheckBox(self.tr("VMs on local storage may move with their disks"), self)
        self.storage.setChecked(True)
        self.in_window = QCheckBox(self.tr("To be done by:"), self)
        self.until = QTimeEdit(self)
        self.until.setAccessibleName(self.tr("End of the maintenance window"))
        begins_s = round(self._context.session.backend.now_s) % _DAY_S
        self.until.setTime(QTime(0, 0).addSecs((begins_s + 4 * 3600) % _DAY_S))
        self.begin = QPushButton(self.tr("Plan"), self)
        self.begin.setDefault(True)

    @property
    def _choices(self) -> tuple[QWidget, ...]:
        wanted = (self.cluster, self.at_once, self.work, self.home, self.storage, self.in_window)
        return (*wanted, self.decisions)

    def _make_plan(self) -> None:
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.progress.setFixedWidth(280)
        self.stop = QPushButton(self.tr("Stop"), self)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.steps = QTableWidget(0, 7, self)
        dress_table(self.steps, self.tr("Steps of the plan"))
        self.against = QListWidget(self)
        self.against.setWordWrap(True)
        self.against.setAccessibleName(self.tr("What stands against the plan"))
        self.against.setToolTip(self.tr("Double-click, or Enter: plan this host by itself, with cures and decisions."))
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.gantt = GanttView(self._context.themes.theme, self)
        self.gantt.setAccessibleName(self.tr("The plan in time"))
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidget(self.gantt)
        self.tabs.addTab(scroll, self.tr("Timeline"))
        self.tabs.addTab(self.steps, self.tr("Steps"))
        self.tabs.addTab(self.against, "")
        self.decisions = DecisionsPage(self.draft, self._blocked, self)
        self.tabs.addTab(self.decisions, self.tr("Decisions"))
        self.tabs.setTabToolTip(_DECISIONS, self.tr("What becomes of single machines when their host's turn comes."))
        self.export = QPushButton(self.tr("Export"), self)
        menu = QMenu(self.export)
        fill_export_menu(menu, self, "rolling", FORMS, self.written)
        self.export.setMenu(menu)
        self.start = QPushButton(self.tr("Start"), self)
        self.start.setToolTip(self.tr("Carry the plan out in the simulated estate, host by host."))
        self.end = QPushButton(self.tr("Stop after this step"), self)
        self.close_button = QPushButton(self.tr("Close window"), self)

    def _arrange(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.FieldsStayAtSizeHint)
        form.addRow(self.tr("Cluster:"), self.cluster)
        at_once = QHBoxLayout()
        at_once.addWidget(self.at_once)
        at_once.addWidget(self.most, 1)
        form.addRow(self.tr("Hosts at once:"), at_once)
        form.addRow(self.tr("Work on each:"), self.work)
        form.addRow("", self.home)
        form.addRow("", self.storage)
        form.addRow(self.in_window, self.until)
        going = QHBoxLayout()
        for widget in (self.begin, self.progress, self.stop):
            going.addWidget(widget)
        going.addStretch(1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.export)
        buttons.addStretch(1)
        for button in (self.start, self.end, self.close_button):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addLayout(going)
        layout.addWidget(self.summary)
        layout.addWidget(self.tabs, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cluster.currentIndexChanged.connect(self._changed)
        self.decisions.told.connect(self._forget)
        for spin in (self.at_once, self.work):
            spin.valueChanged.connect(self._changed)
        for box in (self.home, self.storage, self.in_window):
            box.toggled.connect(self._changed)
        self.until.timeChanged.connect(self._changed)
        self.begin.clicked.connect(self._plan)
        self.stop.clicked.connect(self._cancel)
        self.start.clicked.connect(self._start)
        self.close_button.clicked.connect(self.close)
        self.against.itemActivated.connect(lambda item: self.host_wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.worker.progressed.connect(lambda share, _text: self.progress.setValue(round(share * 100)))
        self.worker.finished.connect(self._planned)
        self.worker.failed.connect(lambda error, _trace: self._failed(error))
        self._context.session.opened.connect(self.close)
        self._context.session.time_changed.connect(self._tick)

    # --- planning ---------------------------------------------------------------------------------------------

    def options(self) -> RollingOptions:
        """What is wanted."""
        now_s = self._context.session.backend.now_s
        window_s = None
        if self.in_window.isChecked():
            until_s = QTime(0, 0).secsTo(self.until.time())
            window_s = float((until_s - round(now_s)) % _DAY_S or _DAY_S)
        return RollingOptions(
            at_once=self.at_once.value(),
            work_s=60.0 * self.work.value(),
            return_vms=self.home.isChecked(),
            start_s=now_s,
            window_s=window_s,
            moves=self.draft.options,
            decisions=self.draft.held,
        )

    def _changed(self) -> None:
        """Other choices: the plan that is shown is of no use any more."""
        inventory = self._context.session.inventory
        cluster = inventory.clusters.get(self.cluster.currentData() or "")
        most = most_at_once(inventory, cluster) if cluster is not None else 0
        self.at_once.setMaximum(max(1, len(inventory.hosts_in(cluster.id)) - 1) if cluster is not None else 1)
        self.most.setText(self.tr("%n host(s) may be empty at once and leave HA its room.", "", most))
        self.until.setEnabled(self.in_window.isChecked())
        hosts = inventory.hosts_in(cluster.id) if cluster is not None else ()
        self.draft.hosts = tuple(id_ for id_ in hosts if inventory.hosts[id_].maintenance_state == "normal")
        self.draft.options = Options(move_storage=self.storage.isChecked())
        self._stuck = {}
        self._stand_against({})
        self._forget()
        self.decisions.enter()

    def _forget(self) -> None:
        """What was planned is of no use any more; why something cannot leave is still true."""
        self.plan = None
        self.steps.setRowCount(0)
        self.gantt.show_rows((), ())
        self.summary.setText(self.tr("Choose, then press Plan."))
        self._enable()

    def _blocked(self) -> tuple[Departure, ...]:
        """The VMs of which planning has found that they cannot leave."""
        return tuple(self._stuck.values())

    def _plan(self) -> None:
        session = self._context.session
        try:
            self.draft.prepared()
        except DecisionError as error:
            self.summary.setText(self._context.language.text(error.text))
            return
        lab = msgspec.structs.replace(self._lab, inventory=session.inventory, commands=())
        self._planned_of = session.inventory
        self.summary.setText(self.tr("Planning…"))
        self.progress.setValue(0)
        self.worker.start(rolling_job, lab, self.cluster.currentData(), self.options())
        self._enable()

    def _cancel(self) -> None:
        self.worker.cancel()
        self._changed()

    def _failed(self, error: object) -> None:
        self.summary.setText(self.tr("There is no plan: {reason}").format(reason=error))
        self._enable()

    def _planned(self, plan: RollingPlan) -> None:
        self.plan = plan
        stuck = (one for step in plan.steps for one in step.unplaceable)
        self._stuck |= {one.vm: Departure(vm=one.vm, host=one.host, state="blocked") for one in stuck}
        self._show()
        self.decisions.enter()

    # --- showing ----------------------------------------------------------------------------------------------

    def _enable(self) -> None:
        busy, running = self.worker.running, self.runs
        self.progress.setVisible(busy)
        self.stop.setVisible(busy)
        self.begin.setEnabled(not busy and not running and self.cluster.count() > 0)
        ready = self.plan is not None and not busy
        self.export.setEnabled(ready)
        self.start.setEnabled(ready and not running and self.run is None and any(s.possible for s in self._steps()))
        self.end.setVisible(running)
        for widget in self._choices:
            widget.setEnabled(not busy and self.run is None)

    def _steps(self) -> tuple[RollingStep, ...]:
        return self.plan.steps if self.plan is not None else ()

    def _show(self) -> None:
        plan, name = self.plan, self._context.name
        if plan is None:
            return
        heads = (self.tr("Hosts"), self.tr("Begins"), self.tr("Empty"), self.tr("Done"), self.tr("Migrations"))
        self.steps.setHorizontalHeaderLabels([*heads, self.tr("Home"), self.tr("State")])
        rows = []
        for place, step in enumerate(plan.steps):
            hosts = hosts_of(step, name)
            times = [self._clock(plan, time_s) for time_s in (step.start_s, step.empty_s, step.end_s)]
            rows.append((hosts, *times, str(len(step.moves)), str(len(step.returns)), self._state(place, step)))
        fill(self.steps, rows)
        share_width(self.steps, 0, 6)
        self._show_bars(plan)
        self._show_against(plan)
        self.summary.setText(self._summary(plan))
        self._enable()

    def _show_bars(self, plan: RollingPlan) -> None:
        self.gantt.show_rows(*rows_of(plan, self._context.name, lambda time_s: self._clock(plan, time_s)))
        self._tick()

    def _tick(self, _: object = None) -> None:
        """Time has gone on: so have the bars."""
        if self.run is not None and self.isVisible():
            now_s = self._context.session.backend.now_s - self.run.begin_s
            self.gantt.show_actual(actual_of(self.run, now_s))
            self.gantt.set_cursor(now_s)

    def _show_against(self, plan: RollingPlan) -> None:
        text, name = self._context.language.text, self._context.name
        told = {text(obstacle): step.hosts[0] for step in plan.steps for obstacle in step.obstacles}
        for step in plan.steps:
            for one in step.unplaceable:
                cures = dict.fromkeys(f"• {text(reason.text)} {text(reason.cure)}".strip() for reason in one.reasons)
                told["\n".join((f"{name(one.vm)} ({name(one.host)})", *cures))] = one.host
        self._stand_against(told)
        if not any(step.possible for step in plan.steps):
            self.tabs.setCurrentWidget(self.against)

    def _stand_against(self, told: Mapping[str, str]) -> None:
        """Sentences, each with a host that it is about."""
        self.against.clear()
        for sentence, host in told.items():
            item = QListWidgetItem(sentence, self.against)
            item.setData(Qt.ItemDataRole.UserRole, host)
        self.tabs.setTabText(2, self.tr("Stands against it ({count})").format(count=len(told)))

    def _summary(self, plan: RollingPlan) -> str:
        done = sum(len(step.hosts) for step in plan.steps if step.possible)
        count = sum(len(step.hosts) for step in plan.steps)
        text = self.tr("{done} of {count} hosts, {at_once} at once · {moves} migrations · done at {end}, after {time}.")
        line = text.format(
            done=done,
            count=count,
            at_once=plan.at_once,
            moves=plan.moves,
            end=self._clock(plan, plan.end_s),
            time=quantity(plan.end_s, "seconds"),
        )
        if not done:
            return self.tr("No host can be emptied as it is now: see what stands against it, and decide what to do.")
        lines = [line]
        if decided_for := [one for step in plan.steps for one in step.preparations]:
            told = "; ".join(
                f"{self._context.name(one.vm)} - {self._context.language.text(decided(one))}" for one in decided_for
            )
            lines.append(self.tr("Decided: {decisions}.").format(decisions=told))
        if plan.skipped:
            hosts = ", ".join(map(self._context.name, plan.skipped))
            lines.append(self.tr("Left as they are: {hosts}.").format(hosts=hosts))
        if plan.options.window_s is not None:
            fits = plan.in_window
            lines.append(self.tr("It fits into the window.") if fits else self.tr("It does not fit into the window."))
        return "\n".join(lines)

    def _clock(self, plan: RollingPlan, time_s: float) -> str:
        """By the wall clock: the lab's clock begins at midnight."""
        days, rest = divmod(round(plan.options.start_s + time_s), _DAY_S)
        clock = self.locale().toString(QTime(0, 0).addSecs(rest), "HH:mm:ss")
        return self.tr("{clock}, day {day}").format(clock=clock, day=days + 1) if days else clock

    def _state(self, place: int, step: RollingStep) -> str:
        if self.run is None:
            return "" if step.possible else self.tr("left out: see what stands against it")
        doing = self.run.doing[place]
        if doing is Doing.EMPTYING:
            completed, count = self.run.left()
            return self.tr("being emptied: {done} of {count}").format(done=completed, count=count)
        return {
            Doing.WAITING: self.tr("waits") if not self.run.over else self.tr("not begun"),
            Doing.ENTERING: self.tr("enters maintenance mode"),
            Doing.WORK: self.tr("being worked on"),
            Doing.HOME: self.tr("VMs go home"),
            Doing.DONE: self.tr("✓ done"),
            Doing.LEFT_OUT: self.tr("left out: see what stands against it"),
            Doing.FAILED: self.tr("✕ could not be emptied"),
        }[doing]

    # --- doing ------------------------------------------------------------------------------------------------

    def _start(self) -> None:
        if self.plan is None:
            return
        if self._context.session.inventory is not self._planned_of:
            self._changed()
            self.summary.setText(self.tr("The estate is another one than when this was planned. Plan again."))
            return
        parent = self.parent()
        assert parent is not None
        self.run = RollingRun(self.draft, self.plan, parent)  # it goes on when this window is closed
        self.run.changed.connect(self._show)
        self.run.ended.connect(self._show)
        self.end.clicked.connect(self.run.stop)
        self.run.start()
        self._show()

    def written(self, form: Form) -> bytes:
        """The plan's steps in a form."""
        assert self.plan is not None
        inventory = self._context.session.inventory
        title = self.tr("Rolling maintenance of {cluster}").format(cluster=self.cluster.currentText())
        return rolling_written(form, inventory, self.plan, title, catalogue(self._context.language.code))

    @property
    def runs(self) -> bool:
        """Whether its plan is being carried out."""
        return self.run is not None and not self.run.over

    def done(self, result: int) -> None:
        """However it closes, nobody plans on; as long as the plan is carried out it can be shown again."""
        self.worker.cancel()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, not self.runs)
        super().done(result)
