"""What could not be carried into a new form, told as findings at the places of the old file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from danvan_xlsx.check.outcome import joined
from danvan_xlsx.check.read import as_shown
from danvan_xlsx.excel.extras import Extra, Found
from danvan_xlsx.forms.carrying import Carried, LeftBehind, Why, holds
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.layout import Grid, Place, column_letters
from danvan_xlsx.words.rules import found
from danvan_xlsx.words.text import Text

#: So many stretches of cells are named, the others are counted.
_MOST = 5

_NO_HEADING = Text("cột {letters}", "column {letters}")
_ON_SHEET = Text(", trang “{title}”", ", sheet “{title}”")
_NOWHERE = Text("", "")
_AND_MORE = Text("{cells} và {more} đoạn khác", "{cells} and {more} more")
_WHYS = {
    Why.OUTSIDE: Text("nội dung ngoài bảng ở ô {cells}", "what stands outside the table in {cells}"),
    Why.FORMULA: Text(
        "công thức ở ô {cells} (kết quả đã chuyển thành giá trị)", "the formulas of {cells} (their results were)"
    ),
    Why.NO_VALUE: Text("ô {cells} (chưa có giá trị đọc được)", "cells {cells} (no value can be read)"),
    Why.CHANGED: Text("nguyên vẹn nội dung ô {cells}", "cells {cells} unchanged"),
}
_EXTRAS: dict[Extra, Text] = {
    "picture": Text("{many} hình ảnh", "{many} pictures"),
    "chart": Text("{many} biểu đồ", "{many} charts"),
    "shape": Text("{many} hình vẽ", "{many} shapes"),
    "comment": Text("{many} ghi chú (comment)", "{many} comments"),
    "table": Text("{many} bảng (Table)", "{many} tables"),
    "pivot": Text("{many} bảng tổng hợp PivotTable", "{many} pivot tables"),
    "object": Text("{many} đối tượng nhúng", "{many} embedded objects"),
    "control": Text("{many} nút, ô điều khiển", "{many} controls"),
    "link": Text("{many} liên kết", "{many} links"),
    "chart_sheet": Text("{many} trang biểu đồ", "{many} chart sheets"),
    "name": Text("{many} tên vùng", "{many} names"),
    "macro": Text("macro", "macros"),
    "other_file": Text("{many} liên kết tới tệp khác", "{many} links to other files"),
    "signature": Text("chữ ký số", "the digital signature"),
    "merge": Text("{many} vùng gộp ô", "{many} merged ranges"),
    "colour": Text("màu tô của {many} ô", "the colours of {many} cells"),
    "other": Text("{many} phần khác", "{many} other parts"),
}


def not_carried(
    carried: Carried, others: Iterable[Grid], extras: Iterable[Found], file: str, unit: str
) -> list[Finding]:
    """Everything that is in the old file and not, or not where it was, in the new one.

    others: sheets that have no place in it.
    """
    return [
        *_columns(carried.left),
        *_added(carried),
        *_cells(carried.left),
        *_sheets(others, file, unit),
        *_things(extras, file),
    ]


def lost(carried: Carried, others: Iterable[Grid], extras: Iterable[Found]) -> bool:
    """Whether putting the new file in the place of the old one would lose anything."""
    return bool(carried.left) or any(map(_count, others)) or any(True for _ in extras)


def _columns(left: Sequence[LeftBehind]) -> Iterator[Finding]:
    columns: dict[tuple[str, int], list[LeftBehind]] = {}
    for one in left:
        if one.why is Why.NO_COLUMN:
            columns.setdefault((one.place.sheet or "", one.place.column or 0), []).append(one)
    for (_, column), cells in columns.items():
        first = cells[0]
        no_heading = _both(_NO_HEADING, letters=column_letters(column))
        stretches = joined(column, {one.place.row or 0 for one in cells})
        yield found("BM53", first.place, heading=first.heading or no_heading, count=len(cells), cells=_short(stretches))


def _added(carried: Carried) -> Iterator[Finding]:
    for place, words in carried.added:
        yield found("BM54", place, words=" · ".join(map(as_shown, words)))


def _cells(left: Sequence[LeftBehind]) -> Iterator[Finding]:
    groups: dict[tuple[str, Why], list[Place]] = {}
    for one in left:
        if one.why in _WHYS:
            groups.setdefault((one.place.sheet or "", one.why), []).append(one.place)
    for (title, why), places in groups.items():
        rows: dict[int, set[int]] = {}
        for place in places:
            rows.setdefault(place.column or 0, set()).add(place.row or 0)
        stretches = [one for column in sorted(rows) for one in joined(column, rows[column])]
        yield _told(places[0].file, title, [_both(_WHYS[why], cells=_short(stretches))], places[0])


def _sheets(others: Iterable[Grid], file: str, unit: str) -> Iterator[Finding]:
    for grid in others:
        if count := _count(grid):
            yield found("BM55", Place(file, grid.title), unit=unit, count=count)


def _count(grid: Grid) -> int:
    return sum(holds(cell) for row in grid.rows.values() for cell in row.values())


def _things(extras: Iterable[Found], file: str) -> Iterator[Finding]:
    by_sheet: dict[str, list[Found]] = {}
    for one in extras:
        by_sheet.setdefault(one.title, []).append(one)
    for title, some in by_sheet.items():
        things = [_both(_EXTRAS[one.kind], many=one.many) for one in some]
        yield _told(file, title, things, Place(file, title or None))


def _told(file: str, title: str, things: Sequence[Text], place: Place) -> Finding:
    both = Text(", ".join(one.vi for one in things), ", ".join(one.en for one in things))
    return found("BM56", place, things=both, where=_both(_ON_SHEET, title=title) if title else _NOWHERE)


def _short(stretches: Sequence[str]) -> Text:
    cells = ", ".join(stretches[:_MOST])
    more = len(stretches) - _MOST
    return _both(_AND_MORE, cells=cells, more=more) if more > 0 else Text(cells, cells)


def _both(text: Text, **values: object) -> Text:
    return Text(text.say("vi", values), text.say("en", values))
