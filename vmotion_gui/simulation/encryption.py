"""Encrypted vMotion: when it is, and what it costs the CPU."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from vmotion_gui.inventory.entities import Host, VirtualMachine
from vmotion_gui.simulation.versions import version_of

if TYPE_CHECKING:
    from vmotion_gui.simulation.core import Core
    from vmotion_gui.simulation.plan import Plan

ENCRYPTS_SINCE = (6, 5, 0)


def encrypts(vm: VirtualMachine, hosts: tuple[Host, Host]) -> bool:
    """Whether a live migration between two hosts is encrypted: always of an encrypted VM and where it is required,
    never where it is disabled, else where both hosts can (vSphere's default, "opportunistic")."""
    if vm.encrypted or vm.migrate_encryption == "required":
        return True
    able = all(host.encrypted_vmotion_supported and version_of(host.version) >= ENCRYPTS_SINCE for host in hosts)
    return able and vm.migrate_encryption == "opportunistic"


def encryption_cycles(core: Core, plan: Plan) -> float:
    """CPU cycles that each end of a migration spends on encrypting a byte; 0 where nothing is encrypted."""
    if not plan.live or not core.profile.encryption_cycles_per_byte:
        return 0.0
    inventory = core.state.inventory
    hosts = inventory.hosts[plan.source], inventory.hosts[plan.destination]
    return core.profile.encryption_cycles_per_byte if encrypts(inventory.vms[plan.vm], hosts) else 0.0


def stream_bytes_per_s(hosts: tuple[Host, Host], cycles_per_byte: float) -> float:
    """What one stream's crypto helper gets through: it has one core, at the slower host."""
    return min(host.cpu_mhz for host in hosts) * 1e6 / cycles_per_byte if cycles_per_byte else math.inf
