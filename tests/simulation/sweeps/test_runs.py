"""One process, several, or a cluster: the same bytes; a dead worker loses nothing."""

from __future__ import annotations

import functools
import os
import signal
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from tests.simulation import histories as h
from vmotion_gui.inventory.commands import TimedCommand
from vmotion_gui.simulation.sweeps.problems import SweepError
from vmotion_gui.simulation.sweeps.runs import Plan, Run, RunFigures, figures_of, plan_of
from vmotion_gui.simulation.sweeps.statistics import columns_of, rows_of, to_csv
from vmotion_gui.simulation.sweeps.variations import parse_variation
from vmotion_gui.simulation.sweeps.workers import MAX_POOLS, run_here


def _plan(seeds: int | None = 3) -> tuple[Plan, tuple[Run, ...]]:
    commands = (TimedCommand(time_s=0.0, command=h.migrate(1)), TimedCommand(time_s=1.0, command=h.migrate(2)))
    lab = msgspec.structs.replace(h.lab(), commands=commands)
    return plan_of(lab, [parse_variation("vm.workload.rate=x0.5,x2")], seeds)


def _ignore(done: int) -> None:
    """Nobody watches."""


def _csv(plan: Plan, runs: tuple[Run, ...], figures: tuple[RunFigures, ...]) -> bytes:
    return to_csv(columns_of(plan, rows_of(runs, figures)))


def _dying_once(mark: Path, plan: Plan, run: Run) -> RunFigures:
    """In a worker: the third run's process dies, the first time."""
    if run.index == 2 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return figures_of(plan, run)


def _dying(log: Path, plan: Plan, run: Run) -> RunFigures:
    with log.open("a") as file:
        file.write("x")
    os.kill(os.getpid(), signal.SIGKILL)
    return figures_of(plan, run)


def _interrupted(done: int) -> None:
    raise KeyboardInterrupt


def test_two_processes_give_the_bytes_of_one_even_if_a_worker_dies(tmp_path: Path) -> None:
    plan, runs = _plan()
    here = _csv(plan, runs, run_here(plan, runs, 1, _ignore))
    mark = tmp_path / "died"
    assert _csv(plan, runs, run_here(plan, runs, 2, _ignore, functools.partial(_dying_once, mark))) == here
    assert mark.exists()
    assert here.count(b"\n") == 1 + 2 * 2


def test_workers_that_always_die_end_in_a_sentence(tmp_path: Path) -> None:
    plan, runs = _plan(None)
    log = tmp_path / "log"
    with pytest.raises(SweepError) as caught:
        run_here(plan, runs, 2, _ignore, functools.partial(_dying, log))
    assert caught.value.text.key == "sweep.deadWorkers"
    assert MAX_POOLS <= len(log.read_text()) <= MAX_POOLS * len(runs)


def test_ctrl_c_leaves_no_process_behind() -> None:
    plan, runs = _plan()
    with pytest.raises(KeyboardInterrupt):
        run_here(plan, runs, 2, _interrupted)


def test_an_error_in_a_worker_comes_back_as_its_sentence() -> None:
    plan, runs = plan_of(h.lab(), [parse_variation("vm[nobody].memory=1GiB,2GiB")], None)
    with pytest.raises(SweepError) as caught:
        run_here(plan, runs, 2, _ignore)
    assert caught.value.text.key == "sweep.path.nowhere"


def test_seeds_give_a_range() -> None:
    """With random pages the seeds differ; the median lies within the percentiles."""
    plan, runs = _plan(5)
    rows = rows_of(runs, run_here(plan, runs, 1, _ignore))
    times = [row.total_s for row in rows]
    assert [row.runs for row in rows] == [5] * 4
    assert all(time is not None and time.p5 <= time.median <= time.p95 for time in times)
    assert any(time is not None and time.p5 < time.p95 for time in times)
    assert [run.seed for run in runs[:5]] == [7, 8, 9, 10, 11]


def test_without_seeds_there_are_no_percentiles() -> None:
    plan, runs = _plan(None)
    columns = columns_of(plan, rows_of(runs, run_here(plan, runs, 1, _ignore)))
    assert not [name for name in columns if name.endswith(("_p5", "_p95"))]
    assert not plan.random_pages


@pytest.mark.slow
@pytest.mark.parametrize("ending", [(), ("dying",)], ids=["both live", "one dies"])
def test_a_cluster_of_two_workers_gives_the_same_bytes(ending: tuple[str, ...]) -> None:
    pytest.importorskip("distributed")
    program = [sys.executable, "-m", "tests.simulation.sweeps.on_a_cluster", *ending]
    done = subprocess.run(program, capture_output=True, check=True, timeout=120)
    plan, runs = _plan()
    assert done.stdout == _csv(plan, runs, run_here(plan, runs, 1, _ignore))
