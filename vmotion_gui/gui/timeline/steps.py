"""Where "one event back" goes to."""

from __future__ import annotations

from collections.abc import Sequence

from vmotion_gui.simulation.events import Event


def previous_milestone(events: Sequence[Event], now_s: float) -> float:
    """The time of the last event that matters before now; 0 if there is none."""
    return next((event.time_s for event in reversed(events) if event.milestone and event.time_s < now_s), 0.0)
