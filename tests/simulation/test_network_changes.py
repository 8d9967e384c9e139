"""Links, adapters and ways that change while a copy is on them."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from tests.simulation.worlds import GIB, MIB, TEXTBOOK, finished, host, inventory, link_speed, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.changes import EntityRemoved, FieldsChanged
from vmotion_gui.inventory.commands import EditInventory, Fault, InjectFault, LinkFailed, RepairFault
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.routes import goodput_factor, mathis_bytes_per_s
from vmotion_gui.simulation.status import MigrationStatus, Phase

PAYLOAD = goodput_factor(9000)


def _wan(id_: str, mib: float, rtt_s: float = 0.0, **more: object) -> e.NetworkLink:
    fields = {"bandwidth_bits_per_s": float(link_speed(mib * MIB)), "rtt_s": rtt_s, **more}
    return e.NetworkLink(id=id_, name=id_.upper(), a="site", b="site-2", **fields)  # type: ignore[arg-type]


def _two_sites(
    *links: e.NetworkLink, profile: Profile = TEXTBOOK, licensed: bool = True, disk: int = GIB, **more: object
) -> Engine:
    """Two hosts of 1000 MiB/s at two sites, and a VM of 8 GiB on its way to the other."""
    features = e.Host(id="x", name="x", datacenter="dc").licence_features if licensed else ("vmotion",)
    near = host(1, licence_features=features)
    far = host(2, subnet="far", cluster="", licence_features=features)
    far = msgspec.structs.replace(far, datacenter="dc-2")
    places: list[e.Entity] = [
        e.Site(id="site-2", name="Site 2"),
        e.Datacenter(id="dc-2", name="DC 2", vcenter="vc", site="site-2"),
        e.Subnet(id="far", name="far", cidr="10.9.0.0/24", gateway="10.9.0.1", site="site-2"),
    ]
    vms = vm(disk=disk, nics=(), **more)  # type: ignore[arg-type]
    running = Engine(
        Lab(inventory=inventory(*places, *links, near, far, vms)), dataclasses.replace(profile, checks_rules=False)
    )
    running.submit(move(datastore="ds-b" if disk != GIB else ""))
    return running


def _edit(running: Engine, id_: str, **fields: object) -> None:
    assert running.submit(EditInventory(changes=(FieldsChanged(id=id_, fields=fields),))).accepted


def _rate_mib(running: Engine) -> float:
    return running.status("migration-1").copy_bytes_per_s / MIB


def _rerouted(running: Engine) -> list[list[str]]:
    return [event.text.args["way"] for event in running.events if event.type == "MigrationRerouted"]


def _sent(status: MigrationStatus) -> float:
    return sum(record.sent_bytes for record in status.passes)


def test_a_link_with_another_bandwidth_counts_at_once() -> None:
    """8192 MiB: 4 s at 500, then 6192 MiB at 250 make 28.768 s."""
    running = _two_sites(_wan("wan", 500))
    running.advance(4.0)
    assert _rate_mib(running) == pytest.approx(500.0)
    _edit(running, "wan", bandwidth_bits_per_s=link_speed(250 * MIB))
    assert _rate_mib(running) == pytest.approx(250.0)
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.passes[0].duration_s == pytest.approx(4.0 + 6192 / 250)
    assert _sent(status) == pytest.approx(8 * GIB)
    assert _rerouted(running) == []


def test_an_adapter_with_another_speed_counts_at_once() -> None:
    running = _two_sites(_wan("wan", 2000))
    running.advance(1.0)
    _edit(running, "h-1", pnics=[{"device": "vmnic0", "switch": "dvs", "speed_bits_per_s": link_speed(100 * MIB)}])
    assert _rate_mib(running) == pytest.approx(100.0)
    assert _rerouted(running) == []


def test_e16_and_e17_delay_and_loss_cap_a_running_copy() -> None:
    """0.5 MB at 5 ms: 100e6 B/s, at 10 ms 50e6; without loss and delay all of the link; with loss MSS/(RTT sqrt p)."""
    running = _two_sites(_wan("wan", 500, 0.005), licensed=False)
    running.advance(1.0)
    assert _rate_mib(running) * MIB == pytest.approx(100e6)
    _edit(running, "wan", rtt_s=0.010)
    assert _rate_mib(running) * MIB == pytest.approx(50e6)
    _edit(running, "wan", rtt_s=0.0)
    assert _rate_mib(running) == pytest.approx(500.0)
    _edit(running, "wan", rtt_s=0.1, loss=1e-6)
    assert _rate_mib(running) * MIB == pytest.approx(min(5e6, mathis_bytes_per_s(8960, 0.1, 1e-6)))
    assert _rerouted(running) == []


@pytest.mark.parametrize(
    ("mtu", "rtt_s", "loss", "expected"),
    [(1500, 0.01, 1e-4, 14.6e6), (1500, 0.1, 1e-6, 14.6e6), (9000, 0.1, 1e-6, 89.6e6)],
)
def test_e17_loss_through_the_engine(mtu: int, rtt_s: float, loss: float, expected: float) -> None:
    running = _two_sites(_wan("wan", 500, rtt_s, loss=loss))
    for id_, subnet, address in (("h-1", "net", "10.0.0.11"), ("h-2", "far", "10.9.0.12")):
        vmk = {"device": "vmk0", "portgroup": "pg", "subnet": subnet, "services": ["vmotion"], "mtu": mtu}
        _edit(running, id_, vmk_adapters=[{**vmk, "ip_address": address}])
    running.advance(1.0)
    assert _rate_mib(running) * MIB == pytest.approx(expected)


@pytest.mark.parametrize(("mtu", "gbit", "expected"), [(1500, 1, 117.69e6), (9000, 10, 1237.6e6)])
def test_e18_headers_through_the_engine(mtu: int, gbit: int, expected: float) -> None:
    """1 GbE carries 117.69 MB/s of payload at MTU 1500, 10 GbE with jumbo frames 1237.6."""
    hosts = []
    for number in (1, 2):
        plain = host(number, pnics=(e.PhysicalNic(device="vmnic0", switch="dvs", speed_bits_per_s=gbit * 10**9),))
        vmk = msgspec.structs.replace(plain.vmk_adapters[0], mtu=mtu)
        hosts.append(msgspec.structs.replace(plain, vmk_adapters=(vmk,)))
    running = Engine(Lab(inventory=inventory(*hosts, vm())), TEXTBOOK)
    running.submit(move())
    running.advance(1.0)
    assert _rate_mib(running) * MIB == pytest.approx(expected, rel=1e-4)
    (load,) = [load for load in running.link_loads() if load.direction == "tx"]
    assert load.used_bytes_per_s == pytest.approx(gbit * 125e6)


# --- other ways ---------------------------------------------------------------

_DOWN = LinkFailed(link="wan")


def _inject(running: Engine, fault: Fault) -> None:
    assert running.submit(InjectFault(fault=fault)).accepted


def test_a_copy_takes_another_way_when_its_link_fails_and_the_old_one_when_it_is_back() -> None:
    running = _two_sites(_wan("wan", 500, 0.001), _wan("detour", 100, 0.004))
    running.advance(2.0)
    _inject(running, _DOWN)
    assert _rate_mib(running) == pytest.approx(100.0)
    running.advance(12.0)
    assert running.submit(RepairFault(fault=_DOWN)).accepted
    assert _rate_mib(running) == pytest.approx(500.0)
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.passes[0].duration_s == pytest.approx(12.0 + (8192 - 1000 - 1000) / 500)
    assert _sent(status) == pytest.approx(8 * GIB)
    assert _rerouted(running) == [
        ["esx-1/vmnic0", "DETOUR", "esx-2/vmnic0"],
        ["esx-1/vmnic0", "WAN", "esx-2/vmnic0"],
    ]
    assert running.link_loads() == []


@pytest.mark.parametrize("by_edit", [True, False])
def test_without_another_way_a_copy_waits_and_goes_on_when_the_link_is_back_in_time(by_edit: bool) -> None:
    running = _two_sites(_wan("wan", 500))
    running.advance(2.0)
    if by_edit:
        _edit(running, "wan", state="down")
    else:
        _inject(running, _DOWN)
    assert _rate_mib(running) == 0.0
    running.advance(2.0 + TEXTBOOK.network_timeout_s - 1.0)
    if by_edit:
        _edit(running, "wan", state="up")
    else:
        assert running.submit(RepairFault(fault=_DOWN)).accepted
    assert _rate_mib(running) == pytest.approx(500.0)
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.passes[0].duration_s == pytest.approx(8192 / 500 + TEXTBOOK.network_timeout_s - 1.0)
    assert _rerouted(running) == []


def test_a_copy_whose_link_does_not_come_back_fails_after_the_networks_timeout() -> None:
    running = _two_sites(_wan("wan", 500))
    running.advance(2.0)
    _inject(running, _DOWN)
    status = finished(running)
    assert (status.phase, status.fault.rule if status.fault else "") == (Phase.FAILED, "simulation.networkTimeout")
    assert running.now_s == pytest.approx(2.0 + TEXTBOOK.network_timeout_s + TEXTBOOK.roll_back_s)
    assert running.inventory.vms["vm-1"].host == "h-1"


def test_a_way_that_opens_in_time_saves_a_stalled_copy() -> None:
    running = _two_sites(_wan("wan", 500), _wan("detour", 100, 0.004, state="down"))
    running.advance(2.0)
    _inject(running, _DOWN)
    running.advance(10.0)
    _edit(running, "detour", state="up")
    assert _rate_mib(running) == pytest.approx(100.0)
    status = finished(running)
    assert status.phase is Phase.COMPLETED
    assert status.passes[0].duration_s == pytest.approx(10.0 + 7192 / 100)


def test_a_link_that_is_removed_is_one_that_is_down() -> None:
    running = _two_sites(_wan("wan", 500), _wan("detour", 100, 0.004))
    running.advance(2.0)
    running.submit(EditInventory(changes=(EntityRemoved(id="wan"),)))
    assert _rate_mib(running) == pytest.approx(100.0)


def test_an_adapter_that_fails_is_replaced_by_another_of_its_switch() -> None:
    pnics = tuple(
        e.PhysicalNic(device=f"vmnic{n}", switch="dvs", speed_bits_per_s=link_speed(mib * MIB))
        for n, mib in ((0, 500), (1, 100))
    )
    running = Engine(Lab(inventory=inventory(host(1, pnics=pnics), host(2), vm())), TEXTBOOK)
    running.submit(move())
    running.advance(2.0)
    assert _rate_mib(running) == pytest.approx(500.0)
    document = [msgspec.to_builtins(nic) for nic in pnics]
    document[0]["speed_bits_per_s"] = 0
    _edit(running, "h-1", pnics=document)
    assert _rate_mib(running) == pytest.approx(100.0)
    assert _rerouted(running) == [["esx-1/vmnic1", "esx-2/vmnic0"]]
    document[1]["speed_bits_per_s"] = 0
    _edit(running, "h-1", pnics=document)
    assert _rate_mib(running) == 0.0
    assert finished(running).phase is Phase.FAILED


def test_more_adapters_carry_more() -> None:
    """A second vMotion adapter that comes in mid-copy is used, and given up again."""
    pnics = tuple(
        e.PhysicalNic(device=f"vmnic{n}", switch="dvs", speed_bits_per_s=link_speed(300 * MIB)) for n in (0, 1)
    )
    running = Engine(Lab(inventory=inventory(host(1, pnics=pnics), host(2), vm())), TEXTBOOK)
    running.submit(move())
    running.advance(2.0)
    first = msgspec.to_builtins(running.inventory.hosts["h-1"].vmk_adapters[0])
    second = {**first, "device": "vmk1", "ip_address": "10.0.0.99"}
    for vmks, mib in (([first, second], 600.0), ([first], 300.0)):
        _edit(running, "h-1", vmk_adapters=vmks)
        assert _rate_mib(running) == pytest.approx(mib)
    status = finished(running)
    assert _sent(status) == pytest.approx(8 * GIB)


def test_disks_and_their_mirrors_take_the_other_way_too() -> None:
    running = _two_sites(_wan("wan", 200, 0.001), _wan("detour", 100, 0.004), disk=4 * GIB, disk_writes=20.0 * MIB)
    running.advance(5.0)
    assert running.status("migration-1").phase is Phase.COPYING_DISK
    _inject(running, _DOWN)
    loads = {load.link: load for load in running.link_loads()}
    assert "wan" not in loads
    assert loads["detour"].used_bytes_per_s * PAYLOAD == pytest.approx(100.0 * MIB)
    while running.phase("migration-1") is not Phase.COPYING_MEMORY:
        assert running.next_event_s is not None
        running.advance(running.next_event_s)
    assert running.submit(RepairFault(fault=_DOWN)).accepted
    loads = {load.link: load for load in running.link_loads()}
    assert "detour" not in loads
    assert loads["wan"].used_bytes_per_s * PAYLOAD == pytest.approx(200.0 * MIB)
    assert finished(running).phase is Phase.COMPLETED


def test_a_copys_own_limit_goes_with_it() -> None:
    profile = dataclasses.replace(TEXTBOOK, max_bandwidth_bytes_per_s=60.0 * MIB)
    running = _two_sites(_wan("wan", 500, 0.001), _wan("detour", 100, 0.004), profile=profile)
    running.advance(2.0)
    _inject(running, _DOWN)
    assert _rate_mib(running) == pytest.approx(60.0)
    assert len(_rerouted(running)) == 1
