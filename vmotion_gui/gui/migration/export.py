"""Charts as files: CSV with units in the headings, PNG as seen."""

from __future__ import annotations

import csv
from pathlib import Path

from PySide6.QtWidgets import QWidget

from vmotion_gui.simulation.status import Samples

CSV_COLUMNS = (
    ("time_s", "time_s"),
    ("copy_bytes_per_s", "copy_bytes_per_s"),
    ("dirty_bytes_per_s", "dirty_bytes_per_s"),
    ("disk_copy_bytes_per_s", "disk_copy_bytes_per_s"),
    ("remaining_bytes", "remaining_bytes"),
    ("guest_slowdown", "guest_slowdown_share"),
)
"""Field of `Samples`, heading in the file."""


def write_csv(samples: Samples, path: Path) -> None:
    """Write a migration's series; numbers with a point, independent of the locale. OSError as `open`."""
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(heading for _, heading in CSV_COLUMNS)
        columns = [getattr(samples, field) for field, _ in CSV_COLUMNS]
        writer.writerows([repr(float(value)) for value in row] for row in zip(*columns, strict=True))


def write_png(widget: QWidget, path: Path) -> None:
    """Write a widget as it is seen. OSError if the file cannot be written."""
    if not widget.grab().save(str(path), "PNG"):
        raise OSError(f"cannot write {path}")
