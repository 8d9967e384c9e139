"""Can the guest go on with the same processor features and hardware? After VMware KB 1003212 and KB 313545."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.case import HOST_LIVE, LIVE, RESUMING, Case
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.entities import Host

BOOK = RuleBook("cpu", "hostTests", "processor")
_TO_HOST = RESUMING | {MigrationType.COLD}


@BOOK.rule("cpu.vendor", "CpuIncompatible", types=RESUMING)
def vendor(case: Case) -> Findings:
    amd = case.source.cpu_vendor == "amd"
    names = {"intel": "Intel", "amd": "AMD"}
    return Findings(
        error=case.columns.amd != amd,
        words=lambda case, row: {
            "have": names[case.source.cpu_vendor],
            "offered": names[case.columns.hosts[row].cpu_vendor],
        },
    )


@BOOK.rule("cpu.evc", "FeatureRequirementsNotMet", types=RESUMING)
def evc_mode(case: Case) -> Findings:
    needed = case.needed_evc_mode
    offer, modes = case.columns.codes("offered EVC mode", lambda host: _offered(case, host))
    lacking = np.array([not evc.supports(mode, needed) for mode in modes], dtype=bool)[offer]
    same_vendor = case.columns.amd == (evc.vendor(needed) == "amd")
    return Findings(
        error=lacking & same_vendor & case.elsewhere,
        words=lambda case, row: {
            "mode": evc.name(needed),
            "offered": evc.name(_offered(case, case.columns.hosts[row])),
        },
    )


def _offered(case: Case, host: Host) -> str:
    cluster = case.inventory.clusters.get(host.cluster)
    return cluster.evc_mode_key if cluster and cluster.evc_mode_key else host.max_evc_mode_key


@BOOK.rule("cpu.features", "FeatureRequirementsNotMet", types=RESUMING)
def features(case: Case) -> Findings:
    needed = case.vm.required_cpu_features
    if not needed:
        return Findings()
    lacking = case.columns.where(lambda host: not set(needed) <= set(host.cpu_features))
    return Findings(
        error=lacking & case.elsewhere,
        words=lambda case, row: {
            "features": [
                name.removeprefix("cpuid.").upper()
                for name in needed
                if name not in case.columns.hosts[row].cpu_features
            ]
        },
    )


@BOOK.rule("cpu.counters", "FeatureRequirementsNotMet", types=HOST_LIVE, simplified=True)
def performance_counters(case: Case) -> Findings:
    if not case.vm.vpmc_enabled:
        return Findings()
    return Findings(error=case.columns.where(lambda host: host.cpu_model != case.source.cpu_model))


@BOOK.rule("cpu.affinity", "AffinityConfigured", types=HOST_LIVE, test_group="sourceTests")
def affinity(case: Case) -> Findings:
    return Findings(error=bool(case.vm.cpu_affinity or case.vm.memory_affinity))


@BOOK.rule("cpu.count", "NotEnoughLogicalCpus", types=_TO_HOST)
def count(case: Case) -> Findings:
    lacking = (case.columns.threads < case.vm.cpus) & case.elsewhere
    words = lambda case, row: {"cpus": case.vm.cpus, "threads": int(case.columns.threads[row])}  # noqa: E731  # one use
    return Findings(error=lacking, words=words) if case.powered_on else Findings(warning=lacking, words=words)


@BOOK.rule("host.vmhw", "VirtualHardwareVersionNotSupported")
def hardware_version(case: Case) -> Findings:
    return Findings(
        error=case.columns.hardware_version < case.vm.hardware_version,
        words=lambda case, row: {"version": f"vmx-{case.vm.hardware_version}", "esxi": case.columns.hosts[row].version},
    )


@BOOK.rule("host.guest", "UnsupportedGuest")
def guest(case: Case) -> Findings:
    refused, lists = case.columns.codes("refused guests", lambda host: host.unsupported_guest_ids)
    return Findings(
        error=np.array([case.vm.guest_id in names for names in lists], dtype=bool)[refused],
        words=lambda case, _row: {"guest": case.vm.guest_id},
    )


@BOOK.rule("memory.size", "MemorySizeNotSupported", types=_TO_HOST)
def memory_size(case: Case) -> Findings:
    return Findings(
        error=(case.columns.memory_bytes < case.vm.memory_bytes) & case.elsewhere,
        words=lambda case, row: {"size": case.vm.memory_bytes, "have": float(case.columns.memory_bytes[row])},
    )


@BOOK.rule("cpu.3d", "DeviceNotSupported", types=LIVE, simplified=True)
def renderer(case: Case) -> Findings:
    if case.vm.video_3d_renderer != "hardware":
        return Findings()
    return Findings(error=case.columns.fact("no GPU", lambda host: not host.gpu_profiles) & case.elsewhere)
