"""The kinds of objects that can be added, in the order in which an estate is built."""

from __future__ import annotations

from vmotion_gui.gui.objects import Kind

KINDS: dict[str, Kind] = {
    "vcenters": "vcenter",
    "datacenters": "datacenter",
    "clusters": "cluster",
    "hosts": "host",
    "vms": "vm",
    "resource_pools": "pool",
    "folders": "folder",
    "datastores": "datastore",
    "datastore_clusters": "datastoreCluster",
    "switches": "switch",
    "portgroups": "portgroup",
    "subnets": "subnet",
    "sites": "site",
    "links": "link",
}
"""Collection -> the kind of object that it holds."""
