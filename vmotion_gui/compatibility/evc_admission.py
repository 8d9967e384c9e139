"""May a host join a cluster with EVC, and may a cluster's EVC mode be set? After the vSphere API on EVC admission.

Both answer with reasons, as the rules do: errors all of them, none if it may be done. Where the reference names several
faults for one trouble, the one of today's releases stands.
"""

from __future__ import annotations

from collections.abc import Iterator

from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.columns import version_of
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.entities import Cluster, Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message

_SINCE = {
    "intel-haswell": (6, 0, 0),
    "intel-broadwell": (6, 5, 0),
    "intel-skylake": (6, 7, 0),
    "intel-cascadelake": (7, 0, 0),
    "intel-icelake": (7, 0, 1),
    "intel-sapphirerapids": (8, 0, 1),
    "amd-zen": (6, 7, 0),
    "amd-zen2": (7, 0, 0),
    "amd-zen3": (7, 0, 2),
    "amd-zen4": (8, 0, 1),
}
"""Mode -> the first ESXi that knows it (about; VMware KB 1003212 lists them by vCenter Server)."""
FAULTS = {
    "evc.joinVendor": "EVCAdmissionFailedCPUVendor",
    "evc.joinModel": "EVCAdmissionFailedCPUModelForMode",
    "evc.joinFeatures": "EVCAdmissionFailedCPUFeaturesForMode",
    "evc.joinDisconnected": "EVCAdmissionFailedHostDisconnected",
    "evc.joinSoftware": "EVCAdmissionFailedHostSoftwareForMode",
    "evc.joinVms": "EVCAdmissionFailedVmActive",
    "evc.mixedVendors": "HeterogenousHostsBlockingEVC",
    "evc.modeVendor": "EVCModeIllegalByVendor",
    "evc.modeHosts": "EVCModeUnsupportedByHosts",
    "evc.modeSoftware": "EVCUnsupportedByHostSoftware",
    "evc.modeDisconnected": "DisconnectedHostsBlockingEVC",
    "evc.modeVms": "ActiveVMsBlockingEVC",
}
"""Reason -> the vSphere fault that it stands for."""


def joining(inventory: Inventory, host_id: str, cluster_id: str) -> tuple[Reason, ...]:
    """What stands against a host's joining a cluster, as far as EVC is concerned. KeyError for unknown ids."""
    host, cluster = inventory.hosts[host_id], inventory.clusters[cluster_id]
    return tuple(_joining(inventory, host, cluster)) if cluster.evc_mode_key else ()


def setting(inventory: Inventory, cluster_id: str, mode: str) -> tuple[Reason, ...]:
    """What stands against a cluster's EVC mode; "" switches EVC off, which is always allowed. KeyError as above."""
    cluster = inventory.clusters[cluster_id]
    return tuple(_setting(inventory, cluster, mode)) if mode else ()


def _joining(inventory: Inventory, host: Host, cluster: Cluster) -> Iterator[Reason]:
    mode = cluster.evc_mode_key
    args = {"host": host.name, "cluster": cluster.name, "mode": evc.name(mode)}
    if host.connection_state != "connected":
        yield _reason("evc.joinDisconnected", host.id, **args)
    if host.cpu_vendor != evc.vendor(mode):
        yield _reason("evc.joinVendor", host.id, **args)
        return
    if not evc.supports(host.max_evc_mode_key, mode):
        yield _reason("evc.joinModel", host.id, offered=evc.name(host.max_evc_mode_key), **args)
    elif lacking := _switched_off(host, mode):
        yield _reason("evc.joinFeatures", host.id, features=lacking, **args)
    if not _knows(host, mode):
        yield _reason("evc.joinSoftware", host.id, version=host.version, **args)
    if active := _above(inventory, [host], mode):
        yield _reason("evc.joinVms", *(vm.id for vm in active), vms=[vm.name for vm in active], **args)


def _setting(inventory: Inventory, cluster: Cluster, mode: str) -> Iterator[Reason]:
    hosts = [inventory.hosts[id_] for id_ in inventory.hosts_in(cluster.id)]
    args = {"cluster": cluster.name, "mode": evc.name(mode)}
    apart = [host for host in hosts if host.connection_state != "connected"]
    if apart:
        yield _about("evc.modeDisconnected", apart, **args)
    if len({host.cpu_vendor for host in hosts}) > 1:
        yield _about("evc.mixedVendors", hosts, **args)
        return
    if any(host.cpu_vendor != evc.vendor(mode) for host in hosts):
        yield _about("evc.modeVendor", hosts, **args)
        return
    older = [host for host in hosts if not evc.supports(host.max_evc_mode_key, mode) or _switched_off(host, mode)]
    if older:
        yield _about("evc.modeHosts", older, **args)
    unaware = [host for host in hosts if not _knows(host, mode)]
    if unaware:
        yield _about("evc.modeSoftware", unaware, **args)
    if active := _above(inventory, hosts, mode):
        yield _reason("evc.modeVms", *(vm.id for vm in active), vms=[vm.name for vm in active], **args)


def _switched_off(host: Host, mode: str) -> list[str]:
    """Features of the mode that the host's BIOS hides, in words."""
    lacking = {feature.removeprefix("-") for feature in host.cpu_features if feature.startswith("-")}
    return sorted(feature.removeprefix("cpuid.").upper() for feature in lacking & evc.features(mode))


def _knows(host: Host, mode: str) -> bool:
    return version_of(host.version) >= _SINCE.get(mode, (0, 0, 0))


def _above(inventory: Inventory, hosts: list[Host], mode: str) -> list[VirtualMachine]:
    """The running and suspended VMs that saw more features than the mode leaves them."""
    vms = (inventory.vms[id_] for host in hosts for id_ in inventory.vms_on(host.id))
    return [vm for vm in vms if vm.power_state != "poweredOff" and not evc.supports(mode, evc.needed(inventory, vm))]


def _about(rule: str, hosts: list[Host], **args: str) -> Reason:
    return _reason(rule, *(host.id for host in hosts), hosts=[host.name for host in hosts], **args)


def _reason(rule: str, *objects: str, **args: str | list[str]) -> Reason:
    return Reason(
        rule=rule,
        fault=FAULTS[rule],
        severity=Severity.ERROR,
        group="cpu",
        test_group="hostTests",
        text=Message(f"rule.{rule}.text", dict(args)),
        cure=Message(f"rule.{rule}.cure", dict(args)),
        objects=objects,
        simplified=rule in ("evc.joinSoftware", "evc.modeSoftware"),
        help=f"compatibility/evc#{rule}",
    )
