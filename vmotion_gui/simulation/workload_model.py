"""From a VM's workload to regions of memory with write rates.

A VM's memory lies in address order by role (`memory_layout`). Each role has its share of touched pages first,
then its never-touched (zero) ones; the working set of each phase lies at the beginning of the touched part of
each role, mostly in the transaction data. Page counts of regions may be fractions: they are expected values
throughout.
"""

from __future__ import annotations

import dataclasses
import functools
import math
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from vmotion_gui.inventory.entities import MemoryPart, VirtualMachine
from vmotion_gui.inventory.workload import (
    Distribution,
    HotCold,
    Linear,
    MemoryRole,
    SequentialSweep,
    Uniform,
    Workload,
    WorkloadPhase,
    Zipf,
)
from vmotion_gui.simulation.phases import phase_at
from vmotion_gui.simulation.profiles.profile import PAGE_BYTES
from vmotion_gui.simulation.status import FloatArray, IntArray

ZIPF_BINS_PER_DECADE = 24
_THINNEST_PAGES = 1e-5
"""Bounds that are nearer to each other are one, reached by two roundings (a page number has 53 bits)."""
_WORKING_SET_SHARE: dict[MemoryRole, float] = {
    "operatingSystem": 0.05,
    "applications": 0.25,
    "transactionData": 0.7,
}
"""Where a working set lies, as far as there is room (assumed: what a server changes is mostly its data)."""


class Group(NamedTuple):
    """Pages of a working set with one write rate each."""

    pages: float
    writes_per_page: float
    """Writes per page and second of the running VM."""


@dataclasses.dataclass(frozen=True, slots=True)
class Sweep:
    """A working set that is written in address order, over and over."""

    pages: float
    pages_per_s: float
    start: FloatArray
    """(n,) position of each region in the sweep, pages."""
    length: FloatArray
    """(n,) pages of the region in the sweep; 0 outside."""
    origin: float | None = None
    """Where its head is at time 0, as a share of the sweep; None: nobody knows."""

    def coverage(self, head_pages: float | FloatArray, regions: IntArray | None = None) -> FloatArray:
        """Writes per page of each region after the head has gone this far; its differences count distinct
        pages. Heads of shape (m,) go with `regions` (m,), one each.
        """
        start, length = (self.start, self.length) if regions is None else (self.start[regions], self.length[regions])
        laps = np.floor(np.asarray(head_pages) / self.pages)
        within = np.clip(head_pages - laps * self.pages - start, 0.0, length)
        inside = length > 0.0
        part = np.divide(within, length, out=np.zeros(np.shape(within)), where=inside)
        return part + np.where(inside, laps, 0.0)

    def rate(self, head_pages: float | FloatArray) -> FloatArray:
        """Writes per page and second: of the region under the head only."""
        at = np.asarray(head_pages) % self.pages - self.start
        under = (at >= 0.0) & (at < self.length)
        return np.where(under, self.pages_per_s / np.maximum(self.length, 1e-300), 0.0)


@dataclasses.dataclass(frozen=True, slots=True)
class PhaseRates:
    """The write rates of one phase, region by region."""

    writes_per_page: FloatArray
    fresh_per_page: FloatArray | None
    """Linear growth: share of each region's pages that turn dirty per second while any are clean; None: none do."""
    sweep: Sweep | None
    duration_s: float
    disk_write_bytes_per_s: float
    cpu_load: float

    def at_rates_of(self, phase: WorkloadPhase, part: float) -> PhaseRates:
        """Rates for one page write per second, scaled to those of a phase; `part`: what a page is of a unit. Random
        writes hit a unit each, those in order and on clean pages fill it page by page."""
        rate = phase.page_write_rate_pages_per_s
        fresh, sweep = self.fresh_per_page, self.sweep
        return PhaseRates(
            writes_per_page=self.writes_per_page * rate,
            fresh_per_page=None if fresh is None or rate <= 0.0 else fresh * (rate * part),
            sweep=None if sweep is None or rate <= 0.0 else dataclasses.replace(sweep, pages_per_s=rate * part),
            duration_s=phase.duration_s,
            disk_write_bytes_per_s=phase.disk_write_rate_bytes_per_s,
            cpu_load=phase.cpu_load,
        )

    def write_rate(self, pages: FloatArray) -> FloatArray:
        """Page writes per second of each region, as the heat map shows them."""
        rate = self.writes_per_page * pages
        if self.fresh_per_page is not None:
            rate = rate + self.fresh_per_page * pages
        if self.sweep is not None:
            rate = rate + self.sweep.pages_per_s * self.sweep.length / self.sweep.pages
        return rate


@dataclasses.dataclass(frozen=True, slots=True)
class Layout:
    """A VM's regions in address order; never changes during a migration. Arrays have the shape (n,)."""

    pages: FloatArray
    untouched: FloatArray
    """Zero pages of each region: all of them or none."""
    role: IntArray
    roles: tuple[MemoryRole, ...]
    phases: tuple[PhaseRates, ...]
    none: FloatArray
    """Zeros, not to be written to."""

    @property
    def sweeps(self) -> bool:
        """Whether memory is written in order in any phase."""
        return any(phase.sweep is not None for phase in self.phases)

    @property
    def cycle_s(self) -> float:
        """After how long the phases repeat."""
        return sum(phase.duration_s for phase in self.phases)

    def phase_at(self, time_s: float) -> tuple[int, float]:
        """The phase at a time and when it ends. The phases begin at time 0 and repeat; nothing here is
        random.
        """
        return phase_at([phase.duration_s for phase in self.phases], time_s)


def groups(
    distribution: Distribution, pages: float, writes_per_s: float, bins: int = ZIPF_BINS_PER_DECADE
) -> list[Group]:
    """A working set of `pages` as groups of equal rates; a sweep and a linear one have no random writes and give one
    silent group.
    """
    match distribution:
        case Uniform():
            return [Group(pages, writes_per_s / pages)]
        case HotCold(hot_fraction=hot, hot_write_share=share):
            cold = (1.0 - share) * writes_per_s / (pages * (1.0 - hot))
            return [
                Group(pages * hot, share * writes_per_s / (pages * hot)),
                Group(pages * (1.0 - hot), cold),
            ]
        case Zipf(exponent=exponent):
            return _zipf_groups(pages, writes_per_s, exponent, bins)
        case SequentialSweep() | Linear():
            return [Group(pages, 0.0)]


def _apart(ascending: FloatArray, least: float) -> FloatArray:
    """Those that are further than this from the one before. (`np.unique` would load numpy.ma, a third of what all
    imports take.)"""
    kept: FloatArray = ascending[np.concatenate([[True], np.diff(ascending) > least])]
    return kept


def _zipf_groups(pages: float, writes_per_s: float, exponent: float, bins: int) -> list[Group]:
    """Ranks in logarithmic bins; the weight of a bin is the sum of its ranks' weights."""
    count = max(1, round(pages))
    marks = max(2, int(math.log10(count + 1) * bins) + 2)
    edges = _apart(np.round(np.logspace(0, math.log10(count + 1), marks)), 0.0)
    first, last = edges[:-1], edges[1:] - 1.0
    weight = np.array([_rank_sum(a, b, exponent) for a, b in zip(first, last, strict=True)])
    sizes = (last - first + 1.0) * (pages / count)
    rates = writes_per_s * weight / weight.sum() / sizes
    return [Group(float(size), float(rate)) for size, rate in zip(sizes, rates, strict=True)]


def _rank_sum(first: float, last: float, exponent: float) -> float:
    """The sum of j ** -exponent from first to last: exact for short bins, by the midpoint rule's integral for
    long ones.
    """
    if last - first < 1000:
        return float(np.sum(np.arange(first, last + 1.0) ** -exponent))
    a, b = first - 0.5, last + 0.5
    if abs(exponent - 1.0) < 1e-12:
        return math.log(b / a)
    return float((b ** (1.0 - exponent) - a ** (1.0 - exponent)) / (1.0 - exponent))


def layout_of(vm: VirtualMachine, regions: int = 256, unit_bytes: int = PAGE_BYTES) -> Layout:
    """The regions of a VM's memory, none of them larger than one part in `regions`; groups and roles make a few more.
    Pages are units of dirty tracking, all of which is dirty when any of it is written.
    Its cost does not depend on the VM's size; VMs that differ in nothing but rates and times share what is costly.
    """
    phases = vm.workload.phases or Workload().phases
    shapes = tuple(
        WorkloadPhase(
            page_write_rate_pages_per_s=1.0,
            working_set_bytes=phase.working_set_bytes,
            working_set_start_bytes=phase.working_set_start_bytes,
            distribution=phase.distribution,
        )
        for phase in phases
    )
    layout = _unit_layout(vm.memory_bytes, vm.resident_memory_bytes, vm.memory_layout, shapes, regions, unit_bytes)
    part = PAGE_BYTES / unit_bytes
    rates = tuple(unit.at_rates_of(phase, part) for unit, phase in zip(layout.phases, phases, strict=True))
    return dataclasses.replace(layout, phases=rates)


@functools.lru_cache(maxsize=256)
def _unit_layout(
    memory_bytes: int,
    touched_bytes: int | None,
    memory_layout: tuple[MemoryPart, ...],
    phases: tuple[WorkloadPhase, ...],
    regions: int,
    unit_bytes: int,
) -> Layout:
    """The layout in which every phase writes one page per second."""
    parts = _parts(memory_bytes, touched_bytes, memory_layout, unit_bytes)
    sets = [_PlacedSet(phase, parts, unit_bytes) for phase in phases]
    bounds = _bounds(parts, sets, regions)
    pages = np.diff(bounds)
    middle = (bounds[:-1] + bounds[1:]) / 2.0
    part_of = np.searchsorted(np.array([part.begin for part in parts]), middle, side="right") - 1
    touched_end = np.array([part.begin + part.touched for part in parts])[part_of]
    none = np.zeros(len(pages))
    none.setflags(write=False)
    return Layout(
        pages=pages,
        untouched=np.where(middle > touched_end, pages, 0.0),
        role=part_of.astype(np.int64),
        roles=tuple(part.role for part in parts),
        phases=tuple(placed.rates(bounds, middle) for placed in sets),
        none=none,
    )


class _Part(NamedTuple):
    """One role's stretch of the address space, in pages."""

    role: MemoryRole
    begin: float
    pages: float
    touched: float


def _parts(
    memory_bytes: int, touched_bytes: int | None, memory_layout: tuple[MemoryPart, ...], unit_bytes: int
) -> list[_Part]:
    total = max(1.0, math.floor(memory_bytes / unit_bytes))
    touched = total if touched_bytes is None else min(total, math.ceil(touched_bytes / unit_bytes))
    layout = [part for part in memory_layout if part.fraction > 0.0]
    weights = [part.fraction for part in layout] or [1.0]
    roles: list[MemoryRole] = [part.role for part in layout] or ["applications"]
    ends = np.round(np.cumsum(weights) / sum(weights) * total)
    begins = np.concatenate([[0.0], ends[:-1]])
    return [
        _Part(role, float(begin), float(end - begin), float(end - begin) * touched / total)
        for role, begin, end in zip(roles, begins, ends, strict=True)
        if end > begin
    ]


class _PlacedSet:
    """A phase's working set, spread over the roles."""

    def __init__(self, phase: WorkloadPhase, parts: Sequence[_Part], unit_bytes: int) -> None:
        self.phase = phase
        self._part = PAGE_BYTES / unit_bytes
        room = sum(part.touched for part in parts)
        self.pages = min(float(math.ceil(phase.working_set_bytes / unit_bytes)), room)
        self.begins, self.shares = _placed(self.pages, phase.working_set_start_bytes, parts, unit_bytes)
        self.groups = (
            groups(phase.distribution, self.pages, phase.page_write_rate_pages_per_s) if self.pages > 0.0 else []
        )
        self.pieces = self._pieces(parts)

    def _pieces(self, parts: Sequence[_Part]) -> list[tuple[float, float, float]]:
        """(begin, end, writes per page) in address order."""
        pieces = []
        for begin, share in zip(self.begins, self.shares, strict=True):
            for group in self.groups if share > 0.0 else ():
                end = begin + group.pages * share / self.pages
                pieces.append((begin, end, group.writes_per_page))
                begin = end
        return pieces

    def rates(self, bounds: FloatArray, middle: FloatArray) -> PhaseRates:
        writes, inside = np.zeros(len(middle)), np.zeros(len(middle), dtype=bool)
        if self.pieces:
            begins = np.array([piece[0] for piece in self.pieces])
            ends = np.array([piece[1] for piece in self.pieces])
            index = np.maximum(np.searchsorted(begins, middle, side="right") - 1, 0)
            inside = (middle >= begins[index]) & (middle < ends[index])
            writes = np.where(inside, np.array([piece[2] for piece in self.pieces])[index], 0.0)
        return PhaseRates(
            writes_per_page=writes,
            fresh_per_page=self._fresh(inside),
            sweep=self._sweep(np.where(inside, np.diff(bounds), 0.0)),
            duration_s=0.0,
            disk_write_bytes_per_s=0.0,
            cpu_load=0.0,
        )

    def _fresh(self, inside: npt.NDArray[np.bool_]) -> FloatArray | None:
        if not isinstance(self.phase.distribution, Linear) or self.pages <= 0.0:
            return None
        return np.where(inside, 1.0 / self.pages, 0.0)

    def _sweep(self, length: FloatArray) -> Sweep | None:
        if not isinstance(self.phase.distribution, SequentialSweep) or self.pages <= 0.0:
            return None
        ends = np.cumsum(length)
        if ends[-1] <= 0.0:
            return None
        pages, origin = float(ends[-1]), self.phase.distribution.start_page
        return Sweep(
            pages=pages,
            pages_per_s=1.0,
            start=ends - length,
            length=length,
            origin=None if origin is None else origin * self._part / pages % 1.0,
        )


def _placed(
    pages: float, start_bytes: int | None, parts: Sequence[_Part], unit_bytes: int
) -> tuple[list[float], list[float]]:
    """Where each part's share of a working set begins and how many pages it has; from a given start on it goes
    through the touched pages in address order, and begins earlier where it would not fit.
    """
    if start_bytes is None:
        return [part.begin for part in parts], _spread(pages, parts)
    touched = np.array([part.touched for part in parts])
    ends = np.cumsum(touched)
    start = min(start_bytes / unit_bytes, float(ends[-1]) - pages)
    first = np.clip(start - (ends - touched), 0.0, touched)
    last = np.clip(start + pages - (ends - touched), 0.0, touched)
    begins = np.array([part.begin for part in parts]) + first
    return begins.tolist(), (last - first).tolist()


def _spread(pages: float, parts: Sequence[_Part]) -> list[float]:
    """How many pages of a working set lie in each part: by preference, then wherever there is room."""
    total = sum(_WORKING_SET_SHARE[part.role] for part in parts) or 1.0
    shares = [min(part.touched, pages * _WORKING_SET_SHARE[part.role] / total) for part in parts]
    for index in sorted(range(len(parts)), key=lambda i: (-_WORKING_SET_SHARE[parts[i].role], i)):
        shares[index] += min(parts[index].touched - shares[index], max(0.0, pages - sum(shares)))
    return shares


def _bounds(parts: Sequence[_Part], sets: Sequence[_PlacedSet], regions: int) -> FloatArray:
    """Where regions begin and end: at every change of role or rate, and often enough for a picture."""
    marks = [0.0]
    for part in parts:
        marks += [part.begin, part.begin + part.touched, part.begin + part.pages]
    marks += [mark for placed in sets for piece in placed.pieces for mark in piece[:2]]
    end = parts[-1].begin + parts[-1].pages
    edges = _apart(np.sort(np.clip(marks, 0.0, end)), _THINNEST_PAGES)
    edges[-1] = end
    counts = np.maximum(1, np.ceil(np.diff(edges) / (end / regions) - 1e-9)).astype(int)
    fine = [np.linspace(a, b, k, endpoint=False) for a, b, k in zip(edges[:-1], edges[1:], counts, strict=True)]
    return np.concatenate([*fine, [end]])
