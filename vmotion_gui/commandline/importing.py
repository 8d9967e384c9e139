"""`import rvtools`: a lab from an export, and the report of what the export did not tell."""

from __future__ import annotations

from pathlib import Path

import msgspec

from vmotion_gui.commandline.terminal import YES, BadInputError, Terminal
from vmotion_gui.importers.anonymise import anonymise
from vmotion_gui.importers.report import ImportReport
from vmotion_gui.importers.rvtools import RvtoolsError, import_rvtools
from vmotion_gui.inventory.document import save, write_atomically
from vmotion_gui.messages import Message, message


def import_export(
    terminal: Terminal, export: Path, output: Path, *, anonymised: bool, full: bool, json_report: Path | None
) -> int:
    """Write the lab and tell the report. BadInputError if the file is no export or nothing can be written."""
    try:
        with terminal.progress("cli.import.progress") as bar:

            def tell(share: float, doing: Message) -> None:
                bar.show(share, 1.0, terminal.words.render(doing))

            result = import_rvtools(export, progress=tell)
    except RvtoolsError as error:
        raise BadInputError(error.text) from error
    save(anonymise(result.lab) if anonymised else result.lab, output)
    if json_report is not None:
        _write(json_report, result.report)
    for line in result.report.lines(terminal.words, full=full):
        terminal.say(line)
    terminal.say(message("cli.import.written", file=str(output)), style="green")
    return YES


def _write(path: Path, report: ImportReport) -> None:
    data = msgspec.json.format(msgspec.json.encode(report), indent=2) + b"\n"
    try:
        write_atomically(path, data)
    except OSError as error:
        text = message("cli.file.notWritten", file=str(path), reason=error.strerror or str(error))
        raise BadInputError(text) from error
