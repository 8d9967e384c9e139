"""The estate's graph and the way between hosts."""

from __future__ import annotations

from collections import Counter
from typing import Any, Literal

import networkx as nx
import pytest
from hypothesis import given, settings
from msgspec.structs import replace

from tests.strategies import labs
from tests.tools.make_demo_lab import demo_lab
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.inventory.graph import (
    Hop,
    estate_graph,
    hosts_on,
    hosts_reaching,
    network_path,
    round_trip_s,
    shared_datastores,
)
from vmotion_gui.inventory.lab import Lab


def _host(id_: str, subnet: str, datacenter: str = "dc") -> e.Host:
    vmk = e.VmKernelAdapter(device="vmk0", subnet=subnet, services=("vmotion",))
    return e.Host(id=id_, name=id_, datacenter=datacenter, vmk_adapters=(vmk,))


def _link(id_: str, a: str, b: str, rtt_s: float, state: Literal["up", "down"] = "up") -> e.NetworkLink:
    return e.NetworkLink(id=id_, name=id_, a=a, b=b, bandwidth_bits_per_s=1e9, rtt_s=rtt_s, state=state)


def _sites(*links: e.NetworkLink) -> Inventory:
    """Sites s0 to s3, each with a datacenter, a routed subnet n… and host h…; two more hosts in n0."""
    entities: list[e.Entity] = [e.VCenter(id="vc", name="vc")]
    for n in range(4):
        entities += [
            e.Site(id=f"s{n}", name=f"s{n}"),
            e.Datacenter(id=f"dc{n}", name=f"dc{n}", vcenter="vc", site=f"s{n}"),
            e.Subnet(id=f"n{n}", name=f"n{n}", cidr=f"10.0.{n}.0/24", gateway=f"10.0.{n}.1", site=f"s{n}"),
            _host(f"h{n}", f"n{n}", f"dc{n}"),
        ]
    return Inventory([*entities, *links, _host("h0b", "n0", "dc0"), _host("stretched", "n0", "dc3")])


def test_hosts_of_one_subnet_meet_without_a_link() -> None:
    assert network_path(_sites(), "h0", "h0b") == ()
    assert network_path(_sites(), "h0", "h0") == ()


def test_subnets_of_one_site_meet_at_its_router() -> None:
    other = e.Subnet(id="n9", name="n9", cidr="10.0.9.0/24", gateway="10.0.9.1", site="s0")
    inventory = _sites().with_entities([other, _host("h9", "n9", "dc0")])
    assert network_path(inventory, "h0", "h9") == ()
    without_router = inventory.with_entities([replace(other, gateway="")])
    assert network_path(without_router, "h0", "h9") is None


def test_the_direction_of_a_link_is_told() -> None:
    inventory = _sites(_link("wan", "s0", "s1", 0.01))
    assert network_path(inventory, "h0", "h1") == (Hop("wan", True),)
    assert network_path(inventory, "h1", "h0") == (Hop("wan", False),)


def test_the_least_round_trip_time_wins_over_fewer_links() -> None:
    slow, one, two = (
        _link("slow", "s0", "s2", 0.05),
        _link("one", "s0", "s1", 0.01),
        _link("two", "s2", "s1", 0.02),
    )
    path = network_path(_sites(slow, one, two), "h0", "h2")
    assert path == (Hop("one", True), Hop("two", False))
    assert round_trip_s(_sites(slow, one, two), path) == pytest.approx(0.03)


def test_among_equal_times_fewer_links_win() -> None:
    direct, one, two = (
        _link("direct", "s0", "s2", 0.03),
        _link("one", "s0", "s1", 0.01),
        _link("two", "s1", "s2", 0.02),
    )
    assert network_path(_sites(one, two, direct), "h0", "h2") == (Hop("direct", True),)


def test_of_parallel_links_the_faster_one_is_taken_while_it_works() -> None:
    fast, slow = _link("fast", "s0", "s1", 0.01), _link("slow", "s1", "s0", 0.02)
    assert network_path(_sites(slow, fast), "h0", "h1") == (Hop("fast", True),)
    assert network_path(_sites(slow, fast), "h0", "h1", down={"fast"}) == (Hop("slow", False),)
    assert network_path(_sites(slow, fast), "h0", "h1", down={"fast", "slow"}) is None
    broken = replace(fast, state="down")
    assert network_path(_sites(slow, broken), "h0", "h1") == (Hop("slow", False),)


def test_the_first_of_equal_links_is_taken() -> None:
    links = [_link(id_, "s0", "s1", 0.01) for id_ in ("b", "a", "c")]
    assert network_path(_sites(*links), "h0", "h1") == (Hop("b", True),)


def test_a_stretched_subnet_still_uses_the_link_between_its_sites() -> None:
    assert network_path(_sites(_link("wan", "s3", "s0", 0.01)), "h0", "stretched") == (Hop("wan", False),)
    assert network_path(_sites(), "h0", "stretched") is None


def test_links_between_subnets_need_no_site() -> None:
    subnets = [e.Subnet(id=n, name=n, cidr=f"10.{i}.0.0/16") for i, n in enumerate("ab")]
    places = [e.VCenter(id="vc", name="vc"), e.Datacenter(id="dc", name="dc", vcenter="vc")]
    inventory = Inventory([*places, *subnets, _link("ab", "a", "b", 0.0), _host("x", "a"), _host("y", "b")])
    assert network_path(inventory, "y", "x") == (Hop("ab", False),)


def test_a_host_without_the_adapter_is_not_reached() -> None:
    inventory = _sites().with_entities([e.Host(id="mute", name="mute", datacenter="dc0")])
    assert network_path(inventory, "h0", "mute") is None
    assert network_path(inventory, "h0", "h0b", service="vsan") is None


def test_a_changed_link_changes_the_way() -> None:
    """The graph of links is remembered between calls; a new inventory must not get the old one."""
    link = _link("wan", "s0", "s1", 0.01)
    inventory = _sites(link)
    assert network_path(inventory, "h0", "h1") is not None
    assert network_path(inventory.with_entities([replace(link, state="down")]), "h0", "h1") is None
    assert network_path(inventory, "h0", "h1") is not None


@given(labs())
@settings(max_examples=40, deadline=None)
def test_the_way_back_is_the_way_there_reversed_in_cost(lab: Lab) -> None:
    hosts = list(lab.inventory.hosts)
    there, back = (
        network_path(lab.inventory, hosts[0], hosts[1]),
        network_path(lab.inventory, hosts[1], hosts[0]),
    )
    assert there is not None
    assert back is not None
    assert [(hop.link, not hop.forward) for hop in reversed(back)] == [tuple(hop) for hop in there]


def test_the_demo_labs_graph() -> None:
    inventory = demo_lab().inventory
    graph = estate_graph(inventory)
    kinds: Counter[Any] = Counter(kind for _, kind in graph.nodes(data="kind"))
    assert kinds["host"] == 16
    assert kinds["vm"] == len(inventory.vms)
    assert kinds["vcenter"] == kinds["site"] == 2
    assert {edge["kind"] for _, _, edge in graph.edges(data=True)} == {
        "contains",
        "mounts",
        "attached-to",
        "runs-on",
        "stores-on",
        "linked-by",
    }
    assert nx.has_path(graph, "vcenter-hq", "host-1")
    assert graph.has_edge("vm-web-01", inventory.vms["vm-web-01"].host, "runs-on")
    assert graph.has_edge("site-hq", "site-dr", "link-wan")
    assert graph.has_edge("vcenter-dr", "vcenter-hq")
    assert nx.is_weakly_connected(graph)


@given(labs())
@settings(max_examples=30, deadline=None)
def test_every_node_and_edge_has_its_kind(lab: Lab) -> None:
    graph = estate_graph(lab.inventory)
    assert all(kind for _, kind in graph.nodes(data="kind"))
    without = estate_graph(lab.inventory, vms=False)
    assert set(without) == set(graph) - set(lab.inventory.vms)


def test_who_reaches_a_datastore() -> None:
    inventory = demo_lab().inventory
    assert hosts_reaching(inventory, "datastore-local-2") == ("host-2",)
    assert hosts_reaching(inventory, "datastore-dr-01") == ("host-21", "host-22", "host-23")
    host = inventory.hosts["host-21"]
    read_only = replace(host, mounts=tuple(replace(mount, access_mode="readOnly") for mount in host.mounts))
    inventory = inventory.with_entities([read_only])
    assert hosts_reaching(inventory, "datastore-dr-01", writable=True) == ("host-22", "host-23")
    store = replace(inventory.datastores["datastore-dr-01"], accessible=False)
    assert hosts_reaching(inventory.with_entities([store]), "datastore-dr-01") == ()


def test_what_two_hosts_share() -> None:
    inventory = demo_lab().inventory
    assert "datastore-vmfs-01" in shared_datastores(inventory, "host-1", "host-6")
    assert shared_datastores(inventory, "host-1", "host-9") == ()
    assert hosts_on(inventory, "subnet-vmotion-dr") == ("host-21", "host-22", "host-23", "host-24")
