"""The topology's tab: controls, the picture, legend and overview map over its corners."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QLocale, QObject, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from vmotion_gui.gui.drag.controller import DragController
from vmotion_gui.gui.drag.port import DragPort
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import Theme, ThemeManager
from vmotion_gui.gui.topology.legend import Legend
from vmotion_gui.gui.topology.minimap import Minimap
from vmotion_gui.gui.topology.search import find
from vmotion_gui.gui.topology.toolbar import TopologyBar
from vmotion_gui.gui.topology.view import TopologyView

if TYPE_CHECKING:
    from vmotion_gui.gui.drag.port import HostMarks

_MARGIN = 12
_READING_ZOOM = 1.0
_MAP_SHARE, _MAP_RATIO = 0.2, 0.62
"""Width of the overview map as a share of the view's, and its height as a share of its width."""
_MAP_WIDTHS = (110.0, 200.0)


class TopologyPane(QWidget):
    """The picture with its controls.

    Signals:
        object_activated(str): an object was opened (double click, Enter).
        context_menu_requested(str, QPoint): the menu of an object is wanted, at a global position.
        menu_requested(QPoint): the same, for those to whom the selection says which object.
    """

    object_activated = Signal(str)
    context_menu_requested = Signal(str, QPoint)
    menu_requested = Signal(QPoint)

    def __init__(
        self,
        session: Session,
        selection: Selection,
        theme_manager: ThemeManager,
        language: Language,
        drag: DragPort,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._selection = selection
        self._matches: list[str] = []
        self._current = -1
        self.bar = TopologyBar(self)
        self.view = TopologyView(session, selection, theme_manager, language, drag, self)
        self.legend = Legend(theme_manager.theme)
        self.legend_area = self._scrolled(self.legend)
        self.minimap = Minimap(self.view, self.view)
        self.legend_area.hide()
        self.bar.map.setChecked(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.view, 1)
        self.view.installEventFilter(self)
        self.setFocusProxy(self.view)
        self._connect_bar()
        self._connect(theme_manager, drag)
        self._dress(theme_manager.theme)

    def _scrolled(self, legend: Legend) -> QScrollArea:
        """A small window shows a part of the legend."""
        area = QScrollArea(self.view)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(legend)
        area.viewport().setAutoFillBackground(False)
        legend.setAutoFillBackground(False)
        return area

    def _connect_bar(self) -> None:
        bar, view = self.bar, self.view
        bar.modes.buttonClicked.connect(self._mode_chosen)
        bar.fit.clicked.connect(lambda: view.fit())
        bar.selection.clicked.connect(view.fit_selection)
        bar.zoom_in.clicked.connect(view.zoom_in)
        bar.zoom_out.clicked.connect(view.zoom_out)
        bar.legend.toggled.connect(self._show_legend)
        bar.map.toggled.connect(self._show_map)
        bar.search.textChanged.connect(self.search)
        bar.search.step_wanted.connect(self.step)

    def _connect(self, theme_manager: ThemeManager, drag: DragPort) -> None:
        self.view.object_activated.connect(self.object_activated)
        self.view.context_menu_requested.connect(self._menu_wanted)
        self.view.mode_changed.connect(self._mode_changed)
        self.view.looked.connect(self._show_map)
        theme_manager.changed.connect(self._dress)
        self._session.opened.connect(self._opened)
        self._session.inventory_changed.connect(self._inventory_changed)
        if isinstance(drag, DragController):
            drag.verdicts_changed.connect(self.set_verdicts)
            drag.picked_up_changed.connect(self.view.set_picked_up)
            drag.targets_shown.connect(self.view.set_looking)

    def set_verdicts(self, verdicts: HostMarks | None) -> None:
        """Mark hosts with what they could take while something is dragged; None: no more."""
        self.view.set_verdicts(verdicts)

    def focus_search(self) -> None:
        """Put the cursor into the search field."""
        self.bar.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.search.selectAll()

    # --- following ----------------------------------------------------------------------------------------------------

    def _dress(self, theme: Theme) -> None:
        self.bar.dress(theme)
        self.legend.set_theme(theme)
        self.minimap.forget()

    def _opened(self) -> None:
        self.minimap.forget()
        self.search(self.bar.search.text())

    def _inventory_changed(self) -> None:
        self.minimap.forget()
        self.search(self.bar.search.text())

    def _menu_wanted(self, id_: str, position: QPoint) -> None:
        self.context_menu_requested.emit(id_, position)
        self.menu_requested.emit(position)

    def _mode_chosen(self) -> None:
        self.view.set_layout_mode("graph" if self.bar.graph.isChecked() else "nested")

    def _mode_changed(self, mode: str) -> None:
        self.minimap.forget()
        (self.bar.graph if mode == "graph" else self.bar.nested).setChecked(True)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.view and event.type() == QEvent.Type.Resize:
            self._place_corners()
        return super().eventFilter(watched, event)

    def _place_corners(self) -> None:
        size = self.view.size()
        width = round(min(max(size.width() * _MAP_SHARE, _MAP_WIDTHS[0]), _MAP_WIDTHS[1]))
        if width != self.minimap.width():
            self.minimap.setFixedSize(width, round(width * _MAP_RATIO))
            self.minimap.forget()
        corner = QPoint(size.width() - self.minimap.width() - _MARGIN, size.height() - self.minimap.height() - _MARGIN)
        self.minimap.move(corner)
        self._place_legend()
        self._show_map()

    def _show_legend(self, shown: bool) -> None:
        self._place_legend()
        self.legend_area.setVisible(shown)

    def _place_legend(self) -> None:
        room = self.view.height() - 2 * _MARGIN
        cut = self.legend.height() > room
        width = self.legend.width() + (self.legend_area.verticalScrollBar().sizeHint().width() if cut else 0)
        self.legend_area.resize(width, min(self.legend.height(), max(room, 0)))
        self.legend_area.move(_MARGIN, self.view.height() - self.legend_area.height() - _MARGIN)

    def _show_map(self) -> None:
        """The overview map is there when it is wanted and there is something out of sight."""
        whole = self.view.picture.picture.layout.bounds
        everything = self.view.sight().contains(QRectF(*whole))
        self.minimap.setVisible(self.bar.map.isChecked() and not everything)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._place_corners()

    # --- search -------------------------------------------------------------------------------------------------------

    @property
    def matches(self) -> list[str]:
        """What the search found, best first."""
        return self._matches

    def search(self, text: str) -> None:
        """Highlight what is called so."""
        known = self.view.picture
        self._matches = [id_ for id_ in find(self._session.inventory, text) if known.box_of(id_) is not None]
        self._current = -1
        known.match(self._matches, searching=bool(text.strip()))
        self._tell(text)

    def step(self, by: int) -> None:
        """Go to the next match, behind the last one to the first again."""
        if not self._matches:
            return
        self._current = (self._current + by) % len(self._matches) if self._current >= 0 or by > 0 else -1
        self._current %= len(self._matches)
        id_ = self._matches[self._current]
        self._selection.select([id_])
        if self.view.zoom < _READING_ZOOM and id_ in self._session.inventory.vms:
            self.view.zoom_to(_READING_ZOOM)
        self.view.center_on_object(id_)
        self._tell(self.bar.search.text())

    def _tell(self, text: str) -> None:
        number = QLocale().toString
        if not text.strip():
            told = ""
        elif not self._matches:
            told = self.tr("Nothing found")
        elif self._current < 0:
            told = self.tr("{count} found").format(count=number(len(self._matches)))
        else:
            told = self.tr("{place} of {count}").format(
                place=number(self._current + 1), count=number(len(self._matches))
            )
        self.bar.found.setText(told)
