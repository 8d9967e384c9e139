"""Files that are no export get a sentence; sheets and columns are found by what they are called."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from tests.importers.sheets import vm_row
from tests.tools.rvtools_workbook import write_sheets
from vmotion_gui.importers.report import Notes
from vmotion_gui.importers.rvtools import RvtoolsError, import_rvtools
from vmotion_gui.importers.workbook import Grid, Sheet, fold, fold_sheet
from vmotion_gui.messages import LANGUAGES, catalogue

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def _refused(path: Path) -> str:
    """The key of the refusal; it has a sentence that names the place in every language."""
    with pytest.raises(RvtoolsError) as caught:
        import_rvtools(path)
    for language in LANGUAGES:
        sentence = catalogue(language).render(caught.value.text)
        assert sentence != caught.value.text.key
        assert "{" not in sentence
    return caught.value.text.key.removeprefix("importers.error.")


def test_a_text_file(tmp_path: Path) -> None:
    path = tmp_path / "notes.xlsx"
    path.write_text("not a workbook")
    assert _refused(path) == "notAnExport"


def test_an_empty_file(tmp_path: Path) -> None:
    path = tmp_path / "empty.xlsx"
    path.write_bytes(b"")
    assert _refused(path) == "empty"


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    assert _refused(tmp_path / "gone.xlsx") == "notFound"


def test_an_old_excel_file(tmp_path: Path) -> None:
    path = tmp_path / "old.xls"
    path.write_bytes(_OLE + bytes(600) + "Workbook".encode("utf-16-le"))
    assert _refused(path) == "oldExcel"


def test_a_protected_workbook(tmp_path: Path) -> None:
    path = tmp_path / "secret.xlsx"
    path.write_bytes(_OLE + bytes(600) + "EncryptedPackage".encode("utf-16-le"))
    assert _refused(path) == "password"


@pytest.mark.parametrize("share", [0.02, 0.5, 0.9, 0.999])
def test_a_workbook_that_is_cut_off(tmp_path: Path, share: float) -> None:
    path = tmp_path / "cut.xlsx"
    write_sheets(path, {"vInfo": [vm_row(f"vm-{n}", n) for n in range(50)]})
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert _refused(path) == "cutOff"


def test_a_workbook_whose_sheet_is_damaged(tmp_path: Path) -> None:
    path, damaged = tmp_path / "whole.xlsx", tmp_path / "damaged.xlsx"
    write_sheets(path, {"vInfo": [vm_row("vm", 1)]})
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(damaged, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, data[: len(data) // 2] if "worksheets" in name else data)
    assert _refused(damaged) == "damaged"


def test_an_archive_that_is_no_workbook(tmp_path: Path) -> None:
    path = tmp_path / "photos.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("holiday.txt", "sun")
    assert _refused(path) == "notAWorkbook"


def test_a_workbook_of_something_else(tmp_path: Path) -> None:
    path = tmp_path / "budget.xlsx"
    write_sheets(path, {"Budget": [{"Year": 2025, "Sum": 100}]})
    assert _refused(path) == "noVInfo"


def test_a_vinfo_without_names_or_rows(tmp_path: Path) -> None:
    path = tmp_path / "odd.xlsx"
    write_sheets(path, {"vInfo": [{"Colour": "red"}]})
    assert _refused(path) == "noVmColumn"
    write_sheets(path, {"vInfo": [{"VM": "", "Host": "esx1"}]})
    assert _refused(path) == "noVms"


def test_a_folder_without_csv_files(tmp_path: Path) -> None:
    (tmp_path / "readme.txt").write_text("nothing here")
    assert _refused(tmp_path) == "noCsv"


@pytest.mark.parametrize(("delimiter", "encoding"), [(",", "utf-8"), (";", "cp1252"), ("\t", "utf-8-sig")])
def test_a_folder_of_csv_files(tmp_path: Path, delimiter: str, encoding: str) -> None:
    header = ("VM", "Powerstate", "CPUs", "Memory", "Host", "VM ID", "Annotation")
    row = ("Büro-1", "poweredOn", "4", "8,192" if delimiter != "," else '"8,192"', "esx1", "vm-7", '"two\nlines"')
    for name in ("vInfo", "vHealth"):
        text = "\n".join(delimiter.join(line) for line in (header, row))
        (tmp_path / f"RVTools_tab{name}.csv").write_bytes(text.encode(encoding))
    for path in (tmp_path, tmp_path / "RVTools_tabvInfo.csv"):
        (vm,) = import_rvtools(path).lab.inventory.vms.values()
        assert (vm.name, vm.cpus, vm.memory_bytes) == ("Büro-1", 4, 8192 * 1024**2)
        assert vm.annotation == "two\nlines"


def test_a_sheet_that_claims_a_million_rows(tmp_path: Path) -> None:
    path = tmp_path / "huge.xlsx"
    write_sheets(path, {"vInfo": [vm_row("vm", 1)], "vDisk": [{"VM": "vm", "VM ID": "vm-1"}]}, declared_rows=1_048_576)
    assert import_rvtools(path).report.counts["vms"] == 1


def test_headers_are_compared_loosely() -> None:
    assert fold("In Use MB") == fold("In use MiB") == fold(" IN USE MiB ")
    assert fold("# CPU") != fold("CPU")
    assert fold("# Cores") == fold("#Cores")
    assert fold_sheet("RVTools_tabvInfo") == fold_sheet("vInfo") == fold_sheet("tabvInfo")


def test_columns_by_text_never_by_position() -> None:
    grid: Grid = [["Custom", "vInfoVMName", "vInfoCPUs"], ["x", "web", 4.0], ["y"]]
    sheet = Sheet("vInfo", grid, 1, Notes(), {"VM": ("VMName",)})
    assert sheet.texts("VM") == ["web", ""]
    assert sheet.texts("CPUs") == ["4", ""]
    assert not sheet.has("Memory")
    assert sheet.counts("Memory") == [None, None]
    assert sheet.row(1) == 3
