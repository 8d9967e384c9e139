"""What is random in a run, if its lab asks for it (`random_pages`); nothing else in the engine is, but for where a
sequential sweep stands when a copy begins.

Under Poisson writes each page that was clean at a reading of the dirty log is written or not independently of all
others, so the count of a region is binomial with the expected share as its probability. A workload's phases begin at a
moment of their own in each VM, instead of all at time 0. Every draw has its own stream of the lab's seed, so none
depends on how a run is played. Faults come when their commands say.
"""

from __future__ import annotations

import numpy as np

from vmotion_gui.simulation.core import Core
from vmotion_gui.simulation.memory import PageCounts
from vmotion_gui.simulation.migration import Migration
from vmotion_gui.simulation.randomness import generator
from vmotion_gui.simulation.workload_model import Layout, PhaseRates


def drawn(core: Core, migration: Migration, rates: PhaseRates, expected: PageCounts) -> PageCounts:
    """Counts of dirty pages drawn around the expected ones; the same where writes are not random."""
    if not core.profile.random_pages or rates.sweep is not None or rates.fresh_per_page is not None:
        return expected
    candidates = expected.clean + expected.dirty
    whole = np.floor(candidates)
    share = np.divide(expected.dirty, candidates, out=np.zeros(len(whole)), where=candidates > 0.0)
    stream = generator(core.seed, "pages", migration.id, str(migration.pass_index))
    hit = stream.binomial(whole.astype(np.int64), np.clip(share, 0.0, 1.0))
    dirty = hit + (candidates - whole) * share
    return PageCounts(candidates - dirty, dirty, expected.in_flight)


def phase_shift_s(core: Core, migration: Migration, layout: Layout) -> float:
    """How far a VM's phases are ahead of those of a run without chance, seconds."""
    if not core.profile.random_pages or len(layout.phases) < 2:
        return 0.0
    return layout.cycle_s * float(generator(core.seed, "phase", migration.plan.vm).random())
