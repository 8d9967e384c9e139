"""A runbook of a cluster that is gone through step by step, by the wall clock."""

from __future__ import annotations

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Catalogue, message
from vmotion_gui.planning.handover.from_plan import rolling_risks, rolling_work
from vmotion_gui.planning.handover.page import Bar, Block, Gantt, Items, Page, Section, Table, Text, step_text
from vmotion_gui.planning.handover.places import source_text, target_text
from vmotion_gui.planning.maintenance.decisions import decided
from vmotion_gui.planning.maintenance.rolling import RollingPlan, RollingStep

_DAY_S = 86_400
_TICKS = 6
_STEPS = ("number", "hosts", "begins", "empty", "done", "moves", "home")
_MOVES = ("step", "vm", "from", "to", "begins", "duration", "downtime", "data")


def rolling_runbook(inventory: Inventory, plan: RollingPlan, words: Catalogue, *, title: str) -> Page:
    """The plan for a change request: which hosts when, what is done to VMs, what may go wrong, each step to be done."""
    book = _Book(inventory, plan, words)
    blocks: list[Block] = [Text(book.say("simulated"), "warning"), *book.summary(), *book.refusals()]
    blocks += [*book.steps(), *book.moves(), *book.risks(), *book.work()]
    return Page(title, words.language, tuple(blocks))


class _Book:
    def __init__(self, inventory: Inventory, plan: RollingPlan, words: Catalogue) -> None:
        self._inventory, self._plan, self._words = inventory, plan, words

    def say(self, key: str, **args: object) -> str:
        return self._words.render(message(f"handover.page.{key}", **args))

    def _names(self, ids: tuple[str, ...]) -> str:
        return ", ".join(map(self._name, ids))

    def _name(self, id_: str) -> str:
        entity = self._inventory.get(id_)
        return entity.name if entity is not None else id_

    def _time(self, seconds: float) -> str:
        return self._words.quantity(seconds, "seconds")

    def _count(self, count: int) -> str:
        return self._words.quantity(count, "count")

    def _clock(self, seconds: float) -> str:
        """By the wall clock: the lab's clock begins at midnight."""
        days, rest = divmod(round(self._plan.options.start_s + seconds), _DAY_S)
        clock = f"{rest // 3600:02}:{rest // 60 % 60:02}:{rest % 60:02}"
        return self.say("clock", clock=clock, day=days + 1) if days else clock

    def summary(self) -> list[Block]:
        plan = self._plan
        done = sum(len(step.hosts) for step in plan.steps if step.possible)
        hosts = sum(len(step.hosts) for step in plan.steps)
        moves = [move for step in plan.steps for move in (*step.moves, *step.returns)]
        rows = [
            (self.say("cluster"), self._name(plan.cluster)),
            (self.say("worked"), self.say("workedOf", done=done, count=hosts)),
            (self.say("atOnce"), self.say("atOnceOf", count=plan.at_once, most=plan.most_at_once)),
            *self._decided(),
            (self.say("moves"), self._count(plan.moves)),
            (self.say("duration"), self._time(plan.end_s)),
            (self.say("until"), self._clock(plan.end_s)),
        ]
        if plan.options.window_s is not None:
            fits = self.say("fits" if plan.in_window else "fitsNot")
            rows.append((self.say("window"), f"{self._time(plan.options.window_s)} ({fits})"))
        rows.append((self.say("downtime"), self._time(sum(move.downtime_s for move in moves))))
        rows.append((self.say("data"), self._words.quantity(sum(move.bytes for move in moves), "bytes")))
        return [Section(self.say("summary")), Table((), tuple(rows))]

    def _decided(self) -> list[tuple[str, str]]:
        plan, rows = self._plan, []
        if plan.skipped:
            rows.append((self.say("skipped"), self._names(plan.skipped)))
        told = [
            f"{self._name(one.vm)}: {self._words.render(decided(one))}"
            for step in plan.steps
            for one in step.preparations
        ]
        if told:
            rows.append((self.say("decisions"), "; ".join(told)))
        return rows

    def refusals(self) -> list[Block]:
        """Why steps are left out; nothing if none is."""
        texts: dict[str, None] = {}
        for step in self._plan.steps:
            texts |= dict.fromkeys(f"{self._names(step.hosts)}: {self._words.render(one)}" for one in step.obstacles)
            for one in step.unplaceable:
                reasons = " ".join(self._words.render(reason.text) for reason in one.reasons)
                texts[f"{self._name(one.vm)} ({self._name(one.host)}): {reasons}"] = None
        return [Section(self.say("impossible")), Items(tuple(texts))] if texts else []

    def steps(self) -> list[Block]:
        """What happens when: bars, and the times of each step."""
        columns = tuple(self.say(f"column.{key}") for key in _STEPS)
        rows = tuple(self._row(number, step) for number, step in enumerate(self._plan.steps, start=1))
        blocks: list[Block] = [Section(self.say("rolling"))]
        numbered = enumerate(self._plan.steps, start=1)
        bars = tuple(bar for number, step in numbered if step.possible for bar in self._bars(number, step))
        if bars:
            end_s = max(self._plan.end_s, 1e-9)
            ticks = tuple((end_s * k / _TICKS, self._clock(end_s * k / _TICKS)) for k in range(_TICKS + 1))
            blocks.append(Gantt(bars, end_s, ticks))
        return [*blocks, Table(columns, rows, frozenset((0, 5, 6)))]

    def _row(self, number: int, step: RollingStep) -> tuple[str, ...]:
        hosts = self._names(step.hosts)
        if not step.possible:
            return (str(number), hosts, self.say("leftOut"), "", "", "", "")
        times = (self._clock(time_s) for time_s in (step.start_s, step.empty_s, step.end_s))
        return (str(number), hosts, *times, self._count(len(step.moves)), self._count(len(step.returns)))

    def _bars(self, number: int, step: RollingStep) -> list[Bar]:
        worked_s = step.empty_s + self._plan.options.work_s
        parts = (
            ("leaving", step.start_s, step.empty_s),
            ("work", step.empty_s, worked_s),
            ("returning", worked_s, step.end_s),
        )
        hosts = self._names(step.hosts)
        return [
            Bar(f"{hosts}: {self.say(key)}", "", begin_s, end_s) for key, begin_s, end_s in parts if end_s > begin_s
        ]

    def moves(self) -> list[Block]:
        """Every migration; those home too."""
        rows = []
        for number, step in enumerate(self._plan.steps, start=1):
            worked_s = step.empty_s + self._plan.options.work_s
            begun = [(move, step.start_s) for move in step.moves] + [(move, worked_s) for move in step.returns]
            for move, offset_s in begun if step.possible else ():
                rows.append(
                    (
                        str(number),
                        self._name(move.spec.vm),
                        source_text(move, self._name),
                        target_text(move, self._name),
                        self._clock(offset_s + move.start_s),
                        self._time(move.duration_s),
                        self._time(move.downtime_s),
                        self._words.quantity(move.bytes, "bytes"),
                    )
                )
        if not rows:
            return []
        columns = tuple(self.say(f"column.{key}") for key in _MOVES)
        return [Section(self.say("moves")), Table(columns, tuple(rows), frozenset((0, 4, 5, 6, 7)))]

    def risks(self) -> list[Block]:
        found = rolling_risks(self._inventory, self._plan)
        return [Section(self.say("risks")), Items(tuple(map(self._words.render, found)))]

    def work(self) -> list[Block]:
        """What to do, and what to do if it has to be given up."""
        steps = rolling_work(self._inventory, self._plan, "").steps
        return [
            Section(self.say("steps")),
            Items(tuple(step_text(step, self._words) for step in steps), numbered=True),
            Section(self.say("back")),
            Text(self.say("rollingBack"), "note"),
        ]
