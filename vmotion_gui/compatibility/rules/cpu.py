"""Can the guest go on with the same processor features and hardware? After VMware KB 1003212 and KB 313545."""

from __future__ import annotations

import numpy as np

from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.case import HOST_LIVE, LIVE, RESUMING, Case
from vmotion_gui.compatibility.columns import Mask, version_of
from vmotion_gui.compatibility.rule import Findings, RuleBook
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.inventory.entities import Host

_MOST_CPUS = (
    ((7, 0, 1), 768), ((6, 7, 2), 256), ((6, 0, 0), 128), ((5, 1, 0), 64), ((0, 0, 0), 32),
)  # fmt: skip
"""ESXi version -> vCPUs of one VM (VMware's configuration maximums)."""
BOOK = RuleBook("cpu", "hostTests", "processor")
_TO_HOST = RESUMING | {MigrationType.COLD}


@BOOK.rule("cpu.vendor", "CpuIncompatible", types=RESUMING, also=("CpuCompatibilityUnknown",))
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


@BOOK.rule("cpu.evc", "FeatureRequirementsNotMet", types=RESUMING, also=("CpuIncompatible1ECX", "CpuIncompatible81EDX"))
def evc_mode(case: Case) -> Findings:
    needed = case.needed_evc_mode
    lacking = _lacking(case, needed)
    same_vendor = case.columns.amd == (evc.vendor(needed) == "amd")
    return Findings(
        error=lacking & same_vendor & case.elsewhere,
        about=_evc_cluster,
        words=lambda case, row: {
            "mode": evc.name(needed),
            "offered": evc.name(evc.offered(case.inventory, case.columns.hosts[row])),
        },
    )


def _evc_cluster(case: Case, row: int) -> tuple[str, ...]:
    """The cluster, where it is its mode that does not reach."""
    cluster = case.inventory.clusters.get(case.columns.hosts[row].cluster)
    return (cluster.id,) if cluster is not None and cluster.evc_mode_key else ()


def _lacking(case: Case, mode: str) -> Mask:
    """The hosts that do not offer an EVC mode."""
    offer, modes = case.columns.codes("offered EVC mode", lambda host: evc.offered(case.inventory, host))
    lacking: Mask = np.array([not evc.supports(there, mode) for there in modes], dtype=bool)[offer]
    return lacking


@BOOK.rule("cpu.vmEvc", "FeatureRequirementsNotMet", types={MigrationType.COLD})
def vm_evc_mode(case: Case) -> Findings:
    """Its own EVC mode stays with a VM that is off: where it is not offered the VM cannot be powered on."""
    if not case.vm.evc_mode_key:
        return Findings()
    return Findings(
        warning=_lacking(case, case.vm.evc_mode_key) & case.elsewhere,
        words=lambda case, row: {
            "mode": evc.name(case.vm.evc_mode_key),
            "offered": evc.name(evc.offered(case.inventory, case.columns.hosts[row])),
        },
    )


@BOOK.rule("cpu.features", "FeatureRequirementsNotMet", types=RESUMING)
def features(case: Case) -> Findings:
    needed = set(case.vm.required_cpu_features) - set(case.vm.cpu_feature_mask)
    if not needed:
        return Findings()

    def missing(host: Host) -> set[str]:
        return needed - evc.offered_features(case.inventory, host)

    return Findings(
        error=case.columns.where(lambda host: bool(missing(host))) & case.elsewhere,
        words=lambda case, row: {
            "features": sorted(name.removeprefix("cpuid.").upper() for name in missing(case.columns.hosts[row]))
        },
    )


@BOOK.rule("cpu.mask", "CannotModifyConfigCpuRequirements", types=_TO_HOST, simplified=True)
def mask_lost(case: Case) -> Findings:
    """A mask is written in one vendor's features: the other's cannot keep it."""
    if not case.vm.cpu_feature_mask:
        return Findings()
    other = case.columns.amd != (case.source.cpu_vendor == "amd")
    return Findings(warning=other) if case.type is MigrationType.COLD else Findings(error=other)


@BOOK.rule("cpu.maskKept", "WillModifyConfigCpuRequirements", types=RESUMING, simplified=True)
def mask_kept(case: Case) -> Findings:
    """Where the host has what the mask hides, and the source has not, the mask is written anew to keep it hidden."""
    hidden = set(case.vm.cpu_feature_mask) - evc.offered_features(case.inventory, case.source)
    if not hidden:
        return Findings()

    def shown(host: Host) -> bool:
        return not hidden.isdisjoint(evc.offered_features(case.inventory, host))

    return Findings(warning=case.columns.where(shown) & case.elsewhere)


@BOOK.rule("cpu.counters", "FeatureRequirementsNotMet", types=HOST_LIVE, simplified=True)
def performance_counters(case: Case) -> Findings:
    if not case.vm.vpmc_enabled:
        return Findings()
    return Findings(error=case.columns.where(lambda host: host.cpu_model != case.source.cpu_model))


@BOOK.rule("cpu.affinity", "AffinityConfigured", types=HOST_LIVE, test_group="sourceTests")
def affinity(case: Case) -> Findings:
    return Findings(error=bool(case.vm.cpu_affinity or case.vm.memory_affinity))


@BOOK.rule("cpu.most", "NumVirtualCpusNotSupported", types=_TO_HOST, also=("NumVirtualCoresPerSocketNotSupported",))
def most_cpus(case: Case) -> Findings:
    codes, counts = case.columns.codes("most vCPUs", most_supported_cpus)
    return Findings(
        error=(np.array(counts) < case.vm.cpus)[codes] & case.elsewhere,
        words=lambda case, row: {"cpus": case.vm.cpus, "most": most_supported_cpus(case.columns.hosts[row])},
    )


def most_supported_cpus(host: Host) -> int:
    """How many vCPUs one VM can have with a host's ESXi."""
    return next(count for since, count in _MOST_CPUS if version_of(host.version) >= since)


@BOOK.rule("cpu.licence", "NumVirtualCpusExceedsLimit", types=_TO_HOST)
def licensed_cpus(case: Case) -> Findings:
    codes, limits = case.columns.codes("licensed vCPUs", lambda host: host.licence_max_cpus)
    small = np.array([limit is not None and limit < case.vm.cpus for limit in limits], dtype=bool)
    return Findings(
        error=small[codes] & case.elsewhere,
        words=lambda case, row: {"cpus": case.vm.cpus, "most": case.columns.hosts[row].licence_max_cpus},
    )


@BOOK.rule("cpu.count", "NotEnoughLogicalCpus", types=_TO_HOST, also=("NotEnoughCpus",))
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


@BOOK.rule("dev.video", "IncompatibleDefaultDevice", types=HOST_LIVE | {MigrationType.SUSPENDED})
def video_memory(case: Case) -> Findings:
    codes, limits = case.columns.codes("video memory", lambda host: host.max_video_ram_bytes)
    small = np.array([limit is not None and limit < case.vm.video_ram_bytes for limit in limits], dtype=bool)
    return Findings(
        error=small[codes] & case.elsewhere,
        words=lambda case, row: {
            "size": case.vm.video_ram_bytes,
            "most": case.columns.hosts[row].max_video_ram_bytes,
        },
    )


@BOOK.rule("vm.snapshotRevert", "SnapshotRevertIssue", types=_TO_HOST)
def snapshot_memory(case: Case) -> Findings:
    """A snapshot of a running VM goes on with the features that the guest had: here those of its host now."""
    names = [snapshot.name for snapshot in case.vm.snapshots if snapshot.state != "poweredOff"]
    if not names:
        return Findings()
    return Findings(
        warning=_lacking(case, case.needed_evc_mode) & case.elsewhere, words=lambda _case, _row: {"snapshots": names}
    )
