"""Do the VM's addresses make sense at the destination? MAC addresses go along with every move, and so does the guest's
IP address: after VMware's notes on migration between vCenter Servers and Dell's on stretched subnets."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable

import numpy as np

from vmotion_gui.compatibility import looks
from vmotion_gui.compatibility.case import Case
from vmotion_gui.compatibility.columns import Mask
from vmotion_gui.compatibility.landing import distributed_landings, plugs, standard_mask
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.inventory.estate import Inventory

BOOK = RuleBook("network", "networkTests", "addresses")


@BOOK.rule("net.mac", "")
def same_mac(case: Case) -> Findings:
    """Within one vCenter Server MAC addresses are unique; a VM from another one may bring one that is there."""
    if not case.other_vcenter.any():
        return Findings()
    known = case.columns.mac_addresses()
    found = [(mac, known.get(mac, {})) for mac in case.look(looks.mac_addresses)]
    return Findings(
        error=_at(case, {vcenter for _, others in found for vcenter in others}),
        words=lambda case, row: {
            "macs": [mac for mac, others in found if case.columns.vcenter[row] in others],
            "others": [others[there] for _, others in found if (there := case.columns.vcenter[row]) in others],
        },
    )


@BOOK.rule("net.macBlocked", "", simplified=True)
def blocked_mac(case: Case) -> Findings:
    blocked = {v.id: v.blocked_mac_addresses for v in case.inventory.vcenters.values() if v.blocked_mac_addresses}
    if not blocked:
        return Findings()
    macs = set(case.look(looks.mac_addresses))
    met = {id_: sorted(macs & {mac.casefold() for mac in there}) for id_, there in blocked.items()}
    return Findings(
        info=_at(case, {id_ for id_, doubled in met.items() if doubled}),
        words=lambda case, row: {
            "macs": met[case.columns.vcenter[row]],
            "vcenter": case.inventory.vcenters[case.columns.vcenter[row]].name,
        },
    )


@BOOK.rule("net.macKept", "")
def mac_goes_along(case: Case) -> Findings:
    if not case.look(looks.has_mac_address):
        return Findings()
    words = {"vcenter": case.inventory.vcenter_of_host(case.source).name}
    return Findings(info=case.other_vcenter, words=lambda _case, _row: words)


def _at(case: Case, vcenters: set[str]) -> Mask:
    """The hosts of these vCenter Servers, other than the VM's own."""
    codes, ids = case.columns.codes("vcenter", lambda host: case.inventory.datacenters[host.datacenter].vcenter)
    if not vcenters or len(ids) < 2:
        return case.columns.none
    return np.array([id_ in vcenters for id_ in ids], dtype=bool)[codes] & case.other_vcenter


@BOOK.rule("net.address", "")
def guest_address(case: Case) -> Findings:
    """The guest keeps its address; in a subnet that does not hold it nobody reaches it any more."""
    parts = list(_unreachable(case))
    warning = case.columns.none
    for mask, _, _ in parts:
        warning |= mask
    return Findings(
        warning=warning,
        words=lambda _case, row: {
            "addresses": list(dict.fromkeys(address for mask, address, _ in parts if mask[row])),
            "networks": list(dict.fromkeys(name for mask, _, name in parts if mask[row])),
        },
    )


def _unreachable(case: Case) -> Iterable[tuple[Mask, str, str]]:
    """(hosts, address, network) where a connected adapter's address would not fit the network's subnet."""
    addressed: dict[str, list[str]] = {}
    for label, portgroup, address in case.look(looks.addresses):
        addressed.setdefault(case.spec.networks.get(label, portgroup), []).append(address)
    if not addressed:
        return
    for plug in plugs(case, distributed=True):
        for mask, group, _ in distributed_landings(case, plug):
            for address in addressed.get(plug.portgroup.id, ()):
                if not _fits(case.inventory, group.subnet, address):
                    yield mask & case.elsewhere, address, group.name
    for plug in plugs(case, distributed=False):
        for address in addressed.get(plug.portgroup.id, ()):
            yield _misfits(case, plug.portgroup.name, address), address, plug.portgroup.name


def _misfits(case: Case, name: str, address: str) -> Mask:
    """The hosts whose standard port group of this name is in a subnet that does not hold the address."""
    mask = standard_mask(
        case,
        name,
        "subnet",
        lambda group, _: group.subnet,
        lambda subnet: not _fits(case.inventory, subnet, address),
    )
    return mask & case.elsewhere


def _fits(inventory: Inventory, subnet: str, address: str) -> bool:
    """Whether a subnet holds an address; what is not known is no reason."""
    known = inventory.subnets.get(subnet)
    return known is None or ipaddress.ip_address(address) in ipaddress.ip_network(known.cidr, strict=False)
