"""How the command line speaks: sentences of one language, answers on stdout, everything else on stderr."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterator, Mapping

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeElapsedColumn

from vmotion_gui.inventory.problems import LabError
from vmotion_gui.messages import LANGUAGES, Catalogue, Message, catalogue, message

YES, NO, BAD_INPUT = 0, 1, 2
"""Exit status: done or possible; the answer is no; what was given cannot be used."""
INTERRUPTED, PIPE_CLOSED = 130, 141
"""As a shell tells programs that ended by SIGINT or SIGPIPE."""
UNBOUNDED_COLUMNS = 500


class BadInputError(Exception):
    """What was given cannot be used; the sentence says why and what to do."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(catalogue("en").render(text))


class _Console(Console):
    """Rich ends the program with status 1 when its reader has gone; here the command line decides."""

    def on_broken_pipe(self) -> None:
        raise BrokenPipeError


class Terminal:
    """The two streams and the language of one call."""

    def __init__(self, language: str | None = None) -> None:
        """`language` is "en" or "de"; None: as the environment says."""
        self.words: Catalogue = catalogue(language or language_of(os.environ))
        # a file or pipe has no width: nothing is cut off there
        width = None if sys.stdout.isatty() else UNBOUNDED_COLUMNS
        self.out = _Console(file=sys.stdout, width=width, highlight=False, markup=False, emoji=False)
        self.err = _Console(
            file=sys.stderr, highlight=False, markup=False, emoji=False, soft_wrap=not sys.stderr.isatty()
        )

    def text(self, key: str, **args: object) -> str:
        """A sentence of the chosen language."""
        return self.words.render(message(key, **args))

    def say(self, text: Message | str, style: str = "") -> None:
        """A line of the answer."""
        self.out.print(self._plain(text), style=style, soft_wrap=True)

    def complain(self, text: Message | str) -> None:
        """A line about what is wrong."""
        self.err.print(self._plain(text), soft_wrap=True)

    def complain_of(self, error: LabError) -> None:
        """Every problem of a document, with its place."""
        count = len(error.problems)
        if error.name and any(problem.place for problem in error.problems):
            self.complain(message("cli.lab.problems", file=error.name, n=count))
        for problem in error.problems:
            text = self.words.render(problem.text)
            self.complain(f"{problem.place}: {text}" if problem.place else text)

    def _plain(self, text: Message | str) -> str:
        return self.words.render(text) if isinstance(text, Message) else text

    @contextlib.contextmanager
    def progress(self, key: str, total: float | None = None) -> Iterator[Bar]:
        """A bar on stderr while something long goes on; only on a terminal, and gone when it is done."""
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[note]}"),
        )
        bars = Progress(*columns, console=self.err, transient=True, disable=not sys.stderr.isatty())
        with bars:
            yield Bar(bars, bars.add_task(self.text(key), total=total, note=""))


class Bar:
    """One progress bar."""

    def __init__(self, bars: Progress, task: TaskID) -> None:
        self._bars, self._task = bars, task

    def show(self, done: float, total: float, note: str = "") -> None:
        """So much of so much is done."""
        self._bars.update(self._task, completed=done, total=total, note=note)


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the locale's variables ask for; English where it does not ship."""
    for variable in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if value := environment.get(variable, ""):
            code = value.split(".")[0].split("_")[0].lower()
            return code if code in LANGUAGES else "en"
    return "en"
