"""New parts of an entity: the next adapter, disk or rule, with what a person would expect in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence, Set
from typing import Any

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.editing.fields import FormField, Shape, fields_of, tag_of
from vmotion_gui.inventory.workload import WorkloadPhase

LABEL_FIELDS = ("device", "label", "name", "role", "traffic")
"""What tells the parts of one list apart; a mount is told by its datastore."""

_FIRST_LABELS: dict[tuple[Any, str], str] = {
    (e.PhysicalNic, "device"): "vmnic0",
    (e.VmKernelAdapter, "device"): "vmk0",
    (e.VirtualDisk, "label"): "Hard disk 1",
    (e.VirtualNic, "label"): "Network adapter 1",
    (e.VirtualDevice, "label"): "CD/DVD drive 1",
    (e.Snapshot, "name"): "Snapshot 1",
    (e.VmAffinityRule, "name"): "Rule 1",
    (e.VmAntiAffinityRule, "name"): "Rule 1",
    (e.VmHostRule, "name"): "Rule 1",
}
_NUMBER = re.compile(r"^(.*?)(\d+)(\D*)$")
_STARTS: dict[tuple[Any, str], Any] = {
    (e.VirtualDisk, "capacity_bytes"): 40 * e.GIB,
    (e.MemoryPart, "fraction"): 0.1,
    (WorkloadPhase, "duration_s"): 60.0,
}


def next_label(label: str, taken: Iterable[str]) -> str:
    """The label with the next number that is free: "vmnic1" after "vmnic0"; zeros in front are kept."""
    held = taken if isinstance(taken, Set) else set(taken)
    match = _NUMBER.match(label)
    if match is None:
        stem, number, width, rest = f"{label} ", 2, 1, ""
    else:
        stem, rest = match[1], match[3]
        number, width = int(match[2]) + 1, len(match[2])
    while (found := f"{stem}{number:0{width}d}{rest}") in held:
        number += 1
    return found


def new_part(
    kind: type[Any],
    entity: type[Any],
    path: str,
    siblings: Sequence[Mapping[str, Any]],
    candidates: Mapping[str, Sequence[str]],
) -> dict[str, Any]:
    """A new part as in the lab document. `candidates`: field name -> ids that it may point at; of a reference the first
    that no sibling has is taken."""
    part: dict[str, Any] = {}
    for field in fields_of(kind, entity, path):
        value = _start(field, kind, siblings, candidates.get(field.name, ()))
        if field.required or value != field.default:
            part[field.name] = value
    return {"kind": tag_of(kind), **part} if tag_of(kind) else part


def _start(field: FormField, kind: type[Any], siblings: Sequence[Mapping[str, Any]], candidates: Sequence[str]) -> Any:
    labels = [str(sibling.get(field.name, field.default or "")) for sibling in siblings]
    if field.name in LABEL_FIELDS and field.shape is Shape.TEXT:
        first = _FIRST_LABELS.get((kind, field.name), str(field.default or ""))
        return first if first not in labels else next_label(first, labels)
    if field.shape is Shape.REFERENCE and field.required:
        unused = [id_ for id_ in candidates if id_ not in labels]
        return next(iter([*unused, *candidates]), "")
    if (kind, field.name) in _STARTS:
        return _STARTS[kind, field.name]
    if not field.required:
        return field.default
    if field.shape is Shape.CHOICE:
        return next((choice for choice in field.choices if choice not in labels), field.choices[0])
    return nothing(field)


def nothing(field: FormField) -> Any:
    """What a required field shows that has no value yet."""
    low = field.low or 0
    values = {Shape.TEXT: "", Shape.CHOICE: "", Shape.REFERENCE: "", Shape.SWITCH: False, Shape.STRUCT: {}}
    return {**values, Shape.INTEGER: int(low), Shape.NUMBER: float(low)}.get(field.shape, [])


def duplicated(part: Mapping[str, Any], siblings: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """A copy of a part with the next free label, and without what can be there only once (addresses, a disk's path)."""
    copy = {name: value for name, value in part.items() if name not in ("ip_address", "mac_address")}
    for name in LABEL_FIELDS:
        if isinstance(copy.get(name), str) and name not in ("role", "traffic"):
            copy[name] = next_label(copy[name], [str(sibling.get(name, "")) for sibling in siblings])
            break
    if isinstance(copy.get("path"), str) and copy["path"]:
        stem, dot, end = copy["path"].rpartition(".")
        copy["path"] = f"{stem}_{len(siblings)}{dot}{end}" if dot else f"{copy['path']}_{len(siblings)}"
    return copy
