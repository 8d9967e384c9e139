"""The repository speaks of itself alone: no machine's paths, no registry's host."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
_PATHS = re.compile(r"(?<![\w.])/(?:root|home/(?!me\b)\w+|work|Users/\w+)/[\w.]")
_REGISTRIES = re.compile(r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|deb\.debian)[\w.-]*", re.IGNORECASE)


def test_no_file_names_a_machine_or_a_registry() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=TOP, capture_output=True, text=True, check=False)
    names = [
        name for name in listed.stdout.split("\0") if name.endswith((".py", ".toml", ".md", ".txt", ".json", ".ts"))
    ]
    found = []
    for name in names:
        path = TOP / name
        if path.is_file() and path != Path(__file__).resolve():
            text = path.read_text(encoding="utf-8")
            found += [f"{name}: {hit.group()}" for pattern in (_PATHS, _REGISTRIES) for hit in pattern.finditer(text)]
    assert found == []
