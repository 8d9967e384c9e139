"""Failing examples of the rules about details: states, features, addresses, switches, mappings, editions."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

from tests.compatibility.examples import (
    BOTH,
    FT,
    GIB,
    SOURCE,
    STORAGE,
    TARGET,
    VM,
    Edit,
    Example,
    both,
    device,
    moved_away,
    on_disk,
    on_nic,
    on_source,
    on_store,
    on_target,
    on_vm,
    other_store,
    pnics_of,
    put,
    standard_networks,
    vmks_of,
)
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

W = Severity.WARNING


def switch_of_vm(**fields: Any) -> Edit:
    """The distributed switch of the VM's first adapter with other values."""

    def edit(inventory: Inventory) -> Inventory:
        group = inventory.portgroups[inventory.vms[VM].nics[0].portgroup]
        return put(group.switch, **fields)(inventory)

    return edit


def second_switch(*, subnet: str = "", **fields: Any) -> Edit:
    """The VM's network in the target's own datacenter is the one of the same name on another distributed switch."""

    def edit(inventory: Inventory) -> Inventory:
        away = moved_away()(inventory)
        group = away.portgroups[away.vms[VM].nics[0].portgroup]
        old = away.switches[group.switch]
        switch = msgspec.structs.replace(
            old, id="dvs-second", datacenter=away.hosts[TARGET].datacenter, hosts=(TARGET,), **fields
        )
        rest = msgspec.structs.replace(old, hosts=tuple(host for host in old.hosts if host != TARGET))
        return away.with_entities(
            [
                switch,
                rest,
                msgspec.structs.replace(group, id="dv-second", switch=switch.id, subnet=subnet or group.subnet),
            ]
        )

    return edit


def snapshot(**fields: Any) -> Edit:
    return on_vm(snapshots=(e.Snapshot(name="before the update", **fields),))


def older_processor() -> Edit:
    """The target without the cluster's EVC mode, and older than it."""
    return both(put("cluster-prod", evc_mode_key=""), on_target(max_evc_mode_key="intel-haswell"))


def reserved_adapter(bits_per_s: float) -> Edit:
    return on_nic(reservation_bits_per_s=bits_per_s)


def raw(mode: Any = "virtualMode", **fields: Any) -> Edit:
    return on_disk(rdm=e.RawDeviceMapping(lun="naa.1", compatibility_mode=mode), **fields)


def management_in(family_address: str) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        vmks = tuple(
            msgspec.structs.replace(vmk, ip_address=family_address) if "management" in vmk.services else vmk
            for vmk in inventory.hosts[TARGET].vmk_adapters
        )
        return on_target(vmk_adapters=vmks)(inventory)

    return edit


def other_vmotion_name(inventory: Inventory) -> Inventory:
    """The target's vMotion adapter in a port group of another name on the same switch."""
    vmk = next(v for v in inventory.hosts[TARGET].vmk_adapters if "vmotion" in v.services)
    group = msgspec.structs.replace(inventory.portgroups[vmk.portgroup], id="pg-new", name="vMotion new")
    return vmks_of(TARGET, portgroup=group.id)(inventory.with_entities([group]))


def with_macs(mine: str, theirs: str) -> Edit:
    """The VM and a VM of the other vCenter Server with these MAC addresses, the target over there."""

    def edit(inventory: Inventory) -> Inventory:
        there = next(vm for vm in inventory.vms.values() if inventory.hosts[vm.host].id == "host-21" and vm.nics)
        nic = msgspec.structs.replace(there.nics[0], mac_address=theirs)
        edited = put(there.id, nics=(nic,))(moved_away()(inventory))
        return on_nic(mac_address=mine)(edited)

    return edit


def pool(**fields: Any) -> Edit:
    return lambda inventory: inventory.with_entities(
        [e.ResourcePool(id="pool-small", name="Small", parent="cluster-prod", expandable_reservation=False, **fields)]
    )


def in_other_datacenter(datastore: Callable[[Inventory], str]) -> Edit:
    return on_store(datastore, datacenter="datacenter-dr")


EXAMPLES: dict[str, Example] = {
    "vm.state": Example(on_vm(), asked={"state": "poweredOff"}, silent=on_vm(power_state="poweredOff")),
    "vm.locked": Example(on_vm(locked_files=("web-01.vmdk",))),
    "vm.ftCluster": Example(
        both(on_vm(**FT), on_target(cluster="cluster-dev")), silent=both(on_vm(), on_target(cluster="cluster-dev"))
    ),
    "vm.ftDisk": Example(
        both(on_vm(**FT), on_target(version="5.5.0")),
        silent=both(on_vm(**FT), on_disk(thin=False), on_target(version="5.5.0")),
    ),
    "vm.ftCount": Example(
        both(on_vm(**FT), *(put(f"vm-web-{n:02d}", host=TARGET, **FT) for n in (2, 3, 4, 5))),
        W,
        silent=both(on_vm(**FT), *(put(f"vm-web-{n:02d}", host=TARGET, **FT) for n in (2, 3))),
    ),
    "cpu.vmEvc": Example(
        both(older_processor(), on_vm(power_state="poweredOff", evc_mode_key="intel-skylake")),
        W,
        silent=both(older_processor(), on_vm(power_state="poweredOff", evc_mode_key="intel-haswell")),
    ),
    "cpu.mask": Example(
        both(on_vm(cpu_feature_mask=("cpuid.avx512f",)), on_target(cpu_vendor="amd", max_evc_mode_key="amd-zen3")),
        silent=on_vm(cpu_feature_mask=("cpuid.avx512f",)),
    ),
    "cpu.maskKept": Example(
        both(
            put("cluster-prod", evc_mode_key=""),
            on_vm(cpu_feature_mask=("cpuid.avx512f",), min_required_evc_mode_key="intel-haswell"),
            on_source(max_evc_mode_key="intel-haswell", cpu_features=()),
        ),
        W,
        silent=on_vm(cpu_feature_mask=("cpuid.avx512f",)),
    ),
    "cpu.most": Example(
        both(on_vm(cpus=66), on_target(version="5.5.0")), silent=both(on_vm(cpus=64), on_target(version="5.5.0"))
    ),
    "cpu.licence": Example(
        both(on_vm(cpus=10), on_target(licence_max_cpus=8)), silent=both(on_vm(cpus=8), on_target(licence_max_cpus=8))
    ),
    "dev.video": Example(
        both(on_vm(video_ram_bytes=GIB), on_target(max_video_ram_bytes=GIB // 4)),
        silent=on_target(max_video_ram_bytes=GIB // 4),
    ),
    "vm.snapshotRevert": Example(
        both(older_processor(), snapshot(state="poweredOn"), on_vm(min_required_evc_mode_key="intel-skylake")),
        W,
        silent=both(older_processor(), snapshot()),
    ),
    "cap.perCpu": Example(on_vm(cpu_reservation_mhz=10_000), silent=on_vm(cpu_reservation_mhz=2_000)),
    "vm.latency": Example(
        on_vm(latency_sensitivity="high", memory_bytes=600 * GIB), silent=on_vm(latency_sensitivity="high")
    ),
    "cap.poolCpu": Example(
        both(pool(), on_vm(cpu_reservation_mhz=500)),
        asked={"resource_pool": "pool-small"},
        silent=both(pool(cpu_reservation_mhz=500), on_vm(cpu_reservation_mhz=500)),
    ),
    "lic.vms": Example(on_target(licence_max_vms=1), silent=on_target(licence_max_vms=100)),
    "vmotion.names": Example(other_vmotion_name, W),
    "vmotion.protocol": Example(on_target(version="6.5.0"), silent=on_target(version="6.7.0")),
    "vmotion.ipFamily": Example(management_in("fd00::12"), silent=management_in("10.10.10.99")),
    "net.dvsVersion": Example(second_switch(version="7.0.3"), silent=second_switch()),
    "net.type": Example(
        lambda inventory: back_on_distributed(standard_networks()(inventory)),
        asked={"networks": {"Network adapter 1": f"group-{SOURCE}"}},
        silent=standard_networks(),
    ),
    "net.unusable": Example(switch_of_vm(under_maintenance=True), silent=switch_of_vm(under_maintenance=False)),
    "net.reservation": Example(
        both(reserved_adapter(1e9), switch_of_vm(io_control=False)), silent=reserved_adapter(1e9)
    ),
    "net.capacity": Example(
        both(reserved_adapter(5e9), pnics_of(TARGET, speed_bits_per_s=1_000_000_000)), silent=reserved_adapter(5e9)
    ),
    "net.conflict": Example(on_nic(conflict_port=True)),
    "net.card": Example(
        both(on_nic(type="vlance"), on_target(unsupported_devices=("vlance",))), silent=on_nic(type="vlance")
    ),
    "net.wol": Example(
        both(on_nic(wake_on_lan_enabled=True), on_target(wake_on_lan_supported=False)),
        W,
        silent=on_target(wake_on_lan_supported=False),
    ),
    "net.mac": Example(
        with_macs("00:50:56:AA:00:01", "00:50:56:aa:00:01"), silent=with_macs("00:50:56:aa:00:01", "00:50:56:aa:00:02")
    ),
    "net.macBlocked": Example(
        both(moved_away(blocked_mac_addresses=("00:50:56:aa:00:01",)), on_nic(mac_address="00:50:56:AA:00:01")),
        Severity.INFO,
        silent=both(moved_away(blocked_mac_addresses=("00:50:56:aa:00:01",)), on_nic(mac_address="00:50:56:aa:00:02")),
    ),
    "net.macKept": Example(moved_away(), Severity.INFO),
    "net.address": Example(second_switch(subnet="subnet-server-dr"), W, silent=second_switch()),
    "disk.undoable": Example(on_disk(mode="undoable")),
    "rdm.datastore": Example(
        both(raw(), on_store(other_store, type="NFS")),
        move=BOTH,
        silent=both(raw(), on_store(other_store, type="VMFS")),
    ),
    "rdm.large": Example(
        both(raw(capacity_bytes=3 * 1024 * GIB), on_source(version="5.1.0")),
        move=STORAGE,
        silent=both(raw(), on_source(version="5.1.0")),
    ),
    "ds.datacenter": Example(in_other_datacenter(other_store), move=BOTH),
    "swap.local": Example(
        both(on_vm(swap_placement="hostLocal"), on_target(unshared_swap_vmotion_supported=False)),
        silent=on_target(unshared_swap_vmotion_supported=False),
    ),
    "vm.snapshotFolder": Example(on_vm(snapshot_directory="snapshots"), W, STORAGE),
    "dev.unsupported": Example(
        both(device("tpm"), on_target(unsupported_devices=("tpm",))), silent=both(device("tpm"))
    ),
    "xvc.advanced": Example(
        moved_away(version="6.0.0", sso_domain="other.local"),
        silent=moved_away(version="7.0.3", sso_domain="other.local"),
    ),
    "xvc.hosts": Example(
        both(moved_away(), on_target(version="5.5.0")), silent=both(moved_away(), on_target(version="6.0.0"))
    ),
    "xvc.edition": Example(moved_away(edition="foundation"), silent=moved_away()),
}


def back_on_distributed(inventory: Inventory) -> Inventory:
    """The VM back on its distributed network, beside the standard ones."""
    before = next(group.id for group in inventory.portgroups.values() if group.name == "dv-Web")
    return on_nic(portgroup=before)(inventory)
