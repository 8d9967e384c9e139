"""What has been chosen in the wizard, and what the rules say about it; the pages read and change it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import msgspec
from PySide6.QtCore import QObject, QTimer, Signal

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.gui.context import Context
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.candidates import ComputeCandidates, source_reasons
from vmotion_gui.planning.choices import Kind, Placement, Step, Wish, specs, steps, verdicts

_NOWHERE = Placement(hosts={})


class Draft(QObject):
    """A wish, and the answers to it. Each VM is judged alone in a turn of the event loop of its own.

    Signals:
        changed(): the wish is another one, or the estate.
        prepared(): every VM has been judged alone, so that the clusters' verdicts are known.
    """

    changed = Signal()
    prepared = Signal()

    def __init__(self, context: Context, wish: Wish, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.context = context
        self.begun_with = wish
        self.wish = wish
        self._candidates: dict[Kind, ComputeCandidates] = {}
        self._work: Iterator[None] = iter(())
        self._ready: set[Kind] = set()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._judge_next)

    @property
    def inventory(self) -> Inventory:
        return self.context.session.inventory

    @property
    def steps(self) -> tuple[Step, ...]:
        return steps(self.inventory, self.wish)

    @property
    def busy(self) -> dict[str, str]:
        """VM -> the task that runs on it."""
        return {vm: self.tr("Relocate virtual machine") for vm in self.context.session.busy_vms()}

    def change(self, **fields: Any) -> None:
        """Choose something."""
        following = msgspec.structs.replace(self.wish, **fields)
        if following != self.wish:
            self.wish = following
            self.changed.emit()

    def estate_changed(self) -> None:
        """The estate is another one: everything is judged anew."""
        self._candidates.clear()
        self._ready.clear()
        self.changed.emit()

    def stop(self) -> None:
        """Judge no more."""
        self._timer.stop()

    # --- hosts ----------------------------------------------------------------------------------------------

    def candidates(self) -> ComputeCandidates:
        """The hosts and clusters for this kind of move."""
        kind = self.wish.kind
        if kind not in self._candidates:
            made = ComputeCandidates(self.context.session.checker(), self.wish, busy=self.busy)
            self._candidates[kind] = made
            self._work = self._judging(made)
            self._timer.start(0)
        return self._candidates[kind]

    @property
    def is_prepared(self) -> bool:
        """Whether the clusters' verdicts are known."""
        return self.wish.kind in self._ready

    def _judging(self, candidates: ComputeCandidates) -> Iterator[None]:
        for vm in self.wish.vms:
            candidates.each(vm)
            yield

    def _judge_next(self) -> None:
        if next(self._work, self) is self:
            self._timer.stop()
            self._ready.add(self.wish.kind)
            self.prepared.emit()

    def placement(self) -> Placement:
        """Where the VMs would go; nowhere before a target is chosen and its verdict is known."""
        if not self.wish.kind.moves_host or not self.wish.target:
            return _NOWHERE
        candidates = self.candidates()
        if self.wish.target not in (*candidates.host_ids, *candidates.cluster_ids):
            return _NOWHERE
        if self.wish.target in candidates.cluster_ids and not self.is_prepared:
            return _NOWHERE
        return candidates.place(self.wish.target)

    # --- the whole ------------------------------------------------------------------------------------------

    def specs(self) -> tuple[MigrationSpec, ...]:
        """What would be asked of the engine now."""
        return specs(self.inventory, self.wish, self.placement().hosts)

    def reasons(self, *, networks: bool) -> tuple[Reason, ...]:
        """What the rules say about all of it, errors first; without the networks while these are still to be chosen."""
        answers = verdicts(self.context.session.checker(), self.specs(), busy=self.busy)
        found = [reason for verdict in answers.values() for reason in verdict.reasons]
        if not networks:
            found = [reason for reason in found if reason.test_group != "networkTests"]
        return tuple(sorted(found, key=lambda reason: -reason.severity))

    def source_reasons(self) -> tuple[Reason, ...]:
        """What holds wherever the VMs go."""
        return source_reasons(self.context.session.checker(), self.wish, busy=self.busy)
