"""Can the two hosts talk vMotion to each other? After VMware's vMotion networking requirements."""

from __future__ import annotations

import math

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility.case import HOST_LIVE, STORAGE_LIVE, Case
from vmotion_gui.compatibility.columns import HostColumns, Mask, version_of, vmotion_adapters
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.graph import network_path, round_trip_s

BOOK = RuleBook("network", "hostTests", "vmotion-network")
GIGABIT = 1e9
MAX_RTT_S = 0.150
LONG_DISTANCE_RTT_S = 0.010
"""Beyond it the licence for long distance is asked for (10 ms was the limit of Metro vMotion before 6.0)."""
_OLDEST_BESIDE = (
    ((9, 0, 0), (8, 0, 0)), ((8, 0, 0), (6, 7, 0)), ((7, 0, 0), (6, 5, 0)), ((6, 7, 0), (6, 0, 0)),
    ((6, 5, 0), (5, 5, 0)),
)  # fmt: skip
"""ESXi version -> the oldest one that a vCenter Server manages beside it (VMware's interoperability matrix)."""


@BOOK.rule("vmotion.source", "VMotionNotConfigured", types=HOST_LIVE, test_group="sourceTests")
def source_adapter(case: Case) -> Findings:
    return Findings(error=not case.here(case.columns.vmotion_configured))


@BOOK.rule("vmotion.target", "VMotionNotConfigured", types=HOST_LIVE)
def target_adapter(case: Case) -> Findings:
    return Findings(error=~case.columns.vmotion_configured & case.elsewhere)


@BOOK.rule("vmotion.sourceLinkdown", "VMotionLinkDown", types=HOST_LIVE, test_group="sourceTests")
def source_link(case: Case) -> Findings:
    columns = case.columns
    return Findings(error=bool(case.here(columns.vmotion_configured) and case.here(columns.vmotion_speed) <= 0))


@BOOK.rule("vmotion.linkdown", "VMotionLinkDown", types=HOST_LIVE)
def target_link(case: Case) -> Findings:
    columns = case.columns
    return Findings(error=columns.vmotion_configured & (columns.vmotion_speed <= 0) & case.elsewhere)


@BOOK.rule("vmotion.slow", "VMotionLinkCapacityLow", types=HOST_LIVE)
def slow(case: Case) -> Findings:
    columns = case.columns
    speed = np.minimum(columns.vmotion_speed, case.here(columns.vmotion_speed))
    half = columns.vmotion_half_duplex | case.here(columns.vmotion_half_duplex)
    low = (speed > 0) & ((speed < GIGABIT) | half) & case.elsewhere
    return Findings(warning=low, words=lambda _case, row: {"speed": float(speed[row])})


@BOOK.rule("vmotion.licence", "VMotionNotLicensed", types=HOST_LIVE)
def licence(case: Case) -> Findings:
    licensed = case.columns.vmotion_licensed
    return Findings(
        error=~(licensed & case.here(licensed)),
        words=lambda case, row: {"where": case.columns.hosts[row].name if case.here(licensed) else case.source.name},
    )


@BOOK.rule("vmotion.unsupported", "VMotionNotSupported", types=HOST_LIVE)
def supported(case: Case) -> Findings:
    able = case.columns.vmotion_supported
    return Findings(
        error=~(able & case.here(able)),
        words=lambda case, row: {"where": case.columns.hosts[row].name if case.here(able) else case.source.name},
    )


@BOOK.rule("vmotion.subnet", "Timedout", types=HOST_LIVE, also=("GenericVmConfigFault",), simplified=True)
def subnet(case: Case) -> Findings:
    reachable = np.isfinite(_round_trips(case))
    known = case.columns.vmotion_configured & case.here(case.columns.vmotion_configured)
    return Findings(error=known & ~reachable & case.elsewhere)


@BOOK.rule("vmotion.rtt", "", types=HOST_LIVE, simplified=True)
def round_trip(case: Case) -> Findings:
    trips = _round_trips(case)
    return Findings(
        warning=np.isfinite(trips) & (trips > MAX_RTT_S), words=lambda _case, row: {"rtt": float(trips[row])}
    )


@BOOK.rule("vmotion.longDistance", "VMotionNotLicensed", types=HOST_LIVE, simplified=True)
def long_distance(case: Case) -> Findings:
    trips = _round_trips(case)
    licensed = case.columns.fact("longdistance", lambda host: "longdistance" in host.licence_features)
    licensed = licensed & case.here(licensed)
    return Findings(
        error=np.isfinite(trips) & (trips > LONG_DISTANCE_RTT_S) & ~licensed,
        words=lambda _case, row: {"rtt": float(trips[row])},
    )


@BOOK.rule("vmotion.mtu", "", types=HOST_LIVE)
def mtu(case: Case) -> Findings:
    columns = case.columns
    here = case.here(columns.vmotion_mtu)
    differs = (columns.vmotion_mtu != here) & (columns.vmotion_mtu > 0) & (here > 0)
    return Findings(
        warning=differs & case.elsewhere,
        words=lambda case, row: {"mtu": int(here), "other": int(case.columns.vmotion_mtu[row])},
    )


@BOOK.rule("vmotion.encryption", "", types=HOST_LIVE, simplified=True)
def encryption(case: Case) -> Findings:
    if not case.vm.encrypted and case.vm.migrate_encryption != "required":
        return Findings()
    able = case.columns.encrypted_vmotion
    return Findings(
        error=~(able & case.here(able)),
        words=lambda case, row: {"where": case.columns.hosts[row].name if case.here(able) else case.source.name},
    )


@BOOK.rule("vmotion.withStorage", "FullStorageVMotionNotSupported", types={MigrationType.XVMOTION})
def with_storage(case: Case) -> Findings:
    able = case.columns.fact("both at once", lambda host: host.vmotion_with_storage_vmotion_supported)
    return Findings(
        error=~(able & case.here(able)),
        words=lambda case, row: {"where": case.columns.hosts[row].name if case.here(able) else case.source.name},
    )


@BOOK.rule("vmotion.otherNetwork", "VMotionAcrossNetworkNotSupported", types=HOST_LIVE)
def other_network(case: Case) -> Findings:
    if not case.spec.networks:
        return Findings()
    return Findings(
        error=case.columns.fact("no other network", lambda host: not host.vmotion_across_network_supported)
        & case.elsewhere
    )


@BOOK.rule(
    "svmotion.unsupported",
    "StorageVMotionNotSupported",
    types=STORAGE_LIVE,
    also=("IndependentDiskVMotionNotSupported", "NonHomeRDMVMotionNotSupported"),
)
def storage_supported(case: Case) -> Findings:
    return Findings(error=case.columns.fact("no Storage vMotion", lambda host: not host.storage_vmotion_supported))


@BOOK.rule("svmotion.licence", "VMotionNotLicensed", types=STORAGE_LIVE, simplified=True)
def storage_licence(case: Case) -> Findings:
    return Findings(
        error=case.columns.fact(
            "no Storage vMotion licence", lambda host: "storagevmotion" not in host.licence_features
        )
    )


@BOOK.rule("vmotion.names", "MismatchedVMotionNetworkNames", types={MigrationType.VMOTION})
def names(case: Case) -> Findings:
    def used(host: Host) -> frozenset[str]:
        groups = case.inventory.portgroups
        return frozenset(groups[vmk.portgroup].name for vmk in vmotion_adapters(host) if vmk.portgroup in groups)

    codes, sets = case.columns.codes("vMotion network names", used)
    here = sets[case.here(codes)]
    differ = np.array([bool(here and there and here.isdisjoint(there)) for there in sets], dtype=bool)
    return Findings(
        warning=differ[codes] & case.elsewhere,
        words=lambda case, row: {"network": sorted(here), "other": sorted(used(case.columns.hosts[row]))},
    )


@BOOK.rule("vmotion.protocol", "VMotionProtocolIncompatible", types=HOST_LIVE, simplified=True)
def protocol(case: Case) -> Findings:
    """Where no vCenter Server manages both versions, their vMotion has never met either."""
    codes, versions = case.columns.codes("version", lambda host: version_of(host.version))
    here = version_of(case.source.version)
    apart = np.array([not _meet(here, there) for there in versions], dtype=bool)
    return Findings(
        error=apart[codes] & case.elsewhere,
        words=lambda case, row: {"version": case.source.version, "other": case.columns.hosts[row].version},
    )


def _meet(one: tuple[int, int, int], other: tuple[int, int, int]) -> bool:
    older, newer = sorted((one, other))
    return older >= next((oldest for since, oldest in _OLDEST_BESIDE if newer >= since), (0, 0, 0))


@BOOK.rule("vmotion.ipFamily", "", types=HOST_LIVE)
def address_family(case: Case) -> Findings:
    codes, families = case.columns.codes("management address family", _families)
    here = families[case.here(codes)]
    differ: Mask = np.array([bool(here and there and here.isdisjoint(there)) for there in families], dtype=bool)[codes]
    return Findings(error=differ & case.elsewhere)


def _families(host: Host) -> frozenset[int]:
    """4 and 6, as its management adapters have addresses; empty if none is known."""
    addresses = [vmk.ip_address for vmk in host.vmk_adapters if "management" in vmk.services and vmk.ip_address]
    return frozenset(6 if ":" in address else 4 for address in addresses)


def _round_trips(case: Case) -> npt.NDArray[np.float64]:
    """(n,) round-trip time of the vMotion way to each host in seconds; infinite where there is none."""
    columns = case.columns
    codes, _ = columns.codes("vMotion place", _place)
    home = case.here(codes)
    by_place = columns.known(("round trips", home), lambda: _by_place(columns, home))
    trips: npt.NDArray[np.float64] = by_place[codes]
    trips[~case.elsewhere] = 0.0
    return trips


def _by_place(columns: HostColumns, home: int) -> npt.NDArray[np.float64]:
    """The round trip from one host of a place to one of each place, in its own to another host than itself."""
    codes, places = columns.codes("vMotion place", _place)
    source, *others = np.flatnonzero(codes == home).tolist()
    trips = np.full(len(places), math.inf)
    for number, place in enumerate(places):
        there = others if number == home else np.flatnonzero(codes == number).tolist()
        if place and there:
            trips[number] = _round_trip(columns, columns.hosts[source], columns.hosts[there[0]])
    return trips


def _round_trip(columns: HostColumns, source: Host, host: Host) -> float:
    path = network_path(columns.inventory, source.id, host.id)
    return math.inf if path is None else round_trip_s(columns.inventory, path)


def _place(host: Host) -> tuple[object, ...]:
    """Hosts with equal places are reached the same way."""
    adapters = tuple((vmk.subnet, vmk.net_stack, vmk.gateway) for vmk in vmotion_adapters(host))
    return (host.datacenter, *adapters) if adapters else ()
