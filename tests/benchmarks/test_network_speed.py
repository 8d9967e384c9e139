"""What other traffic costs the engine: an evacuation of an estate whose 10,000 VMs are silent, or all of them talk."""

from __future__ import annotations

import time

import msgspec
import pytest

from tests.benchmarks.whole_process import machine
from tests.tools import scenarios
from vmotion_gui.importers.scenarios import read_scenario
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Workload, WorkloadPhase
from vmotion_gui.simulation.engine import Engine

_ROUNDS = 3
_HOSTS = 1000


def _talking(lab: Lab, phases: int) -> Lab:
    """The same estate with a NIC in each VM and so many phases of network load, which end at different times."""
    inventory = lab.inventory
    switch = next(iter(inventory.hosts.values())).pnics[0].switch
    group = e.PortGroup(id="pg-vms", name="VMs", switch=switch)
    vms = [
        msgspec.structs.replace(
            vm,
            nics=(e.VirtualNic(portgroup=group.id),),
            workload=Workload(phases=tuple(_phases(vm.workload.phases[0], phases, number % 13))),
        )
        for number, vm in enumerate(inventory.vms.values())
    ]
    return msgspec.structs.replace(lab, inventory=inventory.with_entities([group, *vms]))


def _phases(first: WorkloadPhase, count: int, more_s: float) -> list[WorkloadPhase]:
    return [
        msgspec.structs.replace(first, network_load_bytes_per_s=4e6 * (1 + n), duration_s=40.0 + more_s)
        for n in range(count)
    ]


def _cpu_s(lab: Lab) -> float:
    running = Engine(lab)
    begin = time.process_time()
    while (due := running.next_event_s) is not None:
        running.advance(due, max_events=10_000)
    return time.process_time() - begin


def test_other_traffic_costs_little(capsys: pytest.CaptureFixture[str]) -> None:
    silent = read_scenario(scenarios.encoded(scenarios.evacuate(_HOSTS)))
    labs = {"silent": silent, "steady loads": _talking(silent, 1), "loads in phases of 40 s": _talking(silent, 2)}
    best = {name: min(_cpu_s(lab) for _ in range(_ROUNDS)) for name, lab in labs.items()}
    with capsys.disabled():
        print(f"\nOther traffic, {_HOSTS} hosts evacuated by a tenth. {machine()}")
        for name, seconds in best.items():
            print(f"  {name:<30} {seconds:.2f} s CPU")
    assert best["steady loads"] <= 1.5 * best["silent"]
    assert best["loads in phases of 40 s"] <= 2.5 * best["silent"]
