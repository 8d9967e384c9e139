"""What a tooltip adds to an object's plain facts: its alarms, what its links carry, when its migration ends."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui.alarms.words import alarm_line
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.prediction.words import range_text
from vmotion_gui.gui.topology.loads import Loads
from vmotion_gui.simulation.forecast import Range


class Notes:
    """Made of the session at the moment of the question."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def of(self, id_: str) -> list[str]:
        """The lines for an object."""
        language = self._context.language
        alarms = [alarm_line(alarm, language) for alarm in self._context.alarms.of(id_)]
        return [*alarms, *self._loads(id_), *self._remaining(id_)]

    def _loads(self, id_: str) -> list[str]:
        session = self._context.session
        vm_of = {migration: vm for vm, migration in session.busy_vms().items()}
        return Loads(session.backend.link_loads()).lines(id_, session.inventory, vm_of) if vm_of else []

    def _remaining(self, id_: str) -> list[str]:
        session = self._context.session
        migration = session.busy_vms().get(id_)
        ends = self._context.expected.end_s(migration) if migration is not None else None
        if ends is None:
            return []
        now_s = session.backend.now_s
        left = Range(max(0.0, ends.least - now_s), max(0.0, ends.most - now_s))
        text = QCoreApplication.translate("Loads", "{range} left (simulated)")
        return [text.format(range=range_text(left, "seconds"))]
