"""What happens over time: the engine, its events and samples, and the port through which a window drives it.

`simulate(lab)` plays a lab to its end; see docs/python.md.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from vmotion_gui.simulation.run import Result, simulate

__all__ = ["Result", "simulate"]


def __getattr__(name: str) -> Any:
    """The public names come from `simulation/run.py` when they are asked for: its parts import this package."""
    if name not in __all__:
        raise AttributeError(name)
    from vmotion_gui.simulation import run

    return getattr(run, name)
