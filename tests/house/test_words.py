"""The tool that collects the window's texts for translation reads no f-strings: what is asked for in one is never
translated."""

from __future__ import annotations

import ast

from tests.house.files import ROOT, sources

_ASKING = {"tr", "translate"}


def _asked_for(text: str) -> list[str]:
    """What is to be translated within the f-strings of a program."""
    formatted = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.JoinedStr)]
    calls = [node for text in formatted for node in ast.walk(text) if isinstance(node, ast.Call)]
    return [ast.unparse(call) for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr in _ASKING]


def test_no_text_is_translated_within_an_f_string() -> None:
    found = {str(source.relative_to(ROOT)): _asked_for(source.read_text(encoding="utf-8")) for source in sources()}
    assert not {source: texts for source, texts in found.items() if texts}


def test_such_a_text_is_found() -> None:
    assert _asked_for("""label = f"{self.tr('Hosts')}: {count}\"""") == ["self.tr('Hosts')"]
