"""The whole walk of an administrator, by a real pointer and real keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.gui.xvfb.test_real_drag import TOP, display, pytestmark

__all__ = ["display", "pytestmark"]

Found = dict[str, dict[str, Any]]


@pytest.fixture
def walk(display: str, tmp_path: Path) -> Callable[[str], Found]:
    """What came of each gesture of a chapter; the pictures stay in the folder of the tests."""

    def run(chapter: str) -> Found:
        done = subprocess.run(
            [sys.executable, "-m", "tests.gui.xvfb.walk", str(tmp_path), chapter],
            cwd=TOP,
            env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)},
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
