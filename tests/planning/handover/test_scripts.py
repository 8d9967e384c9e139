"""The PowerCLI script and the playbook as a whole: well-formed, in order, every name where it belongs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import Any

import pytest
import tree_sitter_powershell
import yaml
from tree_sitter import Language, Node, Parser

from tests.planning.handover.plans import HOSTILE, hostile_plan, small_plan
from tests.planning.handover.test_quoting import Loader
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.ansible import ansible_playbook
from vmotion_gui.planning.handover.powercli import BOM, powercli_script
from vmotion_gui.planning.handover.table import COLUMNS, csv_table

_POWERSHELL = Parser(Language(tree_sitter_powershell.language()))
_PARAMETERS = {
    "community.vmware.vmware_vmotion": {
        "vm_name",
        "vm_uuid",
        "use_instance_uuid",
        "destination_host",
        "destination_datastore",
        "timeout",
    },
    "community.vmware.vmware_maintenancemode": {"esxi_hostname", "state", "timeout", "evacuate", "vsan"},
    "community.vmware.vmware_datastore_maintenancemode": {"datastore", "state"},
    "community.vmware.vmware_guest_powerstate": {
        "name",
        "uuid",
        "use_instance_uuid",
        "state",
        "state_change_timeout",
    },
    "ansible.builtin.assert": {"that"},
    "ansible.builtin.pause": {"prompt"},
}
"""The modules' parameters that are used, as their documentation names them."""


def nodes(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from nodes(child)


def commands(script: str) -> list[str]:
    """The names of all commands outside functions, in order."""
    tree = _POWERSHELL.parse(script.removeprefix(BOM).encode())
    assert not tree.root_node.has_error
    found = []
    stack = [tree.root_node]
    while stack:
        node = stack.pop()
        if node.type == "function_statement":
            continue
        if node.type == "command_name" and node.text is not None:
            found.append(node.text.decode())
        stack += reversed(node.children)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_powercli_does_what_the_plan_says_and_nothing_else(language: str) -> None:
    own = ["Set-StrictMode"]
    moves = [["Start-PlannedMove"] * 3 + ["Wait-PlannedMove"] for _ in range(len(HOSTILE) // 3)]
    rest = ["Enter-PlannedMaintenance", "Set-PlannedPower", "Set-PlannedPower", "Write-Host", "Read-Host", "Out-Null"]
    ends = [
        "Exit-PlannedMaintenance",
        "Move-PlannedFiles",
        *["Set-PlannedStoreMaintenance"] * len(HOSTILE),
        "Write-Host",
    ]
    expected = [*own, *(name for wave in moves for name in wave), *rest, *ends]
    assert commands(powercli_script(hostile_plan(), catalogue(language))) == expected


def test_powercli_calls_only_functions_that_it_has() -> None:
    script = powercli_script(small_plan(), catalogue("en"))
    tree = _POWERSHELL.parse(script.removeprefix(BOM).encode())
    defined = {node.text for node in nodes(tree.root_node) if node.type == "function_name"}
    called = {node.text for node in nodes(tree.root_node) if node.type == "command_name"}
    assert {name for name in called if name is not None and b"Planned" in name} <= defined
    assert b"Start-PlannedMove" in defined


def playbook(plan: w.Work, language: str = "en") -> list[dict[str, Any]]:
    [play] = yaml.load(ansible_playbook(plan, catalogue(language)), Loader)
    assert play["hosts"] == "localhost"
    return list(play["tasks"])


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_playbook_uses_parameters_that_there_are_and_every_name_as_it_is(language: str) -> None:
    tasks = playbook(hostile_plan(), language)
    for task in tasks:
        [module] = set(task) - {"name", "register", "vars"}
        assert task[module].keys() <= _PARAMETERS[module]
    moves = [task["community.vmware.vmware_vmotion"] for task in tasks if "community.vmware.vmware_vmotion" in task]
    assert [move["vm_name"] for move in moves] == list(HOSTILE)
    assert [move["destination_datastore"] for move in moves] == list(HOSTILE)
    key = "community.vmware.vmware_datastore_maintenancemode"
    assert [task[key]["datastore"] for task in tasks if key in task] == list(HOSTILE)
    checks = [task["vars"]["planned_host"] for task in tasks if "ansible.builtin.assert" in task]
    assert checks == list(HOSTILE)


def test_the_playbook_keeps_the_order_and_prefers_the_instance_uuid() -> None:
    tasks = playbook(small_plan())
    modules = [next(key for key in task if "." in key).rsplit(".", 1)[1] for task in tasks]
    assert modules == ["vmware_vmotion", "assert"] * 3 + ["vmware_maintenancemode"]
    first = tasks[0]["community.vmware.vmware_vmotion"]
    assert first["vm_uuid"].startswith("5012ab34")
    assert first["use_instance_uuid"] is True
    assert "vm_name" not in first


def test_a_plan_without_steps_is_an_empty_playbook() -> None:
    assert playbook(w.Work(title="nothing", steps=())) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_table_has_a_row_a_step_that_no_spreadsheet_computes(language: str) -> None:
    plan = hostile_plan()
    rows = list(csv.reader(io.StringIO(csv_table(plan, catalogue(language)))))
    assert rows[0] == list(COLUMNS)
    assert len(rows) == 1 + len(plan.steps)
    assert rows[1 + HOSTILE.index("-rf")][3] == "'-rf"
    assert rows[1 + HOSTILE.index("a/b")][3] == "a/b"
