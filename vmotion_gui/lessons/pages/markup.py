"""HTML that is sound by construction: text is escaped because it is text, not because somebody thought of it."""

from __future__ import annotations

import html
import re
from typing import Final

_VOID: Final = frozenset(("br", "hr", "img", "input", "link", "meta"))
# control characters, halves of surrogate pairs, and what turns the direction of the text around it
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]"
)


class Markup(str):
    """Text that is HTML already. Only this module makes it from what people wrote."""

    __slots__ = ()


def escaped(text: str) -> Markup:
    """Text as HTML that shows it; `Markup` stays as it is. What a page cannot or must not hold is shown as U+FFFD."""
    return text if isinstance(text, Markup) else Markup(_shown(text))


def _shown(text: str) -> str:
    return html.escape(_UNFIT.sub("\ufffd", text), quote=True)


def joined(*parts: str) -> Markup:
    """Texts and markup, one after the other."""
    return Markup("".join(map(escaped, parts)))


def element(tag: str, *children: str, **attributes: str | float | bool) -> Markup:
    """An element. `class_` stands for class, `a_b` for a-b; an attribute that is True has no value, one that is False
    is left out."""
    named = "".join(_attribute(name, value) for name, value in attributes.items() if value is not False)
    if tag in _VOID:
        return Markup(f"<{tag}{named}>")
    return Markup(f"<{tag}{named}>{joined(*children)}</{tag}>")


def _attribute(name: str, value: str | float | bool) -> str:
    name = name.rstrip("_").replace("_", "-")
    if value is True:
        return f" {name}"
    text = f"{value:g}" if isinstance(value, float) else str(value)
    return f' {name}="{_shown(text)}"'


def paragraphs(text: str) -> Markup:
    """A text whose paragraphs are divided by an empty line."""
    return joined(*(element("p", part) for part in re.split(r"\n\s*\n", text.strip()) if part))
