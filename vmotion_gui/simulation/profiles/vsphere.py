"""vMotion, vSphere 6.7 to 8.0."""

from __future__ import annotations

from vmotion_gui.simulation.profiles.profile import GBIT, Profile

VSPHERE = Profile(
    name="vsphere",
    loop="passes",
    stop_rule="switchoverGoal",
    # [D] a traced page is armed again as it is sent; the model's largest single choice.
    dirty_tracking="afterOwnSend",
    switchover_goal_s=0.5,  # [R] Broadcom KB 436882
    page_header_bytes=8,  # assumed, as QEMU's
    zero_page_bytes=8,  # assumed: a zero page is marked, not sent
    # [D] "hundreds of seconds in sum" for 6 TB up to 6.7 (Ryan, VMworld 2020): about 200 s for 1.6e9 pages
    trace_install_s_per_page=1.2e-7,
    loose_trace_install_s_per_page=7.5e-9,  # assumed: a sixteenth, for traces on larger units
    trace_fault_s=2e-6,  # assumed: leaving the guest and coming back
    reserves_cpu=True,  # [R] frankdenneman.nl 2018
    throttles=True,  # [R] SDPS, yellow-bricks 2012
    throttle_margin=0.9,  # [D] migration model, section 4.3
    max_switchover_s=100.0,  # [R] vmotion.maxSwitchoverSeconds, Broadcom KB 314376
    check_s=1.2,  # assumed
    prepare_s=1.5,  # assumed
    quiesce_s=0.02,  # assumed
    device_state_s=0.04,  # assumed; with the rest below 1 s of stun (mysticmarvin.eu)
    resume_s=0.1,  # assumed
    announce_s=0.05,  # assumed; [R] usually below 1 s (Broadcom KB 343401)
    clean_up_s=0.8,  # assumed
    roll_back_s=0.5,  # assumed
    network_timeout_s=20.0,  # assumed: Migrate.NetworkTimeout
    stream_bytes_per_s=15.0 * GBIT,  # [R] VMware, vSphere 7.0 U2
    encryption_cycles_per_byte=1.25,  # assumed: AES-GCM with a CPU's own instructions, 16.6 Gbit/s on 2.6 GHz
    automatic_streams_since=(7, 0, 2),  # [R]
    window_bytes=0.5e6,  # [R] yellow-bricks 2011, Metro vMotion
    nfc_bytes_per_s=1.3 * GBIT,  # [R] VMware, Unified Data Transport
    udt_bytes_per_s=80.0 * GBIT,  # [R] same
    parallel_disks=4,  # [R] cormachogan.com 2012, vSphere 5.1 storage enhancements, part 7
)
