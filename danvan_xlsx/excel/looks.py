"""The house look by role: the only place that knows fonts, sizes, colours and lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from danvan_xlsx.excel.wrapping import columns_pixels, row_height
from danvan_xlsx.words.frame import GOOD, LOOK_AGAIN, NOTED, TO_MEND
from danvan_xlsx.words.page import Role, Spot

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook

Look = Mapping[str, Any]

#: Nghị định 30/2020/NĐ-CP, Phụ lục I: Times New Roman; 13–14 in the text of a page, here no table below 11.
FONT, SIZE, PAGE_SIZE = "Times New Roman", 11, 13

_INK, _GREY_INK, _FAINT_INK = "#000000", "#595959", "#8C8C8C"
_HEAD_FILL, _KEY_FILL, _CLOSED_FILL, _OURS_FILL = "#E4EAF0", "#F2F2F2", "#D9D9D9", "#FAFAFA"
_LINE, _FAINT_LINE = "#7F7F7F", "#BFBFBF"

_ALERTS: dict[str, Look] = {
    # Read without colours too: the worst is bold, the best plain; fills come out as light greys.
    "bad": {"font_color": "#8E1B10", "bold": True, "bg_color": "#F8DAD5"},
    "warn": {"font_color": "#6B4A00", "bold": True, "bg_color": "#FDF0CC"},
    "note": {"font_color": "#1F3864", "bg_color": "#E4ECF6"},
    "good": {"font_color": "#1E5C2E", "bg_color": "#E6F2E6"},
}

_TOP: Look = {"valign": "top"}
_BOX: Look = {"border": 1, "border_color": _LINE}
_GRID: Look = {"border": 1, "border_color": _FAINT_LINE}

#: What each role looks like wherever it stands; place (sheet, page, table) is laid over it.
ROLES: dict[Role, Look] = {
    "title": {"bold": True, "font_size": 14, "valign": "vcenter"},
    "owner": {"font_size": 11, "valign": "vcenter", "font_color": _GREY_INK},
    "help": {"italic": True, "font_size": 10, "valign": "vcenter", "font_color": _GREY_INK},
    "code": {"font_size": 6, "font_color": _FAINT_INK, "valign": "vcenter"},
    "head": {
        "bold": True,
        "text_wrap": True,
        "align": "center",
        "valign": "vcenter",
        "bg_color": _HEAD_FILL,
    },
    "section": {"bold": True, "valign": "vcenter", "text_wrap": True},
    "text": {"text_wrap": True, **_TOP},
    "line": {**_TOP},
    "center": {"align": "center", "text_wrap": True, **_TOP},
    "number": {"align": "right", "num_format": "#,##0", **_TOP},
    "share": {"align": "right", "num_format": "0.0", **_TOP},
    "day": {"align": "center", "num_format": "dd/mm/yyyy", **_TOP},
    "link": {"font_color": "#1F3864", "underline": 1, "text_wrap": True, **_TOP},
    **{role: {**look, "text_wrap": True, **_TOP} for role, look in _ALERTS.items()},  # type: ignore[misc]
    "total": {"bold": True, "align": "right", "num_format": "#,##0", "bg_color": _KEY_FILL, **_TOP},
    "lead": {"bold": True, "text_wrap": True, "valign": "vcenter"},
    # Nghị định 30/2020/NĐ-CP, Phụ lục I, mục IV: the word Phụ lục 14 bold, what it is attached to 13–14 italic.
    "annex": {"bold": True, "font_size": 14, "align": "center", "valign": "vcenter"},
    "attached": {"italic": True, "font_size": PAGE_SIZE, "align": "center", "valign": "vcenter", "text_wrap": True},
    "printed": {"italic": True, "font_size": 9, "align": "center", "valign": "vcenter", "text_wrap": True},
    "form_head": {"font_size": 9, "align": "center", "valign": "vcenter", "text_wrap": True, "bg_color": _HEAD_FILL},
    "signed": {"bold": True, "font_size": 12, "align": "center", "text_wrap": True, **_TOP},
}

#: Roles that are above a table or stand alone: no lines around them in a sheet of ours.
_UNRULED = frozenset({"title", "owner", "help", "code", "line"})


def own_look(role: Role) -> Look:
    """A spot of our own sheet in a staff workbook."""
    return ROLES[role] if role in _UNRULED else {**ROLES[role], **_GRID}


def own_row_height(line: Sequence[Spot], widths: Sequence[float]) -> float:
    """Points that a row of our own sheet needs for its wrapped texts; widths in characters."""
    wrapped = [
        (str(spot.value or ""), columns_pixels(width), bool(own_look(spot.role).get("bold")))
        for spot, width in zip(line, widths, strict=False)
        if own_look(spot.role).get("text_wrap")
    ]
    return row_height(wrapped, SIZE)


def table_look(role: Role) -> Look:
    """A spot of a table on a page."""
    return {**ROLES[role], **_BOX}


_ON_PAGE: dict[Role, Look] = {
    "title": {"font_size": 14, "align": "center", "text_wrap": True},
    "owner": {"font_size": PAGE_SIZE, "align": "center", "text_wrap": True},
    "help": {"font_size": 11, "text_wrap": True, **_TOP},
    "section": {"font_size": PAGE_SIZE},
    "text": {"font_size": PAGE_SIZE, "valign": "vcenter"},
    "line": {"font_size": PAGE_SIZE},
    "center": {"font_size": PAGE_SIZE},
    "link": {"font_size": PAGE_SIZE},
    "lead": {"font_size": PAGE_SIZE},
    "bad": {"font_size": PAGE_SIZE},
    "warn": {"font_size": PAGE_SIZE},
    "note": {"font_size": PAGE_SIZE},
    "good": {"font_size": PAGE_SIZE},
}


def paragraph_look(role: Role) -> Look:
    """A text over the width of a page."""
    return {**ROLES[role], **_ON_PAGE.get(role, {})}


#: Cells of a sheet that staff fill; `input` and `key` get alignment and number format from the column's kind.
SheetRole = Literal["example", "head", "input", "key", "closed", "ours", "ours_head"]

_SHEET: dict[SheetRole, Look] = {
    "example": {"italic": True, "font_size": 10, "font_color": _FAINT_INK, "valign": "vcenter"},
    "head": {**ROLES["head"], **_BOX},
    "input": {**_TOP, **_GRID},
    "key": {"bg_color": _KEY_FILL, **_TOP, **_GRID},
    "closed": {"bg_color": _CLOSED_FILL, **_TOP, **_GRID},
    "ours": {"font_color": _GREY_INK, "bg_color": _OURS_FILL, **_TOP, **_GRID},
    "ours_head": {**ROLES["head"], "bold": False, "italic": True, "bg_color": _CLOSED_FILL, **_BOX},
}


def sheet_look(role: SheetRole) -> Look:
    """A cell of a sheet that staff fill."""
    return _SHEET[role]


#: The colours of column A by what stands in it; the words of a task's status are those of `plan.status`.
STATUS_WORDS: dict[Literal["bad", "warn", "note", "good"], tuple[str, ...]] = {
    "bad": (TO_MEND.vi, "Quá hạn", "Chưa đạt chỉ tiêu"),
    "warn": (LOOK_AGAIN.vi, "Thiếu minh chứng", "Sắp đến hạn", "Chưa có số liệu"),
    "note": (NOTED.vi,),
    "good": (GOOD.vi, "Hoàn thành", "Hoàn thành muộn", "Không phát sinh"),
}


def alert_look(role: Literal["bad", "warn", "note", "good"]) -> Look:
    """What a conditional format lays over a cell; of fonts it can change no more than weight and colour."""
    return _ALERTS[role]


#: Bars that stay apart in black and white: dark, light, hatched, white.
BARS: tuple[Look, ...] = (
    {"fill": {"color": "#404040"}, "border": {"color": _INK, "width": 0.75}},
    {"fill": {"color": "#BFBFBF"}, "border": {"color": _INK, "width": 0.75}},
    {
        "pattern": {"pattern": "wide_upward_diagonal", "fg_color": "#404040", "bg_color": "#FFFFFF"},
        "border": {"color": _INK, "width": 0.75},
    },
    {"fill": {"color": "#FFFFFF"}, "border": {"color": _INK, "width": 0.75}},
    {
        "pattern": {"pattern": "percent_20", "fg_color": "#404040", "bg_color": "#FFFFFF"},
        "border": {"color": _INK, "width": 0.75},
    },
)
CHART_FONT: Look = {"name": FONT, "size": SIZE, "bold": False}
CHART_LINE: Look = {"color": _FAINT_LINE, "width": 0.5}

#: Nghị định 30/2020/NĐ-CP, Phụ lục I: the page's number stands in the middle of the top margin, size 13–14.
PAGE_NUMBER = f'&C&"{FONT},Regular"&{PAGE_SIZE}&P'
#: Margins in inches: left 30 mm, right 15 mm, top and bottom 20 mm.
MARGINS = {"left": 1.18, "right": 0.59, "top": 0.79, "bottom": 0.79}


def draft_line(mark: str) -> str:
    """A header with a mark to the left of every page, the page's number in the middle; the right corner stays free."""
    return f'&L&"{FONT},Bold"&{PAGE_SIZE} {mark.replace("&", "&&")}{PAGE_NUMBER}'


def foot_line(text: str) -> str:
    """A footer: `&` is a command there and is doubled; 255 characters are all Excel takes."""
    head = f'&L&"{FONT},Italic"&9'
    escaped = text.replace("&", "&&")
    # A digit right after the size would be read as a part of it.
    return f"{head} {escaped}"[:255]


#: What a workbook begins with: widths of columns are counted in digits of this font.
DEFAULT_FORMAT = {"font_name": FONT, "font_size": SIZE, "font_scheme": "none"}


class Looks:
    """The formats of one workbook: each look is made once."""

    def __init__(self, workbook: Workbook) -> None:
        self._workbook = workbook
        self._made: dict[frozenset[tuple[str, Any]], Format] = {}

    def format(self, look: Look, **more: Any) -> Format:
        properties = {**DEFAULT_FORMAT, **look, **more}
        key = frozenset(properties.items())
        if key not in self._made:
            self._made[key] = self._workbook.add_format(properties)
        return self._made[key]

    def change(self, look: Look) -> Format:
        """What a conditional format lays over a cell; Excel lets it change neither font nor size."""
        key = frozenset({**look, "conditional": True}.items())
        if key not in self._made:
            self._made[key] = self._workbook.add_format(dict(look))
        return self._made[key]
