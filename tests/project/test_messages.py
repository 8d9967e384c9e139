"""Both languages say the same things, and everything that the code says is said."""

from __future__ import annotations

import ast
import string
from pathlib import Path

import pytest

from vmotion_gui.messages import LANGUAGES, catalogue, message

PACKAGE = Path(__file__).resolve().parents[2] / "vmotion_gui"


def keys_in_code() -> set[str]:
    """Literal first arguments of `message(...)` and `Message(...)`."""
    keys = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if (
                isinstance(node, ast.Call)
                and isinstance(node.func, ast.Name)
                and node.func.id in ("message", "Message")
            ):
                first = node.args[0] if node.args else None
                if isinstance(first, ast.Constant) and isinstance(first.value, str):
                    keys.add(first.value)
    return keys


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_in_the_code_has_a_sentence(language: str) -> None:
    assert keys_in_code() - catalogue(language).keys == set()


def test_both_languages_have_the_same_keys_and_arguments() -> None:
    english, german = (catalogue(language) for language in ("en", "de"))
    assert english.keys == german.keys
    differing = [
        key for key in sorted(english.keys) if placeholders(english.template(key)) != placeholders(german.template(key))
    ]
    assert differing == []


@pytest.mark.parametrize(
    ("language", "value", "unit", "expected"),
    [
        ("en", 1536.0, "bytes", "1.50 KB"),
        ("de", 1536.0, "bytes", "1,50 KB"),
        ("en", 10e9, "bits_per_s", "10.0 Gbit/s"),
        ("en", 0.25, "seconds", "250 ms"),
        ("en", 75.0, "seconds", "1:15 min"),
        ("de", 12345.0, "count", "12.345"),
        ("en", 4000.0, "seconds", "1:06:40 h"),
    ],
)
def test_quantities_read_as_people_write_them(language: str, value: float, unit: str, expected: str) -> None:
    assert catalogue(language).quantity(value, unit) == expected


def test_an_unknown_key_is_never_empty() -> None:
    assert catalogue("en").render(message("no.such.key", x=1)) == "no.such.key"


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(ValueError, match="no such language"):
        catalogue("fr")
