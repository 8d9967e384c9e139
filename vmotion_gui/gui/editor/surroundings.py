"""What the fields of a form need to know of what is around them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from vmotion_gui.gui.language import Language
from vmotion_gui.gui.theme import Theme
from vmotion_gui.inventory import entities as e
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.messages import Message


@dataclass(frozen=True)
class Surroundings:
    """The estate that a form's references point into, the language, and the entity as the form has it now."""

    inventory: Inventory
    language: Language
    theme: Theme
    kind: type[e.Entity]
    document: Callable[[], dict[str, Any]]

    def text(self, message: Message) -> str:
        """A sentence of the window's language."""
        return self.language.text(message)

    def name(self, id_: str) -> str:
        """An object's name; its id where there is no such object."""
        entity = self.inventory.get(id_)
        return entity.name if entity is not None else id_
