"""EVC sequences: older modes are supported, newer and other vendors' are not."""

from __future__ import annotations

import itertools

import pytest

from vmotion_gui.compatibility import evc


@pytest.mark.parametrize("track", [evc.INTEL, evc.AMD])
def test_a_newer_host_offers_older_modes_only(track: tuple[tuple[str, str], ...]) -> None:
    keys = [key for key, _ in track]
    assert evc.supports(keys[-1], keys[0])
    assert not evc.supports(keys[0], keys[-1])
    assert all(evc.supports(key, key) for key in keys)


def test_no_mode_crosses_vendors() -> None:
    assert not evc.supports("amd-zen4", "intel-merom")
    assert not evc.supports("intel-sapphirerapids", "amd-rev-e")


def test_opteron_generation_3_ends_its_sequence() -> None:
    assert evc.supports("amd-bulldozer", "amd-greyhound-no3dnow")
    assert not evc.supports("amd-bulldozer", "amd-greyhound")


def test_unknown_modes_support_themselves() -> None:
    assert evc.supports("intel-future", "intel-future")
    assert not evc.supports("intel-future", "intel-merom")
    assert evc.supports("intel-merom", "")


@pytest.mark.parametrize("track", [evc.INTEL, evc.AMD])
def test_a_newer_mode_has_what_an_older_one_has(track: tuple[tuple[str, str], ...]) -> None:
    keys = [key for key, _ in track]
    for older, newer in itertools.pairwise(keys):
        added = evc.features(newer) - evc.features(older)
        assert added, newer
        if (older, newer) not in LESS:
            assert evc.features(older) < evc.features(newer)
            assert set(evc.masked(older, newer)) == added


LESS = {("amd-greyhound", "amd-bulldozer"), ("amd-steamroller", "amd-zen")}
"""3DNow! ended with the old Opterons; XOP, FMA4 and TBM with Zen."""


def test_what_the_modes_are_known_for() -> None:
    assert "cpuid.aes" in evc.features("intel-westmere") - evc.features("intel-nehalem")
    assert "cpuid.avx512f" in evc.features("intel-skylake") - evc.features("intel-broadwell")
    assert "cpuid.avx2" in evc.features("amd-zen") - evc.features("amd-steamroller")
    assert "cpuid.xop" not in evc.features("amd-zen")
    assert evc.features("intel-future") == frozenset()
    assert evc.masked("intel-icelake", "intel-icelake") == ()
