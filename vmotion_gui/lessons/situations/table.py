"""All situations: what is opened, what begins by itself, and when the goal is reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import msgspec

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.lessons.document import Icon
from vmotion_gui.lessons.situations import labs
from vmotion_gui.messages import Message
from vmotion_gui.simulation.backend import Backend
from vmotion_gui.simulation.status import MigrationStatus, Phase

_SATURATED_LIMIT_S = 45.0
"""Without the other traffic the move takes about 33 s, with it several times as long."""


class Situation(msgspec.Struct, frozen=True, kw_only=True):
    """One situation."""

    id: str
    icon: Icon
    make: Callable[[], Lab]
    begins: tuple[MigrationSpec, ...] = ()
    """Migrations that are asked for at once; the clock stands still until somebody lets it run."""
    selected: str
    """What is selected at first."""
    reached: Callable[[Backend], bool]

    @property
    def name(self) -> Message:
        return Message(f"situation.{self.id}.name")

    @property
    def goal(self) -> Message:
        """In one line."""
        return Message(f"situation.{self.id}.goal")

    @property
    def hint(self) -> Message:
        return Message(f"situation.{self.id}.hint")

    @property
    def lesson(self) -> Message:
        """What it has shown, once the goal is reached."""
        return Message(f"situation.{self.id}.lesson")


def _completed(backend: Backend) -> Iterator[MigrationStatus]:
    statuses = backend.migrations()
    return (statuses[id_] for id_ in statuses if backend.phase(id_) is Phase.COMPLETED)


def _over(backend: Backend, vm: str = "vm-1") -> bool:
    """Whether it runs on the second host."""
    machine = backend.inventory.vms.get(vm)
    return machine is not None and machine.host == "host-2" and machine.power_state == "poweredOn"


def _unslowed(backend: Backend) -> bool:
    slowed = {event.migration for event in backend.events if event.type == "GuestThrottled"}
    return any(status.vm == "vm-1" and status.id not in slowed for status in _completed(backend))


def _quick(backend: Backend) -> bool:
    there = (status for status in _completed(backend) if status.destination_host == "host-2")
    return any((status.total_s or 0.0) < _SATURATED_LIMIT_S for status in there)


def _one_after_the_other(backend: Backend) -> bool:
    """The moves of both, of which none ran while the other did."""
    times = [(status.start_s, status.end_s, status.vm) for status in _completed(backend)]
    return any(a[2] != b[2] and a[1] is not None and b[0] is not None and a[1] <= b[0] for a in times for b in times)


def _same_mtu(inventory: Inventory) -> bool:
    found = {vmk.mtu for host in inventory.hosts.values() for vmk in host.vmk_adapters if "vmotion" in vmk.services}
    return len(found) == 1


def _in_maintenance(backend: Backend) -> bool:
    host = backend.inventory.hosts.get("host-1")
    return host is not None and host.maintenance_state == "inMaintenance"


_OVER = MigrationSpec(vm="vm-1", host="host-2")
_BOTH = (_OVER, MigrationSpec(vm="vm-2", host="host-2"))
SITUATIONS = (
    Situation(id="converges", icon="migrate", make=labs.converges, begins=(_OVER,), selected="vm-1", reached=_unslowed),
    Situation(id="justNot", icon="memory", make=labs.just_not, begins=(_OVER,), selected="vm-1", reached=_unslowed),
    Situation(id="saturated", icon="link", make=labs.saturated, begins=(_OVER,), selected="vm-1", reached=_quick),
    Situation(
        id="shared", icon="compare", make=labs.shared, begins=_BOTH, selected="vm-1", reached=_one_after_the_other
    ),
    Situation(
        id="wrongMtu",
        icon="link",
        make=labs.wrong_mtu,
        selected="vm-1",
        reached=lambda backend: _over(backend) and _same_mtu(backend.inventory),
    ),
    Situation(id="evcMismatch", icon="error", make=labs.evc_mismatch, selected="vm-1", reached=_over),
    Situation(id="missingDatastore", icon="datastore", make=labs.missing_datastore, selected="vm-1", reached=_over),
    Situation(id="nMinus1", icon="warning", make=labs.n_minus_1, selected="host-1", reached=_in_maintenance),
    Situation(id="cannotLeave", icon="maintenance", make=labs.cannot_leave, selected="host-1", reached=_in_maintenance),
)
"""In the order of their keys, 1 to 9."""
