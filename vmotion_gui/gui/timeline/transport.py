"""The transport: play, step, speed, the simulated clock, and the branches."""

from __future__ import annotations

import bisect
import math

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QSlider, QToolBar, QWidget

from vmotion_gui.gui.clock import clock, speed_text
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.icons import glyph
from vmotion_gui.gui.session import SPEEDS
from vmotion_gui.gui.theme import Theme
from vmotion_gui.gui.timeline.steps import previous_milestone

_TICKS_PER_DECADE = 20


class Transport(QToolBar):
    """The tool bar of simulated time."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._session = context.session
        self.setObjectName("transport")
        self.setMovable(False)
        self.setIconSize(QSize(18, 18))
        self.back = QAction(self)
        self.play = QAction(self)
        self.step = QAction(self)
        self.round = QAction(self)
        self.slower = QAction(self)
        self.faster = QAction(self)
        self.speed = QSlider(Qt.Orientation.Horizontal, self)
        self._speed_text = QLabel(self)
        self._clock = QLabel(self)
        self._arrange()
        self._connect()
        self._dress(context.themes.theme)
        self._retranslate()
        self._show_playback()
        self._show_time(self._session.backend.now_s)

    def _arrange(self) -> None:
        for action, key in (
            (self.back, ","),
            (self.step, "."),
            (self.round, "Ctrl+."),
            (self.slower, "["),
            (self.faster, "]"),
        ):
            action.setShortcut(key)
        QShortcut(QKeySequence(Qt.Key.Key_Space), self, self._space)
        for action in (self.back, self.play, self.step):
            self.addAction(action)
        window = self.parentWidget()
        if window is not None:  # keys without a button
            window.addActions([self.round, self.slower, self.faster])
        self.addSeparator()
        low, high = (round(math.log10(speed) * _TICKS_PER_DECADE) for speed in (SPEEDS[0], SPEEDS[-1]))
        self.speed.setRange(low, high)
        self.speed.setPageStep(_TICKS_PER_DECADE // 2)
        self.speed.setFixedWidth(130)
        self.speed.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.addWidget(self.speed)
        self._speed_text.setMinimumWidth(self.fontMetrics().horizontalAdvance("0.01×  "))
        self.addWidget(self._speed_text)
        self.addSeparator()
        font = self._clock.font()
        font.setBold(True)
        self._clock.setFont(font)
        self._clock.setMinimumWidth(self._clock.fontMetrics().horizontalAdvance("00:00:00.000") + 12)
        self.addWidget(self._clock)

    def _connect(self) -> None:
        session = self._session
        self.play.triggered.connect(self.toggle)
        self.step.triggered.connect(session.step)
        self.round.triggered.connect(lambda: session.step_pass(self._context.selection.migration))
        self.back.triggered.connect(self.go_back)
        self.slower.triggered.connect(self._slow_down)
        self.faster.triggered.connect(self._speed_up)
        self.speed.valueChanged.connect(self._slid)
        session.playback_changed.connect(self._show_playback)
        session.time_changed.connect(self._show_time)
        session.opened.connect(self._opened)
        self._context.themes.changed.connect(self._dress)

    # --- acting ---------------------------------------------------------------------------------------------

    def toggle(self) -> None:
        """Play or pause."""
        if self._session.playing:
            self._session.pause()
        else:
            self._session.play()

    def _space(self) -> None:
        """Space plays, but still presses the button that has the focus."""
        focus = QApplication.focusWidget()
        if isinstance(focus, QAbstractButton):
            focus.click()
        else:
            self.toggle()

    def go_back(self) -> None:
        """Go back to the previous event that matters."""
        backend = self._session.backend
        self._session.pause()
        self._session.rewind(previous_milestone(backend.events, backend.now_s))

    def _slow_down(self) -> None:
        below = bisect.bisect_left(SPEEDS, self._session.speed * 0.999) - 1
        self._session.set_speed(SPEEDS[max(below, 0)])

    def _speed_up(self) -> None:
        above = bisect.bisect_right(SPEEDS, self._session.speed * 1.001)
        self._session.set_speed(SPEEDS[min(above, len(SPEEDS) - 1)])

    def _slid(self, value: int) -> None:
        self._session.set_speed(10.0 ** (value / _TICKS_PER_DECADE))

    # --- showing --------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self._show_playback()
        self._show_time(self._session.backend.now_s)

    def _show_playback(self) -> None:
        session = self._session
        self.speed.blockSignals(True)
        self.speed.setValue(round(math.log10(session.speed) * _TICKS_PER_DECADE))
        self.speed.blockSignals(False)
        self._speed_text.setText(speed_text(float(f"{session.speed:.2g}")))
        self.play.setIcon(glyph("pause" if session.playing else "play", self._context.themes.theme))
        self.play.setText(self.tr("Pause") if session.playing else self.tr("Play"))
        self.play.setToolTip(self.tr("{action} (Space)").format(action=self.play.text()))
        self.back.setEnabled(session.backend.can_rewind)

    def _show_time(self, now_s: float) -> None:
        self._clock.setText(clock(now_s))

    def _dress(self, theme: Theme) -> None:
        self.back.setIcon(glyph("previous", theme))
        self.step.setIcon(glyph("next", theme))
        self.play.setIcon(glyph("pause" if self._session.playing else "play", theme))

    # --- words ----------------------------------------------------------------------------------------------

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange:
            self._retranslate()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setWindowTitle(self.tr("Transport"))
        self.back.setText(self.tr("Back to the previous event"))
        self.step.setText(self.tr("Step to the next event"))
        self.round.setText(self.tr("Step to the next pre-copy pass"))
        self.slower.setText(self.tr("Slower"))
        self.faster.setText(self.tr("Faster"))
        self.speed.setAccessibleName(self.tr("Speed"))
        self.speed.setToolTip(self.tr("Simulated seconds per second ([ slower, ] faster)"))
        self._clock.setToolTip(self.tr("Simulated time"))
        self._clock.setAccessibleName(self.tr("Simulated time"))
        for action in (self.back, self.step, self.round, self.slower, self.faster):
            self._tip(action)
        self._show_playback()
        self._show_time(self._session.backend.now_s)

    @staticmethod
    def _tip(action: QAction) -> None:
        action.setToolTip(
            f"{action.text()} ({action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)})"
        )
