"""The timeline's dock: the bar with the session behind it, and the branches."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QInputDialog, QLabel, QMenu, QToolButton, QVBoxLayout, QWidget

from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import glyph
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.timeline.bar import TimelineBar
from vmotion_gui.simulation.backend import Branch
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.status import MigrationStatus

_SCRUB_MS = 60
"""Between two moments that are shown while the handle is dragged."""


class TimelinePane(QWidget):
    """Scrubs the session, and switches between its branches.

    Signals:
        fork_wanted(): another branch is to begin at the moment that is shown.
        futures_wanted(): the branches are to be seen on one chart.
    """

    fork_wanted = Signal()
    futures_wanted = Signal()

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = context.session
        self._marks: list[tuple[Event, str]] = []
        self._spans: dict[str, tuple[float, float | None]] = {}
        self._wanted_s: float | None = None
        self._scrubbing = False
        self.bar = TimelineBar(context.themes.theme, self)
        self.branches = QToolButton(self)
        self._note = QLabel(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SCRUB_MS)
        self._arrange()
        self._connect()
        self._opened()
        self._retranslate()

    def _arrange(self) -> None:
        self.branches.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.branches.setMenu(QMenu(self.branches))
        self.branches.setToolButtonStyle(self.branches.toolButtonStyle().ToolButtonTextBesideIcon)
        self.branches.setIcon(glyph("branch", self._context.themes.theme))
        self._note.setContentsMargins(8, 4, 8, 0)
        self._note.hide()
        row = QHBoxLayout()
        row.setContentsMargins(8, 0, 0, 0)
        row.addWidget(self.branches)
        row.addWidget(self.bar, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._note)
        layout.addLayout(row, 1)

    def _connect(self) -> None:
        session = self._session
        session.opened.connect(self._opened)
        session.time_changed.connect(self._time_changed)
        session.events_added.connect(self._add_history)
        session.migrations_changed.connect(self._add_spans)
        session.submitted.connect(self._submitted)
        self.bar.wanted.connect(self._scrub)
        self.bar.released.connect(self._release)
        self._timer.timeout.connect(self._go)
        self.branches.menu().aboutToShow.connect(self._fill_branches)
        self._context.themes.changed.connect(self._dress)

    # --- scrubbing ------------------------------------------------------------------------------------------

    def _scrub(self, time_s: float) -> None:
        if not self._session.backend.can_rewind:
            return
        self._session.pause()
        self._wanted_s = time_s
        self.bar.set_time(time_s, self._session.backend.played_until_s)
        if not self._timer.isActive():
            self._timer.start()

    def _release(self) -> None:
        self._timer.stop()
        self._go()

    def _go(self) -> None:
        wanted, self._wanted_s = self._wanted_s, None
        if wanted is not None:
            self._session.rewind(wanted)

    # --- showing --------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self._read_history()
        self._time_changed(self._session.backend.now_s)
        self._show_branch()

    def _time_changed(self, now_s: float) -> None:
        backend = self._session.backend
        if self._wanted_s is None:
            self.bar.set_time(now_s, backend.played_until_s)
        behind = backend.played_until_s - now_s
        if behind > 1e-9:
            text = self.tr("Played until {time}. Acting here starts a new branch; nothing is lost.")
            self._note.setText(text.format(time=clock(backend.played_until_s)))
        self._note.setVisible(behind > 1e-9)

    def _read_history(self) -> None:
        backend, language = self._session.backend, self._context.language
        self._marks = [(event, language.text(event.text)) for event in backend.events if event.milestone]
        self._spans = {s.id: (s.start_s, s.end_s) for s in backend.migrations().values() if s.start_s is not None}
        self.bar.set_marks(self._marks)
        self.bar.set_spans(list(self._spans.values()))

    def _add_history(self, events: tuple[Event, ...]) -> None:
        language = self._context.language
        self._marks += [(event, language.text(event.text)) for event in events if event.milestone]
        self.bar.set_marks(self._marks)

    def _add_spans(self, statuses: tuple[MigrationStatus, ...]) -> None:
        fresh = {s.id: (s.start_s, s.end_s) for s in statuses if s.start_s is not None}
        if fresh.items() <= self._spans.items():
            return
        self._spans |= fresh
        self.bar.set_spans(list(self._spans.values()))

    def _submitted(self) -> None:
        self._show_branch()

    # --- branches -------------------------------------------------------------------------------------------

    def branch_name(self, branch: Branch) -> str:
        """A branch's own name, or its number."""
        if branch.name and not branch.name.isdigit():
            return branch.name
        return self.tr("Main line") if branch.parent is None else self.tr("Branch {number}").format(number=branch.id)

    def _current(self) -> Branch:
        backend = self._session.backend
        return next(branch for branch in backend.branches() if branch.id == backend.current_branch)

    def _show_branch(self) -> None:
        self.branches.setText(self.branch_name(self._current()))
        self.branches.setEnabled(self._session.backend.can_fork)

    def _fill_branches(self) -> None:
        menu = self.branches.menu()
        menu.clear()
        group = QActionGroup(menu)
        for branch in self._session.backend.branches():
            text = self.tr("{name} (from {start} to {end})").format(
                name=self.branch_name(branch), start=clock(branch.forked_at_s), end=clock(branch.end_s)
            )
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(branch.id == self._session.backend.current_branch)
            action.setData(branch.id)
            group.addAction(action)
        group.triggered.connect(lambda action: self._switch(action.data()))
        menu.addSeparator()
        menu.addAction(self.tr("Fork from this moment…")).triggered.connect(self.fork_wanted)
        menu.addAction(self.tr("Futures on one chart…")).triggered.connect(self.futures_wanted)
        menu.addSeparator()
        menu.addAction(self.tr("Rename this branch…")).triggered.connect(self._rename)

    def _switch(self, branch: int) -> None:
        if branch != self._session.backend.current_branch:
            self._session.pause()
            self._session.switch_branch(branch)

    def _rename(self) -> None:
        branch = self._current()
        title, question = self.tr("Rename branch"), self.tr("Name of the branch:")
        name, confirmed = QInputDialog.getText(self, title, question, text=self.branch_name(branch))
        if confirmed and name.strip():
            self._session.backend.rename_branch(branch.id, name.strip())
            self._show_branch()

    # --- looks and words ------------------------------------------------------------------------------------

    def _dress(self, theme: Theme) -> None:
        self.bar.set_theme(theme)
        self.branches.setIcon(glyph("branch", theme))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.bar.setAccessibleName(self.tr("Timeline"))
        self.bar.setAccessibleDescription(
            self.tr("Left and right arrow: earlier and later; Home and End: start and end")
        )
        self.branches.setToolTip(self.tr("Branches of this lab's history"))
        self._opened()
