"""Alarms as events, in the words of vCenter's own `AlarmStatusChangedEvent`."""

from __future__ import annotations

from typing import Literal

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message
from vmotion_gui.simulation.alarms.definitions import BY_ID
from vmotion_gui.simulation.alarms.log import Turn
from vmotion_gui.simulation.events import Event

NOT_NUMBERED = -1
"""`Event.sequence` of what the engine does not tell itself: an alarm is read from the estate."""
_LEVELS: tuple[Literal["info", "warning", "error"], ...] = ("info", "warning", "error")


def event_of(turn: Turn, inventory: Inventory) -> Event:
    """A change of an alarm's level as an event of its object, which `inventory` knows by name."""
    entity = inventory.get(turn.key.object)
    text = Message(
        "alarm.changed",
        {
            "alarm": BY_ID[turn.key.definition].name,
            "object": turn.key.object if entity is None else entity.name,
            "before": Message(f"alarm.level.{turn.before}"),
            "after": Message(f"alarm.level.{turn.after}"),
        },
    )
    return Event(
        sequence=NOT_NUMBERED,
        time_s=turn.time_s,
        type="AlarmStatusChangedEvent",
        level=_LEVELS[turn.after],
        text=text,
        objects=(turn.key.object,),
    )
