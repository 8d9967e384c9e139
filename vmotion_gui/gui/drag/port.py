"""What widgets need of the drag controller, and it of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from vmotion_gui.compatibility.verdict import Reason


@dataclass(frozen=True)
class Hover:
    """The answer to "what if it were dropped here?"."""

    accepts: bool
    """Whether a drop would be taken."""
    title: str
    lines: tuple[str, ...] = ()
    """The first reasons, the predicted load, the estimate: what the label at the pointer shows."""


class HostMarks(Protocol):
    """How hosts are marked as targets: `HostVerdicts` without, `StorageTargets` with the storage."""

    host_ids: tuple[str, ...]
    severity: npt.NDArray[np.uint8]
    """(n,) the worst `Severity` of each host."""

    def reasons(self, host_id: str) -> tuple[Reason, ...]:
        """All reasons at one host, errors first."""


class DragPort(Protocol):
    """The drag controller, as tree and topology see it.

    A gesture begins with `start` (mouse) or `pick_up` (keyboard, click-click), and ends with `drop`, `put_down` or
    `cancel`. The controller's signal `verdicts_changed(HostMarks | None)` tells how hosts are to be marked.
    """

    def start(self, vm_ids: Sequence[str], source: QWidget) -> None:
        """The mouse began to drag these VMs out of a widget; returns when the drag is over."""

    def hover(self, target_id: str, position: QPoint) -> Hover:
        """The pointer is over an object (host, cluster, datastore, …; "" for nothing); global position."""

    def leave(self) -> None:
        """The pointer left the widget."""

    def drop(self, vm_ids: Sequence[str], target_id: str) -> bool:
        """The VMs were dropped on an object; True if that was taken (a confirmation follows)."""

    def cancel(self) -> None:
        """Esc: as if nothing had happened."""

    def pick_up(self, vm_ids: Sequence[str]) -> None:
        """Pick VMs up without a mouse drag (Ctrl+X)."""

    def put_down(self, target_id: str) -> bool:
        """Put them on an object (Ctrl+V)."""

    def propose(self, vm_ids: Sequence[str], target_id: str) -> None:
        """The same question as after a drop, asked from a menu."""

    def open_wizard(self, vm_ids: Sequence[str], target_id: str = "") -> None:
        """The Migrate wizard, with the target filled in as far as it says one."""

    def show_targets(self, vm_ids: Sequence[str]) -> None:
        """Mark the hosts as during a drag, without one, until Esc; a second call with the same VMs ends it."""

    @property
    def picked_up(self) -> tuple[str, ...]:
        """VMs that wait to be put down."""
