"""What validation looks at: a document's entities with their places, also where the document is broken
elsewhere.
"""

from __future__ import annotations

from typing import TypeVar

from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.commands import TimedCommand
from vmotion_gui.inventory.estate import COLLECTION_OF, COLLECTIONS
from vmotion_gui.inventory.lab import LabDocument

EntityT = TypeVar("EntityT", bound=e.Entity)


class Material:
    """Entities by collection, each with its index in the document, and the commands with theirs.

    Entities that could not be understood count as existing (`broken`), so that references to them are no
    second fault.
    """

    def __init__(self) -> None:
        self._entries: dict[str, list[tuple[int, e.Entity]]] = {name: [] for name in COLLECTIONS}
        self.broken: list[tuple[str, int, str]] = []
        """Collection, index and id of the entities that could not be understood."""
        self._remains: dict[str, list[tuple[int, e.Entity]]] = {name: [] for name in COLLECTIONS}
        self.commands: list[tuple[int, TimedCommand]] = []
        self._by_id: dict[str, dict[str, e.Entity]] = {name: {} for name in COLLECTIONS}

    @classmethod
    def of_document(cls, document: LabDocument) -> Material:
        """The material of a document whose types are right."""
        material = cls()
        for name in COLLECTIONS:
            for index, entity in enumerate(getattr(document, name)):
                material.add(name, index, entity)
        material.commands = list(enumerate(document.commands))
        return material

    def add(self, collection: str, index: int, entity: e.Entity) -> None:
        """Take in an entity."""
        self._entries[collection].append((index, entity))
        self._by_id[collection].setdefault(entity.id, entity)

    def add_broken(self, collection: str, index: int, id_: str, remains: e.Entity | None) -> None:
        """Take in an entity that has faults; `remains` is what is left of it without the faulty fields."""
        self.broken.append((collection, index, id_))
        if remains is not None:
            self._remains[collection].append((index, remains))

    def entries(self, kind: type[EntityT]) -> list[tuple[int, EntityT]]:
        """Index and entity of all entities of a type, in the document's order."""
        return self._entries[COLLECTION_OF[kind]]  # type: ignore[return-value]  # each collection holds its own type

    def remains(self, kind: type[EntityT]) -> list[tuple[int, EntityT]]:
        """The same of broken entities without their faulty fields: required ones may be empty."""
        return self._remains[COLLECTION_OF[kind]]  # type: ignore[return-value]  # as above

    def by_id(self, kind: type[EntityT]) -> dict[str, EntityT]:
        """The entities of a type; of several with one id, the first."""
        return self._by_id[COLLECTION_OF[kind]]  # type: ignore[return-value]  # as above

    def ids(self, collection: str) -> set[str]:
        """All ids of a collection, those of broken entities too."""
        return set(self._by_id[collection]) | {id_ for name, _, id_ in self.broken if name == collection}


def place_of(collection: str, index: int) -> str:
    """The JSON path of an entity."""
    return f"$.{collection}[{index}]"
