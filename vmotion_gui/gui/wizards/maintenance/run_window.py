"""The run of a plan beside the window: predicted against actual, and what came of it."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QDialog,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.wizards.maintenance.draft import Draft
from vmotion_gui.gui.wizards.maintenance.exporting import Exports
from vmotion_gui.gui.wizards.maintenance.gantt import GanttView
from vmotion_gui.gui.wizards.maintenance.page_plan import bars_of
from vmotion_gui.gui.wizards.maintenance.running import PlanRun
from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.maintenance.plan import Plan

_REFRESH_MS = 200


class RunWindow(QDialog):
    """Stays beside the window, in which everything goes on as always."""

    def __init__(self, draft: Draft, plan: Plan, title: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.run = PlanRun(draft, plan, parent)  # it goes on when this window is closed
        self._draft = draft
        self.state = QLabel(self)
        self.state.setWordWrap(True)
        self.gantt = GanttView(draft.context.themes.theme, self)
        self.gantt.show_bars(bars_of(draft, plan.moves))
        legend = QLabel(self.tr("Outlined: planned. Filled: as it goes. All simulated."), self)
        legend.setForegroundRole(legend.palette().ColorRole.PlaceholderText)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(self.gantt)
        self.stop = QPushButton(self.tr("Begin no more"), self)
        self.stop.setToolTip(self.tr("What runs goes on; what has not begun stays where it is."))
        self.close_button = QPushButton(self.tr("Close window"), self)
        export = QPushButton(self.tr("Export"), self)
        menu = QMenu(export)
        Exports(draft, title, self).fill(menu)
        export.setMenu(menu)
        buttons = QHBoxLayout()
        buttons.addWidget(export)
        buttons.addStretch(1)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.addWidget(self.state)
        layout.addWidget(scroll, 1)
        layout.addWidget(legend)
        layout.addLayout(buttons)
        self.resize(760, 420)
        self.stop.clicked.connect(self.run.stop)
        self.close_button.clicked.connect(self.close)
        self.run.changed.connect(self._show)
        self.run.ended.connect(self._show)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_REFRESH_MS)
        self._later.timeout.connect(self._show)
        draft.context.session.time_changed.connect(self._show_soon)

    def start(self) -> None:
        """Show it, and begin."""
        self.show()
        self.run.start()
        self._show()

    def _show_soon(self, _now_s: float) -> None:
        if not self._later.isActive():
            self._later.start()

    def _show(self) -> None:
        self.gantt.show_actual(self.run.actual())
        completed, lost, count = self.run.counts()
        now_s = self._draft.context.session.backend.now_s - self.run.begin_s
        text = self.tr("{done} of {count} migrations completed, {lost} failed or cancelled, after {time}.")
        lines = [text.format(done=completed, count=count, lost=lost, time=quantity(now_s, "seconds"))]
        if self.run.done and completed == count:
            hosts = ", ".join(self._draft.context.name(host) for host in self.run.plan.hosts)
            lines.append(self.tr("{hosts}: empty, and entering maintenance mode.").format(hosts=hosts))
        elif self.run.done:
            lines.append(
                self.tr("Not all hosts are empty. Every virtual machine runs where it is: {places}").format(
                    places=self._places()
                )
            )
        elif self.run.stopped:
            lines.append(self.tr("Nothing more begins; what runs goes on."))
        self.state.setText("\n".join([*lines, *self.run.refused]))
        self.stop.setEnabled(not self.run.stopped and not self.run.done)

    def _places(self) -> str:
        inventory, name = self._draft.context.session.inventory, self._draft.context.name
        left = [move.spec.vm for move in self.run.plan.moves if inventory.vms[move.spec.vm].host == move.source]
        named = ", ".join(f"{name(vm)} ({name(inventory.vms[vm].host)})" for vm in left[:8])
        return f"{named}, …" if len(left) > 8 else named
