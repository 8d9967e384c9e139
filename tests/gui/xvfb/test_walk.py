"""The whole walk of an administrator, by a real pointer and real keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.gui.xvfb.test_real_drag import TOP, pytestmark, screen

__all__ = ["pytestmark"]

Found = dict[str, dict[str, Any]]


@pytest.fixture
def walk(tmp_path: Path) -> Iterator[Callable[[str], Found]]:
    """What came of each gesture of a chapter; the pictures stay in the folder of the tests."""
    with screen() as display:
        yield _runner(display, tmp_path)


def _alone(home: Path) -> dict[str, str]:
    """A home of its own: what another run of the program has left is no part of the walk."""
    return {name: value for name, value in os.environ.items() if not name.startswith("XDG_")} | {"HOME": str(home)}


def _runner(display: str, tmp_path: Path) -> Callable[[str], Found]:
    def run(chapter: str) -> Found:
        done = subprocess.run(
            [sys.executable, "-m", "tests.gui.xvfb.walk", str(tmp_path), chapter],
            cwd=TOP,
            env=_alone(tmp_path) | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, done.stderr
        lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
        assert len(list(tmp_path.rglob("*.png"))) >= len(lines)
        return {line.pop("gesture"): line for line in lines}

    return run


@pytest.mark.slow
def test_every_way_to_start_does_what_it_is_for(walk: Callable[[str], Found]) -> None:
    """One run of the program for all of them: each begins where the one before has left the estate."""
    found = walk("starting")
    (refusal,) = found["refused_by_a_host"].pop("refusals")
    assert "maintenance mode" in refusal
    hosts = found["several_to_a_cluster"]["hosts"]
    assert all(host in ("host-2", "host-3", "host-4") for host in hosts)
    pages = ["KindPage", "ComputePage", "NetworksPage", "PriorityPage", "ReadyPage"]
    export = ["KindPage", "ComputePage", "StoragePage", "NetworksPage", "ReadyPage"]
    assert found == {
        "drag_to_a_host": {"phases": ["completed"], "host": "host-2"},
        "refused_by_a_host": {"migrations": 1},
        "all_reasons_and_a_cure": {"cured": "normal", "undone": True},
        "several_to_a_cluster": {"hosts": hosts},
        "storage_from_the_tree": {"moved": True, "same_host": True},
        "from_the_list_of_vms": {"dragged": 2},
        "to_another_datacenter": {"kind": "BOTH"},
        "another_vcenter_asks_for_more": {"migrations": 0},
        "shift_takes_the_storage_along": {"asked": "ConfirmDialog"},
        "alt_opens_the_wizard": {"migrations": 0},
        "at_the_edge_the_picture_follows": {"panned": True},
        "resting_on_a_cluster_opens_it": {"nearer": True},
        "possible_targets": {"marked": [True, False]},
        "picked_up_and_put_down": {"host": "host-4"},
        "wizard_page_by_page": {"pages": pages, "host": "host-2"},
        "palette": {"selected": ["vm-app-02"]},
        "move_back": {"before": "host-2", "host": "host-4"},
        "wizard_for_storage": {"shown": True},
        "wizard_to_another_vcenter": {"pages": export, "phases": ["completed"]},
        "who_can_go_where": {"changed": True, "undone": True},
    }


@pytest.mark.slow
def test_the_menus_do_what_they_say(walk: Callable[[str], Found]) -> None:
    found = walk("menus")
    assert found["power"]["states"] == ["suspended", "poweredOn", "poweredOff", "poweredOn"]
    assert found["migrate_to"] == {"offered": 15, "marks": ["✓", "✕"]}
    assert "before the patch" in found["snapshot"]["snapshots"]
    assert found["edit_settings"] == {"name": "app-03b"}
    assert found["maintenance_mode"] == {"state": "entering", "left": 1}
    assert found["disconnected"] == {"state": "connected"}
    assert found["new_host"] == {"cluster": "cluster-prod", "mounts": 5}
    assert found["new_vm"] == {"host": "host-4", "disks": 1}
    assert found["many_vms"] == {"added": 40}
    assert found["removed"] == {"there": False}
    assert "undone" in found


@pytest.mark.slow
def test_many_at_once_wait_are_cancelled_tried_again_and_moved_back(walk: Callable[[str], Found]) -> None:
    found = walk("many")
    assert found["eleven_to_one_host"]["waiting"] == 3
    assert found["contention"] == {"running": 8}
    assert found["cancel_one_that_waits"] == found["cancel_one_that_runs"] == {"phase": "cancelled"}
    assert found["retry"] == {"again": True}
    assert found["move_back"] == found["move_back_by_key"] == {"host": "host-1"}
    assert found["filtered_tasks"] == found["events"] == {"fewer": True, "lines": True}
    assert found["who_uses_the_network"]["layers"] == 8
    assert found["alarms"]["alarms"] > 0


@pytest.mark.slow
def test_drs_rules_and_ha_on_the_page_of_a_cluster(walk: Callable[[str], Found]) -> None:
    found = walk("balancing")
    assert found["the_page"]["offered"] > 0
    assert found["apply_one"] == {"initiators": ["DRS", "user"]}
    assert found["after_a_host_fails"] == {"restarts": True, "applicable": False, "same": True}
    assert found["apply_all"]["moved"] > 1
    assert found["rules"] == {"added": 1}
    assert found["high_availability"]["outcomes"] >= 2


@pytest.mark.slow
def test_an_estate_is_built_from_nothing_saved_opened_and_migrated_in(walk: Callable[[str], Found]) -> None:
    found = walk("building")
    assert found["an_empty_lab"] == {"objects": 0}
    assert found["from_the_menu"] == {"names": []}
    assert len(found["three_more_hosts"]["hosts"]) == 4
    assert found["mounts"] == {"mounted": 4}
    assert found["undone_and_done_again"] == found["reopened"] == {"same": True}
    assert found["migrated_in"] == {"host": "esx-03.example.com"}
    assert found["changed_while_paused"] == {"name": "esx-99.example.com", "at_home": True}
    assert found["template"] == {"vcenters": 2}
    assert found["pasted_into_another_lab"] == {"pasted": [True]}


@pytest.mark.slow
def test_the_program_is_made_ones_own(walk: Callable[[str], Found]) -> None:
    found = walk("at_home")
    assert found["looks"] == {"seen": ["dark", "contrast", "light"]}
    assert found["sizes"] == {"back": True}
    assert found["by_keyboard"] == {"selected": ["vm-web-03"]}
