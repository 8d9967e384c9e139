"""What each kind of link carries at most, by the inventory."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import TYPE_CHECKING, cast

from vmotion_gui.inventory.entities import Host
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.traffic import TrafficClass
from vmotion_gui.simulation.sharing import LinkKey
from vmotion_gui.simulation.traffic import kind_limit_bytes_per_s, left_for_migrations

if TYPE_CHECKING:
    from vmotion_gui.simulation.network import Network

KIND_SEPARATOR = "/"
"""Between an adapter and a kind of traffic in the name of that kind's limit there."""


def capacity(inventory: Inventory, lost_hosts: Iterable[str], key: LinkKey) -> float:
    """Bytes per second that one direction of a link carries, headers included; 0 of what is down or gone."""
    match key.kind:
        case "pnic" | "halfDuplex":
            host = inventory.hosts.get(key.object)
            speeds = [nic.speed_bits_per_s for nic in host.pnics if nic.device == key.device] if host else []
            return sum(speeds) / 8.0
        case "link":
            link = inventory.links.get(key.object)
            return link.bandwidth_bits_per_s / 8.0 if link and link.state == "up" else 0.0
        case "datastore":
            datastore = inventory.datastores.get(key.object)
            if datastore is None or not datastore.accessible:
                return 0.0
            read = key.direction == "read"
            return datastore.read_bandwidth_bytes_per_s if read else datastore.write_bandwidth_bytes_per_s
        case "shaper":
            return _shaped(inventory, inventory.hosts.get(key.object), key)
        case "kindLimit":
            device, _, kind = key.device.rpartition(KIND_SEPARATOR)
            return kind_limit_bytes_per_s(inventory, key.object, device, cast(TrafficClass, kind))
        case _:
            return 0.0 if key.object in lost_hosts else math.inf


def _shaped(inventory: Inventory, host: Host | None, key: LinkKey) -> float:
    """What a VMkernel adapter's port group lets it send or receive."""
    for vmk in host.vmk_adapters if host else ():
        group = inventory.portgroups.get(vmk.portgroup)
        if vmk.device == key.device and group is not None:
            limit = group.shaping_out_bits_per_s if key.direction == "tx" else group.shaping_in_bits_per_s
            return math.inf if limit is None else limit / 8.0
    return math.inf


def free_capacity(inventory: Inventory, lost_hosts: Iterable[str], key: LinkKey, network: Network) -> float:
    """What of a link's capacity migrations can have beside other traffic, as it was noticed."""
    link = network.table.id_of(key)
    beside = network.others.get(link)
    if beside is None or not beside.others:
        return capacity(inventory, lost_hosts, key)
    kinds = network.kinds_on(link)
    if kinds not in beside.left:
        gross = capacity(inventory, lost_hosts, key)
        beside.left[kinds] = left_for_migrations(inventory, key, gross, beside.others, kinds)
    return beside.left[kinds]
