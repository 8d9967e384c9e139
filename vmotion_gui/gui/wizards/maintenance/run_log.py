"""What has happened in a run, in sentences, and where its virtual machines are."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject, Signal

from vmotion_gui.gui.wizards.maintenance.destinations import place_of
from vmotion_gui.gui.wizards.maintenance.running import PlanRun
from vmotion_gui.gui.words import quantity
from vmotion_gui.planning.handover.places import target_text
from vmotion_gui.planning.maintenance.carrying import Entry, Stage
from vmotion_gui.planning.maintenance.plan import Plan
from vmotion_gui.simulation.status import Phase


class RunLog(QObject):
    """Signals: added(str): a sentence more."""

    added = Signal(str)

    def __init__(self, run: PlanRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._run = run
        self._context = run.draft.context
        self.sentences: list[str] = []
        self._stage = run.stage
        self._told: set[int] = set()
        """Entries whose failure has been told, by their identity."""
        self._going_to = self._destinations()
        count = sum(entry.own for entry in run.carrying.entries)
        self._say(QCoreApplication.translate("PlanRunLog", "The plan begins: {count} migrations.").format(count=count))
        run.changed.connect(self.note)
        run.replanned.connect(self.note_plan)
        run.failed.connect(
            lambda reason: self._say(
                QCoreApplication.translate("PlanRunLog", "No new plan could be made: {reason}").format(reason=reason)
            )
        )
        run.ended.connect(self.note)

    def _say(self, text: str) -> None:
        now_s = self._context.session.backend.now_s - self._run.begin_s
        self.sentences.append(f"{quantity(now_s, 'seconds') if now_s > 0.0 else '0 s'}  {text}")
        self.added.emit(self.sentences[-1])

    def note(self) -> None:
        """Failures, and what they lead to."""
        for entry in self._run.carrying.entries:
            if entry.failure is not None and id(entry) not in self._told:
                self._told.add(id(entry))
                self._say(self._failure(entry))
        stage, self._stage = self._stage, self._run.stage
        if stage is not self._stage:
            text = _stage_text(self._stage, ended=self._run.carrying.ended)
            if text:
                self._say(text)

    def _failure(self, entry: Entry) -> str:
        name, text = self._context.name, self._context.language.text
        spec = entry.move.spec
        names = {"vm": name(spec.vm), "host": target_text(entry.move, name)}
        if entry.refused is not None:
            why = text(entry.refused)
        elif entry.failure is not None and entry.failure.reason is not None:
            why = text(entry.failure.reason.text)
        else:
            return QCoreApplication.translate(
                "PlanRunLog", "{vm} to {host}: a person has cancelled this migration."
            ).format(**names)
        return QCoreApplication.translate("PlanRunLog", "{vm} to {host} failed: {reason}").format(reason=why, **names)

    def note_plan(self) -> None:
        """What a new plan does otherwise."""
        carrying = self._run.carrying
        rest = carrying.proposal or carrying.adopted
        if rest is None:
            return
        count = len(rest.plan.moves) - len(rest.plan.under_way)
        if carrying.proposal is not None:
            text = QCoreApplication.translate(
                "PlanRunLog", "Proposed for the rest: {count} migrations to begin; it waits for an answer."
            )
            self._say(text.format(count=count))
            return
        before, self._going_to = self._going_to, self._destinations()
        name = self._context.name
        others = [
            QCoreApplication.translate("PlanRunLog", "{vm} now to {host}").format(vm=name(vm), host=name(host))
            for vm, host in self._going_to.items()
            if before.get(vm, host) != host
        ]
        text = QCoreApplication.translate("PlanRunLog", "New plan of the rest: {count} migrations to begin.").format(
            count=count
        )
        self._say(" ".join([text, *([", ".join(others) + "."] if others else [])]))

    def _destinations(self) -> dict[str, str]:
        return {entry.move.spec.vm: place_of(entry.move) for entry in self._run.carrying.entries if entry.own}


def _stage_text(stage: Stage, *, ended: bool) -> str:
    if stage is Stage.REPLANNING:
        return QCoreApplication.translate(
            "PlanRunLog", "The rest is planned anew; what runs goes on, and the clock stands meanwhile."
        )
    if stage is Stage.PAUSED:
        return QCoreApplication.translate("PlanRunLog", "Paused: no migration begins; what runs goes on.")
    if stage is Stage.ENDING:
        return QCoreApplication.translate("PlanRunLog", "Aborted: nothing more begins.")
    if stage is Stage.DONE:
        return (
            QCoreApplication.translate("PlanRunLog", "Ended before all was done.")
            if ended
            else QCoreApplication.translate("PlanRunLog", "All migrations have ended.")
        )
    return ""


def against(plan: Plan, run: PlanRun) -> list[str]:
    """Why a plan leaves VMs behind, in sentences."""
    text, name = run.draft.context.language.text, run.draft.context.name
    told = [text(obstacle) for obstacle in plan.obstacles]
    for item in plan.unplaceable:
        reasons = " ".join(f"{text(reason.text)} {text(reason.cure)}".strip() for reason in item.reasons)
        told.append(f"{name(item.vm)}: {reasons}")
    return told


def places(run: PlanRun) -> list[tuple[str, str, str, str]]:
    """Every VM of the run: its id, name, host or datastores, and what becomes of it."""
    inventory, name = run.draft.context.session.inventory, run.draft.context.name
    phases = run.carrying.phases()
    last: dict[str, tuple[Entry, Phase | None]] = {}
    for index, entry in enumerate(run.carrying.entries):
        if entry.own:
            last[entry.move.spec.vm] = entry, phases.get(index)
    rows = []
    for vm in dict.fromkeys((*last, *run.carrying.staying())):
        machine = inventory.vms.get(vm)
        if machine is None:
            rows.append((vm, vm, "", QCoreApplication.translate("PlanRunLog", "no longer in the inventory")))
            continue
        told = _becomes(run, *last[vm]) if vm in last else QCoreApplication.translate("PlanRunLog", "stays")
        if run.of_files:
            rows.append((vm, machine.name, ", ".join(map(name, machine.datastores)), told))
            continue
        if machine.power_state != "poweredOn":
            told = QCoreApplication.translate("PlanRunLog", "not running")
        rows.append((vm, machine.name, name(machine.host), told))
    return rows


def _becomes(run: PlanRun, entry: Entry, phase: Phase | None) -> str:
    host = target_text(entry.move, run.draft.context.name)
    if phase is Phase.COMPLETED:
        return QCoreApplication.translate("PlanRunLog", "has moved")
    if entry.failure is not None or phase in (Phase.FAILED, Phase.CANCELLED):
        return QCoreApplication.translate("PlanRunLog", "stays: its migration did not complete")
    if phase is Phase.ROLLING_BACK:
        return QCoreApplication.translate("PlanRunLog", "going back: its migration did not complete")
    if phase is None or phase is Phase.QUEUED:
        return (
            QCoreApplication.translate("PlanRunLog", "stays")
            if run.done
            else QCoreApplication.translate("PlanRunLog", "waits, for {host}").format(host=host)
        )
    return QCoreApplication.translate("PlanRunLog", "on its way to {host}").format(host=host)
