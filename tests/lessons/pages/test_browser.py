"""A browser opens the pages without a complaint; where none is installed there is nothing to ask."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.lessons.pages.test_run import HOSTILE, named
from tests.simulation import histories
from vmotion_gui.lessons.pages.run import run_page
from vmotion_gui.simulation.embedded import EmbeddedBackend

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
BROWSER = next((found for name in _NAMES if (found := shutil.which(name))), "")


@pytest.mark.slow
@pytest.mark.skipif(not BROWSER, reason="no Chromium is installed")
@pytest.mark.parametrize("name", ["erp", *HOSTILE[:3]])
def test_chromium_shows_the_page(tmp_path: Path, name: str) -> None:
    backend = EmbeddedBackend(named(name))
    backend.submit(histories.migrate(1))
    backend.advance(600.0)
    file = tmp_path / "run.html"
    file.write_text(run_page(name, backend, "en"), encoding="utf-8")
    options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={tmp_path / 'profile'}", "--dump-dom")
    done = subprocess.run([BROWSER, *options, file.as_uri()], capture_output=True, text=True, timeout=120, check=True)
    assert done.stdout.count("<svg") >= 2
    assert "Refused to" not in done.stderr  # what the page's own policy forbids
    assert "<script" not in done.stdout
