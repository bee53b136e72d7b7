"""The slip that a village fills by hand: one A4 whose columns are those of the registers it is typed into."""

from __future__ import annotations

from collections.abc import Mapping

from danvan_xlsx.plan.plan import Plan, Village
from danvan_xlsx.words.kinds import Choice
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.page import Block, Gap, Page, Paragraph, Spot, Table, TableColumn
from danvan_xlsx.words.text import Text

#: Sheet code → its columns on paper with grid columns each, and how many blank lines. In all twelve grid columns.
_PARTS: dict[str, tuple[tuple[tuple[str, int], ...], int]] = {
    "votes": (
        (
            ("day", 1),
            ("kind", 1),
            ("content", 3),
            ("form", 1),
            ("households", 1),
            ("attending", 1),
            ("in_favour", 1),
            ("against", 1),
            ("result", 2),
        ),
        3,
    ),
    "contributions": (
        (("content", 4), ("rate", 2), ("households", 1), ("collected", 2), ("spent", 2), ("published_on", 1)),
        2,
    ),
    "opinions": ((("raised_on", 1), ("content", 7), ("field", 2), ("handler", 2)), 3),
    "broadcasts": ((("month", 1), ("topic", 6), ("times", 2), ("minutes", 3)), 2),
}
_GRID = (12.5,) * 12
#: Two lines of print are room for one line of handwriting.
_BLANK = Spot("\n", "text")

_HEADING = Text("PHIẾU GHI SỐ LIỆU DÂN VẬN CHÍNH QUYỀN CỦA THÔN", "FIGURES OF THE VILLAGE")
_OWNER = Text("Thôn {village} · UBND xã {commune} · Năm {year}", "{village} · {commune} · {year}")
_DOTS = "………………………"
_HELP = Text(
    "Trưởng thôn ghi tay, mỗi việc một dòng; không có việc phát sinh thì ghi “Không phát sinh”. "
    "Phiếu gửi người ghi sổ của UBND xã trong vòng 3 ngày sau mỗi cuộc họp và ngày cuối tháng.",
    "Filled by hand by the head of the village, a matter a line; where there is none: “nothing arose”. "
    "To the keeper of the registers within 3 days after a meeting and on the last day of the month.",
)
_SIGNED = Text(
    "Ngày ……/……/{year}        Trưởng thôn (ký, ghi rõ họ tên)",
    "Day ……/……/{year}        Head of the village (signature)",
)


def village_slip(plan: Plan, sheets: Mapping[str, Sheet], village: Village | None = None) -> Page:
    """The slip of a village, or with its name left open; a register that is not declared has no part in it."""
    values = {
        "village": village.name if village else _DOTS,
        "commune": plan.commune_name,
        "year": str(plan.year),
    }
    return Page(
        _title(village),
        _GRID,
        (
            Paragraph(_HEADING.vi, "title"),
            Paragraph(_OWNER.say("vi", values), "owner"),
            Paragraph(_HELP.vi, "help"),
            *(block for code in _PARTS if code in sheets for block in _part(sheets[code])),
            Gap(8),
            Paragraph(_SIGNED.say("vi", values), "center"),
        ),
        landscape=True,
        one_page=True,
    )


def village_slips(plan: Plan, sheets: Mapping[str, Sheet]) -> tuple[Page, ...]:
    """A slip for each village of the plan, or one open slip where the plan names none."""
    if not plan.villages:
        return (village_slip(plan, sheets),)
    return tuple(village_slip(plan, sheets, village) for village in plan.villages.values())


def _title(village: Village | None) -> str:
    """A sheet's title: the code keeps it unique where two long names begin alike."""
    if village is None:
        return "Phieu thon"
    return f"{village.code} {village.name}"[:31].translate(str.maketrans("[]:*?/\\'", "        ")).strip()


def _is_short(kind: Choice) -> bool:
    """Lists of a few words are printed; longer ones would fill the slip."""
    return 0 < len(kind.options) <= 6


def _part(sheet: Sheet) -> tuple[Block, ...]:
    columns, lines = _PARTS[sheet.code]
    heads = tuple(TableColumn((sheet.by_code[code].label.vi,), span) for code, span in columns)
    choices = [(column.label.vi, column.kind) for code, _ in columns if (column := sheet.by_code[code])]
    words = [f"{label}: {kind.listed()}." for label, kind in choices if isinstance(kind, Choice) and _is_short(kind)]
    return (
        Gap(4),
        Paragraph(sheet.title.vi, "section"),
        *([Paragraph(" ".join(words), "help")] if words else []),
        Table(heads, ((_BLANK,) * len(columns),) * lines),
    )
