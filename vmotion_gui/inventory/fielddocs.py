"""What a struct's fields mean: the docstrings under them, which Python itself does not keep."""

from __future__ import annotations

import ast
import inspect
import itertools
import textwrap
from typing import Any

from vmotion_gui.inventory.meanings import MEANINGS


def field_docs(kind: type[Any]) -> dict[str, str]:
    """Field name -> what it means, in one line, for a class and what it inherits."""
    docs: dict[str, str] = {}
    for base in reversed(kind.__mro__):
        if base.__module__.startswith("vmotion_gui."):
            for name in base.__annotations__:
                meaning = MEANINGS.get(f"{base.__name__}.{name}") or MEANINGS.get(name)
                if meaning is not None:
                    docs[name] = meaning
            docs |= _own_docs(base)
    return docs


def _own_docs(kind: type[Any]) -> dict[str, str]:
    tree = ast.parse(textwrap.dedent(inspect.getsource(kind))).body[0]
    assert isinstance(tree, ast.ClassDef)
    return {
        node.target.id: " ".join(text.split())
        for node, following in itertools.pairwise(tree.body)
        if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and (text := _text(following))
    }


def _text(node: ast.stmt) -> str:
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant) and isinstance(node.value.value, str)
    return node.value.value if is_text else ""  # type: ignore[attr-defined]  # is_text says that it is there


def summary(kind: type[Any]) -> str:
    """A class's docstring in one line."""
    return " ".join((inspect.getdoc(kind) or "").split())
