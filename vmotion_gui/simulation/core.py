"""The verbs that the phases use: time, events, flows, reservations. It decides nothing about migrations."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Mapping
from typing import Protocol

import msgspec

from vmotion_gui.inventory.changes import Change, touched_by
from vmotion_gui.inventory.commands import Command, VmotionNetworkLost
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message
from vmotion_gui.simulation import traffic
from vmotion_gui.simulation.backend import Ticket
from vmotion_gui.simulation.capacities import free_capacity
from vmotion_gui.simulation.events import Event, Level
from vmotion_gui.simulation.loops.loop import Loop
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.network import Flow
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.sharing import LinkKey
from vmotion_gui.simulation.state import Due, State
from vmotion_gui.simulation.status import Phase
from vmotion_gui.simulation.tasks.choosing import Evacuator
from vmotion_gui.simulation.verdicts import Check

COMMAND_PRIORITY = 9
"""Commands come after everything else that is due at their time."""
_TIMERS = ("timer", "done", "stall", "workload", "limit", "wake")
_TASK_TIMERS = {"taskRun": "run_due", "taskTimeout": "timeout_due", "taskData": "data_due"}

Enter = Callable[["Core", Migration], None]


class Watcher(Protocol):
    """Somebody who is told just before what can be read of the past is replaced."""

    def before_change(self, migration: Migration) -> None:
        """A migration's curves take another shape from now on: read them now, or never."""

    def loads_changed(self, links: Iterable[int]) -> None:
        """Links of the network may carry something else from now on."""

    def estate_changed(self, before: Inventory, touched: Collection[str]) -> None:
        """These objects of the inventory are others now."""


class Core:
    """A run's state with what can be done to it."""

    def __init__(
        self,
        state: State,
        profile: Profile,
        seed: int,
        enter: Mapping[Phase, Enter],
        loop: Loop,
        check: Check,
        evacuator: Evacuator,
    ) -> None:
        """`enter` says what happens when a migration comes to a phase, `loop` what the hypervisor decides while memory
        is copied, `check` whether a migration may start, `evacuator` where the VMs of a host go that is emptied."""
        self.state = state
        self.profile = profile
        self.seed = seed
        self.check = check
        self.evacuator = evacuator
        self.loop = loop
        self._enter = enter
        self.ended: list[Migration] = []
        """Migrations that have ended since somebody looked."""
        self.just_ended: tuple[Migration, ...] = ()
        self.just_left: tuple[Migration, ...] = ()
        """Those that the tasks of hosts have not seen yet."""
        self.settle: Callable[[Core, Migration], None] = _nothing
        """Brings a migration's counters up to now; called before a rate changes that they were counted at."""
        self.replan: Callable[[Core, Migration], None] = _nothing
        """Schedules the end of a migration's copies anew; called after a rate has changed."""
        self.repace: Callable[[Core, Migration, float], None] = _unmoved
        """Both in one, for a migration whose only flow has another rate."""
        self.progress: Callable[[Migration], float] = _unknown
        """How far a migration is, 0 to 1."""
        self.order: Callable[[Command], Ticket] = _refused
        """Has a command done that a task asks for by itself."""
        self.watchers: list[Watcher] = []

    # --- time ---------------------------------------------------------------

    def schedule(self, time_s: float, kind: str, key: str, priority: int = 0) -> int:
        """Put something on the heap; its sequence number."""
        sequence = self.state.sequence
        self.state.sequence += 1
        heapq.heappush(self.state.heap, tuple.__new__(Due, (time_s, priority, sequence, kind, key)))
        return sequence

    def start_timer(self, migration: Migration, delay_s: float) -> None:
        """The running step of a migration ends after a time."""
        migration.timer_since_s = self.state.now_s
        migration.timer = self.schedule(self.state.now_s + delay_s, "timer", migration.id)

    def is_live(self, due: Due) -> bool:
        """Whether a heap entry still counts: a migration forgets what it no longer waits for."""
        if due.kind in _TASK_TIMERS:
            expected: int = getattr(self.state.tasks[due.key], _TASK_TIMERS[due.kind])
            return expected == due.sequence
        if due.kind == "storeRun":
            return self.state.store_tasks[due.key].run_due == due.sequence
        if due.kind not in _TIMERS:
            changes = self.state.network.changes_due
            return due.kind != "traffic" or (due.key in changes and changes[due.key][1] == due.sequence)
        awaited: int = getattr(self.state.migrations[due.key], due.kind)
        return awaited == due.sequence

    def next_due(self) -> Due | None:
        """The next entry that counts; drops those that do not."""
        heap = self.state.heap
        while heap and not self.is_live(heap[0]):
            heapq.heappop(heap)
        return heap[0] if heap else None

    def wake(self, migration: Migration, time_s: float) -> None:
        """Let the loop look at a migration again at a time; a later call takes an earlier one's place."""
        migration.wake = self.schedule(time_s, "wake", migration.id)

    # --- telling ---------------------------------------------------------------

    def emit(
        self,
        type_: str,
        text: Message,
        migration: Migration | None = None,
        *,
        level: Level = "info",
        vm: str = "",
        host: str = "",
        objects: Iterable[str] = (),
        milestone: bool = False,
    ) -> None:
        """Append an event at now."""
        state = self.state
        about = tuple(objects)
        if migration is not None:
            vm = vm or migration.plan.vm
            host = host or migration.plan.source
            about = about or tuple(dict.fromkeys((vm, migration.plan.source, migration.plan.destination)))
        event = Event(
            sequence=len(state.events),
            time_s=state.now_s,
            type=type_,
            level=level,
            text=text,
            migration=migration.id if migration else "",
            vm=vm,
            host=host,
            objects=about,
            milestone=milestone,
        )
        state.events.append(event)

    def name(self, id_: str) -> str:
        """What people call an entity; its id once it is gone."""
        entity = self.state.inventory.get(id_)
        return entity.name if entity else id_

    # --- phases ---------------------------------------------------------------

    def enter(self, migration: Migration, phase: Phase) -> None:
        """A migration comes to its next phase."""
        self.note(migration)
        migration.progress_floor = max(migration.progress_floor, self.progress(migration))
        migration.phase = phase
        migration.phase_since_s = self.state.now_s
        migration.timer = migration.done = 0
        self._enter[phase](self, migration)

    def note(self, migration: Migration) -> None:
        """Tell the watchers that a migration is about to change."""
        for watcher in self.watchers:
            watcher.before_change(migration)

    # --- flows ---------------------------------------------------------------

    def rate(self, flow_id: int) -> float:
        """A flow's rate in bytes per second; 0 for no flow."""
        if not flow_id:
            return 0.0
        rates = self.state.network.flows[flow_id].rates
        return rates[0] if len(rates) == 1 else sum(rates)

    def capacity(self, key: LinkKey) -> float:
        """Bytes per second that migrations can have of a link."""
        return free_capacity(self.state.inventory, self.lost_hosts(), key, self.state.network)

    def lost_hosts(self) -> frozenset[str]:
        """Hosts whose vMotion network is lost."""
        return frozenset(
            active.fault.host for active in self.state.faults if isinstance(active.fault, VmotionNetworkLost)
        )

    def drop_flows(self, migration: Migration) -> None:
        """End all of a migration's flows."""
        flows = [migration.flow, *(file.flow for file in migration.files), *(flow for flow, _ in migration.mirrors)]
        for flow in flows:
            if flow:
                self.state.network.remove(flow)
        migration.flow, migration.mirrors = 0, ()
        migration.files = tuple(msgspec.structs.replace(file, flow=0) for file in migration.files)
        migration.done = migration.stall = migration.workload = migration.wake = 0

    def share_links(self) -> None:
        """Give the flows their new rates; afterwards all rates are right."""
        network = self.state.network
        while network.touched:
            traffic.notice(self)
            touched = list(network.touched) if self.watchers else []
            changed = network.reshared(self.capacity)
            migrations = self.state.migrations
            several = []
            for flow in changed:
                migration = migrations[flow.owner]
                if migration.flow == flow.id and not migration.files and not migration.mirrors:
                    network.flows[flow.id] = flow
                    self.repace(self, migration, flow.rate)
                else:
                    several.append(flow)
            if several:
                self._several_changed(several)
            for watcher in self.watchers:
                watcher.loads_changed(network.links_of(changed, touched))

    def _several_changed(self, changed: Iterable[Flow]) -> None:
        """Migrations that copy disks have counters to settle at the old rates, all of them before any is planned."""
        owners = [self.state.migrations[id_] for id_ in dict.fromkeys([flow.owner for flow in changed])]
        for migration in owners:
            self.settle(self, migration)
        for flow in changed:
            self.state.network.flows[flow.id] = flow
        for migration in owners:
            self.replan(self, migration)

    # --- inventory ---------------------------------------------------------------

    def apply(self, changes: Iterable[Change]) -> None:
        """Make the next inventory."""
        for change in changes:
            before = self.state.inventory
            self.state.inventory = change.apply(before)
            traffic.estate_changed(self, before, change)
            if self.watchers:
                self.tell_estate(before, (touched_by(change),))

    def tell_estate(self, before: Inventory, touched: Collection[str]) -> None:
        """Tell those who watch of objects that are others now."""
        for watcher in self.watchers:
            watcher.estate_changed(before, touched)

    def reserve(self, datastore: str, amount_bytes: int) -> None:
        """Hold space on a datastore; negative to give it back."""
        reserved = self.state.reserved_bytes
        reserved[datastore] = reserved.get(datastore, 0) + amount_bytes
        if not reserved[datastore]:
            del reserved[datastore]

    def free_bytes(self, datastore: str) -> int:
        """Space that nobody holds."""
        entity = self.state.inventory.datastores.get(datastore)
        return (entity.free_bytes if entity else 0) - self.state.reserved_bytes.get(datastore, 0)


def _refused(command: Command) -> Ticket:
    """A run without commands does none."""
    return Ticket(id="", accepted=False)


def _unknown(migration: Migration) -> float:
    """A run without phases has no progress."""
    return 0.0


def _unmoved(core: Core, migration: Migration, rate: float) -> None:
    """A run without copies has no rates."""


def _nothing(core: Core, migration: Migration) -> None:
    """A run without copies needs neither."""
