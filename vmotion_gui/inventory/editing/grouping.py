"""Which fields of an entity stand together in its form, the everyday ones first.

What a person changes often is in the first groups; what stands for a rare case of a rule is in "advanced".
"""

from __future__ import annotations

from typing import Any

from vmotion_gui.inventory import entities as e

HIDDEN = frozenset({"assumed", "services_origin"})
"""What an import notes about a value's origin; it follows from what a person enters."""

GROUPS: dict[type[Any], tuple[tuple[str, tuple[str, ...]], ...]] = {
    e.VCenter: (
        ("general", ("id", "name", "version", "edition", "sso_domain", "instance_uuid")),
        ("advanced", ("vgpu_hot_migrate_enabled", "virtual_intranet_test", "blocked_mac_addresses")),
    ),
    e.Cluster: (
        ("general", ("id", "name", "datacenter", "folder")),
        ("drs", ("drs",)),
        ("ha", ("das",)),
        ("evc", ("evc_mode_key",)),
        ("rules", ("rules",)),
    ),
    e.ResourcePool: (
        ("general", ("id", "name", "parent", "vapp")),
        (
            "resources",
            (
                "cpu_reservation_mhz",
                "cpu_limit_mhz",
                "memory_reservation_bytes",
                "memory_limit_bytes",
                "expandable_reservation",
            ),
        ),
    ),
    e.Switch: (
        ("general", ("id", "name", "distributed", "datacenter", "version", "vendor", "under_maintenance")),
        ("members", ("hosts",)),
        ("properties", ("mtu", "ports", "notify_switches", "data_path")),
        ("ioControl", ("io_control", "allocations")),
    ),
    e.PortGroup: (
        ("general", ("id", "name", "switch", "vlan", "subnet")),
        ("shaping", ("shaping_out_bits_per_s", "shaping_in_bits_per_s")),
        ("security", ("promiscuous_mode", "mac_changes", "forged_transmits")),
    ),
    e.DatastoreCluster: (
        ("general", ("id", "name", "datacenter")),
        ("storageDrs", ("storage_drs",)),
    ),
    e.Datastore: (
        ("general", ("id", "name", "datacenter", "cluster", "type")),
        (
            "capacity",
            ("capacity_bytes", "free_bytes", "read_bandwidth_bytes_per_s", "write_bandwidth_bytes_per_s"),
        ),
        ("state", ("accessible", "maintenance_mode")),
    ),
    e.Host: (
        ("general", ("id", "name", "datacenter", "cluster", "folder", "version", "build")),
        (
            "hardware",
            (
                "cpu_vendor",
                "cpu_model",
                "max_evc_mode_key",
                "sockets",
                "cores",
                "hyperthreading",
                "cpu_mhz",
                "memory_bytes",
                "cpu_features",
            ),
        ),
        ("vmkAdapters", ("vmk_adapters",)),
        ("physicalAdapters", ("pnics",)),
        ("storage", ("mounts", "local_swap_datastore", "vsan_capacity_bytes", "vsan_components", "rdm_luns")),
        (
            "state",
            (
                "connection_state",
                "power_state",
                "maintenance_state",
                "in_quarantine_mode",
                "das_state",
                "component_failed",
                "agent_vms_deployed",
            ),
        ),
        (
            "vmotion",
            (
                "vmotion_supported",
                "storage_vmotion_supported",
                "encrypted_vmotion_supported",
                "vmotion_with_storage_vmotion_supported",
                "vmotion_across_network_supported",
                "remote_device_vmotion_supported",
                "unshared_swap_vmotion_supported",
                "raw_device_mappings_supported",
                "usb_remote_backing",
                "max_disks_storage_vmotion",
            ),
        ),
        (
            "advanced",
            (
                "licence_features",
                "licence_max_vms",
                "licence_max_cpus",
                "max_vms",
                "gpu_profiles",
                "key_providers",
                "wake_on_lan_supported",
                "max_video_ram_bytes",
                "unsupported_devices",
                "device_backings",
                "unsupported_guest_ids",
            ),
        ),
    ),
    e.VirtualMachine: (
        ("general", ("id", "name", "host", "resource_pool", "folder", "template", "annotation")),
        (
            "hardware",
            (
                "cpus",
                "cores_per_socket",
                "memory_bytes",
                "cpu_reservation_mhz",
                "memory_reservation_bytes",
                "hardware_version",
                "firmware",
                "secure_boot",
                "guest_id",
            ),
        ),
        ("disks", ("disks", "config_datastore", "config_path", "snapshot_directory", "swap_placement")),
        ("networkAdapters", ("nics",)),
        ("workload", ("workload",)),
        (
            "memory",
            ("touched_memory_bytes", "swapped_memory_bytes", "ballooned_memory_bytes", "memory_layout"),
        ),
        (
            "state",
            (
                "power_state",
                "connection_state",
                "powering_on",
                "tools_running",
                "tools_installer_mounted",
                "guest_heartbeat",
                "question",
                "locked_files",
            ),
        ),
        ("devices", ("devices", "video_3d_renderer", "video_ram_bytes", "vpmc_enabled")),
        ("snapshots", ("snapshots", "linked_clone")),
        (
            "cpuCompatibility",
            (
                "evc_mode_key",
                "min_required_evc_mode_key",
                "required_cpu_features",
                "cpu_feature_mask",
                "cpu_affinity",
                "memory_affinity",
            ),
        ),
        (
            "vmotion",
            (
                "migrate_encryption",
                "encrypted",
                "key_provider",
                "drs_behavior",
                "latency_sensitivity",
                "fault_tolerance",
                "fault_tolerance_secondary_host",
                "disabled_methods",
                "instance_uuid",
                "bios_uuid",
            ),
        ),
    ),
}
"""Entity -> its groups with their fields. An entity that is not named has one group of all fields, "general"."""


def groups_of(kind: type[Any], names: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The groups of an entity whose form shows the fields `names`."""
    return GROUPS.get(kind, (("general", names),))
