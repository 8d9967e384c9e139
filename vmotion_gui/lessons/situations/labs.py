"""The estates of the situations; host 1 and host 2 are two ends of a move."""

from __future__ import annotations

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.traffic import TrafficLoad
from vmotion_gui.inventory.workload import SequentialSweep
from vmotion_gui.lessons.situations.ground import GBIT, GIB, disk, host, lab_of, places, vm, writes

_NO_HA = e.DasConfig(enabled=False, admission_control_enabled=False)


def _cluster(entities: list[e.Entity], **fields: object) -> list[e.Entity]:
    """The same with other fields of the cluster."""
    return [msgspec.structs.replace(one, **fields) if isinstance(one, e.Cluster) else one for one in entities]


def converges() -> Lab:
    """A third of the copy's rate is written anew."""
    busy = vm(1, "shop-01", memory=32, cpus=4, workload=writes(90_000.0, 24))
    return lab_of("It converges", *places(2), host(1), host(2), busy)


def just_not() -> Lab:
    """It writes new pages a little faster than 10 Gbit/s carries them."""
    busy = vm(1, "stress-01", memory=32, cpus=4, workload=writes(320_000.0, 28, SequentialSweep()))
    return lab_of("It just does not converge", *places(2), host(1), host(2), busy)


def saturated() -> Lab:
    """Backup traffic takes most of what the source's adapter can send."""
    loads = (TrafficLoad(traffic="virtualMachine", send_bytes_per_s=1.1e9),)
    pnics = (e.PhysicalNic(device="vmnic0", speed_bits_per_s=10 * GBIT, switch="dvs-1", loads=loads),)
    mover = vm(1, "app-01", memory=32, workload=writes(10_000.0, 4))
    return lab_of("A saturated link", *places(2), host(1, pnics=pnics), host(2), mover)


def shared() -> Lab:
    """Two moves between the same hosts."""
    machines = [vm(n, f"node-{n:02d}", memory=24, workload=writes(60_000.0, 16)) for n in (1, 2)]
    return lab_of("Two moves share a link", *places(2), host(1), host(2), *machines)


def wrong_mtu() -> Lab:
    """One end sends jumbo frames, the other takes none."""
    plain = e.VmKernelAdapter(
        device="vmk0",
        portgroup="pg-vmotion",
        ip_address="10.1.20.12",
        subnet="net-vmotion",
        services=("management", "vmotion"),
        mtu=1500,
        gateway="10.1.20.1",
    )
    return lab_of("Wrong MTU", *places(2), host(1), host(2, vmk_adapters=(plain,)), vm(1, "web-01", memory=16))


def evc_mismatch() -> Lab:
    """The machine was powered on with newer processor features than the target has."""
    return lab_of(
        "EVC mismatch",
        *_cluster(places(2), evc_mode_key=""),
        host(1, max_evc_mode_key="intel-icelake"),
        host(2, max_evc_mode_key="intel-skylake", cpu_model="Intel Xeon Gold 6130"),
        vm(1, "erp-01", memory=8, min_required_evc_mode_key="intel-icelake"),
    )


def missing_datastore() -> Lab:
    """The disk is where the target cannot see it."""
    stores = ("ds-shared", "ds-array-2")
    return lab_of(
        "A missing datastore",
        *places(2, stores=stores),
        host(1, stores=stores),
        host(2),
        vm(1, "files-01", memory=8, disks=(disk("files-01", "ds-array-2"),)),
    )


def n_minus_1() -> Lab:
    """With one host away, the others could not take over for another one that fails."""
    machines = [
        vm(
            10 * n + m,
            f"db-{n}{m}",
            f"host-{n}",
            memory=48,
            cpus=4,
            workload=writes(3_000.0, 2),
            memory_reservation_bytes=48 * GIB,
        )
        for n in (1, 2, 3)
        for m in (1, 2)
    ]
    small = [host(n, memory_bytes=160 * GIB) for n in (1, 2, 3)]
    das = e.DasConfig(failover_level=1)
    return lab_of("N-1 broken", *_cluster(places(3), das=das), *small, *machines)


def cannot_leave() -> Lab:
    """One machine uses a card of its host."""
    card = e.VirtualDevice(kind="pciPassthrough", label="PCI device 0", backing="0000:3b:00.0")
    machines = [vm(n, f"web-{n:02d}", memory=8) for n in (1, 2)]
    bound = vm(3, "cad-01", memory=16, devices=(card,))
    return lab_of("A machine that cannot leave", *_cluster(places(2), das=_NO_HA), host(1), host(2), *machines, bound)
