"""IP networks: one for each prefix and VLAN."""

from __future__ import annotations

import functools
import ipaddress

from vmotion_gui.importers.rvtools.draft import Draft
from vmotion_gui.inventory import entities as e

_ASSUMED = ipaddress.ip_network("172.31.0.0/16")


@functools.lru_cache(maxsize=65536)
def address(text: str) -> str:
    """The IP address that a text is, as it is usually written; "" if it is none."""
    try:
        return str(ipaddress.ip_address(text))
    except ValueError:
        return ""


class Subnets:
    """The subnets so far."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._ids: dict[tuple[str, int], str] = {}
        self._gateways: dict[str, str] = {}
        self._assumed: dict[str, tuple[str, ...]] = {}
        self._names: dict[str, str] = {}
        self._assumed_pool = _ASSUMED.subnets(new_prefix=22)

    def of(self, ip: str, mask: str, vlan: int, gateway: str = "") -> str:
        """Id of the subnet of an address with its mask ("255.255.255.0" or "24"); "" if they are none."""
        try:
            network = ipaddress.ip_network(f"{ip}/{mask}", strict=False)
        except ValueError:
            return ""
        id_ = self._id(str(network), vlan)
        if gateway and address(gateway) and ipaddress.ip_address(gateway) in network:
            self._gateways.setdefault(id_, address(gateway))
        return id_

    def guessed(self, cidr: str, vlan: int) -> str:
        """Id of a subnet whose mask is a guess."""
        known = (cidr, vlan) in self._ids
        id_ = self._id(cidr, vlan)
        if not known:
            self._assumed[id_] = ("cidr",)
        return id_

    def assumed(self, name: str) -> str:
        """Id of a subnet that is made up, with a prefix that the export does not use."""
        used = {cidr for cidr, _ in self._ids}
        cidr = next(str(network) for network in self._assumed_pool if str(network) not in used)
        id_ = self._id(cidr, 0)
        self._assumed[id_] = ("*",)
        self._names[id_] = name
        return id_

    def _id(self, cidr: str, vlan: int) -> str:
        key = (cidr, vlan)
        if key not in self._ids:
            self._ids[key] = self._draft.ids.make(f"subnet:{cidr}" + (f"/vlan{vlan}" if vlan else ""), "")
        return self._ids[key]

    def finish(self) -> None:
        """Make the entities."""
        for (cidr, vlan), id_ in self._ids.items():
            self._draft.entities.append(
                e.Subnet(
                    id=id_,
                    name=self._names.get(id_, cidr),
                    cidr=cidr,
                    vlan=vlan,
                    gateway=self._gateways.get(id_, ""),
                    assumed=self._assumed.get(id_, ()),
                )
            )
