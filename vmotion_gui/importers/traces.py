"""Recorded migrations: what really happened when a hypervisor moved a small VM, and the lab that repeats it.

docs/trace-format.md describes the format. Only what a reproduction needs, and what it is held against, is read;
other fields of a document are left alone.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Annotated, Any, Literal

import msgspec
from msgspec import Meta

from vmotion_gui.importers.recorded_lab import Load, Recording, Step, lab_for
from vmotion_gui.inventory import quantities as q
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import found
from vmotion_gui.inventory.typecheck import type_problems
from vmotion_gui.messages import Message, catalogue, message

Pages = Annotated[float, Meta(ge=0.0, le=1e15)]

_FIRMWARE_BYTES = 532_480
"""Firmware blocks that are migrated besides the guest's RAM, where the recording does not tell the sum."""
_FIRMWARE_USED = 0.4
"""Share of them that is not zero."""


class TraceError(ValueError):
    """A recorded migration that cannot be used; `text` says in one sentence where and why."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(catalogue("en").render(text))


class _Read(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=False):
    """Base of what is read; fields that are not known are left alone."""


class HotSet(_Read, frozen=True, kw_only=True):
    """The first part of the working set, which gets more of the writes."""

    bytes: q.PositiveBytes
    share_of_writes: q.PositiveFraction


class Alternating(_Read, frozen=True, kw_only=True):
    """Two write rates that take turns."""

    rates_pages_per_s: tuple[Pages, ...]
    half_period_s: q.Seconds
    phase_at_start_s: q.Seconds = 0.0
    """How far into the cycle the migration was started."""


class Action(_Read, frozen=True, kw_only=True):
    """What was done to the migration while it ran, seconds after its start."""

    kind: str
    t_s: q.Seconds
    duration_s: q.Seconds | None = None
    bandwidth_bytes_per_s: q.Bandwidth | None = None
    downtime_limit_s: q.Seconds | None = None


class Inputs(_Read, frozen=True, kw_only=True):
    """What the migration was asked to do, and what the guest did."""

    memory_bytes: q.PositiveBytes
    used_bytes: q.Bytes
    """Pages that were not all zero, times their size."""
    bandwidth_bytes_per_s: q.Bandwidth
    bandwidth_cap: Literal["qemu-max-bandwidth", "paced-link"]
    downtime_limit_s: q.Seconds
    write_rate_pages_per_s: Pages
    """Measured shortly before."""
    write_rate_nominal_pages_per_s: Pages | None = None
    """As set."""
    working_set_bytes: q.Bytes
    working_set_start: q.Bytes = 2 * 2**20
    filled_bytes: q.Bytes | None = None
    pattern: Literal["uniform", "sequential"] = "uniform"
    hot_set: HotSet | None = None
    alternating: Alternating | None = None
    sweep_position_at_start_pages: q.Count | None = None
    auto_converge: bool = False
    time_limit_s: q.Seconds | None = None
    postcopy_start_s: q.Seconds | None = None
    action: Action | None = None


class Outputs(_Read, frozen=True, kw_only=True):
    """What came of it."""

    status: Literal["completed", "cancelled", "failed"]
    total_time_s: q.Seconds
    downtime_s: q.Seconds | None = None
    transferred_bytes: q.Bytes
    max_throttle_pct: q.Count = 0
    dirty_sync_count: q.Count | None = None
    runs_at: str = ""


class Series(_Read, frozen=True, kw_only=True):
    """What was seen while it ran; lists of one length, null where nothing was told."""

    t_s: tuple[float | None, ...] = ()
    transferred_bytes: tuple[float | None, ...] = ()
    remaining_bytes: tuple[float | None, ...] = ()
    """What the hypervisor believed: it does not know of writes since it last read the dirty log."""


class Trace(_Read, frozen=True, kw_only=True):
    """One recorded migration."""

    case: str
    repetition: q.Count = 0
    inputs: Inputs
    outputs: Outputs
    ram_total_bytes: q.PositiveBytes | None = None
    """Guest RAM and firmware blocks together."""
    series: Series | None = None


_decoder = msgspec.json.Decoder(Trace)


def read_trace(path: str | os.PathLike[str]) -> Trace:
    """The recorded migration of a file. TraceError if it cannot be read or is none."""
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise TraceError(message("importers.trace.notReadable", file=str(path), reason=reason)) from error
    return decode_trace(data, str(path))


def decode_trace(data: bytes, name: str = "") -> Trace:
    """The recorded migration of a document's bytes; `name` is for the error's sentence only. TraceError."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TraceError(_why_not(data, name)) from error


def _why_not(data: bytes, name: str) -> Message:
    try:
        plain = json.loads(data)
    except (ValueError, RecursionError) as error:
        return message("importers.trace.notJson", file=name, line=getattr(error, "lineno", 1))
    place = _place(plain)
    for problem in type_problems(plain, Trace):
        if problem.place == place and _tells(problem.text):
            return message("importers.trace.wrong", file=name, place=place, problem=problem.text)
    return message("importers.trace.wrongAt", file=name, place=place)


def _tells(text: Message) -> bool:
    """Whether the sentence is about this format: it may have more fields, and its optional parts have no kinds."""
    return not text.key.startswith("inventory.problem.unknownField") and text.args.get("field", "") is not None


def _place(plain: Any) -> str:
    """Where the first thing is that is not as it should be."""
    try:
        msgspec.convert(plain, Trace)
    except msgspec.ValidationError as error:
        return str(error).partition(" - at `")[2].removesuffix("`") or "$"
    return "$"


def lab_of(trace: Trace) -> Lab:
    """The lab that repeats a recorded migration: two hosts, the VM, and the commands at their times. TraceError for
    an action that no command stands for.

    The migration is the lab's only one, "migration-1". An alternating load begins its cycle at time 0, so the
    migration starts as far into it as it was recorded; all others start at time 0.
    """
    given = trace.inputs
    total = trace.ram_total_bytes or given.memory_bytes + _FIRMWARE_BYTES
    used_firmware = _FIRMWARE_USED * (total - given.memory_bytes)
    return lab_for(
        Recording(
            name=f"{trace.case}.{trace.repetition}",
            memory_bytes=total - _zero_below(given),
            used_bytes=given.used_bytes + round(used_firmware),
            own_cap=given.bandwidth_cap == "qemu-max-bandwidth",
            bandwidth_bytes_per_s=given.bandwidth_bytes_per_s,
            downtime_limit_s=given.downtime_limit_s,
            auto_converge=given.auto_converge,
            time_limit_s=given.time_limit_s,
            post_copy_start_s=given.postcopy_start_s,
            load=_load(given),
            steps=tuple(_steps(given)),
        )
    )


def _load(given: Inputs) -> Load:
    hot = given.hot_set
    turns = given.alternating
    return Load(
        rate_pages_per_s=_rate(given),
        working_set_bytes=given.working_set_bytes,
        start_bytes=max(0, given.working_set_start - _zero_below(given)),
        hot=(hot.bytes / given.working_set_bytes, hot.share_of_writes) if hot else None,
        sweep_start_page=(given.sweep_position_at_start_pages or 0) if given.pattern == "sequential" else None,
        turns=turns.rates_pages_per_s if turns else (),
        turn_s=turns.half_period_s if turns else 0.0,
        offset_s=turns.phase_at_start_s if turns else 0.0,
    )


def _zero_below(given: Inputs) -> int:
    """Bytes of zero pages below what the guest filled. They are told of in the first millisecond, and a lab's touched
    memory comes first: so they are left out."""
    filled = given.used_bytes if given.filled_bytes is None else given.filled_bytes
    return max(0, min(_FILLED_FROM, given.memory_bytes) - max(0, given.used_bytes - filled))


def _rate(given: Inputs) -> float:
    """Page writes per second: between what was set and what two seconds of measurement say, which a busy moment of the
    host makes too low."""
    if not given.write_rate_nominal_pages_per_s:
        return given.write_rate_pages_per_s
    return (given.write_rate_pages_per_s + given.write_rate_nominal_pages_per_s) / 2.0


_FILLED_FROM = 2 * 2**20
"""Address from which on the recorded guests fill their memory."""


def _steps(given: Inputs) -> list[Step]:
    """What is done to the migration; a cancel at the time limit is the limit's own doing."""
    action = given.action
    if action is None or (action.kind == "cancel (time limit)" and given.time_limit_s):
        return []
    paced = given.bandwidth_cap == "paced-link"
    match action:
        case Action(kind="kill destination" | "cut link" as kind, t_s=t_s):
            return [Step(kind, t_s)]
        case Action(kind="cancel" | "cancel (time limit)", t_s=t_s):
            return [Step("cancel", t_s)]
        case Action(kind="stall link", t_s=t_s, duration_s=float(duration_s)):
            back = given.bandwidth_bytes_per_s if paced else _FREE_BYTES_PER_S
            return [Step("change link", t_s, _STALLED_BYTES_PER_S), Step("change link", t_s + duration_s, back)]
        case Action(t_s=t_s, bandwidth_bytes_per_s=float(rate)):
            return [Step("change link" if paced else "change cap", t_s, rate)]
        case Action(t_s=t_s, downtime_limit_s=float(limit_s)):
            return [Step("change downtime limit", t_s, limit_s)]
        case _:
            raise TraceError(message("importers.trace.unknownAction", found=found(action.kind)))


_FREE_BYTES_PER_S = 1e11
_STALLED_BYTES_PER_S = 1.0
"""A link that is held up still stands: it carries next to nothing."""
