"""What a migration would take: the engine itself, run ahead on a copy of now."""

from __future__ import annotations

from vmotion_gui.compatibility.verdict import Reason, Severity
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.messages import Message, message
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Estimate, MigrationStatus, Phase

MAX_EVENTS = 20_000
"""So far a run ahead goes; a migration that has not ended then is told as one that does not complete."""
_SLICE = 16


def estimate(engine: Engine, spec: MigrationSpec, *, max_events: int = MAX_EVENTS) -> Estimate:
    """A migration's outcome, were it started now; other migrations run on beside it. Changes nothing in
    `engine`.

    `duration_s` counts from the command on, so it includes the wait in the queue.
    """
    ahead = Engine.restore(engine.checkpoint())
    ticket = ahead.submit(Migrate(spec=spec))
    if not ticket.accepted:
        return _refused(spec, ticket.reason or message("simulation.estimate.refused"))
    left = max_events
    while left > 0 and ticket.id in ahead.active_ids():
        next_s = ahead.next_event_s
        if next_s is None:
            break
        ahead.advance(next_s, max_events=_SLICE)
        left -= _SLICE if next_s == ahead.now_s else 1
    return _from_status(ahead.status(ticket.id), ahead.now_s)


def _from_status(status: MigrationStatus, now_s: float) -> Estimate:
    first = next((record for record in status.passes if record.ended), None)
    ratio = 0.0
    if first is not None and first.copy_bytes_per_s > 0.0:
        ratio = first.dirty_bytes_per_s / first.copy_bytes_per_s
    return Estimate(
        completes=status.phase is Phase.COMPLETED,
        duration_s=(now_s if status.end_s is None else status.end_s) - status.queued_s,
        downtime_s=status.downtime_s,
        bytes=status.sent_bytes,
        passes=len(status.passes),
        convergence_ratio=ratio,
        guest_slowdown=max(
            (record.guest_slowdown for record in status.passes if not record.stop_and_copy), default=0.0
        ),
        fault=status.fault,
    )


def _refused(spec: MigrationSpec, text: Message) -> Estimate:
    reason = Reason(
        rule="engine.refused",
        fault="InvalidArgument",
        severity=Severity.ERROR,
        group="vmState",
        test_group="sourceTests",
        text=text,
        cure=message("simulation.estimate.refused.cure"),
        objects=(spec.vm,),
    )
    return Estimate(
        completes=False,
        duration_s=0.0,
        downtime_s=0.0,
        bytes=0.0,
        passes=0,
        convergence_ratio=0.0,
        guest_slowdown=0.0,
        fault=reason,
    )
