"""What a host's card says, read from the inventory once and kept until something of it changes."""

from __future__ import annotations

import functools
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.gui import objects
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.placement import host_load


@dataclass(frozen=True)
class HostFacts:
    """A host in words and shares; words are made when they are first asked for, which from afar they never are."""

    host: e.Host
    vms: int
    state: objects.State
    cpu_share: float
    memory_share: float

    @property
    def name(self) -> str:
        return self.host.name

    @functools.cached_property
    def short_name(self) -> str:
        """Without its domain."""
        return short(self.host.name)

    @functools.cached_property
    def count(self) -> str:
        """ "14 VMs"."""
        return vm_count(self.vms)

    @functools.cached_property
    def line(self) -> str:
        """ "14 VMs · 8.0.3", or the state."""
        return f"{self.count} · {objects.state_text(self.host) or f'ESXi {self.host.version}'}"

    @functools.cached_property
    def cpu_text(self) -> str:
        return percent(self.cpu_share)

    @functools.cached_property
    def memory_text(self) -> str:
        return percent(self.memory_share)

    @property
    def reachable(self) -> bool:
        """Whether its load means anything."""
        return self.state not in ("notResponding", "disconnected", "standby", "off")


def host_facts(inventory: Inventory, host: e.Host) -> HostFacts:
    """What the host's card says."""
    load = host_load(inventory, host)
    return HostFacts(
        host=host,
        vms=len(inventory.vms_on(host.id)),
        state=objects.state_of(host),
        cpu_share=load.cpu_share,
        memory_share=load.memory_share,
    )


def short(name: str) -> str:
    """A host name without its domain; an IP address as it is."""
    first, _, rest = name.partition(".")
    return name if first.isdigit() or not rest else first


def percent(share: float) -> str:
    """ "62 %"."""
    return f"{QLocale().toString(round(share * 100.0))} %"


def vm_count(count: int) -> str:
    """ "14 VMs"."""
    if count == 1:
        return QCoreApplication.translate("Topology", "1 VM")
    return QCoreApplication.translate("Topology", "{count} VMs").format(count=QLocale().toString(count))


def host_count(count: int) -> str:
    """ "5 hosts"."""
    if count == 1:
        return QCoreApplication.translate("Topology", "1 host")
    return QCoreApplication.translate("Topology", "{count} hosts").format(count=QLocale().toString(count))


@dataclass(frozen=True)
class ChipFacts:
    """A VM's chip in words."""

    id: str
    name: str
    """With its connection state, if that is not plain connected."""
    power: str
    template: bool
    dimmed: bool


def chip_facts(vm: e.VirtualMachine) -> ChipFacts:
    """What the VM's chip says."""
    state = objects.state_of(vm)
    dimmed = vm.template or state in ("off", "disconnected")
    return ChipFacts(vm.id, objects.label(vm), vm.power_state, vm.template, dimmed)
