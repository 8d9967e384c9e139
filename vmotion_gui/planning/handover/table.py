"""A plan's steps as a table for spreadsheets."""

from __future__ import annotations

import csv
import io

from vmotion_gui.messages import Catalogue
from vmotion_gui.planning.handover import work as w

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
COLUMNS = ("step", "wave", "action", "vm", "instance_uuid", "source_host", "destination_host", "datastore", "note")


def csv_table(plan: w.Work, words: Catalogue) -> str:
    """RFC 4180, one row a step, columns `COLUMNS`. A text that a spreadsheet would compute gets an apostrophe before
    it."""
    file = io.StringIO()
    writer = csv.writer(file)
    writer.writerow(COLUMNS)
    for number, step in enumerate(plan.steps, start=1):
        writer.writerow([_inert(str(cell)) for cell in (number, *_cells(step, words))])
    return file.getvalue()


def _inert(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text


def _cells(step: w.Step, words: Catalogue) -> tuple[object, ...]:
    if isinstance(step, w.Move):
        vm = step.vm
        return step.wave, "move", vm.name, vm.instance_uuid, step.source, step.host, step.datastore, ""
    if isinstance(step, w.MoveFiles):
        return "", "moveFiles", step.vm.name, step.vm.instance_uuid, "", "", step.home, words.render(step.text)
    if isinstance(step, w.EnterMaintenance):
        return "", "enterMaintenance", "", "", step.host, "", "", step.vsan_mode
    if isinstance(step, w.ExitMaintenance):
        return "", "exitMaintenance", "", "", step.host, "", "", ""
    if isinstance(step, w.StoreMaintenance):
        action = "enterDatastoreMaintenance" if step.enters else "exitDatastoreMaintenance"
        return "", action, "", "", "", "", step.datastore, ""
    if isinstance(step, w.Power):
        return "", step.action, step.vm.name, step.vm.instance_uuid, "", "", "", ""
    return "", "byHand", "", "", "", "", "", words.render(step.text)
