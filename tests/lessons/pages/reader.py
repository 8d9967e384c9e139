"""Reads a page as a browser would take it apart, and is stricter: every element is closed, in its order."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = {"br", "hr", "img", "input", "link", "meta"}
_LOADING = {"src", "srcset", "href", "data", "action", "poster", "background", "xlink:href", "formaction"}


class Page(HTMLParser):
    """A page that has been read.

    Attributes: `tags` in order; `texts`, what is shown; `links`, the addresses that a click leads to; `loaded`, those
    that opening the page would fetch; `attributes` (tag, name, value). AssertionError for
    a page that is not well-formed.
    """

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.texts: list[str] = []
        self.links: list[str] = []
        self.loaded: list[str] = []
        self.attributes: list[tuple[str, str, str | None]] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    @property
    def text(self) -> str:
        """All that is shown, with single blanks."""
        return " ".join(" ".join(self.texts).split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        names = [name for name, _ in attrs]
        assert len(set(names)) == len(names), (tag, names)
        for name, value in attrs:
            self.attributes.append((tag, name, value))
            if tag == "a" and name == "href":
                self.links.append(value or "")
            elif name in _LOADING:
                self.loaded.append(value or "")
        if tag not in _VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, tag
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if self._open[-1:] != ["style"]:
            self.texts.append(data)


def harmless(page: Page) -> None:
    """AssertionError if opening the page would fetch or run anything."""
    assert page.loaded == []
    assert not {"script", "iframe", "object", "embed", "link", "base", "form", "meta-refresh"} & set(page.tags)
    assert [name for _, name, _ in page.attributes if name.startswith("on")] == []
    assert all(link.startswith("https://") for link in page.links)
    assert ("meta", "http-equiv", "refresh") not in page.attributes
