"""How datastores are to be emptied."""

from __future__ import annotations

import msgspec

from vmotion_gui.planning.maintenance.plan import Objective


class StoreOptions(msgspec.Struct, frozen=True, kw_only=True):
    """What a plan for datastores may do."""

    objective: Objective = "time"
    keep_free: float = 0.05
    """Share of each destination's capacity that stays free, 0 to 1."""
    other_clusters: bool = False
    """Whether files may leave their datastore cluster. Those on a datastore of none may always go to any."""
    split_disks: bool = True
    """Whether a VM's disks may part where they do not fit on one datastore."""
