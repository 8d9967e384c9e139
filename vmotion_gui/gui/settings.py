"""What the program remembers between runs: one table, one store.

Values come back with the type of their default, because an INI file knows nothing but text.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

import platformdirs
from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T")

APPLICATION = "vmotion-gui"
_MAX_RECENT = 10


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One row of the table."""

    key: str
    default: T


LANGUAGE = Setting("appearance/language", "")
"""Language code; empty: the system's."""
THEME = Setting("appearance/theme", "system")
ZOOM_PERCENT = Setting("appearance/zoom_percent", 100)
REDUCED_MOTION = Setting("appearance/reduced_motion", False)
START_PAUSED = Setting("simulation/start_paused", False)
"""Whether the clock waits for a person when the first migration starts."""
GEOMETRY = Setting("window/geometry", QByteArray())
DOCKS = Setting("window/docks", QByteArray())
RECENT = Setting("files/recent", "")
"""Paths, one a line, newest first."""
REACHED = Setting("lessons/situations", "")
"""Ids of the situations whose goal was reached once."""
LESSON_FOLDER = Setting("lessons/folder", "")
"""Where the gallery looks for a user's own lessons and labs; empty: in the program's own place for them."""
LESSON_OFFERED = Setting("lessons/offered", False)
"""Whether the offer of the first lesson has been put away."""
STUDENT = Setting("lessons/student", "")
"""Who plays in student mode; empty: nobody, it is off."""
RESULTS_FOLDER = Setting("lessons/results", "")
"""Where students' results go; empty: to the program's own place for them."""
LAST_FOLDER = Setting("files/last_folder", "")


def settings_folder() -> Path:
    """Where the settings file is."""
    return Path(platformdirs.user_config_dir(APPLICATION, appauthor=False))


def state_folder() -> Path:
    """Where recovery journals and error reports are."""
    return Path(platformdirs.user_state_dir(APPLICATION, appauthor=False))


class Settings:
    """The store. Made once, by the program's start."""

    def __init__(self, folder: Path | None = None) -> None:
        place = folder if folder is not None else settings_folder()
        self._store = QSettings(str(place / "settings.ini"), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """The remembered value, or the default where there is none or it makes no sense."""
        kind = type(setting.default)
        raw = self._store.value(setting.key)
        if isinstance(raw, str) and kind is not str:
            raw = _from_text(raw, kind)
        return raw if isinstance(raw, kind) else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Remember a value."""
        self._store.setValue(setting.key, value)

    def save(self) -> None:
        """Write now what was put."""
        self._store.sync()

    def recent(self) -> tuple[str, ...]:
        """Paths of labs opened or saved lately, newest first."""
        return tuple(line for line in self.get(RECENT).split("\n") if line)

    def remember_recent(self, path: str) -> None:
        """Put a path on top of the recent ones."""
        rest = [other for other in self.recent() if other != path]
        self.put(RECENT, "\n".join([path, *rest][:_MAX_RECENT]))

    def forget_recent(self, path: str) -> None:
        """Take a path off the recent ones (its file is gone)."""
        self.put(RECENT, "\n".join(other for other in self.recent() if other != path))


def _from_text(text: str, kind: type) -> object:
    """A value of an INI file, which holds nothing but text; None if it is none of that kind."""
    if kind is bool:
        return {"true": True, "false": False}.get(text)
    try:
        return int(text) if kind is int else None
    except ValueError:
        return None
