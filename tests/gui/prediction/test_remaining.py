"""A running migration tells what is left, as a range that holds the true end; time passes between looks as well."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from vmotion_gui import resources
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.migration.panel import MigrationPanel
from vmotion_gui.gui.prediction.remaining import RemainingWatch, remaining_text
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.inventory.document import load
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.forecast import Range
from vmotion_gui.simulation.remaining import Look, Outlook


def _session() -> tuple[Session, str]:
    session = Session(EmbeddedBackend(load(resources.path("labs/demo.json"))))
    ticket = session.submit(Migrate(spec=MigrationSpec(vm="vm-web-01", host="host-2")))
    session.backend.advance(3.4)
    session.refresh()
    return session, ticket.id


def test_the_outlook_comes_in_slices_and_holds_the_true_end(qtbot: QtBot) -> None:
    session, migration = _session()
    parent = QObject()
    watch = RemainingWatch(session, parent)
    with qtbot.waitSignal(watch.known):
        assert watch.outlook(migration) is None
        assert watch.busy
    outlook = watch.outlook(migration)
    assert outlook is not None
    assert not watch.busy, "nothing has changed since"
    session.backend.advance(600.0)
    end_s = session.backend.migrations()[migration].end_s
    assert end_s is not None
    assert outlook.end_s.least <= end_s <= outlook.end_s.most


def test_going_back_in_time_forgets(qtbot: QtBot) -> None:
    session, migration = _session()
    parent = QObject()
    watch = RemainingWatch(session, parent)
    with qtbot.waitSignal(watch.known):
        watch.outlook(migration)
    session.backend.rewind(3.0)
    assert watch.outlook(migration) is None
    watch.forget()
    assert not watch.busy


def test_the_panel_shows_what_is_left(qtbot: QtBot, qapp: QApplication) -> None:
    session, _ = _session()
    panel = MigrationPanel(session, Selection(), ThemeManager(qapp, "light"), Language(qapp, "en"))
    qtbot.addWidget(panel)
    panel.show()
    qtbot.waitUntil(lambda: any(" left" in label.text() for label in panel.findChildren(QLabel)))
    assert panel.minimumSizeHint().width() < 900, "a long headline does not widen the window"


def test_the_reason_stands_behind_the_range() -> None:
    look = Look(at_s=1.0, end_s=Range(11.0, 16.0), dirty_bytes_per_s=1.1 * 2**30, copy_bytes_per_s=1e9)
    told = Outlook(look=look, end_s=look.end_s, cause="dirtyRose", rate_bytes_per_s=1.1 * 2**30)
    text = remaining_text(told, 1.0)
    assert "10" in text
    assert "15" in text
    assert text.endswith("(dirty rate rose to 1.10 GB/s)")
