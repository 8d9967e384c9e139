"""References of an entity pointed elsewhere: for copies, whose parts point at each other, and for removals."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import msgspec

from vmotion_gui.inventory.entities import Entity
from vmotion_gui.inventory.validation.references import REFERENCES, Reference

EntityT = TypeVar("EntityT", bound=Entity)
Replace = Callable[[Reference, str], str | None]
"""Says what a reference is to point at instead. None: at nothing; what cannot be without it goes, too."""


def rewritten(entity: EntityT, replace: Replace) -> EntityT:
    """The entity with every reference replaced. A list loses what points at nothing, and so do the parts of a list that
    must point at something; a field of the entity itself is left empty."""
    document: dict[str, Any] = msgspec.to_builtins(entity)
    for reference in REFERENCES.get(type(entity), ()):
        _rewrite(document, reference.path, reference, replace)
    return msgspec.convert(document, type(entity))


def _rewrite(holder: dict[str, Any], path: str, reference: Reference, replace: Replace) -> bool:
    """False if the holder cannot be without what it pointed at."""
    name, dot, rest = path.partition(".")
    if not dot:
        return _rewrite_here(holder, name, reference, replace)
    if name.endswith("[]"):
        parts = holder.get(name[:-2])
        if parts:
            holder[name[:-2]] = [part for part in parts if _rewrite(part, rest, reference, replace)]
        return True
    inner = holder.get(name)
    return _rewrite(inner, rest, reference, replace) if isinstance(inner, dict) else True


def _rewrite_here(holder: dict[str, Any], name: str, reference: Reference, replace: Replace) -> bool:
    if name.endswith("[]"):
        ids = holder.get(name[:-2])
        if not ids:
            return True
        found = [new for id_ in ids if (new := replace(reference, id_)) is not None]
        holder[name[:-2]] = found
        return bool(found)
    value = holder.get(name, "")
    if not value:
        return True
    new = replace(reference, value)
    holder[name] = "" if new is None else new
    return new is not None or reference.optional
