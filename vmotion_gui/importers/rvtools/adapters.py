"""Physical and VMkernel adapters, and which of the latter probably carry vMotion."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import msgspec

from vmotion_gui.importers.rvtools.draft import Draft, HostDraft
from vmotion_gui.importers.rvtools.hosts import HostBook
from vmotion_gui.importers.rvtools.networks import Networks
from vmotion_gui.importers.rvtools.places import Places
from vmotion_gui.importers.rvtools.subnets import Subnets, address
from vmotion_gui.inventory import entities as e

_SERVICES: tuple[tuple[re.Pattern[str], e.VmkService], ...] = (
    (re.compile(r"v[-_ ]?motion", re.I), "vmotion"),
    (re.compile(r"v[-_ ]?san", re.I), "vsan"),
    (re.compile(r"fault[-_ ]?tol|\bft\b|[-_ ]ft\b", re.I), "faultToleranceLogging"),
    (re.compile(r"provision", re.I), "vSphereProvisioning"),
    (re.compile(r"replication", re.I), "vSphereReplication"),
    (re.compile(r"management|\bmgmt\b|mgmt[-_ ]", re.I), "management"),
)
_ASSUMED_SPEED_BITS_PER_S = 10_000_000_000
_ASSUMED_GROUP = "vMotion (assumed)"


def read_adapters(draft: Draft, places: Places, book: HostBook, networks: Networks, subnets: Subnets) -> None:
    """Take in vNIC and vSC_VMK."""
    if (sheet := draft.sheets.get("vNIC")) is not None:
        columns: tuple[list[Any], ...] = (
            sheet.texts("Network Device"),
            sheet.counts("Speed"),
            sheet.texts("Duplex"),
            sheet.texts("Switch"),
        )
        for host, device, speed, duplex, switch in zip(book.lookup(sheet, places), *columns, strict=True):
            if host is not None and device and all(nic.device != device for nic in host.pnics):
                mbit = speed if sheet.has("Speed") else _ASSUMED_SPEED_BITS_PER_S // 1_000_000
                host.pnics.append(
                    e.PhysicalNic(
                        device=device,
                        speed_bits_per_s=(mbit or 0) * 1_000_000,
                        full_duplex=duplex.casefold() not in ("false", "half", "0"),
                        switch=host.switches.get(switch, ""),
                    )
                )
    _read_vmks(draft, places, book, networks, subnets)


def _read_vmks(draft: Draft, places: Places, book: HostBook, networks: Networks, subnets: Subnets) -> None:
    if (sheet := draft.sheets.get("vSC_VMK")) is None:
        return
    columns: tuple[list[Any], ...] = (
        book.lookup(sheet, places),
        sheet.texts("Device"),
        sheet.texts("Port Group"),
        sheet.texts("IP Address"),
        sheet.texts("Subnet mask"),
        sheet.texts("Gateway"),
        sheet.counts("MTU"),
    )
    for index, (host, device, group, ip, mask, gateway, mtu) in enumerate(zip(*columns, strict=True)):
        if host is None or not device or any(vmk.device == device for vmk in host.vmks):
            continue
        portgroup = networks.of(host, group)
        if group and not portgroup:
            portgroup = networks.assume_portgroup(host, group)
            draft.notes.assume("portgroup", f"{group} – {host.name}", sheet="vPort", column="Port Group")
        if ip and not address(ip):
            sheet.bad(index, "IP Address", ip)
        subnet = ""
        if address(ip):
            subnet = subnets.of(ip, mask, networks.vlan(portgroup), gateway) if mask else ""
            if not subnet:
                subnet = subnets.of(ip, "24", networks.vlan(portgroup))
                draft.notes.guess("subnetMask", f"{host.name} {device}", sheet="vSC_VMK", column="Subnet mask")
        host.vmks.append(
            e.VmKernelAdapter(
                device=device,
                portgroup=portgroup,
                ip_address=address(ip),
                subnet=subnet,
                mtu=min(max(mtu or 1500, 1280), 9216),
            )
        )


def settle_adapters(draft: Draft, networks: Networks, subnets: Subnets) -> None:
    """Guess services, and give each host the vMotion adapter and uplinks that it lacks."""
    for host in draft.hosts:
        host.vmks = [_with_service(networks, vmk) for vmk in host.vmks]
    assumed = _AssumedSubnets(subnets)
    for hosts in draft.in_cluster().values():
        _settle_group(draft, hosts, networks, assumed)
    for host in draft.hosts:
        _settle_uplinks(draft, host, networks)


def _with_service(networks: Networks, vmk: e.VmKernelAdapter) -> e.VmKernelAdapter:
    name = networks.name(vmk.portgroup)
    services = tuple(service for pattern, service in _SERVICES if pattern.search(name))
    if not services and vmk.device == "vmk0":
        services = ("management",)
    return msgspec.structs.replace(vmk, services=services, services_origin="guessed")


class _AssumedSubnets:
    """One made-up vMotion subnet for each datacenter that needs one."""

    def __init__(self, subnets: Subnets) -> None:
        self._subnets = subnets
        self._of: dict[str, str] = {}

    def of(self, datacenter: str) -> str:
        """The id of a datacenter's subnet."""
        if datacenter not in self._of:
            self._of[datacenter] = self._subnets.assumed(_ASSUMED_GROUP)
        return self._of[datacenter]


def _settle_group(draft: Draft, hosts: list[HostDraft], networks: Networks, assumed: _AssumedSubnets) -> None:
    """One cluster's hosts, or one that stands alone: by name, else by the subnet common to all, else assumed."""
    for host in hosts:
        if _carries(host):
            draft.notes.guess("vmotionByName", host.name, sheet="vSC_VMK", column="Port Group")
    with_adapters = [host for host in hosts if host.vmks]
    lacking = [host for host in with_adapters if not _carries(host)]
    if lacking:
        subnet = _common_subnet(with_adapters)
        for host in lacking:
            _enable(draft, host, subnet)
    without = [host for host in hosts if not host.vmks]
    if not without:
        return
    used = Counter(vmk.subnet for host in hosts for vmk in host.vmks if "vmotion" in vmk.services and vmk.subnet)
    subnet = max(used, key=lambda id_: used[id_]) if used else assumed.of(hosts[0].datacenter)
    for host in without:
        portgroup = networks.assume_portgroup(host, _ASSUMED_GROUP)
        host.vmks.append(
            e.VmKernelAdapter(
                device="vmk0", portgroup=portgroup, subnet=subnet, services=("vmotion",), services_origin="guessed"
            )
        )
        if not host.made:
            host.assumed.append("vmk_adapters")
        draft.notes.assume("vmotionAdapter", host.name, sheet="vSC_VMK", column="Device")


def _carries(host: HostDraft) -> bool:
    return any("vmotion" in vmk.services for vmk in host.vmks)


def _common_subnet(hosts: list[HostDraft]) -> str:
    """The subnet in which all hosts have an adapter, rather one without management; "" if there is none."""
    common = set.intersection(*({vmk.subnet for vmk in host.vmks if vmk.subnet} for host in hosts))
    candidates = [vmk for vmk in hosts[0].vmks if vmk.subnet in common]
    candidates.sort(key=lambda vmk: (len(vmk.services), -vmk.mtu, vmk.device))
    return candidates[0].subnet if candidates else ""


def _enable(draft: Draft, host: HostDraft, subnet: str) -> None:
    """Take the adapter in the common subnet for vMotion, else the first that has no other service."""
    in_subnet = [index for index, vmk in enumerate(host.vmks) if subnet and vmk.subnet == subnet]
    free = [index for index, vmk in enumerate(host.vmks) if not vmk.services]
    chosen = (in_subnet or free or [0])[0]
    vmk = host.vmks[chosen]
    host.vmks[chosen] = msgspec.structs.replace(vmk, services=(*vmk.services, "vmotion"))
    kind = "vmotionBySubnet" if in_subnet else "vmotionFirstAdapter"
    draft.notes.guess(kind, host.name, sheet="vSC_VMK", column="IP Address")


def _settle_uplinks(draft: Draft, host: HostDraft, networks: Networks) -> None:
    if not host.pnics:
        switches = [networks.switch_of(vmk.portgroup) for vmk in host.vmks if "vmotion" in vmk.services]
        switches = [switch for switch in switches if switch] or list(host.switches.values())[:1] or [""]
        for number in range(2):
            host.pnics.append(
                e.PhysicalNic(device=f"vmnic{number}", speed_bits_per_s=_ASSUMED_SPEED_BITS_PER_S, switch=switches[0])
            )
        if not host.made:
            host.assumed.append("pnics")
        draft.notes.assume("uplinks", host.name, sheet="vNIC", column="Speed")
