"""What holds for every test: no one's settings are touched, and nothing unexpected passes unseen.

A test that wants a warning to be logged asserts it and takes it out with `caplog.clear()`.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import HealthCheck, settings

from tests.leftovers import Leftovers, settings_folders

# Tests with a real pointer start the program as a process of its own, on a screen of its own.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

_LAW_EXAMPLES = 100

settings.register_profile(
    "default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile("long", settings.get_profile("default"), max_examples=2000, derandomize=False)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--law-examples 2000`: many more examples for every law of the simulation, drawn anew each time."""
    parser.addoption(
        "--law-examples", type=int, default=_LAW_EXAMPLES, help="examples of each law (default: %(default)s)"
    )


def pytest_configure(config: pytest.Config) -> None:
    """The profile "laws" is what `tests.simulation.laws` gives every law."""
    examples = config.getoption("--law-examples")
    settings.register_profile(
        "laws", settings.get_profile("default"), max_examples=examples, derandomize=examples == _LAW_EXAMPLES
    )


_PHASES: tuple[Literal["setup", "call", "teardown"], ...] = ("setup", "call", "teardown")


@pytest.fixture(scope="session", autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Settings, caches and journals of the tests go to a folder of their own, also those of child processes."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in settings_folders(home).items():
            patch.setenv(name, folder)
        yield home


@pytest.fixture(autouse=True)
def nothing_unexpected(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fails a test that logs a warning, or leaves a thread, a process, a window or a running timer behind."""
    before = Leftovers()
    yield
    records = [record for phase in _PHASES for record in caplog.get_records(phase)]
    warnings = [record.getMessage() for record in records if record.levelno >= logging.WARNING]
    assert not warnings, f"unexpected log records: {warnings}"
    left = before.found()
    assert not left, f"left behind: {'; '.join(left)}"
