"""Synthetic estates are valid, healthy and the same every time."""

from __future__ import annotations

import pytest

from vmotion_gui.inventory.generate import generate
from vmotion_gui.inventory.graph import network_path, shared_datastores
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.validation import validate_lab


@pytest.mark.parametrize(
    ("hosts", "vms", "clusters_of"), [(0, 0, 16), (1, 3, 16), (5, 40, 2), (40, 600, 16), (340, 2000, 16)]
)
def test_an_estate_is_valid_and_of_the_size_asked_for(hosts: int, vms: int, clusters_of: int) -> None:
    inventory = generate(hosts, vms, seed=3, clusters_of=clusters_of)
    assert (len(inventory.hosts), len(inventory.vms)) == (hosts, vms)
    assert validate_lab(Lab(inventory=inventory)) == []


def test_the_same_arguments_give_the_same_estate() -> None:
    assert generate(20, 300, seed=1) == generate(20, 300, seed=1)
    assert generate(20, 300, seed=1) != generate(20, 300, seed=2)


@pytest.mark.parametrize(("hosts", "vms", "clusters_of"), [(-1, 0, 1), (0, 1, 1), (1, 1, 0)])
def test_what_makes_no_sense_is_refused(hosts: int, vms: int, clusters_of: int) -> None:
    with pytest.raises(ValueError, match="no estate of"):
        generate(hosts, vms, clusters_of=clusters_of)


def test_hosts_of_a_cluster_reach_each_other_and_share_storage() -> None:
    inventory = generate(64, 500)
    for cluster in inventory.clusters:
        one, other = inventory.hosts_in(cluster)[0], inventory.hosts_in(cluster)[-1]
        assert network_path(inventory, one, other) == ()
        assert shared_datastores(inventory, one, other)


def test_datacenters_are_linked() -> None:
    inventory = generate(500, 0)
    path = network_path(inventory, "host-0", "host-250")
    assert path is not None
    assert 1 <= len(path) <= len(inventory.sites)


def test_no_host_holds_more_memory_than_it_has() -> None:
    inventory = generate(100, 1600)
    for id_, host in inventory.hosts.items():
        assert sum(inventory.vms[vm].memory_bytes for vm in inventory.vms_on(id_)) <= host.memory_bytes
