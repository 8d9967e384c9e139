"""What every page has: its head, the word "simulated", and a foot."""

from __future__ import annotations

from collections.abc import Sequence

from vmotion_gui import resources
from vmotion_gui.lessons.pages.markup import Markup, element, joined
from vmotion_gui.messages import Catalogue, message

# a page that somebody was sent can do nothing, even if a browser could be talked into it
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"


def page(words: Catalogue, title: str, about: Sequence[str], *body: str, simulated: bool = True) -> str:
    """A whole page in the catalogue's language. `about` are lines under the title; `simulated`: its figures are the
    engine's, and the page says so."""
    head = element(
        "head",
        element("meta", charset="utf-8"),
        element("meta", http_equiv="Content-Security-Policy", content=_POLICY),
        element("meta", name="viewport", content="width=device-width, initial-scale=1"),
        element("meta", name="generator", content="vmotion-gui"),
        element("title", title),
        element("style", Markup(resources.read_text("pages/page.css"))),
    )
    mark = [element("span", words.render(message("page.simulated")), class_="simulated")] if simulated else []
    promise = [words.render(message("page.promise"))] if simulated else []
    lines = [element("p", line, class_="about") for line in (*about, *promise)]
    top = element("header", *mark, element("h1", title), *lines)
    foot = element("footer", element("hr"), element("p", words.render(message("page.madeBy"))))
    content = element("body", top, element("main", *body), foot)
    return f"<!DOCTYPE html>\n{element('html', head, content, lang=words.language)}\n"


def table(
    words: Catalogue, columns: Sequence[str], rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()
) -> Markup:
    """A table. `columns` are keys of messages; the columns of these `numbers` stand to the right."""
    looks = [{"class_": "number"} if index in numbers else {} for index in range(len(columns))]
    heads = (
        element("th", words.render(message(key)), scope="col", **look) for key, look in zip(columns, looks, strict=True)
    )
    lines = (
        element("tr", *(element("td", cell, **look) for cell, look in zip(row, looks, strict=True))) for row in rows
    )
    whole = element("table", element("thead", element("tr", *heads)), element("tbody", *lines))
    return element("div", whole, class_="tablebox")


def section(title: str, *parts: str) -> Markup:
    """A heading and what stands under it."""
    return element("section", element("h2", title), joined(*parts))
