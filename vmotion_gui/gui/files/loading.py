"""Jobs for the worker process: checking a large lab, importing an export. They know no Qt, and answer with data."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from vmotion_gui.importers.comparison import Overlay, overlay
from vmotion_gui.importers.errors import RvtoolsError
from vmotion_gui.importers.rvtools import ImportResult, import_rvtools
from vmotion_gui.importers.traces import TraceError, read_trace
from vmotion_gui.inventory.document import load, loads
from vmotion_gui.inventory.lab import Lab, LabDocument
from vmotion_gui.inventory.problems import LabError, Problem
from vmotion_gui.messages import Message

LARGE_BYTES = 8_000_000
"""Above this, checking a lab takes more than a moment."""

Progress = Callable[[float, Message | None], None]


def is_large(path: str) -> bool:
    """Whether a file is better checked elsewhere. Of one that cannot be read: no, its error is found quickly."""
    try:
        return Path(path).stat().st_size > LARGE_BYTES
    except OSError:
        return False


def check_job(path: str, *, progress: Progress) -> str | tuple[Problem, ...]:
    """Read and check a lab: the digest of what was checked, or every problem."""
    progress(0.05, None)
    try:
        data = Path(path).read_bytes()
        loads(data, path)
    except OSError:
        return _problems(path)
    except LabError as error:
        return error.problems
    progress(0.95, None)
    return hashlib.sha256(data).hexdigest()


def _problems(path: str) -> tuple[Problem, ...]:
    try:
        load(path)
    except LabError as error:
        return error.problems
    return ()


def read_checked(path: str, digest: str) -> Lab:
    """The lab of a file that a worker has checked; checked again if it has changed since. LabError then."""
    data = Path(path).read_bytes()
    if hashlib.sha256(data).hexdigest() != digest:
        return load(path)
    return Lab.from_document(msgspec.json.decode(data, type=LabDocument))


def compare_job(paths: tuple[str, ...], *, progress: Progress) -> tuple[Overlay, ...] | Message:
    """Simulate recorded migrations: each with its curves, or the sentence that says which file is none."""
    found = []
    for number, path in enumerate(paths):
        progress(number / len(paths), None)
        try:
            found.append(overlay(read_trace(path)))
        except TraceError as error:
            return error.text
    return tuple(found)


def import_job(path: str, *, progress: Progress) -> ImportResult | Message:
    """Import an RVTools export: the lab with its report, or the sentence that says why not."""
    try:
        return import_rvtools(path, progress=progress)
    except RvtoolsError as error:
        return error.text
