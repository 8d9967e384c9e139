"""What all items of the picture draw from: the estate, its layout, and what is marked at the moment."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from dataclasses import dataclass, field

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.topology.layout import Layout
from vmotion_gui.gui.topology.loads import Loads
from vmotion_gui.gui.topology.style import Style
from vmotion_gui.inventory.estate import Inventory

NEAR_SCALE = 0.95
NEAREST_COLLAPSED = 0.62
MID_SCALE = 0.34
SUMMARY_SCALE = 0.22
COLLAPSE_ABOVE = 200
"""Visible objects from which chips lose their names, below reading zoom."""


class Detail(enum.IntEnum):
    """How much is drawn."""

    FAR = 0
    """A host is a filled rectangle with its load."""
    SUMMARY = 1
    """Name, count of VMs, bars."""
    MID = 2
    """Chips as tiles in their places."""
    NEAR = 3
    """Chips with names."""


def detail_for(scale: float, visible: int, collapse_above: int = COLLAPSE_ABOVE) -> Detail:
    """What to draw at a zoom with so many hosts and VMs in sight."""
    if scale >= NEAR_SCALE or (scale >= NEAREST_COLLAPSED and visible <= collapse_above):
        return Detail.NEAR
    return Detail.MID if scale >= MID_SCALE else Detail.SUMMARY if scale >= SUMMARY_SCALE else Detail.FAR


@dataclass
class Picture:
    """Shared by the items of one scene; who changes it tells the items concerned to repaint."""

    style: Style
    inventory: Inventory
    layout: Layout
    scale: float = 1.0
    """Screen pixels per scene unit."""
    detail: Detail = Detail.NEAR
    hovered: str = ""
    target: str = ""
    """What a drag is over and would be taken by."""
    selected: frozenset[str] = frozenset()
    matches: frozenset[str] = frozenset()
    searching: bool = False
    severities: Mapping[str, Severity] | None = None
    """Host -> verdict while something is dragged."""
    leaving: dict[str, float] = field(default_factory=dict)
    """VM that is migrating -> progress of 0 to 1."""
    alarms: Mapping[str, int] = field(default_factory=dict)
    """Object -> 1 for a warning, 2 for an alert that nobody has acknowledged."""
    loads: Loads = field(default_factory=Loads)
    """What the links carry."""
    stunned: set[str] = field(default_factory=set)
    """VMs that stand still for their switchover."""
