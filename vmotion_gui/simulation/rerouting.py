"""Ways that change while a copy is on them: a link or adapter fails, comes back, or gets another speed, delay or loss.

Copies take the best way that there is at any moment (routers and teams of adapters agree on it at once, which is
assumed). Where there is none any more, a copy stays on its old one: it stalls there until that is back, or until its
patience is over.
"""

from __future__ import annotations

from vmotion_gui.messages import message
from vmotion_gui.simulation.checking import find_cold_route, find_route
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.disk_copy import refresh_files, refresh_mirrors
from vmotion_gui.simulation.memory_copy import limit_copy
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.routes import Route
from vmotion_gui.simulation.status import Phase

_PLACES = ("pnic", "link")


def ways_changed(core: Core) -> None:
    """Links or adapters may be others than before: every running copy looks for its way again."""
    hosts = core.state.inventory.hosts
    for id_ in core.state.active:
        migration = core.state.migrations[id_]
        gone = not {migration.plan.source, migration.plan.destination} <= hosts.keys()
        if migration.route is None or gone or migration.phase in (Phase.QUEUED, Phase.ROLLING_BACK):
            continue
        found = find_route(core, migration) or migration.route
        cold = find_cold_route(core, migration) or migration.cold_route
        if (found, cold) != (migration.route, migration.cold_route):
            _take(core, migration, found, cold)


def _take(core: Core, migration: Migration, found: Route, cold: Route | None) -> None:
    """Send the rest this way, and cold files that."""
    before = migration.route
    assert before is not None
    core.settle(core, migration)
    core.note(migration)
    migration.route, migration.cold_route = found, cold
    refresh_files(core, migration)
    if migration.flow:
        limit_copy(core, migration, migration.copy_limit_bytes_per_s)
    refresh_mirrors(core, migration)
    if (migration.flow or migration.files) and _places(before) != _places(found):
        text = message("simulation.event.rerouted", vm=migration.vm_name, way=_told(core, found))
        core.emit("MigrationRerouted", text, migration, level="warning", milestone=True)


def _places(way: Route) -> tuple[tuple[str, str, str], ...]:
    """The adapters and links of a way, each once."""
    keys = [use.link for part in way.parts for use in part.uses]
    return tuple(dict.fromkeys((key.kind, key.object, key.device) for key in keys if key.kind in _PLACES))


def _told(core: Core, way: Route) -> list[str]:
    """Their names."""
    return [f"{core.name(id_)}/{device}" if device else core.name(id_) for _, id_, device in _places(way)]
