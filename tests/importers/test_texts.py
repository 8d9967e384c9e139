"""Every key that the importers can emit has a sentence in every language, and no sentence is left over."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

import vmotion_gui.importers as importers
from vmotion_gui import resources
from vmotion_gui.importers.report import BadCell, Finding, ImportReport, Missing
from vmotion_gui.messages import LANGUAGES, catalogue, message

_SOURCES = "\n".join(path.read_text(encoding="utf-8") for path in Path(importers.__path__[0]).rglob("*.py"))
_GROUPS = {"assume": "assumption", "guess": "assumption", "warn": "warning", "leave_out": "leftOut"}


def _emitted() -> set[str]:
    keys = set(re.findall(r'"(importers\.[a-zA-Z.]+)"', _SOURCES))
    for method, kind in re.findall(r'\b(assume|guess|warn|leave_out)\(\s*"(\w+)"', _SOURCES):
        keys.add(f"importers.{_GROUPS[method]}.{kind}")
    for kind in re.findall(r'"((?:workload|vmotion)(?:By|Idle|Unknown|First)\w*)"', _SOURCES):
        keys.add(f"importers.assumption.{kind}")
    keys |= {f"importers.error.{kind}" for kind in ("empty", "notAnExport", "oldExcel")}
    keys |= {f"importers.origin.{origin}" for origin in ("imported", "guessed", "assumed")}
    keys |= {f"importers.report.{group}" for group in ("assumption", "warning", "leftOut")}
    keys |= {"importers.missing.sheet", "importers.missing.column"}
    columns = (Path(importers.__path__[0]) / "rvtools" / "columns.py").read_text(encoding="utf-8")
    tells = columns[columns.index("_EXPECTED") :]
    return keys | {f"importers.unknown.{unknown}" for unknown in re.findall(r'": "(\w+)"', tells)}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_has_a_sentence_and_every_sentence_a_key(language: str) -> None:
    texts = json.loads(resources.path(f"messages/{language}/importers.json").read_text(encoding="utf-8"))
    assert set(texts) == _emitted()


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_report_reads_as_sentences(language: str) -> None:
    finding = Finding(
        group="warning", kind="unknownHost", sheet="vDatastore", column="Hosts", objects=("ghost",), rows=(2,)
    )
    report = ImportReport(
        source="x.xlsx",
        counts={"vms": 1234},
        findings=(finding,),
        missing=(Missing(sheet="vCD", unknown=message("importers.unknown.devices")),),
        bad_cells=tuple(BadCell(sheet="vInfo", row=row, column="CPUs", value="four") for row in range(1200, 1230)),
    )
    lines = report.lines(catalogue(language))
    assert "x.xlsx" in lines[0]
    assert ("1.234" if language == "de" else "1,234") in lines[0]
    assert any("vDatastore.Hosts" in line for line in lines)
    assert any("1200" in line and "four" in line for line in lines)
    assert len(report.lines(catalogue(language), full=True)) == len(lines) + 10 - 1
    assert not [line for line in lines if "{" in line]
