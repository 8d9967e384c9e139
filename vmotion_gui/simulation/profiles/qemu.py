"""QEMU/KVM's pre-copy, as QEMU 7.2 does it by default."""

from __future__ import annotations

from vmotion_gui.simulation.profiles.profile import GBIT, Profile

QEMU = Profile(
    name="qemu",
    loop="threshold",
    stop_rule="downtimeLimit",
    dirty_tracking="atSync",  # [R] migration/ram.c
    switchover_goal_s=0.3,  # [R] downtime-limit, migration/options.c
    page_header_bytes=8,  # [R] 4104 bytes a page
    zero_page_bytes=9,  # [R]
    min_pass_s=0.1,  # [R] BUFFER_DELAY
    throttles=False,  # [R] auto-converge is off by default
    check_s=0.2,  # assumed
    prepare_s=0.5,  # assumed
    quiesce_s=0.005,  # assumed
    device_state_s=0.01,  # assumed
    resume_s=0.02,  # assumed
    clean_up_s=0.2,  # assumed
    roll_back_s=0.1,  # assumed
    stream_bytes_per_s=15.0 * GBIT,  # assumed equal to a vSphere stream
    automatic_streams_since=None,
    max_bandwidth_bytes_per_s=128.0 * 2**20,  # [R] MAX_THROTTLE
)
