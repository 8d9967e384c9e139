"""A small, fast writer of xlsx files: texts (shared, as Excel does), numbers and empty cells, nothing else."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from xml.sax.saxutils import escape

Cell = str | int | float | None
_NS = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def column_name(index: int) -> str:
    """A, B, … Z, AA, …"""
    name = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        name = chr(65 + rest) + name
    return name


def write_xlsx(path: Path, sheets: Mapping[str, Iterable[Sequence[Cell]]], *, declared_rows: int | None = None) -> None:
    """Write the sheets; `declared_rows` is what each sheet claims as its size, whatever it holds."""
    strings: dict[str, int] = {}
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for number, rows in enumerate(sheets.values(), start=1):
            archive.writestr(f"xl/worksheets/sheet{number}.xml", _sheet(rows, strings, declared_rows))
        shared = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
        archive.writestr("xl/sharedStrings.xml", f"{_HEAD}<sst {_NS}>{shared}</sst>")
        _write_parts(archive, list(sheets))


def _sheet(rows: Iterable[Sequence[Cell]], strings: dict[str, int], declared_rows: int | None) -> str:
    parts = [_HEAD, f"<worksheet {_NS}>"]
    if declared_rows is not None:
        parts.append(f'<dimension ref="A1:XFD{declared_rows}"/>')
    parts.append("<sheetData>")
    names: list[str] = []
    for number, row in enumerate(rows, start=1):
        while len(names) < len(row):
            names.append(column_name(len(names)))
        parts.append(f'<row r="{number}">')
        for name, value in zip(names, row, strict=False):
            if type(value) is str:
                if value:
                    index = strings.setdefault(value, len(strings))
                    parts.append(f'<c r="{name}{number}" t="s"><v>{index}</v></c>')
            elif value is not None:
                parts.append(f'<c r="{name}{number}"><v>{value}</v></c>')
        parts.append("</row>")
    if declared_rows is not None:
        parts.append(f'<row r="{declared_rows}"><c r="A{declared_rows}" s="0"/></row>')
    parts.append("</sheetData></worksheet>")
    return "".join(parts)


def _write_parts(archive: zipfile.ZipFile, names: Sequence[str]) -> None:
    numbers = range(1, len(names) + 1)
    entries = "".join(
        f'<sheet name="{escape(name)}" sheetId="{n}" r:id="rId{n}"/>' for n, name in zip(numbers, names, strict=True)
    )
    relations = "".join(
        f'<Relationship Id="rId{n}" Type="{_REL}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in numbers
    )
    last = len(names) + 1
    relations += f'<Relationship Id="rId{last}" Type="{_REL}/sharedStrings" Target="sharedStrings.xml"/>'
    base = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    overrides = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{base}.worksheet+xml"/>' for n in numbers
    )
    archive.writestr(
        "xl/workbook.xml", f'{_HEAD}<workbook {_NS} xmlns:r="{_REL}"><sheets>{entries}</sheets></workbook>'
    )
    archive.writestr(
        "xl/_rels/workbook.xml.rels",
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>',
    )
    archive.writestr(
        "_rels/.rels",
        f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
        f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    )
    archive.writestr(
        "[Content_Types].xml",
        f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{base}.sheet.main+xml"/>'
        f'<Override PartName="/xl/sharedStrings.xml" ContentType="{base}.sharedStrings+xml"/>{overrides}</Types>',
    )
