"""The whole walk of an administrator through the program, with a real pointer and real keys on a virtual screen.

Run as `python -m tests.gui.xvfb.walk FOLDER [CHAPTER[:GESTURE] ...]` with DISPLAY set: goes through the chapters, each
in a program of its own (one chapter can be begun at a gesture), prints what came of each gesture as a line of JSON, and
leaves pictures in the folder.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.gui.xvfb.at_home import AtHome
from tests.gui.xvfb.balancing import Balancing
from tests.gui.xvfb.building import Building
from tests.gui.xvfb.many import Many
from tests.gui.xvfb.menus import Menus
from tests.gui.xvfb.starting import Starting
from tests.gui.xvfb.walking import Walk, walk_through

CHAPTERS: dict[str, type[Walk]] = {
    "starting": Starting,
    "menus": Menus,
    "many": Many,
    "balancing": Balancing,
    "building": Building,
    "at_home": AtHome,
}


def main() -> int:
    """The named chapters, or all of them."""
    folder, *chosen = sys.argv[1:]
    if len(chosen) == 1:
        chapter, _, gesture = chosen[0].partition(":")
        place = Path(folder) / chapter
        place.mkdir(parents=True, exist_ok=True)
        return walk_through(CHAPTERS[chapter], place, gesture)
    command = [sys.executable, "-m", "tests.gui.xvfb.walk", folder]
    return max(subprocess.run([*command, chapter], check=False).returncode for chapter in chosen or CHAPTERS)


if __name__ == "__main__":
    sys.exit(main())
