"""Switches and port groups: vSwitch, vPort, dvSwitch and dvPort, and those that only VMs name."""

from __future__ import annotations

import re
from typing import Any

from vmotion_gui.importers.rvtools.draft import Draft, HostDraft
from vmotion_gui.importers.rvtools.hosts import HostBook
from vmotion_gui.importers.rvtools.places import Places
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.inventory import entities as e

_TRUNK = 4095
_VLAN_RANGE = re.compile(r"\d+\s*-\s*\d+(\s*,.*)?")
_STANDARD = "vSwitch0"


class Networks:
    """The switches and port groups so far; standard ones belong to a host, distributed ones to their members."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._switches: dict[str, dict[str, Any]] = {}
        """Switch id -> fields."""
        self._portgroups: dict[str, dict[str, Any]] = {}
        self._distributed: dict[tuple[str, str], list[str]] = {}
        """vCenter and name -> ids of distributed switches."""
        self._on_switch: dict[tuple[str, str], str] = {}
        """Switch id and port group's name -> its id."""

        self._told: set[str] = set()
        """Ids of hosts whose standard port groups are told."""

    # --- making ---------------------------------------------------------------------------------------------

    def standard_switch(self, host: HostDraft, name: str, **facts: Any) -> str:
        """The id of a host's standard switch, made if it is not there yet."""
        if name not in host.switches:
            id_ = self._draft.ids.make(f"switch:{host.name}/{name}", host.vcenter)
            host.switches[name] = id_
            self._switches[id_] = {"name": name, "hosts": {host.id: None}, **facts}
        return host.switches[name]

    def portgroup(self, switch: str, name: str, vcenter: str, wanted_id: str = "", **facts: Any) -> str:
        """The id of a switch's port group, made if it is not there yet, for all hosts of the switch to use."""
        key = (switch, name)
        if key not in self._on_switch:
            id_ = self._draft.ids.make(wanted_id or f"portgroup:{switch}/{name}", vcenter)
            self._on_switch[key] = id_
            self._portgroups[id_] = {"name": name, "switch": switch, **facts}
        return self._on_switch[key]

    def assume_portgroup(self, host: HostDraft, name: str, **facts: Any) -> str:
        """A host's port group of this name; an assumed one on its first standard switch if it has none."""
        if name not in host.portgroups:
            standard = (id_ for id_ in host.switches.values() if not self._switches[id_].get("distributed"))
            switch = next(standard, None) or self.standard_switch(host, _STANDARD, assumed=("*",))
            host.portgroups[name] = self.portgroup(switch, name, host.vcenter, assumed=("*",), **facts)
        return host.portgroups[name]

    def join(self, host: HostDraft, switch: str) -> None:
        """Make a host a member of a distributed switch."""
        self._switches[switch]["hosts"][host.id] = None
        host.switches.setdefault(self._switches[switch]["name"], switch)

    # --- finding --------------------------------------------------------------------------------------------

    def of(self, host: HostDraft, name: str, switch: str = "") -> str:
        """The id of the port group that a name means on a host; "" if there is none."""
        on_switch = self._on_switch.get((host.switches.get(switch, ""), name))
        return on_switch or host.portgroups.get(name, "")

    def tells_of(self, host: HostDraft) -> bool:
        """Whether the export tells a host's standard port groups (or those of the neighbour that it copies)."""
        return host.id in self._told

    def vlan(self, portgroup: str) -> int:
        """A port group's VLAN; 0 for none."""
        return int(self._portgroups.get(portgroup, {}).get("vlan", 0))

    def mtu(self, switch: str) -> int | None:
        """A switch's MTU, if it is told."""
        return self._switches[switch].get("mtu") if switch in self._switches else None

    def name(self, portgroup: str) -> str:
        """A port group's name; "" for none."""
        return str(self._portgroups[portgroup]["name"]) if portgroup else ""

    def switch_of(self, portgroup: str) -> str:
        """Id of a port group's switch; "" for none."""
        return str(self._portgroups[portgroup]["switch"]) if portgroup else ""

    def is_distributed(self, switch: str) -> bool:
        """Whether a switch is a distributed one."""
        return bool(self._switches[switch].get("distributed"))

    def set_subnet(self, portgroup: str, subnet: str) -> None:
        """Say which subnet a port group's guests live in."""
        fields = self._portgroups[portgroup]
        fields["subnet"] = subnet
        if fields.get("assumed") != ("*",):
            fields["assumed"] = ("subnet",)

    # --- reading --------------------------------------------------------------------------------------------

    def read(self, places: Places, book: HostBook) -> None:
        """Take in all four sheets."""
        sheets = self._draft.sheets
        if (sheet := sheets.get("vSwitch")) is not None:
            self._read_standard(sheet, book.lookup(sheet, places))
        if (sheet := sheets.get("vPort")) is not None:
            self._read_ports(sheet, book.lookup(sheet, places))
        if (sheet := sheets.get("dvSwitch")) is not None:
            self._read_distributed(sheet, places, book)
        if (sheet := sheets.get("dvPort")) is not None:
            self._read_distributed_ports(sheet, places)
        self._offer()

    def _read_standard(self, sheet: Sheet, hosts: list[HostDraft | None]) -> None:
        rows = zip(hosts, sheet.texts("Switch"), sheet.counts("MTU"), sheet.counts("# Ports"), strict=True)
        notify = sheet.truths("Notify Switch")
        for index, (host, name, mtu, ports) in enumerate(rows):
            if host is None or not name:
                self._skip(sheet, index, name)
                continue
            facts: dict[str, Any] = {} if mtu is None else {"mtu": _mtu(mtu)}
            if ports:
                facts["ports"] = ports
            self.standard_switch(host, name, notify_switches=notify[index] is not False, **facts)

    def _skip(self, sheet: Sheet, index: int, name: str) -> None:
        if name and sheet.has("Host"):
            self._draft.notes.leave_out("unknownHostRow", name, sheet=sheet.name, row=sheet.row(index))

    def _read_ports(self, sheet: Sheet, hosts: list[HostDraft | None]) -> None:
        rows = zip(hosts, sheet.texts("Port Group"), sheet.texts("Switch"), sheet.texts("VLAN"), strict=True)
        security = _security(sheet, "Promiscuous Mode")
        for index, (host, name, switch, vlan) in enumerate(rows):
            if host is None or not name:
                self._skip(sheet, index, name)
                continue
            on = self.standard_switch(host, switch or _STANDARD)
            facts: dict[str, Any] = {"vlan": _vlan(sheet, index, vlan), **security[index]}
            host.portgroups.setdefault(name, self.portgroup(on, name, host.vcenter, **facts))
            self._told.add(host.id)

    def _read_distributed(self, sheet: Sheet, places: Places, book: HostBook) -> None:
        rows = zip(
            sheet.texts("Switch"),
            places.vcenters_of(sheet),
            sheet.texts("Datacenter"),
            sheet.texts("Host members"),
            sheet.texts("Object ID"),
            sheet.texts("Vendor"),
            sheet.texts("Version"),
            sheet.counts("Max MTU"),
            sheet.counts("# Ports"),
            strict=True,
        )
        for index, (name, vcenter, datacenter, members, object_id, vendor, version, mtu, ports) in enumerate(rows):
            if not name:
                continue
            found = self._members(sheet, index, vcenter, members, book)
            place = places.datacenter(vcenter, datacenter) if datacenter or not found else found[0].datacenter
            facts: dict[str, Any] = {} if mtu is None else {"mtu": _mtu(mtu)}
            facts |= {"ports": ports} if ports else {}
            facts |= {"vendor": vendor} if vendor else {}
            id_ = self._new_distributed(name, vcenter, object_id, {"datacenter": place, "version": version, **facts})
            for host in found or self._all_in(name, place):
                if host.datacenter == place:
                    self.join(host, id_)

    def _members(self, sheet: Sheet, index: int, vcenter: str, members: str, book: HostBook) -> list[HostDraft]:
        found = []
        for name in filter(None, map(str.strip, members.replace(";", ",").split(","))):
            host = book.find(vcenter, name)
            if host is None:
                row = sheet.row(index)
                self._draft.notes.warn("unknownHost", name, sheet=sheet.name, column="Host members", row=row)
            else:
                found.append(host)
        return found

    def _all_in(self, name: str, datacenter: str) -> list[HostDraft]:
        self._draft.notes.assume("switchHosts", name, sheet="dvSwitch", column="Host members")
        return [host for host in self._draft.hosts if host.datacenter == datacenter]

    def _new_distributed(self, name: str, vcenter: str, wanted_id: str, facts: dict[str, Any]) -> str:
        id_ = self._draft.ids.make(wanted_id or f"dvswitch:{name}", vcenter)
        self._switches[id_] = {"name": name, "hosts": {}, "distributed": True, **facts}
        self._distributed.setdefault((vcenter, name), []).append(id_)
        return id_

    def _read_distributed_ports(self, sheet: Sheet, places: Places) -> None:
        rows = zip(
            places.vcenters_of(sheet),
            sheet.texts("Port"),
            sheet.texts("Switch"),
            sheet.texts("VLAN"),
            sheet.texts("Object ID"),
            strict=True,
        )
        security = _security(sheet, "Allow Promiscuous")
        for index, (vcenter, name, switch, vlan, object_id) in enumerate(rows):
            if not name:
                continue
            if (vcenter, switch) not in self._distributed:
                place = places.datacenter(vcenter, "")
                id_ = self._new_distributed(switch or "dvSwitch", vcenter, "", {"datacenter": place, "assumed": ("*",)})
                for host in self._all_in(switch, place):
                    self.join(host, id_)
                self._distributed[vcenter, switch] = [id_]
            facts: dict[str, Any] = {"vlan": _vlan(sheet, index, vlan), **security[index]}
            for on in self._distributed[vcenter, switch]:
                self.portgroup(on, name, vcenter, object_id, **facts)

    def _offer(self) -> None:
        """Every host can use the port groups of the distributed switches that it is a member of."""
        hosts = {host.id: host for host in self._draft.hosts}
        for (switch, name), portgroup in self._on_switch.items():
            if self.is_distributed(switch):
                for host in self._switches[switch]["hosts"]:
                    hosts[host].portgroups.setdefault(name, portgroup)

    # --- copying and finishing ------------------------------------------------------------------------------

    def copy(self, source: HostDraft, target: HostDraft) -> None:
        """Give a host that was made the switches, port groups, uplinks and adapters of a neighbour."""
        for name, switch in source.switches.items():
            if self.is_distributed(switch):
                self.join(target, switch)
            else:
                self.standard_switch(target, name, assumed=("*",))
        if source.id in self._told:
            self._told.add(target.id)
        for name, portgroup in source.portgroups.items():
            target.portgroups[name] = self._counterpart(portgroup, source, target)
        swap = {source.switches[name]: id_ for name, id_ in target.switches.items() if name in source.switches}
        for nic in source.pnics:
            target.pnics.append(
                e.PhysicalNic(device=nic.device, speed_bits_per_s=nic.speed_bits_per_s, switch=swap.get(nic.switch, ""))
            )
        for vmk in source.vmks:
            portgroup = self._counterpart(vmk.portgroup, source, target) if vmk.portgroup else ""
            target.vmks.append(
                e.VmKernelAdapter(device=vmk.device, portgroup=portgroup, subnet=vmk.subnet, mtu=vmk.mtu)
            )

    def _counterpart(self, portgroup: str, source: HostDraft, target: HostDraft) -> str:
        fields = self._portgroups[portgroup]
        if self.is_distributed(fields["switch"]):
            return portgroup
        switch = self.standard_switch(target, self._switches[fields["switch"]]["name"], assumed=("*",))
        facts = {name: value for name, value in fields.items() if name not in ("name", "switch", "assumed")}
        return self.portgroup(switch, fields["name"], target.vcenter, assumed=("*",), **facts)

    def finish(self) -> None:
        """Make the entities."""
        for id_, fields in self._switches.items():
            self._draft.entities.append(e.Switch(id=id_, **{**fields, "hosts": tuple(fields["hosts"])}))
        for id_, fields in self._portgroups.items():
            self._draft.entities.append(e.PortGroup(id=id_, **fields))


def _mtu(told: int) -> int:
    return min(max(told, 1280), 9216)


def _security(sheet: Sheet, promiscuous: str) -> list[dict[str, bool]]:
    columns = (sheet.truths(promiscuous), sheet.truths("Mac Changes"), sheet.truths("Forged Transmits"))
    names = ("promiscuous_mode", "mac_changes", "forged_transmits")
    return [dict(zip(names, map(bool, row), strict=True)) for row in zip(*columns, strict=True)]


def _vlan(sheet: Sheet, index: int, text: str) -> int:
    """A number; a range or several are a trunk; empty is none."""
    if not text:
        return 0
    if text.isdigit() and int(text) <= _TRUNK:
        return int(text)
    if _VLAN_RANGE.fullmatch(text) or "trunk" in text.casefold() or "," in text:
        return _TRUNK
    sheet.bad(index, "VLAN", text)
    return 0
