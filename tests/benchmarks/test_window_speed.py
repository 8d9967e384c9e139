"""What the window costs while a thousand migrations run in it at twenty times real time, charts' samples included."""

from __future__ import annotations

import time
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.benchmarks.whole_process import machine
from tests.tools import scenarios
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import Settings
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.importers.scenarios import read_scenario
from vmotion_gui.simulation.embedded import EmbeddedBackend

SPEED = 20.0
MOST_OF_A_CORE = 0.5
_BEGUN_S = 60.0
"""Simulated: by then all thousand have been asked for, and the first have arrived."""
_MEASURED_S = 20.0


def test_an_evacuation_at_twenty_times_real_time(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    """1,000 migrations, eight at a time from each of a hundred hosts of a thousand, in a window of 1920 x 1080."""
    lab = read_scenario(scenarios.encoded(scenarios.evacuate(1000)))
    lab = msgspec.structs.replace(lab, profile="vsphere", profile_settings=None)
    session = Session(EmbeddedBackend(lab), qapp)
    themes, language = ThemeManager(qapp, "light"), Language(qapp, "en")
    window = MainWindow(session, lab, themes, language, Settings(tmp_path), Autosave(tmp_path / "recovery"))
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    session.set_speed(SPEED)
    session.play()
    begin = time.perf_counter(), time.process_time()
    qtbot.waitUntil(lambda: session.backend.now_s >= _BEGUN_S, timeout=120_000)
    start_s, start_cpu_s = time.perf_counter() - begin[0], time.process_time() - begin[1]

    wall, cpu, simulated = time.perf_counter(), time.process_time(), session.backend.now_s
    qtbot.wait(round(_MEASURED_S * 1000))
    wall, cpu, simulated = time.perf_counter() - wall, time.process_time() - cpu, session.backend.now_s - simulated
    session.pause()

    print(f"\nA window over 1,000 migrations at {SPEED:.0f} x. {machine()}")
    print(f"  its first {_BEGUN_S:.0f} simulated seconds: {start_s:.1f} s wall, {start_cpu_s:.1f} s CPU")
    print(f"  then: {simulated / wall:.1f} x real time with {cpu / wall:.0%} of a core (bound {MOST_OF_A_CORE:.0%})")
    assert simulated / wall > SPEED * 0.95
    assert cpu / wall < MOST_OF_A_CORE
