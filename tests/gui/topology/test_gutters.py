"""Ways out of a frame: outside of it at their end, and over nobody's chips on the way."""

from __future__ import annotations

import itertools

import pytest

from vmotion_gui import resources
from vmotion_gui.gui.topology.boxes import Box
from vmotion_gui.gui.topology.card import chip_box
from vmotion_gui.gui.topology.gutters import Point, way_out
from vmotion_gui.gui.topology.layout import nested_layout
from vmotion_gui.inventory.document import load

DEMO = load(resources.path("labs/demo.json")).inventory
LAYOUT = nested_layout(DEMO)


def _crosses(a: Point, b: Point, box: Box) -> bool:
    """Whether a level or upright line touches the inside of a rectangle."""
    line = Box(min(a[0], b[0]), min(a[1], b[1]), abs(a[0] - b[0]) or 0.01, abs(a[1] - b[1]) or 0.01)
    return line.overlaps(box)


def _chips(host: str) -> list[Box]:
    count = len(DEMO.vms_on(host))
    return [chip_box(LAYOUT.boxes[host], LAYOUT.plans[host], slot, count) for slot in range(count)]


@pytest.mark.parametrize("toward", [-1e6, 1e6], ids=["left", "right"])
def test_a_way_from_any_chip_covers_no_chip_and_no_other_card(toward: float) -> None:
    for host in DEMO.hosts:
        frame = LAYOUT.boxes[LAYOUT.parents[host]]
        others = [LAYOUT.boxes[other] for other in DEMO.hosts if other != host]
        chips = _chips(host)
        for chip in chips:
            way = way_out(LAYOUT, host, chip, toward)
            assert way[-1][0] < frame.x if toward < 0 else way[-1][0] > frame.right
            for a, b in itertools.pairwise(way):
                assert not any(_crosses(a, b, box) for box in (*others, *chips))


def test_a_way_from_a_card_crosses_no_card() -> None:
    for host, toward in itertools.product(DEMO.hosts, (-1e6, 1e6)):
        way = way_out(LAYOUT, host, LAYOUT.boxes[host], toward)
        for a, b in itertools.pairwise(way):
            assert not any(_crosses(a, b, LAYOUT.boxes[other].grown(-0.5)) for other in DEMO.hosts)


def test_ways_of_neighbours_do_not_lie_upon_each_other() -> None:
    first, second = _chips("host-2")[:2]
    assert way_out(LAYOUT, "host-2", first, -1e6)[-1] != way_out(LAYOUT, "host-2", second, -1e6)[-1]
