"""`vmotion-gui simulate` on a neutral scenario."""

from __future__ import annotations

import json
from pathlib import Path

from tests.cli.commands import Shell
from tests.tools import scenarios


def test_a_scenario_is_simulated_like_a_lab(shell: Shell, tmp_path: Path) -> None:
    """4 GiB at 1.25e9 B/s with 30 % dirtied: five transfers, as SimGrid has it."""
    file = tmp_path / "one.json"
    file.write_bytes(scenarios.encoded(scenarios.one(4, 30)))
    assert shell("simulate", file, "--json", "-") == 0
    document = json.loads(shell.out)
    (migration,) = document["migrations"]
    assert document["profile"] == "simgrid"
    assert (migration["vm"]["name"], migration["outcome"], len(migration["passes"])) == ("vm0", "completed", 5)
    assert round(migration["total_s"], 6) == 4.896983


def test_a_broken_scenario_is_told_with_all_its_faults(shell: Shell, tmp_path: Path) -> None:
    document = scenarios.one(4, 30)
    document["vms"][0]["host"] = "h7"
    document["migrations"][0]["to"] = "h8"
    file = tmp_path / "one.json"
    file.write_bytes(scenarios.encoded(document))
    assert shell("simulate", file) == 2
    assert "$.vms[0].host" in shell.err
    assert "$.migrations[0].to" in shell.err
