"""The columns of the table of recent tasks, and what its cells carry beside their text."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt

ID_ROLE = Qt.ItemDataRole.UserRole
PROGRESS_ROLE = Qt.ItemDataRole.UserRole + 1
"""0 to 1 of a running task, `INDETERMINATE` where nobody can say; None where there is no bar to draw."""
INDETERMINATE = "indeterminate"
NAME, TARGET, STATUS, DETAILS, INITIATOR, QUEUED, START, COMPLETION, ACTION = range(9)


class Offer(NamedTuple):
    """What a task's row offers: "cancel", "back", "retry", "apply" or nothing."""

    kind: str
    text: str
