"""Every sentence that the engine can say exists in both languages, with the same arguments."""

from __future__ import annotations

import ast
import re
from pathlib import Path
from string import Formatter

import pytest

import vmotion_gui.simulation
from vmotion_gui.inventory.commands import Fault
from vmotion_gui.messages import LANGUAGES, catalogue
from vmotion_gui.simulation.reasons import KINDS

_SOURCES = sorted(Path(vmotion_gui.simulation.__file__).parent.rglob("*.py"))


def _literals() -> set[str]:
    """Keys that stand in the sources as they are."""
    nodes = [node for path in _SOURCES for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))]
    texts = {node.value for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return {text for text in texts if re.fullmatch(r"simulation\.(event|reason|refused)\.\w+", text)}


def _made() -> set[str]:
    """Keys that are put together: reasons with their cures, and faults."""
    kinds = [kind.__name__[0].lower() + kind.__name__[1:] for kind in Fault.__args__]  # type: ignore[attr-defined]  # a union
    faults = {f"simulation.event.{stem}.{kind}" for stem in ("fault", "repaired") for kind in kinds}
    return faults | {f"simulation.{part}.{kind}" for part in ("reason", "cure") for kind in KINDS}


def _engine_keys(language: str) -> set[str]:
    prefixes = ("simulation.event.", "simulation.reason.", "simulation.cure.", "simulation.refused.")
    return {key for key in catalogue(language).keys if key.startswith(prefixes)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_the_engine_says_is_what_there_is(language: str) -> None:
    keys = _literals() | _made()
    assert len(keys) > 60
    assert keys == _engine_keys(language)


def test_both_languages_use_the_same_arguments() -> None:
    for key in _engine_keys("en"):
        fields = [_fields(language, key) for language in LANGUAGES]
        assert fields[0] == fields[1], key


def _fields(language: str, key: str) -> set[str]:
    text = catalogue(language)._texts[key]
    return {f"{name}:{spec}" for _, name, spec, _ in Formatter().parse(text) if name}
