"""What a cluster does by itself: its DRS and its HA, with the vSphere API's names."""

from __future__ import annotations

from typing import Literal

import msgspec

from vmotion_gui.inventory import quantities as q

AdmissionControlPolicy = Literal["failoverLevel", "failoverResources", "failoverHost"]
"""Slots for a number of failed hosts, a share of the cluster's resources, or dedicated hosts
(`ClusterFailoverLevelAdmissionControlPolicy` and its siblings).
"""
DrsBehavior = Literal["manual", "partiallyAutomated", "fullyAutomated"]


class Part(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of an entity, without an id of its own."""


class DrsConfig(Part, frozen=True, kw_only=True):
    """`ClusterDrsConfigInfo`. Migration threshold 1 (conservative) to 5 (aggressive)."""

    enabled: bool = True
    default_vm_behavior: DrsBehavior = "fullyAutomated"
    migration_threshold: q.MigrationThreshold = 3


class DasConfig(Part, frozen=True, kw_only=True):
    """HA (`ClusterDasConfigInfo`): admission control keeps room for the VMs of `failover_level`
    failed hosts.
    """

    enabled: bool = True
    admission_control_enabled: bool = True
    admission_control_policy: AdmissionControlPolicy = "failoverResources"
    """How room is counted; a cluster with `failover_hosts` has "failoverHost" in any case."""
    failover_level: q.Count = 1
    auto_compute_percentages: bool = True
    """Whether the percentages follow from `failover_level`: the share of so many of the largest hosts."""
    cpu_failover_resources_percent: q.Percent = 25
    memory_failover_resources_percent: q.Percent = 25
    slot_cpu_mhz: q.Megahertz = 0
    slot_memory_bytes: q.Bytes = 0
    failover_hosts: tuple[str, ...] = ()
    """Dedicated failover hosts, which take no VMs."""

    @property
    def policy(self) -> AdmissionControlPolicy:
        """The policy that counts."""
        return "failoverHost" if self.failover_hosts else self.admission_control_policy
