"""A rolling plan in time: a group for each step, a bar for each thing that is done in it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui.wizards.maintenance.bars import Actual, Bar, Group
from vmotion_gui.gui.wizards.rolling.run import RollingRun
from vmotion_gui.planning.maintenance.rolling import RollingPlan, RollingStep

Named = Callable[[str], str]
Clock = Callable[[float], str]
"""From seconds since the beginning to the wall clock."""

_PARTS = 3


def hosts_of(step: RollingStep, names: Named) -> str:
    """A step's hosts, by name."""
    return ", ".join(map(names, step.hosts))


def rows_of(plan: RollingPlan, names: Named, clock: Clock) -> tuple[list[Group], list[Bar]]:
    """Groups in the order of the steps; bars for emptying, the work, and the way home as far as there is one."""
    texts = (
        QCoreApplication.translate("RollingBars", "VMs leave"),
        QCoreApplication.translate("RollingBars", "work"),
        QCoreApplication.translate("RollingBars", "VMs go home"),
    )
    groups, bars = [], []
    for place, step in enumerate(plan.steps):
        left_out = "" if step.possible else QCoreApplication.translate("RollingBars", "left out")
        groups.append(Group(str(place), hosts_of(step, names), left_out))
        if not step.possible:
            continue
        worked_s = step.empty_s + plan.options.work_s
        times = ((step.start_s, step.empty_s), (step.empty_s, worked_s), (worked_s, step.end_s))
        for part, (text, (begin_s, end_s)) in enumerate(zip(texts, times, strict=True)):
            if end_s <= begin_s:
                continue
            tip = f"{hosts_of(step, names)}: {text}\n{clock(begin_s)} - {clock(end_s)}"
            key = place * _PARTS + part
            bars.append(Bar(key, str(place), text, tip, begin_s, begin_s, end_s, makes_room=part == 1))
    return groups, bars


def actual_of(run: RollingRun, now_s: float) -> dict[int, Actual]:
    """What has really happened so far, by the bars' keys; `now_s`: seconds since the run's beginning."""
    done = {}
    for place, times in enumerate(run.times):
        marks = [time_s - run.begin_s for time_s in times]
        for part, begin_s in enumerate(marks[:_PARTS]):
            end_s = marks[part + 1] if part + 1 < len(marks) else now_s
            if end_s > begin_s:
                done[place * _PARTS + part] = Actual(begin_s, end_s, failed=run.failed(place))
    return done
