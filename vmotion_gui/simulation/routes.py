"""Which way a copy goes: adapters at both ends, links between them, and what one flow can get there at most."""

from __future__ import annotations

import math

import msgspec

from vmotion_gui.inventory.entities import Host, PhysicalNic, VmKernelAdapter, VmkService
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.graph import Hop, network_path, round_trip_s
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.sharing import Demand, Direction, LinkKey, Use

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


def version_of(text: str) -> tuple[int, int, int]:
    """ "7.0.2" as numbers; what is missing or no number counts as 0."""
    numbers = [int(part) if part.isdigit() else 0 for part in text.split(".")]
    major, minor, update = [*numbers, 0, 0, 0][:3]
    return major, minor, update


def adapters(host: Host, service: VmkService) -> tuple[VmKernelAdapter, ...]:
    """The host's VMkernel adapters that serve this traffic."""
    return tuple(vmk for vmk in host.vmk_adapters if service in vmk.services)


def uplinks(inventory: Inventory, host: Host, vmks: tuple[VmKernelAdapter, ...]) -> tuple[PhysicalNic, ...]:
    """The physical adapters that carry these VMkernel adapters, each once: the n-th adapter of a switch takes
    its n-th.
    """
    taken: dict[str, PhysicalNic] = {}
    used: dict[str, int] = {}
    for vmk in vmks:
        portgroup = inventory.portgroups.get(vmk.portgroup)
        switch = portgroup.switch if portgroup else ""
        choice = [nic for nic in host.pnics if nic.speed_bits_per_s > 0 and (not switch or nic.switch == switch)]
        if choice:
            nic = choice[used.get(switch, 0) % len(choice)]
            used[switch] = used.get(switch, 0) + 1
            taken[nic.device] = nic
    return tuple(taken.values())


def route(
    inventory: Inventory, profile: Profile, source: Host, destination: Host, service: VmkService = "vmotion"
) -> Route | None:
    """The way between two hosts for a kind of traffic; None if there is none (no adapter, no link, no path)."""
    ends = [adapters(host, service) for host in (source, destination)]
    nics = [uplinks(inventory, host, vmks) for host, vmks in zip((source, destination), ends, strict=True)]
    if not all(nics):
        return None
    way = network_path(inventory, source.id, destination.id, service=service)
    if way is None:
        return None
    mtu = min(vmk.mtu for vmks in ends for vmk in vmks)
    rtt = round_trip_s(inventory, way) + 2.0 * (nics[0][0].latency_s + nics[1][0].latency_s)
    loss = 1.0 - math.prod(1.0 - inventory.links[hop.link].loss for hop in way)
    stream = min(_stream_cap(profile, source, destination, rtt, loss, mtu), profile.stream_bytes_per_s)
    return Route(
        parts=_parts(profile, (source, destination), (nics[0], nics[1]), way, stream, mtu, service),
        links=tuple(hop.link for hop in way),
        subnets=tuple(dict.fromkeys(subnet for subnet in (ends[0][0].subnet, ends[1][0].subnet) if subnet)),
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
    since = profile.automatic_streams_since
    if since is None or min(version_of(host.version) for host in hosts) < since:
        return 1
    return max(1, math.ceil(speed_bits_per_s / 1e9 / profile.stream_gbit))


def _parts(
    profile: Profile,
    hosts: tuple[Host, Host],
    nics: tuple[tuple[PhysicalNic, ...], tuple[PhysicalNic, ...]],
    way: tuple[Hop, ...],
    stream_bytes_per_s: float,
    mtu: int,
    service: VmkService,
) -> tuple[Demand, ...]:
    overhead = 1.0 / goodput_factor(mtu) if profile.protocol_headers else 1.0
    count = max(len(nics[0]), len(nics[1]))
    parts = []
    for index in range(count):
        tx, rx = nics[0][index % len(nics[0])], nics[1][index % len(nics[1])]
        uses = [Use(LinkKey("pnic", hosts[0].id, tx.device, "tx"), overhead)]
        uses += [Use(LinkKey("link", hop.link, "", "ab" if hop.forward else "ba"), overhead) for hop in way]
        uses += [Use(LinkKey("pnic", hosts[1].id, rx.device, "rx"), overhead)]
        if service == "vmotion":
            uses += [Use(LinkKey("vmotion", host.id, "", way_)) for host, way_ in zip(hosts, _ENDS, strict=True)]
        cap = stream_bytes_per_s * streams(profile, hosts, min(tx.speed_bits_per_s, rx.speed_bits_per_s))
        parts.append(Demand(tuple(uses), cap, 1.0 / count))
    return tuple(parts)
