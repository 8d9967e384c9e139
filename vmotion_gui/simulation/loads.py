"""The load of every link that carries a flow."""

from __future__ import annotations

import math

from vmotion_gui.simulation.capacities import capacity
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.network import Flow
from vmotion_gui.simulation.sharing import LinkKey
from vmotion_gui.simulation.status import LinkLoad
from vmotion_gui.simulation.traffic import others_now

_SHOWN = ("pnic", "link", "datastore")
"""What people see as a link; the rest are limits of some of its users."""


def link_name(key: LinkKey) -> str:
    """ "<host>/<vmnic>", or the network link's or datastore's id."""
    return f"{key.object}/{key.device}" if key.device else key.object


def link_loads(core: Core) -> list[LinkLoad]:
    """One entry for each direction of a link in use, in the order in which they came into use."""
    network = core.state.network
    loads = []
    for key, ids in network.users().items():
        if key.kind not in _SHOWN:
            continue
        gross = capacity(core.state.inventory, (), key)
        shares: dict[str, float] = {}
        for id_ in ids:
            flow = network.flows[id_]
            shares[flow.owner] = shares.get(flow.owner, 0.0) + _used(flow, key)
        used = math.fsum(shares.values())
        known = network.others.get(network.table.id_of(key))
        beside = others_now(core.state.inventory, key, gross, known.others, used) if known else {}
        loads.append(
            LinkLoad(
                link=link_name(key),
                direction=key.direction,
                capacity_bytes_per_s=gross,
                used_bytes_per_s=math.fsum([used, *beside.values()]),
                migrations=shares,
                others=beside,
            )
        )
    return loads


def _used(flow: Flow, key: LinkKey) -> float:
    """Bytes per second of a flow on a link, headers included."""
    return sum(
        rate * use.coefficient
        for part, rate in zip(flow.parts, flow.rates, strict=True)
        for use in part.uses
        if use.link == key
    )
