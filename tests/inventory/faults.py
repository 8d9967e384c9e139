"""A small lab as plain data, to be broken in one place at a time."""

from __future__ import annotations

import copy
import json
from typing import Any

import pytest

from vmotion_gui.inventory.document import loads
from vmotion_gui.inventory.problems import LabError
from vmotion_gui.messages import LANGUAGES, catalogue

Plain = dict[str, Any]

_PLAIN: Plain = {
    "format": "vmotion-gui-lab",
    "version": 1,
    "sites": [{"id": "site", "name": "Site"}, {"id": "site-2", "name": "Site 2"}],
    "vcenters": [{"id": "vc", "name": "VC"}],
    "datacenters": [
        {"id": "dc", "name": "DC", "vcenter": "vc", "site": "site"},
        {"id": "dc-2", "name": "DC 2", "vcenter": "vc"},
    ],
    "folders": [
        {"id": "folder", "name": "VMs", "parent": "dc"},
        {"id": "folder-h", "name": "H", "parent": "dc", "kind": "host"},
    ],
    "clusters": [
        {"id": "cl", "name": "Cluster", "datacenter": "dc"},
        {"id": "cl-2", "name": "Other", "datacenter": "dc"},
    ],
    "resource_pools": [
        {"id": "pool", "name": "Pool", "parent": "cl"},
        {"id": "pool-b", "name": "Pool B", "parent": "pool"},
        {"id": "pool-2", "name": "Other", "parent": "cl-2"},
    ],
    "subnets": [{"id": "net", "name": "vMotion", "cidr": "10.0.0.0/24", "gateway": "10.0.0.1", "site": "site"}],
    "switches": [
        {"id": "sw", "name": "vSwitch0", "hosts": ["h1"]},
        {"id": "dvs", "name": "DVS", "distributed": True, "datacenter": "dc", "hosts": ["h1", "h2"]},
    ],
    "portgroups": [{"id": "pg", "name": "VM Network", "switch": "dvs", "subnet": "net"}],
    "links": [{"id": "wan", "name": "WAN", "a": "site", "b": "site-2", "bandwidth_bits_per_s": 1e9}],
    "datastores": [{"id": "ds", "name": "ds", "datacenter": "dc", "capacity_bytes": 1000, "free_bytes": 500}],
    "hosts": [
        {
            "id": id_,
            "name": id_,
            "datacenter": "dc",
            "cluster": "cl",
            "pnics": [{"device": "vmnic0", "switch": "dvs"}, {"device": "vmnic1", "switch": "dvs"}],
            "vmk_adapters": [{"device": "vmk0", "portgroup": "pg", "ip_address": f"10.0.0.{last}", "subnet": "net"}],
            "mounts": [{"datastore": "ds"}],
        }
        for id_, last in (("h1", 11), ("h2", 12))
    ],
    "vms": [
        {
            "id": id_,
            "name": id_,
            "host": "h1",
            "resource_pool": "pool",
            "folder": "folder",
            "disks": [{"datastore": "ds", "path": "a/a.vmdk", "capacity_bytes": 100}],
            "nics": [{"portgroup": "pg", "mac_address": "00:50:56:00:00:01"}],
            "devices": [{"kind": "cdrom", "label": "CD 1"}],
        }
        for id_ in ("vm-1", "vm-2")
    ],
    "commands": [
        {"time_s": 1.0, "command": {"kind": "migrate", "spec": {"vm": "vm-1", "host": "h2"}}},
        {"time_s": 2, "command": {"kind": "cancelMigration", "migration": "migration-1"}},
        {"time_s": 3, "command": {"kind": "injectFault", "fault": {"kind": "linkFailed", "link": "wan"}}},
    ],
}


def plain_lab() -> Plain:
    """A fresh copy of a valid document."""
    return copy.deepcopy(_PLAIN)


def put(document: Plain, place: str, value: Any) -> None:
    """Set what is at a place like "$.hosts[1].pnics[0].device"; the last field may be new."""
    *way, last = place.removeprefix("$.").replace("[", ".[").split(".")
    at: Any = document
    for step in way:
        at = at[int(step[1:-1])] if step.startswith("[") else at[step]
    at[int(last[1:-1]) if last.startswith("[") else last] = value


def problems(document: Plain) -> list[tuple[str, str]]:
    """Place and message key (without "inventory.") of all that is wrong; the document must be refused."""
    with pytest.raises(LabError) as caught:
        loads(json.dumps(document).encode())
    for problem in caught.value.problems:
        for language in LANGUAGES:
            assert catalogue(language).render(problem.text) != problem.text.key
    return [(problem.place, problem.text.key.removeprefix("inventory.")) for problem in caught.value.problems]


def sentence(document: Plain) -> str:
    """All that is wrong, in English."""
    with pytest.raises(LabError) as caught:
        loads(json.dumps(document).encode())
    return str(caught.value)
