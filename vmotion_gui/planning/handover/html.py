"""A runbook as one HTML file: nothing is fetched, no script runs, every text is escaped."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from vmotion_gui.planning.handover import page as p

_STYLE = """
:root { color-scheme: light dark; --line: #8a97a6; --soft: #eef2f6; --bar: #0079b8; --warn: #a35200; }
@media (prefers-color-scheme: dark) { :root { --soft: #22303c; --bar: #49afd9; --warn: #ffb65c; } }
body { font: 15px/1.45 system-ui, sans-serif; max-width: 62rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.15rem; margin-top: 2rem; border-bottom: 1px solid var(--line); }
table { border-collapse: collapse; width: 100%; font-size: .9rem; }
th, td { text-align: left; padding: .25rem .5rem; border-bottom: 1px solid var(--line); vertical-align: top;
         overflow-wrap: anywhere; }
th { background: var(--soft); overflow-wrap: normal; }
.right { text-align: right; font-variant-numeric: tabular-nums; white-space: nowrap; }
.warning { border-left: 4px solid var(--warn); padding: .4rem .8rem; background: var(--soft); }
.note { color: GrayText; } svg { width: 100%; height: auto; font: 11px system-ui, sans-serif; }
svg text { fill: CanvasText; } .bar { fill: var(--bar); } .tick { stroke: var(--line); stroke-width: .5; }
@media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } tr, svg { break-inside: avoid; } }
"""
_WIDTH, _LEFT, _ROW, _TOP = 960.0, 230.0, 18.0, 22.0


def html_page(page: p.Page) -> str:
    """The document's text."""
    body = "\n".join(line for block in page.blocks for line in _block(block))
    title = escape(page.title)
    return (
        f'<!DOCTYPE html>\n<html lang="{page.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{title}</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n{body}\n</body>\n</html>\n"
    )


def _block(block: p.Block) -> Iterator[str]:
    if isinstance(block, p.Section):
        yield f"<h2>{escape(block.text)}</h2>"
    elif isinstance(block, p.Text):
        yield f'<p class="{block.style}">{escape(block.text)}</p>'
    elif isinstance(block, p.Items):
        tag = "ol" if block.numbered else "ul"
        yield f"<{tag}>"
        yield from (f"<li>{escape(text)}</li>" for text in block.texts)
        yield f"</{tag}>"
    elif isinstance(block, p.Table):
        yield from _table(block)
    else:
        yield from _gantt(block)


def _table(table: p.Table) -> Iterator[str]:
    yield "<table>"
    if table.columns:
        heads = "".join(_cell("th", text, index in table.right) for index, text in enumerate(table.columns))
        yield f"<thead><tr>{heads}</tr></thead>"
    yield "<tbody>"
    for row in table.rows:
        cells = (_cell("td", text, index in table.right) for index, text in enumerate(row))
        yield f"<tr>{''.join(cells)}</tr>"
    yield "</tbody></table>"


def _cell(tag: str, text: str, right: bool) -> str:
    return f"<{tag}{' class=right' if right else ''}>{escape(text)}</{tag}>"


def _gantt(gantt: p.Gantt) -> Iterator[str]:
    height = _TOP + _ROW * len(gantt.bars) + 8.0
    room = _WIDTH - _LEFT - 60.0

    def at(seconds: float) -> float:
        return _LEFT + room * seconds / gantt.end_s

    yield f'<svg viewBox="0 0 {_WIDTH:g} {height:g}" role="img">'
    for seconds, text in gantt.ticks:
        yield f'<line class="tick" x1="{at(seconds):.1f}" x2="{at(seconds):.1f}" y1="{_TOP - 4:g}" y2="{height:g}"/>'
        yield f'<text x="{at(seconds):.1f}" y="12" text-anchor="middle">{escape(text)}</text>'
    for index, bar in enumerate(gantt.bars):
        y = _TOP + _ROW * index
        width = max(1.5, at(bar.end_s) - at(bar.start_s))
        tip = escape(f"{bar.label} → {bar.note}")
        yield f'<text x="{_LEFT - 8:g}" y="{y + 12:g}" text-anchor="end">{escape(_short(bar.label))}</text>'
        place = f'x="{at(bar.start_s):.1f}" y="{y + 2:g}" width="{width:.1f}" height="{_ROW - 5:g}"'
        yield f'<rect class="bar" {place} rx="2"><title>{tip}</title></rect>'
    yield "</svg>"


def _short(text: str, most: int = 34) -> str:
    return text if len(text) <= most else text[: most - 1] + "…"
