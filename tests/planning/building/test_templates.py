"""Every template is a valid lab in which machines can be migrated to every place that it is about."""

from __future__ import annotations

from pathlib import Path

import pytest

from vmotion_gui.cli import main
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import Migrate, MigrationSpec, TimedCommand
from vmotion_gui.inventory.document import dumps, load, loads, save
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.planning.building.templates import TEMPLATES, explanation, title
from vmotion_gui.simulation.run import simulate
from vmotion_gui.simulation.status import Phase


def move(inventory: Inventory, vm: e.VirtualMachine, host: e.Host) -> MigrationSpec:
    """To a host, with the storage where the host does not see it, into networks of the same name."""
    seen = [mount.datastore for mount in host.mounts]
    group = inventory.portgroups[vm.nics[0].portgroup]
    switches = {switch.id for switch in inventory.switches.values() if host.id in switch.hosts}
    there = next(g.id for g in inventory.portgroups.values() if g.switch in switches and g.name == group.name)
    return MigrationSpec(
        vm=vm.id,
        host=host.id,
        datastore="" if vm.home_datastore in seen else seen[0],
        networks={} if there == group.id else {vm.nics[0].label: there},
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_it_is_a_valid_lab_and_the_same_every_time(name: str) -> None:
    lab = Lab(inventory=TEMPLATES[name](), name=name)
    assert loads(dumps(lab)) == lab
    assert TEMPLATES[name]() == lab.inventory


@pytest.mark.parametrize("name", TEMPLATES)
def test_nothing_stands_against_any_move(name: str) -> None:
    inventory = TEMPLATES[name]()
    checker = Checker(inventory)
    for vm in inventory.vms.values():
        for host in inventory.hosts.values():
            if host.id != vm.host:
                verdict = checker.check(move(inventory, vm, host))
                warned = any(reason.severity >= Severity.WARNING for reason in verdict.reasons)
                leaves_its_site = name == "stretchedCluster" and _leaves_its_site(inventory, vm, host)
                assert verdict.possible
                assert warned == leaves_its_site, verdict.reasons


def _leaves_its_site(inventory: Inventory, vm: e.VirtualMachine, host: e.Host) -> bool:
    (rule,) = [rule for rule in inventory.clusters["domain-c1"].rules if vm.id in rule.vms]
    assert isinstance(rule, e.VmHostRule)
    return host.id not in rule.hosts


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_running_vm_goes_to_the_farthest_host(name: str) -> None:
    inventory = TEMPLATES[name]()
    vm, host = inventory.vms["vm-1"], list(inventory.hosts.values())[-1]
    spec = move(inventory, vm, host)
    result = simulate(Lab(inventory=inventory, commands=(TimedCommand(time_s=0.0, command=Migrate(spec=spec)),)))
    (migration,) = result.migrations
    assert migration.phase is Phase.COMPLETED


def test_the_command_line_finds_it_compatible(tmp_path: Path) -> None:
    path = tmp_path / "lab.json"
    save(Lab(inventory=TEMPLATES["smallCluster"]()), path)
    assert main(["validate", str(path)]) == 0
    assert main(["check", str(path), "--vm", "db-01", "--to", "esx-02.example.com"]) == 0
    assert load(path).inventory.vms["vm-3"].name == "db-01"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_template_is_named_and_explained(language: str) -> None:
    known = catalogue(language).keys
    assert {title(name).key for name in TEMPLATES} | {explanation(name).key for name in TEMPLATES} <= known
