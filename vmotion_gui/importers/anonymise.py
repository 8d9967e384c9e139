"""Replaces every name of a lab, so that it can be given away.

Hosts, VMs, datastores, folders, paths, addresses, UUIDs, notes and ids: all are replaced, the same text by the same
text, so that what belongs together still does. What stays are numbers, states, versions, CPU models, VMware's own words
and labels ("Hard disk 1", "vmk0").

It works on the document's plain form, field by field: a text whose field is not known to be harmless is replaced, so a
new field is hidden until someone decides otherwise.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from typing import Any, Final

import msgspec

from vmotion_gui.importers.hidden_addresses import HiddenAddresses
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.inventory.lab import Lab, LabDocument

_HARMLESS: Final = frozenset(
    [
        "format",
        "version",
        "profile",
        "kind",
        "edition",
        "assumed",
        "default_vm_behavior",
        "evc_mode_key",
        "build",
        "cpu_vendor",
        "cpu_model",
        "cpu_features",
        "max_evc_mode_key",
        "licence_features",
        "services",
        "net_stack",
        "services_origin",
        "access_mode",
        "inaccessible_reason",
        "connection_state",
        "power_state",
        "maintenance_state",
        "das_state",
        "unsupported_guest_ids",
        "type",
        "mode",
        "sharing",
        "bus_sharing",
        "compatibility_mode",
        "firmware",
        "guest_id",
        "min_required_evc_mode_key",
        "required_cpu_features",
        "cpu_feature_mask",
        "unsupported_devices",
        "data_path",
        "swap_placement",
        "fault_tolerance",
        "latency_sensitivity",
        "drs_behavior",
        "video_3d_renderer",
        "guest_heartbeat",
        "disabled_methods",
        "preset",
        "role",
        "migrate_encryption",
        "state",
        "maintenance_mode",
        "vsan_mode",
        "created",
        "priority",
        "initiator",
        "collection",
        "vendor",
        "traffic",
    ]
)
"""Fields whose texts are numbers, states, dates or words of VMware's, not of the estate."""

_IDS: Final = frozenset(
    [
        "id",
        "parent",
        "site",
        "vcenter",
        "datacenter",
        "cluster",
        "folder",
        "a",
        "b",
        "switch",
        "subnet",
        "portgroup",
        "datastore",
        "host",
        "hosts",
        "vms",
        "vm",
        "failover_hosts",
        "resource_pool",
        "config_datastore",
        "fault_tolerance_secondary_host",
        "object",
        "link",
        "destination",
    ]
)
"""Fields that hold ids of entities."""

_KEYED_BY_LABEL: Final = frozenset(("disks", "networks", "portgroups"))
"""Mappings of commands and changes whose keys are labels of parts and whose values are ids."""

_CATEGORY: Final = {
    "path": "file",
    "config_path": "file",
    "mac_address": "mac",
    "ip_address": "address",
    "gateway": "address",
    "cidr": "network",
    "instance_uuid": "uuid",
    "bios_uuid": "uuid",
    "label": "label",
    "device": "label",
    "lun": "lun",
    "rdm_luns": "lun",
    "key_provider": "key provider",
    "key_providers": "key provider",
    "gpu_profiles": "device",
    "backing": "backing",
    "sso_domain": "domain",
    "migration": "label",
    "task": "label",
}
"""What a field's text is; "note" for fields that are not named here."""

_STANDARD_LABEL = re.compile(
    r"(Hard disk|Network adapter|CD/DVD drive|Floppy drive|USB|TPM|vGPU|PCI device|Serial port|Parallel port) ?\d*"
    r"|vmk\d+|vmnic\d+|(migration|task)-\d+"
)
_COLLECTION_WORDS: Final = {
    "sites": "site",
    "vcenters": "vcenter",
    "datacenters": "dc",
    "folders": "folder",
    "clusters": "cl",
    "resource_pools": "pool",
    "subnets": "subnet",
    "switches": "switch",
    "portgroups": "net",
    "links": "link",
    "datastore_clusters": "dscluster",
    "datastores": "ds",
    "hosts": "esx",
    "vms": "guest",
}


def anonymise(lab: Lab, seed: int = 0) -> Lab:
    """The lab without any name of its estate. The same seed gives the same names; numbers keep their sizes.

    Names are numbered in a shuffled order (by the seed), so that not even the alphabet's order remains.
    What the import had to say is left out: it names everything.
    """
    plain = plain_document(msgspec.structs.replace(lab, import_report=None))
    hidden = _Anonymiser(plain, seed).document()
    return Lab.from_document(msgspec.convert(hidden, LabDocument))


def plain_document(lab: Lab) -> dict[str, Any]:
    """The lab as it stands in a file: mappings, lists, texts and numbers."""
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(lab.to_document()))
    return plain


def texts_of(value: Any) -> Iterator[str]:
    """Every text in a plain document, keys of mappings not included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from texts_of(part)
    elif isinstance(value, list):
        for part in value:
            yield from texts_of(part)


class _Anonymiser:
    """Holds which text became which."""

    def __init__(self, plain: dict[str, Any], seed: int) -> None:
        self._plain = plain
        self._random = random.Random(seed)
        self._originals = set(texts_of(plain))
        self._known: dict[tuple[str, str], str] = {}
        self._used: set[str] = set()
        self._counters: dict[str, int] = {}
        self._addresses = HiddenAddresses(sorted(self._originals))
        self._vm_names = {vm["name"] for vm in plain.get("vms", ())}
        for collection, word in _COLLECTION_WORDS.items():
            entities = list(plain.get(collection, ()))
            self._random.shuffle(entities)
            for entity in entities:
                self._text(word, entity["name"])
                self._known["id", entity["id"]] = self._text(f"{word}-id", entity["id"])
        for subnet in plain.get("subnets", ()):
            self._addresses.network(subnet["cidr"])

    def document(self) -> dict[str, Any]:
        """The document with every name replaced."""
        result: dict[str, Any] = {}
        for field, value in self._plain.items():
            if field in _COLLECTION_WORDS:
                result[field] = [self._entity(_COLLECTION_WORDS[field], entity) for entity in value]
            elif field in ("name", "description", "origin"):
                result[field] = "anonymised" if field == "origin" else ""
            else:
                result[field] = self._value(field, value)
        return result

    def _entity(self, word: str, entity: dict[str, Any]) -> dict[str, Any]:
        hidden: dict[str, Any] = {field: self._value(field, value) for field, value in entity.items()}
        hidden["name"] = self._text(word, entity["name"])
        return hidden

    def _value(self, field: str, value: Any) -> Any:
        if isinstance(value, str):
            return self._field(field, value)
        if isinstance(value, list):
            return [self._struct(field, item) if isinstance(item, dict) else self._value(field, item) for item in value]
        if isinstance(value, dict):
            if field in _KEYED_BY_LABEL:
                return {self._field("label", key): self._field("id", item) for key, item in value.items()}
            return self._struct(field, value)
        return value

    def _struct(self, field: str, value: dict[str, Any]) -> dict[str, Any]:
        if field == "entity" and "id" in value:
            collection = self._collection_of(value["id"])
            return self._entity(_COLLECTION_WORDS.get(collection, "thing"), value)
        hidden = {name: self._value(name, item) for name, item in value.items()}
        if field == "command" and value.get("kind") == "editInventory" and "label" in value:
            hidden["label"] = value["label"]  # the key of a sentence, not a label
        return hidden

    def _collection_of(self, id_: str) -> str:
        for collection in COLLECTIONS:
            if any(entity["id"] == id_ for entity in self._plain.get(collection, ())):
                return collection
        return ""

    def _field(self, field: str, text: str) -> str:
        if not text or field in _HARMLESS:
            return text
        if field in _IDS:
            return self._text("id", text)
        category = _CATEGORY.get(field, "note")
        if category == "label" and _STANDARD_LABEL.fullmatch(text):
            return text
        special = {
            "file": self._file,
            "mac": self._mac,
            "address": self._addresses.address,
            "network": self._addresses.network,
            "uuid": self._uuid,
            "backing": self._backing,
        }.get(category)
        return special(text) if special is not None else self._text(category, text)

    # --- kinds of text ----------------------------------------------------------------------------------------

    def _text(self, category: str, text: str) -> str:
        """A numbered text of the category, always the same for the same text and never one of the original's."""
        key = (category, text)
        if key not in self._known:
            number = self._counters.get(category, 0)
            hidden = ""
            while not hidden or hidden in self._originals or hidden in self._used:
                number += 1
                hidden = f"{category}-{number:05d}"
            self._counters[category] = number
            self._used.add(hidden)
            self._known[key] = hidden
        return self._known[key]

    def _file(self, text: str) -> str:
        """A path keeps its depth and extensions; parts named like a VM get that VM's new name."""
        return "/".join(self._file_part(part) for part in text.split("/"))

    def _file_part(self, part: str) -> str:
        stem, dot, extension = part.rpartition(".")
        if not dot or extension not in ("vmdk", "vmx", "iso", "flp", "vmtx"):
            stem, dot, extension = part, "", ""
        word = "guest" if stem in self._vm_names else "file"
        return f"{self._text(word, stem)}{dot}{extension}" if stem else part

    def _backing(self, text: str) -> str:
        kind, colon, rest = text.partition(":")
        if kind == "client" and colon:
            return "client:"
        if kind == "iso" and colon:
            store, _, path = rest.partition("/")
            return f"iso:{self._text('id', store)}/{self._file(path)}"
        if kind == "host" and colon:
            return f"host:{self._text('device', rest)}"
        if any(text == provider for vm in self._plain.get("vms", ()) for provider in [vm.get("key_provider", "")]):
            return self._text("key provider", text)
        return self._text("device", text)

    def _mac(self, text: str) -> str:
        return self._unlike_originals("mac", text, self._new_mac)

    def _new_mac(self) -> str:
        return "02:" + ":".join(f"{self._random.randrange(256):02x}" for _ in range(5))

    def _uuid(self, text: str) -> str:
        return self._unlike_originals("uuid", text, self._new_uuid)

    def _new_uuid(self) -> str:
        digits = f"{self._random.getrandbits(128):032x}"
        return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))

    def _unlike_originals(self, category: str, text: str, make: Callable[[], str]) -> str:
        key = (category, text)
        while key not in self._known:
            hidden = make()
            if hidden not in self._originals and hidden not in self._used:
                self._used.add(hidden)
                self._known[key] = hidden
        return self._known[key]
