"""The panel shows what the engine says: charts, stages, memory, places and service, also after a roll-back."""

from __future__ import annotations

import csv
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from vmotion_gui import resources
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.migration.export import CSV_COLUMNS, write_csv, write_png
from vmotion_gui.gui.migration.panel import MigrationPanel
from vmotion_gui.gui.migration.service import stun_gaps
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import DARK, ThemeManager
from vmotion_gui.inventory.commands import CancelMigration, Migrate, MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.status import Phase


class Bench:
    """A panel on the demo lab, with one migration under way."""

    def __init__(self, qtbot: QtBot, application: QApplication) -> None:
        self.session = Session(EmbeddedBackend(load(resources.path("labs/demo.json"))))
        self.selection = Selection()
        self.language = Language(application, "en")
        self.themes = ThemeManager(application, "light")
        self.panel = MigrationPanel(self.session, self.selection, self.themes, self.language)
        qtbot.addWidget(self.panel)
        self.panel.resize(1200, 320)
        self.panel.show()

    def migrate(self, vm: str = "vm-web-01", host: str = "host-2", until_s: float = 3.4) -> str:
        ticket = self.session.submit(Migrate(spec=MigrationSpec(vm=vm, host=host)))
        self.advance(until_s)
        return ticket.id

    def advance(self, until_s: float) -> None:
        self.session.backend.advance(until_s)
        self.session.refresh()
        self.panel.refresh()


@pytest.fixture
def bench(qtbot: QtBot, qapp: QApplication) -> Bench:
    return Bench(qtbot, qapp)


def marks(item: QTreeWidgetItem) -> list[str]:
    rows = [item.child(index) for index in range(item.childCount())]
    return [row.text(0)[0] for row in rows if row is not None]


def test_a_new_migration_is_shown_at_once(bench: Bench) -> None:
    migration = bench.migrate()
    assert bench.selection.migration == migration
    assert bench.panel.status is not None
    assert bench.panel.status.phase is Phase.COPYING_MEMORY


def test_the_charts_draw_the_backends_samples(bench: Bench) -> None:
    migration = bench.migrate()
    shown, told = bench.panel.charts.samples, bench.session.backend.samples(migration)
    assert shown is not None
    assert told is not None
    np.testing.assert_array_equal(shown.time_s, told.time_s)
    np.testing.assert_array_equal(shown.copy_bytes_per_s, told.copy_bytes_per_s)
    assert shown.copy_bytes_per_s.max() > 1e8
    reading = bench.panel.charts.reading(len(shown.time_s) - 1)
    assert "Copy bandwidth" in reading
    assert "Remaining memory" in reading


def test_the_memory_map_adds_up_to_what_remains(bench: Bench) -> None:
    bench.migrate()
    status = bench.panel.status
    assert status is not None
    cells = bench.panel.memory.cells
    remaining = cells[:, 1:].sum() * 4096
    assert status.remaining_bytes > 0
    assert remaining == pytest.approx(status.remaining_bytes, rel=1e-9)
    assert bench.panel.memory.cell_text(QPoint(3, 21)).startswith("Operating system")


def test_stages_tick_themselves_off(bench: Bench) -> None:
    bench.migrate(until_s=0.1)
    stages = bench.panel.stages
    first, second, third = (stages.topLevelItem(row) for row in range(3))
    assert first is not None
    assert second is not None
    assert third is not None
    assert "✓" not in marks(second)
    bench.advance(3.4)
    assert set(marks(first)) == {"✓"}
    bench.advance(60.0)
    assert set(marks(second)) == {"✓"}
    assert set(marks(third)) == {"✓"}
    stages.setFixedHeight(6 * stages.sizeHintForRow(0))
    bench.session.rewind(0.1)
    bench.panel.refresh()
    bench.advance(60.0)
    assert stages.viewport().rect().intersects(stages.visualItemRect(third))
    names = " ".join(second.child(row).text(0) for row in range(second.childCount()))
    for part in ("Operating system", "BIOS", "Devices", "CPU", "MAC", "Chipset", "Registers", "Network connections"):
        assert part in names


def test_after_a_cancel_before_and_after_are_the_same(bench: Bench) -> None:
    migration = bench.migrate()
    bench.session.submit(CancelMigration(migration=migration))
    bench.advance(60.0)
    assert bench.panel.status is not None
    assert bench.panel.status.phase is Phase.CANCELLED
    places = bench.panel.places
    cells = [[places.item(row, column) for column in range(4)] for row in range(places.rowCount())]
    assert len(cells) >= 3
    for _, before, after, mark in cells:
        assert before is not None
        assert after is not None
        assert mark is not None
        assert before.text() == after.text()
        assert mark.text() == "= same"


def test_the_service_monitor_sees_the_switchover_only(bench: Bench) -> None:
    bench.migrate(until_s=60.0)
    lines = bench.panel.service.lines()
    assert any("Longest pause" in line and "ms" in line for line in lines)
    assert "Client connection: open" in lines
    status = bench.panel.status
    assert status is not None
    ((start_s, end_s),) = stun_gaps(bench.session.backend.events, status.vm, 60.0)
    assert end_s - start_s == pytest.approx(status.downtime_s)


def test_series_leave_as_csv_and_picture(bench: Bench, tmp_path: Path) -> None:
    migration = bench.migrate()
    samples = bench.session.backend.samples(migration)
    assert samples is not None
    write_csv(samples, tmp_path / "series.csv")
    with (tmp_path / "series.csv").open(encoding="utf-8", newline="") as file:
        heading, *rows = csv.reader(file)
    assert heading == [name for _, name in CSV_COLUMNS]
    assert [float(row[0]) for row in rows] == samples.time_s.tolist()
    write_png(bench.panel.charts, tmp_path / "chart.png")
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


def test_a_picture_that_cannot_be_written_is_an_error(bench: Bench, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="cannot write"):
        write_png(bench.panel.charts, tmp_path / "no such folder" / "chart.png")


def test_rewinding_empties_what_had_not_happened(bench: Bench) -> None:
    migration = bench.migrate()
    bench.session.rewind(0.0)
    bench.panel.refresh()
    samples = bench.session.backend.samples(migration)
    assert samples is None or samples.time_s.max(initial=0.0) <= 0.0


def test_the_panel_speaks_german(bench: Bench, qtbot: QtBot) -> None:
    bench.migrate()
    first = bench.panel.stages.topLevelItem(0)
    assert first is not None
    english = first.text(0)
    bench.language.choose("de")
    try:
        qtbot.waitUntil(lambda: first.text(0) != english)
    finally:
        bench.language.choose("en")


def test_the_panel_follows_the_theme(bench: Bench) -> None:
    bench.migrate()
    bench.themes.choose("dark")
    picture = bench.panel.memory.grab().toImage()
    assert picture.pixelColor(1, picture.height() - 2).name().upper() == DARK.background
    bench.themes.choose("light")


def test_a_series_can_be_switched_off(bench: Bench, qtbot: QtBot) -> None:
    bench.migrate()
    (button,) = [b for b in bench.panel.charts.legend_buttons() if b.accessibleName() == "Dirty-page rate"]
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not bench.panel.charts.is_drawn("dirty_bytes_per_s")
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert bench.panel.charts.is_drawn("dirty_bytes_per_s")


def test_the_legend_has_short_names_where_there_is_little_room(bench: Bench) -> None:
    legend = bench.panel.charts.legend_buttons()
    for width, name in ((1400, "Dirty-page rate"), (420, "Dirty pages")):
        bench.panel.charts.setFixedWidth(width)
        QApplication.processEvents()
        assert legend[1].text() == name
        assert legend[1].toolTip() == "Dirty-page rate"
