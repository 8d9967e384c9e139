"""The govc script does what the plan says, whatever things are called; it is run, with a stand-in for govc."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.planning.handover import fake_govc
from tests.planning.handover.plans import HOSTILE, hostile_plan, small_plan
from vmotion_gui.messages import catalogue
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.govc import govc_script
from vmotion_gui.planning.handover.quoting import glob

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="there is no bash")


def run(script: str, folder: Path, answers: str = "", **environment: str) -> tuple[int, str, list[list[str]]]:
    """Exit status, what it said, and what govc was asked."""
    program = folder / "govc"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{fake_govc.__file__}" "$@"\n')
    program.chmod(0o755)
    file = folder / "plan.sh"
    file.write_text(script, encoding="utf-8")
    variables = {**os.environ, "PATH": f"{folder}:{os.environ['PATH']}", "GOVC_URL": "vc", "FAKE_GOVC": str(folder)}
    done = subprocess.run(
        ["bash", str(file)],
        cwd=folder,
        input=answers,
        env=variables | environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    log = folder / "log"
    asked = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()] if log.exists() else []
    return done.returncode, done.stdout + done.stderr, asked


def moves(asked: list[list[str]]) -> list[list[str]]:
    return [call[1:] for call in asked if call[0] == "vm.migrate"]


@pytest.mark.slow
@pytest.mark.parametrize("language", ["en", "de"])
def test_no_name_breaks_or_injects_anything(tmp_path: Path, language: str) -> None:
    names = tuple(name for name in HOSTILE if "\n" not in name)
    plan = w.Work(title=hostile_plan().title, steps=tuple(s for s in hostile_plan().steps if "line\n" not in str(s)))
    plan = w.Work(
        title=plan.title,
        steps=tuple(
            s
            for s in plan.steps
            if not (isinstance(s, w.Move) and "\n" in s.host)
            and not (isinstance(s, w.StoreMaintenance) and "\n" in s.datastore)
        ),
    )
    status, said, asked = run(govc_script(plan, catalogue(language)), tmp_path, "\n\n\n")
    assert status == 0, said
    assert not list(tmp_path.rglob("hacked"))
    found = {call[call.index("-vm.ipath") + 1] for call in moves(asked)}
    assert found == {f"/dc/{glob(name)}" for name in names}
    assert sum(call[0].startswith("datastore.maintenance.") for call in asked) == len(names)
    assert all(call[call.index("-host.ipath") + 1] == call[call.index("-vm.ipath") + 1] for call in moves(asked))


def test_a_name_of_several_lines_is_refused_and_nothing_runs(tmp_path: Path) -> None:
    plan = w.Work(title="", steps=(w.Move(vm=w.Machine(name="a\nb; touch hacked"), source="x", host="h"),))
    status, _, asked = run(govc_script(plan, catalogue("en")), tmp_path)
    assert status == 1
    assert not moves(asked)
    assert not list(tmp_path.rglob("hacked"))


def test_waves_wait_for_each_other_and_maintenance_for_all(tmp_path: Path) -> None:
    status, said, asked = run(govc_script(small_plan(), catalogue("en")), tmp_path)
    assert status == 0, said
    order = [call[call.index("-vm.ipath") + 1] for call in moves(asked)]
    assert {*order[:2]} == {"/dc/5012ab34-0000-0000-0000-00000000000a", "/dc/b"}
    assert order[2] == "/dc/c"
    last = moves(asked)[2]
    assert last[last.index("-ds") + 1] == "/dc/ds-2"
    kinds = [call[0] for call in asked]
    assert kinds.index("host.maintenance.enter") > max(i for i, kind in enumerate(kinds) if kind == "vm.migrate")
    priorities = {call[call.index("-vm.ipath") + 1]: call[call.index("-priority") + 1] for call in moves(asked)}
    assert priorities["/dc/b"] == "highPriority"
    assert said.strip().endswith("All steps are done.")


def test_after_a_failed_move_nothing_else_begins(tmp_path: Path) -> None:
    status, said, asked = run(govc_script(small_plan(), catalogue("en")), tmp_path, FAKE_FAILS="/dc/b")
    assert status == 1
    assert "Stopped" in said
    assert len(moves(asked)) == 2
    assert not [call for call in asked if call[0].startswith("host.maintenance")]


def test_what_is_not_there_stops_before_its_wave_moves(tmp_path: Path) -> None:
    status, said, asked = run(govc_script(small_plan(), catalogue("de")), tmp_path, FAKE_MISSING="esx-3")
    assert status == 1
    assert "Es muss genau ein Objekt geben" in said
    assert "/dc/c" not in {call[call.index("-vm.ipath") + 1] for call in moves(asked)}


def test_run_again_it_leaves_alone_what_is_there(tmp_path: Path) -> None:
    script = govc_script(w.Work(title="", steps=small_plan().steps[:2]), catalogue("en"))
    run(script, tmp_path)
    status, said, asked = run(script, tmp_path)
    assert status == 0
    assert said.count("Already there:") == 2
    assert len(moves(asked)) == 2


def test_without_a_vcenter_it_says_so(tmp_path: Path) -> None:
    status, said, asked = run(govc_script(small_plan(), catalogue("en")), tmp_path, GOVC_URL="")
    assert status != 0
    assert "Set GOVC_URL" in said
    assert not asked
