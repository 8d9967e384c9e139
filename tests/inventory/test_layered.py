"""A layered mapping is the dictionary that it stands for, version by version."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from vmotion_gui.inventory.layered import merged

_KEYS = [f"vm-{number}" for number in range(600)]
_entries = st.dictionaries(st.sampled_from(_KEYS), st.integers(), max_size=90)


@given(st.lists(st.tuples(_entries, st.booleans()), min_size=1, max_size=12))
def test_every_version_stays_what_it_was(steps: list[tuple[dict[str, int], bool]]) -> None:
    """Whether it has been read as a whole or not, and beyond the entries that may lie over a base."""
    plain = dict.fromkeys(_KEYS, 0)
    held, versions = dict(plain), []
    layered = merged(held, {})
    for entries, read_whole in steps:
        layered = merged(layered, entries)
        plain = {**plain, **entries}
        if read_whole:
            assert list(layered.items()) == list(plain.items())
        versions.append((layered, plain))
    for version, expected in versions:
        assert {key: version[key] for key in version} == expected
        assert list(version.values()) == list(expected.values())
        assert list(version.keys()) == list(version) == _KEYS
        assert len(version) == len(_KEYS)
        assert version == expected
        assert expected == version
    assert held == dict.fromkeys(_KEYS, 0)


def test_what_is_not_there() -> None:
    layered = merged({"a": 1}, {"a": 2})
    assert "b" not in layered
    assert layered.get("b") is None
    assert layered.get("a") == 2
