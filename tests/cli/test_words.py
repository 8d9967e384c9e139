"""Every sentence that the command line and the history use exists, in both languages, with the same
placeholders.
"""

from __future__ import annotations

import re
import string
from pathlib import Path
from typing import get_args

import pytest

from vmotion_gui.commandline import compare, plan, simulate
from vmotion_gui.compatibility.verdict import MigrationType, Severity
from vmotion_gui.messages import LANGUAGES, catalogue, message
from vmotion_gui.planning.maintenance.plan import OBJECTIVES
from vmotion_gui.simulation import result_document as results

ROOT = Path(__file__).parents[2] / "vmotion_gui"
_SOURCES = [ROOT / "cli.py", *sorted((ROOT / "commandline").glob("*.py"))]
_SOURCES += [ROOT / "simulation" / name for name in ("journal.py", "estimates.py")]
_KEY = re.compile(r'"((?:cli|simulation)\.[A-Za-z]+(?:\.[A-Za-z]+)*)"')


def _used() -> set[str]:
    keys = {key for source in _SOURCES for key in _KEY.findall(source.read_text(encoding="utf-8"))}
    keys |= {f"cli.type.{kind.value}" for kind in MigrationType}
    keys |= {f"cli.outcome.{outcome}" for outcome in get_args(results.Outcome)}
    keys |= {f"cli.severity.{severity.name.lower()}" for severity in Severity}
    keys |= {f"cli.simulate.column.{column}" for column in simulate._COLUMNS}
    keys |= {f"cli.compare.column.{column}" for column in compare._COLUMNS}
    keys |= {f"cli.plan.column.{column}" for column in (*plan.COLUMNS, *plan.ROLLING_COLUMNS)}
    keys |= {f"cli.plan.objective.{objective}" for objective in OBJECTIVES}
    return keys | {f"cli.kind.{kind}" for kind in ("vm", "host", "datastore", "cluster")}


def _placeholders(language: str, key: str) -> set[str]:
    template = catalogue(language)._texts[key]
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_used_key_has_a_sentence(language: str) -> None:
    known = catalogue(language).keys
    assert _used() - known == set()
    assert {key for key in known if key.startswith("cli.")} - _used() == set()


def test_both_languages_use_the_same_placeholders() -> None:
    for key in sorted(_used()):
        assert _placeholders("en", key) == _placeholders("de", key), key


def test_numbers_are_written_as_each_language_writes_them() -> None:
    text = message("cli.simulate.refused", time=1.5, text="x")
    assert catalogue("en").render(text) == "Refused at 1.5 s: x"
    assert catalogue("de").render(text) == "Bei 1,5 s abgelehnt: x"
