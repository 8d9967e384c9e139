"""QEMU/KVM's pre-copy, as QEMU 7.2 does it by default."""

from __future__ import annotations

from vmotion_gui.simulation.profiles.profile import Profile

QEMU = Profile(
    name="qemu",
    loop="threshold",
    stop_rule="downtimeLimit",
    dirty_tracking="atSync",  # [R] migration/ram.c
    switchover_goal_s=0.3,  # [R] downtime-limit, migration/options.c
    page_header_bytes=8,  # [R] 4104 bytes a page
    zero_page_bytes=9,  # [R]
    window_s=0.1,  # [R] BUFFER_DELAY
    window_delay_s=0.0001,  # measured, see docs/accuracy.md
    burst_bytes_per_s=1e9,  # measured, while the guest runs
    iteration_s=0.051,  # [R] more than MAX_WAIT (50) whole milliseconds
    iteration_pages=64,  # [R] ram_save_iterate
    zero_page_s=0.5e-6,  # measured
    throttle_yield=1.08,  # measured: a guest under TCG makes up for a part of what it slept
    copying_speed=0.99,  # measured: what copying on the same host takes of a guest
    throttles=False,  # [R] auto-converge is off by default
    check_s=0.0,  # QEMU itself checks nothing beforehand
    prepare_s=0.0024,  # measured: from the command to the first page
    quiesce_s=0.001,  # measured, together with the device state
    device_state_s=0.001,
    announce_s=0.0,  # [R] net/announce.c: the first announcement goes out at once
    resume_s=0.002,  # measured: the destination's share
    clean_up_s=0.0,
    roll_back_s=0.005,  # measured
    network_timeout_s=0.001,  # measured: a connection that breaks is told at once
    stream_bytes_per_s=1.7e9,  # measured, 0.25 to 2.5 GB/s
    automatic_streams_since=None,
    max_bandwidth_bytes_per_s=128.0 * 2**20,  # [R] MAX_THROTTLE
)
