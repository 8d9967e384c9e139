"""Which lesson shows what a topic of the compatibility checks is about."""

from __future__ import annotations

LESSON_OF_TOPIC = {
    "vm-state": "09-failing",
    "host-state": "10-maintenance",
    "processor": "08-wizard",
    "capacity": "10-maintenance",
    "vmotion-network": "01-first-vmotion",
    "vm-networks": "08-wizard",
    "addresses": "05-switchover",
    "storage": "06-storage",
    "devices": "02-what-moves",
    "cluster-rules": "08-wizard",
    "cross-vcenter": "07-distance",
    "evc": "08-wizard",
}
"""Topic, as `vmotion_gui.compatibility.explanation` has it -> name of the lesson's file without its ending."""
