"""Who takes what of a link at the moment, as the picture tells it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication

from vmotion_gui.gui import words
from vmotion_gui.gui.topology.facts import percent
from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.simulation.status import LinkLoad


class Share(NamedTuple):
    """What a migration gets of one link."""

    bytes_per_s: float
    share: float
    """Of what the link can carry, 0 to 1."""
    link: str
    """As `LinkLoad.link`."""


class Loads:
    """All links that carry something now."""

    def __init__(self, found: Sequence[LinkLoad] = ()) -> None:
        self._found = [load for load in found if load.migrations]
        self.used: dict[str, float] = {}
        """Network link or datastore -> how full its fuller direction is, 0 to 1."""
        self._tightest: dict[str, Share] = {}
        for load in self._found:
            capacity = max(load.capacity_bytes_per_s, 1.0)
            if "/" not in load.link:
                self.used[load.link] = max(self.used.get(load.link, 0.0), load.used_bytes_per_s / capacity)
            for migration, rate in load.migrations.items():
                share = Share(rate, rate / capacity, load.link)
                if share.share > self._tightest.get(migration, Share(0.0, -1.0, "")).share:
                    self._tightest[migration] = share

    def tightest(self, migration: str) -> Share | None:
        """The link of which a migration takes most; None while it sends nothing."""
        return self._tightest.get(migration)

    def lines(self, object_: str, inventory: Inventory, vm_of: dict[str, str]) -> list[str]:
        """What a host's adapters, a network link or a datastore carry, and for whom; `vm_of`: migration -> VM."""
        text = QCoreApplication.translate("Loads", "{link} {direction}: {used} of {capacity} · {shares}")
        lines = []
        for load in self._found:
            owner, _, device = load.link.partition("/")
            if owner != object_:
                continue
            shares = [
                f"{_name(inventory, vm_of.get(id_, ''))} {percent(rate / max(load.capacity_bytes_per_s, 1.0))}"
                for id_, rate in sorted(load.migrations.items(), key=lambda item: -item[1])
            ]
            others = sum(load.others.values())
            if others:
                other = QCoreApplication.translate("Loads", "other traffic")
                shares.append(f"{other} {percent(others / max(load.capacity_bytes_per_s, 1.0))}")
            used, capacity = (
                words.quantity(value, "bytes_per_s") for value in (load.used_bytes_per_s, load.capacity_bytes_per_s)
            )
            direction = _direction(load.direction)
            lines.append(
                text.format(
                    link=device, direction=direction, used=used, capacity=capacity, shares=" · ".join(shares)
                ).strip()
            )
        return lines


def share_text(share: Share, inventory: Inventory) -> str:
    """ "588 MB/s = 50 % of vmnic0"."""
    owner, _, device = share.link.partition("/")
    text = QCoreApplication.translate("Loads", "{rate} = {percent} of {link}")
    rate = words.quantity(share.bytes_per_s, "bytes_per_s")
    return text.format(rate=rate, percent=percent(share.share), link=device or _name(inventory, owner))


def _direction(direction: str) -> str:
    names = {
        "tx": QCoreApplication.translate("Loads", "sends"),
        "rx": QCoreApplication.translate("Loads", "receives"),
        "read": QCoreApplication.translate("Loads", "reads"),
        "write": QCoreApplication.translate("Loads", "writes"),
        "ab": QCoreApplication.translate("Loads", "there"),
        "ba": QCoreApplication.translate("Loads", "back"),
    }
    return names[direction]


def _name(inventory: Inventory, id_: str) -> str:
    entity = inventory.get(id_)
    return entity.name if entity is not None else id_
