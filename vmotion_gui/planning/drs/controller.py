"""DRS that acts by itself: every 300 s of simulated time (`pollPeriodSec`) it does what it recommends."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory.commands import Command, Migrate, MigrationSpec
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.drs.cost import MoveCost
from vmotion_gui.planning.drs.recommend import drs_steps
from vmotion_gui.simulation.control import Thinking
from vmotion_gui.simulation.drs_limit import INITIATOR, POLL_PERIOD_S
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.estimates import estimate
from vmotion_gui.simulation.status import Estimate, MigrationStatus

REST_S = 3600.0
"""So long a VM does not go back to a host that DRS took it from, unless a rule demands it (assumed)."""


class DrsController:
    """Implements `Controller` for all clusters whose DRS is fully automated."""

    period_s = POLL_PERIOD_S
    initiator = INITIATOR

    def __init__(self) -> None:
        self._checker: Checker | None = None

    def steps(self, engine: Engine) -> Thinking:
        """The moves of one run, cluster by cluster and move by move."""
        inventory = engine.inventory
        statuses = [engine.status(id_) for id_ in engine.active_ids()]
        moving = under_way(inventory, statuses)
        avoid = left_lately(_latest(engine), engine.now_s)
        found: list[Command] = []
        for id_, cluster in inventory.clusters.items():
            automated = [vm for host in inventory.hosts_in(id_) for vm in inventory.vms_on(host)]
            if not cluster.drs.enabled or not any(acts_alone(inventory, inventory.vms[vm]) for vm in automated):
                continue
            result = yield from drs_steps(
                (yield from self._checker_of(inventory)),
                id_,
                predict=lambda spec: move_cost(estimate(engine, spec)),
                moving={vm: host for vm, host in moving.items() if vm in automated},
                avoid=avoid,
            )
            moves = (r for r in result.recommendations if acts_alone(inventory, inventory.vms[r.vm]))
            found += [Migrate(spec=MigrationSpec(vm=r.vm, host=r.destination)) for r in moves]
        return found

    def _checker_of(self, inventory: Inventory) -> Generator[object, None, Checker]:
        if self._checker is None:
            self._checker = yield from Checker.in_steps(inventory)
        elif self._checker.inventory is not inventory:
            self._checker = Checker.for_inventory(inventory, previous=self._checker)
        return self._checker


def acts_alone(inventory: Inventory, vm: VirtualMachine) -> bool:
    """Whether DRS moves a VM without asking: by its own level, or else by its cluster's."""
    cluster = inventory.clusters.get(inventory.hosts[vm.host].cluster)
    behavior = vm.drs_behavior
    if behavior == "default" and cluster is not None:
        behavior = cluster.drs.default_vm_behavior
    return behavior == "fullyAutomated"


def under_way(inventory: Inventory, statuses: Sequence[MigrationStatus]) -> dict[str, str]:
    """VMs whose migration has not ended, and where they go."""
    vms, hosts = inventory.vms, inventory.hosts
    running = (s for s in statuses if not s.phase.ended and s.vm in vms and s.destination_host in hosts)
    return {status.vm: status.destination_host for status in running}


def left_lately(statuses: Sequence[MigrationStatus], now_s: float) -> frozenset[tuple[str, str]]:
    """(VM, host) that DRS took the VM from within the last hour."""
    return frozenset(
        (status.vm, status.source_host)
        for status in statuses
        if status.initiator == INITIATOR and now_s - status.queued_s < REST_S
    )


def move_cost(foretold: Estimate) -> MoveCost:
    """An estimate of the engine as a cost."""
    return MoveCost(
        duration_s=foretold.duration_s,
        downtime_s=foretold.downtime_s,
        guest_slowdown=foretold.guest_slowdown,
        completes=foretold.completes,
    )


def _latest(engine: Engine) -> list[MigrationStatus]:
    """Those of the last hour; ids are in order of submission."""
    found = []
    for id_ in reversed(list(engine.migration_ids())):
        status = engine.status(id_)
        if engine.now_s - status.queued_s >= REST_S:
            break
        found.append(status)
    return found
