"""Recent Tasks tell when what runs will end, and when what waits will begin."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.tasks.cells import COMPLETION, START
from vmotion_gui.inventory.commands import Migrate, MigrationSpec


def test_times_are_expected_until_they_are_known(make_window: MakeWindow, qtbot: QtBot) -> None:
    """Nine VMs leave one host over 10 Gbit/s, which lets eight go at a time: the ninth waits."""
    window = make_window()
    session, expected = window.context.session, window.context.expected
    vms = list(session.inventory.vms_on("host-10"))
    vms = [id_ for id_ in vms if session.inventory.vms[id_].power_state == "poweredOn"][:9]
    ids = [session.submit(Migrate(spec=MigrationSpec(vm=vm, host="host-11"))).id for vm in vms]
    model = window.parts.tasks.model
    qtbot.waitUntil(lambda: expected.end_s(ids[0]) is not None, timeout=20_000)
    waiting = [id_ for id_ in ids if session.backend.migrations()[id_].start_s is None]
    assert waiting
    assert model.index(model.row_of(waiting[0]), START).data().startswith("≈ 0:00:")
    assert model.index(model.row_of(ids[0]), COMPLETION).data().startswith("≈ 0:0")
    told = {id_: (expected.start_s(id_), expected.end_s(id_)) for id_ in ids}
    session.backend.advance(600.0)
    session.refresh()
    for id_, (start_s, end_s) in told.items():
        status = session.backend.migrations()[id_]
        assert start_s is not None
        assert end_s is not None
        assert status.start_s is not None
        assert status.end_s is not None
        assert start_s.least * 0.9 - 1.0 <= status.start_s <= start_s.most * 1.1 + 1.0
        assert end_s.least * 0.9 - 1.0 <= status.end_s <= end_s.most * 1.1 + 1.0
        assert not model.index(model.row_of(id_), COMPLETION).data().startswith("≈")
