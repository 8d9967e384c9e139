"""How far the user has come in each lesson."""

from __future__ import annotations

from vmotion_gui.gui.settings import Setting, Settings

PROGRESS = Setting("lessons/progress", "")
"""One lesson a line: its id, the number of the farthest step that was reached, and "done" once it was finished."""


class Progress:
    """What is remembered of the lessons, by their ids."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def _rows(self) -> dict[str, tuple[int, bool]]:
        rows = {}
        for line in self._settings.get(PROGRESS).splitlines():
            id_, number, *done = line.split(" ")
            if number.isdecimal():
                rows[id_] = int(number), bool(done)
        return rows

    @property
    def any(self) -> bool:
        """Whether any lesson has ever been begun."""
        return bool(self._rows())

    def reached(self, lesson: str) -> int:
        """The farthest step, counted from 1; 0 if it was never begun."""
        return self._rows().get(lesson, (0, False))[0]

    def done(self, lesson: str) -> bool:
        """Whether it was ever finished."""
        return self._rows().get(lesson, (0, False))[1]

    def note(self, lesson: str, step: int, *, done: bool) -> None:
        """A step (from 1) has been reached, or the lesson finished; never less than before."""
        rows = self._rows()
        before = rows.get(lesson, (0, False))
        rows[lesson] = max(step, before[0]), done or before[1]
        lines = [f"{id_} {number}{' done' if ended else ''}" for id_, (number, ended) in rows.items()]
        self._settings.put(PROGRESS, "\n".join(lines))
