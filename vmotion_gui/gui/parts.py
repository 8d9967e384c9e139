"""The composition of the window: which widget is made of what."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtWidgets import QWidget

from vmotion_gui.gui.alarms.pane import AlarmsPane
from vmotion_gui.gui.alarms.watch import AlarmWatch
from vmotion_gui.gui.context import Context
from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.gui.editor.palette import ObjectsPalette
from vmotion_gui.gui.knobs.panel import KnobsPanel
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.logs.pane import LogsPane
from vmotion_gui.gui.migration.panel import MigrationPanel
from vmotion_gui.gui.prediction.expected import ExpectedTimes
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.settings import Settings
from vmotion_gui.gui.tasks.events_pane import EventsPane
from vmotion_gui.gui.tasks.pane import TasksPane
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.timeline.pane import TimelinePane
from vmotion_gui.gui.timeline.transport import Transport
from vmotion_gui.gui.topology.pane import TopologyPane
from vmotion_gui.gui.tree.pane import InventoryPane
from vmotion_gui.gui.undo.commands import UserCommands
from vmotion_gui.gui.workspace.monitor import MonitorPane
from vmotion_gui.gui.workspace.summary import SummaryPane


@dataclass(frozen=True)
class Parts:
    """The window's widgets."""

    drag: DragController
    inventory: InventoryPane
    objects: ObjectsPalette
    topology: TopologyPane
    summary: SummaryPane
    monitor: MonitorPane
    inspector: SummaryPane
    tasks: TasksPane
    events: EventsPane
    alarms: AlarmsPane
    logs: LogsPane
    migration: MigrationPanel
    knobs: KnobsPanel
    timeline: TimelinePane
    transport: Transport


def make_context(
    session: Session, themes: ThemeManager, language: Language, settings: Settings, window: QWidget
) -> tuple[Context, DragController]:
    """What the widgets share, with the drag controller that belongs to the window."""
    selection = Selection(window)
    drag = DragController(session, selection, language, themes, window)
    commands = UserCommands(session, selection, language, window)
    drag.migrations_requested.connect(commands.migrate)
    drag.gesture_changed.connect(commands.history.set_blocked)
    context = Context(
        session=session,
        selection=selection,
        themes=themes,
        language=language,
        settings=settings,
        commands=commands,
        drag=drag,
        expected=ExpectedTimes(session, window),
        alarms=AlarmWatch(session, window),
    )
    return context, drag


def make_parts(context: Context, drag: DragController, window: QWidget) -> Parts:
    """All widgets of the window."""
    session, selection, themes = context.session, context.selection, context.themes
    return Parts(
        drag=drag,
        inventory=InventoryPane(session, selection, themes, drag, window),
        objects=ObjectsPalette(context, window),
        topology=TopologyPane(session, selection, themes, context.language, drag, window),
        summary=SummaryPane(context, window),
        monitor=MonitorPane(context, window),
        inspector=SummaryPane(context, window, compact=True),
        tasks=TasksPane(context, window),
        events=EventsPane(context, window),
        alarms=AlarmsPane(context, window),
        logs=LogsPane(context, window),
        migration=MigrationPanel(session, selection, themes, context.language, window),
        knobs=KnobsPanel(context, window),
        timeline=TimelinePane(context, window),
        transport=Transport(context, window),
    )
