"""What a column declares is held against its cells: days, parts, values that stand once, references."""

from __future__ import annotations

from datetime import date

import pytest

from danvan_xlsx.check.columns import judge_columns
from danvan_xlsx.words.finding import Finding
from danvan_xlsx.words.kinds import CODE, COUNT, DUE_DAY, FACT_DAY, LINE, MONTH, REFERENCE_DAY
from danvan_xlsx.words.layout import Column, Placed, Row, Sheet
from danvan_xlsx.words.rules import Register, say
from danvan_xlsx.words.text import Text
from tests.plans import built as built_plan
from tests.plans import tasks
from tests.shelf import beside, column, plan, register, told

AS_OF = date(2022, 11, 14)


def sheet(*columns: Column, code: str = "shelf") -> Sheet:
    return Sheet(code, Text(f"Sổ {code}", code), columns)


def judged(*registers: Register, unread: frozenset[str] = frozenset(), **facts: object) -> list[Finding]:
    named = {one.sheet.code: one for one in registers}
    return judge_columns(named, plan(**facts), AS_OF, unread)  # type: ignore[arg-type]


DAYS = sheet(
    column("day", "Ngày mượn", FACT_DAY),
    column("asked", "Ngày đề nghị", FACT_DAY, window=False),
    column("due", "Hạn trả", DUE_DAY),
    column("quoted", "Ngày văn bản", REFERENCE_DAY),
)


def test_a_fact_is_not_in_the_future_and_lies_in_the_year_unless_its_column_is_open() -> None:
    text = """
        | day        | asked      | due        | quoted     |
        | 14/11/2022 | 14/11/2022 | 15/11/2022 | 15/11/2022 |
        | 15/11/2022 | 15/11/2022 | 05/03/2031 | 05/03/2031 | B8 DL16, C8 DL16
        | 01/01/2022 | 31/12/2021 | 05/03/2021 | 05/03/2021 |
        | 31/12/2021 | 05/03/2019 |            |            | B10 DL17
        | 05/03/2023 | 05/03/2023 |            |            | B11 DL16, C11 DL16
        """
    assert told(judged(register(DAYS, text))) == beside(text)


def test_a_month_of_another_year_is_outside_the_year() -> None:
    text = """
        | month   |
        | 5       |
        | '5/2022 |
        | '5/2021 | B9 DL17
        """
    findings = judged(register(sheet(column("month", "Tháng", MONTH)), text))

    assert told(findings) == beside(text)
    assert say(findings[0]).message == "Ô B9 ghi 5/2021; cột Tháng chỉ ghi việc trong năm 2022."


ORDERED = sheet(
    column("people", "Số người", COUNT),
    column("women", "Số nữ", COUNT, at_most="people"),
    column("since", "Từ ngày", REFERENCE_DAY),
    column("until", "Đến ngày", REFERENCE_DAY, not_before="since"),
)


def test_a_part_is_not_above_its_whole_and_nothing_ends_before_it_starts() -> None:
    text = """
        | people | women | since      | until      |
        | 12     | 12    | 05/03/2022 | 05/03/2022 |
        | 12     | 13    | 05/03/2022 | 04/03/2022 | C8 DL19, E8 DL27
        | 12     |       |            | 04/03/2022 |
        |        | 13    | 05/03/2022 |            |
        """
    findings = judged(register(ORDERED, text))

    assert told(findings) == beside(text)
    assert say(findings[0]).message == "Ô C8 ghi Số nữ là 13, lớn hơn Số người (12)."


def test_a_cell_that_could_not_be_read_is_not_blamed_again_nor_blames_another() -> None:
    text = """
        | people | women | since      | until      |
        | 'x     | 13    | quý I      | 04/03/2022 |
        | 12     | 'x    | 05/03/2022 | quý I      |
        """
    assert told(judged(register(ORDERED, text))) == []


# -- once in its scope -----------------------------------------------------------------


def scoped(scope: str) -> Sheet:
    return sheet(column("code", "Mã", CODE, unique=scope))


HERE = "| code |\n| D-05 |\n| d-05␣ |\n| D-06 |"
THERE = "| code |\n| D-05 |\n| D-07 |"


@pytest.mark.parametrize(
    ("scope", "twice"),
    [
        ("sheet", [("VP.xlsx", "B8")]),
        ("unit", [("VP.xlsx", "B8")]),
        ("commune", [("VP.xlsx", "B8"), ("VH.xlsx", "B7")]),
    ],
)
def test_a_value_stands_once_in_its_scope(scope: str, twice: list[tuple[str, str]]) -> None:
    findings = judged(register(scoped(scope), ("VP", HERE), ("VH", THERE)))

    assert [(one.code, one.place.file, one.place.cell) for one in findings] == [("DL18", *place) for place in twice]


def test_two_sheets_of_one_unit_are_two_sheets_and_one_unit() -> None:
    def findings(scope: str) -> list[Finding]:
        one, two = (register(scoped(scope), text).rows for text in (HERE, THERE))
        second = [Row(_titled(row, "Sổ 2"), row.number, row.values) for row in two]
        return judged(Register(scoped(scope), (*one[:1], *second)))

    assert told(findings("sheet")) == []
    assert told(findings("unit")) == [("DL18", "B7")]
    assert say(findings("unit")[0]).message.endswith("ô B7, trang Sổ shelf.")


def _titled(row: Row, title: str) -> Placed:
    return row.at._replace(title=title)


def test_where_a_value_stands_first_is_said_with_its_file() -> None:
    findings = judged(register(scoped("commune"), ("VP", HERE), ("VH", THERE)))

    assert findings[1].values["other"] == Text("B7, tệp VP.xlsx", "B7, file VP.xlsx")


def test_a_personal_value_that_stands_twice_is_masked() -> None:
    names = sheet(column("name", "Họ tên", LINE, personal=True, unique="sheet"))

    (finding,) = judged(register(names, "| name |\n| Lò Thị A |\n| LÒ THỊ A |"))

    assert (finding.code, finding.place.cell) == ("DL18", "B8")
    assert "Lò" not in f"{say(finding)} {finding}" and "LÒ" not in f"{say(finding)} {finding}"


# -- references ------------------------------------------------------------------------

VISITS = sheet(column("petition", "Mã đơn", CODE, refers="petitions.code", many=True), code="visits")
PETITIONS = sheet(column("code", "Mã đơn", CODE), code="petitions")
KNOWN = "| code |\n| D-05 |\n| D-06 |"


def test_a_reference_is_looked_up_in_every_workbook_of_its_register() -> None:
    text = """
        | petition         |
        | d-05             |
        | D-06; D-07       |
        | D-09; D-05; D-10 | B9 DL10
        | D-O5             | B10 DL10
        |                  |
        """
    petitions = register(PETITIONS, ("VP", KNOWN), ("VH", "| code |\n| D-07 |"))

    findings = judged(register(VISITS, text), petitions)

    assert told(findings) == beside(text)
    assert (
        say(findings[0]).message
        == "Ô B9 ghi “D-09, D-10” ở cột Mã đơn; chưa thấy trong Sổ petitions (gần giống: D-07)."
    )


def test_what_refers_to_a_register_that_was_not_read_is_not_asked_about() -> None:
    visits = register(VISITS, "| petition |\n| D-09 |")

    assert told(judged(visits, register(PETITIONS, KNOWN), unread=frozenset({"petitions"}))) == []
    assert told(judged(visits)) == []
    assert told(judged(visits, Register(PETITIONS, ()))) == [("DL10", "B7")]


def test_references_to_the_plan_are_looked_up_in_its_lists() -> None:
    made, _ = built_plan(**tasks("| II.2.9 | x | VANHOA | | Quý | | | | |"))
    referring = sheet(
        column("task", "Mã nhiệm vụ", CODE, refers="plan.tasks", many=True),
        column("unit", "Đơn vị", LINE, refers="plan.units"),
        column("village", "Thôn", LINE, refers="plan.villages"),
        column("period", "Kỳ", LINE, refers="plan.periods"),
    )
    text = """
        | task           | unit   | village | period |
        | II.4.5; ii.2.9 | vanhoa |         |        |
        | II.4.5; II.9.9 | VH     | T01     | 6T     | B8 DL10, C8 DL10, D8 DL10, E8 DL10
        """
    findings = judge_columns({"shelf": register(referring, text)}, made, AS_OF)

    assert told(findings) == beside(text)
    assert {say(one).remedy.split(":")[0] for one in findings} == {
        "Đề nghị đối chiếu với danh sách nhiệm vụ của kế hoạch",
        "Đề nghị đối chiếu với danh sách đơn vị của kế hoạch",
        "Đề nghị đối chiếu với danh sách thôn của kế hoạch",
        "Đề nghị đối chiếu với danh sách kỳ báo cáo của kế hoạch",
    }


def test_a_personal_reference_is_masked() -> None:
    visits = sheet(column("name", "Họ tên", LINE, refers="petitions.code", personal=True), code="visits")

    (finding,) = judged(register(visits, "| name |\n| Lò Thị A |"), register(PETITIONS, KNOWN))

    assert (finding.code, "Lò" in f"{say(finding)} {finding}") == ("DL10", False)


def test_columns_of_ours_are_not_judged() -> None:
    ours = sheet(column("day", "Ngày", FACT_DAY, ours=True), column("note", "Ghi chú", LINE))
    (row,) = register(ours, "| note |\n| x |").rows
    row.values["day"] = date(2030, 1, 1)

    assert judged(Register(ours, (row,))) == []


def test_a_month_typed_in_two_ways_stands_twice() -> None:
    months = sheet(column("month", "Tháng", MONTH, unique="sheet"))

    assert told(judged(register(months, "| month |\n| 5 |\n| 'T5 |\n| 6 |"))) == [("DL18", "B8")]
