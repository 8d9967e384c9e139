"""The topology's view: shows the scene, selects, starts drags and takes drops."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPixmapCache,
    QResizeEvent,
)
from PySide6.QtWidgets import QGraphicsView, QToolTip, QWidget

from vmotion_gui.gui.drag.port import DragPort
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import Theme, ThemeManager
from vmotion_gui.gui.topology.card import HEADER_H
from vmotion_gui.gui.topology.dropping import Dropping
from vmotion_gui.gui.topology.edge_marks import EdgeMarks
from vmotion_gui.gui.topology.layout import FRAME_HEADER, Mode
from vmotion_gui.gui.topology.navigation import DIRECTIONS, NavigableView
from vmotion_gui.gui.topology.overlay import MigrationOverlay
from vmotion_gui.gui.topology.pointer import Pointer
from vmotion_gui.gui.topology.scene import TopologyScene
from vmotion_gui.gui.topology.tooltips import tooltip
from vmotion_gui.gui.topology.walking import neighbour, sibling

if TYPE_CHECKING:
    from vmotion_gui.gui.drag.port import HostMarks

_PAN_STEP = 80
_CARDS_KB = 128 * 1024
"""Room for the pixmaps of all cards in sight; with Qt's 10 MB five hundred of them would push each other out."""


class TopologyView(NavigableView):
    """The picture of the estate.

    Signals:
        object_activated(str): an object was opened (double click, Enter).
        context_menu_requested(str, QPoint): the menu of an object ("" for none) is wanted at a global position.
        mode_changed(str): the layout was made anew; its mode.
    """

    object_activated = Signal(str)
    context_menu_requested = Signal(str, QPoint)
    mode_changed = Signal(str)

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
        self._drag = drag
        self._selecting = False
        self._frame_focus = False
        self._notes: Callable[[str], Sequence[str]] = lambda _id: ()
        self._backend = session.backend
        self._scene = TopologyScene(session.inventory, theme_manager.theme, self)
        self._edge_marks = EdgeMarks(self._scene, self)
        self._pointer = Pointer(self, selection, drag)
        self._dropping = Dropping(self._scene, drag, self)
        self.overlay = MigrationOverlay(self._scene, session, self)
        self.setScene(self._scene)  # a large scene scrolls at once, which all of the above look at
        self._configure()
        self._dress(theme_manager.theme)
        session.opened.connect(self._open)
        session.inventory_changed.connect(self._follow)
        selection.changed.connect(self._show_selection)
        theme_manager.changed.connect(self._dress)
        language.changed.connect(self._retell)
        self._scene.select(selection.ids)
        self._retranslate()

    def _configure(self) -> None:
        self.setViewportUpdateMode(QGraphicsView.ViewportUpdateMode.SmartViewportUpdate)
        flags = QGraphicsView.OptimizationFlag
        self.setOptimizationFlags(flags.DontSavePainterState | flags.DontAdjustForAntialiasing)
        QPixmapCache.setCacheLimit(max(QPixmapCache.cacheLimit(), _CARDS_KB))
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def picture(self) -> TopologyScene:
        """The scene."""
        return self._scene

    # --- following the session ----------------------------------------------------------------------------------------

    def _open(self) -> None:
        """Another lab, branch or moment. Only another lab moves the view."""
        self._follow(self._session.inventory)
        self.overlay.reset()
        if self._session.backend is not self._backend:
            self._backend = self._session.backend
            self.fit()

    def _follow(self, _inventory: object) -> None:
        if self._scene.follow(self._session.inventory, before_rebuild=self.overlay.clear):
            self._rebuilt()
        else:
            self.overlay.follow()

    def _rebuilt(self) -> None:
        """The scene's items are others."""
        self.overlay.reset()
        self._scene.select(self._selection.ids)
        self._look()
        self.mode_changed.emit(self._scene.mode)

    def _dress(self, theme: Theme) -> None:
        self._scene.dress(theme)
        self.setBackgroundBrush(theme.color("background"))

    def _retell(self, _code: str = "") -> None:
        self._scene.retell()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()
            self._retell()
        elif event.type() in (QEvent.Type.FontChange, QEvent.Type.ApplicationFontChange):
            self._scene.update()
        super().changeEvent(event)

    def _retranslate(self) -> None:
        self.setAccessibleName(self.tr("Topology"))
        self.setAccessibleDescription(
            self.tr("Arrow keys go from object to object, plus and minus zoom, 0 shows everything, F the selection.")
        )

    # --- what is where ------------------------------------------------------------------------------------------------

    def object_at(self, position: QPoint) -> str:
        """Id of the innermost object at a point of the viewport; "" for none."""
        point = self.mapToScene(position)
        return self._scene.object_at(point.x(), point.y())

    def rect_of(self, id_: str) -> QRectF:
        """Where an object is drawn, in the scene; an empty rectangle if it has no picture."""
        box = self._scene.box_of(id_)
        return QRectF(*box) if box is not None else QRectF()

    def viewport_point_of(self, id_: str) -> QPoint:
        """A point of the viewport at which `object_at` answers this object: of containers, their header."""
        rect = self.rect_of(id_)
        point = rect.center()
        if id_ in self._scene.hosts:
            point.setY(rect.y() + HEADER_H / 2.0)
        elif id_ in self._scene.frames and self._scene.picture.layout.mode == "nested":
            point.setY(rect.y() + FRAME_HEADER / 2.0)
        return self.mapFromScene(point)

    # --- looking ------------------------------------------------------------------------------------------------------

    def center_on_object(self, id_: str) -> None:
        """Bring an object to the middle."""
        rect = self.rect_of(id_)
        if not rect.isEmpty():
            self.look_at(rect.center())

    def fit_selection(self) -> None:
        """Show what is selected; everything if nothing is."""
        rect = QRectF()
        for id_ in self._selection.ids:
            rect = rect.united(self.rect_of(id_))
        if rect.isEmpty():
            self.fit()
        else:
            self.fit(rect, margin=60.0)

    def set_layout_mode(self, mode: Mode) -> None:
        """ "nested" or "graph"."""
        if mode != self._scene.mode:
            self.overlay.clear()
            self._scene.set_mode(mode)
            self._rebuilt()
            self.fit()

    @property
    def layout_mode(self) -> Mode:
        return self._scene.mode

    def set_reduced_motion(self, *, on: bool) -> None:
        """Nothing moves by itself; states change by steps."""
        self.overlay.set_reduced_motion(on=on)

    def _look(self) -> None:
        sight = self.sight()
        if self._scene.picture.scale != self.zoom:
            self._scene.zoomed(self.zoom, sight)
            self.overlay.zoomed()
        else:
            self._scene.zoomed(self.zoom, sight)
        self._edge_marks.judge(sight, self.zoom)
        super()._look()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._edge_marks.setGeometry(self.viewport().geometry())
        super().resizeEvent(event)

    # --- selection ----------------------------------------------------------------------------------------------------

    def choose(self, ids: Sequence[str]) -> None:
        """Select without moving the view: the user sees already what was chosen here."""
        self._selecting = True
        self._selection.select(ids)
        self._selecting = False

    def _show_selection(self, ids: Sequence[str]) -> None:
        self._scene.select(ids)
        self.overlay.spread_labels()
        rect = self.rect_of(ids[-1]) if ids else QRectF()
        if not self._selecting and not rect.isEmpty() and not self.sight().intersects(rect):
            self.center_on_object(ids[-1])

    def select_neighbour(self, direction: tuple[int, int]) -> bool:
        """Select the next object of the same sort in a direction; False if there is none."""
        following = neighbour(self._scene, self._selection.current, direction)
        if following:
            self._selection.select([following])
        return bool(following)

    def select_sibling(self, step: int) -> bool:
        """Select the next (1) or previous (-1) object of the same container; False behind the last one."""
        following = sibling(self._scene, self._selection.current, step)
        if following:
            self._selection.select([following])
        return bool(following)

    def event(self, event: QEvent) -> bool:
        """Tab walks through a container before it leaves the view."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._tabbed(event):
            return True
        return super().event(event)

    def _tabbed(self, event: QKeyEvent) -> bool:
        step = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}.get(Qt.Key(event.key()), 0)
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        return bool(step) and plain and bool(self._selection.current) and self.select_sibling(step)

    # --- keys ---------------------------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if plain and key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal):
            self.zoom_in()
        elif plain and key == Qt.Key.Key_Minus:
            self.zoom_out()
        elif plain and key == Qt.Key.Key_0:
            self.fit()
        elif plain and key == Qt.Key.Key_F:
            self.fit_selection()
        elif key in DIRECTIONS:
            dx, dy = DIRECTIONS[key]
            if not plain or not self.select_neighbour((dx, dy)):
                self.pan(QPoint(dx * _PAN_STEP, dy * _PAN_STEP))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._selection.current:
            self.object_activated.emit(self._selection.current)
        elif not self._pointer.key(event, pressed=True):
            super().keyPressEvent(event)
            return
        event.accept()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._pointer.key(event, pressed=False):
            super().keyReleaseEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Focus that came by key is shown; who clicks knows where he is."""
        super().focusInEvent(event)
        keys = (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason, Qt.FocusReason.ShortcutFocusReason)
        self._frame_focus = event.reason() in keys
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._frame_focus = False
        self.viewport().update()

    def drawForeground(self, painter: QPainter, rect: QRectF | QRect) -> None:
        """The frame of focus, in the viewport's pixels."""
        if self._frame_focus:
            painter.save()
            painter.resetTransform()
            painter.setPen(self._scene.picture.style.pen("info", 2.0))
            painter.setBrush(self._scene.picture.style.no_brush)
            painter.drawRect(self.viewport().rect().adjusted(1, 1, -1, -1))
            painter.restore()

    # --- mouse --------------------------------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._pointer.press(event)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer.move(event)
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pointer.release(event)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        id_ = self.object_at(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and id_:
            self.object_activated.emit(id_)
        event.accept()

    def leaveEvent(self, event: QEvent) -> None:
        self._scene.hover("")
        super().leaveEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Right click selects, then asks for the menu; the menu key asks for that of the selection."""
        if event.reason() == QContextMenuEvent.Reason.Keyboard:
            id_ = self._selection.current
            place = self.viewport_point_of(id_) if id_ else self.viewport().rect().center()
            self.context_menu_requested.emit(id_, self.viewport().mapToGlobal(place))
        else:
            id_ = self.object_at(event.pos())
            if id_ not in self._selection.ids:
                self.choose([id_] if id_ else [])
            self.context_menu_requested.emit(id_, event.globalPos())
        event.accept()

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            id_ = self.object_at(event.pos())
            judged = self._scene.picture.severities is not None  # then the label at the pointer speaks
            inventory = self._scene.picture.inventory
            text = tooltip(inventory, id_, self._notes(id_)) if id_ and not judged else ""
            QToolTip.showText(event.globalPos(), text, self.viewport())
            return True
        return super().viewportEvent(event)

    # --- VMs that were picked up, or are dragged ----------------------------------------------------------------------

    def set_notes(self, notes: Callable[[str], Sequence[str]]) -> None:
        """What tooltips add to an object's plain facts."""
        self._notes = notes

    def set_verdicts(self, verdicts: HostMarks | None) -> None:
        """Mark every host with what the check says while VMs are dragged; None: no marks."""
        self._scene.judge(verdicts)
        if verdicts is None:
            self._dropping.end()
        self._edge_marks.judge(self.sight(), self.zoom)

    def set_picked_up(self, ids: Sequence[str]) -> None:
        """VMs wait to be put down: the pointer says so, and a click puts them on what it points at."""
        self._pointer.carry(bool(ids))
        if not ids:
            self._scene.aim("")

    def set_looking(self, ids: Sequence[str]) -> None:
        """The hosts are marked with what they could take of these VMs, without a drag; empty: no more."""
        self._pointer.look(ids)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._dropping.enter(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._dropping.move(event)
        self._scene.show_causes(self._scene.picture.hovered)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._dropping.leave()
        self._scene.show_causes("")

    def dropEvent(self, event: QDropEvent) -> None:
        self._dropping.drop(event)
        self._scene.show_causes("")
