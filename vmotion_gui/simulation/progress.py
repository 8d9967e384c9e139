"""How far a migration is, 0 to 1. It is not linear in bytes: nobody knows beforehand how many passes there
will be.
"""

from __future__ import annotations

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.disk_copy import arrived_bytes
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.status import Phase

_SPAN: dict[Phase, tuple[float, float]] = {
    Phase.CHECKING: (0.0, 0.1),
    Phase.PREPARING: (0.1, 0.15),
    Phase.SWITCHOVER: (0.9, 0.97),
    Phase.RESUMING: (0.97, 0.98),
    Phase.CLEANING_UP: (0.98, 1.0),
}
"""As vCenter's tasks go: checks to 10 %, preparing to 15 %, disks to 60 %, memory to 90 %."""
_DISK = (0.15, 0.6)
_PASS_LEAVES = 0.3
"""What of the memory's share each further pass leaves to the next ones."""


def progress_of(core: Core, migration: Migration) -> float:
    """The progress now, never below what it has been at the last change."""
    return max(migration.progress_floor, _momentary(core, migration))


def _momentary(core: Core, migration: Migration) -> float:
    phase = migration.phase
    if phase is Phase.COMPLETED:
        return 1.0
    if phase is Phase.COPYING_DISK:
        return _between(_DISK, _disk_fraction(core, migration))
    if _sends_memory(migration):
        begin = _DISK[1] if migration.plan.transfers else _DISK[0]
        return _between((begin, 0.9), _memory_fraction(core, migration))
    return _SPAN[phase][0] if phase in _SPAN else 0.0


def _sends_memory(migration: Migration) -> bool:
    """Whether the memory's share of the progress still grows: in passes, while a VM that was stopped first stands
    still, and after a post-copied one has resumed."""
    if migration.phase is Phase.SWITCHOVER and migration.memory is not None:
        return not migration.downtime or migration.rest_follows or migration.pass_index == 0
    if migration.phase is Phase.RESUMING:
        return migration.rest_follows
    return migration.phase in (Phase.COPYING_MEMORY, Phase.POST_COPYING)


def _between(span: tuple[float, float], fraction: float) -> float:
    return span[0] + (span[1] - span[0]) * min(1.0, max(0.0, fraction))


def _disk_fraction(core: Core, migration: Migration) -> float:
    done, total = arrived_bytes(core, migration)
    return done / total if total > 0.0 else 1.0


def _memory_fraction(core: Core, migration: Migration) -> float:
    copy = migration.memory
    if copy is None:
        return 0.0
    part = copy.position(core.state.now_s) / copy.wire_total if copy.wire_total > 0.0 else 1.0
    left = _PASS_LEAVES**migration.pass_index
    leaves = _PASS_LEAVES if migration.phase is Phase.COPYING_MEMORY else 0.0
    return 1.0 - left + left * (1.0 - leaves) * min(1.0, part)
