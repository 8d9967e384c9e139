"""Rules judged once for all VMs that look alike to them.

A rule is a function of what it asks of the VM and of the VM's own host; all hosts stay the same here. So it is watched
while it judges: what it asked, in its order and with the answers, leads to its findings. The next VM is led along the
same questions; where its answers are known, the findings are, and the rule need not judge again. No rule declares what
it asks for, so none can declare it wrongly.

The VM's own host is judged like any other (nothing is held for "elsewhere"); who asks leaves it out.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Hashable, Iterable
from typing import Any, TypeVar, cast

import numpy as np
import numpy.typing as npt

from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.case import Case
from vmotion_gui.compatibility.columns import HostColumns, Mask
from vmotion_gui.compatibility.rule import Rule
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Host, VirtualMachine

T = TypeVar("T")
Levels = npt.NDArray[np.uint8]
Ask = Callable[[VirtualMachine], Hashable]
Asked = dict[Hashable, tuple[Hashable, Ask]]
"""Question -> the answer, and how to ask it of another VM."""
_VARIED_LOOKS = ("plugs", "addresses", "mac_addresses", "disk_datastores")
_VARIED = frozenset(
    ("memory_bytes", "cpus", "datastores", "home_datastore", "id", "host", *(f"look.{name}" for name in _VARIED_LOOKS))
)
"""Questions that most VMs answer differently. They decide only which rules are looked up together."""
_OWN = frozenset(("id", "look.mac_addresses", "look.addresses"))
"""Questions that each VM answers differently, if it has an answer: to remember these would only cost memory."""


class Finding:
    """What one rule says of VMs that look alike to it."""

    def __init__(self, rule: str, levels: Levels) -> None:
        self.rule = rule
        self.levels = levels
        """(hosts,) `Severity` at each host."""
        self.per_cluster: npt.NDArray[np.int64] | None = None
        """Who adds up remembers here what it comes to."""


class _Fork:
    """Where VMs part that give different answers to one question."""

    __slots__ = ("ask", "branches")

    def __init__(self, ask: Ask) -> None:
        self.ask = ask
        self.branches: dict[Hashable, Any] = {}


_NOTHING = Finding("", np.zeros(0, dtype=np.uint8))
"""Stands for a rule that found nothing."""


class _Watched:
    """Stands in for a VM, or for its host, and notes what is read of it."""

    def __init__(self, entity: Any, asked: Asked, kind: str, of: Callable[[str], Ask]) -> None:
        self._entity, self._asked, self._kind, self._of = entity, asked, kind, of

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._entity, name)
        question = f"{self._kind}{name}"
        if question not in self._asked:
            self._asked[question] = value, self._of(name)
        return value


class _WatchedCase(Case):
    """A case that notes what a rule asks of the VM and of its host."""

    def __init__(self, columns: HostColumns, type_: MigrationType, vm: VirtualMachine, busy_task: str) -> None:
        self.asked: Asked = {}
        self.columns, self.inventory, self.type = columns, columns.inventory, type_
        self.spec = _ANY
        self.busy_task = busy_task
        self.vm = cast(VirtualMachine, _Watched(vm, self.asked, "", operator.attrgetter))
        self._own = vm

    @property
    def source(self) -> Host:  # type: ignore[override]  # nobody sets it here
        hosts = self.inventory.hosts

        def of(name: str) -> Ask:
            return lambda vm: getattr(hosts[vm.host], name)

        return cast(Host, _Watched(hosts[self._own.host], self.asked, "source.", of))

    @property
    def elsewhere(self) -> Mask:
        return self.columns.all

    @property
    def source_row(self) -> int:  # type: ignore[override]  # nobody sets it here
        index = self.columns.index
        return cast(int, self._note("source row", lambda vm: index[vm.host]))

    @property
    def needed_evc_mode(self) -> str:
        inventory = self.inventory
        return cast(str, self._note("EVC mode", lambda vm: evc.needed(inventory, vm)))

    def here(self, column: npt.NDArray[Any]) -> Any:
        index = self.columns.index
        return self._note(id(column), lambda vm: column[index[vm.host]].item())

    def look(self, through: Callable[[VirtualMachine], T]) -> T:
        return cast(T, self._note(f"look.{through.__name__}", cast(Ask, through)))

    def _note(self, question: Hashable, ask: Ask) -> Hashable:
        if question not in self.asked:
            self.asked[question] = ask(self._own), ask
        return self.asked[question][0]


_ANY = MigrationSpec(vm="any")


class _Group:
    """Rules that ask the same varied questions: they are looked up together, by all that any of them ever asked."""

    def __init__(self, numbers: tuple[int, ...], asks: dict[Hashable, Ask]) -> None:
        self.numbers = numbers
        self.asks = tuple(asks.values())
        self.remembers = _OWN.isdisjoint(asks)
        self.known: dict[Hashable, tuple[Finding, ...]] = {}


class Memo:
    """All rules of one type of migration, for VMs that change their compute resource only."""

    def __init__(self, columns: HostColumns, type_: MigrationType, rules: Iterable[Rule]) -> None:
        self._columns = columns
        self._type = type_
        self._rules = tuple(rule for rule in rules if type_ in rule.types)
        self._roots: dict[Hashable, Any] = {}
        self._asked: list[dict[Hashable, Ask]] = [{} for _ in self._rules]
        self._groups: list[_Group] = [_Group(tuple(range(len(self._rules))), {})]
        self._stale = True

    def findings(self, vm: VirtualMachine, busy_task: str = "") -> list[Finding]:
        """What the rules found at any host, the VM's own perhaps too. Of a busy VM nothing is kept."""
        if busy_task:
            judged = (self._judged(rule, vm, busy_task)[0] for rule in self._rules)
            return [finding for finding in judged if finding is not _NOTHING]
        if self._stale:
            self._sort()
        found: list[Finding] = []
        for group in self._groups:
            if not group.remembers:
                found += self._led(group.numbers, vm)
                continue
            key = tuple([ask(vm) for ask in group.asks])
            known = group.known.get(key)
            if known is None:
                known = tuple(self._led(group.numbers, vm))
                if not self._stale:
                    # Else a rule has asked for more than the key holds: the next VM need not look like this one.
                    group.known[key] = known
            found += known
        return found

    def _led(self, numbers: Iterable[int], vm: VirtualMachine) -> list[Finding]:
        found = []
        for number in numbers:
            node: Any = self._roots.get(number)
            while (kind := node.__class__) is not Finding:
                node = node.branches.get(node.ask(vm)) if kind is _Fork else self._learnt(number, vm)
            if node is not _NOTHING:
                found.append(node)
        return found

    def _learnt(self, number: int, vm: VirtualMachine) -> Finding:
        """Let the rule judge, and keep the way to its findings."""
        finding, asked = self._judged(self._rules[number], vm, "")
        new = asked.keys() - self._asked[number].keys()
        if new:
            self._stale = True
            self._asked[number].update({question: ask for question, (_, ask) in asked.items() if question in new})
        if any(question in _OWN and answer for question, (answer, _) in asked.items()):
            return finding
        slots, key = self._roots, cast(Hashable, number)
        for answer, ask in asked.values():
            node = slots.get(key)
            if node is None:
                node = slots[key] = _Fork(ask)
            slots, key = node.branches, answer
        slots[key] = finding
        return finding

    def _judged(self, rule: Rule, vm: VirtualMachine, busy_task: str) -> tuple[Finding, Asked]:
        case = _WatchedCase(self._columns, self._type, vm, busy_task)
        findings = rule.judge(case)
        if findings.empty:
            return _NOTHING, case.asked
        return Finding(rule.id, findings.severity(len(self._columns.hosts))), case.asked

    def _sort(self) -> None:
        numbers: dict[frozenset[Hashable], list[int]] = {}
        for number, asked in enumerate(self._asked):
            numbers.setdefault(_VARIED.intersection(asked), []).append(number)
        self._groups = []
        for members in numbers.values():
            asks: dict[Hashable, Ask] = {}
            for number in members:
                asks.update(self._asked[number])
            self._groups.append(_Group(tuple(members), asks))
        self._stale = False
