"""Two other ways to move a running VM, for comparison; vMotion goes neither of them."""

from __future__ import annotations

import dataclasses

from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.vsphere import VSPHERE

_BARE = dataclasses.replace(
    VSPHERE,
    dirty_tracking="atSync",  # nothing becomes dirty: the guest never runs where it is copied from
    throttles=False,
    trace_install_s_per_page=0.0,  # nobody notices writes
    loose_trace_install_s_per_page=0.0,
    trace_fault_s=0.0,
)

STOP_AND_COPY: Profile = dataclasses.replace(
    _BARE,
    name="stop-and-copy",
    loop="stopAndCopy",
    max_switchover_s=float("inf"),  # all of the memory goes while the VM stands still
)

POST_COPY: Profile = dataclasses.replace(_BARE, name="post-copy", loop="postCopy")
