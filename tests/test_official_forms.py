"""The inspection sector's forms: definitions that fit the registers, printed equalities, figures counted by hand."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.excel.reader import open_workbook
from danvan_xlsx.plan.plan import Period
from danvan_xlsx.plan.windows import Window
from danvan_xlsx.registers import load
from danvan_xlsx.report.official.cases import READS, Asked, gather
from danvan_xlsx.report.official.definitions import Circular, Form, NoForms, circular_of, circular_on, circulars, sides
from danvan_xlsx.report.official.forms import Contradiction, FilledForm, fill, in_runs, not_counted
from danvan_xlsx.report.official.pages import in_lines
from danvan_xlsx.report.periodic.figures import Periodic
from danvan_xlsx.report.periodic.headline import headline
from danvan_xlsx.report.periodic.read_back import read_back
from danvan_xlsx.words.kinds import Choice, Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.text import Text
from tests.folders import PLAN, danvan, draw_plan, new_folder, opened
from tests.outcomes import placed
from tests.registers.rows import read_table
from tests.reported import internal_of, new_sample, report, reported

TT02 = circular_on(date(2022, 6, 14))
FORMS = {form.code: form for form in TT02.forms}
SHEETS = load().sheets
HALF = Window(Text("6 tháng", "half"), date(2021, 12, 15), date(2022, 6, 14), True)
PERIODS = ("TTR-Q1", "TTR-6T", "TTR-9T", "TTR-NAM")


# -- definitions -----------------------------------------------------------------------


def test_the_circulars_follow_each_other_without_a_gap() -> None:
    first, *later = circulars()

    assert [one.name.split("/")[0] for one in circulars()] == ["Thông tư 02", "Thông tư 01", "Thông tư 06"]
    assert (first.since, first.until) == (date(2021, 5, 10), date(2024, 3, 4))
    for before, after in zip(circulars(), later, strict=False):
        assert before.until is not None and before.until + timedelta(days=1) == after.since


@pytest.mark.parametrize("day", [date(2021, 3, 14), date(2024, 6, 14), date(2025, 12, 14)])
def test_a_period_whose_columns_nobody_knows_is_refused_in_a_sentence(day: date) -> None:
    with pytest.raises(NoForms) as none:
        circular_on(day)

    assert none.value.told.vi.endswith(".") and "hương trình chưa" in none.value.told.vi


def test_the_forms_are_those_of_the_commune() -> None:
    counts = {code: len(form.columns) for code, form in FORMS.items()}

    assert counts == {
        "01/TCD": 29,
        "02/TCD": 17,
        "01/XLD": 26,
        "02/XLD": 30,
        "03/XLD": 33,
        "04/XLD": 24,
        "01/KQGQ": 26,
        "03/KQGQ": 31,
    }


@pytest.mark.parametrize("form", TT02.forms, ids=lambda form: form.code)
def test_columns_are_numbered_in_order_and_formulas_name_them(form: Form) -> None:
    numbers = [column.number for column in form.columns]
    assert numbers == list(range(1, len(numbers) + 1))
    for column in form.columns:
        for formula in filter(None, (column.formula, column.check)):
            assert sides(formula)[0][0] == column.number
            assert {one for side in sides(formula) for one in side} <= set(numbers)
        if column.part_of:
            assert form.by_number[column.part_of].where is not None
        kinds = (column.where is not None, bool(column.sum_of), column.blank, column.remark)
        assert sum(kinds) == 1, column


@pytest.mark.parametrize("name", ["tt02-2021.toml", "tt01-2024.toml", "tt06-2025.toml", "grading-example.toml"])
def test_a_definition_is_composed_text(name: str) -> None:
    text = files("danvan_xlsx.report.official").joinpath(name).read_text(encoding="utf-8")

    assert unicodedata.is_normalized("NFC", text)


def test_what_is_read_in_a_register_stands_in_it() -> None:
    for register, columns in READS.items():
        assert columns <= SHEETS[register].by_code.keys()
    for form in TT02.forms:
        register = "reception" if form.cases == "visits" else "petitions"
        assert set(form.needs) <= READS[register]
        for column in form.columns:
            assert not column.adds or column.adds in SHEETS[register].by_code


#: Facts that are no column of a register, with all their values.
DERIVED = {
    "stage": {"carried", "received"},
    "state": {"settled", "under_way", "waiting"},
    "signed": {"many", "one", "none"},
    "handled": {"yes", "no"},
    "crowd": {"yes", "no"},
    "timely": {"yes", "no", ""},
    "route": {"own", "guided", "forwarded", "urged", "filed", "not_eligible", ""},
    "area": {"policy", "land", "officials", "corruption", "justice", "party", "other", "administrative"},
}


def conditions(form: Form) -> Iterator[tuple[str, str]]:
    wheres = [form.where, *form.left_out, *(note.where or {} for note in form.notes)]
    for where in (*wheres, *(column.where or {} for column in form.columns)):
        yield from ((fact, value) for fact, values in where.items() for value in values)


def test_every_condition_asks_for_a_value_that_there_is() -> None:
    for form in TT02.forms:
        sheet = SHEETS["reception" if form.cases == "visits" else "petitions"]
        for fact, value in conditions(form):
            if fact in DERIVED:
                assert value in DERIVED[fact], (form.code, fact, value)
                continue
            kind = sheet.by_code[fact].kind
            assert isinstance(kind, Choice)
            assert value in {"", *(option.code for option in kind.options)}, (form.code, fact, value)


def test_every_area_of_the_definition_is_asked_for() -> None:
    asked = {value for form in TT02.forms for fact, value in conditions(form) if fact == "area"}

    assert set(TT02.areas.values()) | {"administrative"} == asked == DERIVED["area"]


@pytest.mark.parametrize(
    ("formula", "expected"),
    [
        ("1=4+13+22", ((1,), (4, 13, 22))),
        ("1=2+3+...+7", ((1,), (2, 3, 4, 5, 6, 7))),
        ("1=2+..+5", ((1,), (2, 3, 4, 5))),
        ("10=11+15+16+17=18+…+22=23+26", ((10,), (11, 15, 16, 17), (18, 19, 20, 21, 22), (23, 26))),
    ],
)
def test_a_printed_formula_is_read_with_its_dots(formula: str, expected: object) -> None:
    assert sides(formula) == expected


def test_a_definition_that_contradicts_itself_is_our_mistake() -> None:
    form = FORMS["02/TCD"]
    proposals = {"kind": frozenset({"proposal"})}
    columns = tuple(one._replace(where=proposals) if one.number == 3 else one for one in form.columns)
    wrong = TT02._replace(forms=(replace(form, columns=columns),))

    with pytest.raises(Contradiction, match=r"02/TCD: 1=3\+5\+7=9\+11 reads 2.* = 2.* = 1"):
        fill(wrong, asked(petitions="| D-1 | 10/03/2022 | tiếp công dân | KNPA | 1 | Khác | có | | | | | | | | | |"))


# -- by hand ---------------------------------------------------------------------------

#: Fields of the tables below; what is not among them is of the administration.
AREAS = {"Đất đai": "land", "Hộ nghèo": "policy", "Tư pháp": "justice", "Khác": "other"}
VISITS = "| day | session | receiver | people | times |"
PETITIONS = (
    "| code | received_on | source | kind | signers | field | competence | handling | settled_on | result | times "
    "| handled_on | forwarded_on | accepted_on | complexity | replied_on |"
)
SESSIONS = "| week | day | receiver | held_on |"


def asked(*, visits: str = "", petitions: str = "", sessions: str = "", window: Window = HALF, **facts: Any) -> Asked:
    """Registers from rows under the headings above."""
    registers = {
        "reception": read_table(SHEETS["reception"], f"{VISITS}\n{visits}")[0],
        "petitions": read_table(SHEETS["petitions"], f"{PETITIONS}\n{petitions}")[0],
        "schedule": read_table(SHEETS["schedule"], f"{SESSIONS}\n{sessions}")[0],
    }
    return Asked(registers, window, Law(), AREAS, **facts)


def filled(code: str, one: Asked) -> FilledForm:
    return next(form for form in fill(TT02, one) if form.form.code == code)


def counted(form: FilledForm) -> dict[int, int]:
    """The columns that have something."""
    return {number: round(one.actual) for number, one in form.figures.items() if one.actual}


def line(text: str) -> dict[int, int]:
    """`1 8, 2 30`: column and figure."""
    return {int(number): int(amount) for number, amount in (one.split() for one in text.split(","))}


def blank(form: FilledForm) -> list[int]:
    return [number for number, one in form.figures.items() if one.actual is None]


def test_01_tcd_by_hand() -> None:
    form = filled(
        "01/TCD",
        asked(
            visits="""
            | 14/12/2021 | Thường xuyên | Công chức | 9 | Lần đầu |
            | 15/12/2021 | Thường xuyên | Công chức | 2 | Lần đầu |
            | 10/01/2022 | Thường xuyên | Công chức | 5 | Nhiều lần |
            | 11/01/2022 | Thường xuyên | Công chức | 4 | Lần đầu |
            | 13/01/2022 | Định kỳ | Chủ tịch | 8 | Lần đầu |
            | 13/01/2022 | Định kỳ | Chủ tịch | 1 | Nhiều lần |
            | 18/01/2022 | Đột xuất | Chủ tịch | 3 | Lần đầu |
            | 20/01/2022 | Định kỳ | Ủy quyền | 6 | Nhiều lần |
            | 14/06/2022 | Định kỳ | Ủy quyền | 1 | Lần đầu |
            | 15/06/2022 | Định kỳ | Ủy quyền | 7 | Lần đầu |
            """,
            sessions="""
            | 50 | 09/12/2021 | Chủ tịch | |
            | 2 | 13/01/2022 | Chủ tịch | |
            | 3 | 20/01/2022 | Ủy quyền | |
            | 4 | 27/01/2022 | Hoãn | |
            | 5 | 10/02/2022 | Chủ tịch | 11/02/2022 |
            | 24 | 14/06/2022 | Chủ tịch | 16/06/2022 |
            | 30 | 21/07/2022 | | |
            """,
        ),
    )

    # 12: two of the schedule and the day out of turn; the one of 14/6 was held on 16/6, which is the next period.
    # 21: the one of the schedule, and the day that the schedule does not give him.
    assert counted(form) == line("""
        1 8, 2 30, 3 8, 4 3, 5 11, 6 2, 7 1, 8 1, 9 5, 11 1,
        12 3, 13 3, 14 12, 15 2, 16 1, 17 1, 18 8, 19 1,
        21 2, 22 2, 23 7, 24 1, 25 1, 26 1, 27 6, 29 1
        """)
    assert form.left_out == () and blank(form) == []
    assert form.figures[12].unit == "kỳ" and form.figures[5].unit == "người" and form.figures[15].unit == "vụ việc"


COMPLAINTS = """
| D-1 | 20/12/2021 | trực tiếp | KN | 1 | Đất đai | có | | 10/01/2022 | Đúng | | 21/12/2021 | | 22/12/2021 | | |
| D-2 | 01/03/2022 | trực tiếp | KN | 3 | Đất đai | có | | 20/05/2022 | Sai | lần 1 | 02/03/2022 | | 03/03/2022 | | |
| D-3 | 02/03/2022 | trực tiếp | KN | 1 | Hộ nghèo | có | | 20/06/2022 | Đúng | lần 1 | 03/03/2022 | | 04/03/2022 | | |
| D-4 | 03/03/2022 | bưu điện | KN | 1 | Khác | không | Hướng dẫn | | | | 04/03/2022 | | | | |
| D-5 | 04/03/2022 | bưu điện | KN | 1 | Môi trường | không | chuyển | | | | | 07/03/2022 | | | 28/03/2022 |
| D-6 | 05/03/2022 | bưu điện | KN | 1 | Đất đai | không đủ điều kiện | lưu | | | | 06/03/2022 | | | | |
| D-7 | 10/06/2022 | trực tiếp | KN | 1 | Đất đai | có | | | | | 20/06/2022 | | | | |
| D-8 | 11/06/2022 | trực tiếp | KN | 2 | Tư pháp | có | | | | lần 2 | 13/06/2022 | | | | |
| D-9 | 01/12/2021 | trực tiếp | KN | 1 | Đất đai | có | | 14/12/2021 | Đúng | | | | | | |
| D-10 | 02/12/2021 | trực tiếp | KN | 2 | Đất đai | có | | 05/07/2022 | Rút đơn | | | | 08/12/2021 | | |
| D-11 | 03/12/2021 | trực tiếp | KN | 1 | Đất đai | có | | 16/12/2021 | Rút đơn | | | | 08/12/2021 | | |
| D-12 | 15/06/2022 | trực tiếp | KN | 1 | Đất đai | có | | | | | | | | | |
| D-13 | 03/03/2022 | trực tiếp | KNPA | 1 | Đất đai | có | | | | | | | | | |
| D-14 | 03/03/2022 | trực tiếp | KN | 0 | Đất đai | không đủ điều kiện | lưu | | | | | | | | |
"""


def test_02_xld_by_hand() -> None:
    form = filled("02/XLD", asked(petitions=COMPLAINTS))

    # D-10 and D-11 stood open on 15/12; D-9 was settled the day before. Sorted and eligible are all but D-6, and D-7,
    # which was sorted when the window was over.
    assert counted(form) == line("""
        1 10, 2 1, 3 1, 4 2, 5 6, 6 9, 7 2, 8 7, 9 8, 10 8,
        11 6, 12 1, 13 4, 14 1, 15 1, 17 1, 18 3, 21 2, 22 3,
        23 6, 24 5, 25 1, 26 2, 27 1, 28 1, 30 1
        """)
    assert blank(form) == [20]
    assert "Không gồm 1 đơn khiếu nại không có người ký (biểu không có cột)." in form.notes
    assert "Để trống cột 20: sổ của xã không có số liệu." in form.notes


def test_01_kqgq_by_hand() -> None:
    form = filled("01/KQGQ", asked(petitions=COMPLAINTS))

    # D-1 was settled in time, D-2 on the 78th day; D-11 was withdrawn; D-3 and D-10 were settled after the window.
    assert counted(form) == line("1 7, 2 2, 3 5, 4 7, 5 2, 6 1, 20 1, 21 1, 25 1, 26 1")
    assert blank(form) == list(range(7, 20))
    assert "Để trống cột 7–19: sổ của xã không có số liệu." in form.notes


def test_figures_name_the_cells_they_come_from() -> None:
    form = filled("02/XLD", asked(petitions=COMPLAINTS))

    assert [place.row for place in form.figures[18].places] == [7, 8, 17]
    assert [place.row for place in form.figures[26].places] == [10, 11]
    assert form.figures[26].code == "02/XLD/26"
    assert (form.figures[1].unit, form.figures[18].unit) == ("đơn", "vụ việc")
    # The unit of a part is that of the whole.
    assert filled("04/XLD", asked()).figures[13].unit == "vụ việc"
    assert [place.row for place in form.figures[30].places] == [11]


@pytest.mark.parametrize(
    ("received", "rest", "stage"),
    [
        ("14/12/2021", "Thuộc thẩm quyền | | | | | | | | | |", "carried"),
        ("14/12/2021", "Thuộc thẩm quyền | | 14/12/2021 | Đúng | | | | | | |", None),
        ("14/12/2021", "Thuộc thẩm quyền | | 15/12/2021 | Đúng | | | | | | |", "carried"),
        ("14/12/2021", "Không thuộc thẩm quyền | Chuyển đơn | | | | | 14/12/2021 | | | |", None),
        ("14/12/2021", "Không thuộc thẩm quyền | Chuyển đơn | | | | | 20/12/2021 | | | |", "carried"),
        ("14/12/2021", "Không đủ điều kiện xử lý | Lưu đơn | | | | | | | | |", None),
        ("15/12/2021", "Thuộc thẩm quyền | | | | | | | | | |", "received"),
        ("14/06/2022", "Thuộc thẩm quyền | | | | | | | | | |", "received"),
        ("15/06/2022", "Thuộc thẩm quyền | | | | | | | | | |", None),
    ],
)
def test_what_came_before_and_is_not_done_is_carried_over(received: str, rest: str, stage: str | None) -> None:
    one = asked(petitions=f"| D-1 | {received} | trực tiếp | KN | 1 | Đất đai | {rest}")

    assert [case.facts["stage"] for case in gather(one)["petitions"].found] == ([stage] if stage else [])


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ("| Đúng | | | | 01/03/2022 | | |", "no"),  # settled 10/5: 70 days
        ("| Đúng | | | | 11/04/2022 | | |", "yes"),
        ("| Đúng | | | | 28/03/2022 | Phức tạp | |", "yes"),
        # Received 1/3 and never accepted: it may or may not have been in time.
        ("| Đúng | | | | | | |", ""),
    ],
)
def test_in_time_by_the_day_of_acceptance(days: str, told: str) -> None:
    head = "| D-1 | 01/03/2022 | trực tiếp | KN | 1 | Đất đai | có | | 10/05/2022"
    (case,) = gather(asked(petitions=head + days))["petitions"].found

    assert case.facts["timely"] == told


def test_a_remote_commune_has_longer_limits() -> None:
    row = "| D-1 | 01/03/2022 | trực tiếp | KN | 1 | Đất đai | có | | 20/04/2022 | Đúng | | | | 10/03/2022 | | |"

    assert counted(filled("01/KQGQ", asked(petitions=row))).keys() >= {26}
    assert counted(filled("01/KQGQ", asked(petitions=row, remote=True))).keys() >= {25}


# -- what cannot be counted ------------------------------------------------------------


def test_a_row_without_what_a_form_needs_is_left_out_and_told() -> None:
    one = asked(
        petitions="""
        | D-1 | 01/03/2022 | trực tiếp | KN | | Đất đai | có | | | | | | | | | |
        | D-2 | 02/03/2022 | trực tiếp | KN | 1 | Đất đai | không | | | | | | | | | |
        | D-3 | 03/03/2022 | trực tiếp | KN | 1 | Đất đai | có | | 01/04/2022 | | | | | | | |
        """
    )
    told = [text.vi for text in not_counted(fill(TT02, one))]

    assert told == [
        "Biểu 01/XLD, 02/XLD chưa tính dòng 7–8 của trang Sổ đơn thư: còn thiếu ô phải ghi hoặc có ô chưa đọc được.",
        "Biểu 01/KQGQ chưa tính dòng 9 của trang Sổ đơn thư: còn thiếu ô phải ghi hoặc có ô chưa đọc được.",
    ]
    assert counted(filled("02/XLD", one))[1] == 1
    assert filled("02/XLD", one).figures[1].left_out == 2


def test_a_cell_that_cannot_be_read_leaves_out_its_row_where_it_may_lie_in_the_window() -> None:
    one = asked(
        visits="""
        | 10/03/2022 | Thường xuyên | Công chức | '2 người | Lần đầu |
        | '31/9/2022 | Thường xuyên | Công chức | 2 | Lần đầu |
        | 10/07/2022 | Thường xuyên | Công chức | '2 người | Lần đầu |
        | 11/03/2022 | Thường xuyên | Công chức | 2 | Lần đầu |
        """
    )

    assert [row.number for row in filled("01/TCD", one).left_out] == [7, 8]
    assert counted(filled("01/TCD", one))[1] == 1


def test_a_register_nobody_holds_leaves_blanks_and_no_noughts() -> None:
    for form in fill(TT02, replace(asked(), registers={})):
        assert {one.actual for one in form.figures.values()} == {None}


def test_a_register_without_rows_is_noughts() -> None:
    form = filled("01/TCD", asked())

    assert {one.actual for one in form.figures.values()} == {0}
    assert form.notes[-1] == (
        "Số liệu tiếp công dân tính từ 01/01/2022; chưa cộng số liệu từ 15/12/2021 đến 31/12/2021 (sổ năm 2021)."
    )


def test_a_withdrawn_denunciation_has_no_conclusion_and_that_is_said() -> None:
    form = filled(
        "03/KQGQ",
        asked(
            petitions="""
            | D-1 | 01/03/2022 | trực tiếp | TC | 1 | Khác | có | | 25/03/2022 | Rút đơn | | | | 02/03/2022 | | |
            | D-2 | 02/03/2022 | trực tiếp | TC | 1 | Khác | có | | 25/03/2022 | Sai | lần 2 | | | 04/03/2022 | | |
            """
        ),
    )

    assert counted(form) == line("1 2, 3 2, 4 2, 5 1, 6 2, 8 1, 9 1, 26 1, 27 1, 30 2")
    assert "Cột 24, 26, 28 không gồm 1 vụ việc rút tố cáo, đình chỉ (không có kết luận đúng, sai)." in form.notes


# -- any register ----------------------------------------------------------------------

DAYS = st.dates(date(2021, 11, 1), date(2022, 8, 1))
FIELDS = ["land", "social", "officials", "corruption", "justice", "party", "other", "environment"]


def cell(sheet: str, column: str) -> st.SearchStrategy[Any]:
    kind = SHEETS[sheet].by_code[column].kind
    if column == "field":
        return st.sampled_from([Option(one, Text(one, one)) for one in FIELDS])
    if isinstance(kind, Choice):
        return st.sampled_from(kind.options)
    return st.integers(0, 9) if kind.name == "count" else DAYS if kind.role else st.just("1/QĐ-UBND")


def rows_of(sheet: str) -> st.SearchStrategy[list[Row]]:
    """Rows with any of the cells that the forms read, some blank and some that could not be read."""
    at = placed(SHEETS[sheet], "van-phong.xlsx", "VP")
    columns = sorted(READS[sheet])
    blank_or = st.fixed_dictionaries({}, optional={one: cell(sheet, one) for one in columns})
    full = st.fixed_dictionaries({one: cell(sheet, one) for one in columns})
    refused = st.frozensets(st.sampled_from(columns), max_size=1)
    made = st.tuples(st.one_of(full, blank_or), st.one_of(st.just(frozenset[str]()), refused))

    def numbered(found: list[tuple[dict[str, Any], frozenset[str]]]) -> list[Row]:
        return [
            Row(at, number, {code: value for code, value in values.items() if code not in bad}, bad)
            for number, (values, bad) in enumerate(found, 7)
        ]

    return st.lists(made, max_size=25).map(numbered)


REGISTERS = st.fixed_dictionaries({one: rows_of(one) for one in READS})


@settings(max_examples=150, deadline=None)
@given(REGISTERS)
def test_the_printed_equalities_hold_in_any_register(registers: Mapping[str, Sequence[Row]]) -> None:
    for form in fill(TT02, Asked(registers, HALF, Law(), TT02.areas)):
        assert_printed(form)


def assert_printed(form: FilledForm) -> None:
    """Every formula as it is printed, added up here; a withdrawn denunciation is on no side of the conclusions."""
    for column in form.form.columns:
        if not column.formula:
            continue
        sums = {sum(form.figures[one].actual or 0 for one in side) for side in printed_sides(form, column.formula)}
        assert len(sums) == 1, (form.form.code, column.formula, counted(form))


def printed_sides(form: FilledForm, formula: str) -> Iterator[Sequence[int]]:
    for side in sides(formula):
        concluded = form.form.code == "03/KQGQ" and side == (24, 26, 28)
        yield (*side, 9, 10) if concluded else side


@settings(max_examples=100, deadline=None)
@given(REGISTERS)
def test_forms_of_the_same_petitions_agree(registers: Mapping[str, Sequence[Row]]) -> None:
    forms = {form.form.code: form for form in fill(TT02, Asked(registers, HALF, Law(), TT02.areas))}
    signed = [row for row in registers["petitions"] if not row.refused and row.values.keys() >= {"field", "signers"}]
    # Where no row was left out, complaints, denunciations and proposals are all the petitions there are.
    if len(signed) < len(registers["petitions"]) or any(form.left_out for form in forms.values()):
        return
    unsigned = sum(row["signers"] == 0 and row["kind"].code == "complaint" for row in signed)
    total = sum(round(forms[code].figures[1].actual or 0) for code in ("02/XLD", "03/XLD", "04/XLD"))

    assert total <= round(forms["01/XLD"].figures[1].actual or 0) <= total + unsigned


# -- the sample ------------------------------------------------------------------------


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_sample(tmp_path_factory.mktemp("official"))


@pytest.fixture(scope="module")
def reports(sample: Path) -> dict[str, Periodic]:
    return {period: reported(sample, period) for period in PERIODS}


def forms_of(folder: Path, period: str) -> Path:
    return folder / f"bao-cao/2022-{period}/BCTTR_2022_{period}_minh-son.xlsx"


@pytest.mark.parametrize("period", PERIODS)
def test_the_printed_equalities_hold_in_the_sample(reports: dict[str, Periodic], period: str) -> None:
    assert [one.form.code for one in reports[period].official] == list(FORMS)
    for form in reports[period].official:
        assert_printed(form)
        for column in form.form.columns:
            known = (
                [[form.figures[one].actual or 0 for one in side] for side in sides(column.formula)]
                if column.formula
                else []
            )
            assert len({sum(side) for side in known}) <= 1


def test_the_year_of_the_sample(reports: dict[str, Periodic]) -> None:
    figures = {one.code: one.actual for one in reports["TTR-NAM"].figures}

    # 52 visits of 68 people, 33 of them by the officer; 29 petitions, of which the three of last year came after 15/12.
    assert [figures[f"01/TCD/{one}"] for one in (1, 2, 4, 5, 12, 13, 14, 17, 18)] == [52, 68, 33, 37, 43, 19, 31, 1, 8]
    assert [figures[f"01/XLD/{one}"] for one in (1, 11, 12, 13, 18, 22)] == [29, 2, 1, 22, 19, 6]
    assert [figures[f"01/KQGQ/{one}"] for one in (1, 5, 6, 22, 25, 26)] == [2, 1, 1, 1, 1, 0]


def test_a_later_period_counts_no_less_than_an_earlier_one(reports: dict[str, Periodic]) -> None:
    for code in ("01/TCD/1", "01/TCD/12", "02/TCD/1", "01/XLD/1", "01/XLD/14"):
        counts = [{one.code: one.actual for one in reports[period].figures}[code] for period in PERIODS]
        assert counts == sorted(counts), code  # type: ignore[type-var]


def test_the_report_of_the_sector_has_its_forms_and_nothing_of_the_other_window(reports: dict[str, Periodic]) -> None:
    one = reports["TTR-6T"]

    assert (one.sections, one.people, one.fields, one.months) == ((), (), (), ())
    assert {figure.code.rpartition("/")[0] for figure in one.figures} == set(FORMS)
    assert not one.draft
    assert headline(one) == (
        ("Lượt tiếp công dân", "27 lượt"),
        ("Đơn kỳ trước chuyển sang và nhận trong kỳ", "18 đơn"),
        ("Vụ việc khiếu nại đã giải quyết bằng quyết định", "1 vụ việc"),
    )


def test_the_clerk_gets_the_forms_and_the_internal_workbook(sample: Path) -> None:
    said = report(sample, "TTR-6T")

    assert said.exit_code == 0
    assert said.output.splitlines()[:2] == [
        "Đã lập: bao-cao/2022-TTR-6T/BCTTR_2022_TTR-6T_minh-son.xlsx",
        "Đã lập: bao-cao/2022-TTR-6T/noi-bo-2022-TTR-6T.xlsx",
    ]
    assert opened(forms_of(sample, "TTR-6T")).sheetnames[:8] == [code.replace("/", "-") for code in FORMS]
    sources = opened(internal_of(sample, "TTR-6T"))["Nguồn số liệu"]
    crowds = "Tiếp định kỳ và đột xuất của Thủ trưởng › Thủ trưởng tiếp › Trong đó đoàn đông người › Số đoàn được tiếp"
    told = [{cell.value for cell in row} for row in sources.iter_rows()]
    assert [row >= {"Sổ tiếp công dân", "đoàn", "B9"} for row in told if f"01/TCD cột 17: {crowds}" in row] == [True]


def test_the_file_reads_back_as_it_was_counted(sample: Path, reports: dict[str, Periodic]) -> None:
    with open_workbook(forms_of(sample, "TTR-6T")) as book:
        back = read_back([book.grid(sheet) for sheet in book.sheets])
    found = {
        f"{row.rpartition('/')[0]}/{column}": value
        for row, cells in back.figures.items()
        for column, value in cells.items()
        if column != "unit"
    }

    assert (back.commune, back.period, back.since, back.until) == ("minh-son", "TTR-6T", "2021-12-15", "2022-06-14")
    assert found == {one.code: one.actual for one in reports["TTR-6T"].figures if one.actual is not None}


def test_no_figure_of_a_denunciation_names_anybody(sample: Path) -> None:
    text = "\n".join(
        str(cell.value) for sheet in opened(forms_of(sample, "TTR-NAM")) for row in sheet.iter_rows() for cell in row
    )

    assert "Công dân" not in text and "theo hồ sơ riêng" not in text


def test_a_faulty_sample_says_which_rows_no_form_could_take(tmp_path: Path) -> None:
    said = report(new_sample(tmp_path / "faulty", sound=False), "TTR-NAM")

    assert said.exit_code == 1
    assert "– Biểu 01/XLD, 04/XLD chưa tính dòng 19 của trang Sổ đơn thư" in said.output
    assert "thuộc phần được đếm vào báo cáo" in said.output


def test_the_sectors_periods_are_known_by_their_code() -> None:
    def period(code: str) -> Period:
        return Period(code, code, HALF.since, HALF.until, HALF.until, strict=False, task=None)

    assert [code for code in ("6T", "NAM", "TTR-6T", "ttr-nam", "BC-TTR") if period(code).inspection] == [
        "TTR-6T",
        "ttr-nam",
    ]


# -- how it is written -----------------------------------------------------------------


def test_numbers_are_written_in_runs_and_formulas_in_lines() -> None:
    assert in_runs([7, 8, 9, 12, 20, 21]) == "7–9, 12, 20–21"
    assert in_lines("9=11+12+13=14+15+16+17=18+22") == "9=11+12\n+13=14\n+15+16\n+17=18\n+22"
    assert in_lines("12") == "12"


def test_a_circular_without_forms_needs_only_its_sentence() -> None:
    text = 'circular = "X"\nabout = ""\nfrom = 2030-01-01\nsource = ""\nunknown = "Chưa có."'
    one: Circular = circular_of(text)

    assert (one.forms, one.unknown, one.until) == ((), "Chưa có.", None)
    assert set(one._fields) >= {"since", "until", "forms"}


def test_the_clerk_is_told_which_circular_is_not_known(tmp_path: Path) -> None:
    folder = new_folder(tmp_path / "danvan")
    draw_plan(
        folder / PLAN,
        periods="""
        | code   | name    | since      | until      | deadline   | strict | task |
        | TTR-6T | 6 tháng | 15/12/2023 | 14/06/2024 | 17/06/2024 | Không  |      |
        """,
    )
    result = danvan("report", folder, "--period", "TTR-6T", "--as-of", "2022-05-20")

    assert result.exit_code == 2
    assert "Chưa có các cột của biểu mẫu ban hành kèm theo Thông tư 01/2024/TT-TTCP" in " ".join(result.output.split())
    assert not (folder / "bao-cao").exists()
