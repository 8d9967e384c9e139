"""A host goes offline: from its context menu to the report and the way home, on the demo lab and on an imported export.

Run as `python -m tests.gui.xvfb.maintenance FOLDER demo|imported` with DISPLAY set; as a chapter of the walk it prints
what came of each gesture, and leaves pictures. The imported estate is a whole workbook of RVTools' form, written here.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QDialogButtonBox

from tests.gui.xvfb.walking import Gesture, Walk, walk_through
from tests.tools.rvtools_workbook import Estate, write_workbook
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.dialogs.import_report import ImportReportDialog
from vmotion_gui.gui.program import Program
from vmotion_gui.gui.wizards.maintenance.dialog import MaintenanceWizard
from vmotion_gui.gui.wizards.maintenance.run_window import RunWindow
from vmotion_gui.inventory.commands import HostFailed, InjectFault
from vmotion_gui.planning.maintenance.carrying import Stage
from vmotion_gui.simulation.status import Phase

VMS = 120


class Maintenance(Walk):
    """A host of the demo lab, on which two machines are blocked."""

    host = "host-1"

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (self.by_the_menu, self.checks, self.decisions, self.plan, self.run, self.report, self.home)

    @property
    def wizard(self) -> MaintenanceWizard:
        dialog = self.dialog(MaintenanceWizard)
        assert isinstance(dialog, MaintenanceWizard)
        return dialog

    @property
    def running(self) -> RunWindow:
        return next(one for one in self.window.findChildren(RunWindow) if one.isVisible())

    def by_the_menu(self) -> Gesture:
        self.before = self.session.inventory
        self.window.context.selection.select([self.host])
        yield from self.menu_of(self.host)
        yield from self.choose("Maintenance Mode", "Plan Maintenance", picture="menu")
        yield self.asked(MaintenanceWizard)
        self.picture("hosts")
        self.told(hosts=list(self.wizard.draft.hosts))
        yield from self.press(self.wizard.next)

    def checks(self) -> Gesture:
        """The first of those that cannot leave has its cure; it is shown, and applied."""
        page = self.wizard.checks
        yield lambda: page.complete
        self.picture("blocked")
        before = page.counts()["blocked"]
        if before:
            buttons = page.reasons.buttons
            yield from self.press(buttons[0])
            yield lambda: any(one.isVisible() for one in self.window.findChildren(CureDialog))
            (cure,) = (one for one in self.window.findChildren(CureDialog) if one.isVisible())
            self.picture("cure")
            yield from self.press(cure.apply)
            yield lambda: page.complete and page.counts()["blocked"] < before
            self.picture("cured")
        self.told(blocked=[before, page.counts()["blocked"]])
        yield from self.press(self.wizard.next)

    def decisions(self) -> Gesture:
        page = self.wizard.decisions
        yield page.isVisible
        if page.suggest.isEnabled():
            yield from self.press(page.suggest)
            yield lambda: bool(self.wizard.draft.decisions)
        self.picture("decided")
        self.told(decided=sorted(set(self.wizard.draft.decisions.values())))
        yield from self.press(self.wizard.next)

    def plan(self) -> Gesture:
        wizard = self.wizard
        yield lambda: wizard.draft.found is not None
        tabs = wizard.plan.tabs
        self.picture("in-time")
        for number in range(1, tabs.count()):
            yield from self.press_tab(tabs.tabBar(), number)
            self.picture(f"tab-{number}")
        found = wizard.draft.found
        assert found is not None
        self.told(possible=found.plan.possible, moves=len(found.plan.moves) > 3)
        yield from self.press(wizard.begin)

    def run(self) -> Gesture:
        """A host to which machines are on their way dies in the middle; the rest is planned anew."""
        yield lambda: any(one.isVisible() for one in self.window.findChildren(RunWindow))
        running, session = self.running, self.session
        session.set_speed(10.0)

        def copying() -> list[str]:
            statuses = session.backend.migrations().values()
            return [one.destination_host for one in statuses if one.phase is Phase.COPYING_MEMORY]

        yield lambda: bool(copying())
        session.pause()
        self.picture("under-way")
        dead = copying()[0]
        session.submit(InjectFault(fault=HostFailed(host=dead)))
        session.play()
        yield lambda: running.run.carrying.adopted is not None or running.run.stage is Stage.ASKING
        self.picture("planned-anew")
        session.set_speed(300.0)
        asked = 0
        while not running.run.done:
            yield lambda: running.run.done or running.run.stage is Stage.ASKING
            if running.run.stage is Stage.ASKING:
                asked += 1
                self.picture(f"asked-{asked}")
                yield from self.press(running.question.accept)
        session.pause()
        machines = session.inventory.vms.values()
        there = [vm for vm in machines if vm.host == self.host and vm.power_state == "poweredOn"]
        self.picture("ended")
        self.told(planned_anew=True, stay=len(there), entered=running.run.entered)

    def report(self) -> Gesture:
        running = self.running
        yield lambda: running.report is not None and running.report.isVisible()
        self.picture("report")
        report = running.report
        assert report is not None
        path = (self.folder or Path()) / "report.html"
        self.told(saved=report.save(path) and path.stat().st_size > 1000)

    def home(self) -> Gesture:
        report = self.running.report
        assert report is not None
        before = len(self.window.findChildren(RunWindow))
        yield from self.press(report.home)
        yield lambda: self.session.inventory.hosts[self.host].maintenance_state == "normal"

        def answered() -> bool:
            return len(self.window.findChildren(RunWindow)) > before or "order" in report.told.text()

        yield answered
        self.picture("way-home")
        self.session.set_speed(300.0)
        yield lambda: all(one.run.done for one in self.window.findChildren(RunWindow))
        self.session.pause()
        self.picture("home")
        stopped = [
            vm.name
            for id_, vm in self.session.inventory.vms.items()
            if vm.power_state != "poweredOn" and self.before.vms[id_].power_state == "poweredOn"
            if self.session.inventory.hosts[vm.host].connection_state == "connected"
        ]
        self.told(stopped=stopped)


class Imported(Maintenance):
    """The same on what an export gives."""

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (self.imported, *super().gestures())

    def imported(self) -> Gesture:
        path = (self.folder or Path()) / "export.xlsx"
        write_workbook(path, Estate(VMS))
        self.window.files.import_path(str(path))
        yield self.asked(ImportReportDialog)
        self.picture("report")
        dialog = self.dialog(ImportReportDialog)
        assert dialog is not None
        buttons = dialog.findChild(QDialogButtonBox)
        assert buttons is not None
        accept = next(b for b in buttons.buttons() if buttons.buttonRole(b) is QDialogButtonBox.ButtonRole.AcceptRole)
        yield from self.press(accept)
        yield lambda: len(self.session.inventory.vms) == VMS
        inventory = self.session.inventory
        self.host = max(inventory.hosts, key=lambda id_: len(inventory.vms_on(id_)))
        yield lambda: not self.view.rect_of(self.host).isNull()
        self.told(vms=len(inventory.vms))


def _made(kind: str) -> Callable[[Program, Path | None], Walk]:
    return {"demo": Maintenance, "imported": Imported}[kind]


if __name__ == "__main__":
    sys.exit(walk_through(_made(sys.argv[2]), Path(sys.argv[1])))
