"""The table of all rules, in the order in which their reasons are shown."""

from __future__ import annotations

from vmotion_gui.compatibility.rule import Rule
from vmotion_gui.compatibility.rules import (
    addresses,
    capacity,
    cluster_rules,
    cpu,
    cross_vcenter,
    devices,
    host_state,
    storage,
    vm_networks,
    vm_state,
    vmotion_network,
)

RULES: tuple[Rule, ...] = tuple(
    rule
    for module in (
        vm_state,
        host_state,
        cpu,
        capacity,
        vmotion_network,
        vm_networks,
        addresses,
        storage,
        devices,
        cluster_rules,
        cross_vcenter,
    )
    for rule in module.BOOK.rules
)
