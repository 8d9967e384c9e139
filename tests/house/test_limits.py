"""No file over 600 lines, no class over 400, no function over 50, unless a reason stands here."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.files import ROOT, module_name, sources

FILE, CLASS, FUNCTION = 600, 400, 50

ALLOWED: dict[str, str] = {}
"""Dotted name of a module, class or function -> why it is better long."""


def too_long(name: str, text: str) -> Iterator[tuple[str, int, int]]:
    """Dotted name, lines and limit of all that is too long in a module."""
    lines = len(text.splitlines())
    if lines > FILE:
        yield name, lines, FILE
    yield from _too_long_within(name, ast.parse(text))


def _too_long_within(name: str, node: ast.AST) -> Iterator[tuple[str, int, int]]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            yield from _too_long_within(name, child)
            continue
        inner = f"{name}.{child.name}"
        limit = CLASS if isinstance(child, ast.ClassDef) else FUNCTION
        lines = (child.end_lineno or child.lineno) - child.lineno + 1
        if lines > limit:
            yield inner, lines, limit
        yield from _too_long_within(inner, child)


@pytest.mark.parametrize("source", sources(), ids=lambda source: str(source.relative_to(ROOT)))
def test_nothing_is_too_long(source: Path) -> None:
    found = list(too_long(module_name(source), source.read_text(encoding="utf-8")))
    without_reason = [f"{name}: {lines} lines, {limit} allowed" for name, lines, limit in found if name not in ALLOWED]
    assert not without_reason


def test_every_exception_is_still_needed_and_has_a_reason() -> None:
    long = {name for file in sources() for name, *_ in too_long(module_name(file), file.read_text(encoding="utf-8"))}
    assert set(ALLOWED) <= long
    assert all(len(reason.split()) > 3 for reason in ALLOWED.values())


def test_the_measure_finds_what_is_long_wherever_it_is() -> None:
    def function(lines: int, indent: str) -> str:
        return f"{indent}def f():\n" + f"{indent}    pass\n" * (lines - 1)

    text = "class A:\n    if True:\n" + function(51, " " * 8) + function(50, " " * 4)
    assert list(too_long("m", text)) == [("m.A.f", 51, 50)]
    assert list(too_long("m", "class A:\n" + "    x = 1\n" * 400)) == [("m.A", 401, 400)]
    assert list(too_long("m", "x = 1\n" * 601)) == [("m", 601, 600)]
