"""A program that works and then dies without a word: run by the recovery's test as `python -m`."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from vmotion_gui.gui.files.controller import demo_path
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.gui.session import Session
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.simulation.embedded import EmbeddedBackend


def main() -> None:
    folder, vm, host, until_s = sys.argv[1:]
    application = QApplication([])
    session = Session(EmbeddedBackend(load(demo_path())), application)
    autosave = Autosave(Path(folder))
    assert autosave.begin(session, "") is None
    session.submit(Migrate(spec=MigrationSpec(vm=vm, host=host)))
    session.backend.advance(float(until_s))
    session.rewind(float(until_s))
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    main()
