"""All ways to start a migration, by a real pointer and real keys."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.gui.xvfb.test_real_drag import TOP, display, pytestmark

__all__ = ["display", "pytestmark"]


@pytest.fixture(scope="module")
def walk(display: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Any]]:
    """What came of each gesture; the pictures stay in the folder of the tests."""
    folder = tmp_path_factory.mktemp("pictures")
    home = tmp_path_factory.mktemp("home")
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.xvfb.walk", str(folder)],
        cwd=TOP,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(home)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert len(list(Path(folder).glob("*.png"))) >= 20
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    return {line.pop("gesture"): line for line in lines}


@pytest.mark.slow
def test_every_gesture_does_what_it_is_for(walk: dict[str, dict[str, Any]]) -> None:
    """One run of the program for all of them: each begins where the one before has left the estate."""
    (refusal,) = walk["refused_by_a_host"].pop("refusals")
    assert "maintenance mode" in refusal
    hosts = walk["several_to_a_cluster"]["hosts"]
    assert all(host in ("host-2", "host-3", "host-4") for host in hosts)
    pages = ["KindPage", "ComputePage", "NetworksPage", "PriorityPage", "ReadyPage"]
    assert walk == {
        "drag_to_a_host": {"phases": ["completed"], "host": "host-2"},
        "refused_by_a_host": {"migrations": 1},
        "several_to_a_cluster": {"hosts": hosts},
        "storage_from_the_tree": {"moved": True, "same_host": True},
        "another_vcenter_asks_for_more": {"migrations": 0},
        "alt_opens_the_wizard": {"migrations": 0},
        "possible_targets": {"marked": [True, False]},
        "picked_up_and_put_down": {"host": "host-4"},
        "wizard_page_by_page": {"pages": pages, "host": "host-2"},
        "palette": {"selected": ["vm-app-02"]},
        "move_back": {"before": "host-2", "host": "host-4"},
    }
