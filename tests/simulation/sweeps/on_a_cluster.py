"""A program that sweeps on a local Dask cluster of two processes and prints the CSV: Dask keeps threads to its end."""

from __future__ import annotations

import sys

from distributed import LocalCluster

from tests.simulation.sweeps.test_runs import _csv, _ignore, _plan
from vmotion_gui.simulation.sweeps.cluster import run_on_cluster


def main() -> None:
    plan, runs = _plan()
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:
        figures = run_on_cluster(plan, runs, cluster.scheduler_address, _ignore)
    sys.stdout.buffer.write(_csv(plan, runs, figures))


if __name__ == "__main__":
    main()
