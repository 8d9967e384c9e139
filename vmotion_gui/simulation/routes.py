"""Which way a copy goes: adapters at both ends, links between them, and what one flow can get there at most."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import NamedTuple

import msgspec

from vmotion_gui.inventory.entities import Host, PhysicalNic, VmKernelAdapter, VmkService
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.graph import Hop, network_path, round_trip_s
from vmotion_gui.inventory.traffic import TrafficClass
from vmotion_gui.simulation.capacities import KIND_SEPARATOR
from vmotion_gui.simulation.encryption import stream_bytes_per_s
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.sharing import Demand, Direction, LinkKey, Use
from vmotion_gui.simulation.traffic import kind_limit_bytes_per_s, relative_shares
from vmotion_gui.simulation.versions import version_of

_KINDS: dict[VmkService, TrafficClass] = {"vmotion": "vmotion", "vSphereReplication": "hbr"}
"""What Network I/O Control counts a VMkernel service's traffic as; provisioning as management (assumed)."""
_ENDS: tuple[Direction, Direction] = ("tx", "rx")
_ETHERNET_BYTES = 38
"""Preamble, header, checksum and gap of a frame."""
_HEADERS_BYTES = 40
_TIMESTAMPS_BYTES = 12


class Route(msgspec.Struct, frozen=True, kw_only=True):
    """A way from host to host for one kind of traffic."""

    parts: tuple[Demand, ...]
    """One for each pair of adapters that work together; caps are what their streams can push, bytes/s."""
    links: tuple[str, ...] = ()
    """Ids of the network links on the way, in order."""
    subnets: tuple[str, ...] = ()
    rtt_s: float = 0.0
    loss: float = 0.0
    mtu: int = 1500


def goodput_factor(mtu: int) -> float:
    """Payload over bytes on the wire with TCP timestamps: 1448/1538 at MTU 1500, 8948/9038 at 9000."""
    return (mtu - _HEADERS_BYTES - _TIMESTAMPS_BYTES) / (mtu + _ETHERNET_BYTES)


def mathis_bytes_per_s(mss_bytes: float, rtt_s: float, loss: float, constant: float = 1.0) -> float:
    """What one Reno stream gets under loss (Mathis, Semke, Mahdavi, Ott, CCR 1997); infinite without loss or
    delay.
    """
    return math.inf if loss <= 0.0 or rtt_s <= 0.0 else constant * mss_bytes / (rtt_s * math.sqrt(loss))


def window_bytes_per_s(window_bytes: float, rtt_s: float) -> float:
    """What one stream gets through a socket buffer; infinite without delay."""
    return math.inf if rtt_s <= 0.0 else window_bytes / rtt_s


def adapters(host: Host, service: VmkService) -> tuple[VmKernelAdapter, ...]:
    """The host's VMkernel adapters that serve this traffic."""
    return tuple(vmk for vmk in host.vmk_adapters if service in vmk.services)


class Attachment(NamedTuple):
    """A VMkernel adapter and the physical one that carries it."""

    vmk: VmKernelAdapter
    nic: PhysicalNic


def attachments(inventory: Inventory, host: Host, vmks: tuple[VmKernelAdapter, ...]) -> tuple[Attachment, ...]:
    """The VMkernel adapters that have a living uplink, with it: the n-th adapter of a switch takes its n-th."""
    found = []
    used: dict[str, int] = {}
    for vmk in vmks:
        portgroup = inventory.portgroups.get(vmk.portgroup)
        switch = portgroup.switch if portgroup else ""
        choice = [nic for nic in host.pnics if nic.speed_bits_per_s > 0 and (not switch or nic.switch == switch)]
        if choice:
            found.append(Attachment(vmk, choice[used.get(switch, 0) % len(choice)]))
            used[switch] = used.get(switch, 0) + 1
    return tuple(found)


def uplinks(inventory: Inventory, host: Host, vmks: tuple[VmKernelAdapter, ...]) -> tuple[PhysicalNic, ...]:
    """The physical adapters that carry these VMkernel adapters, each once."""
    return tuple({end.nic.device: end.nic for end in attachments(inventory, host, vmks)}.values())


def route(
    inventory: Inventory,
    profile: Profile,
    source: Host,
    destination: Host,
    service: VmkService = "vmotion",
    *,
    encryption_cycles_per_byte: float = 0.0,
) -> Route | None:
    """The way between two hosts for a kind of traffic; None if there is none (no adapter, no link, no path).
    `encryption_cycles_per_byte` is what each end's CPU spends on a byte."""
    hosts = source, destination
    ends = (
        attachments(inventory, source, adapters(source, service)),
        attachments(inventory, destination, adapters(destination, service)),
    )
    if not all(ends):
        return None
    way = network_path(inventory, source.id, destination.id, service=service)
    if way is None:
        return None
    mtu = min(end.vmk.mtu for side in ends for end in side)
    rtt = round_trip_s(inventory, way) + 2.0 * (ends[0][0].nic.latency_s + ends[1][0].nic.latency_s)
    loss = 1.0 - math.prod(1.0 - inventory.links[hop.link].loss for hop in way)
    stream = min(
        _stream_cap(profile, source, destination, rtt, loss, mtu),
        profile.stream_bytes_per_s,
        stream_bytes_per_s(hosts, encryption_cycles_per_byte),
    )
    subnets = (adapters(host, service)[0].subnet for host in hosts)
    return Route(
        parts=_parts(inventory, profile, hosts, ends, way, stream, mtu, service),
        links=tuple(hop.link for hop in way),
        subnets=tuple(dict.fromkeys(subnet for subnet in subnets if subnet)),
        rtt_s=rtt,
        loss=loss,
        mtu=mtu,
    )


def _stream_cap(profile: Profile, source: Host, destination: Host, rtt: float, loss: float, mtu: int) -> float:
    sized = all("longdistance" in host.licence_features for host in (source, destination))
    window = math.inf if sized else window_bytes_per_s(profile.window_bytes, rtt)
    return min(window, mathis_bytes_per_s(mtu - _HEADERS_BYTES, rtt, loss))


def streams(profile: Profile, hosts: tuple[Host, Host], speed_bits_per_s: float) -> int:
    """How many streams one pair of adapters opens."""
    if profile.streams_per_adapter:
        return profile.streams_per_adapter
    since = profile.automatic_streams_since
    if since is None or min(version_of(host.version) for host in hosts) < since:
        return max(1, profile.multifd_channels)
    return max(1, math.ceil(speed_bits_per_s / 1e9 / profile.stream_gbit))


def _parts(
    inventory: Inventory,
    profile: Profile,
    hosts: tuple[Host, Host],
    ends: tuple[tuple[Attachment, ...], tuple[Attachment, ...]],
    way: tuple[Hop, ...],
    stream_bytes_per_s: float,
    mtu: int,
    service: VmkService,
) -> tuple[Demand, ...]:
    overhead = 1.0 / goodput_factor(mtu) if profile.protocol_headers else 1.0
    count = max(len(ends[0]), len(ends[1]))
    kind = _KINDS.get(service, "management")
    parts = []
    for index in range(count):
        tx, rx = ends[0][index % len(ends[0])], ends[1][index % len(ends[1])]
        keys = [LinkKey("pnic", hosts[0].id, tx.nic.device, "tx")]
        keys += [LinkKey("link", hop.link, "", "ab" if hop.forward else "ba") for hop in way]
        keys += [LinkKey("pnic", hosts[1].id, rx.nic.device, "rx")]
        keys += _further_limits(inventory, hosts[0].id, tx, "tx", kind)
        keys += _further_limits(inventory, hosts[1].id, rx, "rx", kind)
        uses = [Use(key, overhead) for key in keys]
        if service == "vmotion":
            uses += [Use(LinkKey("vmotion", host.id, "", way_)) for host, way_ in zip(hosts, _ENDS, strict=True)]
        cap = stream_bytes_per_s * streams(profile, hosts, min(tx.nic.speed_bits_per_s, rx.nic.speed_bits_per_s))
        shares = relative_shares(inventory, hosts[0].id, tx.nic.device, kind) if kind != "vmotion" else 1.0
        parts.append(Demand(tuple(uses), cap, shares / count, kind))
    return tuple(parts)


def _further_limits(
    inventory: Inventory, host: str, end: Attachment, direction: Direction, kind: TrafficClass
) -> Iterator[LinkKey]:
    """What binds at one end besides its physical adapter's speed."""
    if not end.nic.full_duplex:
        yield LinkKey("halfDuplex", host, end.nic.device, "tx")
    group = inventory.portgroups.get(end.vmk.portgroup)
    if group is not None and (group.shaping_out_bits_per_s if direction == "tx" else group.shaping_in_bits_per_s):
        yield LinkKey("shaper", host, end.vmk.device, direction)
    if direction == "tx" and kind_limit_bytes_per_s(inventory, host, end.nic.device, kind) < math.inf:
        yield LinkKey("kindLimit", host, f"{end.nic.device}{KIND_SEPARATOR}{kind}", "tx")
