"""Paths as people type them ("vm[web-01].workload.rate"), and the fields of a lab that they stand for."""

from __future__ import annotations

import difflib
import fnmatch
import re
import types
import typing
from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.hypervisor import ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.inventory.workload import Workload
from vmotion_gui.messages import message
from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.values import unit_of

_KINDS: dict[str, tuple[str, type, tuple[str, ...]]] = {
    "vm": ("vms", e.VirtualMachine, ()),
    "host": ("hosts", e.Host, ()),
    "vmk": ("hosts", e.Host, ("vmk_adapters",)),
    "nic": ("hosts", e.Host, ("pnics",)),
    "link": ("links", e.NetworkLink, ()),
    "datastore": ("datastores", e.Datastore, ()),
    "cluster": ("clusters", e.Cluster, ()),
    "pool": ("resource_pools", e.ResourcePool, ()),
    "portgroup": ("portgroups", e.PortGroup, ()),
    "switch": ("switches", e.Switch, ()),
    "vcenter": ("vcenters", e.VCenter, ()),
}
_ALIASES = {
    "rate": "page_write_rate_pages_per_s",
    "write_rate": "page_write_rate_pages_per_s",
    "nic": "pnics",
    "pnic": "pnics",
    "vmk": "vmk_adapters",
    "disk": "disks",
    "phase": "phases",
    "read_rate": "read_bandwidth_bytes_per_s",
    "write_bandwidth": "write_bandwidth_bytes_per_s",
}
_SUFFIXES = ("_pages_per_s", "_bytes_per_s", "_bits_per_s", "_bytes", "_mhz", "_s")
_IDENTITY = frozenset(("id", "name", "assumed"))
_PATH = re.compile(r"([A-Za-z_]+)(?:\[([^\]]+)\])?((?:\.[A-Za-z_]+)*)")
_PROFILE = "profile"

Change = Callable[[Any], Any]
"""From a field's value in the lab to its value in the run."""


class Target(msgspec.Struct, frozen=True):
    """What a path stands for. `collection` is empty for the lab's own fields; `fields` lead down to the value."""

    path: str
    collection: str
    pattern: str
    fields: tuple[str, ...]
    owner: type
    """The struct that holds the first of `fields`."""

    @property
    def unit(self) -> str:
        """The unit of bare numbers, a key of `values.UNITS`."""
        return unit_of(self.fields[-1])

    def change(self, lab: Lab, change: Change) -> Lab:
        """The lab with the change at every place that the path names. SweepError if the lab has no such place."""
        if not self.collection:
            settings = lab.profile_settings or ProfileSettings()
            if self.fields == (_PROFILE,):
                return msgspec.structs.replace(lab, profile=change(lab.profile))
            new, _ = _changed(settings, self.fields, change)
            return msgspec.structs.replace(lab, profile_settings=new)
        places = 0
        entities = []
        for entity in self._meant(lab):
            changed, count = _changed(entity, self.fields, change)
            places += count
            entities.append(changed)
        if not places:
            raise SweepError(message("sweep.path.nowhere", path=self.path))
        return msgspec.structs.replace(lab, inventory=lab.inventory.with_entities(entities))

    def _meant(self, lab: Lab) -> Iterable[Any]:
        for entity in lab.inventory.collection(self.collection).values():
            if not self.pattern or any(fnmatch.fnmatchcase(x, self.pattern) for x in (entity.id, entity.name)):
                yield entity


def _changed(thing: Any, fields: tuple[str, ...], change: Change) -> tuple[Any, int]:
    """The changed value, and at how many places it was changed."""
    if isinstance(thing, tuple):
        parts = [_changed(part, fields, change) for part in thing]
        return tuple(part for part, _ in parts), sum(count for _, count in parts)
    if fields[0] not in getattr(thing, "__struct_fields__", ()):
        return thing, 0
    inner = getattr(thing, fields[0])
    if len(fields) > 1:
        new, count = _changed(inner, fields[1:], change)
    else:
        (info,) = [field for field in msgspec.structs.fields(thing) if field.name == fields[0]]
        new, count = msgspec.convert(change(inner), info.type), 1
    return msgspec.structs.replace(thing, **{fields[0]: new}), count


# --- reading a path -----------------------------------------------------------------------------------------


def target_of(path: str) -> Target:
    """What a path stands for. SweepError, naming the nearest paths, if there is no such field."""
    found = _PATH.fullmatch(path)
    if found is None:
        raise SweepError(message("sweep.path.form", path=path))
    kind, pattern, rest = found[1], found[2] or "", tuple(found[3].split(".")[1:])
    if kind == _PROFILE and not pattern:
        if not rest:
            return Target(path, "", "", (_PROFILE,), Lab)
        fields = _walk(ProfileSettings, rest)
        owner: type = ProfileSettings
        collection = ""
    elif kind in _KINDS and rest:
        collection, owner, before = _KINDS[kind]
        fields = _walk(owner, (*before, *rest))
    else:
        fields = None
    if fields is None:
        raise SweepError(_unknown(path, ".".join((kind, *rest))))
    return Target(path, collection, pattern, fields, owner)


def _unknown(path: str, plain: str) -> Any:
    near = difflib.get_close_matches(plain, list(_known_paths()), n=3, cutoff=0.5)
    if near:
        return message("sweep.path.unknownSimilar", path=path, near=near)
    return message("sweep.path.unknown", path=path, kinds=[*_KINDS, _PROFILE])


def _walk(owner: type, words: tuple[str, ...]) -> tuple[str, ...] | None:
    """Field names from a struct down to a plain value; None if the words lead nowhere."""
    if owner is Workload and words[0] not in _spellings(owner):
        words = ("phases", *words)
    field = _spellings(owner).get(words[0])
    if field is None:
        return None
    inner = _structs(field.type)
    if len(words) == 1:
        return None if inner or _is_collection(field.type) else (field.name,)
    ways = [way for struct in inner if (way := _walk(struct, words[1:])) is not None]
    return (field.name, *ways[0]) if ways else None


def _spellings(owner: type) -> dict[str, msgspec.structs.FieldInfo]:
    """A struct's fields by every word that stands for them; exact names win."""
    exact = {field.name: field for field in msgspec.structs.fields(owner) if field.name not in _IDENTITY}
    short: dict[str, msgspec.structs.FieldInfo] = {}
    for name, field in exact.items():
        suffix = next((suffix for suffix in _SUFFIXES if name.endswith(suffix)), "")
        short.setdefault(name.removesuffix(suffix), field)
    aliases = {alias: exact[name] for alias, name in _ALIASES.items() if name in exact}
    return short | aliases | exact


def _structs(kind: Any) -> list[type]:
    """The structs within an annotation."""
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return [kind]
    return [struct for part in typing.get_args(kind) for struct in _structs(part)]


def _is_collection(kind: Any) -> bool:
    origin = typing.get_origin(kind)
    if origin in (typing.Union, types.UnionType, typing.Annotated):
        return any(_is_collection(part) for part in typing.get_args(kind))
    return origin in (tuple, dict, list)


def _known_paths() -> Iterable[str]:
    """The paths that are suggested: in their shortest form."""
    yield _PROFILE
    yield from (f"{_PROFILE}.{name}" for name in _leaves(ProfileSettings))
    for kind, (_, owner, before) in _KINDS.items():
        for name in _leaves(owner):
            inside = ".".join(before) + "."
            if not before:
                yield f"{kind}.{name}"
            elif name.startswith(inside):
                yield f"{kind}.{name.removeprefix(inside)}"


def _leaves(owner: type) -> Iterable[str]:
    for word, field in _spellings(owner).items():
        for struct in _structs(field.type):
            if owner is Workload:
                yield from _leaves(struct)
            else:
                yield from (f"{word}.{leaf}" for leaf in _leaves(struct))
        if not _structs(field.type) and not _is_collection(field.type):
            yield word
