"""How a running VM loads its host: how it writes memory, disk and network over time."""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.inventory import quantities as q

MemoryRole = Literal["operatingSystem", "applications", "transactionData"]


class _Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of the workload's values."""


class Uniform(_Value, frozen=True, kw_only=True, tag="uniform", tag_field="kind"):
    """Every page of the working set is equally likely to be written."""


class HotCold(_Value, frozen=True, kw_only=True, tag="hotCold", tag_field="kind"):
    """A share of the writes falls on a share of the working set, uniform within each part."""

    hot_fraction: q.OpenFraction = 0.1
    """Share of the working set's pages that is hot, in (0, 1)."""
    hot_write_share: q.PositiveFraction = 0.9
    """Share of the writes that the hot part gets, in (0, 1]."""


class Zipf(_Value, frozen=True, kw_only=True, tag="zipf", tag_field="kind"):
    """The page of rank j gets a share of the writes in proportion to j ** -exponent."""

    exponent: q.Exponent = 1.0


class SequentialSweep(_Value, frozen=True, kw_only=True, tag="sequential", tag_field="kind"):
    """The working set is written in address order, over and over."""

    start_page: q.Count | None = None
    """Page of the working set that is written at time 0 of the lab; None: drawn at random when the copy begins."""


class Linear(_Value, frozen=True, kw_only=True, tag="linear", tag_field="kind"):
    """Every write falls on a page of the working set that is still clean, until none is: dirty memory grows in
    proportion to time up to the working set (SimGrid's and the textbooks' model). Memory has no structure then."""


Distribution = Uniform | HotCold | Zipf | SequentialSweep | Linear


class WorkloadPhase(_Value, frozen=True, kw_only=True):
    """A stretch of time with constant rates.

    The page-write rate counts writes: two writes to one page count twice. It is the rate of a VM that gets
    all the CPU it asks for; a VM that is throttled or short of CPU writes less in proportion.
    """

    duration_s: q.Seconds = 0.0
    """How long the phase lasts; phases repeat in order. 0 is allowed for a single phase: it lasts for ever.
    """
    page_write_rate_pages_per_s: q.Rate = 0.0
    working_set_bytes: q.Bytes = 0
    """Memory within which the writes fall; capped by the VM's memory."""
    working_set_start_bytes: q.Bytes | None = None
    """Where the working set begins within the touched memory, which comes first in address order; then it is in one
    piece. None: spread over the memory's roles, at the beginning of each."""
    distribution: Distribution = Uniform()
    cpu_load: q.Fraction = 0.1
    """Share of the VM's vCPUs that is busy, 0 to 1."""
    disk_write_rate_bytes_per_s: q.Rate = 0.0
    network_load_bytes_per_s: q.Rate = 0.0


class Workload(_Value, frozen=True, kw_only=True):
    """What a VM does while it runs: one or more phases that repeat."""

    preset: str = ""
    """Name of the preset it was made from ("idle", "web-server", …), or empty for an own one."""
    phases: tuple[WorkloadPhase, ...] = (WorkloadPhase(),)
    request_rate_per_s: q.Rate = 50.0
    """Requests per second that the VM's clients make; what the service monitor counts."""
