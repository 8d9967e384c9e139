"""EVC modes: baselines of processor features, oldest first, one sequence per vendor.

A host that supports a mode supports the older ones of its sequence too (VMware KB 1003212); no mode crosses vendors (KB
313545). Opteron generation 3 without 3DNow! is common to the older and the newer AMD sequence, generation 3 is not.
"""

from __future__ import annotations

import functools

INTEL = (
    ("intel-merom", "Intel Merom"),
    ("intel-penryn", "Intel Penryn"),
    ("intel-nehalem", "Intel Nehalem"),
    ("intel-westmere", "Intel Westmere"),
    ("intel-sandybridge", "Intel Sandy Bridge"),
    ("intel-ivybridge", "Intel Ivy Bridge"),
    ("intel-haswell", "Intel Haswell"),
    ("intel-broadwell", "Intel Broadwell"),
    ("intel-skylake", "Intel Skylake"),
    ("intel-cascadelake", "Intel Cascade Lake"),
    ("intel-icelake", "Intel Ice Lake"),
    ("intel-sapphirerapids", "Intel Sapphire Rapids"),
)
AMD = (
    ("amd-rev-e", "AMD Opteron Generation 1"),
    ("amd-rev-f", "AMD Opteron Generation 2"),
    ("amd-greyhound-no3dnow", "AMD Opteron Generation 3 (no 3DNow!)"),
    ("amd-greyhound", "AMD Opteron Generation 3"),
    ("amd-bulldozer", "AMD Opteron Generation 4"),
    ("amd-piledriver", "AMD Opteron Piledriver"),
    ("amd-steamroller", "AMD Opteron Steamroller"),
    ("amd-zen", "AMD Zen"),
    ("amd-zen2", "AMD Zen 2"),
    ("amd-zen3", "AMD Zen 3"),
    ("amd-zen4", "AMD Zen 4"),
)
_NAMES = dict(INTEL + AMD)
_AMD_OLD_END = "amd-greyhound"


def name(key: str) -> str:
    """The mode's name for people; the key itself where it is not known."""
    return _NAMES.get(key, key)


def vendor(key: str) -> str:
    """ "intel" or "amd" by the key's first word."""
    return key.split("-", 1)[0]


@functools.cache
def supports(host_key: str, needed_key: str) -> bool:
    """Whether a host whose newest mode is `host_key` offers the mode `needed_key`; no need is always met.

    An unknown key is supported by itself only.
    """
    if not needed_key or host_key == needed_key:
        return True
    for track in (INTEL, AMD):
        keys = [key for key, _ in track]
        if host_key in keys and needed_key in keys:
            if needed_key == _AMD_OLD_END:
                return False
            return keys.index(needed_key) <= keys.index(host_key)
    return False
