"""The report of a run tells what came of each move, who stays, and who is to come home; in both languages."""

from __future__ import annotations

import pytest

from tests.planning.maintenance.estates import estate, start, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import HostFailed, InjectFault, Migrate
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.planning.handover.html import html_page
from vmotion_gui.planning.handover.page import Gantt, Items, Table
from vmotion_gui.planning.handover.report import Outcome, Result, report
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.simulation.engine import Engine


def carried_out(*, fail: bool) -> Result:
    """A host emptied; or a destination that dies in the middle."""
    card = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="0000:3b:00.0")
    vms = [vm(n, 0, memory_gib=16, devices=(card,) if fail and n == 3 else ()) for n in range(4)]
    moment = start(estate((128, 128), vms))
    plan = plan_maintenance(moment, ["host-0"])
    engine = Engine.restore(moment)
    tickets = [engine.submit(Migrate(spec=move.spec)) for move in plan.moves]
    engine.advance(3.0)
    if fail:
        engine.submit(InjectFault(fault=HostFailed(host="host-1")))
    engine.advance(600.0)
    statuses = [engine.status(ticket.id) for ticket in tickets]
    return Result(
        hosts=("host-0",),
        before=moment.state.inventory,
        after=engine.inventory,
        begin_s=0.0,
        end_s=max(status.end_s or 0.0 for status in statuses),
        outcomes=tuple(Outcome(move=m, status=s) for m, s in zip(plan.moves, statuses, strict=True)),
        sentences=("0 s  begun",),
        emptied=not fail,
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_run_that_went_well(language: str) -> None:
    result, words = carried_out(fail=False), catalogue(language)
    page = report(result, words, "Maintenance")
    text = html_page(page)
    assert words.template("handover.report.emptied") in text
    assert words.template("handover.report.staying") not in text
    (gantt,) = [block for block in page.blocks if isinstance(block, Gantt)]
    assert len(gantt.bars) == 4
    tables = [block for block in page.blocks if isinstance(block, Table)]
    moves = next(table for table in tables if len(table.columns) == 9)
    assert {row[8] for row in moves.rows} == {words.template("handover.report.completed")}
    assert result.homes == {f"m{n}": "host-0" for n in range(4)}
    assert {row[2] for row in tables[-1].rows} == {result.before.hosts["host-0"].name}
    assert "{" not in text.split("</style>")[1]


def test_a_destination_that_died_is_told_with_its_reason_and_who_stays() -> None:
    words = catalogue("en")
    result = carried_out(fail=True)
    page = report(result, words, "Maintenance")
    moves = next(block for block in page.blocks if isinstance(block, Table) and len(block.columns) == 9)
    assert all(row[8] != "completed" and len(row[8]) > 10 for row in moves.rows)
    text = html_page(page)
    assert "Still on the hosts" in text
    assert "Not all hosts could be emptied" in text
    assert any(isinstance(block, Items) and block.texts == ("0 s  begun",) for block in page.blocks)
    assert not result.homes
