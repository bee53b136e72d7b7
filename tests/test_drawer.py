"""A drawn workbook as openpyxl, which knows nothing of us, finds it; and what our reader makes of it again."""

from __future__ import annotations

import zipfile
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from danvan_xlsx.excel.drawer import draw, draw_pages
from danvan_xlsx.excel.filled import HEIGHTS, LAST_ROW
from danvan_xlsx.excel.looks import STATUS_WORDS
from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.plan.status import Status
from danvan_xlsx.words.book import Book, Filled
from danvan_xlsx.words.frame import GOOD, LOOK_AGAIN, NOTED, TO_MEND, framed
from danvan_xlsx.words.kinds import (
    CODE,
    COUNT,
    DOCUMENT_NUMBER,
    FACT_DAY,
    KINDS,
    LINE,
    MONEY,
    MONTH,
    NOTE,
    NUMBER,
    PERCENT,
    YES_NO,
    Month,
    Option,
    choice,
)
from danvan_xlsx.words.layout import FIRST_ROW, Cell, Column, Grid, Sheet
from danvan_xlsx.words.page import (
    OWN_ROLES,
    OwnSheet,
    Page,
    Paragraph,
    Spot,
    Table,
    TableColumn,
)
from danvan_xlsx.words.text import Personal, Text

# Whole columns are printed, and openpyxl has no model of that.
pytestmark = pytest.mark.filterwarnings("ignore:Print area cannot be set")

DAY = date(2022, 11, 14)
OWNER = Text("UBND xã Minh Sơn · Văn phòng · Năm 2022", "Minh Sơn")
SESSIONS = (Option("regular", Text("Thường xuyên", "Regular")), Option("scheduled", Text("Định kỳ", "Scheduled")))

VISITS = Sheet(
    "visits",
    Text("Sổ tiếp công dân", "Visits"),
    (
        Column("day", Text("Ngày tiếp", "Day"), FACT_DAY, required=True, width=12),
        Column("session", Text("Hình thức", "Session"), choice("session", *SESSIONS), required=True),
        Column("people", Text("Số người tham gia buổi tiếp công dân", "People"), COUNT, width=8),
        Column("crowd", Text("Đông người", "Crowd"), YES_NO),
        Column("topics", Text("Chủ đề", "Topics"), choice("session", *SESSIONS), many=True, detail=True),
        Column("note", Text("Ghi chú", "Note"), NOTE, width=30, detail=True, hint=Text("Ghi ngắn gọn.", "In short.")),
        Column("code", Text("Mã", "Code"), CODE, example="D-05"),
    ),
    about=Text("Mỗi lượt tiếp một dòng.", "A visit a line."),
)

TASKS = Sheet(
    "duties",
    Text("Nhiệm vụ", "Tasks"),
    (
        Column("code", Text("Mã", "Code"), CODE, required=True),
        Column("title", Text("Nội dung", "Task"), NOTE, width=40),
        Column("assessment", Text("Tự đánh giá", "Assessment"), LINE),
        Column("done_on", Text("Ngày hoàn thành", "Done on"), FACT_DAY, width=12),
    ),
    key=("code", "title"),
    protected=True,
)

OWN = OwnSheet(
    "_status.overview",
    "Tổng hợp",
    (11, 9, 62),
    (
        (Spot("TỔNG HỢP", "title"),),
        (Spot(OWNER.vi, "owner"),),
        (),
        (),
        (Spot("_status.overview", "code"),),
        (Spot("Loại", "head"), Spot("Mã", "head"), Spot("Nội dung", "head")),
        (Spot("Lỗi", "bad"), Spot("DL03", "center"), Spot("Ô C7", "link", "#'Sổ tiếp công dân'!C7")),
    ),
)

META = {"layout": "danvan", "kind": "unit", "unit": "VP"}
VISIT_ROWS: tuple[dict[str, Any] | None, ...] = (
    {"day": date(2022, 3, 5), "session": SESSIONS[1], "people": 1250, "crowd": True, "code": "084"},
    None,
    {"day": Cell("5/3/22"), "people": Cell("12 người"), "note": Personal("=SUM(A1)"), "topics": list(SESSIONS)},
)
TASK_ROWS = ({"code": "II.1.1", "title": "Học tập, quán triệt"}, {"code": "II.1.2", "title": "Tiếp công dân"})


def book(**changes: Any) -> Book:
    leaves = (
        OWN,
        Filled(TASKS, OWNER, TASK_ROWS, {1: frozenset({"assessment"})}),
        Filled(VISITS, OWNER, VISIT_ROWS),
    )
    fields: dict[str, Any] = {"name": "vp", "title": Text("Sổ", "Book"), "leaves": leaves, "meta": META}
    return Book(**{**fields, **changes})


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("drawn") / "vp.xlsx"
    draw(book(), path, created=DAY)
    return path


@pytest.fixture(scope="module")
def workbook(path: Path) -> openpyxl.Workbook:
    return openpyxl.load_workbook(path)


@pytest.fixture
def visits(workbook: openpyxl.Workbook) -> Worksheet:
    return workbook["Sổ tiếp công dân"]


# -- the frame -------------------------------------------------------------------------


def test_the_six_rows_of_the_frame_stand_over_the_data(visits: Worksheet) -> None:
    columns = framed(VISITS)

    assert [visits.cell(row, 1).value for row in (1, 2, 3, 4)] == [
        "Sổ tiếp công dân",
        OWNER.vi,
        "Mỗi lượt tiếp một dòng.",
        "Ví dụ",
    ]
    codes = [visits.cell(5, number).value for number in range(1, len(columns) + 2)]
    assert codes == ["_status.visits", *(column.code for column in columns[1:]), None]
    heads = [visits.cell(6, number).value for number in range(1, len(columns) + 2)]
    assert heads == [*(column.label.vi for column in columns), None]


def test_examples_are_declared_or_come_from_the_list_or_the_kind(visits: Worksheet) -> None:
    assert [visits.cell(4, number).value for number in range(2, 11)] == [
        "05/03/2022", "Thường xuyên", "12", "Có", "Thường xuyên", None, "D-05", None, None,
    ]  # fmt: skip


def test_the_frozen_rows_leave_room_on_a_small_screen(visits: Worksheet) -> None:
    assert visits.freeze_panes == "B7"
    pixels = sum(visits.row_dimensions[row].height * 4 / 3 for row in range(1, 7))
    assert pixels == sum(HEIGHTS.values())
    assert pixels < 130


def test_a_long_heading_widens_its_column_to_two_lines(visits: Worksheet) -> None:
    assert visits.column_dimensions["D"].width > 16
    assert visits.column_dimensions["B"].width == pytest.approx(12.7, abs=0.1)


def test_required_headings_are_bold(visits: Worksheet) -> None:
    assert [visits.cell(6, number).font.bold for number in range(1, 11)] == [False, True, True] + [False] * 7


def test_everything_is_in_times_new_roman(workbook: openpyxl.Workbook) -> None:
    fonts = {cell.font.name for sheet in workbook for row in sheet.iter_rows() for cell in row}

    assert fonts == {"Times New Roman"}


# -- cells ------------------------------------------------------------------------------


def test_values_stand_as_their_kind_shows_them(visits: Worksheet) -> None:
    assert [visits.cell(7, number).value for number in range(2, 9)] == [
        datetime(2022, 3, 5), "Định kỳ", 1250, "Có", None, None, "084",
    ]  # fmt: skip
    assert visits["B7"].number_format == "dd/mm/yyyy"
    assert visits["D7"].number_format == "#,##0"
    assert visits["H7"].number_format == "@"


def test_cells_are_written_as_they_are_and_text_is_never_a_formula(visits: Worksheet) -> None:
    assert [visits.cell(8, number).value for number in range(1, 11)] == [None] * 10
    assert (visits["B9"].value, visits["D9"].value) == ("5/3/22", "12 người")
    assert (visits["G9"].value, visits["G9"].data_type) == ("=SUM(A1)", "s")
    assert visits["F9"].value == "Thường xuyên; Định kỳ"


def test_empty_rows_cost_no_cells(visits: Worksheet) -> None:
    assert visits.max_row == 9


ODD = {
    "number in a column of text": (LINE, Cell(12.0, "number")),
    "day in a column of text": (LINE, Cell(44625.0, "date")),
    "day in a column of numbers": (COUNT, Cell(44625.0, "date")),
    "share": (PERCENT, Cell(0.7, "percent")),
    "number in a column of days": (FACT_DAY, Cell(44625.0, "number")),
    "boolean": (YES_NO, Cell(True, "bool")),
    "text": (COUNT, Cell("  12\u00a0người \n")),
    "error": (COUNT, Cell("#N/A", "error", True)),
    "reference lost": (COUNT, Cell("#REF!", "error", True)),
    "never calculated": (COUNT, Cell("", "uncalculated", True)),
    "result of a formula": (COUNT, Cell(12.0, "number", True)),
    "words of a formula": (LINE, Cell('có "dấu"', "text", True)),
}


@pytest.mark.parametrize("case", ODD)
def test_an_odd_cell_is_read_as_it_was_given(case: str, tmp_path: Path) -> None:
    kind, cell = ODD[case]

    assert read_back(kind, [cell], tmp_path) == [cell]


def test_a_contradictory_cell_cannot_be_drawn(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="cannot be drawn"):
        read_back(COUNT, [Cell("1,5", "broken")], tmp_path)
    assert list(tmp_path.iterdir()) == []


def read_back(kind: Any, values: list[Any], folder: Path) -> list[Cell | None]:
    """What our reader finds in a column after these values were drawn in it."""
    return [row.get(2) for row in _grid(_one_column(kind), [{"value": value} for value in values], folder)]


def _one_column(kind: Any) -> Sheet:
    return Sheet("one", Text("Một", "One"), (Column("value", Text("Giá trị", "Value"), kind),))


def _grid(sheet: Sheet, rows: list[dict[str, Any]], folder: Path) -> list[dict[int, Cell]]:
    path = folder / "one.xlsx"
    draw(Book("one", sheet.title, (Filled(sheet, OWNER, tuple(rows)),)), path, created=DAY)
    with open_workbook(path) as opened:
        grid: Grid = opened.grid(opened.sheets[0])
    return [dict(grid.rows.get(FIRST_ROW + number, {})) for number in range(len(rows))]


_WORDS = st.text(st.characters(exclude_categories=("Cs", "Cc", "Cn")), min_size=1, max_size=40)
_VALUES: dict[str, st.SearchStrategy[Any]] = {
    LINE.name: _WORDS,
    NOTE.name: _WORDS,
    CODE.name: _WORDS,
    DOCUMENT_NUMBER.name: st.from_regex(r"[0-9]{1,3}/(BC|KH|QĐ|TTr)-UBND", fullmatch=True),
    COUNT.name: st.integers(0, 10**9),
    NUMBER.name: st.integers(0, 10**9).map(lambda number: number / 100),
    PERCENT.name: st.one_of(st.just(0.0), st.integers(101, 10000).map(lambda number: number / 100)),
    MONEY.name: st.integers(1000, 10**12),
    MONTH.name: st.integers(1, 12).map(Month),
    YES_NO.name: st.booleans(),
    **{f"{role}_day": st.dates(date(1950, 1, 1), date(2100, 1, 1)) for role in ("fact", "due", "reference")},
}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_what_is_drawn_reads_back_equal(data: st.DataObject, tmp_path: Path) -> None:
    sheet = Sheet(
        "every", Text("Mọi loại", "Every kind"), tuple(Column(kind.name, Text(kind.name, ""), kind) for kind in KINDS)
    )
    rows = data.draw(st.lists(st.fixed_dictionaries({kind.name: _VALUES[kind.name] for kind in KINDS}), max_size=4))

    for row, cells in zip(rows, _grid(sheet, rows, tmp_path), strict=True):
        for number, kind in enumerate(KINDS, 2):
            reading = kind.read(cells[number])
            assert (reading.value, reading.fault) == (kind.read(_as_typed(kind, row[kind.name])).value, None)


def _as_typed(kind: Any, value: Any) -> Cell:
    """The cell that a person would have made of the value: words are tidied by reading, whoever wrote them."""
    match kind.show(value):
        case str(text):
            return Cell(text)
        case date() as day:
            return Cell(float(day.toordinal() - date(1899, 12, 30).toordinal()), "date")
        case number:
            return Cell(float(number), "number")


# -- help while typing ---------------------------------------------------------------


def test_drop_downs_take_exact_named_ranges_and_warn_at_most(workbook: openpyxl.Workbook, visits: Worksheet) -> None:
    assert {name: item.attr_text for name, item in workbook.defined_names.items()} == {
        "dm_session": "_DANHMUC!$A$2:$A$3",
        "dm_yes_no": "_DANHMUC!$B$2:$B$3",
    }
    lists = workbook["_DANHMUC"]
    assert [[cell.value for cell in row] for row in lists.iter_rows()] == [
        ["session", "yes_no"],
        ["Thường xuyên", "Có"],
        ["Định kỳ", "Không"],
    ]
    found = {
        (str(one.sqref), one.formula1, one.errorStyle, one.showErrorMessage)
        for one in visits.data_validations.dataValidation
        if one.type == "list"
    }
    assert found == {
        (f"C7:C{LAST_ROW}", "dm_session", "warning", True),
        (f"E7:E{LAST_ROW}", "dm_yes_no", "warning", True),
        # Several values in one cell are never in the list.
        (f"F7:F{LAST_ROW}", "dm_session", "warning", False),
    }


def test_each_column_says_what_it_expects(visits: Worksheet) -> None:
    prompts = {str(one.sqref)[0]: (one.promptTitle, one.prompt) for one in visits.data_validations.dataValidation}

    assert prompts == {
        "B": ("Ngày tiếp", "Bắt buộc. Ngày, ví dụ 05/03/2022."),
        "C": ("Hình thức", "Bắt buộc. Chọn trong danh sách."),
        "D": ("Số người tham gia buổi tiếp côn…", "Số nguyên, ví dụ 12."),
        "E": ("Đông người", "Chọn trong danh sách."),
        "F": ("Chủ đề", "Chọn trong danh sách. Ghi nhiều giá trị thì cách nhau bằng dấu ;"),
        "G": ("Ghi chú", "Ghi ngắn gọn."),
        "H": ("Mã", "Mã (dạng chữ), ví dụ D-05."),
    }


def test_statuses_are_coloured_by_their_words(visits: Worksheet) -> None:
    rules = [(str(area.sqref), rule.formula[0]) for area in visits.conditional_formatting for rule in area.rules]

    assert {area for area, _ in rules} == {f"A7:A{LAST_ROW}"}
    assert [formula.count('"') // 2 for _, formula in rules] == [len(words) for words in STATUS_WORDS.values()]
    assert rules[2][1] == '$A7="Lưu ý"'


def test_every_word_with_a_colour_is_a_status_of_a_row_or_a_task() -> None:
    words = {word for words in STATUS_WORDS.values() for word in words}
    without_colour = {Status.FOLLOWED, Status.IN_PROGRESS, Status.NOT_DUE}

    tasks = {status.label.vi for status in Status if status not in without_colour}
    assert words == tasks | {one.vi for one in (GOOD, NOTED, LOOK_AGAIN, TO_MEND)}


def test_details_are_folded_away(visits: Worksheet) -> None:
    folded = visits.column_dimensions["F"]
    assert (folded.min, folded.max) == (6, 6)
    assert [visits.column_dimensions[letter].hidden for letter in "FG"] == [True, True]
    assert [visits.column_dimensions[letter].outlineLevel for letter in "EFGH"] == [0, 1, 1, 0]
    assert visits.column_dimensions["H"].collapsed


# -- protection ------------------------------------------------------------------------


def test_registers_are_free_and_our_sheets_are_protected_without_a_password(workbook: openpyxl.Workbook) -> None:
    protected = {sheet.title: sheet.protection.sheet for sheet in workbook}

    assert protected == {
        "Tổng hợp": True,
        "Nhiệm vụ": True,
        "Sổ tiếp công dân": False,
        "_DANHMUC": True,
        "_META": True,
    }
    assert {sheet.protection.password for sheet in workbook} == {None}
    tasks = workbook["Nhiệm vụ"].protection
    assert (tasks.sort, tasks.autoFilter, tasks.formatColumns) == (False, False, False)


def test_on_a_protected_sheet_only_what_staff_type_is_open(workbook: openpyxl.Workbook) -> None:
    sheet = workbook["Nhiệm vụ"]

    unlocked = [cell.coordinate for row in sheet.iter_rows() for cell in row if not cell.protection.locked]
    assert unlocked == ["D7", "E7", "E8"]
    fills = [sheet[place].fill.fgColor.rgb for place in ("B7", "D7", "D8")]
    assert len(set(fills)) == 3


# -- hidden sheets ----------------------------------------------------------------------


def test_hidden_sheets_come_last(workbook: openpyxl.Workbook) -> None:
    assert [(sheet.title, sheet.sheet_state) for sheet in workbook] == [
        ("Tổng hợp", "visible"),
        ("Nhiệm vụ", "visible"),
        ("Sổ tiếp công dân", "visible"),
        ("_DANHMUC", "hidden"),
        ("_META", "veryHidden"),
    ]


def test_meta_says_whose_it_is_and_has_a_styled_cell_for_each_role(workbook: openpyxl.Workbook) -> None:
    rows = [(row[0].value, row[1].value) for row in workbook["_META"].iter_rows()]

    assert rows == [*META.items(), *((f"style.{role}", role) for role in OWN_ROLES)]


def test_our_own_sheet_has_the_styles_that_meta_carries(workbook: openpyxl.Workbook) -> None:
    styles = {row[1].value: row[1].style_id for row in workbook["_META"].iter_rows()}
    drawn = workbook["Tổng hợp"]

    for row, line in enumerate(OWN.lines, 1):
        for column, spot in enumerate(line, 1):
            assert drawn.cell(row, column).style_id == styles[spot.role]
    assert drawn["C7"].hyperlink.location == "'Sổ tiếp công dân'!C7"
    assert drawn["A5"].value == "_status.overview"


# -- the file ---------------------------------------------------------------------------


def test_the_same_book_gives_the_same_bytes(path: Path, tmp_path: Path) -> None:
    draw(book(), tmp_path / "again.xlsx", created=DAY)

    assert (tmp_path / "again.xlsx").read_bytes() == path.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["again.xlsx"]


def test_nothing_is_calculated_when_it_is_opened(path: Path) -> None:
    with zipfile.ZipFile(path) as archive:
        assert b"fullCalcOnLoad" not in archive.read("xl/workbook.xml")


def test_rows_with_text_still_grow_when_staff_type_more(tmp_path: Path) -> None:
    rows = ({"code": "II.1.1", "title": "Học tập, quán triệt nghị quyết của Trung ương về dân vận " * 2},)
    draw(book(leaves=(Filled(TASKS, OWNER, rows),)), tmp_path / "a.xlsx", created=DAY)

    with zipfile.ZipFile(tmp_path / "a.xlsx") as archive:
        xml = archive.read("xl/worksheets/sheet1.xml").decode()
    assert xml.count('customHeight="1"') == 6
    sheet = openpyxl.load_workbook(tmp_path / "a.xlsx")["Nhiệm vụ"]
    assert 40 < sheet.row_dimensions[7].height < 60


@pytest.mark.parametrize(
    ("leaves", "fault"),
    [
        ((Page("a" * 32, (10,), ()),), "31"),
        ((Page("a", (10,), ()), Page("A", (10,), ())), "already in use"),
        ((Page("a", (10,), (Paragraph("x" * 32768, "line"),)),), "refused"),
        ((Filled(_one_column(choice("danh mục", *SESSIONS)), OWNER),), "cannot be the name"),
        (
            (
                Filled(VISITS, OWNER),
                Filled(_one_column(choice("session", SESSIONS[0])), OWNER),
            ),
            "two lists",
        ),
        (
            (
                Filled(
                    Sheet("h", Text("H", "H"), (Column("a", Text("A", "A"), LINE, hint=Text("x" * 256, "")),)), OWNER
                ),
            ),
            "255",
        ),
    ],
)
def test_what_excel_would_not_take_is_an_exception_and_leaves_nothing(
    leaves: tuple[Any, ...], fault: str, tmp_path: Path
) -> None:
    with pytest.raises(Exception, match=fault):
        draw(book(leaves=leaves), tmp_path / "a.xlsx", created=DAY)
    assert list(tmp_path.iterdir()) == []


def test_a_drawing_that_fails_leaves_the_old_file(path: Path, tmp_path: Path) -> None:
    old = tmp_path / "vp.xlsx"
    old.write_bytes(path.read_bytes())
    one_short = Table((TableColumn(("Mã",)), TableColumn(("Tên",))), ((Spot("x"),),))

    with pytest.raises(ValueError, match="a row of 1 spots"):
        draw_pages((Page("a", (10, 10), (one_short,)),), old, title=Text("A", "A"), created=DAY)
    assert old.read_bytes() == path.read_bytes()
    assert [one.name for one in tmp_path.iterdir()] == ["vp.xlsx"]


# -- print ------------------------------------------------------------------------------


def test_sheets_are_printed_across_one_page_wide_with_their_headings_repeated(visits: Worksheet) -> None:
    setup = visits.page_setup
    assert (setup.orientation, setup.paperSize, setup.fitToWidth, setup.fitToHeight) == ("landscape", 9, None, 0)
    assert visits.sheet_properties.pageSetUpPr.fitToPage
    assert visits.print_title_rows == "$6:$6"


def test_a_sheet_too_wide_to_be_read_on_one_page_takes_two(tmp_path: Path) -> None:
    columns = tuple(Column(f"c{number}", Text(f"Cột {number}", ""), LINE, width=40) for number in range(12))
    path = tmp_path / "wide.xlsx"
    draw(Book("wide", OWNER, (Filled(Sheet("wide", Text("Rộng", "Wide"), columns), OWNER),)), path, created=DAY)

    sheet = openpyxl.load_workbook(path)["Rộng"]
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (2, 0)
    assert (sheet.print_title_cols, sheet.print_title_rows) == ("$A:$B", "$6:$6")


def test_our_codes_and_notes_are_not_printed(path: Path) -> None:
    # Whole columns: the rows that staff add are printed, blank ones are not. openpyxl has no model of that.
    with zipfile.ZipFile(path) as archive:
        assert "'Sổ tiếp công dân'!$A:$H</definedName>" in archive.read("xl/workbook.xml").decode()


def test_the_page_number_stands_on_top_from_the_second_page_on(visits: Worksheet) -> None:
    assert visits.HeaderFooter.differentFirst
    assert (visits.oddHeader.center.text, visits.firstHeader.center.text) == ("&P", None)
    assert (visits.oddHeader.center.font, visits.oddHeader.center.size) == ("Times New Roman,Regular", 13)
    millimetres = {side: round(getattr(visits.page_margins, side) * 25.4) for side in ("left", "right", "top")}
    assert millimetres == {"left": 30, "right": 15, "top": 20}
