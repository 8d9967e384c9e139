"""Is the VM itself in a state in which it can be moved? After the vSphere API reference on `MigrationFault`."""

from __future__ import annotations

from vmotion_gui.compatibility.case import HOST_LIVE, LIVE, STORAGE_LIVE, Case
from vmotion_gui.compatibility.rule import Findings, RuleBook

BOOK = RuleBook("vmState", "sourceTests", "vm-state")
_FT_ON = ("enabled", "needSecondary", "starting", "running")
_MOVE_METHODS = frozenset({"MigrateVM_Task", "RelocateVM_Task"})


@BOOK.rule("vm.connection", "InvalidVmState")
def connection(case: Case) -> Findings:
    state = case.vm.connection_state
    return Findings(error=state != "connected", words=lambda _case, _row: {"state": state})


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


@BOOK.rule("vm.disabled", "MigrationDisabled")
def disabled(case: Case) -> Findings:
    return Findings(error=not _MOVE_METHODS.isdisjoint(case.vm.disabled_methods))


@BOOK.rule("vm.tools", "NoGuestHeartbeat", types=HOST_LIVE)
def heartbeat(case: Case) -> Findings:
    return Findings(warning=case.vm.tools_running and case.vm.guest_heartbeat in ("red", "gray"))


@BOOK.rule("vm.ftStorage", "CannotMoveFaultToleranceVm", types=STORAGE_LIVE)
def fault_tolerance_storage(case: Case) -> Findings:
    return Findings(error=case.vm.fault_tolerance in _FT_ON)


@BOOK.rule("vm.ftPair", "FaultToleranceAntiAffinityViolated", types=HOST_LIVE)
def fault_tolerance_pair(case: Case) -> Findings:
    if case.vm.fault_tolerance not in _FT_ON or not case.vm.fault_tolerance_secondary_host:
        return Findings()
    return Findings(error=case.columns.rows([case.vm.fault_tolerance_secondary_host]))


@BOOK.rule("vm.ftBuild", "FaultToleranceNotSameBuild", types=HOST_LIVE)
def fault_tolerance_build(case: Case) -> Findings:
    if case.vm.fault_tolerance not in _FT_ON:
        return Findings()
    other = case.columns.where(lambda host: (host.version, host.build) != (case.source.version, case.source.build))
    return Findings(error=other)
