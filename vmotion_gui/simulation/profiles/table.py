"""The profiles by name, and how a lab changes one."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable

import msgspec

from vmotion_gui.inventory.hypervisor import ProfileName, ProfileSettings
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.simulation.profiles.comparison import POST_COPY, STOP_AND_COPY
from vmotion_gui.simulation.profiles.profile import Profile
from vmotion_gui.simulation.profiles.qemu import QEMU
from vmotion_gui.simulation.profiles.simgrid import SIMGRID
from vmotion_gui.simulation.profiles.vsphere import VSPHERE
from vmotion_gui.simulation.profiles.xen import XEN, XEN_ADAPTIVE, XEN_CLASSIC

_ALL = (VSPHERE, QEMU, XEN, XEN_CLASSIC, XEN_ADAPTIVE, STOP_AND_COPY, POST_COPY, SIMGRID)
PROFILES: dict[str, Profile] = {profile.name: profile for profile in _ALL}


def profile_of(lab: Lab) -> Profile:
    """The lab's profile with the lab's settings."""
    profile = PROFILES[lab.profile]
    return profile if lab.profile_settings is None else changed(profile, lab.profile_settings)


def changed(profile: Profile, settings: ProfileSettings) -> Profile:
    """The profile with these settings."""
    values = msgspec.structs.asdict(settings)
    return dataclasses.replace(profile, **{name: value for name, value in values.items() if value is not None})


def as_by_default(profile: Profile, names: Iterable[str]) -> Profile:
    """The profile with these constants as its hypervisor has them by itself."""
    own = PROFILES.get(profile.name, profile)
    return dataclasses.replace(profile, **{name: getattr(own, name) for name in names})


def by_rules_of(lab: Lab, profile: ProfileName) -> Lab:
    """The same lab, played by another hypervisor; settings of its own profile do not apply to that."""
    if profile == lab.profile:
        return lab
    return msgspec.structs.replace(lab, profile=profile, profile_settings=_common(lab.profile_settings))


def _common(settings: ProfileSettings | None) -> ProfileSettings | None:
    """What of a lab's settings means the same under every profile."""
    if settings is None or settings.random_pages is None:
        return None
    return ProfileSettings(random_pages=settings.random_pages)
