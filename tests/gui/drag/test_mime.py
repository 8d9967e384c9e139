"""What a drag carries survives the way through the mime data, and nothing else is taken for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from vmotion_gui.gui.drag.mime import VM_MIME, from_mime, to_mime


def test_ids_and_names_survive() -> None:
    data = to_mime(["vm-1", "vm-2"], ["web", "db"])
    assert from_mime(data) == ("vm-1", "vm-2")
    assert data.text() == "web\ndb"


@pytest.mark.parametrize("payload", [b"", b"no json", b"[]", b'{"version": 2, "vms": ["vm-1"]}', b'"text"'])
def test_what_we_do_not_understand_carries_nothing(payload: bytes) -> None:
    data = QMimeData()
    data.setData(VM_MIME, payload)
    assert from_mime(data) == ()


def test_text_alone_carries_nothing() -> None:
    data = QMimeData()
    data.setText("vm-1")
    assert from_mime(data) == ()
