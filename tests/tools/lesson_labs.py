"""Writes the labs of the lessons that ship: `python -m tests.tools.lesson_labs`. The same documents every time."""

from __future__ import annotations

from collections.abc import Callable

from vmotion_gui import resources
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.document import save
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import HotCold, SequentialSweep
from vmotion_gui.lessons.situations.ground import GBIT, disk, host, lab_of, places, store, vm, writes


def first() -> Lab:
    return lab_of(
        "A host must go offline",
        *places(2),
        host(1),
        host(2),
        vm(1, "erp-01", memory=16, cpus=4),
        vm(2, "web-01", "host-2", memory=4),
    )


def what_moves() -> Lab:
    disks = (disk("crm-01", "ds-shared"), disk("crm-01", "ds-shared", 100, 2))
    return lab_of("What moves", *places(2), host(1), host(2), vm(1, "crm-01", memory=8, disks=disks))


def race() -> Lab:
    return lab_of(
        "The race",
        *places(2),
        host(1),
        host(2),
        vm(1, "calm-01", memory=16, workload=writes(30_000.0, 8)),
        vm(2, "busy-01", memory=16, workload=writes(150_000.0, 8)),
    )


def no_convergence() -> Lab:
    return lab_of(
        "When it does not converge",
        *places(4),
        host(1),
        host(2),
        host(3, gbit=25.0),
        host(4, gbit=25.0),
        vm(1, "stress-01", memory=16, cpus=4, workload=writes(500_000.0, 14, SequentialSweep())),
        vm(2, "hotspot-01", memory=16, cpus=4, workload=writes(500_000.0, 0.25)),
        vm(3, "stress-02", "host-3", memory=16, cpus=4, workload=writes(500_000.0, 14, SequentialSweep())),
    )


def switchover() -> Lab:
    workload = writes(20_000.0, 2, HotCold(hot_fraction=0.1, hot_write_share=0.9))
    return lab_of("The switchover", *places(2), host(1), host(2), vm(1, "shop-01", memory=8, cpus=4, workload=workload))


def storage() -> Lab:
    stores = ("ds-shared", "ds-local-1", "ds-local-2")
    own = writes(3_000.0, 1, disk_mb_per_s=40.0)
    return lab_of(
        "With and without shared storage",
        *places(2, stores=stores),
        host(1, stores=("ds-shared", "ds-local-1")),
        host(2, stores=("ds-shared", "ds-local-2")),
        vm(1, "web-01", memory=4),
        vm(2, "files-01", memory=4, disks=(disk("files-01", "ds-local-1", 80),), workload=own),
    )


def distance() -> Lab:
    def site(number: int, city: str, third: int) -> list[e.Entity]:
        return [
            e.Site(id=f"site-{number}", name=city),
            e.VCenter(id=f"vcenter-{number}", name=f"vc-{number:02d}.example.com"),
            e.Datacenter(id=f"dc-{number}", name=city, vcenter=f"vcenter-{number}", site=f"site-{number}"),
            e.Cluster(
                id=f"cluster-{number}",
                name=city,
                datacenter=f"dc-{number}",
                evc_mode_key="intel-skylake",
                das=e.DasConfig(enabled=False, admission_control_enabled=False),
            ),
            e.Subnet(
                id=f"net-vmotion-{number}",
                name=f"vMotion {city}",
                cidr=f"10.{third}.20.0/24",
                gateway=f"10.{third}.20.1",
                site=f"site-{number}",
            ),
            e.Switch(
                id=f"dvs-{number}",
                name=f"DSwitch {city}",
                distributed=True,
                datacenter=f"dc-{number}",
                hosts=(f"host-{number}",),
                mtu=9000,
            ),
            e.PortGroup(
                id=f"pg-vmotion-{number}", name="dv-vMotion", switch=f"dvs-{number}", subnet=f"net-vmotion-{number}"
            ),
            e.PortGroup(id=f"pg-web-{number}", name="dv-Web", switch=f"dvs-{number}"),
            store(f"ds-{number}", f"dc-{number}"),
            _far_host(number, third),
        ]

    links = [
        e.NetworkLink(
            id="link-near", name="Metro 5 ms", a="site-1", b="site-2", bandwidth_bits_per_s=10e9, rtt_s=0.005
        ),
        e.NetworkLink(id="link-far", name="WAN 100 ms", a="site-1", b="site-3", bandwidth_bits_per_s=10e9, rtt_s=0.1),
    ]
    machines = [
        vm(
            number,
            name,
            memory=8,
            disks=(disk(name, "ds-1", 10),),
            nics=(e.VirtualNic(portgroup="pg-web-1", mac_address=f"00:50:56:10:00:{number:02x}"),),
        )
        for number, name in ((1, "near-01"), (2, "far-01"))
    ]
    sites = [*site(1, "Frankfurt", 1), *site(2, "Mainz", 2), *site(3, "New York", 3)]
    return lab_of("Across sites", *sites, *links, *machines)


def _far_host(number: int, third: int) -> e.Host:
    """Without the licence for long distances: its socket buffers stay as they are."""
    return host(
        number,
        stores=(f"ds-{number}",),
        datacenter=f"dc-{number}",
        cluster=f"cluster-{number}",
        licence_features=("vmotion", "storagevmotion", "crossvcenter", "drs", "encryption"),
        pnics=(e.PhysicalNic(device="vmnic0", speed_bits_per_s=10 * GBIT, switch=f"dvs-{number}"),),
        vmk_adapters=(
            e.VmKernelAdapter(
                device="vmk0",
                portgroup=f"pg-vmotion-{number}",
                ip_address=f"10.{third}.20.11",
                subnet=f"net-vmotion-{number}",
                services=("management", "vmotion", "vSphereProvisioning"),
                net_stack="vmotion",
                mtu=9000,
                gateway=f"10.{third}.20.1",
            ),
        ),
    )


def wizard() -> Lab:
    rule = e.VmHostRule(name="Licensed hosts", vms=("vm-4",), hosts=("host-1",), mandatory=True)
    without = e.VmKernelAdapter(
        device="vmk0", portgroup="pg-vmotion", ip_address="10.1.20.13", subnet="net-vmotion", services=("management",)
    )
    cdrom = e.VirtualDevice(kind="cdrom", label="CD/DVD drive 1", backing="host:/vmfs/devices/cdrom/mpx.vmhba0:C0")
    return lab_of(
        "Why the wizard says no",
        *places(3, stores=("ds-shared", "ds-local-1"), rules=(rule,)),
        host(1, stores=("ds-shared", "ds-local-1"), max_evc_mode_key="intel-icelake"),
        host(2, max_evc_mode_key="intel-skylake"),
        host(3, max_evc_mode_key="intel-skylake", vmk_adapters=(without,)),
        vm(1, "cpu-01", memory=4, min_required_evc_mode_key="intel-icelake"),
        vm(2, "cd-01", memory=4, devices=(cdrom,)),
        vm(3, "local-01", memory=4, disks=(disk("local-01", "ds-local-1", 10),)),
        vm(4, "licence-01", memory=4),
        vm(5, "web-01", memory=4),
    )


def failing() -> Lab:
    stores = ("ds-shared", "ds-local-1", "ds-local-2")
    return lab_of(
        "When it fails",
        *places(2, stores=stores),
        host(1, stores=("ds-shared", "ds-local-1")),
        host(2, stores=("ds-shared", "ds-local-2")),
        vm(1, "app-01", memory=32, workload=writes(20_000.0, 4)),
        vm(2, "app-02", memory=8),
        vm(3, "files-01", memory=4, disks=(disk("files-01", "ds-local-1", 80),)),
    )


def maintenance() -> Lab:
    machines = [vm(n, f"app-{n:02d}", memory=4 + 2 * (n % 3), workload=writes(2_000.0, 1)) for n in range(1, 11)]
    resident = [vm(20 + n, f"db-{n:02d}", f"host-{n}", memory=64, cpus=8, workload=writes(4_000.0, 8)) for n in (2, 3)]
    return lab_of("Maintenance mode", *places(3), *(host(n, gbit=1.0) for n in (1, 2, 3)), *machines, *resident)


def many() -> Lab:
    machines = [vm(n, f"node-{n:02d}", memory=16, workload=writes(25_000.0, 6)) for n in range(1, 6)]
    return lab_of("Many at once", *places(2), host(1), host(2), *machines)


def three_ways() -> Lab:
    machines = [vm(n, f"copy-{n:02d}", memory=8, cpus=2, workload=writes(15_000.0, 1)) for n in (1, 2, 3)]
    return lab_of("Three ways", *places(2), host(1), host(2), *machines, profile="qemu")


LABS: dict[str, Callable[[], Lab]] = {
    "01-first-vmotion": first,
    "02-what-moves": what_moves,
    "03-the-race": race,
    "04-no-convergence": no_convergence,
    "05-switchover": switchover,
    "06-storage": storage,
    "07-distance": distance,
    "08-wizard": wizard,
    "09-failing": failing,
    "10-maintenance": maintenance,
    "11-many": many,
    "12-three-ways": three_ways,
}
"""File name of the lesson -> its lab."""


if __name__ == "__main__":
    for name, make in LABS.items():
        save(make(), resources.path(f"lessons/{name}.json"))
