"""Cures on the hosts: their states, licences and vMotion adapters."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from vmotion_gui.compatibility.columns import vmotion_adapters, vmotion_uplinks
from vmotion_gui.compatibility.cures.cure import CureBook, Patient, Recipe, cure_text, edit, effect
from vmotion_gui.inventory.changes import Change
from vmotion_gui.inventory.entities import Host, VmKernelAdapter
from vmotion_gui.inventory.estate import Inventory

BOOK = CureBook()
_TEN_GIGABIT = 10_000_000_000
_FEATURES = {
    "vmotion.licence": "vmotion",
    "vmotion.longDistance": "longdistance",
    "svmotion.licence": "storagevmotion",
    "xvc.licence": "crossvcenter",
}
_NAMES = {
    "vmotion": "vMotion",
    "longdistance": "Long Distance vMotion",
    "storagevmotion": "Storage vMotion",
    "crossvcenter": "Cross vCenter vMotion",
}


def _of_host(host: Host, text: str, *effects: str, **fields: Any) -> Recipe:
    notes = tuple(effect(kind, host=host.name) for kind in effects)
    return Recipe(cure_text(text, host=host.name), (edit(host, **fields),), notes)


@BOOK.cure("host.source")
def connect_source(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.source, "connectHost", "networkRepaired", connection_state="connected")


@BOOK.cure("host.disconnected", "host.unreachable")
def connect(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "connectHost", "networkRepaired", connection_state="connected")


@BOOK.cure("host.power")
def power_on(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "powerOnHost", "bootTakesMinutes", power_state="poweredOn")


@BOOK.cure("host.maintenance")
def exit_maintenance(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "exitMaintenance", "workInterrupted", maintenance_state="normal")


@BOOK.cure("host.fileMove")
def exit_source_maintenance(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.source, "exitMaintenance", "workInterrupted", maintenance_state="normal")


@BOOK.cure("host.agents")
def deploy_agents(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "deployAgents", agent_vms_deployed=True)


@BOOK.cure("host.quarantine")
def end_quarantine(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "endQuarantine", "stillDegraded", in_quarantine_mode=False)


@BOOK.cure("host.component")
def replace_component(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "replaceComponent", "hardware", component_failed=False)


@BOOK.cure("ha.error")
def reconfigure_ha(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "reconfigureHa", das_state="healthy")


@BOOK.cure("lic.vms", "cpu.licence")
def larger_licence(patient: Patient) -> Iterable[Recipe]:
    yield _of_host(patient.host, "largerLicence", "licence", licence_max_vms=None, licence_max_cpus=None)


def _licensed(patient: Patient, feature: str) -> Recipe:
    hosts = [host for host in _both(patient) if feature not in host.licence_features]
    changes = tuple(edit(host, licence_features=(*host.licence_features, feature)) for host in hosts)
    names = [host.name for host in hosts]
    return Recipe(cure_text("licenceFeature", hosts=names, feature=_NAMES[feature]), changes, (effect("licence"),))


def _both(patient: Patient) -> tuple[Host, ...]:
    return (patient.source, patient.host) if patient.host.id != patient.source.id else (patient.source,)


for _rule, _feature in _FEATURES.items():

    @BOOK.cure(_rule)
    def license_feature(patient: Patient, feature: str = _feature) -> Iterable[Recipe]:
        yield _licensed(patient, feature)


@BOOK.cure("vmotion.source")
def enable_on_source(patient: Patient) -> Iterable[Recipe]:
    yield from _enabled(patient.inventory, patient.source, patient.host)


@BOOK.cure("vmotion.target")
def enable_on_target(patient: Patient) -> Iterable[Recipe]:
    yield from _enabled(patient.inventory, patient.host, patient.source)


def _enabled(inventory: Inventory, host: Host, other: Host) -> Iterable[Recipe]:
    """vMotion on the adapter that is in a vMotion subnet of the other host, else on the first one."""
    subnets = {vmk.subnet for vmk in vmotion_adapters(other)}
    ranked = sorted(host.vmk_adapters, key=lambda vmk: (vmk.subnet not in subnets, "management" in vmk.services))
    if not ranked:
        return
    chosen = ranked[0].device
    vmks = tuple(
        msgspec.structs.replace(vmk, services=(*vmk.services, "vmotion")) if vmk.device == chosen else vmk
        for vmk in host.vmk_adapters
    )
    shared = (effect("sharedAdapter", device=chosen),) if ranked[0].services else ()
    text = cure_text("enableVmotion", device=chosen, host=host.name)
    yield Recipe(text, (edit(host, vmk_adapters=vmks),), shared)


@BOOK.cure("vmotion.sourceLinkdown")
def source_link_up(patient: Patient) -> Iterable[Recipe]:
    yield from _link_up(patient, (patient.source,), "linkUp", "cable")


@BOOK.cure("vmotion.linkdown")
def link_up(patient: Patient) -> Iterable[Recipe]:
    yield from _link_up(patient, (patient.host,), "linkUp", "cable")


@BOOK.cure("vmotion.slow")
def faster_link(patient: Patient) -> Iterable[Recipe]:
    yield from _link_up(patient, _both(patient), "fasterLink", "hardware")


def _link_up(patient: Patient, hosts: tuple[Host, ...], text: str, note: str) -> Iterable[Recipe]:
    changes: list[Change] = []
    for host in hosts:
        uplinks = {nic.device for nic in vmotion_uplinks(patient.inventory, host)}
        pnics = tuple(
            msgspec.structs.replace(nic, speed_bits_per_s=max(nic.speed_bits_per_s, _TEN_GIGABIT), full_duplex=True)
            if nic.device in uplinks
            else nic
            for nic in host.pnics
        )
        if not uplinks:
            return
        if pnics != host.pnics:
            changes.append(edit(host, pnics=pnics))
    names = [host.name for host in hosts]
    yield Recipe(cure_text(text, hosts=names), tuple(changes), (effect(note, host=names[0]),))


@BOOK.cure("vmotion.mtu")
def same_mtu(patient: Patient) -> Iterable[Recipe]:
    smallest = min(vmk.mtu for host in _both(patient) for vmk in vmotion_adapters(host))
    changes = tuple(edit(host, vmk_adapters=_with_mtu(host, smallest)) for host in _both(patient))
    yield Recipe(cure_text("sameMtu", mtu=smallest), changes, (effect("smallFrames"),))


def _with_mtu(host: Host, mtu: int) -> tuple[VmKernelAdapter, ...]:
    return tuple(
        msgspec.structs.replace(vmk, mtu=mtu) if "vmotion" in vmk.services else vmk for vmk in host.vmk_adapters
    )


@BOOK.cure("vmotion.names")
def same_network_name(patient: Patient) -> Iterable[Recipe]:
    groups = patient.inventory.portgroups
    here = [groups[vmk.portgroup] for vmk in vmotion_adapters(patient.source) if vmk.portgroup in groups]
    there = [groups[vmk.portgroup] for vmk in vmotion_adapters(patient.host) if vmk.portgroup in groups]
    text = cure_text("renameNetwork", network=there[0].name, name=here[0].name)
    yield Recipe(text, (edit(there[0], name=here[0].name),), (effect("othersRenamed"),))
