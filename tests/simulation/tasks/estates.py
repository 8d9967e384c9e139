"""Clusters whose hosts are emptied, and how a run goes until nothing happens by itself any more."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from tests.simulation import worlds as w
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import EnterMaintenanceMode
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.tasks.task import TaskStatus

AUTOMATIC = e.Cluster(id="cl", name="Cluster", datacenter="dc")
MANUAL = msgspec.structs.replace(AUTOMATIC, drs=e.DrsConfig(default_vm_behavior="manual"))
NO_ADMISSION = e.DasConfig(admission_control_enabled=False)


def estate(*vms: e.VirtualMachine, hosts: Sequence[e.Host] = (), cluster: e.Cluster = AUTOMATIC) -> Engine:
    """Hosts of one cluster, h-1 to h-3 unless others are given, with the VMs given, else three on h-1."""
    machines = vms or tuple(w.vm(number) for number in (1, 2, 3))
    inventory = w.inventory(*(hosts or [w.host(number) for number in (1, 2, 3)]), *machines)
    return Engine(Lab(inventory=inventory.with_entities([cluster])))


def enter(running: Engine, host: str = "h-1", **more: object) -> str:
    """Ask for maintenance mode; the task's id."""
    ticket = running.submit(EnterMaintenanceMode(host=host, **more))  # type: ignore[arg-type]  # the command's fields
    assert ticket.accepted, ticket.reason
    return ticket.id


def settled(running: Engine, limit_s: float = 1e5) -> TaskStatus:
    """The last task, once nothing happens by itself any more."""
    while (due := running.next_event_s) is not None:
        assert due < limit_s, "it does not end"
        running.advance(due)
    return list(running.tasks().values())[-1]


def state(running: Engine, host: str = "h-1") -> str:
    return running.inventory.hosts[host].maintenance_state


def running_on(running: Engine, host: str = "h-1") -> list[str]:
    """The VMs that run on a host."""
    vms = running.inventory.vms
    return [id_ for id_ in running.inventory.vms_on(host) if vms[id_].power_state == "poweredOn"]


def told(running: Engine, type_: str) -> list[Event]:
    return [event for event in running.events if event.type == type_]
