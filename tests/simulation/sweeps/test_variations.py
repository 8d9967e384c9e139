"""Paths, products, and the labs that come of them."""

from __future__ import annotations

import pytest

from tests.simulation import histories as h
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.sweeps.fields import target_of
from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.variations import parse_variation, points_of, varied


def _with(text: str) -> Lab:
    variation = parse_variation(text)
    return varied(h.lab(), [variation.path], (variation.values[0],))


@pytest.mark.parametrize(
    ("path", "fields"),
    [
        ("vm.workload.rate", ("workload", "phases", "page_write_rate_pages_per_s")),
        ("vm[web-01].workload.working_set", ("workload", "phases", "working_set_bytes")),
        ("vm.workload.phases.working_set_bytes", ("workload", "phases", "working_set_bytes")),
        ("vm.memory", ("memory_bytes",)),
        ("link.bandwidth", ("bandwidth_bits_per_s",)),
        ("link.rtt", ("rtt_s",)),
        ("link.loss", ("loss",)),
        ("host.nic.speed", ("pnics", "speed_bits_per_s")),
        ("vmk.mtu", ("vmk_adapters", "mtu")),
        ("profile", ("profile",)),
        ("profile.switchover_goal", ("switchover_goal_s",)),
    ],
)
def test_paths(path: str, fields: tuple[str, ...]) -> None:
    assert target_of(path).fields == fields


def test_only_what_the_filter_names_changes() -> None:
    lab = _with("vm[web-2].memory=x2")
    before = h.lab().inventory.vms
    changed = {id_ for id_, vm in lab.inventory.vms.items() if vm != before[id_]}
    assert changed == {"vm-2"}
    assert lab.inventory.vms["vm-2"].memory_bytes == 2 * before["vm-2"].memory_bytes


def test_values_reach_every_part() -> None:
    lab = _with("host.nic.speed=25Gbit/s")
    speeds = {nic.speed_bits_per_s for host in lab.inventory.hosts.values() for nic in host.pnics}
    assert speeds == {25_000_000_000}
    assert _with("profile=qemu").profile == "qemu"
    settings = _with("profile.auto_converge=on").profile_settings
    assert settings is not None
    assert settings.auto_converge is True


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("vm.memory", "sweep.form"),
        ("vm..memory=1", "sweep.path.form"),
        ("vm.workload.rte=1", "sweep.path.unknownSimilar"),
        ("vm=1", "sweep.path.unknown"),
        ("vm.id=x", "sweep.path.unknownSimilar"),
        ("zzzz.qqqq=1", "sweep.path.unknown"),
        ("vm[nobody].memory=1GiB", "sweep.path.nowhere"),
        ("vm.memory=1.5", "sweep.values.unfit"),
        ("vm.memory=-1", "sweep.values.unfit"),
        ("vm.memory=much", "sweep.values.unfit"),
        ("profile=hyperx", "sweep.values.unfit"),
        ("profile.switchover_goal=x2", "sweep.values.noFactor"),
        ("vm.memory_reservation=900GiB", "sweep.invalid"),
    ],
)
def test_what_is_refused(text: str, key: str) -> None:
    with pytest.raises(SweepError) as caught:
        _with(text)
    assert caught.value.text.key == key


def test_the_nearest_paths_are_named() -> None:
    with pytest.raises(SweepError, match=r"vm\.workload\.rate"):
        parse_variation("vm.workload.rte=1")


def test_the_product_is_in_order() -> None:
    variations = [parse_variation("vm.memory=1GiB,2GiB"), parse_variation("host.nic.speed=1Gbit/s,2Gbit/s")]
    texts = [tuple(value.text for value in point) for point in points_of(variations, 1)]
    assert texts == [(m, s) for m in ("1GiB", "2GiB") for s in ("1Gbit/s", "2Gbit/s")]


def test_too_many_runs_and_doubled_paths_are_refused() -> None:
    many = parse_variation("vm.memory=1GiB..2GiB/1001")
    with pytest.raises(SweepError) as caught:
        points_of([many], 100)
    assert caught.value.text.key == "sweep.tooMany"
    with pytest.raises(SweepError) as caught:
        points_of([many, many], 1)
    assert caught.value.text.key == "sweep.path.twice"
