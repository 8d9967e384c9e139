"""Xen: since 4.6, before it, and as published in 2005 (Clark et al., NSDI 2005)."""

from __future__ import annotations

import dataclasses
import math

from vmotion_gui.simulation.profiles.profile import Profile

XEN = Profile(
    name="xen",
    loop="passes",
    stop_rule="fewPages",
    dirty_tracking="atSync",  # [R] the log-dirty bitmap is read and cleared between passes
    switchover_goal_s=0.0,
    page_header_bytes=8,  # a page frame number each
    zero_page_bytes=8,  # assumed: an unpopulated page is a number only
    max_passes=5,  # [R] SPP_MAX_ITERATIONS
    few_pages=50.0,  # [R] SPP_TARGET_DIRTY_COUNT
    max_switchover_s=math.inf,  # [R] the policy bounds the passes, never the downtime
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

XEN_CLASSIC = dataclasses.replace(
    XEN,
    name="xen-classic",
    max_passes=30,  # [R] DEF_MAX_ITERS 29: "limit us to 30 times round loop"
    max_memory_factor=3.0,  # [R] DEF_MAX_FACTOR
)
"""`xc_domain_save`, for years. Its `to_skip` bitmap, which left pages that were dirtied again in the running pass to
the next one, is left out: the model's passes send what was dirty at their beginning."""

XEN_ADAPTIVE = dataclasses.replace(
    XEN,
    name="xen-adaptive",
    loop="adaptive",
    stop_rule="risingRate",
    max_passes=None,
    few_pages=64.0,  # 256 KiB
    min_bandwidth_bytes_per_s=100e6 / 8.0,  # [M] the paper's defaults, as the two below
    max_bandwidth_bytes_per_s=500e6 / 8.0,
    bandwidth_step_bytes_per_s=50e6 / 8.0,
)
