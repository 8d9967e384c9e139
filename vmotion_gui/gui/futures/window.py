"""The futures of one migration: its curves in several branches over each other, and what became of it in each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.comparison.outcomes import OutcomesTable
from vmotion_gui.gui.comparison.runs_chart import MOST_RUNS, Run, RunsChart
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.glossary.marks import mark, serve_help_key
from vmotion_gui.gui.timeline.pane import TimelinePane
from vmotion_gui.simulation.backend import Branch
from vmotion_gui.simulation.status import MigrationStatus

_REFRESH_MS = 250


class FuturesWindow(QDialog):
    """Follows the branch that is being played; the newest branches are shown."""

    def __init__(self, context: Context, timeline: TimelinePane, migration: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._context, self._timeline, self._migration = context, timeline, migration
        self._branches: tuple[Branch, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.told = QLabel(self)
        self.told.setWordWrap(True)
        self.chart = RunsChart(context.themes.theme, ("remaining_bytes", "copy_bytes_per_s", "guest_slowdown"), self)
        self.table = OutcomesTable(self)
        self.table.hide_moment()
        self.go = QPushButton(self)
        self.go.setAutoDefault(False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_REFRESH_MS)
        bar = QHBoxLayout()
        bar.addWidget(self.told, 1)
        bar.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.addLayout(bar)
        layout.addWidget(self.chart, 1)
        layout.addWidget(self.table)
        session = context.session
        self._timer.timeout.connect(self.refresh)
        session.time_changed.connect(self._later)
        session.opened.connect(self._opened)
        context.themes.changed.connect(self._dress)
        self.go.clicked.connect(self._switch)
        mark(self, "convergence")
        serve_help_key(self)
        self._backend = session.backend
        self._retranslate()
        self.resize(1000, 680)

    # --- what is shown --------------------------------------------------------------------------------------

    def _opened(self) -> None:
        """Another moment or branch; another lab ends this."""
        if self._context.session.backend is not self._backend:
            self.close()
            return
        self.refresh()

    def _later(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def refresh(self) -> None:
        """Read all branches as far as they have been played."""
        backend = self._context.session.backend
        names: list[str] = []
        runs: list[Run] = []
        rows: list[MigrationStatus] = []
        shown: list[Branch] = []
        for branch in reversed(backend.branches()):
            future = backend.future(branch.id, self._migration)
            if future is None or len(runs) == MOST_RUNS:
                continue
            status, samples = future
            name = self._timeline.branch_name(branch)
            shown.append(branch)
            names.append(f"{name} ✓" if branch.id == backend.current_branch else name)
            runs.append(Run(name, samples, status.queued_s))
            rows.append(status)
        self._branches = tuple(shown)
        self.chart.show_runs(runs)
        mark_s = min((branch.forked_at_s for branch in shown if branch.parent is not None), default=None)
        self.chart.mark(None if mark_s is None or not rows else mark_s - rows[0].queued_s)
        count = range(len(runs))
        self.table.show_names(names, [self.chart.colour(n) for n in count], [self.chart.dash(n) for n in count])
        for row, status in enumerate(rows):
            fault = "" if status.fault is None else self._context.language.text(status.fault.text)
            self.table.show_outcome(row, status, fault)
        self.table.fit()
        self._tell(len(shown))

    def _tell(self, count: int) -> None:
        if count < 2:
            text = self.tr("This migration has one future. Choose a moment and fork from it (Shift+F) for another.")
        else:
            forked = max(self._branches, key=lambda branch: branch.id)
            text = self.tr("{count} futures; the newest begins at {time}. ✓ marks the branch that the window shows.")
            text = text.format(count=count, time=clock(forked.forked_at_s))
        self.told.setText(text)
        self.go.setEnabled(count > 1)

    def _switch(self) -> None:
        """Show the next of the branches in the window."""
        backend = self._context.session.backend
        ids = [branch.id for branch in self._branches]
        place = ids.index(backend.current_branch) if backend.current_branch in ids else -1
        self._context.session.pause()
        self._context.session.switch_branch(ids[(place + 1) % len(ids)])

    def done(self, result: int) -> None:
        """Closed in whatever way: nothing goes on."""
        self._timer.stop()
        super().done(result)

    # --- looks and words ------------------------------------------------------------------------------------

    def _dress(self) -> None:
        self.chart.set_theme(self._context.themes.theme)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        status = self._context.session.backend.migrations().get(self._migration)
        vm = self._context.name(status.vm) if status is not None else ""
        self.setWindowTitle(self.tr("Futures of {vm}").format(vm=vm))
        self.go.setText(self.tr("Show the &other branch"))
        self.go.setToolTip(self.tr("The whole window goes over to the next of these branches"))
        self.refresh()
