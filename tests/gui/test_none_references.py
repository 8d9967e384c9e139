"""Qt for Python keeps its hands off None.

PySide6 6.12.0 on Python 3.11 gives a reference to None away at each call that returns nothing; after some seconds of
painting none is left and the process aborts. From Python 3.12 on None is immortal. The requirement in pyproject.toml
leaves that release out; this test would notice the next.
"""

from __future__ import annotations

import sys

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter

CALLS = 20_000
# other parts of the interpreter take and give some references meanwhile
TOLERANCE = 200


def _paint(painter: QPainter) -> None:
    painter.save()
    painter.translate(1.0, 1.0)
    painter.setOpacity(0.5)
    painter.drawRect(QRectF(0.0, 0.0, 2.0, 2.0))
    painter.drawLine(QPointF(0.0, 0.0), QPointF(2.0, 2.0))
    painter.restore()


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal")
def test_painting_costs_no_references_to_none() -> None:
    image = QImage(8, 8, QImage.Format.Format_ARGB32_Premultiplied)
    painter = QPainter(image)
    _paint(painter)
    before = sys.getrefcount(None)
    for _ in range(CALLS // 6):
        _paint(painter)
    after = sys.getrefcount(None)
    painter.end()
    assert abs(after - before) < TOLERANCE
