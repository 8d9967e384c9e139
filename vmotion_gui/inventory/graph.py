"""The estate as a graph: who holds, mounts, reaches and runs on what; and the way from one host to another.

The graph is made from the inventory when it is asked for, and is never the only copy of a fact.
"""

from __future__ import annotations

import itertools
import operator
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, TypeAlias

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory

if TYPE_CHECKING:  # loading it takes longer than most runs need, and few need it
    import networkx as nx

NodeKind = Literal["site", "vcenter", "datacenter", "cluster", "host", "datastore", "subnet", "vm"]
EdgeKind = Literal["contains", "mounts", "attached-to", "runs-on", "stores-on", "linked-by"]

EstateGraph: TypeAlias = "nx.MultiDiGraph[str]"

_KINDS: dict[type[e.Entity], NodeKind] = {
    e.Site: "site",
    e.VCenter: "vcenter",
    e.Datacenter: "datacenter",
    e.Cluster: "cluster",
    e.Host: "host",
    e.Datastore: "datastore",
    e.Subnet: "subnet",
    e.VirtualMachine: "vm",
}


def estate_graph(inventory: Inventory, *, vms: bool = True) -> EstateGraph:
    """The whole estate; without its VMs if `vms` is false.

    Nodes are ids with the attributes `kind` (NodeKind) and `name`. Edges have the attribute `kind` (EdgeKind)
    and point from the holder to the held, from the user to the used: a cluster contains a host, a host mounts
    a datastore, a host or VM is attached to a subnet, a VM runs on a host and stores on a datastore. Sites or
    subnets with a network link, and vCenter Servers of one SSO domain, are linked both ways.
    """
    import networkx as nx

    graph: EstateGraph = nx.MultiDiGraph()
    for entity in inventory:
        kind = _KINDS.get(type(entity))
        if kind is not None and (vms or kind != "vm"):
            graph.add_node(entity.id, kind=kind, name=entity.name)
    edges = itertools.chain(_contains(inventory), _host_edges(inventory), _links(inventory))
    for tail, head, kind_, key in itertools.chain(edges, _vm_edges(inventory) if vms else ()):
        graph.add_edge(tail, head, key=key, kind=kind_)
    return graph


_Edge = tuple[str, str, EdgeKind, str]


def _contains(inventory: Inventory) -> Iterator[_Edge]:
    for datacenter in inventory.datacenters.values():
        yield datacenter.vcenter, datacenter.id, "contains", "contains"
        if datacenter.site:
            yield datacenter.site, datacenter.id, "contains", "contains"
    for cluster in inventory.clusters.values():
        yield cluster.datacenter, cluster.id, "contains", "contains"
    for host in inventory.hosts.values():
        yield host.cluster or host.datacenter, host.id, "contains", "contains"
    for store in inventory.datastores.values():
        yield store.datacenter, store.id, "contains", "contains"
    for subnet in inventory.subnets.values():
        if subnet.site:
            yield subnet.site, subnet.id, "contains", "contains"


def _host_edges(inventory: Inventory) -> Iterator[_Edge]:
    for host in inventory.hosts.values():
        for mount in host.mounts:
            yield host.id, mount.datastore, "mounts", "mounts"
        for subnet in dict.fromkeys(vmk.subnet for vmk in host.vmk_adapters if vmk.subnet):
            yield host.id, subnet, "attached-to", "attached-to"


def _vm_edges(inventory: Inventory) -> Iterator[_Edge]:
    portgroups = inventory.portgroups
    for vm in inventory.vms.values():
        yield vm.id, vm.host, "runs-on", "runs-on"
        for store in vm.datastores:
            yield vm.id, store, "stores-on", "stores-on"
        for nic in vm.nics:
            if nic.portgroup and (subnet := portgroups[nic.portgroup].subnet):
                yield vm.id, subnet, "attached-to", "attached-to"


def _links(inventory: Inventory) -> Iterator[_Edge]:
    for link in inventory.links.values():
        yield link.a, link.b, "linked-by", link.id
        yield link.b, link.a, "linked-by", link.id
    for one, other in itertools.permutations(inventory.vcenters.values(), 2):
        if one.sso_domain == other.sso_domain:
            yield one.id, other.id, "linked-by", f"sso:{one.sso_domain}"


# --- the way between hosts ----------------------------------------------------------------------------------


class Hop(NamedTuple):
    """A network link on a way; `forward`: from its end `a` to its end `b`."""

    link: str
    forward: bool


def network_path(
    inventory: Inventory,
    host_a: str,
    host_b: str,
    *,
    service: e.VmkService = "vmotion",
    down: Collection[str] = (),
) -> tuple[Hop, ...] | None:
    """The network links from one host to another, in order; () if they meet without any, None if there is no
    way.

    Hosts meet in the subnet of the VMkernel adapters with this service. From one subnet to another the way
    leads over their routers (both subnets need a gateway) at one site, over links between sites, or over
    links between subnets. Hosts at two sites that share a stretched subnet also use the links between the
    sites. The way with the least round-trip time is taken, among equals the one with the fewest links. Links
    that are down, or named in `down`, carry nothing. KeyError if a host does not exist.
    """
    ends_a = _endpoints(inventory, inventory.hosts[host_a], service)
    ends_b = _endpoints(inventory, inventory.hosts[host_b], service)
    if not ends_a or not ends_b:
        return None
    if host_a == host_b or any(not end.distance(other) for end, other in itertools.product(ends_a, ends_b)):
        return ()
    blocked = frozenset(down)
    graph = _link_graph(inventory)
    ways = [_way(graph, end, other, blocked) for end, other in itertools.product(ends_a, ends_b)]
    found = [way for way in ways if way is not None]
    return min(found, key=lambda way: way[0])[1] if found else None


def round_trip_s(inventory: Inventory, path: Iterable[Hop]) -> float:
    """The round-trip time that the links of a way add, in seconds."""
    return sum(inventory.links[hop.link].rtt_s for hop in path)


class _Endpoint(NamedTuple):
    """Where a VMkernel adapter is: its subnet, whether that has a router, and its site ("" if unknown)."""

    subnet: str
    routed: bool
    site: str

    def distance(self, other: _Endpoint) -> bool:
        """Whether there is anything between the two: another subnet, or another site of a stretched one."""
        return self.subnet != other.subnet or bool(self.site and other.site and self.site != other.site)


def _endpoints(inventory: Inventory, host: e.Host, service: e.VmkService) -> list[_Endpoint]:
    ends = []
    for vmk in host.vmk_adapters:
        subnet = inventory.subnets.get(vmk.subnet)
        if service in vmk.services and subnet is not None:
            site = inventory.datacenters[host.datacenter].site or subnet.site
            ends.append(_Endpoint(subnet.id, bool(subnet.gateway), site))
    return ends


_COST_OF_A_HOP = 1
_COST_OF_A_NANOSECOND = 1 << 20
"""More than the hops of any way, so that the round-trip time decides first."""


class _LinkGraph(NamedTuple):
    """Sites and subnets with the links between them; each edge holds its links as (cost, link), cheapest
    first.
    """

    graph: nx.Graph[tuple[str, str]]
    links: Mapping[str, e.NetworkLink]
    subnets: Mapping[str, e.Subnet]
    sites: Mapping[str, e.Site]


_recent: list[_LinkGraph] = []
_MOST_RECENT = 8


def _link_graph(inventory: Inventory) -> _LinkGraph:
    """The graph of sites and subnets, remembered as long as the collections are the very same.

    Inventories share the collections that a change has not touched, so a moved VM costs nothing here.
    """
    parts = inventory.links, inventory.subnets, inventory.sites
    for known in _recent:
        if all(map(operator.is_, known[1:], parts)):
            return known
    made = _LinkGraph(_sites_and_subnets(inventory), *parts)
    _recent.insert(0, made)
    del _recent[_MOST_RECENT:]
    return made


def _sites_and_subnets(inventory: Inventory) -> nx.Graph[tuple[str, str]]:
    import networkx as nx

    graph: nx.Graph[tuple[str, str]] = nx.Graph()
    for link in inventory.links.values():
        if link.state == "up":
            a, b = _node(inventory, link.a), _node(inventory, link.b)
            cost = round(link.rtt_s * 1e9) * _COST_OF_A_NANOSECOND + _COST_OF_A_HOP
            links = graph.edges[a, b]["links"] if graph.has_edge(a, b) else []
            graph.add_edge(a, b, links=sorted([*links, (cost, link)], key=lambda pair: pair[0]))
    for subnet in inventory.subnets.values():
        if subnet.gateway:
            graph.add_edge(("subnet", subnet.id), ("site", subnet.site), links=None)
    return graph


def _node(inventory: Inventory, id_: str) -> tuple[str, str]:
    return ("site", id_) if id_ in inventory.sites else ("subnet", id_)


def _way(
    links: _LinkGraph, start: _Endpoint, end: _Endpoint, blocked: frozenset[str]
) -> tuple[int, tuple[Hop, ...]] | None:
    import networkx as nx

    stretched = start.subnet == end.subnet
    source, target = (
        (("site", start.site), ("site", end.site)) if stretched else (("subnet", start.subnet), ("subnet", end.subnet))
    )

    def cost(_a: tuple[str, str], _b: tuple[str, str], edge: dict[str, Any]) -> int | None:
        if edge["links"] is None:
            return None if stretched else 0
        return next((cost for cost, link in edge["links"] if link.id not in blocked), None)

    try:
        nodes = nx.dijkstra_path(links.graph, source, target, weight=cost)
    except (nx.NetworkXNoPath, nx.NodeNotFound):
        return None
    taken = [(tail, links.graph.edges[tail, head]["links"]) for tail, head in itertools.pairwise(nodes)]
    chosen = [_cheapest(tail, choices, blocked) for tail, choices in taken if choices is not None]
    return sum(cost for cost, _ in chosen), tuple(hop for _, hop in chosen)


def _cheapest(
    tail: tuple[str, str], choices: list[tuple[int, e.NetworkLink]], blocked: frozenset[str]
) -> tuple[int, Hop]:
    cost, link = next((cost, link) for cost, link in choices if link.id not in blocked)
    return cost, Hop(link.id, forward=link.a == tail[1])


# --- who reaches what ---------------------------------------------------------------------------------------


def hosts_reaching(inventory: Inventory, datastore: str, *, writable: bool = False) -> tuple[str, ...]:
    """Ids of the connected hosts that see a datastore (to write, if asked); none while it is inaccessible for
    all.

    KeyError if the datastore does not exist.
    """
    if not inventory.datastores[datastore].accessible:
        return ()
    return tuple(
        host.id
        for host in inventory.hosts.values()
        if host.connection_state == "connected"
        and any(
            mount.datastore == datastore and mount.accessible and (mount.access_mode == "readWrite" or not writable)
            for mount in host.mounts
        )
    )


def shared_datastores(inventory: Inventory, host_a: str, host_b: str) -> tuple[str, ...]:
    """Ids of the accessible datastores that both hosts see, in the first one's order. KeyError if a host does
    not exist.
    """
    other = {mount.datastore for mount in inventory.hosts[host_b].mounts if mount.accessible}
    return tuple(
        mount.datastore
        for mount in inventory.hosts[host_a].mounts
        if mount.accessible and mount.datastore in other and inventory.datastores[mount.datastore].accessible
    )


def hosts_on(inventory: Inventory, subnet: str) -> tuple[str, ...]:
    """Ids of the hosts with a VMkernel adapter in a subnet."""
    return tuple(host.id for host in inventory.hosts.values() if any(vmk.subnet == subnet for vmk in host.vmk_adapters))
