"""What an entered object brings about elsewhere, so that people need not enter it twice."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import Change, EntityPut
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.building.editing import edited, with_space


def joined(inventory: Inventory, entity: e.Entity) -> tuple[e.Entity, ...]:
    """The distributed switches that a host becomes a member of by its adapters; nothing for other objects."""
    if not isinstance(entity, e.Host):
        return ()
    groups = (inventory.portgroups.get(vmk.portgroup) for vmk in entity.vmk_adapters)
    wanted = {nic.switch for nic in entity.pnics} | {group.switch for group in groups if group is not None}
    switches = (inventory.switches.get(id_) for id_ in sorted(wanted))
    return tuple(
        msgspec.structs.replace(switch, hosts=(*switch.hosts, entity.id))
        for switch in switches
        if switch is not None
        and switch.distributed
        and switch.datacenter == entity.datacenter
        and entity.id not in switch.hosts
    )


def changes_for(inventory: Inventory, entity: e.Entity, along: Iterable[e.Entity] = ()) -> tuple[Change, ...]:
    """The changes of an estate that an entered object asks for: itself, what comes along with it and what it joins."""
    more = [EntityPut.of(one) for one in along]
    following = inventory.with_entities(along)
    switches = [EntityPut.of(switch) for switch in joined(following, entity)]
    if inventory.get(entity.id) is None:
        return with_space(inventory, [*more, EntityPut.of(entity), *switches])
    return (*edited(inventory, entity), *more, *switches)
