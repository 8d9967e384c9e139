"""After a crash: a killed process leaves a journal, and the next start brings its session back."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.gui.conftest import possible_moves
from vmotion_gui.gui.files.recovery import Autosave, discard, left_behind
from vmotion_gui.gui.settings import APPLICATION
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.simulation.journal import recover

UNTIL_S = 2.5


def test_a_killed_program_loses_nothing_but_the_last_second(window: MainWindow, tmp_path: Path) -> None:
    spec = possible_moves(window)[0]
    folder = tmp_path / "recovery"
    command = [sys.executable, "-m", "tests.gui.files.crashing", str(folder), spec.vm, spec.host, str(UNTIL_S)]
    died = subprocess.run(command, check=False, timeout=60)
    assert died.returncode == -signal.SIGKILL

    journals = left_behind(folder)
    assert len(journals) == 1
    window.files.recover(recover(journals[0]))
    backend = window.context.session.backend
    assert UNTIL_S - backend.now_s <= 1.0
    status = next(iter(backend.migrations().values()))
    assert (status.vm, status.destination_host) == (spec.vm, spec.host)
    assert window.isWindowModified()
    discard(journals[0])
    assert not left_behind(folder)


def test_while_nothing_is_kept_the_window_says_so_and_tries_again(window: MainWindow, tmp_path: Path) -> None:
    (folder,) = tmp_path.glob("recovery-*")
    label = window.files.protection.label
    assert label.isHidden()
    shutil.rmtree(folder)
    window.files.protection.begin()
    assert label.isVisible()
    assert str(folder) in label.toolTip()
    window.context.commands.migrate(possible_moves(window)[:1])
    assert label.isVisible()
    folder.mkdir()
    window.context.commands.migrate(possible_moves(window, 2)[1:])
    assert label.isHidden()
    (journal,) = folder.glob("*.journal")
    assert len(recover(journal).branches[0].journal) == 2


RESTART = """
import sys
from PySide6.QtCore import QTimer
from vmotion_gui.gui.files import dialogs
from vmotion_gui.gui.program import Program

dialogs.ask_recover = lambda *_: {answer}
dialogs.ask_unsaved = lambda *_: "discard"
program = Program("en", "light")


def tell():
    backend = program.window.context.session.backend
    print(len(backend.migrations()), program.window.isWindowModified(), flush=True)
    program.window.close()


QTimer.singleShot(700, tell)
sys.exit(program.run("", (1000, 700), None))
"""


@pytest.mark.parametrize(("answer", "told"), [(True, "1 True"), pytest.param(False, "0 False", marks=pytest.mark.slow)])
def test_the_next_start_offers_what_was_left_behind(
    window: MainWindow, tmp_path: Path, answer: bool, told: str
) -> None:
    spec = possible_moves(window)[0]
    folder = tmp_path / APPLICATION / "recovery"
    command = [sys.executable, "-m", "tests.gui.files.crashing", str(folder), spec.vm, spec.host, str(UNTIL_S)]
    subprocess.run(command, check=False, timeout=60)
    env = {**os.environ, "XDG_STATE_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)}
    command = [sys.executable, "-c", RESTART.format(answer=answer)]
    ended = subprocess.run(command, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert ended.returncode == 0, ended.stderr
    assert ended.stdout.strip() == told
    assert not list(folder.glob("*.journal"))


def test_the_journal_of_a_running_program_is_not_left_behind(window: MainWindow, tmp_path: Path) -> None:
    autosave = Autosave(tmp_path / "mine")
    assert autosave.begin(window.context.session, "") is None
    assert list((tmp_path / "mine").glob("*.journal"))
    assert not left_behind(tmp_path / "mine")
    autosave.end(window.context.session)
    assert not list((tmp_path / "mine").iterdir())
