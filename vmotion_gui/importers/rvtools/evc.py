"""Which EVC mode a processor reaches, and which of two modes is the higher one.

The modes and their order are those of the compatibility rules. Processor families by their model numbers: Xeon
Scalable's second digit is its generation, the E-family's "v2" to "v4", EPYC's last digit.
"""

from __future__ import annotations

import re
from typing import Literal

from vmotion_gui.compatibility.evc import AMD, INTEL

DEFAULT: dict[Literal["intel", "amd"], str] = {"intel": "intel-skylake", "amd": "amd-zen"}
_LEVEL = {mode: level for modes in (INTEL, AMD) for level, (mode, _) in enumerate(modes)}

_MODELS = (
    (re.compile(r"(platinum|gold|silver|bronze)\s+\d1\d\d", re.I), "intel-skylake"),
    (re.compile(r"(platinum|gold|silver|bronze)\s+\d2\d\d", re.I), "intel-cascadelake"),
    (re.compile(r"(platinum|gold|silver)\s+\d3\d\d", re.I), "intel-icelake"),
    (re.compile(r"(platinum|gold|silver|bronze)\s+\d[45]\d\d", re.I), "intel-sapphirerapids"),
    (re.compile(r"E[57]-\d+\w*\s+v4", re.I), "intel-broadwell"),
    (re.compile(r"E[57]-\d+\w*\s+v3", re.I), "intel-haswell"),
    (re.compile(r"E[57]-\d+\w*\s+v2", re.I), "intel-ivybridge"),
    (re.compile(r"E5-\d{4}", re.I), "intel-sandybridge"),
    (re.compile(r"(E7-\d{4}|[XEL]56\d\d)", re.I), "intel-westmere"),
    (re.compile(r"[XEL]55\d\d", re.I), "intel-nehalem"),
    (re.compile(r"EPYC\s+9\w{2}4", re.I), "amd-zen4"),
    (re.compile(r"EPYC\s+7\w{2}3", re.I), "amd-zen3"),
    (re.compile(r"EPYC\s+7\w{2}2", re.I), "amd-zen2"),
    (re.compile(r"EPYC\s+7\w{2}1", re.I), "amd-zen"),
)


def vendor(text: str) -> Literal["intel", "amd"] | None:
    """The maker that a CPU model or an EVC mode names; None if it names none."""
    found = re.search(r"intel|xeon|amd|epyc|opteron", text, re.IGNORECASE)
    if found is None:
        return None
    return "intel" if found[0].casefold() in ("intel", "xeon") else "amd"


def of_model(model: str) -> str:
    """The highest EVC mode of a CPU model; "" for a model that is not in the table."""
    return next((mode for pattern, mode in _MODELS if pattern.search(model)), "")


def known(mode: str) -> bool:
    """Whether this is an EVC mode of the table."""
    return mode in _LEVEL


def higher(first: str, second: str) -> str:
    """The higher of two modes. What is no known mode, or another maker's than the first, does not count."""
    if second not in _LEVEL or (first in _LEVEL and vendor(first) != vendor(second)):
        return first
    return second if first not in _LEVEL or _LEVEL[second] > _LEVEL[first] else first
