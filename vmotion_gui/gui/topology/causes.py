"""Why a host refuses VMs, as the picture shows it: broken edges to the objects that are the cause, and a few words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.gui.drag.port import HostMarks
from vmotion_gui.gui.topology.layout import Layout
from vmotion_gui.inventory.entities import PortGroup
from vmotion_gui.inventory.estate import Inventory

_BETWEEN_HOSTS = ("cpu.", "vmotion.subnet", "vmotion.rtt", "vmotion.longDistance", "vmotion.protocol")
"""Rules by which the VM's own host and the other one do not fit: their edge runs between the two."""


class Cause(NamedTuple):
    """One reason of a refusal at one host."""

    host: str
    node: str
    """The object at the edge's other end, which the picture shows; "" if the cause is the host itself."""
    text: str
    """A few words."""
    named: str = ""
    """The object that the words name where it is another one: a port group, drawn as its subnet."""


def causes_at(inventory: Inventory, layout: Layout, verdicts: HostMarks, host: str) -> tuple[Cause, ...]:
    """Why a host is no target, errors only; each once. Nothing for what is no host."""
    if host not in verdicts.host_ids:
        return ()
    found: dict[Cause, None] = {}
    for reason in verdicts.reasons(host):
        if reason.severity >= Severity.ERROR:
            text = short_text(reason.rule)
            ends = list(dict.fromkeys(_nodes(inventory, layout, reason, host))) or [("", "")]
            found.update((Cause(host, node, text, named), None) for node, named in ends)
    return tuple(found)


def _nodes(inventory: Inventory, layout: Layout, reason: Reason, host: str) -> Iterator[tuple[str, str]]:
    """Where edges end, and the object to be named there if it is another one."""
    for id_ in reason.objects[2:]:
        entity = inventory.get(id_)
        node = entity.subnet if isinstance(entity, PortGroup) else id_
        if node not in layout.boxes:
            node = layout.ties.local.get(node, "")
        if node in layout.boxes and node != host and not _holds(layout, node, host):
            yield node, "" if node == id_ else id_
    if reason.rule.startswith(_BETWEEN_HOSTS) and reason.objects and reason.objects[0] in inventory.vms:
        own = inventory.vms[reason.objects[0]].host
        if own in layout.boxes and own != host:
            yield own, ""


def _holds(layout: Layout, frame: str, id_: str) -> bool:
    while id_ in layout.parents:
        id_ = layout.parents[id_]
        if id_ == frame:
            return True
    return False


def short_text(rule: str) -> str:
    """What is wrong in a few words, by the rule; the whole sentence stands at the pointer."""
    texts = _texts()
    return texts.get(rule) or texts[rule.split(".")[0]]


def _texts() -> dict[str, str]:
    return {
        "vm": QCoreApplication.translate("Topology", "state of the VM"),
        "vm.question": QCoreApplication.translate("Topology", "unanswered question"),
        "vm.encrypted": QCoreApplication.translate("Topology", "no access to the key"),
        "host": QCoreApplication.translate("Topology", "host not available"),
        "host.maintenance": QCoreApplication.translate("Topology", "maintenance mode"),
        "host.disconnected": QCoreApplication.translate("Topology", "disconnected"),
        "host.same": QCoreApplication.translate("Topology", "runs here"),
        "host.vmhw": QCoreApplication.translate("Topology", "hardware version too new"),
        "host.full": QCoreApplication.translate("Topology", "too many VMs"),
        "ha": QCoreApplication.translate("Topology", "vSphere HA"),
        "cpu": QCoreApplication.translate("Topology", "processor does not fit"),
        "cpu.vendor": QCoreApplication.translate("Topology", "other CPU vendor"),
        "cpu.evc": QCoreApplication.translate("Topology", "EVC mode too low"),
        "cpu.features": QCoreApplication.translate("Topology", "CPU features missing"),
        "memory": QCoreApplication.translate("Topology", "not enough memory"),
        "cap": QCoreApplication.translate("Topology", "not enough room"),
        "lic": QCoreApplication.translate("Topology", "licence"),
        "vmotion": QCoreApplication.translate("Topology", "vMotion not possible"),
        "vmotion.source": QCoreApplication.translate("Topology", "no vMotion adapter at the source"),
        "vmotion.target": QCoreApplication.translate("Topology", "no vMotion adapter"),
        "vmotion.linkdown": QCoreApplication.translate("Topology", "vMotion link down"),
        "vmotion.licence": QCoreApplication.translate("Topology", "licence"),
        "svmotion": QCoreApplication.translate("Topology", "Storage vMotion not possible"),
        "net": QCoreApplication.translate("Topology", "network does not fit"),
        "net.missing": QCoreApplication.translate("Topology", "port group missing"),
        "net.dvport": QCoreApplication.translate("Topology", "port group missing"),
        "ds": QCoreApplication.translate("Topology", "datastore does not fit"),
        "ds.config": QCoreApplication.translate("Topology", "datastore not shared"),
        "ds.disk": QCoreApplication.translate("Topology", "datastore not shared"),
        "ds.space": QCoreApplication.translate("Topology", "not enough space"),
        "ds.inaccessible": QCoreApplication.translate("Topology", "datastore not accessible"),
        "disk": QCoreApplication.translate("Topology", "disk cannot move"),
        "rdm": QCoreApplication.translate("Topology", "raw device mapping"),
        "rdm.lun": QCoreApplication.translate("Topology", "LUN not visible"),
        "swap": QCoreApplication.translate("Topology", "swap file"),
        "dev": QCoreApplication.translate("Topology", "device tied to the host"),
        "rule": QCoreApplication.translate("Topology", "DRS rule"),
        "drs": QCoreApplication.translate("Topology", "DRS"),
        "xvc": QCoreApplication.translate("Topology", "vCenter Servers do not fit"),
    }
