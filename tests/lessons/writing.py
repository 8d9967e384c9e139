"""Small lessons for tests: a lab of two hosts and two VMs, and a lesson about moving one."""

from __future__ import annotations

from pathlib import Path

from tests.simulation.worlds import GIB, host, inventory, vm
from vmotion_gui.inventory.document import dumps
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Uniform
from vmotion_gui.lessons.reading import LoadedLesson, load_lesson

LESSON = '''format = "vmotion-gui-lesson"
version = 1
id = "moving"
title.en = "Moving a machine"
title.de = "Eine Maschine verschieben"
summary.en = "One vMotion."
summary.de = "Ein vMotion."
level = "beginner"
minutes = 3
lab = "lab.json"

[numbers]
downtime = { value = 'downtime_s("migration-1")', unit = "seconds" }

[[sources]]
title = "vSphere documentation"
url = "https://docs.example.com/vmotion"

[[steps]]
id = "welcome"
title.en = "Welcome"
title.de = "Willkommen"
narration.en = """
A machine runs on a host.
"""
narration.de = """
Eine Maschine läuft auf einem Host.
"""
targets = ["topology", "object:h-1"]

[[steps]]
id = "guess"
title.en = "Guess"
title.de = "Raten"
narration.en = "Does it stand still?"
narration.de = "Steht sie still?"
until = { kind = "answer" }

[steps.prediction]
id = "gap"
question.en = "For how long?"
question.de = "Wie lange?"
value = 'downtime_s("migration-1")'
unit = "seconds"
tolerance = 0.5

[[steps]]
id = "go"
title.en = "Go"
title.de = "Los"
narration.en = "It moves."
narration.de = "Sie zieht um."
actions = [
    { command = { kind = "migrate", spec = { vm = "vm-1", host = "h-2" } } },
]
until = { kind = "event", type = "VmMigratedEvent" }
claims = ['outcome("migration-1") == "completed"', 'host("vm-1") == "h-2"']

[[steps]]
id = "after"
title.en = "After"
title.de = "Danach"
narration.en = "It stood still for {downtime}."
narration.de = "Sie stand {downtime} still."
resolves = "gap"

[[steps]]
id = "exercise"
title.en = "Your turn"
title.de = "Jetzt Sie"
narration.en = "Bring it back."
narration.de = "Bringen Sie sie zurück."
until = { kind = "goals" }

[steps.exercise]
kind = "exercise"

[[steps.exercise.goals]]
id = "back"
text.en = "It is on the first host."
text.de = "Sie ist auf dem ersten Host."
that = 'host("vm-1") == "h-1" and running == 0'

[[steps.exercise.solution]]
kind = "do"
command = { kind = "migrate", spec = { vm = "vm-1", host = "h-1" } }
'''


def small_lab() -> Lab:
    """Two hosts with 10 Gbit/s, two VMs on the first."""
    machines = [
        vm(number, memory=2 * GIB, writes=5_000.0, working_set=GIB, distribution=Uniform()) for number in (1, 2)
    ]
    return Lab(inventory=inventory(host(1), host(2), *machines))


def write_lesson(folder: Path, text: str = LESSON, name: str = "moving.toml") -> Path:
    """A lesson with its lab in a folder; the lesson's path."""
    (folder / "lab.json").write_bytes(dumps(small_lab()))
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def small_lesson(folder: Path, text: str = LESSON) -> LoadedLesson:
    """The same, loaded."""
    return load_lesson(write_lesson(folder, text))
