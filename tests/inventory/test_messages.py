"""Every sentence of the inventory is there in every language, with the same arguments."""

from __future__ import annotations

import json
import re
import string
from pathlib import Path

import pytest

from vmotion_gui import resources
from vmotion_gui.inventory.estate import COLLECTIONS
from vmotion_gui.inventory.presets import PRESETS

_SOURCE = Path(__file__).parents[2] / "vmotion_gui" / "inventory"
_KEY = re.compile(r'"(inventory\.[A-Za-z0-9_.\-]+)"')
_COMPOSED = {
    *(f"inventory.kind.{name}" for name in COLLECTIONS),
    *(f"inventory.preset.{name}{part}" for name in PRESETS for part in ("", ".explanation")),
    *(f"inventory.allowed.range{suffix}" for suffix in ("", "Above", "Below", "Between")),
    *(
        f"inventory.file.{action}.{kind}"
        for action in ("read", "write")
        for kind in ("notFound", "notPermitted", "isFolder", "failed")
    ),
    "inventory.file.write.noSpace",
}


def _texts(language: str) -> dict[str, str]:
    texts: dict[str, str] = json.loads(resources.path(f"messages/{language}/inventory.json").read_text("utf-8"))
    return texts


def _used() -> set[str]:
    source = "".join(path.read_text(encoding="utf-8") for path in _SOURCE.rglob("*.py"))
    return set(_KEY.findall(source)) | _COMPOSED


@pytest.mark.parametrize("language", ["en", "de"])
def test_every_key_has_a_sentence(language: str) -> None:
    assert not _used() - _texts(language).keys()


@pytest.mark.parametrize("language", ["en", "de"])
def test_no_sentence_is_left_over(language: str) -> None:
    leftover = {key for key in _texts(language).keys() - _used() if not key.startswith("inventory.syntax.")}
    assert not leftover


def test_both_languages_use_the_same_arguments() -> None:
    english, german = _texts("en"), _texts("de")
    assert english.keys() == german.keys()
    for key, text in english.items():
        assert _arguments(text) == _arguments(german[key]), key


def _arguments(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}
