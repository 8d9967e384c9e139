"""Plans as documents for other programs: names beside ids, sentences in a language, numbers in base units.

docs/planner.md describes the fields.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final, Literal

import msgspec

from vmotion_gui.compatibility.verdict import Reason
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Catalogue
from vmotion_gui.planning.maintenance.plan import (
    Bound,
    HostLoads,
    Move,
    Objective,
    Outcome,
    Plan,
    Preparation,
    StoreSpace,
    Unplaceable,
)
from vmotion_gui.planning.maintenance.rolling import RollingPlan, RollingStep

FORMAT: Final = "vmotion-gui-plan"
VERSION: Final = 1


class Named(msgspec.Struct, frozen=True, kw_only=True):
    """Something of the inventory."""

    id: str
    name: str


class Against(msgspec.Struct, frozen=True, kw_only=True):
    """A reason in words."""

    rule: str
    fault: str
    text: str
    cure: str


class MoveDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One migration."""

    vm: Named
    source: Named
    destination: Named
    datastore: Named | None
    from_datastores: tuple[Named, ...]
    to_datastores: tuple[Named, ...]
    type: str
    after: tuple[int, ...]
    makes_room: bool
    start_s: float
    duration_s: float
    downtime_s: float
    bytes: float
    outcome: Outcome
    reason: Against | None


class PreparationDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What is done to a VM before the first move."""

    vm: Named
    does: Literal["shutDown", "suspend", "disconnect"]
    devices: tuple[str, ...]


class StuckDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A VM that cannot leave its host."""

    vm: Named
    host: Named
    reasons: tuple[Against, ...]


class PlanDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A plan for emptying some hosts or datastores."""

    hosts: tuple[Named, ...]
    datastores: tuple[Named, ...]
    skipped: tuple[Named, ...]
    preparations: tuple[PreparationDocument, ...]
    objective: Objective
    possible: bool
    makespan_s: float
    bound: Bound
    distance: float
    downtime_s: float
    bytes: float
    imbalance: float
    moves: tuple[MoveDocument, ...]
    unplaceable: tuple[StuckDocument, ...]
    obstacles: tuple[str, ...]
    loads: tuple[HostLoads, ...]
    spaces: tuple[StoreSpace, ...]


class StepDocument(msgspec.Struct, frozen=True, kw_only=True):
    """One step of a rolling plan."""

    hosts: tuple[Named, ...]
    possible: bool
    start_s: float
    empty_s: float
    end_s: float
    preparations: tuple[PreparationDocument, ...]
    moves: tuple[MoveDocument, ...]
    returns: tuple[MoveDocument, ...]
    unplaceable: tuple[StuckDocument, ...]
    obstacles: tuple[str, ...]


class RollingDocument(msgspec.Struct, frozen=True, kw_only=True):
    """A plan for a whole cluster."""

    cluster: Named
    possible: bool
    at_once: int
    most_at_once: int
    work_s: float
    window_s: float | None
    end_s: float
    in_window: bool
    skipped: tuple[Named, ...]
    steps: tuple[StepDocument, ...]


class Document(msgspec.Struct, frozen=True, kw_only=True):
    """What `vmotion-gui plan --json` writes: plans, the one for the objective first, or a rolling plan."""

    format: Literal["vmotion-gui-plan"] = FORMAT
    version: Literal[1] = VERSION
    plans: tuple[PlanDocument, ...] = ()
    rolling: RollingDocument | None = None


class Writer:
    """Makes documents of plans for one inventory, in one language."""

    def __init__(self, inventory: Inventory, words: Catalogue) -> None:
        self._inventory, self._words = inventory, words

    def plans(self, plans: Iterable[Plan]) -> Document:
        """Plans to choose from."""
        return Document(plans=tuple(self._plan(plan) for plan in plans))

    def rolling(self, plan: RollingPlan) -> Document:
        """A rolling plan."""
        told = RollingDocument(
            cluster=self._named(plan.cluster),
            possible=plan.possible,
            at_once=plan.at_once,
            most_at_once=plan.most_at_once,
            work_s=plan.options.work_s,
            window_s=plan.options.window_s,
            end_s=plan.end_s,
            in_window=plan.in_window,
            skipped=tuple(map(self._named, plan.skipped)),
            steps=tuple(self._step(step) for step in plan.steps),
        )
        return Document(rolling=told)

    def _plan(self, plan: Plan) -> PlanDocument:
        return PlanDocument(
            hosts=tuple(map(self._named, plan.hosts)),
            datastores=tuple(map(self._named, plan.datastores)),
            skipped=tuple(map(self._named, plan.skipped)),
            preparations=self._preparations(plan.preparations),
            objective=plan.objective,
            possible=plan.possible,
            makespan_s=plan.makespan_s,
            bound=plan.bound,
            distance=plan.distance,
            downtime_s=plan.downtime_s,
            bytes=plan.bytes,
            imbalance=plan.imbalance,
            moves=self._moves(plan.moves),
            unplaceable=tuple(map(self._stuck, plan.unplaceable)),
            obstacles=tuple(map(self._words.render, plan.obstacles)),
            loads=plan.loads,
            spaces=plan.spaces,
        )

    def _step(self, step: RollingStep) -> StepDocument:
        return StepDocument(
            hosts=tuple(map(self._named, step.hosts)),
            possible=step.possible,
            start_s=step.start_s,
            empty_s=step.empty_s,
            end_s=step.end_s,
            preparations=self._preparations(step.preparations),
            moves=self._moves(step.moves),
            returns=self._moves(step.returns),
            unplaceable=tuple(map(self._stuck, step.unplaceable)),
            obstacles=tuple(map(self._words.render, step.obstacles)),
        )

    def _preparations(self, preparations: Sequence[Preparation]) -> tuple[PreparationDocument, ...]:
        return tuple(
            PreparationDocument(vm=self._named(one.vm), does=one.does, devices=one.devices) for one in preparations
        )

    def _moves(self, moves: Sequence[Move]) -> tuple[MoveDocument, ...]:
        return tuple(
            MoveDocument(
                vm=self._named(move.spec.vm),
                source=self._named(move.source),
                destination=self._named(move.spec.host or move.source),
                datastore=self._named(move.spec.datastore) if move.spec.datastore else None,
                from_datastores=tuple(map(self._named, move.from_datastores)),
                to_datastores=tuple(map(self._named, move.to_datastores)),
                type=move.type.value,
                after=move.after,
                makes_room=move.makes_room,
                start_s=move.start_s,
                duration_s=move.duration_s,
                downtime_s=move.downtime_s,
                bytes=move.bytes,
                outcome=move.outcome,
                reason=None if move.fault is None else self._against(move.fault),
            )
            for move in moves
        )

    def _stuck(self, stuck: Unplaceable) -> StuckDocument:
        reasons = tuple(map(self._against, stuck.reasons))
        return StuckDocument(vm=self._named(stuck.vm), host=self._named(stuck.host), reasons=reasons)

    def _against(self, reason: Reason) -> Against:
        text, cure = self._words.render(reason.text), self._words.render(reason.cure)
        return Against(rule=reason.rule, fault=reason.fault, text=text, cure=cure)

    def _named(self, id_: str) -> Named:
        entity = self._inventory.get(id_)
        return Named(id=id_, name=entity.name if entity is not None else id_)
