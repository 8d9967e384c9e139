"""What nearly every widget of the window needs, handed over as one value."""

from __future__ import annotations

from dataclasses import dataclass

from vmotion_gui.gui.alarms.watch import AlarmWatch
from vmotion_gui.gui.drag.port import DragPort
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.prediction.expected import ExpectedTimes
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import Settings
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.undo.commands import UserCommands


@dataclass(frozen=True)
class Context:
    """The parts of a running window that widgets share."""

    session: Session
    selection: Selection
    themes: ThemeManager
    language: Language
    settings: Settings
    commands: UserCommands
    drag: DragPort
    expected: ExpectedTimes
    alarms: AlarmWatch

    def name(self, id_: str) -> str:
        """An object's name; its id where the estate does not have it (any more)."""
        entity = self.session.inventory.get(id_)
        return entity.name if entity is not None else id_
