"""Runs the command line in this process, and labs for it."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.simulation import histories
from vmotion_gui.cli import main
from vmotion_gui.inventory.commands import Command, TimedCommand
from vmotion_gui.inventory.document import save


class Shell:
    """Calls `vmotion-gui`; afterwards `out` and `err` hold what it wrote."""

    def __init__(self, capture: pytest.CaptureFixture[str]) -> None:
        self._capture = capture
        self.out = self.err = ""

    def __call__(self, *arguments: str | Path) -> int:
        status = main([str(argument) for argument in arguments])
        self.out, self.err = self._capture.readouterr()
        return status


def lab_file(folder: Path, *commands: tuple[float, Command]) -> Path:
    """A file with the lab of `histories` and these commands."""
    timed = tuple(TimedCommand(time_s=time_s, command=command) for time_s, command in commands)
    path = folder / "lab.json"
    save(msgspec.structs.replace(histories.lab(), name="Small", commands=timed), path)
    return path
