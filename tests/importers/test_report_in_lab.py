"""What an import assumed goes with its lab, and never stands in the way."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import msgspec
import pytest

from tests.tools.rvtools_workbook import Estate, write_workbook
from vmotion_gui.importers.anonymise import anonymise, plain_document, texts_of
from vmotion_gui.importers.rvtools import ImportResult, import_rvtools
from vmotion_gui.importers.saved_report import saved_report
from vmotion_gui.inventory.document import load, save
from vmotion_gui.messages import LANGUAGES, Message, catalogue


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> ImportResult:
    path = tmp_path_factory.mktemp("export") / "export.xlsx"
    write_workbook(path, Estate(20))
    return import_rvtools(path)


def test_the_report_comes_back_from_the_file(imported: ImportResult, tmp_path: Path) -> None:
    save(imported.lab, tmp_path / "lab.json")
    again = load(tmp_path / "lab.json")
    assert again == imported.lab
    assert saved_report(again.import_report) == imported.report
    assert imported.report.findings


def test_a_lab_without_a_report_has_none() -> None:
    assert saved_report(None) is None


@pytest.mark.parametrize(
    ("data", "place", "said"),
    [
        ({}, "$.import_report:", "source"),
        ({"source": 7}, "$.import_report.source:", "7"),
        ({"source": "x", "from_later": True}, "$.import_report.from_later:", "from_later"),
        ({"source": "x", "counts": {"vms": "many"}}, '$.import_report.counts["vms"]:', "many"),
        (
            {"source": "x", "findings": [{"group": "rumour", "kind": "k"}]},
            "$.import_report.findings[0].group:",
            "rumour",
        ),
        ({"source": "x", "findings": [{"group": "warning", "kind": "later"}]}, "findings[0].kind:", "later"),
        (
            {"source": "x", "missing": [{"sheet": "vNew", "unknown": {"key": "importers.unknown.later"}}]},
            "key:",
            "later",
        ),
        ({"source": "x", "missing": [{"sheet": "vInfo", "unknown": {"key": "importers.badCell"}}]}, "key:", "badCell"),
    ],
)
def test_a_damaged_or_newer_report_is_a_sentence_with_its_place(data: dict[str, Any], place: str, said: str) -> None:
    answer = saved_report(data)
    assert isinstance(answer, Message)
    for language in LANGUAGES:
        sentence = catalogue(language).render(answer)
        assert place in sentence
        assert said in sentence
        assert "importers.report" not in sentence


def test_a_lab_that_is_given_away_carries_no_report(imported: ImportResult) -> None:
    named = {name for finding in imported.report.findings for name in finding.objects if len(name) > 3}
    assert named & set(texts_of(plain_document(imported.lab)))
    hidden = plain_document(anonymise(imported.lab))
    assert "import_report" not in hidden
    assert not named & set(texts_of(hidden))


def test_a_lab_with_a_strange_report_opens_all_the_same(imported: ImportResult, tmp_path: Path) -> None:
    save(msgspec.structs.replace(imported.lab, import_report={"strange": 1}), tmp_path / "lab.json")
    assert load(tmp_path / "lab.json").inventory == imported.lab.inventory
