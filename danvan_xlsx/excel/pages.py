"""Pages: blocks laid from top to bottom on A4, with heights worked out, and our own sheet in a staff workbook."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from danvan_xlsx.excel.filled import HEIGHTS, protect
from danvan_xlsx.excel.looks import (
    BARS,
    CHART_FONT,
    CHART_LINE,
    MARGINS,
    PAGE_NUMBER,
    SIZE,
    Look,
    Looks,
    draft_line,
    foot_line,
    own_look,
    own_row_height,
    paragraph_look,
    table_look,
)
from danvan_xlsx.excel.values import put
from danvan_xlsx.excel.wrapping import ROW, TALLEST, columns_pixels, height, in_rows
from danvan_xlsx.words.layout import FIRST_ROW, HEAD_ROW
from danvan_xlsx.words.page import Chart, Gap, OwnSheet, Page, Paragraph, Role, Spot, Table, TableColumn

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

#: A heading further down than this many points is not frozen: it would leave no room on a small screen.
_DEEPEST_FREEZE = 200.0


def draw_own(sheet: Worksheet, own: OwnSheet, looks: Looks) -> None:
    """Our sheet in a staff workbook: rows 1–6 as every sheet, protected, in the styles that `_META` carries."""
    for number, width in enumerate(own.widths):
        sheet.set_column(number, number, width)
    for row, pixels in HEIGHTS.items():
        sheet.set_row_pixels(row - 1, pixels)
    for row, line in enumerate(own.lines, 1):
        for column, spot in enumerate(line, 1):
            put(sheet, row, column, spot.value, looks.format(own_look(spot.role)), spot.link)
        if row >= FIRST_ROW:
            sheet.set_row(row - 1, own_row_height(line, own.widths))
    sheet.hide_gridlines(2)
    sheet.freeze_panes(HEAD_ROW, 1)
    sheet.set_selection(FIRST_ROW - 1, 1, FIRST_ROW - 1, 1)
    _set_paper(sheet, landscape=True, one_page=False)
    sheet.repeat_rows(HEAD_ROW - 1)
    protect(sheet)


def draw_page(workbook: Workbook, sheet: Worksheet, page: Page, looks: Looks) -> None:
    drawing = _Drawing(workbook, sheet, page, looks)
    for block in page.blocks:
        drawing.draw(block)
    sheet.hide_gridlines(2)
    _set_paper(sheet, landscape=page.landscape, one_page=page.one_page)
    if page.mark:
        sheet.set_header(draft_line(page.mark))
    if page.foot:
        sheet.set_footer(foot_line(page.foot))
    sheet.print_area(0, 0, max(drawing.row - 2, 0), len(page.widths) - 1 - page.hidden)


def _set_paper(sheet: Worksheet, *, landscape: bool, one_page: bool) -> None:
    sheet.set_paper(9)
    if landscape:
        sheet.set_landscape()
    sheet.fit_to_pages(1, 1 if one_page else 0)
    sheet.set_margins(**MARGINS)
    sheet.set_header(PAGE_NUMBER)
    sheet.set_start_page(1)


class _Drawing:
    """One page while it is drawn: the next free row (from 1) and how far down it is."""

    def __init__(self, workbook: Workbook, sheet: Worksheet, page: Page, looks: Looks) -> None:
        self.workbook, self.sheet, self.page, self.looks = workbook, sheet, page, looks
        self.pixels = [columns_pixels(width) for width in page.widths]
        self.row = 1
        self.depth = 0.0
        self.across = len(page.widths) - page.hidden
        # Numbers of charts stand to the right of what is printed.
        self.aside = len(page.widths) + 2
        shown = len(page.widths) - page.hidden
        for number, width in enumerate(page.widths):
            sheet.set_column(number, number, width, None, {"hidden": True} if number >= shown else None)

    def draw(self, block: Paragraph | Gap | Table | Chart) -> None:
        match block:
            case Paragraph():
                self._paragraph(block)
            case Gap():
                self._next(block.points)
            case Table():
                self._table(block)
            case Chart():
                self._chart(block)

    def _next(self, points: float) -> None:
        """The row is done, so many points high."""
        self.sheet.set_row(self.row - 1, min(points, TALLEST))
        self.depth += points
        self.row += 1

    def _spread(self, row: int, first: int, last_row: int, last: int, spot: Spot, style: Format) -> None:
        """A spot over one grid cell or several."""
        if (row, first) != (last_row, last):
            self.sheet.merge_range(row - 1, first - 1, last_row - 1, last - 1, "", style)
        put(self.sheet, row, first, spot.value, style, spot.link)

    # -- paragraphs ------------------------------------------------------------------

    def _paragraph(self, paragraph: Paragraph) -> None:
        look = paragraph_look(paragraph.role)
        size, bold, width = _size(look), bool(look.get("bold")), sum(self.pixels[: self.across])
        wrapped = bool(look.get("text_wrap"))
        for text in in_rows(paragraph.text, size, width, bold=bold) if wrapped else [paragraph.text]:
            spot = Spot(text, paragraph.role, paragraph.link)
            self._spread(self.row, 1, self.row, self.across, spot, self.looks.format(look))
            self._next(height(text, size, width if wrapped else 10**6, bold=bold))

    # -- tables ----------------------------------------------------------------------

    def _table(self, table: Table) -> None:
        starts = _starts(table.columns)
        first, above = self.row, self.depth
        self._headings(table.columns, starts, table.heads)
        if table.repeated:
            self.sheet.repeat_rows(first - 1, self.row - 2)
            if above <= _DEEPEST_FREEZE:
                self.sheet.freeze_panes(self.row - 1, 0)
        if table.filtered:
            end = self.row - 1 + max(len(table.rows), 1)
            self.sheet.autofilter(self.row - 2, 0, end - 1, starts[-1] - 2)
        if table.codes:
            for start, code in zip(starts, table.codes, strict=False):
                put(self.sheet, self.row, start, code, self.looks.format(table_look("code")))
            self.sheet.set_row(self.row - 1, None, None, {"hidden": True})
            self.row += 1
        for spots in table.rows:
            self._line(table.columns, starts, spots, ruled=table.ruled)

    def _headings(self, columns: Sequence[TableColumn], starts: Sequence[int], role: Role) -> None:
        blocks = heading_blocks(columns)
        depth = max((len(column.heading) for column in columns), default=0)
        look = table_look(role)
        style, size, bold = self.looks.format(look), _size(look), bool(look.get("bold"))
        heights = [ROW] * depth
        for top, bottom, left, right, text in sorted(blocks, key=lambda block: block[1] - block[0]):
            need = height(text, size, self._width(starts[left], starts[right + 1]), bold=bold)
            heights[bottom] += max(0.0, need - sum(heights[top : bottom + 1]))
        for top, bottom, left, right, text in blocks:
            place = self.row + top, starts[left], self.row + bottom, starts[right + 1] - 1
            self._spread(*place, Spot(text, role), style)
        for points in heights:
            self._next(points)

    def _line(
        self, columns: Sequence[TableColumn], starts: Sequence[int], spots: Sequence[Spot], *, ruled: bool
    ) -> None:
        if len(spots) != len(columns):
            raise ValueError(f"a row of {len(spots)} spots in a table of {len(columns)} columns")
        heights = [ROW]
        for column, start, spot in zip(columns, starts, spots, strict=False):
            look = _spot_look(spot) if ruled else paragraph_look(spot.role)
            self._spread(self.row, start, self.row, start + column.span - 1, spot, self.looks.format(look))
            if look.get("text_wrap"):
                width = self._width(start, start + column.span)
                heights.append(height(str(spot.value or ""), _size(look), width, bold=bool(look.get("bold"))))
        self._next(max(heights))

    def _width(self, start: int, end: int) -> int:
        return sum(self.pixels[start - 1 : end - 1])

    # -- charts ----------------------------------------------------------------------

    def _chart(self, chart: Chart) -> None:
        """Bars; their numbers stand in hidden columns beside the page, so that nothing is calculated."""
        from xlsxwriter.utility import xl_range_abs

        drawn = self.workbook.add_chart({"type": "bar", "subtype": "stacked"})
        first, last = self.row - 1, self.row + len(chart.categories) - 2
        quoted = self.page.title.replace("'", "''")

        def rows(column: int) -> str:
            return f"='{quoted}'!{xl_range_abs(first, column, last, column)}"

        self._aside([chart.categories, *(values for _, values in chart.series)])
        for number, (name, values) in enumerate(chart.series, 1):
            if len(values) != len(chart.categories):
                raise ValueError(f"chart {chart.title}: series {name} has not one number for each category")
            look = BARS[(number - 1) % len(BARS)]
            at = self.aside - 1
            drawn.add_series({"name": name, "categories": rows(at), "values": rows(at + number), "gap": 40, **look})
        _dress(drawn, chart)
        drawn.set_size({"width": sum(self.pixels[: self.across]) - 4, "height": min(chart.height, TALLEST) * 4 / 3 - 4})
        self.sheet.insert_chart(self.row - 1, 0, drawn, {"x_offset": 2, "y_offset": 2, "object_position": 2})
        self.aside += len(chart.series) + 1
        self._next(chart.height)

    def _aside(self, columns: Sequence[Sequence[Any]]) -> None:
        style = self.looks.format({})
        for number, values in enumerate(columns, self.aside):
            self.sheet.set_column(number - 1, number - 1, None, None, {"hidden": True})
            for row, value in enumerate(values, self.row):
                put(self.sheet, row, number, value, style)


def _dress(drawn: Any, chart: Chart) -> None:
    drawn.set_title({"name": chart.title, "name_font": {**CHART_FONT, "bold": True}, "overlay": False})
    drawn.set_legend({"position": "bottom", "font": CHART_FONT})
    # The first category stands on top, as it is read.
    # Every category is named, however close they stand.
    names = {"interval_unit": 1, "num_font": CHART_FONT, "line": CHART_LINE}
    drawn.set_y_axis({"reverse": True, "crossing": "max", **names})
    longest = max((sum(bar) for bar in zip(*(values for _, values in chart.series), strict=True)), default=0)
    # Tasks and cells are counted: half a one is no mark of the scale.
    scale = {"min": 0, "major_unit": max(1, math.ceil(longest / 8)), "num_font": CHART_FONT}
    drawn.set_x_axis({**scale, "major_gridlines": {"visible": True, "line": CHART_LINE}})
    drawn.show_hidden_data()


def _size(look: Look) -> float:
    return float(look.get("font_size", SIZE))


def _spot_look(spot: Spot) -> Look:
    look = table_look(spot.role)
    if spot.role == "total" and isinstance(spot.value, str):
        return {**look, "align": "left", "text_wrap": True}
    return look


def _starts(columns: Sequence[TableColumn]) -> list[int]:
    """The first grid column of each table column, and the one behind the last."""
    starts = [1]
    for column in columns:
        starts.append(starts[-1] + column.span)
    return starts


def heading_blocks(columns: Sequence[TableColumn]) -> list[tuple[int, int, int, int, str]]:
    """(top, bottom, left, right, text), from 0: equal neighbours under the same heading are one block.

    A heading with fewer rows than its neighbours reaches down to the last row.
    """
    depth = max((len(column.heading) for column in columns), default=0)
    blocks: list[tuple[int, int, int, int, str]] = []
    for level in range(depth):
        left = 0
        while left < len(columns):
            path = columns[left].heading
            right = left
            while right + 1 < len(columns) and _same_block(path, columns[right + 1].heading, level):
                right += 1
            if level < len(path):
                blocks.append((level, depth - 1 if level == len(path) - 1 else level, left, right, path[level]))
            left = right + 1
    return blocks


def _same_block(path: tuple[str, ...], other: tuple[str, ...], level: int) -> bool:
    if level >= len(path) or path[: level + 1] != other[: level + 1]:
        return False
    return (level == len(path) - 1) == (level == len(other) - 1)
