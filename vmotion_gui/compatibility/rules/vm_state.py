"""Is the VM itself in a state in which it can be moved? After the vSphere API reference on `MigrationFault`."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility import looks
from vmotion_gui.compatibility.case import HOST_LIVE, LIVE, STORAGE_LIVE, Case
from vmotion_gui.compatibility.columns import HostColumns, version_of
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.messages import Message

BOOK = RuleBook("vmState", "sourceTests", "vm-state")
_FT_ON = ("enabled", "needSecondary", "starting", "running")
_THICK_ONLY_BEFORE = (6, 0, 0)
"""Fault Tolerance before vSphere 6.0 took VMs with thick disks only."""
_MOST_FT_VMS, _MOST_FT_CPUS = 4, 8
"""What is recommended for one host (`das.maxFtVmsPerHost`, `das.maxFtVCpusPerHost`)."""
_MOVE_METHODS = frozenset({"MigrateVM_Task", "RelocateVM_Task"})


@BOOK.rule("vm.state", "InvalidPowerState")
def power_state(case: Case) -> Findings:
    wanted, found = case.spec.state, case.vm.power_state
    words = {"wanted": Message(f"state.{wanted}"), "found": Message(f"state.{found}")}
    return Findings(error=wanted not in ("", found), words=lambda _case, _row: words)


@BOOK.rule("vm.connection", "InvalidVmState", also=("InvalidState",))
def connection(case: Case) -> Findings:
    state = case.vm.connection_state
    return Findings(error=state != "connected", words=lambda _case, _row: {"state": Message(f"state.{state}")})


@BOOK.rule("vm.busy", "TaskInProgress")
def busy(case: Case) -> Findings:
    return Findings(error=bool(case.busy_task), words=lambda case, _row: {"task": case.busy_task})


@BOOK.rule("vm.notReady", "MigrationNotReady", types=HOST_LIVE)
def not_ready(case: Case) -> Findings:
    return Findings(error=case.vm.powering_on)


@BOOK.rule("vm.question", "QuestionPending", types=LIVE)
def question(case: Case) -> Findings:
    return Findings(error=bool(case.vm.question), words=lambda case, _row: {"question": case.vm.question})


@BOOK.rule("vm.toolsInstaller", "ToolsInstallationInProgress", types=LIVE)
def tools_installer(case: Case) -> Findings:
    return Findings(error=case.vm.tools_installer_mounted)


@BOOK.rule("vm.disabled", "MigrationDisabled", also=("DisallowedChangeByService", "RestrictedByAdministrator"))
def disabled(case: Case) -> Findings:
    return Findings(error=not _MOVE_METHODS.isdisjoint(case.vm.disabled_methods))


@BOOK.rule("vm.tools", "NoGuestHeartbeat", types=HOST_LIVE)
def heartbeat(case: Case) -> Findings:
    return Findings(warning=case.vm.tools_running and case.vm.guest_heartbeat in ("red", "gray"))


@BOOK.rule("vm.locked", "FileLocked")
def locked(case: Case) -> Findings:
    files = list(case.vm.locked_files)
    return Findings(error=bool(files), words=lambda _case, _row: {"files": files})


@BOOK.rule(
    "vm.ftStorage", "CannotMoveFaultToleranceVm", types=STORAGE_LIVE, also=("VmConfigIncompatibleForFaultTolerance",)
)
def fault_tolerance_storage(case: Case) -> Findings:
    return Findings(error=case.vm.fault_tolerance in _FT_ON)


@BOOK.rule("vm.ftCluster", "CannotMoveFaultToleranceVm", types=HOST_LIVE)
def fault_tolerance_cluster(case: Case) -> Findings:
    if case.vm.fault_tolerance not in _FT_ON:
        return Findings()
    codes, _ = case.columns.codes("cluster", lambda host: host.cluster)
    return Findings(error=codes != case.here(codes))


@BOOK.rule("vm.ftPair", "FaultToleranceAntiAffinityViolated", types=HOST_LIVE, also=("FtVmHostRuleViolation",))
def fault_tolerance_pair(case: Case) -> Findings:
    if case.vm.fault_tolerance not in _FT_ON or not case.vm.fault_tolerance_secondary_host:
        return Findings()
    return Findings(error=case.columns.rows([case.vm.fault_tolerance_secondary_host]))


@BOOK.rule("vm.ftBuild", "FaultToleranceNotSameBuild", types=HOST_LIVE, also=("HostIncompatibleForFaultTolerance",))
def fault_tolerance_build(case: Case) -> Findings:
    if case.vm.fault_tolerance not in _FT_ON:
        return Findings()
    other = case.columns.where(lambda host: (host.version, host.build) != (case.source.version, case.source.build))
    return Findings(error=other)


@BOOK.rule("vm.ftDisk", "FaultToleranceNeedsThickDisk", types=HOST_LIVE)
def fault_tolerance_disk(case: Case) -> Findings:
    thin = [disk.label for disk in case.look(looks.disks) if disk.thin]
    if case.vm.fault_tolerance not in _FT_ON or not thin:
        return Findings()
    old = case.columns.fact("Fault Tolerance of 5.x", lambda host: version_of(host.version) < _THICK_ONLY_BEFORE)
    return Findings(error=old & case.elsewhere, words=lambda _case, _row: {"disks": thin})


@BOOK.rule(
    "vm.ftCount",
    "VmFaultToleranceTooManyVMsOnHost",
    types=HOST_LIVE,
    also=("VmFaultToleranceTooManyFtVcpusOnHost", "VmSmpFaultToleranceTooManyVMsOnHost"),
    simplified=True,
)
def fault_tolerance_count(case: Case) -> Findings:
    if case.vm.fault_tolerance not in _FT_ON:
        return Findings()
    vms, cpus = _fault_tolerant(case.columns)
    many = (vms >= _MOST_FT_VMS) | (cpus + case.vm.cpus > _MOST_FT_CPUS)
    return Findings(warning=many & case.elsewhere, words=lambda _case, row: {"count": int(vms[row])})


def _fault_tolerant(columns: HostColumns) -> tuple[np.ndarray, np.ndarray]:
    """Fault tolerant VMs on each host, the secondaries that run there too, and their vCPUs."""
    vms, cpus = np.zeros(len(columns.hosts)), np.zeros(len(columns.hosts))
    for vm in columns.inventory.vms.values():
        for host in _ft_hosts(vm):
            if (row := columns.index.get(host)) is not None:
                vms[row] += 1
                cpus[row] += vm.cpus
    return vms, cpus


def _ft_hosts(vm: VirtualMachine) -> tuple[str, ...]:
    return (vm.host, vm.fault_tolerance_secondary_host) if vm.fault_tolerance in _FT_ON else ()
