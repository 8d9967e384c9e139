"""What is watched: vCenter's default alarms, as far as the inventory knows what they ask for.

Thresholds and the five minutes are those of vSphere's predefined alarms. Loads are what the inventory says (configured
load of the first phase of each workload, configured memory): they change when VMs move, start and stop, and when
somebody edits them; they do not follow the phases of a workload.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal

import msgspec

from vmotion_gui.inventory.entities import Datastore, Entity, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message

Level = Literal[0, 1, 2]
"""Normal (green), warning (yellow), alert (red)."""
Watched = Literal["hosts", "vms", "datastores"]
MINUTES_5_S = 300.0


class Definition(msgspec.Struct, frozen=True, kw_only=True):
    """One alarm definition."""

    id: str
    watched: Watched
    hold_s: float
    """So long without a break the condition has to hold, simulated."""
    level: Callable[[Inventory, Entity], Level]

    @property
    def name(self) -> Message:
        """vSphere's name of it."""
        return Message(f"alarm.{self.id}")

    @property
    def why(self) -> Message:
        """When it is triggered."""
        return Message(f"alarm.{self.id}.why")


def _of_share(share: float, yellow: float, red: float) -> Level:
    return 2 if share > red else 1 if share > yellow else 0


def _in_use(host: Host) -> bool:
    return host.connection_state == "connected" and host.power_state == "poweredOn"


def _host_cpu(inventory: Inventory, host: Entity) -> Level:
    assert isinstance(host, Host)
    if not _in_use(host):
        return 0
    vms = (inventory.vms[id_] for id_ in inventory.vms_on(host.id))
    busy = sum(vm.cpus * vm.workload.phases[0].cpu_load for vm in vms if vm.power_state == "poweredOn")
    return _of_share(busy / host.cores, 0.75, 0.90)


def _host_memory(inventory: Inventory, host: Entity) -> Level:
    assert isinstance(host, Host)
    if not _in_use(host):
        return 0
    vms = (inventory.vms[id_] for id_ in inventory.vms_on(host.id))
    used = sum(vm.memory_bytes for vm in vms if vm.power_state == "poweredOn")
    return _of_share(used / host.memory_bytes, 0.75, 0.90)


def _host_connection(_inventory: Inventory, host: Entity) -> Level:
    assert isinstance(host, Host)
    return 2 if host.connection_state == "notResponding" and host.power_state != "standBy" else 0


def _uplinks(host: Host) -> list[tuple[int, int]]:
    """For each switch with uplinks on the host, how many it has and how many of them have a link."""
    switches: dict[str, tuple[int, int]] = {}
    for nic in host.pnics:
        if nic.switch:
            all_, up = switches.get(nic.switch, (0, 0))
            switches[nic.switch] = all_ + 1, up + (nic.speed_bits_per_s > 0)
    return list(switches.values())


def _host_network(_inventory: Inventory, host: Entity) -> Level:
    assert isinstance(host, Host)
    return 2 if _in_use(host) and any(up == 0 for _, up in _uplinks(host)) else 0


def _host_redundancy(_inventory: Inventory, host: Entity) -> Level:
    assert isinstance(host, Host)
    return 1 if _in_use(host) and any(up == 1 < all_ for all_, up in _uplinks(host)) else 0


def _vm_cpu(_inventory: Inventory, vm: Entity) -> Level:
    assert isinstance(vm, VirtualMachine)
    return _of_share(vm.workload.phases[0].cpu_load, 0.75, 0.90) if vm.power_state == "poweredOn" else 0


def _vm_memory(_inventory: Inventory, vm: Entity) -> Level:
    assert isinstance(vm, VirtualMachine)
    if vm.power_state != "poweredOn":
        return 0
    return _of_share(vm.workload.phases[0].working_set_bytes / vm.memory_bytes, 0.75, 0.90)


def _datastore_usage(_inventory: Inventory, datastore: Entity) -> Level:
    assert isinstance(datastore, Datastore)
    return _of_share(1.0 - datastore.free_bytes / max(datastore.capacity_bytes, 1), 0.75, 0.85)


DEFINITIONS = (
    Definition(id="host.connection", watched="hosts", hold_s=0.0, level=_host_connection),
    Definition(id="host.network", watched="hosts", hold_s=0.0, level=_host_network),
    Definition(id="host.redundancy", watched="hosts", hold_s=0.0, level=_host_redundancy),
    Definition(id="host.cpu", watched="hosts", hold_s=MINUTES_5_S, level=_host_cpu),
    Definition(id="host.memory", watched="hosts", hold_s=MINUTES_5_S, level=_host_memory),
    Definition(id="datastore.usage", watched="datastores", hold_s=0.0, level=_datastore_usage),
    Definition(id="vm.cpu", watched="vms", hold_s=MINUTES_5_S, level=_vm_cpu),
    Definition(id="vm.memory", watched="vms", hold_s=MINUTES_5_S, level=_vm_memory),
)
"""The most pressing first."""
BY_ID = {definition.id: definition for definition in DEFINITIONS}
