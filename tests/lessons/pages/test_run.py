"""A run as one page: all that a browser needs, nothing that it could be led astray with."""

from __future__ import annotations

import re

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.lessons.pages.reader import Page, harmless
from tests.simulation import histories
from vmotion_gui.inventory.lab import Lab
from vmotion_gui.lessons.pages import run
from vmotion_gui.lessons.pages.charts import Chart, Curve, drawn, thinned
from vmotion_gui.lessons.pages.markup import element, escaped
from vmotion_gui.lessons.pages.run import run_page
from vmotion_gui.messages import catalogue
from vmotion_gui.simulation.embedded import EmbeddedBackend

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style><script src=https://example.com/x.js></script>",
    "' onmouseover='alert(1)",
    "&lt;b&gt; & <!-- --> ]]>",
    "\u202egnp.exe\u202c",
    "javascript:alert(1)",
]


def played(lab: Lab | None = None, *, fails: bool = False) -> EmbeddedBackend:
    """Two moves one after the other, played to the end; with `fails` the second one's host dies under it."""
    backend = EmbeddedBackend(lab or histories.lab())
    backend.submit(histories.migrate(1))
    backend.advance(300.0)
    backend.submit(histories.migrate(2, 3))
    backend.advance(330.0)
    if fails:
        backend.submit(histories.host_failed(3))
    backend.advance(900.0)
    return backend


@pytest.fixture(scope="module")
def backend() -> EmbeddedBackend:
    return played()


def named(name: str) -> Lab:
    """The lab with this name for itself and its first VM."""
    lab = histories.lab()
    vm = msgspec.structs.replace(lab.inventory.vms["vm-1"], name=name)
    return msgspec.structs.replace(lab, name=name, inventory=lab.inventory.with_entities([vm]))


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_page_needs_nothing_else(backend: EmbeddedBackend, language: str) -> None:
    text = run_page("Tonight", backend, language, seed=7)
    page = Page(text)
    harmless(page)
    assert "url(" not in text
    assert "@import" not in text
    assert ("html", "lang", language) in page.attributes
    assert "prefers-color-scheme: dark" in text
    assert {"en": "simulated", "de": "simuliert"}[language] in page.text
    assert not re.findall(r"\bpage\.\w+|\bcli\.\w+", page.text)


def test_its_figures_are_those_of_the_run(backend: EmbeddedBackend) -> None:
    page = Page(run_page("Tonight", backend, "en"))
    words = catalogue("en")
    for status in backend.migrations().values():
        assert status.total_s is not None
        assert words.quantity(status.total_s, "seconds") in page.text
        assert words.quantity(status.downtime_s, "seconds") in page.text
        assert words.quantity(status.sent_bytes, "bytes") in page.text
    assert all(words.render(event.text) in page.text for event in backend.events)
    assert page.text.count("Stop-and-copy".lower()) >= 2


def test_each_migration_has_its_charts_stages_and_places(backend: EmbeddedBackend) -> None:
    page = Page(run_page("Tonight", backend, "en"))
    pictures = [value for tag, name, value in page.attributes if (tag, name) == ("svg", "aria-label")]
    assert len(pictures) == 2 * len(backend.migrations())
    assert "Copy bandwidth, Dirty-page rate" in str(pictures[0])
    for said in ("1 Is the VM in a stable state?", "2 Its state is copied", "3 It resumes at the target"):
        assert page.text.count(said) == 2
    assert page.text.count("Before and after") == 2


def test_a_failure_says_why_and_what_helps() -> None:
    backend = played(fails=True)
    failed = [status for status in backend.migrations().values() if status.fault is not None]
    assert failed
    page = Page(run_page("", backend, "de"))
    for status in failed:
        assert status.fault is not None
        assert catalogue("de").render(status.fault.text) in page.text
        assert catalogue("de").render(status.fault.cure) in page.text
    assert "Ein Lauf ohne Namen" in page.text


def test_a_run_that_has_only_begun() -> None:
    backend = EmbeddedBackend(histories.lab())
    assert "Nothing has migrated." in Page(run_page("x", backend, "en")).text
    backend.submit(histories.migrate(1))
    for moment in (0.0, 1.0, 5.0, 20.0):
        backend.advance(moment)
        page = Page(run_page("x", backend, "en"))
        harmless(page)
        assert "running" in page.text


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_a_name(name: str) -> None:
    backend = EmbeddedBackend(named(name))
    backend.submit(histories.migrate(1))
    backend.advance(5.0)
    page = Page(run_page(name, backend, "en"))
    harmless(page)
    shown = name.replace("\u202e", "\ufffd").replace("\u202c", "\ufffd")
    assert page.text.count(" ".join(shown.split())) >= 3
    assert page.tags == Page(run_page("erp", _plain(backend), "en")).tags


def _plain(backend: EmbeddedBackend) -> EmbeddedBackend:
    plain = EmbeddedBackend(named("erp"))
    plain.submit(histories.migrate(1))
    plain.advance(backend.now_s)
    return plain


@given(st.text())
def test_text_is_shown_and_never_read_as_markup(text: str) -> None:
    page = Page(element("p", text, title=text))
    assert page.tags == ["p"]
    assert all(shown in (given, "\ufffd") for shown, given in zip("".join(page.texts), text, strict=True))
    assert page.attributes[0][:2] == ("p", "title")


@pytest.mark.parametrize("unfit", ["\ud800", "\x00", "\x9f", "\u2066"])
def test_what_no_page_can_hold_is_shown_as_missing(unfit: str) -> None:
    assert escaped(f"a{unfit}b").encode() == "a\ufffdb".encode()


def test_many_migrations_are_told_in_short(backend: EmbeddedBackend, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (("MOST_IN_DETAIL", 1), ("MOST_ROWS", 1), ("MOST_EVENTS", 3)):
        monkeypatch.setattr(run, name, value)
    page = Page(run_page("x", backend, "en"))
    assert "In detail: 1 of 2" in page.text
    assert page.text.count("Left out to keep the page readable") == 2
    assert page.text.count("Before and after") == 1


@given(st.lists(st.floats(0.0, 1e12), min_size=2, max_size=5000))
def test_thinning_loses_no_peak(values: list[float]) -> None:
    times = np.arange(len(values), dtype=np.float64)
    series = np.array(values)
    thin_times, thin_values = thinned(times, series)
    assert len(thin_times) <= 4 * 600
    assert thin_values.max() == series.max()
    assert thin_values.min() == series.min()
    assert (np.diff(thin_times) > 0).all()
    assert np.array_equal(series[thin_times.astype(int)], thin_values)


@given(st.lists(st.floats(0.0, 1e15) | st.just(float("nan")), min_size=0, max_size=50), st.floats(0.0, 1e7))
def test_a_chart_lies_within_its_frame(values: list[float], start_s: float) -> None:
    times = start_s + np.arange(len(values), dtype=np.float64)
    chart = Chart("x", "bytes_per_s", times, [Curve("a", "copy", np.array(values, dtype=np.float64))])
    text = drawn(chart, catalogue("en"))
    if len(values) < 2:
        assert text == ""
        return
    Page(text)
    curve = [path for path in re.findall(r'd="(M[^"]*)" class="curve copy"', text) if "H28" not in path]
    numbers = [float(number) for path in curve for number in re.findall(r"-?\d+\.?\d*", path)]
    assert all(0.0 <= x <= 720.0 for x in numbers[::2])
    assert all(0.0 <= y <= 220.0 for y in numbers[1::2])
