"""The words of the field: definitions in both languages, what belongs to each, and the lesson that shows it."""

from __future__ import annotations

import msgspec

from vmotion_gui.messages import Message


class Term(msgspec.Struct, frozen=True):
    """One word."""

    id: str
    also: tuple[str, ...]
    """Other words for it, or what people look for when they mean it; in either language."""
    see: tuple[str, ...]
    """Ids of terms that belong to it."""
    lesson: str
    """Name of the lesson's file without its ending."""

    @property
    def name(self) -> Message:
        return Message(f"glossary.{self.id}.name")

    @property
    def text(self) -> Message:
        """What it means, in two or three sentences."""
        return Message(f"glossary.{self.id}.text")


TERMS = {
    term.id: term
    for term in (
        Term(
            "vmotion",
            ("live migration", "Live-Migration"),
            ("pre-copy", "switchover", "storage-vmotion"),
            "01-first-vmotion",
        ),
        Term("storage-vmotion", ("SvMotion",), ("mirror-driver", "vmotion", "xvmotion"), "06-storage"),
        Term("xvmotion", ("XvMotion", "shared-nothing"), ("vmotion", "storage-vmotion"), "06-storage"),
        Term(
            "cross-vcenter", ("xVC-vMotion", "ELM", "Enhanced Linked Mode"), ("vmotion", "mac-address"), "07-distance"
        ),
        Term("cold-migration", (), ("nfc", "udt", "vmotion"), "06-storage"),
        Term("pre-copy", ("iterative copy",), ("pass", "dirty-page", "convergence", "post-copy"), "03-the-race"),
        Term("pass", ("round", "iteration", "Runde"), ("pre-copy", "dirty-page"), "03-the-race"),
        Term("page", ("4 KiB",), ("dirty-page",), "02-what-moves"),
        Term("dirty-page", (), ("page", "dirty-page-rate", "pass"), "03-the-race"),
        Term(
            "dirty-page-rate",
            ("write rate", "Schreibrate"),
            ("dirty-page", "working-set", "convergence"),
            "03-the-race",
        ),
        Term("working-set", ("writable working set", "WWS"), ("dirty-page-rate", "pre-copy"), "04-no-convergence"),
        Term("convergence", ("does it converge?",), ("dirty-page-rate", "bandwidth", "sdps"), "03-the-race"),
        Term("bandwidth", ("throughput", "Durchsatz"), ("stream", "mtu", "rtt"), "03-the-race"),
        Term(
            "switchover",
            ("stop-and-copy phase", "Stop-Phase"),
            ("downtime", "stun", "device-state", "rarp"),
            "05-switchover",
        ),
        Term("downtime", ("stun time", "blackout"), ("switchover", "stun", "switchover-goal"), "05-switchover"),
        Term("switchover-goal", ("convergence goal", "downtime limit"), ("downtime", "convergence"), "05-switchover"),
        Term("stun", ("quiesce",), ("switchover", "sdps", "snapshot"), "05-switchover"),
        Term(
            "sdps",
            ("Stun During Page Send", "Slow Down During Page Send"),
            ("convergence", "stun", "auto-converge"),
            "04-no-convergence",
        ),
        Term("auto-converge", ("CPU throttling",), ("sdps", "convergence"), "04-no-convergence"),
        Term("post-copy", ("demand paging",), ("pre-copy", "stop-and-copy", "page-fault"), "12-three-ways"),
        Term("stop-and-copy", (), ("pre-copy", "post-copy", "downtime"), "12-three-ways"),
        Term("page-fault", ("network fault",), ("post-copy",), "12-three-ways"),
        Term(
            "device-state", ("registers", "chipset", "BIOS", "Register"), ("switchover", "what-moves"), "02-what-moves"
        ),
        Term("what-moves", ("state", "Zustand"), ("device-state", "page", "mac-address"), "02-what-moves"),
        Term("stages", ("phases", "Phasen"), ("vmotion", "switchover", "rollback"), "01-first-vmotion"),
        Term("rollback", ("failure", "Fehler"), ("stages",), "09-failing"),
        Term("mirror-driver", ("mirrored writes",), ("storage-vmotion",), "06-storage"),
        Term("nfc", ("Network File Copy",), ("udt", "provisioning-network", "cold-migration"), "06-storage"),
        Term("udt", ("Unified Data Transport",), ("nfc", "cold-migration"), "06-storage"),
        Term("rarp", ("reverse ARP", "MAC learning"), ("switchover", "mac-address"), "05-switchover"),
        Term("mac-address", (), ("rarp", "cross-vcenter"), "05-switchover"),
        Term("vmkernel-adapter", ("vmk", "vmknic"), ("vmotion-network", "tcpip-stack"), "01-first-vmotion"),
        Term("vmotion-network", (), ("vmkernel-adapter", "mtu", "bandwidth"), "01-first-vmotion"),
        Term("provisioning-network", ("provisioning",), ("nfc", "vmkernel-adapter", "cold-migration"), "06-storage"),
        Term("tcpip-stack", ("gateway", "Gateway"), ("vmotion-network", "rtt"), "07-distance"),
        Term("mtu", ("jumbo frames", "Jumbo Frames"), ("vmotion-network",), "08-wizard"),
        Term("rtt", ("RTT", "latency", "Latenz"), ("tcp-window", "bandwidth"), "07-distance"),
        Term("tcp-window", ("bandwidth-delay product",), ("rtt", "stream"), "07-distance"),
        Term("stream", ("helper threads",), ("bandwidth", "tcp-window"), "03-the-race"),
        Term("nioc", ("NIOC", "shares", "Anteile"), ("bandwidth", "vmotion-network"), "11-many"),
        Term("concurrency", ("queue", "Warteschlange", "cost"), ("nioc", "priority"), "11-many"),
        Term("priority", (), ("concurrency",), "11-many"),
        Term("evc", ("Enhanced vMotion Compatibility", "EVC mode"), ("cpu-features", "cluster"), "08-wizard"),
        Term("cpu-features", ("CPUID", "feature set"), ("evc",), "08-wizard"),
        Term("cluster", (), ("drs", "ha", "evc"), "10-maintenance"),
        Term(
            "drs",
            ("Distributed Resource Scheduler",),
            ("cluster", "migration-threshold", "drs-score", "affinity-rule"),
            "10-maintenance",
        ),
        Term("drs-score", ("DRS score",), ("drs",), "10-maintenance"),
        Term("migration-threshold", (), ("drs",), "10-maintenance"),
        Term("affinity-rule", ("anti-affinity", "VM-Host rule"), ("drs", "cluster"), "08-wizard"),
        Term("ha", ("High Availability",), ("admission-control", "cluster"), "10-maintenance"),
        Term("admission-control", ("failover capacity", "N-1"), ("ha", "maintenance-mode"), "10-maintenance"),
        Term("maintenance-mode", (), ("drs", "vmotion", "admission-control"), "10-maintenance"),
        Term("datastore", ("VMFS", "NFS", "vSAN"), ("shared-storage", "storage-vmotion"), "06-storage"),
        Term("shared-storage", (), ("datastore", "vmotion", "xvmotion"), "06-storage"),
        Term(
            "thin-thick",
            ("provisioning type", "lazy zeroed", "eager zeroed"),
            ("storage-vmotion", "datastore"),
            "06-storage",
        ),
        Term("snapshot", ("delta disk",), ("stun", "datastore"), "06-storage"),
        Term("rdm", ("RDM",), ("datastore",), "06-storage"),
        Term("swap-file", (".vswp",), ("datastore",), "06-storage"),
        Term("reservation", ("memory overhead",), ("admission-control",), "10-maintenance"),
        Term("passthrough", ("DirectPath I/O", "PCI passthrough"), ("what-moves",), "08-wizard"),
        Term("vmware-tools", ("heartbeat",), ("rollback",), "08-wizard"),
        Term("trace", ("dirty tracking", "write protection"), ("dirty-page",), "02-what-moves"),
        Term("encrypted-vmotion", (), ("bandwidth", "stream"), "07-distance"),
        Term("fault-tolerance", ("FT",), ("ha",), "08-wizard"),
        Term("resource-pool", (), ("reservation", "cluster"), "10-maintenance"),
        Term("distributed-switch", ("VDS", "port group", "Portgruppe"), ("vmotion-network", "nioc"), "08-wizard"),
    )
}
"""Term by its id."""
