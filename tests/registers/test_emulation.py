"""Models of Dân vận khéo and proposals for praise."""

from __future__ import annotations

import pytest

from danvan_xlsx.registers.emulation import AWARDS, MODELS
from danvan_xlsx.words.layout import Sheet
from danvan_xlsx.words.rules import say
from danvan_xlsx.words.text import MASK, shown
from tests.registers.declared import example_faults
from tests.registers.judged import check
from tests.registers.rows import faults, figures, rows


@pytest.mark.parametrize("sheet", [MODELS, AWARDS], ids=lambda sheet: sheet.code)
def test_the_examples_are_what_the_sheet_takes(sheet: Sheet) -> None:
    assert example_faults(sheet) == []


def test_models_count_on_the_day_they_were_registered_and_again_when_recognised() -> None:
    table = """
        | code   | name | village   | field   | registered_on | recognised_on | recognition |
        | DVK-01 | A    | Minh Bình | Kinh tế | 20/04/2022    | 28/10/2022    | 118/QĐ-UBND |
        | DVK-02 | B    | Minh Phú  | Văn hóa | 22/04/2022    |               |             |
    """
    found = rows(MODELS, table)
    recognised = [row for row in found if "recognised_on" in row.values]

    assert [(f.row["code"], f.column) for f in figures("models_registered", found)] == [
        ("DVK-01", "registered_on"),
        ("DVK-02", "registered_on"),
    ]
    assert [(f.row["code"], f.column) for f in figures("models_recognised", recognised)] == [
        ("DVK-01", "recognised_on")
    ]


AWARDED = """
    | day        | whom     | name         | reason  | form       |
    | 25/05/2022 | Tập thể  | Thôn A       | Hiến đất| Giấy khen  |
    | 25/05/2022 | Cá nhân  | Công dân 01  | Hiến đất| Biểu dương |
    | 26/10/2022 | Người    | Công dân 02  | Ngày công| Giấy khen |
"""


def test_groups_and_persons_are_counted_apart() -> None:
    found = rows(AWARDS, AWARDED)

    assert [figure.row.number for figure in figures("awards_groups", found)] == [7]
    assert [figure.row.number for figure in figures("awards_persons", found)] == [8, 9]


def test_a_name_leaves_the_register_only_as_a_mask() -> None:
    assert [shown(row["name"]) for row in rows(AWARDS, AWARDED)] == [MASK] * 3


def test_a_day_of_decision_asks_for_the_decision() -> None:
    table = """
        | day        | whom    | name   | reason | form      | decided_on |
        | 25/05/2022 | Tập thể | Thôn A | Đất    | Giấy khen | 10/06/2022 |
    """
    assert faults(AWARDS, table) == [("DL28", "I7")]


# -- rules ------------------------------------------------------------------------------


def test_a_model_stands_once_and_has_the_day_and_the_results_of_its_recognition() -> None:
    check(
        MODELS,
        """
        | code   | name      | village  | money    | recognised_on | recognition | expect              |
        | DVK-01 | Hiến đất  | Minh Phú |          |               | 118/QĐ-UBND | DVK01@recognised_on |
        | DVK-02 | Đường hoa | Minh Phú | 12500000 | 28/10/2022    | 118/QĐ-UBND | ~DVK01 ~DVK03       |
        | DVK-03 | đường hoa | Minh Phú | 12500000 |               |             | DVK02@name          |
        | DVK-04 | Đường hoa | Minh Hải | 12500000 |               |             | ~DVK02              |
        | DVK-05 | Tự quản   | Minh Hải |          | 28/10/2022    | 118/QĐ-UBND | DVK03@recognised_on |
        | DVK-06 | Kè mương  | Minh Hải |          |               |             | ~DVK03              |
        | DVK-07 | Đoàn kết  | Minh Hải | 'nhiều   | 28/10/2022    | 118/QĐ-UBND |                     |
        """,
    )


def test_whoever_is_praised_stands_once_and_is_not_named() -> None:
    found = check(
        AWARDS,
        """
        | day        | whom    | name         | form              | decided_on | decision   | expect           |
        | 25/05/2022 | Cá nhân | Lê Văn Thử   | Giấy khen         |            | 70/QĐ-UBND | DVK04@decided_on |
        | 25/05/2022 | Cá nhân | LÊ Văn  Thử  | Giấy khen         | 10/06/2022 | 70/QĐ-UBND | DVK05@name       |
        | 25/05/2022 | Cá nhân | Lê Văn Thử   | Cấp trên khen     |            |            | ~DVK05 ~DVK04    |
        | 26/05/2022 | Cá nhân | Lê Văn Thử   | Giấy khen         | 10/06/2022 | 71/QĐ-UBND | ~DVK05 ~DVK04    |
        """,
    )

    assert not [one for one in found for lang in ("vi", "en") if "Thử" in say(one, lang).message]
