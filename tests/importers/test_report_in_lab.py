"""What an import assumed goes with its lab, and never stands in the way."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from tests.tools.rvtools_workbook import Estate, write_workbook
from vmotion_gui.importers.anonymise import anonymise
from vmotion_gui.importers.report import ImportReport
from vmotion_gui.importers.rvtools import ImportResult, import_rvtools
from vmotion_gui.inventory.document import load, save


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> ImportResult:
    path = tmp_path_factory.mktemp("export") / "export.xlsx"
    write_workbook(path, Estate(20))
    return import_rvtools(path)


def test_the_report_comes_back_from_the_file(imported: ImportResult, tmp_path: Path) -> None:
    save(imported.lab, tmp_path / "lab.json")
    assert ImportReport.from_data(load(tmp_path / "lab.json").import_report) == imported.report


@pytest.mark.parametrize("data", [None, {}, {"source": 7}, {"source": "x", "of a later version": True}])
def test_a_report_that_is_not_understood_is_none(data: dict[str, object] | None) -> None:
    assert ImportReport.from_data(data) is None


def test_a_lab_that_is_given_away_carries_no_report(imported: ImportResult) -> None:
    assert imported.lab.import_report is not None
    assert anonymise(imported.lab).import_report is None


def test_a_lab_with_a_strange_report_opens_all_the_same(imported: ImportResult, tmp_path: Path) -> None:
    save(msgspec.structs.replace(imported.lab, import_report={"strange": 1}), tmp_path / "lab.json")
    assert load(tmp_path / "lab.json").inventory == imported.lab.inventory
