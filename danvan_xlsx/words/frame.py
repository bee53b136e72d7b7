"""The frame around every sheet that staff fill: our three columns, the row statuses, and what `_META` carries."""

from __future__ import annotations

from danvan_xlsx.words.kinds import LINE
from danvan_xlsx.words.layout import Column, Sheet
from danvan_xlsx.words.text import Text

#: Ours stand around the declared columns: the status first (frozen), the codes and the note last.
STATUS = Column("_status", Text("Tình trạng", "Status"), LINE, width=12, ours=True)
CODES = Column("_codes", Text("Mã lỗi", "Codes"), LINE, width=11, ours=True)
NOTE = Column("_note", Text("Ghi chú của hệ thống", "Note of the program"), LINE, width=60, ours=True)

#: A note in a row is not wrapped and is cut here; the rest stands in *Tổng hợp*.
NOTE_LENGTH = 250

GOOD = Text("Đạt", "In order")
NOTED = Text("Lưu ý", "Note")
LOOK_AGAIN = Text("Cần xem lại", "Look again")
TO_MEND = Text("Cần sửa", "To mend")

#: The layout that `_META` names; a sheet or column changed in meaning raises the version.
LAYOUT, LAYOUT_VERSION = "danvan", 1

META_SHEET, LIST_SHEET = "_META", "_DANHMUC"

#: Keys of `_META` (column A), their values in column B; `style.<role>` has its value cell in that role's style.
META_LAYOUT, META_VERSION, META_KIND = "layout", "layout_version", "kind"
META_COMMUNE, META_UNIT, META_YEAR = "commune", "unit", "year"
META_STYLE = "style."
#: Of a report's annexes also which period they tell of and in which form: what the level above reads.
META_PERIOD, META_SINCE, META_UNTIL, META_FORM = "period", "since", "until", "form"

#: Values of `kind`: the clerk's plan, a unit's workbook, or one of our outputs, which is never read as an input.
PLAN_BOOK, UNIT_BOOK, OUTPUT_BOOK = "plan", "unit", "output"


def status_mark(sheet_code: str) -> str:
    """The machine code of our status column: it also says which sheet this is, whatever its title."""
    return f"{STATUS.code}.{sheet_code}"


def framed(sheet: Sheet) -> tuple[Column, ...]:
    """All columns as drawn: our status, the declared ones, our codes and note."""
    return (STATUS, *sheet.columns, CODES, NOTE)
