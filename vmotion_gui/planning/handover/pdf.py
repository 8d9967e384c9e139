"""A runbook as PDF, with fonts of its own, so that it looks the same on every machine."""

from __future__ import annotations

from fpdf import FPDF
from fpdf.enums import XPos, YPos
from fpdf.fonts import FontFace, TTFFont

from vmotion_gui import resources
from vmotion_gui.planning.handover import page as p

_MISSING = "\u25a1"
_LEFT_OF_BARS_MM, _ROW_MM = 52.0, 5.2
_BLUE, _GREY, _SOFT, _BROWN = (0, 121, 184), (110, 120, 130), (238, 242, 246), (163, 82, 0)


def pdf_page(page: p.Page) -> bytes:
    """The document, A4; characters that its fonts lack are boxes."""
    writer = _Writer(page)
    for block in page.blocks:
        writer.add(block)
    return bytes(writer.pdf.output())


class _Pdf(FPDF):
    def footer(self) -> None:
        """The number of each page."""
        self.set_y(-12)
        self.set_font("text", size=8)
        self.set_text_color(*_GREY)
        self.cell(0, 6, f"{self.page_no()} / {{nb}}", align="C")


class _Writer:
    def __init__(self, page: p.Page) -> None:
        self.pdf = _Pdf(format="A4")
        self.pdf.set_title(page.title)
        self.pdf.set_lang(page.language)
        self.pdf.set_auto_page_break(auto=True, margin=16)
        for style, file in (("", "DejaVuSansCondensed.ttf"), ("B", "DejaVuSansCondensed-Bold.ttf")):
            self.pdf.add_font("text", style, str(resources.path(f"fonts/{file}")))
        fonts = [font for font in self.pdf.fonts.values() if isinstance(font, TTFFont)]
        self._known = frozenset[int].intersection(*(frozenset(font.cmap) for font in fonts))
        self.pdf.add_page()
        self._line(page.title, 16.0, bold=True)

    def _clean(self, text: str) -> str:
        return "".join(char if ord(char) in self._known else " " if char.isspace() else _MISSING for char in text)

    def _line(self, text: str, size: float, *, bold: bool = False, colour: tuple[int, int, int] = (0, 0, 0)) -> None:
        self.pdf.set_font("text", "B" if bold else "", size)
        self.pdf.set_text_color(*colour)
        self.pdf.multi_cell(0, size * 0.5, self._clean(text), align="L", new_x=XPos.LMARGIN, new_y=YPos.NEXT)

    def add(self, block: p.Block) -> None:
        """Write a block below what is there."""
        if isinstance(block, p.Section):
            if self.pdf.get_y() > self.pdf.h - 45.0:
                self.pdf.add_page()
            self.pdf.ln(4)
            self._line(block.text, 12.0, bold=True)
            self.pdf.ln(1)
        elif isinstance(block, p.Text):
            self._line(block.text, 9.5, colour={"note": _GREY, "warning": _BROWN}.get(block.style, (0, 0, 0)))
        elif isinstance(block, p.Items):
            for number, text in enumerate(block.texts, start=1):
                self._line(f"{number}. {text}" if block.numbered else f"• {text}", 9.5)
        elif isinstance(block, p.Table):
            self._table(block)
        else:
            self._gantt(block)

    def _table(self, table: p.Table) -> None:
        if not table.rows:
            return
        self.pdf.set_font("text", size=8)
        self.pdf.set_text_color(0, 0, 0)
        self.pdf.set_draw_color(*_GREY)
        self.pdf.set_fill_color(255, 255, 255)
        align = tuple("RIGHT" if index in table.right else "LEFT" for index in range(len(table.rows[0])))
        widths = _widths([table.columns, *table.rows] if table.columns else list(table.rows))
        with self.pdf.table(
            text_align=align,
            col_widths=widths,
            borders_layout="HORIZONTAL_LINES",
            first_row_as_headings=bool(table.columns),
            headings_style=FontFace(emphasis="BOLD", fill_color=_SOFT),
            line_height=4.4,
            padding=0.6,
        ) as grid:
            for cells in ([table.columns] if table.columns else []) + list(table.rows):
                row = grid.row()
                for text in cells:
                    row.cell(self._clean(text))

    def _gantt(self, gantt: p.Gantt) -> None:
        pdf = self.pdf
        left, room = pdf.l_margin + _LEFT_OF_BARS_MM, pdf.epw - _LEFT_OF_BARS_MM - 8.0
        self._ticks(gantt, left, room)
        pdf.set_font("text", size=7.5)
        for bar in gantt.bars:
            if pdf.get_y() > pdf.h - 24.0:
                pdf.add_page()
                self._ticks(gantt, left, room)
                pdf.set_font("text", size=7.5)
            y = pdf.get_y()
            pdf.set_text_color(0, 0, 0)
            pdf.set_xy(pdf.l_margin, y)
            pdf.cell(_LEFT_OF_BARS_MM - 2.0, _ROW_MM, self._fit(bar.label, _LEFT_OF_BARS_MM - 3.0), align="R")
            pdf.set_fill_color(*_BLUE)
            start = left + room * bar.start_s / gantt.end_s
            width = max(0.4, room * (bar.end_s - bar.start_s) / gantt.end_s)
            pdf.rect(start, y + 0.8, width, _ROW_MM - 1.6, style="F")
            pdf.set_xy(pdf.l_margin, y + _ROW_MM)
        pdf.ln(3)

    def _ticks(self, gantt: p.Gantt, left: float, room: float) -> None:
        pdf = self.pdf
        pdf.set_font("text", size=7)
        pdf.set_text_color(*_GREY)
        y = pdf.get_y()
        for seconds, text in gantt.ticks:
            pdf.set_xy(left + room * seconds / gantt.end_s - 8.0, y)
            pdf.cell(16.0, 4.0, self._clean(text), align="C")
        pdf.set_xy(pdf.l_margin, y + 4.6)

    def _fit(self, text: str, room_mm: float) -> str:
        text = self._clean(text)
        if self.pdf.get_string_width(text) <= room_mm:
            return text
        while text and self.pdf.get_string_width(text + "…") > room_mm:
            text = text[:-1]
        return text + "…"


def _widths(rows: list[tuple[str, ...]]) -> tuple[float, ...]:
    """By what is in the columns, none squeezed too much."""
    longest = [max(len(text) for text in column) for column in zip(*rows, strict=True)]
    return tuple(float(min(28, max(6, length + 2))) for length in longest)
