"""Quán triệt, tập huấn: conferences, who came, and new law texts put into use."""

from __future__ import annotations

from danvan_xlsx.registers.study import STUDIES
from tests.registers.rows import faults, figures, rows, total

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
