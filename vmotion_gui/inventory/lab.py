"""The lab: an inventory with all that a run needs, as one value and one document.

`LabDocument` is the file's shape, with the collections at the top level (`$.hosts[3].pnics[0]`); `Lab` is
what programs use. See docs/lab-format.md.
"""

from __future__ import annotations

from typing import Any, Final, Literal

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory import quantities as q
from vmotion_gui.inventory.commands import TimedCommand
from vmotion_gui.inventory.estate import COLLECTIONS, Inventory
from vmotion_gui.inventory.hypervisor import ProfileName, ProfileSettings

FORMAT: Final = "vmotion-gui-lab"
VERSION: Final = 1


class LabDocument(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """The file's shape."""

    format: Literal["vmotion-gui-lab"]
    version: Literal[1]
    name: str = ""
    description: str = ""
    origin: str = ""
    """Where it comes from: "RVTools export of …, read …", or empty."""
    import_report: dict[str, Any] | None = None
    """What an import assumed and could not know, as `importers.report` writes it; absent for labs of other origin. The
    lab is valid whatever stands in it."""
    profile: ProfileName = "vsphere"
    profile_settings: ProfileSettings | None = None
    seed: q.Seed = 0
    sites: tuple[e.Site, ...] = ()
    vcenters: tuple[e.VCenter, ...] = ()
    datacenters: tuple[e.Datacenter, ...] = ()
    folders: tuple[e.Folder, ...] = ()
    clusters: tuple[e.Cluster, ...] = ()
    resource_pools: tuple[e.ResourcePool, ...] = ()
    subnets: tuple[e.Subnet, ...] = ()
    switches: tuple[e.Switch, ...] = ()
    portgroups: tuple[e.PortGroup, ...] = ()
    links: tuple[e.NetworkLink, ...] = ()
    datastore_clusters: tuple[e.DatastoreCluster, ...] = ()
    datastores: tuple[e.Datastore, ...] = ()
    hosts: tuple[e.Host, ...] = ()
    vms: tuple[e.VirtualMachine, ...] = ()
    commands: tuple[TimedCommand, ...] = ()


class Lab(msgspec.Struct, frozen=True, kw_only=True):
    """An inventory, the hypervisor's profile, a seed and the commands with their times."""

    inventory: Inventory
    name: str = ""
    description: str = ""
    origin: str = ""
    import_report: dict[str, Any] | None = None
    profile: ProfileName = "vsphere"
    profile_settings: ProfileSettings | None = None
    seed: q.Seed = 0
    commands: tuple[TimedCommand, ...] = ()

    @classmethod
    def from_document(cls, document: LabDocument) -> Lab:
        """The lab of a document that has been checked."""
        entities = [entity for name in COLLECTIONS for entity in getattr(document, name)]
        return cls(inventory=Inventory(entities), **{name: getattr(document, name) for name in _OWN})

    def to_document(self) -> LabDocument:
        """The document that `from_document` makes this lab from."""
        parts: dict[str, Any] = {name: tuple(self.inventory.collection(name).values()) for name in COLLECTIONS}
        parts |= {name: getattr(self, name) for name in _OWN}
        return LabDocument(format=FORMAT, version=VERSION, **parts)


_OWN = ("name", "description", "origin", "import_report", "profile", "profile_settings", "seed", "commands")
