"""Real drags with a real pointer on a virtual screen: what no synthetic event can show."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

TOP = Path(__file__).resolve().parents[3]
pytestmark = [
    pytest.mark.xvfb,
    pytest.mark.skipif(
        not (shutil.which("Xvfb") and shutil.which("xdotool")),
        reason="needs Xvfb and xdotool (./run tests installs them)",
    ),
]


@contextlib.contextmanager
def screen() -> Iterator[str]:
    """A screen of its own: the name of its display."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1280x800x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    with os.fdopen(read) as file:
        number = file.readline().strip()
    try:
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """One screen for all of a module's tests."""
    with screen() as name:
        yield name


def drive(display: str, scenario: str, vm: str, host: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.xvfb.drive", scenario, vm, host],
        cwd=TOP,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


def test_a_dragged_vm_is_asked_for_and_arrives(display: str) -> None:
    found = drive(display, "allowed", "vm-web-01", "host-2")
    assert found["hosts_were_marked"]
    assert found["migrations"] == [{"vm": "vm-web-01", "from": "host-1", "to": "host-2", "phase": "completed"}]
    assert found["host"] == "host-2"


def test_a_host_that_cannot_take_it_says_why_and_nothing_starts(display: str) -> None:
    found = drive(display, "refused", "vm-web-01", "host-5")
    assert found["migrations"] == []
    (sentence,) = found["refusals"]
    assert "maintenance" in sentence
    assert found["host"] == "host-1"


def test_escape_in_mid_drag_leaves_everything_as_it_was(display: str) -> None:
    found = drive(display, "cancelled", "vm-web-01", "host-2")
    assert found["migrations"] == []
    assert found["refusals"] == []
    assert not found["drag_active"]
