"""A run as a page: all its migrations in one table, the ones that matter in detail, and what happened when."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence

from vmotion_gui.lessons.pages.frame import page, section, table
from vmotion_gui.lessons.pages.markup import Markup, element, joined
from vmotion_gui.lessons.pages.migration import migration_section, name_of
from vmotion_gui.messages import Catalogue, catalogue, message
from vmotion_gui.simulation.backend import Backend
from vmotion_gui.simulation.events import Event
from vmotion_gui.simulation.result_document import outcome_of
from vmotion_gui.simulation.status import MigrationStatus, Phase

MOST_ROWS, MOST_IN_DETAIL, MOST_EVENTS = 500, 12, 2_000
"""So many migrations a page has in its table and in detail, and so many events; it says how many it leaves out."""

_AT_ONCE, _EVENTS_AT_ONCE = 20, 200
_COLUMNS = ("vm", "from", "to", "type", "result", "time", "downtime", "bytes", "passes")
_MARKS = {"completed": "✓", "failed": "✕", "cancelled": "⊘", "running": "◔"}
_LOOKS = {"completed": "done", "failed": "error", "cancelled": "warning", "running": "note"}
_LEVELS = {"info": "", "warning": "⚠ ", "error": "✕ "}


def run_page(
    title: str, backend: Backend, language: str, *, seed: int | None = None, parts: Iterable[str] | None = None
) -> str:
    """A run up to the backend's present moment as one HTML file that needs no other; in a language ("en", "de").

    `parts` are those of `run_parts`, where somebody has already asked for them.
    """
    words = catalogue(language)
    about = words.render(
        message("page.about", profile=backend.profile, time=float(backend.now_s), n=len(backend.migrations()))
    )
    lines = [about, *([words.render(message("page.seed", seed=str(seed)))] if seed is not None else [])]
    body = run_parts(words, backend) if parts is None else parts
    return page(words, title or words.render(message("page.noName")), lines, *body)


def run_parts(words: Catalogue, backend: Backend) -> Iterator[Markup]:
    """What a page tells of a run, piece by piece, each made in a moment; some are empty. The run must stay where it is
    meanwhile."""
    statuses: list[MigrationStatus] = []
    for status in backend.migrations().values():
        statuses.append(status)
        if len(statuses) % _AT_ONCE == 0:
            yield Markup("")
    chosen = _chosen(statuses)
    yield section(words.render(message("page.migrations")), _overview(words, backend, statuses))
    if len(chosen) < len(statuses):
        yield _note(words, "page.inDetail", shown=len(chosen), n=len(statuses))
    for status in chosen:
        yield migration_section(words, backend.inventory, status, backend.samples(status.id))
    yield from _events(words, backend.events)


def _chosen(statuses: Sequence[MigrationStatus]) -> Sequence[MigrationStatus]:
    """The migrations to tell in detail: of many those that failed and the slowest, in the order of the run."""
    if len(statuses) <= MOST_IN_DETAIL:
        return statuses

    def weight(status: MigrationStatus) -> tuple[bool, float]:
        return status.phase is Phase.FAILED, status.total_s if status.total_s is not None else math.inf

    kept = {status.id for status in sorted(statuses, key=weight, reverse=True)[:MOST_IN_DETAIL]}
    return [status for status in statuses if status.id in kept]


def _note(words: Catalogue, key: str, **args: object) -> Markup:
    return element("p", words.render(message(key, **args)), class_="note")


def _overview(words: Catalogue, backend: Backend, statuses: Sequence[MigrationStatus]) -> Markup:
    if not statuses:
        return _note(words, "page.nothing")
    rows = [_row(words, backend, status) for status in statuses[:MOST_ROWS]]
    whole = table(words, [f"cli.simulate.column.{column}" for column in _COLUMNS], rows, range(5, 9))
    left_out = len(statuses) - len(rows)
    return joined(whole, _note(words, "page.leftOut", n=left_out)) if left_out else whole


def _row(words: Catalogue, backend: Backend, status: MigrationStatus) -> Sequence[str]:
    inventory, outcome = backend.inventory, outcome_of(status.phase)
    result = f"{_MARKS[outcome]} {words.render(message(f'cli.outcome.{outcome}'))}"
    return (
        name_of(inventory, status.vm),
        name_of(inventory, status.source_host),
        name_of(inventory, status.destination_host),
        words.render(message(f"cli.type.{status.type.value}")),
        element("span", result, class_=_LOOKS[outcome]),
        "–" if status.total_s is None else words.quantity(status.total_s, "seconds"),
        words.quantity(status.downtime_s, "seconds"),
        words.quantity(status.sent_bytes, "bytes"),
        words.number(len(status.passes), 0),
    )


def _events(words: Catalogue, events: Sequence[Event]) -> Iterator[Markup]:
    """All of few; of very many the milestones and what went wrong, up to a limit. The last piece has them."""
    shown = list(events)
    if len(shown) > MOST_EVENTS:
        shown = [event for event in shown if event.milestone or event.level != "info"][:MOST_EVENTS]
    rows = []
    for event in shown:
        text = f"{_LEVELS[event.level]}{words.render(event.text)}"
        rows.append((words.quantity(event.time_s, "seconds"), element("span", text, class_=event.level)))
        if len(rows) % _EVENTS_AT_ONCE == 0:
            yield Markup("")
    left_out = len(events) - len(shown)
    note = _note(words, "page.leftOut", n=left_out) if left_out else Markup("")
    title = words.render(message("page.events"))
    yield section(title, table(words, ("page.column.when", "page.column.event"), rows), note)
