"""The session on disk while it goes on: what a crash leaves behind brings everything back but the last
second.

The file is a sequence of JSON lines. The first is the header, with the lab as it began; then comes a line for
each branch, command and move in time, appended as they happen. Commands are rare and are forced to the disk
one by one; the place in time is written once a second. A line that the crash has torn is left out.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO, Final, Literal

import msgspec

from vmotion_gui.inventory.commands import TimedCommand
from vmotion_gui.inventory.document import loads
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import Message, catalogue, message
from vmotion_gui.simulation.backend import Branch

INTERVAL_S = 1.0
_FORMAT: Final = "vmotion-gui-journal"


class RecoveredSession(msgspec.Struct, frozen=True, kw_only=True):
    """A session as a journal tells it. `lab` has no commands: they are in the branches."""

    lab: Lab
    branches: tuple[Branch, ...]
    current_branch: int = 0
    now_s: float = 0.0
    file: str = ""
    """The path of the user's lab; empty if it has never been saved."""


class JournalError(ValueError):
    """A journal that cannot be written or brings nothing back."""

    def __init__(self, text: Message) -> None:
        self.text = text
        super().__init__(catalogue("en").render(text))


class _Line(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True, tag_field="line"):
    """Base of the lines."""


class _Header(_Line, frozen=True, kw_only=True, tag="header"):
    format: Literal["vmotion-gui-journal"]
    version: Literal[1]
    lab: msgspec.Raw
    file: str = ""


class _Forked(_Line, frozen=True, kw_only=True, tag="branch"):
    branch: Branch


class _Commanded(_Line, frozen=True, kw_only=True, tag="command"):
    branch: int
    command: TimedCommand


class _Renamed(_Line, frozen=True, kw_only=True, tag="name"):
    branch: int
    name: str


class _At(_Line, frozen=True, kw_only=True, tag="at"):
    branch: int
    now_s: float
    end_s: float


_Entry = _Forked | _Commanded | _Renamed | _At
_header = msgspec.json.Decoder(_Header)
_entry = msgspec.json.Decoder(_Entry)
_encoder = msgspec.json.Encoder()


class JournalWriter:
    """Appends to a session's journal.

    Where the disk is full or gone, `problem` says so, and the session goes on without a journal.
    """

    def __init__(
        self,
        path: str | os.PathLike[str],
        session: RecoveredSession,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Begin a journal with all of a session, in place of what was there. JournalError if it cannot be
        written.
        """
        self.path = Path(path)
        self._clock = clock
        self._written_s = clock()
        self._place: _At | None = None
        self.problem: Message | None = None
        try:
            self._file = self._begun(session)
        except OSError as error:
            raise JournalError(self._not_written(error)) from error

    def _begun(self, session: RecoveredSession) -> BinaryIO:
        """The old journal stays whole until the new one is on the disk."""
        fresh = self.path.with_name(f".{self.path.name}.new")
        lab = msgspec.Raw(_encoder.encode(session.lab.to_document()))
        lines: list[_Line] = [_Header(format=_FORMAT, version=1, lab=lab, file=session.file)]
        lines += [_Forked(branch=branch) for branch in session.branches]
        end_s = session.branches[session.current_branch].end_s
        lines.append(_At(branch=session.current_branch, now_s=session.now_s, end_s=end_s))
        file = open(fresh, "wb")  # noqa: SIM115  # stays open as long as the session
        try:
            for line in lines:  # one by one: a large estate is not copied once more
                file.write(_encoder.encode(line))
                file.write(b"\n")
            _force(file)
            os.replace(fresh, self.path)
        except OSError:
            file.close()
            fresh.unlink(missing_ok=True)
            raise
        return file

    def commanded(self, branch: int, command: TimedCommand) -> None:
        """A command has been given; it is on the disk when this returns."""
        self._append(_Commanded(branch=branch, command=command), force=True)

    def forked(self, branch: Branch) -> None:
        """A branch has begun, and is the current one."""
        self._append(_Forked(branch=branch), force=True)

    def renamed(self, branch: int, name: str) -> None:
        """A branch has another name."""
        self._append(_Renamed(branch=branch, name=name), force=True)

    def at(self, branch: int, now_s: float, end_s: float, *, at_once: bool = False) -> None:
        """The session has come to a moment; written once a second unless `at_once`.

        These lines are handed to the system and not forced to the disk: a killed program loses none, a power
        failure perhaps the last ones, and no frame waits for a disk.
        """
        place = _At(branch=branch, now_s=now_s, end_s=end_s)
        if place == self._place or not (at_once or self._clock() - self._written_s >= INTERVAL_S):
            return
        self._place = place
        self._written_s = self._clock()
        self._append(place, force=False)

    def close(self, *, remove: bool = False) -> None:
        """End the journal; `remove` it where nothing is left to be recovered."""
        with contextlib.suppress(OSError):  # what a full disk has not taken is told by `problem` already
            self._file.close()
        if remove:
            self.path.unlink(missing_ok=True)

    def _append(self, line: _Line, *, force: bool) -> None:
        if self.problem is not None:
            return
        try:
            self._file.write(_encoder.encode(line) + b"\n")
            if force:
                _force(self._file)
            else:
                self._file.flush()
        except OSError as error:
            self.problem = self._not_written(error)

    def _not_written(self, error: OSError) -> Message:
        return message("simulation.journal.notWritten", path=str(self.path), reason=error.strerror or str(error))


def _force(file: BinaryIO) -> None:
    file.flush()
    os.fsync(file.fileno())


# --- after the crash ----------------------------------------------------------------------------------------


def recover(path: str | os.PathLike[str]) -> RecoveredSession:
    """The session of a journal, up to the last line that is whole.

    JournalError if there is no such file or its beginning is no journal; LabError if its lab is broken.
    """
    try:
        data = Path(path).read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise JournalError(message("simulation.journal.notRead", path=str(path), reason=reason)) from error
    first, _, rest = data.partition(b"\n")
    try:
        header = _header.decode(first)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise JournalError(message("simulation.journal.notOne", path=str(path))) from error
    told = _Told()
    for entry in _entries(rest):
        if not told.take(entry):
            break
    if not told.branches:
        raise JournalError(message("simulation.journal.notOne", path=str(path)))
    return RecoveredSession(
        lab=loads(bytes(header.lab), str(path)),
        branches=tuple(told.branches),
        current_branch=told.current,
        now_s=told.now_s,
        file=header.file,
    )


def _entries(data: bytes) -> Iterator[_Entry]:
    """The whole lines; nothing after the first that is torn."""
    with contextlib.suppress(msgspec.DecodeError, UnicodeDecodeError):
        for line in data.split(b"\n")[:-1]:
            yield _entry.decode(line)


class _Told:
    """What the lines add up to."""

    def __init__(self) -> None:
        self.branches: list[Branch] = []
        self.current = 0
        self.now_s = 0.0

    def take(self, entry: _Entry) -> bool:
        """Add a line; False if it does not fit to those before it."""
        if isinstance(entry, _Forked):
            number, parent = len(self.branches), entry.branch.parent
            if entry.branch.id != number or parent not in (range(number) if number else (None,)):
                return False
            self.branches.append(entry.branch)
            self._go_to(entry.branch.id, entry.branch.end_s)
            return True
        if not 0 <= entry.branch < len(self.branches):
            return False
        match entry:
            case _Commanded(branch=branch, command=command):
                journal = (*self.branches[branch].journal, command)
                self._replace(branch, journal=journal, end_s=command.time_s)
                self._go_to(branch, command.time_s)
            case _Renamed(branch=branch, name=name):
                self._replace(branch, name=name)
            case _At(branch=branch, now_s=now_s, end_s=end_s):
                self._replace(branch, end_s=end_s)
                self._go_to(branch, now_s)
        return True

    def _replace(self, branch: int, end_s: float | None = None, **fields: object) -> None:
        known = self.branches[branch]
        end_s = known.end_s if end_s is None else max(known.end_s, end_s)
        self.branches[branch] = msgspec.structs.replace(known, end_s=end_s, **fields)

    def _go_to(self, branch: int, now_s: float) -> None:
        self.current, self.now_s = branch, now_s
