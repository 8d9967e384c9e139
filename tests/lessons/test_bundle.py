"""A lesson and its lab in one file: read as the same lesson, and harmless whoever made it."""

from __future__ import annotations

import contextlib
import io
import stat
import warnings
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.lessons.writing import LESSON, small_lab, write_lesson
from vmotion_gui.inventory.document import dumps
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.lessons.bundle import LARGEST_BUNDLE_BYTES, packed
from vmotion_gui.lessons.reading import bundled, in_folder, lines_of, load_lesson
from vmotion_gui.messages import catalogue

LAB = dumps(small_lab())
SOUND = packed("moving.toml", LESSON.encode(), {"lab.json": LAB})


def write(folder: Path, data: bytes) -> Path:
    """A file to share."""
    file = folder / "shared.vmlesson"
    file.write_bytes(data)
    return file


def archive(entries: list[tuple[zipfile.ZipInfo | str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """An archive that anybody could have made."""
    stream = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(stream, "w", method) as made:
        warnings.simplefilter("ignore")  # of names that stand there twice
        for entry, data in entries:
            made.writestr(entry, data)
    return stream.getvalue()


def refusal(folder: Path, data: bytes) -> str:
    """The sentence with which it is refused."""
    with pytest.raises(LabError) as raised:
        load_lesson(write(folder, data))
    (problem,) = raised.value.problems
    return catalogue("en").render(problem.text)


def test_it_is_the_same_lesson(tmp_path: Path) -> None:
    apart = write_lesson(tmp_path)
    file = write(tmp_path, packed(*bundled(apart)))
    assert load_lesson(file).lesson == load_lesson(apart).lesson
    assert load_lesson(file).lab == load_lesson(apart).lab
    assert lines_of(file).line("$.steps[2].claims") == lines_of(apart).line("$.steps[2].claims")
    assert in_folder(tmp_path) == [apart, file]


def test_a_lab_of_a_folder_below_comes_along(tmp_path: Path) -> None:
    file = write_lesson(tmp_path, LESSON.replace("lab.json", "labs/one.json"))
    (tmp_path / "labs").mkdir()
    (tmp_path / "labs" / "one.json").write_bytes(LAB)
    assert load_lesson(write(tmp_path, packed(*bundled(file)))).lesson.lab == "one.json"


def link(name: str) -> zipfile.ZipInfo:
    """An entry that claims to be a link."""
    entry = zipfile.ZipInfo(name)
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    return entry


@pytest.mark.parametrize("name", ["/etc/lab.json", "../lab.json", "a/lab.json", "C:lab.json", "a\\lab.json", "lab/"])
def test_an_entry_with_a_path_is_not_opened(tmp_path: Path, name: str) -> None:
    lesson = LESSON.replace('"lab.json"', f'"{name}"'.replace("\\", "\\\\"))
    said = refusal(tmp_path, archive([("moving.toml", lesson.encode()), (name, LAB)]))
    assert "no plain file" in said or "no file of the lesson's folder" in said
    assert [file.name for file in tmp_path.iterdir()] == ["shared.vmlesson"]


def test_links_strange_methods_and_more_files_are_refused(tmp_path: Path) -> None:
    text = LESSON.encode()
    assert "no plain file" in refusal(tmp_path, archive([("moving.toml", text), (link("lab.json"), b"/etc/passwd")]))
    assert "no plain file" in refusal(tmp_path, archive([("m.toml", text), ("lab.json", LAB)], zipfile.ZIP_LZMA))
    assert "holds 3 files" in refusal(tmp_path, archive([("a.toml", text), ("lab.json", LAB), ("x.exe", b"MZ")]))
    assert "holds 2 files" in refusal(tmp_path, archive([("a.toml", text), ("a.toml", text)]))
    assert "holds 0 files" in refusal(tmp_path, archive([]))
    many = archive([(f"{number}.json", b"") for number in range(5000)])
    assert "holds 5,000 files" in refusal(tmp_path, many)


def test_what_unpacks_to_very_much_is_not_unpacked(tmp_path: Path) -> None:
    zeros = b"#" * (50 * 1024 * 1024)
    assert "larger than 512 KB" in refusal(tmp_path, archive([("m.toml", zeros), ("lab.json", LAB)]))
    assert "larger than 8.00 MB" in refusal(tmp_path, archive([("m.toml", LESSON.encode()), ("lab.json", zeros)]))
    assert "larger than 9.00 MB" in refusal(tmp_path, b"PK" + b"\0" * LARGEST_BUNDLE_BYTES)


def test_what_is_no_archive_is_refused(tmp_path: Path) -> None:
    assert "no lesson to share" in refusal(tmp_path, b"")
    assert "no lesson to share" in refusal(tmp_path, LESSON.encode())
    assert "damaged" in refusal(tmp_path, SOUND.replace(SOUND[60:70], b"\0" * 10))


@settings(max_examples=150, deadline=None)
@given(st.integers(0, len(SOUND)), st.integers(0, 30), st.binary(max_size=8))
def test_a_damaged_file_is_read_or_refused(
    tmp_path_factory: pytest.TempPathFactory, start: int, gone: int, put: bytes
) -> None:
    file = write(tmp_path_factory.getbasetemp(), SOUND[:start] + put + SOUND[start + gone :])
    with contextlib.suppress(LabError):
        assert load_lesson(file).lesson.steps
