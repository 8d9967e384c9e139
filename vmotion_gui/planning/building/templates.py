"""Estates to begin with: small and complete, each with one thing that it shows about migrations."""

from __future__ import annotations

from collections.abc import Callable

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message, message
from vmotion_gui.planning.building.ground_plan import TIB, GroundPlan


def small_cluster() -> Inventory:
    """Three hosts that share two datastores: everything can go everywhere."""
    plan = GroundPlan()
    plan.put(e.VCenter(id="vcenter-1", name="vc.example.com"))
    plan.put(e.Datacenter(id="datacenter-1", name="Datacenter", vcenter="vcenter-1"))
    plan.put(e.Cluster(id="domain-c1", name="Cluster", datacenter="datacenter-1", evc_mode_key="intel-skylake"))
    management, vmotion = plan.subnet("mgmt", "Management", 10), plan.subnet("vmotion", "vMotion", 20)
    guests = plan.subnet("vms", "VM Network", 30)
    switch = plan.switch("a", "datacenter-1", ("Management", management), ("vMotion", vmotion), ("VM Network", guests))
    stores = plan.datastore("vmfs-01", "datacenter-1"), plan.datastore("vmfs-02", "datacenter-1")
    hosts = [plan.host(n, "datacenter-1", "domain-c1", switch, management, vmotion, *stores) for n in (1, 2, 3)]
    plan.machines(hosts)
    return plan.inventory()


def stretched_cluster() -> Inventory:
    """One cluster over two sites of a city, 40 Gbit/s and 1 ms apart, on storage that both mirror. Its rules keep the
    VMs at their sites as long as these have hosts; vMotion between the sites goes over the routers."""
    plan = GroundPlan()
    plan.put(e.VCenter(id="vcenter-1", name="vc.example.com"))
    plan.put(e.Datacenter(id="datacenter-1", name="Metro", vcenter="vcenter-1"))
    guests = plan.subnet("vms", "VM Network", 30)
    stores = plan.datastore("metro-01", "datacenter-1"), plan.datastore("metro-02", "datacenter-1")
    sides: list[list[e.Host]] = []
    networks = []
    for number, name in enumerate(("A", "B")):
        plan.put(e.Site(id=f"site-{number + 1}", name=f"Site {name}"))
        site = f"site-{number + 1}"
        management = plan.subnet(f"mgmt-{name.lower()}", f"Management {name}", 10 + number, site)
        networks.append((management, plan.subnet(f"vmotion-{name.lower()}", f"vMotion {name}", 20 + number, site)))
    named = [(subnet.name, subnet) for pair in networks for subnet in pair]
    switch = plan.switch("a", "datacenter-1", *named, ("VM Network", guests))
    for number, (management, vmotion) in enumerate(networks):
        first = 2 * number + 1
        sides.append(
            [
                plan.host(n, "datacenter-1", "domain-c1", switch, management, vmotion, *stores)
                for n in (first, first + 1)
            ]
        )
    plan.put(_link("link-1", "Metro link", bandwidth_bits_per_s=40e9, rtt_s=0.001))
    plan.machines([host for pair in zip(*sides, strict=True) for host in pair])
    plan.put(
        e.Cluster(
            id="domain-c1",
            name="Stretched cluster",
            datacenter="datacenter-1",
            evc_mode_key="intel-skylake",
            rules=tuple(_stay(f"Stay at site {name}", plan, side) for name, side in zip("AB", sides, strict=True)),
        )
    )
    return plan.inventory()


def _link(id_: str, name: str, *, bandwidth_bits_per_s: float, rtt_s: float, loss: float = 0.0) -> e.NetworkLink:
    return e.NetworkLink(
        id=id_,
        name=name,
        a="site-1",
        b="site-2",
        bandwidth_bits_per_s=bandwidth_bits_per_s,
        rtt_s=rtt_s,
        loss=loss,
    )


def _stay(name: str, plan: GroundPlan, hosts: list[e.Host]) -> e.VmHostRule:
    ids = tuple(host.id for host in hosts)
    vms = tuple(vm.id for vm in plan.vms if vm.host in ids)
    return e.VmHostRule(name=name, vms=vms, hosts=ids, affine=True, mandatory=False)


def _two_places(plan: GroundPlan, sites: tuple[str, str]) -> list[list[e.Host]]:
    """Two vCenter Servers, each with a datacenter, a cluster, a datastore and networks of its own at one of the sites;
    the network for guests is there in both."""
    guests, sides = plan.subnet("vms", "VM Network", 30), []
    for number, site in enumerate(sites):
        key, place, vcenter = "ab"[number], f"datacenter-{number + 1}", f"vcenter-{number + 1}"
        plan.put(e.Site(id=site, name=f"Site {'AB'[int(site[-1]) - 1]}"))
        plan.put(e.VCenter(id=vcenter, name=f"vc-{number + 1:02d}.example.com"))
        plan.put(e.Datacenter(id=place, name=f"Datacenter {key.upper()}", vcenter=vcenter, site=site))
        cluster = f"domain-c{number + 1}"
        plan.put(e.Cluster(id=cluster, name=f"Cluster {key.upper()}", datacenter=place, evc_mode_key="intel-skylake"))
        management = plan.subnet(f"mgmt-{key}", f"Management {key.upper()}", 10 + number, site)
        vmotion = plan.subnet(f"vmotion-{key}", f"vMotion {key.upper()}", 20 + number, site)
        switch = plan.switch(key, place, (management.name, management), (vmotion.name, vmotion), ("VM Network", guests))
        store = plan.datastore(f"vmfs-{key}-01", place)
        first = 2 * number + 1
        sides.append([plan.host(n, place, cluster, switch, management, vmotion, store) for n in (first, first + 1)])
    return sides


def two_vcenters() -> Inventory:
    """Two vCenter Servers at one site, in Enhanced Linked Mode, each with a cluster and a datastore: VMs go from one to
    the other with their storage, and keep their network, which both have."""
    plan = GroundPlan()
    sides = _two_places(plan, ("site-1", "site-1"))
    plan.machines(sides[0])
    return plan.inventory()


def shared_nothing_pair() -> Inventory:
    """Two hosts without a cluster and without a datastore that both see: memory and disks move together."""
    plan = GroundPlan()
    plan.put(e.VCenter(id="vcenter-1", name="vc.example.com"))
    plan.put(e.Datacenter(id="datacenter-1", name="Datacenter", vcenter="vcenter-1"))
    management, vmotion = plan.subnet("mgmt", "Management", 10), plan.subnet("vmotion", "vMotion", 20)
    guests = plan.subnet("vms", "VM Network", 30)
    switch = plan.switch("a", "datacenter-1", ("Management", management), ("vMotion", vmotion), ("VM Network", guests))
    hosts = []
    for number in (1, 2):
        local = plan.datastore(f"esx-{number:02d}-local", "datacenter-1", 2 * TIB)
        hosts.append(plan.host(number, "datacenter-1", "", switch, management, vmotion, local))
    plan.machines(hosts[:1])
    return plan.inventory()


def metro_pair() -> Inventory:
    """Two sites with a vCenter Server each and a WAN of 1 Gbit/s and 20 ms between them, on which one packet in 100,000
    is lost: VMs go across with their storage, slowly."""
    plan = GroundPlan()
    sides = _two_places(plan, ("site-1", "site-2"))
    plan.put(_link("link-1", "WAN", bandwidth_bits_per_s=1e9, rtt_s=0.02, loss=1e-5))
    plan.machines(sides[0])
    return plan.inventory()


TEMPLATES: dict[str, Callable[[], Inventory]] = {
    "smallCluster": small_cluster,
    "stretchedCluster": stretched_cluster,
    "twoVCenters": two_vcenters,
    "sharedNothingPair": shared_nothing_pair,
    "metroPair": metro_pair,
}
"""Name -> what makes the estate; the same every time."""


def title(name: str) -> Message:
    """What people call a template."""
    return message(f"building.template.{name}")


def explanation(name: str) -> Message:
    """What a template holds and shows, in a sentence."""
    return message(f"building.template.{name}.explanation")
