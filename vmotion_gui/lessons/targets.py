"""What a lesson can point at: parts of the window, objects of the lab and the edges between them, regions, moments.

The window registers a widget under every name of a part; a test checks that it knows all of them and no others.
"""

from __future__ import annotations

import math
from typing import Literal, NamedTuple

WINDOW_TARGETS: tuple[str, ...] = (
    "inventory",
    "topology",
    "details",
    "knobs",
    "tasks",
    "events",
    "alarms",
    "logs",
    "migration",
    "migration.stages",
    "migration.memory",
    "migration.charts",
    "migration.wire",
    "migration.service",
    "timeline",
    "transport",
    "lesson",
)
"""Parts of the window by name: docks and panels, the stages, heat map and charts of a migration, the lesson itself."""

OBJECT = "object:"
"""Before the id of an object of the lab: "object:host-1" is that host where the topology shows it."""
EDGE = "edge:"
"""Before the ids of two objects: "edge:host-1/datastore-2" is what joins them in the topology."""
REGION = "region:"
"""Before the ids of objects: "region:host-1/host-2" is the part of the topology that they fill together."""
MOMENTS = "moments:"
"""Before two times: "moments:12/18.5" is the part of the charts between these simulated seconds."""

_AND = "/"


class Target(NamedTuple):
    """A target, taken apart."""

    kind: Literal["part", "objects", "edge", "moments"]
    part: str = ""
    """The name of a part of the window."""
    ids: tuple[str, ...] = ()
    """Objects of the lab."""
    begin_s: float = 0.0
    end_s: float = 0.0


def target_of(text: str) -> Target | None:
    """What a text points at; None if that is nothing that there is. Whether its objects exist is another question."""
    if text in WINDOW_TARGETS:
        return Target("part", text)
    for prefix, least, most in ((OBJECT, 1, 1), (EDGE, 2, 2), (REGION, 1, math.inf)):
        if text.startswith(prefix):
            ids = tuple(text.removeprefix(prefix).split(_AND)) if prefix != OBJECT else (text.removeprefix(prefix),)
            kind: Literal["edge", "objects"] = "edge" if prefix == EDGE else "objects"
            return Target(kind, ids=ids) if least <= len(ids) <= most and all(ids) else None
    return _moments(text.removeprefix(MOMENTS)) if text.startswith(MOMENTS) else None


def _moments(text: str) -> Target | None:
    try:
        begin_s, end_s = (float(word) for word in text.split(_AND))
    except ValueError:
        return None
    return Target("moments", begin_s=begin_s, end_s=end_s) if 0.0 <= begin_s < end_s < math.inf else None


def in_topology(text: str) -> bool:
    """Whether a target is the topology, or something in it."""
    target = target_of(text)
    return target is not None and (target.part == "topology" or bool(target.ids))
