"""What the engine asks about a migration before it starts: one function; a test can put another in its place."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Verdict
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory

Check = Callable[[Inventory, MigrationSpec, Mapping[str, str]], Verdict]
"""(inventory, spec, VM -> the task that works on it) -> the verdict: the same for the same arguments."""


class Rules:
    """The table of rules. It remembers its last checker, so that the next inventory costs only what has changed."""

    def __init__(self) -> None:
        self._checker: Checker | None = None

    def __call__(self, inventory: Inventory, spec: MigrationSpec, busy: Mapping[str, str]) -> Verdict:
        return self.checker(inventory).check(spec, busy=busy)

    def checker(self, inventory: Inventory) -> Checker:
        """The checker of an inventory."""
        known = self._checker
        if known is None:
            known = Checker(inventory)
        elif known.inventory is not inventory:
            known = Checker.for_inventory(inventory, previous=known)
        self._checker = known
        return known
