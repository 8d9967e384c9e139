"""What a compatibility check answers: reasons, and the verdict that they add up to."""

from __future__ import annotations

import enum
from typing import Literal

import msgspec

from vmotion_gui.messages import Message


class Severity(enum.IntEnum):
    """How bad; the worst one of a check's reasons is its verdict."""

    NONE = 0
    INFO = 1
    WARNING = 2
    ERROR = 3


class MigrationType(enum.Enum):
    """Types of migration, as reference section 2 of VMware's documents tells them apart."""

    VMOTION = "vmotion"
    """Change compute resource only, powered on."""
    STORAGE_VMOTION = "storageVmotion"
    """Change storage only, powered on."""
    XVMOTION = "xvmotion"
    """Change both compute resource and storage, powered on (works without shared storage)."""
    COLD = "cold"
    """Powered off."""
    SUSPENDED = "suspended"


ReasonGroup = Literal["cpu", "capacity", "network", "storage", "devices", "rules", "hostState", "vmState", "licence"]
TestGroup = Literal["sourceTests", "hostTests", "resourcePoolTests", "datastoreTests", "networkTests"]


class Reason(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One reason against (error) or a caution about (warning) a migration.

    Thousands are made for one drag: plain data without cycles, so the garbage collector need not look at them.
    """

    rule: str
    """The rule's id ("vmotion.target", "cpu.features", …)."""
    fault: str
    """The vSphere fault that it stands for ("VMotionNotConfigured"); empty where none was found."""
    severity: Severity
    group: ReasonGroup
    test_group: TestGroup
    text: Message
    """The sentence that an administrator reads."""
    cure: Message
    """What to do about it."""
    objects: tuple[str, ...] = ()
    """Ids of what it is about: VM, host, datastore, port group, …"""
    simplified: bool = False
    """True where no source documents the exact behaviour."""
    help: str = ""
    """Where it is explained, as `Rule.help` writes it; empty for what the engine itself finds."""


class Verdict(msgspec.Struct, frozen=True, kw_only=True):
    """The answer for one VM and one destination: all reasons, errors first."""

    type: MigrationType
    cross_vcenter: bool
    cross_datacenter: bool
    cross_subnet: bool
    reasons: tuple[Reason, ...] = ()

    @property
    def severity(self) -> Severity:
        """The worst severity; NONE if there is no reason at all."""
        return max((reason.severity for reason in self.reasons), default=Severity.NONE)

    @property
    def possible(self) -> bool:
        """Whether the migration may start: there is no error."""
        return self.severity < Severity.ERROR
