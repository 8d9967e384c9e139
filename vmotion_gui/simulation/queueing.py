"""The queue: who waits for which resource, and who may start when something has been returned.

First in, first out within a priority. A migration that waits for a resource keeps later ones from it, so nothing
starves; later ones that need other resources may overtake it. Each resource has its own waiting list, so a return
costs as much as it lets start, not as much as waits.
"""

from __future__ import annotations

import bisect
import heapq

from vmotion_gui.simulation.admission import Resource, costs, limit
from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.migration import Migration

_PRIORITY_ORDER = {"highPriority": 0, "defaultPriority": 1, "lowPriority": 2}

_Turn = tuple[int, int]
_Candidate = tuple[_Turn, int, str, Resource | None, int]
"""Its turn, a tie breaker, its id, and the waiting list and place through which it was found."""


def _turn(migration: Migration) -> _Turn:
    return _PRIORITY_ORDER[migration.spec.priority], migration.number


def join(core: Core, migration: Migration) -> None:
    """A migration waits for its turn, which may be now."""
    state = core.state
    for resource in migration.slots:
        waiting = list(state.waiting.get(resource, ()))
        bisect.insort(waiting, migration.id, key=lambda id_: _turn(state.migrations[id_]))
        state.waiting[resource] = tuple(waiting)
    state.arrivals = (*state.arrivals, migration.id)


def leave(core: Core, migration: Migration) -> None:
    """It waits no longer; what it waited for may be another's now."""
    _unlist(core, [migration])
    core.state.arrivals = tuple(id_ for id_ in core.state.arrivals if id_ != migration.id)
    core.state.returned.update(dict.fromkeys(migration.lacking))


def give_back(core: Core, migration: Migration) -> None:
    """What a migration took of the limits is free again."""
    in_use = core.state.in_use
    for resource, cost in migration.slots.items():
        in_use[resource] -= cost
        if not in_use[resource]:
            del in_use[resource]
        core.state.returned[resource] = None


def limits_changed(core: Core) -> None:
    """The estate was edited: look at all who wait."""
    core.state.returned.update(dict.fromkeys(core.state.waiting))


def recount(core: Core) -> None:
    """Other limits are in force from now on: what runs takes of them what it would take if it began now."""
    state = core.state
    active = [state.migrations[id_] for id_ in state.active]
    queued = [migration for migration in active if not migration.admitted]
    for migration in active:
        leave(core, migration) if not migration.admitted else give_back(core, migration)
        migration.slots = costs(state.inventory, migration.plan, core.profile)
    for migration in active:
        for resource, cost in migration.slots.items() if migration.admitted else ():
            state.in_use[resource] = state.in_use.get(resource, 0.0) + cost
    for migration in queued:
        join(core, migration)


def admitted(core: Core) -> list[Migration]:
    """The waiting migrations that may start now, in order; they hold their resources from here on."""
    state = core.state
    if not state.arrivals and not state.returned:
        return []
    candidates = _first_candidates(core)
    starting: list[Migration] = []
    seen: set[str] = set()
    while candidates:
        _, order, id_, resource, place = heapq.heappop(candidates)
        migration = state.migrations[id_]
        if id_ not in seen:
            seen.add(id_)
            _look(core, migration)
            if migration.admitted:
                starting.append(migration)
        if resource is not None and resource not in migration.lacking:
            _push(core, candidates, resource, place + 1, order)
    state.arrivals = ()
    state.returned = {}
    _unlist(core, starting)
    return starting


def _first_candidates(core: Core) -> list[_Candidate]:
    state = core.state
    found: list[_Candidate] = [(_turn(state.migrations[id_]), -1, id_, None, 0) for id_ in state.arrivals]
    heapq.heapify(found)
    for order, resource in enumerate(state.returned):
        _push(core, found, resource, 0, order)
    return found


def _push(core: Core, candidates: list[_Candidate], resource: Resource, place: int, order: int) -> None:
    waiting = core.state.waiting.get(resource, ())
    if place < len(waiting):
        id_ = waiting[place]
        heapq.heappush(candidates, (_turn(core.state.migrations[id_]), order, id_, resource, place))


def _look(core: Core, migration: Migration) -> None:
    """See what a migration lacks; if nothing, it takes what it needs."""
    in_use, inventory = core.state.in_use, core.state.inventory
    migration.lacking = tuple(
        resource
        for resource, cost in migration.slots.items()
        if in_use.get(resource, 0.0) + cost > limit(inventory, resource, core.profile)
        or _claimed(core, resource, migration)
    )
    if migration.lacking:
        return
    for resource, cost in migration.slots.items():
        in_use[resource] = in_use.get(resource, 0.0) + cost
    migration.admitted = True


def _claimed(core: Core, resource: Resource, migration: Migration) -> bool:
    """Whether somebody whose turn is earlier waits for the resource."""
    for id_ in core.state.waiting.get(resource, ()):
        if id_ == migration.id:
            return False
        if resource in core.state.migrations[id_].lacking:
            return True
    return False


def _unlist(core: Core, gone: list[Migration]) -> None:
    ids = {migration.id for migration in gone}
    waiting = core.state.waiting
    for resource in dict.fromkeys(resource for migration in gone for resource in migration.slots):
        waiting[resource] = tuple(id_ for id_ in waiting.get(resource, ()) if id_ not in ids)
        if not waiting[resource]:
            del waiting[resource]
