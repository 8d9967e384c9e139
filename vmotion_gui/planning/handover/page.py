"""A runbook as blocks, whatever it is written in afterwards."""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Catalogue, message
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.from_plan import risks, way_back, work_of
from vmotion_gui.planning.handover.places import source_text, target_text
from vmotion_gui.planning.maintenance.decisions import decided
from vmotion_gui.planning.maintenance.plan import HostLoads, Load, Plan
from vmotion_gui.simulation.forecast import Range


class Text(msgspec.Struct, frozen=True):
    text: str
    style: Literal["normal", "note", "warning"] = "normal"


class Section(msgspec.Struct, frozen=True):
    text: str


class Items(msgspec.Struct, frozen=True):
    texts: tuple[str, ...]
    numbered: bool = False


class Table(msgspec.Struct, frozen=True):
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    right: frozenset[int] = frozenset()
    """Columns of numbers."""


class Bar(msgspec.Struct, frozen=True):
    label: str
    note: str
    start_s: float
    end_s: float


class Gantt(msgspec.Struct, frozen=True):
    bars: tuple[Bar, ...]
    end_s: float
    ticks: tuple[tuple[float, str], ...]


Block = Text | Section | Items | Table | Gantt


class Page(msgspec.Struct, frozen=True):
    """A document; `language` for whoever reads it aloud."""

    title: str
    language: str
    blocks: tuple[Block, ...]


class Window(msgspec.Struct, frozen=True):
    """When the work may be done, by the wall clock as people write it, and how long that is."""

    text: str
    seconds: float


_TICKS = 6


def runbook(
    inventory: Inventory,
    plan: Plan,
    words: Catalogue,
    *,
    title: str,
    duration: Range | None = None,
    window: Window | None = None,
) -> Page:
    """The plan for a change request: what will be done, how long it takes, what may go wrong, the way back."""
    book = _Runbook(inventory, plan, words)
    blocks: list[Block] = [Text(book.say("simulated"), "warning"), *book.summary(duration, window)]
    if not plan.possible:
        blocks += book.refusals()
    blocks += [*book.moves(), *book.loads(), *book.risks(window), *book.steps()]
    return Page(title, words.language, tuple(blocks))


class _Runbook:
    def __init__(self, inventory: Inventory, plan: Plan, words: Catalogue) -> None:
        self._inventory, self._plan, self._words = inventory, plan, words

    def say(self, key: str, **args: object) -> str:
        return self._words.render(message(f"handover.page.{key}", **args))

    def _time(self, seconds: float) -> str:
        return self._words.quantity(seconds, "seconds")

    def _name(self, id_: str) -> str:
        entity = self._inventory.get(id_)
        return entity.name if entity is not None else id_

    def _percent(self, share: float) -> str:
        return f"{self._words.number(share * 100.0, 0)} %"

    def summary(self, duration: Range | None, window: Window | None) -> list[Block]:
        plan = self._plan
        emptied = ", ".join(self._name(id_) for id_ in (*plan.hosts, *plan.datastores))
        rows = [
            (self.say("datastores" if plan.datastores else "hosts"), emptied),
            *self._decided(),
            (self.say("moves"), self._words.quantity(len(plan.moves), "count")),
        ]
        time = self._time(plan.makespan_s)
        if duration is not None and self._time(duration.least) != self._time(duration.most):
            time = self.say("range", least=duration.least, most=duration.most)
        rows.append((self.say("duration"), time))
        if window is not None:
            fits = (duration.most if duration else plan.makespan_s) <= window.seconds
            rows.append((self.say("window"), f"{window.text} ({self.say('fits' if fits else 'fitsNot')})"))
        rows += [
            (self.say("downtime"), self._time(plan.downtime_s)),
            (self.say("data"), self._words.quantity(plan.bytes, "bytes")),
        ]
        if plan.bound.seconds > 0.0:
            rows.append(
                (self.say("bound"), self.say("boundOf", least=plan.bound.seconds, over=self._percent(plan.distance)))
            )
        return [Section(self.say("summary")), Table((), tuple(rows))]

    def _decided(self) -> list[tuple[str, str]]:
        plan, rows = self._plan, []
        if plan.skipped:
            rows.append((self.say("skipped"), ", ".join(map(self._name, plan.skipped))))
        if plan.preparations:
            told = [f"{self._name(one.vm)}: {self._words.render(decided(one))}" for one in plan.preparations]
            rows.append((self.say("decisions"), "; ".join(told)))
        return rows

    def refusals(self) -> list[Block]:
        """Why there is no plan, or not for all."""
        texts = [self._words.render(obstacle) for obstacle in self._plan.obstacles]
        for one in self._plan.unplaceable:
            reasons = " ".join(self._words.render(reason.text) for reason in one.reasons)
            texts.append(f"{self._inventory.vms[one.vm].name}: {reasons}")
        for move in self._plan.moves:
            if move.outcome != "completed":
                why = self._words.render(move.fault.text) if move.fault is not None else move.outcome
                texts.append(f"{self._inventory.vms[move.spec.vm].name}: {why}")
        return [Section(self.say("impossible")), Items(tuple(texts))]

    def moves(self) -> list[Block]:
        inventory, plan = self._inventory, self._plan
        if not plan.moves:
            return []
        rows, bars = [], []
        for number, move in enumerate(plan.moves, start=1):
            vm = inventory.vms[move.spec.vm].name
            target = target_text(move, self._name)
            times = (self._time(move.start_s), self._time(move.duration_s), self._time(move.downtime_s))
            after = ", ".join(str(index + 1) for index in move.after)
            size = self._words.quantity(move.bytes, "bytes")
            rows.append((str(number), vm, source_text(move, self._name), target, after, *times, size))
            bars.append(Bar(f"{number} {vm}", target, move.start_s, move.end_s))
        columns = tuple(self.say(f"column.{key}") for key in _COLUMNS)
        end_s = max(plan.makespan_s, 1e-9)
        ticks = tuple((end_s * k / _TICKS, self._time(end_s * k / _TICKS)) for k in range(_TICKS + 1))
        return [
            Section(self.say("plan")),
            Gantt(tuple(bars), end_s, ticks),
            Table(columns, tuple(rows), frozenset((0, 4, 5, 6, 7, 8))),
        ]

    def loads(self) -> list[Block]:
        if self._plan.spaces:
            return self._spaces()
        if not self._plan.loads:
            return []
        columns = tuple(self.say(f"column.{key}") for key in ("host", "before", "worst", "later"))
        rows = tuple(self._loads_of(loads) for loads in self._plan.loads)
        return [Section(self.say("loads")), Table(columns, rows, frozenset((1, 2, 3)))]

    def _spaces(self) -> list[Block]:
        columns = tuple(self.say(f"column.{key}") for key in ("datastore", "before", "worst", "later"))
        rows = tuple(
            (self._name(one.datastore), *(self._percent(share) for share in (one.before, one.worst, one.after)))
            for one in self._plan.spaces
        )
        return [Section(self.say("spaces")), Table(columns, rows, frozenset((1, 2, 3)))]

    def _loads_of(self, loads: HostLoads) -> tuple[str, ...]:
        def told(load: Load) -> str:
            return f"{self._percent(load.memory)} / {self._percent(load.cpu)}"

        return self._inventory.hosts[loads.host].name, told(loads.before), told(loads.worst), told(loads.after)

    def risks(self, window: Window | None) -> list[Block]:
        found = risks(self._inventory, self._plan, window.seconds if window else None)
        return [Section(self.say("risks")), Items(tuple(self._words.render(risk) for risk in found))]

    def steps(self) -> list[Block]:
        """What to do, and what to do if it has to be taken back."""
        forth = work_of(self._inventory, self._plan, "").steps
        back = way_back(self._inventory, self._plan, "").steps
        return [
            Section(self.say("steps")),
            Items(tuple(step_text(step, self._words) for step in forth), numbered=True),
            Section(self.say("back")),
            Text(self.say("backNote"), "note"),
            Items(tuple(step_text(step, self._words) for step in back), numbered=True),
        ]


def step_text(step: w.Step, words: Catalogue) -> str:
    """What is to be done in one step, as a sentence."""
    if isinstance(step, w.Move):
        both = f"{step.host} [{step.datastore}]"
        place = both if step.host and step.datastore else step.host or step.datastore
        return words.render(message("handover.move", vm=step.vm.name, place=place))
    if isinstance(step, w.EnterMaintenance):
        return words.render(message("handover.enter", host=step.host))
    if isinstance(step, w.ExitMaintenance):
        return words.render(message("handover.leave", host=step.host))
    if isinstance(step, w.StoreMaintenance):
        key = "handover.enter" if step.enters else "handover.leave"
        return words.render(message(key, host=step.datastore))
    if isinstance(step, w.Power):
        return words.render(message(f"handover.{step.action}", vm=step.vm.name))
    return words.render(step.text)


_COLUMNS = ("number", "vm", "from", "to", "after", "start", "duration", "downtime", "data")
