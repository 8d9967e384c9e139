"""What a flow can get: worked numbers E16 to E18, streams, several adapters, and the way over links."""

from __future__ import annotations

import math

import msgspec
import pytest

from tests.simulation.worlds import MIB, host, inventory, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import Migrate, MigrationSpec
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.qemu import QEMU
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.routes import (
    goodput_factor,
    mathis_bytes_per_s,
    route,
    streams,
    uplinks,
    version_of,
    window_bytes_per_s,
)


def test_e16_window_over_round_trip() -> None:
    assert window_bytes_per_s(0.5e6, 0.005) == pytest.approx(100e6)
    assert window_bytes_per_s(0.5e6, 0.010) == pytest.approx(50e6)
    assert window_bytes_per_s(4194304, 0.2) == pytest.approx(20.97152e6)
    assert window_bytes_per_s(0.5e6, 0.0) == math.inf


def test_e17_loss() -> None:
    assert mathis_bytes_per_s(1460, 0.010, 1e-4) == pytest.approx(14.6e6)
    assert mathis_bytes_per_s(1460, 0.010, 1e-4, math.sqrt(1.5)) == pytest.approx(17.881e6, abs=500)
    assert mathis_bytes_per_s(1460, 0.1, 1e-6) == pytest.approx(14.6e6)
    assert mathis_bytes_per_s(8960, 0.1, 1e-6) == pytest.approx(89.6e6)
    assert mathis_bytes_per_s(1460, 0.1, 0.0) == math.inf


def test_e18_headers() -> None:
    assert goodput_factor(1500) == pytest.approx(0.941482, abs=5e-7)
    assert goodput_factor(9000) == pytest.approx(0.990042, abs=5e-7)
    assert goodput_factor(1500) * 125e6 == pytest.approx(117.69e6, abs=5e3)
    assert goodput_factor(9000) * 1250e6 == pytest.approx(1237.6e6, abs=5e4)


def test_versions_are_numbers() -> None:
    assert version_of("7.0.2") == (7, 0, 2)
    assert version_of("8.0 U1") == (8, 0, 0)
    assert version_of("") == (0, 0, 0)


@pytest.mark.parametrize(("gbit", "count"), [(10, 1), (25, 2), (40, 3), (100, 7)])
def test_automatic_streams_since_70u2(gbit: int, count: int) -> None:
    new, old = host(1, version="7.0.2"), host(2, version="7.0.1")
    assert streams(VSPHERE, (new, new), gbit * 1e9) == count
    assert streams(VSPHERE, (new, old), gbit * 1e9) == 1
    assert streams(QEMU, (new, new), gbit * 1e9) == 1


def _adapter(device: str, **fields: object) -> e.VmKernelAdapter:
    return e.VmKernelAdapter(device=device, portgroup="pg", subnet="net", services=("vmotion",), **fields)


def test_several_adapters_use_several_uplinks() -> None:
    nics = tuple(e.PhysicalNic(device=f"vmnic{n}", switch="dvs") for n in range(3))
    two = host(1, pnics=nics, vmk_adapters=(_adapter("vmk1"), _adapter("vmk2")))
    estate = inventory(two, host(2))
    assert [nic.device for nic in uplinks(estate, two, two.vmk_adapters)] == ["vmnic0", "vmnic1"]
    found = route(estate, VSPHERE, two, host(2))
    assert found is not None
    assert len(found.parts) == 2
    assert sum(part.weight for part in found.parts) == pytest.approx(1.0)


def test_an_adapter_without_a_living_uplink_carries_nothing() -> None:
    dead = host(1, pnics=(e.PhysicalNic(device="vmnic0", speed_bits_per_s=0, switch="dvs"),))
    assert route(inventory(dead, host(2)), VSPHERE, dead, host(2)) is None


def _two_sites(**link: object) -> tuple[list[e.Entity], e.Host, e.Host]:
    far = msgspec.structs.replace(host(2, subnet="far"), datacenter="dc-2")
    places: list[e.Entity] = [
        e.Site(id="site-2", name="Site 2"),
        e.Datacenter(id="dc-2", name="DC 2", vcenter="vc", site="site-2"),
        e.Subnet(id="far", name="far", cidr="10.9.0.0/24", gateway="10.9.0.1", site="site-2"),
        e.NetworkLink(
            id="wan", name="WAN", a="site", b="site-2", **{"bandwidth_bits_per_s": 1e9, "rtt_s": 0.01, **link}
        ),
    ]
    return places, host(1), far


def test_the_way_between_sites() -> None:
    places, near, far = _two_sites()
    found = route(inventory(*places, near, far), VSPHERE, near, far)
    assert found is not None
    assert (found.links, found.subnets, found.rtt_s) == (("wan",), ("net", "far"), 0.01)
    keys = [use.link for use in found.parts[0].uses]
    assert [(key.kind, key.direction) for key in keys if key.kind == "link"] == [("link", "ab")]


def test_the_way_back_uses_the_other_direction() -> None:
    places, near, far = _two_sites()
    found = route(inventory(*places, near, far), VSPHERE, far, near)
    assert found is not None
    assert [use.link.direction for use in found.parts[0].uses if use.link.kind == "link"] == ["ba"]


def test_no_way_over_a_link_that_is_down() -> None:
    places, near, far = _two_sites(state="down")
    assert route(inventory(*places, near, far), VSPHERE, near, far) is None


def test_the_shortest_round_trip_wins() -> None:
    places, near, far = _two_sites(rtt_s=0.05)
    faster = e.NetworkLink(id="zz", name="Faster", a="site-2", b="site", bandwidth_bits_per_s=1e8, rtt_s=0.02)
    found = route(inventory(*places, faster, near, far), VSPHERE, near, far)
    assert found is not None
    assert found.links == ("zz",)


def test_a_small_window_caps_a_long_way_unless_licensed() -> None:
    places, near, far = _two_sites()
    estate = inventory(*places, near, far)
    licensed = route(estate, VSPHERE, near, far)
    plain = msgspec.structs.replace(near, licence_features=("vmotion",))
    capped = route(estate, VSPHERE, plain, far)
    assert licensed is not None
    assert capped is not None
    assert capped.parts[0].cap == pytest.approx(50e6)
    assert licensed.parts[0].cap == pytest.approx(15e9 / 8)


def test_a_stretched_subnet_goes_over_the_sites_link() -> None:
    places, near, _far = _two_sites()
    same = host(2)
    same = msgspec.structs.replace(same, datacenter="dc-2")
    found = route(inventory(*places, near, same), VSPHERE, near, same)
    assert found is not None
    assert found.links == ("wan",)


def test_a_copy_keeps_its_own_speed_limit() -> None:
    """The profile's (QEMU's max-bandwidth), or the migration's if that is lower."""
    for spec_limit, expected in ((None, 128.0), (64.0 * MIB, 64.0), (500.0 * MIB, 128.0)):
        running = Engine(Lab(inventory=inventory(host(1), host(2), vm())), QEMU)
        running.submit(Migrate(spec=MigrationSpec(vm="vm-1", host="h-2", max_bandwidth_bytes_per_s=spec_limit)))
        running.advance(3.0)
        assert running.status("migration-1").copy_bytes_per_s == pytest.approx(expected * MIB, rel=0.005)
