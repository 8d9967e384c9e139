"""What the window shows while a VM already runs at its destination and its memory follows."""

from __future__ import annotations

import msgspec
import pytest

from tests.gui.conftest import MakeWindow, play_to_end, possible_moves
from vmotion_gui.gui.tasks import model as columns
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import HostFailed, MigrationSpec, VmotionNetworkLost
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.status import Phase


@pytest.fixture
def opened(make_window: MakeWindow, demo: Lab) -> MainWindow:
    return make_window(msgspec.structs.replace(demo, profile="post-copy"))


def _until_following(window: MainWindow) -> MigrationSpec:
    spec = possible_moves(window)[0]
    session = window.context.session
    window.context.commands.migrate([spec])
    session.pause()
    while session.backend.migrations()["migration-1"].phase is not Phase.POST_COPYING:
        session.step()
    session.backend.advance(session.backend.now_s + 0.5)
    session.refresh()
    return spec


@pytest.mark.parametrize(
    ("language", "phase", "told"),
    [
        ("en", "Fetching memory", "the VM runs at the destination"),
        ("de", "Speicher wird nachgeholt", "die VM läuft am"),
    ],
)
def test_the_phase_reads_well_in_both_languages(opened: MainWindow, language: str, phase: str, told: str) -> None:
    opened.context.language.choose(language)
    _until_following(opened)
    tasks = opened.parts.tasks.model
    assert phase in tasks.index(0, columns.STATUS).data()
    assert told in tasks.index(0, columns.DETAILS).data()
    assert not opened.grab().isNull()


def test_the_panel_shows_memory_that_is_not_there_yet_and_none_that_is_dirty(opened: MainWindow) -> None:
    _until_following(opened)
    panel = opened.parts.migration
    panel.refresh()
    assert panel.status is not None
    cells = panel.memory.cells
    assert cells[:, 1:].sum() * 4096 == pytest.approx(panel.status.remaining_bytes, rel=1e-6)
    marks = [item.text(0)[0] for row in range(3) if (item := panel.stages.topLevelItem(row)) is not None]
    assert marks[0] == "✓"
    assert marks[1] == marks[2] != "✓"
    assert panel.charts.samples is not None


def test_packets_run_to_the_vm_that_is_already_there(opened: MainWindow) -> None:
    spec = _until_following(opened)
    assert opened.context.session.inventory.vms[spec.vm].host == spec.host
    item = opened.parts.topology.view.overlay.items["migration-1"]
    assert item.status.phase is Phase.POST_COPYING
    assert item.journey.course.ways
    assert item._sends(disk=False)
    assert not item._sends(disk=True)
    play_to_end(opened)
    assert opened.context.session.backend.migrations()["migration-1"].phase is Phase.COMPLETED


def test_a_vm_that_is_lost_is_told_as_failed(opened: MainWindow) -> None:
    spec = _until_following(opened)
    opened.context.commands.inject(lambda: "fault", VmotionNetworkLost(host=spec.host))
    opened.context.session.backend.advance(opened.context.session.backend.now_s + 60.0)
    opened.context.commands.inject(lambda: "fault", HostFailed(host=spec.host))
    play_to_end(opened)
    tasks = opened.parts.tasks.model
    assert tasks.index(0, columns.STATUS).data() == "Failed"
    assert "lost" in tasks.index(0, columns.DETAILS).data()
    assert opened.context.session.inventory.vms[spec.vm].power_state == "poweredOff"
