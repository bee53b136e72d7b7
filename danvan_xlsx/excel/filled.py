"""A sheet that staff fill, drawn from its declaration: frame, columns, drop-downs, hints, colours, protection."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from danvan_xlsx.excel.looks import (
    MARGINS,
    PAGE_NUMBER,
    ROLES,
    SIZE,
    STATUS_WORDS,
    Look,
    Looks,
    SheetRole,
    alert_look,
    sheet_look,
)
from danvan_xlsx.excel.values import put, put_cell, shown_value
from danvan_xlsx.excel.wrapping import ROW, columns_pixels, line_count, row_height, text_width
from danvan_xlsx.words.book import Filled
from danvan_xlsx.words.frame import CODES, NOTE, STATUS, framed, status_mark
from danvan_xlsx.words.kinds import LINE, YES_NO, YES_NO_OPTIONS, Choice, Kind
from danvan_xlsx.words.layout import (
    CODE_ROW,
    EXAMPLE_ROW,
    FIRST_ROW,
    HEAD_ROW,
    HELP_ROW,
    OWNER_ROW,
    TITLE_ROW,
    Cell,
    Column,
    Sheet,
    column_letters,
)
from danvan_xlsx.words.page import Value
from danvan_xlsx.words.text import Text

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

#: Pixels; frozen together they stay under 130, so that a screen of 768 lines still shows twenty rows.
HEIGHTS = {TITLE_ROW: 26, OWNER_ROW: 19, HELP_ROW: 18, EXAMPLE_ROW: 17, CODE_ROW: 8, HEAD_ROW: 41}

#: Drop-downs and colours end here: no register of a commune has as many rows in a year, and LibreOffice and old
#: Excel walk a whole column slowly. Rows further down are read and judged all the same.
LAST_ROW = 2000
_SPARE_ROWS = 500

#: The arrow of the filter covers this much of a heading.
_ARROW = 14
_WIDEST = 255
#: Pixels of columns on one page: at less than two fifths of their size letters of 11 points cannot be read.
_WIDEST_PAGE = 2400
_HELP_SIZE, _CAUTION = ROLES["help"]["font_size"], 1.03

#: Kinds whose own example says nothing of a certain column: only a declared one is shown.
_OWN_EXAMPLE = frozenset({"line", "note", "code"})

_EXAMPLE = Text("Ví dụ", "Example")
_REQUIRED = Text("Bắt buộc.", "Required.")
_SEVERAL = Text("Ghi nhiều giá trị thì cách nhau bằng dấu ;", "Several values are separated by ;")
_EXPECTED = Text("{kind}, ví dụ {example}.", "{kind}, e.g. {example}.")
_PICK = Text("Chọn trong danh sách.", "Pick from the list.")
_NOT_LISTED = Text("Ngoài danh sách", "Not in the list")
_KEEP_IT = Text(
    "Giá trị này không có trong danh sách. Đề nghị chọn trong danh sách; nếu giữ lại, lần kiểm tra sau sẽ nêu ô này.",
    "This value is not in the list. Please pick one; kept, the next check will name the cell.",
)
_LONGEST_TITLE, _LONGEST_HINT = 32, 255


class Drawn(NamedTuple):
    """A column where it stands: its number from 1, its width in characters, its look without a role."""

    column: Column
    number: int
    width: float
    key: bool


def draw_filled(sheet: Worksheet, filled: Filled, looks: Looks, names: Mapping[str, str]) -> None:
    """Draw one sheet; `names`: list → defined name of its range."""
    declared = filled.sheet
    columns = drawn_columns(declared)
    last = last_row(filled)
    _set_columns(sheet, declared, columns, looks)
    _draw_frame(sheet, filled, columns, looks)
    _draw_rows(sheet, filled, columns, looks)
    for one in columns:
        if not one.column.ours and not one.key:
            _add_entry(sheet, one, last, names)
    _add_colours(sheet, columns, last, looks)
    _ignore_text_numbers(sheet, columns, last)
    sheet.autofilter(HEAD_ROW - 1, 0, last - 1, len(columns) - 1)
    sheet.freeze_panes(HEAD_ROW, 1)
    sheet.set_selection(FIRST_ROW - 1, 1, FIRST_ROW - 1, 1)
    _set_print(sheet, columns)
    if declared.protected:
        protect(sheet)


def last_row(filled: Filled) -> int:
    end = FIRST_ROW + len(filled.rows)
    if filled.sheet.protected:
        return max(end - 1, FIRST_ROW)
    return LAST_ROW if end + _SPARE_ROWS <= LAST_ROW else end + _SPARE_ROWS


def protect(sheet: Worksheet) -> None:
    """Without a password: against slips, not against people. Filters, sorting, widths and comments stay free."""
    free = ("sort", "autofilter", "format_columns", "format_rows", "objects", "scenarios")
    sheet.protect("", {**dict.fromkeys(free, True), "objects": True})


def drawn_columns(declared: Sheet) -> list[Drawn]:
    """Where each column stands and how wide; the last one takes what the line of help needs more on paper."""
    columns = [
        Drawn(column, number, _width(column), column.code in declared.key)
        for number, column in enumerate(framed(declared), 1)
    ]
    printed = [one for one in columns[: -len((CODES, NOTE))] if not one.column.detail]
    room = sum(columns_pixels(one.width) for one in printed)
    lacking = text_width(declared.about.vi, _HELP_SIZE) * _CAUTION - room
    if lacking > 0:
        last = printed[-1]
        columns[last.number - 1] = last._replace(width=last.width + math.ceil(lacking / 7))
    return columns


def _width(column: Column) -> float:
    """As declared, or wider where the heading would take more than the two lines that the frozen row has."""
    width = column.width
    while width < _WIDEST and line_count(column.label.vi, SIZE, columns_pixels(width) - _ARROW, bold=True) > 2:
        width += 1
    return width


# -- looks of cells ----------------------------------------------------------------


def _look(one: Drawn, role: SheetRole) -> Look:
    """The role's look with alignment and number format of the column's kind; text is wrapped, ours in row is not."""
    kind = one.column.kind
    look = {**sheet_look(role), "align": kind.align}
    if kind.number_format != "General":
        look["num_format"] = kind.number_format
    if kind.align == "left" and (not one.column.ours or one.column is STATUS):
        look["text_wrap"] = True
    return look


def _column_role(declared: Sheet, one: Drawn) -> SheetRole:
    if one.column.ours:
        return "ours"
    return "key" if declared.protected and one.key else "input"


def _set_columns(sheet: Worksheet, declared: Sheet, columns: list[Drawn], looks: Looks) -> None:
    """Styles stand on columns, so that empty rows cost nothing; details fold into a closed group."""
    folded = False
    for one in columns:
        options: dict[str, Any] = {}
        if one.column.detail:
            options = {"level": 1, "hidden": True}
        elif folded:
            options = {"collapsed": True}
        folded = one.column.detail
        style = looks.format(_look(one, _column_role(declared, one)))
        sheet.set_column(one.number - 1, one.number - 1, one.width, style, options)


# -- rows 1 to 6 -------------------------------------------------------------------


def _draw_frame(sheet: Worksheet, filled: Filled, columns: list[Drawn], looks: Looks) -> None:
    declared = filled.sheet
    for row, pixels in HEIGHTS.items():
        sheet.set_row_pixels(row - 1, pixels)
    texts = {TITLE_ROW: declared.title.vi, OWNER_ROW: filled.owner.vi, HELP_ROW: declared.about.vi}
    styles = {
        TITLE_ROW: looks.format(ROLES["title"]),
        OWNER_ROW: looks.format(ROLES["owner"]),
        HELP_ROW: looks.format(ROLES["help"]),
    }
    for row, text in texts.items():
        for one in columns:
            # The column's lines must not show through above the table.
            put(sheet, row, one.number, text if one.number == 1 else None, styles[row])
    for one in columns:
        _draw_head(sheet, declared, one, looks)


def _draw_head(sheet: Worksheet, declared: Sheet, one: Drawn, looks: Looks) -> None:
    column = one.column
    example = looks.format(sheet_look("example"), align=column.kind.align, shrink=True)
    if column is STATUS:
        put(sheet, EXAMPLE_ROW, one.number, _EXAMPLE.vi, example)
        put(sheet, CODE_ROW, one.number, status_mark(declared.code), looks.format(ROLES["code"]))
    else:
        put(sheet, EXAMPLE_ROW, one.number, _example(one), example)
        put(sheet, CODE_ROW, one.number, column.code, looks.format(ROLES["code"]))
    put(sheet, HEAD_ROW, one.number, column.label.vi, _head_style(column, looks))


def _head_style(column: Column, looks: Looks) -> Format:
    """What must be filled has its heading in bold."""
    if column.ours:
        return looks.format(sheet_look("ours_head"))
    return looks.format(sheet_look("head"), bold=column.required)


def _example(one: Drawn) -> str:
    """As declared, or as the kind or the list gives it; nothing over what is ours or given."""
    column = one.column
    if column.ours or one.key:
        return ""
    if column.example:
        return column.example
    if isinstance(column.kind, Choice) and column.kind.options:
        return column.kind.options[0].label.vi
    return "" if column.kind.name in _OWN_EXAMPLE else column.kind.example


# -- data --------------------------------------------------------------------------


def _draw_rows(sheet: Worksheet, filled: Filled, columns: list[Drawn], looks: Looks) -> None:
    for index, row in enumerate(filled.rows):
        if row is None:
            continue
        closed = filled.closed.get(index, frozenset())
        texts = []
        for one, role in _roles(filled.sheet, columns, closed):
            shown = _draw_value(sheet, filled.sheet, FIRST_ROW + index, one, role, row.get(one.column.code), looks)
            if isinstance(shown, str) and _look(one, role).get("text_wrap"):
                texts.append((shown, columns_pixels(one.width), False))
        if (points := row_height(texts, SIZE)) > ROW:
            sheet.set_row(FIRST_ROW + index - 1, points)


def _roles(declared: Sheet, columns: list[Drawn], closed: frozenset[str]) -> Iterator[tuple[Drawn, SheetRole]]:
    for one in columns:
        if one.column.ours:
            yield one, "ours"
        elif one.column.code in closed:
            yield one, "closed"
        else:
            yield one, "key" if one.key else "input"


def _draw_value(
    sheet: Worksheet, declared: Sheet, row: int, one: Drawn, role: SheetRole, value: Any, looks: Looks
) -> Value:
    """Write one cell; what stands in it then."""
    look = dict(_look(one, role))
    if role == "input" and declared.protected:
        look["locked"] = False
    if isinstance(value, Cell):
        put_cell(sheet, row, one.number, value, looks.format(_look_of_cell(look, one.column.kind, value)))
        return value.value
    plain = shown_value(one.column.kind, value)
    needs_style = role in ("key", "closed") or declared.protected
    if plain not in (None, "") or (needs_style and role != "ours"):
        put(sheet, row, one.number, plain, looks.format(look))
    return plain


def _look_of_cell(look: Look, kind: Kind, cell: Cell) -> Look:
    """What a cell is depends on its number format: a day, a share or a plain number must be written as such."""
    if cell.kind == "date":
        return look if kind.role else {**look, "num_format": "dd/mm/yyyy"}
    if cell.kind == "percent":
        return {**look, "num_format": "0.##%"}
    if cell.kind == "number" and kind.role:
        return {**look, "num_format": "General"}
    return look


# -- what helps while typing ---------------------------------------------------------


def _add_entry(sheet: Worksheet, one: Drawn, last: int, names: Mapping[str, str]) -> None:
    """A drop-down that warns and never stops, and a hint; a plain hint where there is no list."""
    name = list_of(one.column.kind)
    hint = _hint(one.column)
    options: dict[str, Any] = {"validate": "any"}
    if name in names:
        options = {
            "validate": "list",
            "source": f"={names[name]}",
            "error_type": "warning",
            "error_title": _NOT_LISTED.vi,
            "error_message": _KEEP_IT.vi,
            # Several values in a cell are never in the list: no warning for each of them.
            "show_error": not one.column.many,
        }
    if hint:
        options |= {"input_title": _cut(one.column.label.vi, _LONGEST_TITLE), "input_message": hint}
    if hint or name in names:
        sheet.data_validation(FIRST_ROW - 1, one.number - 1, last - 1, one.number - 1, options)


def list_of(kind: Kind) -> str:
    """The name of the list that a kind offers; empty where it has none."""
    if kind is YES_NO:
        return "yes_no"
    return kind.list_name if isinstance(kind, Choice) else ""


def offered(kind: Kind) -> tuple[str, ...]:
    """The words of that list, as a drop-down shows them."""
    options = YES_NO_OPTIONS if kind is YES_NO else kind.options if isinstance(kind, Choice) else ()
    return tuple(option.label.vi for option in options)


def _hint(column: Column) -> str:
    """The declared hint, else what the kind expects; words need none. Longer than Excel takes, xlsxwriter objects."""
    kind = column.kind
    if column.hint is not None:
        text = column.hint.vi
    elif isinstance(kind, Choice) or kind is YES_NO:
        text = _PICK.vi
    elif kind.name in ("line", "note") or (kind.name in _OWN_EXAMPLE and not column.example):
        text = ""
    else:
        label = kind.label.vi
        text = _EXPECTED.say("vi", {"kind": label[0].upper() + label[1:], "example": column.example or kind.example})
    if column.many and ";" not in text:
        text = _joined(text, _SEVERAL.vi)
    return _joined(_REQUIRED.vi, text) if text and column.required else text


def _joined(first: str, second: str) -> str:
    """Two sentences where Excel has room for both, else the longer one: it was declared."""
    both = f"{first} {second}".strip()
    return both if len(both) <= _LONGEST_HINT else max(first, second, key=len)


def _cut(text: str, longest: int) -> str:
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def _add_colours(sheet: Worksheet, columns: list[Drawn], last: int, looks: Looks) -> None:
    """Statuses are coloured by their words: plain equality in the same sheet, which Excel 2007 knows.

    Column A has them, and in the plan a column of ours that says how a task stands.
    """
    for one in columns:
        if one.column not in (CODES, NOTE) and one.column.ours and one.column.kind is LINE:
            first = f"${column_letters(one.number)}{FIRST_ROW}"
            for role, words in STATUS_WORDS.items():
                tests = ",".join(f'{first}="{word}"' for word in words)
                criteria = f"=OR({tests})" if len(words) > 1 else f"={tests}"
                options = {"type": "formula", "criteria": criteria, "format": looks.change(alert_look(role))}
                sheet.conditional_format(FIRST_ROW - 1, one.number - 1, last - 1, one.number - 1, options)


def _ignore_text_numbers(sheet: Worksheet, columns: list[Drawn], last: int) -> None:
    """No green corner where a code of digits is meant to be text."""
    places = [one.number for one in columns if one.column.kind.number_format == "@"]
    if places:
        ranges = " ".join(f"{column_letters(n)}{FIRST_ROW}:{column_letters(n)}{last}" for n in places)
        sheet.ignore_errors({"number_stored_as_text": ranges})


def _set_print(sheet: Worksheet, columns: list[Drawn]) -> None:
    """A4 across, one page wide, without our codes and notes; the headings are repeated on each page.

    A sheet that would come out too small to read takes two pages or more, each with the status and the first column.
    """
    printed = columns[: -len((CODES, NOTE))]
    wide = sum(columns_pixels(one.width) for one in printed if not one.column.detail)
    pages = math.ceil(wide / _WIDEST_PAGE)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(pages, 0)
    sheet.set_margins(**MARGINS)
    sheet.set_header(PAGE_NUMBER)
    sheet.set_start_page(1)
    sheet.repeat_rows(HEAD_ROW - 1)
    if pages > 1:
        sheet.repeat_columns(0, 1)
    sheet.print_area(0, 0, 1048575, len(printed) - 1)
