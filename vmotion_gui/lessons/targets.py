"""What a lesson can point at: names of parts of the window, and objects of the lab.

The window registers a widget under every name; a test checks that it knows all of them and no others.
"""

from __future__ import annotations

WINDOW_TARGETS: tuple[str, ...] = (
    "inventory",
    "topology",
    "details",
    "tasks",
    "events",
    "migration",
    "migration.stages",
    "migration.memory",
    "migration.charts",
    "timeline",
    "transport",
    "lesson",
)
"""Parts of the window by name: docks and panels, the stages, heat map and charts of a migration, the lesson itself."""

OBJECT = "object:"
"""Before the id of an object of the lab: "object:host-1" is that host where the topology shows it."""


def object_id(target: str) -> str:
    """The id of an object's target; empty for a part of the window."""
    return target.removeprefix(OBJECT) if target.startswith(OBJECT) else ""
