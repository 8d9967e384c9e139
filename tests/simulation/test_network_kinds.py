"""What carries a copy: streams and adapters of a vMotion, encryption, and cold data by NFC or as vMotion's (UDT)."""

from __future__ import annotations

import dataclasses

import msgspec
import pytest

from tests.simulation.worlds import GIB, TEXTBOOK, finished, host, inventory, move, vm
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.encryption import encrypts
from vmotion_gui.simulation.engine import Engine
from vmotion_gui.simulation.profiles.profile import GBIT
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.routes import goodput_factor
from vmotion_gui.simulation.status import MigrationStatus, Phase

STREAMED = dataclasses.replace(TEXTBOOK, stream_bytes_per_s=15 * GBIT, checks_rules=False)
ENCRYPTED = dataclasses.replace(STREAMED, encryption_cycles_per_byte=1.25)
PAYLOAD = goodput_factor(9000)


def _host(
    number: int,
    gbits: tuple[int, ...],
    vmks: int = 1,
    services: tuple[e.VmkService, ...] = ("management", "vmotion"),
    stores: tuple[str, ...] = ("ds-a", "ds-b"),
    **more: object,
) -> e.Host:
    """A host with adapters of these line rates, and VMkernel adapters that take them in turn."""
    return host(
        number,
        stores=stores,
        pnics=tuple(
            e.PhysicalNic(device=f"vmnic{n}", speed_bits_per_s=gbit * 10**9, switch="dvs")
            for n, gbit in enumerate(gbits)
        ),
        vmk_adapters=tuple(
            e.VmKernelAdapter(device=f"vmk{n}", portgroup="pg", subnet="net", services=services, mtu=9000)
            for n in range(vmks)
        ),
        **more,
    )


def _copying(*entities: e.Entity, profile: object = STREAMED) -> MigrationStatus:
    """The only migration half a second after its start."""
    assert isinstance(profile, type(STREAMED))
    running = Engine(Lab(inventory=inventory(*entities)), profile)
    running.submit(move())
    running.advance(0.5)
    return running.status("migration-1")


# --- streams ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "gbits", "vmks", "expected"),
    [
        ("7.0.1", (40,), 1, 15.0),  # one adapter, one stream
        ("7.0.1", (40,), 2, 30.0),  # a stream each
        ("7.0.1", (40,), 3, 40.0 * PAYLOAD),
        ("7.0.2", (40,), 1, 40.0 * PAYLOAD),  # three streams by themselves
        ("7.0.2", (100,), 1, 100.0 * PAYLOAD),  # seven
        ("6.7.0", (10, 10, 10, 10), 4, 40.0 * PAYLOAD),  # one migration uses all adapters
        ("8.0.3", (10, 10), 1, 10.0 * PAYLOAD),  # an uplink without a VMkernel adapter carries nothing
        ("8.0.3", (25, 10), 2, 35.0 * PAYLOAD),
    ],
)
def test_streams_and_adapters(version: str, gbits: tuple[int, ...], vmks: int, expected: float) -> None:
    hosts = [_host(n, gbits, vmks, version=version) for n in (1, 2)]
    status = _copying(*hosts, vm(memory=64 * GIB))
    assert status.copy_bytes_per_s / GBIT == pytest.approx(expected)


def test_several_adapters_towards_one_are_as_fast_as_that_one() -> None:
    status = _copying(_host(1, (10, 10), 2), _host(2, (10,)), vm(memory=64 * GIB))
    assert status.copy_bytes_per_s / GBIT == pytest.approx(10.0 * PAYLOAD)


# --- encryption ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("fields", "able", "version", "expected"),
    [
        ({}, True, "8.0.3", True),  # opportunistic is the default
        ({}, False, "8.0.3", False),
        ({}, True, "6.0.0", False),
        ({"migrate_encryption": "disabled"}, True, "8.0.3", False),
        ({"migrate_encryption": "required"}, True, "8.0.3", True),
        ({"migrate_encryption": "disabled", "encrypted": True}, True, "8.0.3", True),
    ],
)
def test_when_vmotion_is_encrypted(fields: dict[str, object], able: bool, version: str, expected: bool) -> None:
    hosts = (host(1), host(2, encrypted_vmotion_supported=able, version=version))
    assert encrypts(vm(**fields), hosts) is expected  # type: ignore[arg-type]


def test_a_streams_crypto_helper_has_one_core() -> None:
    """At 1.25 cycles a byte 1.5 GHz give 1.2e9 B/s a stream: less than its helper's 15 Gbit/s, at the slower host."""
    slow = [_host(1, (100,), cpu_mhz=2600), _host(2, (100,), cpu_mhz=1500)]
    one = [msgspec.structs.replace(each, version="7.0.1") for each in slow]
    assert _copying(*one, vm(), profile=ENCRYPTED).copy_bytes_per_s == pytest.approx(1.2e9)
    assert _copying(*slow, vm(memory=64 * GIB), profile=ENCRYPTED).copy_bytes_per_s == pytest.approx(7 * 1.2e9)
    plain = vm(migrate_encryption="disabled")
    assert _copying(*one, plain, profile=ENCRYPTED).copy_bytes_per_s == pytest.approx(15 * GBIT)


def test_a_fast_core_encrypts_as_fast_as_a_stream_goes() -> None:
    hosts = [_host(n, (100,), version="7.0.1", cpu_mhz=2600) for n in (1, 2)]
    assert _copying(*hosts, vm(), profile=ENCRYPTED).copy_bytes_per_s == pytest.approx(15 * GBIT)


def test_encryption_takes_cpu_on_both_hosts() -> None:
    """25 Gbit/s: 2.5 cores, and 3.125e9 B/s at 1.25 cycles each on top."""
    profile = dataclasses.replace(VSPHERE, checks_rules=False)
    reserved = {}
    for mode in ("opportunistic", "disabled"):
        hosts = [_host(n, (25,)) for n in (1, 2)]
        running = Engine(Lab(inventory=inventory(*hosts, vm(migrate_encryption=mode))), profile)
        running.submit(move())
        running.advance(4.0)
        reserved[mode] = {
            held.object: held.cpu_reservation_mhz for held in running.holdings("migration-1") if held.object[0] == "h"
        }
    assert reserved["disabled"] == pytest.approx({"h-1": 2.5 * 2600, "h-2": 2.5 * 2600})
    more = 3.125e9 * 1.25 / 1e6
    assert reserved["opportunistic"] == pytest.approx({"h-1": 2.5 * 2600 + more, "h-2": 2.5 * 2600 + more})


# --- cold data ---------------------------------------------------------------

_PROVISIONED: tuple[e.VmkService, ...] = ("management", "vSphereProvisioning")


def _cold(
    power_state: str = "poweredOff",
    *,
    services: tuple[e.VmkService, ...] = ("management",),
    version: str = "8.0.3",
    stores: tuple[tuple[str, ...], tuple[str, ...]] = (("ds-a",), ("ds-b",)),
    gbit: int = 10,
    write_bandwidth: float = 5e9,
) -> tuple[Engine, MigrationStatus]:
    """A VM of 4 GiB memory with a disk of 20 GiB that goes from ds-a to ds-b and to the other host."""
    hosts = [
        _host(n, (gbit,), services=services, stores=stores[n - 1], version=version, licence_features=()) for n in (1, 2)
    ]
    moved = vm(memory=4 * GIB, disk=20 * GIB, power_state=power_state)
    estate = inventory(*hosts, moved, write_bandwidth=write_bandwidth)
    fast = msgspec.structs.replace(estate.datastores["ds-a"], read_bandwidth_bytes_per_s=5e9)
    running = Engine(Lab(inventory=estate.with_entities([fast])), STREAMED)
    running.submit(move(datastore="ds-b"))
    running.advance(0.5)
    return running, running.status("migration-1")


def _disk_rate(running: Engine) -> float:
    """Payload of the disk's flow."""
    (flow,) = running.flows().values()
    return flow.rate


@pytest.mark.parametrize(
    ("services", "version", "gbit", "expected"),
    [
        (("management",), "8.0.3", 10, 1.3),  # NFC over management, one thread
        (_PROVISIONED, "7.0.3", 10, 1.3),  # NFC over provisioning
        (_PROVISIONED, "8.0.0", 10, 10.0 * PAYLOAD),  # UDT
        (("management",), "8.0.3", 1, 1.0 * PAYLOAD),  # a slower adapter binds first
        (_PROVISIONED, "8.0.3", 100, 5e9 / GBIT),  # and so does a datastore
    ],
)
def test_cold_data_goes_by_nfc_or_by_udt(
    services: tuple[e.VmkService, ...], version: str, gbit: int, expected: float
) -> None:
    running, status = _cold(services=services, version=version, gbit=gbit)
    assert status.phase is Phase.COPYING_DISK
    assert _disk_rate(running) / GBIT == pytest.approx(expected)
    ended = finished(running)
    assert ended.phase is Phase.COMPLETED
    seconds = 20 * GIB / (expected * GBIT)
    assert ended.end_s == pytest.approx(seconds)


def test_a_suspended_vms_memory_goes_with_its_first_disk() -> None:
    running, _ = _cold("suspended")
    assert finished(running).end_s == pytest.approx(24 * GIB / (1.3 * GBIT))


def test_a_suspended_vm_that_only_changes_its_host_moves_no_byte() -> None:
    hosts = [_host(n, (10,)) for n in (1, 2)]
    running = Engine(Lab(inventory=inventory(*hosts, vm(power_state="suspended"))), STREAMED)
    running.submit(move())
    assert running.flows() == {}
    status = finished(running)
    assert (status.phase, status.sent_bytes) == (Phase.COMPLETED, 0.0)
    assert running.inventory.vms["vm-1"].host == "h-2"


def test_where_the_source_reaches_both_datastores_cold_data_needs_no_network() -> None:
    """It copies at the speed of the datastores, whatever the network."""
    running, _ = _cold(stores=(("ds-a", "ds-b"), ("ds-b",)), gbit=1, write_bandwidth=2e9)
    assert _disk_rate(running) == pytest.approx(2e9)
    assert {load.link for load in running.link_loads()} == {"ds-a", "ds-b"}


def test_two_cold_copies_by_nfc_have_a_thread_each() -> None:
    hosts = [_host(n, (10,), services=("management",), stores=(store,)) for n, store in ((1, "ds-a"), (2, "ds-b"))]
    vms = [vm(n, disk=20 * GIB, power_state="poweredOff") for n in (1, 2)]
    running = Engine(Lab(inventory=inventory(*hosts, *vms)), STREAMED)
    for number in (1, 2):
        running.submit(move(number, datastore="ds-b"))
    running.advance(0.5)
    assert [flow.rate / GBIT for flow in running.flows().values()] == pytest.approx([1.3, 1.3])
