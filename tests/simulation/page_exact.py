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

    def __init__(self, pages: int, phases: Sequence[WorkloadPhase], seed: int) -> None:
        self.pages = pages
        self.phases = phases
        self.random = np.random.default_rng(seed)
        self.now_s = 0.0
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
class Rules:
    """How a hypervisor copies: what it tracks, when it stops, whether it slows the guest."""

    after_own_send: bool
    goal_s: float = 0.0
    few_pages: int = 0
    max_passes: int = 10**6
    page_wire_bytes: int = PAGE_BYTES + 8
    throttle_margin: float = 0.0
    """0: never slows the guest."""


@dataclasses.dataclass(frozen=True)
class Run:
    """A whole migration."""

    passes: tuple[int, ...]
    """Pages sent in each, the stop-and-copy's last."""
    total_s: float
    sent_bytes: float
    rest_s: float


def migrated(guest: Guest, rules: Rules, bytes_per_s: float) -> Run:
    """Copy until the rules say stop, then the rest while the guest stands still."""
    to_send = np.ones(guest.pages, dtype=bool)
    passes: list[int] = []
    total_s, throttle = 0.0, 0.0
    while True:
        count = int(to_send.sum())
        duration_s = count * rules.page_wire_bytes / bytes_per_s
        end = one_pass(guest, to_send, duration_s, 1.0 - throttle, after_own_send=rules.after_own_send)
        passes.append(count)
        total_s += duration_s
        goal_pages = rules.few_pages or rules.goal_s * bytes_per_s / rules.page_wire_bytes
        to_send = end.dirty
        if end.dirtied <= goal_pages or len(passes) >= rules.max_passes:
            break
        free_bytes_per_s = end.dirtied * PAGE_BYTES / duration_s / (1.0 - throttle)
        if rules.throttle_margin:
            throttle = max(0.0, 1.0 - rules.throttle_margin * bytes_per_s / free_bytes_per_s)
    rest_s = end.dirtied * rules.page_wire_bytes / bytes_per_s
    passes.append(end.dirtied)
    return Run(tuple(passes), total_s + rest_s, float(sum(passes)) * rules.page_wire_bytes, rest_s)
