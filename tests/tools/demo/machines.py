"""The demo lab's virtual machines: what runs where, and those that cannot go everywhere, each for its own
reason.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, NamedTuple

from msgspec.structs import replace

from tests.tools.demo import estate as s
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory import presets

GIB = s.GIB


class Group(NamedTuple):
    """Machines of one role: `name-01`, `name-02`, … dealt out over hosts and datastores in turn. Sizes in
    GiB.
    """

    name: str
    number: int
    hosts: tuple[int, ...]
    stores: tuple[str, ...]
    network: str
    preset: str
    cpus: int
    memory_gib: int
    disks_gib: tuple[int, ...]
    pool: str = ""
    folder: str = ""
    guest: str = "ubuntu64Guest"
    note: str = ""


_GOLD = ("vmfs-01", "vmfs-02", "vmfs-03")
_PROD = (1, 2, 3, 4)
_DB = (6, 7, 8)
_DEV = (9, 10, 11)
_DR = (21, 22, 23)
_WINDOWS = "windows2019srvNext_64Guest"
_RHEL = "rhel9_64Guest"

GROUPS = (
    Group("web", 14, _PROD, _GOLD, "web", "web-server", 2, 4, (40,), "web", "prod-web"),
    Group("proxy", 2, (1, 3), _GOLD, "web", "web-server", 2, 4, (20,), "infra", "prod-web"),
    Group("app", 12, _PROD, _GOLD, "app", "web-server", 4, 16, (60, 100), "prod", "prod-applications", _RHEL),
    Group("cache", 3, (2, 3, 4), _GOLD, "app", "in-memory-cache", 4, 32, (30,), "prod", "prod-applications"),
    Group("shop-web", 2, (1, 4), _GOLD, "web", "web-server", 2, 8, (40,), "shop", "prod-shop"),
    Group("shop-app", 2, (2, 3), _GOLD, "app", "web-server", 4, 16, (60,), "shop", "prod-shop"),
    Group("shop-db", 1, (4,), _GOLD, "db", "database", 4, 32, (40, 300), "shop", "prod-shop"),
    Group("dc", 2, (1, 2), _GOLD, "app", "idle", 2, 8, (60,), "infra", "prod-infrastructure", _WINDOWS,
          "Domain controller: a rule keeps the two apart, so it cannot join the other on one host."),
    Group("file", 2, (3, 4), _GOLD, "app", "idle", 2, 8, (60, 900), "infra", "prod-infrastructure", _WINDOWS),
    Group("mail", 2, (2, 4), _GOLD, "app", "database", 4, 24, (80, 400), "prod", "prod-applications",
          _WINDOWS),
    Group("monitor", 1, (1,), _GOLD, "app", "database", 4, 16, (40, 200), "infra", "prod-infrastructure"),
    Group("log", 2, (2, 3), _GOLD, "app", "database", 4, 16, (40, 500), "infra", "prod-infrastructure"),
    Group("vc-hq", 1, (3,), _GOLD, "app", "database", 4, 21, (60, 250), "infra", "prod-infrastructure",
          "vmwarePhoton64Guest"),
    Group("sql", 6, (6, 7), ("db-01",), "db", "database", 8, 64, (80, 600), "oltp", "prod-databases",
          _WINDOWS),
    Group("pg", 5, _DB, ("db-01",), "db", "database", 8, 32, (40, 400), "oltp", "prod-databases"),
    Group("dwh", 1, (7,), ("db-01",), "db", "database", 16, 128, (80, 2000), "", "prod-databases", _RHEL),
    Group("build", 5, _DEV, ("nfs-dev",), "dev", "build-server", 4, 16, (120,), "ci", "dev-build"),
    Group("sandbox", 20, _DEV, ("nfs-dev",), "dev", "idle", 2, 4, (40,), "", "dev-sandboxes"),
    Group("loadtest", 1, (10,), ("nfs-dev",), "dev", "memory-stress", 4, 16, (40,), "", "dev-sandboxes"),
    Group("demo", 2, (12,), ("nfs-dev",), "dev", "idle", 2, 8, (40,), "", "dev-sandboxes", "ubuntu64Guest",
          "Its host has no vMotion adapter, so it cannot leave while it is powered on."),
    Group("web-dr", 5, _DR, ("dr-01", "dr-02"), "web-dr", "web-server", 2, 4, (40,), "", "dr-replicas"),
    Group("app-dr", 4, _DR, ("dr-01", "dr-02"), "dr", "idle", 4, 16, (60, 100), "", "dr-replicas", _RHEL),
    Group("dc-dr", 1, (22,), ("dr-01",), "dr", "idle", 2, 8, (60,), "", "dr-infrastructure", _WINDOWS),
    Group("repl", 2, (21,), ("dr-01",), "dr", "database", 4, 16, (40, 300), "", "dr-infrastructure"),
    Group("backup-dr", 1, (21,), ("dr-02",), "dr", "build-server", 8, 32, (80, 4000), "", "dr-infrastructure",
          _WINDOWS),
    Group("vc-dr", 1, (23,), ("dr-02",), "dr", "database", 4, 21, (60, 250), "", "dr-infrastructure",
          "vmwarePhoton64Guest"),
    Group("monitor-dr", 2, (24,), ("dr-02",), "dr", "idle", 2, 8, (40,), "", "dr-infrastructure",
          "ubuntu64Guest",
          "Its host is disconnected from vCenter, so it cannot be migrated until the host is back."),
    # Each of these cannot go somewhere, for a reason of its own; `_SPECIAL` makes it so.
    Group("scan", 1, (1,), _GOLD, "app", "idle", 2, 4, (60,), "infra", "prod-applications", _WINDOWS,
          "The host's own CD-ROM drive is connected: disconnect it before a migration."),
    Group("cad-licence", 1, (2,), _GOLD, "app", "idle", 2, 4, (40,), "infra", "prod-infrastructure", _WINDOWS,
          "A USB licence dongle is plugged into its host, which cannot pass it on over the network."),
    Group("render", 1, (3,), _GOLD, "app", "build-server", 8, 32, (100,), "prod", "prod-applications", _RHEL,
          "A GPU of its host is passed through to it (DirectPath I/O)."),
    Group("erp-archive", 1, (2,), ("local-2",), "app", "idle", 2, 8, (200,), "", "prod-applications",
          _WINDOWS,
          "Its disk is on its host's local datastore: moving the host alone is not possible."),
    Group("vault", 1, (1,), _GOLD, "app", "idle", 2, 8, (40,), "infra", "prod-infrastructure", _RHEL,
          "Encrypted, with a virtual TPM; only its present host can get the key from the key provider."),
    Group("fax", 1, (4,), _GOLD, "app", "idle", 1, 2, (20,), "infra", "prod-infrastructure", _WINDOWS,
          "Waits for an answer to a question before anything else can be done with it."),
    Group("ora", 1, (6,), ("db-01",), "db", "database", 8, 96, (80, 1200), "", "prod-databases", _RHEL,
          "A rule says that it must run on the host that has the licence for it."),
    Group("sap-hana", 1, (8,), ("db-01",), "db", "in-memory-cache", 32, 800, (100, 1600), "",
          "prod-databases",
          _RHEL, "Reserves all of its 800 GiB of memory; no other host of the cluster has as much."),
    Group("report", 1, (7,), ("db-01",), "db", "database", 4, 16, (60,), "", "prod-databases", _WINDOWS,
          "A raw device mapping points at a LUN that only its present host can see."),
    Group("sqlfci", 2, (6, 8), ("db-01",), "db", "database", 8, 64, (80,), "", "prod-databases", _WINDOWS,
          "A node of a failover cluster: its SCSI controller shares the bus between hosts (physical)."),
    Group("analytics", 1, (11,), ("nfs-dev",), "dev", "build-server", 8, 32, (200,), "", "dev-sandboxes",
          "ubuntu64Guest",
          "Was powered on with the AVX-512 of its host; the older hosts of the cluster lack it."),
    Group("pentest", 1, (10,), ("nfs-dev",), "isolated", "idle", 2, 4, (40,), "", "dev-sandboxes",
          "ubuntu64Guest",
          "Its network is missing on one host of the cluster."),
    Group("tmpl-ubuntu-2204", 1, (1,), ("nfs-lib",), "app", "idle", 2, 4, (20,), "", "prod-templates"),
    Group("tmpl-rhel-9", 1, (2,), ("nfs-lib",), "app", "idle", 2, 4, (30,), "", "prod-templates", _RHEL),
    Group("tmpl-win-2022", 1, (3,), ("nfs-lib",), "app", "idle", 2, 8, (60,), "", "prod-templates", _WINDOWS),
    Group("tmpl-win-2022-dr", 1, (22,), ("dr-01",), "dr", "idle", 2, 8, (60,), "", "dr-templates", _WINDOWS),
)  # fmt: skip

_PORTGROUPS = {
    "web": "dv-web-hq",
    "app": "dv-app-hq",
    "db": "dv-db-hq",
    "web-dr": "dv-web-dr",
    "dr": "dv-servers-dr",
    "dev": "pg-dev-{host}",
    "isolated": "pg-isolated-{host}",
}
_SUBNET_OF = {"web-dr": "web", "dr": "server-dr"}


class _Addresses:
    """Deals out MAC and IP addresses in order; the two ends of the stretched web network do not overlap."""

    def __init__(self) -> None:
        self._macs = 0
        self._last = dict.fromkeys(_PORTGROUPS, 20) | {"web-dr": 150}

    def nic(self, network: str, host: int) -> e.VirtualNic:
        self._macs += 1
        self._last[network] += 1
        prefix = s.SUBNETS[_SUBNET_OF.get(network, network)][1]
        return e.VirtualNic(
            portgroup=_PORTGROUPS[network].format(host=host),
            mac_address=f"00:50:56:8a:{self._macs // 256:02x}:{self._macs % 256:02x}",
            ip_address=f"{prefix}.{self._last[network]}",
        )


def machines() -> Iterator[e.VirtualMachine]:
    """All machines, templates too."""
    addresses = _Addresses()
    dealt = 0
    for group in GROUPS:
        for number in range(group.number):
            name = group.name if group.name.startswith("tmpl-") else f"{group.name}-{number + 1:02d}"
            vm = _machine(group, name, number, dealt, addresses)
            dealt += 1
            yield replace(vm, **_special(vm))


def _machine(group: Group, name: str, number: int, dealt: int, addresses: _Addresses) -> e.VirtualMachine:
    host = group.hosts[number % len(group.hosts)]
    store = f"datastore-{group.stores[dealt % len(group.stores)]}"
    template = name.startswith("tmpl-")
    memory = group.memory_gib * GIB
    return e.VirtualMachine(
        id=f"vm-{name}",
        name=name,
        host=f"host-{host}",
        resource_pool=f"pool-{group.pool}" if group.pool else "",
        folder=f"folder-{group.folder}",
        template=template,
        power_state="poweredOff" if template else "poweredOn",
        cpus=group.cpus,
        memory_bytes=memory,
        touched_memory_bytes=memory * 3 // 4 if group.preset == "idle" else None,
        hardware_version=19 if group.guest == _WINDOWS else 20,
        guest_id=group.guest,
        secure_boot=group.guest == _WINDOWS,
        instance_uuid=s.stable_uuid(f"{name}/instance"),
        bios_uuid=s.stable_uuid(f"{name}/bios"),
        config_datastore=store,
        config_path=f"{name}/{name}.vmx",
        disks=_disks(group, name, store),
        nics=(addresses.nic(group.network, host),),
        tools_running=not template,
        guest_heartbeat="gray" if template else "green",
        workload=presets.workload(group.preset, memory_bytes=memory, cpus=group.cpus),
        annotation=group.note,
    )


def _disks(group: Group, name: str, store: str) -> tuple[e.VirtualDisk, ...]:
    disks = []
    for index, gib in enumerate(group.disks_gib):
        path = f"{name}/{name}.vmdk" if index == 0 else f"{name}/{name}_{index}.vmdk"
        thin = group.preset != "database"
        used = gib * GIB * (45 if index == 0 else 60) // 100 if thin else None
        disks.append(
            e.VirtualDisk(
                label=f"Hard disk {index + 1}",
                datastore=store,
                path=path,
                capacity_bytes=gib * GIB,
                used_bytes=used,
                thin=thin,
            )
        )
    return tuple(disks)


def _rdm(vm: e.VirtualMachine, lun: str, mode: Literal["virtualMode", "physicalMode"], **sharing: Any) -> e.VirtualDisk:
    return e.VirtualDisk(
        label=f"Hard disk {len(vm.disks) + 1}",
        datastore=vm.home_datastore,
        path=f"{vm.name}/{vm.name}-rdm.vmdk",
        capacity_bytes=500 * GIB,
        used_bytes=0,
        rdm=e.RawDeviceMapping(lun=lun, compatibility_mode=mode),
        **sharing,
    )


def _special(vm: e.VirtualMachine) -> dict[str, Any]:
    """What makes a machine of `GROUPS` special, as fields to replace."""
    match vm.name:
        case "scan-01":
            drive = e.VirtualDevice(
                kind="cdrom", label="CD/DVD drive 1", backing="host:/vmfs/devices/cdrom/mpx.vmhba0:C0"
            )
            return {"devices": (drive,)}
        case "cad-licence-01":
            return {"devices": (e.VirtualDevice(kind="usb", label="USB 1", backing="Thales Sentinel HL"),)}
        case "render-01":
            gpu = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="0000:3b:00.0 NVIDIA A40")
            return {"devices": (gpu,), "memory_reservation_bytes": vm.memory_bytes}
        case "vault-01":
            tpm = e.VirtualDevice(kind="tpm", label="Virtual TPM", backing=s.KEY_PROVIDER)
            return {
                "devices": (tpm,),
                "encrypted": True,
                "key_provider": s.KEY_PROVIDER,
                "migrate_encryption": "required",
            }
        case "fax-01":
            return {"question": "The parallel port of the host is in use. Continue without it?"}
        case "sap-hana-01":
            return {"memory_reservation_bytes": vm.memory_bytes, "cores_per_socket": 16}
        case "report-01":
            return {"disks": (*vm.disks, _rdm(vm, s.LUN_REPORTS, "virtualMode"))}
        case "sqlfci-01" | "sqlfci-02":
            shared = _rdm(vm, s.LUN_QUORUM, "physicalMode", bus_sharing="physicalSharing")
            return {"disks": (*vm.disks, shared)}
        case "analytics-01":
            return {
                "min_required_evc_mode_key": "intel-skylake",
                "required_cpu_features": ("cpuid.avx512f", "cpuid.avx512dq"),
            }
        case "monitor-dr-01" | "monitor-dr-02":
            return {"connection_state": "disconnected", "guest_heartbeat": "gray"}
        case _:
            return _everyday(vm)


def _everyday(vm: e.VirtualMachine) -> dict[str, Any]:
    """Variety that hinders nothing, or only warns: snapshots, ISO images, machines that do not run."""
    iso = "iso:datastore-nfs-lib/iso/ubuntu-22.04.4-live-server-amd64.iso"
    match vm.name:
        case "app-03":
            return {
                "snapshots": (e.Snapshot(name="before patch 7", created="2026-05-04T20:15:00Z", size_bytes=9 * GIB),)
            }
        case "web-05":
            return {"devices": (e.VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing=iso),)}
        case "web-09":
            return {
                "devices": (e.VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing="client:", connected=False),)
            }
        case "sandbox-15":
            return {"power_state": "poweredOff", "tools_running": False, "guest_heartbeat": "gray"}
        case "sandbox-16":
            return {"power_state": "suspended", "tools_running": False, "guest_heartbeat": "gray"}
        case "cache-01":
            return {"memory_reservation_bytes": vm.memory_bytes // 2, "latency_sensitivity": "medium"}
        case _:
            return {}
