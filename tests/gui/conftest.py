"""A whole window over the demo lab, with settings and journals of its own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from vmotion_gui.gui.files.controller import demo_path
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import Settings
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.embedded import EmbeddedBackend

MakeWindow = Callable[..., MainWindow]


@pytest.fixture(scope="session")
def demo() -> Lab:
    """The demo lab, read once."""
    return load(demo_path())


@pytest.fixture
def make_window(qapp: QApplication, demo: Lab, tmp_path: Path) -> Iterator[MakeWindow]:
    """Opens windows; closes them without a question at the end of the test."""
    language, themes = Language(qapp, "en"), ThemeManager(qapp, "light")
    opened: list[MainWindow] = []

    def make(lab: Lab = demo, *, show: bool = True) -> MainWindow:
        session = Session(EmbeddedBackend(lab), qapp)
        autosave = Autosave(tmp_path / f"recovery-{len(opened)}")
        window = MainWindow(session, lab, themes, language, Settings(tmp_path), autosave)
        opened.append(window)
        window.resize(1280, 800)
        if show:
            window.show()
        return window

    yield make
    for window in opened:
        session = window.context.session
        window.files.may_close = lambda: True  # type: ignore[method-assign]  # nobody is there to answer
        window.close()
        window.deleteLater()
        session.deleteLater()
    language.choose("en")
    for thing in (language, themes):
        thing.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def window(make_window: MakeWindow) -> MainWindow:
    """A window over the demo lab."""
    return make_window()


def possible_moves(window: MainWindow, count: int = 1) -> list[MigrationSpec]:
    """The first migrations within a cluster that the demo lab allows without a caution."""
    session = window.context.session
    inventory, found = session.inventory, []
    for vm in inventory.vms.values():
        if vm.power_state != "poweredOn" or vm.template:
            continue
        verdicts = session.checker().hosts_for([vm.id])
        for host, severity in zip(verdicts.host_ids, verdicts.severity.tolist(), strict=True):
            near = inventory.hosts[host].cluster == inventory.hosts[vm.host].cluster
            if severity == 0 and near and host != vm.host:
                found.append(MigrationSpec(vm=vm.id, host=host))
                break
        if len(found) == count:
            return found
    raise AssertionError("the demo lab has too few possible migrations")


def play_to_end(window: MainWindow) -> None:
    """Let everything that is under way end."""
    session = window.context.session
    session.pause()
    for _ in range(10_000):
        if not session.busy_vms():
            return
        session.step()
    raise AssertionError("the migrations do not end")
