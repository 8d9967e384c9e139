"""After a run: what moved where, how long it took, what went wrong, what is where now, and the way home."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Catalogue, Message, message
from vmotion_gui.planning.datastores.homeward import places_of
from vmotion_gui.planning.handover import page as p
from vmotion_gui.planning.handover.places import source_text, target_text
from vmotion_gui.planning.maintenance.decisions import decided
from vmotion_gui.planning.maintenance.plan import Move, Preparation
from vmotion_gui.planning.placement import host_load
from vmotion_gui.simulation.status import MigrationStatus, Phase
from vmotion_gui.simulation.tasks.store_leaving import present


class Outcome(msgspec.Struct, frozen=True, kw_only=True):
    """A move as it was planned, and what came of it."""

    move: Move
    status: MigrationStatus | None = None
    """None if it never began."""
    refused: Message | None = None


class Result(msgspec.Struct, frozen=True, kw_only=True):
    """A run at its end."""

    hosts: tuple[str, ...] = ()
    datastores: tuple[str, ...] = ()
    before: Inventory
    after: Inventory
    begin_s: float
    end_s: float
    outcomes: tuple[Outcome, ...]
    sentences: tuple[str, ...] = ()
    """What happened, in order, in the language of the report."""
    preparations: tuple[Preparation, ...] = ()
    """What was done before the first move."""
    emptied: bool

    @property
    def waiting(self) -> tuple[str, ...]:
        """VMs that were shut down or suspended for it, and do not run yet."""
        vms = self.after.vms
        waiting = (one.vm for one in self.preparations if one.starts_afterwards and one.vm in vms)
        return tuple(vm for vm in waiting if vms[vm].power_state != "poweredOn")

    @property
    def homes(self) -> Mapping[str, str]:
        """VM -> the host that it was on, of all that are elsewhere now because of the run."""
        moved = {one.move.spec.vm for one in self.outcomes if one.status is not None}
        vms = self.after.vms
        return {
            vm: self.before.vms[vm].host
            for vm in sorted(moved)
            if vm in vms and vm in self.before.vms and vms[vm].host != self.before.vms[vm].host
        }

    @property
    def file_homes(self) -> Mapping[str, Mapping[str, str]]:
        """VM -> where its files were, of all that have some elsewhere now because of the run: disk label, "" for the
        VM's home, -> datastore."""
        moved = {one.move.spec.vm for one in self.outcomes if one.status is not None and one.move.to_datastores}
        before, after = self.before.vms, self.after.vms
        both = [vm for vm in sorted(moved) if vm in before and vm in after]
        return {vm: places_of(before[vm]) for vm in both if places_of(before[vm]) != places_of(after[vm])}


def report(result: Result, words: Catalogue, title: str) -> p.Page:
    """The document."""
    told = _Report(result, words)
    blocks = (
        p.Text(told.say("page.simulated"), "warning"),
        *told.summary(),
        *told.moves(),
        *told.happened(),
        *told.staying(),
        *told.loads(),
        *told.waiting(),
        *told.home(),
    )
    return p.Page(title, words.language, blocks)


class _Report:
    def __init__(self, result: Result, words: Catalogue) -> None:
        self._result, self._words = result, words
        self._done = [one.status for one in result.outcomes if one.status is not None]

    def say(self, key: str, **args: object) -> str:
        return self._words.render(message(f"handover.{key}", **args))

    def _time(self, seconds: float) -> str:
        return self._words.quantity(seconds, "seconds")

    def _name(self, id_: str) -> str:
        entity = self._result.after.get(id_) or self._result.before.get(id_)
        return entity.name if entity is not None else id_

    def summary(self) -> list[p.Block]:
        result, statuses = self._result, self._done
        planned_s = max((one.move.end_s for one in result.outcomes), default=0.0)
        completed = sum(status.phase is Phase.COMPLETED for status in statuses)
        failed = len(result.outcomes) - completed
        longest = max(statuses, key=lambda status: status.downtime_s, default=None)
        counted = self.say("report.counted", completed=completed, failed=failed)
        rows = [
            (
                self.say("page.datastores" if result.datastores else "page.hosts"),
                ", ".join(map(self._name, (*result.hosts, *result.datastores))),
            ),
            (self.say("report.result"), self._emptied()),
            *self._decided(),
            (self.say("page.moves"), counted),
            (self.say("report.took"), self._time(result.end_s - result.begin_s)),
            (self.say("report.planned"), self._time(planned_s)),
            (self.say("page.downtime"), self._time(sum(status.downtime_s for status in statuses))),
            (self.say("page.data"), self._words.quantity(sum(status.sent_bytes for status in statuses), "bytes")),
        ]
        if longest is not None:
            told = self.say("report.longestOf", vm=self._name(longest.vm), downtime=longest.downtime_s)
            rows.append((self.say("report.longest"), told))
        return [p.Section(self.say("page.summary")), p.Table((), tuple(rows))]

    def _decided(self) -> list[tuple[str, str]]:
        told = [f"{self._name(one.vm)}: {self._words.render(decided(one))}" for one in self._result.preparations]
        return [(self.say("page.decisions"), "; ".join(told))] if told else []

    def _emptied(self) -> str:
        key = "report.emptied" if self._result.emptied else "report.notEmptied"
        return self.say(f"{key}Stores" if self._result.datastores else key)

    def moves(self) -> list[p.Block]:
        if not self._result.outcomes:
            return []
        bars, rows = [], []
        for number, one in enumerate(self._result.outcomes, start=1):
            move, status = one.move, one.status
            vm = self._name(move.spec.vm)
            target = target_text(move, self._name)
            total_s = status.total_s if status is not None else None
            if status is not None and status.start_s is not None:
                start_s = status.start_s - self._result.begin_s
                end_s = (status.end_s or self._result.end_s) - self._result.begin_s
                bars.append(p.Bar(f"{number} {vm}", target, start_s, end_s))
            rows.append(
                (
                    str(number),
                    vm,
                    source_text(move, self._name),
                    target,
                    self._time(move.duration_s),
                    self._time(total_s) if total_s is not None else "–",
                    self._time(status.downtime_s) if status is not None else "–",
                    self._words.quantity(status.sent_bytes, "bytes") if status is not None else "–",
                    self._outcome(one),
                )
            )
        end_s = max(self._result.end_s - self._result.begin_s, 1e-9)
        ticks = tuple((end_s * k / 6, self._time(end_s * k / 6)) for k in range(7))
        columns = (*(self.say(f"page.column.{key}") for key in ("number", "vm", "from", "to")), *self._measured())
        return [
            p.Section(self.say("page.plan")),
            p.Gantt(tuple(bars), end_s, ticks),
            p.Table(columns, tuple(rows), frozenset((0, 4, 5, 6, 7))),
        ]

    def _measured(self) -> tuple[str, ...]:
        return (
            self.say("report.column.planned"),
            self.say("page.column.duration"),
            self.say("page.column.downtime"),
            self.say("page.column.data"),
            self.say("report.result"),
        )

    def _outcome(self, one: Outcome) -> str:
        if one.refused is not None:
            return self._words.render(one.refused)
        if one.status is None:
            return self.say("report.notBegun")
        if one.status.phase is Phase.COMPLETED:
            return self.say("report.completed")
        if one.status.fault is not None:
            return self._words.render(one.status.fault.text)
        return self.say("report.cancelled" if one.status.phase is Phase.CANCELLED else "report.running")

    def happened(self) -> list[p.Block]:
        sentences = self._result.sentences
        return [p.Section(self.say("report.happened")), p.Items(sentences)] if sentences else []

    def staying(self) -> list[p.Block]:
        """Who is still on the hosts."""
        after = self._result.after
        here = [vm for host in self._result.hosts if host in after.hosts for vm in after.vms_on(host)]
        here += [vm.id for id_ in self._result.datastores for vm in present(after, id_)]
        if not here:
            return []
        rows = tuple(
            (self._name(vm), self._name(after.vms[vm].host), self._words.render(Message(f"state.{state}")))
            for vm in here
            if (state := after.vms[vm].power_state)
        )
        columns = (self.say("page.column.vm"), self.say("page.column.host"), self.say("report.column.state"))
        return [p.Section(self.say("report.staying")), p.Table(columns, rows)]

    def loads(self) -> list[p.Block]:
        if self._result.datastores:
            return self._spaces()
        before, after = self._result.before, self._result.after
        touched = dict.fromkeys(self._result.hosts)
        for one in self._result.outcomes:
            touched |= dict.fromkeys((one.move.source, one.move.spec.host or one.move.source))
        rows = tuple(
            (self._name(id_), self._load(before, id_), self._load(after, id_)) for id_ in touched if id_ in after.hosts
        )
        columns = tuple(self.say(f"page.column.{key}") for key in ("host", "before", "later"))
        return [p.Section(self.say("page.loads")), p.Table(columns, rows, frozenset((1, 2)))] if rows else []

    def _spaces(self) -> list[p.Block]:
        touched = dict.fromkeys(self._result.datastores)
        for one in self._result.outcomes:
            touched |= dict.fromkeys(one.move.to_datastores)
        both = (self._result.before, self._result.after)
        rows = tuple((self._name(id_), *(self._used(inventory, id_) for inventory in both)) for id_ in touched)
        columns = tuple(self.say(f"page.column.{key}") for key in ("datastore", "before", "later"))
        return [p.Section(self.say("page.spaces")), p.Table(columns, rows, frozenset((1, 2)))]

    def _used(self, inventory: Inventory, datastore: str) -> str:
        store = inventory.datastores.get(datastore)
        return "–" if store is None else self._percent(1.0 - store.free_bytes / max(1, store.capacity_bytes))

    def _load(self, inventory: Inventory, host: str) -> str:
        if host not in inventory.hosts:
            return "–"
        load = host_load(inventory, inventory.hosts[host])
        return f"{self._percent(load.memory_share)} / {self._percent(load.cpu_share)}"

    def _percent(self, share: float) -> str:
        return f"{self._words.number(share * 100.0, 0)} %"

    def _stores_of(self, vm: str) -> tuple[str, str]:
        """The datastores that a VM's files are on now, and were on before."""
        now, then = self._result.after.vms[vm].datastores, self._result.before.vms[vm].datastores
        return ", ".join(map(self._name, now)), ", ".join(map(self._name, then))

    def waiting(self) -> list[p.Block]:
        names = tuple(map(self._name, self._result.waiting))
        return [p.Section(self.say("report.waiting")), p.Items(names)] if names else []

    def home(self) -> list[p.Block]:
        homes, files = self._result.homes, self._result.file_homes
        if not homes and not files:
            return []
        vms = self._result.after.vms
        rows = tuple((self._name(vm), self._name(vms[vm].host), self._name(home)) for vm, home in homes.items())
        rows += tuple((self._name(vm), *self._stores_of(vm)) for vm in files)
        columns = (self.say("page.column.vm"), self.say("report.column.now"), self.say("report.column.home"))
        return [p.Section(self.say("report.home")), p.Text(self.say("report.homeNote"), "note"), p.Table(columns, rows)]
