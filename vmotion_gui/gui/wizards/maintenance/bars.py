"""What a Gantt chart shows: moves as bars, by the hosts that they go to or come from."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.handover.places import source_text, target_text
from vmotion_gui.planning.maintenance.plan import HostLoads, Move, Plan, StoreSpace

Named = Callable[[str], str]
"""From an id to a name."""
Shares = tuple[float, float, float]
"""Of a host's memory or CPU: before, at the worst moment, afterwards."""
FULL = 0.9
"""From here on a host is warned about, as vCenter's default alarms do."""


@dataclasses.dataclass(frozen=True)
class Bar:
    """A move; times in seconds."""

    key: int
    """Which move of the plan or of the run."""
    group: str
    """The host or datastore that it goes to; or comes from."""
    label: str
    tip: str
    ready_s: float
    """From here on it waits for its turn."""
    start_s: float
    end_s: float
    makes_room: bool = False


@dataclasses.dataclass(frozen=True)
class Group:
    """A destination, or a source: its bars stand below its name."""

    key: str
    label: str
    text: str = ""
    """How loaded it is."""
    shares: Shares | None = None
    """The same of its memory."""


@dataclasses.dataclass(frozen=True)
class Actual:
    """How a move has gone so far; times since the run's beginning."""

    start_s: float
    end_s: float
    failed: bool = False


def ready_times(moves: Sequence[Move]) -> list[float]:
    """When each move's turn could have come: when all that it waits for by plan has completed."""
    return [max((moves[earlier].end_s for earlier in move.after), default=0.0) for move in moves]


def bar_of(key: int, move: Move, ready_s: float, names: Named, *, by_source: bool = False) -> Bar:
    """A move as a bar; `names` of its VM, hosts and datastore by id. `by_source`: below where it comes from, and named
    with where it goes to."""
    lines = [
        f"{names(move.spec.vm)}: {source_text(move, names)} → {target_text(move, names)}",
        QCoreApplication.translate("PlanBars", "Start {start}, duration {duration}, downtime {downtime}").format(
            start=quantity(move.start_s, "seconds"),
            duration=quantity(move.duration_s, "seconds"),
            downtime=quantity(move.downtime_s, "seconds"),
        ),
    ]
    waits_s = move.start_s - ready_s
    if waits_s > 0.5:
        text = QCoreApplication.translate(
            "PlanBars", "Waits {time} for its turn: vCenter's limits for simultaneous moves"
        )
        lines.append(text.format(time=quantity(waits_s, "seconds")))
    if move.makes_room:
        lines.append(
            QCoreApplication.translate("PlanBars", "It makes room: the virtual machine itself need not leave.")
        )
    return Bar(
        key=key,
        group=_source(move) if by_source else _destination(move),
        label=f"{names(move.spec.vm)} → {names(_destination(move))}" if by_source else names(move.spec.vm),
        tip="\n".join(lines),
        ready_s=min(ready_s, move.start_s),
        start_s=move.start_s,
        end_s=move.end_s,
        makes_room=move.makes_room,
    )


def _source(move: Move) -> str:
    return move.from_datastores[0] if move.from_datastores else move.source


def _destination(move: Move) -> str:
    return move.to_datastores[0] if move.to_datastores else move.spec.host or move.source


def groups_of(bars: Iterable[Bar], plan: Plan | None, names: Named) -> list[Group]:
    """The hosts or datastores that bars stand below first, then the plan's others, each with its load."""
    used = dict.fromkeys(bar.group for bar in bars)
    told: dict[str, tuple[str, Shares]] = {}
    if plan is not None:
        told = {one.host: (load_text(one), memory_shares(one)) for one in plan.loads}
        told |= {one.datastore: (space_text(one), space_shares(one)) for one in plan.spaces}
    emptied = () if plan is None else (*plan.hosts, *plan.datastores)
    order = [*sorted(used, key=names), *(id_ for id_ in told if id_ not in used and id_ not in emptied)]
    return [Group(id_, names(id_), *told.get(id_, ("", None))) for id_ in order]


def memory_shares(loads: HostLoads) -> Shares:
    """Of memory."""
    return loads.before.memory, loads.worst.memory, loads.after.memory


def load_text(loads: HostLoads) -> str:
    """ "memory 40 % → 52 %, at worst 60 %"; the worst moment only where it is one of its own."""
    before, worst, after = (round(share * 100) for share in memory_shares(loads))
    if before == worst == after:
        return QCoreApplication.translate("PlanBars", "memory {before} %").format(before=before)
    if worst == max(before, after):
        return QCoreApplication.translate("PlanBars", "memory {before} % → {after} %").format(
            before=before, after=after
        )
    text = QCoreApplication.translate("PlanBars", "memory {before} % → {after} %, at worst {worst} %")
    return text.format(before=before, after=after, worst=worst)


def space_shares(space: StoreSpace) -> Shares:
    """Of a datastore's capacity."""
    return space.before, space.worst, space.after


def space_text(space: StoreSpace) -> str:
    """ "40 % → 52 % full", of a datastore's capacity; the worst moment only where it is one of its own."""
    before, worst, after = (round(share * 100) for share in space_shares(space))
    if before == worst == after:
        return QCoreApplication.translate("PlanBars", "{before} % full").format(before=before)
    if worst == max(before, after):
        return QCoreApplication.translate("PlanBars", "{before} % → {after} % full").format(before=before, after=after)
    text = QCoreApplication.translate("PlanBars", "{before} % → {after} % full, at worst {worst} %")
    return text.format(before=before, after=after, worst=worst)


def load_tip(group: Group) -> str:
    """What a host's bar means."""
    legend = QCoreApplication.translate("PlanBars", "Tick: before. Filled: afterwards. Outlined: at the worst moment.")
    return f"{group.label}: {group.text}\n{legend}" if group.shares is not None else group.label
