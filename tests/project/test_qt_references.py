"""A binding that drops references to None aborts the process within seconds; it must never get in."""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter

CALLS = 2000


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on")
def test_calls_that_return_nothing_keep_the_references_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    point = QPointF(1.0, 1.0)
    before = sys.getrefcount(None)
    for _ in range(CALLS):
        painter.drawPoint(point)
    lost = before - sys.getrefcount(None)
    painter.end()
    assert lost < CALLS // 10
