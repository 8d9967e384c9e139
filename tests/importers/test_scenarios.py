"""Neutral scenarios: what becomes of them, and how faults are told."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import pytest

from tests.tools import scenarios
from tests.tools.scenarios import Document, encoded
from vmotion_gui.importers.scenarios import is_scenario, load_any, read_scenario
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.inventory.document import dumps, loads
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.inventory.validation import validate_lab
from vmotion_gui.inventory.workload import Linear

GIB = 2**30


def two_hosts() -> Document:
    document = scenarios.one(4, 30)
    document["params"]["max_concurrent_per_source"] = 3
    return document


def refused(document: Document) -> dict[str, str]:
    """Place -> the key of the sentence, for all problems."""
    with pytest.raises(LabError) as caught:
        read_scenario(encoded(document), "s.json")
    problems = caught.value.problems
    assert len({problem.place for problem in problems}) == len(problems)
    return {problem.place: problem.text.key for problem in problems}


# --- what becomes of it -----------------------------------------------------------------------------------------


def test_the_lab_says_what_the_scenario_says() -> None:
    lab = read_scenario(encoded(two_hosts()))
    assert lab.name == "a_one_4gib_dirty30"
    assert lab.profile == "simgrid"
    assert lab.profile_settings == ProfileSettings(
        switchover_goal_s=0.03, working_set_fraction=0.9, stage_timeout_s=1e7, max_concurrent_per_source=3
    )
    host = lab.inventory.hosts["host-h1"]
    assert (host.name, host.cores, host.threads, host.cpu_mhz) == ("h1", 32, 32, 1000)
    assert [(nic.speed_bits_per_s, nic.latency_s) for nic in host.pnics] == [(10_000_000_000, 2.5e-5)]
    vm = lab.inventory.vms["vm-vm0"]
    assert (vm.name, vm.host, vm.cpus, vm.memory_bytes) == ("vm0", "host-h0", 1, 4 * GIB)
    (phase,) = vm.workload.phases
    assert phase.page_write_rate_pages_per_s == 375e6 / 4096
    assert phase.working_set_bytes == round(0.9 * 4 * GIB)
    assert phase.distribution == Linear()
    (timed,) = lab.commands
    assert timed.time_s == 1.0
    assert isinstance(timed.command, Migrate)
    assert timed.command.spec.vm == "vm-vm0"
    assert timed.command.spec.host == "host-h1"
    assert timed.command.spec.max_bandwidth_bytes_per_s == 1.25e9


@pytest.mark.parametrize("name", ["a_one_4gib_dirty30", "b_contention_4_mixed_dirty10", "c_evacuate_30"])
def test_the_lab_is_a_valid_one(name: str) -> None:
    lab = read_scenario(encoded(scenarios.by_name(name)))
    assert validate_lab(lab) == []
    assert loads(dumps(lab)) == lab


def test_an_evacuation_has_all_hosts_and_vms_and_keeps_the_order_of_its_migrations() -> None:
    document = scenarios.evacuate(20)
    lab = read_scenario(encoded(document))
    assert (len(lab.inventory.hosts), len(lab.inventory.vms)) == (20, 200)
    asked = [timed.command.spec.vm for timed in lab.commands if isinstance(timed.command, Migrate)]
    assert asked == [f"vm-{move['vm']}" for move in document["migrations"]]


def test_what_is_equal_is_there_once() -> None:
    inventory = read_scenario(encoded(scenarios.contention(4, "mixed", 10))).inventory
    assert len({id(host.pnics) for host in inventory.hosts.values()}) == 1
    equal = read_scenario(encoded(scenarios.contention(4, "equal", 10))).inventory
    assert len({id(vm.workload) for vm in equal.vms.values()}) == 1


def test_none_is_asked_for_before_those_that_stand_before_it() -> None:
    """The line before each source is in the list's order; other sources have lines of their own."""
    machines = [scenarios.vm(f"v{index}", on, GIB, 0.0) for index, on in enumerate(("a", "a", "b"))]
    moves = [
        scenarios.move("v0", "a", "b", 5.0),
        scenarios.move("v1", "a", "b", 1.0),
        scenarios.move("v2", "b", "a", 2.0),
    ]
    document = scenarios.scenario("s", [scenarios.host("a"), scenarios.host("b")], machines, moves)
    assert [timed.time_s for timed in read_scenario(encoded(document)).commands] == [5.0, 5.0, 2.0]


def test_other_fields_are_left_alone() -> None:
    document = two_hosts()
    document["author"] = "somebody"
    document["vms"][0]["colour"] = "green"
    assert read_scenario(encoded(document)) == read_scenario(encoded(two_hosts()))


# --- files ------------------------------------------------------------------------------------------------------


def test_a_file_is_read_as_what_it_is(tmp_path: Path) -> None:
    scenario, lab = tmp_path / "s.json", tmp_path / "l.json"
    scenario.write_bytes(encoded(two_hosts()))
    lab.write_bytes(dumps(read_scenario(scenario)))
    assert load_any(scenario) == load_any(lab) == read_scenario(encoded(two_hosts()))


def test_a_lab_that_speaks_of_the_format_is_no_scenario() -> None:
    lab = read_scenario(encoded(two_hosts() | {"name": "live-migration-scenario/1"}))
    assert not is_scenario(dumps(lab))
    assert not is_scenario(b'{"format": ["live-migration-scenario/1"]}')
    assert not is_scenario(b'{"format": "live-migration-scenario/1"')


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    for read in (load_any, read_scenario):
        with pytest.raises(LabError) as caught:
            read(tmp_path / "none.json")
        assert caught.value.problems[0].text.key == "inventory.file.read.notFound"


# --- faults -----------------------------------------------------------------------------------------------------


def test_a_later_version_is_told() -> None:
    document = encoded(two_hosts() | {"format": "live-migration-scenario/2"})
    assert is_scenario(document)
    with pytest.raises(LabError, match=r"s.json\n\$\.format: .*live-migration-scenario/1"):
        read_scenario(document, "s.json")


def test_what_is_no_json_is_told_with_its_line() -> None:
    with pytest.raises(LabError) as caught:
        read_scenario(b'{"format": "live-migration-scenario/1",\n "hosts": [}')
    (problem,) = caught.value.problems
    assert problem.text.key == "inventory.document.notJson"
    assert problem.text.args["line"] == 2


def test_all_wrong_values_are_told_at_once() -> None:
    document = two_hosts()
    document["network"]["type"] = "ring"
    document["params"]["working_set_fraction"] = 1.5
    document["hosts"][1]["nic_bandwidth_Bps"] = 0.0
    document["vms"][0]["ram_bytes"] = "4 GiB"
    del document["vms"][0]["dirty_rate_Bps"]
    document["migrations"][0]["start_s"] = -1.0
    assert refused(document) == {
        "$.network.type": "inventory.problem.wrongValue",
        "$.params.working_set_fraction": "inventory.problem.wrongValue",
        "$.hosts[1].nic_bandwidth_Bps": "inventory.problem.wrongValue",
        "$.vms[0].ram_bytes": "inventory.problem.wrongValue",
        "$.vms[0]": "inventory.problem.missingField",
        "$.migrations[0].start_s": "inventory.problem.wrongValue",
    }


def test_all_unknown_names_are_told_at_once() -> None:
    document = two_hosts()
    document["vms"].append(scenarios.vm("vm1", "h7", GIB, 0.0))
    document["migrations"] = [
        scenarios.move("vm9", "h0", "h1"),
        scenarios.move("vm0", "h0", "h8"),
        scenarios.move("vm1", "h9", "h1"),
    ]
    assert refused(document) == {
        "$.vms[1].host": "importers.scenario.noHost",
        "$.migrations[0].vm": "importers.scenario.noVm",
        "$.migrations[1].to": "importers.scenario.noHost",
        "$.migrations[2].from": "importers.scenario.noHost",
    }


def test_what_contradicts_itself_is_told() -> None:
    document = two_hosts()
    document["hosts"].append(copy.deepcopy(document["hosts"][0]))
    document["vms"].append(copy.deepcopy(document["vms"][0]))
    document["vms"].append(scenarios.vm("vm2", "h1", GIB, 0.0))
    document["migrations"] = [
        scenarios.move("vm0", "h1", "h0"),
        scenarios.move("vm2", "h1", "h1"),
        scenarios.move("vm0", "h0", "h1"),
    ]
    assert refused(document) == {
        "$.hosts[2].name": "inventory.problem.duplicateLabel",
        "$.vms[1].name": "inventory.problem.duplicateLabel",
        "$.migrations[0].from": "importers.scenario.elsewhere",
        "$.migrations[1].to": "importers.scenario.stays",
        "$.migrations[2].vm": "importers.scenario.movedTwice",
    }


def test_an_adapter_whose_speed_would_be_another_is_refused() -> None:
    """A lab has whole bits per second. 12,500.03 B/s is 100,000.24 bit/s: 2.4e-6 off; at 1.25e9 B/s it is nothing."""
    document = two_hosts()
    document["hosts"][0]["nic_bandwidth_Bps"] = 12_500.03
    assert refused(document) == {"$.hosts[0].nic_bandwidth_Bps": "importers.scenario.slowAdapter"}
    document["hosts"][0]["nic_bandwidth_Bps"] = 1.25e9 + 0.03
    assert read_scenario(encoded(document)).inventory.hosts["host-h0"].pnics[0].speed_bits_per_s == 10_000_000_000


def test_whole_numbers_may_be_written_as_others() -> None:
    """Programs write 4294967296.0 and 1 as they like."""
    document = two_hosts()
    document["vms"][0]["ram_bytes"] = float(document["vms"][0]["ram_bytes"])
    document["migrations"][0]["start_s"] = 1
    assert read_scenario(json.dumps(document).encode()) == read_scenario(encoded(two_hosts()))
