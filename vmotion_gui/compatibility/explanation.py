"""What a check means, for people who ask: its topic, its levels by power state, and an example in words.

The examples and the levels are no second truth: `resources/checks/examples.json` is made from the rules' own examples
(`python -m tests.tools.compatibility_rules`), and a test holds it against them.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from typing import Literal

import msgspec

from vmotion_gui import resources
from vmotion_gui.compatibility.cures import CURABLE
from vmotion_gui.compatibility.evc_admission import FAULTS
from vmotion_gui.compatibility.table import RULES
from vmotion_gui.compatibility.verdict import MigrationType
from vmotion_gui.messages import Message

Level = Literal["none", "info", "warning", "error"]
EVC_TOPIC = "evc"


class Example(msgspec.Struct, frozen=True, kw_only=True):
    """What a check says of the estate in which it speaks."""

    levels: dict[str, Level] = {}
    """Power state -> level."""
    disconnected: dict[str, Level] = {}
    """The same while the device or adapter is not connected, where that differs."""
    sentence: dict[str, str] = {}
    cure: dict[str, str] = {}
    """Language -> words."""


class Explanation(msgspec.Struct, frozen=True, kw_only=True):
    """One check."""

    id: str
    topic: str
    name: Message
    """The topic's name."""
    text: Message
    """What the topic is about."""
    fault: str = ""
    also: tuple[str, ...] = ()
    wrapper: str = ""
    types: frozenset[MigrationType] = frozenset()
    """Of which migrations it speaks; none for what is checked apart from migrations."""
    simplified: bool = False
    curable: bool = False
    example: Example = Example()


@functools.cache
def explanations() -> Mapping[str, Explanation]:
    """Every check by its id, topic after topic, each in the order of the table."""
    examples = msgspec.json.decode(resources.read_bytes("checks/examples.json"), type=dict[str, Example])
    found = {
        rule.id: Explanation(
            id=rule.id,
            topic=rule.topic,
            name=_name(rule.topic),
            text=_text(rule.topic),
            fault=rule.fault,
            also=rule.also,
            wrapper=rule.wrapper,
            types=rule.types,
            simplified=rule.simplified,
            curable=rule.id in CURABLE,
            example=examples[rule.id],
        )
        for rule in RULES
    }
    for id_, fault in FAULTS.items():
        topic = EVC_TOPIC
        found[id_] = Explanation(
            id=id_, topic=topic, name=_name(topic), text=_text(topic), fault=fault, example=examples[id_]
        )
    return found


def _name(topic: str) -> Message:
    return Message(f"check.topic.{topic}.name")


def _text(topic: str) -> Message:
    return Message(f"check.topic.{topic}.text")
