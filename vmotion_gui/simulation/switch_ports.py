"""Which port the physical switch has learned for a VM's MAC addresses: the old host's, until a RARP from the new one.

After VMware's vSphere Networking, *Notify Switches*: between the resume and the RARP frames still go to the old host.
"""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.status import MigrationStatus


class PortEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A line of the switch's table."""

    mac_address: str
    nic: str
    host: str
    """To whose port frames go."""
    learned_s: float | None = None
    """When it was learned in this migration; None: before it."""
    astray: bool = False
    """The VM runs elsewhere already: frames do not reach it."""


def switch_ports(events: Iterable[Event], status: MigrationStatus, inventory: Inventory) -> tuple[PortEntry, ...]:
    """The table at the moment of the last event, for the VM of a migration; empty if the VM is gone."""
    vm = inventory.vms.get(status.vm)
    if vm is None:
        return ()
    own = [event for event in events if event.migration == status.id]
    learned = {str(e.text.args.get("mac", "")): e.time_s for e in own if e.type == "RarpSent"}
    over_there = any(event.type == "VmResumed" and event.host == status.destination_host for event in own)
    return tuple(
        PortEntry(
            mac_address=nic.mac_address,
            nic=nic.label,
            host=status.destination_host if nic.mac_address in learned else status.source_host,
            learned_s=learned.get(nic.mac_address),
            astray=over_there and nic.mac_address not in learned,
        )
        for nic in vm.nics
        if nic.connected and nic.mac_address
    )
