"""Before any plan: whose files can leave the datastores that are to be emptied, whose only at a price, and whose not.

What the planner would find for each VM alone: every rule that says the same wherever the others are, and whether any
datastore has the space for it alone. Whether all find a place together only a plan can say.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import numpy as np

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.datastores.arrangement import Arrangement
from vmotion_gui.planning.datastores.ground import Ground
from vmotion_gui.planning.datastores.options import StoreOptions
from vmotion_gui.planning.datastores.reasons import space_reason, stuck_reason
from vmotion_gui.planning.maintenance.checks import Departure, Objection
from vmotion_gui.simulation.tasks.store_files import relocation


class StoreChecks:
    """Judges one VM after the other, so that a window can show each."""

    def __init__(self, checker: Checker, datastores: Collection[str], options: StoreOptions) -> None:
        """`datastores`: those to be emptied. KeyError for one that does not exist."""
        self._ground = Ground(checker, datastores, options)
        self.vms = (*(vm.id for vm in self._ground.stuck), *self._ground.vms)

    def departures(self) -> Iterator[Departure]:
        """What the checks say, in the order of `vms`."""
        for vm in self._ground.stuck:
            objection = Objection(spec=MigrationSpec(vm=vm.id), reason=stuck_reason(self._ground, vm), count=1)
            yield Departure(vm=vm.id, host=vm.host, state="blocked", objections=(objection,))
        yield from map(self._departure, range(len(self._ground.vms)))

    def _departure(self, number: int) -> Departure:
        ground = self._ground
        vm = ground.machine(number)
        allowed = ground.allowed(number)
        objections = self._against(number)
        fits = Arrangement(ground).fits(number)
        fitting = np.flatnonzero(fits).tolist()
        cautioned = sum(
            int(fits[ground.column[id_]])
            for alike in ground.alike(vm)
            if any(r.severity is Severity.WARNING for r in ground.reasons(self._to(number, alike[0]), alike[0]))
            for id_ in alike
        )
        if not fitting:
            if allowed.any():
                space = space_reason(ground, Arrangement(ground), number)
                spec = self._to(number, ground.stores[int(np.flatnonzero(allowed)[0])])
                objections = (Objection(spec=spec, reason=space, count=int(allowed.sum())), *objections)
            return Departure(vm=vm.id, host=vm.host, state="blocked", objections=objections)
        decision = cautioned == len(fitting)
        return Departure(
            vm=vm.id,
            host=vm.host,
            state="decision" if decision else "able",
            able=len(fitting),
            cautioned=cautioned,
            objections=objections if decision else (),
        )

    def _to(self, number: int, store: str) -> MigrationSpec:
        return relocation(self._ground.machine(number), self._ground.leaving, store)

    def _against(self, number: int) -> tuple[Objection, ...]:
        ground = self._ground
        found: dict[str, tuple[MigrationSpec, Reason, int]] = {}
        for alike in ground.alike(ground.machine(number)):
            spec = self._to(number, alike[0])
            for reason in ground.reasons(spec, alike[0]):
                if reason.severity >= Severity.WARNING:
                    known = found.get(reason.rule, (spec, reason, 0))
                    found[reason.rule] = (known[0], known[1], known[2] + len(alike))
        objections = (Objection(spec=spec, reason=reason, count=count) for spec, reason, count in found.values())
        return tuple(sorted(objections, key=lambda one: (-one.reason.severity, -one.count)))
