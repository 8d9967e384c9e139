"""What an import found, assumed, guessed and could not read: plain data for the window and the command line."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal

import msgspec

from vmotion_gui.messages import Catalogue, Message, message

FindingGroup = Literal["assumption", "warning", "leftOut"]
FindingOrigin = Literal["imported", "guessed", "assumed"]
_SHOWN = 20
"""How many objects or cells the short form names."""


class _Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """Base of the report's data."""


class Finding(_Data, frozen=True, kw_only=True):
    """One kind of assumption, guess, warning or omission, with everything that it concerns."""

    group: FindingGroup
    kind: str
    origin: FindingOrigin = "assumed"
    """Where the value comes from that is used now."""
    sheet: str = ""
    column: str = ""
    """The column that would have told, if there is one."""
    objects: tuple[str, ...] = ()
    """Names of what it concerns, in the export's order."""
    rows: tuple[int, ...] = ()
    """Rows of the sheet, as the spreadsheet numbers them, where there are any."""

    @property
    def count(self) -> int:
        """How many objects it concerns."""
        return len(self.objects)

    @property
    def text(self) -> Message:
        """The sentence that says what was done."""
        place = f"{self.sheet}.{self.column}" if self.column else self.sheet
        return message(f"importers.{self.group}.{self.kind}", n=self.count, place=place)


class Missing(_Data, frozen=True, kw_only=True):
    """A sheet, or a column of a sheet, that the export lacks."""

    sheet: str
    column: str = ""
    """Empty: the whole sheet."""
    unknown: Message
    """What is unknown without it."""

    @property
    def text(self) -> Message:
        """The sentence about it."""
        kind = "column" if self.column else "sheet"
        return message(f"importers.missing.{kind}", sheet=self.sheet, column=self.column, unknown=self.unknown)


class BadCell(_Data, frozen=True, kw_only=True):
    """A cell that does not hold what its column should; its value counts as unknown."""

    sheet: str
    row: int
    """As the spreadsheet numbers it."""
    column: str
    value: str

    @property
    def text(self) -> Message:
        """The sentence about it."""
        return message("importers.badCell", sheet=self.sheet, row=str(self.row), column=self.column, value=self.value)


class ImportReport(_Data, frozen=True, kw_only=True):
    """Everything that an import has to say."""

    source: str
    """Name of the file or folder."""
    written: str = ""
    """When and by which version the export was written, as it says itself."""
    counts: dict[str, int] = {}
    """Collection -> number of entities of the lab."""
    findings: tuple[Finding, ...] = ()
    missing: tuple[Missing, ...] = ()
    bad_cells: tuple[BadCell, ...] = ()

    def to_data(self) -> dict[str, Any]:
        """The report as plain data, for the lab document; just as it comes back from a file (see `saved_report`)."""
        data: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(self))
        return data

    def of(self, group: FindingGroup) -> tuple[Finding, ...]:
        """The findings of one group."""
        return tuple(finding for finding in self.findings if finding.group == group)

    def finding(self, kind: str) -> Finding | None:
        """The finding of a kind; None if there was no occasion for it."""
        return next((finding for finding in self.findings if finding.kind == kind), None)

    def summary(self) -> tuple[Message, ...]:
        """One sentence for what came in and one for each kind of finding."""
        head = message(
            "importers.report.imported",
            source=self.source,
            **{name: self.counts.get(name, 0) for name in ("vms", "hosts", "clusters", "datastores", "portgroups")},
        )
        texts = [head, *(finding.text for finding in self.findings), *(gap.text for gap in self.missing)]
        if self.bad_cells:
            texts.append(message("importers.report.badCells", n=len(self.bad_cells)))
        return tuple(texts)

    def lines(self, catalogue: Catalogue, *, full: bool = False) -> list[str]:
        """The report as lines of text, by section; `full` names every object and cell, else the first twenty."""
        return [catalogue.render(line) for line in self._messages(full)]

    def _messages(self, full: bool) -> Iterator[Message]:
        yield self.summary()[0]
        if self.written:
            yield message("importers.report.written", text=self.written)
        groups: tuple[FindingGroup, ...] = ("assumption", "warning", "leftOut")
        for group in groups:
            findings = self.of(group)
            if findings:
                yield message(f"importers.report.{group}")
            for finding in findings:
                yield from _finding_lines(finding, full)
        if self.missing:
            yield message("importers.report.missing")
        for gap in self.missing:
            yield message("importers.report.item", text=gap.text)
        if self.bad_cells:
            yield message("importers.report.badCells", n=len(self.bad_cells))
        shown = self.bad_cells if full else self.bad_cells[:_SHOWN]
        for cell in shown:
            yield message("importers.report.item", text=cell.text)
        if len(shown) < len(self.bad_cells):
            yield message("importers.report.more", n=len(self.bad_cells) - len(shown))


def _finding_lines(finding: Finding, full: bool) -> Iterator[Message]:
    origin = message(f"importers.origin.{finding.origin}")
    yield message("importers.report.finding", text=finding.text, origin=origin)
    shown = finding.objects if full else finding.objects[:_SHOWN]
    if shown:
        yield message("importers.report.objects", names=list(shown))
    if len(shown) < finding.count:
        yield message("importers.report.more", n=finding.count - len(shown))


class Notes:
    """Collects what a report is made of while an import goes on."""

    def __init__(self) -> None:
        self._found: dict[tuple[FindingGroup, str, FindingOrigin, str, str], tuple[list[str], list[int]]] = {}
        self._missing: dict[tuple[str, str], Missing] = {}
        self._bad_cells: list[BadCell] = []

    def assume(self, kind: str, name: str, *, sheet: str = "", column: str = "", row: int = 0) -> None:
        """A value was made up, because the export does not tell."""
        self._add("assumption", kind, "assumed", name, sheet, column, row)

    def guess(self, kind: str, name: str, *, sheet: str = "", column: str = "", row: int = 0) -> None:
        """A value was concluded from others of the export."""
        self._add("assumption", kind, "guessed", name, sheet, column, row)

    def warn(self, kind: str, name: str, *, sheet: str = "", column: str = "", row: int = 0) -> None:
        """Something in the export asks for a person's attention."""
        self._add("warning", kind, "imported", name, sheet, column, row)

    def leave_out(self, kind: str, name: str, *, sheet: str = "", column: str = "", row: int = 0) -> None:
        """A row of the export is not in the lab."""
        self._add("leftOut", kind, "imported", name, sheet, column, row)

    def _add(
        self, group: FindingGroup, kind: str, origin: FindingOrigin, name: str, sheet: str, column: str, row: int
    ) -> None:
        names, rows = self._found.setdefault((group, kind, origin, sheet, column), ([], []))
        names.append(name)
        if row:
            rows.append(row)

    def missing(self, sheet: str, column: str, unknown: Message) -> None:
        """A sheet or column is not there."""
        self._missing.setdefault((sheet, column), Missing(sheet=sheet, column=column, unknown=unknown))

    def bad_cell(self, sheet: str, row: int, column: str, value: str) -> None:
        """A cell cannot be understood."""
        self._bad_cells.append(BadCell(sheet=sheet, row=row, column=column, value=value))

    def report(self, source: str, written: str, counts: dict[str, int]) -> ImportReport:
        """The report of all that was noted."""
        findings = [
            Finding(
                group=group,
                kind=kind,
                origin=origin,
                sheet=sheet,
                column=column,
                objects=tuple(names),
                rows=tuple(rows),
            )
            for (group, kind, origin, sheet, column), (names, rows) in self._found.items()
        ]
        order = {"assumption": 0, "warning": 1, "leftOut": 2}
        findings.sort(key=lambda finding: order[finding.group])
        return ImportReport(
            source=source,
            written=written,
            counts=counts,
            findings=tuple(findings),
            missing=tuple(self._missing.values()),
            bad_cells=tuple(self._bad_cells),
        )
