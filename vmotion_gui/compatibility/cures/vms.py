"""Cures on the virtual machine itself: its states, its processor, its room."""

from __future__ import annotations

from collections.abc import Iterable

from vmotion_gui.compatibility import evc
from vmotion_gui.compatibility.columns import memory_overhead_bytes
from vmotion_gui.compatibility.cures.cure import CureBook, Patient, Recipe, effect
from vmotion_gui.compatibility.lasting import POWERED_OFF
from vmotion_gui.compatibility.rules.cpu import most_supported_cpus

BOOK = CureBook()
_MOVE_METHODS = frozenset({"MigrateVM_Task", "RelocateVM_Task"})


@BOOK.cure("vm.question")
def answer(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("answer", question="")


@BOOK.cure("vm.toolsInstaller")
def cancel_installer(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("cancelInstaller", effect("toolsNotInstalled"), tools_installer_mounted=False)


@BOOK.cure("vm.disabled")
def enable_moves(patient: Patient) -> Iterable[Recipe]:
    kept = tuple(method for method in patient.vm.disabled_methods if method not in _MOVE_METHODS)
    yield patient.of_vm("enableMoves", effect("solutionUnprotected"), disabled_methods=kept)


@BOOK.cure("vm.locked")
def release(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("releaseFiles", effect("holderLoses"), locked_files=())


@BOOK.cure("vm.notReady")
def wait(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("waitForPowerOn", powering_on=False)


@BOOK.cure("vm.ftStorage", "vm.ftCluster", "vm.ftPair", "vm.ftBuild", "vm.ftDisk", "vm.ftCount")
def turn_off_fault_tolerance(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm(
        "turnOffFaultTolerance",
        effect("noFaultTolerance"),
        fault_tolerance="notConfigured",
        fault_tolerance_secondary_host="",
    )


@BOOK.cure("cpu.evc", "cpu.features", "vm.snapshotRevert")
def lower_mode(patient: Patient) -> Iterable[Recipe]:
    """A mode of its own that the destination offers, taken at a power cycle."""
    vm, offered = patient.vm, evc.offered(patient.inventory, patient.host)
    had = evc.needed(patient.inventory, vm)
    if vm.hardware_version < evc.PER_VM_HARDWARE_VERSION or evc.vendor(offered) != patient.source.cpu_vendor:
        return
    mode = offered if not evc.supports(offered, had) else had
    features = evc.offered_features(patient.inventory, patient.host)
    kept = tuple(feature for feature in vm.required_cpu_features if feature in features)
    lost = sorted(feature.removeprefix("cpuid.").upper() for feature in evc.features(had) - features)
    if vm.snapshots:
        return
    effects = (effect("featuresLost", features=lost),) if lost else ()
    yield patient.of_vm_off(
        "lowerMode",
        *effects,
        evc_mode_key=mode,
        min_required_evc_mode_key=mode,
        required_cpu_features=kept,
    )


@BOOK.cure("cpu.vmEvc")
def clear_mode(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off("clearMode", evc_mode_key="")


@BOOK.cure("cpu.mask", "cpu.maskKept")
def clear_mask(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off("clearMask", cpu_feature_mask=())


@BOOK.cure("cpu.counters")
def counters_off(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off("countersOff", vpmc_enabled=False)


@BOOK.cure("cpu.affinity")
def unpin(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("unpin", effect("runsAnywhere"), cpu_affinity=(), memory_affinity=())


@BOOK.cure("cpu.count", "cpu.most", "cpu.licence")
def fewer_cpus(patient: Patient) -> Iterable[Recipe]:
    host = patient.host
    limits = [host.threads, most_supported_cpus(host)]
    if host.licence_max_cpus is not None:
        limits.append(host.licence_max_cpus)
    if min(limits) > 0:
        yield patient.of_vm_off("fewerCpus", effect("lessPower"), cpus=min(limits), cores_per_socket=1)


@BOOK.cure("cpu.3d")
def automatic_renderer(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off("automaticRenderer", effect("softwareGraphics"), video_3d_renderer="automatic")


@BOOK.cure("dev.video")
def less_video_memory(patient: Patient) -> Iterable[Recipe]:
    if patient.host.max_video_ram_bytes is not None:
        yield patient.of_vm_off("lessVideoMemory", video_ram_bytes=patient.host.max_video_ram_bytes)


@BOOK.cure("vm.snapshot")
def delete_snapshots(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("deleteSnapshots", effect("noReturn"), snapshots=())


@BOOK.cure("vm.snapshotRevert")
def delete_memory_snapshots(patient: Patient) -> Iterable[Recipe]:
    kept = tuple(snapshot for snapshot in patient.vm.snapshots if snapshot.state == "poweredOff")
    yield patient.of_vm("deleteSnapshots", effect("noReturn"), snapshots=kept)


@BOOK.cure("vm.snapshotFolder")
def own_folder(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off("snapshotsAtHome", snapshot_directory="")


@BOOK.cure("swap.local")
def swap_at_home(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off("swapAtHome", swap_placement="vmDirectory")


@BOOK.cure("cap.memory")
def less_reserved_memory(patient: Patient) -> Iterable[Recipe]:
    columns = patient.columns
    row = columns.index[patient.host.id]
    free = columns.memory_bytes[row] - columns.reserved_bytes[row] - memory_overhead_bytes(patient.vm)
    if free >= 0:
        yield patient.of_vm("reserveLess", effect("mayStarve"), memory_reservation_bytes=int(free))


@BOOK.cure("cap.cpu")
def less_reserved_cpu(patient: Patient) -> Iterable[Recipe]:
    columns = patient.columns
    row = columns.index[patient.host.id]
    free = int(columns.capacity_mhz[row] - columns.reserved_mhz[row])
    if free >= 0:
        yield patient.of_vm("reserveLess", effect("mayStarve"), cpu_reservation_mhz=free)


@BOOK.cure("cap.perCpu")
def less_for_each_cpu(patient: Patient) -> Iterable[Recipe]:
    most = patient.host.cpu_mhz * patient.vm.cpus
    yield patient.of_vm("reserveLess", effect("mayStarve"), cpu_reservation_mhz=most)


@BOOK.cure("vm.latency")
def normal_latency(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm_off("normalLatency", effect("moreLatency"), latency_sensitivity="normal")


@BOOK.cure("vmotion.encryption")
def opportunistic(patient: Patient) -> Iterable[Recipe]:
    if not patient.vm.encrypted:
        yield patient.of_vm("encryptWherePossible", effect("plainCopy"), migrate_encryption="opportunistic")


@BOOK.cure("drs.pinned")
def unpin_from_host(patient: Patient) -> Iterable[Recipe]:
    yield patient.of_vm("drsDefault", effect("drsMoves"), drs_behavior="default")


@BOOK.cure(
    "cpu.vendor",
    "cpu.evc",
    "cpu.features",
    "cpu.counters",
    "cpu.3d",
    "dev.passthrough",
    "dev.sriov",
    "dev.usb",
    "dev.vgpu",
    "dev.vgpuOff",
    "disk.mode",
    "disk.sharedBus",
    "disk.multiWriter",
    "net.type",
    "svmotion.unsupported",
    "vmotion.withStorage",
    "vmotion.unsupported",
)
def power_off(patient: Patient) -> Iterable[Recipe]:
    """What holds for running and suspended VMs only no longer holds; the migration becomes a cold one."""
    yield patient.of_vm("powerOff", effect("guestDown"), **POWERED_OFF)
