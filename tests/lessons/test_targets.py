"""What a lesson can point at, as it is written."""

from __future__ import annotations

import pytest

from vmotion_gui.lessons.targets import WINDOW_TARGETS, Target, in_topology, target_of


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("topology", Target("part", "topology")),
        ("object:host-1", Target("objects", ids=("host-1",))),
        ("edge:host-1/ds-2", Target("edge", ids=("host-1", "ds-2"))),
        ("region:a/b/c", Target("objects", ids=("a", "b", "c"))),
        ("moments:1.5/20", Target("moments", begin_s=1.5, end_s=20.0)),
    ],
)
def test_what_there_is(text: str, target: Target) -> None:
    assert target_of(text) == target


@pytest.mark.parametrize(
    "text",
    [
        *("", "roof", "object:", "edge:a", "edge:a/b/c", "edge:a/", "region:", "region:a//b"),
        *("moments:1", "moments:5/2", "moments:nan/5", "moments:1/inf", "moments:a/b", "moments:-1/2"),
    ],
)
def test_what_there_is_not(text: str) -> None:
    assert target_of(text) is None
    assert not in_topology(text)


def test_what_is_in_the_topology() -> None:
    assert [name for name in WINDOW_TARGETS if in_topology(name)] == ["topology"]
    assert in_topology("edge:a/b")
    assert not in_topology("moments:1/2")
