"""EVC modes: baselines of processor features, oldest first, one sequence per vendor.

A host that supports a mode supports the older ones of its sequence too (VMware KB 1003212); no mode crosses vendors (KB
313545). Opteron generation 3 without 3DNow! is common to the older and the newer AMD sequence, generation 3 is not.
The features that each mode adds are those of KB 1003212 and of the makers' manuals for that generation, the ones that
people meet in guests.
"""

from __future__ import annotations

import functools

from vmotion_gui.inventory.entities import Host, VirtualMachine
from vmotion_gui.inventory.estate import Inventory

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
PER_VM_HARDWARE_VERSION = 14
"""Virtual hardware from which on a VM can have an EVC mode of its own (vSphere 6.7)."""

_ADDED: dict[str, str] = {
    "intel-merom": "sse3 ssse3 cmpxchg16b nx lm",
    "intel-penryn": "sse41",
    "intel-nehalem": "sse42 popcnt",
    "intel-westmere": "aes pclmulqdq",
    "intel-sandybridge": "avx xsave",
    "intel-ivybridge": "f16c fsgsbase rdrand smep enfstrg",
    "intel-haswell": "avx2 bmi1 bmi2 fma movbe invpcid",
    "intel-broadwell": "adx rdseed smap prefetchw",
    "intel-skylake": "avx512f avx512cd avx512bw avx512dq avx512vl clwb clflushopt xsavec xsaves pku",
    "intel-cascadelake": "avx512vnni xgetbv_ecx_1",
    "intel-icelake": "avx512ifma avx512vbmi avx512vbmi2 avx512bitalg sha vaes gfni rdpid umip wbnoinvd fsrm",
    "intel-sapphirerapids": "amx_tile amx_int8 amx_bf16 avx512bf16 avx512fp16 avxvnni cet_ss cet_ibt",
    "amd-rev-e": "sse3 nx lm",
    "amd-rev-f": "cmpxchg16b rdtscp",
    "amd-greyhound-no3dnow": "sse4a misaligned_sse popcnt abm",
    "amd-greyhound": "3dnow 3dnowplus",
    "amd-bulldozer": "ssse3 sse41 sse42 aes pclmulqdq avx xsave xop fma4",
    "amd-piledriver": "f16c fma bmi1 tbm",
    "amd-steamroller": "fsgsbase xsaveopt",
    "amd-zen": "avx2 bmi2 movbe rdrand rdseed adx smep smap clflushopt xsavec xsaves sha clzero",
    "amd-zen2": "clwb rdpid umip wbnoinvd xgetbv_ecx_1",
    "amd-zen3": "vaes vpclmulqdq invpcid pku cet_ss",
    "amd-zen4": "avx512f avx512cd avx512bw avx512dq avx512vl avx512ifma avx512vbmi avx512vbmi2 avx512vnni gfni",
}
_REMOVED = {"amd-zen": "xop fma4 tbm", "amd-bulldozer": "3dnow 3dnowplus"}
"""What a mode no longer has that the one before it had."""


def name(key: str) -> str:
    """The mode's name for people; the key itself where it is not known."""
    return _NAMES.get(key, key)


def vendor(key: str) -> str:
    """ "intel" or "amd" by the key's first word."""
    return key.split("-", 1)[0]


def track(key: str) -> tuple[str, ...]:
    """The sequence that a mode belongs to, oldest first; empty for an unknown key."""
    return next((keys for modes in (INTEL, AMD) if key in (keys := tuple(k for k, _ in modes))), ())


@functools.cache
def features(key: str) -> frozenset[str]:
    """The processor features of a mode as "cpuid.<name>", those of older modes too; none for an unknown key."""
    found: set[str] = set()
    for mode in track(key):
        found -= {f"cpuid.{word}" for word in _REMOVED.get(mode, "").split()}
        found |= {f"cpuid.{word}" for word in _ADDED[mode].split()}
        if mode == key:
            break
    return frozenset(found)


def masked(key: str, host_key: str) -> tuple[str, ...]:
    """What a mode hides from the guests of a host whose newest mode is `host_key`, sorted."""
    return tuple(sorted(features(host_key) - features(key)))


@functools.cache
def supports(host_key: str, needed_key: str) -> bool:
    """Whether a host whose newest mode is `host_key` offers the mode `needed_key`; no need is always met.

    An unknown key is supported by itself only.
    """
    if not needed_key or host_key == needed_key:
        return True
    keys = track(host_key)
    if needed_key not in keys or needed_key == _AMD_OLD_END:
        return False
    return keys.index(needed_key) <= keys.index(host_key)


def offered(inventory: Inventory, host: Host) -> str:
    """The mode whose features a VM sees that is powered on there: the cluster's, else all that the host has."""
    cluster = inventory.clusters.get(host.cluster)
    return (cluster.evc_mode_key if cluster else "") or host.max_evc_mode_key


def offered_features(inventory: Inventory, host: Host) -> frozenset[str]:
    """What a VM can use there: the mode's features and, outside EVC, what the host has beyond; less what it lacks."""
    mode = offered(inventory, host)
    cluster = inventory.clusters.get(host.cluster)
    extra = () if cluster and cluster.evc_mode_key else host.cpu_features
    lacking = {feature.removeprefix("-") for feature in host.cpu_features if feature.startswith("-")}
    return (features(mode) | {feature for feature in extra if not feature.startswith("-")}) - lacking


def needed(inventory: Inventory, vm: VirtualMachine) -> str:
    """The mode whose features a running or suspended VM saw at power-on.

    That is what `min_required_evc_mode_key` says; without it the VM's own mode or what its host offers now.
    """
    return vm.min_required_evc_mode_key or at_power_on(inventory, vm, inventory.hosts[vm.host])


def at_power_on(inventory: Inventory, vm: VirtualMachine, host: Host) -> str:
    """The mode that a VM would need from then on if it were powered on on this host: per-VM EVC only lowers it."""
    here = offered(inventory, host)
    return vm.evc_mode_key if vm.evc_mode_key and supports(here, vm.evc_mode_key) else here
