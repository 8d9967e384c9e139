"""The topology on the demo lab, with a drag port that writes down what it is asked."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vmotion_gui import resources
from vmotion_gui.gui.drag.port import Hover
from vmotion_gui.gui.language import Language
from vmotion_gui.gui.selection import Selection
from vmotion_gui.gui.session import Session
from vmotion_gui.gui.theme import ThemeManager
from vmotion_gui.gui.topology.pane import TopologyPane
from vmotion_gui.gui.topology.view import TopologyView
from vmotion_gui.inventory.document import load
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.embedded import EmbeddedBackend


class NotedDrag:
    """A `DragPort` that takes drops on the hosts in `accepting` and notes every call."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, ...]] = []
        self.accepting: set[str] = set()
        self.picked_up: tuple[str, ...] = ()

    def start(self, vm_ids: Sequence[str], source: QWidget) -> None:
        self.calls.append(("start", tuple(vm_ids), source))

    def hover(self, target_id: str, position: QPoint) -> Hover:
        self.calls.append(("hover", target_id))
        return Hover(accepts=target_id in self.accepting, title=target_id)

    def leave(self) -> None:
        self.calls.append(("leave",))

    def drop(self, vm_ids: Sequence[str], target_id: str) -> bool:
        self.calls.append(("drop", tuple(vm_ids), target_id))
        return target_id in self.accepting

    def cancel(self) -> None:
        self.calls.append(("cancel",))
        self.picked_up = ()

    def pick_up(self, vm_ids: Sequence[str]) -> None:
        self.picked_up = tuple(vm_ids)

    def put_down(self, target_id: str) -> bool:
        self.calls.append(("put_down", target_id))
        return target_id in self.accepting

    def propose(self, vm_ids: Sequence[str], target_id: str) -> None:
        self.calls.append(("propose", tuple(vm_ids), target_id))


class Stage:
    """A topology pane of 1280 x 800 pixels and all that it works with."""

    def __init__(self, window: QWidget, application: QApplication) -> None:
        self.session = Session(EmbeddedBackend(load(resources.path("labs/demo.json"))), window)
        self.selection = Selection(window)
        self.themes = ThemeManager(application, "light")
        self.language = Language(application, "en")
        self.drag = NotedDrag()
        self.pane = TopologyPane(self.session, self.selection, self.themes, self.language, self.drag, window)
        self.pane.resize(1280, 800)

    @property
    def view(self) -> TopologyView:
        return self.pane.view

    @property
    def inventory(self) -> Inventory:
        return self.session.inventory

    def id_of(self, name: str) -> str:
        """The id of what is called so; a host may be called without its domain."""
        return next(entity.id for entity in self.inventory if name in (entity.name, entity.name.split(".")[0]))

    def show_closely(self, id_: str) -> QPoint:
        """Bring an object to the middle at reading zoom; where it then is in the viewport."""
        self.view.zoom_to(1.0)
        self.view.center_on_object(id_)
        return self.view.viewport_point_of(id_)


@pytest.fixture
def stage(qtbot: QtBot, qapp: QApplication) -> Iterator[Stage]:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1280, 800)
    made = Stage(window, qapp)
    window.show()
    qtbot.waitExposed(window)
    yield made
    made.session.pause()
    made.view.overlay.clear()
