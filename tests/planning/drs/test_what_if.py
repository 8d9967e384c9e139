"""After a host fails: what HA restarts, what stays off, and what DRS makes of it."""

from __future__ import annotations

import pytest

from tests.planning.drs.test_recommend import busy
from tests.planning.maintenance.estates import estate
from vmotion_gui.compatibility.checker import Checker
from vmotion_gui.inventory import entities as e
from vmotion_gui.planning.drs.recommend import run_drs
from vmotion_gui.planning.drs.what_if import after_failure

HA = e.DasConfig()


def test_ha_restarts_the_vms_and_the_score_falls_with_the_host() -> None:
    inventory = estate([256] * 3, [busy(n, n % 3, 8) for n in range(12)], das=HA)
    after = after_failure(inventory, "host-0")
    assert set(after.restarted) == set(inventory.vms_on("host-0"))
    assert set(after.restarted.values()) <= {"host-1", "host-2"}
    assert after.stopped == ()
    before = run_drs(Checker(inventory), "cluster-0").before.score
    assert run_drs(Checker(after.inventory), "cluster-0").before.score < before
    assert inventory.hosts["host-0"].power_state == "poweredOn"


def test_without_ha_they_stay_off() -> None:
    inventory = estate([256] * 2, [busy(0, 0)])
    assert after_failure(inventory, "host-0").stopped == ("m0",)


def test_too_little_room_for_ha_is_a_problem() -> None:
    inventory = estate([64], [busy(0, 0)], das=HA)
    result = run_drs(Checker(inventory), "cluster-0")
    assert [problem.key for problem in result.problems] == ["drs.problem.failover"]


def test_an_unknown_host_is_an_error() -> None:
    with pytest.raises(KeyError):
        after_failure(estate([64], []), "host-9")
