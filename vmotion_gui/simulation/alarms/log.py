"""When each watched thing came over a threshold, and what follows from that at any moment of a branch.

The log holds crossings only: nearly everything is green nearly always. Whether an alarm is triggered at a moment is
read from them in closed form, so that going back in time shows what was then, and a jump of an hour costs nothing.
"""

from __future__ import annotations

import math
import time
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Literal, NamedTuple

import msgspec

from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.alarms.definitions import BY_ID, DEFINITIONS, Level
from vmotion_gui.simulation.engine import Engine

_AT_ONCE = 64
"""Objects between two looks at the clock."""
_EVER = -math.inf
"""What was so when the lab began is taken to have been so for long."""


class Key(NamedTuple):
    """One alarm of one object."""

    object: str
    definition: str


class Alarm(msgspec.Struct, frozen=True, kw_only=True):
    """A triggered alarm."""

    key: Key
    level: Literal[1, 2]
    since_s: float
    """When it came to this level; -inf: before the lab began."""
    acknowledged: bool = False


class Turn(msgspec.Struct, frozen=True, kw_only=True):
    """An alarm that has changed its level."""

    time_s: float
    key: Key
    before: Level
    after: Level


class AlarmLog:
    """The alarms of one branch; an observer of its engine."""

    def __init__(self, inventory: Inventory) -> None:
        """`inventory`: as the branch's lab begins."""
        self._reading: Iterator[None] | None = self._read(inventory)
        self._crossings: dict[Key, list[tuple[float, Level]]] = {}
        self._known_s = 0.0
        self._answers: dict[Key, list[tuple[float, Literal["acknowledged", "reset"]]]] = defaultdict(list)
        self.version = 0
        """Grows when anything is noted."""

    # --- noting ---------------------------------------------------------------------------------------------

    def estate_changed(self, engine: Engine, before: Inventory, touched: Collection[str]) -> None:
        """These objects are others now than in `before`; told again when a stretch is played again."""
        self.read_on()
        if engine.now_s < self._known_s:
            return
        self._known_s = engine.now_s
        about = dict.fromkeys(touched)
        for id_ in touched:
            for inventory in (before, engine.inventory):
                entity = inventory.get(id_)
                if isinstance(entity, VirtualMachine):
                    about[entity.host] = None
        for id_ in about:
            self._note(engine.inventory, id_, engine.now_s)

    def read_on(self, seconds: float = math.inf) -> bool:
        """Look at more of the estate as it was at first, for so long; True if all of it is known. Everything else here
        does so by itself, which takes a tenth of a second for 40,000 VMs."""
        end_s = time.perf_counter() + seconds
        while self._reading is not None and time.perf_counter() < end_s:
            if next(self._reading, self) is self:
                self._reading = None
        return self.is_read

    @property
    def is_read(self) -> bool:
        """Whether the whole estate has been looked at."""
        return self._reading is None

    def _read(self, inventory: Inventory) -> Iterator[None]:
        for definition in DEFINITIONS:
            level = definition.level
            for number, entity in enumerate(inventory.collection(definition.watched).values()):
                if found := level(inventory, entity):
                    self._crossings[Key(entity.id, definition.id)] = [(_EVER, found)]
                if number % _AT_ONCE == 0:
                    yield

    def _note(self, inventory: Inventory, id_: str, now_s: float) -> None:
        for definition in DEFINITIONS:
            key = Key(id_, definition.id)
            entity = inventory.collection(definition.watched).get(id_)
            level = definition.level(inventory, entity) if entity is not None else 0
            crossings = self._crossings.get(key)
            if level != (crossings[-1][1] if crossings else 0):
                self._crossings.setdefault(key, []).append((now_s, level))
                self.version += 1

    def acknowledge(self, key: Key, now_s: float) -> None:
        """Somebody has seen it: it stays, and is told more quietly."""
        self._answer(key, now_s, "acknowledged")

    def reset(self, key: Key, now_s: float) -> None:
        """Back to green, until it is triggered anew."""
        self._answer(key, now_s, "reset")

    def _answer(self, key: Key, now_s: float, kind: Literal["acknowledged", "reset"]) -> None:
        self._answers[key] = [answer for answer in self._answers[key] if answer[0] <= now_s]
        self._answers[key].append((now_s, kind))
        self.version += 1

    def until(self, time_s: float) -> AlarmLog:
        """The log of a branch that forks at a time."""
        self.read_on()
        fork = AlarmLog(Inventory())
        fork._reading = None
        fork._known_s = min(self._known_s, time_s)
        for key, crossings in self._crossings.items():
            if past := [crossing for crossing in crossings if crossing[0] <= time_s]:
                fork._crossings[key] = past
        for key, answers in self._answers.items():
            fork._answers[key] = [answer for answer in answers if answer[0] <= time_s]
        return fork

    # --- reading --------------------------------------------------------------------------------------------

    def at(self, now_s: float) -> tuple[Alarm, ...]:
        """What is triggered at a moment: red before yellow, the latest first."""
        self.read_on()
        found = [alarm for key in self._crossings if (alarm := self._alarm(key, now_s)) is not None]
        return tuple(sorted(found, key=lambda alarm: (-alarm.level, -alarm.since_s, alarm.key)))

    def turns(self, now_s: float) -> tuple[Turn, ...]:
        """Every change of a level up to a moment, in order of time; what was so from the beginning is none."""
        self.read_on()
        found = [turn for key in self._crossings for turn in self._turns(key, now_s) if turn.time_s > _EVER]
        return tuple(sorted(found, key=lambda turn: (turn.time_s, turn.key)))

    def next_turn_s(self, now_s: float) -> float:
        """Until then nothing changes by itself; inf: never, as far as is known."""
        self.read_on()
        later = (turn.time_s for key in self._crossings for turn in self._turns(key, math.inf))
        return min((time_s for time_s in later if time_s > now_s), default=math.inf)

    def _alarm(self, key: Key, now_s: float) -> Alarm | None:
        last = None
        for turn in self._turns(key, now_s):
            last = turn
        if last is None or last.after == 0:
            return None
        answers = {kind for time_s, kind in self._answers.get(key, ()) if last.time_s <= time_s <= now_s}
        if "reset" in answers:
            return None
        return Alarm(key=key, level=last.after, since_s=last.time_s, acknowledged="acknowledged" in answers)

    def _turns(self, key: Key, now_s: float) -> Iterator[Turn]:
        """A level is reached when the condition has held for long enough, and left when it no longer holds."""
        hold_s = BY_ID[key.definition].hold_s
        crossings = [crossing for crossing in self._crossings[key] if crossing[0] <= now_s]
        shown: Level = 0
        since: dict[Level, float] = {}
        for place, (time_s, level) in enumerate(crossings):
            end_s = crossings[place + 1][0] if place + 1 < len(crossings) else math.inf
            since = {one: since.get(one, time_s) for one in (1, 2) if one <= level}
            held: Level = max((one for one in since if since[one] + hold_s <= time_s), default=0)
            if held != shown:
                yield Turn(time_s=time_s, key=key, before=shown, after=held)
                shown = held
            for one in (1, 2):
                due_s = since.get(one, math.inf) + hold_s
                if shown < one <= level and time_s < due_s < end_s and due_s <= now_s:
                    yield Turn(time_s=due_s, key=key, before=shown, after=one)
                    shown = one
