"""The label beside the pointer is as tall as what it says."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from pytestqt.qtbot import QtBot

from vmotion_gui.compatibility.verdict import Severity
from vmotion_gui.gui.drag.label import DragLabel
from vmotion_gui.gui.drag.port import Hover
from vmotion_gui.gui.theme import LIGHT


def test_a_short_answer_after_a_long_one_makes_the_label_small_again(qtbot: QtBot) -> None:
    label = DragLabel()
    qtbot.addWidget(label)
    label.tell(Hover(False, "esx-02", ("A reason that needs its room. " * 6,)), Severity.ERROR, LIGHT, QPoint(10, 10))
    tall = label.height()
    label.tell(Hover(True, "esx-03", ()), Severity.INFO, LIGHT, QPoint(10, 10))
    assert label.height() < tall / 2
