"""A preset's workload for the machine of a form."""

from __future__ import annotations

from typing import Any

import msgspec

from vmotion_gui.inventory import presets
from vmotion_gui.inventory.entities import VirtualMachine


def preset_document(name: str, machine: dict[str, Any]) -> dict[str, Any]:
    """The workload of a preset, as in the lab document, for a VM given as in the lab document. KeyError if there is no
    such preset."""
    fields = {field.name: field.default for field in msgspec.structs.fields(VirtualMachine)}
    memory_bytes = max(1, int(machine.get("memory_bytes", fields["memory_bytes"])))
    cpus = max(1, int(machine.get("cpus", fields["cpus"])))
    workload = presets.workload(name, memory_bytes=memory_bytes, cpus=cpus)
    document: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(workload))
    return document
