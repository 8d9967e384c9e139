"""After a crash a session is there again: all branches, all commands, at most the last second of playing
lost.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.simulation import histories as h
from vmotion_gui.inventory import document
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.journal import JournalError, JournalWriter, recover


class _Clock:
    def __init__(self) -> None:
        self.now_s = 0.0

    def __call__(self) -> float:
        return self.now_s


def _journaled(path: Path, clock: _Clock | None = None) -> tuple[EmbeddedBackend, JournalWriter]:
    backend = EmbeddedBackend(h.lab())
    writer = JournalWriter(path, backend.session("/home/me/lab.json"), clock or _Clock())
    backend.keep_journal(writer)
    return backend, writer


def _wander(backend: EmbeddedBackend) -> None:
    backend.submit(h.migrate(1))
    backend.advance(50.0)
    backend.submit(h.migrate(2, 3))
    backend.rewind(20.0)
    backend.submit(h.host_failed(2))
    backend.rename_branch(1, "Ausfall")
    backend.advance(90.0)
    backend.switch_branch(0)
    backend.rewind(30.0)


def test_a_session_comes_back_whole(tmp_path: Path) -> None:
    backend, writer = _journaled(tmp_path / "j")
    _wander(backend)
    backend.keep_journal(None)
    writer.close()
    session = recover(tmp_path / "j")
    assert session == backend.session("/home/me/lab.json")
    again = EmbeddedBackend.recovered(session)
    assert h.state(again) == h.state(backend)
    assert again.branches() == backend.branches()
    assert again.played_until_s == backend.played_until_s
    for branch in (1, 0):
        backend.switch_branch(branch)
        again.switch_branch(branch)
        assert h.state(again) == h.state(backend)


def test_a_journal_may_begin_in_the_middle_of_a_session(tmp_path: Path) -> None:
    backend = EmbeddedBackend(h.lab())
    _wander(backend)
    writer = JournalWriter(tmp_path / "j", backend.session())
    backend.keep_journal(writer)
    backend.submit(h.migrate(4))
    writer.close()
    assert recover(tmp_path / "j") == backend.session()
    backend.keep_journal(None)
    backend.submit(h.migrate(3))
    assert len(recover(tmp_path / "j").branches[2].journal) == 2


def test_the_place_is_written_once_a_second_and_commands_at_once(tmp_path: Path) -> None:
    clock = _Clock()
    backend, writer = _journaled(tmp_path / "j", clock)
    size = (tmp_path / "j").stat().st_size
    backend.advance(10.0)
    clock.now_s = 0.99
    backend.advance(20.0)
    assert (tmp_path / "j").stat().st_size == size
    clock.now_s = 1.0
    backend.advance(30.0)
    assert recover(tmp_path / "j").now_s == 30.0
    size = (tmp_path / "j").stat().st_size
    clock.now_s = 9.0
    backend.advance(30.0)
    assert (tmp_path / "j").stat().st_size == size
    backend.submit(h.migrate(1))
    assert len(recover(tmp_path / "j").branches[0].journal) == 1
    writer.close(remove=True)
    assert list(tmp_path.iterdir()) == []


def test_every_torn_end_brings_back_all_that_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "j"
    backend, writer = _journaled(path)
    _wander(backend)
    writer.close()
    data = path.read_bytes()
    lines = data.split(b"\n")
    begin = len(lines[0]) + 1 + len(lines[1]) + 1
    journals = []
    for end in range(begin, len(data) + 1, 7):
        path.write_bytes(data[:end])
        journals.append(sum(len(branch.journal) for branch in recover(path).branches))
    assert journals[0] == 0
    assert journals == sorted(journals)
    assert journals[-1] == 4


def test_branches_that_do_not_hang_together_are_left_out(tmp_path: Path) -> None:
    path = tmp_path / "j"
    backend, writer = _journaled(path)
    _wander(backend)
    writer.close()
    for parent in (b"1", b"null", b"-1"):
        data = path.read_bytes()
        (tmp_path / "k").write_bytes(data.replace(b'"parent":0', b'"parent":' + parent, 1))
        session = recover(tmp_path / "k")
        assert len(session.branches) == 1
        assert EmbeddedBackend.recovered(session).now_s == session.now_s == 20.0
    with pytest.raises(ValueError, match="branch 0 stands where branch 1 belongs"):
        EmbeddedBackend(h.lab(), [*session.branches, *session.branches])


def test_garbage_after_the_last_whole_line_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "j"
    backend, writer = _journaled(path)
    backend.submit(h.migrate(1))
    writer.close()
    whole = recover(path)
    for garbage in (
        b"\x00" * 100 + b"\n",
        b'{"line":"at","branch":9,"now_s":1,"end_s":1}\n',
        b"\xff\xfe\n",
        b"[]\n",
    ):
        path.write_bytes(path.read_bytes() + garbage + b'{"line":"at","branch":0,"now_s":9,"end_s":9}\n')
        assert recover(path) == whole


@pytest.mark.parametrize("content", [b"", b"{}\n", b"\xff\n", b'{"line":"header"', b'{"format":"vmotion-gui-lab"}'])
def test_what_is_no_journal_gets_a_clear_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "j").write_bytes(content)
    with pytest.raises(JournalError, match="is not a recovery file") as caught:
        recover(tmp_path / "j")
    for language in LANGUAGES:
        assert str(tmp_path / "j") in catalogue(language).render(caught.value.text)


def test_a_journal_without_branches_or_with_a_broken_lab_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "j"
    _, writer = _journaled(path)
    writer.close()
    header, *_ = path.read_bytes().split(b"\n")
    path.write_bytes(header + b"\n")
    with pytest.raises(JournalError):
        recover(path)
    path.write_bytes(
        path.read_bytes().replace(b'"h-1"', b'"h-9"', 1) + b'{"line":"at","branch":0,"now_s":1,"end_s":1}\n'
    )
    with pytest.raises(JournalError):
        recover(path)
    _, writer = _journaled(path)
    writer.close()
    path.write_bytes(path.read_bytes().replace(b'"id":"h-1"', b'"id":"h-9"', 1))
    with pytest.raises(LabError):
        recover(path)


def test_a_missing_file_and_an_unwritable_place_get_a_clear_sentence(tmp_path: Path) -> None:
    with pytest.raises(JournalError, match="cannot be read"):
        recover(tmp_path / "none")
    with pytest.raises(JournalError, match="cannot be written"):
        JournalWriter(tmp_path / "no folder" / "j", EmbeddedBackend(h.lab()).session())


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs the device that is always full")
def test_a_full_disk_ends_the_journal_and_not_the_session(tmp_path: Path) -> None:
    backend, writer = _journaled(tmp_path / "j")
    with open("/dev/full", "wb") as full:
        os.dup2(full.fileno(), writer._file.fileno())
        assert backend.submit(h.migrate(1)).accepted
        assert writer.problem is not None
        assert writer.problem.args["path"] == str(tmp_path / "j")
        assert backend.submit(h.migrate(2)).accepted
    writer.close()


_CHILD = """
import sys, time
from tests.simulation import histories as h
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.journal import JournalWriter

backend = EmbeddedBackend(h.lab())
backend.keep_journal(JournalWriter(sys.argv[1], backend.session()))
begin = time.monotonic()
while True:
    simulated = (time.monotonic() - begin) * 10.0
    backend.advance(simulated)
    if len(backend.migrations()) < 4 and simulated > 5.0 * len(backend.migrations()):
        backend.submit(h.migrate(1 + len(backend.migrations())))
    print(len(backend.migrations()), backend.now_s, flush=True)
"""


@pytest.mark.parametrize("after_lines", [400, 3000])
def test_a_killed_program_loses_a_second_at_most(tmp_path: Path, after_lines: int) -> None:
    """It plays ten simulated seconds per second, so at most ten are lost; commands are never lost."""
    child = subprocess.Popen(
        [sys.executable, "-c", _CHILD, str(tmp_path / "j")],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[2],
    )
    assert child.stdout is not None
    begin, lines = time.monotonic(), 0
    while lines < after_lines or time.monotonic() - begin < 2.5:
        last = child.stdout.readline()
        lines += 1
    os.kill(child.pid, signal.SIGKILL)
    whole = [last, *child.stdout.read().splitlines(keepends=True)]
    child.stdout.close()
    assert child.wait() == -signal.SIGKILL
    migrations, now_s = next(line for line in reversed(whole) if line.endswith("\n")).split()
    session = recover(tmp_path / "j")
    assert len(session.branches[0].journal) >= int(migrations) > 0
    # a second's worth, and what one turn of the loop takes before it writes
    assert float(now_s) - 10.0 - 1.0 <= session.now_s
    backend = EmbeddedBackend.recovered(session)
    assert backend.now_s == session.now_s
    assert document.loads(document.dumps(backend.lab())) == backend.lab()
