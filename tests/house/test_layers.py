"""Only the window knows Qt: everything else is imported where Qt cannot be."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.house.files import PACKAGE, ROOT, module_name, sources

_IMPORT_WITHOUT_QT = """
import importlib, sys
for name in ("PySide6", "shiboken6", "pyqtgraph"):
    sys.modules[name] = None  # importing it raises ImportError
for name in sys.argv[1:]:
    importlib.import_module(name)
print(len(sys.argv) - 1, sorted(n for n, m in sys.modules.items() if m and n.startswith(("PySide6", "pyqtgraph"))))
"""


def _without_window() -> list[str]:
    names = [module_name(source) for source in sources() if source.name != "__main__.py"]
    return [name for name in names if name.split(".")[1:2] != ["gui"]]


def test_all_but_the_window_is_imported_without_qt() -> None:
    names = _without_window()
    assert {"vmotion_gui.cli", "vmotion_gui.simulation.engine", "vmotion_gui.inventory.lab"} <= set(names)
    command = [sys.executable, "-W", "error", "-c", _IMPORT_WITHOUT_QT, *names]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == f"{len(names)} []\n"


def test_the_check_would_notice_qt() -> None:
    command = [sys.executable, "-c", _IMPORT_WITHOUT_QT, "vmotion_gui.gui.session"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False, timeout=120)
    assert "PySide6" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize(
    "folder", sorted({source.parent for source in sources()}), ids=lambda f: str(f.relative_to(PACKAGE))
)
def test_every_package_says_what_it_is_for(folder: Path) -> None:
    text = (folder / "__init__.py").read_text(encoding="utf-8")
    assert len((ast.get_docstring(ast.parse(text)) or "").split()) >= 4
