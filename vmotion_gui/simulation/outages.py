"""When VMs did not answer: recorded as it happens, read by the service monitor."""

from __future__ import annotations

from vmotion_gui.simulation.state import Outage, State


def begin_outage(state: State, vm: str, *, lost: bool = False) -> None:
    """The VM answers no more. One that is silent already stays so, but may now lose its clients."""
    known = state.outages.get(vm, ())
    if known and known[-1].end_s is None:
        state.outages[vm] = (*known[:-1], known[-1]._replace(lost=known[-1].lost or lost))
    else:
        state.outages[vm] = (*known, Outage(state.now_s, None, lost))


def end_outage(state: State, vm: str) -> None:
    """The VM answers again."""
    known = state.outages.get(vm, ())
    if known and known[-1].end_s is None:
        state.outages[vm] = (*known[:-1], known[-1]._replace(end_s=state.now_s))
