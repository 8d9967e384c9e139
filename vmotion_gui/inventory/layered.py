"""A mapping of which many versions exist side by side, each a few entries away from the one before it."""

from __future__ import annotations

from collections.abc import ItemsView, Iterator, KeysView, Mapping, ValuesView
from typing import TypeVar, overload

V = TypeVar("V")
T = TypeVar("T")

_MOST_OVER = 256
"""Entries that may lie over a base: near the square root of the largest estates' sizes, where copying what lies over
costs what copying all of it now and then does."""


class Layered(Mapping[str, V]):
    """A few entries over a dictionary that is shared with other versions; keys and their order are the dictionary's.

    Never changes. `V` is never None.
    """

    __slots__ = ("_base", "_flat", "_over")

    def __init__(self, base: dict[str, V], over: dict[str, V]) -> None:
        """All keys of `over` are keys of `base`. The two are not to be changed any more."""
        self._base, self._over = base, over
        self._flat: dict[str, V] | None = None

    def __getitem__(self, key: str) -> V:
        found = self._over.get(key)
        return self._base[key] if found is None else found

    @overload
    def get(self, key: str, /) -> V | None: ...
    @overload
    def get(self, key: str, /, default: V | T) -> V | T: ...

    def get(self, key: str, /, default: object = None) -> object:
        """As a dictionary's; without the exception that a mapping's takes for it."""
        found = self._over.get(key)
        return self._base.get(key, default) if found is None else found

    def __contains__(self, key: object) -> bool:
        return key in self._base

    def __iter__(self) -> Iterator[str]:
        return iter(self._base)

    def __len__(self) -> int:
        return len(self._base)

    def keys(self) -> KeysView[str]:
        """The keys, in the base's order."""
        return self._base.keys()

    def values(self) -> ValuesView[V]:
        """The values, in the base's order."""
        return self.flat().values()

    def items(self) -> ItemsView[str, V]:
        """Keys and values, in the base's order."""
        return self.flat().items()

    def flat(self) -> dict[str, V]:
        """All of it as a dictionary, made once; not to be changed."""
        if self._flat is None:
            self._flat = {**self._base, **self._over}
        return self._flat

    def replaced(self, entries: dict[str, V]) -> Layered[V]:
        """The next version; all of the entries' keys exist."""
        if self._flat is not None:
            return Layered(self._flat, entries)
        over = {**self._over, **entries}
        return Layered(self._base, over) if len(over) <= _MOST_OVER else Layered({**self._base, **over}, {})


def differing(before: Mapping[str, V], after: Mapping[str, V]) -> list[tuple[V, V]] | None:
    """The values that differ, old and new, of two versions with the same keys; None if that takes looking at all."""
    if not isinstance(after, Layered):
        return None
    if isinstance(before, Layered) and after._base is before._base:
        keys = {**before._over, **after._over}
    elif after._base is (before._flat if isinstance(before, Layered) else before):
        keys = after._over
    else:
        return None
    pairs = [(before[key], after[key]) for key in keys]
    return [(old, new) for old, new in pairs if old is not new]


def merged(held: dict[str, V] | Layered[V], entries: dict[str, V]) -> dict[str, V] | Layered[V]:
    """`held` with some entries added or replaced; without a copy of the rest, if none is new. It is not to be changed
    any more."""
    if any(key not in held for key in entries):
        return {**(held.flat() if isinstance(held, Layered) else held), **entries}
    return (held if isinstance(held, Layered) else Layered(held, {})).replaced(entries)
