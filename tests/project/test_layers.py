"""The domain runs where Qt is not even loaded, and files stay small."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
PACKAGE = TOP / "vmotion_gui"
SOURCES = sorted(PACKAGE.rglob("*.py"))

MAX_FILE_LINES = 600
MAX_FUNCTION_LINES = 50
MAX_CLASS_LINES = 400

_IMPORT_ALL = """
import importlib, json, pkgutil, sys
import vmotion_gui
for module in pkgutil.walk_packages(vmotion_gui.__path__, "vmotion_gui."):
    if not module.name.startswith("vmotion_gui.gui"):
        importlib.import_module(module.name)
print(json.dumps(sorted(name for name in sys.modules if name.startswith(("PySide6", "pyqtgraph", "shiboken6")))))
"""


def test_nothing_below_the_window_loads_qt() -> None:
    done = subprocess.run([sys.executable, "-c", _IMPORT_ALL], capture_output=True, text=True, check=True, cwd=TOP)
    assert json.loads(done.stdout) == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(TOP)))
def test_files_functions_and_classes_stay_small(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= MAX_FILE_LINES
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            limit = MAX_CLASS_LINES if isinstance(node, ast.ClassDef) else MAX_FUNCTION_LINES
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= limit, f"{node.name} has {length} lines"
