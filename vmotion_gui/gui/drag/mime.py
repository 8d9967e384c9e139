"""What a drag of VMs carries from widget to widget: ids, versioned, and names as plain text."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QMimeData

VM_MIME = "application/x-vmotion-gui-vms+json"
_VERSION = 1


def to_mime(vm_ids: Sequence[str], names: Sequence[str]) -> QMimeData:
    """Mime data of the VMs."""
    data = QMimeData()
    data.setData(VM_MIME, json.dumps({"version": _VERSION, "vms": list(vm_ids)}).encode())
    data.setText("\n".join(names))
    return data


def from_mime(data: QMimeData) -> tuple[str, ...]:
    """Ids of the VMs that the mime data carries; empty if it carries none that we understand."""
    if not data.hasFormat(VM_MIME):
        return ()
    try:
        document = json.loads(bytes(data.data(VM_MIME).data()))
    except ValueError:
        return ()
    if not isinstance(document, dict) or document.get("version") != _VERSION:
        return ()
    return tuple(str(id_) for id_ in document.get("vms", ()))
