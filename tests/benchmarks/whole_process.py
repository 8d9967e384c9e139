"""What a command line costs as a whole: the interpreter's start, the imports, reading, running and writing."""

from __future__ import annotations

import os
import platform
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import NamedTuple

import numpy as np

_MAIN = "import sys; from vmotion_gui.cli import main; sys.exit(main())"


class Cost(NamedTuple):
    """Of one process."""

    wall_s: float
    cpu_s: float
    peak_bytes: int


def cost_of(*arguments: str | Path) -> Cost:
    """Runs `vmotion-gui` with these arguments. AssertionError if it does not say that all went well."""
    begin = time.perf_counter()
    process = subprocess.Popen(
        [sys.executable, "-c", _MAIN, *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall_s = time.perf_counter() - begin
    assert process.returncode == 0
    return Cost(wall_s, usage.ru_utime + usage.ru_stime, _peak_bytes(usage))


def _peak_bytes(usage: resource.struct_rusage) -> int:
    """macOS counts bytes, Linux KiB."""
    return usage.ru_maxrss if sys.platform == "darwin" else usage.ru_maxrss * 1024


def machine() -> str:
    """On what the figures were measured."""
    memory_gib = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    return (
        f"{_processor()}, {os.cpu_count()} cores, {memory_gib:.0f} GiB, {platform.system()}, "
        f"Python {platform.python_version()}, numpy {np.__version__}"
    )


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine())
