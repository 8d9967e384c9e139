"""The dock of knobs: seven sliders, the prediction that follows them, and the curve before and after a turn."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QStackedLayout,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.comparison.runs_chart import Run, RunsChart
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import teach
from vmotion_gui.gui.knobs.figures import Figures
from vmotion_gui.gui.knobs.outlook import Outlook
from vmotion_gui.gui.knobs.row import KnobRow
from vmotion_gui.gui.knobs.subject import Subject, subject_of, targets
from vmotion_gui.inventory.commands import ChangeSettings, Command, EditInventory
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message
from vmotion_gui.planning.tuning.knobs import LABEL, KnobName, as_before, knobs, race, turn
from vmotion_gui.simulation.profiles.table import changed
from vmotion_gui.simulation.status import Samples
from vmotion_gui.simulation.trial import Trial

_SETTLE_MS = 250
"""After so long without another movement a turn takes effect, held or not."""
_AGAIN_MS = 500
"""While time goes on, the outlook is made anew so often."""
_CHART_HEIGHT = 140


class KnobsPanel(QWidget):
    """Follows the selected VM, or the migration that is shown. What is turned takes effect as a step that can be
    undone; until then it is only foreseen.
    """

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context, self._session = context, context.session
        self._subject: Subject | None = None
        self._pending: tuple[KnobName, float] | None = None
        self._shown: Samples | None = None
        self._before: Samples | None = None
        self._start_s = 0.0
        self.rows: dict[KnobName, KnobRow] = {}
        self.outlook = Outlook(self._session, self)
        self._settle, self._again = self._timer(_SETTLE_MS, self.commit), self._timer(_AGAIN_MS, self._ask)
        self._arrange()
        self._connect()
        self._retranslate()

    def _timer(self, interval_ms: int, run: object) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(interval_ms)
        timer.timeout.connect(run)
        return timer

    # --- making ---------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        self.title = QLabel(self)
        self.title.setWordWrap(True)
        self.destination = QComboBox(self)
        self.begin = QPushButton(self)
        self.figures = Figures(self)
        self.chart = RunsChart(self._context.themes.theme, ("remaining_bytes",), self)
        self.chart.setFixedHeight(_CHART_HEIGHT)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setForegroundRole(self.palette().ColorRole.PlaceholderText)
        self._hint.setMargin(16)
        to = QHBoxLayout()
        to.addWidget(self.destination, 1)
        to.addWidget(self.begin)
        self._knobs = QWidget(self)
        self._rows = QVBoxLayout(self._knobs)
        self._rows.setContentsMargins(0, 0, 4, 0)
        self._rows.setSpacing(2)
        area = QScrollArea(self)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._knobs)
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.setContentsMargins(10, 6, 8, 6)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addLayout(to)
        column.addWidget(area, 1)
        column.addWidget(self.chart)
        column.addWidget(self.figures)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self._hint)
        self._stack.addWidget(body)
        teach(self.figures.verdict, "convergence")

    def _connect(self) -> None:
        session, context = self._session, self._context
        context.selection.changed.connect(self._look)
        context.selection.migration_changed.connect(self._look)
        session.opened.connect(self._look)
        session.inventory_changed.connect(self._inventory_changed)
        session.submitted.connect(self._look)
        session.migrations_changed.connect(self._look_if_over)
        session.time_changed.connect(self._time_changed)
        context.themes.changed.connect(self.chart.set_theme)
        self.destination.activated.connect(self._look)
        self.begin.clicked.connect(self._begin)
        self.outlook.known.connect(self._foreseen)

    # --- what it is about -----------------------------------------------------------------------------------

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]  # Qt's event
        self._look()

    def hideEvent(self, event: object) -> None:
        super().hideEvent(event)  # type: ignore[arg-type]  # Qt's event
        self.commit()
        self.outlook.stop()
        self._again.stop()

    def _look(self) -> None:
        """See what is selected, and where the knobs stand."""
        if not self.isVisible():
            return
        chosen = str(self.destination.currentData() or "")
        subject = subject_of(self._context, chosen)
        if subject is None or self._subject is None or subject.key != self._subject.key:
            self._pending = None
            self._settle.stop()
            self._before = self._shown = None
        self._subject = subject
        self._stack.setCurrentIndex(0 if subject is None else 1)
        if subject is None:
            self.outlook.stop()
            return
        self._offer(subject)
        self._show_knobs(subject)
        self._show_formula()
        self._ask()

    def _offer(self, subject: Subject) -> None:
        offered = [subject.move.destination] if subject.move.running else targets(self._context, subject.move.vm)
        known = [self.destination.itemData(index) for index in range(self.destination.count())]
        if offered != known:
            self.destination.clear()
            for host in offered:
                self.destination.addItem(self._context.name(host), host)
        self.destination.setCurrentIndex(self.destination.findData(subject.move.destination))
        self.destination.setEnabled(not subject.move.running)
        self.begin.setEnabled(not subject.move.running)
        vm, source = self._context.name(subject.move.vm), self._context.name(subject.move.source).split(".")[0]
        text = (
            self.tr("<b>{vm}</b> on its way from {host} to")
            if subject.move.running
            else self.tr("<b>{vm}</b> from {host} to")
        )
        self.title.setText(text.format(vm=vm, host=source))

    def _show_knobs(self, subject: Subject) -> None:
        language = self._context.language
        for knob in knobs(self._session.inventory, self._session.backend.rules, subject.move):
            row = self.rows.get(knob.name)
            if row is None:
                row = self.rows[knob.name] = KnobRow(knob, self._knobs)
                row.turned.connect(lambda value, name=knob.name: self._turned(name, value))
                row.settled.connect(self.commit)
                teach(row, row.term)
                self._rows.addWidget(row)
            name, tip = (language.text(Message(f"knobs.{knob.name}.{part}")) for part in ("name", "tip"))
            if self._pending is None or self._pending[0] != knob.name:
                row.show_knob(knob)
            row.set_texts(name, tip, "" if knob.why_not is None else language.text(knob.why_not))

    def _inventory_changed(self, _inventory: Inventory) -> None:
        self._look()

    def _look_if_over(self) -> None:
        """A migration that has ended is turned at no more."""
        migration = self._subject.migration if self._subject is not None else ""
        if migration and self._session.backend.phase(migration).ended:
            self._look()

    def _time_changed(self, _now_s: float) -> None:
        if self._subject is not None and self._subject.migration and not self._again.isActive() and self.isVisible():
            self._again.start()

    # --- turning --------------------------------------------------------------------------------------------

    def _turned(self, name: KnobName, value: float) -> None:
        if self._pending is not None and self._pending[0] != name:
            self.commit()
        if self._pending is None:
            self._before = self._shown
        self._pending = (name, value)
        self._settle.start()
        self._show_formula()
        self._ask()

    def commit(self) -> None:
        """Let what has been turned take effect now, as one step."""
        self._settle.stop()
        pending, subject, self._pending = self._pending, self._subject, None
        if pending is None or subject is None:
            return
        name, value = pending
        inventory, rules = self._session.inventory, self._session.backend.rules
        now = next(knob for knob in knobs(inventory, rules, subject.move) if knob.name == name)
        if now.value == value:
            self._look()
            return
        command = turn(inventory, rules, subject.move, name, value)
        knob = Message(f"knobs.{name}.name")

        def text() -> str:
            return self.tr("change of “{knob}”").format(knob=self._context.language.text(knob))

        if isinstance(command, ChangeSettings):
            self._context.commands.change_rules(text, command, as_before(rules, name))
        elif isinstance(command, EditInventory):
            self._context.commands.edit(text, command.changes, LABEL)
        self._look()

    def _begin(self) -> None:
        self.commit()
        if self._subject is not None and self._subject.spec is not None:
            self._context.commands.migrate([self._subject.spec])

    def _commands(self) -> tuple[Command, ...]:
        if self._pending is None or self._subject is None:
            return ()
        return (turn(self._session.inventory, self._session.backend.rules, self._subject.move, *self._pending),)

    # --- foreseeing -----------------------------------------------------------------------------------------

    def _show_formula(self) -> None:
        """The formula needs no engine: it follows every step of a slider."""
        subject = self._subject
        assert subject is not None
        inventory, rules = self._session.inventory, self._session.backend.rules
        for command in self._commands():
            if isinstance(command, EditInventory):
                for change in command.changes:
                    inventory = change.apply(inventory)
            elif isinstance(command, ChangeSettings):
                rules = changed(rules, command.settings)
        self.figures.show_race(race(inventory, rules, subject.move), rules)

    def _ask(self) -> None:
        if self._subject is not None:
            self.outlook.ask(self._subject.migration or self._subject.asked, self._commands())

    def _foreseen(self, trial: Trial) -> None:
        subject = self._subject
        if subject is None:
            return
        status = trial.status
        reason = trial.refusal or (status.fault.text if status is not None and status.fault is not None else None)
        self.figures.show_outcome(status, "" if reason is None else self._context.language.text(reason))
        self._shown = trial.samples()
        self._start_s = status.queued_s if status is not None else trial.start_s
        runs = [Run(self.tr("Foreseen"), self._shown, self._start_s)]
        runs.append(Run(self.tr("Before"), self._before, self._start_s))
        if subject.migration:
            runs.append(Run(self.tr("So far"), self._session.backend.samples(subject.migration), self._start_s))
        self.chart.show_runs(runs)

    # --- words ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self._hint.setText(
            self.tr(
                "Select a powered-on virtual machine, or start a migration: here you turn what it depends on, and see "
                "at once what comes of it."
            )
        )
        self.destination.setAccessibleName(self.tr("Destination host"))
        self.begin.setText(self.tr("&Migrate"))
        self.begin.setToolTip(self.tr("Start this migration with the knobs as they stand"))
        self._look()
