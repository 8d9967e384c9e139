"""What is on the wire, and which port the switch has learned, at each moment of a migration."""

from __future__ import annotations

from tests.gui.conftest import possible_moves
from vmotion_gui.gui.migration.service import port_lines
from vmotion_gui.gui.window import MainWindow
from vmotion_gui.inventory.commands import Migrate
from vmotion_gui.simulation.status import MigrationStatus
from vmotion_gui.simulation.switch_ports import switch_ports


def test_first_pages_then_pages_again_then_parcels_then_nothing(window: MainWindow) -> None:
    session, panel = window.context.session, window.parts.migration
    spec = possible_moves(window)[0]
    session.submit(Migrate(spec=spec))
    backend = session.backend
    (id_,) = backend.migrations()
    window.context.selection.show_migration(id_)
    kinds, astray = [], []
    while not backend.phase(id_).ended:
        backend.advance(backend.now_s + 0.02)
        panel.refresh()
        if panel.wire.kind not in kinds[-1:]:
            kinds.append(panel.wire.kind)
            assert panel.wire.told() == panel.wire.toolTip()
        status: MigrationStatus = backend.migrations()[id_]
        ports = switch_ports(backend.events, status, backend.inventory)
        assert len(port_lines(ports, backend)) == len(ports) > 0
        astray.append(any(port.astray for port in ports))
    assert kinds[0] == ""
    assert kinds[1] == "first"
    assert kinds[-1] == ""
    assert "parcels" in kinds or "last" in kinds
    assert any(astray), "between the resume and the RARP"
    assert not astray[-1]
    ended = switch_ports(backend.events, backend.migrations()[id_], backend.inventory)
    assert {port.host for port in ended} == {spec.host}
    session.rewind(3.0)
    panel.refresh()
    status = session.backend.migrations()[id_]
    before = switch_ports(session.backend.events, status, session.backend.inventory)
    assert {port.host for port in before} == {status.source_host}
    assert {port.learned_s for port in before} == {None}


def test_blocks_stand_where_nothing_is_sent_and_follow_the_bytes(window: MainWindow) -> None:
    wire, backend = window.parts.migration.wire, window.context.session.backend
    assert wire.offset == 0.0
    backend.submit(Migrate(spec=possible_moves(window)[0]))
    offsets = set()
    for time_s in (3.0, 3.05, 3.1):
        backend.advance(time_s)
        (status,) = backend.migrations().values()
        wire.show_status(status)
        assert 0.0 <= wire.offset < 1.0
        offsets.add(round(wire.offset, 6))
    assert len(offsets) == 3
    assert wire.kind == "first"


def test_the_formula_has_the_numbers_of_the_moment(window: MainWindow) -> None:
    backend, panel = window.context.session.backend, window.parts.migration
    backend.submit(Migrate(spec=possible_moves(window)[0]))
    backend.advance(3.5)
    (id_,) = backend.migrations()
    window.context.selection.show_migration(id_)
    panel.refresh()
    told = panel._title.toolTip()
    assert told.count("÷") == 4
    assert told.endswith("less to send than the one before.")
    backend.advance(100.0)
    panel.refresh()
    assert panel._title.toolTip() == ""
