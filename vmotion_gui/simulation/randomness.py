"""Random numbers by purpose: each purpose has its own stream, so that one more draw here never changes
another there.
"""

from __future__ import annotations

import numpy as np


def generator(seed: int, *purpose: str) -> np.random.Generator:
    """The stream of a purpose ("sweep", "vm-101"): the same for the same seed and words, on every platform."""
    words = [byte for part in purpose for byte in (*part.encode(), 0)]
    return np.random.Generator(np.random.PCG64(np.random.SeedSequence([seed, *words])))
