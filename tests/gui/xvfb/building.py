"""An estate built from an empty lab by the editor alone, saved, opened again and migrated in; templates; other labs."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QMessageBox

from tests.gui.xvfb.walking import Gesture, Walk
from vmotion_gui.gui.drag.confirm import ConfirmDialog
from vmotion_gui.gui.editor.dialog import EntityDialog
from vmotion_gui.gui.editor.duplicating import DuplicateDialog
from vmotion_gui.gui.editor.mounting import MountDialog
from vmotion_gui.gui.editor.palette import ObjectsPalette
from vmotion_gui.inventory.estate import Inventory

_STEPS = (
    ("vCenter Server", "vcenters", "vc.example.com"),
    ("Datacenter", "datacenters", "Berlin"),
    ("Cluster", "clusters", "Production"),
    ("Subnet", "subnets", "Servers"),
    ("Switch", "switches", "DSwitch"),
    ("Port group", "portgroups", "Guests"),
    ("Datastore", "datastores", "vmfs-01"),
    ("Host", "hosts", "esx-01.example.com"),
)
"""Entry of Edit > Add, collection, name."""


class Building(Walk):
    """From File > New to a finished migration, without a line of a file."""

    def gestures(self) -> Iterable[Callable[[], Gesture]]:
        return (
            self.an_empty_lab,
            self.the_palette,
            self.from_the_menu,
            self.three_more_hosts,
            self.a_machine,
            self.mounts,
            self.a_faulty_form,
            self.undone_and_done_again,
            self.saved,
            self.reopened,
            self.migrated_in,
            self.changed_while_paused,
            self.template,
            self.pasted_into_another_lab,
        )

    @property
    def estate(self) -> Inventory:
        return self.session.inventory

    def an_empty_lab(self) -> Gesture:
        yield self.back_to_the_window()
        yield self.hands.key("ctrl+n")
        yield lambda: next(iter(self.estate), None) is None
        yield lambda: self.window.docks["objects"].isVisible()
        self.picture("empty")
        self.told(objects=len(list(self.estate)))

    def the_palette(self) -> Gesture:
        """A vCenter Server is dragged from the palette onto the topology."""
        palette = self.window.parts.objects
        assert isinstance(palette, ObjectsPalette)
        start = palette.viewport().mapToGlobal(palette.visualItemRect(palette.item(0)).center())
        yield self.hands.take(start, self.view.viewport().mapToGlobal(self.view.viewport().rect().center()))
        self.picture("over")
        yield self.hands.let_go()
        yield from self.named("vc.example.com", "form")
        self.told(vcenters=len(self.estate.vcenters))

    def named(self, name: str, picture: str = "") -> Gesture:
        """Type a name into the form of a new object, and add it."""
        yield self.asked(EntityDialog)
        yield self.write(name)
        if picture:
            self.picture(picture)
        yield self.hands.key("Return")
        yield self.gone(EntityDialog)
        yield self.hands.click(self.view.viewport().mapToGlobal(self.view.viewport().rect().topRight()))

    def from_the_menu(self) -> Gesture:
        for entry, collection, name in _STEPS[1:]:
            yield from self.choose_in_bar("Edit", "Add", entry)
            yield from self.named(name, collection)
            yield lambda collection=collection: len(self.estate.collection(collection)) > 0  # type: ignore[misc]
        self.picture("built")
        self.told(names=[step[2] for step in _STEPS if not self.estate.collection(step[1])])

    def three_more_hosts(self) -> Gesture:
        """Add more like this."""
        (host,) = self.estate.hosts
        yield from self.menu_of(host)
        yield from self.choose("Add more like this")
        yield self.asked(DuplicateDialog)
        yield self.write("3")
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.gone(DuplicateDialog)
        self.told(hosts=[held.name for held in self.estate.hosts.values()])

    def a_machine(self) -> Gesture:
        host = next(iter(self.estate.hosts))
        yield from self.menu_of(host)
        yield from self.choose("Add", "Virtual machine")
        yield from self.named("payroll", "form")
        self.told(vms=[vm.name for vm in self.estate.vms.values()])

    def mounts(self) -> Gesture:
        """Which hosts mount the datastore."""
        store = next(id_ for id_, store in self.estate.datastores.items() if store.name == "vmfs-01")
        yield self.hands.click(self.at(store), 3)
        yield lambda: self.menu() is not None
        yield from self.choose("Mount on hosts")
        yield self.asked(MountDialog)
        self.picture("asked")
        yield self.hands.key("Escape")
        yield self.gone(MountDialog)
        self.told(mounted=sum(any(m.datastore == store for m in host.mounts) for host in self.estate.hosts.values()))

    def a_faulty_form(self) -> Gesture:
        """What is wrong is said at the field, and OK waits."""
        yield self.hands.click(self.in_tree(next(iter(self.estate.vms))))
        yield self.hands.key("e")
        yield self.asked(EntityDialog)
        dialog = self.dialog(EntityDialog)
        assert isinstance(dialog, EntityDialog)
        yield self.hands.key("ctrl+a", "BackSpace")
        yield lambda: not dialog.ok.isEnabled()
        self.picture("fault")
        yield self.hands.key("Escape")
        yield self.gone(EntityDialog)
        self.told(refused=True)

    def undone_and_done_again(self) -> Gesture:
        yield self.hands.click(self.in_tree(next(iter(self.estate.hosts))))
        built = self.estate
        for _ in range(3):
            yield self.hands.key("ctrl+z")
        yield lambda: not self.estate.hosts
        self.picture("undone")
        for _ in range(3):
            yield self.hands.key("ctrl+y")
        yield lambda: self.estate == built
        self.told(same=True)

    # --- the file -----------------------------------------------------------------------------------------------------

    @property
    def file(self) -> Path:
        return Path.home() / "built.json"

    def typed(self, picture: str) -> Gesture:
        """Type the file's name into the dialog for files."""
        yield lambda: any(dialog.isVisible() for dialog in self.window.findChildren(QFileDialog))
        yield self.write(str(self.file))
        self.picture(picture)
        yield self.hands.key("Return")

    def saved(self) -> Gesture:
        yield self.hands.key("ctrl+s")
        yield from self.typed("file")
        yield self.file.exists
        yield lambda: not self.window.current.modified
        self.told(modified=self.window.current.modified)

    def reopened(self) -> Gesture:
        """Another lab in between."""
        built = self.estate
        yield self.back_to_the_window()
        yield from self.choose_in_bar("File", "Open the demo lab")
        yield lambda: "vm-web-01" in self.estate.vms
        yield self.back_to_the_window()
        yield self.hands.key("ctrl+o")
        yield from self.typed("file")
        yield lambda: self.estate == built
        self.picture("opened")
        self.told(same=True)

    def migrated_in(self) -> Gesture:
        """Dragged from host to host."""
        (vm,) = self.estate.vms
        target = list(self.estate.hosts)[2]
        yield lambda: not self.view.rect_of(vm).isNull()
        yield from self.drop(self.at(vm), self.at(target), foreseen=True)
        yield self.asked(ConfirmDialog)
        self.picture("asked")
        yield self.hands.key("Return")
        yield self.begun(vm)
        self.picture("under-way")
        yield self.play_to_the_end()
        self.session.pause()
        self.picture("there")
        self.told(host=self.estate.hosts[self.estate.vms[vm].host].name)

    def changed_while_paused(self) -> Gesture:
        """A paused run takes edits: the machine gets a new name in the middle of its next migration."""
        (vm,) = self.estate.vms
        target = next(iter(self.estate.hosts))
        self.session.set_speed(1.0)
        yield from self.drop(self.at(vm), self.at(target))
        yield self.asked(ConfirmDialog)
        yield self.hands.key("Return")
        yield lambda: bool(self.session.busy_vms())
        self.session.pause()
        other = list(self.estate.hosts)[3]
        yield self.hands.click(self.in_tree(other))
        yield self.hands.key("e")
        yield from self.named("esx-99.example.com")
        self.picture("changed")
        yield self.play_to_the_end()
        self.session.pause()
        self.told(name=self.estate.hosts[other].name, at_home=self.estate.vms[vm].host == target)

    # --- other labs ---------------------------------------------------------------------------------------------------

    def template(self) -> Gesture:
        """File > New from template > two vCenter Servers; what was done is not saved."""
        yield self.back_to_the_window()
        yield from self.choose_in_bar("File", "New from template", "Two vCenter", picture="menu")
        yield from self.answer(QMessageBox.ButtonRole.DestructiveRole)
        yield lambda: len(self.estate.vcenters) == 2
        self.picture("opened")
        self.told(vcenters=len(self.estate.vcenters))

    def pasted_into_another_lab(self) -> Gesture:
        """Copied here, pasted into a new lab of another template."""
        vm = next(iter(self.estate.vms.values()))
        yield self.hands.click(self.in_tree(vm.id))
        yield self.hands.key("ctrl+c")
        yield from self.choose_in_bar("File", "New from template", "Small cluster")
        yield lambda: len(self.estate.vcenters) == 1
        before = set(self.estate.vms)
        yield self.hands.click(self.in_tree(next(iter(self.estate.hosts))))
        yield self.hands.key("ctrl+v")
        yield lambda: len(self.estate.vms) == len(before) + 1
        self.picture("pasted")
        self.told(pasted=[self.estate.vms[id_].name.startswith(vm.name[:3]) for id_ in set(self.estate.vms) - before])
