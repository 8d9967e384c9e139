"""Which migration the knobs are about: one that runs, or one that the selected VM could make."""

from __future__ import annotations

from dataclasses import dataclass

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.context import Context
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.tuning.knobs import Move

_MOST_TARGETS = 100


@dataclass(frozen=True)
class Subject:
    """A move, and the migration if it runs."""

    move: Move
    migration: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes it another one."""
        return self.move.vm, self.move.destination, self.migration

    @property
    def spec(self) -> MigrationSpec | None:
        """What would be asked for; None if it runs already."""
        return None if self.migration else self.asked

    @property
    def asked(self) -> MigrationSpec:
        """VM and host."""
        return MigrationSpec(vm=self.move.vm, host=self.move.destination)


def subject_of(context: Context, destination: str) -> Subject | None:
    """The running migration of the selected VM or else the one that is shown; or a move of the selected VM, to this
    host if it can go there. None if there is nothing to turn at."""
    session = context.session
    inventory, backend = session.inventory, session.backend
    vm_id = context.selection.current if context.selection.current in inventory.vms else ""
    shown = backend.migrations().get(context.selection.migration)
    running = session.busy_vms()
    migration = running.get(vm_id, "")
    if not vm_id and shown is not None and not shown.phase.ended:
        migration = shown.id
    if migration:
        status = backend.migrations()[migration]
        move = Move(vm=status.vm, source=status.source_host, destination=status.destination_host, running=True)
        known = {move.source, move.destination} <= inventory.hosts.keys() and move.vm in inventory.vms
        return Subject(move, migration) if known and move.source != move.destination else None
    vm = inventory.vms.get(vm_id)
    if vm is None or vm.template or vm.power_state != "poweredOn":
        return None
    possible = targets(context, vm_id)
    if not possible:
        return None
    chosen = destination if destination in possible else possible[0]
    return Subject(Move(vm=vm_id, source=vm.host, destination=chosen))


def targets(context: Context, vm_id: str) -> list[str]:
    """Hosts to which a VM can go, those of its cluster first, then by name."""
    session = context.session
    inventory, home = session.inventory, session.inventory.vms[vm_id].host
    verdicts = session.checker().hosts_for([vm_id])
    free = [
        host
        for host, severity in zip(verdicts.host_ids, verdicts.severity.tolist(), strict=True)
        if severity < Severity.ERROR and host != home
    ]
    cluster = inventory.hosts[home].cluster
    free.sort(key=lambda id_: (inventory.hosts[id_].cluster != cluster, inventory.hosts[id_].name))
    return free[:_MOST_TARGETS]
