"""The textbook's series, and what each knob does to the estate and to a run."""

from __future__ import annotations

import math

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.simulation import worlds
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import ChangeSettings, Command, EditInventory, Migrate, MigrationSpec
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.tuning.closed_form import Race, series
from vmotion_gui.planning.tuning.knobs import NAMES, KnobName, Move, as_before, knobs, race, turn
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.status import MigrationStatus

MIB, GIB = worlds.MIB, worlds.GIB
MOVE = Move(vm="vm-1", source="h-1", destination="h-2")


def _race(**more: float) -> Race:
    figures = {"memory_bytes": 8192, "working_set_bytes": 8192, "dirty_bytes_per_s": 250, "bandwidth_bytes_per_s": 1000}
    return Race(**{**figures, "goal_s": 0.3, **more})


def test_the_series_of_the_books() -> None:
    """M = 8192 MiB, R = 1000, D = 250 MiB/s, goal 0.3 s: 8192, 2048, 512, then 128 MiB in 0.128 s; 10.88 s in all."""
    told = series(_race())
    assert told.passes_bytes == (8192.0, 2048.0, 512.0)
    assert (told.rest_bytes, told.downtime_s, told.copy_s) == pytest.approx((128.0, 0.128, 10.88))
    assert told.sent_bytes == pytest.approx(10_880.0)
    assert told.converges
    assert not told.slowed


def test_beyond_the_bandwidth_the_passes_stay_at_the_working_set_unless_the_guest_is_slowed() -> None:
    """W / R = 3 s is then the downtime; slowed to 0.9 R the passes shrink by a tenth each."""
    free = series(_race(dirty_bytes_per_s=1500, working_set_bytes=3000))
    assert not free.converges
    assert free.downtime_s == pytest.approx(3.0)
    slowed = series(_race(dirty_bytes_per_s=1500, working_set_bytes=3000, throttle_margin=0.9))
    assert slowed.slowed
    assert slowed.converges
    assert slowed.passes_bytes[3] == pytest.approx(0.9 * slowed.passes_bytes[2])


@given(st.floats(1.0, 1e5), st.floats(0.0, 0.95), st.floats(1.0, 1e4), st.floats(0.01, 2.0))
def test_below_the_bandwidth_it_always_converges_within_the_geometric_series(
    memory: float, ratio: float, bandwidth: float, goal_s: float
) -> None:
    told = series(
        Race(
            memory_bytes=memory,
            working_set_bytes=memory,
            dirty_bytes_per_s=ratio * bandwidth,
            bandwidth_bytes_per_s=bandwidth,
            goal_s=goal_s,
        )
    )
    if len(told.passes_bytes) < 60:
        assert told.converges
        assert told.downtime_s <= goal_s
    assert told.sent_bytes <= memory / (1.0 - ratio) * (1.0 + 1e-9)


def _backend(**vm: object) -> EmbeddedBackend:
    machine = worlds.vm(writes=30_000, working_set=4 * GIB, **vm)  # type: ignore[arg-type]  # fields of a VM
    return EmbeddedBackend(Lab(inventory=worlds.inventory(machine)))


def _ends(backend: EmbeddedBackend, *commands: Command) -> MigrationStatus:
    status = backend.trial(MigrationSpec(vm="vm-1", host="h-2"), commands).to_end().status
    assert status is not None
    return status


@pytest.mark.parametrize(
    ("name", "value", "longer"),
    [
        ("dirtyRate", 900 * MIB, True),
        ("dirtyRate", 0.0, False),
        ("workingSet", 16 * MIB, False),
        ("bandwidth", 1e9, True),
        ("memory", 32 * GIB, True),
        ("memory", 2 * GIB, False),
        ("switchoverGoal", 5.0, False),
    ],
)
def test_a_knob_is_what_it_is_turned_to_and_changes_the_run(name: KnobName, value: float, longer: bool) -> None:
    backend = _backend()
    command = turn(backend.inventory, backend.rules, MOVE, name, value)
    before, after = _ends(backend), _ends(backend, command)
    assert before.total_s is not None
    assert after.total_s is not None
    assert (after.total_s > before.total_s) is longer
    assert backend.submit(command).accepted
    now = {knob.name: knob for knob in knobs(backend.inventory, backend.rules, MOVE)}
    assert now[name].value == pytest.approx(value)


def test_settings_are_given_back_and_every_knob_stands_within_its_limits() -> None:
    backend = _backend()
    before = knobs(backend.inventory, backend.rules, MOVE)
    assert tuple(knob.name for knob in before) == NAMES
    for knob in before:
        assert knob.least <= knob.value <= knob.most
    for name, value in (("switchoverGoal", 2.0), ("concurrency", 3.0), ("streams", 4.0)):
        back = as_before(backend.rules, name)  # type: ignore[arg-type]  # names of knobs
        command = turn(backend.inventory, backend.rules, MOVE, name, value)  # type: ignore[arg-type]
        assert isinstance(command, ChangeSettings)
        backend.submit(command)
        assert backend.rules.max_concurrent_per_source in (None, 3)
        assert knobs(backend.inventory, backend.rules, MOVE) != before
        backend.submit(back)
        assert knobs(backend.inventory, backend.rules, MOVE) == before


def test_the_round_trip_needs_a_link_and_a_running_move_keeps_its_memory() -> None:
    backend = _backend()
    near = {knob.name: knob.why_not for knob in knobs(backend.inventory, backend.rules, MOVE)}
    assert {name for name, why in near.items() if why} == {"roundTrip"}
    running = Move(vm="vm-1", source="h-1", destination="h-2", running=True)
    locked = {knob.name for knob in knobs(backend.inventory, backend.rules, running) if knob.why_not}
    assert locked == {"workingSet", "memory", "roundTrip"}
    far = worlds.inventory(
        worlds.host(1),
        worlds.host(2, subnet="far"),
        worlds.vm(),
        e.Subnet(id="far", name="far", cidr="10.0.1.0/24", gateway="10.0.1.1", site="site-b"),
        e.Site(id="site-b", name="B"),
        e.NetworkLink(id="wan", name="wan", a="site", b="site-b", bandwidth_bits_per_s=1e10, rtt_s=0.01),
    )
    rules = backend.rules
    command = turn(far, rules, MOVE, "roundTrip", 0.1)
    assert isinstance(command, EditInventory)
    (change,) = command.changes
    assert change.apply(far).links["wan"].rtt_s == pytest.approx(0.1)


def test_more_streams_carry_more_windows_over_a_distance_also_while_it_runs() -> None:
    hosts = worlds.host(1), worlds.host(2, subnet="far")
    far = worlds.inventory(
        *(msgspec.structs.replace(one, licence_features=("vmotion",)) for one in hosts),
        worlds.vm(),
        e.Subnet(id="far", name="far", cidr="10.0.1.0/24", gateway="10.0.1.1", site="site-b"),
        e.Site(id="site-b", name="B"),
        e.NetworkLink(id="wan", name="wan", a="site", b="site-b", bandwidth_bits_per_s=1e10, rtt_s=0.01),
    )
    backend = EmbeddedBackend(Lab(inventory=far))
    before = race(backend.inventory, backend.rules, MOVE)
    assert before is not None
    backend.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="h-2")))
    backend.advance(5.0)
    (status,) = backend.migrations().values()
    assert status.copy_bytes_per_s == pytest.approx(0.5e6 / 0.01, rel=0.05)
    backend.submit(turn(backend.inventory, backend.rules, MOVE, "streams", 4.0))
    backend.advance(6.0)
    (status,) = backend.migrations().values()
    assert status.copy_bytes_per_s == pytest.approx(4 * 0.5e6 / 0.01, rel=0.05)
    after = race(backend.inventory, backend.rules, MOVE)
    assert after is not None
    assert after.bandwidth_bytes_per_s == pytest.approx(4 * before.bandwidth_bytes_per_s, rel=0.01)


def test_the_formula_knows_the_bandwidth_that_the_engine_gives() -> None:
    """One vMotion alone: what the first pass went at, without page headers."""
    backend = _backend()
    told, status = race(backend.inventory, backend.rules, MOVE), _ends(backend)
    assert told is not None
    first = status.passes[0]
    payload = first.copy_bytes_per_s * backend.rules.tracking_bytes / backend.rules.page_bytes
    assert told.bandwidth_bytes_per_s == pytest.approx(payload, rel=0.01)
    assert math.isclose(told.ratio, 30_000 * 4096 / told.bandwidth_bytes_per_s)
