"""What becomes of the VMs of a host that lost power: HA starts them again elsewhere where it can.

HA restarts, it never migrates. It notices a dead host after about 18 s without heartbeats and then places one
VM after
the other; a VM that finds no host stays off. Without HA the VMs wait for their host, and start when it is
back.
"""

from __future__ import annotations

from vmotion_gui.compatibility.lasting import POWERED_ON
from vmotion_gui.inventory.changes import Change, FieldsChanged, VmMoved
from vmotion_gui.inventory.commands import HostFailed
from vmotion_gui.inventory.entities import Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import message
from vmotion_gui.simulation import planning
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.outages import begin_outage, end_outage

DETECTION_S = 18.0
"""Missing heartbeats until a host counts as dead (vSphere HA: 15 to 18 s without isolation)."""
START_S = 3.0
"""Between one VM's start and the next (assumed)."""
BOOT_S = 30.0
"""Until a started guest answers again (assumed)."""


def power_lost(core: Core, host: str) -> tuple[Change, ...]:
    """All VMs that ran on the host have stopped."""
    inventory = core.state.inventory
    running = [id_ for id_ in inventory.vms_on(host) if inventory.vms[id_].power_state == "poweredOn"]
    return tuple(FieldsChanged(id=id_, fields={"power_state": "poweredOff"}) for id_ in running)


def host_failed(core: Core, host: str) -> None:
    """Tell it, and have HA restart the VMs; called after the host's VMs have been stopped."""
    inventory = core.state.inventory
    text = message("simulation.event.hostLost", host=core.name(host))
    core.emit("HostConnectionLostEvent", text, level="error", host=host, objects=(host,), milestone=True)
    victims = stopped_with(core, host)
    for vm_id in victims:
        begin_outage(core.state, vm_id, lost=True)
    cluster = inventory.clusters.get(inventory.hosts[host].cluster)
    if cluster is None or not cluster.das.enabled:
        return
    for index, vm_id in enumerate(victims):
        core.schedule(core.state.now_s + DETECTION_S + START_S * index, "haRestart", vm_id)


def vm_lost(core: Core, vm_id: str) -> None:
    """A VM has stopped though its host runs on; HA starts it again there or elsewhere."""
    inventory = core.state.inventory
    core.apply([FieldsChanged(id=vm_id, fields={"power_state": "poweredOff"})])
    begin_outage(core.state, vm_id, lost=True)
    cluster = inventory.clusters.get(inventory.hosts[inventory.vms[vm_id].host].cluster)
    if cluster is not None and cluster.das.enabled:
        core.schedule(core.state.now_s + DETECTION_S, "haRestart", vm_id)


def stopped_with(core: Core, host: str) -> list[str]:
    """The VMs that the failure of their host stopped, as its fault remembers them."""
    for active in core.state.faults:
        if isinstance(active.fault, HostFailed) and active.fault.host == host:
            changed = [
                change.id for change in active.inverse if isinstance(change, FieldsChanged) and change.id != host
            ]
            return [id_ for id_ in reversed(changed) if id_ in core.state.inventory.vms]
    return []


def restart(core: Core, vm_id: str) -> None:
    """HA starts a VM on the host with the most free memory that can run it."""
    vm = core.state.inventory.vms.get(vm_id)
    if vm is None or vm.power_state == "poweredOn" or _waits_for_its_host(core, vm):
        return
    target = _restart_host(core.state.inventory, vm)
    names = {"vm": vm.name, "host": target.name if target else ""}
    if target is None:
        text = message("simulation.event.haNoHost", **names)
        core.emit(
            "NotEnoughResourcesToStartVmEvent",
            text,
            level="error",
            vm=vm_id,
            objects=(vm_id,),
            milestone=True,
        )
        return
    moved = VmMoved(vm=vm_id, host=target.id, resource_pool=vm.resource_pool, config_datastore=vm.config_datastore)
    core.apply([moved, FieldsChanged(id=vm_id, fields=POWERED_ON)])
    planning.vm_moved(core, vm_id)
    text = message("simulation.event.haRestarted", **names)
    objects = (vm_id, target.id)
    core.emit(
        "VmRestartedOnAlternateHostEvent",
        text,
        level="warning",
        vm=vm_id,
        host=target.id,
        objects=objects,
        milestone=True,
    )
    core.schedule(core.state.now_s + BOOT_S, "booted", vm_id)


def booted(core: Core, vm_id: str) -> None:
    """The guest answers again."""
    vm = core.state.inventory.vms.get(vm_id)
    if vm is not None and vm.power_state == "poweredOn":
        end_outage(core.state, vm_id)


def host_answers(inventory: Inventory, host_id: str) -> bool:
    host = inventory.hosts.get(host_id)
    return host is not None and host.connection_state == "connected"


def _waits_for_its_host(core: Core, vm: VirtualMachine) -> bool:
    """Whether a VM that its host's failure stopped starts with its host, which is back."""
    known = core.state.outages.get(vm.id, ())
    lost = bool(known) and known[-1].end_s is None and known[-1].lost
    return not lost and host_answers(core.state.inventory, vm.host)


def _restart_host(inventory: Inventory, vm: VirtualMachine) -> Host | None:
    cluster = inventory.hosts[vm.host].cluster
    candidates = [inventory.hosts[id_] for id_ in inventory.hosts_in(cluster)]
    able = [host for host in candidates if _can_start(inventory, host, vm)]
    return max(able, key=lambda host: (_free_memory(inventory, host), host.id), default=None)


def _can_start(inventory: Inventory, host: Host, vm: VirtualMachine) -> bool:
    usable = {mount.datastore for mount in host.mounts if mount.accessible and mount.access_mode == "readWrite"}
    return (
        host.connection_state == "connected"
        and host.maintenance_state == "normal"
        and all(datastore in usable for datastore in vm.datastores)
        and _free_memory(inventory, host) >= vm.memory_reservation_bytes
    )


def _free_memory(inventory: Inventory, host: Host) -> int:
    """Memory that the running VMs of a host are not configured with; negative if it is overcommitted."""
    vms = (inventory.vms[id_] for id_ in inventory.vms_on(host.id))
    return host.memory_bytes - sum(vm.memory_bytes for vm in vms if vm.power_state == "poweredOn")


def host_back(core: Core, host: str, inverse: tuple[Change, ...]) -> tuple[Change, ...]:
    """The changes when a host has power again: it answers, and the VMs that are still registered with it
    start.
    """
    inventory = core.state.inventory
    changes: list[Change] = []
    for change in inverse:
        if not isinstance(change, FieldsChanged):
            continue
        vm = inventory.vms.get(change.id)
        starts = inventory.hosts[host].maintenance_state != "inMaintenance"
        if change.id == host or (vm is not None and vm.host == host and starts):
            changes.append(change)
    return tuple(changes)


def answer_again(core: Core, host: str) -> None:
    """The host is back, and the VMs that start with it boot."""
    text = message("simulation.event.hostBack", host=core.name(host))
    core.emit("HostConnectedEvent", text, host=host, objects=(host,), milestone=True)
    for vm_id in core.state.inventory.vms_on(host):
        known = core.state.outages.get(vm_id, ())
        if known and known[-1].end_s is None and known[-1].lost:
            core.schedule(core.state.now_s + BOOT_S, "booted", vm_id)
