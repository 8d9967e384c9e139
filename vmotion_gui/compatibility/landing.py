"""Where a VM's network adapters would be plugged in at each host."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import Any, NamedTuple

import numpy as np

from vmotion_gui.compatibility import looks
from vmotion_gui.compatibility.case import Case
from vmotion_gui.compatibility.columns import IntArray, Mask
from vmotion_gui.inventory.entities import PortGroup, Switch


class Plug(NamedTuple):
    """A network adapter with the port group that it would use, which each host resolves for itself."""

    connected: bool
    portgroup: PortGroup
    switch: Switch
    before: str
    """The switch on which it has a port today; empty: none."""


def plugs(case: Case, *, distributed: bool) -> Iterable[Plug]:
    """The VM's adapters that would use a port group of a standard, or of a distributed, switch."""
    groups, switches = case.inventory.portgroups, case.inventory.switches
    for today, wanted, connected in _wanted(case):
        portgroup = groups.get(wanted)
        switch = switches.get(portgroup.switch) if portgroup is not None else None
        if portgroup is not None and switch is not None and switch.distributed == distributed:
            yield Plug(connected, portgroup, switch, groups[today].switch if today in groups else "")


def _wanted(case: Case) -> Iterable[tuple[str, str, bool]]:
    if not case.spec.networks:
        return ((name, name, connected) for name, connected in dict.fromkeys(case.look(looks.plugs)))
    chosen = case.spec.networks
    return ((nic.portgroup, chosen.get(nic.label, nic.portgroup), nic.connected) for nic in case.vm.nics)


def namesake(case: Case, portgroup: PortGroup, switch: Switch) -> Mask:
    """Hosts of other datacenters that have a distributed port group of the same name on another switch."""
    named = case.columns.distributed_network(portgroup.name) & case.other_datacenter
    return named & ~case.columns.members(switch.id)


def distributed_landings(case: Case, plug: Plug) -> Iterable[tuple[Mask, PortGroup, Switch]]:
    """(hosts, port group, switch): where the adapter of a distributed port group would be plugged in."""
    columns = case.columns
    yield columns.members(plug.switch.id), plug.portgroup, plug.switch
    elsewhere = namesake(case, plug.portgroup, plug.switch)
    for group in columns.distributed_groups(plug.portgroup.name):
        if group.switch != plug.switch.id:
            yield columns.members(group.switch) & elsewhere, group, case.inventory.switches[group.switch]


def standard_mask(
    case: Case, name: str, what: str, of: Callable[[PortGroup, Switch], Hashable], test: Callable[[Any], bool]
) -> Mask:
    """The hosts whose standard port group of this name has a value of `what` that passes the test."""
    codes, values = case.columns.known(("standard", what, name), lambda: _coded(case, name, of))
    mask: Mask = np.array([False, *(bool(test(value)) for value in values)])[codes]
    return mask


def _coded(case: Case, name: str, of: Callable[[PortGroup, Switch], Hashable]) -> tuple[IntArray, tuple[Hashable, ...]]:
    """(n,) 0 where there is no such port group, else the number of its value, counted from 1."""
    codes = np.zeros(len(case.columns.hosts), dtype=np.intp)
    numbers: dict[Hashable, int] = {}
    for row in np.flatnonzero(case.columns.network(name)).tolist():
        group = case.inventory.portgroups[case.columns.portgroup_here(name, row)]
        codes[row] = numbers.setdefault(of(group, case.inventory.switches[group.switch]), len(numbers) + 1)
    return codes, tuple(numbers)
