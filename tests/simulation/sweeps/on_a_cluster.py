"""A program that sweeps on a local Dask cluster of two processes and prints the CSV: Dask keeps threads to its end.

With `dying` it kills one of the two when the first results have come.
"""

from __future__ import annotations

import os
import signal
import sys

from distributed import LocalCluster

from tests.simulation.sweeps.test_runs import _csv, _plan
from vmotion_gui.simulation.sweeps.cluster import run_on_cluster


def main(dying: bool) -> None:
    plan, runs = _plan()
    killed = []
    with LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster:

        def on_done(_count: int) -> None:
            if dying and not killed:
                killed.append(cluster.workers[0].pid)
                os.kill(killed[0], signal.SIGKILL)

        figures = run_on_cluster(plan, runs, cluster.scheduler_address, on_done)
    assert bool(killed) == dying
    sys.stdout.buffer.write(_csv(plan, runs, figures))


if __name__ == "__main__":
    main("dying" in sys.argv)
