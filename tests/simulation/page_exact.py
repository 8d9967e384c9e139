"""One VM's migration, page by page and write by write: nothing here is an expected value.

Every write has its time and its page. A page is dirty at the end of a pass if the tracker saw a write to it: any in
the pass ("atSync"), or one after the page itself went out ("afterOwnSend"). A write has no formula, only a draw.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vmotion_gui.inventory.workload import HotCold, Linear, SequentialSweep, Uniform, WorkloadPhase, Zipf

PAGE_BYTES = 4096
Floats = npt.NDArray[np.float64]
Pages = npt.NDArray[np.int64]


class Writes(NamedTuple):
    """Writes in any order: seconds since the pass began, and the page written."""

    time_s: Floats
    page: Pages


class Guest:
    """A running VM with `pages` pages, whose phases' working sets begin at page 0."""

    def __init__(self, pages: int, phases: Sequence[WorkloadPhase], seed: int, *, any_moment: bool = False) -> None:
        """`any_moment`: the migration begins anywhere in the cycle of the phases, not at its beginning."""
        self.pages = pages
        self.phases = phases
        self.random = np.random.default_rng(seed)
        self.now_s = self.random.random() * sum(phase.duration_s for phase in phases) if any_moment else 0.0
        self._head = 0.0

    def run(self, duration_s: float, speed: float) -> Writes:
        """The writes of the next `duration_s` at this share of full speed."""
        found: list[Writes] = []
        end_s = self.now_s + duration_s
        begin_s = self.now_s
        while self.now_s < end_s - 1e-12:
            phase, until_s = self._phase()
            stretch = min(end_s, until_s) - self.now_s
            drawn = self._drawn(phase, stretch, speed)
            found.append(Writes(drawn.time_s + (self.now_s - begin_s), drawn.page))
            self.now_s += stretch
        self.now_s = end_s
        if not found:
            return Writes(np.zeros(0), np.zeros(0, dtype=np.int64))
        return Writes(np.concatenate([f.time_s for f in found]), np.concatenate([f.page for f in found]))

    def _phase(self) -> tuple[WorkloadPhase, float]:
        if len(self.phases) == 1:
            return self.phases[0], np.inf
        cycle = sum(phase.duration_s for phase in self.phases)
        until_s = np.floor(self.now_s / cycle + 1e-12) * cycle
        for phase in self.phases:
            until_s += phase.duration_s
            if self.now_s < until_s - 1e-9:
                return phase, float(until_s)
        raise AssertionError("no phase at this time")

    def _drawn(self, phase: WorkloadPhase, duration_s: float, speed: float) -> Writes:
        size = phase.working_set_bytes // PAGE_BYTES
        rate = phase.page_write_rate_pages_per_s * speed
        match phase.distribution:
            case SequentialSweep():
                return self._swept(size, rate, duration_s)
            case Linear():
                return self._one_each(size, rate, duration_s)
        count = int(self.random.poisson(rate * duration_s))
        times = self.random.uniform(0.0, duration_s, count)
        match phase.distribution:
            case Uniform():
                page = self.random.integers(0, size, count)
            case HotCold(hot_fraction=fraction, hot_write_share=share):
                hot = round(size * fraction)
                in_hot = self.random.random(count) < share
                page = np.where(in_hot, self.random.integers(0, hot, count), self.random.integers(hot, size, count))
            case Zipf(exponent=exponent):
                weight = np.arange(1, size + 1, dtype=np.float64) ** -exponent
                bound = np.cumsum(weight) / weight.sum()
                page = np.minimum(np.searchsorted(bound, self.random.random(count), side="right"), size - 1)
        return Writes(times, page.astype(np.int64))

    def _swept(self, size: int, rate: float, duration_s: float) -> Writes:
        """The head writes the page it comes over, again and again from the first to the last."""
        before, after = self._head, self._head + rate * duration_s
        numbers = np.arange(np.ceil(before), np.ceil(after))
        self._head = after
        return Writes((numbers - before) / rate, numbers.astype(np.int64) % size)

    def _one_each(self, size: int, rate: float, duration_s: float) -> Writes:
        """A write to every page in turn, in an order that nobody knows."""
        count = int(rate * duration_s)
        times = (np.arange(count) + 0.5) / rate
        return Writes(times, self.random.permutation(size)[np.arange(count) % size])


class PassEnd(NamedTuple):
    """What a pass leaves."""

    dirty: npt.NDArray[np.bool_]
    dirtied: int


def one_pass(
    guest: Guest, to_send: npt.NDArray[np.bool_], duration_s: float, speed: float, *, after_own_send: bool
) -> PassEnd:
    """Send these pages in address order, evenly over the time, while the guest writes."""
    writes = guest.run(duration_s, speed)
    seen_from = np.zeros(guest.pages)
    if after_own_send:
        chosen = np.flatnonzero(to_send)
        seen_from[chosen] = (np.arange(len(chosen)) + 0.5) * duration_s / max(1, len(chosen))
    dirty = np.zeros(guest.pages, dtype=bool)
    dirty[writes.page[writes.time_s > seen_from[writes.page]]] = True
    return PassEnd(dirty, int(dirty.sum()))


@dataclasses.dataclass(frozen=True)
class Run:
    """A whole migration."""

    passes: tuple[int, ...]
    """Pages sent in each, the stop-and-copy's last."""
    total_s: float
    sent_bytes: float
    rest_s: float
    ratios: tuple[tuple[float, ...], ...] = ()
    """At the end of each pass: what the stop rule looks at, as shares of its thresholds."""

    @property
    def dirtied(self) -> int:
        """Pages that were found dirty, all passes together; those dirtied twice count twice."""
        return sum(self.passes[1:])


@dataclasses.dataclass(frozen=True)
class WholePasses:
    """Send everything, then what became dirty meanwhile, and so on: what is tracked, when it stops, whether the guest
    is slowed."""

    after_own_send: bool
    bytes_per_s: float
    goal_s: float = 0.0
    few_pages: int = 0
    max_passes: int = 10**6
    max_memory_factor: float = float("inf")
    page_wire_bytes: int = PAGE_BYTES + 8
    throttle_margin: float = 0.0
    """0: never slows the guest."""

    def __call__(self, guest: Guest) -> Run:
        """Copy until the rules say stop, then the rest while the guest stands still."""
        to_send = np.ones(guest.pages, dtype=bool)
        passes: list[int] = []
        ratios: list[tuple[float, ...]] = []
        total_s, throttle = 0.0, 0.0
        goal_pages = self.few_pages or self.goal_s * self.bytes_per_s / self.page_wire_bytes
        while True:
            count = int(to_send.sum())
            duration_s = count * self.page_wire_bytes / self.bytes_per_s
            end = one_pass(guest, to_send, duration_s, 1.0 - throttle, after_own_send=self.after_own_send)
            passes.append(count)
            total_s += duration_s
            ratios.append((end.dirtied / goal_pages, sum(passes) / guest.pages / self.max_memory_factor))
            to_send = end.dirty
            if ratios[-1][0] < 1.0 or ratios[-1][1] > 1.0 or len(passes) >= self.max_passes:
                break
            if self.throttle_margin:
                free_bytes_per_s = end.dirtied * PAGE_BYTES / duration_s / (1.0 - throttle)
                throttle = max(0.0, 1.0 - self.throttle_margin * self.bytes_per_s / free_bytes_per_s)
        rest_s = end.dirtied * self.page_wire_bytes / self.bytes_per_s
        passes.append(end.dirtied)
        sent = float(sum(passes)) * self.page_wire_bytes
        return Run(tuple(passes), total_s + rest_s, sent, rest_s, tuple(ratios))


@dataclasses.dataclass(frozen=True)
class RisingRate:
    """Each pass a step faster than the guest dirtied in the one before, until that would be too fast or little is
    left. Pages written before their own turn are sent again."""

    least_bytes_per_s: float
    most_bytes_per_s: float
    step_bytes_per_s: float
    few_pages: int
    page_wire_bytes: int = PAGE_BYTES + 8

    def __call__(self, guest: Guest) -> Run:
        """Copy at rising rates, then the rest at the greatest while the guest stands still."""
        to_send = np.ones(guest.pages, dtype=bool)
        passes: list[int] = []
        ratios: list[tuple[float, ...]] = []
        total_s, rate = 0.0, self.least_bytes_per_s
        while True:
            count = int(to_send.sum())
            duration_s = count * self.page_wire_bytes / rate
            end = one_pass(guest, to_send, duration_s, 1.0, after_own_send=False)
            passes.append(count)
            total_s += duration_s
            to_send = end.dirty
            rate = max(self.least_bytes_per_s, end.dirtied * PAGE_BYTES / duration_s + self.step_bytes_per_s)
            ratios.append((end.dirtied / self.few_pages, rate / self.most_bytes_per_s))
            if ratios[-1][0] < 1.0 or ratios[-1][1] > 1.0:
                break
        rest_s = end.dirtied * self.page_wire_bytes / self.most_bytes_per_s
        passes.append(end.dirtied)
        sent = float(sum(passes)) * self.page_wire_bytes
        return Run(tuple(passes), total_s + rest_s, sent, rest_s, tuple(ratios))


@dataclasses.dataclass(frozen=True)
class LooksAtTheRest:
    """The log is read when, at a look, less is left than the way carries in the goal's time; what is unsent stays to be
    sent, from where the sending stood. If still less is left then, the guest stops."""

    bytes_per_s: float
    goal_s: float
    look_bytes: float
    """What goes out from one look to the next."""
    unknown_after: float
    """After so many looks nobody knows when the next one comes: it is drawn."""
    page_wire_bytes: int = PAGE_BYTES + 8

    def __call__(self, guest: Guest) -> Run:
        """Copy from look to look, then the rest while the guest stands still."""
        few = self.goal_s * self.bytes_per_s / PAGE_BYTES
        look = self.look_bytes / self.page_wire_bytes
        queue = np.arange(guest.pages)
        passes: list[int] = []
        ratios: list[tuple[float, ...]] = []
        total_s = 0.0
        while True:
            ripe = (len(queue) - few) / look
            begun = guest.random.random() if ripe > self.unknown_after else 0.0
            looks = max(1.0, np.ceil(ripe - begun) + begun)
            sent_pages = min(float(len(queue)), looks * look)
            duration_s = sent_pages * self.page_wire_bytes / self.bytes_per_s
            written = np.zeros(guest.pages, dtype=bool)
            written[guest.run(duration_s, 1.0).page] = True
            unsent = queue[int(sent_pages) :]
            written[unsent] = True
            passes.append(int(sent_pages))
            total_s += duration_s
            head = int(unsent[0]) if len(unsent) else 0
            found = np.flatnonzero(written)
            queue = np.concatenate([found[found >= head], found[found < head]])
            ratios.append((len(queue) / few,))
            if ratios[-1][0] < 1.0:
                break
        rest_s = len(queue) * self.page_wire_bytes / self.bytes_per_s
        passes.append(len(queue))
        sent = float(sum(passes)) * self.page_wire_bytes
        return Run(tuple(passes), total_s + rest_s, sent, rest_s, tuple(ratios))


def written_before_arrival(guest: Guest, duration_s: float) -> int:
    """Pages that the guest, running where they go, writes before each came in its turn of this time."""
    writes = guest.run(duration_s, 1.0)
    arrives_s = (np.arange(guest.pages) + 0.5) * duration_s / guest.pages
    return len(np.unique(writes.page[writes.time_s < arrives_s[writes.page]]))
