"""Play a lab from a program, a notebook or a pipeline: no window, no Qt."""

from __future__ import annotations

import csv
import dataclasses
import functools
import io
import math
import operator
import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any, Literal, TextIO

import msgspec
import numpy as np
import numpy.typing as npt

from vmotion_gui.inventory.document import write_atomically
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.hypervisor import ProfileName
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.table import PROFILES, by_rules_of
from vmotion_gui.simulation.result_document import SimulationResult, encoded, outcome_of, result_of
from vmotion_gui.simulation.status import FloatArray, IntArray, MigrationStatus, PassRecord
from vmotion_gui.simulation.tasks.task import TaskStatus

PATIENCE_S = 30 * 86_400.0
"""Without `until_s`: so long after its last command a lab is given up that still has a migration going."""
_EVENTS_AT_ONCE = 256

Table = Literal["migrations", "passes", "events"]
Progress = Callable[[Engine], None]


def simulate(
    lab: Lab,
    *,
    until_s: float | None = None,
    seed: int | None = None,
    profile: ProfileName | Profile | None = None,
    on_progress: Progress | None = None,
) -> Result:
    """Play a lab until nothing happens any more, or to a simulated time.

    Parameters: `until_s`, seconds; without it a lab whose migrations never end is given up 30 days after its last
    command. `seed` and `profile` stand in for the lab's own; `profile` is a name, or constants of your own. Settings of
    the lab's own profile do not apply to another one (but for `random_pages`). `on_progress` is called with the engine
    every 256 events. The result is a function of these alone: the same arguments give the same result, to the last bit
    on one platform.

    ValueError if `until_s` is negative or not finite, `seed` is negative, or there is no profile of that name;
    TypeError if `seed` is no whole number.
    """
    if until_s is not None:
        until_s = _checked_time(until_s)
    if seed is not None:
        lab = msgspec.structs.replace(lab, seed=_checked_seed(seed))
    if isinstance(profile, str) and profile not in PROFILES:
        raise ValueError(f"no profile is called {profile!r}; there are {', '.join(PROFILES)}")
    if isinstance(profile, str):
        lab = by_rules_of(lab, profile)
    engine = Engine(lab, profile if isinstance(profile, Profile) else None)
    _play(engine, lab, until_s, on_progress)
    return Result(lab, engine)


def _checked_time(until_s: float) -> float:
    """A plain float, as an array's element is none that a document could hold."""
    if not (math.isfinite(until_s) and until_s >= 0.0):
        raise ValueError(f"until_s is {until_s}; it must be a finite time of 0 s or more")
    return float(until_s)


def _checked_seed(seed: int) -> int:
    """A plain int, for the same reason."""
    whole = operator.index(seed)
    if whole < 0:
        raise ValueError(f"seed is {whole}; it must be 0 or more")
    return whole


def _play(engine: Engine, lab: Lab, until_s: float | None, on_progress: Progress | None) -> None:
    last_s = max((timed.time_s for timed in lab.commands), default=0.0)
    limit_s = last_s + PATIENCE_S if until_s is None else until_s
    while not engine.play(limit_s, _EVENTS_AT_ONCE):
        if on_progress is not None:
            on_progress(engine)
    if until_s is not None:
        engine.advance(until_s)


@dataclasses.dataclass(frozen=True, eq=False)
class Passes:
    """The copy passes of one migration, the stop-and-copy last. Arrays of shape (p,), read-only."""

    start_s: FloatArray
    duration_s: FloatArray
    sent_bytes: FloatArray
    """On the wire, page headers included."""
    copy_bytes_per_s: FloatArray
    dirtied_pages: FloatArray
    dirty_bytes_per_s: FloatArray
    guest_slowdown: FloatArray
    """0: the guest ran freely; 1: it stood still."""


class Result:
    """What became of a lab. Arrays have one entry per migration in the order in which they were asked for, shape (n,),
    and are read-only; every figure is simulated.
    """

    def __init__(self, lab: Lab, engine: Engine) -> None:
        """`engine` has played `lab`; it must not be played on."""
        self.lab = lab
        self._engine = engine

    # --- the run ------------------------------------------------------------------------------------------

    @property
    def end_s(self) -> float:
        """The simulated time that was reached, seconds."""
        return self._engine.now_s

    @property
    def finished(self) -> bool:
        """Whether nothing more would happen by itself."""
        return self._engine.next_event_s is None and not self._engine.busy

    @property
    def profile(self) -> Profile:
        """The hypervisor's constants that were used, the lab's settings in them."""
        return self._engine.profile

    @property
    def inventory(self) -> Inventory:
        """The estate at the end."""
        return self._engine.inventory

    @property
    def events(self) -> Sequence[Event]:
        """All events in order of time."""
        return self._engine.events

    # --- migrations ---------------------------------------------------------------------------------------

    @functools.cached_property
    def migrations(self) -> tuple[MigrationStatus, ...]:
        """Every migration as it stood at the end."""
        return tuple(self._engine.status(id_) for id_ in self._engine.migration_ids())

    @functools.cached_property
    def tasks(self) -> tuple[TaskStatus, ...]:
        """Every task of a host as it stood at the end, in the order in which they were asked for."""
        return tuple(self._engine.tasks().values())

    @functools.cached_property
    def vm(self) -> npt.NDArray[np.str_]:
        """Ids of the VMs."""
        return self._texts([status.vm for status in self.migrations])

    @functools.cached_property
    def outcome(self) -> npt.NDArray[np.str_]:
        """ "completed", "failed", "cancelled" or "running"."""
        return self._texts([outcome_of(status.phase) for status in self.migrations])

    @functools.cached_property
    def start_s(self) -> FloatArray:
        """When each left the queue; nan if it did not."""
        return self._numbers([status.start_s for status in self.migrations])

    @functools.cached_property
    def total_s(self) -> FloatArray:
        """From start to end, seconds; nan where there was no end."""
        return self._numbers([status.total_s for status in self.migrations])

    @functools.cached_property
    def downtime_s(self) -> FloatArray:
        """How long each VM stood still, seconds."""
        return self._numbers([status.downtime_s for status in self.migrations])

    @functools.cached_property
    def sent_bytes(self) -> FloatArray:
        """Bytes on the wire: memory, disks, device state."""
        return self._numbers([status.sent_bytes for status in self.migrations])

    @functools.cached_property
    def pass_count(self) -> IntArray:
        """Copy passes, the stop-and-copy included."""
        counts = np.array([len(status.passes) for status in self.migrations], dtype=np.int64)
        counts.setflags(write=False)
        return counts

    def passes(self, index: int) -> Passes:
        """The passes of the migration with this index. IndexError if there is none."""
        records = self.migrations[index].passes
        names = [field.name for field in dataclasses.fields(Passes)]
        return Passes(**{name: self._numbers([getattr(record, name) for record in records]) for name in names})

    @staticmethod
    def _numbers(values: Iterable[float | None]) -> FloatArray:
        column = np.array([np.nan if value is None else value for value in values], dtype=np.float64)
        column.setflags(write=False)
        return column

    @staticmethod
    def _texts(values: Sequence[str]) -> npt.NDArray[np.str_]:
        column = np.array(values, dtype=np.str_)
        column.setflags(write=False)
        return column

    # --- documents ----------------------------------------------------------------------------------------

    def document(self, language: str = "en") -> SimulationResult:
        """All of it as typed data; its sentences in a language ("en", "de")."""
        return result_of(self._engine, self.lab, catalogue(language))

    def to_json(self, file: os.PathLike[str] | str | None = None, *, language: str = "en") -> bytes:
        """The document of docs/simulate-json.md as UTF-8; written to a file, too, if one is given. OSError if that
        cannot be written, ValueError for a language that does not ship."""
        text = encoded(self.document(language))
        if file is not None:
            write_atomically(Path(file), text)
        return text

    def to_csv(self, file: os.PathLike[str] | str | TextIO | None = None, *, table: Table = "migrations") -> str:
        """A table as CSV with a line of headings, numbers as Python writes them; written to a file, too, if one is
        given. OSError if that cannot be written, ValueError if there is no such table."""
        if table not in _TABLES:
            raise ValueError(f"no table is called {table!r}; there are {', '.join(_TABLES)}")
        text = io.StringIO()
        csv.writer(text, lineterminator="\n").writerows(_TABLES[table](self))
        if isinstance(file, os.PathLike | str):
            write_atomically(Path(file), text.getvalue().encode())
        elif file is not None:
            file.write(text.getvalue())
        return text.getvalue()


_Rows = Iterable[Sequence[Any]]


def _name(result: Result, id_: str) -> str:
    entity = result.inventory.get(id_)
    return entity.name if entity else id_


def _migration_rows(result: Result) -> _Rows:
    yield (
        *("migration", "vm", "vm_name", "type", "source_host", "destination_host", "outcome", "fault", "queued_s"),
        *("start_s", "end_s", "total_s", "downtime_s", "sent_bytes", "memory_sent_bytes", "disk_sent_bytes", "passes"),
    )
    for status in result.migrations:
        yield (
            status.id,
            status.vm,
            _name(result, status.vm),
            status.type.value,
            _name(result, status.source_host),
            _name(result, status.destination_host),
            outcome_of(status.phase),
            status.fault.fault if status.fault else "",
            status.queued_s,
            *("" if value is None else value for value in (status.start_s, status.end_s, status.total_s)),
            status.downtime_s,
            status.sent_bytes,
            sum(record.sent_bytes for record in status.passes),
            status.disk_sent_bytes,
            len(status.passes),
        )


_PASS_FIELDS = tuple(name for name in PassRecord.__struct_fields__ if name not in ("ended",))


def _pass_rows(result: Result) -> _Rows:
    yield ("migration", "vm", *_PASS_FIELDS)
    for status in result.migrations:
        for record in status.passes:
            yield (status.id, status.vm, *(getattr(record, name) for name in _PASS_FIELDS))


def _event_rows(result: Result) -> _Rows:
    words = catalogue("en")
    yield ("sequence", "time_s", "type", "level", "migration", "vm", "host", "text")
    for event in result.events:
        yield (
            *(event.sequence, event.time_s, event.type, event.level, event.migration, event.vm, event.host),
            words.render(event.text),
        )


_TABLES: dict[str, Callable[[Result], _Rows]] = {
    "migrations": _migration_rows,
    "passes": _pass_rows,
    "events": _event_rows,
}
