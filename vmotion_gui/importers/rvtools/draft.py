"""What is known so far of hosts, datastores and VMs while an import puts its facts together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from vmotion_gui.importers.report import Notes
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.inventory import entities as e

Sheets = dict[str, Sheet]


class Ids:
    """Makes ids that are unique in the lab: vSphere's own where it is one, else one made of the name."""

    def __init__(self) -> None:
        self._taken: set[str] = set()
        self.several_vcenters = False
        """Managed object ids repeat between vCenters, so with several of them ids name theirs."""

    def make(self, wanted: str, vcenter: str) -> str:
        """A new id like `wanted`."""
        base = f"{wanted}@{vcenter}" if self.several_vcenters else wanted
        id_, number = base, 1
        while id_ in self._taken:
            number += 1
            id_ = f"{base}#{number}"
        self._taken.add(id_)
        return id_


@dataclass(eq=False, slots=True)
class HostDraft:
    """A host. `made` ones stand in no vHost row."""

    id: str
    name: str
    vcenter: str
    datacenter: str
    cluster: str
    made: bool = False
    fields: dict[str, Any] = field(default_factory=dict)
    """`Host` fields that the export tells."""
    assumed: list[str] = field(default_factory=list)
    current_evc: str = ""
    mounts: dict[str, e.DatastoreMount] = field(default_factory=dict)
    pnics: list[e.PhysicalNic] = field(default_factory=list)
    vmks: list[e.VmKernelAdapter] = field(default_factory=list)
    switches: dict[str, str] = field(default_factory=dict)
    """Name -> id of the switches that it has a part in."""
    portgroups: dict[str, str] = field(default_factory=dict)
    """Name -> id of the port groups that its VMs can use."""
    luns: dict[str, None] = field(default_factory=dict)

    @property
    def owner(self) -> str:
        """Id of what its VMs' root resource pool belongs to."""
        return self.cluster or self.id


@dataclass(eq=False, slots=True)
class VmDraft:
    """A VM or template, or a row that is left out of the lab."""

    name: str
    row: int
    vcenter: str
    vm_id: str
    host_name: str
    cluster_name: str
    datacenter_name: str
    left_out: bool = False
    id: str = ""
    host: HostDraft | None = None
    fields: dict[str, Any] = field(default_factory=dict)
    assumed: list[str] = field(default_factory=list)
    home: str = ""
    """vInfo's Path: "[datastore] folder/name.vmx"."""
    pool_path: str = ""
    folder_path: str = ""
    vapp: str = ""
    disk_count: int | None = None
    disk_capacity_bytes: int | None = None
    in_use_bytes: int | None = None
    active_bytes: int | None = None
    cpu_used_mhz: int | None = None
    guest: str = ""
    networks: tuple[str, ...] = ()
    disks: list[e.VirtualDisk] = field(default_factory=list)
    nics: list[e.VirtualNic] = field(default_factory=list)
    devices: list[e.VirtualDevice] = field(default_factory=list)
    snapshots: list[e.Snapshot] = field(default_factory=list)

    @property
    def on(self) -> HostDraft:
        """Its host, once hosts are settled."""
        if self.host is None:
            raise LookupError(self.name)
        return self.host

    @property
    def powered_on(self) -> bool:
        """Whether it runs."""
        return bool(self.fields.get("power_state") == "poweredOn")

    @property
    def memory_bytes(self) -> int:
        """Its size, once it is settled."""
        return int(self.fields["memory_bytes"])


@dataclass(eq=False, slots=True)
class Draft:
    """Everything that the steps of an import work on."""

    sheets: Sheets
    notes: Notes
    ids: Ids = field(default_factory=Ids)
    hosts: list[HostDraft] = field(default_factory=list)
    vms: list[VmDraft] = field(default_factory=list)
    entities: list[e.Entity] = field(default_factory=list)
    """What is finished."""

    def in_cluster(self) -> dict[str, list[HostDraft]]:
        """Hosts by what owns their VMs' root pool: cluster, or the stand-alone host itself."""
        groups: dict[str, list[HostDraft]] = {}
        for host in self.hosts:
            groups.setdefault(host.owner, []).append(host)
        return groups


def unique_label(label: str, taken: set[str]) -> str:
    """The label, numbered if an earlier part of the same thing has it."""
    result, number = label, 1
    while result in taken:
        number += 1
        result = f"{label} ({number})"
    taken.add(result)
    return result
