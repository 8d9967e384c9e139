"""One failing example for every rule, each one change away from a healthy estate in which the rule is silent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import msgspec

from vmotion_gui import resources
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory

VM, SOURCE, TARGET = "vm-web-01", "host-1", "host-2"
GIB = 1024**3

Edit = Callable[[Inventory], Inventory]


def healthy() -> Inventory:
    """The demo lab; its VM `VM` can go from `SOURCE` to `TARGET` without a word."""
    return load(resources.path("labs/demo.json")).inventory


def put(id_: str, **fields: Any) -> Edit:
    """An entity with other values in some fields."""

    def edit(inventory: Inventory) -> Inventory:
        entity = inventory.get(id_)
        assert entity is not None
        return inventory.with_entities([msgspec.structs.replace(entity, **fields)])

    return edit


def both(*edits: Edit) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        for each in edits:
            inventory = each(inventory)
        return inventory

    return edit


def on_vm(**fields: Any) -> Edit:
    return put(VM, **fields)


def on_target(**fields: Any) -> Edit:
    return put(TARGET, **fields)


def on_source(**fields: Any) -> Edit:
    return put(SOURCE, **fields)


def on_disk(**fields: Any) -> Edit:
    """The VM's first disk with other values."""

    def edit(inventory: Inventory) -> Inventory:
        first, *rest = inventory.vms[VM].disks
        return on_vm(disks=(msgspec.structs.replace(first, **fields), *rest))(inventory)

    return edit


def on_nic(**fields: Any) -> Edit:
    """The VM's first network adapter with other values."""

    def edit(inventory: Inventory) -> Inventory:
        first, *rest = inventory.vms[VM].nics
        return on_vm(nics=(msgspec.structs.replace(first, **fields), *rest))(inventory)

    return edit


def device(kind: Any, backing: str = "", *, connected: bool = True) -> Edit:
    return on_vm(devices=(e.VirtualDevice(kind=kind, label="The device", backing=backing, connected=connected),))


def rule(kind: type[e.VmAffinityRule] | type[e.VmAntiAffinityRule] | type[e.VmHostRule], **fields: Any) -> Edit:
    return put("cluster-prod", rules=(kind(name="The rule", **fields),))


def without_vmotion(host: str) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        vmks = tuple(
            msgspec.structs.replace(vmk, services=tuple(s for s in vmk.services if s != "vmotion"))
            for vmk in inventory.hosts[host].vmk_adapters
        )
        return put(host, vmk_adapters=vmks)(inventory)

    return edit


def vmks_of(host: str, **fields: Any) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        vmks = tuple(
            msgspec.structs.replace(vmk, **fields) if "vmotion" in vmk.services else vmk
            for vmk in inventory.hosts[host].vmk_adapters
        )
        return put(host, vmk_adapters=vmks)(inventory)

    return edit


def pnics_of(host: str, **fields: Any) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        return put(host, pnics=tuple(msgspec.structs.replace(p, **fields) for p in inventory.hosts[host].pnics))(
            inventory
        )

    return edit


def unmounted(host: str, datastore: Callable[[Inventory], str]) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        lost = datastore(inventory)
        kept = tuple(m for m in inventory.hosts[host].mounts if m.datastore != lost)
        return put(host, mounts=kept)(inventory)

    return edit


def home(inventory: Inventory) -> str:
    return inventory.vms[VM].home_datastore


def first_disks_store(inventory: Inventory) -> str:
    return inventory.vms[VM].disks[0].datastore


def other_store(inventory: Inventory) -> str:
    """A shared datastore that the VM is not on and that both hosts write to."""
    mounted = [{m.datastore for m in inventory.hosts[h].mounts} for h in (SOURCE, TARGET)]
    return sorted((mounted[0] & mounted[1]) - {home(inventory)})[0]


def read_only(host: str, datastore: Callable[[Inventory], str]) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        which = datastore(inventory)
        mounts = tuple(
            msgspec.structs.replace(m, access_mode="readOnly") if m.datastore == which else m
            for m in inventory.hosts[host].mounts
        )
        return put(host, mounts=mounts)(inventory)

    return edit


def on_store(datastore: Callable[[Inventory], str], **fields: Any) -> Edit:
    return lambda inventory: put(datastore(inventory), **fields)(inventory)


def standard_networks(
    *, there: Mapping[str, Any] | None = None, uplink: bool = True, ports: int = 64, absent: bool = False
) -> Edit:
    """The VM on a standard port group "LAN" that both hosts have; `there`: how the target's differs."""

    def edit(inventory: Inventory) -> Inventory:
        put_: list[e.Entity] = []
        for host in (SOURCE, TARGET):
            switch, group = f"switch-{host}", f"group-{host}"
            put_.append(e.Switch(id=switch, name="vSwitch9", hosts=(host,), ports=ports))
            own = dict(there or {}) if host == TARGET else {}
            name = "Other LAN" if absent and host == TARGET else "LAN"
            put_.append(e.PortGroup(id=group, name=name, switch=switch, **own))
            pnics = inventory.hosts[host].pnics
            if uplink:
                pnics = (*pnics, e.PhysicalNic(device="vmnic9", switch=switch))
            put_.append(msgspec.structs.replace(inventory.hosts[host], pnics=pnics))
        nic = e.VirtualNic(portgroup=f"group-{SOURCE}")
        put_.append(msgspec.structs.replace(inventory.vms[VM], nics=(nic,)))
        return inventory.with_entities(put_)

    return edit


def moved_away(**fields: Any) -> Edit:
    """The target in the other vCenter Server's datacenter; `fields` of that vCenter Server."""

    def edit(inventory: Inventory) -> Inventory:
        datacenter = inventory.hosts["host-21"].datacenter
        edited = on_target(datacenter=datacenter, cluster="")(inventory)
        vcenter = inventory.datacenters[datacenter].vcenter
        return put(vcenter, **fields)(edited) if fields else edited

    return edit


def link_between_sites(**fields: Any) -> Edit:
    """The target's vMotion adapter in the other site's vMotion subnet, and the WAN link with other values."""

    def edit(inventory: Inventory) -> Inventory:
        there = next(v for v in inventory.hosts["host-21"].vmk_adapters if "vmotion" in v.services)
        edited = vmks_of(TARGET, subnet=there.subnet, net_stack=there.net_stack, gateway=there.gateway)(inventory)
        (link,) = inventory.links
        return put(link, **fields)(edited)

    return edit


STORAGE = "storage"
BOTH = "both"


class Example(msgspec.Struct, frozen=True):
    """An edit that makes the rule speak, with the severity that is due; `move`: "", STORAGE or BOTH.

    `asked`: further fields of the spec, `busy`: tasks that run on VMs. `silent`: an edit that comes near, and in which
    the rule has nothing to say; without one the healthy estate is that.
    """

    edit: Edit
    severity: Severity = Severity.ERROR
    move: str = ""
    target: str = TARGET
    asked: Mapping[str, Any] = {}
    busy: Mapping[str, str] = {}
    silent: Edit | None = None


def spec_of(example: Example, inventory: Inventory) -> MigrationSpec:
    host = "" if example.move == STORAGE else example.target
    parts = {"vm": VM, "host": host, "datastore": other_store(inventory) if example.move else ""}
    return MigrationSpec(**{**parts, **example.asked})


W = Severity.WARNING
FT = {"fault_tolerance": "running"}
EXAMPLES: dict[str, Example] = {
    "vm.connection": Example(on_vm(connection_state="orphaned")),
    "vm.notReady": Example(on_vm(powering_on=True)),
    "vm.question": Example(on_vm(question="Was it moved or copied?")),
    "vm.toolsInstaller": Example(on_vm(tools_installer_mounted=True)),
    "vm.disabled": Example(on_vm(disabled_methods=("RelocateVM_Task",))),
    "vm.tools": Example(on_vm(guest_heartbeat="red"), W),
    "vm.ftStorage": Example(on_vm(**FT), move=STORAGE),
    "vm.ftPair": Example(on_vm(**FT, fault_tolerance_secondary_host=TARGET)),
    "vm.ftBuild": Example(both(on_vm(**FT), on_target(build="other"))),
    "host.source": Example(on_source(connection_state="notResponding")),
    "host.same": Example(lambda inventory: inventory, target=SOURCE),
    "host.disconnected": Example(on_target(connection_state="disconnected")),
    "host.unreachable": Example(on_target(connection_state="notResponding")),
    "host.power": Example(on_target(power_state="standBy")),
    "host.maintenance": Example(on_target(maintenance_state="entering")),
    "host.fileMove": Example(on_source(maintenance_state="inMaintenance"), move=BOTH),
    "host.failover": Example(put("cluster-prod", das=e.DasConfig(failover_hosts=(TARGET,)))),
    "host.agents": Example(on_target(agent_vms_deployed=False)),
    "host.full": Example(on_target(max_vms=1)),
    "host.quarantine": Example(on_target(in_quarantine_mode=True), W),
    "host.component": Example(on_target(component_failed=True), W),
    "ha.error": Example(on_target(das_state="error"), W),
    "cpu.vendor": Example(on_target(cpu_vendor="amd", max_evc_mode_key="amd-zen3")),
    "cpu.evc": Example(both(put("cluster-prod", evc_mode_key=""), on_target(max_evc_mode_key="intel-haswell"))),
    "cpu.features": Example(on_vm(required_cpu_features=("cpuid.newthing",))),
    "cpu.counters": Example(both(on_vm(vpmc_enabled=True), on_target(cpu_model="Another model"))),
    "cpu.affinity": Example(on_vm(cpu_affinity=(0, 1))),
    "cpu.count": Example(on_vm(cpus=512)),
    "host.vmhw": Example(on_target(version="6.0.0")),
    "host.guest": Example(both(on_vm(guest_id="odd"), on_target(unsupported_guest_ids=("odd",)))),
    "memory.size": Example(on_target(memory_bytes=GIB)),
    "cpu.3d": Example(on_vm(video_3d_renderer="hardware")),
    "cap.memory": Example(on_vm(memory_bytes=500 * GIB, memory_reservation_bytes=500 * GIB)),
    "cap.cpu": Example(on_vm(cpu_reservation_mhz=10_000_000)),
    "cap.load": Example(on_vm(memory_bytes=480 * GIB), W),
    "cap.pool": Example(
        both(
            lambda inventory: inventory.with_entities(
                [e.ResourcePool(id="pool-small", name="Small", parent="cluster-prod", expandable_reservation=False)]
            ),
            on_vm(memory_reservation_bytes=GIB),
        ),
        asked={"resource_pool": "pool-small"},
        silent=lambda inventory: inventory.with_entities(
            [e.ResourcePool(id="pool-small", name="Small", parent="cluster-prod", memory_reservation_bytes=2 * GIB)]
        ),
    ),
    "ha.capacity": Example(
        both(
            put("cluster-dev", das=e.DasConfig(failover_level=9)),
            on_target(cluster="cluster-dev"),
            on_vm(memory_reservation_bytes=GIB),
        )
    ),
    "vmotion.source": Example(without_vmotion(SOURCE)),
    "vmotion.target": Example(without_vmotion(TARGET)),
    "vmotion.sourceLinkdown": Example(pnics_of(SOURCE, speed_bits_per_s=0)),
    "vmotion.linkdown": Example(pnics_of(TARGET, speed_bits_per_s=0)),
    "vmotion.slow": Example(pnics_of(TARGET, speed_bits_per_s=100_000_000), W),
    "vmotion.licence": Example(on_target(licence_features=())),
    "vmotion.unsupported": Example(on_target(vmotion_supported=False)),
    "vmotion.subnet": Example(
        both(
            lambda inventory: inventory.with_entities(
                [e.Subnet(id="subnet-island", name="Island", cidr="10.99.0.0/24")]
            ),
            vmks_of(TARGET, subnet="subnet-island", gateway=""),
        )
    ),
    "vmotion.rtt": Example(link_between_sites(rtt_s=0.3), W),
    "vmotion.longDistance": Example(both(link_between_sites(rtt_s=0.05), on_target(licence_features=("vmotion",)))),
    "vmotion.mtu": Example(vmks_of(TARGET, mtu=1400), W),
    "vmotion.encryption": Example(
        both(on_vm(migrate_encryption="required"), on_target(encrypted_vmotion_supported=False))
    ),
    "vmotion.withStorage": Example(on_target(vmotion_with_storage_vmotion_supported=False), move=BOTH),
    "svmotion.unsupported": Example(on_source(storage_vmotion_supported=False), move=STORAGE),
    "svmotion.licence": Example(on_source(licence_features=("vmotion",)), move=STORAGE),
    "net.missing": Example(standard_networks(absent=True)),
    "net.dvport": Example(
        lambda inventory: put(inventory.portgroups[inventory.vms[VM].nics[0].portgroup].switch, hosts=(SOURCE,))(
            inventory
        )
    ),
    "net.intranet": Example(standard_networks(uplink=False)),
    "net.notsame": Example(both(standard_networks(), moved_away()), W),
    "net.vlan": Example(standard_networks(there={"vlan": 7}), W),
    "net.policies": Example(standard_networks(there={"promiscuous_mode": True})),
    "net.full": Example(standard_networks(ports=0)),
    "ds.config": Example(unmounted(TARGET, home)),
    "ds.disk": Example(
        both(
            lambda inventory: on_vm(config_datastore=other_store(inventory))(inventory),
            unmounted(TARGET, first_disks_store),
        )
    ),
    "ds.readonly": Example(read_only(TARGET, home)),
    "ds.inaccessible": Example(on_store(home, accessible=False)),
    "ds.maintenance": Example(on_store(other_store, maintenance_mode="inMaintenance"), move=STORAGE),
    "ds.space": Example(on_store(other_store, free_bytes=0), move=STORAGE),
    "disk.mode": Example(on_disk(mode="nonpersistent"), move=STORAGE),
    "disk.sharedBus": Example(on_disk(bus_sharing="physicalSharing")),
    "disk.multiWriter": Example(on_disk(sharing="sharingMultiWriter"), move=STORAGE),
    "disk.delta": Example(on_vm(linked_clone=True), move=STORAGE),
    "disk.count": Example(
        both(
            on_source(max_disks_storage_vmotion=1),
            lambda inventory: on_vm(
                disks=(
                    inventory.vms[VM].disks[0],
                    msgspec.structs.replace(inventory.vms[VM].disks[0], label="Hard disk 2", path="web-01/two.vmdk"),
                )
            )(inventory),
        ),
        move=STORAGE,
    ),
    "rdm.conversion": Example(
        on_disk(rdm=e.RawDeviceMapping(lun="naa.1", compatibility_mode="physicalMode")), move=STORAGE
    ),
    "rdm.lun": Example(on_disk(rdm=e.RawDeviceMapping(lun="naa.nowhere"))),
    "rdm.unsupported": Example(
        both(on_disk(rdm=e.RawDeviceMapping(lun="naa.1")), on_target(raw_device_mappings_supported=False))
    ),
    "vm.snapshot": Example(on_vm(snapshots=(e.Snapshot(name="before the update"),)), W, STORAGE),
    "dev.cd": Example(device("cdrom", "host:/dev/cdrom")),
    "dev.image": Example(
        both(
            lambda inventory: inventory.with_entities(
                [e.Datastore(id="ds-iso", name="ISO", datacenter="datacenter-prod", capacity_bytes=GIB, free_bytes=0)]
            ),
            device("cdrom", "iso:ds-iso/install.iso"),
        )
    ),
    "dev.client": Example(device("cdrom", "client:")),
    "dev.filePort": Example(device("serial", "file:log.txt")),
    "dev.usb": Example(both(device("usb", "dongle"), on_target(usb_remote_backing=False))),
    "dev.passthrough": Example(device("pciPassthrough", "0000:3b:00.0")),
    "dev.sriov": Example(on_nic(type="sriov")),
    "dev.vgpuOff": Example(device("vgpu", "grid_t4-8q")),
    "dev.vgpu": Example(device("vgpu", "grid_t4-8q")),
    "vm.encrypted": Example(on_vm(encrypted=True, key_provider="kp-of-nobody")),
    "rule.vmhost": Example(rule(e.VmHostRule, vms=(VM,), hosts=(SOURCE,), mandatory=True)),
    "rule.vmhostShould": Example(rule(e.VmHostRule, vms=(VM,), hosts=(SOURCE,)), W),
    "rule.separate": Example(rule(e.VmAntiAffinityRule, vms=(VM, "vm-web-02")), W),
    "rule.together": Example(rule(e.VmAffinityRule, vms=(VM, "vm-web-05")), W),
    "drs.pinned": Example(on_vm(drs_behavior="disabled"), Severity.INFO),
    "xvc.version": Example(moved_away(version="5.5.0")),
    "xvc.licence": Example(both(moved_away(), on_target(licence_features=("vmotion", "longdistance")))),
    "xvc.encrypted": Example(both(moved_away(version="7.0.3"), on_vm(encrypted=True, key_provider=""))),
    "xvc.sso": Example(
        both(put("vcenter-hq", version="6.7.0"), moved_away(version="6.7.0", sso_domain="other.local")),
        silent=both(put("vcenter-hq", version="7.0.3"), moved_away(version="6.7.0", sso_domain="other.local")),
    ),
    "vm.busy": Example(on_vm(), busy={VM: "Relocate virtual machine"}),
    "ds.same": Example(on_vm(), asked={"host": "", "datastore": "datastore-vmfs-01"}),
    "ds.target": Example(on_vm(), asked={"datastore": "datastore-dr-01"}),
    "ha.protect": Example(on_vm(), W, asked={"host": "", "datastore": "datastore-local-1"}),
    "vmotion.otherNetwork": Example(
        on_target(vmotion_across_network_supported=False),
        asked={"networks": {"Network adapter 1": "dv-web-hq"}},
        silent=on_vm(),
    ),
}
