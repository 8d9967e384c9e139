"""Named workloads, as functions of a VM's size, each with the reasoning for its numbers.

They are magnitudes for teaching and rehearsing, not measurements of any product. A page is 4 KiB throughout;
1,000 pages per second are 4.1 MB/s, and a 10 Gbit/s link carries some 300,000 pages per second.
"""

from __future__ import annotations

from collections.abc import Callable

from vmotion_gui.inventory.workload import HotCold, SequentialSweep, Uniform, Workload, WorkloadPhase, Zipf
from vmotion_gui.messages import Message, message

_MIB = 1024**2
_LINE_RATE_10_GBE_PAGES_PER_S = 10e9 / 8 / 4096


def idle(memory_bytes: int, cpus: int) -> Workload:
    """An operating system with nothing to do.

    Timers, logs and agents touch a few dozen pages per second, most of them again and again, within some 256
    MiB. It does not depend on the number of vCPUs. The first pass copies the memory, the second finds next to
    nothing.
    """
    del cpus
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=40.0,
        working_set_bytes=min(256 * _MIB, memory_bytes // 4),
        distribution=HotCold(hot_fraction=0.1, hot_write_share=0.9),
        cpu_load=0.02,
        disk_write_rate_bytes_per_s=20e3,
        network_load_bytes_per_s=5e3,
    )
    return Workload(preset="idle", phases=(phase,), request_rate_per_s=1.0)


def web_server(memory_bytes: int, cpus: int) -> Workload:
    """Many short requests.

    200 requests per second and vCPU, each writing one or two pages that stay dirty (socket buffers, sessions,
    log lines): 300 pages per second and vCPU. Buffers come from a free list, so a fifth of a quarter of the
    memory takes most writes; reading the page cache dirties nothing. 20 KB per answer make 4 MB/s per vCPU of
    network.
    """
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=300.0 * cpus,
        working_set_bytes=memory_bytes // 4,
        distribution=HotCold(hot_fraction=0.2, hot_write_share=0.8),
        cpu_load=0.3,
        disk_write_rate_bytes_per_s=0.4e6 * cpus,
        network_load_bytes_per_s=4e6 * cpus,
    )
    return Workload(preset="web-server", phases=(phase,), request_rate_per_s=200.0 * cpus)


def database(memory_bytes: int, cpus: int) -> Workload:
    """A transactional database with its buffer pool.

    150 transactions per second and vCPU that change four pages each (a row, two indices, the log buffer): 600
    pages per second and vCPU, so 4,800 on 8 vCPUs. The pool is 60 % of the memory; a tenth of its pages
    (inner index nodes, the newest rows, the log) takes nine tenths of the writes. With 8 vCPUs and 32 GiB, 20
    MB/s of pages are dirtied: 1 to 2 % of what 10 GbE carries, so pre-copy converges in a few passes.
    """
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=600.0 * cpus,
        working_set_bytes=memory_bytes * 6 // 10,
        distribution=HotCold(hot_fraction=0.1, hot_write_share=0.9),
        cpu_load=0.45,
        disk_write_rate_bytes_per_s=3e6 * cpus,
        network_load_bytes_per_s=2e6 * cpus,
    )
    return Workload(preset="database", phases=(phase,), request_rate_per_s=150.0 * cpus)


def in_memory_cache(memory_bytes: int, cpus: int) -> Workload:
    """A key-value store that fills its memory.

    20,000 operations per second and vCPU, a tenth of them writes, one page each: 2,000 pages per second and
    vCPU over 80 % of the memory. Keys are as popular as a Zipf distribution with exponent 0.99, the default
    of the YCSB benchmark (Cooper et al., "Benchmarking Cloud Serving Systems with YCSB", SoCC 2010): a few
    pages are always dirty, the long tail keeps the dirty set from shrinking fast. Nothing goes to disk.
    """
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=2000.0 * cpus,
        working_set_bytes=memory_bytes * 8 // 10,
        distribution=Zipf(exponent=0.99),
        cpu_load=0.35,
        disk_write_rate_bytes_per_s=0.1e6,
        network_load_bytes_per_s=12e6 * cpus,
    )
    return Workload(preset="in-memory-cache", phases=(phase,), request_rate_per_s=20_000.0 * cpus)


def build_server(memory_bytes: int, cpus: int) -> Workload:
    """Builds that come and go.

    Four minutes of compilers on every vCPU, then six quiet minutes. A compiler fills fresh memory at some 25
    MB/s, so 6,000 pages per second and vCPU, uniform over half the memory as the processes come and go; its
    objects and caches go to disk at 5 MB/s per vCPU. Whether a migration is short or long depends on the
    minute in which it starts.
    """
    building = WorkloadPhase(
        duration_s=240.0,
        page_write_rate_pages_per_s=6000.0 * cpus,
        working_set_bytes=memory_bytes // 2,
        distribution=Uniform(),
        cpu_load=0.95,
        disk_write_rate_bytes_per_s=5e6 * cpus,
        network_load_bytes_per_s=1e6 * cpus,
    )
    quiet = WorkloadPhase(
        duration_s=360.0,
        page_write_rate_pages_per_s=60.0,
        working_set_bytes=min(512 * _MIB, memory_bytes // 4),
        distribution=HotCold(hot_fraction=0.1, hot_write_share=0.9),
        cpu_load=0.03,
        disk_write_rate_bytes_per_s=50e3,
        network_load_bytes_per_s=10e3,
    )
    return Workload(preset="build-server", phases=(building, quiet), request_rate_per_s=2.0)


def memory_stress(memory_bytes: int, cpus: int) -> Workload:
    """A test that writes nearly all its memory from one end to the other, over and over.

    One core streams writes at several GB/s; 150,000 pages (0.6 GB) per second and vCPU is a careful figure,
    and never less than 1.3 times what a 10 Gbit/s link carries: however long the copy goes on, the dirty
    memory does not shrink, and only slowing the guest down ends it.
    """
    phase = WorkloadPhase(
        page_write_rate_pages_per_s=max(150_000.0 * cpus, round(1.3 * _LINE_RATE_10_GBE_PAGES_PER_S, -3)),
        working_set_bytes=memory_bytes * 9 // 10,
        distribution=SequentialSweep(),
        cpu_load=1.0,
        disk_write_rate_bytes_per_s=10e3,
        network_load_bytes_per_s=1e3,
    )
    return Workload(preset="memory-stress", phases=(phase,), request_rate_per_s=10.0)


PRESETS: dict[str, Callable[[int, int], Workload]] = {
    "idle": idle,
    "web-server": web_server,
    "database": database,
    "in-memory-cache": in_memory_cache,
    "build-server": build_server,
    "memory-stress": memory_stress,
}
"""Preset name -> workload for (memory in bytes, number of vCPUs)."""


def workload(name: str, *, memory_bytes: int, cpus: int) -> Workload:
    """The workload of a preset for a VM of this size. KeyError if there is no such preset."""
    return PRESETS[name](memory_bytes, cpus)


def title(name: str) -> Message:
    """What people call a preset."""
    return message(f"inventory.preset.{name}")


def explanation(name: str) -> Message:
    """What a preset does to memory, in a sentence."""
    return message(f"inventory.preset.{name}.explanation")
