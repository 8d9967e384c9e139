"""The main window: puts the parts together, and carries signals between them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import QLabel, QMainWindow, QSizePolicy, QTabWidget, QToolBar, QVBoxLayout, QWidget

from vmotion_gui.gui import words
from vmotion_gui.gui.actions.gestures import MigrationGestures
from vmotion_gui.gui.actions.objects import ObjectActions
from vmotion_gui.gui.alarms.words import alarm_line
from vmotion_gui.gui.class_mode import ClassMode
from vmotion_gui.gui.clock_start import ClockStart
from vmotion_gui.gui.comparison.controller import ComparisonController
from vmotion_gui.gui.cures.controller import CureController
from vmotion_gui.gui.dialogs.help import about_dialog, keys_dialog
from vmotion_gui.gui.dialogs.search import SearchDialog
from vmotion_gui.gui.dialogs.settings import SettingsDialog
from vmotion_gui.gui.docks import Docks
from vmotion_gui.gui.editor.controller import Editor
from vmotion_gui.gui.editor.entries import EditorEntries
from vmotion_gui.gui.editor.template_menu import TemplateMenu
from vmotion_gui.gui.export.controller import ExportController
from vmotion_gui.gui.files.controller import FileController
from vmotion_gui.gui.files.current import CurrentLab
from vmotion_gui.gui.files.recovery import Autosave
from vmotion_gui.gui.futures.controller import FuturesController
from vmotion_gui.gui.hypervisors import HypervisorMenu
from vmotion_gui.gui.icons import glyph
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.lessons.controller import LessonController
from vmotion_gui.gui.maintenance.controller import MaintenanceController
from vmotion_gui.gui.menus import Menus
from vmotion_gui.gui.palette.dialog import Palette
from vmotion_gui.gui.palette.opening import open_palette
from vmotion_gui.gui.parts import make_context, make_parts
from vmotion_gui.gui.possibilities.controller import PossibilitiesController
from vmotion_gui.gui.presenting.controller import PresenterController
from vmotion_gui.gui.reference.entries import make_references
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import REDUCED_MOTION, Settings
from vmotion_gui.gui.situations.controller import SituationController
from vmotion_gui.gui.theme import Theme, ThemeManager
from vmotion_gui.gui.topology.notes import Notes
from vmotion_gui.inventory.entities import VirtualMachine
from vmotion_gui.inventory.lab import Lab

_STATUS_MS = 8000
_VIEW_LETTERS = "HVDN"
"""The older client's keys for the four inventories, beside Ctrl+1 to Ctrl+4."""


class MainWindow(QMainWindow):
    """The program's window.

    Signals:
        closed(): the window has been closed, all questions answered.
    """

    closed = Signal()

    def __init__(
        self,
        session: Session,
        lab: Lab,
        themes: ThemeManager,
        language: Language,
        settings: Settings,
        autosave: Autosave,
        path: str = "",
    ) -> None:
        super().__init__()
        self.setObjectName("main")
        self.context, drag = make_context(session, themes, language, settings, self)
        self.parts = make_parts(self.context, drag, self)
        self.current = CurrentLab(session, lab, path, self)
        self.files = FileController(self.context, self.current, autosave, self)
        self.editor = Editor(self.context, self)
        self._editing = EditorEntries(self.editor, self)
        self.object_actions = ObjectActions(self.context, self._editing, self)
        self.maintenance = MaintenanceController(self.context, lambda: self.current.lab, self)
        self.gestures = MigrationGestures(self.context, drag, self.object_actions, self._editing.pasteboard, self)
        self.gestures.told.connect(self._tell)
        self.gestures.topology_wanted.connect(lambda: self.tabs.setCurrentWidget(self.parts.topology))
        self.cures = CureController(self.context, drag, self)
        self.possibilities = PossibilitiesController(self.context, self.cures, self)
        self.docks = Docks(self, self.parts)
        self._make_centre()
        self._make_bars()
        self._connect()
        self._retranslate()
        self._dress(themes.theme)
        layout = self.layout()
        assert layout is not None
        layout.invalidate()  # what widgets asked for before they had their texts would keep the window too wide
        layout.activate()
        self.docks.remember_first()

    # --- making ---------------------------------------------------------------------------------------------

    def _make_centre(self) -> None:
        self.tabs = QTabWidget(self)
        self.tabs.setDocumentMode(True)
        for page in (self.parts.topology, self.parts.summary, self.parts.monitor):
            self.tabs.addTab(page, "")
        self.tabs.setMinimumSize(360, 240)
        centre = QWidget(self)
        self._centre = QVBoxLayout(centre)
        self._centre.setContentsMargins(0, 0, 0, 0)
        self._centre.setSpacing(0)
        self._centre.addWidget(self.tabs, 1)
        self.setCentralWidget(centre)

    def _make_bars(self) -> None:
        self.menus = Menus(self.context, self.files, self.docks, self.object_actions, self)
        for menu in self.menus.all():
            self.menuBar().addMenu(menu)
        self._complete_menus()
        self.lessons = LessonController(self)
        self.lessons.fill(self.menus.lessons)
        self.class_mode = ClassMode(self, self._building, self._quit)
        self.exports = ExportController(self)
        self.exports.fill(self.menus)
        self.situations = SituationController(self.context, self.files, self)
        self.situations.fill(self.menus, self.menus.lessons)
        make_references(self.context, self.menus, self.lessons.start, self)
        self.presenter = PresenterController(self)
        self.presenter.fill(self.menus)
        self._tools = self._bar("tools")
        for action in (self.menus.undo, self.menus.redo, self._search):
            self._tools.addAction(action)
        self.addToolBar(self.parts.transport)
        self._state_bar = self._bar("state")
        spacer = QWidget(self)
        spacer.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._state = QLabel(self)
        self._state.setObjectName("stateWord")
        self._state_bar.addWidget(spacer)
        self._state_bar.addWidget(self._state)
        self._centre.insertWidget(0, self.situations.strip)
        self.statusBar().setSizeGripEnabled(False)
        self.statusBar().addPermanentWidget(self.files.protection.label)

    def _bar(self, name: str) -> QToolBar:
        bar = QToolBar(self)
        bar.setObjectName(f"bar-{name}")
        bar.setMovable(False)
        bar.setIconSize(QSize(18, 18))
        self.addToolBar(bar)
        return bar

    def _complete_menus(self) -> None:
        menus, gestures = self.menus, self.gestures
        menus.file.insertMenu(menus.file.actions()[1], TemplateMenu(self.context, self.files, menus.file))
        self._quit = menus.add(menus.file, lambda: self.tr("&Quit"), self.close, "Ctrl+Q")
        menus.add(menus.edit, lambda: self.tr("&Find in the inventory"), self._filter, "Ctrl+F")
        self._search = menus.add(menus.edit, lambda: self.tr("&Search everywhere…"), self.search, "Ctrl+Shift+F")
        menus.add(menus.edit, lambda: self.tr("&Command palette…"), self.show_palette, "Ctrl+K")
        menus.edit.addSeparator()
        before = len(menus.edit.actions())
        self._editing.fill_menu(menus, (self.parts.inventory, self.parts.topology))
        self._building = menus.edit.actions()[before:]
        topology, palette = self.parts.topology.view, self.parts.objects
        self._editing.serve_topology(topology, palette, lambda: self.docks.show("objects"))
        menus.edit.addSeparator()
        menus.add(menus.edit, lambda: self.tr("&Migrate…"), gestures.migrate, "Ctrl+M")
        menus.add(menus.edit, lambda: self.tr("Mi&grate to…"), gestures.migrate_to, "Ctrl+Shift+M")
        self.maintenance.fill(menus)
        menus.add(menus.edit, lambda: self.tr("Show possible &targets"), gestures.show_targets, "Ctrl+T")
        menus.add(menus.edit, lambda: self.tr("&Pick up"), gestures.pick_up, "Ctrl+X")
        menus.add(menus.edit, lambda: self.tr("Put &down or paste"), gestures.put_down, "Ctrl+V")
        menus.add(menus.edit, lambda: self.tr("&Move back"), gestures.move_back, "Ctrl+B")
        for number in range(4):
            shown = menus.add(menus.views, self._view_name(number), self._view_shower(number))
            keys = (f"Ctrl+{number + 1}", f"Ctrl+Shift+{_VIEW_LETTERS[number]}")
            shown.setShortcuts([QKeySequence(key) for key in keys])
        self.possibilities.fill_menu(menus)
        ComparisonController(self.context, self.files, self).fill(menus)
        FuturesController(self.context, self.parts.timeline, self).fill(menus)
        menus.add(menus.view, lambda: self.tr("&Knobs"), lambda: self.docks.show("knobs"), "Ctrl+Shift+K")
        self._motion = menus.add(menus.view, lambda: self.tr("Reduced &motion"), self._switch_motion)
        self._motion.setCheckable(True)
        self._motion.setChecked(self.context.settings.get(REDUCED_MOTION))
        self._switch_motion()
        self.clock_start = ClockStart(self.context, menus, self)
        menus.edit.addSeparator()
        self._building.append(menus.edit.addMenu(HypervisorMenu(self.context, self.files, menus.edit)))
        menus.add(menus.edit, lambda: self.tr("Se&ttings…"), self.show_settings, "Ctrl+,")
        menus.add(menus.help, lambda: self.tr("&Keys"), self.show_keys, "?")
        menus.add(menus.help, lambda: self.tr("&About"), self.show_about)

    def show_settings(self) -> SettingsDialog:
        """Open the settings."""
        dialog = SettingsDialog(self.menus.choices, [self._motion, self.clock_start.action], self.docks.reset, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()
        return dialog

    def _switch_motion(self) -> None:
        reduced = self._motion.isChecked()
        self.context.settings.put(REDUCED_MOTION, reduced)
        self.parts.topology.view.set_reduced_motion(on=reduced)

    def _view_name(self, number: int) -> Callable[[], str]:
        return lambda: self.parts.inventory.view_names()[number]

    def _view_shower(self, number: int) -> Callable[[], None]:
        return lambda: self._show_view(number)

    def _connect(self) -> None:
        parts, context = self.parts, self.context
        parts.inventory.menu_requested.connect(self.show_object_menu)
        parts.inventory.activated_object.connect(self._open_object)
        parts.topology.menu_requested.connect(self.show_object_menu)
        parts.topology.object_activated.connect(self._open_object)
        parts.tasks.opened.connect(self._show_migration)
        parts.tasks.task_opened.connect(self.maintenance.show_task)
        self.maintenance.serve(self.object_actions)
        parts.drag.refused.connect(self._tell)
        context.commands.refused.connect(self._tell)
        context.commands.told.connect(self._tell)
        self.files.told.connect(self._tell)
        self.current.changed.connect(self._show_title)
        parts.topology.view.set_notes(Notes(context).of)
        self.maintenance.watch(parts.topology.view)
        context.alarms.changed.connect(self._alarmed)
        context.themes.changed.connect(self._dress)

    # --- acting ---------------------------------------------------------------------------------------------

    def show_object_menu(self, position: QPoint) -> None:
        """The context menu of the selection, at a global position."""
        self.object_actions.popup(position, self)

    def _open_object(self, id_: str) -> None:
        if not isinstance(self.context.session.inventory.get(id_), VirtualMachine):
            return
        self.tabs.setCurrentWidget(self.parts.summary)

    def _show_migration(self, _migration: str) -> None:
        self.docks.show("migration")

    def _filter(self) -> None:
        self.docks.show("inventory")
        self.parts.inventory.focus_filter()

    def _show_view(self, number: int) -> None:
        self.docks.show("inventory")
        self.parts.inventory.show_view(number)
        self.parts.inventory.tree.setFocus()

    def search(self) -> SearchDialog:
        """Open the global search."""
        dialog = SearchDialog(self.context, self)
        dialog.chosen.connect(self._jump)
        dialog.open()
        return dialog

    def _jump(self, id_: str) -> None:
        self.context.selection.select([id_])

    def show_palette(self) -> Palette:
        """Every action and every object by a few letters."""
        menus = [menu for menu in self.menus.all() if menu is not self.menus.object]
        return open_palette(self.context, menus, self.object_actions, self)

    def show_keys(self) -> None:
        """The list of keys."""
        keys_dialog(self).open()

    def show_about(self) -> None:
        """What the program is."""
        about_dialog(self).open()

    def _tell(self, text: str) -> None:
        self.statusBar().showMessage(text, _STATUS_MS)

    # --- closing --------------------------------------------------------------------------------------------

    def closeEvent(self, event: QCloseEvent) -> None:
        """First the questions; then everything stops; the application ends when this window is gone."""
        if not self.files.may_close():
            event.ignore()
            return
        self.parts.drag.cancel()
        self.context.session.pause()
        self.class_mode.leave()
        self.docks.save(self.context.settings)
        self.context.settings.save()
        self.files.end()
        event.accept()
        self.closed.emit()

    # --- looks and words ------------------------------------------------------------------------------------

    def _show_title(self) -> None:
        self.setWindowTitle(f"{self.current.name}[*] – vmotion-gui")
        self.setWindowModified(self.current.modified)
        self._state.setText(self._state_text())

    def _state_text(self) -> str:
        """Always visible: what the shown numbers are worth."""
        if self.context.session.backend.is_live:
            return self.tr("Live connection")
        origin = self.current.lab.origin
        rules = words.profile_name(self.context.session.backend.profile)
        if origin:
            return self.tr("Simulation · {rules} · imported copy of {origin}").format(rules=rules, origin=origin)
        return self.tr("Simulation · {rules}").format(rules=rules)

    def _dress(self, theme: Theme) -> None:
        self._search.setIcon(glyph("search", theme))

    def changeEvent(self, event: QEvent) -> None:
        if event.type() is QEvent.Type.LanguageChange and hasattr(self, "docks"):
            self._retranslate()
        super().changeEvent(event)

    def _alarms_title(self) -> str:
        count = len(self.context.alarms.alarms)
        return self.tr("Alarms ({count})").format(count=QLocale().toString(count)) if count else self.tr("Alarms")

    def _alarmed(self, changed: frozenset[str]) -> None:
        self.docks.set_titles({"alarms": self._alarms_title()})
        alarms, language = self.context.alarms, self.context.language
        marks = alarms.marks()

        def told(id_: str) -> list[str]:
            return [alarm_line(alarm, language) for alarm in alarms.of(id_)]

        self.parts.topology.view.picture.alarm(marks)
        self.parts.inventory.set_alarms(marks, told, changed)

    def _retranslate(self) -> None:
        for number, text in enumerate((self.tr("Topology"), self.tr("Summary"), self.tr("Monitor"))):
            self.tabs.setTabText(number, text)
        self.docks.set_titles(
            {
                "inventory": self.tr("Inventory"),
                "objects": self.tr("Objects"),
                "inspector": self.tr("Details"),
                "knobs": self.tr("Knobs"),
                "tasks": self.tr("Recent Tasks"),
                "events": self.tr("Events"),
                "alarms": self._alarms_title(),
                "logs": self.tr("Logs"),
                "migration": self.tr("Migration"),
                "timeline": self.tr("Timeline"),
            }
        )
        self._tools.setWindowTitle(self.tr("Tools"))
        self._state_bar.setWindowTitle(self.tr("State"))
        tip = self.tr("All times, rates and amounts are simulated, by the rules of this hypervisor (menu Edit).")
        self._state.setToolTip(tip)
        self.menus.retranslate()
        self._show_title()
