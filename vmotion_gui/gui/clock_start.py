"""The first migration starts the clock, unless somebody wants to look first."""

from __future__ import annotations

from PySide6.QtCore import QObject

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.settings import START_PAUSED
from vmotion_gui.inventory.commands import Command, EnterMaintenanceMode, Migrate
from vmotion_gui.simulation.backend import Ticket


class ClockStart(QObject):
    """Follows what is submitted; its entry of the View menu says whether migrations start paused."""

    def __init__(self, context: Context, menus: Menus, parent: QObject) -> None:
        super().__init__(parent)
        self._context = context
        self.action = menus.add(menus.view, lambda: self.tr("Migrations start pa&used"), self._switch)
        self.action.setCheckable(True)
        self.action.setChecked(context.settings.get(START_PAUSED))
        context.session.submitted.connect(self._submitted)

    def _switch(self) -> None:
        self._context.settings.put(START_PAUSED, self.action.isChecked())

    def _submitted(self, command: Command, ticket: Ticket) -> None:
        """Who has paused in the middle of others stays paused."""
        session = self._context.session
        busy = len(session.busy_vms())
        begins = isinstance(command, EnterMaintenanceMode) and session.backend.busy and not busy
        first = ticket.accepted and (begins or (isinstance(command, Migrate) and busy == 1))
        if first and not self.action.isChecked():
            session.play()
