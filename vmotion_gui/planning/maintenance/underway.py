"""Migrations that run already when a plan is made: they go on, and the plan counts on where they lead."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.plan import Move
from vmotion_gui.simulation.engine import Checkpoint, Engine
from vmotion_gui.simulation.status import Phase


class UnderWay:
    """What is queued or runs at a moment; what rolls back leads nowhere, and is left out.

    A VM on its way is planned for as if it had arrived; that it still holds its place at the source is kept by the
    waiting: whatever comes to a host that such a VM leaves waits until it has left, and so does the VM's own next move.
    """

    def __init__(self, moment: Checkpoint) -> None:
        state = moment.state
        engine = Engine.restore(moment) if state.active else None
        active = [] if engine is None else [engine.status(id_) for id_ in state.active]
        going = [status for status in active if status.phase is not Phase.ROLLING_BACK]
        self.ids = tuple(status.id for status in going)
        self.moves = tuple(
            Move(
                spec=msgspec.structs.replace(status.spec, host=status.destination_host),
                source=status.source_host,
                type=status.type,
                outcome="running",
                start_s=0.0 if status.start_s is None else status.start_s - moment.now_s,
            )
            for status in going
        )
        self.settled = _arrived(state.inventory, self.moves)
        """The estate with all of them arrived."""

    def before(self, moves: Sequence[Move]) -> tuple[Move, ...]:
        """These moves behind those that run, waiting for what has to leave or arrive first."""
        shift = len(self.moves)
        return (*self.moves, *(self._waiting(move, shift) for move in moves)) if shift else tuple(moves)

    def _waiting(self, move: Move, shift: int) -> Move:
        leaving = [k for k, other in enumerate(self.moves) if other.source == move.spec.host != other.spec.host]
        own = [k for k, other in enumerate(self.moves) if other.spec.vm == move.spec.vm]
        after = (*leaving, *own, *(earlier + shift for earlier in move.after))
        return msgspec.structs.replace(move, after=tuple(sorted(set(after))))


def _arrived(inventory: Inventory, moves: Sequence[Move]) -> Inventory:
    for move in moves:
        vm = inventory.vms.get(move.spec.vm)
        if vm is not None and move.spec.host in inventory.hosts and vm.host != move.spec.host:
            inventory = VmMoved(vm=vm.id, host=move.spec.host).apply(inventory)
    return inventory
