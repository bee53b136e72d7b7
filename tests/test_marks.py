"""What our three columns say beside each row, and the plan's beside each task."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from danvan_xlsx.check.outcome import SheetRead
from danvan_xlsx.check.place import place
from danvan_xlsx.check.read import marked_rows, read
from danvan_xlsx.plan.sheets import TASKS_SHEET
from danvan_xlsx.plan.status import Status
from danvan_xlsx.registers.tasks import TASKS
from danvan_xlsx.report.marks import Cells, marks, note, plan_marks
from danvan_xlsx.report.unit_summary import OWN_MARK
from danvan_xlsx.words.finding import Finding, Severity
from danvan_xlsx.words.frame import NOTE_LENGTH
from danvan_xlsx.words.layout import Place, Sheet, column_letters
from danvan_xlsx.words.rules import found, say
from danvan_xlsx.words.text import Text
from tests.outcomes import states
from tests.shelf import LOANS, typed_sheet
from tests.tables import table

#: A the status, B day, C people, D purpose, E reason, F the codes, G the note.
FORM = """
    5 | _status.loans | day | people | purpose | reason | _codes | _note
    6 | Tình trạng | Ngày mượn | Số người | Mục đích | Lý do | Mã lỗi | Ghi chú của hệ thống
    """


def sheet(rows: str) -> tuple[SheetRead, list[Finding]]:
    sheets = place("VP.xlsx", "VP", [typed_sheet(FORM.strip() + "\n" + rows)], [LOANS], OWN_MARK)
    placed, grid = sheets.placed["loans"]
    lines, findings = read(placed, grid)
    return SheetRead(placed, tuple(lines), marked_rows(placed, grid)), [*sheets.findings, *findings]


def seen(cells: Cells, *columns: str) -> dict[str, object]:
    """`A7` → value; of some columns only, where they are named."""
    named = {f"{column_letters(column)}{row}": value for (row, column), value in cells.items()}
    return {cell: value for cell, value in named.items() if not columns or cell[0] in columns}


def test_each_row_says_how_it_stands_with_all_its_codes() -> None:
    one, findings = sheet(
        """
        7  | | #44625      | #12     | | |
        8  | | #44625      | 12 hộ   | Việc khác | |
        9  | | 05/03/2022  | #12     | | |
        11 | | quý I       |         | Công việc | |
        """
    )
    late = Finding("BM05", one.placed.place(7, "day"), {}, Severity.WARNING)

    assert seen(marks(one, findings), "A", "F") == {
        "A7": "Lưu ý", "F7": "DL23",
        "A8": "Cần sửa", "F8": "DL03, DL09, DL23",
        "A9": "Lưu ý", "F9": "DL22",
        "A11": "Cần sửa", "F11": "DL02, DL01, DL28",
    }  # fmt: skip
    assert seen(marks(one, [late]), "A", "F") == {
        "A7": "Cần xem lại", "F7": "BM05",
        "A8": "Đạt", "F8": None,
        "A9": "Đạt", "F9": None,
        "A11": "Đạt", "F11": None,
    }  # fmt: skip


def test_a_row_in_order_says_so_and_nothing_more() -> None:
    one, findings = sheet("7 | Cần sửa | '05/03/2022 | #12 | | | DL03 | Ô C7 …")

    assert seen(marks(one, [])) == {"A7": "Đạt", "F7": None, "G7": None}
    assert [finding.code for finding in findings] == ["DL22"]


def test_a_row_that_was_emptied_has_ours_emptied_and_a_row_never_used_is_left_alone() -> None:
    one, _ = sheet("7 | Cần sửa | | | | | DL03 |\n8 | | | | | | |\n9 | | ␣ | | | | | Ô C9 …")

    assert seen(marks(one, [])) == {"A7": None, "F7": None, "G7": None, "A9": None, "F9": None, "G9": None}


def test_a_column_of_ours_that_is_gone_is_not_written() -> None:
    sheets = place(
        "VP.xlsx",
        "VP",
        [typed_sheet("5 | _status.loans | day | people | purpose | reason | _codes\n7 | | #44625 | #12 | | |")],
        [LOANS],
        OWN_MARK,
    )
    placed, grid = sheets.placed["loans"]
    rows, _ = read(placed, grid)

    assert seen(marks(SheetRead(placed, tuple(rows)), [])) == {"A7": "Đạt", "F7": None}


def test_what_is_told_of_headings_and_of_the_sheet_marks_no_row() -> None:
    one, _ = sheet("7 | | #44625 | #12 | | |")
    told = [found("BM35", Place("VP.xlsx", "Sổ mượn sách", 5, 3)), found("BM20", Place("VP.xlsx", "Sổ mượn sách"))]

    assert seen(marks(one, told), "A") == {"A7": "Đạt"}


def test_a_row_that_only_stands_ready_is_not_marked_unless_something_is_told_of_it() -> None:
    keyed = Sheet("loans", LOANS.title, LOANS.columns, key=("day",))
    sheets = place(
        "VP.xlsx",
        "VP",
        [table(keyed, "| day | people |\n| 05/03/2022 | |\n| 06/03/2022 | 3 |\n| 07/03/2022 | |")],
        [keyed],
        OWN_MARK,
    )
    placed, grid = sheets.placed["loans"]
    rows, _ = read(placed, grid)
    told = [found("DL16", placed.place(9, "day"), column=Text("Ngày", "Day"), raw="x", as_of="y")]

    assert seen(marks(SheetRead(placed, tuple(rows)), told), "A") == {"A7": None, "A8": "Đạt", "A9": "Cần sửa"}


def test_a_task_in_order_shows_its_status_and_one_to_mend_what_is_wrong() -> None:
    grid = table(TASKS, "| code | assessment |\n| II.1.1 | |\n| II.2.9 | xong rồi |")
    placed, grid = place("VP.xlsx", "VP", [grid], [TASKS], OWN_MARK).placed["tasks"]
    rows, findings = read(placed, grid)
    standing = {7: Status.OVERDUE.label, 8: Status.DONE.label}

    cells = marks(SheetRead(placed, tuple(rows)), findings, standing)

    assert seen(cells, "A") == {"A7": "Quá hạn", "A8": "Cần sửa"}


def test_marking_twice_is_marking_once() -> None:
    rows = "7 | | #44625 | 12 hộ | | |\n9 | | #44625 | #3 | | |"
    one, findings = sheet(rows)
    cells = marks(one, findings)
    written = {at: [cells[at, number] or "" for number in (1, 6, 7)] for at in (7, 9)}
    again, told = sheet(
        f"7 | {written[7][0]} | #44625 | 12 hộ | | | {written[7][1]} | {written[7][2]}\n"
        f"9 | {written[9][0]} | #44625 | #3 | | | {written[9][1]} | {written[9][2]}"
    )

    assert marks(again, told) == cells


# -- the note --------------------------------------------------------------------------


def of_length(length: int) -> Finding:
    """A finding whose two sentences are that long."""
    bare = Finding("BM20", Place("VP.xlsx", "S"), {"columns": ""})
    short = len(" ".join(say(bare)))
    return Finding("BM20", bare.place, {"columns": "x" * (length - short)})


def test_the_note_says_the_fault_and_its_remedy() -> None:
    one, findings = sheet("7 | | #44625 | 12 hộ | | |")

    text = str(seen(marks(one, findings))["G7"])
    assert text.startswith("Ô C7 ghi “12 hộ”; cột Số người chỉ ghi số. Đề nghị ghi 12. | Ô B7 hiện số 44625;")


def test_what_was_accepted_has_its_reason_in_the_note_and_no_remedy() -> None:
    assert note([Finding("BM20", Place("x", "S"), {"columns": "A"}, Severity.NOTE, "Nghỉ Tết (Chủ tịch)")]).endswith(
        "ở trang “S”. Đã chấp nhận: Nghỉ Tết (Chủ tịch)"
    )


@pytest.mark.parametrize(
    ("lengths", "length", "cut"),
    [
        ((250,), 250, False),
        ((251,), 250, True),
        ((170, 170), 172, True),
        ((249, 170), 250, True),
        ((248, 170), 250, True),
        ((300, 170), 250, True),
        ((170, 170, 170), 172, True),
    ],
)
def test_a_note_is_cut_where_it_would_be_too_long_and_the_cut_is_seen(
    lengths: tuple[int, ...], length: int, cut: bool
) -> None:
    text = note([of_length(one) for one in lengths])

    assert (len(text), text.endswith("…")) == (length, cut)


@given(st.lists(st.integers(160, 400), min_size=1, max_size=4))
def test_a_note_never_is_longer_than_the_cell_shows(lengths: list[int]) -> None:
    text = note([of_length(one) for one in lengths])

    assert len(text) <= NOTE_LENGTH
    assert text.endswith("…") == (sum(lengths) + 3 * (len(lengths) - 1) > NOTE_LENGTH)


def test_the_gravest_of_a_row_is_said_first() -> None:
    one, _ = sheet("7 | | #44625 | #12 | | |")
    at = one.placed
    told = [
        Finding("DL22", at.place(7, "day"), {"raw": "a", "expected": "b"}, Severity.NOTE),
        Finding("DL03", at.place(7, "people"), {"raw": "a", "expected": "b", "column": ""}, Severity.ERROR),
        Finding("DL02", at.place(7, "day"), {"raw": "a", "column": ""}, Severity.ERROR),
    ]

    assert seen(marks(one, told), "A", "F") == {"A7": "Cần sửa", "F7": "DL02, DL03, DL22"}


# -- the plan --------------------------------------------------------------------------


def plan_sheet(text: str) -> SheetRead:
    placed, grid = place("KH.xlsx", "", [table(TASKS_SHEET, text)], [TASKS_SHEET], OWN_MARK).placed["plan_tasks"]
    rows, _ = read(placed, grid)
    return SheetRead(placed, tuple(rows), marked_rows(placed, grid))


def beside_tasks(one: SheetRead) -> dict[int, list[object]]:
    """Row → status, actual, progress, evidence as they will stand."""
    ours = [one.placed.columns[code] for code in ("status", "actual", "progress", "evidence_found")]
    (cells,) = plan_marks([one], states(date(2022, 11, 14))).values()
    assert {column for _, column in cells} <= set(ours)
    return {row: [cells[row, column] for column in ours] for row in sorted({row for row, _ in cells})}


HEAD = "| code | title | status |\n"


def test_each_task_of_the_plan_shows_status_figure_progress_and_evidence() -> None:
    one = plan_sheet(f"{HEAD}| II.1.1 | x | |\n| II.2.1 | x | |\n| ii.2.2 | x | |\n| II.4.1 | x | |\n| II.4.2 | x | |")

    assert beside_tasks(one) == {
        7: ["Hoàn thành", None, 100, "Văn bản ban hành: 1 ô"],
        8: ["Chưa đạt chỉ tiêu", "Đạt 2/3 kỳ", 67, None],
        9: ["Chưa đạt chỉ tiêu", "50,7%", 72, "Sổ tiếp công dân: 3 ô"],
        10: ["Hoàn thành", "54", 100, "Sổ tiếp công dân: 54 ô"],
        11: ["Sắp đến hạn", None, 0, None],
    }


def test_a_doubled_or_emptied_row_of_the_plan_says_nothing_any_more() -> None:
    one = plan_sheet(
        f"{HEAD}| II.1.1 | x | Đang |\n| II.1.1 | x | Hoàn thành |\n| | | Quá hạn |\n| | | |\n| X.9 | x | |"
    )

    assert beside_tasks(one) == {
        7: ["Hoàn thành", None, 100, "Văn bản ban hành: 1 ô"],
        8: [None] * 4,
        9: [None] * 4,
        11: [None] * 4,
    }


def test_other_sheets_of_the_plan_get_no_status() -> None:
    one, _ = sheet("7 | | #44625 | #12 | | |")

    assert plan_marks([one], states(date(2022, 11, 14))) == {}
