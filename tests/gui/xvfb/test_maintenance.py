"""From a host's menu to the report and the way home, by a real pointer: on the demo lab, and on an imported export."""

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


@pytest.mark.slow
@pytest.mark.parametrize("kind", ["demo", "imported"])
def test_a_host_goes_offline_though_a_destination_dies(display: str, tmp_path: Path, kind: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tests.gui.xvfb.maintenance", str(tmp_path), kind],
        cwd=TOP,
        env={**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=280,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
    found: dict[str, dict[str, Any]] = {line.pop("gesture"): line for line in lines}
    assert found["plan"] == {"possible": True, "moves": True}
    assert found["run"]["planned_anew"]
    assert found["report"] == {"saved": True}
    assert found["home"] == {"stopped": []}
    if kind == "demo":
        assert found["checks"] == {"blocked": [2, 1]}
        assert found["decisions"] == {"decided": ["shutDown"]}
    else:
        assert found["imported"] == {"vms": 120}
        assert found["run"] == {"planned_anew": True, "stay": 0, "entered": True}
    assert len(list(tmp_path.glob("*.png"))) >= 12
