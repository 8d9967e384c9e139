"""Addresses that are addresses, gateways inside their subnets, adapters on switches that their host is a
member of.
"""

from __future__ import annotations

import functools
import ipaddress
import re
from collections.abc import Iterator

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.problems import Problem, found
from vmotion_gui.inventory.validation.material import Material, place_of
from vmotion_gui.messages import message

_MAC = re.compile(r"[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}")

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@functools.lru_cache(maxsize=65536)
def network(cidr: str) -> Network | None:
    """The network of a CIDR; None if it is none (host bits set count as none)."""
    try:
        return ipaddress.ip_network(cidr) if "/" in cidr else None
    except ValueError:
        return None


@functools.lru_cache(maxsize=65536)
def address(text: str) -> Address | None:
    """The address that a text is; None if it is none."""
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None


def addresses(material: Material) -> Iterator[Problem]:
    """CIDRs, IP and MAC addresses that are none, and addresses outside their subnet."""
    for index, subnet in material.entries(e.Subnet):
        yield from _subnet(place_of("subnets", index), subnet)
    subnets = material.by_id(e.Subnet)
    for index, host in material.entries(e.Host):
        for number, vmk in enumerate(host.vmk_adapters):
            place = f"{place_of('hosts', index)}.vmk_adapters[{number}]"
            subnet_of = subnets.get(vmk.subnet)
            yield from _inside(f"{place}.ip_address", vmk.ip_address, subnet_of)
            yield from _inside(f"{place}.gateway", vmk.gateway, subnet_of)
    for index, vm in material.entries(e.VirtualMachine):
        for number, nic in enumerate(vm.nics):
            yield from _nic(f"{place_of('vms', index)}.nics[{number}]", nic)


def _subnet(place: str, subnet: e.Subnet) -> Iterator[Problem]:
    if network(subnet.cidr) is None:
        yield Problem(f"{place}.cidr", message("inventory.problem.cidr", found=found(subnet.cidr)))
    yield from _inside(f"{place}.gateway", subnet.gateway, subnet)


def _inside(place: str, text: str, subnet: e.Subnet | None) -> Iterator[Problem]:
    if not text:
        return
    ip = address(text)
    if ip is None:
        yield Problem(place, message("inventory.problem.ipAddress", found=found(text)))
        return
    net = network(subnet.cidr) if subnet is not None else None
    if subnet is not None and net is not None and ip not in net:
        text_ = message("inventory.problem.outsideSubnet", found=text, subnet=subnet.id, allowed=subnet.cidr)
        yield Problem(place, text_)


def _nic(place: str, nic: e.VirtualNic) -> Iterator[Problem]:
    if nic.mac_address and not _MAC.fullmatch(nic.mac_address):
        yield Problem(f"{place}.mac_address", message("inventory.problem.macAddress", found=found(nic.mac_address)))
    if nic.ip_address and address(nic.ip_address) is None:
        yield Problem(f"{place}.ip_address", message("inventory.problem.ipAddress", found=found(nic.ip_address)))


def membership(material: Material) -> Iterator[Problem]:
    """Switches of the wrong number of hosts or another datacenter, and adapters on switches of
    other hosts.
    """
    hosts = material.by_id(e.Host)
    for index, switch in material.entries(e.Switch):
        yield from _switch(place_of("switches", index), switch, hosts)
    switches = material.by_id(e.Switch)
    portgroups = material.by_id(e.PortGroup)
    for index, host in material.entries(e.Host):
        place = place_of("hosts", index)
        for number, pnic in enumerate(host.pnics):
            yield from _member(f"{place}.pnics[{number}].switch", host, switches.get(pnic.switch))
        for number, vmk in enumerate(host.vmk_adapters):
            group = portgroups.get(vmk.portgroup)
            if group is not None:
                yield from _member(f"{place}.vmk_adapters[{number}].portgroup", host, switches.get(group.switch))


def _switch(place: str, switch: e.Switch, hosts: dict[str, e.Host]) -> Iterator[Problem]:
    if not switch.distributed and len(switch.hosts) != 1:
        yield Problem(f"{place}.hosts", message("inventory.problem.standardSwitchHosts", n=len(switch.hosts)))
    if switch.distributed and not switch.datacenter:
        yield Problem(f"{place}.datacenter", message("inventory.problem.switchWithoutDatacenter"))
    if not switch.distributed or not switch.datacenter:
        return
    for number, id_ in enumerate(switch.hosts):
        host = hosts.get(id_)
        if host is not None and host.datacenter != switch.datacenter:
            text = message(
                "inventory.problem.otherDatacenter",
                found=host.datacenter,
                group=switch.id,
                allowed=switch.datacenter,
            )
            yield Problem(f"{place}.hosts[{number}]", text)


def _member(place: str, host: e.Host, switch: e.Switch | None) -> Iterator[Problem]:
    if switch is not None and host.id not in switch.hosts:
        yield Problem(place, message("inventory.problem.notAMember", host=host.id, switch=switch.id))


_RESERVABLE = 0.75
"""Share of its slowest adapter that Network I/O Control lets people reserve on a switch."""


def allocations(material: Material) -> Iterator[Problem]:
    """Allocations where there is no Network I/O Control, or of more than there is."""
    hosts = material.by_id(e.Host)
    for index, switch in material.entries(e.Switch):
        place = f"{place_of('switches', index)}.allocations"
        if switch.allocations and not switch.distributed:
            yield Problem(place, message("inventory.problem.allocationOfStandardSwitch"))
            continue
        for number, allocation in enumerate(switch.allocations):
            limit = allocation.limit_bits_per_s
            if limit is not None and allocation.reservation_bits_per_s > limit:
                text = message(
                    "inventory.problem.reservedAboveLimit", found=allocation.reservation_bits_per_s, allowed=limit
                )
                yield Problem(f"{place}[{number}].reservation_bits_per_s", text)
        yield from _reservations(place, switch, hosts)


def _reservations(place: str, switch: e.Switch, hosts: dict[str, e.Host]) -> Iterator[Problem]:
    reserved = sum(allocation.reservation_bits_per_s for allocation in switch.allocations)
    if not reserved:
        return
    members = [host for id_ in switch.hosts if (host := hosts.get(id_)) is not None]
    speeds = [nic.speed_bits_per_s for host in members for nic in host.pnics if nic.switch == switch.id]
    allowed = _RESERVABLE * min((speed for speed in speeds if speed > 0), default=0)
    if allowed and reserved > allowed:
        yield Problem(place, message("inventory.problem.reservedTooMuch", found=reserved, allowed=allowed))


def link_ends(material: Material) -> Iterator[Problem]:
    """Links from a thing to itself, or from a site to a subnet."""
    sites, subnets = material.ids("sites"), material.ids("subnets")
    for index, link in material.entries(e.NetworkLink):
        place = f"{place_of('links', index)}.b"
        if link.a == link.b:
            yield Problem(place, message("inventory.problem.linkToItself", found=link.a))
        elif (link.a in sites and link.b in subnets) or (link.a in subnets and link.b in sites):
            yield Problem(place, message("inventory.problem.linkOfTwoKinds", a=link.a, b=link.b))
