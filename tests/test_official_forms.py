"""The inspection sector's forms: figures counted by hand, and printed equalities that hold in any register."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from danvan_xlsx.report.official.cases import READS, Asked, gather
from danvan_xlsx.report.official.forms import fill, not_counted
from danvan_xlsx.words.kinds import Choice, Option
from danvan_xlsx.words.law import Law
from danvan_xlsx.words.layout import Row
from danvan_xlsx.words.text import Text
from tests.official import (
    HALF,
    SHEETS,
    TT02,
    asked,
    assert_printed,
    blank,
    counted,
    filled,
    line,
)
from tests.outcomes import placed


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
