"""A VM's workload in words."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication, QLocale

from vmotion_gui.gui import words
from vmotion_gui.gui.workspace.card import Fact
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.workload import Distribution, HotCold, Linear, SequentialSweep, WorkloadPhase, Zipf


def workload_name(preset: str) -> str:
    """The name of a preset."""
    names = {
        "": QCoreApplication.translate("Workloads", "Own values"),
        "idle": QCoreApplication.translate("Workloads", "Idle"),
        "web-server": QCoreApplication.translate("Workloads", "Web server"),
        "database": QCoreApplication.translate("Workloads", "Database"),
        "in-memory-cache": QCoreApplication.translate("Workloads", "In-memory cache"),
        "build-server": QCoreApplication.translate("Workloads", "Build server"),
        "memory-stress": QCoreApplication.translate("Workloads", "Memory stress"),
    }
    return names.get(preset, preset)


def workload_rows(vm: VirtualMachine) -> Iterator[Fact]:
    """What the VM does, phase by phase."""
    yield Fact(QCoreApplication.translate("Workloads", "Kind"), workload_name(vm.workload.preset))
    phases = vm.workload.phases
    for number, phase in enumerate(phases, start=1):
        if len(phases) > 1:
            title = QCoreApplication.translate("Workloads", "Phase {number}").format(number=number)
            yield Fact(title, words.quantity(phase.duration_s, "seconds"))
        yield from _phase(phase)


def _phase(phase: WorkloadPhase) -> Iterator[Fact]:
    locale = QLocale()
    rate = QCoreApplication.translate("Workloads", "{rate} pages/s").format(
        rate=locale.toString(round(phase.page_write_rate_pages_per_s))
    )
    yield Fact(QCoreApplication.translate("Workloads", "Page writes"), rate)
    within = QCoreApplication.translate("Workloads", "{size}, {distribution}").format(
        size=words.quantity(phase.working_set_bytes, "bytes"), distribution=_distribution(phase.distribution)
    )
    yield Fact(QCoreApplication.translate("Workloads", "Working set"), within)
    yield Fact(QCoreApplication.translate("Workloads", "CPU load"), f"{phase.cpu_load * 100:.0f} %")
    disk = words.quantity(phase.disk_write_rate_bytes_per_s, "bytes_per_s")
    yield Fact(QCoreApplication.translate("Workloads", "Disk writes"), disk)
    network = words.quantity(phase.network_load_bytes_per_s, "bytes_per_s")
    yield Fact(QCoreApplication.translate("Workloads", "Network load"), network)


def _distribution(distribution: Distribution) -> str:
    if isinstance(distribution, HotCold):
        text = QCoreApplication.translate("Workloads", "{share} % of the writes on {part} % of it")
        return text.format(share=round(distribution.hot_write_share * 100), part=round(distribution.hot_fraction * 100))
    if isinstance(distribution, Zipf):
        exponent = QLocale().toString(distribution.exponent, "g", 3)
        return QCoreApplication.translate("Workloads", "Zipf with exponent {exponent}").format(exponent=exponent)
    if isinstance(distribution, SequentialSweep):
        return QCoreApplication.translate("Workloads", "written in order, over and over")
    if isinstance(distribution, Linear):
        return QCoreApplication.translate("Workloads", "each write on a clean page")
    return QCoreApplication.translate("Workloads", "written evenly")
