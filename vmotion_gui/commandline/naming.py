"""Names and ids as people type them, and what they stand for."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import Literal, TypeVar

from vmotion_gui.commandline.terminal import BadInputError
from vmotion_gui.inventory.entities import Entity
from vmotion_gui.messages import message

EntityT = TypeVar("EntityT", bound=Entity)
_SHOWN = 10


def named(known: Mapping[str, EntityT], word: str, kind: Literal["vm", "host", "datastore", "cluster"]) -> EntityT:
    """The entity with this id, or else with this name (the case of the letters counts only if it must).

    BadInputError if there is none, with what was probably meant, or if there are several, with their ids.
    """
    if word in known:
        return known[word]
    exact = [entity for entity in known.values() if entity.name == word]
    found = exact or [entity for entity in known.values() if entity.name.lower() == word.lower()]
    if len(found) == 1:
        return found[0]
    noun = message(f"cli.kind.{kind}")
    if found:
        ids = [entity.id for entity in found[:_SHOWN]]
        raise BadInputError(message("cli.name.ambiguous", kind=noun, name=word, n=len(found), ids=ids))
    if meant := _similar(known, word):
        raise BadInputError(message("cli.name.unknownSimilar", kind=noun, name=word, meant=meant))
    raise BadInputError(message("cli.name.unknown", kind=noun, name=word, n=len(known)))


def _similar(known: Mapping[str, EntityT], word: str) -> list[str]:
    """Up to three names or ids that look like a word."""
    spellings: dict[str, str] = {}
    for entity in known.values():
        spellings.setdefault(entity.name.lower(), entity.name)
        spellings.setdefault(entity.id.lower(), entity.id)
    near = difflib.get_close_matches(word.lower(), spellings, n=3, cutoff=0.6)
    return list(dict.fromkeys(spellings[spelling] for spelling in near))
