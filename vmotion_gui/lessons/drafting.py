"""A lesson that is being written: every change can be taken back, every problem has its place and its line."""

from __future__ import annotations

import dataclasses
import re
import unicodedata
from pathlib import Path

import msgspec

from vmotion_gui.inventory.document import dumps, write_atomically
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.problems import LabError, Problem
from vmotion_gui.lessons.bundle import BUNDLE_SUFFIX, packed
from vmotion_gui.lessons.checking import problems_of
from vmotion_gui.lessons.document import Lesson, Prediction, Step, WhenAsked
from vmotion_gui.lessons.lines import Lines
from vmotion_gui.lessons.naming import text_of
from vmotion_gui.lessons.reading import LARGEST_LAB_BYTES, LARGEST_LESSON_BYTES, LoadedLesson
from vmotion_gui.lessons.writing import NotWritableError, lesson_text
from vmotion_gui.messages import Message, message

_MOST_KEPT = 200
"""So many changes can be taken back."""
_STEP = re.compile(r"\$\.steps\[(\d+)\]\.?(.*)")


@dataclasses.dataclass(frozen=True)
class Finding:
    """A problem of a draft: its place ("$.steps[2].claims[0]"), its line in the file, and what to do."""

    place: str
    line: int
    text: Message

    @property
    def step(self) -> int | None:
        """The number of the step that it is in; None for the lesson as a whole."""
        found = _STEP.match(self.place)
        return int(found[1]) if found else None

    @property
    def field(self) -> str:
        """The place within the step or the lesson: "narration.de"."""
        found = _STEP.match(self.place)
        return found[2] if found else self.place.removeprefix("$").removeprefix(".")


class Draft:
    """A lesson with its lab, as it is being written. `path` is the file that it was read from or saved to, if any."""

    def __init__(self, lesson: Lesson, lab: Lab, path: Path | None = None) -> None:
        self.lab, self.path = lab, path
        self._lessons, self._now = [lesson], 0
        self._merge = ""
        self._saved: Lesson | None = lesson if path is not None else None

    @property
    def lesson(self) -> Lesson:
        """As it is now."""
        return self._lessons[self._now]

    @property
    def modified(self) -> bool:
        """Whether it is another one than in its file."""
        return self.lesson != self._saved

    def loaded(self) -> LoadedLesson:
        """The lesson to be played as it is now."""
        return LoadedLesson(self.lesson, self.lab, self.path or Path(f"{self.lesson.id}.toml"))

    # --- changes --------------------------------------------------------------------------------------------

    def change(self, lesson: Lesson, merge: str = "") -> bool:
        """It is to be like this from now on; False if it was like this before.

        Changes in a row with the same `merge`, as of one text while it is being typed, are taken back as one."""
        if lesson == self.lesson:
            return False
        del self._lessons[self._now + 1 :]
        if merge and merge == self._merge and self._now > 0:
            self._lessons.pop()
        self._merge = merge
        self._lessons.append(lesson)
        del self._lessons[:-_MOST_KEPT]
        self._now = len(self._lessons) - 1
        return True

    def undo(self) -> bool:
        """Take the last change back; False if there is none."""
        if self._now == 0:
            return False
        self._now, self._merge = self._now - 1, ""
        return True

    def redo(self) -> bool:
        """Do again what was taken back; False if there is nothing."""
        if self._now == len(self._lessons) - 1:
            return False
        self._now += 1
        return True

    def put_step(self, index: int, step: Step, merge: str = "") -> bool:
        """Another step in the place of this one; False if it is the same. See `change` for `merge`."""
        steps = (*self.lesson.steps[:index], step, *self.lesson.steps[index + 1 :])
        return self.change(msgspec.structs.replace(self.lesson, steps=steps), merge and f"{index}.{merge}")

    def ask(self, index: int, prediction: Prediction | None, told: int | None) -> bool:
        """What the step asks, and in which later step the answer is told; False if it was so before."""
        before = self.lesson.steps[index].prediction
        old = before.id if before is not None else ""
        steps = []
        for number, step in enumerate(self.lesson.steps):
            resolves = "" if old and step.resolves == old else step.resolves
            if number == told and prediction is not None:
                resolves = prediction.id
            changed = msgspec.structs.replace(step, resolves=resolves)
            steps.append(msgspec.structs.replace(changed, prediction=prediction) if number == index else changed)
        return self.change(msgspec.structs.replace(self.lesson, steps=tuple(steps)), f"{index}.prediction")

    def told_in(self, index: int) -> int | None:
        """In which step the answer to what the step asks is told."""
        prediction = self.lesson.steps[index].prediction
        wanted = prediction.id if prediction is not None else ""
        return next((n for n, step in enumerate(self.lesson.steps) if wanted and step.resolves == wanted), None)

    def add_step(self, index: int, title: Message) -> int:
        """An empty step before the one with this number; its number."""
        step = Step(id=self.free_id("step"), title=text_of(title), narration=text_of(title), until=WhenAsked())
        steps = (*self.lesson.steps[:index], step, *self.lesson.steps[index:])
        self.change(msgspec.structs.replace(self.lesson, steps=steps))
        return index

    def remove_step(self, index: int) -> None:
        """Without this step."""
        steps = (*self.lesson.steps[:index], *self.lesson.steps[index + 1 :])
        self.change(msgspec.structs.replace(self.lesson, steps=steps))

    def move_step(self, index: int, to: int) -> int:
        """The step at another place, within the others; its number then."""
        steps = list(self.lesson.steps)
        to = min(max(to, 0), len(steps) - 1)
        steps.insert(to, steps.pop(index))
        self.change(msgspec.structs.replace(self.lesson, steps=tuple(steps)))
        return to

    def free_id(self, word: str) -> str:
        """An id for a step that no step has: the word with a number."""
        taken = {step.id for step in self.lesson.steps}
        return next(name for number in range(1, len(taken) + 2) if (name := f"{word}-{number}") not in taken)

    # --- what is wrong with it --------------------------------------------------------------------------------

    def text(self) -> str:
        """The file as it would be saved. NotWritableError if there is none."""
        return lesson_text(self.lesson)

    def findings(self) -> list[Finding]:
        """Everything that is wrong with it, as whoever reads the file would be told."""
        try:
            lines = Lines(self.text())
        except NotWritableError as error:
            return [Finding("$", 1, message("lesson.draft.notWritable", found=str(error)[:80]))]
        found = problems_of(self.lesson, self.lab)
        return [Finding(problem.place, lines.line(problem.place), problem.text) for problem in found]

    # --- keeping --------------------------------------------------------------------------------------------

    def save(self, path: Path) -> None:
        """Write it with its lab: beside each other, or in one file to share. LabError if that fails.

        A lesson that refers to a lab's file gets a file of its own name, so that two of a folder never share one."""
        shared = path.suffix.lower() == BUNDLE_SUFFIX
        name = f"{path.stem}.json"
        lesson = msgspec.structs.replace(self.lesson, lab=name) if isinstance(self.lesson.lab, str) else self.lesson
        try:
            text, lab = lesson_text(lesson).encode(), dumps(self.lab)
            for data, most, what in ((text, LARGEST_LESSON_BYTES, path.name), (lab, LARGEST_LAB_BYTES, name)):
                if len(data) > most:
                    raise _refused(path, message("lesson.problem.tooLarge", path=what, allowed=float(most)))
            if shared:
                write_atomically(path, packed(f"{path.stem}.toml", text, {name: lab}))
            else:
                if isinstance(lesson.lab, str):
                    write_atomically(path.with_name(name), lab)
                write_atomically(path, text)
        except NotWritableError as error:
            raise _refused(path, message("lesson.draft.notWritable", found=str(error)[:80])) from error
        except OSError as error:
            raise _refused(
                path, message("cli.file.notWritten", file=str(path), reason=error.strerror or str(error))
            ) from error
        self._lessons[self._now] = self._saved = lesson
        self.path = path


def _refused(path: Path, text: Message) -> LabError:
    return LabError([Problem("", text)], path.name)


def id_from(title: str) -> str:
    """A lesson's id from its title: small letters, digits and hyphens."""
    plain = unicodedata.normalize("NFKD", title.replace("ß", "ss")).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:64].strip("-") or "lesson"
