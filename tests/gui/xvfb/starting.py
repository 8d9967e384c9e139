"""Every way to start a migration: drags from and to everything, keys, menus, the wizard, the matrix, the cures."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QListView, QMessageBox, QWidget

from tests.gui.xvfb.walking import Condition, Gesture, Walk
from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.cures.dialog import CureDialog
from vmotion_gui.gui.cures.refusal import RefusalDialog
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.palette.dialog import Palette
from vmotion_gui.gui.possibilities.window import PossibilitiesWindow
from vmotion_gui.gui.wizards.migrate.dialog import MigrateWizard


class Starting(Walk):
    """Each gesture begins where the one before has left the estate."""

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (
            self.drag_to_a_host,
            self.refused_by_a_host,
            self.all_reasons_and_a_cure,
            self.several_to_a_cluster,
            self.storage_from_the_tree,
            self.from_the_list_of_vms,
            self.to_another_datacenter,
            self.another_vcenter_asks_for_more,
            self.shift_takes_the_storage_along,
            self.alt_opens_the_wizard,
            self.at_the_edge_the_picture_follows,
            self.resting_on_a_cluster_opens_it,
            self.possible_targets,
            self.picked_up_and_put_down,
            self.wizard_page_by_page,
            self.palette,
            self.move_back,
            self.wizard_for_storage,
            self.wizard_to_another_vcenter,
            self.who_can_go_where,
        )

    def drag_to_a_host(self) -> Gesture:
        yield from self.drop(self.at("vm-web-01"), self.at("host-2"), foreseen=True)
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun("vm-web-01")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(
            phases=[s.phase.value for s in self.of("vm-web-01")], host=self.session.inventory.vms["vm-web-01"].host
        )

    def refused_by_a_host(self) -> Gesture:
        yield from self.drop(self.at("vm-web-01"), self.at("host-5"))
        yield lambda: bool(self.refusals)
        self.told(refusals=self.refusals, migrations=len(self.of("vm-web-01")))

    def several_to_a_cluster(self) -> Gesture:
        self.window.context.selection.select(["vm-app-01", "vm-app-05"])
        yield self.hands.still
        frame = self.view.rect_of("cluster-prod")
        corner = self.view.mapFromScene(frame.right() - 12.0, frame.bottom() - 4.0)
        yield from self.drop(self.at("vm-app-05"), self.view.viewport().mapToGlobal(corner))
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun("vm-app-01", "vm-app-05")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(hosts=[self.session.inventory.vms[vm].host for vm in ("vm-app-01", "vm-app-05")])

    def storage_from_the_tree(self) -> Gesture:
        vm = self.session.inventory.vms["vm-web-02"]
        goal = next(id_ for id_ in ("datastore-vmfs-01", "datastore-vmfs-02") if id_ != vm.home_datastore)
        yield from self.drop(self.in_tree("vm-web-02"), self.at(goal))
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun("vm-web-02")
        yield self.play_to_the_end()
        self.session.pause()
        after = self.session.inventory.vms["vm-web-02"]
        self.told(moved=after.home_datastore == goal, same_host=after.host == vm.host)

    def another_vcenter_asks_for_more(self) -> Gesture:
        yield from self.drop(self.at("vm-build-01"), self.at("host-21"))
        yield self.asked(MigrateWizard)
        self.picture("wizard")
        yield self.hands.key("Escape")
        yield self.gone(MigrateWizard)
        self.told(migrations=len(self.of("vm-build-01")))

    def alt_opens_the_wizard(self) -> Gesture:
        yield self.hands.take(self.at("vm-web-03"), self.at("host-4"))
        yield lambda: self.drag.active
        yield self.hands.do("keydown", "alt", "sleep", "0.2", "mouseup", "1", "sleep", "0.2", "keyup", "alt")
        yield self.asked(MigrateWizard)
        self.picture("wizard")
        yield self.hands.key("Escape")
        yield self.gone(MigrateWizard)
        self.told(migrations=len(self.of("vm-web-03")))

    def possible_targets(self) -> Gesture:
        marked: list[bool] = []
        self.drag.verdicts_changed.connect(lambda verdicts: marked.append(verdicts is not None))
        yield self.hands.click(self.at("vm-web-03"))
        yield self.hands.key("ctrl+t")
        yield lambda: self.drag.active
        self.picture("marks")
        yield self.hands.key("Escape")
        yield lambda: not self.drag.active
        self.told(marked=marked)

    def picked_up_and_put_down(self) -> Gesture:
        yield self.hands.click(self.at("vm-web-03"))
        yield self.hands.key("ctrl+x")
        yield lambda: self.drag.picked_up == ("vm-web-03",)
        self.picture("held")
        yield self.hands.click(self.at("host-4"))
        yield self.asked(ConfirmDialog)
        yield self.hands.key("Return")
        yield self.begun("vm-web-03")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(host=self.session.inventory.vms["vm-web-03"].host)

    def wizard_page_by_page(self) -> Gesture:
        yield self.hands.click(self.at("vm-web-04"), 3)
        yield lambda: self.menu() is not None
        self.picture("menu")
        yield self.hands.key("Escape")
        yield lambda: self.menu() is None
        yield self.hands.key("ctrl+m")
        yield self.asked(MigrateWizard)
        titles = []
        while (wizard := self.dialog(MigrateWizard)) is not None and len(titles) < 8:
            assert isinstance(wizard, MigrateWizard)
            titles.append(type(wizard.page).__name__)
            self.picture(f"page-{len(titles)}")
            if titles[-1] == "ComputePage":
                yield self.choose_host(wizard, "esx-02.hq.example.com")
            page = wizard.page
            yield self.hands.key("Return")
            yield lambda page=page: self.dialog(MigrateWizard) is None or self.wizard_page() is not page  # type: ignore[misc]
        yield self.begun("vm-web-04")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(pages=titles, host=self.session.inventory.vms["vm-web-04"].host)

    def wizard_page(self) -> QWidget | None:
        wizard = self.dialog(MigrateWizard)
        return wizard.page if isinstance(wizard, MigrateWizard) else None

    def choose_host(self, wizard: MigrateWizard, name: str) -> Condition:
        """Click the row of a host in the wizard's list."""
        for table in wizard.page.findChildren(QWidget):
            model = getattr(table, "model", None)
            if model is None or not table.isVisible() or not hasattr(table, "visualRect"):
                continue
            for row in range(model().rowCount()):
                index = model().index(row, 0)
                if name in str(index.data()):
                    return self.hands.click(table.viewport().mapToGlobal(table.visualRect(index).center()))
        raise LookupError(name)

    def palette(self) -> Gesture:
        yield self.hands.click(self.at("host-4"))
        yield self.hands.key("ctrl+k")
        yield self.asked(Palette)
        yield self.hands.do("type", "--delay", "40", "app-02")
        palette = self.dialog(Palette)
        assert palette is not None
        found = palette.findChild(QListView)
        assert isinstance(found, QListView)
        yield lambda: found.model().rowCount() > 0
        self.picture("found")
        yield self.hands.key("Return")
        yield self.gone(Palette)
        self.told(selected=list(self.window.context.selection.ids))

    def move_back(self) -> Gesture:
        before = self.session.inventory.vms["vm-web-04"].host
        yield self.hands.click(self.at("host-4"))
        yield self.hands.key("ctrl+z")
        yield lambda: self.session.inventory.vms["vm-web-04"].host != before
        self.picture("back")
        self.told(before=before, host=self.session.inventory.vms["vm-web-04"].host)

    # --- more of the drag ---------------------------------------------------------------------------------------------

    def all_reasons_and_a_cure(self) -> Gesture:
        """After a refused drop: every reason with its cure; the cure is tried, and taken back."""
        before = self.session.inventory
        yield from self.drop(self.at("vm-web-01"), self.at("host-5"))
        yield from self.press(self.window.cures.why_not)
        yield self.asked(RefusalDialog)
        self.picture("reasons")
        refusal = self.dialog(RefusalDialog)
        assert isinstance(refusal, RefusalDialog)
        yield from self.press(refusal.reasons.buttons[0])
        yield self.asked(CureDialog)
        self.picture("cure")
        yield self.hands.key("Return")
        yield self.gone(CureDialog)
        cured = self.session.inventory.hosts["host-5"].maintenance_state
        self.picture("cured")
        yield self.hands.key("Escape")
        yield self.gone(RefusalDialog)
        yield self.back_to_the_window()
        yield self.hands.key("ctrl+z")
        yield lambda: self.session.inventory.hosts["host-5"] == before.hosts["host-5"]
        self.told(cured=cured, undone=True)

    def from_the_list_of_vms(self) -> Gesture:
        """The view "VMs and Templates" of the inventory, two of its rows."""
        pane = self.window.parts.inventory
        yield self.back_to_the_window()
        yield self.hands.key("ctrl+2")
        yield lambda: pane.tree is pane._trees[1]
        yield self.hands.click(self.in_tree("vm-app-02"))
        point = self.in_tree("vm-app-06")
        words = ("mousemove", str(point.x()), str(point.y()), "keydown", "ctrl", "click", "1", "keyup", "ctrl")
        yield self.hands.do(*words)
        yield lambda: set(self.window.context.selection.ids) == {"vm-app-02", "vm-app-06"}
        yield from self.drop(self.in_tree("vm-app-06"), self.at("host-3"), foreseen=True)
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Escape")
        yield self.gone(ConfirmDialog)
        yield self.back_to_the_window()
        yield self.hands.key("ctrl+1")
        yield lambda: pane.tree is pane._trees[0]
        self.told(dragged=2)

    def to_another_datacenter(self) -> Gesture:
        """A datacenter is no host: the wizard asks for what is missing."""
        frame = self.view.rect_of("datacenter-dev")
        corner = self.view.mapFromScene(frame.right() - 20.0, frame.bottom() - 12.0)
        yield from self.drop(self.at("vm-app-02"), self.view.viewport().mapToGlobal(corner))
        yield self.asked(MigrateWizard)
        self.picture("wizard")
        wizard = self.dialog(MigrateWizard)
        assert isinstance(wizard, MigrateWizard)
        self.told(kind=wizard.draft.wish.kind.name)
        yield self.hands.key("Escape")
        yield self.gone(MigrateWizard)

    def shift_takes_the_storage_along(self) -> Gesture:
        """Where only the datastore is in the way, Shift moves it as well."""
        yield self.hands.take(self.at("vm-erp-archive-01"), self.at("host-4"))
        yield lambda: self.drag.active
        marks = self.view.picture.picture
        yield lambda: marks.severities is not None and marks.severities["host-4"] >= Severity.ERROR
        self.picture("without")
        yield self.hands.do("keydown", "shift", "mousemove_relative", "3", "3", "sleep", "0.3")
        yield lambda: marks.severities is not None and marks.severities["host-4"] < Severity.ERROR
        self.picture("with-storage")
        yield self.hands.do("mouseup", "1", "sleep", "0.3", "keyup", "shift")
        yield lambda: self.dialog(ConfirmDialog) is not None or self.dialog(MigrateWizard) is not None
        asked = self.dialog(ConfirmDialog) or self.dialog(MigrateWizard)
        assert asked is not None
        kind = type(asked).__name__
        yield self.asked(type(asked))
        self.picture("asked")
        yield self.hands.key("Escape")
        yield self.gone(type(asked))
        self.told(asked=kind)

    def at_the_edge_the_picture_follows(self) -> Gesture:
        """Zoomed in, a drag to the edge brings what lies beyond into sight."""
        view = self.view
        view.fit(view.rect_of("cluster-prod"))
        yield lambda: view.zoom > 0.3
        self.picture("near")
        before = view.sight()
        edge = view.viewport().mapToGlobal(QPoint(view.viewport().width() - 6, view.viewport().height() // 2))
        yield self.hands.take(self.at("vm-app-02"), edge)
        yield lambda: view.sight().left() > before.left() + 80.0
        self.picture("panned")
        yield self.hands.do("key", "Escape", "sleep", "0.1", "mouseup", "1")
        yield lambda: not self.drag.active
        view.fit()
        self.told(panned=True)

    def resting_on_a_cluster_opens_it(self) -> Gesture:
        """Spring-loaded: who rests on a cluster that is too small to aim at comes nearer."""
        view = self.view
        view.fit()
        before = view.zoom
        yield self.hands.take(self.at("vm-build-01"), self.at("host-10"))
        yield lambda: self.drag.active
        yield lambda: view.zoom > before * 1.2
        self.picture("nearer")
        nearer = view.zoom > before
        yield self.hands.do("key", "Escape", "sleep", "0.1", "mouseup", "1")
        yield lambda: not self.drag.active
        view.fit()
        self.told(nearer=nearer)

    # --- more of the wizard -------------------------------------------------------------------------------------------

    def wizard_for_storage(self) -> Gesture:
        """Storage only: format, each disk by itself, the datastores with what stands against them."""
        yield self.hands.click(self.at("vm-app-02"))
        yield self.hands.key("ctrl+m")
        yield self.asked(MigrateWizard)
        yield self.hands.key("Down")
        yield lambda: self._wizard().draft.wish.kind.name == "STORAGE"
        yield self.hands.key("Return")
        yield lambda: type(self._wizard().page).__name__ == "StoragePage"
        page = self._wizard().page
        yield from self.press(page.per_disk)  # type: ignore[attr-defined]
        yield lambda: bool(page.per_disk.isChecked())  # type: ignore[attr-defined]
        self.picture("per-disk")
        yield self.hands.key("Escape")
        yield from self.answer(QMessageBox.ButtonRole.YesRole)
        yield self.gone(MigrateWizard)
        self.told(shown=True)

    def wizard_to_another_vcenter(self) -> Gesture:
        """Cross vCenter Server export, every page; the processors there are older, so the machine is off."""
        yield from self.menu_of("vm-web-06")
        yield from self.choose("Power", "Power Off", picture="power-menu")
        yield lambda: self.session.inventory.vms["vm-web-06"].power_state == "poweredOff"
        yield from self.menu_of("vm-web-06")
        yield from self.choose("Migrate…")
        yield self.asked(MigrateWizard)
        yield self.hands.key("Down", "Down", "Down")
        titles = []
        while (wizard := self.dialog(MigrateWizard)) is not None and len(titles) < 7:
            assert isinstance(wizard, MigrateWizard)
            titles.append(type(wizard.page).__name__)
            if titles[-1] == "ComputePage":
                yield self.choose_host(wizard, "esx-22.dr.example.com")
            if titles[-1] == "StoragePage":
                yield self.choose_host(wizard, "dr-")
            self.picture(f"page-{len(titles)}")
            if not wizard.next.isEnabled() and not wizard.finish.isEnabled():
                break
            page = wizard.page
            yield self.hands.key("Return")
            yield lambda page=page: self.dialog(MigrateWizard) is None or self.wizard_page() is not page  # type: ignore[misc]
        self.picture("end")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(pages=titles, phases=[s.phase.value for s in self.of("vm-web-06")])

    def _wizard(self) -> MigrateWizard:
        wizard = self.dialog(MigrateWizard)
        assert isinstance(wizard, MigrateWizard)
        return wizard

    # --- who can go where ---------------------------------------------------------------------------------------------

    def who_can_go_where(self) -> Gesture:
        """The matrix: a red cell, its reason, the cure's preview, the cure, and the cure taken back."""
        yield from self.choose_in_bar("View", "Who can go where", picture="menu")
        yield self.asked(PossibilitiesWindow)
        matrix = self.dialog(PossibilitiesWindow)
        assert isinstance(matrix, PossibilitiesWindow)
        yield lambda: not matrix.judging.running and matrix.model.rowCount() > 0
        self.picture("all")
        yield from self.press_cell(matrix.cause_table, 0, 0)
        self.picture("by-reason")
        yield from self.press(matrix.everything)
        yield from self.press(matrix.vm_filter)
        yield self.write("web-01")
        yield lambda: 0 < matrix.model.rowCount() < 20
        matrix.model.toggle(next(n for n in range(matrix.model.columnCount()) if not matrix.model.host_id(n)), "")
        row, column = matrix.model.row_of("vm-web-01"), matrix.model.column_of("host-5")
        if column < 0:
            columns = range(matrix.model.columnCount())
            column = next(n for n in columns if "Prod" in matrix.model.place_name(n))
        yield from self.press_cell(matrix.table, row, column)
        yield lambda: bool(matrix.details.reasons.buttons)
        self.picture("red-cell")
        before = self.session.inventory
        yield from self.press(matrix.details.reasons.buttons[0])
        yield self.asked(CureDialog)
        self.picture("fix-it")
        yield self.hands.key("Return")
        yield self.gone(CureDialog)
        changed = self.session.inventory is not before
        yield lambda: not matrix.judging.running
        self.picture("fixed")
        matrix.close()
        yield lambda: not matrix.isVisible()
        yield self.hands.click(self.at("host-4"))
        yield self.hands.key("ctrl+z")
        yield lambda: self.session.inventory.hosts == before.hosts
        self.told(changed=changed, undone=True)
