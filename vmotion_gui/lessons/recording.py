"""A lesson from what somebody does: commands become steps that ask for them, waiting ends at the engine's events.

A recording runs on a run of its own, which begins with the estate as it is, so that its migrations have the names and
its events the order that they will have when the lesson is played.
"""

from __future__ import annotations

import bisect
import dataclasses
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from vmotion_gui.inventory.changes import Change, EntityPut, FieldsChanged
from vmotion_gui.inventory.commands import Command, EditInventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.lessons.document import (
    FORMAT,
    VERSION,
    Action,
    Condition,
    Lesson,
    Number,
    Step,
    Text,
    WhenDone,
    WhenHappened,
    WhenPassed,
)
from vmotion_gui.lessons.naming import command_message, object_ids, text_of, title_of
from vmotion_gui.lessons.targets import OBJECT
from vmotion_gui.messages import message
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.status import Phase

LAB_NAME = "lab.json"
_SOON_S = 0.5
"""Who acts again within so many simulated seconds has not waited for anything."""
_ENDS = frozenset(("VmMigratedEvent", "VmRelocatedEvent", "VmFailedMigrateEvent"))
_WAITS = {
    "VmMigratedEvent": "lesson.recorded.waitMoved",
    "PassStarted": "lesson.recorded.waitPass",
    "PassEnded": "lesson.recorded.waitPass",
    "SwitchoverStarted": "lesson.recorded.waitSwitchover",
    "VmStunned": "lesson.recorded.waitSwitchover",
    "VmResumed": "lesson.recorded.waitResumed",
}
"""What is told while one of these is waited for; their own sentences speak of numbers that are not known before."""
_MOST_TARGETS = 6


@dataclasses.dataclass(frozen=True)
class _Entry:
    """Something that was done at a moment: a command, a look at objects, or (neither) a pause."""

    time_s: float
    before: int
    """So many events had been told before it …"""
    told: int
    """… and so many right after it."""
    command: Command | None = None
    looked_at: tuple[str, ...] = ()


class Recorder:
    """A recording. `backend` is the run on which everything is done; `lab` is what it begins with."""

    def __init__(self, lab: Lab) -> None:
        self.lab = msgspec.structs.replace(lab, commands=())
        self.backend = EmbeddedBackend(self.lab)
        self._entries: list[_Entry] = []
        self._seen = 0

    # --- what is done ---------------------------------------------------------------------------------------

    def watched(self) -> None:
        """Everything that has happened by now was seen before anything else is done."""
        self._seen = len(self.backend.events)

    def acted(self, command: Command) -> None:
        """A command has just been accepted."""
        self._forget_later()
        self._note(command=_writable(command, self.backend))

    def looked_at(self, ids: Sequence[str]) -> None:
        """Objects have been selected; only the last look before something else counts."""
        self._forget_later()
        if self._entries and self._entries[-1].looked_at:
            self._entries.pop()
        known = tuple(id_ for id_ in ids if self.lab.inventory.get(id_) is not None)[:_MOST_TARGETS]
        if known:
            self._note(looked_at=known)

    def paused(self) -> None:
        """Time has been stopped: here a step ends."""
        self._forget_later()
        last = self._entries[-1].time_s if self._entries else 0.0
        self.watched()
        if self.backend.now_s > last:
            self._note()

    def went_back(self) -> None:
        """An earlier moment is shown: what was recorded after it is forgotten."""
        self._forget_later()

    def _note(self, **what: Any) -> None:
        now_s, events = self.backend.now_s, self.backend.events
        before = max(self._seen, bisect.bisect_left(events, now_s, key=lambda event: event.time_s))
        self._entries.append(_Entry(now_s, min(before, len(events)), len(events), **what))
        self.watched()

    def _forget_later(self) -> None:
        now_s = self.backend.now_s
        self._entries = [entry for entry in self._entries if entry.time_s <= now_s]
        self._seen = min(self._seen, len(self.backend.events))

    # --- what becomes of it -------------------------------------------------------------------------------------

    def steps(self) -> tuple[Step, ...]:
        """The steps of what has been recorded by now."""
        return tuple(_Maker(self).steps())

    def lesson(self, id_: str) -> Lesson:
        """The lesson of what has been recorded by now, with an id; its texts are to be told better."""
        self.paused()
        maker = _Maker(self)
        steps = list(maker.steps())
        steps += maker.ending()
        return Lesson(
            format=FORMAT,
            version=VERSION,
            id=id_,
            title=title_of(message("lesson.recorded.title")),
            summary=text_of(message("lesson.recorded.summary")),
            level="beginner",
            minutes=max(1, round(len(steps) / 2)),
            lab=LAB_NAME,
            numbers=maker.numbers(),
            steps=tuple(steps),
        )

    @property
    def entries(self) -> Sequence[_Entry]:
        return self._entries


class _Maker:
    """Makes the steps of a recording."""

    def __init__(self, recorder: Recorder) -> None:
        self._run, self._inventory = recorder.backend, recorder.lab.inventory
        self._entries = recorder.entries
        self._times = [event.time_s for event in self._run.events]
        self._made = 0
        self._at_s, self._told = 0.0, 0
        self._looked: tuple[str, ...] = ()
        self._ended: list[str] = []

    def steps(self) -> Iterator[Step]:
        held: Step | None = None
        for entry in self._entries:
            if entry.looked_at:
                self._looked = entry.looked_at
                continue
            if entry.command is None or entry.time_s - self._at_s > _SOON_S:
                yield from [held] if held else ()
                held = None
                about = object_ids(entry.command) if entry.command is not None else ()
                if not set(self._looked) & set(about):
                    yield from self._look(())
                yield from self._wait(entry)
            if entry.command is not None:
                if held is None or entry.time_s > self._at_s:
                    yield from [held] if held else ()
                    held = None
                    yield from self._look(object_ids(entry.command))
                elif set(self._looked) & set(object_ids(entry.command)):
                    self._looked = ()
                held = self._deed(entry.command, held)
                self._at_s, self._told = entry.time_s, entry.told
        yield from [held] if held else ()
        yield from self._look(())

    def _step(self, title: Text, narration: Text, targets: Iterable[str], **more: Any) -> Step:
        self._made += 1
        ids = tuple(dict.fromkeys(targets))[:_MOST_TARGETS]
        known = tuple(id_ for id_ in ids if self._inventory.get(id_) is not None)
        lights = tuple(f"{OBJECT}{id_}" for id_ in known) or ("topology",)
        return Step(id=f"step-{self._made}", title=title, narration=narration, targets=lights, camera=known, **more)

    def _deed(self, command: Command, before: Step | None) -> Step:
        """A step that asks for a command; those of one moment are asked for together."""
        said = command_message(command, self._run, self._inventory)
        title = title_of(command_message(command, self._run, self._inventory, short=True))
        action = Action(command=command, by="user", text=title)
        ids = object_ids(command)
        if before is not None:
            self._made -= 1
            narration = Text(
                en=f"{before.narration.en} {text_of(said).en}", de=f"{before.narration.de} {text_of(said).de}"
            )
            lit = (*before.camera, *ids)
            return self._step(before.title, narration, lit, actions=(*before.actions, action), until=WhenDone())
        return self._step(title, text_of(said), ids, actions=(action,), until=WhenDone())

    def _look(self, about: Sequence[str]) -> Iterator[Step]:
        """A step for what was looked at and not used at once."""
        looked, self._looked = self._looked, ()
        if looked and not set(looked) & set(about):
            names = [entity.name for id_ in looked if (entity := self._inventory.get(id_)) is not None]
            said = message("lesson.recorded.look", names=names)
            yield self._step(title_of(said), text_of(said), looked)

    def _wait(self, entry: _Entry) -> Iterator[Step]:
        """A step that lets time go on: to the last event of note, or for as long as it was."""
        if entry.time_s <= self._at_s:
            return
        events = self._run.events[self._told : entry.before]
        notable = [event for event in events if event.milestone]
        until: Condition = WhenPassed(after_s=round(entry.time_s - self._at_s, 3))
        said = message("lesson.recorded.wait")
        ids: tuple[str, ...] = ()
        end_s, told = entry.time_s, entry.before
        if notable:
            last = notable[-1]
            until = _condition(last, events)
            end_s, ids = last.time_s, tuple(id_ for id_ in (last.vm, last.host) if id_)
            told = min(bisect.bisect_right(self._times, end_s), entry.before)
            vm = self._inventory.vms.get(last.vm)
            if last.type in _WAITS and vm is not None:
                said = message(_WAITS[last.type], vm=vm.name)
            elif all(isinstance(value, str) for value in last.text.args.values()):
                said = last.text
        claims = tuple(self._claims(self._run.events[self._told : told]))
        self._at_s, self._told = end_s, told
        yield self._step(title_of(said), text_of(said), ids, until=until, claims=claims)

    def _claims(self, events: Iterable[Event]) -> Iterator[str]:
        for event in events:
            if event.type in _ENDS and event.migration:
                phase = self._run.phase(event.migration)
                yield f'outcome("{event.migration}") == "{phase.value}"'
                if phase is Phase.COMPLETED:
                    status = self._run.migrations()[event.migration]
                    yield f'host("{status.vm}") == "{status.destination_host}"'
                    self._ended.append(event.migration)

    # --- the end --------------------------------------------------------------------------------------------

    def ending(self) -> Iterator[Step]:
        """A last step that tells how long the migrations took, by the numbers of the run."""
        texts = []
        for id_ in self._ended:
            number, vm = id_.rpartition("-")[2], self._inventory.vms.get(self._run.migrations()[id_].vm)
            total, gap = f"{{total_{number}}}", f"{{downtime_{number}}}"
            said = message("lesson.recorded.result", vm=vm.name if vm else id_, total=total, downtime=gap)
            texts.append(text_of(said, keep_braces=True))
        if texts:
            told = Text(en=" ".join(text.en for text in texts), de=" ".join(text.de for text in texts))
            yield self._step(title_of(message("lesson.recorded.ending")), told, ())

    def numbers(self) -> dict[str, Number]:
        """The numbers that the last step speaks of."""
        found = {}
        for id_ in self._ended:
            number = id_.rpartition("-")[2]
            found[f"total_{number}"] = Number(value=f'total_s("{id_}")', unit="seconds")
            found[f"downtime_{number}"] = Number(value=f'downtime_s("{id_}")', unit="seconds")
        return found


def _condition(last: Event, events: Sequence[Event]) -> WhenHappened:
    count = sum(event.type == last.type and event.vm == last.vm for event in events if event.sequence <= last.sequence)
    return WhenHappened(type=last.type, vm=last.vm, count=count)


def _writable(command: Command, run: EmbeddedBackend) -> Command:
    """The same, without fields that have no value, which no file can hold: those objects are put as they are now."""
    if not isinstance(command, EditInventory):
        return command

    def writable(change: Change) -> Change:
        entity = run.inventory.get(change.id) if isinstance(change, FieldsChanged) else None
        if isinstance(change, FieldsChanged) and entity is not None and None in change.fields.values():
            change = EntityPut.of(entity)
        if isinstance(change, EntityPut):
            return msgspec.structs.replace(change, entity=_without_none(change.entity))
        return change

    return msgspec.structs.replace(command, changes=tuple(map(writable, command.changes)))


def _without_none(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_none(held) for key, held in value.items() if held is not None}
    return [_without_none(held) for held in value] if isinstance(value, list) else value
