"""What is compared when two histories must be the same to the last bit, and labs to play them in."""

from __future__ import annotations

from typing import Any

import numpy as np

from tests.simulation import worlds
from vmotion_gui.inventory.commands import HostFailed, InjectFault, Migrate, MigrationSpec
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.status import Samples

MIB = worlds.MIB


def lab() -> Lab:
    """Three hosts, four writing VMs on the first one, 100 MiB/s: a migration takes more than a minute."""
    hosts = [worlds.host(number, goodput=100.0 * MIB) for number in (1, 2, 3)]
    vms = [worlds.vm(number, writes=3000.0 + number, working_set=400 * MIB) for number in (1, 2, 3, 4)]
    return Lab(inventory=worlds.inventory(*hosts, *vms), seed=7)


def migrate(vm: int, host: int = 2, store: str = "") -> Migrate:
    return Migrate(spec=MigrationSpec(vm=f"vm-{vm}", host=f"h-{host}", datastore=store))


def host_failed(host: int) -> InjectFault:
    return InjectFault(fault=HostFailed(host=f"h-{host}"))


def state(backend: EmbeddedBackend) -> tuple[Any, ...]:
    """Everything that can be seen of a backend at its moment, but the series."""
    maps = [backend.memory_map(id_) for id_ in backend.migrations()]
    return (
        backend.now_s,
        backend.inventory,
        tuple(backend.events),
        dict(backend.migrations()),
        dict(backend.tasks()),
        [None if m is None else (m.clean.tobytes(), m.dirty.tobytes(), m.in_flight.tobytes()) for m in maps],
        list(backend.link_loads()),
        list(backend.faults()),
        backend.next_event_s,
        [backend.service_monitor(vm) for vm in backend.inventory.vms],
    )


def series(backend: EmbeddedBackend) -> dict[str, bytes]:
    """All recorded series up to now."""
    found = {id_: as_bytes(backend.samples(id_)) for id_ in backend.migrations()}
    for host in backend.inventory.hosts:
        for device, both in backend.nic_samples(host).items():
            found[f"{host}/{device}"] = as_bytes(both[0]) + as_bytes(both[1])
    return found


def as_bytes(samples: Samples | None) -> bytes:
    assert samples is not None
    rows = [samples.time_s, samples.copy_bytes_per_s, samples.dirty_bytes_per_s, samples.remaining_bytes]
    return np.stack([*rows, samples.guest_slowdown, samples.disk_copy_bytes_per_s]).tobytes()


def busy_backend() -> EmbeddedBackend:
    """Three migrations, one of them with its disk, a host that fails, and 400 s played."""
    backend = EmbeddedBackend(lab())
    backend.submit(migrate(1))
    backend.advance(5.0)
    backend.submit(migrate(2, 3, "ds-b"))
    backend.submit(migrate(3, 3))
    backend.advance(60.0)
    backend.submit(host_failed(3))
    backend.advance(400.0)
    return backend


def state_at(time_s: float) -> tuple[Any, ...]:
    """What `busy_backend` looks like at a time on the way, played once and never rewound."""
    backend = EmbeddedBackend(busy_backend().lab())
    backend.advance(time_s)
    return state(backend)
