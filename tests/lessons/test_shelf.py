"""Whatever lies in a folder: what can be used is offered, what cannot tells why, and nothing keeps the others away."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests.lessons.writing import LESSON, small_lab, write_lesson
from vmotion_gui.inventory.document import dumps
from vmotion_gui.lessons.bundle import packed
from vmotion_gui.lessons.reading import bundled, shipped
from vmotion_gui.lessons.shelf import MOST_READ_BYTES, entries


def names(folder: Path, *, sound: bool) -> list[str]:
    """The folder's own entries that can be used, or those that cannot."""
    return [entry.path.name for entry in entries(folder) if entry.own and (not entry.problems) == sound]


def test_lessons_and_labs_of_a_folder(tmp_path: Path) -> None:
    file = write_lesson(tmp_path)
    (tmp_path / "shared.vmlesson").write_bytes(packed(*bundled(file)))
    (tmp_path / "alone.json").write_bytes(dumps(small_lab()))
    write_lesson(tmp_path, LESSON.replace("minutes = 3", "minutes = 0"), "broken.toml")
    (tmp_path / "no-lab.json").write_text("[]")
    (tmp_path / "broken.vmlesson").write_bytes(b"PK\x03\x04")
    (tmp_path / "notes.txt").write_text("")
    assert names(tmp_path, sound=True) == ["moving.toml", "shared.vmlesson", "alone.json"]
    assert names(tmp_path, sound=False) == ["broken.toml", "broken.vmlesson", "no-lab.json"]
    assert sum(not entry.own for entry in entries(tmp_path)) == len(shipped()) == 12
    assert names(tmp_path / "missing", sound=True) == []


@pytest.mark.skipif(sys.platform == "win32", reason="there are no pipes in folders there")
def test_pipes_folders_and_loops_are_passed_by(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    (tmp_path / "folder.toml").mkdir()
    (tmp_path / "loop.json").symlink_to(tmp_path / "loop.json")
    (tmp_path / "far.toml").symlink_to("/dev/zero")
    assert names(tmp_path, sound=True) == names(tmp_path, sound=False) == []


def test_a_large_lab_is_offered_without_being_read(tmp_path: Path) -> None:
    data = dumps(small_lab()) + b" " * MOST_READ_BYTES
    (tmp_path / "large.json").write_bytes(data)
    (entry,) = (entry for entry in entries(tmp_path) if entry.own)
    assert entry.usable
    assert (entry.lab, entry.unread_bytes) == (None, len(data))
