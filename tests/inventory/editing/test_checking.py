"""An edit is checked in its neighbourhood alone, and that finds what the whole estate's validation finds."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.checking import Checking, referrers
from vmotion_gui.inventory.estate import COLLECTIONS, Inventory
from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab

ESTATE = generate(hosts=24, vms=60, clusters_of=2)
"""Two datacenters."""

EDITS: list[tuple[str, dict[str, Any]]] = [
    ("host-0", {"cores": 1}),
    ("host-0", {"datacenter": "datacenter-1"}),
    ("host-0", {"cluster": "cluster-11"}),
    ("host-0", {"max_evc_mode_key": "amd-zen4"}),
    ("cluster-0", {"datacenter": "datacenter-1"}),
    ("subnet-vmotion-0", {"cidr": "192.0.2.0/24", "gateway": ""}),
    ("subnet-vmotion-0", {"gateway": "nowhere"}),
    ("dvs-0", {"hosts": []}),
    ("dvs-0", {"distributed": False}),
    ("dv-vmotion-0", {"switch": "dvs-1"}),
    ("pool-0", {"parent": "cluster-1"}),
    ("pool-0", {"parent": "pool-0"}),
    ("link-0-1", {"b": "site-0"}),
    ("link-0-1", {"b": "subnet-vmotion-0"}),
    ("datastore-0-0", {"free_bytes": 1 << 50}),
    ("vm-0", {"host": "host-23"}),
    ("vm-1", {"host": "host-99"}),
    ("vm-0", {"cores_per_socket": 3}),
    ("vm-0", {"memory_reservation_bytes": 1 << 50}),
    ("vm-0", {"resource_pool": "pool-7"}),
    ("datacenter-0", {"vcenter": "nowhere"}),
    ("host-0", {"name": "a name that fits"}),
    ("vm-0", {"memory_bytes": 8 << 30}),
]


def _whole(inventory: Inventory, entity: e.Entity) -> set[str]:
    return {str(problem.text) for problem in validate_lab(Lab(inventory=inventory.with_entities([entity])))}


@pytest.mark.parametrize(("id_", "fields"), EDITS)
def test_what_the_neighbourhood_shows_is_what_the_whole_estate_shows(id_: str, fields: dict[str, Any]) -> None:
    before = ESTATE.get(id_)
    assert before is not None
    document = {**msgspec.json.decode(msgspec.json.encode(before)), **fields}
    found = Checking(ESTATE, id_).faults(document, type(before))
    assert {str(fault.text) for fault in found} == _whole(ESTATE, msgspec.convert(document, type(before)))


def test_a_number_out_of_its_range_is_named_with_its_field() -> None:
    faults = Checking(ESTATE, "host-0").faults({"id": "host-0", "name": "", "datacenter": "datacenter-0"}, e.Host)
    assert [(fault.id, fault.path) for fault in faults] == [("host-0", "name")]


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_referrers_are_all_that_would_be_left_without_it(collection: str) -> None:
    for id_ in list(ESTATE.collection(collection))[:2]:
        broken = validate_lab(Lab(inventory=ESTATE.with_entities(remove=[id_])))
        places = {problem.place.split("]")[0] for problem in broken}
        assert len(places) == len(referrers(ESTATE, id_))
