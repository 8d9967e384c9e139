"""Runs on a Dask cluster; needs the extra `dask`."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any

from vmotion_gui.messages import message
from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.runs import Plan, Run, RunFigures, figures_of
from vmotion_gui.simulation.sweeps.workers import OnDone, chunks_of

_CONNECT_S = 10


def run_on_cluster(plan: Plan, runs: Sequence[Run], address: str, on_done: OnDone) -> tuple[RunFigures, ...]:
    """All runs in order, by the workers of a scheduler ("tcp://10.0.0.5:8786"), which need this package too.

    SweepError if Dask is not installed, the scheduler does not answer, a run cannot be made, or runs kill workers.
    """
    try:
        distributed: Any = importlib.import_module("distributed")
    except ImportError as error:
        raise SweepError(message("sweep.dask.missing")) from error
    try:
        client = distributed.Client(address, timeout=_CONNECT_S, set_as_default=False)
    except (OSError, ValueError, TimeoutError) as error:
        raise SweepError(message("sweep.dask.unreachable", address=address, reason=str(error))) from error
    finished: dict[int, RunFigures] = {}
    with client:
        workers = max(1, len(client.scheduler_info(n_workers=-1)["workers"]))
        # a task, not scattered data: what a dead worker held is made again
        known = client.submit(_same, plan, pure=False)
        futures = [client.submit(_run_chunk, known, chunk, pure=False) for chunk in chunks_of(runs, workers)]
        try:
            for future in distributed.as_completed(futures, loop=client.loop):
                finished |= {one.index: one for one in future.result()}
                on_done(len(finished))
        except distributed.KilledWorker as error:
            raise SweepError(message("sweep.dask.killed", done=len(finished), total=len(runs))) from error
        except BaseException:
            client.cancel(futures)
            raise
    return tuple(finished[run.index] for run in runs)


def _same(plan: Plan) -> Plan:
    return plan


def _run_chunk(plan: Plan, runs: tuple[Run, ...]) -> tuple[RunFigures, ...]:
    return tuple(figures_of(plan, run) for run in runs)
