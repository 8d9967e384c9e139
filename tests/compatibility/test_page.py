"""The page of all checks is that of the table."""

from __future__ import annotations

from tests.tools.compatibility_rules import DATA, DOCUMENT, data, page
from vmotion_gui.compatibility.table import RULES


def test_the_examples_that_ship_are_what_the_rules_say() -> None:
    assert DATA.read_text(encoding="utf-8") == data()


def test_the_page_is_up_to_date() -> None:
    text = DOCUMENT.read_text(encoding="utf-8")
    assert text == page()
    assert all(f'<a id="{rule.id}"></a>' in text for rule in RULES)
