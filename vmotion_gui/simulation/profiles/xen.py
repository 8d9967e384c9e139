"""Xen."""

from __future__ import annotations

from vmotion_gui.simulation.profiles.profile import Profile

XEN = Profile(
    name="xen",
    loop="passes",
    stop_rule="fewPages",
    dirty_tracking="atSync",
    switchover_goal_s=0.0,
    page_header_bytes=8,  # a page frame number each
    zero_page_bytes=8,  # assumed: an unpopulated page is a number only
    max_passes=5,  # [R] SPP_MAX_ITERATIONS
    few_pages=50.0,  # [R] SPP_TARGET_DIRTY_COUNT
    check_s=0.2,  # assumed
    prepare_s=0.5,  # assumed
    quiesce_s=0.01,  # assumed
    device_state_s=0.01,  # assumed
    resume_s=0.05,  # assumed
    announce_s=0.05,  # assumed
    clean_up_s=0.2,  # assumed
    roll_back_s=0.1,  # assumed
    automatic_streams_since=None,
)
