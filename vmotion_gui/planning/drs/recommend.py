"""What DRS recommends for a cluster: first what rules demand, then what balances it at a gain above its cost.

Level n of the migration threshold takes priorities 1 to n (VMware, `ClusterDrsConfigInfo.vmotionRate`, whose numbers go
the other way). Reasons carry the API's codes (`RecommendationReasonCode`).
"""

from __future__ import annotations

from collections.abc import Collection, Generator, Mapping
from typing import Literal, TypedDict, Unpack

import msgspec

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.failover import failover_room
from vmotion_gui.inventory.changes import FieldsChanged
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.entities import Cluster
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.drs.balancing import Balancer
from vmotion_gui.planning.drs.cost import Predict
from vmotion_gui.planning.drs.score import ClusterScore

Reason = Literal[
    "fairnessCpuAvg", "fairnessMemAvg", "jointAffin", "antiAffin", "vmHostHardAffinity", "vmHostSoftAffinity"
]


class Recommendation(msgspec.Struct, frozen=True, kw_only=True):
    """A move that DRS recommends."""

    vm: str
    source: str
    destination: str
    priority: int
    """1 (rules) to 5 (slight improvement)."""
    reason: Reason
    rule: str = ""
    """Name of the rule that demands it."""
    gain_vms: float
    """Performance that the cluster wins, in VMs; may be negative for a rule."""
    cost_vms: float
    """What the move itself costs, spread over the horizon."""
    duration_s: float

    @property
    def spec(self) -> MigrationSpec:
        """The migration."""
        return MigrationSpec(vm=self.vm, host=self.destination)


class Options(TypedDict, total=False):
    """How a run of DRS is asked for; all may be left out."""

    threshold: int | None
    """1 to 5; None: the cluster's own."""
    predict: Predict | None
    """Foretells a move; None: in closed form."""
    moving: Mapping[str, str] | None
    """VMs under way and their destination, where they count already."""
    avoid: Collection[tuple[str, str]]
    """(VM, host) that balancing leaves alone, because the VM came from there."""


class DrsResult(msgspec.Struct, frozen=True, kw_only=True):
    """A run of DRS over one cluster."""

    cluster: str
    before: ClusterScore
    after: ClusterScore
    """With all recommendations applied."""
    recommendations: tuple[Recommendation, ...]
    """In the order in which they are to be done, rules first."""
    problems: tuple[Message, ...] = ()
    """Rules that are broken and cannot be mended, and why; too little room for HA."""


def run_drs(checker: Checker, cluster: str, **options: Unpack[Options]) -> DrsResult:
    """`drs_steps` in one go."""
    steps = drs_steps(checker, cluster, **options)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            result: DrsResult = end.value
            return result


def drs_steps(checker: Checker, cluster: str, **options: Unpack[Options]) -> Generator[None, None, DrsResult]:
    """What DRS would do about a cluster now, move by move for callers that have other things to do in between. KeyError
    for an unknown cluster; `run_drs` and this one take the same options.
    """
    entity = checker.inventory.clusters[cluster]
    moving, threshold = options.get("moving") or {}, options.get("threshold")
    if moving:
        inventory = checker.inventory
        for vm, host in moving.items():
            inventory = FieldsChanged(id=vm, fields={"host": host}).apply(inventory)
        checker = Checker.for_inventory(inventory, previous=checker)
    level = entity.drs.migration_threshold if threshold is None else threshold
    avoid = frozenset(options.get("avoid", ()))
    balancer = Balancer(checker, entity, predict=options.get("predict"), fixed=frozenset(moving), avoid=avoid)
    before = balancer.standing.cluster_score()
    if entity.drs.enabled:
        balancer.mend(level)
        yield
        while balancer.balance_once(level):
            yield
    return DrsResult(
        cluster=cluster,
        before=before,
        after=balancer.standing.cluster_score(),
        recommendations=tuple(Recommendation(**found._asdict()) for found in balancer.found),
        problems=(*balancer.problems, *_failover(checker.inventory, entity)),
    )


def _failover(inventory: Inventory, cluster: Cluster) -> tuple[Message, ...]:
    room = failover_room(inventory, cluster)
    return () if room.enough else (message("drs.problem.failover", room=room.reason),)
