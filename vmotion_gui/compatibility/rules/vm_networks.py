"""Do the VM's networks exist at the destination? After the vSphere API reference on `CannotAccessNetwork`.

Standard port groups match by name, distributed ones by identity on the switch's member hosts. In another datacenter,
where a switch cannot be the same, the distributed port group of the same name stands in, with a caution; a client's
dialog offers that one first. A NIC that is connected
makes an error of what is a warning for a disconnected one; a missing distributed switch is always an error.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from vmotion_gui.compatibility import looks
from vmotion_gui.compatibility.case import HOST_LIVE, Case
from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.compatibility.landing import Plug, distributed_landings, namesake, plugs, standard_mask
from vmotion_gui.compatibility.rule import Findings, Part, RuleBook, naming
from vmotion_gui.inventory.entities import Host, PortGroup, Switch
from vmotion_gui.messages import Message, message

BOOK = RuleBook("network", "networkTests", "vm-networks")
_MOST_NICS = 10
"""Network adapters that one VM can have."""
_RESERVABLE = 0.75
"""Share of an uplink's bandwidth that Network I/O Control lets be reserved."""

Trouble = tuple[Mask, bool, PortGroup]
"""Hosts, error or warning, the network."""


def gathered(case: Case, troubles: Iterable[Trouble]) -> Findings:
    """Findings of troubles; the sentence names the networks that each host lacks."""
    error, warning = case.columns.none, case.columns.none
    parts: list[Part] = []
    for mask, is_error, network in troubles:
        if not mask.any():
            continue
        parts.append(Part(mask, network.id, network.name))
        if is_error:
            error |= mask
        else:
            warning |= mask
    words, about = naming("networks", parts)
    return Findings(error=error, warning=warning, words=words, about=about)


@BOOK.rule("net.missing", "CannotAccessNetwork")
def missing(case: Case) -> Findings:
    return gathered(
        case,
        (
            (~case.columns.network(plug.portgroup.name) & case.elsewhere, plug.connected, plug.portgroup)
            for plug in plugs(case, distributed=False)
        ),
    )


@BOOK.rule("net.dvport", "CannotAccessNetwork", also=("DVPortNotSupported",))
def distributed_missing(case: Case) -> Findings:
    def absent(plug: Plug) -> Mask:
        members = case.columns.members(plug.switch.id)
        return ~members & ~namesake(case, plug.portgroup, plug.switch) & case.elsewhere

    return gathered(case, ((absent(plug), True, plug.portgroup) for plug in plugs(case, distributed=True)))


@BOOK.rule("net.intranet", "VMOnVirtualIntranet", test_group="sourceTests")
def intranet(case: Case) -> Findings:
    if not case.inventory.vcenter_of_host(case.source).virtual_intranet_test:
        return Findings()
    return gathered(
        case,
        (
            (case.elsewhere, plug.connected, plug.portgroup)
            for plug in plugs(case, distributed=False)
            if case.source.id in plug.switch.hosts and not case.here(_uplinked(case, plug.switch))
        ),
    )


def _uplinked(case: Case, switch: Switch) -> Mask:
    return case.columns.known(("uplinked", switch.id), lambda: case.columns.uplinked(switch.id))


@BOOK.rule("net.notsame", "NetworksMayNotBeTheSame")
def same_name_elsewhere(case: Case) -> Findings:
    standard = plugs(case, distributed=False)
    distributed = plugs(case, distributed=True)
    return gathered(
        case,
        (
            *((case.columns.network(p.portgroup.name) & case.other_datacenter, False, p.portgroup) for p in standard),
            *((namesake(case, p.portgroup, p.switch), False, p.portgroup) for p in distributed),
        ),
    )


@BOOK.rule("net.vlan", "CannotUseNetwork")
def vlan(case: Case) -> Findings:
    def other(plug: Plug) -> Mask:
        mask = standard_mask(
            case, plug.portgroup.name, "vlan", lambda group, _: group.vlan, lambda there: there != plug.portgroup.vlan
        )
        return mask & case.elsewhere

    return gathered(case, ((other(plug), False, plug.portgroup) for plug in plugs(case, distributed=False)))


@BOOK.rule("net.policies", "CannotUseNetwork", also=("MismatchedNetworkPolicies",))
def policies(case: Case) -> Findings:
    def policy(group: PortGroup) -> tuple[bool, bool, bool]:
        return group.promiscuous_mode, group.mac_changes, group.forged_transmits

    def other(plug: Plug) -> Mask:
        here = policy(plug.portgroup)
        mask = standard_mask(
            case, plug.portgroup.name, "policies", lambda group, _: policy(group), lambda there: there != here
        )
        return mask & case.elsewhere

    standard = plugs(case, distributed=False)
    return gathered(case, ((other(plug), plug.connected, plug.portgroup) for plug in standard))


@BOOK.rule("net.full", "DestinationSwitchFull")
def full(case: Case) -> Findings:
    parts = [
        (_full_standard(case, plug.portgroup.name) & case.elsewhere, plug.connected, plug.portgroup)
        for plug in plugs(case, distributed=False)
    ]
    parts += [
        (case.columns.members(plug.switch.id) & case.elsewhere, True, plug.portgroup)
        for plug in plugs(case, distributed=True)
        if plug.before != plug.switch.id and _used_distributed(case, plug.switch) >= plug.switch.ports
    ]
    return gathered(case, parts)


def _full_standard(case: Case, name: str) -> Mask:
    """The hosts whose standard switch with this network has no port left."""

    def made() -> Mask:
        mask = case.columns.none
        for row in np.flatnonzero(case.columns.network(name)).tolist():
            there = case.inventory.portgroups[case.columns.portgroup_here(name, row)]
            mask[row] = _used_ports(case, there) >= case.inventory.switches[there.switch].ports
        return mask

    return case.columns.counted(("full", name), made)


def _used_distributed(case: Case, switch: Switch) -> int:
    def made() -> int:
        vms, groups = case.inventory.vms, case.inventory.portgroups
        names = [nic.portgroup for host in switch.hosts for id_ in case.inventory.vms_on(host) for nic in vms[id_].nics]
        return sum(name in groups and groups[name].switch == switch.id for name in names)

    return case.columns.counted(("ports", switch.id), made)


def _used_ports(case: Case, portgroup: PortGroup) -> int:
    """Ports that the host's VMs take on the switch; 0 where so few VMs cannot fill it, which spares the counting."""
    switch = case.inventory.switches[portgroup.switch]
    vms = case.inventory.vms_on(switch.hosts[0])
    if len(vms) * _MOST_NICS < switch.ports:
        return 0
    nics = [nic for id_ in vms for nic in case.inventory.vms[id_].nics]
    groups = case.inventory.portgroups
    return sum(nic.portgroup in groups and groups[nic.portgroup].switch == switch.id for nic in nics)


@BOOK.rule("net.dvsVersion", "CannotUseNetwork", types=HOST_LIVE)
def distributed_version(case: Case) -> Findings:
    """`MismatchedDvsVersionOrVendor`: a running VM's port goes to a distributed switch of the same make only."""
    parts: list[Trouble] = []
    for plug in plugs(case, distributed=True):
        before = case.inventory.switches.get(plug.before)
        if before is None or not before.distributed:
            continue
        for mask, group, switch in distributed_landings(case, plug):
            if switch.id != before.id and _other_make(before, switch):
                parts.append((mask & case.elsewhere, True, group))
    return gathered(case, parts)


def _other_make(one: Switch, other: Switch) -> bool:
    versions = {one.version, other.version}
    return one.vendor != other.vendor or ("" not in versions and len(versions) == 2)


@BOOK.rule("net.type", "CannotUseNetwork", types=HOST_LIVE)
def unsupported_type(case: Case) -> Findings:
    """`VMotionToUnsupportedNetworkType`: from a distributed switch no way leads to a standard one."""
    switches = case.inventory.switches
    return gathered(
        case,
        (
            (case.columns.network(plug.portgroup.name) & case.elsewhere, True, plug.portgroup)
            for plug in plugs(case, distributed=False)
            if plug.before in switches and switches[plug.before].distributed
        ),
    )


@BOOK.rule("net.unusable", "CannotUseNetwork", types=HOST_LIVE)
def unusable(case: Case) -> Findings:
    """`NetworkUnderMaintenance`, `MismatchedEnsMode` and `MismatchedRealTimeDvs`."""
    parts = [*_under_maintenance(case), *_other_path(case)]
    findings = gathered(case, [part for part, _ in parts])
    networks = findings.words

    def words(case: Case, row: int) -> dict[str, object]:
        why = list(dict.fromkeys(reason.key for (mask, _, _), reason in parts if mask[row]))
        assert networks is not None
        return {**networks(case, row), "why": [Message(key) for key in why]}

    findings.words = words
    return findings


def _under_maintenance(case: Case) -> Iterable[tuple[Trouble, Message]]:
    why = message("rule.net.unusable.maintenance")
    for plug in plugs(case, distributed=True):
        for mask, group, switch in distributed_landings(case, plug):
            if switch.under_maintenance:
                yield (mask & case.elsewhere, plug.connected, group), why
    for plug in plugs(case, distributed=False):
        mask = standard_mask(case, plug.portgroup.name, "maintenance", lambda _, switch: switch.under_maintenance, bool)
        yield (mask & case.elsewhere, plug.connected, plug.portgroup), why


def _other_path(case: Case) -> Iterable[tuple[Trouble, Message]]:
    why = message("rule.net.unusable.path")
    for plug in plugs(case, distributed=True):
        before = case.inventory.switches.get(plug.before)
        for mask, group, switch in distributed_landings(case, plug):
            if before is not None and switch.data_path != before.data_path:
                yield (mask & case.elsewhere, plug.connected, group), why


@BOOK.rule("net.reservation", "CannotUseNetwork", types=HOST_LIVE)
def reservation_kept(case: Case) -> Findings:
    """`NetworkReservationNotSupported`: only Network I/O Control of a distributed switch guarantees bandwidth."""
    if not _reserved(case):
        return Findings()
    parts = [
        (case.columns.network(plug.portgroup.name) & case.elsewhere, plug.connected, plug.portgroup)
        for plug in plugs(case, distributed=False)
    ]
    for plug in plugs(case, distributed=True):
        for mask, group, switch in distributed_landings(case, plug):
            if not switch.io_control:
                parts.append((mask & case.elsewhere, plug.connected, group))
    return gathered(case, parts)


def _reserved(case: Case) -> float:
    return sum(nic.reservation_bits_per_s for nic in case.look(looks.adapters))


@BOOK.rule(
    "net.capacity",
    "InsufficientNetworkCapacity",
    types=HOST_LIVE,
    test_group="resourcePoolTests",
    also=("InsufficientNetworkResourcePoolCapacity",),
    simplified=True,
)
def reservation_fits(case: Case) -> Findings:
    need = _reserved(case)
    if not need:
        return Findings()
    free = case.columns.counted("network reservable", lambda: _reservable(case))
    return Findings(
        error=(free < need) & case.elsewhere,
        words=lambda _case, row: {"need": need, "free": max(float(free[row]), 0.0)},
    )


def _reservable(case: Case) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    """(n,) bits per second that VMs can still reserve on each host, all its uplinks together."""

    def free(host: Host) -> float:
        vms = (case.inventory.vms[id_] for id_ in case.inventory.vms_on(host.id))
        running = (vm for vm in vms if vm.power_state == "poweredOn")
        held = sum(nic.reservation_bits_per_s or 0.0 for vm in running for nic in vm.nics)
        return _RESERVABLE * sum(nic.speed_bits_per_s for nic in host.pnics) - held

    return np.array([free(host) for host in case.columns.hosts])


@BOOK.rule("net.conflict", "VMOnConflictDVPort", types=HOST_LIVE, test_group="sourceTests")
def conflict_port(case: Case) -> Findings:
    labels = [nic.label for nic in case.look(looks.adapters) if nic.conflict_port]
    return Findings(error=bool(labels), words=lambda _case, _row: {"devices": labels})


@BOOK.rule("net.card", "VirtualEthernetCardNotSupported", test_group="hostTests", also=("LegacyNetworkInterfaceInUse",))
def card(case: Case) -> Findings:
    lists = case.columns.known(
        "any refused devices", lambda: {d for h in case.columns.hosts for d in h.unsupported_devices}
    )
    types = sorted({nic.type for nic in case.look(looks.adapters)} & lists) if lists else []
    if not types:
        return Findings()
    refused = case.columns.where(lambda host: not set(types).isdisjoint(host.unsupported_devices))
    return Findings(error=refused & case.elsewhere, words=lambda _case, _row: {"types": types})


@BOOK.rule("net.wol", "WakeOnLanNotSupported", test_group="hostTests", simplified=True)
def wake_on_lan(case: Case) -> Findings:
    asleep = case.columns.fact("no Wake-on-LAN", lambda host: not host.wake_on_lan_supported)
    if not asleep.any() or not any(nic.wake_on_lan for nic in case.look(looks.adapters)):
        return Findings()
    return Findings(warning=asleep & case.elsewhere)
