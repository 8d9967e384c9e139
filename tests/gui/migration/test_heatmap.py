"""The memory map adds up: however it is cut into cells, no page is lost or counted twice."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from vmotion_gui.gui.migration.heatmap import cell_pages
from vmotion_gui.simulation.status import MemoryMap


@st.composite
def memory_maps(draw: st.DrawFn) -> MemoryMap:
    count = draw(st.integers(1, 40))
    pages = np.array(draw(st.lists(st.integers(1, 5000), min_size=count, max_size=count)), dtype=float)
    first = np.array(draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)))
    second = np.array(draw(st.lists(st.floats(0, 1), min_size=count, max_size=count)))
    clean, dirty = pages * first, pages * (1 - first) * second
    return MemoryMap(
        page_bytes=4096,
        roles=("operatingSystem", "applications", "transactionData"),
        role=np.sort(np.arange(count) % 3),
        pages=pages,
        clean=clean,
        dirty=dirty,
        in_flight=pages - clean - dirty,
        write_rate_pages_per_s=np.ones(count),
    )


@given(memory_maps(), st.integers(1, 2000))
def test_cells_add_up_to_the_regions(memory: MemoryMap, cells: int) -> None:
    grid = cell_pages(memory, cells)
    assert grid.shape == (cells, 3)
    sums = [memory.clean.sum(), memory.dirty.sum(), memory.in_flight.sum()]
    np.testing.assert_allclose(grid.sum(axis=0), sums, rtol=1e-9, atol=1e-6)
    assert (grid >= -1e-9).all()


@given(memory_maps(), st.integers(1, 500))
def test_all_cells_hold_as_many_pages(memory: MemoryMap, cells: int) -> None:
    per_cell = cell_pages(memory, cells).sum(axis=1)
    np.testing.assert_allclose(per_cell, memory.pages.sum() / cells, rtol=1e-6, atol=1e-6)
