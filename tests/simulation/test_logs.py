"""Log lines say what the engine has done, at its moments and with its figures."""

from __future__ import annotations

import re

from tests.simulation import histories
from vmotion_gui.simulation.embedded import EmbeddedBackend
from vmotion_gui.simulation.logs import FILES, LogLine, log_lines
from vmotion_gui.simulation.status import MigrationStatus


def played(*, fails: bool = False) -> tuple[EmbeddedBackend, MigrationStatus, list[LogLine]]:
    backend = EmbeddedBackend(histories.lab())
    backend.submit(histories.migrate(2, 3))
    if fails:
        backend.advance(4.0)
        backend.submit(histories.host_failed(3))
    backend.advance(900.0)
    (status,) = backend.migrations().values()
    return backend, status, list(log_lines(backend.events, status, backend.inventory))


def text_of(lines: list[LogLine], pattern: str) -> LogLine:
    found = [line for line in lines if re.search(pattern, line.text)]
    assert len(found) == 1, pattern
    return found[0]


def test_the_figures_are_those_of_the_run() -> None:
    _, status, lines = played()
    stopping = text_of(
        lines, r"Stopping pre-copy: only \d+ pages left to send, which can be sent within the switchover"
    )
    last = status.passes[-1]
    assert last.stop_and_copy
    before = status.passes[-2]
    assert f"only {before.dirtied_pages:.0f} pages" in stopping.text
    assert stopping.host == status.source_host
    stopped = text_of(lines, r"Checkpoint_Unstun: vm stopped for (\d+) us")
    assert stopped.host == status.destination_host
    assert f"{round(status.downtime_s * 1e6)} us" in stopped.text
    iterations = [line for line in lines if "Pre-copy iteration" in line.text]
    assert len(iterations) == sum(not one.stop_and_copy for one in status.passes)


def test_they_are_in_order_and_each_file_has_its_own() -> None:
    _, status, lines = played()
    assert [line.time_s for line in lines] == sorted(line.time_s for line in lines)
    assert {line.file for line in lines} == set(FILES)
    assert {line.host for line in lines} == {status.source_host, status.destination_host}
    ids = {match for line in lines for match in re.findall(r"\b\d{16}\b", line.text)}
    assert len(ids) == 1, "one id across all logs"
    assert lines[0].written("esx-1").startswith("00:00:0")


def test_a_failure_and_the_way_back_are_in_them() -> None:
    _, status, lines = played(fails=True)
    assert status.fault is not None
    assert text_of(lines, "WARNING: Migrate").text.endswith(status.fault.fault)
    assert "VM_STATE_EMIGRATING -> VM_STATE_ON" in lines[-1].text
    assert not [line for line in lines if "Unstun" in line.text]
