"""How many examples a law of the simulation is tried on: 100, or as `--law-examples` says."""

from __future__ import annotations

from hypothesis import settings

law = settings.get_profile("laws")
"""Decorator of every law, above `@given`."""
