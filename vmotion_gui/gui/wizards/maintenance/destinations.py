"""Where a move of a plan could go instead, and when it could begin."""

from __future__ import annotations

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.context import Context
from vmotion_gui.inventory.changes import apply_all
from vmotion_gui.planning.maintenance.decisions import preparing
from vmotion_gui.planning.maintenance.plan import Move, Plan
from vmotion_gui.simulation.tasks.store_files import relocation

_NEAR_S = 0.5


class Destinations:
    """What the table says at once, before the plan as a whole is checked."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def refused(self, plan: Plan, key: int) -> dict[str, str]:
        """Hosts that the table forbids the VM of a move, and why. A VM that takes its files along may go to other
        datastores elsewhere: of it, nothing is known before."""
        move = plan.moves[key]
        if plan.datastores:
            return self._refused_stores(plan, move)
        if move.spec.datastore:
            return {}
        verdicts = self._checker(plan).hosts_for([move.spec.vm])
        text = self._context.language.text
        found = {}
        hosts = {one.host for one in plan.loads} - {move.spec.host, *plan.hosts}
        for host, severity in zip(verdicts.host_ids, verdicts.severity.tolist(), strict=True):
            if host in hosts and severity == Severity.ERROR:
                reasons = [reason for reason in verdicts.reasons(host) if reason.severity is Severity.ERROR]
                found[host] = text(reasons[0].text) if reasons else host
        return found

    def _checker(self, plan: Plan) -> Checker:
        """The rules in the estate in which all is done that comes before the plan."""
        checker = self._context.session.checker()
        if not plan.preparations:
            return checker
        inventory = apply_all(checker.inventory, preparing(checker.inventory, plan.preparations))
        return Checker.for_inventory(inventory, previous=checker)

    def _refused_stores(self, plan: Plan, move: Move) -> dict[str, str]:
        """Datastores that the table forbids the files of a move."""
        checker, text = self._context.session.checker(), self._context.language.text
        vm = checker.inventory.vms[move.spec.vm]
        found = {}
        for store in _stores(plan):
            if store in move.to_datastores:
                continue
            reasons = checker.check(relocation(vm, move.from_datastores, store)).reasons
            against = [reason for reason in reasons if reason.severity is Severity.ERROR]
            if against:
                found[store] = text(against[0].text)
        return found

    def choices(self, plan: Plan, key: int) -> list[tuple[str, str, str]]:
        """Hosts or datastores that are not to be empty: id, name, and why not; "" where the table has nothing against
        it."""
        refused, name = self.refused(plan, key), self._context.name
        hosts = [one.host for one in plan.loads if one.host not in plan.hosts] + _stores(plan)
        return sorted(((host, name(host), refused.get(host, "")) for host in hosts), key=lambda c: (bool(c[2]), c[1]))


def place_of(move: Move) -> str:
    """The host or datastore that a move goes to; of several datastores the first."""
    return move.to_datastores[0] if move.to_datastores else move.spec.host


def _stores(plan: Plan) -> list[str]:
    return [one.datastore for one in plan.spaces if one.datastore not in plan.datastores]


def earlier_s(plan: Plan, key: int) -> float | None:
    """When a move would begin that takes the turn before its own; None if it is among the first."""
    start_s = plan.moves[key].start_s
    return max((move.start_s for move in plan.moves if move.start_s < start_s - _NEAR_S), default=None)


def later_s(plan: Plan, key: int) -> float | None:
    """When a move would begin that waits for one more; None if nothing ends after its beginning but itself."""
    start_s = plan.moves[key].start_s
    ends = [move.end_s for index, move in enumerate(plan.moves) if index != key and move.end_s > start_s + _NEAR_S]
    return min(ends, default=None)
