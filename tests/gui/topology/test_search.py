"""The search's order: whole names, beginnings, parts; VMs first."""

from __future__ import annotations

from vmotion_gui import resources
from vmotion_gui.gui.topology.search import find
from vmotion_gui.inventory.document import load

DEMO = load(resources.path("labs/demo.json")).inventory


def test_nothing_is_found_for_nothing() -> None:
    assert find(DEMO, "  ") == []
    assert find(DEMO, "no such thing") == []


def test_a_whole_name_comes_before_names_that_hold_it() -> None:
    found = find(DEMO, "WEB")
    assert DEMO.subnets[found[0]].name == "Web"
    names = [entity.name for id_ in found[1:] if (entity := DEMO.get(id_)) is not None]
    beginnings = [name.casefold().startswith("web") for name in names]
    assert beginnings == sorted(beginnings, reverse=True)
    assert False in beginnings


def test_addresses_are_found() -> None:
    assert find(DEMO, "10.10.20.0") == ["subnet-vmotion-hq"]
    host = DEMO.hosts["host-1"]
    assert host.id in find(DEMO, host.vmk_adapters[0].ip_address)
