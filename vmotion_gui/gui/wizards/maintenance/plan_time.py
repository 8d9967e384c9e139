"""The plan in time: bars to be dragged, the hosts or datastores beside them with the moves as arcs, and a slider that
plays ahead."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFrame,
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QScrollArea,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from vmotion_gui.gui.context import Context
from vmotion_gui.gui.wizards.maintenance.bars import bar_of, groups_of, ready_times
from vmotion_gui.gui.wizards.maintenance.destinations import Destinations, earlier_s, later_s, place_of
from vmotion_gui.gui.wizards.maintenance.gantt import GanttView
from vmotion_gui.gui.wizards.maintenance.playing import PlaySlider
from vmotion_gui.gui.wizards.maintenance.stage import PlanStage
from vmotion_gui.gui.wizards.maintenance.store_stage import StoreStage
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.planning.maintenance.override import Wish
from vmotion_gui.planning.maintenance.plan import Plan

_MARGIN_PX = 60


class PlanInTime(QWidget):
    """Signals: wished(Wish): a person wants something otherwise. back(): the proposed plan again."""

    wished = Signal(object)
    back = Signal()

    def __init__(
        self, context: Context, destinations: Destinations, parent: QWidget | None = None, *, of_stores: bool = False
    ) -> None:
        super().__init__(parent)
        self._context, self._destinations = context, destinations
        self._plan: Plan | None = None
        self._usual, self._refused = "", False
        self.gantt = GanttView(context.themes.theme, self)
        self.gantt.judge = self._judge
        stage = StoreStage if of_stores else PlanStage
        self.stage: PlanStage | StoreStage = stage(context.themes, self)
        self.player = PlaySlider(self)
        self.by = QComboBox(self)
        self.by.addItems((self.tr("By destination"), self.tr("By source")))
        self.by.setAccessibleName(self.tr("How the migrations are grouped"))
        self.by.setToolTip(self.tr("Below where they go to, or below where they come from and queue."))
        self.footer = QWidget(self.parentWidget())
        """What can be done, and what came of it; stands below all of the plan's pages."""
        self.hint = QLabel(self.footer)
        self.hint.setWordWrap(True)
        self.reset = QPushButton(self.tr("Back to the proposed plan"), self.footer)
        self.reset.setAutoDefault(False)
        self._scroll = QScrollArea(self)
        self._arrange()
        self._connect()
        self._current = -1

    def _arrange(self) -> None:
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setWidget(self.gantt)
        split = QSplitter(Qt.Orientation.Horizontal, self)
        split.setChildrenCollapsible(False)
        split.addWidget(self._scroll)
        split.addWidget(self.stage)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        split.setSizes([520, 340])
        below = QHBoxLayout(self.footer)
        below.setContentsMargins(0, 0, 0, 0)
        below.addWidget(self.hint, 1)
        below.addWidget(self.reset)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.addWidget(split, 1)
        line = QHBoxLayout()
        line.addWidget(self.by)
        line.addWidget(self.player, 1)
        layout.addLayout(line)

    def _connect(self) -> None:
        self.gantt.moved.connect(self._moved)
        self.gantt.asked.connect(self.ask)
        self.gantt.chosen.connect(self.choose)
        self.gantt.hinted.connect(self._hint)
        self.gantt.pointed.connect(
            lambda place: self._scroll.ensureVisible(place.x(), place.y(), _MARGIN_PX, _MARGIN_PX)
        )
        self.gantt.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.gantt.customContextMenuRequested.connect(lambda _place: self.ask(self._current))
        self.player.moved.connect(self._play_to)
        self.by.currentIndexChanged.connect(self._show_bars)
        self.reset.clicked.connect(self.back)

    # --- showing ----------------------------------------------------------------------------------------------

    def show_plan(self, inventory: Inventory, plan: Plan, *, edited: bool) -> None:
        """A plan from its beginning; `edited`: not as it was proposed."""
        self._plan, self._current = plan, -1
        self.gantt.set_current(-1)
        self._show_bars()
        self.stage.show_plan(inventory, plan)
        self.player.show_plan(plan)
        self.reset.setEnabled(edited)
        self.tell("")

    @property
    def _by_source(self) -> bool:
        return self.by.currentIndex() == 1

    def _show_bars(self) -> None:
        plan, name = self._plan, self._context.name
        if plan is None:
            return
        ready = ready_times(plan.moves)
        bars = [
            bar_of(index, move, ready[index], name, by_source=self._by_source) for index, move in enumerate(plan.moves)
        ]
        self.gantt.show_rows(groups_of(bars, plan, name), bars)

    def tell(self, text: str, *, refused: bool = False) -> None:
        """Say what becomes of a wish; without a text, what can be done here."""
        stores = self.tr(
            "Drag a bar to another datastore for another destination, or along the time for another turn; Enter asks. "
            "Hatched: waits for its turn."
        )
        hosts = self.tr(
            "Drag a bar to another host for another destination, or along the time for another turn; Enter asks. "
            "Hatched: waits for its turn."
        )
        self._usual = text or (stores if isinstance(self.stage, StoreStage) else hosts)
        self._refused = refused
        self._show_hint(self._usual, refused=refused)

    def choose(self, key: int) -> None:
        """A move is the current one."""
        self._current = key
        self.gantt.set_current(key)
        self.stage.show_time(self.player.time_s, key)

    def _play_to(self, time_s: float) -> None:
        plan = self._plan
        self.gantt.set_cursor(time_s if plan is not None and plan.moves else None)
        self.stage.show_time(time_s, self._current)

    def _hint(self, text: str) -> None:
        if text:
            self._show_hint(text, refused=False)
        else:
            self._show_hint(self._usual, refused=self._refused)

    def _show_hint(self, text: str, *, refused: bool) -> None:
        self.hint.setText(("✕ " if refused else "") + text)
        role = self._context.themes.theme.color("alert" if refused else "muted").name()
        self.hint.setStyleSheet(f"color: {role}")

    # --- what a person wants ----------------------------------------------------------------------------------

    def _judge(self, key: int) -> dict[str, str]:
        assert self._plan is not None
        if self._by_source:
            reason = self.tr("Sources are shown. Group by destination to drag a bar to another one, or press Enter.")
            own = next(bar.group for bar in self.gantt.bars() if bar.key == key)
            return {group: reason for group in self.gantt.groups() if group != own}
        return self._destinations.refused(self._plan, key)

    def _moved(self, key: int, host: str, begin_s: float) -> None:
        plan = self._plan
        assert plan is not None
        if begin_s < 0.0:
            self.wished.emit(Wish(move=key, host=host))
        else:
            self.wished.emit(Wish(move=key, begin_s=begin_s))

    def ask(self, key: int) -> None:
        """A menu of what can be otherwise about a move."""
        plan = self._plan
        if plan is None or not 0 <= key < len(plan.moves):
            return
        self.menu(plan, key).popup(self.gantt.mapToGlobal(self._place_of(key)))

    def _place_of(self, key: int) -> QPoint:
        return self.gantt.center_of(key)

    def menu(self, plan: Plan, key: int) -> QMenu:
        """Destinations, those that are refused with their reasons, and another turn."""
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setToolTipsVisible(True)
        for host, text, reason in self._destinations.choices(plan, key):
            action = menu.addAction(text)
            action.setCheckable(True)
            action.setChecked(host == place_of(plan.moves[key]))
            action.setEnabled(not reason)
            action.setToolTip(reason or text)
            action.triggered.connect(lambda _on=False, host=host: self.wished.emit(Wish(move=key, host=host)))
        menu.addSeparator()
        for text, begin_s in (
            (self.tr("One turn earlier"), earlier_s(plan, key)),
            (self.tr("One turn later"), later_s(plan, key)),
        ):
            action = menu.addAction(text)
            action.setEnabled(begin_s is not None)
            action.triggered.connect(lambda _on=False, at=begin_s: self.wished.emit(Wish(move=key, begin_s=at)))
        return menu
