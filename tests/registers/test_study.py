"""Quán triệt, tập huấn: conferences, who came, and new law texts put into use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from danvan_xlsx.check.catalogue import catalogue
from danvan_xlsx.check.judge import judge_sheets
from danvan_xlsx.registers.study import STUDIES
from danvan_xlsx.words.rules import say
from tests.registers.judged import check, minh_son
from tests.registers.rows import faults, figures, rows, total
from tests.shelf import register

TABLE = """
| kind          | day        | subject  | text_number   | texts | form     | audience          | invited | attended | task   |
| Quán triệt    | 15/04/2022 | NQ 25    |               | 3     | hội nghị | CBCC              | 45      | 42       | II.1.1 |
| Quán triệt    | 15/04/2022 | NQ 25    |               | 3     | hội nghị | Trưởng thôn       | 12      | 12       | II.1.1 |
| Quán triệt    | 22/04/2022 | PL 34    |               | 4     | hội nghị | Trưởng thôn       | 36      | 34       | II.1.2 |
| Hội nghị CBCC | 10/01/2022 | Năm 2022 |               |       | hội nghị | Cán bộ, công chức | 21      | 21       | II.3.4 |
| Văn bản mới   | 05/05/2022 | Nghị định| 15/2022/NĐ-CP |       | niêm yết |                   |         |          | III.2.1|
| Văn bản mới   |            | Thông tư | 02/2022/TT-BNV|       |          |                   |         |          | III.2.1|
"""  # noqa: E501 - a register is wide


def test_a_conference_of_several_audiences_counts_once_and_its_people_all() -> None:
    found = rows(STUDIES, TABLE)

    assert [one.row.number for one in figures("study_sessions", found)] == [7, 9, 10]
    assert total("texts_studied", found) == 7
    assert (total("study_attended", found), total("study_invited", found)) == (109, 114)


def test_a_new_text_counts_when_it_has_a_day_and_a_form() -> None:
    found = rows(STUDIES, TABLE)

    assert total("new_texts", found) == 2
    assert [one.row.number for one in figures("new_texts_applied", found)] == [11]


def test_a_gathering_needs_its_people_and_a_new_text_its_number() -> None:
    found = faults(
        STUDIES,
        """
        | kind        | day        | subject | form     | audience | invited | attended | task    |
        | Tập huấn    | 10/06/2022 | Kỹ năng | Hội nghị | CBCC     | 23      |          | II.4.11 |  DL28
        | Văn bản mới | 10/06/2022 | NĐ 15   |          |          |         |          | III.2.1 |  DL28 twice
        """,
    )

    assert found == [("DL28", "J7"), ("DL28", "E8"), ("DL28", "G8")]


# -- rules ------------------------------------------------------------------------------


def test_attendance_is_held_against_what_the_plan_binds_the_commune_to() -> None:
    """II.1.2 asks 95 % of the staff and all village heads, II.4.11 80 % of the boards; both are adopted."""
    found = check(
        STUDIES,
        """
        | kind       | day        | subject | audience    | invited | attended | task    | proof | explanation | expect        |
        | Quán triệt | 16/09/2022 | A       | CBCC        | 45      | 41       | II.1.2  | GM    | Trực bão    | TH01@attended |
        | Quán triệt | 16/09/2022 | A       | Trưởng thôn | 12      | 11       | II.1.2  | GM    |             | TH01@attended |
        | Quán triệt | 16/09/2022 | A       | MTTQ        | 24      | 10       | II.1.2  | GM    |             | ~TH01         |
        | Quán triệt | 15/04/2022 | B       | CBCC        | 20      | 18       | II.1.1  | GM    |             | ~TH01         |
        | Quán triệt | 16/04/2022 | C       | CBCC        | 100     | 99       | II.1.1  | GM    |             | ~TH01         |
        | Tập huấn   | 10/06/2022 | D       | Ban TTND    | 20      | 16       | II.4.11 | GM    |             | ~TH01         |
        | Quán triệt | 17/09/2022 | E       | CBCC        | 45      | 41       | II.1.3  | GM    |             |               |
        | Quán triệt | 18/09/2022 | F       | CBCC        | 0       | 0        | II.1.2  | GM    |             | TH03@attended |
        """,  # noqa: E501
    )

    assert [one.severity.value for one in found if one.code == "TH01"] == ["note", "warning"]
    assert say(next(one for one in found if one.code == "TH01")).message == (
        "Cán bộ, công chức ngày 16/09/2022: 41/45 người dự, đạt 91,1%; chỉ tiêu của II.1.2 từ 95%."
    )


def test_a_session_below_the_share_is_told_only_where_all_sessions_together_are() -> None:
    table = """
        | kind     | day        | subject | audience | invited | attended | task    | proof | expect |
        | Tập huấn | 10/06/2022 | A       | Ban TTND | 10      | 7        | II.4.11 | GM    | {}     |
        | Tập huấn | 11/06/2022 | B       | Ban TTND | 10      | {}        | II.4.11 | GM    | ~TH01  |
        """
    check(STUDIES, table.format("~TH01", 9))
    check(STUDIES, table.format("TH01@attended", 8))


def test_what_only_was_proposed_binds_nobody() -> None:
    plan = replace(minh_son(), settings=())
    table = """
        | kind       | day        | audience    | invited | attended | task   | proof | expect |
        | Quán triệt | 16/09/2022 | Trưởng thôn | 12      | 6        | II.1.2 | GM    | ~TH01  |
        """
    check(STUDIES, table, plan=plan, as_of="30/09/2022")


def test_a_session_has_its_proof_and_its_people() -> None:
    check(
        STUDIES,
        """
        | kind        | day        | subject | audience | invited | attended | proof | expect        |
        | Tập huấn    | 10/06/2022 | A       | Ban TTND | 10      | 9        |       | TH02@proof    |
        | Tập huấn    | 11/06/2022 | A       | Ban TTND | 10      | 0        | GM    | TH03@attended |
        | Tập huấn    | 12/06/2022 | A       | Ban TTND | 10      | 1        | GM    | ~TH02 ~TH03   |
        | Tập huấn    | 13/06/2022 | A       | Ban TTND | 10      | 'x       | GM    |               |
        | Văn bản mới | 14/06/2022 | A       |          |         |          |       | ~TH02         |
        """,
    )


def test_the_lines_of_one_session_say_the_same_and_each_audience_stands_once() -> None:
    check(
        STUDIES,
        """
        | kind       | day        | subject   | texts | audience    | invited | attended | task   | proof | expect       |
        | Quán triệt | 15/04/2022 | NQ 25     | 3     | MTTQ        | 45      | 42       | II.1.1 | GM    |              |
        | Quán triệt | 15/04/2022 | nq  25    | 3     | Trưởng thôn | 12      | 12       | II.1.1 | GM    | ~TH04 ~TH07  |
        | Quán triệt | 15/04/2022 | NQ 25     | 4     | CBCC        | 45      | 45       | II.1.1 | GM    | TH04@texts   |
        | Quán triệt | 15/04/2022 | NQ 25     |       | mttq        | 45      | 42       | II.1.1 | GM    | TH07@subject |
        | Quán triệt | 15/04/2022 | Kết luận  |       | MTTQ        | 45      | 42       | II.1.1 | GM    | TH08@subject |
        | Quán triệt | 15/04/2022 | Công văn  |       | MTTQ        | 45      | 42       | II.1.3 | GM    | ~TH08        |
        | Quán triệt | 15/04/2022 | Chỉ thị   |       | MTTQ        | 45      | 41       | II.1.1 | GM    | ~TH08        |
        | Quán triệt | 16/04/2022 | NQ 25     | 4     | MTTQ        | 45      | 42       | II.1.1 | GM    | ~TH04 ~TH07  |
        """,  # noqa: E501
        as_of="30/09/2022",
    )


def test_a_session_of_two_workbooks_counts_once() -> None:
    """The same day, kind and subject, however it is written, in whichever workbook."""
    mine = "| kind | day | subject | texts |\n| Tập huấn | 08/07/2022 | Kỹ năng dân vận | 2 |"
    theirs = mine.replace("Kỹ năng dân vận", "KỸ NĂNG  dân vận")
    found = [*rows(STUDIES, mine, "KT"), *rows(STUDIES, theirs, "VP")]

    assert total("study_sessions", found) == 1
    assert total("texts_studied", found) == 2


def test_a_session_typed_in_two_workbooks_is_told_in_the_second_with_the_first_s_file() -> None:
    text = "| kind | day | subject | audience |\n| Tập huấn | 08/07/2022 | Kỹ năng | CBCC |"
    both = register(STUDIES, ("KT", text), ("VP", text))
    rule = catalogue()["TH07"]

    (one,) = judge_sheets({"study": both}, [rule], {"plan": minh_son()})

    assert (one.place.file, one.place.cell) == ("VP.xlsx", "D7")
    assert say(one).message.endswith("đã có ở ô D7, tệp KT.xlsx.")


def test_a_new_text_stands_once_with_its_day() -> None:
    check(
        STUDIES,
        """
        | kind        | day        | text_number   | form         | expect           |
        | Văn bản mới | 18/07/2022 | 42/2022/NĐ-CP | Truyền thanh |                  |
        | Văn bản mới | 19/07/2022 | 42/2022/nđ-cp | niêm yết     | TH06@text_number |
        | Văn bản mới | 19/07/2022 | 43/2022/NĐ-CP | niêm yết     | ~TH06            |
        | Văn bản mới |            | 44/2022/NĐ-CP | niêm yết     | TH09@day         |
        | Văn bản mới |            | 45/2022/NĐ-CP |              | ~TH09            |
        | Văn bản mới | quý I      | 46/2022/NĐ-CP | niêm yết     |                  |
        | Quán triệt  |            | 47/2022/NĐ-CP | Hội nghị     | TH05@text_number |
        | Quán triệt  |            |               | Hội nghị     | ~TH05 ~TH09      |
        """,
        as_of="30/09/2022",
    )


@pytest.mark.parametrize(
    ("row", "as_of", "told"),
    [
        ("| Tập huấn | 10/06/2022 | Ban TTND | GM |", "14/11/2022", ()),
        ("| Tập huấn | 10/06/2022 | CBCC | GM |", "14/11/2022", ("GS07@audience",)),
        ("| Tập huấn | 10/06/2022 | CBCC | GM |", "30/09/2022", ()),
        ("| Quán triệt | 10/06/2022 | Ban TTND | GM |", "01/10/2022", ("GS07@audience",)),
        ("| Tập huấn | 10/06/2022 | Ban khác | GM |", "14/11/2022", ()),
    ],
)
def test_the_boards_have_a_class_each_year(row: str, as_of: str, told: tuple[str, ...]) -> None:
    check(STUDIES, f"| kind | day | audience | proof | expect |\n{row} ~GS07 |", heading=told, as_of=as_of)


def test_where_the_plan_asks_for_no_class_none_is_missed() -> None:
    check(STUDIES, "| kind | expect |\n| Quán triệt | ~GS07 |", plan=replace(minh_son(), tasks={}))
