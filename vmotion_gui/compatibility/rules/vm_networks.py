"""Do the VM's networks exist at the destination? After the vSphere API reference on `CannotAccessNetwork`.

Standard port groups match by name, distributed ones by identity on the switch's member hosts. In another datacenter,
where a switch cannot be the same, the distributed port group of the same name stands in, with a caution; a client's
dialog offers that one first. A NIC that is connected
makes an error of what is a warning for a disconnected one; a missing distributed switch is always an error.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

import numpy as np

from vmotion_gui.compatibility.case import Case
from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.inventory.entities import PortGroup, Switch, VirtualNic

BOOK = RuleBook("network", "networkTests", "vm-networks")
_MOST_NICS = 10
"""Network adapters that one VM can have."""


def _backings(case: Case, *, distributed: bool) -> Iterable[tuple[VirtualNic, PortGroup, Switch]]:
    """The VM's NICs with the port group that each would use, of standard or of distributed switches."""
    for nic in case.vm.nics:
        portgroup = case.inventory.portgroups.get(case.spec.networks.get(nic.label, nic.portgroup))
        switch = case.inventory.switches.get(portgroup.switch) if portgroup else None
        if portgroup is not None and switch is not None and switch.distributed == distributed:
            yield nic, portgroup, switch


def _gathered(case: Case, parts: Iterable[tuple[Mask, bool, str]]) -> Findings:
    """Findings of (hosts, error or warning, name of the network)."""
    error, warning = case.columns.none, case.columns.none
    named: list[tuple[Mask, str]] = []
    for mask, is_error, name in parts:
        named.append((mask, name))
        if is_error:
            error |= mask
        else:
            warning |= mask
    return Findings(
        error=error,
        warning=warning,
        words=lambda _case, row: {"networks": list(dict.fromkeys(name for mask, name in named if mask[row]))},
    )


@BOOK.rule("net.missing", "CannotAccessNetwork")
def missing(case: Case) -> Findings:
    return _gathered(
        case,
        (
            (~case.columns.network(portgroup.name) & case.elsewhere, nic.connected, portgroup.name)
            for nic, portgroup, _ in _backings(case, distributed=False)
        ),
    )


@BOOK.rule("net.dvport", "CannotAccessNetwork")
def distributed_missing(case: Case) -> Findings:
    return _gathered(
        case,
        (
            (
                ~case.columns.members(switch.id) & ~_namesake(case, portgroup, switch) & case.elsewhere,
                True,
                portgroup.name,
            )
            for _, portgroup, switch in _backings(case, distributed=True)
        ),
    )


def _namesake(case: Case, portgroup: PortGroup, switch: Switch) -> Mask:
    """Hosts of other datacenters that have a distributed port group of the same name on another switch."""
    named = case.columns.distributed_network(portgroup.name) & case.other_datacenter
    return named & ~case.columns.members(switch.id)


@BOOK.rule("net.intranet", "VMOnVirtualIntranet", test_group="sourceTests")
def intranet(case: Case) -> Findings:
    row = case.source_row
    return _gathered(
        case,
        (
            (case.elsewhere, nic.connected, portgroup.name)
            for nic, portgroup, switch in _backings(case, distributed=False)
            if case.columns.members(switch.id)[row] and not case.columns.uplinked(switch.id)[row]
        ),
    )


@BOOK.rule("net.notsame", "NetworksMayNotBeTheSame")
def same_name_elsewhere(case: Case) -> Findings:
    return _gathered(
        case,
        (
            *(
                (case.columns.network(portgroup.name) & case.other_datacenter, False, portgroup.name)
                for _, portgroup, _ in _backings(case, distributed=False)
            ),
            *(
                (_namesake(case, portgroup, switch), False, portgroup.name)
                for _, portgroup, switch in _backings(case, distributed=True)
            ),
        ),
    )


@BOOK.rule("net.vlan", "CannotUseNetwork")
def vlan(case: Case) -> Findings:
    def other_vlan(portgroup: PortGroup) -> Mask:
        return _differing(case, portgroup, lambda there: there.vlan != portgroup.vlan)

    backings = _backings(case, distributed=False)
    return _gathered(case, ((other_vlan(portgroup), False, portgroup.name) for _, portgroup, _ in backings))


@BOOK.rule("net.policies", "CannotUseNetwork")
def policies(case: Case) -> Findings:
    def policy(portgroup: PortGroup) -> tuple[bool, bool, bool]:
        return portgroup.promiscuous_mode, portgroup.mac_changes, portgroup.forged_transmits

    def other_policy(portgroup: PortGroup) -> Mask:
        return _differing(case, portgroup, lambda there: policy(there) != policy(portgroup))

    backings = _backings(case, distributed=False)
    return _gathered(case, ((other_policy(portgroup), nic.connected, portgroup.name) for nic, portgroup, _ in backings))


def _differing(case: Case, portgroup: PortGroup, differs: Callable[[PortGroup], bool]) -> Mask:
    """The hosts whose port group of the same name is not alike."""
    mask = case.columns.none
    for row in np.flatnonzero(case.columns.network(portgroup.name) & case.elsewhere).tolist():
        there = case.inventory.portgroups[case.columns.portgroup_here(portgroup.name, row)]
        mask[row] = differs(there)
    return mask


@BOOK.rule("net.full", "DestinationSwitchFull")
def full(case: Case) -> Findings:
    def full_here(portgroup: PortGroup) -> Mask:
        return _differing(case, portgroup, lambda there: _used_ports(case, there) >= _ports(case, there))

    backings = _backings(case, distributed=False)
    parts = [(full_here(portgroup), nic.connected, portgroup.name) for nic, portgroup, _ in backings]
    for nic, portgroup, switch in _backings(case, distributed=True):
        if _switch_of(case, nic) != switch.id and _used_distributed(case, switch) >= switch.ports:
            parts.append((case.columns.members(switch.id) & case.elsewhere, True, portgroup.name))
    return _gathered(case, parts)


def _switch_of(case: Case, nic: VirtualNic) -> str:
    """The switch on which a NIC has a port today: a move within a distributed switch takes no further one."""
    portgroup = case.inventory.portgroups.get(nic.portgroup)
    return portgroup.switch if portgroup is not None else ""


def _used_distributed(case: Case, switch: Switch) -> int:
    vms, groups = case.inventory.vms, case.inventory.portgroups
    names = [nic.portgroup for host in switch.hosts for id_ in case.inventory.vms_on(host) for nic in vms[id_].nics]
    return sum(name in groups and groups[name].switch == switch.id for name in names)


def _ports(case: Case, portgroup: PortGroup) -> int:
    return case.inventory.switches[portgroup.switch].ports


def _used_ports(case: Case, portgroup: PortGroup) -> int:
    """Ports that the host's VMs take on the switch; 0 where so few VMs cannot fill it, which spares the counting."""
    switch = case.inventory.switches[portgroup.switch]
    vms = case.inventory.vms_on(switch.hosts[0])
    if len(vms) * _MOST_NICS < switch.ports:
        return 0
    nics = [nic for id_ in vms for nic in case.inventory.vms[id_].nics]
    groups = case.inventory.portgroups
    return sum(nic.portgroup in groups and groups[nic.portgroup].switch == switch.id for nic in nics)
