"""The cards of a host."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.gui import objects, words
from vmotion_gui.gui.workspace.card import Bar, Card, Fact
from vmotion_gui.inventory.entities import Host, VmKernelAdapter
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.placement import host_load

_MANY = 60


def host_cards(host: Host, inventory: Inventory) -> list[Card]:
    """All that is known of a host: state, load, hardware, adapters, datastores, VMs."""
    return [
        _general(host, inventory),
        _load(host, inventory),
        _hardware(host),
        _vmkernel(host, inventory),
        _uplinks(host, inventory),
        _datastores(host, inventory),
        vms_card(inventory.vms_on(host.id), inventory),
    ]


def _general(host: Host, inventory: Inventory) -> Card:
    mark = "" if host.connection_state == "connected" else "error"
    rows = [
        Fact(
            QCoreApplication.translate("Facts", "Connection"), objects.connection_name(host.connection_state), "", mark
        ),
        Fact(QCoreApplication.translate("Facts", "Power state"), objects.power_name(host.power_state)),
        Fact(
            QCoreApplication.translate("Facts", "Maintenance"),
            objects.maintenance_name(host.maintenance_state),
            "",
            "" if host.maintenance_state == "normal" else "warning",
        ),
    ]
    if (cluster := inventory.clusters.get(host.cluster)) is not None:
        rows.append(Fact(QCoreApplication.translate("Facts", "Cluster"), cluster.name, cluster.id))
    datacenter = inventory.datacenters[host.datacenter]
    rows.append(Fact(QCoreApplication.translate("Facts", "Datacenter"), datacenter.name, datacenter.id))
    rows.append(Fact(QCoreApplication.translate("Facts", "Version"), f"ESXi {host.version} {host.build}".strip()))
    return Card(QCoreApplication.translate("Facts", "Host"), list(rows))


def _load(host: Host, inventory: Inventory) -> Card:
    load = host_load(inventory, host)
    of = QCoreApplication.translate("Facts", "{used} of {capacity}")
    cpu = of.format(
        used=f"{QLocale().toString(load.cpu_mhz / 1000.0, 'f', 1)} GHz",
        capacity=f"{QLocale().toString(host.cores * host.cpu_mhz / 1000.0, 'f', 1)} GHz",
    )
    memory = of.format(
        used=words.quantity(load.memory_bytes, "bytes"), capacity=words.quantity(host.memory_bytes, "bytes")
    )
    return Card(
        QCoreApplication.translate("Facts", "Capacity and usage (configured)"),
        [
            Bar(QCoreApplication.translate("Facts", "CPU"), load.cpu_share, cpu),
            Bar(QCoreApplication.translate("Facts", "Memory"), load.memory_share, memory),
        ],
    )


def _hardware(host: Host) -> Card:
    cpu = QCoreApplication.translate("Facts", "{sockets} sockets, {cores} cores at {mhz} MHz").format(
        sockets=host.sockets, cores=host.cores, mhz=host.cpu_mhz
    )
    return Card(
        QCoreApplication.translate("Facts", "Hardware"),
        [
            Fact(QCoreApplication.translate("Facts", "Processor"), host.cpu_model or host.cpu_vendor.upper()),
            Fact(QCoreApplication.translate("Facts", "CPU"), cpu),
            Fact(QCoreApplication.translate("Facts", "Logical processors"), str(host.threads)),
            Fact(QCoreApplication.translate("Facts", "Memory"), words.quantity(host.memory_bytes, "bytes")),
            Fact(QCoreApplication.translate("Facts", "Highest EVC mode"), host.max_evc_mode_key),
        ],
    )


def _vmkernel(host: Host, inventory: Inventory) -> Card:
    rows: list[Fact | Bar] = []
    for adapter in host.vmk_adapters:
        subnet = inventory.subnets.get(adapter.subnet)
        services = ", ".join(service_name(service) for service in adapter.services)
        address = " · ".join(part for part in (adapter.ip_address, subnet.name if subnet is not None else "") if part)
        rows.append(Fact(adapter.device, address or "–", adapter.subnet if subnet is not None else ""))
        if services:
            rows.append(Fact("", services + guessed(adapter)))
    return Card(QCoreApplication.translate("Facts", "VMkernel adapters"), rows)


def guessed(adapter: VmKernelAdapter) -> str:
    """A mark where the services are a guess of the import."""
    return QCoreApplication.translate("Facts", " (guessed)") if adapter.services_origin == "guessed" else ""


def service_name(service: str) -> str:
    """A VMkernel service in words."""
    names = {
        "management": QCoreApplication.translate("Facts", "Management"),
        "vmotion": "vMotion",
        "vSphereProvisioning": QCoreApplication.translate("Facts", "Provisioning"),
        "faultToleranceLogging": QCoreApplication.translate("Facts", "Fault Tolerance logging"),
        "vsan": "vSAN",
        "vSphereReplication": "vSphere Replication",
        "nvmeTcp": "NVMe over TCP",
    }
    return names[service]


def _uplinks(host: Host, inventory: Inventory) -> Card:
    rows: list[Fact | Bar] = []
    down = QCoreApplication.translate("Facts", "down")
    for pnic in host.pnics:
        switch = inventory.switches.get(pnic.switch)
        speed = words.quantity(pnic.speed_bits_per_s, "bits_per_s") if pnic.speed_bits_per_s else down
        text = " · ".join(part for part in (speed, switch.name if switch is not None else "") if part)
        rows.append(Fact(pnic.device, text, "", "" if pnic.speed_bits_per_s else "warning"))
    return Card(QCoreApplication.translate("Facts", "Physical adapters"), rows)


def _datastores(host: Host, inventory: Inventory) -> Card:
    rows: list[Fact | Bar] = []
    for mount in host.mounts[:_MANY]:
        datastore = inventory.datastores[mount.datastore]
        free = QCoreApplication.translate("Facts", "{free} free").format(
            free=words.quantity(datastore.free_bytes, "bytes")
        )
        rows.append(Fact(datastore.name, free if mount.accessible else objects.label(datastore), datastore.id))
    return Card(QCoreApplication.translate("Facts", "Datastores"), rows)


def vms_card(ids: tuple[str, ...], inventory: Inventory) -> Card:
    """The VMs of a host, with their power states; of very many the first."""
    title = QCoreApplication.translate("Facts", "Virtual machines ({count})").format(count=len(ids))
    rows: list[Fact | Bar] = []
    for id_ in ids[:_MANY]:
        vm = inventory.vms[id_]
        size = f"{vm.cpus} vCPU · {words.quantity(vm.memory_bytes, 'bytes')}"
        rows.append(Fact(size, objects.label(vm), vm.id))
    if len(ids) > _MANY:
        rows.append(Fact("", QCoreApplication.translate("Facts", "and {count} more").format(count=len(ids) - _MANY)))
    return Card(title, rows)
