"""What would become of a cluster after a host fails: the engine itself says what HA restarts where."""

from __future__ import annotations

import msgspec

from vmotion_gui.inventory.commands import HostFailed, InjectFault
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Engine

SETTLED_S = 600.0
"""HA has found the failure and restarted what it could by then."""


class AfterFailure(msgspec.Struct, frozen=True, kw_only=True):
    """An estate some minutes after a host failed, before DRS has looked at it."""

    inventory: Inventory
    restarted: dict[str, str]
    """VM -> host where HA restarted it."""
    stopped: tuple[str, ...]
    """VMs that no longer run."""


def after_failure(inventory: Inventory, host: str) -> AfterFailure:
    """Let a host fail and HA act. KeyError for an unknown host. Changes nothing; what is under way is left out."""
    ran = [id_ for id_ in inventory.vms_on(inventory.hosts[host].id) if inventory.vms[id_].power_state == "poweredOn"]
    engine = Engine(Lab(inventory=inventory))
    engine.submit(InjectFault(fault=HostFailed(host=host)))
    engine.advance(SETTLED_S)
    after = engine.inventory
    runs = {id_: after.vms[id_].power_state == "poweredOn" and after.vms[id_].host != host for id_ in ran}
    return AfterFailure(
        inventory=after,
        restarted={id_: after.vms[id_].host for id_ in ran if runs[id_]},
        stopped=tuple(id_ for id_ in ran if not runs[id_]),
    )
