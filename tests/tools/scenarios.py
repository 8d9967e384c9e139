"""Neutral scenarios as tests and benchmarks need them, by family: one VM, contention out of one adapter, evacuation.

`python -m tests.tools.scenarios FOLDER NAME …` writes some, for instance `c_evacuate_3000`; the same ones every time.
"""

from __future__ import annotations

import json
import random
import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

GIB = 2**30
LINK_BYTES_PER_S = 1.25e9
LATENCY_S = 2.5e-5
_VMS_OF_A_HOST = 10

Document = dict[str, Any]


def host(name: str, *, bandwidth: float = LINK_BYTES_PER_S, latency_s: float = LATENCY_S) -> Document:
    """A host with room for everything."""
    return {
        "name": name,
        "cores": 32,
        "core_speed_flops": 1e9,
        "nic_bandwidth_Bps": bandwidth,
        "nic_latency_s": latency_s,
    }


def vm(name: str, on: str, ram_bytes: int, dirty: float, *, speed: float = LINK_BYTES_PER_S) -> Document:
    """A VM that dirties so many bytes per second."""
    return {
        "name": name,
        "host": on,
        "vcpus": 1,
        "ram_bytes": ram_bytes,
        "migration_speed_Bps": speed,
        "dirty_rate_Bps": dirty,
        "cpu_load": 1.0,
    }


def move(vm_name: str, source: str, destination: str, start_s: float = 1.0) -> Document:
    """A migration."""
    return {"vm": vm_name, "from": source, "to": destination, "start_s": start_s}


def scenario(
    name: str,
    hosts: Iterable[Document],
    vms: Iterable[Document],
    migrations: Iterable[Document],
    *,
    at_once: int = 0,
    **params: float,
) -> Document:
    """A document of the format; `at_once` migrations leave one host at a time, 0: no limit."""
    given = {"downtime_target_s": 0.03, "working_set_fraction": 0.9, "stage_timeout_s": 1e7}
    return {
        "format": "live-migration-scenario/1",
        "name": name,
        "description": "",
        "network": {"type": "non-blocking-star"},
        "params": {**given, **params, "max_concurrent_per_source": at_once},
        "hosts": list(hosts),
        "vms": list(vms),
        "migrations": list(migrations),
    }


def one(ram_gib: int, dirty_percent: float) -> Document:
    """`a_one_…`: one VM, alone on 10 Gbit/s; it dirties this share of the link."""
    machine = vm("vm0", "h0", ram_gib * GIB, LINK_BYTES_PER_S * dirty_percent / 100.0)
    name = f"a_one_{ram_gib}gib_dirty{dirty_percent:g}"
    return scenario(name, [host("h0"), host("h1")], [machine], [move("vm0", "h0", "h1")])


def contention(count: int, sizes: str, dirty_percent: float) -> Document:
    """`b_contention_…`: so many at once out of one adapter; "equal": 4 GiB each, "mixed": 2, 4, 6, … GiB."""
    gib = [4 if sizes == "equal" else 2 * (index + 1) for index in range(count)]
    dirty = LINK_BYTES_PER_S * dirty_percent / 100.0
    return scenario(
        f"b_contention_{count}_{sizes}_dirty{dirty_percent:g}",
        [host("src"), *(host(f"dst{index}") for index in range(count))],
        [vm(f"vm{index}", "src", size * GIB, dirty) for index, size in enumerate(gib)],
        [move(f"vm{index}", "src", f"dst{index}") for index in range(count)],
    )


def evacuate(hosts: int, seed: int = 0) -> Document:
    """`c_evacuate_…`: every tenth host is evacuated round robin to those that stay, 8 at a time out of one host."""
    rng = random.Random(seed)
    names = [f"h{index:04d}" for index in range(hosts)]
    machines = [
        vm(f"v{name[1:]}_{k}", name, rng.choice((2, 4, 8, 16)) * GIB, int(rng.uniform(0.0, 0.08) * LINK_BYTES_PER_S))
        for name in names
        for k in range(_VMS_OF_A_HOST)
    ]
    leaving = set(names[::10])
    staying = [name for name in names if name not in leaving]
    moving = [machine for machine in machines if machine["host"] in leaving]
    moves = [
        move(machine["name"], machine["host"], staying[index % len(staying)]) for index, machine in enumerate(moving)
    ]
    return scenario(f"c_evacuate_{hosts}", [host(name) for name in names], machines, moves, at_once=8)


_FAMILIES: dict[str, Callable[..., Document]] = {
    r"a_one_(\d+)gib_dirty(\d+)": lambda gib, percent: one(int(gib), float(percent)),
    r"b_contention_(\d+)_(equal|mixed)_dirty(\d+)": lambda n, sizes, d: contention(int(n), sizes, float(d)),
    r"c_evacuate_(\d+)": lambda hosts: evacuate(int(hosts)),
}


def by_name(name: str) -> Document:
    """The scenario of a name. ValueError if no family has it."""
    for pattern, make in _FAMILIES.items():
        if found := re.fullmatch(pattern, name):
            return make(*found.groups())
    raise ValueError(f"no scenario is called {name}")


def encoded(document: Document) -> bytes:
    """As a file holds it."""
    return json.dumps(document).encode()


if __name__ == "__main__":
    for wanted in sys.argv[2:]:
        Path(sys.argv[1], f"{wanted}.json").write_bytes(encoded(by_name(wanted)))
