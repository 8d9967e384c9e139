"""A plan while it is carried out: what begins when, what a failure leads to, how it is paused and ended.

Each move begins when what it waits for has completed. A move that fails has the rest planned anew: nothing more begins
until there is a new plan (`replan.py`), which whoever drives this makes and hands over. What runs always goes on.
"""

from __future__ import annotations

import dataclasses
import enum
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Protocol

import msgspec

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.commands import CancelMigration, Command, Migrate
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.maintenance.plan import Move, Plan
from vmotion_gui.planning.maintenance.replan import MOST_TRIES, Failure, Rest
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.store_leaving import present


class World(Protocol):
    """What a plan is carried out in."""

    @property
    def now_s(self) -> float: ...
    @property
    def inventory(self) -> Inventory: ...
    def submit(self, command: Command, *, initiator: str = "user") -> Ticket:
        """Ask for something now."""

    def phase(self, migration: str) -> Phase:
        """A migration's phase."""

    def fault(self, migration: str) -> Reason | None:
        """Why a migration failed."""


_UNSETTLED = frozenset((Phase.ROLLING_BACK, Phase.CHECKING))


class Stage(enum.Enum):
    """What a run is about."""

    RUNNING = "running"
    REPLANNING = "replanning"
    """Something went wrong: whoever drives is to hand over a plan of the rest."""
    ASKING = "asking"
    """There is such a plan, and a person is to say whether it is carried out."""
    PAUSED = "paused"
    ENDING = "ending"
    """Nothing more begins, for good; what runs goes on."""
    DONE = "done"


@dataclasses.dataclass
class Entry:
    """A move of the run. `move` has the figures that were predicted, with times since the run's beginning."""

    move: Move
    after: frozenset[int]
    """Entries that must have completed before."""
    id: str = ""
    """The migration; empty before it has begun."""
    own: bool = True
    """Whether the plan began it; others are only waited for."""
    failure: Failure | None = None
    refused: Message | None = None
    """Why nobody even began with it."""


def _goals(entry: Entry) -> tuple[str, ...]:
    """Where a move goes: a host, or the datastores in a plan for those."""
    return entry.move.to_datastores or (entry.move.spec.host or entry.move.source,)


class Carrying:
    """One plan in one world. `follow` is called whenever something may have changed."""

    def __init__(self, world: World, plan: Plan, *, ask: bool = False) -> None:
        """`ask`: a person is asked before any new plan is carried out; otherwise only before one that leaves VMs
        behind."""
        self._world = world
        self.plan = plan
        self.ask = ask
        self.begin_s = world.now_s
        self.entries: list[Entry] = []
        """All that has begun, in order, and all that is still to begin."""
        self.stage = Stage.RUNNING
        self.proposal: Rest | None = None
        self.adopted: Rest | None = None
        """The plan of the rest that is carried out, once there is one."""
        self.left: Plan | None = None
        """The plan that says what cannot leave, and why, once one is carried out that leaves VMs behind."""
        self.ended = False
        """Whether a person wanted it to end before all was done."""
        self._answered = self._looks = 0
        self._stay: tuple[Inventory, tuple[str, ...]] | None = None
        self._add(plan.moves, plan.under_way, 0.0)

    # --- reading ------------------------------------------------------------------------------------------------------

    @property
    def failures(self) -> tuple[Failure, ...]:
        """All so far, in the order of the entries."""
        return tuple(entry.failure for entry in self.entries if entry.failure is not None)

    @property
    def wants_plan(self) -> bool:
        """Whether a plan of the rest can be made now: not before all that rolls back is back, and all that is only just
        being checked has passed or failed."""
        return self.stage is Stage.REPLANNING and _UNSETTLED.isdisjoint(self.phases().values())

    @property
    def complete(self) -> bool:
        """Whether it is done, was not ended before, and left nobody behind on purpose; a way home, if all came."""
        came = self._empties or not self.failures
        return self.stage is Stage.DONE and not self.ended and self.left is None and came

    @property
    def _empties(self) -> bool:
        """Whether hosts or datastores are to be empty: only then a failure has the rest planned anew."""
        return bool(self.plan.hosts or self.plan.datastores)

    def phases(self) -> dict[int, Phase]:
        """What has begun, by entry."""
        return {k: self._world.phase(entry.id) for k, entry in enumerate(self.entries) if entry.id}

    def queued(self) -> tuple[str, ...]:
        """The plan's migrations that have been asked for and wait for their turn."""
        return tuple(entry.id for entry in self._running() if self._world.phase(entry.id) is Phase.QUEUED)

    def _hopeless(self) -> list[str]:
        """Queued migrations to hosts or datastores that take none any more."""
        lost = self._lost()
        return [entry.id for entry in self._running() if entry.id in self.queued() and lost.intersection(_goals(entry))]

    def wanted(self) -> dict[str, str]:
        """VM -> where it is still to go by the present plan, in one move that has not begun to run."""
        waiting = [entry for entry in self._pending() if entry.own]
        waiting += [entry for entry in self._running() if entry.id in self.queued()]
        lost = self._lost()
        count = Counter(entry.move.spec.vm for entry in waiting)
        goals = {entry.move.spec.vm: _goals(entry) for entry in waiting if not entry.move.makes_room}
        single = {vm: places[0] for vm, places in goals.items() if count[vm] == 1 and len(places) == 1}
        return {vm: place for vm, place in single.items() if place not in lost}

    def _lost(self) -> set[str]:
        """Hosts and datastores that nothing can come to."""
        hosts, stores = self._world.inventory.hosts, self._world.inventory.datastores
        away = {id_ for id_, host in hosts.items() if host.connection_state != "connected"}
        return away | {id_ for id_, store in stores.items() if not store.accessible}

    def staying(self) -> tuple[str, ...]:
        """VMs that still run on the hosts that are to be empty, or keep the datastores from being so."""
        inventory = self._world.inventory
        if self.plan.datastores:
            # a look at the whole estate, once per inventory
            if self._stay is None or self._stay[0] is not inventory:
                found = dict.fromkeys(vm.id for id_ in self.plan.datastores for vm in present(inventory, id_))
                self._stay = inventory, tuple(found)
            return self._stay[1]
        here = [vm for host in self.plan.hosts if host in inventory.hosts for vm in inventory.vms_on(host)]
        return tuple(vm for vm in here if inventory.vms[vm].power_state == "poweredOn")

    def _running(self) -> list[Entry]:
        begun = [entry for entry in self.entries if entry.id and entry.own]
        return [entry for entry in begun if not self._world.phase(entry.id).ended]

    def _pending(self) -> list[Entry]:
        return [entry for entry in self.entries if not entry.id and entry.failure is None]

    # --- what a person does -------------------------------------------------------------------------------------------

    def pause(self) -> None:
        """No move begins any more; what only waits for its turn gives it up. What runs goes on."""
        if self.stage in (Stage.RUNNING, Stage.REPLANNING, Stage.ASKING):
            self.stage, self.proposal = Stage.PAUSED, None
            self._recall(self.queued())

    def resume(self) -> None:
        """Go on; with a new plan of the rest, if something went wrong meanwhile."""
        if self.stage is Stage.PAUSED:
            anew = self._empties and len(self.failures) > self._answered
            self.stage = Stage.REPLANNING if anew else Stage.RUNNING
            self.follow()

    def plan_again(self) -> None:
        """Another plan instead of the one that a person is asked about: the estate may be another one by now."""
        if self.stage is Stage.ASKING:
            self.stage, self.proposal = Stage.REPLANNING, None

    def end(self, *, now: bool = False) -> None:
        """Begin no more. `now`: cancel what runs, too; it rolls back, so that each VM runs on at its source, unless
        it is already about to resume at its destination."""
        if self.stage is Stage.DONE:
            return
        self.ended = True
        self.stage, self.proposal = Stage.ENDING, None
        self._recall(self.queued())
        for entry in self._running() if now else ():
            self._world.submit(CancelMigration(migration=entry.id), initiator="plan")
        self.follow()

    def accept(self) -> None:
        """Carry the proposed rest out."""
        if self.stage is Stage.ASKING and self.proposal is not None:
            self._adopt(self.proposal)

    # --- going on -----------------------------------------------------------------------------------------------------

    def follow(self) -> None:
        """See what has become of the moves, begin what can begin."""
        if self.stage is Stage.DONE:
            return
        self._note()
        if self.stage is Stage.RUNNING:
            self._begin_ready()
        if self.stage is Stage.RUNNING and len(self.failures) > self._answered:
            self._answer_failures()
        if any(self._running()):
            return
        if self.stage is Stage.ENDING:
            self.stage = Stage.DONE
        elif self.stage is Stage.RUNNING and not self._pending():
            self._look_again()

    def _answer_failures(self) -> None:
        """The rest is planned anew; on a way home, only what waits for what has failed is given up."""
        if self._empties:
            self.stage = Stage.REPLANNING
            self._recall(self._hopeless())
            return
        while len(self.failures) > self._answered:
            self._answered = len(self.failures)
            failed = {k for k, entry in enumerate(self.entries) if entry.failure is not None}
            for entry in self._pending():
                if entry.after & failed:
                    entry.failure = self._failure(entry, None)
                    entry.refused = message("evacuation.refused.waitsInVain")

    def _note(self) -> None:
        """Failures that nobody has seen yet. If a person cancels one of the moves, the rest waits for that person."""
        for entry in self.entries:
            if not entry.id or not entry.own or entry.failure is not None:
                continue
            phase = self._world.phase(entry.id)
            if phase is Phase.FAILED:
                entry.failure = self._failure(entry, self._world.fault(entry.id))
            elif phase is Phase.CANCELLED and self.stage is not Stage.ENDING:
                entry.failure = self._failure(entry, None)
                self.pause()

    @staticmethod
    def _failure(entry: Entry, reason: Reason | None) -> Failure:
        return Failure(vm=entry.move.spec.vm, host=_goals(entry)[0], reason=reason)

    def _begin_ready(self) -> None:
        done = {k for k, phase in self.phases().items() if phase is Phase.COMPLETED}
        for entry in [entry for entry in self._pending() if entry.after <= done]:
            ticket = self._world.submit(Migrate(spec=entry.move.spec), initiator="plan")
            if ticket.accepted:
                entry.id = ticket.id
            else:
                entry.refused, entry.failure = ticket.reason, self._failure(entry, None)

    def _look_again(self) -> None:
        """All moves are done; VMs may have come to the hosts meanwhile, by HA or by a person."""
        self._looks += 1
        again = self.left is None and self._looks < MOST_TRIES and any(self.staying())
        self.stage = Stage.REPLANNING if again else Stage.DONE

    # --- a plan of the rest -------------------------------------------------------------------------------------------

    def ask_for_plan(self) -> tuple[Failure, ...]:
        """The failures that the plan is to answer; asked when it is begun. Later ones want another."""
        self._answered = len(self.failures)
        return self.failures

    def hand_over(self, rest: Rest) -> None:
        """The plan that `REPLANNING` waits for. Ignored if nobody waits for it any more."""
        if self.stage is not Stage.REPLANNING:
            return
        if self.ask or not rest.complete:
            self.stage, self.proposal = Stage.ASKING, rest
        else:
            self._adopt(rest)

    def _adopt(self, rest: Rest) -> None:
        self.proposal, self.adopted = None, rest
        self._recall(rest.recalled)
        self._drop_pending()
        self.left = None if rest.complete else rest.plan
        self._add(rest.plan.moves, rest.plan.under_way, rest.made_s - self.begin_s)
        self.stage = Stage.RUNNING
        self.follow()

    def _recall(self, ids: Collection[str]) -> None:
        """Queued migrations become moves that have not begun; those that have left the queue meanwhile go on."""
        for entry in self.entries:
            if entry.id in ids and self._world.phase(entry.id) is Phase.QUEUED:
                id_, entry.id = entry.id, ""
                self._world.submit(CancelMigration(migration=id_), initiator="plan")

    def _drop_pending(self) -> None:
        kept = [k for k, entry in enumerate(self.entries) if entry.id or entry.failure is not None]
        place = {old: new for new, old in enumerate(kept)}
        self.entries = [self.entries[old] for old in kept]
        for entry in self.entries:
            entry.after = frozenset(place[old] for old in entry.after if old in place)

    def _add(self, moves: Sequence[Move], under_way: Sequence[str], shift_s: float) -> None:
        """Entries for a plan's moves; a migration that runs keeps the one that it has."""
        known = {entry.id: k for k, entry in enumerate(self.entries) if entry.id}
        place: list[int] = []
        for index, move in enumerate(moves):
            id_ = under_way[index] if index < len(under_way) else ""
            if id_ not in known or not id_:
                after = frozenset(place[earlier] for earlier in move.after)
                shifted = msgspec.structs.replace(move, start_s=move.start_s + shift_s)
                self.entries.append(Entry(shifted, after, id_, own=not id_))
            place.append(known[id_] if id_ in known and id_ else len(self.entries) - 1)
