"""What else goes over a host's network, and how a distributed switch divides an adapter among kinds of traffic."""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.inventory import quantities as q

TrafficClass = Literal[
    "management",
    "faultTolerance",
    "vmotion",
    "virtualMachine",
    "iSCSI",
    "nfs",
    "hbr",
    "vsan",
    "vdp",
    "backupNfc",
]
"""Kinds of traffic, by Network I/O Control's keys (`DistributedVirtualSwitchHostInfrastructureTrafficClass`): hbr is
vSphere Replication, vdp data protection, backupNfc the transport of backups."""

OtherTraffic = Literal[
    "management", "faultTolerance", "virtualMachine", "iSCSI", "nfs", "hbr", "vsan", "vdp", "backupNfc"
]
"""All but vMotion, which is what is simulated."""


class _Value(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of the values."""


class TrafficLoad(_Value, frozen=True, kw_only=True):
    """A steady load of a physical adapter by other traffic, which takes less where there is no room for it."""

    traffic: OtherTraffic = "virtualMachine"
    send_bytes_per_s: q.Rate = 0.0
    receive_bytes_per_s: q.Rate = 0.0


class TrafficAllocation(_Value, frozen=True, kw_only=True):
    """What Network I/O Control gives a kind of traffic on each physical adapter of a distributed switch, for sending:
    where the adapter is full, each kind that has something to send gets a part by its shares."""

    traffic: TrafficClass
    shares: q.Shares = 50
    reservation_bits_per_s: q.Rate = 0.0
    """What it gets whatever others want."""
    limit_bits_per_s: q.Bandwidth | None = None
    """What it gets at most, also of an idle adapter; null: no limit."""


DEFAULT_SHARES: dict[TrafficClass, int] = {"virtualMachine": 100}
"""vSphere's own; 50 for all others."""
