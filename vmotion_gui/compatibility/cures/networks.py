"""Cures on port groups, switches and vCenter Servers."""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.compatibility.case import Case, migration_type
from vmotion_gui.compatibility.columns import version_of
from vmotion_gui.compatibility.cures.cure import CureBook, Patient, Recipe, cure_text, edit, effect, new_id, put
from vmotion_gui.compatibility.landing import Plug, distributed_landings, plugs
from vmotion_gui.inventory.changes import Change
from vmotion_gui.inventory.entities import PortGroup, Switch, VCenter

BOOK = CureBook()
_SPARE_PORTS = 8


def _case(patient: Patient) -> Case:
    columns = patient.columns
    rows = dict.fromkeys((columns.index[patient.source.id], columns.index[patient.host.id]))
    return Case(columns.taken(list(rows)), patient.spec, migration_type(patient.inventory, patient.spec))


def _standard_there(patient: Patient) -> list[tuple[Plug, PortGroup]]:
    """The adapters that would come into a standard port group of the destination, with that group."""
    case = _case(patient)
    row = case.columns.index[patient.host.id]
    return [
        (plug, patient.inventory.portgroups[case.columns.portgroup_here(plug.portgroup.name, row)])
        for plug in plugs(case, distributed=False)
        if case.columns.network(plug.portgroup.name)[row]
    ]


@BOOK.cure("net.missing")
def create_port_groups(patient: Patient) -> Iterable[Recipe]:
    case = _case(patient)
    row = case.columns.index[patient.host.id]
    missing = {
        p.portgroup.name: p for p in plugs(case, distributed=False) if not case.columns.network(p.portgroup.name)[row]
    }
    own = next(
        (s for s in patient.inventory.switches.values() if not s.distributed and s.hosts == (patient.host.id,)), None
    )
    changes: list[Change] = []
    if own is None:
        own = Switch(
            id=new_id(patient.inventory, f"vswitch-{patient.host.id}"), name="vSwitch0", hosts=(patient.host.id,)
        )
        changes.append(put(own))
    for plug in missing.values():
        group = plug.portgroup
        id_ = new_id(patient.inventory, f"{group.id}-{patient.host.id}")
        changes.append(put(_copied(group, id_, own.id)))
    uplinked = any(nic.switch == own.id for nic in patient.host.pnics)
    effects = () if uplinked else (effect("noUplink", host=patient.host.name),)
    yield Recipe(cure_text("createPortGroups", networks=list(missing), host=patient.host.name), tuple(changes), effects)


def _copied(group: PortGroup, id_: str, switch: str) -> PortGroup:
    return PortGroup(
        id=id_,
        name=group.name,
        switch=switch,
        vlan=group.vlan,
        subnet=group.subnet,
        promiscuous_mode=group.promiscuous_mode,
        mac_changes=group.mac_changes,
        forged_transmits=group.forged_transmits,
    )


@BOOK.cure("net.dvport")
def join_switches(patient: Patient) -> Iterable[Recipe]:
    case = _case(patient)
    row = case.columns.index[patient.host.id]
    absent = {
        p.switch.id: p.switch for p in plugs(case, distributed=True) if not case.columns.members(p.switch.id)[row]
    }
    if any(switch.datacenter not in ("", patient.host.datacenter) for switch in absent.values()):
        return
    changes = tuple(edit(switch, hosts=(*switch.hosts, patient.host.id)) for switch in absent.values())
    names = [switch.name for switch in absent.values()]
    text = cure_text("joinSwitches", host=patient.host.name, switches=names)
    yield Recipe(text, changes, (effect("noUplink", host=patient.host.name),))


@BOOK.cure("net.intranet")
def no_intranet_test(patient: Patient) -> Iterable[Recipe]:
    vcenter = patient.inventory.vcenter_of_host(patient.source)
    text = cure_text("noIntranetTest", vcenter=vcenter.name)
    yield Recipe(text, (edit(vcenter, virtual_intranet_test=False),), (effect("networkCutOff"),))


@BOOK.cure("net.vlan")
def same_vlan(patient: Patient) -> Iterable[Recipe]:
    pairs = [(plug, there) for plug, there in _standard_there(patient) if there.vlan != plug.portgroup.vlan]
    yield _aligned(patient, {there.id: edit(there, vlan=plug.portgroup.vlan) for plug, there in pairs})


@BOOK.cure("net.policies")
def same_policies(patient: Patient) -> Iterable[Recipe]:
    changes: dict[str, Change] = {}
    for plug, there in _standard_there(patient):
        group = plug.portgroup
        changes[there.id] = edit(
            there,
            promiscuous_mode=group.promiscuous_mode,
            mac_changes=group.mac_changes,
            forged_transmits=group.forged_transmits,
        )
    yield _aligned(patient, changes)


def _aligned(patient: Patient, changes: dict[str, Change]) -> Recipe:
    names = [patient.inventory.portgroups[id_].name for id_ in changes]
    text = cure_text("alignPortGroups", networks=names, host=patient.host.name)
    return Recipe(text, tuple(changes.values()), (effect("othersThere"),))


@BOOK.cure("net.full")
def more_ports(patient: Patient) -> Iterable[Recipe]:
    switches = [patient.inventory.switches[there.switch] for _, there in _standard_there(patient)]
    switches += [plug.switch for plug in plugs(_case(patient), distributed=True) if plug.before != plug.switch.id]
    groups, vms = patient.inventory.portgroups, patient.inventory.vms
    changes: dict[str, Change] = {}
    for switch in switches:
        nics = [nic for host in switch.hosts for id_ in patient.inventory.vms_on(host) for nic in vms[id_].nics]
        used = sum(nic.portgroup in groups and groups[nic.portgroup].switch == switch.id for nic in nics)
        if switch.ports <= used:
            changes[switch.id] = edit(switch, ports=used + _SPARE_PORTS)
    names = [patient.inventory.switches[id_].name for id_ in changes]
    yield Recipe(cure_text("morePorts", switches=names), tuple(changes.values()))


def _landed(patient: Patient) -> list[tuple[Plug, Switch]]:
    """The distributed switches that the VM's adapters would come to at the destination."""
    case = _case(patient)
    row = case.columns.index[patient.host.id]
    return [
        (plug, switch)
        for plug in plugs(case, distributed=True)
        for mask, _, switch in distributed_landings(case, plug)
        if mask[row]
    ]


@BOOK.cure("net.dvsVersion")
def upgrade_switches(patient: Patient) -> Iterable[Recipe]:
    switches = patient.inventory.switches
    pairs = [(switches[p.before], switch) for p, switch in _landed(patient) if p.before in switches]
    if any(one.vendor != other.vendor for one, other in pairs):
        return
    newest = max((s.version for pair in pairs for s in pair), key=version_of)
    old = {s.id: s for pair in pairs for s in pair if s.version != newest and s.distributed}
    text = cure_text("upgradeSwitches", switches=[s.name for s in old.values()], version=newest)
    yield Recipe(text, tuple(edit(s, version=newest) for s in old.values()), (effect("allHostsNewer"),))


@BOOK.cure("net.unusable")
def end_switch_maintenance(patient: Patient) -> Iterable[Recipe]:
    switches = patient.inventory.switches
    landed = _landed(patient)
    if any(p.before in switches and switches[p.before].data_path != s.data_path for p, s in landed):
        return
    under = {s.id: s for _, s in landed} | {g.switch: switches[g.switch] for _, g in _standard_there(patient)}
    busy = [switch for switch in under.values() if switch.under_maintenance]
    text = cure_text("endSwitchMaintenance", switches=[switch.name for switch in busy])
    yield Recipe(text, tuple(edit(s, under_maintenance=False) for s in busy), (effect("workInterrupted"),))


@BOOK.cure("net.macBlocked")
def unblock(patient: Patient) -> Iterable[Recipe]:
    vcenter = patient.inventory.vcenter_of_host(patient.host)
    own = {nic.mac_address.casefold() for nic in patient.vm.nics}
    kept = tuple(mac for mac in vcenter.blocked_mac_addresses if mac.casefold() not in own)
    text = cure_text("unblockMac", vcenter=vcenter.name)
    yield Recipe(text, (edit(vcenter, blocked_mac_addresses=kept),), (effect("doubleMac"),))


def _vcenters(patient: Patient) -> dict[str, VCenter]:
    both = (patient.inventory.vcenter_of_host(patient.source), patient.inventory.vcenter_of_host(patient.host))
    return {vcenter.id: vcenter for vcenter in both}


_NEEDED = {"xvc.version": "6.0.0", "xvc.sso": "7.0.1", "xvc.advanced": "6.5.0", "xvc.encrypted": "8.0.0"}

for _rule, _version in _NEEDED.items():

    @BOOK.cure(_rule)
    def update_vcenters(patient: Patient, needed: str = _version) -> Iterable[Recipe]:
        old = [v for v in _vcenters(patient).values() if version_of(v.version) < version_of(needed)]
        text = cure_text("updateVCenters", vcenters=[vcenter.name for vcenter in old], version=needed)
        yield Recipe(text, tuple(edit(v, version=needed) for v in old), (effect("vcenterDown"),))


@BOOK.cure("xvc.edition")
def standard_edition(patient: Patient) -> Iterable[Recipe]:
    small = [vcenter for vcenter in _vcenters(patient).values() if vcenter.edition != "standard"]
    text = cure_text("standardEdition", vcenters=[vcenter.name for vcenter in small])
    yield Recipe(text, tuple(edit(vcenter, edition="standard") for vcenter in small), (effect("licence"),))
