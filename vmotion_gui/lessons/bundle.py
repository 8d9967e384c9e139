"""A lesson and its lab in one file to share: a small archive, which is read in memory and never unpacked.

Whatever an archive from a stranger says of itself (paths, links, sizes) is not believed: its entries are found by their
names alone, each is read up to a bound, and nothing is written anywhere.
"""

from __future__ import annotations

import io
import stat
import struct
import zipfile
import zlib
from collections.abc import Mapping
from pathlib import PurePosixPath
from typing import Final

from vmotion_gui.inventory.problems import LabError, Problem
from vmotion_gui.messages import Message, message

BUNDLE_SUFFIX: Final = ".vmlesson"
LARGEST_BUNDLE_BYTES: Final = 9 * 1024 * 1024
_LESSON_SUFFIX = ".toml"
_MOST_ENTRIES = 2
_DATE = (1980, 1, 1, 0, 0, 0)
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_ENCRYPTED = 0x1
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
    NotImplementedError,
    RuntimeError,
)
"""What the reader of archives raises for bytes that are none."""


class Bundle:
    """An opened archive with one lesson, and perhaps its lab."""

    def __init__(self, data: bytes, name: str) -> None:
        """LabError if the bytes are no such archive; `name` is the file's, for the sentence."""
        self._name = name
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except _BROKEN as error:
            raise self._refused(message("lesson.bundle.noArchive", path=name)) from error
        entries = self._archive.infolist()
        lessons = [entry.filename for entry in entries if PurePosixPath(entry.filename).suffix == _LESSON_SUFFIX]
        if len(lessons) != 1 or len(entries) > _MOST_ENTRIES:
            raise self._refused(message("lesson.bundle.entries", path=name, n=len(entries)))
        for entry in entries:
            self._check(entry)
        self.lesson_name = lessons[0]

    def _check(self, entry: zipfile.ZipInfo) -> None:
        """Plain files with plain names only."""
        name, mode = entry.filename, entry.external_attr >> 16
        plain = name and PurePosixPath(name).name == name and "\\" not in name and ":" not in name and name != ".."
        is_file = stat.S_IFMT(mode) in (0, stat.S_IFREG)
        if not plain or not is_file or entry.flag_bits & _ENCRYPTED or entry.compress_type not in _METHODS:
            raise self._refused(message("lesson.bundle.entry", path=self._name, found=name[:80]))

    def read(self, name: str, most_bytes: int) -> bytes:
        """An entry by its name. LabError if there is none, if it is damaged, or is larger than so many bytes."""
        try:
            with self._archive.open(name) as stream:
                data = stream.read(most_bytes + 1)
        except KeyError as error:
            raise self._refused(message("lesson.problem.outside", found=name)) from error
        except _BROKEN as error:
            raise self._refused(message("lesson.bundle.damaged", path=self._name, found=name[:80])) from error
        if len(data) > most_bytes:
            text = message("lesson.problem.tooLarge", path=f"{self._name}: {name}", allowed=float(most_bytes))
            raise self._refused(text)
        return data

    def _refused(self, text: Message) -> LabError:
        return LabError([Problem("", text)], self._name)


def packed(lesson_name: str, lesson: bytes, others: Mapping[str, bytes]) -> bytes:
    """The archive of a lesson and its lab, each by its file's name. The same input gives the same bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in {lesson_name: lesson, **others}.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (stat.S_IFREG | 0o644) << 16
            archive.writestr(entry, data)
    return stream.getvalue()
