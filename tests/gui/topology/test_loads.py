"""What links carry is told on the migrations, at the links and in tooltips."""

from __future__ import annotations

from tests.gui.conftest import MakeWindow
from vmotion_gui.gui.topology.loads import Loads
from vmotion_gui.gui.topology.notes import Notes
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.lessons.situations.labs import saturated, shared
from vmotion_gui.simulation.status import LinkLoad


def test_the_tightest_link_of_a_migration_and_the_fullest_direction_of_a_link() -> None:
    loads = Loads(
        [
            LinkLoad(
                link="host-1/vmnic0",
                direction="tx",
                capacity_bytes_per_s=100.0,
                used_bytes_per_s=80.0,
                migrations={"m": 50.0},
            ),
            LinkLoad(
                link="wan", direction="ab", capacity_bytes_per_s=60.0, used_bytes_per_s=60.0, migrations={"m": 50.0}
            ),
            LinkLoad(link="wan", direction="ba", capacity_bytes_per_s=60.0, used_bytes_per_s=0.0),
        ]
    )
    share = loads.tightest("m")
    assert share is not None
    assert (share.link, round(share.share, 3)) == ("wan", 0.833)
    assert loads.used == {"wan": 1.0}
    assert loads.tightest("other") is None


def test_two_moves_share_an_adapter_and_other_traffic_is_told(make_window: MakeWindow) -> None:
    for make, told in ((shared, ("node-01 50 %", "node-02 50 %")), (saturated, ("app-01", "other traffic"))):
        window = make_window(make())
        session = window.context.session
        for vm in ("vm-1", "vm-2"):
            if vm in session.inventory.vms:
                session.submit(Migrate(spec=MigrationSpec(vm=vm, host="host-2")))
        session.pause()
        session.backend.advance(8.0)
        session.refresh()
        lines = "\n".join(Notes(window.context).of("host-1"))
        assert "vmnic0 sends" in lines
        assert all(part in lines for part in told)
        overlay = window.parts.topology.view.overlay
        assert all("of vmnic0" in item.label() for item in overlay.items.values())
        window.context.selection.select(["net-vmotion"])
        assert window.parts.monitor.network._migrations("net-vmotion")
        assert not window.parts.monitor.network._migrations("ds-shared")
