"""`validate`: whether a file is a lab; all that is wrong comes out as the error of loading it."""

from __future__ import annotations

from pathlib import Path

from vmotion_gui.commandline.terminal import YES, Terminal
from vmotion_gui.inventory.document import load
from vmotion_gui.messages import message


def validate(terminal: Terminal, file: Path) -> int:
    """Say what a valid lab holds. LabError with all problems of another one."""
    lab = load(file)
    inventory = lab.inventory
    counts = {name: len(inventory.collection(name)) for name in ("vcenters", "clusters", "hosts", "vms", "datastores")}
    terminal.say(message("cli.validate.valid", file=str(file), commands=len(lab.commands), **counts))
    return YES
