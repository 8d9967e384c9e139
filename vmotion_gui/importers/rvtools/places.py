"""vCenters, datacenters and clusters, made when the first row names them."""

from __future__ import annotations

import re
from typing import Literal, cast

from vmotion_gui.importers.rvtools.draft import Draft, HostDraft
from vmotion_gui.importers.workbook import Sheet
from vmotion_gui.inventory import entities as e

_VERSION = re.compile(r"(\d+\.\d+\.\d+)")


class Places:
    """Where things are. Rows without a place go to the only one there is, or to one made for them."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._vcenters: dict[str, str] = {}
        """UUID or server name, lower case -> id."""
        self._vcenter_names: dict[str, str] = {}
        self._uuids: dict[str, str] = {}
        self._datacenters: dict[tuple[str, str], str] = {}
        self.clusters: dict[tuple[str, str, str], str] = {}
        """vCenter, datacenter and name -> id."""
        self._versions: dict[str, str] = {}
        for sheet in draft.sheets.values():
            self._find_vcenters(sheet)
        draft.ids.several_vcenters = len(set(self._vcenters.values())) > 1

    def _find_vcenters(self, sheet: Sheet) -> None:
        if not (sheet.has("VI SDK UUID") or sheet.has("VI SDK Server")):
            return
        named = sheet.texts("Name") if sheet.name == "vSource" else []
        versions = sheet.texts("Version" if sheet.name == "vSource" else "VI SDK API Version")
        seen = dict.fromkeys(zip(sheet.texts("VI SDK UUID"), sheet.texts("VI SDK Server"), versions, strict=True))
        for uuid, server, version in seen:
            self._learn(uuid.lower(), server.lower(), version, named[0] if len(named) == 1 else server)

    def _learn(self, uuid: str, server: str, version: str, name: str) -> None:
        id_ = self._vcenters.get(uuid) or (self._vcenters.get(server) if not uuid else None)
        if id_ is None and (uuid or server):
            id_ = f"vcenter:{uuid or server}"
        if id_ is None:
            return
        for key in (uuid, server):
            if key:
                self._vcenters.setdefault(key, id_)
        self._vcenter_names.setdefault(id_, name or uuid)
        if uuid:
            self._uuids.setdefault(id_, uuid)
        if (found := _VERSION.search(version)) is not None:
            self._versions.setdefault(id_, found[1])

    def vcenters_of(self, sheet: Sheet) -> list[str]:
        """The vCenter's id for each row of a sheet; rows that do not tell belong to the first."""
        if not self._vcenters:
            self._assume_vcenter(sheet)
        first = next(iter(self._vcenters.values()))
        if len(set(self._vcenters.values())) == 1:
            return [first] * len(sheet)
        rows = zip(sheet.texts("VI SDK UUID"), sheet.texts("VI SDK Server"), strict=True)
        return [
            self._vcenters.get(uuid.lower()) or self._vcenters.get(server.lower()) or first for uuid, server in rows
        ]

    def _assume_vcenter(self, sheet: Sheet) -> None:
        self._vcenters["vcenter"] = "vcenter"
        self._vcenter_names["vcenter"] = "vCenter"
        self._draft.notes.assume("vcenter", "vCenter", sheet=sheet.name, column="VI SDK UUID")
        versions = "\n".join(sheet.texts("VI SDK API Version")[:100])
        if (found := _VERSION.search(versions)) is not None:
            self._versions["vcenter"] = found[1]

    def datacenter(self, vcenter: str, name: str) -> str:
        """A datacenter's id; for an empty name the vCenter's first one, or an assumed one."""
        if not name:
            known = next((id_ for (vc, _), id_ in self._datacenters.items() if vc == vcenter), None)
            if known is not None:
                return known
        shown = name or "Datacenter (assumed)"
        if (vcenter, shown) not in self._datacenters:
            id_ = self._draft.ids.make(f"datacenter:{shown}", vcenter)
            self._datacenters[vcenter, shown] = id_
            if not name:
                self._draft.notes.assume("datacenter", shown)
            self._draft.entities.append(
                e.Datacenter(id=id_, name=shown, vcenter=vcenter, assumed=() if name else ("*",))
            )
        return self._datacenters[vcenter, shown]

    def cluster(self, vcenter: str, datacenter: str, name: str) -> str:
        """A cluster's id, "" for an empty name (its hosts stand alone)."""
        if not name:
            return ""
        key = (vcenter, datacenter, name)
        if key not in self.clusters:
            self.clusters[key] = self._draft.ids.make(f"cluster:{name}", vcenter)
        return self.clusters[key]

    def finish(self) -> None:
        """Make the vCenters and the clusters, with DRS, HA and EVC."""
        for id_, name in self._vcenter_names.items():
            version = self._versions.get(id_)
            made = ("*",) if id_ == "vcenter" else ("sso_domain",) if version else ("sso_domain", "version")
            self._draft.entities.append(
                e.VCenter(
                    id=id_,
                    name=name or id_,
                    version=version or "8.0.3",
                    instance_uuid=self._uuids.get(id_, ""),
                    assumed=made,
                )
            )
            if self._draft.ids.several_vcenters:
                self._draft.notes.assume("ssoDomain", name or id_, sheet="vSource")
        self._empty_clusters()
        facts = _cluster_facts(self._draft, self)
        groups = self._draft.in_cluster()
        for (vcenter, datacenter, name), id_ in self.clusters.items():
            drs, das = facts.get((vcenter, name), (e.DrsConfig(default_vm_behavior="manual"), e.DasConfig()))
            assumed = () if (vcenter, name) in facts else ("drs", "das")
            if assumed:
                self._draft.notes.assume("drsAndHa", name, sheet="vCluster")
            evc = _common_evc(groups.get(id_, []))
            self._draft.entities.append(
                e.Cluster(id=id_, name=name, datacenter=datacenter, drs=drs, das=das, evc_mode_key=evc, assumed=assumed)
            )

    def _empty_clusters(self) -> None:
        """Clusters that only vCluster names have no host; their datacenter is the vCenter's first."""
        sheet = self._draft.sheets.get("vCluster")
        if sheet is None:
            return
        known = {(vcenter, name) for vcenter, _, name in self.clusters}
        for vcenter, name in zip(self.vcenters_of(sheet), sheet.texts("Name"), strict=True):
            if name and (vcenter, name) not in known:
                self.cluster(vcenter, self.datacenter(vcenter, ""), name)
                self._draft.notes.assume("clusterDatacenter", name, sheet="vCluster")


def _common_evc(hosts: list[HostDraft]) -> str:
    modes = {host.current_evc for host in hosts if not host.made}
    return modes.pop() if len(modes) == 1 else ""


def _cluster_facts(draft: Draft, places: Places) -> dict[tuple[str, str], tuple[e.DrsConfig, e.DasConfig]]:
    sheet = draft.sheets.get("vCluster")
    if sheet is None or not (sheet.has("DRS enabled") or sheet.has("HA enabled")):
        return {}
    rows = zip(
        places.vcenters_of(sheet),
        sheet.texts("Name"),
        sheet.truths("DRS enabled"),
        sheet.texts("DRS default VM behavior"),
        sheet.counts("DRS vmotion rate"),
        sheet.truths("HA enabled"),
        sheet.truths("AdmissionControlEnabled"),
        sheet.counts("Failover Level"),
        strict=True,
    )
    facts = {}
    for vcenter, name, drs, behaviour, rate, das, admission, level in rows:
        facts[vcenter, name] = (
            e.DrsConfig(
                enabled=drs if drs is not None else True,
                default_vm_behavior=_behaviour(behaviour),
                migration_threshold=min(max(rate or 3, 1), 5),
            ),
            e.DasConfig(
                enabled=das if das is not None else True,
                admission_control_enabled=admission if admission is not None else True,
                failover_level=level if level is not None else 1,
            ),
        )
    return facts


def _behaviour(text: str) -> Literal["manual", "partiallyAutomated", "fullyAutomated"]:
    known = {name.casefold(): name for name in ("manual", "partiallyAutomated", "fullyAutomated")}
    return cast(Literal["manual", "partiallyAutomated", "fullyAutomated"], known.get(text.casefold(), "fullyAutomated"))
