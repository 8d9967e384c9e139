"""Are the hosts in a state in which they can give and take? After the vSphere API reference on host states."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility.case import HOST_LIVE, STORAGE_LIVE, Case
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.compatibility.verdict import MigrationType

BOOK = RuleBook("hostState", "hostTests", "host-state")


@BOOK.rule(
    "host.source",
    "HostNotConnected",
    test_group="sourceTests",
    also=("InvalidHostConnectionState",),
)
def source_connected(case: Case) -> Findings:
    return Findings(error=case.source.connection_state != "connected")


@BOOK.rule("host.same", "")
def same_host(case: Case) -> Findings:
    return Findings(error=False if case.moves_storage else ~case.elsewhere)


@BOOK.rule("host.disconnected", "HostNotConnected", also=("InvalidHostConnectionState",))
def disconnected(case: Case) -> Findings:
    return Findings(error=case.columns.disconnected & case.elsewhere)


@BOOK.rule("host.unreachable", "HostNotReachable", also=("HostCommunication",))
def unreachable(case: Case) -> Findings:
    return Findings(error=case.columns.not_responding & case.elsewhere)


@BOOK.rule("host.power", "InvalidHostState")
def power(case: Case) -> Findings:
    return Findings(error=case.columns.powered_off & case.elsewhere)


@BOOK.rule("host.maintenance", "InvalidHostState", also=("InvalidState",))
def maintenance(case: Case) -> Findings:
    return Findings(error=case.columns.maintenance & case.elsewhere)


@BOOK.rule(
    "host.fileMove",
    "MaintenanceModeFileMove",
    types=STORAGE_LIVE | {MigrationType.COLD, MigrationType.SUSPENDED},
    test_group="sourceTests",
)
def file_move(case: Case) -> Findings:
    return Findings(error=case.moves_storage and case.source.maintenance_state == "inMaintenance")


@BOOK.rule("host.failover", "DisallowedOperationOnFailoverHost")
def failover_host(case: Case) -> Findings:
    reserved = [host for cluster in case.inventory.clusters.values() for host in cluster.das.failover_hosts]
    return Findings(error=case.columns.rows(reserved) & case.elsewhere)


@BOOK.rule("host.agents", "InsufficientAgentVmsDeployed", types=HOST_LIVE)
def agents(case: Case) -> Findings:
    return Findings(error=case.columns.without_agents & case.elsewhere)


@BOOK.rule("host.full", "HostInventoryFull")
def full(case: Case) -> Findings:
    columns = case.columns
    return Findings(
        error=(columns.vm_count >= columns.max_vms) & case.elsewhere,
        words=lambda case, row: {"count": int(case.columns.max_vms[row])},
    )


@BOOK.rule("host.quarantine", "QuarantineModeFault", types=HOST_LIVE, simplified=True)
def quarantine(case: Case) -> Findings:
    return Findings(warning=case.columns.quarantine & case.elsewhere)


@BOOK.rule("host.component", "HostHasComponentFailure", types=HOST_LIVE, simplified=True)
def component(case: Case) -> Findings:
    return Findings(warning=case.columns.component_failed & case.elsewhere)


@BOOK.rule("ha.error", "HAErrorsAtDest", types=HOST_LIVE)
def ha_error(case: Case) -> Findings:
    return Findings(warning=np.logical_and(case.columns.das_error, case.elsewhere))
