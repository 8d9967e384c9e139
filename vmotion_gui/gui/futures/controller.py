"""Forks from a moment, and puts the futures on one chart."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QMainWindow

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.futures.fork_dialog import ForkDialog
from vmotion_gui.gui.futures.runner import ForkRunner
from vmotion_gui.gui.futures.window import FuturesWindow
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.timeline.pane import TimelinePane
from vmotion_gui.inventory.commands import Command
from vmotion_gui.messages import Message
from vmotion_gui.planning.tuning.knobs import Knob, KnobName, Move, knobs, turn
from vmotion_gui.simulation.status import MigrationStatus


class FuturesController(QObject):
    """Serves the migration that the charts show, or else the one that runs."""

    def __init__(self, context: Context, timeline: TimelinePane, window: QMainWindow) -> None:
        super().__init__(window)
        self._context, self._timeline, self._window = context, timeline, window
        self._shown: FuturesWindow | None = None
        self.runner = ForkRunner(context.session, self)
        self.runner.done.connect(self.show)
        self.runner.refused.connect(self._refused)
        context.session.playback_changed.connect(self._played)
        timeline.futures_wanted.connect(self.show)
        timeline.fork_wanted.connect(self.fork)

    def fill(self, menus: Menus) -> None:
        """Add the entries."""
        menus.add(menus.view, lambda: self.tr("&Fork from this moment…"), self.fork, "Shift+F")
        menus.add(menus.view, lambda: self.tr("F&utures on one chart…"), self.show, "Ctrl+Shift+U")

    def _subject(self) -> MigrationStatus | None:
        """The migration that is shown, or the newest."""
        session = self._context.session
        statuses = session.backend.migrations()
        running = list(session.busy_vms().values())
        for id_ in (self._context.selection.migration, *reversed(running), *reversed(list(statuses))):
            status = statuses.get(id_)
            if status is not None and status.source_host != status.destination_host:
                return status
        return None

    # --- forking --------------------------------------------------------------------------------------------

    def fork(self) -> ForkDialog | None:
        """Ask what is to be otherwise from the moment that is shown; without a migration, say that there is none."""
        status = self._subject()
        inventory = self._context.session.inventory
        if status is None or status.vm not in inventory.vms or self.runner.busy:
            text = self.tr("Start a migration, and go to the moment from which it is to be otherwise.")
            self._context.commands.refused.emit(text)
            return None
        self._context.session.pause()
        now_s = None if status.phase.ended else self._context.session.backend.now_s
        dialog = ForkDialog(
            self._context,
            inventory.vms[status.vm].name,
            lambda before: self._knobs(status, before=before),
            now_s,
            status.queued_s,
            self._window,
        )
        dialog.finished.connect(lambda result: self._chosen(dialog, status, result))
        dialog.open()
        return dialog

    def _knobs(self, status: MigrationStatus, *, before: bool) -> tuple[Knob, ...]:
        backend = self._context.session.backend
        return knobs(backend.inventory, backend.rules, _move(status, running=not before))

    def _chosen(self, dialog: ForkDialog, status: MigrationStatus, result: int) -> None:
        dialog.deleteLater()
        if result != QDialog.DialogCode.Accepted:
            return
        backend = self._context.session.backend
        before, name, value = dialog.from_beginning, dialog.knob, dialog.value

        def change() -> Sequence[Command]:
            return self._change(status, name, value, before=before)

        at_s = status.queued_s if before else backend.now_s
        self.runner.begin(status.id, at_s, change, dialog.change_text(), before=before)

    def _change(self, status: MigrationStatus, name: KnobName, value: float, *, before: bool) -> Sequence[Command]:
        """What is asked for at the moment of the fork, which is shown now."""
        backend = self._context.session.backend
        return [turn(backend.inventory, backend.rules, _move(status, running=not before), name, value)]

    def _refused(self, reason: Message | None) -> None:
        text = self.tr("That cannot be changed at this moment.")
        self._context.commands.refused.emit(text if reason is None else self._context.language.text(reason))

    def _played(self) -> None:
        """Who lets time go on wants no more of a run ahead."""
        if self._context.session.playing:
            self.runner.stop()

    # --- showing --------------------------------------------------------------------------------------------

    def show(self) -> FuturesWindow | None:
        """The futures of the migration on one chart."""
        status = self._subject()
        if status is None:
            self._context.commands.refused.emit(self.tr("Start a migration first: only then has it a future."))
            return None
        if self._shown is not None:
            self._shown.close()
        window = self._shown = FuturesWindow(self._context, self._timeline, status.id, self._window)
        window.finished.connect(lambda: self._gone(window))
        window.show()
        return window

    def _gone(self, window: FuturesWindow) -> None:
        if self._shown is window:
            self._shown = None


def _move(status: MigrationStatus, *, running: bool) -> Move:
    return Move(vm=status.vm, source=status.source_host, destination=status.destination_host, running=running)
