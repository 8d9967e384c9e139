"""The runbook tells the plan, in both languages and both forms, whatever things are called."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import msgspec
import pytest

from tests.planning.handover.plans import HOSTILE
from vmotion_gui import resources
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.planning.handover import page as p
from vmotion_gui.planning.handover import work as w
from vmotion_gui.planning.handover.from_plan import makespan_range, risks, way_back, work_of
from vmotion_gui.planning.handover.html import html_page
from vmotion_gui.planning.handover.pdf import pdf_page
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.planning.maintenance.planner import plan_maintenance
from vmotion_gui.simulation.engine import Engine

_VOID = {"meta", "line", "rect", "br"}


@pytest.fixture(scope="module")
def lab() -> Lab:
    """The demo lab, its VMs and hosts with names that mean something to a browser or a shell."""
    lab = load(resources.path("labs/demo.json"))
    entities = []
    names = iter(HOSTILE + tuple(f"<b>{name}</b>" for name in HOSTILE))
    for entity in lab.inventory:
        if entity.id in lab.inventory.vms and lab.inventory.vms[entity.id].host in ("host-3", "host-10"):
            entity = msgspec.structs.replace(entity, name=next(names, entity.name))
        entities.append(entity)
    return msgspec.structs.replace(lab, inventory=Inventory(entities))


@pytest.fixture(scope="module")
def plan(lab: Lab) -> Plan:
    return plan_maintenance(Engine(lab).checkpoint(), ["host-3"])


class _Reader(HTMLParser):
    """Holds tags against each other and gathers the text."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.texts: list[str] = []
        self.seen: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        self.attributes += attrs
        if tag not in _VOID or (tag == "rect" and not self.get_starttag_text().endswith("/>")):  # type: ignore[union-attr]
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_sound_holds_every_name_and_fetches_nothing(lab: Lab, plan: Plan, language: str) -> None:
    text = html_page(p.runbook(lab.inventory, plan, catalogue(language), title="<i>tonight</i>"))
    reader = _Reader()
    reader.feed(text)
    reader.close()
    assert not reader.open
    assert not reader.seen & {"script", "img", "link", "iframe", "b", "i"}
    assert not [name for name, _ in reader.attributes if name in ("href", "src") or name.startswith("on")]
    for move in plan.moves:
        assert lab.inventory.vms[move.spec.vm].name in reader.texts
    assert "url(" not in text
    assert not re.search(r"https?://", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_is_one_and_says_so(lab: Lab, plan: Plan, language: str) -> None:
    page = p.runbook(lab.inventory, plan, catalogue(language), title="Größe 日本 🙂")
    data = pdf_page(page)
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    assert data.count(b"/Type /Page\n") >= 2
    assert b"DejaVuSansCondensed" in data


def test_duration_and_window(lab: Lab, plan: Plan) -> None:
    moment = Engine(lab).checkpoint()
    range_ = makespan_range(moment, plan, 3)
    assert range_ is not None
    assert range_.least <= range_.most
    assert range_.least == pytest.approx(plan.makespan_s, rel=0.2)
    words = catalogue("en")
    for seconds, told in ((10 * plan.makespan_s, "the plan fits"), (0.1 * plan.makespan_s, "the plan does not fit")):
        window = p.Window("22:00 to 23:00", seconds)
        page = p.runbook(lab.inventory, plan, words, title="", duration=range_, window=window)
        (summary,) = [block for block in page.blocks if isinstance(block, p.Table) and not block.columns]
        assert any(told in cell for row in summary.rows for cell in row)
    assert risks(lab.inventory, plan, 1.0)[0].key == "handover.risk.window"


def test_what_has_to_wait_comes_in_a_later_wave_and_the_host_last(lab: Lab, plan: Plan) -> None:
    steps = work_of(lab.inventory, plan, "").steps
    assert isinstance(steps[-1], w.EnterMaintenance)
    waves = [step.wave for step in steps if isinstance(step, w.Move)]
    assert waves == sorted(waves)
    names = [step.vm.name for step in steps if isinstance(step, w.Move)]
    for move in plan.moves:
        for earlier in move.after:
            before = lab.inventory.vms[plan.moves[earlier].spec.vm].name
            assert names.index(before) < names.index(lab.inventory.vms[move.spec.vm].name)


def test_the_way_back_ends_where_everything_was(lab: Lab, plan: Plan) -> None:
    first, *rest = way_back(lab.inventory, plan, "").steps
    assert first == w.ExitMaintenance(host=lab.inventory.hosts["host-3"].name)
    assert len(rest) == len(plan.moves)
    for step, move in zip(reversed(rest), plan.moves, strict=True):
        if isinstance(step, w.Move):
            assert (step.vm.name, step.host) == (
                lab.inventory.vms[move.spec.vm].name,
                lab.inventory.hosts[move.source].name,
            )
        else:
            assert isinstance(step, w.ByHand)
            assert move.spec.datastore


def test_a_plan_that_is_none_says_why(lab: Lab) -> None:
    moment = Engine(lab).checkpoint()
    hosts = [id_ for id_, host in lab.inventory.hosts.items() if host.cluster == "cluster-prod"]
    plan = plan_maintenance(moment, hosts)
    assert not plan.possible
    page = p.runbook(lab.inventory, plan, catalogue("en"), title="")
    titles = [block.text for block in page.blocks if isinstance(block, p.Section)]
    assert "What stands against it" in titles
    (reasons,) = [
        following
        for block, following in zip(page.blocks, page.blocks[1:], strict=False)
        if isinstance(block, p.Section) and block.text == "What stands against it"
    ]
    assert isinstance(reasons, p.Items)
    assert all(reasons.texts)
    assert reasons.texts
