"""Alarms in words."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui.clock import clock
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.workspace.card import Bar, Card, Fact
from vmotion_gui.simulation.alarms.definitions import BY_ID
from vmotion_gui.simulation.alarms.log import Alarm

_MARKS = ("", "warning", "error")
LEVEL_ICONS = ("done", "warning", "error")


def level_name(level: int) -> str:
    """As the vSphere Client says it."""
    return (
        QCoreApplication.translate("Alarms", "Normal"),
        QCoreApplication.translate("Alarms", "Warning"),
        QCoreApplication.translate("Alarms", "Alert"),
    )[level]


def alarm_name(alarm: Alarm, language: Language) -> str:
    """vSphere's name of what is watched."""
    return language.text(BY_ID[alarm.key.definition].name)


def alarm_line(alarm: Alarm, language: Language) -> str:
    """Level and name in one line, for tooltips and lists."""
    line = f"{'✕' if alarm.level == 2 else '⚠'} {alarm_name(alarm, language)}"
    acknowledged = QCoreApplication.translate("Alarms", "acknowledged")
    return f"{line} ({acknowledged})" if alarm.acknowledged else line


def alarm_cards(alarms: Sequence[Alarm], language: Language) -> list[Card]:
    """The card of an object's alarms; none where there are none."""
    rows: list[Fact | Bar] = [
        Fact("", f"{alarm_name(alarm, language)} · {since_text(alarm)}", "", _MARKS[alarm.level]) for alarm in alarms
    ]
    return [Card(QCoreApplication.translate("Alarms", "Triggered alarms"), rows)] if rows else []


def since_text(alarm: Alarm) -> str:
    """When it was triggered, in simulated time."""
    if alarm.since_s == -math.inf:
        return QCoreApplication.translate("Alarms", "before the lab began")
    return clock(alarm.since_s)
