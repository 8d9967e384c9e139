"""How long large estates take. The limits are several times what a slow two-core machine needs."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

import pytest

from vmotion_gui.inventory import document
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.graph import estate_graph, network_path
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab

T = TypeVar("T")


@pytest.fixture(scope="module")
def large() -> Lab:
    """2,500 hosts and 40,000 VMs."""
    return Lab(inventory=generate(2500, 40_000))


def _timed(call: Callable[[], T], limit_s: float) -> T:
    started = time.perf_counter()
    result = call()
    assert time.perf_counter() - started < limit_s
    return result


def test_loading_forty_thousand_vms(large: Lab) -> None:
    data = document.dumps(large)
    assert _timed(lambda: document.loads(data), 5.0) == large


def test_saving_forty_thousand_vms(large: Lab) -> None:
    assert _timed(lambda: document.dumps(large), 3.0)


def test_validating_forty_thousand_vms(large: Lab) -> None:
    assert _timed(lambda: validate_lab(large), 2.5) == []


def test_every_fault_of_a_large_document_is_found_in_time(large: Lab) -> None:
    data = document.dumps(large).replace(b'"memory_bytes": 4294967296', b'"memory_bytes": "4 GiB"')

    def problems() -> int:
        with pytest.raises(document.LabError) as caught:
            document.loads(data)
        return len(caught.value.problems)

    assert _timed(problems, 12.0) > 1000


def test_the_graph_of_forty_thousand_vms(large: Lab) -> None:
    assert len(_timed(lambda: estate_graph(large.inventory), 4.0)) > 42_500


def test_a_thousand_ways_between_hosts(large: Lab) -> None:
    inventory = large.inventory
    ways = _timed(lambda: [network_path(inventory, "host-0", f"host-{n}") for n in range(0, 2500, 3)], 2.0)
    assert None not in ways


def test_generating_is_fast() -> None:
    assert len(_timed(lambda: generate(500, 8000), 2.0).vms) == 8000
