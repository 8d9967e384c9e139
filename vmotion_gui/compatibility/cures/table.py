"""Which rules have a cure, and what it is for one migration."""

from __future__ import annotations

from vmotion_gui.compatibility.columns import HostColumns
from vmotion_gui.compatibility.cures import devices, hosts, networks, places, vms
from vmotion_gui.compatibility.cures.cure import Cure, Find, Patient
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory


def _finders() -> dict[str, tuple[Find, ...]]:
    """The least disruptive kind comes first: settings of places, then of devices, then of the VM as a whole."""
    found: dict[str, tuple[Find, ...]] = {}
    for module in (places, networks, hosts, devices, vms):
        for rule, finders in module.BOOK.finders.items():
            found[rule] = (*found.get(rule, ()), *finders)
    return found


_FINDERS = _finders()
CURABLE = frozenset(_FINDERS)
"""Rules for which there may be a cure."""


def cures_for(
    inventory: Inventory, spec: MigrationSpec, rule: str, *, columns: HostColumns | None = None
) -> tuple[Cure, ...]:
    """The ways to take away what a rule has against a migration; empty where people must act outside the estate.

    Ask it for a reason that a check of this very spec gave (`Reason.rule`). `columns`: a checker's, which spares
    walking over the estate. KeyError for ids that do not exist.
    """
    patient = Patient(inventory, spec, columns)
    return tuple(
        Cure(rule=rule, text=recipe.text, changes=recipe.changes, effects=recipe.effects)
        for find in _FINDERS.get(rule, ())
        for recipe in find(patient)
        if recipe.changes
    )
