"""A run as an animation: its frames are moments of the run, and the window's own run stays where it is."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from tests.gui.conftest import play_to_end, possible_moves
from vmotion_gui.gui.export.encoding import encode
from vmotion_gui.gui.export.film import Cut, Film
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate


def filmed(window: MainWindow, monkeypatch: pytest.MonkeyPatch, path: Path) -> Film:
    """Begin to film the run of one migration, short and small."""
    session = window.context.session
    assert session.submit(Migrate(spec=possible_moves(window)[0])).accepted
    play_to_end(window)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), ""))
    dialog = window.exports.export_film()
    assert dialog is not None
    dialog.seconds.setValue(3)
    dialog.width_px.setCurrentIndex(0)
    assert dialog.size_px() == QSize(640, 360)
    dialog.accept()
    assert window.exports.film is not None
    return window.exports.film


def leftovers() -> list[str]:
    return [name for name in os.listdir(tempfile.gettempdir()) if name.startswith("vmotion-gui-film-")]


@pytest.mark.parametrize(
    ("name", "kind"), [("run.webp", "WEBP"), pytest.param("run.gif", "GIF", marks=pytest.mark.slow)]
)
def test_a_run_as_an_animation(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, name: str, kind: str
) -> None:
    before = leftovers()
    film = filmed(window, monkeypatch, tmp_path / name)
    now_s, events = window.context.session.backend.now_s, len(window.context.session.backend.events)
    with qtbot.waitSignal(film.finished, timeout=60_000):
        pass
    assert (window.context.session.backend.now_s, len(window.context.session.backend.events)) == (now_s, events)
    with Image.open(tmp_path / name) as picture:
        assert picture.format == kind
        assert picture.size == (640, 360)
        assert picture.n_frames > 10  # frames that are the same are one
        first = picture.convert("RGB").crop((0, 0, 640, 330)).resize((160, 82))
        pixels = np.asarray(first)
        assert (pixels != pixels[0, 0]).any(axis=2).mean() > 0.1
    assert (tmp_path / name).stat().st_size < 3_000_000
    assert name in window.statusBar().currentMessage()
    assert leftovers() == before


def test_a_film_that_is_given_up_leaves_nothing(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    before = leftovers()
    film = filmed(window, monkeypatch, tmp_path / "run.webp")
    assert film.running
    film.cancel()
    assert not film.running
    assert not (tmp_path / "run.webp").exists()
    assert leftovers() == before


def test_without_a_run_there_is_nothing_to_film(window: MainWindow) -> None:
    assert window.exports.export_film() is None
    assert "nothing to film" in window.statusBar().currentMessage()


def test_the_frames_reach_from_the_first_moment_to_the_last() -> None:
    cut = Cut(from_s=10.0, to_s=70.0, film_s=4, width=640)
    times = [cut.time_s(frame) for frame in range(cut.frames)]
    assert (times[0], times[-1], len(times)) == (10.0, 70.0, 40)
    assert times == sorted(times)


@pytest.mark.parametrize(("suffix", "kind"), [("webp", "WEBP"), ("gif", "GIF")])
def test_pictures_become_one_file(tmp_path: Path, suffix: str, kind: str) -> None:
    folder = tmp_path / "frames"
    folder.mkdir()
    colours = [(200, 30, 30), (30, 200, 30), (30, 30, 200)]
    for index, colour in enumerate(colours):
        Image.new("RGB", (64, 36), colour).save(folder / f"{index:05d}.png")
    shares: list[float] = []
    target = tmp_path / f"run.{suffix}"
    assert encode(str(folder), str(target), 100, progress=shares.append) == target.stat().st_size
    assert shares == [pytest.approx(share) for share in (1 / 3, 2 / 3, 1.0)]
    with Image.open(target) as picture:
        assert (picture.format, picture.n_frames) == (kind, 3)
        for index, colour in enumerate(colours):
            picture.seek(index)
            shown = picture.convert("RGB").getpixel((32, 18))
            assert all(abs(is_ - was) < 16 for is_, was in zip(shown, colour, strict=True))  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="no pictures"):
        encode(str(tmp_path / "nothing"), str(target), 100, progress=shares.append)


def test_an_animation_that_cannot_be_written(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: said.append(text))
    film = filmed(window, monkeypatch, tmp_path / "run.webp")
    film._not_written(PermissionError(13, "Permission denied"), "")
    film._slices.cancel()
    assert said == ["run.webp could not be written: Permission denied. Choose another place."]
