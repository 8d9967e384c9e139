"""Before any plan: which VMs can leave the hosts that are to be emptied, which only at a price, and which not at all.

What the planner would find for each VM alone: every rule that says the same wherever the others are. Room is not
counted here; whether all find a place together only a plan can say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Literal

import msgspec
import numpy as np

from vmotion_gui.compatibility.checker import Checker, HostVerdicts
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.maintenance.ground import COUNTED, Ground
from vmotion_gui.planning.maintenance.plan import Options

State = Literal["blocked", "decision", "able", "stays"]
STATES: tuple[State, ...] = ("blocked", "decision", "able", "stays")
"""No host takes it; only with warnings, or with its disks; without further ado; it does not run, and may stay."""


class Objection(msgspec.Struct, frozen=True, kw_only=True):
    """What stands against a VM's leaving, with a move that it stands against."""

    spec: MigrationSpec
    reason: Reason
    count: int
    """At how many of the hosts in question."""


class Departure(msgspec.Struct, frozen=True, kw_only=True):
    """What the checks say of one VM."""

    vm: str
    host: str
    state: State
    able: int = 0
    """Hosts that take it."""
    cautioned: int = 0
    """Of these, how many only with warnings."""
    with_storage: bool = False
    """It has to take its disks along."""
    objections: tuple[Objection, ...] = ()
    """Of a blocked one all errors; of one that needs a decision the warnings. Most frequent first."""


class Checks:
    """Judges one VM after the other, so that a window can show each."""

    def __init__(self, checker: Checker, hosts: Collection[str], options: Options) -> None:
        """`hosts`: those to be emptied. KeyError for one that does not exist."""
        inventory = checker.inventory
        self._checker = checker
        self._options = options
        self._ground = Ground(checker, frozenset(hosts), options)
        self.vms = tuple(id_ for host in dict.fromkeys(hosts) for id_ in inventory.vms_on(inventory.hosts[host].id))

    def departures(self) -> Iterator[Departure]:
        """What the checks say, in the order of `vms`."""
        return map(self.departure, self.vms)

    def departure(self, vm: str) -> Departure:
        """What they say of one VM on the hosts."""
        machine = self._checker.inventory.vms[vm]
        if machine.power_state != "poweredOn" and not self._options.evacuate_powered_off:
            return Departure(vm=vm, host=machine.host, state="stays")
        ground = self._ground
        number = ground.number[vm]
        allowed = ground.allowed(number)
        able = int(np.count_nonzero(allowed))
        if not able:
            return Departure(vm=vm, host=machine.host, state="blocked", objections=self._against(number))
        cautioned = int(np.count_nonzero(ground.cautions(number)[allowed] > 0))
        with_storage = any((number, row) in ground.stores for row in np.flatnonzero(allowed).tolist())
        decision = cautioned == able or with_storage
        return Departure(
            vm=vm,
            host=machine.host,
            state="decision" if decision else "able",
            able=able,
            cautioned=cautioned,
            with_storage=with_storage,
            objections=self._against(number) if decision else (),
        )

    def _against(self, number: int) -> tuple[Objection, ...]:
        ground, vm = self._ground, self._ground.vms[number]
        verdicts: HostVerdicts = self._checker.hosts(vm)
        found: dict[str, Objection] = {}
        for row in np.flatnonzero(ground.reachable(number)).tolist():
            host = ground.hosts[row]
            for reason in verdicts.reasons(host):
                if reason.severity >= Severity.WARNING and reason.rule not in COUNTED:
                    known = found.get(reason.rule)
                    spec = known.spec if known is not None else MigrationSpec(vm=vm, host=host)
                    told = known.reason if known is not None else reason
                    count = 1 if known is None else known.count + 1
                    found[reason.rule] = Objection(spec=spec, reason=told, count=count)
        return tuple(sorted(found.values(), key=lambda one: (-one.reason.severity, -one.count)))
