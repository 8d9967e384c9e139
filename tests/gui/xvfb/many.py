"""Many migrations at once: the queue, cancel and retry, Move back, tasks, events, alarms, and the charts of loads."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog

from tests.gui.xvfb.walking import Gesture, Walk
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.tasks import cells
from vmotion_gui.simulation.status import Phase

_LEAVING = (
    *("vm-app-01", "vm-app-05", "vm-app-09", "vm-dc-01", "vm-monitor-01", "vm-proxy-01", "vm-shop-web-01"),
    *("vm-web-01", "vm-web-05", "vm-web-09", "vm-web-13"),
)


class Many(Walk):
    """Eleven machines leave one host for another; eight at a time may."""

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (
            self.eleven_to_one_host,
            self.contention,
            self.cancel_one_that_waits,
            self.cancel_one_that_runs,
            self.retry,
            self.the_charts,
            self.who_uses_the_network,
            self.move_back,
            self.move_back_by_key,
            self.filtered_tasks,
            self.events,
            self.alarms,
        )

    def phases(self, phase: Phase) -> list[str]:
        return [s.id for s in self.session.backend.migrations().values() if s.phase is phase]

    @property
    def tasks(self) -> object:
        return self.window.parts.tasks

    def bottom_tab(self, name: str) -> Gesture:
        """Bring a dock at the bottom to the front, as its tab would."""
        self.window.docks.show(name)
        yield lambda: self.window.docks[name].widget().isVisible()

    def eleven_to_one_host(self) -> Gesture:
        for number, vm in enumerate(_LEAVING):
            point = self.in_tree(vm)
            words = ["mousemove", str(point.x()), str(point.y()), "sleep", "0.1"]
            click = ["keydown", "ctrl", "click", "1", "keyup", "ctrl"] if number else ["click", "1"]
            yield self.hands.do("sleep", "0.5", *words, *click)  # two clicks, no double click
        yield lambda: len(self.window.context.selection.ids) == len(_LEAVING)
        yield self.hands.do("sleep", "0.6")
        yield from self.drop(self.in_tree(_LEAVING[-1]), self.at("host-4"), foreseen=True)
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun(*_LEAVING)
        self.session.pause()
        self.picture("queued")
        texts = [self.status_text(row) for row in range(len(_LEAVING))]
        self.told(waiting=len(self.phases(Phase.QUEUED)), texts=texts)

    def status_text(self, row: int) -> str:
        model = self.window.parts.tasks.model
        return f"{model.index(row, cells.STATUS).data()} {model.index(row, cells.DETAILS).data()}"

    def contention(self) -> Gesture:
        """Several share one NIC: what each gets stands at its line."""
        self.session.set_speed(2.0)
        self.session.play()
        yield lambda: self.session.backend.now_s > 3.0
        self.session.pause()
        self.picture("shares")
        yield from self.bottom_tab("migration")
        self.picture("of-the-host")
        yield from self.bottom_tab("tasks")
        self.told(running=len(self.session.busy_vms()) - len(self.phases(Phase.QUEUED)))

    def _act_on(self, migration: str) -> Gesture:
        pane = self.window.parts.tasks
        yield from self.press_cell(pane.table, pane.model.row_of(migration), cells.ACTION)

    def cancel_one_that_waits(self) -> Gesture:
        waiting = self.phases(Phase.QUEUED)[-1]
        yield from self._act_on(waiting)
        yield lambda: self.session.backend.migrations()[waiting].phase.ended
        self.picture("cancelled")
        self.told(phase=self.session.backend.migrations()[waiting].phase.value)

    def cancel_one_that_runs(self) -> Gesture:
        pane = self.window.parts.tasks
        running = next(s.id for s in self.session.backend.migrations().values() if s.phase is Phase.COPYING_MEMORY)
        yield from self.press_cell(pane.table, pane.model.row_of(running), cells.NAME, 3)
        yield lambda: self.menu() is not None
        yield from self.choose("Cancel", picture="menu")
        self.session.set_speed(1.0)
        self.session.play()
        yield lambda: self.session.backend.migrations()[running].phase.ended
        self.session.pause()
        self.told(phase=self.session.backend.migrations()[running].phase.value)

    def retry(self) -> Gesture:
        """A cancelled one is tried again."""
        cancelled = next(s for s in self.session.backend.migrations().values() if s.phase is Phase.CANCELLED)
        before = len(self.of(cancelled.vm))
        yield from self._act_on(cancelled.id)
        yield lambda: len(self.of(cancelled.vm)) == before + 1
        self.picture("again")
        self.told(again=True)

    def the_charts(self) -> Gesture:
        """The Migration dock: stages, charts, links; while it runs the time that is left, as a range."""
        self.session.set_speed(1.0)
        self.session.play()
        yield lambda: any(s.phase is Phase.COPYING_MEMORY for s in self.session.backend.migrations().values())
        now = self.session.backend.now_s
        yield lambda: self.session.backend.now_s > now + 2.0
        self.session.pause()
        running = next(s.id for s in self.session.backend.migrations().values() if s.phase is Phase.COPYING_MEMORY)
        pane = self.window.parts.tasks
        yield from self.press_cell(pane.table, pane.model.row_of(running), cells.NAME)
        yield from self.bottom_tab("migration")
        tabs = self.window.parts.migration._tabs
        for number in range(tabs.count()):
            yield from self.press_tab(tabs.tabBar(), number)
            self.picture(f"page-{number}")
        yield self.play_to_the_end()
        self.session.pause()
        yield from self.bottom_tab("tasks")
        self.told(pages=tabs.count())

    def who_uses_the_network(self) -> Gesture:
        """Monitor > vMotion network of the host that they left."""
        yield self.hands.click(self.in_tree("host-1"))
        yield from self.press_tab(self.window.tabs.tabBar(), 2)
        monitor = self.window.parts.monitor
        yield from self.press_tab(monitor.tabs.tabBar(), 3)
        yield lambda: monitor.network.layers.count() > 0
        yield lambda: monitor.network.plot.getPlotItem().getAxis("left").width() > 40.0
        self.picture("stacked")
        for number, name in ((0, "issues"), (1, "tasks"), (2, "events")):
            yield from self.press_tab(monitor.tabs.tabBar(), number)
            self.picture(name)
        yield from self.press_tab(self.window.tabs.tabBar(), 1)
        self.picture("summary")
        yield from self.press_tab(self.window.tabs.tabBar(), 0)
        self.told(layers=monitor.network.layers.count())

    def move_back(self) -> Gesture:
        """From the task's row."""
        done = next(s for s in self.session.backend.migrations().values() if s.phase is Phase.COMPLETED)
        yield from self._act_on(done.id)
        yield lambda: self.session.inventory.vms[done.vm].host == "host-1" or len(self.of(done.vm)) > 1
        yield self.play_to_the_end()
        self.session.pause()
        self.picture("back")
        self.told(host=self.session.inventory.vms[done.vm].host)

    def move_back_by_key(self) -> Gesture:
        """Ctrl+B with the machine selected."""
        done = [s for s in self.session.backend.migrations().values() if s.phase is Phase.COMPLETED]
        vm = next(s.vm for s in done if self.session.inventory.vms[s.vm].host == "host-4")
        yield self.hands.click(self.in_tree(vm))
        yield self.hands.key("ctrl+b")
        yield lambda: self.session.inventory.vms[vm].host == "host-1" or bool(self.session.busy_vms())
        yield self.play_to_the_end()
        self.session.pause()
        self.told(host=self.session.inventory.vms[vm].host)

    def filtered_tasks(self) -> Gesture:
        """Some of the tasks, and a file of them."""
        pane = self.window.parts.tasks
        rows = pane.model.rowCount()
        yield from self.press(pane.filter)
        yield self.write("app-")
        yield lambda: 0 < pane.table.model().rowCount() < rows
        self.picture("filtered")
        shown = pane.table.model().rowCount()
        yield from self.press(pane.export)
        path = yield from self.saved("tasks.csv")
        yield from self.press(pane.filter)
        yield self.write(" ")
        yield self.hands.key("BackSpace")
        yield lambda: pane.table.model().rowCount() == rows
        self.told(fewer=shown < rows, lines=len(path.read_text("utf-8-sig").splitlines()) == shown + 1)

    def saved(self, name: str) -> object:
        """Type a name into the dialog for files."""
        yield lambda: bool(self.window.findChildren(QFileDialog))
        path = Path.home() / name
        yield self.write(str(path))
        self.picture("file")
        yield self.hands.key("Return")
        yield path.exists
        return path

    def events(self) -> Gesture:
        yield from self.bottom_tab("events")
        pane = self.window.parts.events
        self.picture("all")
        rows = pane.model.rowCount()
        yield from self.press(pane.text)
        yield self.write("cancel")
        yield lambda: pane.model.rowCount() < rows
        self.picture("filtered")
        shown = pane.model.rowCount()
        yield from self.press(pane.export)
        path = yield from self.saved("events.csv")
        self.told(fewer=shown < rows, lines=len(path.read_text("utf-8-sig").splitlines()) == shown + 1)

    def alarms(self) -> Gesture:
        """Yellow and red, on hosts, datastores and machines; acknowledged."""
        yield from self.bottom_tab("alarms")
        pane = self.window.parts.alarms
        yield lambda: pane.table.model().rowCount() > 0
        self.picture("all")
        rows = pane.table.model().rowCount()
        yield from self.press_cell(pane.table, 0, 0)
        yield from self.press(pane.acknowledge)
        self.picture("acknowledged")
        self.told(alarms=rows)
