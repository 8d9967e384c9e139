"""Recorded migrations are read with clear errors, and their labs say what was recorded."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from vmotion_gui.importers.traces import TraceError, decode_trace, lab_of, read_trace
from vmotion_gui.inventory.commands import (
    CancelMigration,
    ChangeSettings,
    EditInventory,
    HostFailed,
    InjectFault,
    LinkFailed,
)
from vmotion_gui.inventory.document import dumps, loads
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import HotCold, SequentialSweep, Uniform
from vmotion_gui.simulation.routes import goodput_factor
from vmotion_gui.simulation.workload_model import layout_of

MIB = 2**20


def document(**inputs: Any) -> dict[str, Any]:
    given = {
        "memory_bytes": 256 * MIB,
        "used_bytes": 254 * MIB + 40 * 4096,
        "filled_bytes": 254 * MIB,
        "bandwidth_bytes_per_s": 64 * MIB,
        "bandwidth_cap": "paced-link",
        "downtime_limit_s": 0.3,
        "write_rate_pages_per_s": 4000.0,
        "working_set_bytes": 128 * MIB,
        "working_set_start": 2 * MIB,
        "pattern": "uniform",
        "hot_set": None,
        "auto_converge": False,
        "time_limit_s": 60,
        "postcopy_start_s": None,
        "action": None,
        "something_new": 7,
    }
    outputs = {"status": "completed", "total_time_s": 5.0, "downtime_s": 0.2, "transferred_bytes": 3 * 10**8}
    return {"case": "a", "inputs": given | inputs, "outputs": outputs}


def lab(**inputs: Any) -> Lab:
    return lab_of(decode_trace(json.dumps(document(**inputs)).encode()))


def test_every_lab_is_a_valid_document() -> None:
    for inputs in ({}, {"bandwidth_cap": "qemu-max-bandwidth"}, {"used_bytes": 0, "filled_bytes": 0}):
        made = lab(**inputs)
        assert loads(dumps(made)).to_document() == made.to_document()


def test_a_paced_link_is_the_link_and_an_own_cap_the_hypervisors() -> None:
    paced, own = lab(), lab(bandwidth_cap="qemu-max-bandwidth")
    assert paced.profile == own.profile == "qemu"
    assert paced.inventory.links["link-1"].bandwidth_bits_per_s * goodput_factor(9000) / 8 == pytest.approx(64 * MIB)
    assert paced.profile_settings is not None
    assert paced.profile_settings.max_bandwidth_bytes_per_s == 1e12
    assert own.profile_settings is not None
    assert own.profile_settings.max_bandwidth_bytes_per_s == 64 * MIB
    assert own.inventory.links["link-1"].bandwidth_bits_per_s > 1e11


def test_firmware_is_migrated_too_and_zero_pages_below_the_filled_memory_are_left_out() -> None:
    vm = lab().inventory.vms["vm-1"]
    assert vm.memory_bytes == 256 * MIB + 532_480 - (512 - 40) * 4096
    assert vm.touched_memory_bytes == 254 * MIB + 40 * 4096 + round(0.4 * 532_480)


def test_the_working_set_lies_where_it_lay_less_the_zero_pages_below_it() -> None:
    layout = layout_of(lab().inventory.vms["vm-1"])
    rates = layout.phases[0].writes_per_page
    begins = layout.pages.cumsum() - layout.pages
    assert begins[rates > 0.0][0] == pytest.approx(40.0)
    assert float((rates * layout.pages).sum()) == pytest.approx(4000.0)
    assert float(layout.pages[rates > 0.0].sum()) == pytest.approx(128 * MIB / 4096)


def test_the_write_rate_is_between_what_was_set_and_what_was_measured() -> None:
    def rate(**inputs: Any) -> float:
        return lab(**inputs).inventory.vms["vm-1"].workload.phases[0].page_write_rate_pages_per_s

    assert rate() == 4000.0
    assert rate(write_rate_nominal_pages_per_s=4200.0) == 4100.0


def test_patterns() -> None:
    def distribution(**inputs: Any) -> object:
        return lab(**inputs).inventory.vms["vm-1"].workload.phases[0].distribution

    assert distribution() == Uniform()
    hot = {"bytes": 32 * MIB, "share_of_writes": 0.75, "start": 2 * MIB}
    assert distribution(hot_set=hot) == HotCold(hot_fraction=0.25, hot_write_share=0.75)
    sweep = distribution(pattern="sequential", sweep_position_at_start_pages=77)
    assert sweep == SequentialSweep(start_page=77)


def test_alternating_rates_are_phases_and_the_migration_starts_within_the_cycle() -> None:
    turns = {"rates_pages_per_s": [0, 10_000], "half_period_s": 2.0, "phase_at_start_s": 3.25}
    made = lab(alternating=turns, write_rate_pages_per_s=4500.0)
    phases = made.inventory.vms["vm-1"].workload.phases
    assert [phase.duration_s for phase in phases] == [2.0, 2.0]
    assert [phase.page_write_rate_pages_per_s for phase in phases] == pytest.approx([0.0, 9000.0])
    assert [command.time_s for command in made.commands] == [3.25]


def test_actions_are_commands_at_their_time() -> None:
    def last(action: dict[str, Any]) -> object:
        command = lab(action=action).commands[-1]
        assert command.time_s == 2.5
        return command.command

    assert last({"kind": "cancel", "t_s": 2.5}) == CancelMigration(migration="migration-1")
    assert last({"kind": "kill destination", "t_s": 2.5}) == InjectFault(fault=HostFailed(host="host-2"))
    assert last({"kind": "cut link", "t_s": 2.5}) == InjectFault(fault=LinkFailed(link="link-1"))
    changed = last({"kind": "change bandwidth", "t_s": 2.5, "bandwidth_bytes_per_s": 10.0**6})
    assert isinstance(changed, EditInventory)
    limit = last({"kind": "change downtime limit", "t_s": 2.5, "downtime_limit_s": 1.0})
    assert limit == ChangeSettings(settings=ProfileSettings(switchover_goal_s=1.0))
    cap = lab(
        action={"kind": "change bandwidth", "t_s": 2.5, "bandwidth_bytes_per_s": 10.0**6},
        bandwidth_cap="qemu-max-bandwidth",
    )
    assert cap.commands[-1].command == ChangeSettings(settings=ProfileSettings(max_bandwidth_bytes_per_s=10.0**6))
    assert len(lab(action={"kind": "cancel (time limit)", "t_s": 2.5}).commands) == 1
    stalled = lab(action={"kind": "stall link", "t_s": 1.0, "duration_s": 3.0}).commands
    assert [command.time_s for command in stalled] == [0.0, 1.0, 4.0]


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"{", "x.json: This is no recorded migration, because line 1 is no valid JSON."),
        (b"\xff", "x.json: This is no recorded migration, because line 1 is no valid JSON."),
        (
            b"[]",
            "x.json: This is no recorded migration. At $: Found a list of 0; allowed is an object in curly brackets.",
        ),
        (
            json.dumps(document(used_bytes=-1)).encode(),
            "x.json: This is no recorded migration. At $.inputs.used_bytes: "
            "Found -1; allowed is a whole number from 0 to 1152921504606846976.",
        ),
    ],
)
def test_errors_are_one_sentence_with_the_place(data: bytes, sentence: str) -> None:
    with pytest.raises(TraceError) as caught:
        decode_trace(data, "x.json")
    assert str(caught.value) == sentence


def test_a_missing_field_is_named() -> None:
    plain = document()
    del plain["inputs"]["downtime_limit_s"]
    with pytest.raises(TraceError, match=r"At \$\.inputs: The field “downtime_limit_s” is missing"):
        decode_trace(json.dumps(plain).encode(), "x.json")


def test_a_fault_in_an_optional_part_is_placed() -> None:
    data = json.dumps(document(hot_set={"bytes": 1})).encode()
    with pytest.raises(TraceError, match=r"At \$\.inputs\.hot_set: The field “share_of_writes” is missing"):
        decode_trace(data, "x.json")


def test_an_unknown_action_is_refused() -> None:
    with pytest.raises(TraceError, match="whistle"):
        lab(action={"kind": "whistle", "t_s": 1.0})


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(TraceError, match="cannot be read"):
        read_trace(tmp_path / "none.json")
    path = tmp_path / "a.json"
    path.write_text(json.dumps(document()))
    assert read_trace(path).case == "a"
