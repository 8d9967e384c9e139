"""The engine in the profile `simgrid` against SimGrid itself, and against its algorithm written down a second time.

Both say the same to a ten-millionth of a second, so the sharing of links, the queue and the order of events are right.
The bounds here are wider where a rounding may tip a threshold, and with it a whole transfer.
"""

from __future__ import annotations

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.simulation import simgrid_reference
from tests.simulation.simgrid_reference import Answer
from tests.tools import scenarios
from tests.tools.scenarios import Document, encoded, host, move, vm
from vmotion_gui.importers.scenarios import read_scenario
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.status import Phase

DATA = Path(__file__).parents[1] / "data" / "scenarios"
MIB = 2**20


def recorded(name: str) -> tuple[Document, dict[str, Answer]]:
    """A scenario, and what SimGrid answered."""
    document = json.loads((DATA / f"{name}.json").read_text(encoding="utf-8"))
    rows = [dict(zip(document["columns"], row, strict=True)) for row in document["migrations"]]
    names = dict.fromkeys(row[end] for row in rows for end in ("from", "to"))
    scenario = scenarios.scenario(
        name,
        [host(name) for name in names],
        [vm(row["vm"], row["from"], row["ram_bytes"], row["dirty_rate_Bps"]) for row in rows],
        [move(row["vm"], row["from"], row["to"]) for row in rows],
        at_once=document["at_once"],
    )
    return scenario, {row["vm"]: _answer(row) for row in rows}


def _answer(row: dict[str, Any]) -> Answer:
    return Answer(row["total_s"], row["downtime_s"], row["bytes"], row["transfers"])


def simulated(scenario: Document) -> dict[str, Answer]:
    """What the engine says, by VM."""
    engine = Engine(read_scenario(encoded(scenario)))
    while (due := engine.next_event_s) is not None:
        engine.advance(due)
    answers = {}
    for id_ in engine.migration_ids():
        status = engine.status(id_)
        assert status.phase is Phase.COMPLETED, status.fault
        assert status.total_s is not None
        answers[status.vm.removeprefix("vm-")] = Answer(
            status.total_s, status.downtime_s, status.sent_bytes, len(status.passes)
        )
    return answers


def _relative(found: float, expected: float) -> float:
    return abs(found - expected) / expected


def _agree(found: Answer, expected: Answer, share: float, downtime_s: float) -> bool:
    return (
        _relative(found.total_s, expected.total_s) <= share
        and _relative(found.sent_bytes, expected.sent_bytes) <= share
        and abs(found.downtime_s - expected.downtime_s) <= downtime_s
    )


# --- SimGrid's own answers ----------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["a_one_4gib_dirty30", "a_one_16gib_dirty60"])
def test_alone_it_agrees_with_simgrid(name: str) -> None:
    """No shares: the bytes are SimGrid's up to its rounding to whole ones, the times to 1e-7 s."""
    scenario, answers = recorded(name)
    found = simulated(scenario)["vm0"]
    assert found.transfers == answers["vm0"].transfers
    assert _agree(found, answers["vm0"], 1e-8, 1e-7)


@pytest.mark.parametrize("name", ["b_contention_4_mixed_dirty10", "c_evacuate_100", "c_evacuate_1000"])
def test_under_contention_it_agrees_with_simgrid(name: str) -> None:
    """Shares change as flows come and go; what differs is how SimGrid rounds bytes, which here tips no threshold."""
    scenario, answers = recorded(name)
    found = simulated(scenario)
    assert found.keys() == answers.keys()
    assert [vm for vm in answers if not _agree(found[vm], answers[vm], 1e-7, 1e-6)] == []


@pytest.mark.parametrize("name", ["a_one_4gib_dirty30", "a_one_16gib_dirty60", "b_contention_4_mixed_dirty10"])
def test_the_second_writing_down_agrees_with_simgrid(name: str) -> None:
    """Else it could not stand for SimGrid below."""
    scenario, answers = recorded(name)
    found = simgrid_reference.simulate(scenario)
    assert all(_agree(found[vm], answers[vm], 1e-7, 1e-6) for vm in answers)


# --- what the rules of the format say -----------------------------------------------------------------------


@pytest.mark.parametrize("percent", [0, 10, 30, 60, 90])
def test_one_vm(percent: int) -> None:
    scenario = scenarios.one(4, percent)
    expected = simgrid_reference.simulate(scenario)["vm0"]
    found = simulated(scenario)["vm0"]
    assert found.transfers == expected.transfers
    assert _agree(found, expected, 1e-6, 1e-5)  # the working set is 0.4 of a page larger: whole pages


def test_a_vm_at_rest_sends_its_memory_once() -> None:
    """4 GiB at 1.25e9 B/s = 3.435974 s; three messages (memory, nothing, acknowledgement) of 50 µs each."""
    found = simulated(scenarios.one(4, 0))["vm0"]
    assert found.total_s == pytest.approx(2**32 / 1.25e9 + 3 * 5e-5, abs=1e-9)
    assert found.downtime_s == pytest.approx(5e-5, abs=1e-9)
    assert found.sent_bytes == pytest.approx(2**32)


def test_a_migrations_own_speed_holds_to_the_last_byte() -> None:
    """Half the adapter's speed, 20 % of it dirtied: 8 MiB left at 62.5e6 B/s would show in the downtime if it went at
    full speed.
    """
    machine = vm("vm0", "h0", 2**30, 12.5e6, speed=62.5e6)
    hosts = [host("h0", bandwidth=125e6), host("h1", bandwidth=125e6)]
    scenario = scenarios.scenario("s", hosts, [machine], [move("vm0", "h0", "h1")])
    expected = simgrid_reference.simulate(scenario)["vm0"]
    assert _agree(simulated(scenario)["vm0"], expected, 1e-9, 1e-8)


def test_memory_that_cannot_converge_is_given_up_at_the_timeout() -> None:
    """Dirtying 150 % of the link, every transfer after the first is 0.9 of the RAM: 3.09 s for 4 GiB. After 60 s comes
    the end of the 20th transfer (3.44 + 19 * 3.09 = 62.2 s), then the last with the VM paused.
    """
    scenario = scenarios.scenario(
        "s",
        [host("h0"), host("h1")],
        [vm("vm0", "h0", 2**32, 1.875e9)],
        [move("vm0", "h0", "h1")],
        stage_timeout_s=60.0,
    )
    found = simulated(scenario)["vm0"]
    assert found.transfers == 21
    assert found.downtime_s == pytest.approx(0.9 * 2**32 / 1.25e9 + 5e-5, abs=1e-5)


def test_millions_of_transfers_in_vain_cost_hundreds() -> None:
    """1e7 s of 150 % dirtied, each transfer 943,719 pages in 3.0924 s: 3.2 million of them until the timeout. No other
    flow is there, so gathering them changes nothing.
    """
    each_bytes, delay_s = 943_719 * 4096, 5e-5
    each_s, first_s = each_bytes / 1.25e9 + delay_s, 2**32 / 1.25e9 + delay_s
    until_timeout = math.ceil((1e7 - first_s) / each_s)
    found = simulated(scenarios.one(4, 150))["vm0"]
    assert found.total_s == pytest.approx(first_s + (until_timeout + 1) * each_s + delay_s, rel=1e-12)
    assert found.sent_bytes == pytest.approx(2**32 + (until_timeout + 1) * each_bytes, rel=1e-12)
    assert found.downtime_s == pytest.approx(each_s, rel=1e-7)
    assert found.transfers < 2000


def test_transfers_that_are_gathered_are_found_to_converge_when_there_is_room() -> None:
    """Sharing a link with a long migration, a small VM that dirties 60 % of the link gets nowhere; alone, it converges.
    It notices within one percent of the time that it has been at it.
    """
    machines = [vm("small", "h0", 2**28, 0.6 * 1.25e9), vm("long", "h0", 2**36, 0.07 * 1.25e9)]
    hosts = [host(name) for name in ("h0", "h1", "h2")]
    scenario = scenarios.scenario("s", hosts, machines, [move("small", "h0", "h1"), move("long", "h0", "h2")])
    expected, found = simgrid_reference.simulate(scenario), simulated(scenario)
    assert found["small"].transfers < expected["small"].transfers
    assert all(_relative(found[name].total_s, expected[name].total_s) < 0.01 for name in expected)


def test_the_line_before_a_source_is_in_the_lists_order() -> None:
    """One at a time: the second, though it could start earlier, waits for the first to come and to be through."""
    scenario = scenarios.scenario(
        "s",
        [host("h0"), host("h1")],
        [vm("late", "h0", 2**30, 0.0), vm("early", "h0", 2**30, 0.0)],
        [move("late", "h0", "h1", 5.0), move("early", "h0", "h1", 1.0)],
        at_once=1,
    )
    engine = Engine(read_scenario(encoded(scenario)))
    engine.advance(1000.0)
    late, early = (engine.status(id_) for id_ in ("migration-1", "migration-2"))
    assert late.start_s == 5.0
    assert early.start_s == pytest.approx(late.end_s)


# --- any scenario ---------------------------------------------------------------------------------------------

_BANDWIDTHS = st.sampled_from([125e6, 312.5e6, 1.25e9, 3.125e9])
_LATENCIES = st.sampled_from([0.0, 2.5e-5, 0.01])


@st.composite
def _scenarios(draw: st.DrawFn) -> Document:
    """Small estates, in which everything may share with everything, with speeds, delays and starts of all kinds."""
    names = [f"h{index}" for index in range(draw(st.integers(2, 5)))]
    hosts = [host(name, bandwidth=draw(_BANDWIDTHS), latency_s=draw(_LATENCIES)) for name in names]
    machines, moves = [], []
    for index in range(draw(st.integers(1, 12))):
        source, destination = draw(st.permutations(names))[:2]
        speed = draw(st.sampled_from([50e6, 1.25e9, 1e10]))
        slowest = min(host["nic_bandwidth_Bps"] for host in hosts)
        dirty = draw(st.floats(0.0, 0.07)) * min(slowest, speed)
        ram = 4 * MIB * draw(st.integers(16, 2048))
        machines.append(vm(f"v{index}", source, ram, dirty, speed=speed))
        moves.append(move(f"v{index}", source, destination, draw(st.sampled_from([0.0, 1.0, 1.5, 7.25]))))
    target = draw(st.sampled_from([0.03, 0.3]))
    share = draw(st.sampled_from([2**-10, 0.5, 0.875, 1.0]))  # whole pages of each RAM
    return scenarios.scenario(
        "random",
        hosts,
        machines,
        moves,
        at_once=draw(st.sampled_from([0, 1, 2, 8])),
        downtime_target_s=target,
        working_set_fraction=share,
    )


@settings(max_examples=max(100, settings.default.max_examples))
@given(_scenarios())
def test_it_is_the_algorithm(scenario: Document) -> None:
    """Every migration of any scenario as the second writing down has it."""
    expected = simgrid_reference.simulate(scenario)
    found = simulated(scenario)
    assert found.keys() == expected.keys()
    apart = [vm for vm in expected if not _agree(found[vm], expected[vm], 1e-6, 1e-5)]
    assert apart == []
