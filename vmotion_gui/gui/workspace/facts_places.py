"""The cards of clusters, datastores, subnets and the other places."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.gui import objects, words
from vmotion_gui.gui.workspace.card import Bar, Card, Fact
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.placement import host_load

_MANY = 60


def cluster_cards(cluster: e.Cluster, inventory: Inventory) -> list[Card]:
    """Automation, availability, load, rules, hosts."""
    hosts = [inventory.hosts[id_] for id_ in inventory.hosts_in(cluster.id)]
    return [_automation(cluster), _cluster_load(hosts, inventory), _rules(cluster, inventory), _hosts(hosts, inventory)]


def _automation(cluster: e.Cluster) -> Card:
    levels = {
        "manual": QCoreApplication.translate("Facts", "Manual"),
        "partiallyAutomated": QCoreApplication.translate("Facts", "Partially Automated"),
        "fullyAutomated": QCoreApplication.translate("Facts", "Fully Automated"),
    }
    off = QCoreApplication.translate("Facts", "Off")
    drs = levels[cluster.drs.default_vm_behavior] if cluster.drs.enabled else off
    admission = QCoreApplication.translate("Facts", "tolerates {count} failed hosts").format(
        count=cluster.das.failover_level
    )
    ha = QCoreApplication.translate("Facts", "On") if cluster.das.enabled else off
    rows = [
        Fact("DRS", drs),
        Fact(QCoreApplication.translate("Facts", "Migration threshold"), str(cluster.drs.migration_threshold)),
        Fact("HA", ha),
        Fact(
            QCoreApplication.translate("Facts", "Admission control"),
            admission if cluster.das.enabled and cluster.das.admission_control_enabled else off,
        ),
        Fact(QCoreApplication.translate("Facts", "EVC mode"), cluster.evc_mode_key or off),
    ]
    return Card(QCoreApplication.translate("Facts", "Cluster"), list(rows))


def _cluster_load(hosts: list[e.Host], inventory: Inventory) -> Card:
    loads = [host_load(inventory, host) for host in hosts]
    capacity_mhz = sum(host.cores * host.cpu_mhz for host in hosts) or 1
    capacity_bytes = sum(host.memory_bytes for host in hosts) or 1
    used_mhz, used_bytes = sum(load.cpu_mhz for load in loads), sum(load.memory_bytes for load in loads)
    of = QCoreApplication.translate("Facts", "{used} of {capacity}")
    cpu = of.format(
        used=f"{QLocale().toString(used_mhz / 1000, 'f', 0)} GHz",
        capacity=f"{QLocale().toString(capacity_mhz / 1000, 'f', 0)} GHz",
    )
    memory = of.format(used=words.quantity(used_bytes, "bytes"), capacity=words.quantity(capacity_bytes, "bytes"))
    return Card(
        QCoreApplication.translate("Facts", "Capacity and usage (configured)"),
        [
            Bar(QCoreApplication.translate("Facts", "CPU"), used_mhz / capacity_mhz, cpu),
            Bar(QCoreApplication.translate("Facts", "Memory"), used_bytes / capacity_bytes, memory),
        ],
    )


def rule_kind(rule: e.ClusterRule) -> str:
    """A rule's kind, as the client names it."""
    if isinstance(rule, e.VmAffinityRule):
        return QCoreApplication.translate("Facts", "Keep Virtual Machines Together")
    if isinstance(rule, e.VmAntiAffinityRule):
        return QCoreApplication.translate("Facts", "Separate Virtual Machines")
    kinds = {
        (True, True): QCoreApplication.translate("Facts", "Must run on hosts"),
        (True, False): QCoreApplication.translate("Facts", "Should run on hosts"),
        (False, True): QCoreApplication.translate("Facts", "Must not run on hosts"),
        (False, False): QCoreApplication.translate("Facts", "Should not run on hosts"),
    }
    return kinds[rule.affine, rule.mandatory]


def _rules(cluster: e.Cluster, inventory: Inventory) -> Card:
    rows: list[Fact | Bar] = []
    for rule in cluster.rules:
        members = [inventory.vms[id_].name for id_ in rule.vms if id_ in inventory.vms]
        if isinstance(rule, e.VmHostRule):
            members += ["→", *(inventory.hosts[id_].name for id_ in rule.hosts if id_ in inventory.hosts)]
        rows.append(Fact(rule.name, rule_kind(rule)))
        rows.append(Fact("", " ".join(members)))
    if not rows:
        rows.append(Fact("", QCoreApplication.translate("Facts", "No rules.")))
    return Card(QCoreApplication.translate("Facts", "Rules"), rows)


def _hosts(hosts: list[e.Host], inventory: Inventory) -> Card:
    title = QCoreApplication.translate("Facts", "Hosts ({count})").format(count=len(hosts))
    rows: list[Fact | Bar] = []
    for host in hosts[:_MANY]:
        count = QCoreApplication.translate("Facts", "{count} VMs").format(count=len(inventory.vms_on(host.id)))
        rows.append(Fact(count, objects.label(host), host.id))
    return Card(title, rows)


def datastore_cluster_cards(pod: e.DatastoreCluster, inventory: Inventory) -> list[Card]:
    """Storage DRS, space, datastores."""
    stores = [store for store in inventory.datastores.values() if store.cluster == pod.id]
    capacity = sum(store.capacity_bytes for store in stores)
    used = capacity - sum(store.free_bytes for store in stores)
    levels = {
        "manual": QCoreApplication.translate("Facts", "Manual"),
        "automated": QCoreApplication.translate("Facts", "Fully Automated"),
    }
    drs = pod.storage_drs
    on = levels[drs.default_vm_behavior] if drs.enabled else QCoreApplication.translate("Facts", "Off")
    space = QCoreApplication.translate("Facts", "{used} of {capacity}").format(
        used=words.quantity(used, "bytes"), capacity=words.quantity(capacity, "bytes")
    )
    threshold = f"{round(drs.space_utilization_threshold * 100)} %"
    general: list[Fact | Bar] = [
        Fact("Storage DRS", on),
        Fact(QCoreApplication.translate("Facts", "Space threshold"), threshold),
        Bar(QCoreApplication.translate("Facts", "Space"), used / max(capacity, 1), space),
        Fact(QCoreApplication.translate("Facts", "Free"), words.quantity(capacity - used, "bytes")),
    ]
    rows: list[Fact | Bar] = [
        Fact(words.quantity(store.free_bytes, "bytes"), objects.label(store), store.id) for store in stores[:_MANY]
    ]
    title = QCoreApplication.translate("Facts", "Datastores ({count})").format(count=len(stores))
    return [
        Card(QCoreApplication.translate("Facts", "Datastore cluster"), general),
        Card(title, rows or [Fact("", "–")]),
    ]


def datastore_cards(datastore: e.Datastore, inventory: Inventory) -> list[Card]:
    """Type, space, speed, hosts, VMs."""
    used = datastore.capacity_bytes - datastore.free_bytes
    space = QCoreApplication.translate("Facts", "{used} of {capacity}").format(
        used=words.quantity(used, "bytes"), capacity=words.quantity(datastore.capacity_bytes, "bytes")
    )
    read = words.quantity(datastore.read_bandwidth_bytes_per_s, "bytes_per_s")
    write = words.quantity(datastore.write_bandwidth_bytes_per_s, "bytes_per_s")
    general = Card(
        QCoreApplication.translate("Facts", "Datastore"),
        [
            Fact(QCoreApplication.translate("Facts", "Type"), datastore.type),
            Fact(
                QCoreApplication.translate("Facts", "Maintenance"),
                objects.maintenance_name(datastore.maintenance_mode),
            ),
            Bar(QCoreApplication.translate("Facts", "Space"), used / max(datastore.capacity_bytes, 1), space),
            Fact(QCoreApplication.translate("Facts", "Free"), words.quantity(datastore.free_bytes, "bytes")),
            Fact(QCoreApplication.translate("Facts", "Reads up to"), read),
            Fact(QCoreApplication.translate("Facts", "Writes up to"), write),
        ],
    )
    hosts = [host for host in inventory.hosts.values() if any(mount.datastore == datastore.id for mount in host.mounts)]
    vms = [vm for vm in inventory.vms.values() if any(disk.datastore == datastore.id for disk in vm.disks)]
    return [general, _hosts(hosts, inventory), _names(QCoreApplication.translate("Facts", "VMs with disks here"), vms)]


def _names(title: str, held: list[e.VirtualMachine]) -> Card:
    rows: list[Fact | Bar] = [Fact("", objects.label(entity), entity.id) for entity in held[:_MANY]]
    if len(held) > _MANY:
        rows.append(Fact("", QCoreApplication.translate("Facts", "and {count} more").format(count=len(held) - _MANY)))
    if not rows:
        rows.append(Fact("", "–"))
    return Card(f"{title} ({len(held)})", rows)


def subnet_cards(subnet: e.Subnet, inventory: Inventory) -> list[Card]:
    """Prefix, VLAN, gateway; the adapters and port groups in it."""
    general = Card(
        QCoreApplication.translate("Facts", "Subnet"),
        [
            Fact(QCoreApplication.translate("Facts", "Prefix"), subnet.cidr),
            Fact("VLAN", str(subnet.vlan) if subnet.vlan else "–"),
            Fact(
                QCoreApplication.translate("Facts", "Gateway"),
                subnet.gateway or QCoreApplication.translate("Facts", "none"),
            ),
        ],
    )
    adapters: list[Fact | Bar] = [
        Fact(host.name, f"{vmk.device} {vmk.ip_address}".strip(), host.id)
        for host in inventory.hosts.values()
        for vmk in host.vmk_adapters
        if vmk.subnet == subnet.id
    ]
    groups: list[Fact | Bar] = [
        Fact("", group.name, group.id) for group in inventory.portgroups.values() if group.subnet == subnet.id
    ]
    return [
        general,
        Card(QCoreApplication.translate("Facts", "VMkernel adapters"), adapters[:_MANY] or [Fact("", "–")]),
        Card(QCoreApplication.translate("Facts", "Port groups"), groups[:_MANY] or [Fact("", "–")]),
    ]


def link_cards(link: e.NetworkLink, inventory: Inventory) -> list[Card]:
    """Ends, bandwidth, delay, loss, state."""
    ends = [inventory.get(id_) for id_ in (link.a, link.b)]
    locale = QLocale()
    state = QCoreApplication.translate("Facts", "Up") if link.state == "up" else objects.state_text(link)
    rows: list[Fact | Bar] = [
        Fact(QCoreApplication.translate("Facts", "Between"), " – ".join(end.name for end in ends if end is not None)),
        Fact(QCoreApplication.translate("Facts", "State"), state, "", "" if link.state == "up" else "error"),
        Fact(QCoreApplication.translate("Facts", "Bandwidth"), words.quantity(link.bandwidth_bits_per_s, "bits_per_s")),
        Fact(
            QCoreApplication.translate("Facts", "Round-trip time"), f"{locale.toString(link.rtt_s * 1000, 'g', 4)} ms"
        ),
        Fact(QCoreApplication.translate("Facts", "Packet loss"), f"{locale.toString(link.loss * 100, 'g', 3)} %"),
    ]
    return [Card(QCoreApplication.translate("Facts", "Network link"), rows)]


def portgroup_cards(group: e.PortGroup, inventory: Inventory) -> list[Card]:
    """Switch, VLAN, subnet; the VMs that are attached."""
    switch = inventory.switches.get(group.switch)
    subnet = inventory.subnets.get(group.subnet)
    rows: list[Fact | Bar] = [
        Fact(QCoreApplication.translate("Facts", "Switch"), switch.name if switch is not None else "–", group.switch),
        Fact("VLAN", str(group.vlan) if group.vlan else "–"),
    ]
    if subnet is not None:
        rows.append(Fact(QCoreApplication.translate("Facts", "Subnet"), f"{subnet.name} {subnet.cidr}", subnet.id))
    vms = [vm for vm in inventory.vms.values() if any(nic.portgroup == group.id for nic in vm.nics)]
    general = Card(QCoreApplication.translate("Facts", "Port group"), rows)
    return [general, _names(QCoreApplication.translate("Facts", "Virtual machines"), vms)]


def switch_cards(switch: e.Switch, inventory: Inventory) -> list[Card]:
    """Kind, MTU, ports, hosts."""
    kind = (
        QCoreApplication.translate("Facts", "Distributed switch")
        if switch.distributed
        else QCoreApplication.translate("Facts", "Standard switch")
    )
    rows: list[Fact | Bar] = [
        Fact(QCoreApplication.translate("Facts", "Type"), kind),
        Fact("MTU", str(switch.mtu)),
        Fact(QCoreApplication.translate("Facts", "Ports"), str(switch.ports)),
    ]
    hosts = [inventory.hosts[id_] for id_ in switch.hosts if id_ in inventory.hosts]
    return [Card(QCoreApplication.translate("Facts", "Switch"), rows), _hosts(hosts, inventory)]


def container_cards(entity: e.Entity, inventory: Inventory) -> list[Card]:
    """What a vCenter, datacenter, site, folder or pool holds, in numbers."""
    rows: list[Fact | Bar] = []
    if isinstance(entity, e.VCenter):
        rows.append(Fact(QCoreApplication.translate("Facts", "Version"), entity.version))
        rows.append(Fact(QCoreApplication.translate("Facts", "SSO domain"), entity.sso_domain))
    hosts = [host for host in inventory.hosts.values() if _holds(entity, host, inventory)]
    vms = sum(len(inventory.vms_on(host.id)) for host in hosts)
    if hosts:
        rows.append(Fact(QCoreApplication.translate("Facts", "Hosts"), QLocale().toString(len(hosts))))
        rows.append(Fact(QCoreApplication.translate("Facts", "Virtual machines"), QLocale().toString(vms)))
    if isinstance(entity, e.Folder | e.ResourcePool):
        held = [vm for vm in inventory.vms.values() if entity.id in (vm.folder, vm.resource_pool)]
        general = Card(objects.kind_name(objects.kind_of(entity)), rows or [Fact("", entity.name)])
        return [general, _names(QCoreApplication.translate("Facts", "Virtual machines"), held)]
    return [Card(objects.kind_name(objects.kind_of(entity)), rows or [Fact("", entity.name)]), _hosts(hosts, inventory)]


def _holds(entity: e.Entity, host: e.Host, inventory: Inventory) -> bool:
    datacenter = inventory.datacenters[host.datacenter]
    return entity.id in (datacenter.id, datacenter.vcenter, datacenter.site, host.folder)
