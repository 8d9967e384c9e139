"""The VMs' network adapters: vNetwork's, else vInfo's Network #1 to #8."""

from __future__ import annotations

import re
from typing import Any

from vmotion_gui.importers.rvtools.draft import Draft, HostDraft, VmDraft, unique_label
from vmotion_gui.importers.rvtools.machines import Owners, free_text
from vmotion_gui.importers.rvtools.networks import Networks
from vmotion_gui.importers.rvtools.subnets import Subnets, address
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.inventory import entities as e

_MAC = re.compile(r"[0-9A-Fa-f]{2}(:[0-9A-Fa-f]{2}){5}")
_NIC_TYPES = {"vmxnet3": "vmxnet3", "e1000": "e1000", "e1000e": "e1000e", "vlance": "vlance", "pcnet32": "vlance"}


class NicReader:
    """Reads NICs and finds their port groups; those that no sheet lists are assumed where they must be."""

    def __init__(self, draft: Draft, networks: Networks) -> None:
        self._draft = draft
        self._networks = networks
        self._neighbours: dict[str, list[HostDraft]] = {}
        """Owner -> its hosts whose standard port groups the export does not tell."""
        for owner, hosts in draft.in_cluster().items():
            self._neighbours[owner] = [host for host in hosts if not networks.tells_of(host)]

    def read(self, owners: Owners) -> None:
        """Give every VM its NICs."""
        sheet = self._draft.sheets.get("vNetwork")
        if sheet is not None:
            self._rows(owners, sheet)
        for vm in self._draft.vms:
            if not vm.nics and vm.networks:
                self._from_info(vm)

    def _rows(self, owners: Owners, sheet: Sheet) -> None:
        columns: tuple[list[Any], ...] = (
            sheet.texts("NIC label"),
            sheet.texts("Adapter"),
            free_text(sheet.texts("Network")),
            sheet.texts("Switch"),
            sheet.truths("Connected"),
            sheet.texts("Mac Address"),
            sheet.texts("IPv4 Address"),
        )
        rows = list(zip(*columns, strict=True))
        labels: dict[int, set[str]] = {}
        for index, vm in owners.rows(sheet):
            label, adapter, network, switch, connected, mac, ips = rows[index]
            if mac and not _MAC.fullmatch(mac):
                sheet.bad(index, "Mac Address", mac)
                mac = ""
            ip = ips.partition(",")[0].strip()
            if ip and not address(ip):
                sheet.bad(index, "IPv4 Address", ips)
            kind = "sriov" if "sriov" in adapter.casefold() else _NIC_TYPES.get(adapter.casefold(), "vmxnet3")
            vm.nics.append(
                e.VirtualNic(
                    label=unique_label(
                        label or f"Network adapter {len(vm.nics) + 1}", labels.setdefault(id(vm), set())
                    ),
                    portgroup=self._portgroup(vm, network, switch, sheet.row(index)),
                    mac_address=mac,
                    type=kind,  # type: ignore[arg-type]  # the table's values are the literals
                    connected=connected is not False,
                    ip_address=address(ip),
                )
            )

    def _from_info(self, vm: VmDraft) -> None:
        for number, network in enumerate(vm.networks, start=1):
            group = self._portgroup(vm, network, "", vm.row)
            vm.nics.append(e.VirtualNic(label=f"Network adapter {number}", portgroup=group, connected=vm.powered_on))
        vm.assumed.append("nics")
        self._draft.notes.guess("nicsOfInfo", vm.name, sheet="vInfo", column="Network #1", row=vm.row)

    def _portgroup(self, vm: VmDraft, network: str, switch: str, row: int) -> str:
        """The port group's id; it is assumed on the VM's host, and on its neighbours that no sheet tells of."""
        if not network:
            self._draft.notes.warn("nicWithoutNetwork", vm.name, sheet="vNetwork", column="Network", row=row)
            return ""
        host = vm.on
        found = self._networks.of(host, network, switch)
        if found:
            return found
        for neighbour in dict.fromkeys([host, *self._neighbours[host.owner]]):
            if network not in neighbour.portgroups:
                self._networks.assume_portgroup(neighbour, network)
                place = f"{network} – {neighbour.name}"
                self._draft.notes.assume("portgroup", place, sheet="vPort", column="Port Group")
        return host.portgroups[network]


def guess_guest_subnets(draft: Draft, networks: Networks, subnets: Subnets) -> None:
    """A port group whose guests all have addresses in one /24 is taken to be that subnet."""
    prefixes: dict[str, set[str]] = {}
    for vm in draft.vms:
        for nic in vm.nics:
            if nic.portgroup and nic.ip_address and ":" not in nic.ip_address:
                prefixes.setdefault(nic.portgroup, set()).add(nic.ip_address.rpartition(".")[0])
    for portgroup, found in prefixes.items():
        if len(found) == 1:
            cidr = f"{next(iter(found))}.0/24"
            networks.set_subnet(portgroup, subnets.guessed(cidr, networks.vlan(portgroup)))
            draft.notes.guess("guestSubnet", networks.name(portgroup), sheet="vNetwork", column="IPv4 Address")


def copy_networks(draft: Draft, networks: Networks) -> None:
    """Hosts that were made get the networks of the first neighbour whose networks the export tells."""
    for hosts in draft.in_cluster().values():
        donor = next((host for host in hosts if not host.made and (host.portgroups or host.vmks)), None)
        for host in hosts:
            if host.made and donor is not None:
                networks.copy(donor, host)
