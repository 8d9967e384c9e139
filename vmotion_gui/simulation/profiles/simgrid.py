"""SimGrid's live-migration plugin (VmLiveMigration.cpp, dirty_page_tracking.cpp; 2026): bytes without pages, no fixed
steps, no device state; to hold the engine against it."""

from __future__ import annotations

import math

from vmotion_gui.simulation.profiles.profile import Profile

SIMGRID = Profile(
    name="simgrid",
    loop="simgrid",
    stop_rule="switchoverGoal",
    dirty_tracking="atSync",  # [R] what was computed during a transfer is dirty after it
    switchover_goal_s=0.03,  # [R] max_downtime
    page_header_bytes=0,
    zero_page_bytes=4096,  # all of the memory is sent
    max_switchover_s=math.inf,
    regions=1,
    working_set_fraction=0.9,  # [R]
    stage_timeout_s=1e7,  # [R]
    max_concurrent_per_source=0,
    checks_rules=False,
    sends_device_state=False,
    acknowledgement_delays=1.0,  # [R] the receiver's empty message
    check_s=0.0,
    prepare_s=0.0,
    quiesce_s=0.0,
    device_state_s=0.0,
    resume_s=0.0,
    clean_up_s=0.0,
    roll_back_s=0.0,
    protocol_headers=False,
    stream_bytes_per_s=math.inf,
    automatic_streams_since=None,
    window_bytes=math.inf,
)
