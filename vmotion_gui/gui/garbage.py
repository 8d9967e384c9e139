"""The garbage collector walks over everything that is alive; over a large estate that takes longer than a frame."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager

LARGE_VMS = 5_000
"""From here on a round over all objects is felt."""


class Garbage:
    """Leaves what belongs to a large estate out of the collector's rounds as long as that estate is open."""

    def __init__(self) -> None:
        self._kept = False

    def opened(self, vms: int) -> None:
        """Another estate of so many VMs is going to be shown. What the last one leaves behind is collected now."""
        if self._kept:
            gc.unfreeze()
            gc.collect()
        self._kept = vms >= LARGE_VMS
        if self._kept:
            gc.freeze()


@contextmanager
def resting() -> Iterator[None]:
    """No rounds while very much comes to life at once: each would walk over all that has come so far."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
