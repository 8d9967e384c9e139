"""One migration on a page: its charts, its three stages, its passes, where the VM was and where it is."""

from __future__ import annotations

from collections.abc import Sequence

from vmotion_gui.inventory.estate import Inventory
from vmotion_gui.lessons.pages.charts import Chart, Curve, drawn
from vmotion_gui.lessons.pages.frame import section, table
from vmotion_gui.lessons.pages.markup import Markup, element, joined
from vmotion_gui.messages import Catalogue, message
from vmotion_gui.simulation.status import MigrationStatus, Phase, Samples

_MARKS = {"pending": "○", "running": "◔", "done": "✓", "failed": "✕", "skipped": "–"}
_UNSUCCESSFUL = (Phase.ROLLING_BACK, Phase.FAILED, Phase.CANCELLED)
_Row = tuple[str, str, str]
"""State, text, amount."""


def migration_section(
    words: Catalogue, inventory: Inventory, status: MigrationStatus, samples: Samples | None
) -> Markup:
    """All that a page tells of one migration; `samples` are its series, if there are any."""
    title = message(
        "page.migration",
        vm=name_of(inventory, status.vm),
        source=name_of(inventory, status.source_host),
        target=name_of(inventory, status.destination_host),
    )
    return section(
        words.render(title),
        _reason(words, status),
        *(_charts(words, status, samples) if samples is not None else ()),
        element("h3", words.render(message("page.stages"))),
        _stages(words, status),
        _passes(words, status),
        _places(words, inventory, status),
    )


def name_of(inventory: Inventory, id_: str) -> str:
    """An object's name; its id when it is no more."""
    entity = inventory.get(id_)
    return entity.name if entity is not None else id_


def _reason(words: Catalogue, status: MigrationStatus) -> Markup:
    if status.fault is None or status.phase not in _UNSUCCESSFUL:
        return Markup("")
    text, cure = words.render(status.fault.text), words.render(status.fault.cure)
    return element("p", element("strong", f"✕ {text}"), " ", cure, class_="reason")


# --- charts ---------------------------------------------------------------------------------------------------


def _charts(words: Catalogue, status: MigrationStatus, samples: Samples) -> list[Markup]:
    rates = [
        Curve(words.render(message("page.curve.copy")), "copy", samples.copy_bytes_per_s),
        Curve(words.render(message("page.curve.dirty")), "dirty", samples.dirty_bytes_per_s),
    ]
    if len(samples.time_s) and samples.disk_copy_bytes_per_s.max() > 0.0:
        name = words.render(message("page.curve.disk"))
        rates.append(Curve(name, "disk", samples.disk_copy_bytes_per_s))
    left = [Curve(words.render(message("page.curve.remaining")), "remaining", samples.remaining_bytes)]
    marks = [(each.start_s, "■" if each.stop_and_copy else str(each.index + 1)) for each in status.passes]
    charts = (
        Chart(words.render(message("page.chart.rates")), "bytes_per_s", samples.time_s, rates, marks),
        Chart(words.render(message("page.chart.remaining")), "bytes", samples.time_s, left, marks),
    )
    figures = [drawn(chart, words) for chart in charts]
    if marks and any(figures):
        figures.append(element("p", words.render(message("page.chart.marks")), class_="note"))
    return figures


# --- stages ---------------------------------------------------------------------------------------------------


def _stages(words: Catalogue, status: MigrationStatus) -> Markup:
    rows = (_check_rows(words, status), _parcel_rows(words, status), _resume_rows(words, status))
    boxes = (_stage(words, status, number, list_) for number, list_ in enumerate(rows, start=1))
    return element("div", *boxes, class_="stages")


def _stage(words: Catalogue, status: MigrationStatus, number: int, rows: Sequence[_Row]) -> Markup:
    state = _state(status, number)
    title = element("h3", f"{_MARKS[state]} {words.render(message(f'page.stage.{number}'))}")
    said = element("p", words.render(message(f"page.stage.{state}")), class_="note")
    return element("div", title, said, element("ul", *(_item(words, *row) for row in rows)) if rows else "")


def _state(status: MigrationStatus, number: int) -> str:
    if status.stage < number:
        return "pending"
    if status.phase in _UNSUCCESSFUL and status.stage == number:
        return "failed"
    if status.phase is Phase.POST_COPYING and number == 2:
        return "running"
    return "done" if status.stage > number or status.phase is Phase.COMPLETED else "running"


def _item(words: Catalogue, state: str, text: str, amount: str) -> Markup:
    said = words.render(message(f"page.stage.{state}"))
    mark = element("span", _MARKS[state], class_=f"mark-of {state}", role="img", aria_label=said, title=said)
    return element("li", mark, element("span", text), element("span", amount))


def _check_rows(words: Catalogue, status: MigrationStatus) -> list[_Row]:
    return [(item.state, words.render(message(f"page.check.{item.check}")), "") for item in status.checks]


def _parcel_rows(words: Catalogue, status: MigrationStatus) -> list[_Row]:
    rows: list[_Row] = []
    for parcel in status.parcels:
        detail = words.render(message(f"page.role.{parcel.role}")) if parcel.role else parcel.label
        name = words.render(message(f"page.parcel.{parcel.kind}"))
        amount = words.quantity(parcel.total_bytes, "bytes")
        if parcel.state != "done" and parcel.total_bytes:
            share = min(parcel.arrived_bytes / parcel.total_bytes, 1.0)
            amount = f"{words.number(share * 100.0, 0)} %"
        rows.append((parcel.state, f"{name}: {detail}" if detail else name, amount))
    return rows


def _resume_rows(words: Catalogue, status: MigrationStatus) -> list[_Row]:
    rows: list[_Row] = [
        ("done", words.render(message(f"page.downtime.{item.part}")), words.quantity(item.duration_s, "seconds"))
        for item in status.downtime
    ]
    if status.downtime and status.phase is Phase.COMPLETED:
        whole = words.quantity(status.downtime_s, "seconds")
        rows.append(("done", words.render(message("page.downtime.all")), whole))
    return rows


# --- tables ---------------------------------------------------------------------------------------------------

_PASS_COLUMNS = (
    *("page.column.pass", "page.column.start", "page.column.time", "page.column.pages", "page.column.sent"),
    *("page.column.copyRate", "page.column.dirtyRate", "page.column.slowdown"),
)
_MOST_PASSES = 200


def _passes(words: Catalogue, status: MigrationStatus) -> Markup:
    if not status.passes:
        return Markup("")
    stop = words.render(message("page.stopAndCopy"))
    rows = [
        (
            stop if record.stop_and_copy else words.number(record.index + 1, 0),
            words.quantity(record.start_s, "seconds"),
            words.quantity(record.duration_s, "seconds"),
            words.quantity(record.pages, "count"),
            words.quantity(record.sent_bytes, "bytes"),
            words.quantity(record.copy_bytes_per_s, "bytes_per_s"),
            words.quantity(record.dirty_bytes_per_s, "bytes_per_s"),
            f"{words.number(record.guest_slowdown * 100.0, 0)} %",
        )
        for record in (*status.passes[: _MOST_PASSES - 1], *status.passes[_MOST_PASSES - 1 :][-1:])
    ]
    left_out = len(status.passes) - len(rows)
    note = element("p", words.render(message("page.leftOut", n=left_out)), class_="note") if left_out else ""
    heading = element("h3", words.render(message("page.passes")))
    return joined(heading, table(words, _PASS_COLUMNS, rows, range(1, 8)), note)


def _places(words: Catalogue, inventory: Inventory, status: MigrationStatus) -> Markup:
    """What was where before, and what is where after; the same on both sides where nothing was to move."""
    before, after = status.before, status.after
    if before is None:
        return Markup("")
    pending = words.render(message("page.notYet"))
    rows = [
        (
            words.render(message("page.place.host")),
            name_of(inventory, before.host),
            name_of(inventory, after.host) if after else pending,
        ),
        (
            words.render(message("page.place.config")),
            before.config_path,
            after.config_path if after else pending,
        ),
    ]
    paths = zip(status.disks, before.disk_paths, after.disk_paths if after else before.disk_paths, strict=False)
    rows += [(disk.label, was, is_ if after else pending) for disk, was, is_ in paths]
    columns = ("page.column.what", "page.column.before", "page.column.after")
    return joined(element("h3", words.render(message("page.places"))), table(words, columns, rows))
