"""The report that a lab carries, read back; it may be damaged, or of a newer version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from vmotion_gui.importers.report import ImportReport
from vmotion_gui.inventory.problems import Problem, found
from vmotion_gui.inventory.typecheck import converts, type_problems
from vmotion_gui.messages import Message, catalogue, message

_PLACE = "$.import_report"


def saved_report(data: dict[str, Any] | None) -> ImportReport | Message | None:
    """The report of a lab's `import_report`; None if it carries none.

    A sentence that names the place if this version does not understand it: the lab is none the worse for that.
    """
    if data is None:
        return None
    report = converts(data, ImportReport)
    problems = type_problems(data, ImportReport, _PLACE) if report is None else list(_unknown_words(report))
    if problems:
        return message("importers.report.unreadable", place=problems[0].place, problem=problems[0].text)
    return report


def _unknown_words(report: ImportReport) -> Iterator[Problem]:
    """What the report would say with sentences that this version does not have."""
    known = catalogue("en").keys
    for index, finding in enumerate(report.findings):
        if finding.text.key not in known:
            yield _unknown(f"{_PLACE}.findings[{index}].kind", finding.kind)
    for index, gap in enumerate(report.missing):
        # other sentences may ask for arguments that are not there
        if gap.unknown.key not in known or gap.unknown.key.split(".")[:2] != ["importers", "unknown"]:
            yield _unknown(f"{_PLACE}.missing[{index}].unknown.key", gap.unknown.key)


def _unknown(place: str, word: str) -> Problem:
    return Problem(place, message("importers.report.unknownWord", found=found(word)))
