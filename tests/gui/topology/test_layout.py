"""Laws of the nested picture: everything has its place, nothing covers anything else, nothing jumps."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import msgspec
import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.strategies import labs
from vmotion_gui import resources
from vmotion_gui.gui.topology.boxes import Box, in_rows, union
from vmotion_gui.gui.topology.graph_layout import FORCES_UP_TO, graph_layout, pushed_apart
from vmotion_gui.gui.topology.layout import Layout, nested_layout
from vmotion_gui.inventory.changes import VmMoved
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.planning.building.templates import TEMPLATES

_PLACED = ("sites", "vcenters", "datacenters", "clusters", "hosts", "datastores", "subnets", "links")
_SIZES = st.tuples(st.integers(1, 40), st.integers(0, 200), st.integers(1, 16))


@pytest.fixture(scope="module")
def demo() -> Inventory:
    return load(resources.path("labs/demo.json")).inventory


def _missing(inventory: Inventory, layout: Layout) -> list[str]:
    return [id_ for name in _PLACED for id_ in inventory.collection(name) if id_ not in layout.boxes]


def _siblings_overlap(layout: Layout) -> list[tuple[str, str]]:
    """Pairs that stand in the same frame (or in none) and cover each other; labels of links lie on their lines."""
    groups: dict[str, list[str]] = {}
    for id_, kind in layout.kinds.items():
        if kind != "link":
            groups.setdefault(layout.parents.get(id_, ""), []).append(id_)
    return [
        pair
        for ids in groups.values()
        for pair in itertools.combinations(ids, 2)
        if layout.boxes[pair[0]].overlaps(layout.boxes[pair[1]])
    ]


def _outside_parents(layout: Layout) -> list[str]:
    return [id_ for id_, parent in layout.parents.items() if not layout.boxes[parent].holds(layout.boxes[id_])]


@given(labs())
@settings(max_examples=25)
def test_every_entity_of_any_lab_has_a_place_of_its_own(lab: Lab) -> None:
    inventory = lab.inventory
    layout = nested_layout(inventory)
    assert _missing(inventory, layout) == []
    assert _siblings_overlap(layout) == []
    assert _outside_parents(layout) == []


@given(_SIZES)
@settings(max_examples=25)
def test_generated_estates_have_room_for_everything(size: tuple[int, int, int]) -> None:
    hosts, vms, clusters_of = size
    inventory = generate(hosts, vms, clusters_of=clusters_of)
    layout = nested_layout(inventory)
    assert _missing(inventory, layout) == []
    assert _siblings_overlap(layout) == []
    assert _outside_parents(layout) == []


def test_the_demo_lab(demo: Inventory) -> None:
    layout = nested_layout(demo)
    assert _missing(demo, layout) == []
    assert _siblings_overlap(layout) == []
    assert _outside_parents(layout) == []


def test_networks_stand_left_and_storage_right_of_the_clusters_that_use_them(demo: Inventory) -> None:
    layout = nested_layout(demo)
    for place, node in layout.ties.of_cluster:
        if layout.parents[node] != layout.parents[place]:
            continue
        if node in demo.subnets:
            assert layout.boxes[node].right < layout.boxes[place].x
        else:
            assert layout.boxes[node].x > layout.boxes[place].right


def test_a_datastore_of_one_host_stands_at_the_foot_of_its_card(demo: Inventory) -> None:
    layout = nested_layout(demo)
    assert layout.parents["datastore-local-1"] == "host-1"
    assert layout.boxes["host-1"].holds(layout.boxes["datastore-local-1"])


def test_moving_a_vm_moves_nothing_in_the_picture(demo: Inventory) -> None:
    vm = next(vm for vm in demo.vms.values() if vm.host == "host-1")
    moved = VmMoved(vm=vm.id, host="host-8").apply(demo)
    assert nested_layout(moved).boxes == nested_layout(demo).boxes


def test_a_frame_without_hosts_and_an_empty_estate_have_a_picture() -> None:
    empty = nested_layout(Inventory())
    assert empty.boxes == {}
    assert empty.bounds == Box(0.0, 0.0, 0.0, 0.0)
    some = generate(2, 0)
    bare = some.with_entities(remove=list(some.hosts))
    assert _missing(bare, nested_layout(bare)) == []


def test_stand_alone_hosts_get_a_frame_of_their_own() -> None:
    inventory = generate(3, 6)
    alone = inventory.with_entities([msgspec.structs.replace(inventory.hosts["host-2"], cluster="")])
    layout = nested_layout(alone)
    assert layout.kinds[layout.parents["host-2"]] == "standalone"
    assert _siblings_overlap(layout) == []


def test_rows_come_close_to_the_outline_that_is_asked_for() -> None:
    sizes = [(100.0, 100.0)] * 12
    places = in_rows(sizes, 0.0, 4.0 / 3.0)
    whole = union(Box(x, y, 100.0, 100.0) for x, y in places)
    assert (whole.w, whole.h) == (400.0, 300.0)


# --- the free graph ---------------------------------------------------------------------------------------------------


def _apart(layout: Layout) -> bool:
    """Nodes of the graph do not cover each other; local datastores lie on their hosts' cards."""
    ids = [id_ for id_ in layout.boxes if id_ not in layout.ties.local]
    return not any(layout.boxes[a].overlaps(layout.boxes[b]) for a, b in itertools.combinations(ids, 2))


def test_the_graph_of_a_small_estate_is_laid_out_by_forces_without_overlaps(demo: Inventory) -> None:
    nested = nested_layout(demo)
    assert len(nested.boxes) <= FORCES_UP_TO
    layout = graph_layout(demo, nested)
    assert _missing(demo, layout) == []
    assert _apart(layout)
    assert layout.boxes == graph_layout(demo, nested_layout(demo)).boxes


@given(labs())
@settings(max_examples=15)
def test_the_graph_of_any_small_lab(lab: Lab) -> None:
    inventory = lab.inventory
    layout = graph_layout(inventory, nested_layout(inventory))
    assert _missing(inventory, layout) == []
    assert _apart(layout)


@pytest.mark.parametrize(("hosts", "clusters_of"), [(260, 16), (320, 7)])
def test_the_graph_of_a_larger_estate_is_computed(hosts: int, clusters_of: int) -> None:
    inventory = generate(hosts, hosts * 3, clusters_of=clusters_of)
    nested = nested_layout(inventory)
    assert len(nested.boxes) > FORCES_UP_TO
    layout = graph_layout(inventory, nested)
    assert _missing(inventory, layout) == []
    assert _apart(layout)


def test_nodes_on_one_spot_come_apart() -> None:
    centers, extents = np.zeros((9, 2)), np.full((9, 2), 10.0)
    points = pushed_apart(centers, extents)
    distance = np.abs(points[:, None, :] - points[None, :, :])
    np.fill_diagonal(distance[:, :, 0], 99.0)
    assert ((distance > 10.0 - 1e-5).any(axis=2)).all()


@pytest.mark.parametrize("make", TEMPLATES.values(), ids=TEMPLATES)
@pytest.mark.parametrize("links", [1, 3])
def test_the_labels_of_links_cover_nothing_in_any_template(make: Callable[[], Inventory], links: int) -> None:
    inventory = make()
    more = [
        msgspec.structs.replace(link, id=f"{link.id}-{n}", name=f"{link.name} {n}")
        for link in inventory.links.values()
        for n in range(1, links)
    ]
    layout = nested_layout(inventory.with_entities(more))
    labels = layout.of_kind("link")
    assert len(labels) == len(inventory.links) * links
    assert _siblings_overlap(layout) == []
    for label in labels:
        others = [box for id_, box in layout.boxes.items() if id_ != label]
        assert not any(layout.boxes[label].overlaps(box) for box in others)
