"""Documents whose types are wrong: every fault with its place, what was found and what is allowed."""

from __future__ import annotations

import json
from typing import Annotated, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec import Meta

from tests.inventory.faults import plain_lab, problems, put, sentence
from vmotion_gui.inventory.document import loads
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.inventory.typecheck import type_problems
from vmotion_gui.messages import catalogue


def test_the_document_that_the_others_break_is_valid() -> None:
    assert len(loads(json.dumps(plain_lab()).encode()).inventory.hosts) == 2


_RANGE = "allowed is a whole number from 0 to 1152921504606846976"


@pytest.mark.parametrize(
    ("place", "value", "said"),
    [
        ("$.hosts[1].pnics[0].speed_bits_per_s", "fast", 'Found "fast"; allowed is a whole number from 0'),
        ("$.hosts[1].pnics[0].speed_bits_per_s", -1, "Found -1; allowed is a whole number from 0"),
        ("$.hosts[0].cores", 0, "Found 0; allowed is a whole number from 1 to"),
        ("$.hosts[0].cores", 2.5, "Found 2.5; allowed is a whole number from 1 to"),
        ("$.hosts[0].cores", True, "Found true; allowed is a whole number"),
        (
            "$.hosts[0].connection_state",
            "on",
            'Found "on"; allowed is one of "connected", "disconnected", "notResponding"',
        ),
        ("$.hosts[0].hyperthreading", "yes", 'Found "yes"; allowed is true or false'),
        ("$.hosts[0].pnics", {}, "Found an object; allowed is a list in square brackets"),
        ("$.hosts[0].pnics[1]", [1, 2], "Found a list of 2; allowed is an object in curly brackets"),
        ("$.hosts[0].name", "", 'Found ""; allowed is a text that is not empty'),
        ("$.hosts[0].name", None, "Found null; allowed is a text that is not empty"),
        ("$.vms[0].disks[0].capacity_bytes", -5, f"Found -5; {_RANGE}"),
        ("$.vms[0].disks[0].capacity_bytes", 1 << 61, f"Found {1 << 61}; {_RANGE}"),
        ("$.vms[0].disks[0].used_bytes", "x", f'Found "x"; {_RANGE}, or null'),
        (
            "$.vms[0].memory_layout",
            [{"role": "applications", "fraction": 1.5}],
            "Found 1.5; allowed is a number from 0 to 1",
        ),
        ("$.links[0].loss", 2, "Found 2; allowed is a number from 0 to 1"),
        ("$.links[0].bandwidth_bits_per_s", 0, "Found 0; allowed is a number above 0, up to 1e+15"),
        ("$.commands[0].time_s", -1, "Found -1; allowed is a number from 0"),
        (
            "$.commands[0].command.kind",
            "move",
            'Found "move"; allowed is one of "migrate", "cancelMigration"',
        ),
        ("$.commands[0].command", "migrate", 'Found "migrate"; allowed is an object'),
        ("$.commands[2].command.fault.kind", 7, 'Found 7; allowed is one of "vmotionNetworkLost"'),
        ("$.commands[0].command.spec.disks", {"Hard disk 1": 3}, "Found 3; allowed is a text"),
        ("$.profile", "kvm", 'Found "kvm"; allowed is one of "post-copy", "qemu", "simgrid", "stop-and-copy"'),
        (
            "$.hosts[0].memmory_bytes",
            1,
            "There is no field “memmory_bytes” here; did you mean “memory_bytes”?",
        ),
        ("$.sites[0].colour", 1, "There is no field “colour” here; the fields are id, name, assumed"),
    ],
)
def test_one_fault(place: str, value: Any, said: str) -> None:
    document = plain_lab()
    put(document, place, value)
    first = sentence(document).splitlines()[0]
    assert first.startswith(place.replace(".disks.", ".disks"))
    assert said in first


def test_a_workloads_open_ranges() -> None:
    document = plain_lab()
    phase = {"distribution": {"kind": "hotCold", "hot_fraction": 1.0, "hot_write_share": 0}}
    put(document, "$.vms[0].workload", {"phases": [phase]})
    lines = sentence(document).splitlines()
    assert len(lines) == 2
    assert "a number between 0 and 1, neither of them included" in lines[0]
    assert "a number above 0, up to 1" in lines[1]


def test_missing_fields_are_named_with_what_belongs_there() -> None:
    document = plain_lab()
    del document["hosts"][0]["datacenter"]
    del document["commands"][2]["command"]["fault"]["kind"]
    document["commands"][0]["command"].pop("spec")
    lines = sentence(document).splitlines()
    assert lines[0].startswith("$.hosts[0]: The field “datacenter” is missing")
    assert lines[1].startswith("$.commands[0].command: The field “spec” is missing")
    assert lines[2].startswith("$.commands[2].command.fault: The field “kind” is missing; allowed there is one of")


def test_all_faults_are_named_at_once() -> None:
    document = plain_lab()
    put(document, "$.hosts[1].pnics[0].speed_bits_per_s", -4)
    put(document, "$.hosts[1].cluster", "cl-9")
    put(document, "$.vms[1].memory_bytes", "4 GiB")
    put(document, "$.vms[1].folder", "nowhere")
    put(document, "$.vms[0].host", "h7")
    put(document, "$.sits", [])
    put(document, "$.seed", 1.5)
    assert set(problems(document)) == {
        ("$.hosts[1].pnics[0].speed_bits_per_s", "problem.wrongValue"),
        ("$.hosts[1].cluster", "problem.unknownReferenceSimilar"),
        ("$.vms[1].memory_bytes", "problem.wrongValue"),
        ("$.vms[1].folder", "problem.unknownReference"),
        ("$.vms[0].host", "problem.unknownReference"),
        ("$.sits", "problem.unknownFieldSimilar"),
        ("$.seed", "problem.wrongValue"),
    }


def test_a_broken_entity_still_counts_as_existing() -> None:
    document = plain_lab()
    put(document, "$.datastores[0].capacity_bytes", "big")
    assert problems(document) == [("$.datastores[0].capacity_bytes", "problem.wrongValue")]


def test_long_values_are_shortened() -> None:
    document = plain_lab()
    put(document, "$.hosts[0].cores", "x" * 500)
    assert len(sentence(document)) < 200


@pytest.mark.parametrize(
    ("data", "key", "args"),
    [
        (b"", "document.notJson", {"line": 1, "column": 1}),
        (b'{"format": "vmotion-gui-lab",\n "seed": }', "document.notJson", {"line": 2, "column": 10}),
        (b'{"format": "vmotion-gui-lab"', "document.notJson", {"line": 1, "column": 29}),
        (b'{"seed": NaN}', "document.notFinite", {"found": "NaN"}),
        (b'{"seed": -Infinity}', "document.notFinite", {"found": "-Infinity"}),
        (b'{"name": "\xff"}', "document.notUtf8", {"position": 10}),
        (b"[" * 100_000, "document.tooDeep", {}),
        (b'{"seed": ' + b"9" * 5000 + b"}", "document.hugeNumber", {}),
        (b"[]", "document.notALab", {}),
        (b'"lab"', "document.notALab", {}),
        (b'{"hosts": []}', "document.notALab", {}),
        (
            b'{"format": "vmotion-gui-lab", "version": 2, "planets": []}',
            "document.newer",
            {"found": 2, "known": 1},
        ),
    ],
)
def test_what_is_no_lab_gets_one_sentence(data: bytes, key: str, args: dict[str, Any]) -> None:
    with pytest.raises(LabError) as caught:
        loads(data, name="lab.json")
    assert [problem.text.key for problem in caught.value.problems] == [f"inventory.{key}"]
    assert args.items() <= caught.value.problems[0].text.args.items()
    assert str(caught.value).startswith("lab.json\n$")


def test_a_number_too_large_to_be_finite_is_refused() -> None:
    data = json.dumps(plain_lab()).replace('"time_s": 3', '"time_s": 1e999').encode()
    with pytest.raises(LabError) as caught:
        loads(data)
    assert [problem.place for problem in caught.value.problems] == ["$.commands[2].time_s"]


def test_older_versions_than_the_first_do_not_exist() -> None:
    document = plain_lab()
    document["version"] = 0
    assert problems(document) == [("$.version", "problem.wrongValue")]


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)
_PLACES = (
    "$.hosts",
    "$.hosts[0]",
    "$.hosts[0].pnics[0].device",
    "$.vms[0].workload",
    "$.vms[0].disks",
    "$.vms[1].nics[0]",
    "$.commands[0].command",
    "$.commands[0].command.spec",
    "$.clusters[0].rules",
    "$.seed",
    "$.links[0].rtt_s",
)


@given(st.sampled_from(_PLACES), _JSON)
@settings(max_examples=300, deadline=None)
def test_whatever_stands_there_is_taken_or_refused_with_a_reason(place: str, value: Any) -> None:
    """The fast decoder and the walker agree: what the one refuses, the other explains."""
    document = plain_lab()
    put(document, place, value)
    try:
        loads(json.dumps(document).encode())
    except LabError as error:
        keys = {problem.text.key for problem in error.problems}
        assert keys
        assert "inventory.document.notDecodable" not in keys


@pytest.mark.parametrize(
    ("value", "kind", "said"),
    [
        ("x", int, "a whole number"),
        ("x", float, "a number"),
        (float("inf"), float, "a number"),
        ([], dict[str, int], "an object in curly brackets"),
        (-1, Annotated[int, Meta(ge=0, le=9, title="digit")], "a whole number from 0 to 9"),
        (2.0, Annotated[float, Meta(ge=0.0, lt=2.0)], "a number from 0, below 2"),
    ],
)
def test_types_that_a_field_may_have_one_day(value: Any, kind: Any, said: str) -> None:
    (problem,) = type_problems(value, kind)
    assert catalogue("en").render(problem.text).endswith(f"allowed is {said}.")


def test_a_type_that_json_cannot_have_is_an_error_of_ours() -> None:
    with pytest.raises(TypeError, match="a lab document has no"):
        type_problems("x", bytes)


def test_a_missing_command_is_told_with_its_kinds() -> None:
    document = plain_lab()
    del document["commands"][0]["command"]
    assert 'allowed there is an object whose kind is one of "migrate"' in sentence(document)


def test_what_an_edit_holds_is_free_until_it_is_known() -> None:
    document = plain_lab()
    change = {"kind": "fieldsChanged", "id": 7, "fields": {"anything": [1, None]}}
    document["commands"] = [{"time_s": 1, "command": {"kind": "editInventory", "changes": [change]}}]
    assert problems(document) == [("$.commands[0].command.changes[0].id", "problem.wrongValue")]


def test_an_optional_object_is_looked_into_like_any_other() -> None:
    document = plain_lab()
    document["profile_settings"] = {"throttle_max": 2.0}
    assert problems(document) == [("$.profile_settings.throttle_max", "problem.wrongValue")]
    document["profile_settings"], document["seed"] = {"throttle_max": 0.5}, -1
    assert problems(document) == [("$.seed", "problem.wrongValue")]
    document["profile_settings"] = None
    assert problems(document) == [("$.seed", "problem.wrongValue")]
