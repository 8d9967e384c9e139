"""What differs between two versions of a mapping is found without looking at all of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.simulation.laws import law
from vmotion_gui.inventory.layered import Layered, differing, merged

_BASE = {str(number): [number] for number in range(600)}


@law
@given(st.lists(st.lists(st.integers(0, 599), max_size=200), max_size=6), st.integers(0, 6))
def test_the_differences_are_those_of_a_full_comparison(steps: list[list[int]], read: int) -> None:
    """Over any number of versions, whether one of them has been flattened by somebody who read it all or not."""
    versions: list[Layered[list[int]]] = []
    held: dict[str, list[int]] | Layered[list[int]] = _BASE
    for number, keys in enumerate(steps):
        held = merged(held, {str(key): [key, number] for key in keys})
        versions.append(held)
        if number == read:
            held.flat()
    for before in (_BASE, *versions):
        for after in versions:
            found = differing(before, after)
            everything = [(before[key], after[key]) for key in _BASE if before[key] is not after[key]]
            assert found is None or sorted(found) == sorted(everything)


def test_neighbours_are_compared_at_once() -> None:
    first = merged(_BASE, {"3": [33]})
    second = merged(first, {"4": [44]})
    assert differing(_BASE, first) == [([3], [33])]
    assert differing(first, second) == [([4], [44])]
    assert differing(_BASE, dict(_BASE)) is None
