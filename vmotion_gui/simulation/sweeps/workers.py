"""Runs on this machine's cores. A worker that dies costs only the runs that it had not handed back."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool

from vmotion_gui.messages import message
from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.runs import Plan, Run, RunFigures, figures_of

MAX_POOLS = 4
"""How many pools are tried in a row of which each lost a worker before one run more was finished."""
_CHUNKS_PER_WORKER = 16
_MAX_CHUNK = 32

Work = Callable[[Plan, Run], RunFigures]
OnDone = Callable[[int], None]
"""Called with the number of finished runs."""
_given: list[tuple[Plan, Work]] = []


def default_jobs() -> int:
    """One worker for each core that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def chunks_of(runs: Sequence[Run], workers: int) -> list[tuple[Run, ...]]:
    """Runs in packets that are small beside a worker's whole part."""
    size = max(1, min(_MAX_CHUNK, len(runs) // (workers * _CHUNKS_PER_WORKER)))
    return [tuple(runs[start : start + size]) for start in range(0, len(runs), size)]


def run_here(
    plan: Plan, runs: Sequence[Run], jobs: int, on_done: OnDone, work: Work = figures_of
) -> tuple[RunFigures, ...]:
    """All runs in order. SweepError if a run cannot be made, or workers die again and again."""
    finished: dict[int, RunFigures] = {}
    if jobs == 1 or len(runs) == 1:
        for run in runs:
            finished[run.index] = work(plan, run)
            on_done(len(finished))
    deaths = 0
    while rest := [run for run in runs if run.index not in finished]:
        before = len(finished)
        if not _run_in_pool(plan, rest, min(jobs, len(rest)), on_done, work, finished):
            deaths = deaths + 1 if len(finished) == before else 1
            if deaths >= MAX_POOLS:
                raise SweepError(message("sweep.deadWorkers", times=deaths, done=len(finished), total=len(runs)))
    return tuple(finished[run.index] for run in runs)


def _run_in_pool(
    plan: Plan, runs: Sequence[Run], jobs: int, on_done: OnDone, work: Work, finished: dict[int, RunFigures]
) -> bool:
    """Add to `finished` what gets done; whether all workers lived."""
    others = set(multiprocessing.active_children())
    pool = ProcessPoolExecutor(jobs, multiprocessing.get_context("spawn"), initializer=_prepare, initargs=(plan, work))
    alive = True
    try:
        futures = [pool.submit(_run_chunk, chunk) for chunk in chunks_of(runs, jobs)]
        for future in as_completed(futures):
            alive = _collect(future, finished) and alive
            on_done(len(finished))
    except BrokenProcessPool:  # while packets were still being handed out
        alive = False
    except BaseException:
        for worker in set(multiprocessing.active_children()) - others:
            worker.terminate()
        raise
    finally:
        pool.shutdown(cancel_futures=True)
    return alive


def _collect(future: Future[tuple[RunFigures, ...]], finished: dict[int, RunFigures]) -> bool:
    try:
        finished.update(_by_index(future.result()))
    except BrokenProcessPool:
        return False
    return True


def _by_index(figures: Iterable[RunFigures]) -> dict[int, RunFigures]:
    return {one.index: one for one in figures}


def _prepare(plan: Plan, work: Work) -> None:
    """In a worker: Ctrl+C is the parent's to answer."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _given[:] = [(plan, work)]


def _run_chunk(runs: tuple[Run, ...]) -> tuple[RunFigures, ...]:
    ((plan, work),) = _given
    return tuple(work(plan, run) for run in runs)
