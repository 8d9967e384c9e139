"""The profiles by name, and how a lab changes one."""

from __future__ import annotations

import dataclasses

import msgspec

from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.qemu import QEMU
from vmotion_gui.simulation.profiles.simgrid import SIMGRID
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.profiles.xen import XEN

PROFILES: dict[str, Profile] = {profile.name: profile for profile in (VSPHERE, QEMU, XEN, SIMGRID)}


def profile_of(lab: Lab) -> Profile:
    """The lab's profile with the lab's settings."""
    profile = PROFILES[lab.profile]
    if lab.profile_settings is None:
        return profile
    settings = msgspec.structs.asdict(lab.profile_settings)
    return dataclasses.replace(profile, **{name: value for name, value in settings.items() if value is not None})
