"""Where files go in a plan that is being made, and the space that is left."""

from __future__ import annotations

from typing import NamedTuple

from vmotion_gui.inventory.commands import MigrationSpec
from vmotion_gui.planning.datastores.ground import BoolArray, FloatArray, Ground


class Hop(NamedTuple):
    """One migration of an arrangement."""

    spec: MigrationSpec
    after: tuple[int, ...] = ()
    """Hops that must have made the room before."""
    makes_room: bool = False


class Arrangement:
    """Files that have found a place, in the order in which they did."""

    def __init__(self, ground: Ground) -> None:
        self.ground = ground
        self.free_bytes: FloatArray = ground.free_bytes.copy()
        self.hops: list[Hop] = []
        self.left: list[int] = []
        """VMs that have found none."""

    def fits(self, vm: int) -> BoolArray:
        """(d,) the datastores that may take all of a VM's leaving files, and have the space."""
        fitting: BoolArray = self.ground.allowed(vm) & (self.free_bytes >= self.ground.size_bytes[vm])
        return fitting

    def put(self, hop: Hop) -> None:
        """A migration more: the space that it needs is taken, what it frees on other destinations is there."""
        for store, amount in self.ground.arriving(hop.spec).items():
            if store in self.ground.column:
                self.free_bytes[self.ground.column[store]] -= amount
        self.hops.append(hop)

    @property
    def moved(self) -> frozenset[str]:
        """The VMs that move in it."""
        return frozenset(hop.spec.vm for hop in self.hops)
