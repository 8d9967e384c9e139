"""Numbers with the range in which they make sense; the schema and the document's checks read the ranges from
here.
"""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

_EIB = 1 << 60

Bytes = Annotated[int, Meta(ge=0, le=_EIB)]
"""A size in bytes, up to 1 EiB."""
PositiveBytes = Annotated[int, Meta(ge=1, le=_EIB)]
"""A size in bytes of something that cannot be empty."""
Count = Annotated[int, Meta(ge=0, le=1_000_000_000)]
PositiveCount = Annotated[int, Meta(ge=1, le=1_000_000_000)]
Megahertz = Annotated[int, Meta(ge=0, le=1_000_000_000)]
LinkSpeed = Annotated[int, Meta(ge=0, le=10_000_000_000_000)]
"""Bits per second of a physical adapter; 0: the link is down."""
Bandwidth = Annotated[float, Meta(gt=0.0, le=1e15)]
"""Bits or bytes per second of something that carries data."""
Rate = Annotated[float, Meta(ge=0.0, le=1e15)]
"""Something per second."""
Seconds = Annotated[float, Meta(ge=0.0, le=1e12)]
Fraction = Annotated[float, Meta(ge=0.0, le=1.0)]
"""A share from 0 to 1."""
OpenFraction = Annotated[float, Meta(gt=0.0, lt=1.0)]
"""A share between 0 and 1, neither of them included."""
PositiveFraction = Annotated[float, Meta(gt=0.0, le=1.0)]
"""A share above 0, up to 1."""
Exponent = Annotated[float, Meta(ge=0.0, le=10.0)]
Vlan = Annotated[int, Meta(ge=0, le=4095)]
"""A VLAN id; 0: none, 4095: all of them (a trunk)."""
Mtu = Annotated[int, Meta(ge=576, le=9216)]
HardwareVersion = Annotated[int, Meta(ge=3, le=99)]
"""NN of vmx-NN."""
Percent = Annotated[int, Meta(ge=0, le=100)]
MigrationThreshold = Annotated[int, Meta(ge=1, le=5)]
Shares = Annotated[int, Meta(ge=1, le=100)]
"""Network I/O Control's shares."""
Seed = Annotated[int, Meta(ge=0, le=(1 << 63) - 1)]
"""Where random numbers start."""
Name = Annotated[str, Meta(min_length=1)]
"""A text that is not empty."""
