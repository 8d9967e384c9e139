"""One failing example for every check of EVC admission."""

from __future__ import annotations

from tests.compatibility.examples import TARGET, Edit, both, on_target, on_vm, put
from vmotion_gui.inventory.estate import Inventory

CLUSTER, MODE = "cluster-prod", "intel-skylake"


def every_vm(**fields: object) -> Edit:
    def edit(inventory: Inventory) -> Inventory:
        for id_ in inventory.vms:
            inventory = put(id_, **fields)(inventory)
        return inventory

    return edit


def old_guests(inventory: Inventory) -> Inventory:
    """All VMs saw no more than an old processor, so that none of them stands in the way."""
    edited = every_vm(min_required_evc_mode_key="intel-merom")(inventory)
    return put(CLUSTER, evc_mode_key=MODE)(edited)


JOIN: dict[str, Edit] = {
    "evc.joinVendor": on_target(cpu_vendor="amd", max_evc_mode_key="amd-zen3"),
    "evc.joinModel": on_target(max_evc_mode_key="intel-haswell"),
    "evc.joinFeatures": on_target(cpu_features=("-cpuid.aes",)),
    "evc.joinDisconnected": on_target(connection_state="disconnected"),
    "evc.joinSoftware": on_target(version="6.5.0"),
    "evc.joinVms": on_vm(host=TARGET, min_required_evc_mode_key="intel-icelake"),
}
SET: dict[str, Edit] = {
    "evc.mixedVendors": on_target(cpu_vendor="amd", max_evc_mode_key="amd-zen3"),
    "evc.modeVendor": lambda inventory: both(
        *(put(id_, cpu_vendor="amd", max_evc_mode_key="amd-zen3") for id_ in inventory.hosts_in(CLUSTER))
    )(inventory),
    "evc.modeHosts": on_target(max_evc_mode_key="intel-haswell"),
    "evc.modeSoftware": on_target(version="6.5.0"),
    "evc.modeDisconnected": on_target(connection_state="notResponding"),
    "evc.modeVms": on_vm(min_required_evc_mode_key="intel-icelake"),
}
