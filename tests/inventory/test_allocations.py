"""Network I/O Control's allocations that cannot be."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec
import pytest

from tests.simulation.worlds import inventory
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.document import dumps, loads
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.traffic import TrafficAllocation, TrafficLoad
from vmotion_gui.inventory.validation import validate_lab


def _problems(switch: e.Switch) -> list[tuple[str, str]]:
    lab = Lab(inventory=inventory().with_entities([switch]))
    return [(problem.place, problem.text.key.rpartition(".")[2]) for problem in validate_lab(lab)]


def _switch(allocations: Iterable[TrafficAllocation], **fields: object) -> e.Switch:
    known = inventory().switches["dvs"]
    return msgspec.structs.replace(known, allocations=tuple(allocations), **fields)


@pytest.mark.parametrize(
    ("allocations", "expected"),
    [
        ([TrafficAllocation(traffic="vmotion", shares=100, reservation_bits_per_s=1e9, limit_bits_per_s=2e9)], []),
        (
            [TrafficAllocation(traffic="vmotion", reservation_bits_per_s=2e9, limit_bits_per_s=1e9)],
            [("$.switches[0].allocations[0].reservation_bits_per_s", "reservedAboveLimit")],
        ),
        (
            [
                TrafficAllocation(traffic="vmotion", reservation_bits_per_s=4e9),
                TrafficAllocation(traffic="nfs", reservation_bits_per_s=4e9),
            ],
            [("$.switches[0].allocations", "reservedTooMuch")],
        ),
        (
            [TrafficAllocation(traffic="vmotion"), TrafficAllocation(traffic="vmotion", shares=3)],
            [("$.switches[0].allocations[1].traffic", "duplicateLabel")],
        ),
    ],
)
def test_what_is_allocated_fits(allocations: list[TrafficAllocation], expected: list[tuple[str, str]]) -> None:
    assert _problems(_switch(allocations)) == expected


def test_a_standard_switch_has_no_allocations() -> None:
    lab = Lab(
        inventory=inventory(
            e.Switch(id="std", name="vSwitch0", hosts=("h-1",), allocations=(TrafficAllocation(traffic="nfs"),))
        )
    )
    assert [problem.text.key for problem in validate_lab(lab)] == ["inventory.problem.allocationOfStandardSwitch"]


def test_allocations_loads_and_shaping_are_kept_in_the_document() -> None:
    estate = inventory()
    nic = msgspec.structs.replace(
        estate.hosts["h-1"].pnics[0],
        loads=(TrafficLoad(traffic="vsan", send_bytes_per_s=1e8, receive_bytes_per_s=2e8),),
    )
    changed = [
        _switch([TrafficAllocation(traffic="vmotion", shares=20, limit_bits_per_s=5e9)], io_control=False),
        msgspec.structs.replace(estate.portgroups["pg"], shaping_out_bits_per_s=3e9, shaping_in_bits_per_s=4e9),
        msgspec.structs.replace(estate.hosts["h-1"], pnics=(nic,)),
    ]
    lab = Lab(inventory=estate.with_entities(changed))
    assert loads(dumps(lab)).inventory == lab.inventory
