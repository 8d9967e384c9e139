"""New addresses for old ones: a subnet becomes a private one of the same size, its addresses keep their place in it."""

from __future__ import annotations

import bisect
import ipaddress
from collections.abc import Iterable

Network = ipaddress.IPv4Network | ipaddress.IPv6Network
Address = ipaddress.IPv4Address | ipaddress.IPv6Address

_POOLS: dict[int, Network] = {4: ipaddress.ip_network("10.0.0.0/8"), 6: ipaddress.ip_network("fd00::/8")}
_LONE_PREFIX = {4: 24, 6: 64}
"""The subnet that an address without one is taken to be in."""


class HiddenAddresses:
    """Maps networks and addresses into private space, never onto one that the original uses."""

    def __init__(self, originals: Iterable[str]) -> None:
        """`originals`: every text of the document; those that are addresses are kept clear of."""
        used: dict[int, set[int]] = {4: set(), 6: set()}
        for text in originals:
            bare = text.partition("/")[0]
            if bare[:1].isalnum() and ("." in bare or ":" in bare) and (address := _address(bare)) is not None:
                used[address.version].add(int(address))
        self._used = {version: sorted(numbers) for version, numbers in used.items()}
        self._next = {version: int(pool.network_address) for version, pool in _POOLS.items()}
        self._networks: dict[Network, Network] = {}
        self._prefixes: dict[int, set[int]] = {4: set(), 6: set()}

    def network(self, text: str) -> str:
        """The new network; "" for a text that is none."""
        try:
            return str(self._mapped(ipaddress.ip_network(text, strict=False)))
        except ValueError:
            return ""

    def address(self, text: str) -> str:
        """The new address; "" for a text that is none."""
        address = _address(text)
        if address is None:
            return ""
        home = self._home(address)
        offset = int(address) - int(home.network_address)
        return str(self._mapped(home).network_address + offset)

    def _home(self, address: Address) -> Network:
        for prefix in sorted(self._prefixes[address.version], reverse=True):
            network = ipaddress.ip_network(f"{address}/{prefix}", strict=False)
            if network in self._networks:
                return network
        return ipaddress.ip_network(f"{address}/{_LONE_PREFIX[address.version]}", strict=False)

    def _mapped(self, network: Network) -> Network:
        if network not in self._networks:
            self._networks[network] = self._free(network.version, network.prefixlen)
            self._prefixes[network.version].add(network.prefixlen)
        return self._networks[network]

    def _free(self, version: int, prefix: int) -> Network:
        """The next private network of this size in which no original address lies."""
        size = 1 << ((32 if version == 4 else 128) - prefix)
        start = -(-self._next[version] // size) * size
        used = self._used[version]
        while (at := bisect.bisect_left(used, start)) < len(used) and used[at] < start + size:
            start += size
        self._next[version] = start + size
        address = ipaddress.IPv4Address(start) if version == 4 else ipaddress.IPv6Address(start)
        return ipaddress.ip_network(f"{address}/{prefix}")


def _address(text: str) -> Address | None:
    try:
        return ipaddress.ip_address(text)
    except ValueError:
        return None
