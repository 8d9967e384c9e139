"""What starts a migration of the selected VMs without a drag: the wizard, marked targets, picking up, moving back."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow

from vmotion_gui.gui.actions.objects import ObjectActions
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.gui.editor.pasteboard import Pasteboard
from vmotion_gui.gui.wizards.migrate.opening import open_migrate_wizard
from vmotion_gui.simulation.status import Phase


class MigrationGestures(QObject):
    """Signals:
    told(text): why nothing happens.
    topology_wanted(): the hosts are being marked in the topology.
    """

    told = Signal(str)
    topology_wanted = Signal()

    def __init__(
        self,
        context: Context,
        drag: DragController,
        objects: ObjectActions,
        pasteboard: Pasteboard,
        window: QMainWindow,
    ) -> None:
        super().__init__(window)
        self._context = context
        self._session = context.session
        self._drag = drag
        self._objects = objects
        self._pasteboard = pasteboard
        self._window = window
        self._end_showing = QShortcut(QKeySequence(Qt.Key.Key_Escape), window, drag.cancel)
        self._end_showing.setEnabled(False)
        drag.picked_up_changed.connect(self._picked_up)
        drag.wizard_requested.connect(self._open_wizard)
        drag.targets_shown.connect(self._targets_shown)

    def selected_vms(self) -> list[str]:
        """Ids of the selected VMs."""
        inventory = self._session.inventory
        return [id_ for id_ in self._context.selection.ids if id_ in inventory.vms]

    def migrate(self) -> None:
        """Open the Migrate wizard for the selected VMs."""
        inventory = self._session.inventory
        vms = [id_ for id_ in self.selected_vms() if not inventory.vms[id_].template]
        if vms:
            self._drag.open_wizard(vms)
        else:
            self.told.emit(self.tr("Select a virtual machine that can be migrated."))

    def show_targets(self) -> None:
        """Mark the hosts that the selected VMs could go to, until Esc."""
        vms = self.selected_vms()
        if vms:
            self.topology_wanted.emit()
            self._drag.show_targets(vms)
        else:
            self.told.emit(self.tr("Select a virtual machine first."))

    def _open_wizard(self, vms: tuple[str, ...], target: str, with_storage: bool) -> None:
        open_migrate_wizard(self._context, vms, target, with_storage, self._window)

    def migrate_to(self) -> None:
        """Offer the hosts that the selected VMs could go to."""
        menu = self._objects.targets_menu(self._window)
        if menu is None:
            self.told.emit(self.tr("Select a virtual machine that can be migrated."))
        else:
            centre = self._window.centralWidget() or self._window
            menu.popup(centre.mapToGlobal(centre.rect().topLeft()))

    def pick_up(self) -> None:
        """Pick the selected VMs up, to be put down elsewhere."""
        vms = self.selected_vms()
        if vms:
            self._drag.pick_up(vms)
        else:
            self.told.emit(self.tr("Select a virtual machine first."))

    def put_down(self) -> None:
        """Put what was picked up on the selected object; otherwise what was copied."""
        if self._drag.picked_up:
            self._drag.put_down(self._context.selection.current)
        elif not self._pasteboard.paste(self._context.selection.current):
            self.told.emit(self.tr("Nothing is picked up or copied. Select an object and press Ctrl+X or Ctrl+C."))

    def move_back(self) -> None:
        """Take the last finished move of the selected VM back."""
        vm = next(iter(self.selected_vms()), "")
        statuses = self._session.backend.migrations().values()
        done = [status.id for status in statuses if status.vm == vm and status.phase is Phase.COMPLETED]
        if done and self._context.commands.back_step(done[-1]) is not None:
            self._context.commands.move_back(done[-1])
        else:
            self.told.emit(self.tr("There is no finished move of the selected virtual machine to take back."))

    def _picked_up(self, vms: tuple[str, ...]) -> None:
        if vms:
            names = ", ".join(self._context.name(id_) for id_ in vms[:3])
            text = self.tr("{vms} picked up: select a host and press Ctrl+V, or press Esc.").format(vms=names)
            self._window.statusBar().showMessage(text)
        else:
            self._window.statusBar().clearMessage()

    def _targets_shown(self, vms: tuple[str, ...]) -> None:
        self._end_showing.setEnabled(bool(vms))
        if not vms:
            self._window.statusBar().clearMessage()
            return
        able, cautioned, unable = self._session.checker().hosts_for(vms).counts()
        text = self.tr("Possible targets of {vms}: ✓ {able} · ⚠ {cautioned} · ✕ {unable}. Esc ends this.")
        names = ", ".join(self._context.name(id_) for id_ in vms[:3])
        self._window.statusBar().showMessage(text.format(vms=names, able=able, cautioned=cautioned, unable=unable))
