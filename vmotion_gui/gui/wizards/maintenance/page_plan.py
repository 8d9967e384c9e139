"""The plan: made in a process of its own, then shown in time, as a table, by hosts, and beside other plans. What a
person wants otherwise is checked and estimated anew at once."""

from __future__ import annotations

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.files.jobs import Worker
from vmotion_gui.gui.prediction.words import range_text
from vmotion_gui.gui.wizards.maintenance.compare import Compared, PlanCards
from vmotion_gui.gui.wizards.maintenance.destinations import Destinations
from vmotion_gui.gui.wizards.maintenance.draft import Draft, Found
from vmotion_gui.gui.wizards.maintenance.job import plan_job, wish_job
from vmotion_gui.gui.wizards.maintenance.load_bars import LoadTable
from vmotion_gui.gui.wizards.maintenance.move_table import MoveTable
from vmotion_gui.gui.wizards.maintenance.page_hosts import objective_names
from vmotion_gui.gui.wizards.maintenance.plan_time import PlanInTime
from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.maintenance.decisions import decided
from vmotion_gui.planning.maintenance.override import RefusedError, Wish
from vmotion_gui.planning.maintenance.plan import Plan


class PlanPage(QWidget):
    """Signals: told(): there is a plan now, or none any more."""

    told = Signal()

    def __init__(self, draft: Draft, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.draft = draft
        context = draft.context
        self._proposed: Found | None = None
        """The plan as it was before a person changed it; None as long as nobody has."""
        self.worker = Worker(self)
        self.wisher = Worker(self)
        self.summary = QLabel(self)
        self.summary.setWordWrap(True)
        self.summary.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(self)
        self.progress.setRange(0, 100)
        self.stop = QPushButton(self.tr("Stop"), self)
        destinations = Destinations(context)
        self.in_time = PlanInTime(context, destinations, self, of_stores=draft.of_stores)
        self.gantt = self.in_time.gantt
        self.moves = MoveTable(context, destinations, self)
        self.hosts = LoadTable(lambda: context.themes.theme, self)
        self.blocked = QListWidget(self)
        self.blocked.setWordWrap(True)
        self.blocked.setAccessibleName(self.tr("What stands against the plan"))
        self.others = PlanCards(lambda: context.themes.theme, self)
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        self.tabs.addTab(self.in_time, self.tr("In time"))
        self.tabs.addTab(self.moves, self.tr("Migrations"))
        self.tabs.addTab(self.hosts, self.tr("Datastores") if draft.of_stores else self.tr("Hosts"))
        self.tabs.addTab(self.blocked, "")
        self.tabs.addTab(self._scrolled(self.others), self.tr("Other plans"))
        self._arrange()
        self._connect()

    def _scrolled(self, widget: QWidget) -> QScrollArea:
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(widget)
        return scroll

    def _arrange(self) -> None:
        bar = QHBoxLayout()
        bar.addWidget(self.progress, 1)
        bar.addWidget(self.stop)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.summary)
        layout.addLayout(bar)
        layout.addWidget(self.tabs, 1)
        layout.addWidget(self.in_time.footer)

    def _connect(self) -> None:
        self.worker.progressed.connect(lambda share, _text: self.progress.setValue(round(share * 100)))
        self.worker.finished.connect(self._finished)
        self.worker.failed.connect(self._failed)
        self.wisher.finished.connect(self._granted)
        self.wisher.failed.connect(self._refused)
        self.stop.clicked.connect(self._stopped)
        self.in_time.wished.connect(self.wish)
        self.in_time.back.connect(self._back)
        self.moves.wished.connect(self.wish)
        self.moves.itemSelectionChanged.connect(lambda: self.in_time.choose(self.moves.currentRow()))
        self.others.chosen.connect(self._use_other)

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
        lab = self.draft.prepared_lab()
        self.worker.start(plan_job, lab, session.backend.now_s, self.draft.emptied, self.draft.how)
        self.told.emit()

    def leave(self) -> None:
        """Nobody waits for it any more."""
        self.worker.cancel()
        self.wisher.cancel()
        self.in_time.player.stop()
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
        self.draft.found, self._proposed = found.noted(self.draft.prepared()), None
        self._show(self.draft.found)

    # --- what a person wants otherwise -----------------------------------------------------------------------

    def wish(self, wish: Wish) -> None:
        """Check and estimate the plan with another destination or another turn."""
        found = self.draft.found
        if found is None or self.wisher.running:
            return
        self.in_time.tell(self.tr("Checking, and estimating anew…"))
        self._let_edit(on=False)
        now_s = self.draft.context.session.backend.now_s
        self.wisher.start(wish_job, self.draft.prepared_lab(), now_s, found.plan, self.draft.how, wish)

    def _let_edit(self, *, on: bool) -> None:
        self.gantt.setEnabled(on)
        self.moves.setEnabled(on)

    def _granted(self, answer: object) -> None:
        found = self.draft.found
        if found is None or not isinstance(answer, tuple):
            return
        self._proposed = self._proposed or found
        plan, duration = answer
        self.draft.found = msgspec.structs.replace(found, plan=self.draft.prepared().noted(plan), duration=duration)
        tab = self.tabs.currentIndex()
        self._show(self.draft.found)
        self.tabs.setCurrentIndex(tab)
        before, now = (quantity(one.makespan_s, "seconds") for one in (found.plan, plan))
        self.in_time.tell(self.tr("Changed: empty after {now} instead of {before}.").format(now=now, before=before))

    def _refused(self, error: object, _trace: str) -> None:
        self._let_edit(on=True)
        text = self.draft.context.language.text
        reasons = [text(one) for one in error.reasons[:2]] if isinstance(error, RefusedError) else [str(error)]
        self.in_time.tell(self.tr("Not possible: {reasons}").format(reasons=" ".join(reasons)), refused=True)

    def _back(self) -> None:
        if self._proposed is not None:
            self.draft.found, self._proposed = self._proposed, None
            self._show(self.draft.found)

    def _use_other(self, place: int) -> None:
        found = self._proposed or self.draft.found
        if found is None or place <= 0:
            return
        number = place - (2 if self._proposed is not None else 1)
        self.draft.found, self._proposed = found.choosing(number) if number >= 0 else found, None
        self._show(self.draft.found)

    # --- showing --------------------------------------------------------------------------------------------

    def _show(self, found: Found) -> None:
        self._busy(on=False)
        self._let_edit(on=True)
        self.tabs.setEnabled(True)
        plan = found.plan
        self.summary.setText(self._summary(found))
        self.in_time.show_plan(self.draft.context.session.inventory, plan, edited=self._proposed is not None)
        self.moves.show_plan(plan)
        if plan.datastores:
            self.hosts.show_spaces(plan.spaces, self.draft.context.name)
        else:
            self.hosts.show_loads(plan.loads, self.draft.context.name)
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
        if plan.preparations:
            lines.append(self.tr("Before: {decisions}.").format(decisions="; ".join(self._decided(plan))))
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

    def _decided(self, plan: Plan) -> list[str]:
        context = self.draft.context
        return [f"{context.name(one.vm)} - {context.language.text(decided(one))}" for one in plan.preparations]

    def _show_others(self, found: Found) -> None:
        """The plan in use first, then those for other objectives."""
        names = objective_names()
        edited = self.tr("Changed by hand") if self._proposed is not None else ""
        plans = [Compared(edited or names[found.plan.objective], found.plan, found.duration)]
        others = found.others
        if self._proposed is not None:
            others = ((self._proposed.plan, self._proposed.duration), *others)
        plans += [Compared(names[plan.objective], plan, duration) for plan, duration in others]
        self.others.show_plans(plans)

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
